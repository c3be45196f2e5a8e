"""How is what happened played again, as it was or with another version of a flow?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from recado.conversations.models import ConversationId
from recado.flows.engine.definition import DefinitionInvalid, Flow, FlowSet, read_definition
from recado.flows.errors import FlowAmbiguous, FlowNotFound, FlowUnreadable, VersionNotFound
from recado.flows.library import FlowLibrary
from recado.flows.models import FlowId
from recado.flows.recording import KeptTurn, read_surroundings
from recado.flows.rules.replaying import Divergence, FlowsOf, Played, compare, replay, with_flow
from recado.flows.store import reading
from recado.flows.store import records as store
from recado.foundation.database import Transaction

DRAFTS = frozenset({"rascunho", "draft"})


@dataclass(frozen=True, slots=True)
class Replayed:
    """A conversation played again: every turn, or, with another flow, where each session would have gone elsewhere."""

    conversation: ConversationId
    turns: tuple[Played, ...]
    divergences: tuple[Divergence, ...] = ()


async def conversations_between(tx: Transaction, begin: datetime, end: datetime) -> list[ConversationId]:
    """Return the conversations in which a flow had a turn between two moments."""
    return await store.conversations_between(tx, begin, end)


async def replay_conversation(
    tx: Transaction, library: FlowLibrary, conversation: ConversationId, other: Flow | None = None
) -> Replayed:
    """Play all turns of a conversation again; with `other`, compare them with what that version would have done."""
    turns = await store.of_conversation(tx, conversation)
    flows_of = await _flows_of(tx, library, turns)
    if other is None:
        return Replayed(conversation, tuple(replay(turns, flows_of)))
    flow = other
    found = compare(turns, flows_of, lambda flows: with_flow(flows, flow))
    return Replayed(conversation, tuple(replay(turns, flows_of)), tuple(found))


async def find_version(tx: Transaction, library: FlowLibrary, wanted: str) -> Flow:
    """Return the version that `wanted` names: `7` or `rascunho` of the only entry flow, or `flow:7`, by name or id.

    Raises `FlowNotFound`, `FlowAmbiguous`, `VersionNotFound`, `FlowUnreadable`.
    """
    name, _, version = wanted.rpartition(":")
    flow = await _named(tx, name) if name else await _only_entry(tx)
    if version.strip().lower() in DRAFTS:
        draft = await reading.read_draft(tx, flow)
        if draft is None:
            raise FlowNotFound(id=str(flow))
        return _read(flow, draft.definition, library)
    if not version.strip().isdecimal():
        raise VersionNotFound(flow=str(flow), number=version)
    number = int(version)
    await library.load(tx, [(flow, number)] if number < 2**31 else [])
    found = library.compiled(tx.organization_id, flow, number)
    if found is None:
        raise VersionNotFound(flow=str(flow), number=number)
    return found


def _read(flow: FlowId, definition: object, library: FlowLibrary) -> Flow:
    try:
        return replace(read_definition(definition, library.types), id=str(flow))
    except DefinitionInvalid as invalid:
        raise FlowUnreadable(problems=[str(problem.code) for problem in invalid.problems]) from invalid


async def _named(tx: Transaction, name: str) -> FlowId:
    found = await store.find_flow(tx, name.strip())
    if not found:
        raise FlowNotFound(id=name)
    if len(found) > 1:
        raise FlowAmbiguous(name=name)
    return FlowId(found[0]["id"])


async def _only_entry(tx: Transaction) -> FlowId:
    found = await store.entry_flows(tx)
    if not found:
        raise FlowNotFound(id="")
    if len(found) > 1:
        raise FlowAmbiguous(name="")
    return found[0]


async def _flows_of(tx: Transaction, library: FlowLibrary, turns: Sequence[KeptTurn]) -> FlowsOf:
    """Read what the turns ran with, and have all versions ready."""
    ids = {kept.around for kept in turns if kept.around is not None}
    around = {id_: read_surroundings(text) for id_, text in (await store.surroundings(tx, ids)).items()}
    pins = {pin for kept in turns if kept.record for pin in kept.record.pins}
    wanted = pins | {pair for one in around.values() for pair in one.published.items()}
    await library.load(tx, [(UUID(flow), number) for flow, number in wanted])
    organization = tx.organization_id

    def flows_of(id_: UUID, pinned: Iterable[tuple[str, int]]) -> FlowSet | None:
        one = around.get(id_)
        if one is None:
            return None
        pairs = {*one.published.items(), *pinned}
        held = {
            (flow, number): found
            for flow, number in pairs
            if (found := library.compiled(organization, UUID(flow), number)) is not None
        }
        return FlowSet(
            bot=one.bot, bot_name=one.bot_name, entry=one.entry, flows=held, published=one.published, types=library.types,
            expiry=one.expiry, limits=one.limits,
        )  # fmt: skip

    return flows_of
