"""How many steps a second does the flow engine take, beside LangGraph and `transitions` in the same process and run?

A flow of three steps: greeting and first question, second question, goodbye. Each step begins with what the person wrote
and ends with what is said and a state that waits for the next: one call of `advance`, one `invoke` of LangGraph with its
in-memory checkpointer and an interrupt, one event of `transitions`. Ours is measured twice, the session handed on as the
value it is (`advance`) and as JSON bytes written and read back (`stored`). CPU time of the process counts, all threads of
it, and the best of many short rounds of each side, since others may use the machine. The last line is JSON.
"""

from __future__ import annotations

import argparse
import gc
import json
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Any, TypedDict

ROOT = Path(__file__).resolve().parents[1]
for place in (ROOT, ROOT / "src"):
    if str(place) not in sys.path:
        sys.path.insert(0, str(place))

import msgspec
from langgraph.checkpoint.memory import InMemorySaver
from langgraph.graph import END, START, StateGraph
from langgraph.graph.message import add_messages
from langgraph.types import Command, interrupt
from transitions import Machine

from recado.app.installed import installed_nodes
from recado.flows.engine.advance import advance
from recado.flows.engine.definition import FlowSet, read_definition
from recado.flows.engine.inputs import Contact, Input, Message
from recado.flows.engine.session import Session

STEPS = 3
"""Inputs a conversation: hello, the pet's name, the day."""
SAID = ("oi", "Thor", "sexta")
LAST = "Até logo, Ana! Thor fica marcado para sexta."
NOW = datetime(2026, 11, 21, 15, tzinfo=UTC)
ANA = Contact(name="Ana Souza", phone="5511987654321", id="0190a5c2-0000-7000-8000-000000000001")
Converse = Callable[[int], None]


def flow_of(nodes: dict[str, Any]) -> FlowSet:
    """A bot of one flow that begins at the first node."""
    types = installed_nodes()
    data = {"format": 1, "id": "f", "name": "F", "entry": next(iter(nodes)), "nodes": nodes}
    return FlowSet.of(read_definition(data, types, version=1), types=types)


def message(text: str) -> Input:
    """The person writes."""
    return Input(Message(text), NOW, "America/Sao_Paulo", ANA, 1)


def say(text: str, target: str) -> dict[str, Any]:
    """A message node."""
    return {"type": "message", "options": {"text": text}, "exits": {"next": target}}


def setting(name: str, value: object, target: str) -> dict[str, Any]:
    """A set_variable node."""
    assignments = [{"variable": name, "value": value}]
    return {"type": "set_variable", "options": {"assignments": assignments}, "exits": {"next": target}}


def branching(variable: str, value: object, yes: str, no: str) -> dict[str, Any]:
    """A condition node of two ways."""
    when = {"left": {"variable": variable}, "op": "equals", "right": value}
    return {
        "type": "condition",
        "options": {"branches": [{"id": "yes", "when": when}]},
        "exits": {"yes": yes, "else": no},
    }


def asking(text: str, variable: str, target: str) -> dict[str, Any]:
    """A question node."""
    return {"type": "question", "options": {"text": text, "variable": variable}, "exits": {"next": target}}


THREE = {
    "pet": asking("Oi, {{ contact.first_name }}! Qual é o nome do pet?", "pet", "day"),
    "day": asking("Que dia fica bom para {{ pet }}?", "day", "bye"),
    "bye": {
        "type": "end",
        "options": {"text": "Até logo, {{ contact.first_name }}! {{ pet }} fica marcado para {{ day }}."},
    },
}
TEN = {
    "n1": {"type": "start", "exits": {"next": "n2"}},
    "n2": setting("pet", "Thor", "n3"),
    "n3": branching("pet", "Thor", "n4", "n4"),
    "n4": say("Oi, {{ contact.first_name }}!", "n5"),
    "n5": setting("dobro", "{{ preco | times: 2 }}", "n6"),
    "n6": branching("pet", "Rex", "n7", "n7"),
    "n7": {"type": "tag", "options": {"add": [{"name": "cliente"}]}, "exits": {"next": "n8"}},
    "n8": say("{{ pet }} está bem?", "n9"),
    "n9": say("Que bom falar com você.", "n10"),
    "n10": {"type": "question", "options": {"text": "Qual dia fica melhor?", "kind": "date", "variable": "dia"}},
}  # fmt: skip


def of_ours(*, stored: bool) -> Converse:
    """The conversation on this engine, its session a value or bytes between the steps."""
    flows = flow_of(THREE)
    inputs = [message(text) for text in SAID]

    def converse(number: int) -> None:
        session: Session | None = None
        said: tuple[str, ...] = ()
        for arrived in inputs:
            turn = advance(flows, session, arrived)
            session, said = turn.session, turn.said
            if stored:
                session = Session.from_json(msgspec.json.decode(msgspec.json.encode(session.to_json())))
        if said != (LAST,):
            raise AssertionError(said)

    return converse


