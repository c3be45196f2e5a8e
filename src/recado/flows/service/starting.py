"""How does a bot begin its flow in a conversation in which nobody has written?"""

from __future__ import annotations

from datetime import datetime
from typing import Final

from recado.conversations.models import ConversationId
from recado.flows.errors import BotNotFound, CannotStart
from recado.flows.models import BotId, Wait
from recado.flows.store import running, waiting
from recado.foundation.database import Transaction
from recado.foundation.identifiers import new_id

_KEY: Final = "start"


async def start(tx: Transaction, conversation: ConversationId, bot: BotId, now: datetime) -> None:
    """Have a bot begin its flow in its turn, in the place of whatever flow waits there.

    Raises `BotNotFound`, or `CannotStart` with the reason: it has no flow that is published, the conversation is over, a
    person answers there.
    """
    found = next((one for one in await running.bots(tx) if one.id == bot), None)
    if found is None:
        raise BotNotFound
    published = {one.flow for one in await running.published(tx)}
    if found.entry is None or found.entry not in published:
        raise CannotStart(reason="nothing_published")
    talk = await waiting.talk(tx, conversation)
    if talk is None or talk["state"] == "archived":
        raise CannotStart(reason="archived")
    if talk["answerer"] == "person":
        raise CannotStart(reason="person_answers")
    await waiting.insert(tx, [Wait(new_id(), conversation, None, "flow_start", _KEY, now, str(bot))])
    tx.wake("timers")
