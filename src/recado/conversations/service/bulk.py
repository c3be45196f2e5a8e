"""How is one thing done to many conversations, each with an answer of its own?"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

import msgspec

from recado.contacts import service as contacts
from recado.conversations import events
from recado.conversations.errors import ConversationNotFound
from recado.conversations.inbox_errors import TagMissing
from recado.conversations.models import Actor, ConversationId
from recado.conversations.service import teamwork, verbs
from recado.conversations.service.ports import Ports
from recado.conversations.service.saving import save
from recado.conversations.service.verbs import Viewer
from recado.conversations.store import teamwork as people
from recado.conversations.store import threads
from recado.conversations.store import views as store
from recado.conversations.teamwork_errors import PersonNotFound
from recado.foundation.database import Transaction
from recado.foundation.errors import DomainError
from recado.foundation.facts import Fact


@dataclass(frozen=True, slots=True)
class Act:
    """What is to be done: `action` as the API names it, to whom (`assign`) or with which tag."""

    action: str
    assignee: UUID | None = None
    tag: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one: done where `code` is empty."""

    id: UUID
    code: str = ""


Do = Callable[[ConversationId], Awaitable[None]]


async def act_on_many(
    tx: Transaction, ids: Sequence[UUID], act: Act, ports: Ports, actor: Actor, viewer: Viewer, key: str
) -> list[Result]:
    """Do one thing to each; what is refused for one is done to the others. The same `key` gives the same answer once done.

    Raises `TagMissing`, `PersonNotFound`.
    """
    if act.action in ("tag", "untag") and not act.tag:
        raise TagMissing
    if act.action == "assign" and act.assignee is not None and not await people.who_may_answer(tx, act.assignee):
        raise PersonNotFound
    own_key = f"{actor.id}:{key}" if key else ""
    if own_key and not await store.take_key(tx, own_key):
        known = await store.known_results(tx, own_key)
        return msgspec.json.decode(known or "[]", type=list[Result])
    # All at once and sorted: two people who act on the same rows in another order wait, and do not deadlock.
    await threads.lock(tx, sorted({ConversationId(id_) for id_ in ids}))
    do = _doing(tx, act, ports, actor, viewer)
    results = []
    for id_ in dict.fromkeys(ids):
        try:
            await do(ConversationId(id_))
        except DomainError as refused:
            # Every verb refuses before it writes: what was done to the others stands.
            results.append(Result(id_, refused.code))
        else:
            results.append(Result(id_))
    if own_key:
        await store.keep_results(tx, own_key, msgspec.json.encode(results).decode())
    return results


def _doing(tx: Transaction, act: Act, ports: Ports, actor: Actor, viewer: Viewer) -> Do:
    async def archive(id_: ConversationId) -> None:
        await verbs.close(tx, id_, ports, actor, viewer)

    async def assign(id_: ConversationId) -> None:
        found = await threads.lock(tx, [id_])
        if not found:
            raise ConversationNotFound
        # Whoever marks rows and gives them to somebody has seen whose they are.
        seen = found[0].assignee
        await teamwork.give(tx, id_, ports, actor, viewer, member=act.assignee, team=None, seen=seen)

    async def tag(id_: ConversationId) -> None:
        _, conversation = await verbs.lay(tx, id_, ports, viewer)
        await contacts.label(tx, {(conversation.contact, act.tag): act.action == "tag"})

    async def mark_read(id_: ConversationId) -> None:
        await verbs.mark_read(tx, id_, ports, viewer)

    async def mark_unread(id_: ConversationId) -> None:
        desk, conversation = await verbs.lay(tx, id_, ports, viewer)
        if not conversation.unread:
            desk.put(replace(conversation, unread=1))
            desk.facts.append(Fact(events.READ, id_))
            await save(tx, desk)

    return {
        "archive": archive, "assign": assign, "tag": tag, "untag": tag, "mark_read": mark_read,
        "mark_unread": mark_unread,
    }[act.action]  # fmt: skip
