"""How do the cases beside a flow, and what came of running them, look on the wire?"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from recado.flows.schemas.base import Input, Output, Text
from recado.flows.schemas.flows import Definition, Revision

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
    """How one case went. Where it failed, `sentence` says so in Portuguese and `shortest` is the least script that fails."""

    name: str
    passed: bool
    sentence: str
    script: list[Any]
    expected: Any = None
    got: Any = None
    shortest: list[Any]


class MissingExit(Output):
    """An exit that no case takes."""

    node: str
    exit: str


class CoverageOutput(Output):
    """How much of the flow the cases walk."""

    nodes: int
    nodes_seen: int
    exits: int
    exits_seen: int
    missing: list[MissingExit]


class TestsRunOutput(Output):
    """How the cases went."""

    cases: list[CaseOutput]
    coverage: CoverageOutput
