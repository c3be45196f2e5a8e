"""Is it told how pressing a message is? The reference is a Wednesday, 11 March 2026, 10:00 in São Paulo."""

from __future__ import annotations

import re
import time
from datetime import datetime
from importlib import resources
from zoneinfo import ZoneInfo

import pytest

from recado.nlu.models import Pressure
from recado.nlu.urgency import read_urgency

NOW = datetime(2026, 3, 11, 10, 0, tzinfo=ZoneInfo("America/Sao_Paulo"))

HIGH = (
    "urgente",
    "URGENTEEE",
    "é urgência, me liguem",
    "urjente por favor",
    "preciso disso pra ontem",
    "o quanto antes por favor",
    "qto antes melhor",
    "o mais rápido possível",
    "preciso o mais breve possivel",
    "assim que possível me retorna",
    "preciso imediatamente de uma solução",
    "é uma emergência",
    "socorro, meu cachorro comeu veneno",
    "meu cachorro tá sangrando",
    "ele ta vomitando sangue desde cedo",
    "minha gata foi atropelada",
    "tá tendo uma convulsão aqui",
    "meu gato não consegue fazer xixi",
    "não para de vomitar",
    "ela não come há 3 dias",
    "comeu chumbinho",
    "engoliu uma agulha",
    "não aguento mais de dor",
    "to com muita dor de dente",
    "dor insuportável no siso",
    "quebrou meu dente da frente",
    "meu filho tá com febre alta",
    "ele tá passando muito mal",
    "cadela em trabalho de parto",
    "cano estourou aqui em casa",
    "cheiro de gás na cozinha",
    "meu carro quebrou na estrada",
    "fui assaltada e levaram meu cartão",
    "sistema fora do ar aqui",
    "preciso hoje",
    "preciso de um horário pra hoje",
    "tem que ser hoje",
    "ainda hoje se der",
    "hoje sem falta",
    "preciso agora",
    "é pra já",
    "não dá pra esperar",
    "nao posso esperar mais",
    "to com pressa",
    "tenho pressa moça",
    "me responde logo",
    "responde rápido pfv",
    "agiliza aí",
    "meu casamento é amanhã",
    "viajo amanhã cedo",
    "meu prazo termina hoje",
    "o boleto vence hoje",
    "é o caso de vida ou morte",
    "sem pressa, mas preciso ainda hoje",
    "preciso pra amanhã",
    "preciso de um encaixe hoje, minha gengiva tá sangrando",
    "eh pra hoje moça",
    "a audiência é amanhã",
    "preciso sem falta da nota",
    "fiquei trancada pra fora de casa",
    "ele lambeu produto de limpeza",
    "o prazo vence hoje",
    "tô desesperada",
    "pelo amor de deus alguém me ajuda",
)
LOW = (
    "sem pressa",
    "sem pressa nenhuma, tá?",
    "não é urgente",
    "nao eh nada urgente",
    "n é urgente não",
    "não tenho pressa",
    "tenho pressa não",
    "quando puder me responde",
    "qdo quiser, quando vcs puderem",
    "quando der um tempinho me chama",
    "assim que puder me retorna",
    "não precisa ser hoje",
    "não precisa responder agora",
    "pode ser qualquer dia",
    "qualquer horário serve",
    "com calma",
    "no seu tempo",
    "mais pra frente eu vejo isso",
    "só tô pesquisando por enquanto",
    "posso esperar",
    "preciso pra semana que vem",
    "preciso até sexta",
    "preciso disso pra sábado",
    "preciso do carro em 15 dias",
    "é pro mês que vem",
    "pode demorar, sem problema",
    "nada urgente, só uma dúvida",
    "ainda temos bastante tempo",
    "não, não é urgente",
    "isso não é urgência, só queria saber",
)
NONE = (
    "oi",
    "bom dia",
    "obrigada",
    "quanto custa o banho?",
    "quero marcar um banho amanhã às 15h",
    "tem horário pra quinta?",
    "preciso desmarcar amanhã",
    "preciso remarcar minha consulta de hoje",
    "preciso saber se abre hoje",
    "vocês abrem hoje?",
    "até hoje não recebi",
    "o atendimento foi rápido",
    "uma dúvida rapidinha",
    "socorro kkkk que fofura",
    "morrendo de rir",
    "morri de amores por ele",
    "não aguento mais receber mensagem de vocês",
    "qual o telefone de emergência?",
    "meu contato de emergência é minha mãe",
    "moro na rua socorro",
    "fica perto do pronto socorro?",
    "a promoção acaba hoje?",
    "procuro um suv até 90 mil",
    "paguei ontem",
    "já paguei",
    "fiz o exame de sangue",
    "até logo",
    "quero um corolla 2020",
    "e agora?",
    "vou tomar banho e já volto",
    "pago dia 10 sem falta",
    "o atendimento é até as 18h",
    "e pra semana que vem tem o que na agenda?",
    "preciso da agenda de amanhã impressa",
    "preciso da lista dos contratos com reajuste",
    "quem não vem aqui já faz dois meses",
    "minha consulta é hoje?",
    "isso é grave?",
    "preciso saber até que horas vocês abrem",
    "cancela pra mim, foi de última hora",
    "a senhora tomou o remédio?",
    "não aguento mais promoção",
    "me tira dessa lista",
    "",
)


