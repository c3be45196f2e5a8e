"""How is somebody asked how they liked it, once their conversation is archived?"""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from uuid import UUID

from recado.conversations.csat_models import Asks, CsatSettings
from recado.conversations.models import SYSTEM, Conversation, ConversationId, MessageId, State
from recado.conversations.rules import csat as rules
from recado.conversations.service.desk import Desk
from recado.conversations.store import csat as store
from recado.foundation.database import Transaction
from recado.foundation.identifiers import new_id


async def ask(tx: Transaction, desk: Desk) -> None:
    """Put the question where a conversation on the desk has just been archived, inside the window and not too often."""
    over = {
        move.conversation
        for move in desk.moves
        if move.became is State.ARCHIVED and _can_be_asked(desk, desk.conversations[move.conversation])
    }
    if not over:
        return
    settings = await store.read_settings(tx)
    if not settings.enabled:
        return
    since = desk.now - timedelta(days=settings.every_days)
    meant = await store.to_ask(tx, over, since=since, by_people=settings.asks is Asks.PEOPLE)
    for id_ in sorted(meant):
        _put_question(desk, desk.conversations[id_], settings)


def _can_be_asked(desk: Desk, conversation: Conversation) -> bool:
    if conversation.last_inbound_at is None or conversation.id in desk.opened:
        return False
    return desk.refusal(conversation, rules.question(CsatSettings(), conversation.id)) == ""


def _put_question(desk: Desk, conversation: Conversation, settings: CsatSettings) -> None:
    survey = new_id()
    message = desk.say(conversation.id, rules.question(settings, survey), SYSTEM, content={"csat": str(survey)})
    desk.afterwards.append(partial(_keep, survey, conversation, message, desk))


async def _keep(survey: UUID, conversation: Conversation, message: MessageId, desk: Desk, tx: Transaction) -> None:
    await store.add(
        tx, survey, ConversationId(conversation.id), message, assignee=conversation.assignee, team=conversation.team,
        now=desk.now,
    )  # fmt: skip
