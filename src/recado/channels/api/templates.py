"""How are templates looked at, tried, asked for, submitted and taken away?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Header, Query, Request

from recado.channels import media_types
from recado.channels import service as channels
from recado.channels.adapter import Account, AccountUnavailable, MediaFile, TemplateAdapter, TemplateNotTaken
from recado.channels.errors import ChannelNotFound, ProviderUnavailable, TemplateExists, TemplateRefused
from recado.channels.templates import schemas as shapes
from recado.channels.templates import service
from recado.channels.templates.models import Wanted
from recado.foundation.database import Database, Transaction
from recado.foundation.errors import DomainError
from recado.foundation.files import FileTooLarge
from recado.foundation.secrets import MasterKey
from recado.organizations.access import AccessOf, Caller
from recado.organizations.models import Scope
from recado.organizations.service import audit

router = APIRouter(prefix="/templates", tags=["templates"])
_SAMPLE_TYPES = frozenset({"image/jpeg", "image/png", "video/mp4", "application/pdf"})
_LARGEST_SAMPLE = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class _Desk:
    """A channel's adapter and account, opened in a transaction that has ended."""

    adapter: TemplateAdapter
    account: Account


@router.get("", operation_id="templates.list")
async def list_templates(
    request: Request,
    scope: Caller,
    access: AccessOf,
    channel_id: UUID | None = None,
    q: Annotated[str, Query(max_length=200)] = "",
    status: Annotated[str, Query(max_length=40)] = "",
    name: Annotated[str, Query(max_length=512)] = "",
    cursor: UUID | None = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 100,
) -> shapes.TemplatePage:
    """List templates by name. `status` is the provider's word, `*` for all; without it those that are gone are left out."""
    wanted = Wanted(channel_id, q, status, name, "", limit + 1, cursor)
    async with access.database.transaction(scope.organization) as tx:
        found = await service.list_templates(tx, wanted)
        adapters = await _adapters(tx, request, {one.channel for one in found})
        syncs = await service.syncs(tx, None if channel_id is None else [channel_id])
    page = found[:limit]
    return shapes.TemplatePage(
        items=[shapes.template_output(one, adapters[one.channel]) for one in page if one.channel in adapters],
        next_cursor=str(page[-1].id) if len(found) > limit else None,
        syncs=[shapes.sync_output(one) for one in syncs],
    )


@router.post("/sync", operation_id="templates.sync", status_code=202)
async def sync(body: shapes.SyncInput, request: Request, scope: Caller, access: AccessOf) -> shapes.SyncStarted:
    """Ask providers for their listings; `templates.changed` tells when they are here."""
    adapters = request.app.state.ports.adapters
    async with access.database.transaction(scope.organization) as tx:
        every = await channels.list_channels(tx, adapters)
        if body.channel_id is not None and body.channel_id not in {one.id for one in every}:
            raise ChannelNotFound
        asked = [
            one.id for one in every
            if body.channel_id in (None, one.id) and isinstance(adapters.get(one.adapter), TemplateAdapter)
        ]  # fmt: skip
        if body.channel_id is not None and not asked:
            service.speaks(None)
        for channel in asked:
            await service.ask_for_listing(tx, channel, access.clock())
    return shapes.SyncStarted(channel_ids=asked)


@router.post("/check", operation_id="templates.check")
async def check(
    body: shapes.TemplateDraftInput, request: Request, scope: Caller, access: AccessOf
) -> shapes.DraftCheckOutput:
    """Say what the provider would refuse about a new template, and show it; nothing is submitted."""
    async with access.database.transaction(scope.organization) as tx:
        adapters = await _adapters(tx, request, {body.channel_id})
    if body.channel_id not in adapters:
        raise ChannelNotFound
    return shapes.draft_check(shapes.draft_of(body), adapters[body.channel_id])


@router.post("/samples", operation_id="templates.sample", status_code=201, openapi_extra={
    "requestBody": {"required": True, "content": {"*/*": {"schema": {"type": "string", "format": "binary"}}}},
})  # fmt: skip
async def sample(
    request: Request,
    scope: Caller,
    access: AccessOf,
    channel_id: UUID,
    content_type: Annotated[str, Header(max_length=200)] = "",
) -> shapes.SampleOutput:
    """Hand a picture, film or PDF (the raw body, 16 MB at most) to the provider, as the sample of a new template's header."""
    content = bytearray()
    async for piece in request.stream():
        content += piece
        if len(content) > _LARGEST_SAMPLE:
            raise FileTooLarge(limit=_LARGEST_SAMPLE)
    kind = media_types.sniff(
        bytes(content[: media_types.HEAD]), bytes(content[-media_types.TAIL :]), declared=content_type
    )
    if kind not in _SAMPLE_TYPES:
        raise TemplateRefused(problems=[{"code": "bad_sample", "field": "header_media", "limit": None}])
    desk = await _open(access.database, scope, request, channel_id, access.key)
    try:
        handle = await desk.adapter.upload_sample(desk.account, MediaFile(bytes(content), kind, "amostra"))
    except (AccountUnavailable, TemplateNotTaken) as error:
        raise _refusal(error) from error
    return shapes.SampleOutput(header_handle=handle)


