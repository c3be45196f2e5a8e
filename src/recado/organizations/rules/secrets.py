"""What may be a secret of an organization, and where may it travel?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from recado.foundation.egress.models import Origin
from recado.foundation.egress.urls import UrlRefused, read_origin
from recado.organizations.errors import BadSecret

MOST: Final = 100
MOST_ORIGINS: Final = 10
LONGEST_VALUE: Final = 4_096
LONGEST_OVERLAP: Final = timedelta(days=30)
_NAME = re.compile(r"[a-z0-9][a-z0-9_.-]{0,59}")
_VALUE = re.compile(r"[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?")
"""What fits into a header everywhere: visible ASCII, blanks only inside. A pasted line break would split a request."""


def check_name(name: str) -> str:
    """The name itself; raises `BadSecret`."""
    if not _NAME.fullmatch(name):
        raise BadSecret(reason="name")
    return name


def check_value(value: str) -> str:
    """The value without blanks around it, as it comes from a clipboard; raises `BadSecret`."""
    trimmed = value.strip()
    if len(trimmed) > LONGEST_VALUE or not _VALUE.fullmatch(trimmed):
        raise BadSecret(reason="value")
    return trimmed


def check_origins(texts: Sequence[str]) -> tuple[str, ...]:
    """The origins as they are on the wire, in order and once each; raises `BadSecret`.

    A secret travels encrypted: plain http is kept only for a host that no public name can be (an address, `localhost`),
    and leaves only where the operator of the installation has made an exception of it.
    """
    found: list[str] = []
    for text in texts:
        origin = _read(text)
        if origin.scheme != "https" and "." in origin.host and not _is_number(origin.host):
            raise BadSecret(reason="origin", origin=text[:200])
        found.append(str(origin))
    if not 1 <= len(set(found)) <= MOST_ORIGINS:
        raise BadSecret(reason="origins")
    return tuple(sorted(set(found)))


def _read(text: str) -> Origin:
    try:
        return read_origin(text.strip().removesuffix("/"))
    except UrlRefused:
        raise BadSecret(reason="origin", origin=text[:200]) from None


def _is_number(host: str) -> bool:
    return ":" in host or host.rpartition(".")[2].isdigit()
