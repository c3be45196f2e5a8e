"""What is done with flows while people write them?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from recado.flows.errors import BotNotFound, DraftChanged, FlowInUse, FlowNotFound, VersionNotFound
from recado.flows.library import FlowLibrary
from recado.flows.models import BotId, Draft, FlowId, ListedFlow
from recado.flows.rules.drafts import counts, name_of, storable
from recado.flows.service.checking import Checked, around, check_aside
from recado.flows.store import bots, reading
from recado.flows.store import editing as store
from recado.foundation.database import Transaction
from recado.foundation.identifiers import new_id
from recado.organizations.models import Actor, Scope
from recado.organizations.service import audit

MOST_FLOWS = 500
"""Flows in one list. The largest agency we know of runs about sixty in one account."""
EMPTY: Mapping[str, Any] = {
    "format": 1,
    "entry": "inicio",
    "nodes": {"inicio": {"type": "start", "layout": {"x": 0, "y": 0}}},
}


async def list_flows(tx: Transaction) -> list[ListedFlow]:
    """Return the flows that are not archived, the last changed first."""
    return await reading.list_flows(tx, MOST_FLOWS)


async def get_draft(tx: Transaction, flow: FlowId) -> Draft:
    """Return a flow as it stands in the editor; raise `FlowNotFound`."""
    draft = await reading.read_draft(tx, flow)
    if draft is None:
        raise FlowNotFound(id=str(flow))
    return draft


async def create(
    tx: Transaction,
    by: Scope | Actor,
    library: FlowLibrary,
    *,
    name: str,
    bot: BotId | None,
    definition: object = None,
    tests: str = "",
) -> FlowId:
    """Store a new draft (an empty one where no definition is given); the first flow of a bot becomes its entry.

    Raises `BotNotFound`, `DefinitionRefused`.
    """
    if bot is not None and await bots.lock_bot(tx, bot) is None:
        raise BotNotFound(id=str(bot))
    id_ = FlowId(new_id())
    draft = storable(EMPTY if definition is None else definition)
    draft = {**draft, "id": str(id_), "name": name_of(draft, name)}
    found = counts((await check_aside(draft, library.types, await around(tx, library, bot))).problems)
    await store.insert_flow(tx, id_, bot, draft["name"], draft, by=actor_id(by), found=found, tests=tests)
    if bot is not None:
        await store.set_entry(tx, bot, id_)
    await audit(tx, by, "flows.created", subject=("flow", id_))
    return id_


async def save_draft(
    tx: Transaction,
    by: Scope | Actor,
    library: FlowLibrary,
    flow: FlowId,
    *,
    revision: int,
    definition: object,
    name: str | None = None,
) -> tuple[int, Checked]:
    """Write a draft over the revision its author saw; return the new revision and what the check found.

    Raises `FlowNotFound`, `DefinitionRefused`, and `DraftChanged` where somebody else saved meanwhile: nothing is lost.
    """
    draft = storable(definition)
    draft = {**draft, "id": str(flow), "name": name_of(draft, name)}
    stands = await bots.bot_of_flow(tx, flow)
    if stands is None:
        raise FlowNotFound(id=str(flow))
    checked = await check_aside(draft, library.types, await around(tx, library, stands[0]))
    saved = await store.save_draft(
        tx, flow, revision, draft, name=draft["name"], found=counts(checked.problems), by=actor_id(by)
    )
    if saved is None:
        raise await stale(tx, flow)
    return saved, checked


def actor_id(by: Scope | Actor) -> UUID | None:
    """Return the person or key; None for the installation itself."""
    return by.actor.id if isinstance(by, Scope) else by.id


async def stale(tx: Transaction, flow: FlowId) -> FlowNotFound | DraftChanged:
    """Return why a revision could not be written over."""
    now = await store.read_revision(tx, flow)
    if now is None:
        return FlowNotFound(id=str(flow))
    revision, at, by = now
    return DraftChanged(revision=revision, changed_at=at.isoformat(), changed_by_name=by)


async def restore(
    tx: Transaction, by: Scope | Actor, library: FlowLibrary, flow: FlowId, number: int, *, revision: int
) -> tuple[int, Checked]:
    """Make an old version the draft again; raise `VersionNotFound`, `FlowNotFound`, `DraftChanged`."""
    version = await reading.read_version(tx, flow, number)
    if version is None:
        raise VersionNotFound(flow=str(flow), number=number)
    saved = await save_draft(tx, by, library, flow, revision=revision, definition=version)
    await audit(tx, by, "flows.restored", subject=("flow", flow), detail={"number": number})
    return saved


async def archive(tx: Transaction, by: Scope | Actor, flow: FlowId) -> None:
    """Put a flow away; raise `FlowNotFound`, and `FlowInUse` where something would begin or call it."""
    if await store.lock_draft(tx, flow) is None:
        raise FlowNotFound(id=str(flow))
    bots_, flows = await reading.used_by(tx, flow)
    if bots_ or flows:
        raise FlowInUse(bots=bots_, flows=flows)
    await store.archive(tx, flow)
    await audit(tx, by, "flows.archived", subject=("flow", flow))
