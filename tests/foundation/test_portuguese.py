"""Are forms of one word one, different words different, and spellings of a name alike?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recado.foundation.portuguese import sound, stem
from recado.foundation.text import words

FAMILIES = (
    "consulta consultas consultei consultar consultou consultando consultaram consultaria",
    "agendar agendei agendamento agendamentos agendado agenda",
    "vacina vacinas vacinar vacinação vacinações vacinado",
    "pagar paguei pago pagamento pagou paguem",
    "veterinária veterinário veterinárias veterinários",
    "remédio remédios",
    "cirurgia cirurgias",
    "cancelar cancelei cancela cancelado cancelamento",
    "ficar fiquei ficou",
    "animal animais",
    "cão cães",
    "marcar marquei marcado marcou",
    "urgente urgência urgentemente",
    "cachorro cachorrinho cachorra cachorros",
    "castração castrar castrado castrou",
    "orçamento orçamentos",
    "preço preços",
)
APART = ("maria mar", "consulta compra", "dia dor", "salário sal", "lado lida", "banho banco")


@pytest.mark.parametrize("family", FAMILIES)
def test_forms_of_a_word_have_one_stem(family: str) -> None:
    assert len({stem(word) for word in words(family)}) == 1


@pytest.mark.parametrize("pair", APART)
def test_different_words_stay_apart(pair: str) -> None:
    assert len({stem(word) for word in words(pair)}) == 2


@pytest.mark.parametrize(
    "pair", ["Thiago Tiago", "Souza Sousa", "Luiz Luís", "Matheus Mateus", "Kátia Cátia", "Helena Elena", "Anna Ana"]
)
def test_spellings_of_a_name_sound_alike(pair: str) -> None:
    assert len({sound(word) for word in words(pair)}) == 1


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=30))
def test_a_stem_is_never_empty_and_never_longer_than_an_ending(word: str) -> None:
    assert 1 <= len(stem(word)) <= len(word) + 1
