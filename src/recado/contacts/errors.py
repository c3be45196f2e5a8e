"""Which refusals do people's rules have?"""

from __future__ import annotations

from typing import ClassVar

from recado.foundation.errors import DomainError, Kind, NotFound


class PersonNotFound(NotFound):
    """No person of this organization has that id."""

    code: ClassVar[str] = "contact_not_found"


class BadIdentifier(DomainError):
    """What was given is no phone, e-mail, CPF or CNPJ. `why` says what is wrong with it."""

    code = "bad_identifier"


class IdentifierTaken(DomainError):
    """Somebody else has this address; `contact_id` says who, and a merge has been proposed."""

    kind = Kind.CONFLICT
    code = "identifier_taken"


class BadField(DomainError):
    """A value does not fit its field: `field` and `why`."""

    code = "bad_field"


class FieldTaken(DomainError):
    """Another field has that key."""

    kind = Kind.CONFLICT
    code = "field_taken"


class TooMany(DomainError):
    """An organization has at most `limit` of these."""

    kind = Kind.CONFLICT
    code = "too_many"


class BadFilter(DomainError):
    """A filter cannot be understood: `why` and, where one is meant, `field`."""

    code = "bad_filter"


class SegmentTaken(DomainError):
    """Another segment has that name."""

    kind = Kind.CONFLICT
    code = "segment_taken"


class CannotMerge(DomainError):
    """These two cannot become one: `same_person` or `already_merged`."""

    kind = Kind.CONFLICT
    code = "cannot_merge"


class ProposalDecided(DomainError):
    """Somebody has answered this proposal already."""

    kind = Kind.CONFLICT
    code = "proposal_decided"


class CannotUndo(DomainError):
    """The merge was undone already, or a later one (`merge_id`) must be undone first."""

    kind = Kind.CONFLICT
    code = "cannot_undo"


class BadSheet(DomainError):
    """A file is no table that can be imported. `why` says what stands against it."""

    code = "bad_sheet"


class ImportNotReady(DomainError):
    """The import has begun already."""

    kind = Kind.CONFLICT
    code = "import_not_ready"


class BadPlan(DomainError):
    """The columns are not mapped in a way that can be imported: `why`."""

    code = "bad_plan"
