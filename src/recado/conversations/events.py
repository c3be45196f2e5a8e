"""What do conversations publish?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from recado.channels.models import InboundMessage
from recado.contacts.models import Contact
from recado.conversations.models import ConversationId, MessageId

MESSAGE_RECEIVED = "conversations.message_received"
MESSAGE_QUEUED = "conversations.message_queued"
MESSAGE_STATUS_CHANGED = "conversations.message_status_changed"
MESSAGE_CHANGED = "conversations.message_changed"
CONVERSATION_OPENED = "conversations.conversation_opened"
STATE_CHANGED = "conversations.state_changed"
ANSWERER_CHANGED = "conversations.answerer_changed"
NOTE_ADDED = "conversations.note_added"
HANDOFF_OPENED = "conversations.handoff_opened"
READ = "conversations.read"


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
