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


class ChannelRefused(DomainError):
    """The provider does not accept the account as it was given. `reason` is a code of its check."""

    code = "channel_refused"


class TemplateNotFound(NotFound):
    """No template of this organization has that id, or its channel has none of that name and language."""

    code = "template_not_found"


class TemplateRefused(DomainError):
    """The provider would refuse this template or its values. `problems` lists code, field and limit of each."""

    code = "template_refused"


class TemplateExists(DomainError):
    """The account has a template of that name and language already, with another content."""

    kind = Kind.CONFLICT
    code = "template_exists"


class TemplatesUnsupported(DomainError):
    """The channel is of a kind that has no templates."""

    code = "templates_unsupported"


class ProviderUnavailable(DomainError):
    """The provider did not do it. `why` is one of the codes of a channel's check; `network` leaves open whether it did."""

    kind = Kind.UNAVAILABLE
    code = "provider_unavailable"


class PhoneNeeded(DomainError):
    """A pairing code is made for one phone: its number is missing."""

    code = "phone_needed"


class ConnectionRefused(DomainError):
    """The number could not be connected now. `reason` is a code of the connection's state."""

    kind = Kind.UNAVAILABLE
    code = "connection_refused"
