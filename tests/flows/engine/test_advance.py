"""Does a conversation go on as its flow says, and stop where it must?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any, cast

import pytest
from msgspec import structs

from recado.flows.engine import fields
from recado.flows.engine.advance import advance
from recado.flows.engine.asks import Ask
from recado.flows.engine.definition import FlowSet
from recado.flows.engine.effects import HandToHuman, Say
from recado.flows.engine.inputs import Answer, Contact, Input, Start, Timer
from recado.flows.engine.limits import Limits
from recado.flows.engine.node_type import Exit, Node, NodeManifest, NodeType, NodeTypes, Step, View
from recado.flows.engine.problems import Code
from recado.flows.engine.session import State
from tests.flows.engine.support import MARIA, NOW, TYPES, ZONE, Talk, arriving, ask, codes, flow_of, said_by, say


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """A flow's name, for the node types of these tests."""

    flow: str = fields.text(label="Fluxo")


def node_type(key: str, run: Any) -> NodeType:
    manifest = NodeManifest(
        key=key, label=key, description="", icon="", group="", options=Options, exits=(Exit("next", ""),)
    )
    return cast(NodeType, SimpleNamespace(manifest=manifest, run=run))


def call(node: Node, session: View, arrived: Input | None) -> Step:
    return Step(call=node.options.flow)


def broken(node: Node, session: View, arrived: Input | None) -> Step:
    raise RuntimeError(session.variables)


def fetch(node: Node, session: View, arrived: Input | None) -> Step:
    if arrived is None:
        return Step(ask=Ask("http", "a1", {"url": "x"}))
    assert isinstance(arrived.what, Answer)
    return Step(leave_by="next", changes={"got": arrived.what.value})


def flood(node: Node, session: View, arrived: Input | None) -> Step:
    return Step(leave_by="next", changes={f"v{len(session.variables)}": "x" * 10_000})


MORE: NodeTypes = {
    **TYPES,
    "call": node_type("call", call),
    "broken": node_type("broken", broken),
    "fetch": node_type("fetch", fetch),
    "flood": node_type("flood", flood),
}


def test_a_first_message_begins_and_the_next_is_the_answer() -> None:
    talk = Talk(
        flow_of(
            {
                "start": {"type": "start", "exits": {"next": "hello"}},
                "hello": say("Oi, {{ contact.first_name }}!", next="name"),
                "name": ask("Nome do pet?", {"next": "bye"}, variable="pet"),
                "bye": say("Tchau, {{ pet }}!"),
            }
        )
    )
    assert talk.says("não sou a resposta") == ["Oi, Maria!", "Nome do pet?"]
    first = talk.last
    assert first.began
    assert first.session.state is State.WAITING
    assert talk.last.path == ("f/start", "f/hello", "f/name")
    assert [(taken.node, taken.exit) for taken in talk.last.exits] == [("start", "next"), ("hello", "next")]
    assert talk.says("Thor") == ["Tchau, Thor!"]
    assert not talk.last.began
    assert talk.state == "ended"
    assert talk.last.session.turn == 2
    assert talk.last.session.path == ("f/start", "f/hello", "f/name", "f/name", "f/bye")


@pytest.mark.parametrize("state", [State.ENDED, State.HANDED_OVER, State.FAILED])
def test_a_message_after_the_end_begins_anew(state: State) -> None:
    talk = Talk(flow_of({"q": ask("Nome?", variable="pet")}))
    talk.begin(pet="Velho")
    talk.session = structs.replace(talk.last.session, state=state)
    assert talk.says("oi") == ["Nome?"]
    assert talk.last.began
    assert talk.variable("pet") is None
    assert talk.last.session.turn == 1


def test_a_session_expires_24_hours_after_the_last_input() -> None:
    talk = Talk(flow_of({"q": ask("Cor?", {"next": "b"}), "b": ask("Tamanho?", {"next": "c"}), "c": say("Pronto")}))
    talk.says("oi")
    talk.later(hours=23)
    assert talk.says("azul") == ["Tamanho?"]
    talk.later(hours=23)
    assert talk.says("grande") == ["Pronto"]
    talk.says("oi")
    talk.later(hours=24)
    assert talk.says("azul") == ["Cor?"]
    assert talk.last.began


def test_start_begins_even_in_the_middle() -> None:
    talk = Talk(flow_of({"q": ask("Nome? {{ campanha }}")}))
    talk.says("oi")
    assert talk.begin(campanha="vacina") == ["Nome? vacina"]
    assert talk.last.began


@pytest.mark.parametrize("what", [Timer("t"), Answer("a", ok=True)])
def test_what_nobody_waits_for_changes_nothing(what: Timer | Answer) -> None:
    talk = Talk(flow_of({"q": ask("Nome?")}))
    talk.says("oi")
    late = Input(what, NOW, ZONE, MARIA, 1)
    turn = advance(talk.flows, talk.session, late)
    assert (turn.session, turn.effects, codes(turn)) == (talk.session, (), [Code.STALE_INPUT])
    none = advance(talk.flows, None, late)
    assert (none.session.state, none.effects) == (State.ENDED, ())