@router.post("", operation_id="templates.create", status_code=201)
async def create(
    body: shapes.TemplateDraftInput, request: Request, scope: Caller, access: AccessOf
) -> shapes.MessageTemplateOutput:
    """Submit a new template for the provider's review; asking again for the same one gives the one that is there."""
    draft = shapes.draft_of(body)
    desk = await _open(access.database, scope, request, body.channel_id, access.key)
    problems = desk.adapter.check_draft(draft)
    if problems:
        raise TemplateRefused(problems=[{"code": one.code, "field": one.field, "limit": one.limit} for one in problems])
    try:
        submitted = await desk.adapter.create_template(desk.account, draft)
    except TemplateNotTaken as refused:
        if refused.code != "template_exists":
            raise _refusal(refused) from refused
        # The first answer may have got lost: what stands there already under this name is ours if it says the same.
        submitted = await service.adopt(desk.adapter, desk.account, draft)
    except AccountUnavailable as error:
        raise _refusal(error) from error
    async with access.database.transaction(scope.organization) as tx:
        stored = await service.keep_submitted(
            tx, body.channel_id, draft.name, draft.language, submitted, access.clock()
        )
        await audit(
            tx, scope, "templates.created", subject=("template", stored.id),
            detail={"name": draft.name, "language": draft.language},
        )  # fmt: skip
    return shapes.template_output(stored, desk.adapter)


@router.get("/{template_id}", operation_id="templates.read")
async def read(template_id: UUID, request: Request, scope: Caller, access: AccessOf) -> shapes.MessageTemplateOutput:
    """Read one template."""
    async with access.database.transaction(scope.organization) as tx:
        stored = await service.read(tx, template_id)
        adapters = await _adapters(tx, request, {stored.channel})
    return shapes.template_output(stored, service.speaks(adapters.get(stored.channel)))


@router.post("/{template_id}/preview", operation_id="templates.preview")
async def preview(
    template_id: UUID, body: shapes.TemplatePreviewInput, request: Request, scope: Caller, access: AccessOf
) -> shapes.TemplatePreviewOutput:
    """Show how a template reads with these values, and what the provider would refuse; nothing is sent."""
    async with access.database.transaction(scope.organization) as tx:
        stored = await service.read(tx, template_id)
        adapters = await _adapters(tx, request, {stored.channel})
    adapter = service.speaks(adapters.get(stored.channel))
    filled = adapter.fill_template(stored.known, shapes.values_of(body.values, body.media))
    return shapes.preview_output(filled.rendered, filled.problems)


@router.delete("/{template_id}", operation_id="templates.remove", status_code=204)
async def remove(template_id: UUID, request: Request, scope: Caller, access: AccessOf) -> None:
    """Delete this language of a template at the provider, where its name is blocked for 30 days; it stays known here."""
    async with access.database.transaction(scope.organization) as tx:
        stored = await service.read(tx, template_id)
    desk = await _open(access.database, scope, request, stored.channel, access.key)
    try:
        await desk.adapter.delete_template(desk.account, stored.known)
    except (AccountUnavailable, TemplateNotTaken) as error:
        raise _refusal(error) from error
    async with access.database.transaction(scope.organization) as tx:
        await service.keep_deleted(tx, stored, access.clock())
        await audit(tx, scope, "templates.removed", subject=("template", stored.id), detail={"name": stored.known.name})


async def _adapters(tx: Transaction, request: Request, ids: set[UUID]) -> dict[UUID, TemplateAdapter]:
    installed = request.app.state.ports.adapters
    found = {id_: installed.get(view.adapter) for id_, view in (await channels.views(tx, ids, installed)).items()}
    return {id_: adapter for id_, adapter in found.items() if isinstance(adapter, TemplateAdapter)}


async def _open(database: Database, scope: Scope, request: Request, channel: UUID, key: MasterKey) -> _Desk:
    async with database.transaction(scope.organization) as tx:
        name, account = await channels.open_account(tx, channel, key)
    return _Desk(service.speaks(request.app.state.ports.adapters.get(name)), account)


def _refusal(error: AccountUnavailable | TemplateNotTaken) -> DomainError:
    if isinstance(error, AccountUnavailable):
        return ProviderUnavailable(why=error.code)
    if error.code == "template_exists":
        return TemplateExists()
    problem = {"code": error.code, "field": "template", "limit": None, "number": error.number, "details": error.details}
    return TemplateRefused(problems=[problem])
