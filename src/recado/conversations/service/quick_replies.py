"""How is what is often said kept and used?"""

from __future__ import annotations

from uuid import UUID
from zoneinfo import ZoneInfo

from recado.conversations import events
from recado.conversations.errors import ConversationNotFound
from recado.conversations.models import Actor, ConversationId
from recado.conversations.rules import quick_replies as rules
from recado.conversations.service.ports import Ports
from recado.conversations.store import quick_replies as store
from recado.conversations.teamwork_errors import QuickReplyNotFound, ShortcutTaken, TooManyQuickReplies
from recado.foundation import facts
from recado.foundation.database import Row, Transaction
from recado.foundation.facts import Fact
from recado.foundation.identifiers import new_id
from recado.foundation.phone import shown


async def create(tx: Transaction, owner: UUID | None, *, shortcut: str, title: str, text: str) -> UUID:
    """Store a quick reply of the organization (`owner` None) or of one person; return its id.

    Raises `UnknownVariable`, `BrokenVariable`, `ShortcutTaken`, `TooManyQuickReplies`.
    """
    rules.check(text)
    if await store.count(tx, owner) >= rules.MOST:
        raise TooManyQuickReplies(limit=rules.MOST)
    id_ = new_id()
    if not await store.add(tx, id_, owner, shortcut=shortcut, title=title, text=text):
        raise ShortcutTaken
    await _tell(tx)
    return id_


async def change(
    tx: Transaction, id_: UUID, member: UUID | None, *, shared_too: bool, shortcut: str, title: str, text: str
) -> None:
    """Write one anew. The organization's are only changed with `shared_too`; others' own ones do not seem to exist."""
    rules.check(text)
    await _own(tx, id_, member, shared_too=shared_too)
    if not await store.change(tx, id_, shortcut=shortcut, title=title, text=text):
        raise ShortcutTaken
    await _tell(tx)


async def remove(tx: Transaction, id_: UUID, member: UUID | None, *, shared_too: bool) -> None:
    """Take one away; raise `QuickReplyNotFound`."""
    await _own(tx, id_, member, shared_too=shared_too)
    await store.remove(tx, id_)
    await _tell(tx)


async def use(tx: Transaction, id_: UUID, conversation: ConversationId, ports: Ports, actor: Actor) -> rules.Rendered:
    """Return the text as it reads in a conversation, and count that it was used."""
    reply = await store.lock(tx, id_, actor.id)
    if reply is None:
        raise QuickReplyNotFound
    rendered = await worded(tx, reply["text"], conversation, ports, operator=actor.name)
    await store.note_use(tx, id_)
    return rendered


def check(text: str) -> None:
    """Raise `UnknownVariable` or `BrokenVariable` for a text that could not be filled in."""
    rules.check(text)


async def worded(
    tx: Transaction, text: str, conversation: ConversationId, ports: Ports, *, operator: str
) -> rules.Rendered:
    """Return a text with its variables filled in for a conversation; raise `ConversationNotFound`."""
    about = await store.surroundings(tx, conversation)
    if about is None:
        raise ConversationNotFound
    now = ports.clock().astimezone(ZoneInfo(about["time_zone"]))
    return rules.render(
        text,
        {
            "contact.first_name": rules.first_name(about["contact_name"]),
            "contact.name": about["contact_name"],
            "contact.phone": shown(about["reply_wa_id"]),
            "operator.first_name": rules.first_name(operator),
            "operator.name": operator,
            "organization.name": about["organization_name"],
            "greeting": rules.greeting(now),
        },
    )


async def _own(tx: Transaction, id_: UUID, member: UUID | None, *, shared_too: bool) -> Row:
    found = await store.lock(tx, id_, member)
    if found is None or (found["owner_id"] is None and not shared_too):
        raise QuickReplyNotFound
    return found


async def _tell(tx: Transaction) -> None:
    await facts.publish(tx, [Fact(events.QUICK_REPLIES_CHANGED)])
