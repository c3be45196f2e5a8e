"""Is what changed in a flow said in sentences that its author understands?"""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from recado.flows import demo
from recado.flows.text import differences, write
from tests.flows.engine.support import TYPES

# The same lines thousands of times: traced, they take three times as long and cover nothing more.
pytestmark = pytest.mark.no_cover

CLINIC = json.loads(Path(demo.__file__).with_name("clinica.json").read_text("utf-8"))
Change = Callable[[dict[str, Any]], Any]


def told(change: Change) -> list[str]:
    """The sentences about the clinic's flow after a change."""
    after = copy.deepcopy(CLINIC)
    change(after)
    return [one.sentence for one in differences(CLINIC, after, TYPES)]


def options(definition: dict[str, Any], node: str) -> dict[str, Any]:
    return definition["nodes"][node]["options"]  # type: ignore[no-any-return]


def put(node: str, key: str, value: Any) -> Change:
    return lambda flow: options(flow, node).update({key: value})


def goes(node: str, exit: str, target: str) -> Change:
    return lambda flow: flow["nodes"][node]["exits"].update({exit: target})


def insert(flow: dict[str, Any]) -> None:
    flow["nodes"]["aviso"] = {"type": "message", "options": {"text": "Só um aviso."}, "exits": {"next": "menu"}}
    flow["nodes"]["saudacao"]["exits"]["next"] = "aviso"


def rename(flow: dict[str, Any]) -> None:
    flow["nodes"]["adeus"] = flow["nodes"].pop("despedida")
    for node in flow["nodes"].values():
        node["exits"] = {
            exit: "adeus" if target == "despedida" else target for exit, target in node.get("exits", {}).items()
        }


@pytest.mark.parametrize(
    ("change", "sentences"),
    [
        (lambda flow: None, []),
        (lambda flow: flow.update(nodes=dict(reversed(flow["nodes"].items()))), []),
        (lambda flow: flow.update(name="Clínica"), ["O fluxo agora se chama “Clínica” (antes: “Clínica Bicho Feliz”)."]),
        (lambda flow: flow.update(entry="menu"), ["O fluxo agora começa em “Menu” (antes: “inicio”)."]),
        (lambda flow: flow["variables"].update(idade={"default": 3}), ["Nova variável “idade”, que começa com 3."]),
        (lambda flow: flow["variables"].pop("pet"), ["A variável “pet” não é mais declarada."]),
        (
            lambda flow: flow["variables"]["assunto"].update(default="uma consulta"),
            ["A variável “assunto” agora começa com “uma consulta” (antes: “um atendimento”)."],
        ),
        (
            put("domingo_fechado", "text", "Domingo não dá."),
            ["A mensagem “domingo_fechado” agora diz “Domingo não dá.” (antes: “Aos domingos a gente só atende urgência. 😴”)."],
        ),
        (
            put("menu", "text", "Em que posso ajudar?"),
            ["A pergunta “Menu” agora pergunta “Em que posso ajudar?” (antes: “Como posso te ajudar hoje?”)."],
        ),
        (put("menu", "attempts", 2), ["Na pergunta “Menu”, “Tentativas” agora é 2 (antes: o padrão)."]),
        (put("pergunta_dia", "kind", "cpf"), ["Na pergunta “pergunta_dia”, “Tipo de resposta” agora é “CPF” (antes: “Data”)."]),
        (
            lambda flow: options(flow, "menu").pop("list_label"),
            ["Na pergunta “Menu”, “Botão da lista” voltou ao padrão (antes: “Ver opções”)."],
        ),
        (
            lambda flow: options(flow, "quer_vacinar")["choices"].append({"id": "talvez", "title": "Talvez"}),
            ["Nova opção “Talvez” na pergunta “quer_vacinar”."],
        ),
        (
            lambda flow: options(flow, "quer_vacinar")["choices"].pop(),
            ["A opção “Não, obrigado” saiu da pergunta “quer_vacinar”."],
        ),
        (
            lambda flow: options(flow, "quer_vacinar")["choices"][0].update(title="Quero!"),
            ["Na opção “Quero!” da pergunta “quer_vacinar”, “Título” agora é “Quero!” (antes: “Sim, quero”)."],
        ),
        (
            lambda flow: options(flow, "quer_vacinar")["choices"].reverse(),
            ["As opções da pergunta “quer_vacinar” mudaram de ordem: “Não, obrigado”, “Sim, quero”."],
        ),
        (
            lambda flow: options(flow, "abre_no_dia")["branches"][0].update(
                when={"any": [{"left": {"variable": "pet"}, "op": "is_empty"}, {"left": "{{ x }}", "op": "equals", "right": 3}]}
            ),
            [
                "No caminho “Domingo” da condição “É domingo?”, “Quando” agora é “pet está vazio ou {{ x }} é 3”"
                " (antes: “{{ preferencia | date: '%A' }} é domingo”)."
            ],
        ),
        (goes("menu", "vacinas", "despedida"), ["A saída “Vacinas” de “Menu” agora leva a “despedida” (antes: “vacinas”)."]),
        (goes("inicio", "next", "menu"), ["O início “inicio” agora leva a “Menu” (antes: “Já sabemos o nome?”)."]),
        (
            lambda flow: flow["nodes"]["menu"]["exits"].pop("invalid"),
            ["A saída “Não entendida” de “Menu” não leva mais a lugar nenhum (antes: “nao_entendi”)."],
        ),
        (
            goes("menu", "person", "despedida"),
            ["A saída “Pediu atendente” de “Menu” agora leva a “despedida” (antes: a lugar nenhum)."],
        ),
        (
            insert,
            ["A mensagem “saudacao” agora leva a “aviso” (antes: “Menu”).", "Nova mensagem “aviso”: “Só um aviso.”."],
        ),
        (rename, ["O bloco “despedida” agora se chama “adeus”."]),
        (
            lambda flow: flow["nodes"].pop("pergunta_pet_de_novo") and goes("corrigir", "next", "menu")(flow),
            [
                "A pergunta “pergunta_pet_de_novo” saiu do fluxo.",
                "A mensagem “corrigir” agora leva a “Menu” (antes: “pergunta_pet_de_novo”).",
            ],
        ),
        (lambda flow: flow["nodes"]["menu"].update(label=""), ["O bloco “menu” agora tem o nome “menu” (antes: “Menu”)."]),
        (
            lambda flow: flow["nodes"]["despedida"].update(type="message", options={"text": "Tchau"}),
            ["O bloco “despedida” agora é uma mensagem (antes: um fim)."],
        ),
        (lambda flow: flow["nodes"]["menu"]["layout"].update(x=1), ["Um bloco mudou de lugar no quadro."]),
    ],
)  # fmt: skip
def test_a_change_is_told(change: Change, sentences: list[str]) -> None:
    assert told(change) == sentences


