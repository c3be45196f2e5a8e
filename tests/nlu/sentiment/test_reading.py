"""Is it told how messages are said? None of these sentences is among those the model is taught."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recado.nlu.sentiment import read_sentiment
from recado.nlu.sentiment.features import polarity, read_words
from recado.nlu.sentiment.lexicon import emoji_senses, lexicon
from recado.nlu.sentiment.training import package_sentences

POSITIVE = (
    "adorei o banho que deram na minha cachorrinha, ficou linda demais",
    "muito obrigada pelo carinho com o meu pai na consulta de ontem",
    "o pessoal da oficina foi nota dez, resolveram rapidinho",
    "chegou tudo certinho aqui e antes do prazo, gostei muito!",
    "vcs são demais kkkk amei",
    "ficou exatamente como eu queria ❤️",
    "não tenho do que reclamar, sempre muito bem atendida",
    "demorou um pouco mas ficou maravilhoso",
    "nunca vi um pessoal tão atencioso",
    "super recomendo a loja pra todo mundo",
    "mto bom o atendimento d vcs parabens",
    "que alívio, deu tudo certo na cirurgia dele 🙏❤️",
    "melhor barbearia da região sem dúvida",
    "fiquei muito satisfeito com o carro, obrigado pela honestidade",
    "show de bola, valeu demais pela força",
)
NEGATIVE = (
    "já faz duas semanas que espero a peça e ninguém me dá uma posição",
    "não gostei nada do corte, ficou torto",
    "que falta de respeito com o cliente, hein",
    "péssimo, nunca mais compro aí",
    "a moça da recepção foi super grossa com a minha mãe",
    "veio tudo errado de novo",
    "olha, com todo respeito, o serviço deixou a desejar",
    "o produto é bonito mas quebrou no segundo dia",
    "n recomendo pra ninguem",
    "cadê meu dinheiro??? já era pra ter caído",
    "tô muito decepcionada com vocês 😞",
    "vcs sao uns palhaços, vou no procon",
    "meu cachorro voltou machucado do banho",
    "me cobraram duas vezes e ninguém resolve",
    "que merda de atendimento",
    "a internet cai toda hora, não aguento mais",
)
NEUTRAL = (
    "oi, boa tarde",
    "qual o valor da consulta com o cardiologista?",
    "quero marcar um horário pra sábado às 10h",
    "vocês fazem entrega no centro?",
    "meu cpf é 123.456.789-09",
    "preciso remarcar a reunião de quinta",
    "é urgente, preciso pra hoje",
    "tem esse tênis no 42?",
    "me manda o boleto desse mês",
    "não tenho interesse, obrigado",
    "pode ser amanhã de manhã",
    "quais documentos preciso levar?",
    "moro na rua das palmeiras, 120",
    "vou ver aqui e te aviso",
    "qual o melhor dia pra levar meu gato?",
    "kkkk",
    "ok",
)


@pytest.mark.parametrize("text", POSITIVE)
def test_pleased(text: str) -> None:
    read = read_sentiment(text)

    assert read.label == "positive"
    assert read.score > 0


@pytest.mark.parametrize("text", NEGATIVE)
def test_displeased(text: str) -> None:
    read = read_sentiment(text)

    assert read.label == "negative"
    assert read.score < 0


@pytest.mark.parametrize("text", NEUTRAL)
def test_neither(text: str) -> None:
    assert read_sentiment(text).label == "neutral"


def test_these_sentences_are_not_taught() -> None:
    taught = {sentence.text for sentence in package_sentences()}

    assert [text for text in (*POSITIVE, *NEGATIVE) if text in taught] == []


@pytest.mark.parametrize(
    ("said", "denied"),
    [
        ("gostei do atendimento", "não gostei do atendimento"),
        ("recomendo", "não recomendo"),
        ("vale a pena", "não vale a pena"),
        ("ficou bom", "não ficou bom"),
        ("tô satisfeita", "não tô satisfeita"),
    ],
)
def test_a_denial_turns_praise_round(said: str, denied: str) -> None:
    assert read_sentiment(said).label == "positive"
    assert read_sentiment(denied).label == "negative"


@pytest.mark.parametrize(
    "text",
    [
        "parabéns hein, atrasaram de novo",
        "que lindo hein, duas horas esperando 🙄",
        "adorei ficar sem internet o dia todo 🤡",
        "ótimo atendimento, só que não",
        "nossa que eficiência, erraram meu pedido outra vez",
    ],
)
def test_irony_is_believed_less(text: str) -> None:
    assert read_sentiment(text).confidence < 0.62


def test_plain_words_are_believed() -> None:
    assert read_sentiment("adorei o atendimento, muito obrigada").confidence > 0.8
    assert read_sentiment("péssimo atendimento, que absurdo").confidence > 0.8


def test_words_count_more_after_a_contrast() -> None:
    assert polarity(read_words("péssimo mas adorei"), read_words("péssimo mas adorei").turn) == (2, 0)
    assert read_words("mas que coisa").turn == 0


def test_what_the_lexicon_sees() -> None:
    assert polarity(read_words("muito bom")) == (2, 0)
    assert polarity(read_words("não gostei")) == (0, 1)
    assert polarity(read_words("bom dia")) == (0, 0)
    assert polarity(read_words("boa tarde, feliz natal")) == (0, 0)
    assert polarity(read_words("pouco profissional, zero respeito"))[0] == 0
    assert [hit.section for hit in lexicon().hits(("amei", "mas", "porra"))] == ["+2", "turn", "swear"]
    assert emoji_senses()["😡"] == "-1"


@pytest.mark.parametrize("text", ["", "   ", "\n", "\u200b", "...", "?", "\ud800", "➎", "²", "٣"])
def test_nothing_said_is_neutral(text: str) -> None:
    assert read_sentiment(text).label in {"neutral", "negative"}
    assert read_sentiment("") == read_sentiment("   ")
    assert read_sentiment("").confidence == 1


def test_the_same_text_is_read_the_same() -> None:
    assert read_sentiment("gostei bastante") == read_sentiment("gostei bastante")


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_no_text_breaks_it(text: str) -> None:
    read = read_sentiment(text)

    assert -1 <= read.score <= 1
    assert 0 <= read.confidence <= 1


@pytest.mark.parametrize(
    "text", ["não gostei " * 10_000, "k" * 100_000, "😡" * 50_000, "mas " * 30_000, "\u202eabc" * 30_000]
)
def test_long_and_odd_texts_cost_little(text: str) -> None:
    read_sentiment("aquece")
    began = time.perf_counter()
    read_sentiment(text)

    assert time.perf_counter() - began < 0.5


def test_reading_imports_no_learner() -> None:
    code = (
        "import sys; from recado.nlu.sentiment import read_sentiment; read_sentiment('gostei');"
        "print(any(name in sys.modules for name in ('sklearn', 'scipy')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONPATH": "src"}
    )

    assert done.stdout.strip() == "False"
