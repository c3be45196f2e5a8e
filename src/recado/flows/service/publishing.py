"""How does a draft become what customers meet?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, Literal
from uuid import UUID

from recado.flows.engine.limits import DEFAULT
from recado.flows.engine.node_type import NodeTypes
from recado.flows.errors import FlowNotFound
from recado.flows.library import FlowLibrary
from recado.flows.models import BotId, FlowId, FlowVersionId
from recado.flows.service import sessions as open_sessions
from recado.flows.service.checking import around, publishable
from recado.flows.service.editing import stale
from recado.flows.store import bots
from recado.flows.store import editing as store
from recado.foundation.database import Transaction
from recado.foundation.identifiers import new_id
from recado.organizations.models import Scope
from recado.organizations.service import audit

ALL_TREATED: Final = UUID(int=(1 << 128) - 1)


@dataclass(frozen=True, slots=True)
class Publication:
    """What publishing did: the version's number, and how many open sessions went on in it, began anew, or stayed."""

    number: int
    moved: int = 0
    restarted: int = 0
    stayed: int = 0
    after: UUID | None = ALL_TREATED
    """How far `treat_some` has come with the open sessions; `ALL_TREATED` where it has nothing to do."""


async def publish_and_treat(
    tx: Transaction,
    scope: Scope,
    library: FlowLibrary,
    flow: FlowId,
    *,
    revision: int,
    sessions: Literal["stay", "move", "restart"],
    note: str = "",
) -> Publication:
    """Publish what the caller saw. The open sessions are for `treat_some`, in transactions that follow.

    Raises `FlowNotFound`, `FlowUnreadable`, `FlowHasProblems`, `DraftChanged`.
    """
    number = await publish_flow(tx, flow, library.types, by=scope.actor.id, revision=revision, note=note)
    await audit(tx, scope, "flows.published", subject=("flow", flow), detail={"number": number, "sessions": sessions})
    if sessions != "stay":
        return Publication(number, after=None)
    return Publication(number, stayed=(await open_sessions.count_open(tx, library, flow, None)).open)


async def treat_some(
    tx: Transaction,
    library: FlowLibrary,
    flow: FlowId,
    done: Publication,
    *,
    sessions: Literal["stay", "move", "restart"],
) -> Publication:
    """Let some more of the open sessions go on in the new version, or begin anew; return what was done so far."""
    if sessions == "stay":
        return replace(done, after=ALL_TREATED)
    some = await open_sessions.treat_some(tx, library, flow, number=done.number, sessions=sessions, after=done.after)
    return replace(
        done, moved=done.moved + some.moved, restarted=done.restarted + some.restarted,
        after=ALL_TREATED if some.after is None else some.after,
    )  # fmt: skip


async def note_treated(tx: Transaction, scope: Scope, flow: FlowId, done: Publication) -> None:
    """Write down what became of the people in the middle of the flow."""
    detail = {"number": done.number, "moved": done.moved, "restarted": done.restarted}
    await audit(tx, scope, "flows.sessions_moved", subject=("flow", flow), detail=detail)


async def create_bot(tx: Transaction, *, name: str, keywords: Sequence[str] = (), fallback_text: str = "") -> BotId:
    """Store a bot without a flow; the first of an organization answers where nothing else matches."""
    id_ = BotId(new_id())
    await bots.insert_bot(tx, id_, name, keywords, fallback_text)
    return id_


async def create_flow(tx: Transaction, *, bot: BotId | None, name: str, draft: Mapping[str, Any]) -> FlowId:
    """Store a flow's draft; the first flow of a bot becomes its entry."""
    id_ = FlowId(new_id())
    await store.insert_flow(tx, id_, bot, name, {**draft, "id": str(id_)})
    if bot is not None:
        await store.set_entry(tx, bot, id_)
    return id_


async def publish_flow(
    tx: Transaction,
    flow: FlowId,
    types: NodeTypes,
    *,
    by: UUID | None = None,
    revision: int | None = None,
    note: str = "",
) -> int:
    """Make the draft the version that new sessions take, and return its number; running sessions keep theirs.

    With `revision`, only what its author saw is published. Raises `FlowNotFound`, `FlowUnreadable`, `FlowHasProblems`,
    `DraftChanged`.
    """
    locked = await store.lock_draft(tx, flow)
    owner = await bots.bot_of_flow(tx, flow)
    if locked is None or owner is None:
        raise FlowNotFound(id=str(flow))
    stands, draft = locked
    if revision is not None and revision != stands:
        raise await stale(tx, flow)
    await publishable(draft, types, await around(tx, FlowLibrary(types, limits=DEFAULT), owner[0]))
    return await store.publish(tx, flow, FlowVersionId(new_id()), draft, by=by, note=note)
