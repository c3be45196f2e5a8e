"""Do entities stand where they say, follow their context, and come at once whatever is sent?"""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recado.nlu.entities import read_entities
from recado.nlu.models import NO_TIME, Context
from tests.nlu.entities.notation import written

NOISE = st.text(
    alphabet=st.one_of(
        st.characters(), st.sampled_from("0123456789 .,-/()+@$xk\n\u200b\u202e\u0301\ufe0f"), st.sampled_from("aeiouRr")
    ),
    max_size=300,
)


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("até 60 mil reais", ["60 mil reais"]),
        ("moro em Sa\u0303o Paulo", ["Sa\u0303o Paulo"]),
        ("banhooooo no Reeeex 11 98765-4321", ["banhooooo", "Reeeex", "11 98765-4321"]),
        ("\u202a+55 11 98765\u20114321\u202c", ["+55 11 98765\u20114321"]),
        ("meu cãozinhooo de 3 aninhos", ["cãozinhooo", "3 aninhos"]),
        ("🐶🐶 meu shih tzu Rex", ["shih tzu", "Rex"]),
    ],
)
def test_places_are_those_of_the_original(text: str, spans: list[str]) -> None:
    assert [text[one.start : one.end] for one in read_entities(text, Context())][: len(spans)] == spans


@pytest.mark.parametrize(
    ("text", "context", "named"),
    [
        ("joão", Context(asked="name"), ["person João"]),
        ("é thor", Context(asked="pet_name"), ["pet_name Thor"]),
        ("luz", Context(asked="city"), ["city Luz"]),
        ("2 anos", Context(asked="pet_age"), ["pet_age 2"]),
        ("2 anos", Context(), []),
        ("tem fit?", Context(vertical="revenda de carros"), ["car_model Fit"]),
        ("tem fit?", Context(), ["car_model Fit"]),
        ("quero o completo", Context(services=("Banho Completo", "Tosa")), []),
        ("quero um banho completo", Context(services=("Banho Completo", "Tosa")), ["service Banho Completo"]),
        ("quero tosar", Context(services=("Banho", "Tosa")), ["service Tosa"]),
        ("manda pra vivi", Context(people=("Viviane Souza",)), ["person Vivi"]),
        ("manda pra viviane", Context(people=("Viviane Souza",)), ["person Viviane Souza"]),
        ("quanto tá o Zafirão Plus?", Context(catalogue=("Zafirão Plus",)), ["car_model Zafirão Plus"]),
        ("corte e escova", Context(vertical="salao"), ["service corte", "service escova"]),
        ("tem escova?", Context(vertical="petshop"), []),
    ],
)
def test_what_is_known_changes_what_is_read(text: str, context: Context, named: list[str]) -> None:
    assert written(read_entities(text, context)) == named


def test_digits_inside_a_time_are_no_number() -> None:
    context = Context(reference=datetime(2026, 3, 11, 13, tzinfo=UTC))
    assert read_entities("pode ser às 9 e às 11", context) == ()
    assert written(read_entities("são 9 pessoas", context, NO_TIME)) == ["number 9"]


def test_what_is_named_twice_comes_once() -> None:
    assert written(read_entities("meu gato, o gato preto", Context())) == ["pet_species gato"]
    assert written(read_entities("2 gatos e 2 peixes", Context())).count("number 2") == 2


@settings(max_examples=300, deadline=None)
@given(NOISE)
def test_nothing_raises_and_places_lie_in_the_text(text: str) -> None:
    for one in read_entities(text, Context()):
        assert 0 <= one.start < one.end <= len(text)


@pytest.mark.parametrize(
    "piece",
    ["1", "9 ", "a", "11 98765-4321 ", "r$ 1.", "mil e ", "dois ", "@", "a.", "1/", "de ", "o thor e a mel ", "(", "+55",
     "\u0301", "\x00", "rua a ", "até ", "12.345.678/", "ponto ", "arroba ", "é o ", "João ", "gol ", " ", "\n", "🐶",
     "entre 1 e ", "9.", "-1"],
)  # fmt: skip
def test_a_hundred_thousand_characters_come_at_once(piece: str) -> None:
    text = (piece * 100_000)[:100_000]
    read_entities(piece * 10, Context())
    began = time.process_time()
    read_entities(text, Context())
    assert time.process_time() - began < 0.25


def test_a_message_takes_less_than_a_millisecond() -> None:
    texts = [
        "oi bom dia, vcs tem horário pra banho amanha de manhã? é uma york de 4 aninhos",
        "procuro hb20 ou onix, automatico, 2018 pra cima, ate 60k, com no maximo 70 mil km",
        "ok, obrigada!", "moro em campinas, meu zap é 19 99123-4567", "quero falar com a viviane",
    ]  # fmt: skip
    for text in texts:
        read_entities(text, Context())
    took = []
    for _ in range(40):
        for text in texts:
            began = time.process_time()
            read_entities(text, Context())
            took.append(time.process_time() - began)
    assert sorted(took)[len(took) // 2] < 0.004