def level(text: str) -> Pressure:
    return read_urgency(text, NOW).level


@pytest.mark.parametrize("text", HIGH)
def test_presses(text: str) -> None:
    assert level(text) == "high"


@pytest.mark.parametrize("text", LOW)
def test_has_time(text: str) -> None:
    assert level(text) == "low"


@pytest.mark.parametrize("text", NONE)
def test_says_nothing_of_it(text: str) -> None:
    assert read_urgency(text, NOW).level == "none"
    assert read_urgency(text, NOW).words == ()
    assert read_urgency(text, NOW).horizon_days is None


@pytest.mark.parametrize(
    ("text", "words", "days"),
    [
        ("Preciso pra semana que vem!", ("Preciso pra semana que vem",), 5),
        ("é URGENTE, preciso hoje", ("URGENTE", "preciso hoje"), 0),
        ("preciso até sexta", ("preciso até sexta",), 2),
        ("isso é pra ontem", ("é pra ontem",), 0),
        ("urgente: preciso pra sábado", ("urgente", "preciso pra sábado"), 3),
        ("não é urgente, pode ser qualquer dia", ("não é urgente", "pode ser qualquer dia"), None),
        ("Tô com muuuuita dor", ("muuuuita dor",), None),
        ("meu casamento é amanhã", ("casamento é amanhã",), 1),
        ("tá sangrando desde ontem", ("tá sangrando",), None),
        ("preciso do carro em 15 dias", ("preciso do carro em 15 dias",), 15),
    ],
)
def test_words_and_horizon(text: str, words: tuple[str, ...], days: int | None) -> None:
    read = read_urgency(text, NOW)

    assert (read.words, read.horizon_days) == (words, days)


@pytest.mark.parametrize("name", ["high", "low", "nothing"])
def test_patterns_are_normal_and_flat(name: str) -> None:
    """A pattern with an accent or a capital never matches; one that repeats what repeats without a bound may never end."""
    text = resources.files("recado.nlu").joinpath("data", "urgency", f"{name}.txt").read_text("utf-8")
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        assert line == line.strip()
        assert line.isascii(), line
        assert not re.search(r"[+*][^()]*\)[+*]", line), line
        re.compile(line)


@pytest.mark.parametrize(
    "text",
    [
        "preciso " * 12_500,
        "urgente " * 12_500,
        "não é " * 16_000,
        "pra hoje até " * 8_000,
        "a" * 100_000,
        "\u202e💥" * 50_000,
    ],
)
def test_long_and_odd_texts_cost_little(text: str) -> None:
    read_urgency("aquece", NOW)
    began = time.perf_counter()
    read_urgency(text, NOW)

    assert time.perf_counter() - began < 0.5
