"""Does a conversation become a case that passes, reads well, and notices a change?"""

from __future__ import annotations

from typing import Any

from recado.flows.testing import Case, record, record_exchanges, run_cases, write_cases
from tests.flows.testing.support import CLINIC, cases, flows

BOT = flows(CLINIC)
HEARD: list[dict[str, Any]] = [
    {"kind": "message", "text": "oi", "moment": "2026-11-23T13:00:20+00:00"},
    {"kind": "message", "text": "Banho e tosa", "choice_id": "menu:banho", "moment": "2026-11-23T13:00:40+00:00"},
    {"kind": "message", "text": "Thor", "moment": "2026-11-23T13:01:10+00:00"},
    {"kind": "timer", "key": "espera", "moment": "2026-11-24T09:01:10+00:00"},
]


def test_a_talk_in_the_simulator_becomes_a_case() -> None:
    case = record_exchanges(BOT, HEARD, name="Quem some é lembrado")
    assert (
        write_cases([case])
        == """\
- name: Quem some é lembrado
  starts_at: "2026-11-23 10:00"
  script:
    - says: oi
    - expect: Oi, Ana!
    - expect: {text: Como posso ajudar?, choices: [Banho e tosa, Consulta, Atendente]}
    - taps: Banho e tosa
    - expect: Nome do pet?
    - says: Thor
    - expect_nothing
    - after: 20h
    - expect: Ainda quer banho e tosa para Thor?
    - expect: Até logo!
    - ends
"""
    )
    assert run_cases(BOT, [case]).passed
    changed = flows(CLINIC.replace("Até logo!", "Tchau!"))
    (result,) = run_cases(changed, [case]).cases
    assert result.sentence == "Passo 10: esperava “Até logo!”, mas o robô disse “Tchau!”."


def test_moments_are_optional() -> None:
    case = record_exchanges(BOT, [{"kind": "start"}, {"kind": "message", "text": "atendente"}], name="a")
    assert [step.verb for step in case.script] == ["begins", "expect", "expect", "says", "expect", "handoff"]
    assert case.script[-1].value == {"reason": "Pediu ajuda", "team": "Recepção"}
    assert run_cases(BOT, [case]).passed


def test_answers_of_the_outside_are_recorded() -> None:
    bot = flows("""
        a: {type: question, text: CEP?, variable: cep, next: b}
        b:
          type: api_call
          url: "https://x.example/{{ cep }}"
          results: [{path: body.c, variable: c}]
          exits: {next: d, error: e}
        d: {type: message, text: "É {{ c }}"}
        e: {type: message, text: Falhou}
    """)
    asked = [{"kind": "message", "text": "oi"}, {"kind": "message", "text": "01310"}]
    for answer, said in (
        ({"ok": True, "value": {"status": 200, "headers": {}, "body": {"c": "Rio"}, "ms": 3}}, "É Rio"),
        ({"ok": False, "value": {"error": "timeout", "detail": ""}}, "Falhou"),
        ({"ok": False, "value": {"status": 404}}, "Falhou"),
    ):
        case = record_exchanges(bot, [*asked, {"kind": "answer", "key": "k", **answer}], name="a")
        assert [step.verb for step in case.script][:5] == ["says", "expect", "http", "says", "expect"]
        assert case.script[2].value["node"] == "b"
        assert case.script[4].value == said
        assert run_cases(bot, [case]).passed


def test_a_case_is_recorded_anew() -> None:
    (case,) = cases("- script: [says: oi, expect: Errado, taps: banho, says: Thor, at: amanhã 6h, expect: Errado]")
    again = record(BOT, case)
    assert run_cases(BOT, [again]).passed
    assert [step.value for step in again.script if step.verb != "expect"] == [
        "oi",
        "Banho e tosa",
        "Thor",
        True,
        "amanhã 6h",
        True,
    ]


def test_what_cannot_be_done_ends_the_recording() -> None:
    (case,) = cases("- script: [says: oi, taps: Nada disso, says: Thor]")
    assert [step.verb for step in record(BOT, case).script] == ["says", "expect", "expect"]


def test_odd_exchanges_are_left_out() -> None:
    odd: list[dict[str, Any]] = [
        {},
        {"kind": "nada"},
        {"kind": "answer"},
        {"kind": "message", "moment": "ontem", "text": None},
    ]
    case = record_exchanges(BOT, odd, name="a")
    assert isinstance(case, Case)
    assert run_cases(BOT, [case]).passed
