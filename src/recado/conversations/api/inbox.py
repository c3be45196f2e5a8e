"""How does somebody search, keep filters and drafts, and act on many conversations?"""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Header, Query

from recado.conversations.api.context import PortsOf, actor_of, viewer_of
from recado.conversations.api.filters import FilterOf, wanted_of
from recado.conversations.errors import MessageNotFound
from recado.conversations.inbox_errors import NeedsPerson, ViewNotFound
from recado.conversations.schemas import conversations as shapes
from recado.conversations.schemas import inbox, wording
from recado.conversations.service import bulk as bulk_service
from recado.conversations.service import finding, verbs
from recado.conversations.service import views as views_service
from recado.conversations.service.ports import Ports
from recado.conversations.store import choosing, reading
from recado.conversations.store import views as store
from recado.foundation.database import Row, Transaction
from recado.foundation.pages import write_cursor
from recado.organizations.access import AccessOf, Caller
from recado.organizations.models import ActorKind, Scope
from recado.organizations.service import audit

router = APIRouter(tags=["conversations"])
_MOST_VIEWS, _MOST_COUNTED, _MOST_DRAFTS = 60, 100, 200


@router.get("/search", operation_id="conversations.search")
async def search(
    scope: Caller,
    access: AccessOf,
    ports: PortsOf,
    filter_: FilterOf,
    cursor: Annotated[str, Query(max_length=100)] = "",
    limit: Annotated[int, Query(ge=1, le=50)] = 20,
) -> inbox.FoundPage:
    """Find conversations by words in any form, names, numbers and documents, with the best hit of each."""
    now = ports.clock()
    wanted = wanted_of(filter_, scope, now, cursor=cursor, limit=limit)
    if not wanted.sought:
        return inbox.FoundPage(items=[], next_cursor=None)
    async with access.database.transaction(scope.organization) as tx:
        found = await finding.find(tx, wanted)
    items = [
        inbox.FoundConversation(
            conversation=wording.conversation(row, ports.adapters, now), hit=_hit(found.hits[row["id"]])
        )
        for row in found.rows
    ]
    return inbox.FoundPage(items=items, next_cursor=write_cursor(*found.next) if found.next else None)


def _hit(hit: finding.Hit) -> inbox.HitOutput:
    pieces = [inbox.PieceOutput(text=one.text, marked=one.marked) for one in hit.pieces]
    return inbox.HitOutput(message_id=hit.message, at=hit.at, author=hit.author, snippet=pieces)


@router.get("/conversation-filters", operation_id="conversations.filters")
async def list_choices(scope: Caller, access: AccessOf) -> inbox.FilterChoices:
    """List what conversations can be narrowed to."""
    async with access.database.transaction(scope.organization) as tx:
        rows = await store.choices(tx)

    def named(kind: str) -> list[shapes.Named]:
        return [shapes.Named(id=row["id"], name=row["name"]) for row in rows if row["kind"] == kind]

    tags = [row["name"] for row in rows if row["kind"] == "tag"]
    return inbox.FilterChoices(members=named("member"), teams=named("team"), channels=named("channel"), tags=tags)


@router.get("/conversation-views", operation_id="views.list")
async def list_views(scope: Caller, access: AccessOf, ports: PortsOf) -> inbox.ViewList:
    """List own and shared views, each with how many conversations it shows to the caller."""
    async with access.database.transaction(scope.organization) as tx:
        rows = await store.list_views(tx, scope.actor.id, _MOST_VIEWS)
        items = await _counted(tx, rows, scope, ports)
    return inbox.ViewList(items=items)


@router.post("/conversation-views", operation_id="views.create", status_code=201)
async def create_view(body: inbox.ViewInput, scope: Caller, access: AccessOf, ports: PortsOf) -> inbox.ViewOutput:
    """Keep a filter under a name; `shared` needs somebody who sees all conversations."""
    async with access.database.transaction(scope.organization) as tx:
        id_ = await views_service.add(
            tx, _owner(scope), name=body.name, filter_=body.filter.model_dump_json(), shared=body.shared
        )
        return await _view(tx, id_, scope, ports)


@router.put("/conversation-views/{view_id}", operation_id="views.change")
async def change_view(
    view_id: UUID, body: inbox.ViewInput, scope: Caller, access: AccessOf, ports: PortsOf
) -> inbox.ViewOutput:
    """Replace a view of one's own, or a shared one by somebody who sees all conversations."""
    async with access.database.transaction(scope.organization) as tx:
        await views_service.change(
            tx, _owner(scope), view_id, name=body.name, filter_=body.filter.model_dump_json(), shared=body.shared
        )
        return await _view(tx, view_id, scope, ports)


