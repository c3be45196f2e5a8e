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
from recado.flows.engine.effects import Say, StartTimer
from recado.flows.engine.inputs import Answer, Contact, Input, Message, Start, Timer
from recado.flows.engine.inspect import inspect
from recado.flows.engine.limits import WHATSAPP, CommonChannel, Limits
from recado.flows.engine.recording import digest, keep, read_kept
from recado.flows.engine.session import Session, State
from recado.flows.engine.surroundings import Surroundings
from recado.flows.rules.sentences import sentence
from tests.flows.engine.support import NOW, TYPES, ZONE

# The same lines thousands of times: traced, they take three times as long and cover nothing more.
pytestmark = pytest.mark.no_cover

TURNS = int(os.environ.get("FUZZ_TURNS", "20000"))
WORKERS = 4
LIMITS = Limits(
    iterations=30, says=3, same_text=5, remembered_texts=10, path=20, variables=3, variables_size=2_000, value_size=600,
    depth=4, alone=3,
)  # fmt: skip
BARE = CommonChannel(text=300, buttons=0, list_rows=0, interactive_body=50)
PLAYED_AGAIN = 0.1
"""Of the turns, that are recorded and played again from their record."""
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
KINDS = ("text", "name", "number", "money", "email", "cpf", "cnpj", "phone", "date", "choice", "media")
NODES = (
    "start", "message", "message", "question", "question", "condition", "set_variable", "hand_to_human", "end", "wait", "split",
    "run_flow", "run_flow", "tag", "set_contact", "api_call", "webhook",
)  # fmt: skip
EXITS = (
    "next", "other", "invalid", "person", "error", "else", "replied", "past", "status_404", "c0", "c1", "c2", "b0", "b1",
)  # fmt: skip
FLOWS = ("f0", "f1", "f2")
MEDIA: tuple[Any, ...] = (
    {"id": "1", "mime_type": "image/png"},
    {"id": "2", "mime_type": "audio/ogg"},
    {},
    {"id": None, "mime_type": 5},
)
PLACES: tuple[Any, ...] = ({"latitude": -23.5, "longitude": 1e308}, {}, {"name": ["{{ a }}"]})
ANSWERS: tuple[Any, ...] = (
    None, 5, "x", [], {}, {"status": 200, "headers": {}, "body": {"a": [1, {"b": "c"}]}, "ms": 3},
    {"status": 404, "headers": {"a": "b"}, "body": "texto", "ms": 3}, {"status": "x", "body": None},
    {"error": "timeout", "detail": "x"}, {"error": "refused_address", "detail": ""},
)  # fmt: skip
NAMES = ("a", "b", "c", "d", "e", "f", "g", "h")


