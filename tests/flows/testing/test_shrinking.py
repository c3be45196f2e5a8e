"""Is the shortest script that still fails found, and does it fail for the same reason?"""

from __future__ import annotations

import textwrap

from recado.flows.testing import read_cases, run_cases
from tests.flows.testing.support import CLINIC, flows, run, script

BOT = flows(CLINIC)


def shortest(text: str, head: str = "") -> list[str]:
    result = run(BOT, text, head)
    assert not result.passed
    again = run(BOT, "\n".join("- " + textwrap.indent(step, "  ").strip() for step in result.shortest), head)
    assert (again.code, again.got, again.expected) == (result.code, result.got, result.expected)
    return list(result.shortest)


def test_what_does_not_matter_goes() -> None:
    few = shortest("""
        - says: oi
        - expect: ["Oi, Ana!", Como posso ajudar?]
        - says: blá
        - expect_more
        - says: blé
        - taps: Consulta
        - expect: Nome do pet?
        - says: Thor
        - expect_nothing
        - after: 2h
        - expect_nothing
        - after: 30min
        - says: e aí?
        - expect: Ainda quer consulta para Thor?
    """)  # fmt: skip
    assert few[0] in ("says: oi", "says: blé")  # whatever begins the talk
    assert few[1:] == ["taps: Consulta", "says: Thor", "says: e aí?", "expect: Ainda quer consulta para Thor?"]


def test_a_failure_that_needs_no_step_before_stands_alone() -> None:
    assert shortest("- says: oi\n- says: banho\n- ends") == ["says: oi", "says: banho", "ends"]
    assert shortest("- says: oi\n- taps: banho\n- taps: Inexistente") == ["says: oi", "taps: Inexistente"]
    assert shortest("- says: oi\n- expect: X\n- says: banho") == ["says: oi", "expect: X"]


def test_too_much_is_shortened_too() -> None:
    steps = "- says: oi\n- expect_more\n- says: blá\n- says: banho\n- says: Thor\n- says: oi\n- expect: Anotado!\n- says: tchau"
    assert shortest(steps) == ["says: oi", "says: banho", "says: Thor", "says: oi", "expect: Anotado!"]


def test_a_reply_goes_where_it_is_not_asked_for() -> None:
    assert shortest("- http: {status: 500}\n- says: oi\n- says: banho\n- expect: X") == [
        "says: oi",
        "says: banho",
        "expect: X",
    ]


def test_pairs_go_together() -> None:
    """Neither of two taps can be left out alone: the flow would stand elsewhere."""
    bot = flows("""
        a: {type: question, kind: choice, text: A?, choices: [{id: sim, title: Sim}], exits: {sim: b, invalid: a}}
        b: {type: question, kind: choice, text: B?, choices: [{id: sim, title: Sim}], exits: {sim: a, invalid: b}}
    """)
    text = "- says: oi\n" + "- taps: Sim\n" * 6 + "- taps: Não"
    result = run(bot, text)
    assert result.shortest == ("says: oi", "taps: Não")
    result = run(bot, "- says: oi\n" + "- says: sim\n" * 6 + "- variables: {x: 1}\n- expect: A!")
    assert result.shortest == ("variables: {x: 1}",)
    result = run(bot, "- says: oi\n" + "- says: sim\n" * 6 + "- expect: C?")
    assert result.shortest == ("says: sim", "expect: C?")


def test_a_long_script_is_shortened_within_bounds() -> None:
    noise = "".join(f"- says: bla{at}\n- expect_more\n- after: 1min\n- says: oi\n" for at in range(40))
    case = read_cases(script(f"- says: oi\n{noise}- handed_back\n- says: oi\n- says: banho\n- says: Rex\n- expect: X"))
    report = run_cases(BOT, case)
    assert len(report.cases[0].shortest) < 12
    assert run_cases(BOT, case, shortest=False).cases[0].shortest == report.cases[0].script


def test_shortening_takes_no_turns_from_other_cases() -> None:
    long = "".join(f"- says: bla{at}\n- handed_back\n" for at in range(12))
    text = script(f"- says: oi\n{long}- ends") + "- name: b\n  script: [says: oi, says: banho, expect: Nome do pet?]\n"
    report = run_cases(BOT, read_cases(text), most_turns=40)
    assert [(case.name, case.passed) for case in report.cases] == [("caso", False), ("b", True)]
    assert report.cases[0].code == "not_over"
