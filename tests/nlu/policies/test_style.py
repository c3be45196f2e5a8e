"""Does what leaves sound as the organization wants, and say what it said?"""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recado.nlu.emoji import emoji_of, without_emoji
from recado.nlu.policies import Style, apply_style
from recado.nlu.policies.cutting import cut
from recado.nlu.policies.questions import one_at_a_time
from recado.nlu.policies.tone import Tone

PLAIN = Style()


def styled(text: str, **fields: object) -> str:
    return apply_style(text, Style(**fields)).text  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("**Banho** e __tosa__", "*Banho* e *tosa*"),
        ("# Preços\n\ntexto", "*Preços*\n\ntexto"),
        ("### **Preços** ###", "*Preços*"),
        ("* banho\n* tosa", "- banho\n- tosa"),
        ("1. banho\n2. tosa", "1. banho\n2. tosa"),
        ("veja [o site](https://a.example/x)", "veja o site: https://a.example/x"),
        ("[https://a.example](https://a.example)", "https://a.example"),
        ("![foto](https://a.example/f.png)", "https://a.example/f.png"),
        ("~~R$ 60~~ R$ 45", "~R$ 60~ R$ 45"),
        ("a\n---\nb", "a\n\nb"),
        ("oi<br>tudo <b>bem</b>", "oi\ntudo *bem*"),
        ("| dia | hora |\n|---|---|\n| 12/03 | 15h |", "dia – hora\n\n12/03 – 15h"),
        ("*já é WhatsApp* _assim_", "*já é WhatsApp* _assim_"),
        ("2 * 3 * 4 = 24", "2 * 3 * 4 = 24"),
        ("use snake_case_aqui", "use snake_case_aqui"),
    ],
)
def test_markdown_becomes_whatsapp(text: str, shown: str) -> None:
    assert apply_style(text, PLAIN).text == shown


def test_without_bold_and_lists() -> None:
    assert styled("**Banho** e _tosa_", bold=False) == "Banho e tosa"
    assert styled("- banho\n- tosa\n1. um", lists=False) == "banho\ntosa\n1. um"


@pytest.mark.parametrize(
    ("tone", "text", "said"),
    [
        (
            "formal",
            "Oi, vc pode vir hj? Tá confirmado com a gente!!",
            "Olá, você pode vir hoje? Está confirmado conosco!",
        ),
        ("formal", "Oi, querida! Me manda o CPF kkkk", "Olá! Envie, por favor, o CPF"),
        ("formal", "Beleza! Fica pra quinta às 15h, tá?", "Certo! Fica para quinta às 15h, está bem?"),
        ("formal", "Olá, sua consulta é amanhã.", "Olá, sua consulta é amanhã."),
        (
            "close",
            "Prezado cliente, informamos que seu pedido chegou. Atenciosamente",
            "Oi, seu pedido chegou. Um abraço",
        ),
        ("close", "Olá! Em que posso ser útil?", "Oi! Como posso te ajudar?"),
        ("neutral", "vc pode mandar msg qq hora", "você pode mandar mensagem qualquer hora"),
        ("neutral", "Oi! Tudo certo pra quinta.", "Oi! Tudo certo pra quinta."),
        ("formal", "O link é https://vc.example/pra?oi=1", "O link é https://vc.example/pra?oi=1"),
        ("formal", "Fale com a loja Oi ou *pra já*", "Fale com a loja Oi ou *pra já*"),
        ("close", "Informamos que o Valeu Pet abre 8h", "O Valeu Pet abre 8h"),
    ],
)
def test_tones(tone: Tone, text: str, said: str) -> None:
    assert styled(text, tone=tone) == said


def test_emoji_as_many_as_wanted() -> None:
    text = "Oba 🎉🎉 seu horário 👩‍⚕️ é às 15h ⏰!"

    assert styled(text) == text
    assert styled(text, most_emoji=1) == "Oba 🎉 seu horário é às 15h!"
    assert styled(text, most_emoji=0) == "Oba seu horário é às 15h!"
    assert emoji_of(text) == ("🎉", "🎉", "👩‍⚕️", "⏰")
    assert without_emoji("1️⃣ banho 2️⃣ tosa") == "1 banho 2 tosa"
    assert emoji_of("preço: R$ 45,00 (sem emoji) – “ok” º ª ©") == ()


