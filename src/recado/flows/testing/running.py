"""Do these cases pass, and how much of the flow did they walk?"""

from __future__ import annotations

from collections.abc import Iterable

from recado.flows.engine.definition import FlowSet
from recado.flows.engine.limits import WHATSAPP, ChannelLimits
from recado.flows.testing.checking import Failure
from recado.flows.testing.coverage import Walked
from recado.flows.testing.models import Case, Step
from recado.flows.testing.playing import OUT_OF_TURNS, Failed, Stage, play
from recado.flows.testing.report import CaseResult, CasesReport
from recado.flows.testing.shrinking import shrink
from recado.flows.testing.wording import message_in_words
from recado.flows.testing.world import Allowance, World

UNKNOWN_ARM = "unknown_arm"
MOST_TURNS = 500_000
"""About a minute and a half of one processor; the longest honest suite we know of takes a few thousand."""
_AS_IT_IS = frozenset({OUT_OF_TURNS, UNKNOWN_ARM})
"""Failures that no shorter script makes clearer."""
_SHOWN = 80
_SHRUNK = 20
"""Failing cases of a run that are shortened; where more fail, the first ones tell why."""


def run_cases(
    flows: FlowSet,
    cases: Iterable[Case],
    *,
    zone: str = "",
    channel: ChannelLimits = WHATSAPP,
    shortest: bool = True,
    most_turns: int = MOST_TURNS,
) -> CasesReport:
    """Play every case on the production engine under a clock of its own; nothing is stored, sent or called.

    `zone` is the organization's (America/Sao_Paulo where it is empty); `shortest` whether failing scripts are shortened.
    `most_turns` bounds the time it takes, shortening included: what is left then fails as `out_of_turns`.
    """
    stage = Stage(flows, zone, channel, Allowance(most_turns))
    walked = Walked()
    played = [(case, *_played(stage, case, walked)) for case in cases]
    # Only now: shortening one case must not take the turns that another still needs.
    left = _SHRUNK if shortest else 0
    results: list[CaseResult] = []
    for case, world, failed in played:
        is_shortened = failed is not None and left > 0 and failed.failure.code not in _AS_IT_IS
        left -= is_shortened
        few = shrink(stage, case, failed) if failed is not None and is_shortened else case.script
        results.append(_result(case, world, failed, few))
    return CasesReport(tuple(results), walked.of(flows))


def _played(stage: Stage, case: Case, walked: Walked) -> tuple[World, Failed | None]:
    world = stage.world(case, walked)
    unknown = _unknown_arm(stage.flows, case)
    return world, play(world, case.script) if unknown is None else Failed(0, unknown)


def _result(case: Case, world: World, failed: Failed | None, few: tuple[Step, ...]) -> CaseResult:
    warnings = _warnings(world)
    if failed is None:
        return CaseResult(case.name, True, case.script, world.turns, case.line, warnings=warnings)
    line, failure = case.script[failed.step].line, failed.failure
    return CaseResult(
        case.name, False, case.script, world.turns, line or case.line, failed.step, failure.code, _sentence(failed, line),
        failure.expected, failure.got, few, warnings,
    )  # fmt: skip


def _unknown_arm(flows: FlowSet, case: Case) -> Failure | None:
    """An arm that decides nothing: a slip of the pen would otherwise leave the draw to chance."""
    nodes = {id_: node for flow in map(flows.newest, flows.published) if flow for id_, node in flow.nodes.items()}
    for id_, arm in case.arms.items():
        if id_ not in nodes:
            return Failure(UNKNOWN_ARM, f"“arms” fala de “{id_}”, que não é um bloco deste fluxo.", id_, "")
        exits = [one.key for one in flows.types[nodes[id_].type].manifest.exits_of(nodes[id_].options)]
        if arm not in exits:
            known = ", ".join(exits)
            return Failure(UNKNOWN_ARM, f"“{id_}” não tem o caminho “{arm}”; tem: {known}.", arm, known)
    return None


def _warnings(world: World) -> tuple[str, ...]:
    return tuple(
        f"{_clipped(message_in_words(message))} sai com a janela de 24 horas fechada: o WhatsApp só entrega modelos."
        for message in world.outside_window[:5]
    )


def _clipped(words: str) -> str:
    one_line = " ".join(words.split())
    return one_line if len(one_line) <= _SHOWN else f"{one_line[:_SHOWN]}…”"


def _sentence(failed: Failed, line: int) -> str:
    if failed.failure.code == UNKNOWN_ARM:
        return f"{failed.failure.sentence[:1].upper()}{failed.failure.sentence[1:]}"
    place = f" (linha {line})" if line else ""
    return f"Passo {failed.step + 1}{place}: {failed.failure.sentence}"
