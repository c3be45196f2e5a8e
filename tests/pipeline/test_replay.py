"""Does a recorded conversation come out the same byte for byte, and is it told in words where another flow would differ?"""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.app.cli.terminal import Screen, Terminal
from tests.pipeline.house import House, Organization
from tests.pipeline.wire import Person, somebody

FLOW: dict[str, Any] = {
    "format": 1,
    "id": "banho",
    "name": "Banho e tosa",
    "entry": "start",
    "variables": {"nome": {"label": "Nome"}, "porte": {"label": "Porte"}, "pet": {"label": "Pet"}},
    "nodes": {
        "start": {"type": "start", "exits": {"next": "arm"}},
        "arm": {
            "type": "split",
            "options": {"arms": [{"id": "a", "weight": 1}, {"id": "b", "weight": 1}]},
            "exits": {"a": "name", "b": "name"},
        },
        "name": {
            "type": "question",
            "options": {"text": "Nome do pet, {{ contact.first_name }}?", "kind": "text", "variable": "pet"},
            "exits": {"next": "size"},
        },
        "size": {
            "type": "question",
            "options": {
                "text": "Qual o porte de {{ pet }}?", "kind": "choice", "variable": "porte",
                "choices": [{"id": "p", "title": "Pequeno"}, {"id": "g", "title": "Grande"}],
            },
            "exits": {"p": "label", "g": "label", "person": "help"},
        },
        "label": {"type": "tag", "options": {"add": [{"name": "{{ porte }}"}]}, "exits": {"next": "pause"}},
        "pause": {"type": "wait", "options": {"amount": 1, "unit": "hours"}, "exits": {"next": "done"}},
        "done": {"type": "message", "options": {"text": "{{ pet }} ({{ porte }}) está pronto, às {{ now | date: '%H:%M' }}."}},
        "help": {"type": "hand_to_human", "options": {"reason": "Quer falar"}},
    },
}  # fmt: skip


def another(**nodes: Any) -> dict[str, Any]:
    """The flow with other nodes."""
    return {**FLOW, "nodes": {**FLOW["nodes"], **nodes}}


async def talked(house: House) -> tuple[Organization, Person]:
    """A whole conversation: a split, a question, a tap, a tag, a wait, and a second session begun."""
    clinic, ana = await house.organization(flow=FLOW), somebody("Ana Souza")
    await clinic.hears(ana, "oi")
    await clinic.hears(ana, "Rex")
    (line,) = await clinic.thread(ana, type="interactive")
    tap = line["content"]["buttons"][1]
    await clinic.hears(ana, tap["title"], tap=tap["id"])
    house.clock.passes(hours=1)
    await house.settle()
    assert clinic.told(ana)[-1].startswith("Rex (Grande) está pronto")
    await clinic.hears(ana, "oi de novo")
    return clinic, ana


async def replays(house: House, folder: Path, clinic: Organization, *words: str) -> Screen:
    terminal = Terminal(house.clone, folder)
    return await asyncio.to_thread(terminal.types, "replay", "--organization", clinic.slug, *words)


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # a file `.env` of the person who runs the tests must not be read


async def test_a_conversation_comes_out_the_same_byte_for_byte(house: House, tmp_path: Path) -> None:
    clinic, ana = await talked(house)
    screen = await replays(house, tmp_path, clinic, ana.phone)
    assert screen.code == 0, screen
    assert screen.lines[-1] == "5 de 5 turnos iguais byte a byte."
    assert sum("igual, byte a byte" in line for line in screen.lines) == 5
    assert "“Rex”" in screen.out


async def test_a_turn_that_comes_out_otherwise_is_told_and_ends_with_2(house: House, tmp_path: Path) -> None:
    clinic, ana = await talked(house)
    await house.rows(
        "update turns set outcome = '\\x00', answered = '[\"Outra coisa\"]' where organization_id = %s and turn_id = 2",
        clinic.id,
    )
    screen = await replays(house, tmp_path, clinic, ana.phone)
    assert screen.code == 2
    assert "ficou registrado: disse “Outra coisa”" in screen.out
    assert "sai agora: disse “Qual o porte de Rex?” (opções: Pequeno, Grande)" in screen.out
    assert screen.lines[-1] == "4 de 5 turnos iguais byte a byte, 1 diferentes."


async def test_what_only_the_engine_keeps_otherwise_is_no_difference(house: House, tmp_path: Path) -> None:
    clinic, ana = await talked(house)
    await house.rows("update turns set outcome = '\\x00' where organization_id = %s and turn_id = 2", clinic.id)
    screen = await replays(house, tmp_path, clinic, ana.phone)
    assert (screen.code, screen.lines[-1]) == (0, "4 de 5 turnos iguais byte a byte, 1 iguais no que se vê.")


async def test_turns_older_than_recording_are_said_to_be_so(house: House, tmp_path: Path) -> None:
    clinic, ana = await talked(house)
    await house.rows("update turns set record = null where organization_id = %s and turn_id = 1", clinic.id)
    screen = await replays(house, tmp_path, clinic, ana.phone)
    assert (screen.code, screen.lines[-1]) == (0, "0 de 5 turnos iguais byte a byte, 5 sem registro.")


