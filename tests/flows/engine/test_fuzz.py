"""Does any flow, drawn by chance, end every turn within its ceilings? (T37)

`FUZZ_TURNS` sets how many turns are taken (20,000 in the suite).
"""

from __future__ import annotations

import json
import os
import time
from datetime import timedelta
from random import Random
from typing import Any

import pytest

from recado.flows.engine.advance import advance
from recado.flows.engine.definition import Flow, FlowSet, read_definition
from recado.flows.engine.effects import Say
from recado.flows.engine.inputs import Contact, Input, Message, Start, Timer
from recado.flows.engine.inspect import inspect
from recado.flows.engine.limits import WHATSAPP, Limits
from recado.flows.engine.session import Session, State
from tests.flows.engine.support import NOW, TYPES, ZONE

TURNS = int(os.environ.get("FUZZ_TURNS", "20000"))
WORKERS = 4
LIMITS = Limits(
    iterations=30, says=4, same_text=5, remembered_texts=10, path=20, variables=3, variables_size=2_000, value_size=600
)
SLOWEST_TURN = 1.0
"""Seconds of CPU; a hang is what is looked for."""

TEXTS = (
    "oi", "{{ a }}", "{{ a | upcase }} {{ contact.name }}", "{% for x in b %}{{ x }}{% endfor %}", "{{ a }}{{ a }}{{ a }}",
    "{{ nada.x }}", "{{ now | date: '%A' }}", "{% if a %}{{ b | times: 99 }}{% endif %}", "{{ message.text }}", "", "x" * 500,
)  # fmt: skip
SAYINGS = (
    "oi", "1", "2", "sim", "não", "a segunda", "ana@x.com", "529.982.247-25", "amanhã", "60 mil", "R$ 5", "atendente", "", "🐶",
    "{{ a }}", "x" * 5_000, "\u0000", "\ud800", "T1", "cachorro", "11987654321", "12abc34501de35", "31/02", "mil milhões e meio",
)  # fmt: skip
KINDS = ("text", "name", "number", "money", "email", "cpf", "cnpj", "phone", "date", "choice")
NAMES = ("a", "b", "c", "d", "e", "f", "g", "h")