@router.delete("/conversation-views/{view_id}", operation_id="views.remove", status_code=204)
async def remove_view(view_id: UUID, scope: Caller, access: AccessOf) -> None:
    """Forget a view."""
    async with access.database.transaction(scope.organization) as tx:
        await views_service.remove(tx, _owner(scope), view_id)


@router.get("/conversation-drafts", operation_id="drafts.list")
async def list_drafts(scope: Caller, access: AccessOf) -> inbox.DraftList:
    """List where the caller has begun to write."""
    async with access.database.transaction(scope.organization) as tx:
        return inbox.DraftList(conversation_ids=await store.list_drafts(tx, _owner(scope).id, _MOST_DRAFTS))


@router.get("/conversations/{ref}/draft", operation_id="drafts.read")
async def read_draft(ref: str, scope: Caller, access: AccessOf) -> inbox.WritingDraft:
    """Read what the caller has begun to write there."""
    owner = _owner(scope)
    async with access.database.transaction(scope.organization) as tx:
        id_ = await verbs.find_seen(tx, ref, viewer_of(scope))
        return _draft(await store.read_draft(tx, owner.id, id_))


@router.put("/conversations/{ref}/draft", operation_id="drafts.keep")
async def keep_draft(ref: str, body: inbox.WritingDraftInput, scope: Caller, access: AccessOf) -> inbox.WritingDraft:
    """Keep what the caller has begun to write; the answer is the draft that stays."""
    owner = _owner(scope)
    async with access.database.transaction(scope.organization) as tx:
        id_ = await verbs.find_seen(tx, ref, viewer_of(scope))
        if body.reply_to is not None and not await reading.read_messages(tx, id_, [body.reply_to]):
            raise MessageNotFound
        await store.keep_draft(tx, owner.id, id_, text=body.text, reply_to=body.reply_to, revision=body.revision)
        return _draft(await store.read_draft(tx, owner.id, id_))


@router.post("/conversations/bulk", operation_id="conversations.bulk")
async def bulk(
    body: inbox.BulkInput,
    scope: Caller,
    access: AccessOf,
    ports: PortsOf,
    idempotency_key: Annotated[str, Header(max_length=200)] = "",
) -> inbox.BulkOutput:
    """Do one thing to up to a hundred conversations. The same Idempotency-Key is answered as the first time."""
    act = bulk_service.Act(body.action, body.assignee_id, body.tag)
    async with access.database.transaction(scope.organization) as tx:
        results = await bulk_service.act_on_many(
            tx, body.ids, act, ports, actor_of(scope), viewer_of(scope), idempotency_key
        )
        done = sum(not one.code for one in results)
        await audit(
            tx, scope, "conversations.acted_on_many", detail={"act": body.action, "done": done, "asked": len(results)}
        )
    return inbox.BulkOutput(items=[inbox.BulkResult(id=one.id, done=not one.code, code=one.code) for one in results])


def _owner(scope: Scope) -> views_service.Owner:
    if scope.actor.kind is not ActorKind.USER or scope.actor.id is None:
        raise NeedsPerson
    return views_service.Owner(scope.actor.id, scope.may("conversations:all"))


async def _view(tx: Transaction, id_: UUID, scope: Scope, ports: Ports) -> inbox.ViewOutput:
    row = await store.read_view(tx, id_)
    if row is None:
        raise ViewNotFound
    return (await _counted(tx, [row], scope, ports))[0]


async def _counted(tx: Transaction, rows: list[Row], scope: Scope, ports: Ports) -> list[inbox.ViewOutput]:
    filters = [inbox.InboxFilter.model_validate_json(row["filter"]) for row in rows]
    now = ports.clock()
    counts = await choosing.count(tx, [wanted_of(one, scope, now) for one in filters], _MOST_COUNTED)
    return [
        inbox.ViewOutput(
            id=row["id"], name=row["name"], filter=filter_, shared=row["shared"], mine=row["owner_id"] == scope.actor.id,
            owner_name=row["owner_name"], count=inbox.CountOutput(n=min(n, _MOST_COUNTED - 1), more=n >= _MOST_COUNTED),
        )
        for row, filter_, n in zip(rows, filters, counts, strict=True)
    ]  # fmt: skip


def _draft(row: Row | None) -> inbox.WritingDraft:
    if row is None:
        return inbox.WritingDraft(text="", reply_to=None, revision=0)
    return inbox.WritingDraft(text=row["text"], reply_to=row["reply_to"], revision=row["revision"])
