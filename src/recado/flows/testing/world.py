"""What happens around a flow while a case is played: a clock, timers, answers of the outside, a person with their phone?

The production engine takes every turn, and between two turns the session is written to JSON and read back, as it is in a
database. Nothing here waits: the clock jumps from timer to timer.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from fnmatch import fnmatchcase
from itertools import count
from zoneinfo import ZoneInfo

import msgspec

from recado.channels.models import OutgoingMessage
from recado.flows.engine.advance import advance
from recado.flows.engine.asks import Ask
from recado.flows.engine.definition import FlowSet
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
from recado.flows.engine.inputs import Answer, Contact, Input, Message, Start, Timer, Trigger
from recado.flows.engine.limits import WHATSAPP, ChannelLimits
from recado.flows.engine.problems import Problem
from recado.flows.engine.session import Session, State
from recado.flows.engine.turn import Turn
from recado.flows.engine.values import Value, clean
from recado.flows.testing.coverage import Walked
from recado.flows.testing.models import Case, Person, Reply

_ZONE = "America/Sao_Paulo"
_CHAIN = 200
"""Answers and timers one after another without the person: more is a flow that runs in circles."""
WINDOW = timedelta(hours=24)
"""After a person's last message WhatsApp delivers free text this long, and then approved templates only."""
_SENT: Mapping[str, Value] = {"status": 200, "headers": {}, "body": None, "ms": 0}
"""What an outbound webhook is answered where the case says nothing of it."""


class NoReply(Exception):
    """The flow asked the outside something that the case has no answer to."""

    def __init__(self, node: str, request: Mapping[str, Value]) -> None:
        self.node, self.request = node, request
        super().__init__(node)


class RunsInCircles(Exception):
    """Timers or answers follow one another without end."""


class NoTurnsLeft(Exception):
    """The run has taken as many turns as it may."""


class Allowance:
    """How many turns a run may still take, all its cases together."""

    __slots__ = ("left",)

    def __init__(self, turns: int) -> None:
        self.left = turns

    def take(self) -> None:
        """Take one; raises NoTurnsLeft where there is none."""
        if self.left <= 0:
            raise NoTurnsLeft
        self.left -= 1


@dataclass(frozen=True, slots=True)
class Request:
    """Something the flow asked of the outside."""

    node: str
    request: Mapping[str, Value]