def test_an_ask_waits_for_its_answer() -> None:
    flow = flow_of({"a": {"type": "fetch", "exits": {"next": "b"}}, "b": say("Veio {{ got }}")}, types=MORE)
    talk = Talk(flow, types=MORE)
    talk.says("oi")
    assert talk.last.ask == Ask("http", "a1", {"url": "x"})
    assert talk.last.session.waiting_for == "a1"
    turn = advance(talk.flows, talk.session, Input(Answer("a1", ok=True, value=7), NOW, ZONE, MARIA, 1))
    assert said_by(turn) == ["Veio 7"]


def test_running_sessions_stay_on_their_version() -> None:
    old = flow_of({"q": ask("v1?", {"next": "b"}), "b": say("v1!")}, version=1)
    new = flow_of({"q": ask("v2?", {"next": "b"}), "b": say("v2!")}, version=2)
    talk = Talk(old)
    talk.says("oi")
    talk.flows = replace(talk.flows, flows={("f", 1): old, ("f", 2): new}, published={"f": 2})
    assert talk.says("x") == ["v1!"]
    assert talk.says("oi") == ["v2?"]


def test_a_missing_version_fails_visibly_and_calls_a_person() -> None:
    talk = Talk(flow_of({"q": ask("Nome?")}))
    talk.says("oi")
    talk.flows = replace(talk.flows, flows={}, published={})
    talk.says("x")
    assert talk.state == "failed"
    assert codes(talk.last) == [Code.FLOW_MISSING]
    assert any(isinstance(effect, HandToHuman) for effect in talk.last.effects)
    talk.session = None
    talk.says("x")
    assert codes(talk.last) == [Code.FLOW_MISSING]


def test_a_node_that_fails_leaves_by_its_error_exit() -> None:
    nodes: Mapping[str, Any] = {
        "a": {"type": "broken", "exits": {"error": "sorry"}},
        "sorry": say("Desculpe!"),
    }
    talk = Talk(flow_of(nodes, types=MORE), types=MORE)
    assert talk.says("segredo") == ["Desculpe!"]
    assert [(problem.code, dict(problem.data)) for problem in talk.last.problems] == [
        (Code.NODE_FAILED, {"fault": "RuntimeError"})
    ]


def test_without_an_error_exit_a_person_is_called() -> None:
    talk = Talk(flow_of({"a": {"type": "broken"}}, types=MORE), types=MORE)
    talk.says("oi")
    assert talk.state == "failed"
    assert [effect.reason for effect in talk.last.effects if isinstance(effect, HandToHuman)] == ["flow_failed"]
    assert codes(talk.last) == [Code.NODE_FAILED, Code.MISSING_EXIT]


def test_a_loop_without_a_question_is_stopped() -> None:
    flow = flow_of(
        {
            "a": {
                "type": "set_variable",
                "options": {"assignments": [{"variable": "x", "value": 1}]},
                "exits": {"next": "b"},
            },
            "b": {"type": "start", "exits": {"next": "a"}},
        }
    )
    talk = Talk(flow, limits=Limits(iterations=7))
    talk.says("oi")
    assert talk.state == "failed"
    assert codes(talk.last) == [Code.TOO_MANY_STEPS]
    assert len(talk.last.path) == 7


def test_a_loop_that_talks_is_stopped_earlier() -> None:
    talk = Talk(flow_of({"a": say("{{ contact.name }} 1", next="b"), "b": say("2", next="a")}))
    assert len(talk.says("oi")) == 20
    assert codes(talk.last) == [Code.TOO_MANY_MESSAGES]


def test_the_same_text_twenty_times_is_a_loop_between_robots() -> None:
    flow = flow_of({"a": ask("Oi! Sou um robô.", {"next": "b"}), "b": ask("Escreva 1.", {"next": "a"})})
    talk = Talk(flow)
    for turn in range(40):
        assert talk.says("Olá! Sou outro robô."), turn
    assert talk.says("Olá! Sou outro robô.") == []
    assert codes(talk.last) == [Code.SAME_TEXT_TOO_OFTEN]
    assert talk.state == "failed"


def test_flows_call_flows_and_come_back() -> None:
    outer = flow_of(
        {
            "a": say("1", next="b"),
            "b": {"type": "call", "options": {"flow": "inner"}, "exits": {"next": "c"}},
            "c": say("3"),
        },
        types=MORE,
    )
    inner = flow_of({"q": ask("2?", {"next": "e"}, variable="x"), "e": {"type": "end"}}, types=MORE, flow="inner")
    talk = Talk(outer, inner, types=MORE)
    assert talk.says("oi") == ["1", "2?"]
    assert [frame.node for frame in talk.last.session.stack] == ["b"]
    assert talk.says("dois") == ["3"]
    assert talk.state == "ended"
    assert talk.last.path == ("inner/q", "inner/e", "f/c")


