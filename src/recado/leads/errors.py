"""What do pipelines and deals refuse?"""

from __future__ import annotations

from recado.foundation.errors import DomainError, Kind, NotFound


class PipelineNotFound(NotFound):
    """No pipeline of this organization has that id."""

    code = "pipeline_not_found"


class StageNotFound(NotFound):
    """No stage of this organization has that id."""

    code = "stage_not_found"


class DealNotFound(NotFound):
    """No deal that the caller may see has that id."""

    code = "deal_not_found"


class ReasonNotFound(NotFound):
    """No reason of that kind has that id."""

    code = "deal_reason_not_found"


class PersonNotFound(NotFound):
    """No contact of this organization has that id, or the phone is none."""

    code = "contact_not_found"


class OwnerNotFound(NotFound):
    """Nobody of that id works here."""

    code = "owner_not_found"


class DealChanged(DomainError):
    """Somebody else changed or moved the deal meanwhile. Data: `revision`, `stage_id`, `stage`, `changed_by_name`."""

    kind = Kind.CONFLICT
    code = "deal_changed"


class ReasonNeeded(DomainError):
    """A business is lost for a reason: one of the list, or words."""

    code = "reason_needed"


class PersonNeeded(DomainError):
    """A deal is with somebody: a contact, a conversation, or a phone."""

    code = "person_needed"


class StageHasDeals(DomainError):
    """Deals stand in the stage; say where they go. Data: `count`."""

    kind = Kind.CONFLICT
    code = "stage_has_deals"


class LastStageOfKind(DomainError):
    """A pipeline needs a stage of each kind: open, won and lost. Data: `stage_kind`."""

    kind = Kind.CONFLICT
    code = "last_stage_of_kind"


class WrongDestination(DomainError):
    """Deals of a stage that goes move to another stage of the same kind in the same pipeline."""

    code = "wrong_destination"


class PipelineHasDeals(DomainError):
    """Deals stand in the pipeline; it cannot go. Data: `count`."""

    kind = Kind.CONFLICT
    code = "pipeline_has_deals"


class NameTaken(DomainError):
    """There is one of that name already."""

    kind = Kind.CONFLICT
    code = "name_taken"


class TooMany(DomainError):
    """An organization has at most `limit` of these."""

    kind = Kind.CONFLICT
    code = "too_many_of_these"
