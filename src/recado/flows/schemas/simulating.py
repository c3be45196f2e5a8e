"""How does a turn that nobody is sent look on the wire?"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AwareDatetime, Field

from recado.flows.schemas.base import Input, Output, Text
from recado.flows.schemas.flows import Definition
from recado.flows.schemas.problems import ProblemOutput

Key = Annotated[Text, Field(max_length=200)]


class SimulatedInput(Input):
    """What arrives: a `message` (text, the id of a tapped choice, or a kind of media), the `timer` or `answer` with `key`
    that the turn before named, or a `start` without a message."""

    kind: Literal["message", "timer", "answer", "start"]
    text: Annotated[Text, Field(max_length=4_096)] = ""
    choice_id: Key = ""
    media_type: Literal["", "image", "audio", "video", "document", "sticker", "location"] = ""
    key: Key = ""
    ok: bool = True
    value: Any = None


class SimulatedContact(Input):
    """Who writes, as far as the flow may know them."""

    name: Annotated[Text, Field(max_length=120)] = "Ana Souza"
    phone: Annotated[str, Field(pattern=r"^[0-9]{0,20}$")] = "5511987654321"
    id: Key = ""
    email: Annotated[Text, Field(max_length=200)] = ""
    fields: dict[str, Any] = Field(default_factory=dict)


class SimulateInput(Input):
    """A turn to try: on the definition given or the draft, from the session that the turn before gave (null: none)."""

    definition: Definition | None = None
    session: dict[str, Any] | None = None
    input: SimulatedInput
    moment: AwareDatetime | None = None
    contact: SimulatedContact = SimulatedContact()


class SaidChoice(Output):
    """A choice that can be tapped; send `id` as `choice_id`."""

    id: str
    title: str
    description: str


class SaidMedia(Output):
    """A file that goes with a message."""

    type: str
    link: str
    filename: str


class SaidOutput(Output):
    """One message of the bot. `type`: text, buttons, list, template, or the media's kind."""

    type: str
    text: str
    node: str
    choices: list[SaidChoice]
    list_label: str
    header: str
    footer: str
    media: SaidMedia | None
    template: str


class AskOutput(Output):
    """What the flow asks of the outside; the answer is the next input, with its `key`."""

    kind: str
    key: str
    request: dict[str, Any]


class TimerOutput(Output):
    """What the flow waits for; a `timer` with its `key` is the next input when `at` has come."""

    key: str
    at: AwareDatetime


class HandoffOutput(Output):
    """A person is asked to go on."""

    reason: str
    team: str
    summary: str
    priority: str


class EffectOutput(Output):
    """Something else that the turn would do: `tag`, `contact_field`, `deal`, `end`."""

    kind: str
    name: str
    value: Any


class ExitTakenOutput(Output):
    """An edge that was walked."""

    node: str
    exit: str


class SimulatedOutput(Output):
    """What came of the turn. `path` and `exits` are those of this flow, `whole_path` also those it calls, as
    `flow/node`; `waiting_at` the node that waits for the next input."""

    session: dict[str, Any]
    said: list[SaidOutput]
    path: list[str]
    whole_path: list[str]
    exits: list[ExitTakenOutput]
    problems: list[ProblemOutput]
    ask: AskOutput | None
    timer: TimerOutput | None
    status: str
    waiting_at: str
    handoff: HandoffOutput | None
    effects: list[EffectOutput]
    variables: dict[str, Any]
    moment: AwareDatetime
