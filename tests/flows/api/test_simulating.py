"""Is trying a flow out what the engine would do, and does it leave nothing behind?"""

from __future__ import annotations

from typing import Any

import pytest

from tests.flows.api.house import HELLO, Desk

WAITING: dict[str, Any] = {
    "format": 1,
    "id": "x",
    "name": "Espera",
    "entry": "menu",
    "nodes": {
        "menu": {
            "type": "question",
            "options": {
                "text": "Banho ou tosa?",
                "kind": "choice",
                "variable": "servico",
                "choices": [{"id": "b", "title": "Banho"}, {"id": "t", "title": "Tosa"}],
            },
            "exits": {"b": "espera", "t": "passa"},
        },
        "espera": {"type": "wait", "options": {"amount": 2, "unit": "hours"}, "exits": {"next": "pede"}},
        "pede": {
            "type": "api_call",
            "options": {"method": "GET", "url": "https://agenda.exemplo.com.br/horarios"},
            "exits": {"next": "fim", "error": "passa"},
        },
        "passa": {
            "type": "hand_to_human",
            "options": {"reason": "Tosa", "team": "Recepção", "summary": "{{ servico }}"},
        },
        "fim": {"type": "message", "options": {"text": "Pronto!"}},
    },
}


BENT: tuple[Any, ...] = (
    None, -1, 10**30, "x", [], [[]], {}, {"$money": {}}, True, "9999-12-31T23:59:59+00:00",
)  # fmt: skip


async def play(clinic: Desk, flow: str, session: Any, **given: Any) -> dict[str, Any]:
    answer = await clinic.ana.post(f"/flows/{flow}/simulate", {"session": session, "input": given})
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


async def test_taps_timers_and_answers_walk_the_path(clinic: Desk) -> None:
    flow = await clinic.flow(WAITING)
    asked = await play(clinic, flow, None, kind="message", text="oi")
    (said,) = asked["said"]
    assert (said["type"], [one["title"] for one in said["choices"]]) == ("buttons", ["Banho", "Tosa"])
    assert asked["exits"] == []

    waits = await play(clinic, flow, asked["session"], kind="message", choice_id=said["choices"][0]["id"])
    assert (waits["path"], waits["waiting_at"]) == (["menu", "espera"], "espera")
    assert waits["exits"] == [{"node": "menu", "exit": "b"}]
    assert waits["timer"]["key"]

    calls = await play(clinic, flow, waits["session"], kind="timer", key=waits["timer"]["key"])
    assert (calls["ask"]["kind"], calls["ask"]["request"]["url"]) == ("http", "https://agenda.exemplo.com.br/horarios")
    value = {"status": 200, "headers": {}, "body": {"ok": True}, "ms": 12}
    done = await play(clinic, flow, calls["session"], kind="answer", key=calls["ask"]["key"], ok=True, value=value)
    assert ([one["text"] for one in done["said"]], done["status"]) == (["Pronto!"], "ended")

    failed = await play(
        clinic, flow, calls["session"], kind="answer", key=calls["ask"]["key"], ok=False, value={"error": "timeout"}
    )
    assert failed["handoff"] == {"reason": "Tosa", "team": "Recepção", "summary": "Banho", "priority": "normal"}


async def test_nothing_is_left_behind(clinic: Desk) -> None:
    flow = await clinic.flow(HELLO)
    before = (await clinic.ana.get(f"/flows/{flow}")).json()
    first = await play(clinic, flow, None, kind="start")
    again = await play(clinic, flow, None, kind="start")
    assert {**first, "moment": "", "session": {}} == {**again, "moment": "", "session": {}}
    assert (await clinic.ana.get(f"/flows/{flow}")).json() == before
    async with clinic.office.database.transaction(clinic.clinic) as tx:
        assert await tx.fetchval("select count(*) from sessions") == 0
        assert await tx.fetchval("select count(*) from turns") == 0


