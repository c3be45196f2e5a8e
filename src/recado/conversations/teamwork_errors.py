"""What is refused to people who share work?"""

from __future__ import annotations

from typing import ClassVar

from recado.foundation.errors import DomainError, Kind, NotFound


class PersonNotFound(NotFound):
    """No active member of this organization who may answer has that id."""

    code: ClassVar[str] = "person_not_found"


class TeamNotFound(NotFound):
    """No team of this organization has that id."""

    code: ClassVar[str] = "team_not_found"


class CannotSee(DomainError):
    """Who is called by name may not see the conversation. `name` says who: it must be given to them, or somebody else called."""

    kind = Kind.CONFLICT
    code = "mention_cannot_see"


class TooManyMentions(DomainError):
    """A note calls at most `limit` people."""

    code = "too_many_mentions"


class UnknownVariable(DomainError):
    """A quick reply names something that is not known when it is used. `name` is what it says, `known` what it may say."""

    code = "unknown_variable"


class BrokenVariable(DomainError):
    """Braces open and do not close, or close and did not open; `near` shows where."""

    code = "broken_variable"


class ShortcutTaken(DomainError):
    """Another quick reply of the same owner has that shortcut."""

    kind = Kind.CONFLICT
    code = "shortcut_taken"


class TooManyQuickReplies(DomainError):
    """An owner keeps at most `limit`."""

    kind = Kind.CONFLICT
    code = "too_many_quick_replies"


class QuickReplyNotFound(NotFound):
    """No quick reply that the caller may use has that id."""

    code: ClassVar[str] = "quick_reply_not_found"
