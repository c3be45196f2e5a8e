"""Does a flow come in from a file and leave as one without losing anything, and is what cannot be carried told?"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.flows.api.house import HELLO, Desk

TYPEBOTS = Path(__file__).resolve().parents[1] / "imports" / "typebot" / "bots"


@pytest.mark.parametrize("format", ["yaml", "json"])
async def test_export_and_import_are_each_others_way_back(clinic: Desk, format: str) -> None:
    flow = await clinic.flow(HELLO, name="Olá, açúcar & cia")
    exported = await clinic.ana.get(f"/flows/{flow}/export?format={format}")
    assert exported.headers["content-disposition"] == f'attachment; filename="ola-acucar-cia.flow.{format}"'
    imported = await clinic.ana.post("/flows/import", {"format": format, "text": exported.text})
    assert imported.status_code == 201, imported.text
    first = (await clinic.ana.get(f"/flows/{flow}")).json()["definition"]
    second = (await clinic.ana.get(f"/flows/{imported.json()['id']}")).json()["definition"]
    assert {**first, "id": ""} == {**second, "id": ""}


@pytest.mark.parametrize("path", sorted(TYPEBOTS.glob("*.json")), ids=lambda path: path.stem)
async def test_a_typebot_comes_in_with_a_report_and_can_be_talked_to(clinic: Desk, path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    imported = await clinic.ana.post("/flows/import", {"format": "typebot", "text": text})
    assert imported.status_code == 201, imported.text
    for finding in imported.json()["report"]:
        assert finding["sentence"]
    answer = await clinic.ana.post(
        f"/flows/{imported.json()['id']}/simulate", {"input": {"kind": "message", "text": "oi"}}
    )
    assert answer.status_code == 200, answer.text
    turn = answer.json()
    assert turn["said"] or turn["ask"] or turn["timer"] or turn["problems"]


async def test_a_typebot_is_known_by_its_shape(clinic: Desk) -> None:
    text = (TYPEBOTS / "nps.json").read_text(encoding="utf-8")
    imported = await clinic.ana.post("/flows/import", {"format": "json", "text": text, "name": "Pesquisa"})
    assert imported.status_code == 201
    assert (await clinic.ana.get(f"/flows/{imported.json()['id']}")).json()["name"] == "Pesquisa"


@pytest.mark.parametrize(
    ("format", "text", "line"),
    [
        ("json", "{", 0),
        ("json", "[1, 2]", 0),
        ("json", '{"a": 1, "a": 2, "nodes": {}}', 0),
        ("json", '{"nodes": {"a": 1e999}}', 0),
        ("json", "[" * 100_000, 0),
        ("yaml", "nome: [", 1),
        ("yaml", "a: &a [*a, *a]\nb: *a", 1),
        ("yaml", "!!python/object/apply:os.system ['true']", 1),
        ("yaml", "- 1", 1),
        ("typebot", '{"version": "6"}', 0),
        ("typebot", "3", 0),
    ],
)
async def test_what_is_no_flow_is_refused_with_a_sentence(clinic: Desk, format: str, text: str, line: int) -> None:
    answer = await clinic.ana.post("/flows/import", {"format": format, "text": text})
    assert (answer.status_code, answer.json()["code"]) == (422, "import_unreadable")
    data: dict[str, Any] = answer.json()["data"]
    assert data["line"] >= line
    assert data["sentence"].endswith(".")
    assert (await clinic.ana.get("/flows")).json()["items"] == []


async def test_a_flow_with_a_fault_comes_in_and_says_it(clinic: Desk) -> None:
    text = json.dumps({**HELLO, "nodes": {**HELLO["nodes"], "x": {"type": "teleport"}}})
    imported = await clinic.ana.post("/flows/import", {"format": "json", "text": text})
    assert imported.status_code == 201
    shown = (await clinic.ana.get(f"/flows/{imported.json()['id']}")).json()
    assert [(one["code"], one["node"]) for one in shown["problems"]] == [("unknown_node_type", "x")]
