"""Do the flows that ship pass the cases that ship beside them?"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import recado.flows
from recado.flows.engine.definition import FlowSet, read_definition
from recado.flows.testing import CasesReport, read_cases, run_cases, write_cases
from recado.flows.text import read
from tests.flows.engine.support import TYPES

FOLDER = Path(str(recado.flows.__file__)).parent
SUITES = sorted(FOLDER.rglob("*.tests.yaml"))
DEMO = FOLDER / "demo" / "clinica.tests.yaml"


def flow_beside(suite: Path) -> FlowSet:
    stem = suite.name.removesuffix(".tests.yaml")
    as_json = suite.with_name(f"{stem}.json")
    if as_json.is_file():
        data = json.loads(as_json.read_text("utf-8"))
    else:
        data = {"id": stem, **read(suite.with_name(f"{stem}.flow.yaml").read_text("utf-8"))}
    return FlowSet.of(read_definition(data, TYPES, version=1), types=TYPES)


def played(suite: Path) -> CasesReport:
    return run_cases(flow_beside(suite), read_cases(suite.read_text("utf-8")))


@pytest.mark.parametrize("suite", SUITES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_the_cases_pass(suite: Path) -> None:
    report = played(suite)
    assert [case.sentence for case in report.cases if not case.passed] == []
    assert report.cases


@pytest.mark.parametrize("suite", SUITES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_cases_are_written_as_they_read(suite: Path) -> None:
    cases = read_cases(suite.read_text("utf-8"))
    assert read_cases(write_cases(cases)) == cases


def test_the_demo_walks_every_way() -> None:
    (coverage,) = played(DEMO).coverage
    assert coverage.is_whole, (coverage.missing_nodes, coverage.missing_exits)


def test_a_changed_word_is_noticed() -> None:
    """Cases that pass whatever the flow says would be worth nothing."""
    data = json.loads((FOLDER / "demo" / "clinica.json").read_text("utf-8"))
    data["nodes"]["despedida"]["options"]["text"] = "Tchau!"
    flows = FlowSet.of(read_definition(data, TYPES, version=1), types=TYPES)
    report = run_cases(flows, read_cases(DEMO.read_text("utf-8")))
    assert "Vacina fica para depois" in {case.name for case in report.cases if not case.passed}
