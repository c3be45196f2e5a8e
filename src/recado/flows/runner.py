"""How does the pure engine meet the world: which bot, which session, and what is written down of a turn?

A turn begins with a message, or with something that a session has waited for: a moment, an answer from the outside. Both are
inputs of a conversation's chat, handled in the transaction that takes them off the inbox.
"""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from uuid import UUID

import msgspec

from recado.channels.models import InboundMessage, OutgoingMessage
from recado.contacts import service as contacts
from recado.contacts.models import Contact as StoredContact
from recado.contacts.models import ContactId
from recado.conversations.events import InputDue, MessageReceived
from recado.conversations.models import FLOW, SYSTEM, ConversationId, Handoff, MessageId, Silence
from recado.conversations.service.desk import Desk
from recado.flows import bubbles
from recado.flows.engine.advance import advance
from recado.flows.engine.inputs import Answer, Contact, Input, Message, Start, Timer, Trigger
from recado.flows.engine.problems import Problem
from recado.flows.engine.values import Value, read_value
from recado.flows.library import FlowLibrary
from recado.flows.models import Bot, FlowVersionId, Published, SessionId, StoredSession, TurnRow, Wait
from recado.flows.performers import Performers, Stage
from recado.flows.recording import outcome_of, pins_of, record_of
from recado.flows.rules import Candidate, choose_bot
from recado.flows.rules.waiting import Drop, Hold, Take, fate_of
from recado.flows.store import running as store
from recado.flows.store import waiting
from recado.foundation.database import Transaction
from recado.foundation.identifiers import new_id

_SEED_BITS = (1 << 63) - 1
Reached = MessageReceived | InputDue


@dataclass(frozen=True, slots=True)
class Runner:
    """The listener of messages and of what is due: one turn for each, inside the transaction that handles it."""

    library: FlowLibrary

    async def __call__(self, tx: Transaction, desk: Desk, received: Sequence[MessageReceived]) -> None:
        """Run a turn for each of `received`; there is at most one of a conversation."""
        run, sessions = await self._begin(tx, desk, received)
        if any(bot.bubble_window_ms for bot in run.bots):
            await run.read_bubbles([one.conversation for one in received])
        for one in received:
            run.message(one, sessions.get(one.conversation))
        await run.finish()

    async def on_due(self, tx: Transaction, desk: Desk, due: Sequence[InputDue]) -> None:
        """Run a turn for each of `due` that a session still waits for; there is at most one of a conversation."""
        run, sessions = await self._begin(tx, desk, due)
        waits = await waiting.read(tx, [one.reference for one in due])
        await run.read_texts([wait for wait in waits.values() if wait.kind == "flow_bubble"])
        for one in due:
            wait = waits.get(one.reference)
            if wait is None:
                tx.count("flow_inputs_dropped", label="withdrawn")
                continue
            if wait.kind == "flow_start":
                run.start(one, wait, sessions.get(one.conversation))
            elif wait.kind == "flow_bubble":
                run.bubble(one, wait, sessions.get(one.conversation))
            else:
                run.due(one, wait, sessions.get(one.conversation))
        await run.finish()

    async def _begin(
        self, tx: Transaction, desk: Desk, reached: Sequence[Reached]
    ) -> tuple[_Run, dict[ConversationId, StoredSession]]:
        bots = await store.bots(tx)
        published = await store.published(tx)
        sessions = await store.waiting_sessions(tx, {one.conversation for one in reached})
        pinned = {pin for stored in sessions.values() for pin in pins_of(stored.session)}
        versions = [*((one.flow, one.number) for one in published), *((UUID(flow), number) for flow, number in pinned)]
        await self.library.load(tx, versions)
        run = _Run(tx, desk, self.library, bots, published, Performers(desk))
        if self.library.read_tags(tx.organization_id, versions):
            run.tags = await contacts.tags_of(tx, {one.contact.id for one in reached})
        return run, sessions