class World:
    """One person with a bot, from the first message on. `said` is what the bot said since the last act."""

    def __init__(
        self,
        flows: FlowSet,
        case: Case,
        *,
        zone: str = "",
        channel: ChannelLimits = WHATSAPP,
        walked: Walked | None = None,
        allowance: Allowance | None = None,
        on_turn: Callable[[Turn], None] | None = None,
    ) -> None:
        self.flows, self.channel = flows, channel
        self.zone = case.zone or zone or _ZONE
        own = ZoneInfo(self.zone)
        self.now = case.starts_at.astimezone(own) if case.starts_at.tzinfo else case.starts_at.replace(tzinfo=own)
        self.contact = _known(case.contact)
        self.walked = walked or Walked()
        self.said: list[OutgoingMessage] = []
        self.offered: list[tuple[str, str]] = []
        self.problems: list[Problem] = []
        self.outside_window: list[OutgoingMessage] = []
        self._heard_at: datetime | None = None
        self.tags: set[str] = set()
        self.deals: dict[str, str] = {}
        self.learned: dict[str, Value] = {}
        self.handed: HandToHuman | None = None
        self.archived = False
        self.requests: list[Request] = []
        self.replies: list[Reply] = list(case.replies)
        self.session: Session | None = None
        self.turns = 0
        self.pending: Ask | None = None
        """What the flow asked of the outside and nothing answered."""
        self._allowance, self._on_turn = allowance, on_turn
        self._stored = b""
        self._ahead: list[tuple[datetime, int, Timer | Answer]] = []
        self._numbers = count()
        self._trigger = Trigger(*case.trigger, case.variables)

    # What the person and the clock do

    def hears(self, message: Message) -> None:
        """The person writes; while an attendant has the conversation, the bot is silent."""
        self._heard_at = self.now
        if self.handed is None:
            self._turn(message)

    def begins(self) -> None:
        """The flow begins without a message."""
        self.handed = None
        self._turn(Start())

    def handed_back(self) -> None:
        """The attendant lets the bot answer again; the next message begins anew."""
        self.handed = None

    def answered(self, reply: Reply) -> None:
        """The outside answers what is pending, if anything is."""
        ask, self.pending = self.pending, None
        if ask is not None and self._waits_for(ask.key):
            self._turn(Answer(ask.key, reply.ok, dict(reply.value)))

    def passes_to(self, moment: datetime) -> None:
        """Let time pass; every timer until then fires at its own moment."""
        for _ in range(_CHAIN):
            if not self._ahead or self._ahead[0][0] > moment:
                break
            at, _, what = heapq.heappop(self._ahead)
            if self._waits_for(what.key):
                self.now = max(self.now, at.astimezone(self.now.tzinfo))
                self._turn(what)
        else:
            raise RunsInCircles
        self.now = max(self.now, moment)

    def _turn(self, what: Message | Timer | Answer | Start) -> None:
        """A turn, and those that answers to its asks make of it."""
        for _ in range(_CHAIN):
            ask, node = self._advance(what)
            if ask is None:
                return
            answer = self._answer(ask, node)
            if answer is None:
                return
            what = answer
        raise RunsInCircles

    def _advance(self, what: Message | Timer | Answer | Start) -> tuple[Ask | None, str]:
        if self._allowance is not None:
            self._allowance.take()
        self.turns += 1
        arrived = Input(what, self.now, self.zone, self.contact, self.turns, self._trigger, self.channel)
        turn = advance(self.flows, self._read(), arrived)
        if turn.began:
            self._trigger = Trigger()
        self._keep(turn)
        for effect in turn.effects:
            self._perform(effect)
        self.problems.extend(turn.problems)
        self.walked.add(turn)
        if self._on_turn is not None:
            self._on_turn(turn)
        return turn.ask, turn.session.node

    def _read(self) -> Session | None:
        return Session.from_json(msgspec.json.decode(self._stored)) if self._stored else None

    def _keep(self, turn: Turn) -> None:
        self.session = turn.session
        self._stored = msgspec.json.encode(turn.session.to_json())

    def _perform(self, effect: Effect) -> None:
        act = _PERFORMERS.get(type(effect))
        if act is not None:
            act(self, effect)

    def _say(self, effect: Say) -> None:
        self.said.append(effect.message)
        is_open = self._heard_at is not None and self.now - self._heard_at < WINDOW
        if effect.message.template is None and not is_open:
            self.outside_window.append(effect.message)
        self.offered = [*_choices(effect.message), *self.offered][:200]

    def _set_field(self, effect: SetContactField) -> None:
        value = clean(effect.value)
        self.learned[effect.field] = value
        if effect.field == "name":
            self.contact = replace(self.contact, name=str(value or ""))
        elif effect.field == "email":
            self.contact = replace(self.contact, email=str(value or ""))
        else:
            self.contact = replace(self.contact, custom={**self.contact.custom, effect.field: value})

    def _hand(self, effect: HandToHuman) -> None:
        self.handed = effect

    def _archive(self, effect: EndConversation) -> None:
        self.archived = True

    def _start_timer(self, effect: StartTimer) -> None:
        self._later(effect.at, Timer(effect.key))

    def _later(self, at: datetime, what: Timer | Answer) -> None:
        heapq.heappush(self._ahead, (at, next(self._numbers), what))

    def _waits_for(self, key: str) -> bool:
        session = self.session
        return (
            self.handed is None
            and session is not None
            and session.state is State.WAITING
            and session.waiting_for == key
        )

    def _answer(self, ask: Ask, node: str) -> Answer | None:
        """The answer to an ask, or None where it comes later."""
        self.requests.append(Request(node, ask.request))
        reply = self._reply(node, ask)
        if reply is None and ask.kind != "webhook":
            self.pending = ask
            raise NoReply(node, ask.request)
        answer = Answer(ask.key, True, dict(_SENT)) if reply is None else Answer(ask.key, reply.ok, dict(reply.value))
        if reply is None or reply.delay is None:
            return answer
        self._later(reply.delay.after(self.now), answer)
        return None

    def _reply(self, node: str, ask: Ask) -> Reply | None:
        """The first reply that fits; it is used up if a later one fits as well."""
        fitting = [at for at, one in enumerate(self.replies) if _fits(one, node, ask.request)]
        if not fitting:
            return None
        found = self.replies[fitting[0]]
        if len(fitting) > 1:
            del self.replies[fitting[0]]
        return found


def _known(person: Person) -> Contact:
    return Contact(person.name, person.phone, person.email, person.custom, person.id)


_PERFORMERS: Mapping[type, Callable[..., None]] = {
    Say: World._say,
    SetContactField: World._set_field,
    HandToHuman: World._hand,
    EndConversation: World._archive,
    StartTimer: World._start_timer,
    TagContact: lambda world, effect: world.tags.add(effect.tag),
    UntagContact: lambda world, effect: world.tags.discard(effect.tag),
    PlaceDeal: lambda world, effect: world.deals.update({effect.pipeline: effect.stage}),
}


def _fits(reply: Reply, node: str, request: Mapping[str, Value]) -> bool:
    if reply.node and reply.node != node:
        return False
    if reply.method and reply.method.upper() != str(request.get("method", "")).upper():
        return False
    return not reply.url or address_fits(reply.url, str(request.get("url", "")))


def address_fits(wanted: str, url: str) -> bool:
    """Is the address the wanted one? `*` stands for anything; without it, the beginning up to `?` is enough."""
    if "*" in wanted:
        return fnmatchcase(url, wanted.replace("[", "[[]").replace("?", "[?]"))
    return url == wanted or url.split("?", maxsplit=1)[0] == wanted


def _choices(message: OutgoingMessage) -> Iterable[tuple[str, str]]:
    """Id and title of everything that can be tapped under a message."""
    yield from ((button.id, button.title) for button in message.buttons)
    for section in message.sections:
        yield from ((row.id, row.title) for row in section.rows)


def choices_of(message: OutgoingMessage) -> tuple[str, ...]:
    """The titles that can be tapped under a message, in their order."""
    return tuple(title for _, title in _choices(message))
