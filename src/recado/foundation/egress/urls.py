"""What does an address that a person wrote mean, if it can mean only one thing?

Two parsers that read one text differently are the oldest way past such a wall, so everything that is read differently
anywhere is refused: `\\`, `user@`, blanks and control characters, numbers that are IP addresses in other clothes
(`0x7f.1`, `2130706433`, `0177.0.0.1`), dots that are no dots (`。`), a dot behind the name, zone ids, odd ports.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import IPv6Address
from typing import Final

import idna

from recado.foundation.egress.models import Origin
from recado.foundation.egress.networks import Address, read_address

MAX_URL: Final = 4_096
_MAX_NAME: Final = 253
_MAX_PORT: Final = 65_535
_SPLIT = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://([^/?#]*)([^?#]*)(?:\?([^#]*))?(?:#.*)?", re.DOTALL)
_AUTHORITY = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[^:\[\]]+)(?::([0-9]{1,5}))?")
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_NUMERIC = re.compile(r"[0-9]+|0x[0-9a-f]*")
_NEVER = re.compile(
    r"[\x00-\x20\x7f-\x9f\\\u00a0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff\ufff9-\uffff\ud800-\udfff]"
)
"""Controls, blanks and what cannot be seen: browsers drop some of them, libraries send others."""
_ESCAPED = re.compile(r"%(?![0-9A-Fa-f]{2})")
_PLAIN = re.compile(r"[A-Za-z0-9\-._~!$&'()*+,;=:@/?\[\]]*")
_KEPT = frozenset(
    b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/?%[]"
)  # RFC 3986, 3.3 and 3.4, with the escapes that are there already; brackets stand bare in many a query
_DEFAULT_PORTS: Final = {"https": 443, "http": 80}


class UrlRefused(ValueError):
    """A text is no address that we call. `reason` is a word for the author: see `read_url`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Url:
    """An address taken apart. `target` is what stands in the request line; `address` is set where the host is one."""

    origin: Origin
    target: str
    address: Address | None

    @property
    def host(self) -> str:
        """The host as a Host header and TLS name it, without brackets."""
        return self.origin.host

    def __str__(self) -> str:
        return f"{self.origin}{self.target}"


def read_url(text: str) -> Url:
    """Take an address apart, strictly.

    Raises `UrlRefused` with one of: `too_long`, `characters`, `shape`, `scheme`, `user`, `host`, `port`, `escape`.
    """
    if len(text) > MAX_URL:
        raise UrlRefused("too_long")
    if _NEVER.search(text):
        raise UrlRefused("characters")
    parts = _SPLIT.fullmatch(text)
    if parts is None:
        raise UrlRefused("shape")
    scheme, authority, path, query = parts.group(1).lower(), parts.group(2), parts.group(3), parts.group(4)
    if scheme not in _DEFAULT_PORTS:
        raise UrlRefused("scheme")
    host, port, address = _read_authority(authority)
    target = _on_the_wire(path or "/") + ("" if query is None else f"?{_on_the_wire(query)}")
    return Url(Origin(scheme, host, port or _DEFAULT_PORTS[scheme]), target, address)


def read_origin(text: str) -> Origin:
    """An origin as people write it: an address without path and query. Raises `UrlRefused`."""
    url = read_url(text.strip())
    if url.target != "/" or text.strip().endswith(("?", "#")):
        raise UrlRefused("path")
    return url.origin


def _read_authority(authority: str) -> tuple[str, int, Address | None]:
    if "@" in authority:
        raise UrlRefused("user")
    parts = _AUTHORITY.fullmatch(authority)
    if parts is None:
        raise UrlRefused("host")
    port = int(parts.group(2)) if parts.group(2) else 0
    if parts.group(2) and (not 0 < port <= _MAX_PORT or parts.group(2).startswith("0")):
        raise UrlRefused("port")
    written = parts.group(1)
    if written.startswith("["):
        address = read_address(written[1:-1])
        if not isinstance(address, IPv6Address):
            raise UrlRefused("host")
        return str(address), port, address
    host = _read_name(written)
    return host, port, read_address(host)


def _read_name(written: str) -> str:
    """A name in lower case with its labels in ASCII, or an IPv4 address in four decimal numbers."""
    name = written.lower() if written.isascii() else _ascii_name(written)
    labels = name.split(".")
    if len(name) > _MAX_NAME or not all(_LABEL.fullmatch(label) for label in labels):
        raise UrlRefused("host")
    if _NUMERIC.fullmatch(labels[-1]) and read_address(name) is None:
        raise UrlRefused("host")  # inet_aton would make an address of it: 127.1, 0x7f.1, 2130706433
    if any(label.startswith("xn--") for label in labels):
        _check_punycode(labels)
    return name


def _ascii_name(written: str) -> str:
    """`padaria-são-josé.com.br` as it is on the wire (IDNA 2008). Only ASCII dots part labels; nothing is mapped."""
    try:
        return ".".join(
            label.lower() if label.isascii() else idna.alabel(label.lower()).decode("ascii")
            for label in written.split(".")
        )
    except (idna.IDNAError, UnicodeError):
        raise UrlRefused("host") from None


def _check_punycode(labels: list[str]) -> None:
    try:
        for label in labels:
            if label.startswith("xn--") and idna.alabel(idna.ulabel(label)).decode("ascii") != label:
                raise UrlRefused("host")
    except (idna.IDNAError, UnicodeError):
        raise UrlRefused("host") from None


def _on_the_wire(part: str) -> str:
    if _PLAIN.fullmatch(part):
        return part
    if _ESCAPED.search(part):
        raise UrlRefused("escape")
    return "".join(chr(byte) if byte in _KEPT else f"%{byte:02X}" for byte in part.encode())
