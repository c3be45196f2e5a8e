"""What do the provider's statuses say about our messages?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import msgspec

from recado.channels.models import StatusUpdate
from recado.contacts import service as contacts
from recado.contacts.models import Seen
from recado.conversations import events
from recado.conversations.models import RANKS, Author, Progress, Status
from recado.conversations.service import carried
from recado.conversations.service.ports import Ports
from recado.conversations.store import delivery as store
from recado.foundation import facts
from recado.foundation.database import Database, Transaction
from recado.foundation.facts import Fact
from recado.foundation.failpoints import failpoint
from recado.foundation.identifiers import OrganizationId
from recado.foundation.rounds import in_each

STOPPED_MARKETING = "131050"


async def apply_statuses(tx: Transaction, statuses: Sequence[tuple[UUID, StatusUpdate]], ports: Ports) -> None:
    """Move messages forward by statuses of one organization; what precedes our own record is parked.

    A status is matched by the mark that we sent along (it works before the provider's id is known to us), else by the
    provider's id. One of a message that is not ours on that channel changes nothing.
    """
    by_mark = {
        id(update): found for _, update in statuses if update.token and (found := ports.message_of(update.token))
    }
    ids = [(channel, update.provider_id) for channel, update in statuses if id(update) not in by_mark]
    by_provider_id = await store.find_messages(tx, ids) if ids else {}
    progress: dict[UUID, Progress] = {}
    parked: list[tuple[UUID, StatusUpdate]] = []
    for channel, update in statuses:
        message = by_mark.get(id(update)) or by_provider_id.get((channel, update.provider_id))
        if message is None:
            parked.append((channel, update))
            continue
        status = Status(update.status)
        known = progress.get(message)
        if known is None or RANKS[status] > known.rank:
            progress[message] = Progress(message, update.provider_id, status, failure_of(update))
    await store.park(tx, parked)
    await advance(tx, list(progress.values()))
    for _, update in statuses:
        if update.error is not None and update.error.code == STOPPED_MARKETING:
            await _stop_marketing(tx, update, ports)


async def advance(tx: Transaction, progress: Sequence[Progress]) -> None:
    """Move messages forward, settle sends whose end was not known, and tell who looks at the threads."""
    if not progress:
        return
    # In one order: what was sent and what its statuses say is often written at the same moment.
    changed = await store.advance(tx, sorted(progress, key=lambda one: one.message))
    # What is only "unconfirmed" proves nothing: its row must stay on the lane until something does.
    proved = {one.message for one in progress if one.rank >= RANKS[Status.ACCEPTED]}
    if settled := [message for message, _, _ in changed if message in proved]:
        tx.count("messages_sent", await store.settle_by_evidence(tx, settled))
    # Flows carry no task of anybody: only what an agent has written may.
    await carried.follow(tx, [message for message, _, author in changed if author == Author.AGENT])
    by_conversation: dict[UUID, list[str]] = {}
    for message, conversation, _ in changed:
        by_conversation.setdefault(conversation, []).append(str(message))
    await facts.publish(
        tx,
        [
            Fact(events.MESSAGE_STATUS_CHANGED, conversation, {"message_ids": messages})
            for conversation, messages in by_conversation.items()
        ],
    )


async def unpark(tx: Transaction, provider_ids: Sequence[tuple[UUID, str, UUID]], ports: Ports) -> None:
    """Apply statuses that came before their message's provider id (channel, id, message) was written down."""
    found = await store.take_parked(tx, [(channel, provider_id) for channel, provider_id, _ in provider_ids])
    await _apply_parked(tx, found, ports)


async def unpark_matched(database: Database, ports: Ports) -> int:
    """Apply parked statuses whose message has become known meanwhile; return how many there were."""

    async def unpark_one(organization: OrganizationId) -> int:
        async with database.transaction(organization) as tx:
            return await _apply_parked(tx, await store.take_matched(tx), ports)

    async with database.transaction(None) as tx:
        organizations = await store.organizations_with_parked(tx)
    return await in_each(organizations, unpark_one, what="parked statuses")


async def _apply_parked(tx: Transaction, found: Sequence[tuple[UUID, str]], ports: Ports) -> int:
    if found:
        failpoint("unpark.taken")
        await apply_statuses(
            tx, [(channel, msgspec.json.decode(payload, type=StatusUpdate)) for channel, payload in found], ports
        )  # fmt: skip
        failpoint("unpark.before_commit")
    return len(found)


def failure_of(update: StatusUpdate) -> dict[str, Any] | None:
    """Return what the thread shows of a failure."""
    if update.error is None:
        return {"code": "unknown"} if update.status == "failed" else None
    return {"code": update.error.code, "title": update.error.title, "details": update.error.details}


async def _stop_marketing(tx: Transaction, update: StatusUpdate, ports: Ports) -> None:
    who = update.recipient
    contact = await contacts.find(tx, Seen(phone=who.wa_id, bsuid=who.bsuid, parent_bsuid=who.parent_bsuid))
    if contact is not None:
        await contacts.stop_marketing(tx, contact.id, update.at or ports.clock())