class Drawing:
    """Draws flows by chance."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.one = chance.choice

    def flows(self) -> list[Flow]:
        return [self.flow(name) for name in FLOWS[: self.chance.randint(1, 3)]]

    def flow(self, name: str) -> Flow:
        keys = [f"n{at}" for at in range(self.chance.randint(1, 9))]
        nodes = {key: self.node(keys) for key in keys}
        declared = (
            {self.one(NAMES): {"default": self.one((None, 5, "x", "{{ a }}"))}} if self.chance.random() < 0.3 else {}
        )
        data = {"format": 1, "id": name, "name": "F", "entry": self.one(keys), "variables": declared, "nodes": nodes}
        return read_definition(data, TYPES, version=1)

    def node(self, keys: list[str]) -> dict[str, Any]:
        kind = self.one(NODES)
        options = getattr(self, kind)()
        links = {
            exit: self.one([*keys, "gone"] if self.chance.random() < 0.05 else keys)
            for exit in EXITS
            if self.chance.random() < 0.7
        }
        return {"type": kind, "options": options, "exits": links}

    def wait(self) -> dict[str, Any]:
        amount = self.one((1, 0.5, -3, 10**9, "{{ a }}", "{{ b | times: 3 }}", None, True))
        units = ("seconds", "minutes", "hours", "days", "weeks", "months")
        return {
            "mode": self.one(("for", "until")), "amount": amount, "unit": self.one(units),
            "date": self.one(("", "", "25/12/2026", "{{ a }}", "{{ today }}", "amanhã", "31/02/2026", "9999-12-31")),
            "offset_days": self.one((0, -1, 400)), "weekdays": self.one(([], ["monday"], ["sunday", "friday"])),
            "time": self.one(("", "9h", "21:30", "{{ b }}", "{{ now | date: '%H:%M' }}")),
            "earliest": self.one(("", "09:00", "23:00")), "latest": self.one(("", "06:00", "20:00")),
            "on_message": self.one(("keep", "leave")),
        }  # fmt: skip

    def split(self) -> dict[str, Any]:
        return {"arms": [{"id": f"b{at}", "weight": self.one((0, 1, 1000))} for at in range(self.chance.randint(2, 3))]}

    def run_flow(self) -> dict[str, Any]:
        given = [{"variable": self.one(NAMES), "value": self.value()} for _ in range(self.chance.randint(0, 2))]
        taken = [{"variable": self.one(NAMES), "from": self.one(NAMES)} for _ in range(self.chance.randint(0, 2))]
        return {"flow": self.one((*FLOWS, "gone")), "parameters": given, "results": taken}

    def tag(self) -> dict[str, Any]:
        return {"add": [{"name": self.one(TEXTS[:9]) or "x"}], "remove": [{"name": "vip"}]}

    def set_contact(self) -> dict[str, Any]:
        return {"fields": [{"field": self.one(("name", "pet")), "value": self.value()}]}

    def api_call(self) -> dict[str, Any]:
        return {
            "method": self.one(("GET", "POST")),
            "url": self.one(("https://x.example/{{ a }}", "https://x.example/?q={{ b }}", "https://{{ c }}.example/")),
            "headers": [{"name": "x-a", "value": self.one(("1", "{{ a }}", "{{ message.text }}")), "secret": ""}],
            "body_kind": self.one(("json", "text", "none")), "body": self.one(('{"a": "{{ a }}", "b": {{ b }}}', "{}")),
            "results": [{"variable": self.one(NAMES), "path": self.one(("body.a[1].b", "status", "body", "headers.a"))}],
        }  # fmt: skip

    def webhook(self) -> dict[str, Any]:
        data = [{"name": "x", "value": self.value()}]
        return {"url": "https://x.example/{{ a }}", "event": "x.y", "secret": "chave", "data": data}

    def value(self) -> Any:
        return self.one((*TEXTS, 5, 1.5, None, True, ["{{ a }}", 2], {"variable": "b"}))

    def start(self) -> dict[str, Any]:
        return {}

    def message(self) -> dict[str, Any]:
        options: dict[str, Any] = {"text": self.one(TEXTS), "choices": self.choices(0)}
        if self.chance.random() < 0.2:
            options["media"] = {
                "type": self.one(("image", "audio")),
                "link": self.one(("https://x.example/a", "{{ a }}")),
            }
        if self.chance.random() < 0.2:
            parameters = [{"value": self.one(TEXTS) or "x"} for _ in range(self.chance.randint(0, 2))]
            use = self.one(("always", "outside_window"))
            options["template"] = {
                "name": "t",
                "use": use,
                "parameters": parameters,
                "header": self.one(TEXTS[:6])[:60],
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
        return {
            "assignments": [
                {"variable": self.one(NAMES), "value": self.value()} for _ in range(self.chance.randint(1, 3))
            ]
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
        drawn = Drawing(chance).flows()
        around = Surroundings((WHATSAPP, BARE), {flow.id: flow for flow in drawn}, ())
        assert all(sentence(problem) for flow in drawn for problem in inspect(flow, TYPES, around))
        flows = FlowSet.of(*drawn, types=TYPES, limits=LIMITS)
        session: Session | None = None
        at = NOW
        for _ in range(chance.randint(1, 60)):
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
        "flow_missing",
        "calls_too_deep",
        "too_long_alone",
        "no_moment",
        "wait_too_long",
        "call_failed",
    } <= reached


def one_turn(
    flows: FlowSet, session: Session | None, chance: Random, at: Any, reached: set[str], where: str
) -> Session:
    """Take a turn and hold it against every ceiling."""
    contact = Contact(
        name=chance.choice(("", "Ana", "{{ a }}")),
        phone=chance.choice(("", "5511987654321")),
        id=chance.choice(("", "7")),
    )
    zone = chance.choice((ZONE, "America/New_York", "Mars/Olympus"))
    arrived = Input(arrival(session, chance), at, zone, contact, seed=1, channel=chance.choice((WHATSAPP, BARE)))
    began = time.process_time()
    turn = advance(flows, session, arrived)
    assert time.process_time() - began < SLOWEST_TURN, where
    if chance.random() < PLAYED_AGAIN:
        assert digest(advance(flows, session, read_kept(keep(arrived)))) == digest(turn), where
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
    assert len(after.stack) < LIMITS.depth, where
    assert (turn.ask is None) or after.waiting_for == turn.ask.key, where
    timers = [effect for effect in turn.effects if isinstance(effect, StartTimer)]
    assert all(timer.at > at and timer.key == after.waiting_for for timer in timers[-1:] if not after.is_over()), where
    assert after.wakes_at is None or after.expires_at >= after.wakes_at, where
    stored = json.dumps(after.to_json(), ensure_ascii=False, allow_nan=False)
    assert len(stored.encode()) < 30_000, where
    assert "\\u0000" not in stored, where
    back = Session.from_json(json.loads(stored))
    assert back == after, where
    return back


def arrival(session: Session | None, chance: Random) -> Message | Timer | Answer | Start:
    """What a person, a clock or the outside may send: mostly what the session waits for."""
    key = session.waiting_for if session is not None and session.waiting_for and chance.random() < 0.9 else "t"
    answer = Answer(key, chance.random() < 0.5, chance.choice(ANSWERS))
    if session is not None and session.waiting_for and chance.random() < 0.7:
        return chance.choice((Timer(key), answer))
    said = chance.choice(SAYINGS)
    tap = f"n{chance.randint(0, 9)}:c{chance.randint(0, 3)}" if chance.random() < 0.3 else ""
    kind = chance.choice(("text", "text", "image", "location", "sticker", "interactive"))
    media = chance.choice(MEDIA) if kind == "image" else None
    location = chance.choice(PLACES) if kind == "location" else None
    message = Message(said, kind, tap, media, location)
    return chance.choices((message, Start(), Timer("t"), answer), (20, 1, 1, 1))[0]
