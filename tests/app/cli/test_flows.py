"""Can somebody keep flows as files: pull, change, check, compare, test and push them?"""

from __future__ import annotations

import json
import textwrap
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from recado.flows.service import editing, testing
from recado.foundation.database import Transaction
from recado.organizations.models import SYSTEM
from tests.app.cli.terminal import Terminal
from tests.support.jobs import change, rows

AGENDA = textwrap.dedent("""\
    format: 1
    name: Agenda
    bot: Recepção
    entry: oi
    nodes:
      oi: {type: message, text: "Oi!", next: sub}
      sub: {type: run_flow, flow: nota, next: fim}  # a pesquisa
      fim: {type: end, text: Tchau!}
    """)
NOTA = textwrap.dedent("""\
    format: 1
    name: Nota
    entry: p
    nodes:
      p: {type: question, kind: number, text: De 0 a 10?, variable: nota, exits: {next: f, invalid: f}}
      f: {type: end}
    """)
CASES = textwrap.dedent("""\
    - name: Vai até o fim
      script:
        - says: oi
        - expect: [Oi!, De 0 a 10?]
        - says: 9
        - expect: Tchau!
        - ends
    """)


@pytest.fixture
def folder(terminal: Terminal) -> Path:
    terminal.types("organizations", "create", "--name", "Clínica", "--slug", "clinica")
    folder = terminal.home / "fluxos"
    folder.mkdir()
    (folder / "agenda.flow.yaml").write_text(AGENDA, "utf-8")
    (folder / "agenda.tests.yaml").write_text(CASES, "utf-8")
    (folder / "nota.flow.yaml").write_text(NOTA, "utf-8")
    return folder


def drafts(terminal: Terminal) -> dict[str, dict[str, Any]]:
    """The drafts by name."""
    return {
        str(name): json.loads(str(draft)) for name, draft in rows(terminal.clone, "select name, draft::text from flows")
    }


def edit_in_panel(terminal: Terminal, name: str, text: str) -> None:
    """Somebody changes the first words of a flow on the canvas."""

    async def work(tx: Transaction) -> None:
        from recado.app.installed import installed_nodes
        from recado.flows.engine.limits import Limits
        from recado.flows.library import FlowLibrary

        found = next(one for one in await editing.list_flows(tx) if one.name == name)
        draft = await editing.get_draft(tx, found.id)
        definition = json.loads(json.dumps(draft.definition))
        definition["nodes"][definition["entry"]]["options"]["text"] = text
        library = FlowLibrary(installed_nodes(), limits=Limits())
        await editing.save_draft(tx, SYSTEM, library, found.id, revision=draft.revision, definition=definition)

    terminal.inside("clinica", work)


def test_files_become_flows_and_come_back_the_same(terminal: Terminal, folder: Path) -> None:
    screen = terminal.types("flows", "push", str(folder), "--publish")
    assert (screen.code, screen.err) == (0, ""), screen
    assert {"robô      Recepção", "novo      Agenda", "novo      Nota", "testes    Agenda"} <= set(screen.lines)
    assert {"publicado Nota, versão 1", "publicado Agenda, versão 1"} <= set(screen.lines)
    ids = {str(name): str(id_) for name, id_ in rows(terminal.clone, "select name, id from flows")}
    found = drafts(terminal)
    assert found["Agenda"]["nodes"]["sub"]["options"]["flow"] == ids["Nota"]
    assert found["Agenda"]["id"] == ids["Agenda"]
    assert rows(
        terminal.clone, "select count(*) from bots b join flows f on f.id = b.entry_flow_id where f.name = 'Agenda'"
    ) == [(1,)]

    other = terminal.home / "outra"
    screen = terminal.types("flows", "pull", str(other))
    assert screen.lines == ["novo      agenda.flow.yaml", "novo      agenda.tests.yaml", "novo      nota.flow.yaml"]
    text = (other / "agenda.flow.yaml").read_text("utf-8")
    assert "bot: Recepção\n" in text
    assert f"flow: {ids['Nota']}  # Nota\n" in text
    assert (other / "agenda.tests.yaml").read_text("utf-8") == CASES
    again = terminal.types("flows", "pull", str(other))
    assert again.lines == ["igual     agenda.flow.yaml", "igual     agenda.tests.yaml", "igual     nota.flow.yaml"]
    assert terminal.types("flows", "push", str(other)).lines == ["igual     Agenda", "igual     Nota"]
    assert terminal.types("flows", "diff", str(other)).lines == ["Nada muda."]
    assert terminal.types("flows", "test", str(other)).code == 0
    (version,) = rows(terminal.clone, "select count(*) from flow_versions")
    assert version == (2,)


