"""Does what the tutorials tell people to write work when it is written?"""

from __future__ import annotations

import importlib.util
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, cast

import pytest

from recado.app.api import describe_api
from recado.flows import testing, text
from recado.flows.engine.definition import FlowSet, read_definition
from recado.flows.engine.inspect import check_definition
from recado.flows.engine.limits import WHATSAPP
from recado.flows.engine.node_type import NodeType, NodeTypes
from tests.architecture.sources import ROOT
from tests.flows.engine.support import TYPES
from tests.flows.nodes import test_cases

PAGE = ROOT / "docs" / "tutorials" / "new-node-type.md"
BLOCK = re.compile(r"^```(\w+)(?: ([^\n]+))?\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def blocks() -> dict[str, str]:
    """The page's blocks by the file they belong into; those of no file under `output`."""
    return {match[2] or "output": match[3] for match in BLOCK.finditer(PAGE.read_text(encoding="utf-8"))}


@pytest.fixture
def new_type(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """The node type of the page, as a module, listed among the installed ones."""
    file = tmp_path / "opening_hours.py"
    file.write_text(blocks()["src/recado/flows/nodes/opening_hours.py"], encoding="utf-8")
    spec = importlib.util.spec_from_file_location("recado.flows.nodes.opening_hours", file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, module.__name__, module)
    spec.loader.exec_module(module)
    listed = cast("dict[str, NodeType]", TYPES)
    listed["opening_hours"] = cast(NodeType, module)
    yield module
    del listed["opening_hours"]


def test_the_module_is_written_as_the_house_writes(tmp_path: Path) -> None:
    file = tmp_path / "opening_hours.py"
    file.write_text(blocks()["src/recado/flows/nodes/opening_hours.py"], encoding="utf-8")
    for how in (("check",), ("format", "--check")):
        done = subprocess.run(
            [sys.executable, "-m", "ruff", *how, "--config", str(ROOT / "pyproject.toml"), str(file)],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr


def test_the_line_lists_all_that_are_installed_and_the_new_one() -> None:
    named = set(re.findall(r"\b[a-z_]+\b", blocks()["src/recado/app/installed.py"])) - {"return", "node_types"}
    assert named == set(TYPES) | {"opening_hours"}


def test_its_cases_pass(new_type: ModuleType) -> None:
    cases: list[dict[str, Any]] = json.loads(blocks()["tests/flows/nodes/cases/opening_hours.json"])
    assert len(cases) >= 5
    for case in cases:
        test_cases.test_case("opening_hours", case)


def test_its_example_talks_as_the_page_says(new_type: ModuleType) -> None:
    types: NodeTypes = TYPES
    definition = text.read(blocks()["docs/flows/examples/opening_hours.flow.yaml"])
    assert check_definition(definition, types, WHATSAPP) == ()
    flows = FlowSet.of(read_definition(definition, types, version=1), types=types)
    (case,) = testing.read_cases(blocks()["docs/flows/examples/opening_hours.talk.yaml"])
    assert testing.write_cases([testing.record(flows, case)]) == blocks()["output"]
    wrong = {**definition, "nodes": {**definition["nodes"]}}
    wrong["nodes"]["aberto"] = {**wrong["nodes"]["aberto"], "options": {"opens": "cedo"}}
    assert [problem.code.value for problem in check_definition(wrong, types, WHATSAPP)] == ["no_moment"]


def test_the_form_comes_from_the_manifest(new_type: ModuleType) -> None:
    drawn = new_type.manifest.to_json()
    assert drawn["options"]["order"] == ["weekdays", "opens", "closes"]
    assert [exit["key"] for exit in drawn["exits"]] == ["open", "closed"]
    assert "/api/v1/node-types" in describe_api().openapi()["paths"]
