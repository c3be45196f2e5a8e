"""Does nothing invalid come out as a CPF, a CNPJ, a postal code or a telephone number?"""

from __future__ import annotations

import phonenumbers
from hypothesis import given, settings
from hypothesis import strategies as st
from validate_docbr import CNPJ, CPF

from recado.nlu.entities import read_entities
from recado.nlu.entities.checks import AREA_CODES, is_cnpj, is_cpf
from recado.nlu.entities.phones import brazilian
from recado.nlu.models import Context

CONTEXT = Context()
DIGITS = "0123456789"
WORDS = st.sampled_from(
    ["", "cpf ", "meu cpf é ", "cnpj: ", "zap ", "meu numero ", "cep ", "+55 ", "+", "0", "(11) ", "R$ ", "pix "]
)
SHAPES = st.sampled_from(
    ["{}", "{}-{}", "({}) {}", "{}.{}.{}-{}", "{} {} {}", "{}.{}.{}/{}-{}", "+{} {} {}-{}", "{}/{}", "{}{}"]
)
RUNS = st.lists(st.text(DIGITS, min_size=1, max_size=14), min_size=5, max_size=5)


def found(text: str, type_: str) -> list[str]:
    return [one.value for one in read_entities(text, CONTEXT) if one.type == type_]


@given(st.text(DIGITS, min_size=11, max_size=11))
def test_a_cpf_is_what_another_library_calls_one(digits: str) -> None:
    assert is_cpf(digits) == CPF().validate(digits)


@given(
    st.text("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=12, max_size=12), st.text(DIGITS, min_size=2, max_size=2)
)
def test_a_cnpj_is_what_another_library_calls_one(body: str, check: str) -> None:
    assert is_cnpj(body + check) == CNPJ().validate(body + check)


@settings(max_examples=100)
@given(
    st.integers(0, 10**9 - 1), st.sampled_from(["{0}", "cpf {1}.{2}.{3}-{4}", "{1} {2} {3} {4}", "CPF: {1}{2}{3}-{4}"])
)
def test_a_valid_cpf_is_found(number: int, shape: str) -> None:
    digits = _with_check(f"{number:09d}")
    if len(set(digits)) == 1:
        return
    text = shape.format(digits, digits[:3], digits[3:6], digits[6:9], digits[9:])
    assert found(f"meu cpf é {text}", "cpf") == [digits]


@settings(max_examples=100)
@given(st.integers(0, 10**9 - 1), st.integers(1, 9))
def test_a_wrong_check_digit_is_nothing_at_all(number: int, off: int) -> None:
    digits = _with_check(f"{number:09d}")
    wrong = digits[:10] + str((int(digits[10]) + off) % 10)
    text = f"{wrong[:3]}.{wrong[3:6]}.{wrong[6:9]}-{wrong[9:]}"
    assert read_entities(text, CONTEXT) == ()
    assert read_entities(f"cpf {wrong}", CONTEXT) == ()


@settings(max_examples=400)
@given(WORDS, SHAPES, RUNS, WORDS, st.text(DIGITS + " .-/()+", max_size=16))
def test_what_comes_out_is_valid(before: str, shape: str, runs: list[str], more: str, tail: str) -> None:
    text = f"{before}{shape.format(*runs)} {more}{tail}"
    for one in read_entities(text, CONTEXT):
        if one.type == "cpf":
            assert CPF().validate(one.value)
        elif one.type == "cnpj":
            assert CNPJ().validate(one.value)
        elif one.type == "phone":
            assert phonenumbers.is_valid_number(phonenumbers.parse(one.value)), one


@settings(max_examples=300)
@given(st.integers(0, 99), st.text(DIGITS, min_size=7, max_size=10))
def test_brazilian_numbers_are_those_of_the_numbering_plan(area: int, local: str) -> None:
    number = brazilian(f"{area:02d}", local)
    if number is not None:
        assert area in AREA_CODES
        assert phonenumbers.is_valid_number(phonenumbers.parse(number))
        assert len(number) == (14 if number[5] == "9" else 13)


@settings(max_examples=100)
@given(st.sampled_from(sorted(AREA_CODES)), st.integers(0, 10**7 - 1), st.sampled_from("6789"), st.booleans())
def test_mobiles_always_have_their_ninth_digit(area: int, rest: int, first: str, ninth: bool) -> None:
    local = f"{first}{rest:07d}"
    text = f"({area}) {'9' if ninth else ''}{local[:4]}-{local[4:]}"
    assert found(text, "phone") == [f"+55{area}9{local}"]


def _with_check(body: str) -> str:
    for length in (10, 11):
        total = sum(int(digit) * (length - place) for place, digit in enumerate(body))
        rest = total % 11
        body += str(0 if rest < 2 else 11 - rest)
    return body
