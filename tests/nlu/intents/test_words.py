"""Are words told apart as people type them?"""

from __future__ import annotations

import pytest

from recado.nlu.intents.concepts import concepts
from recado.nlu.intents.courtesies import without_courtesies
from recado.nlu.intents.stems import stem
from recado.nlu.intents.words import MOST_WORDS, comparable, undoubled, words_of


def said(text: str) -> list[str]:
    return words_of(comparable(text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("vc n vai qdo?", ["voce", "nao", "vai", "quando", "?"]),
        ("Tchaaau, bom diaa!!", ["tchau", "bom", "dia"]),
        ("ñ qro", ["nao", "quero"]),
        ("pfv", ["por", "favor"]),
        ("kkkkkk", ["kkk"]),
        ("hahaha", ["kkk"]),
        ("60 k", ["<n>", "<mil>"]),
        ("60k ou 45.000,00", ["<mil>", "ou", "<nnnn>"]),
        ("às 15h30 ou 9h", ["as", "<hora>", "ou", "<hora>"]),
        ("em 48x", ["em", "<vezes>"]),
        ("corolla 2020", ["corola", "<ano>"]),
        ("ABC1D23", ["<placa>"]),
        ("segunda via, 2ª via", ["segunda", "via", "2a", "via"]),
        ("👍", ["👍"]),
        ("", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert said(text) == words


def test_only_so_many_words_are_looked_at() -> None:
    assert len(words_of("a b " * 5_000)) <= MOST_WORDS + 3


@pytest.mark.parametrize(
    ("word", "plain"), [("carro", "carro"), ("passar", "passar"), ("siim", "sim"), ("bjss", "bjs")]
)
def test_doubled_letters(word: str, plain: str) -> None:
    assert undoubled(word) == plain


@pytest.mark.parametrize(
    "family",
    [
        ("marcar", "marcaram", "marcando", "marcado"),
        ("horario", "horarios"),
        ("cachorro", "cachorra", "cachorrinho", "cachorros"),
        ("cancelar", "cancelei", "cancelaria", "cancelou"),
        ("promocao", "promocoes"),
    ],
)
def test_a_family_of_words_has_one_stem(family: tuple[str, ...]) -> None:
    assert len({stem(word) for word in family}) == 1


def test_short_words_and_figures_stay() -> None:
    assert [stem(word) for word in ("mes", "dia", "<n>", "hb20", "mais")] == ["mes", "dia", "<n>", "hb20", "mais"]


def test_courtesies_are_put_aside() -> None:
    core, opened, closed = without_courtesies(said("Oi, boa tarde! Tudo bem? Vocês abrem sábado? Muito obrigada!"))
    assert ([word for word in core if word != "?"], opened, closed) == (["voces", "abrem", "sabado"], True, True)


@pytest.mark.parametrize("text", ["oi, bom dia", "obrigada, boa noite", "oi gente", "tudo bem?", ""])
def test_a_message_that_is_nothing_else_stays_whole(text: str) -> None:
    words = said(text)
    assert without_courtesies(words) == (words, False, False)


def test_words_of_a_sense_are_one_concept() -> None:
    known = concepts()
    for word in ("marcar", "agendar", "reservar", "encaixa"):
        assert "book" in known.at([word], 0)
    words = said("me tira dessa lista")
    assert "opt_out" in {concept for place in range(len(words)) for concept in known.at(words, place)}
    assert "car_model" in known.at(said("corolla"), 0)
