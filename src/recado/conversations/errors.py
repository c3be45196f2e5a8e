"""What do conversations refuse?"""

from __future__ import annotations

from typing import ClassVar

from recado.foundation.errors import DomainError, Kind, NotFound


class ConversationNotFound(NotFound):
    """No conversation of this organization has that id or belongs to that phone."""

    code: ClassVar[str] = "conversation_not_found"


class MessageNotFound(NotFound):
    """No message of this organization has that id."""

    code: ClassVar[str] = "message_not_found"


class WindowClosed(DomainError):
    """More than 24 hours have passed since the person wrote; only a template may go now. `closed_at` says since when."""

    kind = Kind.CONFLICT
    code = "window_closed"


class OptedOut(DomainError):
    """The person asked for no more messages. `since` says when."""

    kind = Kind.CONFLICT
    code = "opted_out"


class ConversationArchived(DomainError):
    """The conversation is over; a message of the person, or a template, opens the next one."""

    kind = Kind.CONFLICT
    code = "conversation_archived"


class SaidAlready(DomainError):
    """The same was said a moment ago and the person has not written since; what nobody is told twice is held back."""

    kind = Kind.CONFLICT
    code = "said_already"


class TakenByOther(DomainError):
    """A colleague answers already. `name` says who."""

    kind = Kind.CONFLICT
    code = "taken_by_other"


class NothingToSend(DomainError):
    """A message needs text, media or a template."""

    code = "nothing_to_send"


class TextTooLong(DomainError):
    """The channel carries at most `limit` characters."""

    code = "text_too_long"


class MediaNotUsable(DomainError):
    """There is no such media, or it has been sent already."""

    code = "media_not_usable"


class ChannelUnavailable(DomainError):
    """The channel is disconnected; nothing can leave through it."""

    kind = Kind.CONFLICT
    code = "channel_unavailable"


class NotYourConversation(NotFound):
    """An agent sees their own conversations and those of nobody; another's looks as if it did not exist."""

    code: ClassVar[str] = "conversation_not_found"


class DeadLetterNotFound(NotFound):
    """No dead letter of this organization has that id, or it was settled already."""

    code: ClassVar[str] = "dead_letter_not_found"


class CannotRetry(DomainError):
    """What it was about is gone, or would fail the same way again. `why` says which."""

    kind = Kind.CONFLICT
    code = "cannot_retry"


class HandoffNotFound(NotFound):
    """No transbordo of this organization that the caller may see has that id."""

    code: ClassVar[str] = "handoff_not_found"


class HandoffOver(DomainError):
    """The transbordo was resolved or has expired; `state` says which."""

    kind = Kind.CONFLICT
    code = "handoff_over"


class NoSuchChannel(DomainError):
    """The organization has no number of that id to tell colleagues from."""

    code = "no_such_channel"


class DelegationNotFound(NotFound):
    """No delegation of this organization has that id."""

    code: ClassVar[str] = "delegation_not_found"


class DelegationNotFailed(DomainError):
    """Only what has failed is tried again; `state` says how this one stands."""

    kind = Kind.CONFLICT
    code = "delegation_not_failed"


class ContactUnknown(NotFound):
    """No contact of this organization has that id."""

    code: ClassVar[str] = "contact_not_found"


class NothingToRepair(DomainError):
    """The conversation is in a state that everybody knows."""

    kind = Kind.CONFLICT
    code = "nothing_to_repair"


class BadPeriod(DomainError):
    """A report's time ends before it begins, or has more than `longest_days` days."""

    kind = Kind.INVALID
    code = "bad_period"
