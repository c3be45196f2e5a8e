"""A conversation with a flow, session written to JSON and read back between all turns."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from recado.app.installed import installed_nodes
from recado.flows.engine.advance import advance
from recado.flows.engine.definition import Flow, FlowSet, read_definition
from recado.flows.engine.effects import Say
from recado.flows.engine.inputs import Contact, Input, Message, Start, Trigger
from recado.flows.engine.limits import Limits
from recado.flows.engine.node_type import NodeTypes
from recado.flows.engine.problems import Code
from recado.flows.engine.session import Session
from recado.flows.engine.turn import Turn

TYPES: NodeTypes = installed_nodes()
NOW = datetime(2026, 11, 21, 15, 0, tzinfo=UTC)
"""A Saturday, noon in São Paulo."""
ZONE = "America/Sao_Paulo"
MARIA = Contact(name="MARIA da Silva", phone="5511987654321")


def flow_of(
    nodes: Mapping[str, Any], *, types: NodeTypes = TYPES, version: int = 1, flow: str = "f", **more: Any
) -> Flow:
    """A flow of these nodes; the first is its entry."""
    data = {"format": 1, "id": flow, "name": "Teste", "entry": next(iter(nodes)), "nodes": dict(nodes), **more}
    return read_definition(data, types, version=version)


def say(text: str, **exits: str) -> dict[str, Any]:
    """A message node that goes to `next` (or the exits named)."""
    return {"type": "message", "options": {"text": text}, "exits": exits}


def ask(text: str, exits: Mapping[str, str] | None = None, **options: Any) -> dict[str, Any]:
    """A question node."""
    return {"type": "question", "options": {"text": text, **options}, "exits": dict(exits or {})}


def said_by(turn: Turn) -> list[str]:
    """The texts of a turn."""
    return [effect.message.text for effect in turn.effects if isinstance(effect, Say)]


def codes(turn: Turn) -> list[Code]:
    """The codes of a turn's problems."""
    return [problem.code for problem in turn.problems]


def arriving(
    text: str = "oi", *, at: datetime = NOW, contact: Contact = MARIA, choice: str = "", zone: str = ZONE, **more: Any
) -> Input:
    """A message that arrives."""
    return Input(Message(text=text, choice_id=choice, **more), at, zone, contact, seed=1)


class Talk:
    """Somebody who talks with a flow."""

    def __init__(
        self, *flows: Flow, types: NodeTypes = TYPES, limits: Limits | None = None, contact: Contact = MARIA
    ) -> None:
        self.flows = FlowSet.of(*flows, types=types, limits=limits)
        self.contact = contact
        self.session: Session | None = None
        self.at = NOW
        self.turn: Turn | None = None

    def begin(self, **variables: Any) -> list[str]:
        """Start without a message."""
        return self._advance(Input(Start(), self.at, ZONE, self.contact, 1, Trigger("manual", "", variables)))

    def says(self, text: str = "oi", *, choice: str = "", type: str = "text") -> list[str]:
        """The person writes or taps; what the flow says to it."""
        return self._advance(arriving(text, at=self.at, contact=self.contact, choice=choice, type=type))

    def later(self, **time: float) -> None:
        """Time goes by."""
        self.at += timedelta(**time)

    @property
    def last(self) -> Turn:
        """The last turn."""
        assert self.turn is not None
        return self.turn

    @property
    def state(self) -> str:
        """The state of the session."""
        return self.last.session.state.value

    def variable(self, name: str) -> Any:
        """A variable of the session."""
        return self.last.session.variables.get(name)

    def _advance(self, arrived: Input) -> list[str]:
        self.at += timedelta(seconds=5)
        self.turn = advance(self.flows, self.session, arrived)
        stored = json.dumps(self.turn.session.to_json(), ensure_ascii=False)
        self.session = Session.from_json(json.loads(stored))
        assert self.session == self.turn.session
        return said_by(self.turn)
