"""How is JSON read that a stranger wrote, so that nothing in it can hurt a parser, a database or a log?"""

from __future__ import annotations

import json
import math
import re
from typing import Any, Never

MAX_DEPTH = 64
MAX_NODES = 20_000

_MAX_INT_DIGITS = 20  # a sign and the 19 digits of 2**63; checked before int(), whose cost grows with the square
_INT_MIN, _INT_MAX = -(2**63), 2**64 - 1
_BOM = b"\xef\xbb\xbf"
# A string, or what is left of one that never ends. Possessive: a hostile body must not make it backtrack.
_STRING = re.compile(rb'"(?:[^"\\]++|\\.)*+(?:"|\\?\Z)', re.DOTALL)
_NOT_BRACKETS = bytes(byte for byte in range(256) if byte not in b"[]{}")
# Read from the left, so that the backslash of an escaped backslash never opens an escape of its own.
_PAIR = re.compile(rb"\\(?:\\|u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})")
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


class JsonRefused(ValueError):
    """The bytes are not JSON that may be taken in.

    `code` is one of `encoding`, `syntax`, `depth`, `nodes`, `number`, `duplicate_key`. The body is never quoted.
    """

    def __init__(self, code: str) -> None:
        super().__init__(f"json refused: {code}")
        self.code = code


def read_json(raw: bytes, *, max_depth: int = MAX_DEPTH, max_nodes: int = MAX_NODES) -> Any:
    """Parse `raw` and return what it says, made only of values that PostgreSQL's `jsonb` and `text` can hold.

    NUL and lone surrogates become U+FFFD. Refused (`JsonRefused`): invalid UTF-8, more than `max_depth` levels or
    `max_nodes` values, integers beyond 64 bits, NaN and infinities (also `1e999`), an object that names a key twice.
    """
    if raw.startswith(_BOM):
        raw = raw[len(_BOM) :]
    _refuse_shape(raw, max_depth=max_depth, max_nodes=max_nodes)
    try:
        value = _DECODER.decode(raw.decode())
    except UnicodeDecodeError:
        raise JsonRefused("encoding") from None
    except json.JSONDecodeError:
        raise JsonRefused("syntax") from None
    return storable(value) if _may_be_unstorable(raw) else value


def storable(value: Any) -> Any:
    """Return `value` with every NUL and lone surrogate replaced by U+FFFD, in keys too."""
    if isinstance(value, str):
        return _UNSTORABLE.sub("\ufffd", value) if _UNSTORABLE.search(value) else value
    if isinstance(value, dict):
        return {storable(key): storable(item) for key, item in value.items()}
    if isinstance(value, list):
        return [storable(item) for item in value]
    return value


def _may_be_unstorable(raw: bytes) -> bool:
    """Say whether a NUL or a surrogate without its partner may be written here; most bodies are spared the walk."""
    if b"\\u0000" in raw:
        return True
    if b"\\ud" not in raw and b"\\uD" not in raw:
        return False
    lonely = _PAIR.sub(b"", raw)  # an emoji is a pair and harmless
    return b"\\ud" in lonely or b"\\uD" in lonely


def _refuse_shape(raw: bytes, *, max_depth: int, max_nodes: int) -> None:
    """Bound depth and size before parsing. Brackets and commas inside strings only make the first guess too high."""
    opened = raw.count(b"{") + raw.count(b"[")
    if opened <= max_depth and opened + raw.count(b",") < max_nodes:
        return
    bare = _STRING.sub(b"", raw)
    opened = bare.count(b"{") + bare.count(b"[")
    if opened + bare.count(b",") >= max_nodes:
        raise JsonRefused("nodes")
    depth = 0
    for byte in bare.translate(None, _NOT_BRACKETS):
        if byte in b"[{":
            depth += 1
            if depth > max_depth:
                raise JsonRefused("depth")
        else:
            depth -= 1


def _unique_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise JsonRefused("duplicate_key")
    return found


def _bounded_int(text: str) -> int:
    if len(text) <= _MAX_INT_DIGITS and _INT_MIN <= (number := int(text)) <= _INT_MAX:
        return number
    raise JsonRefused("number")


def _finite_float(text: str) -> float:
    number = float(text)
    if math.isfinite(number):
        return number
    raise JsonRefused("number")


def _no_constant(_: str) -> Never:
    raise JsonRefused("number")


_DECODER = json.JSONDecoder(
    object_pairs_hook=_unique_keys,
    parse_int=_bounded_int,
    parse_float=_finite_float,
    parse_constant=_no_constant,
)
