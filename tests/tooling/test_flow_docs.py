"""Are the examples on the pages about flows as text true?"""

from __future__ import annotations

import re

from recado.app.installed import installed_nodes
from recado.flows.engine.definition import FlowSet, read_definition
from recado.flows.engine.inspect import inspect
from recado.flows.engine.limits import WHATSAPP
from recado.flows.engine.problems import Severity
from recado.flows.testing import read_cases, run_cases
from recado.flows.testing.verbs import VERBS
from recado.flows.text import read_flow_text, write
from tests.architecture.sources import ROOT

PAGES = ROOT / "docs" / "flows"


def block(page: str, kind: str) -> str:
    found = re.search(rf"^```yaml {kind}\n(.*?)^```$", (PAGES / page).read_text("utf-8"), re.DOTALL | re.MULTILINE)
    assert found, page
    return found[1]


def test_the_flow_is_canonical_and_sound() -> None:
    text = block("text.md", "flow")
    found = read_flow_text(text)
    assert write(found.definition, bot=found.bot) == text
    types = installed_nodes()
    problems = inspect(read_definition(found.definition, types), types, WHATSAPP)
    assert [one for one in problems if one.severity is Severity.ERROR] == []


def test_its_cases_pass_and_walk_every_way() -> None:
    types = installed_nodes()
    flow = read_definition(read_flow_text(block("text.md", "flow")).definition, types, version=1)
    report = run_cases(FlowSet.of(flow, types=types), read_cases(block("tests.md", "tests")))
    assert [case.sentence for case in report.cases if not case.passed] == []
    assert report.coverage[0].is_whole, report.coverage[0].missing_exits


def test_every_step_is_told_of() -> None:
    page = (PAGES / "tests.md").read_text("utf-8")
    assert [verb for verb in VERBS if f"`{verb}" not in page] == []


def test_every_command_is_told_of() -> None:
    from recado.app.cli import flows

    page = (PAGES / "text.md").read_text("utf-8")
    named = [command.name for command in flows.group.registered_commands if command.name]
    assert [name for name in named if f"`recado flows {name}" not in page] == []
    assert {"pull", "push"} <= set(named)
