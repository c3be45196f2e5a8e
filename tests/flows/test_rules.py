"""Does the right bot answer?"""

from __future__ import annotations

import pytest

from recado.flows.rules import Candidate, Chosen, choose_bot

BOTS = (
    Candidate("clinica"),
    Candidate("vacinas", ("vacina", "campanha de vacinação")),
    Candidate("banho", ("banho", "banho e tosa")),
    Candidate("velho", ("natal",), active=False),
)


@pytest.mark.parametrize(
    ("text", "default", "fallback", "chosen"),
    [
        ("oi", "clinica", "banho", Chosen("clinica", "default")),
        ("oi", "", "banho", Chosen("banho", "fallback")),
        ("oi", "velho", "banho", Chosen("banho", "fallback")),
        ("oi", "gone", "", Chosen("", "none")),
        ("Quero BANHO!", "clinica", "", Chosen("banho", "keyword", "banho")),
        ("banho e tosa ou vacina", "clinica", "", Chosen("banho", "keyword", "banho e tosa")),
        ("vacina e banho", "clinica", "", Chosen("vacinas", "keyword", "vacina")),
        ("vi a campanha de vacinacao", "clinica", "", Chosen("vacinas", "keyword", "campanha de vacinação")),
        ("campanha linda de vacinação", "clinica", "", Chosen("clinica", "default")),
        ("banhos", "clinica", "", Chosen("clinica", "default")),
        ("natal", "clinica", "", Chosen("clinica", "default")),
        ("", "clinica", "", Chosen("clinica", "default")),
    ],
)
def test_choosing(text: str, default: str, fallback: str, chosen: Chosen) -> None:
    assert choose_bot(BOTS, text, default=default, fallback=fallback) == chosen


def test_an_empty_keyword_calls_nobody() -> None:
    assert choose_bot((Candidate("a", ("", "!")),), "!", default="", fallback="") == Chosen("", "none")
