"""Did a message that left without an answer arrive at the gateway after all?

A gateway has no field that would bring a mark of ours back. What it holds shows the person, the words and the moment: where
they are those of a message whose end nobody knows, and the id is nobody's yet, that message was taken. It must not leave twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from recado.channels.adapter import SentThere
from recado.conversations.models import Progress, Status
from recado.conversations.service.statuses import advance
from recado.conversations.store import catching_up as store
from recado.foundation.database import Row, Transaction
from recado.foundation.identifiers import lowest_id
from recado.foundation.phone import match_key

LOOKED_BACK: Final = timedelta(minutes=15)
_CLOCKS: Final = timedelta(seconds=5)


async def confirm(tx: Transaction, channel: UUID, sent: Sequence[SentThere], now: datetime) -> int:
    """Move messages forward that the provider holds although it never answered; return how many."""
    if not sent:
        return 0
    waiting = await store.unconfirmed(tx, channel, lowest_id(now - LOOKED_BACK))
    if not waiting:
        return 0
    known = await store.known_messages(tx, channel, [one.provider_id for one in sent])
    free = [one for one in sent if one.provider_id not in known]
    progress: list[Progress] = []
    for row in waiting:
        found = next((one for one in free if _is_the_same(row, one)), None)
        if found is not None:
            free.remove(found)
            progress.append(Progress(row["id"], found.provider_id, Status.ACCEPTED, None))
    await advance(tx, progress)
    return len(progress)


def _is_the_same(row: Row, sent: SentThere) -> bool:
    """Lists and buttons left as numbered text, with the message's own words in the middle."""
    words = f"\n{row['text'].strip()}\n"
    is_told = words in f"\n{sent.text.strip()}\n"
    who = sent.who
    is_them = (bool(who.bsuid) and who.bsuid == row["reply_bsuid"]) or (
        bool(who.wa_id and row["reply_wa_id"]) and match_key(who.wa_id) == match_key(row["reply_wa_id"])
    )
    return is_told and is_them and sent.at >= row["created_at"].replace(microsecond=0) - _CLOCKS
