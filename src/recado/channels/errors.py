"""What do channels refuse?"""

from __future__ import annotations

from recado.foundation.errors import DomainError, Kind, NotFound


class ChannelNotFound(NotFound):
    """No channel of this organization has that id."""

    code = "channel_not_found"


class ChannelExists(DomainError):
    """The organization has a channel of this provider with that account already."""

    kind = Kind.CONFLICT
    code = "channel_exists"


class UnknownAdapter(DomainError):
    """No adapter of that key is installed. `known` lists those that are."""

    code = "unknown_adapter"


class IncompleteChannel(DomainError):
    """A setting or secret the adapter needs is missing. `missing` lists their names."""

    code = "incomplete_channel"
