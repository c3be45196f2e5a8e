"""Does each node type do what its file of cases says?

A case: `options` of the node, its linked `exits`, `variables` and `contact` before, what arrives (`say`, `tap`, `media`,
`location`, its `timer`, or `answer` to its ask; absent: the flow has just come here), `attempts` so far, the moment (`now`,
in `zone`), for how many `silent_hours` the person has written nothing, nodes of other `flows` by id, and what is expected:
`texts`, `messages` (parts of them), `effects` (all but what is said), `exit`, `state`, `variables`, `problems`, `attempts`,
`ask` (parts of its request).
"""

from __future__ import annotations

import dataclasses
import json
import pkgutil
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from msgspec import Struct, structs

from recado.flows import nodes
from recado.flows.engine.advance import advance
from recado.flows.engine.definition import FlowSet
from recado.flows.engine.effects import Say
from recado.flows.engine.inputs import Answer, Contact, Input, Message, Timer
from recado.flows.engine.session import Session, State
from recado.flows.engine.turn import Turn
from recado.flows.engine.values import as_text
from tests.flows.engine.support import NOW, TYPES, ZONE, flow_of

CASES = Path(__file__).parent / "cases"
KEYS = sorted(module.name for module in pkgutil.iter_modules(nodes.__path__))
EXPECTED = {"texts", "messages", "effects", "exit", "state", "variables", "problems", "attempts", "ask"}
ARRIVING = {"say", "tap", "answer", "media", "location", "timer"}
KNOWN = ARRIVING | {
    "name", "options", "exits", "variables", "contact", "type", "attempts", "expect", "now", "zone", "silent_hours", "flows",
}  # fmt: skip


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
    others = [flow_of(nodes, flow=key) for key, nodes in case.get("flows", {}).items()]
    # Coming here from a node before: a start that leads to it.
    begin = {"first": {"type": "start", "exits": {"next": "n"}}}
    flow = flow_of({**begin, "n": node, **ends, "old": {"type": "end"}}, variables=_declared(case))
    flows = FlowSet.of(flow, *others, types=TYPES)
    arrived = _arrived(case)
    answers = ARRIVING.intersection(case)
    if not answers and "silent_hours" not in case:
        return advance(flows, None, arrived)
    waiting = Session(
        bot="bot",
        flow="f",
        version=1,
        node="n" if answers else "first",
        state=State.WAITING,
        started_at=NOW,
        last_input_at=arrived.moment - timedelta(hours=case.get("silent_hours", 0)),
        expires_at=NOW.replace(year=2030),
        variables=case.get("variables", {}),
        attempts=case.get("attempts", 0),
        waiting_for="" if answers.isdisjoint({"answer", "timer"}) and "silent_hours" not in case else "n:1",
    )
    return advance(flows, waiting, arrived)


def _arrived(case: dict[str, Any]) -> Input:
    """What arrives: the person's message, a timer, an answer; a timer too where the flow comes here on its own."""
    message = Message(
        case.get("say", ""), case.get("type", "text"), case.get("tap", ""), case.get("media"), case.get("location")
    )
    what: Message | Timer | Answer = message
    if "answer" in case:
        what = Answer("n:1", case["answer"]["ok"], case["answer"].get("value"))
    elif "timer" in case or "silent_hours" in case:
        what = Timer("n:1")
    zone = case.get("zone", ZONE)
    moment = datetime.fromisoformat(case["now"]).replace(tzinfo=ZoneInfo(zone)) if "now" in case else NOW
    return Input(what, moment, zone, Contact(**case.get("contact", {})), seed=1)


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
    if isinstance(value, Struct):
        held = {one.name: getattr(value, one.name) for one in structs.fields(value)}
        return {one.name: plain(held[one.name]) for one in structs.fields(value) if held[one.name] != one.default}
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    return value.isoformat() if isinstance(value, datetime) else value


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