def test_comments_of_a_file_that_means_the_same_stay(terminal: Terminal, folder: Path) -> None:
    terminal.types("flows", "push", str(folder))
    other = terminal.home / "outra"
    terminal.types("flows", "pull", str(other))
    path = other / "nota.flow.yaml"
    path.write_text("# A pergunta de sempre\n" + path.read_text("utf-8"), "utf-8")
    assert "igual     nota.flow.yaml" in terminal.types("flows", "pull", str(other)).lines
    assert path.read_text("utf-8").startswith("# A pergunta de sempre\n")


def test_what_changed_in_the_panel_is_not_written_over(terminal: Terminal, folder: Path) -> None:
    other = terminal.home / "outra"
    terminal.types("flows", "push", str(folder))
    terminal.types("flows", "pull", str(other))
    edit_in_panel(terminal, "Agenda", "Olá do painel!")
    path = other / "agenda.flow.yaml"
    path.write_text(path.read_text("utf-8").replace("Oi!", "Oi do arquivo!"), "utf-8")
    nota = other / "nota.flow.yaml"
    nota.write_text(nota.read_text("utf-8").replace("De 0 a 10?", "De 1 a 5?"), "utf-8")
    before = drafts(terminal)

    screen = terminal.types("flows", "push", str(other))
    assert screen.code == 1
    assert "“Agenda” foi mudado no painel" in screen.err
    assert drafts(terminal) == before  # all or nothing: the other file was not sent either

    forced = terminal.types("flows", "push", str(other), "--force")
    assert forced.code == 0
    assert "            A mensagem “oi” agora diz “Oi do arquivo!” (antes: “Olá do painel!”)." in forced.lines
    assert drafts(terminal)["Nota"]["nodes"]["p"]["options"]["text"] == "De 1 a 5?"


def test_the_difference_is_told_before_it_is_sent(terminal: Terminal, folder: Path) -> None:
    terminal.types("flows", "push", str(folder))
    path = folder / "agenda.flow.yaml"
    path.write_text(AGENDA.replace("Tchau!", "Até mais!"), "utf-8")
    assert terminal.types("flows", "diff", str(folder)).lines == [
        "agenda.flow.yaml:",
        "  O fim “fim” agora se despede com “Até mais!” (antes: “Tchau!”).",
    ]
    assert terminal.types("flows", "diff", str(folder), "--published").lines == [
        "agenda.flow.yaml: ainda não foi publicado.", "nota.flow.yaml: ainda não foi publicado.",
    ]  # fmt: skip
    old = terminal.home / "velho.yaml"
    old.write_text(AGENDA, "utf-8")
    two = terminal.types("flows", "diff", str(old), str(path))
    assert two.lines == ["O fim “fim” agora se despede com “Até mais!” (antes: “Tchau!”)."]


def test_failing_cases_stop_a_publication(terminal: Terminal, folder: Path) -> None:
    (folder / "agenda.tests.yaml").write_text(CASES.replace("Tchau!", "Adeus!"), "utf-8")
    screen = terminal.types("flows", "push", str(folder), "--publish")
    assert screen.code == 1
    assert "Os testes falharam; nada foi enviado." in screen.err
    assert drafts(terminal) == {}
    assert terminal.types("flows", "push", str(folder), "--publish", "--skip-tests").code == 0
    assert set(drafts(terminal)) == {"Agenda", "Nota"}


def test_errors_stop_a_publication_but_no_draft(terminal: Terminal, folder: Path) -> None:
    (folder / "nota.flow.yaml").write_text(NOTA.replace("next: f,", "next: sumiu,"), "utf-8")
    screen = terminal.types("flows", "push", str(folder), "--publish", "--skip-tests")
    assert (screen.code, drafts(terminal)) == (1, {})
    assert "nota.flow.yaml:5: erro: “p”: A saída “next” leva a um bloco que não existe (“sumiu”)." in screen.err
    assert terminal.types("flows", "push", str(folder)).code == 0
    (folder / "nota.flow.yaml").write_text("nodes: [", "utf-8")
    assert terminal.types("flows", "push", str(folder)).code == 1


