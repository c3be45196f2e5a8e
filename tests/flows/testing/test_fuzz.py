"""Does any text of cases, on any flow, end in a report or a refusal, and never in an exception?"""

from __future__ import annotations

import json
import os
from random import Random
from typing import Any

import pytest

from recado.flows.engine.definition import FlowSet
from recado.flows.testing import Case, CasesUnreadable, read_cases, record, run_cases, write_cases
from recado.flows.testing.verbs import VERBS
from tests.flows.engine.support import TYPES
from tests.flows.engine.test_fuzz import SAYINGS, Drawing

# The same lines thousands of times: traced, they take three times as long and cover nothing more.
pytestmark = pytest.mark.no_cover

TEXTS = (
    "oi", "1", "sim", "", "26h", "21:30", "amanhã 9h", "30/02 9h", "99999 meses", "9999-12-31 23:59", "image", "T1", "n0:c0",
    "^a+$", "(", "https://x.example/*", "true", "\ud800",
)  # fmt: skip
KEYS = (
    "text", "contains", "lacks", "pattern", "any_of", "choices", "media", "template", "node", "url", "status", "body", "error",
    "reason", "team", "type", "caption", "name", "x",
)  # fmt: skip
HEAD = ("name", "starts_at", "zone", "contact", "variables", "http", "arms", "description")


def value(chance: Random, depth: int = 2) -> Any:
    """Anything that YAML can hold."""
    kind = chance.randrange(8 if depth else 5)
    if kind < 3:
        return chance.choice((*TEXTS, *SAYINGS)).replace("\ud800", "?").replace("\x00", "?")[:200]
    if kind == 3:
        return chance.choice((None, True, False, 0, -1, 1.5, 200, 404, 10**18))
    if kind < 6:
        return [value(chance, depth - 1) for _ in range(chance.randrange(3))]
    return {chance.choice(KEYS): value(chance, depth - 1) for _ in range(chance.randrange(3))}


def sensible(chance: Random) -> dict[str, Any]:
    """A step that can be read, most times."""
    verb = chance.choice(
        ("says", "says", "says", "taps", "after", "at", "expect", "sends", "handed_back", "begins", "http", "ends")
    )
    given: dict[str, Any] = {
        "says": chance.choice(SAYINGS).replace("\ud800", "?").replace("\x00", "?")[:200],
        "taps": chance.choice(("1", "T1", "c0")),
        "after": chance.choice(("26h", "30min", "400 dias", "9000 meses")),
        "at": chance.choice(("21:30", "amanhã 9h", "segunda 8h")),
        "expect": chance.choice(("oi", {"contains": "a"}, ["a", "b"])), "sends": chance.choice(("image", "audio", "location")),
        "http": {"status": chance.choice((200, 404))},
    }  # fmt: skip
    return {verb: given.get(verb, True)}


def case(chance: Random, number: int) -> Any:
    """A case that may be any nonsense."""
    if chance.random() < 0.05:
        return value(chance)
    steps = [
        sensible(chance) if chance.random() < 0.9 else {chance.choice((*VERBS, "outro")): value(chance)}
        for _ in range(chance.randrange(1, 12))
    ]
    head = {chance.choice(HEAD): value(chance) for _ in range(chance.randrange(2))} if chance.random() < 0.2 else {}
    return {**head, "name": f"caso {number}", "script": steps}


def readable(chance: Random) -> tuple[Case, ...]:
    """The cases among many that can be read; of the others the refusal must be whole."""
    cases: list[Case] = []
    for number in range(12):
        text = json.dumps([case(chance, number)], ensure_ascii=False)
        try:
            cases.extend(read_cases(text))
        except CasesUnreadable as fault:
            faults = fault.faults
            if not all(one.line >= 1 and one.sentence for one in faults):
                pytest.fail(text)
    return tuple(cases)


@pytest.mark.parametrize("seed", range(1_000 if "FUZZ_TURNS" in os.environ else 50))
def test_nothing_raises(seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - repeatable chance
    flows = FlowSet.of(*Drawing(chance).flows(), types=TYPES)
    cases = readable(chance)
    assert read_cases(write_cases(cases)) == cases
    report = run_cases(flows, cases, most_turns=3_000)
    assert len(report.cases) == len(cases)
    json.dumps(report.to_json(), allow_nan=False)
    for one, result in zip(cases, report.cases, strict=True):
        assert result.passed or (result.sentence and result.step is not None)
        again = run_cases(flows, [record(flows, one)], shortest=False).cases[0]
        # A step that cannot be done is left out; what was recorded holds, unless the flow itself broke there.
        assert again.passed or again.code == "flow_failed", again.sentence


def test_chance_meets_both() -> None:
    counts = [len(readable(Random(seed))) for seed in range(20)]  # noqa: S311 - repeatable chance
    assert 40 < sum(counts) < 230
