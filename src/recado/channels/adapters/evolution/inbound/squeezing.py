"""How are bytes that were written number by number made short, before the delivery is parsed?

A picture of 300 KB becomes a million JSON values in the way of some versions; as base64 it is one.
"""

from __future__ import annotations

import base64
import re
from typing import Final

LARGE: Final = 64 * 1024
"""Below this nothing is worth it."""
_FEW = 64
# Quotes inside a JSON string are escaped, so that neither can match in the middle of one. Possessive: linear on any input.
_BUFFER = re.compile(rb'"data"\s*+:\s*+\[((?:\s*+[0-9]{1,3}\s*+,)*+\s*+[0-9]{1,3}\s*+)\]')
_INDEXED = re.compile(
    rb'\{((?:\s*+"[0-9]{1,8}"\s*+:\s*+[0-9]{1,3}\s*+,)*+\s*+"[0-9]{1,8}"\s*+:\s*+[0-9]{1,3}\s*+)\}'
)  # fmt: skip
_NAME, _VALUE = re.compile(rb'"([0-9]+)"'), re.compile(rb":\s*+([0-9]+)")


def squeezed(raw: bytes) -> bytes:
    """The same delivery with base64 for {"0": 255, "1": …} and {"type": "Buffer", "data": [255, …]}."""
    if len(raw) < LARGE:
        return raw
    return _INDEXED.sub(_indexed, _BUFFER.sub(_buffer, raw))


def _buffer(found: re.Match[bytes]) -> bytes:
    written = _base64(found[1].split(b","))
    return b'"data":' + written if written else found[0]


def _indexed(found: re.Match[bytes]) -> bytes:
    names = _NAME.findall(found[1])
    if names != [b"%d" % place for place in range(len(names))]:
        return found[0]
    return _base64(_VALUE.findall(found[1])) or found[0]


def _base64(values: list[bytes]) -> bytes:
    if len(values) < _FEW:
        return b""
    try:
        return b'"' + base64.b64encode(bytes(map(int, values))) + b'"'
    except ValueError:  # more than a byte holds
        return b""
