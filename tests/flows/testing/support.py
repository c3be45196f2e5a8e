"""Flows written as text, and cases played on them."""

from __future__ import annotations

import textwrap
from typing import Any

from recado.flows.engine.definition import Flow, FlowSet, read_definition
from recado.flows.testing import Case, CaseResult, CasesReport, read_cases, run_cases
from recado.flows.text import read
from tests.flows.engine.support import TYPES


def flow(text: str, id_: str = "f") -> Flow:
    """The flow of these nodes; the first is its entry."""
    nodes = read("nodes:\n" + textwrap.indent(textwrap.dedent(text), "  "))["nodes"]
    data = {"format": 1, "id": id_, "name": "Teste", "entry": next(iter(nodes)), "nodes": nodes}
    return read_definition(data, TYPES, version=1)


def flows(text: str, **others: str) -> FlowSet:
    """A bot that begins at the flow of this text and may call the others."""
    return FlowSet.of(flow(text), *(flow(other, id_) for id_, other in others.items()), types=TYPES)


def cases(text: str) -> tuple[Case, ...]:
    """The cases of a text, indented as one likes."""
    return read_cases(textwrap.dedent(text))


def script(text: str, head: str = "") -> str:
    """The text of one case with this script."""
    top = "- name: caso\n" + textwrap.indent(textwrap.dedent(head), "  ")
    return top.rstrip() + "\n  script:\n" + textwrap.indent(textwrap.dedent(text).strip("\n"), "    ") + "\n"


def run(flow_set: FlowSet, text: str, head: str = "", **more: Any) -> CaseResult:
    """Play one script."""
    report: CasesReport = run_cases(flow_set, read_cases(script(text, head)), **more)
    return report.cases[0]


def passes(flow_set: FlowSet, text: str, head: str = "", **more: Any) -> bool:
    """Does the script pass? The sentence of its failure otherwise stands in the assertion."""
    result = run(flow_set, text, head, **more)
    assert result.passed, result.sentence
    return True


CLINIC = """
oi: {type: message, text: "Oi, {{ contact.first_name }}!", next: menu}
menu:
  type: question
  kind: choice
  text: Como posso ajudar?
  variable: assunto
  choices: [{id: banho, title: Banho e tosa}, {id: consulta, title: Consulta}, {id: atendente, title: Atendente}]
  exits: {banho: pet, consulta: pet, atendente: pessoa, invalid: pessoa}
pet: {type: question, kind: name, text: Nome do pet?, variable: pet, exits: {next: espera, invalid: pessoa}}
espera: {type: wait, amount: 20, unit: hours, on_message: leave, exits: {next: lembrete, replied: obrigado}}
lembrete: {type: message, text: "Ainda quer {{ assunto | downcase }} para {{ pet }}?", next: fim}
obrigado: {type: message, text: Anotado!, next: fim}
fim: {type: end, text: Até logo!}
pessoa: {type: hand_to_human, text: Já chamei., reason: Pediu ajuda, team: Recepção, priority: high, tag: vip}
"""