class State(TypedDict, total=False):
    """What LangGraph carries through the conversation: what was said, as its chats keep it, and what was learned."""

    messages: Annotated[list[Any], add_messages]
    name: str
    pet: str
    day: str


def of_langgraph() -> Converse:
    """The same conversation on LangGraph: a node a step, an interrupt for each answer, the in-memory checkpointer."""

    def ask_pet(state: State) -> State:
        question = f"Oi, {state['name'].split()[0]}! Qual é o nome do pet?"
        answer = interrupt(question)
        return {"pet": answer, "messages": [("ai", question), ("human", answer)]}

    def ask_day(state: State) -> State:
        question = f"Que dia fica bom para {state['pet']}?"
        answer = interrupt(question)
        return {"day": answer, "messages": [("ai", question), ("human", answer)]}

    def say_bye(state: State) -> State:
        return {
            "messages": [
                ("ai", f"Até logo, {state['name'].split()[0]}! {state['pet']} fica marcado para {state['day']}.")
            ]
        }

    graph = StateGraph(State)
    graph.add_node("pet", ask_pet)
    graph.add_node("day", ask_day)
    graph.add_node("bye", say_bye)
    graph.add_edge(START, "pet")
    graph.add_edge("pet", "day")
    graph.add_edge("day", "bye")
    graph.add_edge("bye", END)
    app = graph.compile(checkpointer=InMemorySaver())

    def converse(number: int) -> None:
        thread: Any = {"configurable": {"thread_id": str(number)}}
        app.invoke({"name": "Ana Souza", "messages": [("human", SAID[0])]}, thread)
        app.invoke(Command(resume=SAID[1]), thread)
        done = app.invoke(Command(resume=SAID[2]), thread)
        if done["messages"][-1].content != LAST or len(done["messages"]) != len(SAID) + STEPS:
            raise AssertionError(done)

    return converse


class Model:
    """What `transitions` drives."""

    next_state: Callable[[], bool]


def of_transitions() -> Converse:
    """Three events in a row; nothing is said and nothing kept."""
    names = ["new", "pet", "day", "bye"]

    def converse(number: int) -> None:
        for _ in range(STEPS):
            model.next_state()
        model.state = "new"  # type: ignore[attr-defined]

    model = Model()
    machine = Machine(model, states=names, initial="new")
    for one, other in pairwise(names):
        machine.add_transition("next_state", one, other)
    return converse


def steps_per_s(converse: Converse, numbers: range) -> float:
    """Take these conversations, one after another."""
    gc.collect()
    gc.freeze()  # What other sides and rounds left behind is not looked through at this one's cost.
    began = time.process_time()
    for number in numbers:
        converse(number)
    return len(numbers) * STEPS / (time.process_time() - began)


def ten_node_turn_us(turns: int) -> float:
    """Microseconds of a turn of ten nodes, its session written as bytes."""
    flows = flow_of(TEN)
    arrived = message("oi")
    began = time.process_time()
    for _ in range(turns):
        turn = advance(flows, None, arrived)
        if len(turn.path) != len(TEN):
            raise AssertionError(turn.path)
        msgspec.json.encode(turn.session.to_json())
    return (time.process_time() - began) / turns * 1e6


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--rounds", type=int, default=20, help="rounds in which the four take their turns; the best counts"
    )
    options = parser.parse_args()
    sides = {
        "advance": (of_ours(stored=False), 800), "stored": (of_ours(stored=True), 500),
        "langgraph": (of_langgraph(), 30), "transitions": (of_transitions(), 1_500),
    }  # fmt: skip
    for converse, conversations in sides.values():
        steps_per_s(converse, range(-conversations, 0))
    best = dict.fromkeys(sides, 0.0)
    ten = float("inf")
    for round_ in range(options.rounds):
        for name, (converse, conversations) in sides.items():
            # Each conversation of LangGraph is a thread of its own, as people are.
            numbers = range(round_ * conversations, (round_ + 1) * conversations)
            best[name] = max(best[name], steps_per_s(converse, numbers))
        ten = min(ten, ten_node_turn_us(500))
    result = {
        **{f"{name}_steps_per_s": round(rate) for name, rate in best.items()},
        "advance_ratio_to_langgraph": round(best["advance"] / best["langgraph"], 1),
        "stored_ratio_to_langgraph": round(best["stored"] / best["langgraph"], 1),
        "ten_node_turn_us": round(ten, 1),
        "rounds": options.rounds,
    }
    sys.stdout.write(json.dumps(result) + "\n")


if __name__ == "__main__":
    main()
