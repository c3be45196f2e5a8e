"""Can somebody talk with a flow in the terminal, with nothing stored?"""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest

from recado.app.demo import SLUG, make_demo
from recado.flows import demo
from recado.foundation.settings import Settings
from tests.app.cli.terminal import Terminal
from tests.support.jobs import change, rows

CLINIC = str(Path(demo.__file__).with_name("clinica.json"))


def test_a_file_without_any_database(terminal: Terminal) -> None:
    typed = "oi\n1\nAna Paula\nThor\n2\n"
    screen = terminal.types("talk", "--flow", CLINIC, answers=typed, DATABASE_URL="postgresql://a:b@127.0.0.1:1/x")
    assert (screen.code, screen.err) == (0, "")
    assert "     │ [1] Agendar consulta – Consulta, retorno ou check-up" in screen.lines
    assert "  (contato: name = Ana Paula)" in screen.lines
    assert "bot  │ Prazer, Ana! 💛 E como se chama o seu pet?" in screen.lines
    assert any(line.startswith("bot  │ Miau!") for line in screen.lines)


def test_a_number_beyond_the_options_is_words(terminal: Terminal) -> None:
    screen = terminal.types("talk", "--flow", CLINIC, answers="oi\n99\n")
    assert any("essa eu não peguei" in line for line in screen.lines)


def test_time_goes_by_and_the_session_is_over(terminal: Terminal) -> None:
    screen = terminal.types("talk", "--flow", CLINIC, "--name", "Bia", answers="oi\n1\n/esperar 25h\noi\n/sair\noi\n")
    assert sum(line.startswith("bot  │ Oi, Bia!") for line in screen.lines) == 2
    again = terminal.types("talk", "--flow", CLINIC, answers="oi\n/recomecar\noi\n/nada\n")
    assert sum(line.startswith("bot  │ Oi! 🐾") for line in again.lines) == 2
    assert "  (não conheço esse comando)" in again.lines


def test_a_transbordo_is_shown(terminal: Terminal) -> None:
    screen = terminal.types("talk", "--flow", CLINIC, answers="oi\n4\n")
    assert any(line.startswith("  (transbordo: ") for line in screen.lines)
    assert screen.lines[-1] == "  (fim: uma pessoa assume; a próxima mensagem começa de novo)"


def test_the_published_flow_of_an_organization(terminal: Terminal) -> None:
    asyncio.run(make_demo(Settings(port=8000), terminal.clone.owner_dsn, terminal.clone.key))
    screen = terminal.types("talk", "--organization", SLUG, answers="oi\n")
    assert screen.code == 0, screen.err
    assert screen.lines[0].startswith("Atendimento da clínica — ")
    assert screen.lines[1].startswith("bot  │ Oi! 🐾")
    assert terminal.types("talk", "--organization", SLUG, "--bot", "atendimento da clinica", answers="oi\n").code == 0
    for table in ("messages", "sessions", "turns", "contacts", "outbox"):
        assert rows(terminal.clone, f"select count(*) from {table}") == [(0,)]  # noqa: S608 - the five names above


def test_a_flow_as_text_waits_calls_and_enters_another(terminal: Terminal) -> None:
    (terminal.home / "a.flow.yaml").write_text("""
format: 1
name: A
entry: oi
nodes:
  oi: {type: wait, amount: 20, unit: hours, next: busca}
  busca: {type: api_call, url: "https://cep.example/x", results: [{path: body.c, variable: c}], exits: {next: diz, error: falhou}}
  diz: {type: message, text: "É {{ c }}", next: sub}
  falhou: {type: message, text: Falhou, next: sub}
  sub: {type: run_flow, flow: b}
""")
    (terminal.home / "b.flow.yaml").write_text(
        "nodes: {m: {type: message, text: Do outro}}\nentry: m\nname: B\nformat: 1\n"
    )
    typed = 'oi\n/responder 200\n/esperar 19h\n/esperar 1h\n/responder 200 {"c": "Rio"}\n/esperar ontem\n'
    screen = terminal.types("talk", "--flow", str(terminal.home / "a.flow.yaml"), answers=typed)
    assert screen.code == 0, screen.err
    assert screen.lines[1].startswith("  (espera até ")
    assert screen.lines[2] == "  (o fluxo não espera resposta de nenhum endereço)"
    assert screen.lines[4] == "  (“busca” chama GET https://cep.example/x)"
    assert screen.lines[-4:-1] == [
        "bot  │ É Rio", "bot  │ Do outro", "  (fim: o fluxo terminou; a próxima mensagem começa de novo)",
    ]  # fmt: skip
    assert screen.lines[-1].startswith("  (não entendi: ")
    (terminal.home / "a.flow.yaml").write_text("nodes: {m: {type: nada}}\nentry: m\nname: A\nformat: 1\n")
    refused = terminal.types("talk", "--flow", str(terminal.home / "a.flow.yaml"))
    assert (refused.code, refused.err) == (
        1,
        f"{terminal.home}/a.flow.yaml:1: erro: “m”: Não existe bloco do tipo “nada”.\n",
    )


@pytest.mark.parametrize(
    ("content", "part"),
    [
        (None, "não pôde ser lido"),
        ("{", "não é um JSON"),
        ("{}", "não pode rodar: "),
        (json.dumps({"format": 1, "id": "a", "name": "A", "entry": "x", "nodes": {}}), "não pode rodar: "),
    ],
)
def test_files_that_cannot_run(terminal: Terminal, content: str | None, part: str) -> None:
    path = terminal.home / "fluxo.json"
    if content is not None:
        path.write_text(content)
    screen = terminal.types("talk", "--flow", str(path))
    assert (screen.code, screen.out) == (1, "")
    assert part in screen.err
    assert len(screen.err.splitlines()) == 1


def test_organizations_that_cannot_talk(terminal: Terminal) -> None:
    terminal.types("organizations", "create", "--name", "Clínica", "--slug", "clinica")
    assert terminal.types("talk", "--organization", "clinica").err == "A organização ainda não tem bot.\n"
    asyncio.run(make_demo(Settings(port=8000), terminal.clone.owner_dsn, terminal.clone.key))
    change(terminal.clone, "update flows set published_version_id = null")
    screen = terminal.types("talk", "--organization", SLUG)
    assert (screen.code, screen.err) == (
        1, "O bot 'Atendimento da clínica' ainda não tem um fluxo publicado.\n"
    )  # fmt: skip
    assert terminal.types("talk").code == 2
