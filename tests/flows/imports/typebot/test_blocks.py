"""Does every kind of block leave a node or a sentence, whatever is missing in it?"""

from __future__ import annotations

from typing import Any

import pytest

from recado.flows.engine.definition import read_definition
from recado.flows.imports.typebot import convert
from recado.flows.imports.typebot.convert import CONVERTERS
from recado.flows.imports.typebot.kinds import KINDS
from tests.flows.imports.typebot.support import TYPES, bot, codes, talk, text

BY_NAME = (
    "Google Sheets", "Google Analytics", "OpenAI", "Email", "Zapier", "Make.com", "Pabbly", "Chatwoot", "Pixel", "openai",
    "anthropic", "mistral", "groq", "deepseek", "dify-ai", "open-router", "perplexity", "together-ai", "elevenlabs",
    "cal-com", "chat-node", "gmail", "nocodb", "posthog", "qr-code", "segment", "zendesk", "blink", "not yet invented",
)  # fmt: skip
EVERY = sorted({*CONVERTERS, *KINDS, *BY_NAME})


@pytest.mark.parametrize("type", EVERY)
def test_a_block_that_nobody_filled_in_leaves_a_trace(type: str) -> None:
    found = convert(bot({"type": type}, text("Depois.")))
    read_definition(found.definition, TYPES)
    made = len(found.definition["nodes"]) > len(("start", "text", "end"))
    assert made or any("bloco 1" in one.place for one in found.report)


@pytest.mark.parametrize("type", [type for type in EVERY if type != "cards" and not type.endswith(" input")])
def test_the_way_goes_on_behind_what_does_not_wait(type: str) -> None:
    said = talk(bot({"type": type}, text("Depois."))).says("oi")
    assert said[-1] == "Depois."


@pytest.mark.parametrize("type", sorted(set(BY_NAME) - {"Chatwoot", "zendesk"}))
def test_what_cannot_be_carried_is_called_by_its_name_and_place(type: str) -> None:
    found = convert(bot(text("Oi"), {"type": type, "options": {"action": "Do it"}}))
    (told,) = [one for one in found.report if "bloco 2" in one.place]
    assert told.place.startswith("Grupo “Grupo”, bloco 2")
    assert told.severity in ("error", "info")
    assert told.sentence.endswith(".")


def test_a_desk_for_people_takes_over_where_nothing_follows() -> None:
    ends = talk(bot(text("Oi"), {"type": "Chatwoot"}))
    ends.says("oi")
    assert ends.state == "handed_over"
    goes_on = talk(bot(text("Oi"), {"type": "zendesk"}, text("Depois.")))
    assert goes_on.says("oi") == ["Oi", "Depois."]


def test_events_are_told_of_and_their_way_is_kept() -> None:
    data = bot(
        text("Oi"),
        more=[{"id": "c", "title": "Comando", "blocks": [{"id": "x", **text("Por comando")}]}],
        edges=[{"id": "ec", "from": {"eventId": "e"}, "to": {"groupId": "c"}}],
    )
    data["events"] += [{"id": "e", "type": "command", "outgoingEdgeId": "ec"}, {"id": "r", "type": "invalidReply"}]
    found = convert(data)
    assert {"event_left", "event_alone"} <= set(codes(found))
    assert any(node.get("options", {}).get("text") == "Por comando" for node in found.definition["nodes"].values())


@pytest.mark.parametrize(
    ("event", "said"),
    [
        ({"outgoingEdgeId": "start"}, ["Oi"]),
        ({}, ["Oi"]),
        ({"outgoingEdgeId": "gone"}, []),
    ],
)
def test_the_start_finds_its_group(event: dict[str, Any], said: list[str]) -> None:
    data = bot(text("Oi"))
    data["events"] = [{"id": "s", "type": "start", **event}]
    assert talk(data).says("oi") == said


def test_a_file_without_a_start_begins_where_nothing_leads() -> None:
    data = bot(text("Oi"), more=[{"id": "h", "title": "", "blocks": [{"id": "x", **text("Começo")}]}])
    data["events"] = []
    data["edges"] = [{"id": "e", "to": {"groupId": "g"}}]
    data["groups"][1]["blocks"][0]["outgoingEdgeId"] = "e"
    assert talk(data).says("oi") == ["Começo", "Oi"]
    assert "no_start" in codes(convert(data))


