"""Did our gateway send these bytes?"""

from __future__ import annotations

import hmac
from collections.abc import Mapping

from recado.channels.adapter import BadSignature

HEADER = b"x-recado-secret"
_BEARER = b"Bearer "


def verify(headers: Mapping[bytes, bytes], secrets: tuple[str, ...]) -> int:
    """Return the index of the secret that the header carries; raise `BadSignature` where none is right.

    Evolution signs nothing: it sends the headers it was told to, so a shared secret beside an unguessable address is all
    that there is. It stands in `x-recado-secret`, or in `authorization` as `Bearer`, for gateways that are set up by hand.
    """
    value = headers.get(HEADER) or headers.get(b"authorization", b"").removeprefix(_BEARER)
    if not value and HEADER not in headers:
        raise BadSignature(missing=True)
    for index, secret in enumerate(secrets):
        if secret and hmac.compare_digest(secret.encode(), value):
            return index
    raise BadSignature(missing=False)
