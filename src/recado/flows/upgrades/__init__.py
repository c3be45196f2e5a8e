"""How does a stored definition of an older format become one of today's?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from recado.flows.upgrades import v0_to_v1

FORMAT = 1

_STEPS: Mapping[int, Callable[[Mapping[str, Any]], dict[str, Any]]] = {0: v0_to_v1.upgrade}
"""From each older format to the next. A step never changes once a definition of its format was stored."""


class UnknownFormat(ValueError):
    """The definition names a format that this release does not know."""


def upgrade(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """The same definition in today's format. One without a `format` is of format 0. Raises UnknownFormat.

    Steps are total over any JSON: what they cannot make sense of they leave for the reader to refuse.
    """
    number = data.get("format", 0)
    if not isinstance(number, int) or isinstance(number, bool) or not 0 <= number <= FORMAT:
        raise UnknownFormat(repr(number)[:40])
    while number < FORMAT:
        data = _STEPS[number](data)
        number += 1
    return data
