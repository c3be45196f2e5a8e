"""Do whole bots come over: can they be read and published, do they talk as they did, is all that is lost told?"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from recado.app.installed import installed_nodes
from recado.flows.engine.definition import FlowSet, read_definition
from recado.flows.engine.inspect import inspect
from recado.flows.engine.limits import WHATSAPP
from recado.flows.engine.problems import Severity
from recado.flows.engine.surroundings import Surroundings
from recado.flows.imports.typebot import Converted, convert
from recado.flows.testing import read_cases, run_cases
from recado.flows.text import read, write

BOTS = Path(__file__).with_name("bots")
NAMES = sorted(path.stem for path in BOTS.glob("*.json"))
TYPES = installed_nodes()


def export(name: str) -> Any:
    return json.loads((BOTS / f"{name}.json").read_text("utf-8"))


def converted(name: str) -> Converted:
    return convert(export(name))


def told(found: Converted) -> str:
    """The report as lines, to be compared with the file beside the bot."""
    return "".join(f"{one.severity}: {one.place}: {one.code}\n" for one in found.report)


def test_there_are_many() -> None:
    versions = {str(export(name).get("version")) for name in NAMES}
    assert len(NAMES) >= 15
    assert versions >= {"None", "4", "5", "6", "6.1"}


@pytest.mark.parametrize("name", NAMES)
def test_it_could_be_published(name: str) -> None:
    flow = read_definition(converted(name).definition, TYPES, version=1)
    problems = inspect(flow, TYPES, Surroundings(channels=(WHATSAPP,), flows={flow.id: flow}))
    assert [problem for problem in problems if problem.severity is Severity.ERROR] == []
    assert {problem.code.value for problem in problems} <= {"unreachable_node"}


@pytest.mark.parametrize("name", NAMES)
def test_it_talks_as_it_did(name: str) -> None:
    flow = read_definition(converted(name).definition, TYPES, version=1)
    cases = read_cases((BOTS / f"{name}.tests.yaml").read_text("utf-8"))
    report = run_cases(FlowSet.of(flow, types=TYPES), cases)
    assert [(case.name, case.sentence) for case in report.cases if not case.passed] == []


@pytest.mark.parametrize("name", NAMES)
def test_what_is_lost_is_told(name: str) -> None:
    assert told(converted(name)) == (BOTS / f"{name}.report.txt").read_text("utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_it_is_the_same_each_time_and_as_text(name: str) -> None:
    found = converted(name)
    assert found == converted(name)
    assert read(write(found.definition)) == found.definition


@pytest.mark.parametrize("name", NAMES)
def test_no_two_nodes_cover_each_other(name: str) -> None:
    nodes = converted(name).definition["nodes"].values()
    places = [(node["layout"]["x"], node["layout"]["y"]) for node in nodes]
    assert len(set(places)) == len(places)
