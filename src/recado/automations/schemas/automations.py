"""How do automations, their log and their rehearsals look on the wire?"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

import msgspec
from pydantic import Field

from recado.automations.models import Automation, Heard, Outcome, Run, SeenGroup, Tally
from recado.automations.rules import catalogue
from recado.automations.rules.deciding import Act, Postpone
from recado.automations.schemas.base import Input, Name, Output
from recado.automations.schemas.rules import RuleShape, shape_of
from recado.automations.service.offering import Offer
from recado.automations.service.trying import Tried

StateWord = Literal["draft", "on", "off"]
RunWord = Literal["waiting", "ran", "skipped", "failed"]
Triggers = Annotated[list[Annotated[str, Field(max_length=80)]], Field(min_length=1, max_length=10)]


class AutomationInput(Input):
    """A new automation: a draft until it is switched on."""

    name: Name
    triggers: Triggers
    rule: RuleShape = RuleShape()


class AutomationChange(AutomationInput):
    """One written anew, over the `revision` that was looked at."""

    revision: Annotated[int, Field(ge=1)]


class ServiceInput(Input):
    """Whether it is in service."""

    state: Literal["on", "off"]


class OrderInput(Input):
    """The order in which automations that hear the same fact go."""

    ids: Annotated[list[UUID], Field(max_length=100)]


class TryInput(Input):
    """A rule that is tried on a past fact, as it stands in the editor. `anyway`: show its actions even where it would not act."""

    name: Name
    triggers: Triggers
    rule: RuleShape
    automation_id: UUID | None = None
    fact_seq: Annotated[int, Field(ge=1)]
    anyway: bool = False


class TallyOutput(Output):
    """What became of its runs in the last seven days."""

    ran: int
    skipped: int
    failed: int
    waiting: int
    last_ran_at: datetime | None


class AutomationOutput(Output):
    """An automation as it stands."""

    id: UUID
    name: str
    state: StateWord
    position: int
    triggers: list[str]
    rule: RuleShape
    revision: int
    enabled_at: datetime | None
    changed_by_name: str
    changed_at: datetime


class ListedAutomation(AutomationOutput):
    """One in the list."""

    lately: TallyOutput


class AutomationsOutput(Output):
    """Every automation in its order."""

    items: list[ListedAutomation]


class SeenOutput(Output):
    """How one comparison came out. `known` is false where there was nothing to look at; `shown` is the name of an id."""

    kind: Literal["test"]
    field: str
    op: str
    value: Any
    held: bool
    seen: Any
    known: bool
    shown: str


class SeenGroupOutput(Output):
    """How a group came out."""

    kind: Literal["group"]
    join: Literal["all", "any", "none"]
    held: bool
    tests: list[SeenOutput | SeenGroupOutput]


class OutcomeOutput(Output):
    """What became of one action: `code` is that of the rule which refused it."""

    do: str
    state: Literal["done", "refused"]
    code: str
    about: dict[str, Any]


class HeardOutput(Output):
    """Something that has happened, by its number."""

    seq: int
    name: str
    at: datetime
    conversation_id: UUID | None


class RunOutput(Output):
    """One time that an automation heard something, and why it acted or did not."""

    id: UUID
    state: RunWord
    reason: str
    fact: HeardOutput
    contact_name: str
    depth: int
    revision: int
    attempts: int
    due_at: datetime
    created_at: datetime
    finished_at: datetime | None
    trace: SeenGroupOutput | None
    outcomes: list[OutcomeOutput]


class RunsOutput(Output):
    """A page of the log, the newest first."""

    items: list[RunOutput]
    next_cursor: str | None


class PastFactsOutput(Output):
    """What has happened lately."""

    items: list[HeardOutput]


class TriedOutput(Output):
    """What would come of a past fact now; nothing of it was done."""

    decision: Literal["act", "skip", "postpone"]
    reason: str
    until: datetime | None
    fact: HeardOutput
    trace: SeenGroupOutput
    outcomes: list[OutcomeOutput]


class WordOutput(Output):
    """A word with its label."""

    value: str
    label: str


class TriggerOutput(Output):
    """A fact that can set an automation off."""

    fact: str
    label: str
    about: str


class FieldOutput(Output):
    """Something that a condition can look at. `refers` names a list of `named`."""

    key: str
    label: str
    kind: str
    group: str
    choices: list[WordOutput]
    refers: str


class NamedOutput(Output):
    """Something that a rule may refer to; `within` is the pipeline of a stage."""

    kind: str
    id: UUID
    name: str
    within: UUID | None


class TemplateName(Output):
    """An approved template."""

    name: str
    language: str


class CatalogueOutput(Output):
    """Everything that an automation of this organization can be made of."""

    triggers: list[TriggerOutput]
    fields: list[FieldOutput]
    ops: dict[str, list[WordOutput]]
    named: list[NamedOutput]
    templates: list[TemplateName]
    tags: list[str]


def automation(one: Automation) -> AutomationOutput:
    """Return one as it stands."""
    return AutomationOutput(**_common(one))


def listed(one: Automation, tally: Tally) -> ListedAutomation:
    """Return one for the list."""
    lately = TallyOutput(
        ran=tally.ran, skipped=tally.skipped, failed=tally.failed, waiting=tally.waiting, last_ran_at=tally.last_ran_at
    )
    return ListedAutomation(**_common(one), lately=lately)


def run(one: Run) -> RunOutput:
    """Return a line of the log."""
    return RunOutput(
        id=one.id, state=one.state.value, reason=one.reason, fact=fact(one.heard), contact_name=one.contact_name,
        depth=one.heard.depth, revision=one.revision, attempts=one.attempts, due_at=one.due_at, created_at=one.created_at,
        finished_at=one.finished_at, trace=_trace(one.trace) if one.trace else None, outcomes=_outcomes(one.outcomes),
    )  # fmt: skip


def fact(one: Heard) -> HeardOutput:
    """Return a fact."""
    return HeardOutput(seq=one.seq, name=one.name, at=one.at, conversation_id=one.conversation)


def tried(one: Tried) -> TriedOutput:
    """Return what a rehearsal came to."""
    decision = one.decision
    if isinstance(decision, Act):
        word, reason, until = "act", "", None
    elif isinstance(decision, Postpone):
        word, reason, until = "postpone", "closed_now", decision.until
    else:
        word, reason, until = "skip", decision.reason, None
    return TriedOutput.model_validate(
        {"decision": word, "reason": reason, "until": until, "fact": fact(one.heard), "trace": _trace(one.trace),
         "outcomes": _outcomes(one.outcomes)}
    )  # fmt: skip


def offer(one: Offer) -> CatalogueOutput:
    """Return the catalogue with what the organization has."""
    custom = [
        FieldOutput(
            key=f"{catalogue.CUSTOM}{key}", label=label, kind="text", group="Campos do contato", choices=[], refers=""
        )
        for key, label in one.fields
    ]
    return CatalogueOutput(
        triggers=[TriggerOutput(fact=each.fact, label=each.label, about=each.about) for each in catalogue.TRIGGERS],
        fields=[*(_field(each) for each in catalogue.FIELDS), *custom],
        ops={kind: _choices(words) for kind, words in catalogue.OPS.items()},
        named=[NamedOutput(kind=each.kind, id=each.id, name=each.name, within=each.within) for each in one.named],
        templates=[TemplateName(name=name, language=language) for name, language in one.templates],
        tags=list(one.tags),
    )


def _field(one: catalogue.Field) -> FieldOutput:
    return FieldOutput(
        key=one.key, label=one.label, kind=one.kind, group=one.group, choices=_choices(one.choices), refers=one.refers
    )


def _choices(words: tuple[tuple[str, str], ...]) -> list[WordOutput]:
    return [WordOutput(value=value, label=label) for value, label in words]


def _trace(one: SeenGroup) -> SeenGroupOutput:
    return SeenGroupOutput.model_validate(msgspec.to_builtins(one))


def _outcomes(found: tuple[Outcome, ...]) -> list[OutcomeOutput]:
    return [OutcomeOutput(do=one.do, state=one.state, code=one.code, about=one.about) for one in found]


def _common(one: Automation) -> dict[str, Any]:
    return {
        "id": one.id, "name": one.name, "state": one.state.value, "position": one.position, "triggers": list(one.triggers),
        "rule": shape_of(one.rule), "revision": one.revision, "enabled_at": one.enabled_at,
        "changed_by_name": one.changed_by_name, "changed_at": one.changed_at,
    }  # fmt: skip
