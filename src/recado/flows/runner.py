"""How does the pure engine meet the world: which bot, which session, which effects?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from recado.channels.models import InboundMessage, OutgoingMessage
from recado.contacts import service as contacts
from recado.contacts.models import ContactId
from recado.conversations.events import MessageReceived
from recado.conversations.models import FLOW, SYSTEM, Handoff, State
from recado.conversations.service.desk import Desk
from recado.flows.engine.advance import advance
from recado.flows.engine.effects import EndConversation, HandToHuman, Say, SetContactField
from recado.flows.engine.inputs import Contact as KnownContact
from recado.flows.engine.inputs import Input, Message, Trigger
from recado.flows.engine.problems import Problem
from recado.flows.engine.turn import Turn
from recado.flows.library import FlowLibrary
from recado.flows.models import Bot, FlowVersionId, Published, SessionId, StoredSession, TurnRow
from recado.flows.rules import Candidate, choose_bot
from recado.flows.store import running as store
from recado.foundation.database import Transaction
from recado.foundation.identifiers import new_id

_SEED_BITS = (1 << 63) - 1


@dataclass(frozen=True, slots=True)
class Runner:
    """The listener of `MessageReceived`: one turn for each message, inside the transaction that received it."""

    library: FlowLibrary

    async def __call__(self, tx: Transaction, desk: Desk, received: Sequence[MessageReceived]) -> None:
        """Run a turn for each of `received`; there is at most one of a conversation."""
        bots = await store.bots(tx)
        published = await store.published(tx)
        sessions = await store.waiting_sessions(tx, {one.conversation for one in received})
        pinned = [
            (flow, number)
            for stored in sessions.values()
            for flow, number in ((stored.session.flow, stored.session.version), *_frames(stored))
        ]
        await self.library.load(
            tx, [*((one.flow, one.number) for one in published), *((UUID(flow), number) for flow, number in pinned)]
        )  # fmt: skip
        run = _Run(tx, desk, self.library, bots, published)
        for one in received:
            run.turn(one, sessions.get(one.conversation))
        await contacts.remember_fields(tx, list(run.learned.items()))
        desk.afterwards.append(run.save)


@dataclass(slots=True)
class _Run:
    tx: Transaction
    desk: Desk
    library: FlowLibrary
    bots: Sequence[Bot]
    published: Sequence[Published]
    sessions: list[tuple[StoredSession, FlowVersionId]] = field(default_factory=list)
    expired: list[SessionId] = field(default_factory=list)
    turns: list[TurnRow] = field(default_factory=list)
    learned: dict[ContactId, dict[str, Any]] = field(default_factory=dict)

    def turn(self, one: MessageReceived, stored: StoredSession | None) -> None:
        """Run one turn and lay its effects on the desk."""
        bot, trigger = self._bot(one, stored)
        if bot is None or bot.entry is None:
            self.desk.hand_to_human(Handoff(one.conversation, "no_bot"), SYSTEM)
            return
        pinned = dict(((stored.session.flow, stored.session.version), *_frames(stored))) if stored else {}
        flows = self.library.flow_set(self.tx.organization_id, bot, self.published, pinned)
        turn = advance(flows, stored.session if stored else None, _input(one, trigger))
        self._perform(one, turn)
        self._keep(one, bot, stored, turn)

    def _bot(self, one: MessageReceived, stored: StoredSession | None) -> tuple[Bot | None, Trigger]:
        by_id = {str(bot.id): bot for bot in self.bots}
        if stored is not None and not stored.session.is_expired(one.moment):
            return by_id.get(str(stored.bot)), Trigger()
        fallback = next((str(bot.id) for bot in self.bots if bot.is_fallback), "")
        candidates = [Candidate(str(bot.id), bot.keywords) for bot in self.bots]
        chosen = choose_bot(candidates, one.arrived.text, default=str(one.default_bot or ""), fallback=fallback)
        return by_id.get(chosen.bot), Trigger("keyword", chosen.keyword) if chosen.keyword else Trigger()

    def _perform(self, one: MessageReceived, turn: Turn) -> None:
        for effect in turn.effects:
            match effect:
                case Say(message=message, node=node):
                    self.desk.say(one.conversation, message, FLOW, content={"node": node} if node else None)
                case HandToHuman(reason=reason, priority=priority, team=team, summary=summary):
                    level = {"low": "low", "normal": "normal"}.get(priority.value, "high")
                    self.desk.hand_to_human(Handoff(one.conversation, reason, level, team, summary), FLOW)
                case SetContactField(field=name, value=value):
                    self.learned.setdefault(one.contact.id, {})[name] = value
                case EndConversation(reason=reason):
                    self.desk.move(one.conversation, State.ARCHIVED, FLOW, reason or "flow_ended")
                case other:
                    raise TypeError(f"no performer for {type(other).__name__}")

    def _keep(self, one: MessageReceived, bot: Bot, stored: StoredSession | None, turn: Turn) -> None:
        goes_on = stored is not None and not turn.began
        if stored is not None and turn.began:
            self.expired.append(stored.id)
        id_ = stored.id if stored is not None and goes_on else SessionId(new_id())
        session = turn.session
        version = self.library.version_id(self.tx.organization_id, session.flow, session.version)
        if version is None:
            # A version that is gone cannot be pointed at; the person is not left alone with it.
            self.desk.hand_to_human(Handoff(one.conversation, "flow_failed"), SYSTEM)
            return
        if session.state.value == "failed" and bot.fallback_text:
            self.desk.say(one.conversation, OutgoingMessage(text=bot.fallback_text), FLOW)
        self.sessions.append((StoredSession(id_, one.conversation, bot.id, session), version))
        conversation = self.desk.conversations[one.conversation]
        self.desk.put(replace(conversation, bot=bot.id if not session.is_over() else None))
        self.turns.append(
            TurnRow(
                id_,
                session.turn,
                version,
                session.node,
                turn.path,
                one.arrived.text,
                turn.said,
                tuple(_problem(problem) for problem in turn.problems),
                one.phone,
                one.message,
                tuple((taken.flow, taken.node, taken.exit) for taken in turn.exits),
                session.state.value,
            )
        )

    async def save(self, tx: Transaction) -> None:
        """Write sessions and turns, after the conversations they belong to."""
        await store.expire(tx, self.expired)
        await store.save_sessions(tx, self.sessions)
        await store.insert_turns(tx, self.turns)


def _frames(stored: StoredSession) -> list[tuple[str, int]]:
    return [(frame.flow, frame.version) for frame in stored.session.stack]


def _problem(problem: Problem) -> dict[str, object]:
    return {
        "code": problem.code.value, "severity": problem.severity.value, "node": problem.node, "data": dict(problem.data),
    }  # fmt: skip


def _input(one: MessageReceived, trigger: Trigger) -> Input:
    arrived: InboundMessage = one.arrived
    contact = one.contact
    return Input(
        Message(
            text=arrived.text,
            type=arrived.type.value,
            choice_id=arrived.choice.id if arrived.choice else "",
            media={"id": arrived.media.provider_id, "mime_type": arrived.media.mime_type} if arrived.media else None,
        ),
        one.moment,
        one.time_zone,
        KnownContact(name=contact.shown_name, phone=one.phone, custom=contact.fields),
        # The message's own id: recorded with it, so that a replay draws the same.
        one.message.int & _SEED_BITS,
        trigger,
    )
