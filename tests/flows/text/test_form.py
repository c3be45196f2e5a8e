"""Does a flow's text read well, and is what is wrong with one said with its line?"""

from __future__ import annotations

import textwrap
import time

import pytest

from recado.flows.engine.definition import DefinitionInvalid, read_definition
from recado.flows.engine.inspect import inspect
from recado.flows.engine.limits import WHATSAPP
from recado.flows.text import TextUnreadable, read, read_flow_text, write
from tests.flows.engine.support import TYPES

TEXT = textwrap.dedent("""\
    format: 1
    id: agenda
    name: "Agenda: banho e tosa"
    language: pt_BR
    bot: Recepção
    entry: inicio

    variables:
      dia: {label: Dia preferido}
      pet: {default: Thor}

    nodes:
      inicio:
        type: start
        next: oi

      oi:
        type: message
        label: Saudação
        text: |-
          Oi, {{ contact.first_name }}!

          Tudo bem?
        next: menu

      menu:
        type: question
        kind: choice
        text: "{{ pet }} precisa de quê?"
        choices:
          - {id: banho, title: Banho, also: "banho e tosa, banhinho"}
          - {id: nada, title: Nada}
        exits:
          banho: volta
          nada: fim
          invalid: menu

      volta:
        type: run_flow
        flow: 0199-outro  # Pesquisa
        next: fim

      fim:
        type: end
        options: {}

    layout:
      inicio: [0, 200]
      oi: [220, 200.5]
    """)


def refusal(text: str) -> tuple[str, int, str]:
    with pytest.raises(TextUnreadable) as refused:
        read(textwrap.dedent(text))
    fault = refused.value.faults[0]
    return fault.code, fault.line, fault.sentence


def test_a_text_is_its_own_canon() -> None:
    found = read_flow_text(TEXT)
    assert found.bot == "Recepção"
    assert write(found.definition, bot=found.bot, names={"0199-outro": "Pesquisa"}) == TEXT
    assert found.definition["nodes"]["menu"]["exits"] == {"banho": "volta", "nada": "fim", "invalid": "menu"}
    assert found.definition["nodes"]["oi"]["layout"] == {"x": 220, "y": 200.5}
    assert found.definition["nodes"]["oi"]["options"] == {"text": "Oi, {{ contact.first_name }}!\n\nTudo bem?"}
    assert "bot" not in found.definition


def test_words_are_words() -> None:
    words = "sim: sim, nao: não, no: no, on: on, hora: 21:30, cep: 01310, dia: 2026-12-25, n: 5, v: 1.5, t: true, z: ~"
    text = f"nodes: {{a: {{type: x, {words}}}}}"
    assert read(text)["nodes"]["a"]["options"] == {
        "sim": "sim", "nao": "não", "no": "no", "on": "on", "hora": "21:30", "cep": "01310", "dia": "2026-12-25",
        "n": 5, "v": 1.5, "t": True, "z": None,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("nodes:\n  a: &x {type: message}\n  b: *x\n", "alias", 2),
        ("nodes:\n  a: !!python/object:os.system {}\n", "tag", 2),
        ("nodes:\n  a: {type: message}\n  b: {type: end}\n  a: {type: end}\n", "duplicate_key", 4),
        ("nodes: {}\n---\nnodes: {}\n", "several_documents", 2),
        ("nodes:\n  a:\n    text: Oi: tudo bem?\n", "bad_yaml", 3),
        ("nodes:\n  a:\n    text: 'Oi\n", "bad_yaml", 4),
        ("nodes:\n  a:\n\ttype: x\n", "bad_yaml", 3),
        ("nodes:\n  a:\n    {{ nome }}: x\n", "bad_key", 3),
        ("nodes:\n  a:\n    <<: {type: x}\n", "alias", 3),
        ("- a\n- b\n", "not_a_flow", 1),
        ("name: Oi\n", "not_a_flow", 1),
        ("", "not_a_flow", 1),
        ("nodes: {a: {type: m, text: x, options: {text: y}}}", "two_forms", 1),
        ("nodes:\n  a:\n    next: b\n    exits: {next: c}\n", "two_forms", 2),
        ("nodes:\n  a: {type: start}\nlayout:\n  b: [0, 1]\n", "bad_layout", 4),
        ("nodes:\n  a: {type: start}\nlayout:\n  a: 5\n", "bad_layout", 4),
        ("nodes: {a: \ud800}", "bad_characters", 1),
    ],
)  # fmt: skip
def test_a_fault_has_code_line_and_sentence(text: str, code: str, line: int) -> None:
    found, at, sentence = refusal(text)
    assert (found, at) == (code, line)
    assert sentence
    assert sentence.isprintable()