@pytest.mark.parametrize(
    ("text", "asked", "held"),
    [
        ("Qual seu nome? Qual seu CPF?", "Qual seu nome?", ("Qual seu CPF?",)),
        ("Oi, tudo bem? Qual seu nome?", "Oi, tudo bem? Qual seu nome?", ()),
        ("Qual horário prefere? Manhã ou tarde?", "Qual horário prefere? Manhã ou tarde?", ()),
        ("Qual horário prefere? Posso ajudar em algo mais?", "Qual horário prefere?", ("Posso ajudar em algo mais?",)),
        ("Posso ajudar em algo mais? Qual o nome do pet?", "Qual o nome do pet?", ("Posso ajudar em algo mais?",)),
        (
            "Custa R$ 45. Quer marcar? Que dia? Abrimos às 8h.",
            "Custa R$ 45. Quer marcar? Abrimos às 8h.",
            ("Que dia?",),
        ),
        ("Escolha:\n1. Banho?\n2. Tosa?", "Escolha:\n1. Banho?\n2. Tosa?", ()),
        ("Fica pra quinta, tá? Qual o nome do pet?", "Fica pra quinta, tá? Qual o nome do pet?", ()),
        ("Tudo certo.", "Tudo certo.", ()),
        ("https://a.example/?a=1 Qual dia?", "https://a.example/?a=1 Qual dia?", ()),
    ],
)
def test_one_question_at_a_time(text: str, asked: str, held: tuple[str, ...]) -> None:
    found = one_at_a_time(text)

    assert (found.text, found.held) == (asked, held)
    assert styled(text, one_question=False) == text


@pytest.mark.parametrize(
    ("text", "word", "stands"),
    [
        ("Isso é grátis", "grátis", True),
        ("Isso é GRATIS!", "grátis", True),
        ("gratiss", "gratis", True),
        ("temos promoções", "promocao", False),
        ("garantimos a cura", "cura", True),
        ("procura por nós", "cura", False),
        ("o melhor  preço do brasil", "melhor preço", True),
        ("nada", "", False),
    ],
)
def test_forbidden_words_hold_it_back(text: str, word: str, stands: bool) -> None:
    result = apply_style(text, Style(forbidden=(word,)))

    assert result.may_leave is not stands
    assert [(problem.rule, problem.detail) for problem in result.problems] == (
        [("forbidden_word", word)] if stands else []
    )


def test_long_texts_go_in_parts_and_too_many_parts_are_a_problem() -> None:
    text = "\n\n".join(f"Parágrafo {number} com algumas palavras para encher." for number in range(9))
    result = apply_style(text, Style(longest=120, most_parts=5))

    assert all(len(part) <= 120 for part in result.parts)
    assert result.may_leave
    assert "".join(result.text.split()) == "".join(text.split())
    assert apply_style(text, Style(longest=60, most_parts=5)).problems[0].rule == "too_long"
    assert apply_style("  ", PLAIN).problems[0].rule == "empty"


def test_changes_say_what_was_done() -> None:
    result = apply_style("**Oi** vc é quem 🎉? E onde mora?", Style(tone="formal", most_emoji=0))

    assert [change.rule for change in result.changes] == ["markup", "tone", "emoji", "one_question"]
    assert result.changes[0].was == "**Oi** vc é quem 🎉? E onde mora?"
    assert result.held == ("E onde mora?",)
    assert apply_style("Tudo certo.", PLAIN).changes == ()


@given(st.text(max_size=400), st.integers(min_value=1, max_value=60))
@settings(max_examples=150, deadline=None)
def test_cutting_loses_nothing(text: str, longest: int) -> None:
    parts = cut(text, longest)

    assert all(0 < len(part) <= longest for part in parts)
    assert "".join("".join(parts).split()) == "".join(text.split())


@given(st.text(max_size=400), st.sampled_from(["formal", "close", "neutral"]))
@settings(max_examples=150, deadline=None)
def test_no_text_breaks_it(text: str, tone: Tone) -> None:
    apply_style(text, Style(tone=tone, most_emoji=1, forbidden=("x",), bold=False, lists=False))


@pytest.mark.parametrize(
    "text",
    [
        "?" * 50_000,
        "*a" * 50_000,
        "a? " * 30_000,
        "<b" * 50_000,
        "kk" * 50_000,
        "🎉" * 50_000,
        "| " * 50_000,
        "[a](" * 25_000,
        "_ " * 50_000,
    ],
)
def test_long_and_odd_texts_cost_little(text: str) -> None:
    began = time.perf_counter()
    apply_style(text, Style(tone="formal", most_emoji=0, bold=False, lists=False))

    assert time.perf_counter() - began < 3