def test_other_bots_that_are_flows_here_are_run() -> None:
    data = bot({"type": "Typebot link", "options": {"typebotId": "outro"}}, text("Voltei"))
    found = convert(data, links={"outro": "fluxo_outro"})
    node = next(node for node in found.definition["nodes"].values() if node["type"] == "run_flow")
    assert node["options"] == {"flow": "fluxo_outro"}
    assert "link_carried" in codes(found)
    assert "link_other" in codes(convert(data))


def asks(id: str, line: str, to: str) -> dict[str, Any]:
    """A group that says a line and goes on."""
    return {"id": id, "title": id, "blocks": [{"id": f"t{id}", **text(line), "outgoingEdgeId": to}]}


def test_a_question_that_is_asked_in_several_ways_adds_no_words_of_its_own() -> None:
    choice = {
        "type": "choice input",
        "items": [
            {"id": "i1", "content": "A", "outgoingEdgeId": "ea"},
            {"id": "i2", "content": "B", "outgoingEdgeId": "eb"},
        ],
    }
    data = bot(
        text("Qual?"),
        choice,
        variables=["nome"],
        more=[
            asks("a", "Como se chama, A?", "eq"),
            asks("b", "E você, B?", "eq"),
            {"id": "q", "blocks": [{"id": "x", "type": "text input", "options": {"variableId": "nome"}}]},
        ],
        edges=[{"id": f"e{one}", "to": {"groupId": one}} for one in "abq"],
    )
    said = talk(data)
    said.says("oi")
    assert said.says("B") == ["E você, B?", "👇"]


def test_a_pause_before_the_answer_moves_no_text() -> None:
    said = talk(bot(text("Seu nome?"), {"type": "Wait", "options": {"secondsToWaitFor": "2"}}, {"type": "text input"}))
    assert said.says("oi") == ["Seu nome?"]


@pytest.mark.parametrize(
    ("said", "kept"),
    [("14:30", "14:30"), ("14h30", "14:30"), ("9h", "09:00"), ("às 9 horas", "09:00"), ("905", ""), ("7", "07:00")],
)
def test_a_time_is_kept_as_the_original_keeps_it(said: str, kept: str) -> None:
    data = bot(text("Que horas?"), {"type": "time input", "options": {"variableId": "hora"}}, variables=["hora"])
    who = talk(data)
    who.says("oi")
    who.says(said)
    assert (who.variable("hora") or "") == kept


@pytest.mark.parametrize(
    ("expression", "said"),
    [
        ("{{nome}}.toUpperCase()", "ANA LIMA"),
        ('"Oi, " + {{nome}}.trim() + "!"', "Oi, Ana Lima!"),
        ("{{nome}} + {{nome}}", "Ana LimaAna Lima"),
        ("{{nome}} - {{nome}}", "Ana Lima - Ana Lima"),
        ("{{pontos}} + {{pontos}}", "8"),
        ("{{pontos}} + {{nome}}.length", "12"),
        ("return Math.ceil({{pontos}} / 3)", "2"),
        ("{{nome}}.split(' ')[0]", "antes"),
        ("Ficha: {{nome}} ({{pontos}})", "Ficha: Ana Lima (4)"),
        ('"{{nome}}" * 2', "antes"),
    ],
)
def test_what_a_variable_is_set_to(expression: str, said: str) -> None:
    setting = {"type": "Set variable", "options": {"variableId": "x", "expressionToEvaluate": expression}}
    data = bot(
        text("Nome?"),
        {"type": "text input", "options": {"variableId": "nome"}},
        setting,
        text("{{x}}"),
        variables=[
            "nome",
            {"id": "pontos", "name": "pontos", "value": "4"},
            {"id": "x", "name": "x", "value": "antes"},
        ],
    )
    who = talk(data)
    who.says("oi")
    assert who.says("Ana Lima") == [said]
