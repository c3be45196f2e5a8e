"""Does a recorded conversation come out the same when it is played again, and where would another flow have led it?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from uuid import UUID

from recado.flows.engine.advance import advance
from recado.flows.engine.definition import Flow, FlowSet
from recado.flows.engine.inputs import Answer, Input, Message, Timer
from recado.flows.engine.session import Session
from recado.flows.engine.turn import Turn
from recado.flows.recording import KeptTurn, outcome_of, pins_of
from recado.flows.rules.moving import moved
from recado.flows.rules.telling import choices_of, outward


class Verdict(StrEnum):
    """How a turn came out."""

    SAME = "same"
    """Byte for byte."""
    ALIKE = "alike"
    """The same in all that anybody can see; what is kept of the session is kept otherwise, as by another release."""
    DIFFERENT = "different"
    UNKNOWN = "unknown"
    """A turn before it is not recorded, or a version is gone."""


@dataclass(frozen=True, slots=True)
class Played:
    """A turn played again. `turn` is absent where that is not possible."""

    kept: KeptTurn
    verdict: Verdict
    turn: Turn | None


FlowsOf = Callable[[UUID, Iterable[tuple[str, int]]], FlowSet | None]
"""Gives what a turn ran with: the surroundings of an id, with these versions besides; None where they are gone."""


def replay(turns: Sequence[KeptTurn], flows_of: FlowsOf) -> list[Played]:
    """Play turns again, in their order, each session from its first turn on."""
    sessions: dict[UUID, Session] = {}
    played: list[Played] = []
    for kept in turns:
        turn = _again(kept, sessions.get(kept.session), flows_of)
        if turn is None:
            sessions.pop(kept.session, None)
            played.append(Played(kept, Verdict.UNKNOWN, None))
            continue
        sessions[kept.session] = turn.session
        played.append(Played(kept, _verdict(kept, turn), turn))
    return played


def _again(kept: KeptTurn, before: Session | None, flows_of: FlowsOf) -> Turn | None:
    if kept.record is None or kept.around is None:
        return None
    flows = flows_of(kept.around, kept.record.pins)
    if flows is None:
        return None
    if not kept.record.pins:
        return advance(flows, None, kept.record.arrived)
    if before is None:
        return None
    session = _pinned(before, kept.record.pins, flows, flows_of, kept.around)
    return None if session is None else advance(flows, session, kept.record.arrived)


def _pinned(
    session: Session, pins: tuple[tuple[str, int], ...], flows: FlowSet, flows_of: FlowsOf, around: UUID
) -> Session | None:
    """The session at the versions at which the turn found it: a publication may have moved it meanwhile."""
    if pins_of(session) == pins:
        return session
    before = flows_of(around, pins_of(session))
    to = flows.flows.get(pins[0])
    if to is None or before is None:
        return None
    gone_on = moved(session, to, before.flows.get((session.flow, session.version)))
    return gone_on if gone_on is not None and pins_of(gone_on) == pins else None


def _verdict(kept: KeptTurn, turn: Turn) -> Verdict:
    if outcome_of(turn) == kept.outcome:
        return Verdict.SAME
    seen = (turn.said, turn.path, turn.session.node, turn.session.state.value)
    return Verdict.ALIKE if seen == (kept.answered, kept.path, kept.node, kept.state) else Verdict.DIFFERENT


@dataclass(frozen=True, slots=True)
class Divergence:
    """The first turn at which another flow would have led elsewhere."""

    kept: KeptTurn
    before: Turn
    after: Turn


@dataclass(slots=True)
class _Other:
    """A session as it would have gone, and which of its buttons stands for which of the recorded ones."""

    session: Session | None = None
    choices: dict[str, str] = field(default_factory=dict)


def compare(turns: Sequence[KeptTurn], flows_of: FlowsOf, others: Callable[[FlowSet], FlowSet]) -> Iterator[Divergence]:
    """Yield, for each session, the first turn that comes out otherwise with the flows that `others` puts in place.

    What came after that turn is not told: the person would have answered something else.
    """
    sessions: dict[UUID, _Other] = {}
    diverged: set[UUID] = set()
    for one in replay(turns, flows_of):
        kept = one.kept
        if one.turn is None or kept.record is None or kept.around is None or kept.session in diverged:
            diverged.add(kept.session)
            continue
        flows = flows_of(kept.around, kept.record.pins)
        if flows is None:
            diverged.add(kept.session)
            continue
        other = sessions.setdefault(kept.session, _Other())
        after = advance(others(flows), other.session, _adapted(kept.record.arrived, other))
        other.session = after.session
        if outward(one.turn) != outward(after):
            diverged.add(kept.session)
            yield Divergence(kept, one.turn, after)
        else:
            other.choices |= dict(zip(choices_of(one.turn), choices_of(after), strict=True))


def _adapted(arrived: Input, other: _Other) -> Input:
    """The input as the other flow would have got it: its own ids on buttons, timers and asks that are otherwise the same."""
    what = arrived.what
    if isinstance(what, Message) and what.choice_id:
        return replace(arrived, what=replace(what, choice_id=other.choices.get(what.choice_id, what.choice_id)))
    if isinstance(what, Timer | Answer) and other.session is not None and other.session.waiting_for:
        return replace(arrived, what=replace(what, key=other.session.waiting_for))
    return arrived


def with_flow(flows: FlowSet, flow: Flow) -> FlowSet:
    """The same bot as if that version had been published, for sessions that begin and for calls."""
    return replace(
        flows,
        flows={**flows.flows, (flow.id, flow.version): flow},
        published={**flows.published, flow.id: flow.version},
    )
