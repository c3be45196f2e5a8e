"""Is nothing said twice, and nothing changed that was said?"""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recado.nlu.policies import content_hash, guard_repetition, similarity
from recado.nlu.policies.wording import leads, lines_of

BOT = (
    "Olá! Como posso ajudar?",
    "Não entendi. Escolha uma opção:\n1. Banho\n2. Tosa",
    "Seu horário está confirmado: quinta, 12/03, às 15h com Marina. Qualquer dúvida, é só chamar!",
    "O endereço é Rua das Flores, 45, Campinas. Estacionamento na Rua Sete de Setembro.",
    "O banho custa R$ 45,00 e a tosa R$ 60,00. Quer agendar?",
    "Aguarde um momento, por favor.",
    "Por favor, informe seu CPF.",
    "Segue o link: https://recado.example/p/8f3a?x=1 para pagar até 10/04.",
    "Marina, seu pedido 4411 chegou.",
    "Temos *15h* ou *16h30* com a Dra. Ana. Qual horário prefere?",
    "Funcionamos de segunda a sexta, das 8h às 18h, e sábado até meio-dia.",
)


@pytest.mark.parametrize("text", BOT)
def test_a_new_message_leaves_as_it_is(text: str) -> None:
    others = [other for other in BOT if other != text][:5]
    decided = guard_repetition(text, others)

    assert (decided.decision, decided.reason, decided.text) == ("send", "new", text)


@pytest.mark.parametrize("text", BOT)
def test_a_repeated_one_is_said_otherwise_with_the_same_facts(text: str) -> None:
    decided = guard_repetition(text, [text])

    assert decided.decision == "reformulate"
    assert decided.reason == "same"
    assert decided.like == 0
    assert content_hash(decided.text) != content_hash(text)
    for fact in re.findall(
        r"https?://\S+|R\$ [\d,]+|[\d/:h]*\d[\d/:h]*|\b(?:Marina|Ana|Campinas|Rua|quinta|segunda|sexta)\b", text
    ):
        assert fact in decided.text


@pytest.mark.parametrize("text", BOT)
def test_the_fourth_time_is_withheld_and_the_same_always_comes_out(text: str) -> None:
    sent = [text]
    for _ in range(2):
        decided = guard_repetition(text, sent)
        assert decided == guard_repetition(text, sent)
        assert decided.decision == "reformulate"
        assert content_hash(decided.text) not in {content_hash(one) for one in sent}
        sent.insert(0, decided.text)

    assert guard_repetition(text, sent).reason == "said_too_often"
    assert guard_repetition(text, sent).text == ""


@pytest.mark.parametrize(
    "text",
    ["https://recado.example/p/8f3a", "👍", "Ok", "...", "00020126580014br.gov.bcb.pix0136", "1234-5678", "*Marina*"],
)
def test_what_cannot_be_worded_otherwise_is_withheld_unless_asked_for(text: str) -> None:
    withheld = guard_repetition(text, [text])
    asked = guard_repetition(text, [text], asked_for=True)

    assert (withheld.decision, withheld.reason, withheld.text) == ("withhold", "nothing_to_reword", "")
    assert (asked.decision, asked.reason, asked.text) == ("send", "asked_for", text)


def test_what_is_asked_for_is_never_withheld() -> None:
    sent = [BOT[3]]
    for _ in range(12):
        decided = guard_repetition(BOT[3], sent, asked_for=True)
        assert decided.decision != "withhold"
        assert "Rua das Flores, 45" in decided.text
        sent.insert(0, decided.text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Seu horário é às 15h", "Seu horário é às 16h"),
        ("Fica R$ 45,00", "Fica R$ 54,00"),
        ("Temos vaga na quinta", "Temos vaga na sexta"),
        ("Acesse https://a.example/1", "Acesse https://a.example/2"),
        (
            "Você vai ser atendido por Marina, que já sabe de tudo o que foi dito",
            "Você vai ser atendido por Joana, que já sabe de tudo o que foi dito",
        ),
        ("Qual é o seu nome?", "Qual é o seu e-mail?"),
        ("Qual é o nome do seu pet?", "Qual é a idade do seu pet?"),
    ],
)
def test_other_facts_are_another_message(one: str, other: str) -> None:
    assert similarity(one, other) < 0.85
    assert guard_repetition(one, [other]).decision == "send"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Olá! Como posso ajudar?", "olá, como posso ajudar"),
        ("Olá! Como posso ajudar?", "OLÁ!!! COMO POSSO AJUDAR? 😀"),
        ("Não entendi.", "Nao entendi"),
        ("Não entendi sua resposta", "Não consegui entender sua resposta"),
        ("Oi! Seu pedido já saiu para entrega e chega logo", "Seu pedido já saiu para entrega e chega logo!"),
        ("Só reforçando: seu pedido chegou", "Seu pedido chegou"),
    ],
)
def test_near_duplicates_are_seen(one: str, other: str) -> None:
    assert similarity(one, other) >= 0.85
    assert guard_repetition(one, ["Bom dia!", other]).like == 1
    assert guard_repetition(one, ["Bom dia!", other]).decision == "reformulate"


def test_only_the_last_five_count() -> None:
    between = ["Qual serviço?", "Qual dia?", "Qual pet?", "Que raça?", "Que idade?"]

    assert guard_repetition("Qual é o seu nome?", [*between, "Qual é o seu nome?"]).decision == "send"
    assert guard_repetition("Qual é o seu nome?", [*between[:4], "Qual é o seu nome?"]).decision == "reformulate"


def test_names_given_are_kept() -> None:
    decided = guard_repetition(
        "Olá! Aqui é da Oi, como posso ajudar?", ["Olá! Aqui é da Oi, como posso ajudar?"], names=("Oi", "Olá")
    )

    assert "da Oi" in decided.text
    assert "Olá!" in decided.text


def test_a_synonym_is_never_taken_for_one_that_does_not_mean_the_same() -> None:
    """Groups share no phrase with figures, negation must agree within a group, and a question stays a question."""
    for line in lines_of("synonyms.txt"):
        group = [phrase.strip() for phrase in line.split("|")]
        assert len(group) > 1, line
        assert len(set(group)) == len(group), line
        assert not re.search(r"\d", line), line
        assert len({phrase.endswith("?") for phrase in group}) == 1, line
        assert len({bool(re.search(r"\b(?:não|inválida)\b", phrase, re.IGNORECASE)) for phrase in group}) == 1, line
    assert all(lead.endswith(":") for lead in leads().all)


def test_hash_of_what_is_said() -> None:
    assert content_hash("Olá,  MUNDO!") == content_hash("ola mundo 😀")
    assert content_hash("ola mundo") != content_hash("ola mundos")
    assert content_hash("👍") != content_hash("👎")
    assert len(content_hash("")) == 64


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300), st.lists(st.text(max_size=120), max_size=6))
def test_no_text_breaks_it(text: str, recent: list[str]) -> None:
    decided = guard_repetition(text, [text, *recent])

    assert (decided.text == "") == (decided.decision == "withhold" or text == "")


def test_long_texts_cost_little() -> None:
    text = "Olá! Não entendi. Escolha uma opção abaixo. " * 2_000
    began = time.perf_counter()
    guard_repetition(text, [text] * 5)

    assert time.perf_counter() - began < 1
