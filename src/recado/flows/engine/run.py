"""What has happened so far in the turn that is being executed?

The only mutable thing of the engine: it lives for one call of `advance` and is what nodes see as `View`.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterable, Mapping
from datetime import datetime
from zlib import crc32
from zoneinfo import ZoneInfo

from recado.channels.models import OutgoingMessage
from recado.flows.engine.asks import Ask
from recado.flows.engine.conditions import Condition, Operand
from recado.flows.engine.definition import Flow, FlowSet
from recado.flows.engine.effects import Effect, HandToHuman, Priority, Say, StartTimer
from recado.flows.engine.expressions import Template
from recado.flows.engine.inputs import Input
from recado.flows.engine.limits import ChannelLimits, Limits
from recado.flows.engine.node_type import ERROR, Node
from recado.flows.engine.problems import Code, Problem, error, warning
from recado.flows.engine.scope import Scope
from recado.flows.engine.session import Frame, Session, State
from recado.flows.engine.turn import ExitTaken, Turn
from recado.flows.engine.values import Value, clean, size_of

DEFAULT_ZONE = "America/Sao_Paulo"


class Run:
    """One turn under way. Everything it is given stays as it was; `turn` gives the outcome."""

    __slots__ = (
        "alone",
        "arrived",
        "ask",
        "attempts",
        "began",
        "channel",
        "effects",
        "exits",
        "expires_at",
        "flow",
        "flows",
        "last_input_at",
        "limits",
        "node",
        "now",
        "own_phone",
        "path",
        "problems",
        "recent",
        "said",
        "scope",
        "stack",
        "start",
        "state",
        "variables",
        "waiting_for",
        "waits_for",
        "wakes_at",
    )

    def __init__(self, flows: FlowSet, session: Session, arrived: Input, *, began: bool) -> None:
        self.flows, self.start, self.began = flows, session, began
        self.limits: Limits = flows.limits
        self.channel: ChannelLimits = arrived.channel
        self.own_phone = arrived.contact.phone
        self.last_input_at, self.expires_at, self.alone = session.last_input_at, session.expires_at, session.alone
        self.problems: list[Problem] = []
        self.variables: Mapping[str, Value] = session.variables
        self.arrived = arrived
        self.now: datetime = self._in_zone(arrived.moment, arrived.time_zone)
        self.scope = Scope(self.variables, arrived, now=self.now, bot=flows.bot_name)
        self.effects: list[Effect] = []
        self.said: list[str] = []
        self.exits: list[ExitTaken] = []
        self.path: list[str] = []
        self.ask: Ask | None = None
        self.flow: Flow | None = flows.flows.get((session.flow, session.version))
        self.node = session.node
        self.stack = session.stack
        self.recent = session.recent
        self.state: State | None = None
        self.attempts = session.attempts
        self.waiting_for = session.waiting_for
        self.waits_for = ""
        self.wakes_at: datetime | None = None

    # What nodes see

    def render(self, template: Template) -> str:
        """The template's text in this session; problems are noted."""
        return template.source if template.is_plain else template.render(self.scope, self.problems)

    def value(self, template: Template) -> Value:
        """The typed value where the template is one name, else its text."""
        return template.value(self.scope, self.problems)

    def operand(self, operand: Operand, fresh: Mapping[str, Value]) -> Value:
        """What an operand comes to; `fresh` are values set a moment ago, seen before the session's."""
        scope: Mapping[str, object] = ChainMap(dict(fresh), self.scope) if fresh else self.scope  # type: ignore[arg-type]
        return operand.value(scope, self.problems)

    def holds(self, condition: Condition) -> bool:
        """Is the condition true in this session?"""
        return condition.holds(self.scope, self.problems)

    def belongs_elsewhere(self, choice_id: str, node: Node) -> bool:
        """Was the tapped choice offered by another node of this flow, further up in the chat?"""
        if not choice_id:
            return False
        offered_by = choice_id.rpartition(":")[0]
        return self.flow is not None and offered_by != node.id and offered_by in self.flow.nodes

    def lot(self, node: Node) -> str:
        """What a draw at this node depends on: the same for one person, flow and node whenever it is asked for."""
        person = self.arrived.contact.id or self.own_phone or str(self.arrived.seed)
        return f"{self.flow.id if self.flow else ''}\n{node.id}\n{person}"

    def key_for(self, node: Node) -> str:
        """A key for a timer or an ask of this node, used at no other turn of the session."""
        return f"{node.id}:{self.start.turn + 1}"

    # What the walk does

    def fail(self, problem: Problem) -> None:
        """End the turn and the session with a visible problem, and tell a person: nobody is left with a dead bot."""
        self.problems.append(problem.at(self.node))
        self.effects.append(HandToHuman("flow_failed", Priority.HIGH, summary=str(problem.code)))
        self.state = State.FAILED

    def take(self, effects: Iterable[Effect]) -> None:
        """Accept the effects of a node; texts are counted, and a ceiling ends the turn."""
        for effect in effects:
            if isinstance(effect, Say) and not self._may_say(effect.message):
                return
            if isinstance(effect, StartTimer):
                self.wakes_at = effect.at
            self.effects.append(effect)

    def change(self, changes: Mapping[str, Value]) -> None:
        """Set variables, within the session's room for them."""
        if not changes:
            return None
        # A new mapping: sessions, frames and results hold on to the one before.
        held = dict(self.variables)
        self.variables = self.scope.variables = held
        for name, value in changes.items():
            kept = clean(value)
            if size_of(kept) > self.limits.value_size:
                self.problems.append(warning(Code.VALUE_TOO_LARGE, node=self.node, variable=name))
                kept = kept[: self.limits.value_size // 2] if isinstance(kept, str) else None
            if name not in held and len(held) >= self.limits.variables:
                return self.fail(error(Code.TOO_MANY_VARIABLES, variable=name, limit=self.limits.variables))
            held[name] = kept
        if self._held() > self.limits.variables_size:
            self.fail(error(Code.VALUE_TOO_LARGE, limit=self.limits.variables_size))
            for name in changes:  # What broke the ceiling is not kept, or no later turn could be stored.
                held[name] = None
        return None

    def call(self, flow: str, parameters: Mapping[str, Value], results: tuple[tuple[str, str], ...]) -> Problem | None:
        """Enter another flow, which sees its parameters and nothing else; this one goes on when it ends.

        Returns why that cannot be, and then nothing has changed.
        """
        target = self.flows.newest(flow)
        if self.flow is None or target is None:
            return error(Code.FLOW_MISSING, node=self.node, flow=flow)
        if len(self.stack) + 1 >= self.limits.depth:
            return error(Code.CALLS_TOO_DEEP, node=self.node, limit=self.limits.depth)
        self.stack = (*self.stack, Frame(self.flow.id, self.flow.version, self.node, self.variables, results))
        self._see({})
        self.flow, self.node = target, target.entry
        self.change(parameters)
        self.declare(target)
        return None

    def give_back(self) -> Node | None:
        """Leave a called flow: its results go to the caller's variables, which are otherwise as they were.

        Returns the node that called; None where its flow is gone, and the session has failed.
        """
        made = self.variables
        frame, caller = self._unwind()
        if caller is None:
            self.fail(error(Code.FLOW_MISSING, flow=frame.flow, version=frame.version))
            return None
        self.change({variable: made.get(source) for variable, source in frame.results})
        return caller

    def caller_that_catches(self) -> Node | None:
        """Leave called flows up to the nearest one whose call has an error exit; None, and nothing left, without one.

        A flow that failed gives no results.
        """
        for at in range(len(self.stack) - 1, -1, -1):
            frame = self.stack[at]
            flow = self.flows.flows.get((frame.flow, frame.version))
            if flow is not None and frame.node in flow.nodes and ERROR in flow.nodes[frame.node].exits:
                self.stack = self.stack[: at + 1]
                return self._unwind()[1]
        return None

    def _unwind(self) -> tuple[Frame, Node | None]:
        self.stack, frame = self.stack[:-1], self.stack[-1]
        self._see(frame.variables)
        self.flow, self.node = self.flows.flows.get((frame.flow, frame.version)), frame.node
        return frame, self.flow.nodes.get(frame.node) if self.flow else None

    def _see(self, variables: Mapping[str, Value]) -> None:
        self.variables = variables
        self.scope = Scope(self.variables, self.arrived, now=self.now, bot=self.flows.bot_name)

    def declare(self, flow: Flow) -> None:
        """Give the flow's declared variables their defaults, unless they hold something."""
        fresh = {name: one.default for name, one in flow.variables.items() if name not in self.variables}
        if fresh:
            self.change(fresh)

    def turn(self) -> Turn:
        """What came of it."""
        state = self.state or State.FAILED
        path = (*self.start.path, *self.path)[-self.limits.path :]
        waits_for = self.waits_for if state is State.WAITING else ""
        goes_on = waits_for == self.start.waiting_for
        wakes_at = (self.wakes_at or (self.start.wakes_at if goes_on else None)) if waits_for else None
        session = Session(
            bot=self.start.bot,
            started_at=self.start.started_at,
            last_input_at=self.last_input_at,
            expires_at=max(self.expires_at, self.flows.expiry_after(wakes_at)) if wakes_at else self.expires_at,
            flow=self.flow.id if self.flow else self.start.flow,
            version=self.flow.version if self.flow else self.start.version,
            node=self.node,
            state=state,
            turn=self.start.turn + 1,
            variables=self.variables,
            stack=self.stack,
            path=path,
            attempts=self.attempts,
            recent=self.recent,
            alone=self.alone,
            waiting_for=waits_for,
            wakes_at=wakes_at,
        )
        return Turn(
            session=session,
            effects=tuple(self.effects),
            ask=self.ask,
            problems=tuple(self.problems[-self.limits.problems :]) if self.problems else (),
            path=tuple(self.path),
            said=tuple(self.said),
            exits=tuple(self.exits),
            began=self.began,
        )

    def _held(self) -> int:
        """Characters of all variables, those of the flows that wait further up among them."""
        held = sum(map(size_of, self.variables.values()))
        if self.stack:
            held += sum(size_of(value) for frame in self.stack for value in frame.variables.values())
        return held

    def _may_say(self, message: OutgoingMessage) -> bool:
        words = message.text or (message.media.link if message.media else "")
        if message.template is not None:
            words = f"{message.template.name}\n{message.template.components}"
        digest = f"{crc32(words.encode('utf-8', 'replace')):x}"
        if self.recent.count(digest) >= self.limits.same_text:
            self.fail(error(Code.SAME_TEXT_TOO_OFTEN, limit=self.limits.same_text))
            return False
        if len(self.said) >= self.limits.says:
            self.fail(error(Code.TOO_MANY_MESSAGES, limit=self.limits.says))
            return False
        self.recent = (*self.recent, digest)[-self.limits.remembered_texts :]
        self.said.append(message.text or (message.template.name if message.template else ""))
        return True

    def _in_zone(self, moment: datetime, name: str) -> datetime:
        try:
            return moment.astimezone(ZoneInfo(name))
        except (OSError, ValueError, OverflowError, LookupError):
            self.problems.append(warning(Code.UNKNOWN_TIME_ZONE, name=name[:80]))
        try:
            return moment.astimezone(ZoneInfo(DEFAULT_ZONE))
        except OverflowError:  # The first and the last day that a datetime knows have no neighbours.
            return moment
