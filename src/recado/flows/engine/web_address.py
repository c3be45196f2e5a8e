"""How does an address with `{{ }}` come out, whatever a customer wrote into the names that stand in it?

A value is data: everything in it but letters, digits and `-._~` is escaped, so that it can leave neither its path segment
nor its query value. Only one that stands at the very beginning may be an address itself, because then the author said so.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from recado.flows.engine.expressions import Template, TemplateInvalid
from recado.flows.engine.pieces import Piece, pieces_of
from recado.flows.engine.values import Value, as_text

MAX_ADDRESS = 4_000
_SCHEME = re.compile(r"https?://[^/?#\\]+", re.IGNORECASE)
_UNESCAPED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")


class AddressUnreadable(ValueError):
    """A text cannot be an address: a code for the author's problem."""


@dataclass(frozen=True, slots=True)
class WebAddress:
    """An author's address, cut at its names."""

    pieces: tuple[str | Template, ...]

    def render(self, value: Callable[[Template], Value]) -> str:
        """The address with every value escaped. `value` gives what a name holds in the session."""
        return "".join(
            piece.replace(" ", "%20") if isinstance(piece, str) else _value(value(piece), first=place == 0)
            for place, piece in enumerate(self.pieces)
        )


@lru_cache(maxsize=1_024)
def read_address(source: str) -> WebAddress:
    """Cut an author's address; raises `AddressUnreadable` (`tags`, `scheme`, `blank`)."""
    text = source.strip()
    try:
        found = tuple(_piece(piece) for piece in pieces_of(text))
    except TemplateInvalid as fault:
        raise AddressUnreadable("tags") from fault
    if not found:
        raise AddressUnreadable("blank")
    if not _begins_well(found):
        raise AddressUnreadable("scheme")
    return WebAddress(found)


def with_query(address: str, pairs: list[tuple[str, str]]) -> str:
    """The address with more query values, before its fragment if it has one; a fragment is never sent and goes."""
    bare = address.split("#", 1)[0]
    if not pairs:
        return bare
    joint = "" if bare.endswith(("?", "&")) else "&" if "?" in bare else "?"
    return bare + joint + encode_pairs(pairs)


def encode_pairs(pairs: list[tuple[str, str]]) -> str:
    """Pairs as a query or a form body (`application/x-www-form-urlencoded`, blanks as `%20`)."""
    return "&".join(f"{escape(name)}={escape(value)}" for name, value in pairs)


def escape(text: str) -> str:
    """Percent-encode all but the unreserved characters of RFC 3986, 2.3."""
    return "".join(chr(byte) if byte in _UNESCAPED else f"%{byte:02X}" for byte in text.encode("utf-8", "replace"))


def _piece(piece: Piece) -> str | Template:
    if piece.is_tag:
        raise TemplateInvalid("tags have no place in an address")
    return Template(piece.text) if piece.is_name else piece.text


def _begins_well(pieces: tuple[str | Template, ...]) -> bool:
    first = pieces[0]
    if not isinstance(first, str):
        return True
    return _SCHEME.match(first) is not None or (first.lower() in ("https://", "http://") and len(pieces) > 1)


def _value(value: Value, *, first: bool) -> str:
    text = as_text(value).strip()
    return text if first else escape(text)
