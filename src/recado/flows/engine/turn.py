"""What came of one turn?"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from msgspec import Struct

from recado.flows.engine.asks import Ask
from recado.flows.engine.effects import Effect
from recado.flows.engine.problems import Problem
from recado.flows.engine.session import Session
from recado.flows.engine.values import Day, Moment, Money, store_value


class ExitTaken(Struct, frozen=True, gc=False):
    """An edge that was walked: for the drop-off on the canvas."""

    flow: str
    node: str
    exit: str


class Turn(Struct, frozen=True, gc=False):
    """A new session and everything the turn wants done, in order. Perform all of it or nothing.

    `began` says that the session is a new one (there was none, or it was over or expired); `path` the nodes executed
    as `flow/node`; `said` the texts of what is said, for the turn's row.
    """

    session: Session
    effects: tuple[Effect, ...]
    ask: Ask | None
    problems: tuple[Problem, ...]
    path: tuple[str, ...]
    said: tuple[str, ...]
    exits: tuple[ExitTaken, ...]
    began: bool

    def to_json(self) -> dict[str, Any]:
        """All of the outcome as a JSON object, in a stable order: two turns are the same if these are."""
        return {
            "session": self.session.to_json(),
            "effects": [_named(effect) for effect in self.effects],
            "ask": None if self.ask is None else {
                "kind": self.ask.kind,
                "key": self.ask.key,
                "request": {name: store_value(value) for name, value in self.ask.request.items()},
            },
            "problems": [
                {"code": one.code.value, "severity": one.severity.value, "node": one.node, "path": one.path,
                 "data": dict(one.data)}
                for one in self.problems
            ],
            "path": list(self.path),
            "said": list(self.said),
            "exits": [[taken.flow, taken.node, taken.exit] for taken in self.exits],
            "began": self.began,
        }  # fmt: skip


def _named(effect: Effect) -> dict[str, Any]:
    names = effect.__struct_fields__ if isinstance(effect, Struct) else tuple(one.name for one in fields(effect))
    return {"effect": type(effect).__name__, **{name: _plain(getattr(effect, name)) for name in names}}


def _plain(value: Any) -> Any:
    """A value, or a dataclass of the engine or of channels without what stands at its default."""
    if isinstance(value, str):
        return str(value)
    if isinstance(value, Struct):
        return {
            name: _plain(held) for name, usual in _options_of(type(value)) if (held := getattr(value, name)) != usual
        }
    if is_dataclass(value) and not isinstance(value, type | Money | Day | Moment):
        return {one.name: _plain(held) for one in fields(value) if (held := getattr(value, one.name)) != one.default}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, datetime):
        return value.isoformat()
    return store_value(value)


@lru_cache(maxsize=64)
def _options_of(kind: type[Struct]) -> tuple[tuple[str, object], ...]:
    """Each field with its default. What the library has for this looks at annotations anew each time, for 2 ms."""
    names, defaults = kind.__struct_fields__, kind.__struct_defaults__
    usual = (*(object() for _ in range(len(names) - len(defaults))), *defaults)
    return tuple(zip(names, usual, strict=True))