def test_of_a_long_text_the_place_is_shown() -> None:
    (sentence,) = told(put("vacinas", "text", options(CLINIC, "vacinas")["text"].replace("reforço", "reforcinho")))
    assert "reforcinho" in sentence
    assert "reforço" in sentence
    assert sentence.count("…") >= 2
    assert len(sentence) < 450


def test_each_names_its_node() -> None:
    after = copy.deepcopy(CLINIC)
    insert(after)
    after["nodes"].pop("nao_entendi")
    found = [(one.kind, one.node) for one in differences(CLINIC, after)]
    assert found[:3] == [("removed", "nao_entendi"), ("exit", "saudacao"), ("added", "aviso")]


def test_anything_can_be_compared() -> None:
    broken: list[Any] = [
        {},
        {"nodes": []},
        {"nodes": {"a": 5}},
        {"nodes": {"a": {"options": [], "exits": 7, "type": []}}},
        {"entry": []},
    ]
    for one in broken:
        for other in (*broken, CLINIC):
            assert isinstance(differences(one, other, TYPES), tuple)
            assert isinstance(differences(other, one), tuple)


def test_what_is_called_has_a_name() -> None:
    def calling(flow: str) -> dict[str, Any]:
        return {"entry": "a", "nodes": {"a": {"type": "run_flow", "options": {"flow": flow}}}}

    (one,) = differences(calling("0199-a"), calling("0199-b"), TYPES, {"0199-a": "Pesquisa", "0199-b": "Agenda"})
    assert one.sentence == "Na chamada de fluxo “a”, “Fluxo” agora é “Agenda” (antes: “Pesquisa”)."


def test_words_of_lists_are_those_of_the_form() -> None:
    def waiting(*days: str) -> dict[str, Any]:
        return {"entry": "a", "nodes": {"a": {"type": "wait", "options": {"mode": "until", "weekdays": list(days)}}}}

    (one,) = differences(waiting("monday"), waiting("monday", "friday"), TYPES)
    assert one.sentence == "Na espera “a”, “Só nestes dias” agora é “segunda”, “sexta” (antes: “segunda”)."


def mutated(value: Any, chance: random.Random) -> Any:
    """The same JSON with one thing in it changed, taken away or added."""
    if isinstance(value, dict) and value and chance.random() < 0.9:
        key = chance.choice(sorted(value))
        if chance.random() < 0.15:
            return {name: part for name, part in value.items() if name != key}
        return {**value, key: mutated(value[key], chance)}
    if isinstance(value, list) and value and chance.random() < 0.9:
        at = chance.randrange(len(value))
        if chance.random() < 0.2:
            return [*value[:at], *value[at + 1 :]]
        return [*value[:at], mutated(value[at], chance), *value[at + 1 :]]
    return chance.choice(("outro", 5, True, ["x"], {"a": 1}))


@pytest.mark.parametrize("seed", range(150))
def test_no_change_passes_in_silence(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - repeatable chance
    after = mutated(CLINIC, chance)
    if not isinstance(after, dict):
        return
    # A flow without a language is a Portuguese one.
    is_another = write({"language": "pt_BR", **after}) != write(CLINIC)
    assert bool(differences(CLINIC, after, TYPES)) == is_another
    assert bool(differences(after, CLINIC)) == is_another


def test_one_is_not_true() -> None:
    def setting(value: Any) -> dict[str, Any]:
        options = {"assignments": [{"variable": "v", "value": value}]}
        return {"entry": "a", "nodes": {"a": {"type": "set_variable", "options": options}}}

    (one,) = differences(setting(1), setting(True), TYPES)
    assert one.sentence == "Na variável “v” da definição de variável “a”, “Valor” agora é sim (antes: 1)."
    assert differences(setting(1), setting(1.0), TYPES) == ()
