"""Is an opinion read from what is one, and from nothing else?"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from recado.channels.models import Choice, Identity, InboundMessage, MessageType
from recado.conversations.csat_models import Commented, CsatSettings, Rated, Style, Survey
from recado.conversations.models import ConversationId
from recado.conversations.rules import csat

NOW = datetime(2026, 3, 2, 15, tzinfo=UTC)

SCORES = {
    "5": 5, " 1 ": 1, "3️⃣": 3, "nota 4": 4, "Nota: 5!": 5, "dou nota 2": 2, "cinco": 5, "três": 3, "5 estrelas": 5,
    "⭐⭐⭐⭐": 4, "⭐️⭐️⭐️⭐️⭐️": 5, "🌟": 1, "ótimo": 5, "OTIMO ATENDIMENTO": 5, "foi ótimo, obrigada": 5, "excelente!!!": 5,
    "bom": 4, "muito bom": 5, "Muito boa": 5, "foi bom o atendimento": 4, "ruim": 2, "muito ruim": 1, "péssimo": 1,
    "mais ou menos": 3, "regular": 3, "ok": 3, "gostei": 4, "não gostei": 2, "adorei": 5, "👍": 4, "😍😍": 5, "😡": 1,
    "😐": 3, "nota 10": 5, "10": 5, "nota mil": 5, "Nota zero": 1, "❤️": 5, "👍🏽": 4,
}  # fmt: skip
NONE = [
    "bom dia", "Boa tarde!", "boa noite", "oi", "", "   ", "quero 2 consultas", "2 banhos por favor", "6", "8", "0800",
    "não foi bom", "bom e ruim", "1 ou 2?", "5?", "qual o preço?", "vocês são ótimos mas demoram demais para responder",
    "ótimo, quero comprar outro carro", "obrigado", "123", "11 98888-7777", "55", "R$ 5", "às 5", "dia 5 pode ser", "😡😍",
    "kkkk", "tudo bem", "sim", "não", "ok, e o boleto?", "bom, então me manda a proposta", "<b>5</b><script>", "五",
]  # fmt: skip


@pytest.mark.parametrize(("said", "score"), SCORES.items())
def test_scores_are_read(said: str, score: int) -> None:
    assert csat.read_score(said) == Rated(score)


@pytest.mark.parametrize("said", NONE)
def test_what_is_no_score_is_none(said: str) -> None:
    assert csat.read_score(said) is None


@pytest.mark.parametrize(
    ("said", "rated"),
    [
        ("nota 4 porque demorou", Rated(4, "porque demorou")),
        ("5, muito bom!", Rated(5, "muito bom!")),
        ("2 - ninguém me atendeu", Rated(2, "ninguém me atendeu")),
        ("dou nota 1 demorou\nduas horas", Rated(1, "demorou\nduas horas")),
    ],
)
def test_a_number_that_is_said_to_be_one_may_have_words_behind_it(said: str, rated: Rated) -> None:
    assert csat.read_score(said) == rated


def message(text: str, choice: str = "") -> InboundMessage:
    return InboundMessage(
        provider_id="x", chat="5511900000000", sender=Identity(wa_id="5511900000000"), type=MessageType.TEXT, sent_at=NOW,
        text=text, choice=Choice(id=choice, title=text) if choice else None,
    )  # fmt: skip


def survey(**changes: object) -> Survey:
    given = {"state": "asked", "score": None, "asked_at": NOW - timedelta(hours=1), "scored_at": None, **changes}
    return Survey(uuid4(), ConversationId(uuid4()), **given)  # type: ignore[arg-type]


def test_words_are_a_comment_for_a_while_after_the_score() -> None:
    scored = survey(state="scored", score=2, scored_at=NOW - timedelta(minutes=5))
    assert csat.read(message("Demoraram demais."), scored, NOW, comments=True) == Commented("Demoraram demais.")
    assert csat.read(message("Demoraram demais."), scored, NOW, comments=False) is None
    assert csat.read(message("Demoraram demais."), survey(), NOW, comments=True) is None
    late = survey(state="scored", score=2, scored_at=NOW - timedelta(minutes=31))
    assert csat.read(message("Demoraram demais."), late, NOW, comments=True) is None
    for request in ("oi, preciso de ajuda", "Quero marcar um banho", "vocês abrem amanhã?", "Bom dia"):
        assert csat.read(message(request), scored, NOW, comments=True) is None
    assert csat.read(message("na verdade, nota 4"), scored, NOW, comments=True) == Commented("na verdade, nota 4")
    assert csat.read(message("4"), scored, NOW, comments=True) == Rated(4)


def test_an_answer_that_comes_after_days_is_about_something_else() -> None:
    assert csat.read(message("5"), survey(asked_at=NOW - timedelta(days=4)), NOW, comments=True) is None


def test_a_tap_names_its_question_and_nothing_forged_does() -> None:
    id_ = uuid4()
    for style in Style:
        asked = csat.question(CsatSettings(style=style), id_)
        rows = [row for section in asked.sections for row in section.rows]
        assert len({row.title for row in rows}) == 5
        assert all(len(row.title) <= 24 and len(row.id) <= 200 for row in rows)
        assert [csat.tapped(message(row.title, row.id)) for row in rows] == [(id_, score) for score in range(1, 6)]
    for forged in ("csat:", "csat:x:5", f"csat:{id_.hex}:", f"csat:{id_.hex}:cinco", "menu", f"{id_.hex}:5"):
        assert csat.tapped(message("x", forged)) is None
    assert csat.tapped(message("x", f"csat:{id_.hex}:99")) == (UUID(int=id_.int), 5)
