"""Does inspection see what will go wrong: on any channel, after long silences, over calls, with templates?"""

from __future__ import annotations

from typing import Any

import pytest

from recado.flows.engine.definition import Flow
from recado.flows.engine.inspect import inspect, may_be_published
from recado.flows.engine.limits import WHATSAPP, CommonChannel
from recado.flows.engine.problems import Code, Severity
from recado.flows.engine.surroundings import Surroundings
from recado.flows.engine.templates import KnownTemplate
from tests.flows.engine.support import TYPES, ask, flow_of, say

Z = {"type": "end"}
SMS = CommonChannel(text=160, buttons=0, list_rows=0)


def found(flow: Flow, around: Any = WHATSAPP) -> list[tuple[Code, str, str]]:
    return [(one.code, one.severity.value, one.path) for one in inspect(flow, TYPES, around)]


def wait(amount: float, unit: str, **exits: str) -> dict[str, Any]:
    return {"type": "wait", "options": {"amount": amount, "unit": unit}, "exits": exits}


def call(
    flow: str, parameters: dict[str, Any] | None = None, results: dict[str, str] | None = None, **exits: str
) -> Any:
    given = [{"variable": name, "value": value} for name, value in (parameters or {}).items()]
    taken = [{"variable": name, "from": source} for name, source in (results or {}).items()]
    return {"type": "run_flow", "options": {"flow": flow, "parameters": given, "results": taken}, "exits": exits}


def test_every_channel_that_the_bot_serves_is_looked_at_and_nothing_told_twice() -> None:
    flow = flow_of({"a": say("x" * 200, next="z"), "z": Z})
    assert found(flow) == []
    assert found(flow, [WHATSAPP, SMS, SMS]) == [(Code.CHANNEL_LIMIT, "warning", "nodes.a.options.text")]
    assert found(flow_of({"a": say("", next="z"), "z": Z}), [WHATSAPP, SMS]) == [
        (Code.NOTHING_SAID, "error", "nodes.a.options.text")
    ]


def test_a_misspelt_variable_is_told_with_the_one_that_was_meant() -> None:
    flow = flow_of(
        {"a": ask("Nome?", {"next": "b"}, variable="nome"), "b": say("{{ nmoe }} {{ xyz }}", next="z"), "z": Z}
    )
    told = {one.data["variable"]: one.data["nearest"] for one in inspect(flow, TYPES, WHATSAPP)}
    assert told == {"nmoe": "nome", "xyz": ""}


@pytest.mark.parametrize(
    ("nodes", "closed"),
    [
        ({"w": wait(26, "hours", next="m"), "m": say("Oi!", next="z")}, {"m"}),
        ({"w": wait(23, "hours", next="m"), "m": say("Oi!", next="z")}, set()),
        ({"w": wait(13, "hours", next="v"), "v": wait(13, "hours", next="m"), "m": ask("Oi?", {"next": "z"})}, {"m"}),
        ({"w": wait(13, "hours", next="q"), "q": ask("?", {"next": "v"}), "v": wait(13, "hours", next="m"),
          "m": say("Oi!", next="z")}, set()),
        ({"w": wait(2, "days", next="z", replied="m"), "m": say("Oi!", next="z")}, set()),
        ({"w": wait(2, "days", next="m"), "m": {"type": "message", "options": {"template": {"name": "t"}},
          "exits": {"next": "z"}}}, set()),
        ({"w": {"type": "wait", "options": {"mode": "until", "weekdays": ["monday"]}, "exits": {"next": "m"}},
          "m": say("Oi!", next="z")}, {"m"}),
        ({"w": wait(20, "minutes", next="m"), "m": say("Oi!", next="w")}, {"m"}),
    ],
)  # fmt: skip
def test_free_text_after_a_silence_that_closes_the_window(nodes: dict[str, Any], closed: set[str]) -> None:
    flow = flow_of({**nodes, "z": Z})
    told = {one.node for one in inspect(flow, TYPES, WHATSAPP) if one.code is Code.WINDOW_CLOSED}
    if nodes["w"]["options"].get("unit") == "minutes":
        closed = set()  # a ring of short waits is another problem
    assert told == closed