async def test_a_session_that_was_moved_to_a_new_version_comes_out_the_same(house: House, tmp_path: Path) -> None:
    clinic, ana = await house.organization(flow=FLOW), somebody()
    await clinic.hears(ana, "oi")
    await clinic.hears(ana, "Rex")
    flow = await save(clinic, another(done={"type": "message", "options": {"text": "Prontinho!"}}))
    body = {"revision": flow["revision"], "sessions": "move"}
    assert (await clinic.api("POST", f"/flows/{flow['id']}/publish", body))["moved"] == 1
    await clinic.hears(ana, "grande")
    house.clock.passes(hours=1)
    await house.settle()
    assert clinic.told(ana)[-1] == "Prontinho!"
    screen = await replays(house, tmp_path, clinic, ana.phone)
    assert (screen.code, screen.lines[-1]) == (0, "4 de 4 turnos iguais byte a byte.")


async def save(clinic: Organization, definition: dict[str, Any]) -> Any:
    """Save a draft; its id and revision."""
    ((flow,),) = await clinic.house.rows("select id from flows where organization_id = %s", clinic.id)
    found = await clinic.api("GET", f"/flows/{flow}")
    body = {"revision": found["revision"], "definition": {**definition, "id": str(flow)}}
    saved = await clinic.api("PUT", f"/flows/{flow}/draft", body)
    return {"id": flow, "revision": saved["revision"]}


async def test_a_draft_that_changes_nothing_that_is_felt_makes_no_difference(house: House, tmp_path: Path) -> None:
    clinic, ana = await talked(house)
    renamed = json.loads(json.dumps(FLOW).replace('"size"', '"tamanho"').replace('"pause"', '"intervalo"'))
    await save(clinic, renamed)
    screen = await replays(house, tmp_path, clinic, ana.phone, "--flow", "rascunho")
    assert screen.code == 0, screen.out
    assert "1 de 1 conversas terminariam iguais" in screen.out


@pytest.mark.parametrize(
    ("nodes", "turn", "happened", "would"),
    [
        (
            {"done": {"type": "message", "options": {"text": "Pode buscar {{ pet }}."}}},
            "turno 4  (sem mensagem)",
            "aconteceu: disse “Rex (Grande) está pronto",
            "aconteceria: disse “Pode buscar Rex.”",
        ),
        (
            {"pause": {**FLOW["nodes"]["pause"], "options": {"amount": 2, "unit": "hours"}}},
            "turno 3  “Grande”",
            "aconteceu: não disse nada",
            "esperou até",
        ),
        (
            {"size": {**FLOW["nodes"]["size"], "exits": {"p": "label", "g": "help"}}},
            "turno 3  “Grande”",
            "pôs a etiqueta “Grande”",
            "passou para uma pessoa (Quer falar)",
        ),
        (
            {"name": {**FLOW["nodes"]["name"], "exits": {"next": "done"}}},
            "turno 2  “Rex”",
            "disse “Qual o porte de Rex?” (opções: Pequeno, Grande)",
            "terminou o fluxo",
        ),
    ],
)
async def test_where_another_version_would_differ_is_told_in_words(
    house: House, tmp_path: Path, nodes: dict[str, Any], turn: str, happened: str, would: str
) -> None:
    clinic, ana = await talked(house)
    await save(clinic, another(**nodes))
    screen = await replays(house, tmp_path, clinic, ana.phone, "--flow", "Banho e tosa:rascunho")
    assert screen.code == 2, screen.out
    for words in (turn, happened, would):
        assert words in screen.out, screen.out
    assert "0 de 1 conversas terminariam iguais, 1 sairiam diferentes." in screen.out


async def test_a_month_is_played_again_and_only_what_differs_is_told(house: House, tmp_path: Path) -> None:
    clinic, ana = await talked(house)
    bia = somebody("Bia")
    await clinic.hears(bia, "oi")
    month = f"{datetime.now(UTC):%Y-%m}"
    screen = await replays(house, tmp_path, clinic, "--all-of", month)
    assert (screen.code, screen.out) == (0, "6 de 6 turnos iguais byte a byte.\n")
    await save(clinic, another(pause={**FLOW["nodes"]["pause"], "options": {"amount": 3, "unit": "days"}}))
    screen = await replays(house, tmp_path, clinic, "--all-of", month, "--flow", "rascunho")
    assert screen.code == 2
    conversation = await clinic.conversation(ana)
    assert screen.lines[0] == f"Conversa {conversation['id']}:"
    assert (
        "Com o rascunho de “Banho e tosa”: 1 de 2 conversas terminariam iguais, 1 sairiam diferentes." in screen.lines
    )
    screen = await replays(house, tmp_path, clinic, "--all-of", "2020-01")
    assert (screen.code, screen.out) == (0, "Nenhuma conversa com fluxo nesse período.\n")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("00000000-0000-0000-0000-000000000000",), "Essa conversa não teve nenhum turno de fluxo."),
        (("5511900000000",), "Não há conversa com esse número ou telefone."),
        (("PHONE", "--flow", "9"), "Esse fluxo não tem a versão 9."),
        (("PHONE", "--flow", "Outro:1"), "Não há fluxo com esse nome ou número."),
    ],
)
async def test_what_cannot_be_played_is_refused_in_one_sentence(
    house: House, tmp_path: Path, words: tuple[str, ...], sentence: str
) -> None:
    clinic, ana = await house.organization(flow=FLOW), somebody()
    await clinic.hears(ana, "oi")
    screen = await replays(house, tmp_path, clinic, *(ana.phone if word == "PHONE" else word for word in words))
    assert (screen.code, screen.err.strip()) == (1, sentence)
