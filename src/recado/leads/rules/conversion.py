"""How far do deals come? From counts to steps and shares."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from recado.leads.models import Counted, Pipeline, StageId, StageKind, Step


def steps(pipeline: Pipeline, counted: Sequence[Counted], standing: Mapping[StageId, int]) -> tuple[Step, ...]:
    """Return one step for each open stage, in order.

    Whoever was in a later stage has come past the earlier ones, also where they were skipped, and whoever was won has come
    past all of them: so no step is ever larger than the one before it.
    """
    stages = [stage for stage in pipeline.stages if stage.kind is StageKind.OPEN]
    places = {stage.id: at for at, stage in enumerate(stages)}
    entered = sum(one.deals for one in counted)
    reached = [0] * len(stages)
    for one in counted:
        # A deal that has only ever been in closed stages, or in one that was taken away, has entered: the first step.
        furthest = places.get(one.furthest, 0) if one.furthest is not None else 0
        for at in range(len(stages)):
            reached[at] += one.deals if at <= furthest else one.won
    found = []
    before = entered
    for at, stage in enumerate(stages):
        found.append(
            Step(
                stage, reached[at], standing.get(stage.id, 0), _share(reached[at], entered), _share(reached[at], before)
            )
        )
        before = reached[at]
    return tuple(found)


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
