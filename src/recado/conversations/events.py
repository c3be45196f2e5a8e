"""What do conversations publish?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from recado.channels.models import InboundMessage
from recado.contacts.models import Contact
from recado.conversations.models import Answer, ConversationId, MessageId, Silence

MESSAGE_RECEIVED = "conversations.message_received"
MESSAGE_QUEUED = "conversations.message_queued"
MESSAGE_STATUS_CHANGED = "conversations.message_status_changed"
MESSAGE_CHANGED = "conversations.message_changed"
CONVERSATION_OPENED = "conversations.conversation_opened"
STATE_CHANGED = "conversations.state_changed"
ANSWERER_CHANGED = "conversations.answerer_changed"
NOTE_ADDED = "conversations.note_added"
HANDOFF_OPENED = "conversations.handoff_opened"
HANDOFF_CHANGED = "conversations.handoff_changed"
DELEGATION_CHANGED = "conversations.delegation_changed"
READ = "conversations.read"
ASSIGNED = "conversations.assigned"
"""Somebody or a rule gave a conversation to a person or a team; `data` names them."""
MENTIONED = "conversations.mentioned"
CSAT_ANSWERED = "conversations.csat_answered"
"""Somebody said how they liked it, or why; `data` has the survey and the score."""
DUTY_CHANGED = "conversations.duty_changed"
QUICK_REPLIES_CHANGED = "conversations.quick_replies_changed"
UNDERSTANDING_CHANGED = "conversations.understanding_changed"
"""`data` says in `what` part: settings, phrases, words, doubts or trainings."""
PRESENCE = "conversations.presence"
"""Somebody looks or types. It is told on the live stream and stored nowhere."""


@dataclass(frozen=True, slots=True)
class MessageReceived:
    """A person wrote, and a machine is to answer. `phone` is digits, empty where the channel gave none."""

    conversation: ConversationId
    message: MessageId
    contact: Contact
    phone: str
    arrived: InboundMessage
    moment: datetime
    time_zone: str
    default_bot: UUID | None


@dataclass(frozen=True, slots=True)
class InputDue:
    """Something that a listener has asked to be given back at some moment is due in a conversation.

    `kind` is that of its inbox row, `reference` the listener's own id of it; `decided` says whether a machine may go on
    here, and if not, why.
    """

    conversation: ConversationId
    kind: str
    reference: UUID
    contact: Contact
    phone: str
    moment: datetime
    time_zone: str
    default_bot: UUID | None
    decided: Answer | Silence