def test_problems_have_file_and_line(terminal: Terminal, folder: Path) -> None:
    screen = terminal.types("flows", "check", str(folder))
    assert (screen.code, screen.lines[-1]) == (0, "2 fluxo(s): 0 erro(s), 0 aviso(s)")
    (folder / "agenda.flow.yaml").write_text(
        AGENDA.replace("next: sub", "next: nada").replace("Tchau!", '"{{ x | y"'), "utf-8"
    )
    (folder / "nota.flow.yaml").write_text("nodes:\n  a: {type: message\n", "utf-8")
    (folder / "agenda.tests.yaml").write_text("- script:\n  - dizer: oi\n", "utf-8")
    (folder / "dobro.flow.yaml").write_text(AGENDA.replace("name: Agenda", "name: Outra\nid: agenda"), "utf-8")
    screen = terminal.types("flows", "check", str(folder))
    places = {line.split(": ")[0].removeprefix(f"{folder}/") for line in screen.lines[:-1]}
    assert screen.code == 1
    assert {"agenda.flow.yaml:8", "nota.flow.yaml:3", "agenda.tests.yaml:2", "dobro.flow.yaml:3"} <= places


def test_a_failing_case_is_told_and_shortened(terminal: Terminal, folder: Path) -> None:
    (folder / "agenda.tests.yaml").write_text(
        CASES.replace("Tchau!", "Adeus!").replace("- ends", "- says: oi"), "utf-8"
    )
    screen = terminal.types("flows", "test", str(folder))
    assert screen.code == 1
    assert screen.lines == [
        f"{folder}/agenda.flow.yaml",
        "  ✗ Vai até o fim",
        f"      {folder}/agenda.tests.yaml:6",
        "      Passo 4 (linha 6): esperava “Adeus!”, mas o robô disse “Tchau!”.",
        "        esperado: “Adeus!”",
        "        recebido: “Tchau!”",
        "      O menor roteiro que ainda falha (3 de 5 passos):",
        "        - says: oi",
        "        - says: 9",
        "        - expect: Adeus!",
        "  cobertura: 3 de 3 blocos, 2 de 2 saídas (100 %)",
        screen.lines[-1],
    ]
    assert screen.lines[-1].startswith("1 caso: 1 falhou (2 turnos em ")


def test_coverage_can_be_asked_for(terminal: Terminal, folder: Path) -> None:
    case = "- script: [says: 8, expect: De 0 a 10?, says: 8, ends]\n"
    (folder / "nota.tests.yaml").write_text(case, "utf-8")
    assert terminal.types("flows", "test", str(folder / "nota.tests.yaml"), "--min-coverage", "50").code == 0
    screen = terminal.types("flows", "test", str(folder / "nota.flow.yaml"), "--min-coverage", "80")
    assert screen.code == 1
    assert "  falta passar por: p → invalid" in screen.lines
    assert terminal.types("flows", "test", str(folder), "--only", "FIM").lines[-1].startswith("1 caso: todos passaram")


def test_open_conversations_may_go_on_in_what_is_published(terminal: Terminal, folder: Path) -> None:
    assert terminal.types("flows", "push", str(folder), "--publish").code == 0
    path = folder / "nota.flow.yaml"
    path.write_text(NOTA.replace("De 0 a 10?", "De 1 a 5?"), "utf-8")
    cases = folder / "agenda.tests.yaml"
    cases.write_text(CASES.replace("De 0 a 10?", "De 1 a 5?"), "utf-8")
    screen = terminal.types("flows", "push", str(folder), "--publish", "--sessions", "move")
    assert (screen.code, screen.err) == (0, "")
    assert "publicado Nota, versão 2" in screen.lines
    assert rows(terminal.clone, "select count(*) from audit_entries where detail->>'sessions' = 'move'") == [(1,)]
    assert terminal.types("flows", "push", str(folder), "--sessions", "talvez").code == 2


def test_refusals_are_sentences(terminal: Terminal, folder: Path) -> None:
    empty = terminal.home / "vazia"
    empty.mkdir()
    for words in (("test", str(empty)), ("check", str(empty)), ("push", str(empty))):
        screen = terminal.types("flows", *words)
        assert (screen.code, screen.err) == (1, f"Não há arquivos *.flow.yaml em {empty}.\n")
    assert (
        terminal.types("flows", "check", str(terminal.home / "nada")).err == f"{terminal.home / 'nada'} não existe.\n"
    )
    assert "Não há organização" in terminal.types("flows", "pull", str(empty), "--organization", "outra").err