@dataclass(slots=True)
class _Run:
    tx: Transaction
    desk: Desk
    library: FlowLibrary
    bots: Sequence[Bot]
    published: Sequence[Published]
    performers: Performers
    sessions: list[tuple[StoredSession, FlowVersionId]] = field(default_factory=list)
    expired: list[SessionId] = field(default_factory=list)
    turns: list[TurnRow] = field(default_factory=list)
    surroundings: dict[UUID, str] = field(default_factory=dict)
    taken: list[UUID] = field(default_factory=list)
    """Waits that had their turn, or shall have none."""
    withdrawn: list[tuple[SessionId, str]] = field(default_factory=list)
    tags: Mapping[ContactId, Sequence[str]] = field(default_factory=dict)
    bubbles: Mapping[ConversationId, Wait] = field(default_factory=dict)
    texts: Mapping[UUID, str] = field(default_factory=dict)
    held: list[tuple[UUID, datetime]] = field(default_factory=list)

    def message(self, one: MessageReceived, stored: StoredSession | None) -> None:
        """Run the turn of a message."""
        bot, trigger = self._bot(one, stored, one.arrived.text)
        if bot is None or bot.entry is None:
            self.desk.hand_to_human(Handoff(one.conversation, "no_bot"), SYSTEM)
            return
        message = _message(one.arrived)
        begun = self.bubbles.get(one.conversation)
        if (bot.bubble_window_ms or begun is not None) and not message.choice_id:
            self._join(one, message, begun, timedelta(milliseconds=bot.bubble_window_ms))
            return
        if begun is not None:  # A tap is meant to be answered at once, with what was written before it.
            self.taken.append(begun.id)
            message = bubbles.merged(bubbles.read(begun.payload), self.texts, message) or message
        arrived = self._input(one, message, trigger, one.message)
        self._turn(one, bot, stored, arrived, said=message.text, message=one.message)

    def _join(self, one: MessageReceived, message: Message, begun: Wait | None, window: timedelta) -> None:
        """Let the message wait for those that may follow it."""
        bubble = bubbles.joined(bubbles.read(begun.payload) if begun else None, one.message, message, one.moment)
        due_at = one.moment if bubble.is_full() else bubbles.ends_at(bubble, window, one.moment)
        self.performers.waits.append(
            Wait(new_id(), one.conversation, None, "flow_bubble", bubbles.KEY, due_at, bubble.encoded())
        )  # fmt: skip

    def bubble(self, one: InputDue, wait: Wait, stored: StoredSession | None) -> None:
        """Run the turn of messages that were waited for, unless a person has begun to answer them."""
        bubble = bubbles.read(wait.payload)
        message = bubbles.merged(bubble, self.texts)
        if isinstance(one.decided, Silence) or message is None:
            self._drop(wait, one.decided.reason if isinstance(one.decided, Silence) else "taken_back")
            return
        self.taken.append(wait.id)
        bot, trigger = self._bot(one, stored, message.text)
        if bot is None or bot.entry is None:
            self.desk.hand_to_human(Handoff(one.conversation, "no_bot"), SYSTEM)
            return
        last = MessageId(bubble.parts[-1].id)
        self._turn(one, bot, stored, self._input(one, message, trigger, last), said=message.text, message=last)

    def start(self, one: InputDue, wait: Wait, stored: StoredSession | None) -> None:
        """Begin a bot's flow although nobody has written, in the place of whatever waits; not while a person answers."""
        bot = next((bot for bot in self.bots if str(bot.id) == wait.payload), None)
        if isinstance(one.decided, Silence) or bot is None or bot.entry is None:
            self._drop(wait, one.decided.reason if isinstance(one.decided, Silence) else "no_bot")
            return
        self.taken.append(wait.id)
        self._turn(one, bot, stored, self._input(one, Start(), Trigger("manual"), wait.id), said="", message=None)

    async def read_bubbles(self, talks: Sequence[ConversationId]) -> None:
        """Have the bubbles that these people have begun ready."""
        self.bubbles = await waiting.bubbles(self.tx, talks)
        await self.read_texts(list(self.bubbles.values()))

    async def read_texts(self, waits: Sequence[Wait]) -> None:
        """Have the texts of bubbles ready."""
        if waits:
            ids = [part.id for wait in waits for part in bubbles.read(wait.payload).parts]
            self.texts = await waiting.texts(self.tx, ids)

    def due(self, one: InputDue, wait: Wait, stored: StoredSession | None) -> None:
        """Run the turn of what a session has waited for, or decide why it has none."""
        waits = stored is not None and stored.id == wait.session and stored.session.waiting_for == wait.key
        match fate_of(one.decided, held_since=wait.held_since, now=one.moment):
            case Hold(until=until) if waits:
                self.held.append((wait.id, until))
            case Drop(reason=reason) if waits and stored is not None:
                self._drop(wait, reason)
                self.expired.append(stored.id)
                conversation = self.desk.conversations[one.conversation]
                self.desk.put(replace(conversation, bot=None))
            case Take() if waits and stored is not None:
                self._take(one, wait, stored)
            case _:
                self._drop(wait, "withdrawn")

    def _take(self, one: InputDue, wait: Wait, stored: StoredSession) -> None:
        bot = next((bot for bot in self.bots if bot.id == stored.bot), None)
        if bot is None:
            self._drop(wait, "no_bot")
            return
        self.taken.append(wait.id)
        what = _answer(wait) if wait.kind == "flow_answer" else Timer(wait.key)
        self._turn(one, bot, stored, self._input(one, what, Trigger(), wait.id), said="", message=None)

    def _drop(self, wait: Wait, reason: str) -> None:
        self.taken.append(wait.id)
        self.tx.count("flow_inputs_dropped", label=reason)

    def _turn(
        self,
        one: Reached,
        bot: Bot,
        stored: StoredSession | None,
        arrived: Input,
        *,
        said: str,
        message: MessageId | None,
    ) -> None:
        before = stored.session if stored else None
        flows = self.library.flow_set(self.tx.organization_id, bot, self.published, dict(pins_of(before)))
        turn = advance(flows, before, arrived)
        if before is not None and not turn.began and turn.session.turn == before.turn:
            return  # nobody waited for it: the engine changed nothing
        if stored is not None:
            if turn.began:
                self.expired.append(stored.id)
            if stored.session.waiting_for and (turn.began or stored.session.waiting_for != turn.session.waiting_for):
                self.withdrawn.append((stored.id, stored.session.waiting_for))
        id_ = stored.id if stored is not None and not turn.began else SessionId(new_id())
        version = self.library.version_id(self.tx.organization_id, turn.session.flow, turn.session.version)
        if version is None:
            # A version that is gone cannot be pointed at; the person is not left alone with it.
            self.desk.hand_to_human(Handoff(one.conversation, "flow_failed"), SYSTEM)
            return
        problems = self.performers.perform(
            Stage(one.conversation, one.contact.id, id_, one.moment, turn.session.turn), turn
        )
        if turn.session.state.value == "failed" and bot.fallback_text:
            self.desk.say(one.conversation, OutgoingMessage(text=bot.fallback_text), FLOW)
        self.sessions.append((StoredSession(id_, one.conversation, bot.id, turn.session), version))
        conversation = self.desk.conversations[one.conversation]
        self.desk.put(replace(conversation, bot=bot.id if not turn.session.is_over() else None))
        around = self.library.surroundings(flows)
        self.surroundings[around.id] = around.content
        self.turns.append(
            TurnRow(
                id_, turn.session.turn, version, turn.session.node, turn.path, said, turn.said,
                (*(_problem(problem) for problem in turn.problems), *problems), one.phone, message,
                tuple((taken.flow, taken.node, taken.exit) for taken in turn.exits), turn.session.state.value,
                record_of(arrived, None if turn.began else before), outcome_of(turn), around.id,
            )
        )  # fmt: skip

    def _input(self, one: Reached, what: Message | Timer | Answer | Start, trigger: Trigger, seed: UUID) -> Input:
        known = _known(one.contact, one.phone, self.tags.get(one.contact.id, ()))
        # The seed is the message's or the wait's own id: recorded with it, so that a replay draws the same.
        return Input(what, one.moment, one.time_zone, known, seed.int & _SEED_BITS, trigger)

    def _bot(self, one: Reached, stored: StoredSession | None, text: str) -> tuple[Bot | None, Trigger]:
        by_id = {str(bot.id): bot for bot in self.bots}
        if stored is not None and not stored.session.is_expired(one.moment):
            return by_id.get(str(stored.bot)), Trigger()
        fallback = next((str(bot.id) for bot in self.bots if bot.is_fallback), "")
        candidates = [Candidate(str(bot.id), bot.keywords) for bot in self.bots]
        chosen = choose_bot(candidates, text, default=str(one.default_bot or ""), fallback=fallback)
        return by_id.get(chosen.bot), Trigger("keyword", chosen.keyword) if chosen.keyword else Trigger()

    async def finish(self) -> None:
        """Write what was learned of people, and leave the rest for when the conversations are written."""
        await self.performers.save_contacts(self.tx)
        self.desk.afterwards.append(self._save)

    async def _save(self, tx: Transaction) -> None:
        """Write sessions, turns and waits, after the conversations they belong to."""
        await store.expire(tx, self.expired)
        await store.save_sessions(tx, self.sessions)
        if refused := await self.performers.save_deals(tx):
            self.turns = [replace(row, problems=(*row.problems, *refused.get(row.session, ()))) for row in self.turns]
        await store.insert_turns(tx, self.turns, self.surroundings)
        await waiting.finish(tx, self.taken)
        await waiting.withdraw(tx, self.withdrawn)
        await waiting.hold(tx, self.held, self.desk.now)
        await self.performers.save_waits(tx)


