"""Where does one conversation stand in its flow, and how is that kept between turns?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from msgspec import Struct

from recado.flows.engine.values import Value, read_value, store_value

FORMAT = 2
"""1: no variables in frames, no `alone`, no `wakes_at`. Sessions wait for months, so every format is read for ever."""


class State(StrEnum):
    """Is the flow still going? Only `waiting` goes on; the others are over."""

    WAITING = "waiting"
    ENDED = "ended"
    HANDED_OVER = "handed_over"
    FAILED = "failed"


class SessionUnreadable(ValueError):
    """A stored session is not one that this engine wrote."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A flow that called another and waits for it to end: which version, and at which node.

    `variables` are the caller's own, untouched meanwhile; `results` say which of its variables takes which of the called
    flow's when that ends.
    """

    flow: str
    version: int
    node: str
    variables: Mapping[str, Value] = field(default_factory=dict)
    results: tuple[tuple[str, str], ...] = ()


class Session(Struct, frozen=True, gc=False):
    """The whole state of one person's run through a bot. A value: a turn gives a new one (`msgspec.structs.replace`)."""

    bot: str
    flow: str
    version: int
    node: str
    """The node that waits for input; the last one executed when the session is over."""
    state: State
    started_at: datetime
    last_input_at: datetime
    expires_at: datetime
    turn: int = 0
    variables: Mapping[str, Value] = {}
    stack: tuple[Frame, ...] = ()
    path: tuple[str, ...] = ()
    """The last nodes executed, as `flow/node`, oldest first."""
    attempts: int = 0
    """Answers to the question at hand that were not understood."""
    recent: tuple[str, ...] = ()
    """Digests of the last texts said, to notice a loop."""
    waiting_for: str = ""
    """Key of the timer or ask that may end the wait beside a message."""
    alone: int = 0
    """Turns since the person last wrote: those that timers and answers began."""
    wakes_at: datetime | None = None
    """When that timer fires. The session does not expire before it."""

    def is_over(self) -> bool:
        """Will no input continue it?"""
        return self.state is not State.WAITING

    def is_expired(self, moment: datetime) -> bool:
        """Did the person stay away so long that the next message begins anew?"""
        return moment >= self.expires_at

    def to_json(self) -> dict[str, Any]:
        """A JSON object with the number of its format; `from_json` gives an equal session back."""
        return {
            "format": FORMAT,
            "bot": self.bot,
            "flow": self.flow,
            "version": self.version,
            "node": self.node,
            "state": self.state.value,
            "started_at": self.started_at.isoformat(),
            "last_input_at": self.last_input_at.isoformat(),
            "expires_at": self.expires_at.isoformat(),
            "turn": self.turn,
            "variables": {name: store_value(value) for name, value in self.variables.items()},
            "stack": [_write_frame(frame) for frame in self.stack],
            "path": list(self.path),
            "attempts": self.attempts,
            "recent": list(self.recent),
            "alone": self.alone,
            "waiting_for": self.waiting_for,
            "wakes_at": self.wakes_at.isoformat() if self.wakes_at else None,
        }

    @staticmethod
    def from_json(stored: Mapping[str, Any]) -> Session:
        """Read what `to_json` wrote; raises `SessionUnreadable`."""
        try:
            if _number(stored["format"]) == 1:
                stored = _from_format_1(stored)
            if stored["format"] != FORMAT:
                raise SessionUnreadable(f"session format {stored['format']!r}")
            return Session(
                bot=_text(stored["bot"]),
                flow=_text(stored["flow"]),
                version=_number(stored["version"]),
                node=_text(stored["node"]),
                state=State(stored["state"]),
                started_at=_moment(stored["started_at"]),
                last_input_at=_moment(stored["last_input_at"]),
                expires_at=_moment(stored["expires_at"]),
                turn=_number(stored["turn"]),
                variables=_values(stored["variables"]),
                stack=tuple(map(_frame, stored["stack"])),
                path=tuple(map(_text, stored["path"])),
                attempts=_number(stored["attempts"]),
                recent=tuple(map(_text, stored["recent"])),
                alone=_number(stored["alone"]),
                waiting_for=_text(stored["waiting_for"]),
                wakes_at=None if stored["wakes_at"] is None else _moment(stored["wakes_at"]),
            )
        except (KeyError, TypeError, AttributeError, ValueError) as fault:
            raise SessionUnreadable(str(fault)) from fault


def _from_format_1(stored: Mapping[str, Any]) -> dict[str, Any]:
    """Called flows shared the caller's variables, so a caller goes on with what they hold now."""
    frames = [
        {"flow": flow, "version": version, "node": node, "variables": stored["variables"], "results": []}
        for flow, version, node in stored["stack"]
    ]
    return {**stored, "format": 2, "stack": frames, "alone": 0, "wakes_at": None}


def _write_frame(frame: Frame) -> dict[str, Any]:
    return {
        "flow": frame.flow,
        "version": frame.version,
        "node": frame.node,
        "variables": {name: store_value(value) for name, value in frame.variables.items()},
        "results": [list(pair) for pair in frame.results],
    }


def _frame(stored: Mapping[str, Any]) -> Frame:
    return Frame(
        _text(stored["flow"]),
        _number(stored["version"]),
        _text(stored["node"]),
        _values(stored["variables"]),
        tuple((_text(variable), _text(source)) for variable, source in stored["results"]),
    )


def _values(stored: Mapping[str, Any]) -> dict[str, Value]:
    return {_text(name): read_value(value) for name, value in stored.items()}


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(value)
    return value


def _moment(value: object) -> datetime:
    moment = datetime.fromisoformat(_text(value))
    if moment.tzinfo is None:
        raise ValueError(value)
    return moment
