"""Has every problem a sentence in Portuguese, whole whatever its data are?"""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import recado.flows
from recado.flows.engine.inspect import check_definition
from recado.flows.engine.limits import WHATSAPP
from recado.flows.engine.problems import Code, Problem, error, warning
from recado.flows.rules.sentences import sentence
from tests.flows.engine.support import TYPES
from tests.flows.engine.test_definition import CLINIC, edited

SOURCES = Path(recado.flows.__file__).parent


@pytest.mark.parametrize("code", list(Code))
def test_each_code_has_a_sentence_even_without_its_data(code: Code) -> None:
    said = sentence(Problem(code))
    assert said[0].isupper() or said[0] == "“"
    assert said[-1] in ".?"
    assert not re.search(r"\{\w|“”|\(\)|: \.|  ", said), said
    assert code.value not in said


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        (error(Code.TOO_LONG, length=5_000, limit=4_096), "O texto tem 5.000 caracteres; o máximo é 4.096."),
        (error(Code.WRONG_TYPE, expected="boolean"), "Aqui deveria haver sim ou não."),
        (error(Code.MISSING_KEY, key="title"), "Falta preencher este campo: “title”."),
        (error(Code.MISSING_KEY, key=""), "Falta preencher este campo."),
        (warning(Code.UNKNOWN_VARIABLE, variable="a", nearest="b"), "Nada neste fluxo define a variável “a”. Seria “b”?"),
        (warning(Code.UNKNOWN_VARIABLE, variable="x", nearest=""), "Nada neste fluxo define a variável “x”."),
        (warning(Code.CALL_FAILED, reason="http_503", detail=""), "A chamada falhou: o servidor respondeu 503."),
        (warning(Code.CALL_FAILED, reason="timeout"), "A chamada falhou: demorou demais."),
        (error(Code.TOO_LONG), "O texto tem … caracteres; o máximo é …."),
        (error(Code.OUT_OF_RANGE, minimum=0.5, maximum=1e3), "O número precisa estar entre 0,5 e 1.000."),
        (error(Code.UNKNOWN_OPTION, value="{limit}", known="a"), "“{limit}” não é uma das opções possíveis aqui."),
    ],
)  # fmt: skip
def test_sentences(problem: Problem, said: str) -> None:
    assert sentence(problem) == said


def test_every_code_is_told_somewhere() -> None:
    """A code that nothing tells would be a sentence that nobody reads."""
    told: set[str] = set()
    for path in SOURCES.rglob("*.py"):
        if path.name not in ("problems.py", "sentences.py"):
            tree = ast.parse(path.read_text("utf-8"))
            names = (
                one for one in ast.walk(tree) if isinstance(one, ast.Attribute) and isinstance(one.value, ast.Name)
            )
            told.update(one.attr for one in names if isinstance(one.value, ast.Name) and one.value.id == "Code")
    assert told >= {code.name for code in Code}


def test_what_checking_finds_is_said_without_holes() -> None:
    broken = [{**CLINIC, "nodes": {**CLINIC["nodes"], key: {"type": "question", "options": {"kind": key, "attempts": 99}}}}
              for key in ("menu", "saudacao")]  # fmt: skip
    for data in (*broken, edited("nodes/a/options/text", 5), edited("nodes/a/exits", []), {}):
        problems = check_definition(data, TYPES, WHATSAPP)
        assert problems
        for one in problems:
            assert "…" not in sentence(one)