def _problem(problem: Problem) -> dict[str, object]:
    return {
        "code": problem.code.value, "severity": problem.severity.value, "node": problem.node, "data": dict(problem.data),
    }  # fmt: skip


def _message(arrived: InboundMessage) -> Message:
    place = arrived.content.get("location") if arrived.type.value == "location" else None
    return Message(
        text=arrived.text,
        type=arrived.type.value,
        choice_id=arrived.choice.id if arrived.choice else "",
        media={"id": arrived.media.provider_id, "mime_type": arrived.media.mime_type} if arrived.media else None,
        location=place if isinstance(place, dict) else None,
    )


def _answer(wait: Wait) -> Answer:
    kept = msgspec.json.decode(wait.payload)
    return Answer(wait.key, bool(kept["ok"]), read_value(kept["value"]))


def _known(contact: StoredContact, phone: str, tags: Sequence[str]) -> Contact:
    fields: dict[str, Value] = {"tags": list(tags)} if tags else {}
    for name, value in contact.fields.items():
        with contextlib.suppress(ValueError, TypeError, KeyError):  # what nobody can read, a flow need not know
            fields[name] = read_value(value)
    email = fields.get("email")
    return Contact(
        name=contact.shown_name, phone=phone, email=email if isinstance(email, str) else "", custom=fields,
        id=str(contact.id),
    )  # fmt: skip
