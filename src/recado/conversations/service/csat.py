"""How is what people think of a conversation taken in, and what does it come to?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from recado.channels.models import InboundMessage, OutgoingMessage
from recado.contacts.models import ContactId
from recado.conversations import events
from recado.conversations.csat_models import Answered, CsatReport, CsatSettings, Rated
from recado.conversations.models import SYSTEM, Conversation, ConversationId, State
from recado.conversations.rules import csat as rules
from recado.conversations.rules import handling
from recado.conversations.rules.periods import Period
from recado.conversations.service.desk import Desk
from recado.conversations.store import csat as store
from recado.foundation.database import Transaction
from recado.foundation.facts import Fact
from recado.organizations.models import Scope
from recado.organizations.service import audit
from recado.privacy import service as privacy
from recado.privacy.models import Wish

_COMMENTS = 50
Pair = tuple[UUID, ContactId]
"""A channel and a person."""


async def answers(
    tx: Transaction, said: Mapping[Pair, InboundMessage], before: Mapping[Pair, Conversation], now: datetime
) -> dict[Pair, Answered]:
    """Return which of these messages answer a question: a tap wherever it comes, words where `before` is what was archived
    last and nothing has begun since. A wish (no more messages, a person) is never an opinion."""
    taps = {pair: tap for pair, message in said.items() if (tap := rules.tapped(message)) is not None}
    found = await store.tapped(tx, [(tap[0], *pair) for pair, tap in taps.items()])
    answered = {pair: Answered(found[id_], Rated(score)) for pair, (id_, score) in taps.items() if id_ in found}
    spoken = {
        pair: conversation
        for pair, conversation in before.items()
        if pair not in taps and _may_speak(said[pair]) and conversation.archived_at is not None
        and now - conversation.archived_at <= rules.ANSWER_WITHIN
    }  # fmt: skip
    surveys = {one.conversation: one for one in await store.of_conversations(tx, [one.id for one in spoken.values()])}
    if not surveys:
        return answered
    comments = (await store.read_settings(tx)).comment_question != ""
    for pair, conversation in spoken.items():
        survey = surveys.get(conversation.id)
        meant = rules.read(said[pair], survey, now, comments=comments) if survey else None
        if survey is not None and meant is not None:
            answered[pair] = Answered(survey, meant)
    return answered


async def take(tx: Transaction, desk: Desk, conversation: ConversationId, answered: Answered) -> None:
    """Write an answer down, thank for it once, and tell whoever waits for it. It goes to no flow."""
    settings = await store.read_settings(tx)
    survey, said = answered.survey, answered.said
    if isinstance(said, Rated):
        await store.score(tx, survey.id, said.score, said.comment, desk.now)
        if survey.state == "asked":
            asks_more = settings.comment_question and not said.comment
            _say(desk, conversation, settings.comment_question if asks_more else settings.thanks)
        score: int | None = said.score
    else:
        await store.comment(tx, survey.id, said.comment[: rules.LONGEST_COMMENT], desk.now)
        _say(desk, conversation, settings.thanks)
        score = survey.score
    desk.facts.append(Fact(events.CSAT_ANSWERED, survey.conversation, {"survey_id": str(survey.id), "score": score}))
    found = desk.conversations[conversation]
    if found.state is State.ARCHIVED:
        desk.put(replace(found, unread=0))


async def read_settings(tx: Transaction) -> CsatSettings:
    """Return what the organization has set."""
    return await store.read_settings(tx)


async def change_settings(tx: Transaction, scope: Scope, wanted: CsatSettings) -> CsatSettings:
    """Write what the organization wants."""
    clean = replace(
        wanted, question=wanted.question.strip(), thanks=wanted.thanks.strip(),
        comment_question=wanted.comment_question.strip(),
    )  # fmt: skip
    await store.save_settings(tx, clean)
    await audit(tx, scope, "csat.changed", detail={"enabled": clean.enabled, "asks": clean.asks.value})
    return clean


async def read_report(tx: Transaction, period: Period) -> CsatReport:
    """Add up what people thought of the conversations about which they were asked in a time."""
    begin, end = period.bounds("whole")
    return CsatReport(
        await store.whole(tx, begin, end), tuple(await store.by_person(tx, begin, end)),
        tuple(await store.by_team(tx, begin, end)), tuple(await store.comments(tx, begin, end, _COMMENTS)),
    )  # fmt: skip


def _may_speak(message: InboundMessage) -> bool:
    if not handling.is_utterance(message) or message.group or not rules.may_answer(message):
        return False
    return privacy.read_wish(message.text) is Wish.NONE


def _say(desk: Desk, conversation: ConversationId, text: str) -> None:
    """Say it where it may still leave."""
    message = OutgoingMessage(text=text)
    if text and desk.refusal(desk.conversations[conversation], message) == "":
        desk.say(conversation, message, SYSTEM)
