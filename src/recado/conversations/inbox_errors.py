"""What is refused around filters and acts on many?"""

from __future__ import annotations

from typing import ClassVar

from recado.foundation.errors import DomainError, Kind, NotFound


class ViewNotFound(NotFound):
    """No view of that id is the caller's own or shared."""

    code: ClassVar[str] = "view_not_found"


class TooManyViews(DomainError):
    """Somebody keeps at most `limit` views."""

    kind = Kind.CONFLICT
    code = "too_many_views"


class NotYourView(DomainError):
    """Only its owner, or somebody who sees all conversations, changes a shared view; only they may share one."""

    kind = Kind.FORBIDDEN
    code = "not_your_view"


class NeedsPerson(DomainError):
    """Drafts and views belong to persons; a key has none."""

    kind = Kind.FORBIDDEN
    code = "needs_person"


class TagMissing(DomainError):
    """The act needs the name of a tag."""

    code = "tag_missing"


class AlreadyWaiting(DomainError):
    """A person is asked for in this conversation already."""

    kind = Kind.CONFLICT
    code = "already_waiting"


class NotAnEmoji(DomainError):
    """A reaction is one emoji and nothing else."""

    kind = Kind.INVALID
    code = "not_an_emoji"


class CannotReact(DomainError):
    """This message takes no reaction of ours: `why` is not_reactable, revoked or too_old."""

    kind = Kind.CONFLICT
    code = "cannot_react"
