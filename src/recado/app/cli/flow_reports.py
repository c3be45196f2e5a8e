"""How is the outcome of cases told in a terminal?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from recado.flows.testing import CaseResult, CasesReport, FlowCoverage

_MISSING = 8
_WHOLE = 100


def report_lines(path: Path, tests: Path, report: CasesReport) -> Iterator[str]:
    """The cases of one flow, each with a mark; what failed with its line in `tests` and all that helps to mend it."""
    yield f"{path}"
    for case in report.cases:
        yield f"  {'✓' if case.passed else '✗'} {case.name}"
        if not case.passed:
            yield from _failure(tests, case)
        yield from (f"      aviso: {one}" for one in case.warnings)
    for flow in report.coverage[:1]:
        yield from _coverage(flow)


def summary(reports: list[CasesReport], seconds: float) -> str:
    """One line about all of them."""
    cases = [case for report in reports for case in report.cases]
    failed = sum(not case.passed for case in cases)
    turns = sum(report.turns for report in reports)
    outcome = "todos passaram" if not failed else f"{failed} falh{'ou' if failed == 1 else 'aram'}"
    return f"{len(cases)} caso{'' if len(cases) == 1 else 's'}: {outcome} ({turns} turnos em {seconds:.2f} s)"


def percentage(flow: FlowCoverage) -> float:
    """How much of a flow was walked, in percent: its exits, or its nodes where it has none."""
    seen, whole = (flow.exits_seen, flow.exits) if flow.exits else (flow.nodes_seen, flow.nodes)
    return _WHOLE * seen / whole if whole else float(_WHOLE)


def _failure(path: Path, case: CaseResult) -> Iterator[str]:
    yield f"      {path}:{case.line}" if case.line else f"      {path}"
    yield f"      {case.sentence}"
    if case.expected or case.got:
        yield f"        esperado: {_inside(case.expected)}"
        yield f"        recebido: {_inside(case.got)}"
    shortest = case.shortest
    if shortest and len(shortest) < len(case.script):
        yield f"      O menor roteiro que ainda falha ({len(shortest)} de {len(case.script)} passos):"
        for step in shortest:
            first, *rest = step.split("\n")
            yield f"        - {first}"
            yield from (f"          {line}" for line in rest)


def _inside(text: str) -> str:
    return text.replace("\n", "\n                  ") or "nada"


def _coverage(flow: FlowCoverage) -> Iterator[str]:
    yield (
        f"  cobertura: {flow.nodes_seen} de {flow.nodes} blocos, {flow.exits_seen} de {flow.exits} saídas "
        f"({percentage(flow):.0f} %)"
    )
    missing = [f"{node} → {exit}" for node, exit in flow.missing_exits]
    missing += [node for node in flow.missing_nodes if not any(node == one for one, _ in flow.missing_exits)]
    if missing:
        more = f" e mais {len(missing) - _MISSING}" if len(missing) > _MISSING else ""
        yield f"  falta passar por: {', '.join(missing[:_MISSING])}{more}"
