"""What is the shortest script that still fails in the same way?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from recado.flows.testing.models import Case, Step
from recado.flows.testing.playing import Failed, Stage, play

BUDGET = 400
"""Plays. A script of thirty steps needs about a hundred; a person waits for the outcome."""
_PAIRS_UP_TO = 24
"""Steps up to which two are also taken away at once: a question and its answer can only go together."""

Fails = Callable[[Sequence[Step]], bool]


def shrink(stage: Stage, case: Case, failed: Failed) -> tuple[Step, ...]:
    """The failing step with as few before it as possible: taking away any one of them (or any two, in a short script)
    makes it pass, or fail otherwise. What was wanted and what came instead stay the same."""
    *before, last = case.script[: failed.step + 1]
    if failed.failure.code == "said_too_much":
        # What was too much is seen only when the stretch ends, with the act after it.
        before, last = list(case.script[: failed.step]), case.script[failed.step]
    plays = 0

    def fails(steps: Sequence[Step]) -> bool:
        nonlocal plays
        plays += 1
        if plays > BUDGET:
            return False
        script = (*steps, last)
        again = play(stage.world(replace(case, script=script)), script)
        return again is not None and again.step == len(script) - 1 and again.failure == failed.failure

    if not fails(before):
        return case.script  # it hangs on what comes after, so nothing shorter is certain
    return (*_fewest(before, fails), last)


def _fewest(steps: list[Step], fails: Fails) -> list[Step]:
    """Take away halves, quarters … then single steps and pairs, until nothing can go."""
    size = max(len(steps) // 2, 1)
    while steps:
        shorter = next((rest for rest in _without(steps, size) if fails(rest)), None)
        if shorter is not None:
            steps = shorter
        elif size > 1:
            size //= 2
        elif len(steps) > _PAIRS_UP_TO or (shorter := _without_pair(steps, fails)) is None:
            break
        else:
            steps = shorter
        size = min(size, max(len(steps) // 2, 1))
    return steps


def _without(steps: list[Step], size: int) -> Iterator[list[Step]]:
    """The steps without each run of `size`, the last run first: of two greetings the first one stays."""
    for at in reversed(range(0, len(steps), size)):
        yield steps[:at] + steps[at + size :]


def _without_pair(steps: list[Step], fails: Fails) -> list[Step] | None:
    for one, other in combinations(range(len(steps)), 2):
        rest = [step for at, step in enumerate(steps) if at not in (one, other)]
        if fails(rest):
            return rest
    return None
