"""Did Meta send these bytes?"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping

from recado.channels.adapter import BadSignature

HEADER = b"x-hub-signature-256"
_PREFIX = b"sha256="
_LENGTH = 71  # the prefix and 64 hexadecimal digits
_LOWER_HEX = frozenset(b"0123456789abcdef")


def verify(raw: bytes, headers: Mapping[bytes, bytes], secrets: tuple[str, ...]) -> int:
    """Return the index of the app secret that signed `raw`; raise `BadSignature` where none did.

    Meta: HMAC-SHA256 keyed with the app secret over the raw body, as `sha256=` and 64 lowercase hexadecimal digits.
    Nothing is parsed, and every comparison takes constant time. Several secrets stand side by side while one is
    rotated, or where one address serves several apps. An empty secret signs nothing: anybody could compute it.
    """
    value = headers.get(HEADER)
    if value is None:
        raise BadSignature(missing=True)
    given = value[len(_PREFIX) :]
    if len(value) != _LENGTH or not value.startswith(_PREFIX) or not _LOWER_HEX.issuperset(given):
        raise BadSignature(missing=False)
    for index, secret in enumerate(secrets):
        expected = hmac.digest(secret.encode(), raw, hashlib.sha256).hex().encode()
        if secret and hmac.compare_digest(expected, given):
            return index
    raise BadSignature(missing=False)
