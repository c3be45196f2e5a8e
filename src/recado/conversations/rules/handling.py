"""Who answers a message, how far has it come, and may one be sent?"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from recado.channels.models import InboundMessage, MessageType
from recado.conversations.models import (
    Answer,
    Answerer,
    AskConsent,
    Conversation,
    Courtesy,
    Handling,
    Policy,
    Silence,
    State,
)
from recado.privacy.models import Allowed, Decision, MustAsk

WINDOW_MARGIN = timedelta(minutes=5)
"""The provider's clock and ours differ, and a message waits on the lane: the window is taken to close a little earlier."""

_NOT_AN_UTTERANCE = frozenset(
    {MessageType.SYSTEM, MessageType.REACTION, MessageType.EDIT, MessageType.REVOKE, MessageType.REQUEST_WELCOME}
)
_OPENS_NO_WINDOW = frozenset({MessageType.SYSTEM, MessageType.EDIT, MessageType.REVOKE, MessageType.REQUEST_WELCOME})


def is_utterance(message: InboundMessage) -> bool:
    """Did a person say something that wants an answer?"""
    return not (message.echo or message.historic or message.type in _NOT_AN_UTTERANCE)


def opens_window(message: InboundMessage) -> bool:
    """Does this message let us write freely for 24 hours? The provider counts what people write, tap and react."""
    return not (message.echo or message.historic or message.type in _OPENS_NO_WINDOW)


def handling(
    conversation: Conversation, message: InboundMessage, policy: Policy, consent: Decision, now: datetime
) -> Handling:
    """Decide who answers `message`, with the reason. Opting out and asking for a person are decided before this."""
    if not is_utterance(message):
        return Silence("not_an_utterance")
    if message.group:
        return Silence("group_message")
    if is_stale(message, policy, now):
        return Silence("stale", needs_person=True)
    if conversation.answerer is Answerer.PERSON and not bot_may_return(conversation, policy, now):
        return Silence("person_answers")
    if isinstance(consent, MustAsk):
        return AskConsent()
    if not isinstance(consent, Allowed):
        return Silence(consent.reason)
    if conversation.processed_count >= policy.messages_a_minute and _same_minute(conversation, now):
        return Silence("too_many") if conversation.abuse_told else Courtesy("too_many")
    return Answer(consent.reason)


def going_on(
    conversation: Conversation, policy: Policy, consent: Decision, now: datetime, *, opted_out: bool
) -> Answer | Silence:
    """Decide whether a machine may go on by itself in a conversation, with the reason: nobody has just written."""
    if conversation.state is State.ARCHIVED:
        return Silence("archived")
    if opted_out:
        return Silence("opted_out")
    if conversation.answerer is Answerer.PERSON and not bot_may_return(conversation, policy, now):
        return Silence("person_answers")
    if not isinstance(consent, Allowed):
        return Silence(consent.reason)
    return Answer(consent.reason)


def is_stale(message: InboundMessage, policy: Policy, now: datetime) -> bool:
    """Is the message so old that a machine's answer would surprise? Providers repeat for up to seven days."""
    return message.sent_at is not None and now - message.sent_at > timedelta(minutes=policy.stale_after_minutes)


def bot_may_return(conversation: Conversation, policy: Policy, now: datetime) -> bool:
    """Has the person at the desk been quiet for as long as the organization says?"""
    if policy.bot_returns_after_minutes is None or conversation.bot_silent_since is None:
        return False
    return now - conversation.bot_silent_since >= timedelta(minutes=policy.bot_returns_after_minutes)


def returned(conversation: Conversation) -> Conversation:
    """Return the conversation with the bot answering again, because the person at the desk has gone quiet."""
    return replace(conversation, answerer=Answerer.FLOW, assignee=None, bot_silent_since=None)


def counted(conversation: Conversation, now: datetime) -> Conversation:
    """Count one message that a machine works on; the count begins anew after a minute."""
    if _same_minute(conversation, now):
        return replace(conversation, processed_count=conversation.processed_count + 1)
    return replace(conversation, processed_since=now, processed_count=1, abuse_told=False)


def following(opened: Conversation, before: Conversation) -> Conversation:
    """Link a conversation to the one that was archived; what a machine may answer in a minute is the person's, not its."""
    return replace(
        opened, previous=before.id, processed_since=before.processed_since, processed_count=before.processed_count,
        abuse_told=before.abuse_told,
    )  # fmt: skip


def window_closes_at(conversation: Conversation, window_hours: int | None) -> datetime | None:
    """Return when free text stops being allowed; None where the channel has no window or the person never wrote."""
    if window_hours is None or conversation.last_inbound_at is None:
        return None
    return conversation.last_inbound_at + timedelta(hours=window_hours) - WINDOW_MARGIN


def window_is_open(last_inbound_at: datetime | None, window_hours: int | None, now: datetime) -> bool:
    """May free text be sent?"""
    if window_hours is None:
        return True
    return last_inbound_at is not None and now < last_inbound_at + timedelta(hours=window_hours) - WINDOW_MARGIN


def after_inbound(conversation: Conversation, message: InboundMessage, preview: str, now: datetime) -> Conversation:
    """Return the conversation as it is once `message` stands in it."""
    if message.historic:
        return conversation
    changed = replace(
        conversation,
        last_message_at=now,
        last_message_preview=preview,
        last_message_direction="out" if message.echo else "in",
    )
    if message.echo:
        # Somebody answered from the phone itself: the bot keeps silent until it is handed back or they go quiet.
        return replace(changed, answerer=Answerer.PERSON, bot_silent_since=now, unread=0)
    if message.group:
        # What is said in a group lets nobody write to the person alone.
        return replace(changed, unread=conversation.unread + 1)
    if opens_window(message):
        came = min(message.sent_at or now, now)
        changed = replace(
            changed,
            last_inbound_at=max(came, conversation.last_inbound_at) if conversation.last_inbound_at else came,
            unread=conversation.unread + 1,
            reply_wa_id=message.sender.wa_id or conversation.reply_wa_id,
            reply_bsuid=message.sender.bsuid or conversation.reply_bsuid,
        )
    return changed


def after_outbound(conversation: Conversation, preview: str, now: datetime) -> Conversation:
    """Return the conversation as it is once one of our messages stands in it."""
    return replace(
        conversation, last_message_at=now, last_message_preview=preview, last_message_direction="out"
    )  # fmt: skip


def waiting(conversation: Conversation, reason: str, now: datetime) -> Conversation:
    """Return the conversation waiting for a person; it waits since the first time it was said."""
    if conversation.state is State.WAITING:
        return conversation
    return replace(
        conversation, state=State.WAITING, state_reason=reason, state_since=now, waiting_since=now
    )  # fmt: skip


def active(conversation: Conversation, reason: str, now: datetime) -> Conversation:
    """Return the conversation active again."""
    if conversation.state is State.ACTIVE:
        return conversation
    return replace(
        conversation, state=State.ACTIVE, state_reason=reason, state_since=now, waiting_since=None, archived_at=None
    )  # fmt: skip


def archived(conversation: Conversation, reason: str, now: datetime) -> Conversation:
    """Return the conversation over; the person's next message opens another."""
    return replace(
        conversation, state=State.ARCHIVED, state_reason=reason, state_since=now, waiting_since=None, archived_at=now,
        unread=0,
    )  # fmt: skip


def _same_minute(conversation: Conversation, now: datetime) -> bool:
    return conversation.processed_since is not None and now - conversation.processed_since < timedelta(minutes=1)