def test_mutual_calls_are_stopped_at_depth_eight() -> None:
    one = flow_of({"a": {"type": "call", "options": {"flow": "two"}}}, types=MORE, flow="one")
    two = flow_of({"a": {"type": "call", "options": {"flow": "one"}}}, types=MORE, flow="two")
    talk = Talk(one, two, types=MORE)
    talk.says("oi")
    assert codes(talk.last) == [Code.CALLS_TOO_DEEP]
    assert len(talk.last.path) == 8


def test_a_call_of_a_flow_that_is_not_there_fails_visibly() -> None:
    talk = Talk(flow_of({"a": {"type": "call", "options": {"flow": "nope"}}}, types=MORE), types=MORE)
    talk.says("oi")
    assert codes(talk.last) == [Code.FLOW_MISSING]


def test_an_edge_into_nothing_fails_visibly() -> None:
    talk = Talk(flow_of({"a": say("oi", next="gone")}))
    talk.says("oi")
    assert (talk.state, codes(talk.last)) == ("failed", [Code.NODE_MISSING])


@pytest.mark.parametrize(
    ("limits", "code"),
    [(Limits(variables=3), Code.TOO_MANY_VARIABLES), (Limits(variables_size=25_000), Code.VALUE_TOO_LARGE)],
)
def test_variables_have_ceilings(limits: Limits, code: Code) -> None:
    flow = flow_of({"a": {"type": "flood", "exits": {"next": "a"}}}, types=MORE)
    talk = Talk(flow, types=MORE, limits=limits)
    talk.says("oi")
    assert code in codes(talk.last)
    assert talk.state == "failed"
    assert len(str(talk.last.session.to_json())) < 40_000


def test_one_value_is_cut_at_its_ceiling() -> None:
    talk = Talk(flow_of({"a": ask("?", variable="x")}), limits=Limits(value_size=1_000))
    talk.says("oi")
    talk.says("y" * 4_000)
    assert len(talk.variable("x")) == 500
    assert codes(talk.last) == [Code.VALUE_TOO_LARGE]


def test_the_path_a_session_remembers_is_bounded() -> None:
    talk = Talk(
        flow_of({"a": ask("1?", {"next": "b"}), "b": ask("2?", {"next": "a"})}), limits=Limits(path=5, same_text=99)
    )
    for turn in range(10):
        talk.says(str(turn))
    assert len(talk.last.session.path) == 5


def test_the_zone_of_the_input_rules_the_day() -> None:
    flow = flow_of({"a": say("{{ today }} {{ now | date: '%H:%M' }}")})
    late = datetime(2026, 11, 22, 1, 30, tzinfo=UTC)
    flows = FlowSet.of(flow, types=TYPES)
    assert said_by(advance(flows, None, arriving(at=late))) == ["21/11/2026 22:30"]
    assert said_by(advance(flows, None, arriving(at=late, zone="UTC"))) == ["22/11/2026 01:30"]
    for wrong in ("Marte/Olimpo", "../../etc/passwd", "", "\x00", "a" * 5_000):
        turn = advance(flows, None, arriving(at=late, zone=wrong))
        assert (said_by(turn), codes(turn)) == (["21/11/2026 22:30"], [Code.UNKNOWN_TIME_ZONE])


@pytest.mark.parametrize("moment", [datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)])
def test_the_first_and_last_moments(moment: datetime) -> None:
    flows = FlowSet.of(flow_of({"a": ask("{{ now }}", kind="date")}), types=TYPES)
    turn = advance(flows, None, arriving(at=moment))
    advance(flows, turn.session, arriving("amanhã", at=moment))


def test_a_naive_moment_is_refused_before_the_engine() -> None:
    with pytest.raises(ValueError, match="time zone"):
        Input(Start(), datetime(2026, 1, 1), ZONE, MARIA, 1)  # noqa: DTZ001 - that is the point


def test_nothing_that_was_given_is_changed() -> None:
    talk = Talk(flow_of({"q": ask("Nome?", {"next": "q"}, variable="pet")}))
    talk.says("oi")
    before = talk.session
    assert before is not None
    stored = before.to_json()
    advance(talk.flows, before, arriving("Thor"))
    assert before.to_json() == stored


def test_the_same_input_gives_the_same_turn() -> None:
    talk = Talk(flow_of({"q": ask("Nome?", {"next": "q"}, variable="pet")}))
    talk.says("oi")
    assert advance(talk.flows, talk.session, arriving("Thor")) == advance(talk.flows, talk.session, arriving("Thor"))


@pytest.mark.parametrize("text", ["a\x00b", "\ud83d", "\ud83d x \udc00", "\u202e", "🐶" * 5_000, " ", ""])
def test_odd_characters_can_be_stored(text: str) -> None:
    talk = Talk(
        flow_of({"q": ask("Nome?", {"next": "e"}, variable="x"), "e": say("{{ x }}")}), contact=Contact(name=text)
    )
    talk.says(text)
    talk.says(text)
    for effect in talk.last.effects:
        assert isinstance(effect, Say)
        effect.message.text.encode()
        assert "\x00" not in effect.message.text
    str(talk.last.session.to_json()).encode()
