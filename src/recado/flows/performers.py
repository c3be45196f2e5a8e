"""What is done in the world for each effect of a turn, and for its ask?"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec

from recado.contacts import service as contacts
from recado.contacts.models import ContactId
from recado.conversations.models import FLOW, ConversationId, Handoff, State
from recado.conversations.service.desk import Desk
from recado.flows.dealing import Wanted, place
from recado.flows.engine.asks import Ask
from recado.flows.engine.effects import (
    Effect,
    EndConversation,
    HandToHuman,
    PlaceDeal,
    Say,
    SetContactField,
    StartTimer,
    TagContact,
    UntagContact,
)
from recado.flows.engine.turn import Turn
from recado.flows.engine.values import store_value
from recado.flows.models import NewAsk, SessionId, Wait
from recado.flows.store import waiting
from recado.foundation import jobs
from recado.foundation.database import Transaction
from recado.foundation.identifiers import new_id

ANSWER_ASK = "flows.answer_ask"
ANSWER_WITHIN = timedelta(minutes=10)
"""An ask that nobody has answered by then is answered with a timeout: no session waits for ever. Five tries of ten
seconds with their pauses take less than two minutes."""
UNANSWERED = {"ok": False, "value": {"error": "timeout", "detail": "nobody answered the ask"}}


@dataclass(frozen=True, slots=True)
class Stage:
    """Where a turn was played: the conversation, its person, the session that the turn gave, and when."""

    conversation: ConversationId
    contact: ContactId
    session: SessionId
    now: datetime
    turn: int = 0


@dataclass(slots=True)
class Performers:
    """Turns effects into acts on the desk and rows to be written; `save` writes what the desk does not."""

    desk: Desk
    learned: dict[ContactId, dict[str, Any]] = field(default_factory=dict)
    tagged: dict[tuple[ContactId, str], bool] = field(default_factory=dict)
    waits: list[Wait] = field(default_factory=list)
    asks: list[NewAsk] = field(default_factory=list)
    deals: list[Wanted] = field(default_factory=list)

    def perform(self, stage: Stage, turn: Turn) -> list[dict[str, object]]:
        """Do all that the turn wants, in order; return a problem for each message that must not leave."""
        problems: list[dict[str, object]] = []
        for effect in turn.effects:
            if (reason := self._one(stage, effect)) and isinstance(effect, Say):
                problems.append(
                    {"code": "not_sent", "severity": "error", "node": effect.node, "data": {"reason": reason}}
                )
        if turn.ask is not None:
            self._ask(stage, turn.ask)
        return problems

    def _one(self, stage: Stage, effect: Effect) -> str:
        """Do one thing; the reason where a message stands in the thread as refused."""
        match effect:
            case Say(message=message, node=node):
                refused = len(self.desk.refused)
                self.desk.say(stage.conversation, message, FLOW, content={"node": node} if node else None)
                return self.desk.refused[-1][1] if len(self.desk.refused) > refused else ""
            case HandToHuman(reason=reason, priority=priority, team=team, summary=summary):
                level = {"low": "low", "normal": "normal"}.get(priority.value, "high")
                self.desk.hand_to_human(Handoff(stage.conversation, reason, level, team, summary), FLOW)
            case EndConversation(reason=reason):
                self.desk.move(stage.conversation, State.ARCHIVED, FLOW, reason or "flow_ended")
            case SetContactField(field=name, value=value):
                self.learned.setdefault(stage.contact, {})[name] = store_value(value)
            case TagContact(tag=tag):
                self.tagged[stage.contact, tag] = True
            case UntagContact(tag=tag):
                self.tagged[stage.contact, tag] = False
            case PlaceDeal():
                key = f"{stage.session}:{stage.turn}:{len(self.deals)}"
                self.deals.append(Wanted(stage.session, stage.conversation, stage.contact, effect, key))
            case StartTimer(key=key, at=at):
                self.waits.append(
                    Wait(new_id(), stage.conversation, stage.session, "flow_timer", key, at)
                )  # fmt: skip
            case other:
                raise TypeError(f"no performer for {type(other).__name__}")
        return ""

    def _ask(self, stage: Stage, ask: Ask) -> None:
        id_ = new_id()
        request = {name: store_value(value) for name, value in ask.request.items()}
        answer = msgspec.json.encode(UNANSWERED).decode()
        due = stage.now + ANSWER_WITHIN
        self.waits.append(Wait(id_, stage.conversation, stage.session, "flow_answer", ask.key, due, answer))
        self.asks.append(NewAsk(id_, ask.kind, msgspec.json.encode(request).decode()))

    async def save_contacts(self, tx: Transaction) -> None:
        """Write what the turns have learned of people."""
        await contacts.remember_fields(tx, list(self.learned.items()))
        if self.tagged:
            await contacts.label(tx, self.tagged)

    async def save_deals(self, tx: Transaction) -> dict[UUID, list[dict[str, object]]]:
        """Begin and move deals, once the conversations they belong to are there; return what was refused, by session."""
        problems: dict[UUID, list[dict[str, object]]] = {}
        for one in self.deals:
            if (problem := await place(tx, one)) is not None:
                problems.setdefault(one.session, []).append(problem)
        return problems

    async def save_waits(self, tx: Transaction) -> None:
        """Write waits and asks, once the sessions they belong to are there, and have the asks answered."""
        await waiting.insert(tx, self.waits)
        await waiting.insert_asks(tx, self.asks)
        if self.asks:
            await jobs.defer_many(tx, ANSWER_ASK, [{"ask_id": str(one.id)} for one in self.asks])
