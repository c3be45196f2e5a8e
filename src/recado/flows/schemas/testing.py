"""How do the cases beside a flow, and what came of running them, look on the wire?"""

from __future__ import annotations

from typing import Annotated

from pydantic import AwareDatetime, Field

from recado.flows.schemas.base import Input, Name, Output, Text
from recado.flows.schemas.flows import Definition, Revision
from recado.flows.schemas.simulating import SimulatedContact, SimulatedInput
from recado.flows.testing import CasesReport

CasesText = Annotated[Text, Field(max_length=500_000)]


class TestsOutput(Output):
    """The cases beside the flow, as YAML."""

    revision: int
    text: str


class TestsInput(Input):
    """Cases to write over the revision that their author saw."""

    revision: Revision
    text: CasesText


class RunTestsInput(Input):
    """What to run; without a definition the draft, without a text the cases that are stored."""

    definition: Definition | None = None
    text: CasesText | None = None


class CaseOutput(Output):
    """How one case went. Where it failed: at which `step` (from 0) and `line` of the text, a `sentence` in Portuguese, what was
    expected and what came, and the shortest script that fails in the same way. Scripts are lines as they stand in the text.
    `warnings` are sentences about what passes here and would not on WhatsApp: free text outside the window of 24 hours."""

    name: str
    passed: bool
    sentence: str
    script: list[str]
    step: int | None
    line: int
    code: str
    expected: str
    got: str
    shortest: list[str]
    warnings: list[str]


class MissingExit(Output):
    """An exit that no case takes."""

    node: str
    exit: str


class CoverageOutput(Output):
    """How much of a flow the cases walk: its nodes, and the exits that lead somewhere."""

    flow: str
    name: str
    nodes: int
    nodes_seen: int
    exits: int
    exits_seen: int
    missing: list[MissingExit]
    missing_nodes: list[str]


class TestsRunOutput(Output):
    """How the cases went, and how much of this flow (`coverage`) and of all it calls (`flows`) they walked."""

    passed: bool
    turns: int
    cases: list[CaseOutput]
    coverage: CoverageOutput
    flows: list[CoverageOutput]


class ExchangeInput(SimulatedInput):
    """An input of the simulator, and when it came."""

    moment: AwareDatetime | None = None


class RecordTestInput(Input):
    """A conversation that somebody just had in the simulator, to be kept as a case. Without a text it is added to the cases that
    are stored; nothing is saved."""

    name: Name
    exchanges: Annotated[list[ExchangeInput], Field(min_length=1, max_length=300)]
    definition: Definition | None = None
    text: CasesText | None = None
    contact: SimulatedContact = SimulatedContact()


class RecordedOutput(Output):
    """The text of the cases with the new one at its end, the name it got, and its script."""

    text: str
    name: str
    script: list[str]


def tests_run(report: CasesReport, flow: str) -> TestsRunOutput:
    """Return how cases went."""
    told = report.to_json()
    flows = [CoverageOutput(**one) for one in told["flows"]]
    none = CoverageOutput(
        flow=flow, name="", nodes=0, nodes_seen=0, exits=0, exits_seen=0, missing=[], missing_nodes=[]
    )
    return TestsRunOutput(
        passed=told["passed"],
        turns=told["turns"],
        cases=[CaseOutput(**one) for one in told["cases"]],
        coverage=next((one for one in flows if one.flow == flow), none),
        flows=flows,
    )
