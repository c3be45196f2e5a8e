"""How is a deal begun, changed, moved, won, lost and removed?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from recado.contacts import service as contacts
from recado.contacts.models import ContactId, Seen
from recado.conversations.models import ConversationId
from recado.conversations.service.verbs import find_seen
from recado.foundation import facts
from recado.foundation.database import Transaction
from recado.foundation.facts import Fact
from recado.foundation.failpoints import failpoint
from recado.foundation.identifiers import new_id
from recado.foundation.phone import with_country
from recado.foundation.text import fold
from recado.leads import events
from recado.leads.errors import (
    DealChanged,
    DealNotFound,
    OwnerNotFound,
    PersonNeeded,
    PersonNotFound,
    ReasonNeeded,
    ReasonNotFound,
    StageNotFound,
)
from recado.leads.models import Closing, Deal, DealId, Move, Mover, NewDeal, Stage, StageId
from recado.leads.rules import ranks
from recado.leads.rules import stages as rules
from recado.leads.service.pipelines import get_pipeline
from recado.leads.store import deals as store
from recado.leads.store import pipelines
from recado.organizations.models import Scope
from recado.organizations.service import audit

Viewer = UUID | None
"""Whose deals may be seen beside nobody's; None for those who see all."""
MOST_OF_A_PERSON = 50
MOST_OF_HISTORY = 200
_SHORTEST_PHONE, _LONGEST_PHONE = 8, 15


async def get_deal(tx: Transaction, id_: DealId, viewer: Viewer) -> tuple[Deal, list[Move]]:
    """Return a deal and where it has been, the last move first; raise `DealNotFound`."""
    deal = await store.read_deal(tx, id_, viewer)
    if deal is None:
        raise DealNotFound
    return deal, await store.history(tx, id_, MOST_OF_HISTORY)


async def deals_of(tx: Transaction, contact: ContactId, viewer: Viewer) -> list[Deal]:
    """Return a person's deals, open ones first."""
    return await store.of_contact(tx, contact, viewer, MOST_OF_A_PERSON)


async def deals_of_conversation(tx: Transaction, ref: str, viewer: Viewer, all_seen: Viewer) -> list[Deal]:
    """Return the deals of the person of a conversation that may be seen; raise `ConversationNotFound`."""
    conversation = await find_seen(tx, ref, all_seen)
    contact = await store.contact_of(tx, conversation)
    return [] if contact is None else await deals_of(tx, contact, viewer)


async def create(
    tx: Transaction, by: Mover, wanted: NewDeal, *, viewer: Viewer, conversations_of: Viewer, closing: Closing, key: str
) -> Deal:
    """Begin a deal at the top of its stage; the same client `key` gives the same deal.

    Raises `PipelineNotFound`, `StageNotFound`, `PersonNeeded`, `PersonNotFound`, `ConversationNotFound`, `OwnerNotFound`,
    `ReasonNeeded`, `ReasonNotFound`.
    """
    key = f"{by.id}:new:{key}" if key else ""
    pipeline = await get_pipeline(tx, wanted.pipeline)
    # Whoever sends the same twice at one moment waits here for themself, and then finds what the first has made.
    stage = await _entered(tx, wanted.stage or rules.entrance(pipeline).id)
    if stage.pipeline != pipeline.id:
        raise StageNotFound
    if key and (known := await store.moved_under(tx, key)) is not None:
        return await _shown(tx, known, viewer)
    conversation, contact = await _person(tx, wanted, conversations_of)
    await _refuse_owner(tx, wanted.owner)
    id_ = DealId(new_id())
    why = await _closing(tx, stage, closing)
    rank = ranks.between(*await store.neighbours(tx, stage.id, id_, None))
    origin = wanted.origin.strip() or ("WhatsApp" if conversation else "")
    names = await contacts.read(tx, [contact])
    title = wanted.title.strip() or (names[contact].shown_name if contact in names else "") or "Negócio"
    await store.insert_deal(
        tx, id_, wanted, stage=stage, contact=contact, conversation=conversation, title=title[:200], origin=origin,
        origin_key=fold(origin), rank=rank, closing=why, by=by,
    )  # fmt: skip
    await store.insert_move(
        tx, new_id(), id_, pipeline=pipeline.id, was=None, became=stage.id, by=by, closing=why, key=key
    )  # fmt: skip
    made = await _shown(tx, id_)
    await _tell(tx, events.DEAL_CREATED, made)
    return made


async def move(
    tx: Transaction, by: Mover, id_: DealId, *, stage: StageId, after: DealId | None, revision: int | None,
    closing: Closing, viewer: Viewer, key: str,
) -> Deal:  # fmt: skip
    """Put a deal behind `after` in a stage (at the top without it); the same client `key` moves once.

    `revision` is the one that was looked at; where another stands, somebody was faster and nothing is overwritten (None:
    from wherever it stands). Raises `DealNotFound`, `StageNotFound`, `DealChanged`, `ReasonNeeded`, `ReasonNotFound`.
    """
    key = f"{by.id}:{id_}:{key}" if key else ""
    target = await _entered(tx, stage)
    deal = await store.lock_deal(tx, id_, viewer)
    if deal is None:
        raise DealNotFound
    if key and (key == deal.last_key or await store.moved_under(tx, key) is not None):
        return deal
    await _refuse_old(tx, deal, revision)
    elsewhere = deal.stage != target.id
    why = await _closing(tx, target, closing) if elsewhere else Closing(reason=deal.reason, note=deal.reason_note)
    rank = ranks.between(*await store.neighbours(tx, target.id, id_, after))
    await store.place_deal(tx, id_, target, rank=rank, closing=why, key=key, by=by)
    if elsewhere:
        await store.insert_move(
            tx, new_id(), id_, pipeline=target.pipeline, was=deal.stage, became=target.id, by=by, closing=why, key=key
        )  # fmt: skip
    moved = await _shown(tx, id_)
    await _tell(tx, events.DEAL_MOVED, moved, was=deal)
    failpoint("deal.before_commit")
    return moved


