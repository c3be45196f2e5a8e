"""What came of one turn?"""

from __future__ import annotations

from dataclasses import dataclass

from recado.flows.engine.asks import Ask
from recado.flows.engine.effects import Effect
from recado.flows.engine.problems import Problem
from recado.flows.engine.session import Session


@dataclass(frozen=True, slots=True)
class ExitTaken:
    """An edge that was walked: for the drop-off on the canvas."""

    flow: str
    node: str
    exit: str


@dataclass(frozen=True, slots=True)
class Turn:
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