async def test_the_definition_on_the_canvas_wins_over_the_draft(clinic: Desk) -> None:
    flow = await clinic.flow(HELLO)
    answer = await clinic.ana.post(
        f"/flows/{flow}/simulate", {"definition": WAITING, "input": {"kind": "message", "text": "oi"}}
    )
    assert answer.json()["said"][0]["text"] == "Banho ou tosa?"


async def test_who_writes_and_when_can_be_chosen(clinic: Desk) -> None:
    text = "{{ contact.first_name }} {{ contact.plano }} {{ now | date: '%d/%m %H:%M' }}"
    greeting = {**HELLO, "entry": "oi", "nodes": {"oi": {"type": "message", "options": {"text": text}}}}
    flow = await clinic.flow(greeting)
    body = {
        "input": {"kind": "message", "text": "oi"},
        "moment": "2026-12-24T23:30:00Z",
        "contact": {"name": "Bia Reis", "fields": {"plano": "ouro"}},
    }
    answer = await clinic.ana.post(f"/flows/{flow}/simulate", body)
    assert answer.json()["said"][0]["text"] == "Bia ouro 24/12 20:30"


@pytest.mark.parametrize("media", ["image", "audio", "document", "video", "location", "sticker"])
async def test_media_can_be_sent(clinic: Desk, media: str) -> None:
    question = {
        "type": "question",
        "options": {"text": "Foto?", "kind": "media", "variable": "foto"},
        "exits": {"next": "fim"},
    }
    flow = await clinic.flow({**HELLO, "entry": "q", "nodes": {"q": question, "fim": {"type": "end"}}})
    asked = await play(clinic, flow, None, kind="message", text="oi")
    sent = await play(clinic, flow, asked["session"], kind="message", media_type=media)
    assert sent["path"], sent["problems"]


@pytest.mark.parametrize(
    ("session", "given", "code"),
    [
        ({"format": 99}, {"kind": "message", "text": "oi"}, "session_refused"),
        ({}, {"kind": "message", "text": "oi"}, "session_refused"),
        ({"turn": "x"}, {"kind": "start"}, "session_refused"),
        (None, {"kind": "message"}, "input_refused"),
        (None, {"kind": "timer"}, "input_refused"),
        (None, {"kind": "answer"}, "input_refused"),
        (None, {"kind": "answer", "key": "a", "value": {"$money": "x"}}, "input_refused"),
        (None, {"kind": "sing"}, "invalid_request"),
        (None, {"kind": "message", "text": "x" * 5000}, "invalid_request"),
    ],
)
async def test_what_is_no_input_is_refused(clinic: Desk, session: Any, given: dict[str, Any], code: str) -> None:
    flow = await clinic.flow()
    answer = await clinic.ana.post(f"/flows/{flow}/simulate", {"session": session, "input": given})
    assert (answer.status_code, answer.json()["code"]) == (422, code), answer.text


async def test_a_draft_that_cannot_be_read_says_why(clinic: Desk) -> None:
    flow = await clinic.flow({**HELLO, "nodes": {**HELLO["nodes"], "a": {"type": "teleport"}}})
    answer = await clinic.ana.post(f"/flows/{flow}/simulate", {"input": {"kind": "start"}})
    assert (answer.status_code, answer.json()["code"]) == (422, "flow_unreadable")
    assert any(one["node"] == "a" for one in answer.json()["data"]["problems"])


async def test_a_session_that_somebody_bent_breaks_nothing(clinic: Desk) -> None:
    """The session travels with the caller, so every field of it may be anything."""
    flow = await clinic.flow(WAITING)
    session = (await play(clinic, flow, None, kind="message", text="oi"))["session"]
    for field in session:
        for value in BENT:
            body = {"session": {**session, field: value}, "input": {"kind": "message", "text": "tosa"}}
            answer = await clinic.ana.post(f"/flows/{flow}/simulate", body)
            assert answer.status_code in (200, 422), (field, value, answer.text)