def test_an_organization_sees_only_its_own(terminal: Terminal, folder: Path) -> None:
    terminal.types("organizations", "create", "--name", "Outra", "--slug", "outra")
    assert terminal.types("flows", "push", str(folder), "--organization", "clinica").code == 0
    there = terminal.home / "la"
    assert terminal.types("flows", "pull", str(there), "--organization", "outra").lines == ["Nenhum fluxo."]
    # The same files make flows of their own in the other one, whatever ids they carry.
    here = terminal.home / "ca"
    terminal.types("flows", "pull", str(here), "--organization", "clinica")
    (here / ".recado-flows.json").unlink()
    screen = terminal.types("flows", "push", str(here), "--organization", "outra", "--publish")
    assert screen.code == 0, screen.err
    agendas = rows(
        terminal.clone, "select id, draft->'nodes'->'sub'->'options'->>'flow' from flows where name = 'Agenda'"
    )
    notas = {str(id_) for (id_,) in rows(terminal.clone, "select id from flows where name = 'Nota'")}
    assert len(agendas) == len(notas) == 2
    assert {str(called) for _, called in agendas} == notas


def test_tests_changed_in_the_panel_are_not_lost(terminal: Terminal, folder: Path) -> None:
    terminal.types("flows", "push", str(folder))
    other = terminal.home / "outra"
    terminal.types("flows", "pull", str(other))

    async def work(tx: Transaction) -> None:
        found = next(one for one in await editing.list_flows(tx) if one.name == "Agenda")
        revision, _ = await testing.get_tests(tx, found.id)
        await testing.save_tests(tx, SYSTEM, found.id, revision=revision, text="- script: [says: oi]\n")

    terminal.inside("clinica", work)
    (other / "agenda.tests.yaml").write_text(CASES + "\n", "utf-8")
    screen = terminal.types("flows", "push", str(other))
    assert screen.code == 1
    assert "os testes de “Agenda” mudaram no painel" in screen.err
    assert terminal.types("flows", "pull", str(other)).lines[1] == "mudou     agenda.tests.yaml"


def test_two_flows_of_one_name_get_two_files(terminal: Terminal, folder: Path) -> None:
    terminal.types("flows", "push", str(folder))
    (first,) = rows(terminal.clone, "select id from flows where name = 'Nota'")
    change(
        terminal.clone,
        "insert into flows (organization_id, id, name, draft) select organization_id, %s, name, draft from flows where id = %s",
        UUID(int=7),
        first[0],
    )
    other = terminal.home / "outra"
    terminal.types("flows", "pull", str(other))
    assert {path.name for path in other.glob("nota*")} == {"nota.flow.yaml", "nota-2.flow.yaml"}


def test_a_state_file_that_is_broken_is_no_state(terminal: Terminal, folder: Path) -> None:
    (folder / ".recado-flows.json").write_text('{"flows": 5}', "utf-8")
    assert terminal.types("flows", "push", str(folder)).code == 0


def test_one_file_knows_those_beside_it(terminal: Terminal, folder: Path) -> None:
    path = folder / "agenda.flow.yaml"
    assert terminal.types("flows", "check", str(path)).lines == ["1 fluxo(s): 0 erro(s), 0 aviso(s)"]
    assert terminal.types("flows", "test", str(path)).code == 0
    path.write_text(AGENDA.replace("flow: nota", "flow: notas"), "utf-8")
    screen = terminal.types("flows", "check", str(path))
    assert (screen.code, screen.lines[0]) == (
        1, f"{path}:7: erro: “sub”: O fluxo “notas” não existe ou não foi publicado.",
    )  # fmt: skip


def test_a_flow_of_the_installation_need_not_lie_in_the_folder(terminal: Terminal, folder: Path) -> None:
    terminal.types("flows", "push", str(folder), "--publish")
    other = terminal.home / "outra"
    terminal.types("flows", "pull", str(other))
    (other / "nota.flow.yaml").unlink()
    path = other / "agenda.flow.yaml"
    path.write_text(path.read_text("utf-8").replace("Tchau!", "Até!"), "utf-8")
    checked = terminal.types("flows", "check", str(other))
    assert (checked.code, checked.lines[-1]) == (0, "1 fluxo(s): 0 erro(s), 1 aviso(s)")
    screen = terminal.types("flows", "push", str(other), "--publish", "--skip-tests")
    assert (screen.code, screen.err) == (0, "")
    assert "publicado Agenda, versão 2" in screen.lines
