"""How do people act at the desk?"""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Header

from recado.channels.models import OutgoingMessage, TemplateCall
from recado.channels.templates.schemas import values_of
from recado.conversations.api.context import PortsOf, actor_of, shown, viewer_of
from recado.conversations.schemas import conversations as shapes
from recado.conversations.schemas import wording
from recado.conversations.service import mentions, reacting, verbs
from recado.conversations.store import reading
from recado.organizations.access import AccessOf, Caller

router = APIRouter(prefix="/conversations/{ref}", tags=["conversations"])


@router.post("/send", operation_id="conversations.send", status_code=202)
async def send(
    ref: str,
    body: shapes.SendInput,
    scope: Caller,
    access: AccessOf,
    ports: PortsOf,
    idempotency_key: Annotated[str, Header(max_length=200)] = "",
) -> shapes.SentOutput:
    """Queue a message of the caller. The same Idempotency-Key gives the same message."""
    wanted = body.template
    template = TemplateCall(wanted.name, wanted.language, tuple(wanted.components)) if wanted else None
    values = values_of(wanted.values) if wanted and wanted.values else None
    async with access.database.transaction(scope.organization) as tx:
        message_id = await verbs.send(
            tx, await verbs.find(tx, ref), ports, actor_of(scope), viewer_of(scope),
            message=OutgoingMessage(text=body.text, template=template), values=values, media_id=body.media_id,
            reply_to=body.reply_to, key=idempotency_key,
        )  # fmt: skip
    return shapes.SentOutput(message_id=message_id)


@router.post("/notes", operation_id="conversations.note", status_code=201)
async def note(
    ref: str, body: shapes.NoteInput, scope: Caller, access: AccessOf, ports: PortsOf
) -> shapes.MessageOutput:
    """Write a note among colleagues; @name calls one of them. 409 `mention_cannot_see` says who may not see it here."""
    async with access.database.transaction(scope.organization) as tx:
        id_ = await verbs.find(tx, ref)
        written = await mentions.note(tx, id_, ports, actor_of(scope), viewer_of(scope), body.text, body.mention_ids)
        return wording.message((await reading.read_messages(tx, id_, [written.id]))[0], [])


@router.put("/messages/{message_id}/reaction", operation_id="conversations.react", status_code=204)
async def react(
    ref: str, message_id: UUID, body: shapes.ReactionInput, scope: Caller, access: AccessOf, ports: PortsOf
) -> None:
    """Let one emoji of ours stand under what the person wrote; an empty one takes it back. Repeating it sends nothing."""
    async with access.database.transaction(scope.organization) as tx:
        await reacting.react(
            tx, await verbs.find(tx, ref), ports, actor_of(scope), viewer_of(scope), to=message_id, emoji=body.emoji
        )


@router.post("/take", operation_id="conversations.take")
async def take(ref: str, scope: Caller, access: AccessOf, ports: PortsOf) -> shapes.ConversationOutput:
    """Answer this conversation from now on; 409 `taken_by_other` says who does already."""
    async with access.database.transaction(scope.organization) as tx:
        id_ = await verbs.find(tx, ref)
        await verbs.take(tx, id_, ports, actor_of(scope), viewer_of(scope))
        return await shown(tx, id_, ports, scope)


@router.post("/hand-back", operation_id="conversations.hand_back")
async def hand_back(ref: str, scope: Caller, access: AccessOf, ports: PortsOf) -> shapes.ConversationOutput:
    """Let the bot answer again."""
    async with access.database.transaction(scope.organization) as tx:
        id_ = await verbs.find(tx, ref)
        await verbs.hand_back(tx, id_, ports, actor_of(scope), viewer_of(scope))
        return await shown(tx, id_, ports, scope)


@router.post("/close", operation_id="conversations.close")
async def close(ref: str, scope: Caller, access: AccessOf, ports: PortsOf) -> shapes.ConversationOutput:
    """Archive the conversation."""
    async with access.database.transaction(scope.organization) as tx:
        id_ = await verbs.find(tx, ref)
        await verbs.close(tx, id_, ports, actor_of(scope), viewer_of(scope))
        return await shown(tx, id_, ports, scope)


@router.post("/wait", operation_id="conversations.wait")
async def wait(ref: str, scope: Caller, access: AccessOf, ports: PortsOf) -> shapes.ConversationOutput:
    """Put the conversation among those that wait for a person."""
    async with access.database.transaction(scope.organization) as tx:
        id_ = await verbs.find(tx, ref)
        await verbs.wait(tx, id_, ports, actor_of(scope), viewer_of(scope))
        return await shown(tx, id_, ports, scope)


@router.post("/read", operation_id="conversations.mark_read", status_code=204)
async def mark_read(ref: str, scope: Caller, access: AccessOf, ports: PortsOf) -> None:
    """Say that the caller has seen what the person wrote."""
    async with access.database.transaction(scope.organization) as tx:
        await verbs.mark_read(tx, await verbs.find(tx, ref), ports, viewer_of(scope))
