"""Whose is an edit or a revocation that names only the message it is about?

A gateway passes on what somebody's client wrote: the chat may be we ourselves, and `fromMe` may be theirs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from recado.channels import service as channels
from recado.channels.models import ChannelEvent, Identity, InboundMessage
from recado.conversations.store import afterthoughts as store
from recado.foundation.database import Transaction
from recado.foundation.lanes.models import Input

Arrivals = Sequence[tuple[Input, InboundMessage]]


async def with_authors(tx: Transaction, arrivals: Arrivals, now: datetime) -> Arrivals:
    """Give such changes to the author of the original. One whose original nobody knows and that names nobody is kept as an
    event of its channel."""
    wanted = {(item.channel, message.about) for item, message in arrivals if message.by_original}
    if not wanted:
        return arrivals
    known = {(row["channel_id"], row["provider_id"]): row for row in await store.originals(tx, wanted)}
    result: list[tuple[Input, InboundMessage]] = []
    for item, message in arrivals:
        row = known.get((item.channel, message.about)) if message.by_original else None
        is_told = bool(message.sender.wa_id or message.sender.bsuid)
        if row is not None:
            # Who is named changes what stands in their own thread, and in nobody else's.
            there = Identity(wa_id=row["reply_wa_id"], bsuid=row["reply_bsuid"])
            result.append((item, replace(message, sender=message.sender if is_told else there, echo=row["ours"])))
        elif message.by_original and not is_told:
            told = {"set_aside": "original_unknown", "about": message.about, "text": message.text}
            event = ChannelEvent(f"original_unknown:{item.key}"[:200], message.type.value, told, message.sent_at)
            await channels.keep_event(tx, item.channel, event, now)
        else:
            result.append((item, message))
    return result