def test_a_call_of_a_flow_that_is_not_there() -> None:
    flow = flow_of({"a": call("sub", next="z"), "z": Z})
    assert found(flow) == []
    assert found(flow, Surroundings(flows={})) == [(Code.UNKNOWN_FLOW, "error", "nodes.a.options.flow")]
    assert found(flow, Surroundings(flows={"sub": flow_of({"a": say("oi")}, flow="sub")})) == []


def test_parameters_and_results_that_the_other_flow_does_not_know() -> None:
    sub = flow_of({"a": ask("{{ nome }}, CEP?", variable="cep")}, flow="sub", variables={"rua": {}})
    flow = flow_of(
        {"a": call("sub", {"nome": "Ana", "nmoe": "x"}, {"cep": "cep", "r": "rua", "b": "bairro"}, next="z"), "z": Z}
    )
    assert found(flow, Surroundings(flows={"sub": sub})) == [
        (Code.UNKNOWN_PARAMETER, "warning", "nodes.a.options.parameters.1.variable"),
        (Code.UNKNOWN_PARAMETER, "warning", "nodes.a.options.results.2.from"),
    ]


def test_calls_that_come_back() -> None:
    here = flow_of({"a": call("b", next="z"), "z": Z}, flow="a")
    at_once = flow_of({"a": say("oi", next="c"), "c": call("a", next="z"), "z": Z}, flow="b")
    after_asking = flow_of({"a": ask("De novo?", {"next": "c"}), "c": call("a", next="z"), "z": Z}, flow="b")
    itself = flow_of({"a": call("a", next="z"), "z": Z}, flow="a")
    elsewhere = flow_of({"a": say("oi"), "dead": call("a")}, flow="b")
    place = "nodes.a.options.flow"
    assert found(here, Surroundings(flows={"b": at_once})) == [(Code.ENDLESS_CALLS, "error", place)]
    assert found(here, Surroundings(flows={"b": after_asking})) == [(Code.ENDLESS_CALLS, "warning", place)]
    assert found(itself) == [(Code.ENDLESS_CALLS, "error", place)]
    assert found(here, Surroundings(flows={"b": elsewhere})) == []


def test_templates_are_held_against_what_the_provider_has() -> None:
    known = (KnownTemplate("lembrete", "pt_BR", body=2, buttons=("quick_reply", "quick_reply")),)
    around = Surroundings(templates=known)

    def told(**options: Any) -> list[tuple[Code, str, str]]:
        node = {"type": "message", "options": options, "exits": {"next": "z"}}
        return found(flow_of({"a": node, "z": Z}), around)

    two = [{"value": "a"}, {"value": "b"}]
    assert told(template={"name": "lembrete", "parameters": two}) == []
    assert told(template={"name": "outro"}) == [(Code.UNKNOWN_TEMPLATE, "error", "nodes.a.options.template.name")]
    assert told(template={"name": "lembrete", "parameters": two[:1]}) == [
        (Code.TEMPLATE_PARAMETERS, "error", "nodes.a.options.template.parameters")
    ]
    choices = [{"id": "s", "title": "Sim"}, {"id": "n", "title": "Não"}]
    assert told(template={"name": "lembrete", "parameters": two}, choices=choices) == []
    assert told(template={"name": "lembrete", "parameters": two}, choices=choices[:1]) == [
        (Code.TEMPLATE_PARAMETERS, "error", "nodes.a.options.choices")
    ]
    assert (Code.NOTHING_SAID, "error", "nodes.a.options.text") in told(
        template={"name": "lembrete", "parameters": two, "use": "outside_window"}
    )


def test_waits_and_splits_that_cannot_be() -> None:
    arms = [{"id": "a", "weight": 0}, {"id": "a", "weight": 0}]
    nodes = {
        "a": wait(14, "months", next="b"),
        "b": {"type": "wait", "options": {"mode": "until", "time": "25:00"}, "exits": {"next": "c"}},
        "c": wait(0, "days", next="d"),
        "d": {"type": "split", "options": {"arms": arms}, "exits": {"a": "z"}},
        "z": Z,
    }
    problems = inspect(flow_of(nodes), TYPES, WHATSAPP)
    assert [(one.code, one.node) for one in problems if one.severity is Severity.ERROR] == [
        (Code.WAIT_TOO_LONG, "a"), (Code.NO_MOMENT, "b"), (Code.NO_MOMENT, "c"), (Code.DUPLICATE_ID, "d"), (Code.NO_WEIGHT, "d"),
    ]  # fmt: skip
    assert not may_be_published(problems)