class Drawing:
    """Draws flows by chance."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.one = chance.choice

    def flow(self) -> Flow:
        keys = [f"n{at}" for at in range(self.chance.randint(1, 9))]
        nodes = {key: self.node(keys) for key in keys}
        return read_definition(
            {"format": 1, "id": "f", "name": "F", "entry": self.one(keys), "nodes": nodes}, TYPES, version=1
        )

    def node(self, keys: list[str]) -> dict[str, Any]:
        kind = self.one(
            ("start", "message", "message", "question", "question", "condition", "set_variable", "hand_to_human", "end")
        )
        options = getattr(self, kind)()
        exits = ("next", "other", "invalid", "person", "error", "else", "c0", "c1", "c2", "b0", "b1")
        links = {
            exit: self.one([*keys, "gone"] if self.chance.random() < 0.05 else keys)
            for exit in exits
            if self.chance.random() < 0.8
        }
        return {"type": kind, "options": options, "exits": links}

    def start(self) -> dict[str, Any]:
        return {}

    def message(self) -> dict[str, Any]:
        options: dict[str, Any] = {"text": self.one(TEXTS), "choices": self.choices(0)}
        if self.chance.random() < 0.2:
            options["media"] = {
                "type": self.one(("image", "audio")),
                "link": self.one(("https://x.example/a", "{{ a }}")),
            }
        return options

    def question(self) -> dict[str, Any]:
        kind = self.one(KINDS)
        return {
            "text": self.one(TEXTS) or "?",
            "kind": kind,
            "variable": self.one(("", *NAMES)),
            "choices": self.choices(1) if kind == "choice" else [],
            "attempts": self.chance.randint(1, 4),
            "when": self.one(("any", "past", "future")),
            "pattern": self.one(("", "^a+$", "(a|b)*c")),
            "minimum": self.one((None, 3)),
            "contact_field": self.one(("", "name")),
        }

    def choices(self, least: int) -> list[dict[str, Any]]:
        count = self.one((least, 2, 3, 4, 12))
        return [{"id": f"c{at}", "title": self.one((f"T{at}", "{{ a }}", "Sim", "x" * 30))} for at in range(count)]

    def condition(self) -> dict[str, Any]:
        return {"branches": [{"id": f"b{at}", "when": self.comparison(2)} for at in range(self.chance.randint(1, 2))]}

    def comparison(self, depth: int) -> dict[str, Any]:
        word = self.one(("all", "any", "not", "", ""))
        if depth and word == "not":
            return {"not": self.comparison(depth - 1)}
        if depth and word:
            return {word: [self.comparison(depth - 1) for _ in range(self.chance.randint(0, 2))]}
        op = self.one(("equals", "contains", "greater_than", "between", "in", "is_empty", "matches"))
        right = (
            "^[a-z]+$" if op == "matches" else self.one(("a", 5, None, ["a", 1], [1, 9], {"variable": "b"}, "{{ b }}"))
        )
        return {"left": self.one((*TEXTS[:6], {"variable": self.one(NAMES)}, 5)), "op": op, "right": right}

    def set_variable(self) -> dict[str, Any]:
        value = self.one((*TEXTS, 5, 1.5, None, True, ["{{ a }}", 2], {"variable": "b"}))
        return {
            "assignments": [{"variable": self.one(NAMES), "value": value} for _ in range(self.chance.randint(1, 3))]
        }

    def hand_to_human(self) -> dict[str, Any]:
        return {"text": self.one(TEXTS), "reason": self.one(TEXTS) or "?"}

    def end(self) -> dict[str, Any]:
        return {"text": self.one(TEXTS), "archive": self.chance.random() < 0.5}


@pytest.mark.parametrize("worker", range(WORKERS))
def test_flows_by_chance(worker: int) -> None:
    turns = seed = 0
    reached: set[str] = set()
    while turns < TURNS // WORKERS:
        seed += 1
        chance = Random(worker * 1_000_003 + seed)  # noqa: S311 - repeatable chance
        flow = Drawing(chance).flow()
        inspect(flow, TYPES, WHATSAPP)
        flows = FlowSet.of(flow, types=TYPES, limits=LIMITS)
        session: Session | None = None
        at = NOW
        for _ in range(chance.randint(1, 25)):
            turns += 1
            at += timedelta(seconds=chance.choice((1, 60, 30_000)))
            session = one_turn(flows, session, chance, at, reached, f"worker {worker} seed {seed}")
    # Chance must have met the ceilings, or the test looks at nothing.
    assert {
        "too_many_steps",
        "too_many_messages",
        "same_text_too_often",
        "too_many_variables",
        "node_missing",
    } <= reached


def one_turn(
    flows: FlowSet, session: Session | None, chance: Random, at: Any, reached: set[str], where: str
) -> Session:
    """Take a turn and hold it against every ceiling."""
    said = chance.choice(SAYINGS)
    tap = f"n{chance.randint(0, 9)}:c{chance.randint(0, 3)}" if chance.random() < 0.3 else ""
    what = chance.choices((Message(said, choice_id=tap), Start(), Timer("t")), (20, 1, 1))[0]
    contact = Contact(name=chance.choice(("", "Ana", "{{ a }}")), phone=chance.choice(("", "5511987654321")))
    began = time.process_time()
    turn = advance(flows, session, Input(what, at, ZONE, contact, seed=1))
    assert time.process_time() - began < SLOWEST_TURN, where
    reached.update(problem.code.value for problem in turn.problems)
    says = [effect.message for effect in turn.effects if isinstance(effect, Say)]
    assert len(turn.path) <= LIMITS.iterations, where
    assert len(says) == len(turn.said) <= LIMITS.says, where
    assert all(len(message.text) <= WHATSAPP.text for message in says), where
    assert "node_failed" not in reached, where
    after = turn.session
    assert len(after.variables) <= LIMITS.variables, where
    assert len(after.path) <= LIMITS.path, where
    assert len(after.recent) <= LIMITS.remembered_texts, where
    assert after.state is not State.FAILED or turn.problems, where
    stored = json.dumps(after.to_json(), ensure_ascii=False, allow_nan=False)
    assert len(stored.encode()) < 30_000, where
    assert "\\u0000" not in stored, where
    back = Session.from_json(json.loads(stored))
    assert back == after, where
    return back
