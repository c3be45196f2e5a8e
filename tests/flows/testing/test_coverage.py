"""Is it told which ways through a flow no case took?"""

from __future__ import annotations

from recado.flows.testing import run_cases
from tests.flows.testing.support import CLINIC, cases, flows

BOT = flows(CLINIC)


def test_what_no_case_walked_is_named() -> None:
    report = run_cases(BOT, cases("- script: [says: oi, taps: banho, says: Thor, after: 20h]"))
    (flow,) = report.coverage
    assert (flow.nodes, flow.nodes_seen, flow.exits, flow.exits_seen) == (8, 6, 11, 5)
    assert flow.missing_nodes == ("obrigado", "pessoa")
    assert flow.missing_exits == (
        ("menu", "consulta"), ("menu", "atendente"), ("menu", "invalid"), ("pet", "invalid"), ("espera", "replied"),
        ("obrigado", "next"),
    )  # fmt: skip
    assert not flow.is_whole


def test_cases_add_up() -> None:
    report = run_cases(
        BOT,
        cases("""
            - script: [says: oi, taps: banho, says: Thor, after: 20h]
            - name: b
              script: [says: oi, taps: consulta, says: Rex, says: oi]
            - name: c
              script: [says: oi, taps: atendente]
            - name: d
              script: [says: oi, says: blá, says: blé, says: bli]
            - name: e
              script: [says: oi, taps: banho, says: "1", says: "2", says: "3"]
        """),
    )
    assert report.coverage[0].is_whole, report.coverage[0].missing_exits
    assert report.turns == 3 + 1 + 4 + 2 + 4 + 5


def test_the_report_is_json_for_a_screen() -> None:
    report = run_cases(BOT, cases("- name: a\n  script: [says: oi, expect: Olá]"))
    told = report.to_json()
    (case,) = told["cases"]
    assert (case["name"], case["passed"], case["step"], case["line"], case["code"]) == (
        "a",
        False,
        1,
        2,
        "said_otherwise",
    )
    assert (case["expected"], case["got"], case["shortest"]) == ("“Olá”", "“Oi, Ana!”", ["says: oi", "expect: Olá"])
    assert told["coverage"]["missing"][0] == {"node": "menu", "exit": "banho"}
    assert {"nodes", "nodes_seen", "exits", "exits_seen", "missing"} <= set(told["coverage"])
