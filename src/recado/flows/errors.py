"""What do flows refuse?"""

from __future__ import annotations

from recado.foundation.errors import DomainError, NotFound


class FlowNotFound(NotFound):
    """No flow of this organization has that id."""

    code = "flow_not_found"


class FlowUnreadable(DomainError):
    """The definition cannot be read. `problems` lists each with its place."""

    code = "flow_unreadable"


class FlowHasProblems(DomainError):
    """The definition can be read and must not be published. `problems` lists what is wrong."""

    code = "flow_has_problems"
