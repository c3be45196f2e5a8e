"""Is what a sentence denies found, as far as it goes, and nothing that it does not deny?"""

from __future__ import annotations

import time

import pytest

from recado.nlu.negation import negated_spans, read_negation

# What is denied, as it is written.
DENIED = (
    ("não gostei do atendimento", ["gostei do atendimento"]),
    ("Não quero mais receber mensagem", ["quero mais receber mensagem"]),
    ("nao consigo acessar o site", ["consigo acessar o site"]),
    ("n gostei", ["gostei"]),
    ("n sei o horario, pode me falar?", ["sei o horario"]),
    ("ñ quero", ["quero"]),
    ("naum quero mais", ["quero mais"]),
    ("nn vou poder ir", ["vou poder ir"]),
    ("num gostei muito", ["gostei muito"]),
    ("gostei não", ["gostei"]),
    ("quero mais não moço", ["quero mais"]),
    ("sei n", ["sei"]),
    ("tem não?", ["tem"]),
    ("nunca mais volto aí, mas agradeço", ["mais volto aí"]),
    ("jamais indico", ["indico"]),
    ("ninguém me responde!", ["me responde"]),
    ("nenhum atendente apareceu", ["atendente apareceu"]),
    ("sem resposta até agora", ["resposta até"]),
    ("veio sem a tampa, quero trocar", ["a tampa"]),
    ("não resolveu nada", ["resolveu nada"]),
    ("não veio ninguém hoje", ["veio ninguém hoje"]),
    ("nem gostei nem desgostei", ["gostei", "desgostei"]),
    ("não é caro mas demora", ["é caro"]),
    ("não quero mais e foi tudo muito ruim", ["quero mais"]),
    ("não fui bem atendida porque o rapaz saiu", ["fui bem atendida"]),
    ("não gostei só que vou voltar", ["gostei"]),
    ("não quero. Obrigado", ["quero"]),
    ("pq vcs n atendem de domingo", ["atendem de domingo"]),
    ("não tem horário?", ["tem horário"]),
    ("NÃÃÃO QUERO", ["QUERO"]),
    ("eu não é que não gostei", ["é que não gostei", "gostei"]),
    ("não sei, não conheço", ["sei", "conheço"]),
    ("não foi ruim, foi ótimo", ["foi ruim"]),
    ("nada funciona nesse app", ["funciona nesse app"]),
    ("tampouco avisaram", ["avisaram"]),
)
NOTHING_DENIED = (
    "ficou bom né?",
    "é amanhã, não é?",
    "é amanha, nao é mesmo?",
    "vocês abrem sábado, não?",
    "ficou lindo, não ficou?",
    "o banho é às 15h, não é isso?",
    "não só é bonito como é barato",
    "não apenas gostei como indiquei",
    "igual que nem da outra vez",
    "meu cachorro é que nem gente",
    "de nada!",
    "por nada, estamos aqui",
    "pois não, em que posso ajudar?",
    "sem dúvida o melhor petshop",
    "sem problemas, pode ser",
    "vou sem falta na quinta",
    "não vejo a hora de buscar meu carro",
    "não poderia estar mais satisfeita",
    "nada mal hein",
    "entrei num grupo de vocês",
    "comprei num site",
    "rua das flores n 45",
    "n° 45",
    "nº 12 apto 3",
    "casa n 8",
    "rock n roll",
    "vai ter ou não o evento?",
    "amei, ficou maravilhoso",
    "quero marcar um banho",
    "nadar é bom",
    "semana que vem",
    "minha senha",
    "",
    "   ",
    "👍",
)


@pytest.mark.parametrize(("text", "denied"), DENIED)
def test_what_is_denied(text: str, denied: list[str]) -> None:
    assert [text[one.scope_start : one.scope_end] for one in read_negation(text)] == denied


@pytest.mark.parametrize("text", NOTHING_DENIED)
def test_nothing_is_denied(text: str) -> None:
    assert read_negation(text) == ()


@pytest.mark.parametrize("text", ["não", "Não.", "não, obrigado", "nao 🙏", "Não!"])
def test_a_no_by_itself_denies_no_words(text: str) -> None:
    (found,) = read_negation(text)

    assert found.scope_start == found.scope_end
    assert negated_spans(text) == ((0, 3),)


def test_spans_hold_cue_and_scope() -> None:
    text = "olha, NÃÃÃO gostei. e quero mais não"

    assert [text[start:end] for start, end in negated_spans(text)] == ["NÃÃÃO gostei", "quero mais não"]


@pytest.mark.parametrize(
    "text", ["não " * 25_000, "n" * 100_000, "não quero e " * 9_000, "nem\u200b " * 20_000, "\ud800não\u202e x" * 9_000]
)
def test_long_and_odd_texts_cost_little(text: str) -> None:
    began = time.perf_counter()
    read_negation(text)

    assert time.perf_counter() - began < 0.5
