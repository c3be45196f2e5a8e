"""Does each node type do what its file of cases says?

A case: `options` of the node, its linked `exits`, `variables` and `contact` before, what arrives (`say`, `tap` or `answer` to
its ask; absent: the flow has just come here), `attempts` so far, and what is expected: `texts`, `messages` (parts of them),
`effects` (all but what is said), `exit`, `state`, `variables`, `problems`, `attempts`, `ask` (parts of its request).
"""

from __future__ import annotations

import dataclasses
import json
import pkgutil
from pathlib import Path
from typing import Any

import pytest

from recado.flows import nodes
from recado.flows.engine.advance import advance
from recado.flows.engine.definition import FlowSet
from recado.flows.engine.effects import Say
from recado.flows.engine.inputs import Answer, Contact, Input, Message
from recado.flows.engine.session import Session, State
from recado.flows.engine.turn import Turn
from recado.flows.engine.values import as_text
from tests.flows.engine.support import NOW, TYPES, ZONE, flow_of

CASES = Path(__file__).parent / "cases"
KEYS = sorted(module.name for module in pkgutil.iter_modules(nodes.__path__))
EXPECTED = {"texts", "messages", "effects", "exit", "state", "variables", "problems", "attempts", "ask"}
KNOWN = {"name", "options", "exits", "variables", "contact", "say", "tap", "answer", "type", "attempts", "expect"}


def load() -> list[Any]:
    """Every case of every file, named by both."""
    found = []
    for path in sorted(CASES.glob("*.json")):
        for case in json.loads(path.read_text("utf-8")):
            found.append(pytest.param(path.stem, case, id=f"{path.stem}: {case['name']}"))
    return found


def test_each_node_type_is_listed_and_has_its_cases() -> None:
    assert sorted(TYPES) == KEYS
    assert [path.stem for path in sorted(CASES.glob("*.json"))] == KEYS
    assert all(json.loads((CASES / f"{key}.json").read_text("utf-8")) for key in KEYS)


def run(kind: str, case: dict[str, Any]) -> Turn:
    """Enter the node, or give it the answer it waits for."""
    assert set(case) <= KNOWN
    assert set(case["expect"]) <= EXPECTED
    links = {exit: f"to_{exit}" for exit in case.get("exits", [])}
    node = {"type": kind, "options": case.get("options", {}), "exits": links}
    ends = {target: {"type": "end"} for target in links.values()}
    flow = flow_of({"n": node, **ends, "old": {"type": "end"}})
    flows = FlowSet.of(flow, types=TYPES)
    waiting = Session(
        bot="bot",
        flow="f",
        version=1,
        node="n",
        state=State.WAITING,
        started_at=NOW,
        last_input_at=NOW,
        expires_at=NOW.replace(year=2030),
        variables=case.get("variables", {}),
        attempts=case.get("attempts", 0),
        waiting_for="n:1" if "answer" in case else "",
    )
    answers = "say" in case or "tap" in case
    message = Message(text=case.get("say", ""), type=case.get("type", "text"), choice_id=case.get("tap", ""))
    arrived = Input(message, NOW, ZONE, Contact(**case.get("contact", {})), seed=1)
    if "answer" in case:
        told = Answer("n:1", case["answer"]["ok"], case["answer"].get("value"))
        return advance(flows, waiting, dataclasses.replace(arrived, what=told))
    if answers:
        return advance(flows, waiting, arrived)
    # Coming here from a node before: a start that leads to it.
    first = flow_of({"first": {"type": "start", "exits": {"next": "n"}}, "n": node, **ends}, variables=_declared(case))
    return advance(FlowSet.of(first, types=TYPES), None, arrived)


def _declared(case: dict[str, Any]) -> dict[str, Any]:
    return {name: {"default": value} for name, value in case.get("variables", {}).items()}


def plain(value: Any) -> Any:
    """A dataclass as what JSON can hold, without what stands at its default."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        if value.__class__.__module__.endswith("values"):
            return as_text(value)  # type: ignore[arg-type]
        shown = {one.name: plain(getattr(value, one.name)) for one in dataclasses.fields(value)}
        defaults = {one.name: one.default for one in dataclasses.fields(value)}
        return {key: one for key, one in shown.items() if one != plain(defaults[key])}
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    return value


@pytest.mark.parametrize(("kind", "case"), load())
def test_case(kind: str, case: dict[str, Any]) -> None:
    turn = run(kind, case)
    says = [effect.message for effect in turn.effects if isinstance(effect, Say)]
    others = [effect for effect in turn.effects if not isinstance(effect, Say)]
    left = [taken.exit for taken in turn.exits if taken.node == "n"]
    seen = {
        "texts": [message.text for message in says],
        "messages": [plain(message) for message in says],
        "effects": [{"kind": type(effect).__name__, **plain(effect)} for effect in others],
        "exit": left[0] if left else None,
        "state": turn.session.state.value,
        "variables": {name: plain(turn.session.variables.get(name)) for name in case["expect"].get("variables", {})},
        "problems": [problem.code.value for problem in turn.problems],
        "attempts": turn.session.attempts,
        "ask": {key: turn.ask.request.get(key) for key in case["expect"].get("ask", {})} if turn.ask else None,
    }
    expected = {"effects": [], "problems": [], **case["expect"]}
    assert {key: seen[key] for key in expected} == expected
