"""Which part of an HTTP answer does a path such as `body.items[0].name` mean?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

MAX_STEPS = 20
_ROOTS = frozenset({"body", "status", "headers", "ms"})
_STEP = re.compile(r"""\.?([^\s.\[\]"']+)|\[(-?[0-9]{1,6}|\*)\]|\[(?:"([^"]*)"|'([^']*)')\]""")
_EVERY = None

Step = str | int | None


class PathUnreadable(ValueError):
    """A text is no path."""


class _Nothing:
    """Stands for what an answer does not hold, which is not the same as null."""


NOTHING = _Nothing()


@lru_cache(maxsize=1_024)
def read_path(source: str) -> tuple[Step, ...]:
    """The steps of a path: keys, places in lists (from the end if negative), None for each item (`[*]`).

    It begins at `body`, `status`, `headers` or `ms`; any other beginning is one inside the body. Raises `PathUnreadable`.
    """
    text = source.strip()
    steps: list[Step] = []
    at = 0
    while at < len(text):
        found = _STEP.match(text, at)
        if found is None or (at == 0 and text.startswith(".")):
            raise PathUnreadable(source)
        steps.append(_step(found))
        at = found.end()
    if not steps or len(steps) > MAX_STEPS:
        raise PathUnreadable(source)
    if steps[0] == "headers":
        steps[1:2] = [str(name).lower() for name in steps[1:2]]
    return tuple(steps) if steps[0] in _ROOTS else ("body", *steps)


def at_path(answer: Mapping[str, Any], steps: tuple[Step, ...]) -> Any:
    """What stands there, or `NOTHING`. `[*]` gives a list with what each item holds there, without those that hold nothing."""
    found: Any = answer
    for place, step in enumerate(steps):
        if step is _EVERY:
            return _each(found, steps[place + 1 :])
        found = _one(found, step)
        if found is NOTHING:
            return NOTHING
    return found


def _each(found: Any, steps: tuple[Step, ...]) -> Any:
    if not isinstance(found, list):
        return NOTHING
    picked = [at_path({"": item}, ("", *steps)) for item in found]
    return [item for item in picked if item is not NOTHING]


def _one(found: Any, step: Step) -> Any:
    if isinstance(step, int):
        return found[step] if isinstance(found, list) and -len(found) <= step < len(found) else NOTHING
    if isinstance(found, Mapping):
        return found.get(step, NOTHING)
    if isinstance(found, list) and step == "length":
        return len(found)
    return NOTHING


def _step(found: re.Match[str]) -> Step:
    key, place, double, single = found.groups()
    if place is not None:
        return _EVERY if place == "*" else int(place)
    return str(key if key is not None else double if double is not None else single)
