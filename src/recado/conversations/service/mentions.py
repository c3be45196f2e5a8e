"""How is a note written, and who learns that it calls them?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from uuid import UUID

from recado.conversations import events
from recado.conversations.models import Actor, Conversation, ConversationId, Message
from recado.conversations.rules.mentions import MOST, called
from recado.conversations.service.ports import Ports
from recado.conversations.service.saving import save
from recado.conversations.service.seeing import sees
from recado.conversations.service.verbs import Viewer, lay
from recado.conversations.store import mentions as store
from recado.conversations.store import teamwork as teamwork_store
from recado.conversations.teamwork_errors import CannotSee, PersonNotFound, TooManyMentions
from recado.conversations.teamwork_models import Colleague
from recado.foundation.database import Transaction
from recado.foundation.facts import Fact


async def note(
    tx: Transaction,
    id_: ConversationId,
    ports: Ports,
    actor: Actor,
    viewer: Viewer,
    text: str,
    ids: Sequence[UUID] = (),
) -> Message:
    """Write something that only colleagues see, and tell those whom it calls: `ids`, and every @name in the text.

    Raises `CannotSee` where one of them may not see this conversation: nobody is called in vain. Also
    `ConversationNotFound`, `PersonNotFound`, `TooManyMentions`.
    """
    desk, conversation = await lay(tx, id_, ports, viewer)
    people = await _called(tx, text, ids, conversation) if ids or "@" in text or "＠" in text else ()
    written = desk.note(id_, text, actor)
    if people:
        names = [{"id": str(one.id), "name": one.name} for one in people]
        written = desk.messages[-1] = replace(written, content={"mentions": names})
    others = [one.id for one in people if one.id != actor.id]
    for member in others:
        desk.facts.append(
            Fact(events.MENTIONED, id_, {"member_id": str(member), "by": str(actor.id) if actor.id else None})
        )
    if others:
        desk.afterwards.append(partial(_keep, written, others))
    await save(tx, desk)
    return written


async def _called(tx: Transaction, text: str, ids: Sequence[UUID], conversation: Conversation) -> tuple[Colleague, ...]:
    known = await teamwork_store.colleagues(tx)
    by_id = {one.id: one for one, _ in known}
    if not by_id.keys() >= set(ids):
        raise PersonNotFound
    found = {one.id: one for one in (*(by_id[id_] for id_ in ids), *called(text, list(by_id.values())))}
    if len(found) > MOST:
        raise TooManyMentions(limit=MOST)
    roles = {one.id: role for one, role in known}
    for one in found.values():
        viewer = one.id if roles[one.id] == "agent" else None
        if not await sees(tx, viewer, assignee=conversation.assignee, team=conversation.team):
            raise CannotSee(name=one.name)
    return tuple(found.values())


async def _keep(message: Message, members: Sequence[UUID], tx: Transaction) -> None:
    await store.add(tx, message, members)
