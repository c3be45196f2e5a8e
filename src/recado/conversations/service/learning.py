"""Which phone does a hidden id belong to, where no delivery names both?

A status of what we sent to a phone, and a reply that quotes it, name the same chat by its hidden id: that is evidence. Without
it somebody who was written to by phone and answers under a hidden id alone would become a second contact.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from recado.channels.models import Identity, InboundMessage, StatusUpdate
from recado.contacts import service as contacts
from recado.contacts.models import Seen
from recado.conversations.store import afterthoughts as store
from recado.foundation.database import Transaction
from recado.foundation.lanes.models import Input

_HIDDEN = "@lid"


async def learn_from_replies(tx: Transaction, arrivals: Sequence[tuple[Input, InboundMessage]]) -> None:
    """Remember who writes under a hidden id alone and quotes what we wrote to a phone."""
    named = ((item.channel, one.reply_to, one.sender) for item, one in arrivals if one.reply_to and not one.group)
    await _learn(tx, named, "quoted")


async def learn_from_statuses(tx: Transaction, statuses: Sequence[tuple[UUID, StatusUpdate]]) -> None:
    """Remember under which hidden id something arrived that we sent to a phone."""
    await _learn(tx, ((channel, one.provider_id, one.recipient) for channel, one in statuses), "status")


async def _learn(tx: Transaction, named: Iterable[tuple[UUID, str, Identity]], evidence: str) -> None:
    hidden = {
        (channel, message): who.bsuid
        for channel, message, who in named
        if who.bsuid.endswith(_HIDDEN) and not who.wa_id
    }
    if not hidden:
        return
    pairs = {
        (row["reply_wa_id"], hidden[row["channel_id"], row["provider_id"]])
        for row in await store.originals(tx, hidden)
        if row["ours"] and row["reply_wa_id"]
    }
    for phone, lid in sorted(pairs):
        await contacts.learn_address(tx, Seen(phone=phone), Seen(lid=lid), evidence)
