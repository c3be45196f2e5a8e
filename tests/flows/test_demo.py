"""Does the clinic's flow carry real conversations?"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from recado.conversations.models import Policy
from recado.flows import demo
from recado.flows.engine.definition import read_definition
from recado.flows.engine.effects import HandToHuman, SetContactField
from recado.flows.engine.inputs import Contact
from tests.flows.engine.support import MARIA, TYPES, Talk

FLOW = read_definition(json.loads(Path(demo.__file__).with_name("clinica.json").read_text("utf-8")), TYPES, version=1)


def handed(talk: Talk) -> HandToHuman:
    return next(effect for effect in talk.last.effects if isinstance(effect, HandToHuman))


def test_a_stranger_books_with_free_words() -> None:
    talk = Talk(FLOW, contact=Contact(phone="5511987654321"))
    assert talk.says("oi")[0].startswith("Oi! 🐾 Aqui é da *Clínica Bicho Feliz*.")
    assert talk.says("queria marcar uma consulta") == ["Claro, vamos lá! 😊 Antes de tudo, como você se chama?"]
    assert talk.says("meu nome é ana paula") == ["Prazer, Ana! 💛 E como se chama o seu pet?"]
    assert SetContactField("name", "Ana Paula") in talk.last.effects
    assert talk.says("Thor") == ["Thor é…"]
    assert talk.says("é um cachorro ou um gato?") == ["Não encontrei essa opção. Pode escolher uma destas?"]
    assert talk.says("é uma cadelinha? não, um cachorro") == ["Au-au! 🐶 Do que Thor está precisando?"]
    assert talk.says("banho") == [
        "Prontinho, Ana! 💛 Já passei para a nossa recepção: *Banho e tosa* para Thor. Alguém combina o dia e o horário com"
        " você por aqui mesmo."
    ]
    assert talk.state == "handed_over"
    assert (handed(talk).reason, handed(talk).team) == ("Agendar banho e tosa para Thor", "Recepção")
    assert handed(talk).summary == "Tutor: Ana Paula\nPet: Thor (cachorro)\nCuidado: Banho e tosa"


def test_the_main_way_is_walked_within_the_shipped_limit_of_a_minute() -> None:
    """Who taps quickly must not meet the limit for abuse before the flow's end."""
    talk, said = Talk(FLOW, contact=MARIA), ["oi", "agendar consulta", "Thor", "cachorro", "vacina"]
    for text in said:
        talk.says(text)
    assert talk.state == "handed_over"
    assert len(said) <= Policy("America/Sao_Paulo", "on_reply", None).messages_a_minute


def test_an_unusual_pet_chooses_its_day() -> None:
    talk = Talk(FLOW, contact=MARIA)
    for text in ("oi", "agendar", "Pipoca"):
        talk.says(text)
    assert "exóticos" in talk.says("coelho")[0]
    assert talk.says("amanhã")[0].startswith("Aos domingos a gente só atende urgência.")
    summary = talk.says("sexta")[0]
    assert (
        "🐾 *Pet:* Pipoca (outro bichinho)\n🩺 *Cuidado:* Consulta com especialista\n📅 *Dia:* sexta-feira, 27/11"
        in summary
    )
    assert talk.says("isso mesmo 👍")[0].startswith("Prontinho, Maria!")
    assert handed(talk).reason == "Agendar consulta com especialista para Pipoca"
    assert "Dia preferido: sexta-feira, 27/11/2026" in handed(talk).summary


def test_somebody_known_taps_their_way() -> None:
    talk = Talk(FLOW, contact=MARIA)
    assert talk.says("bom dia")[0] == "Oi, Maria! 🐾 Aqui é da *Clínica Bicho Feliz*. Que bom falar com você!"
    talk.says("Vacinas", choice="menu:vacinas", type="interactive")
    talk.says("Sim, quero", choice="quer_vacinar:sim", type="interactive")
    assert talk.says("Mimi") == ["Mimi é…"]
    assert "exóticos" in talk.says("🐰 Outro bichinho", choice="pergunta_especie:outro")[0]
    talk.says("terça que vem")
    assert talk.says("quero corrigir")[0].startswith("Sem problema")
    assert talk.says("Mingau") == ["Mingau é…"]
    assert talk.says("é um gato")[0].startswith("Miau!")
    talk.says("Vacina", choice="cuidado_gato:vacina")
    assert handed(talk).reason == "Agendar vacina para Mingau"


def test_a_look_at_the_hours_and_goodbye() -> None:
    talk = Talk(FLOW, contact=MARIA)
    talk.says("oi")
    assert "Rua das Acácias" in talk.says("onde vcs ficam?")[0]
    assert talk.says("voltar ao menu") == ["Como posso te ajudar hoje?"]
    talk.says("3")
    assert talk.says("só isso, obrigada!") == [
        "Obrigado pelo carinho! 🐾 Quando precisar, é só mandar um oi. Até logo!"
    ]
    assert talk.state == "ended"


def test_who_is_not_understood_three_times_meets_a_person() -> None:
    talk = Talk(FLOW, contact=MARIA)
    for text in ("oi", "blá", "blé"):
        talk.says(text)
    assert talk.says("blu")[0].startswith("Acho melhor uma pessoa te ajudar")
    assert (handed(talk).priority, handed(talk).summary) == ("high", "Parou em: um atendimento\nÚltima mensagem: blu")


@pytest.mark.parametrize("before", [[], ["agendar"], ["agendar", "Thor"]])
def test_a_person_can_be_asked_for_anywhere(before: list[str]) -> None:
    talk = Talk(FLOW, contact=MARIA)
    for text in ("oi", *before):
        talk.says(text)
    talk.says("quero falar com um atendente")
    assert talk.state == "handed_over"
    assert handed(talk).reason in ("asked_for_person", "Pediu para falar com um atendente")
