"""Are the cases beside a flow kept, run and recorded as their author means them?"""

from __future__ import annotations

import pytest

from recado.flows.service import testing
from tests.flows.api.house import HELLO, Desk

CASES = """# Cada caso é uma conversa.
- name: Diz o nome
  script:
    - says: oi
    - expect: Oi! Qual é o seu nome?
    - says: Bia
    - expect: Prazer, Bia!
"""


async def test_cases_are_written_over_the_revision_that_was_shown(clinic: Desk) -> None:
    flow = await clinic.flow()
    shown = (await clinic.ana.get(f"/flows/{flow}/tests")).json()
    assert shown == {"revision": 1, "text": ""}
    saved = await clinic.ana.request("PUT", f"/flows/{flow}/tests", json={"revision": 1, "text": CASES})
    assert saved.json() == {"revision": 2, "text": CASES}
    late = await clinic.ana.request("PUT", f"/flows/{flow}/tests", json={"revision": 1, "text": ""})
    assert (late.status_code, late.json()["code"], late.json()["data"]) == (409, "draft_changed", {"revision": 2})
    assert (await clinic.ana.get(f"/flows/{flow}/tests")).json()["text"] == CASES


async def test_cases_run_against_the_draft_and_say_what_failed(clinic: Desk) -> None:
    flow = await clinic.flow()
    await clinic.ana.request("PUT", f"/flows/{flow}/tests", json={"revision": 1, "text": CASES})
    passed = (await clinic.ana.post(f"/flows/{flow}/tests/run")).json()
    assert passed["passed"] is True
    assert (passed["coverage"]["nodes"], passed["coverage"]["nodes_seen"]) == (4, 4)

    shy = {**HELLO, "nodes": {**HELLO["nodes"], "tchau": {"type": "message", "options": {"text": "Até logo!"}}}}
    failed = (await clinic.ana.post(f"/flows/{flow}/tests/run", {"definition": shy})).json()
    (case,) = failed["cases"]
    assert (failed["passed"], case["passed"], case["line"]) == (False, False, 7)
    assert "Até logo!" in case["got"]
    assert case["sentence"]
    assert case["shortest"]


@pytest.mark.parametrize("text", ["- name: x\n  script:\n    - sings: la\n", "a: [", "- 3\n"])
async def test_cases_that_cannot_be_read_say_where(clinic: Desk, text: str) -> None:
    flow = await clinic.flow()
    answer = await clinic.ana.post(f"/flows/{flow}/tests/run", {"text": text})
    assert (answer.status_code, answer.json()["code"]) == (422, "cases_unreadable")
    assert answer.json()["data"]["line"] >= 1
    assert answer.json()["data"]["sentence"].endswith(".")


async def test_a_conversation_becomes_a_case_that_passes(clinic: Desk) -> None:
    flow = await clinic.flow()
    body = {
        "name": "Diz o nome",
        "text": CASES,
        "exchanges": [
            {"kind": "message", "text": "oi", "moment": "2026-03-02T12:00:00-03:00"},
            {"kind": "message", "text": "Rui", "moment": "2026-03-02T15:00:00-03:00"},
        ],
        "contact": {"name": "Rui Lima", "phone": "5521988887777"},
    }
    recorded = (await clinic.ana.post(f"/flows/{flow}/tests/record", body)).json()
    assert recorded["name"] == "Diz o nome (2)"
    assert recorded["text"].startswith(CASES.rstrip()), "what stood there stays as it was written"
    assert any("after: 3h" in line for line in recorded["script"])
    run = (await clinic.ana.post(f"/flows/{flow}/tests/run", {"text": recorded["text"]})).json()
    assert [case["passed"] for case in run["cases"]] == [True, True], run["cases"]


async def test_a_suite_without_end_is_stopped(clinic: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(testing, "MOST_TURNS", 5)
    flow = await clinic.flow()
    answer = await clinic.ana.post(f"/flows/{flow}/tests/run", {"text": CASES + CASES.replace("Diz", "Repete")})
    assert answer.json()["passed"] is True
    many = "- name: Sem fim\n  script:\n" + "    - says: Bia\n" * 20
    stopped = (await clinic.ana.post(f"/flows/{flow}/tests/run", {"text": many})).json()
    assert (stopped["passed"], stopped["cases"][0]["code"]) == (False, "out_of_turns")
