"""Where do answers go once a person has another address?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from recado.contacts.models import ContactId, Seen
from recado.conversations.models import Conversation
from recado.conversations.store import threads as store
from recado.foundation.database import Transaction
from recado.foundation.phone import match_key


@dataclass(frozen=True, slots=True)
class Moved:
    """A person who is reached as `after` since `at`, and no longer as `before`."""

    contact: ContactId
    before: Seen
    after: Seen
    at: datetime | None


async def readdress(tx: Transaction, moved: Sequence[Moved]) -> None:
    """Let open conversations answer to the new address: the old number may be somebody else's by tomorrow."""
    if not moved:
        return
    by_contact = {one.contact: one for one in moved}
    found = await store.lock_of_contacts(tx, by_contact.keys())
    now = [readdressed(one, by_contact[one.contact]) for one in found]
    await store.update_conversations(tx, [one for one, before in zip(now, found, strict=True) if one != before])


def readdressed(conversation: Conversation, moved: Moved) -> Conversation:
    """Return the conversation with the new address, if it was the old one that it answered to.

    Where the person has written since, their own message says better where they are: the change may be a late repeat.
    """
    before, after = moved.before, moved.after
    if moved.at is not None and conversation.last_inbound_at is not None and conversation.last_inbound_at > moved.at:
        return conversation
    was_phone = bool(before.phone) and match_key(conversation.reply_wa_id) == match_key(before.phone)
    was_bsuid = bool(before.bsuid) and conversation.reply_bsuid == before.bsuid
    if not (was_phone or was_bsuid):
        return conversation
    return replace(
        conversation,
        reply_wa_id=after.phone or conversation.reply_wa_id,
        reply_bsuid=after.bsuid or conversation.reply_bsuid,
    )
