"""What do automations refuse?"""

from __future__ import annotations

from recado.foundation.errors import DomainError, Kind, NotFound


class AutomationNotFound(NotFound):
    """No automation of this organization has that id."""

    code = "automation_not_found"


class FactNotFound(NotFound):
    """No fact of that number is kept any more."""

    code = "fact_not_found"


class BadRule(DomainError):
    """A rule that could not work. Data: `where` (such as `actions.1.text`), `why`, and what the sentence needs."""

    code = "bad_rule"


class NameTaken(DomainError):
    """There is one of that name already."""

    kind = Kind.CONFLICT
    code = "name_taken"


class TooMany(DomainError):
    """An organization has at most `limit` of these."""

    kind = Kind.CONFLICT
    code = "too_many_of_these"


class AutomationChanged(DomainError):
    """Somebody else changed it meanwhile. Data: `revision`, `changed_by_name`."""

    kind = Kind.CONFLICT
    code = "automation_changed"


class ActionRefused(DomainError):
    """What an action needs is not there. Its own `reason` stands in the data."""

    kind = Kind.CONFLICT
    code = "action_refused"