def test_the_sentences_are_portuguese() -> None:
    assert refusal("nodes:\n  a:\n    text: Oi: tudo\n")[2].startswith("isto não é YAML: há dois-pontos no meio")
    assert (
        refusal("nodes:\n  a: {text: @x}\n")[2]
        == "isto não é YAML: um texto que começa com este sinal precisa de aspas"
    )
    assert refusal("a: 1\na: 2\n")[2] == "a chave “a” aparece duas vezes"


@pytest.mark.parametrize(
    "text",
    [
        "a0: &a0 [x,x,x]\n" + "\n".join(f"a{at + 1}: &a{at + 1} [{f'*a{at},' * 9}]" for at in range(20)),
        "[" * 100_000,
        "{a: " * 50_000,
        "- " * 50_000 + "x",
        "? " * 50_000 + "x",
        "a: " + "x" * 2_100_000,
        "nodes: [" + "x," * 200_000 + "]",
        "- !!int 5",
        "%YAML 9.9\n---\na: 1",
        "%TAG ! tag:x,2000:\n---\n!a b",
        "\x00",
        "a: \x1b[31m",
    ],
    ids=["billion laughs", "lists", "mappings", "dashes", "keys", "length", "parts", "int", "version", "tag", "nul", "escape"],
)  # fmt: skip
def test_hostile_texts_are_refused_quickly(text: str) -> None:
    began = time.process_time()
    with pytest.raises(TextUnreadable):
        read(text)
    assert time.process_time() - began < 2


def test_a_problem_finds_its_line() -> None:
    text = textwrap.dedent("""\
        format: 1
        id: f
        name: F
        entry: oi
        nodes:
          oi:
            type: message
            text: Oi, {{ nome }}
            next: sumiu
          menu:
            type: question
            kind: choice
            text: Qual?
            choices:
              - {id: a, title: A}
              - id: a
                title: Outro
            exits: {a: nada}
        """)
    found = read_flow_text(text)
    flow = read_definition(found.definition, TYPES)
    lines = {(str(one.code), found.line_of(one.node, one.path)) for one in inspect(flow, TYPES, WHATSAPP)}
    assert {("unknown_variable", 6), ("dangling_edge", 9), ("dangling_edge", 18), ("unreachable_node", 10)} <= lines
    with pytest.raises(DefinitionInvalid) as invalid:
        read_definition(read_flow_text(text.replace("title: Outro", "titulo: Outro")).definition, TYPES)
    assert {found.line_of(one.node, one.path) for one in invalid.value.problems} == {17, 16}


def test_hidden_characters_are_seen_in_a_review() -> None:
    text = write({"format": 1, "nodes": {"a": {"type": "message", "options": {"text": "paga\u202edor\xa0x"}}}})
    assert r'"paga\u202edor\u00a0x"' in text
    assert "\u202e" not in text


def test_the_order_is_that_of_the_conversation() -> None:
    nodes = {
        "z_inicio": {"type": "start", "exits": {"next": "m"}},
        "junta": {"type": "end"},
        "b": {"type": "message", "exits": {"next": "junta"}},
        "a": {"type": "message", "exits": {"next": "junta"}},
        "m": {
            "type": "question",
            "options": {"choices": [{"id": "2"}, {"id": "1"}]},
            "exits": {"1": "a", "2": "b", "invalid": "m"},
        },
        "solto": {"type": "end"},
    }
    text = write({"format": 1, "entry": "z_inicio", "nodes": nodes})
    assert [line.strip(" :") for line in text.splitlines() if line.startswith("  ") and line[2] != " "] == [
        "z_inicio", "m", "b", "a", "junta", "solto",
    ]  # fmt: skip