async def change(
    tx: Transaction, by: Mover, id_: DealId, changes: Mapping[str, Any], *, revision: int, viewer: Viewer,
    conversations_of: Viewer,
) -> Deal:  # fmt: skip
    """Write the fields of `Deal` that are named; raise `DealNotFound`, `DealChanged`, `OwnerNotFound`."""
    deal = await store.lock_deal(tx, id_, viewer)
    if deal is None:
        raise DealNotFound
    wanted = replace(deal, **changes)
    if wanted == deal:
        return deal
    await _refuse_old(tx, deal, revision)
    if wanted.owner != deal.owner:
        await _refuse_owner(tx, wanted.owner)
    if wanted.conversation is not None and wanted.conversation != deal.conversation:
        await find_seen(tx, str(wanted.conversation), conversations_of)
        if await store.contact_of(tx, wanted.conversation) != deal.contact:
            raise PersonNotFound
    await store.update_deal(tx, wanted, fold(wanted.origin), by)
    changed = await _shown(tx, id_)
    await _tell(tx, events.DEAL_CHANGED, changed)
    return changed


async def remove(tx: Transaction, scope: Scope, id_: DealId, *, viewer: Viewer) -> None:
    """Delete a deal with its history; raise `DealNotFound`."""
    deal = await store.lock_deal(tx, id_, viewer)
    if deal is None:
        raise DealNotFound
    await store.delete_deal(tx, id_)
    await audit(tx, scope, "leads.deal_removed", subject=("deal", id_), detail={"pipeline_id": str(deal.pipeline)})
    await _tell(tx, events.DEAL_REMOVED, deal)


async def _entered(tx: Transaction, id_: StageId) -> Stage:
    found = (await pipelines.lock_stages(tx, [id_])).get(id_)
    if found is None:
        raise StageNotFound
    return found


async def _person(
    tx: Transaction, wanted: NewDeal, conversations_of: Viewer
) -> tuple[ConversationId | None, ContactId]:
    if wanted.conversation:
        conversation = await find_seen(tx, wanted.conversation, conversations_of)
        contact = await store.contact_of(tx, conversation)
        if contact is None:
            raise PersonNotFound
        return conversation, contact
    if wanted.contact is not None:
        if wanted.contact not in await contacts.read(tx, [wanted.contact]):
            raise PersonNotFound
        return None, wanted.contact
    phone = with_country(wanted.phone) if wanted.phone.strip() else ""
    if not phone:
        raise PersonNeeded
    if not _SHORTEST_PHONE <= len(phone) <= _LONGEST_PHONE:
        raise PersonNotFound
    known = await contacts.find(tx, Seen(phone=phone))
    # The typed name goes to strangers only: what people call themselves is not overwritten.
    person = known or (await contacts.recognise(tx, [Seen(phone=phone, name=wanted.name.strip())]))[0]
    return None, person.id


async def _closing(tx: Transaction, stage: Stage, given: Closing) -> Closing:
    why = rules.closing_of(stage, given)
    if why is None:
        raise ReasonNeeded
    if why.reason is not None:
        listed = await pipelines.list_reasons(tx)
        if not any(one.id == why.reason and one.kind is stage.kind for one in listed):
            raise ReasonNotFound
    return why


async def _refuse_owner(tx: Transaction, owner: UUID | None) -> None:
    if owner is not None and not await pipelines.is_member(tx, owner):
        raise OwnerNotFound


async def _refuse_old(tx: Transaction, deal: Deal, revision: int | None) -> None:
    if revision is None or revision == deal.revision:
        return
    stage = await pipelines.read_stage(tx, deal.stage)
    raise DealChanged(
        revision=deal.revision, stage_id=str(deal.stage), stage=stage.name if stage else "",
        changed_by_name=await store.changed_by(tx, deal.id),
    )  # fmt: skip


async def _shown(tx: Transaction, id_: DealId, viewer: Viewer = None) -> Deal:
    found = await store.read_deal(tx, id_, viewer)
    if found is None:
        raise DealNotFound
    return found


async def _tell(tx: Transaction, name: str, deal: Deal, *, was: Deal | None = None) -> None:
    data = {
        "deal_id": str(deal.id), "pipeline_id": str(deal.pipeline), "stage_id": str(deal.stage),
        "contact_id": str(deal.contact), **({"from_stage_id": str(was.stage)} if was else {}),
        **({"from_pipeline_id": str(was.pipeline)} if was and was.pipeline != deal.pipeline else {}),
    }  # fmt: skip
    await facts.publish(tx, [Fact(name, data=data)])
