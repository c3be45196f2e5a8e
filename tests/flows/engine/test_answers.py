"""Are answers read as Brazilians write them?"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recado.flows.engine.answers.addresses import read_email, read_phone
from recado.flows.engine.answers.dates import read_date, read_iso_date
from recado.flows.engine.answers.documents import read_cnpj, read_cpf
from recado.flows.engine.answers.money import read_money
from recado.flows.engine.answers.names import read_name
from recado.flows.engine.answers.numbers import read_number
from recado.flows.engine.answers.person import asks_for_person
from recado.flows.engine.answers.reading import _READERS, Expected, read_answer
from recado.flows.engine.answers.vocabulary import PERSON, PERSON_ALONE
from recado.flows.engine.values import Money

SATURDAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", "12"),
        ("1.234,56", "1234.56"),
        ("1234,56", "1234.56"),
        ("1234.56", "1234.56"),
        ("1,234.56", "1234.56"),
        ("1.5", "1.5"),
        ("1,5", "1.5"),
        ("0.500", "0.500"),
        ("60.000", "60000"),
        ("2.500.000", "2500000"),
        ("10 000", "10000"),
        ("60 mil", "60000"),
        ("60mil", "60000"),
        ("10k", "10000"),
        ("1,5 milhão", "1500000"),
        ("2 milhões e meio", "2500000"),
        ("meio milhão", "500000"),
        ("1 milhão e 200 mil", "1200000"),
        ("60 mil e 500", "60500"),
        ("mil", "1000"),
        ("mil e um", "1001"),
        ("dois mil e quinhentos", "2500"),
        ("três mil duzentos e cinquenta", "3250"),
        ("vinte e cinco", "25"),
        ("vinte cinco", "25"),
        ("Cento e Vinte", "120"),
        ("duas", "2"),
        ("uma dúzia", "12"),
        ("duas dúzias", "24"),
        ("meia dúzia", "6"),
        ("dois e meio", "2.5"),
        ("-5", "-5"),
        ("menos 5", "-5"),
        ("12 anos", "12"),
        ("uns 30 mil km", "30000"),
        ("ele tem um peso de 300 gramas", "300"),
        ("zero", "0"),
        ("0", "0"),
        ("nº 7", "7"),
        ("tenho 3 gatos 🐱🐱🐱", "3"),
        ("dezenove", "19"),
    ],
)
def test_numbers(text: str, number: str) -> None:
    assert read_number(text) == Decimal(number)


@pytest.mark.parametrize(
    "text", ["", "nenhum", "entre 50 e 60", "2 gatos e 3 cães", "k", "e", "um dois", "?", "mi", "1" * 30, "10 a 20"]
)
def test_no_single_number(text: str) -> None:
    assert read_number(text) is None


@pytest.mark.parametrize(
    ("text", "centavos"),
    [
        ("R$ 1.234,56", 123456),
        ("R$1234,56", 123456),
        ("1.234,56 reais", 123456),
        ("60 mil", 6000000),
        ("R$ 60 mil", 6000000),
        ("1k", 100000),
        ("50 conto", 5000),
        ("cinquentão não, 50 pila", 5000),
        ("dez reais", 1000),
        ("dez reais e cinquenta centavos", 1050),
        ("10 reais e 50", 1050),
        ("10 reais e 5 centavos", 1005),
        ("50 centavos", 50),
        ("mil e duzentos reais", 120000),
        ("150 mil reais à vista", 15000000),
        ("1.5", 150),
        ("1.500", 150000),
        ("99,90", 9990),
        ("99,9", 9990),
        ("em 2 vezes dá R$ 350,00", 35000),
        ("meio milhão", 50000000),
        ("grátis, 0", 0),
    ],
)
def test_money(text: str, centavos: int) -> None:
    assert read_money(text) == Money(centavos)


@pytest.mark.parametrize("text", ["", "não sei", "-10", "R$ -10", "entre 50 e 60 mil", "de 10 a 20 reais"])
def test_no_money(text: str) -> None:
    assert read_money(text) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("hoje", "2026-11-21"),
        ("Amanhã", "2026-11-22"),
        ("amanha de manhã", "2026-11-22"),
        ("depois de amanhã", "2026-11-23"),
        ("ontem", "2026-11-20"),
        ("25/12", "2026-12-25"),
        ("25/12/2026", "2026-12-25"),
        ("25-12-2026", "2026-12-25"),
        ("25.12.26", "2026-12-25"),
        ("dia 25/12 às 10h", "2026-12-25"),
        ("2026-12-25", "2026-12-25"),
        ("25122026", "2026-12-25"),
        ("01/02", "2027-02-01"),
        ("25 de dezembro", "2026-12-25"),
        ("25 de dezembro de 2027", "2027-12-25"),
        ("25 dez", "2026-12-25"),
        ("1º de março", "2027-03-01"),
        ("primeiro de março", "2027-03-01"),
        ("cinco de maio", "2027-05-05"),
        ("vinte e cinco de dezembro", "2026-12-25"),
        ("sexta", "2026-11-27"),
        ("na sexta-feira", "2026-11-27"),
        ("terça que vem", "2026-11-24"),
        ("próxima terça", "2026-11-24"),
        ("sábado", "2026-11-28"),
        ("seg", "2026-11-23"),
        ("quarta da semana que vem", "2026-11-25"),
        ("sexta passada", "2026-11-20"),
        ("daqui a 3 dias", "2026-11-24"),
        ("daqui três dias", "2026-11-24"),
        ("em duas semanas", "2026-12-05"),
        ("semana que vem", "2026-11-28"),
        ("daqui a um mês", "2026-12-21"),
        ("há 2 dias", "2026-11-19"),
        ("2 dias atrás", "2026-11-19"),
        ("dia 30", "2026-11-30"),
        ("dia 5", "2026-12-05"),
        ("dia 5 do mês que vem", "2026-12-05"),
        ("dia 31", "2026-12-31"),
        ("30", "2026-11-30"),
        ("29/02", "2028-02-29"),
    ],
)
def test_dates(text: str, day: str) -> None:
    assert read_date(text, SATURDAY, "future") == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("10/05", "2026-05-10"),
        ("10/05/85", "1985-05-10"),
        ("100585", "1985-05-10"),
        ("10 de maio de 1985", "1985-05-10"),
        ("25/12", "2025-12-25"),
        ("dia 30", "2026-10-30"),
        ("sexta", "2026-11-20"),
    ],
)
def test_dates_of_the_past(text: str, day: str) -> None:
    assert read_date(text, SATURDAY, "past") == date.fromisoformat(day)


@pytest.mark.parametrize(
    "text", ["", "31/02/2026", "32/01", "00/00", "quando puder", "sexta ou sábado", "25/12 ou 26/12", "99999999", "não"]
)
def test_no_single_date(text: str) -> None:
    assert read_date(text, SATURDAY, "future") is None


def test_iso_dates_are_strict() -> None:
    assert read_iso_date("2026-12-25") == read_iso_date("25/12/2026") == date(2026, 12, 25)
    assert read_iso_date("2026-13-25") is None
    assert read_iso_date("amanhã") is None


@pytest.mark.parametrize(
    ("text", "cpf"),
    [
        ("529.982.247-25", "529.982.247-25"),
        ("52998224725", "529.982.247-25"),
        ("meu cpf é 529 982 247 25", "529.982.247-25"),
        ("529.982.247–25", "529.982.247-25"),
        ("52998224724", None),
        ("111.111.111-11", None),
        ("5299822472", None),
        ("529982247250", None),
        ("", None),
    ],
)
def test_cpf(text: str, cpf: str | None) -> None:
    assert read_cpf(text) == cpf


@pytest.mark.parametrize(
    ("text", "cnpj"),
    [
        ("11.222.333/0001-81", "11.222.333/0001-81"),
        ("11222333000181", "11.222.333/0001-81"),
        ("cnpj: 11222333/0001-81", "11.222.333/0001-81"),
        ("12.ABC.345/01DE-35", "12.ABC.345/01DE-35"),
        ("12abc34501de35", "12.ABC.345/01DE-35"),
        ("12.ABC.345/01DE-36", None),
        ("11222333000180", None),
        ("00000000000000", None),
        ("", None),
    ],
)
def test_cnpj(text: str, cnpj: str | None) -> None:
    assert read_cnpj(text) == cnpj


@pytest.mark.parametrize(
    ("text", "email"),
    [
        ("Maria@Gmail.com", "maria@gmail.com"),
        ("meu email é maria.silva+pet@empresa.com.br, ok?", "maria.silva+pet@empresa.com.br"),
        ("maria @ gmail.com", "maria@gmail.com"),
        ("maria arroba gmail ponto com", "maria@gmail.com"),
        ("maria@gmail.com.", "maria@gmail.com"),
        ("maria@gmail", None),
        ("maria gmail.com", None),
        ("a@b.com ou c@d.com", None),
        ("não tenho", None),
        ("@", None),
    ],
)
def test_email(text: str, email: str | None) -> None:
    assert read_email(text) == email


@pytest.mark.parametrize(
    ("text", "phone"),
    [
        ("(11) 98765-4321", "+5511987654321"),
        ("11987654321", "+5511987654321"),
        ("+55 11 98765-4321", "+5511987654321"),
        ("5511987654321", "+5511987654321"),
        ("011 98765 4321", "+5511987654321"),
        ("11 8765-4321", "+5511987654321"),
        ("meu número é 11 98765-4321 obrigado", "+5511987654321"),
        ("98765-4321", "+5521987654321"),
        ("(11) 3456-7890", "+551134567890"),
        ("+351 912 345 678", "+351912345678"),
        ("é este mesmo", "+5521999998888"),
        ("123", None),
        ("não tenho", None),
        ("", None),
    ],
)
def test_phone(text: str, phone: str | None) -> None:
    assert read_phone(text, "5521999998888") == phone


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Maria", "Maria"),
        ("maria", "Maria"),
        ("MARIA DA SILVA", "Maria da Silva"),
        ("ana paula", "Ana Paula"),
        ("meu nome é Maria", "Maria"),
        ("Oi, meu nome é João Pedro!", "João Pedro"),
        ("me chamo josé", "José"),
        ("sou a Bia", "Bia"),
        ("é Thor", "Thor"),
        ("o nome dele é thor", "Thor"),
        ("ela se chama Mel 🐶", "Mel 🐶"),
        ("aqui é o Zé", "Zé"),
        ("Eva", "Eva"),
        ("D'Ávila", "D'Ávila"),
        ("oi", None),
        ("bom dia", None),
        ("não quero dizer", None),
        ("quanto custa?", None),
        ("12345", None),
        ("👍", None),
        ("https://x.example/a", None),
        ("a" * 61, None),
    ],
)
def test_name(text: str, name: str | None) -> None:
    assert read_name(text) == name


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("atendente", True),
        ("Quero falar com um atendente", True),
        ("preciso de um atendente", True),
        ("quero atendimento humano", True),
        ("quero uma pessoa", True),
        ("uma pessoa", False),
        ("tem alguém aí?", False),
        ("me passa pra um humano por favor", True),
        ("falar com alguém", True),
        ("quero falar com uma pessoa de verdade", True),
        ("não quero falar com atendente", False),
        ("minha pessoa favorita", False),
        ("falar", False),
        ("oi", False),
        ("o atendente de ontem disse que eu podia passar aí para pegar o remédio do meu cachorro", False),
    ],
)
def test_asking_for_a_person(text: str, asks: bool) -> None:
    assert asks_for_person(text) is asks


@given(text=st.text(max_size=300), kind=st.sampled_from(sorted(_READERS)), own=st.text(max_size=20))
def test_reading_is_total(text: str, kind: str, own: str) -> None:
    read_answer(text, Expected(kind, minimum=1, maximum=100, when="future"), today=SATURDAY, own_phone=own)


@given(
    parts=st.lists(
        st.sampled_from(
            [
                "12",
                "1.234,56",
                "-5",
                "mil",
                "milhões",
                "e",
                "meio",
                "meia",
                "vinte",
                "cem",
                "um",
                "menos",
                "k",
                "R$",
                "reais",
                "centavos",
                "dia",
                "de",
            ]
        ),
        max_size=12,
    )
)
def test_odd_heaps_of_number_words_are_survived(parts: list[str]) -> None:
    text = " ".join(parts)
    read_number(text)
    read_money(text)
    read_date(text, SATURDAY)


@given(centavos=st.integers(0, 10**12))
def test_money_is_read_as_it_is_written(centavos: int) -> None:
    assert read_money(str(Money(centavos))) == Money(centavos)


@given(day=st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31)))
def test_a_day_is_read_as_it_is_written(day: date) -> None:
    assert read_date(day.strftime("%d/%m/%Y"), SATURDAY) == day
    assert read_date(day.isoformat(), SATURDAY) == day


@pytest.mark.parametrize("today", [date(1, 1, 1), date(9999, 12, 31)])
@pytest.mark.parametrize("text", ["amanhã", "ontem", "sexta", "sexta passada", "25/12", "dia 5", "daqui a 999 anos"])
def test_the_ends_of_the_calendar(text: str, today: date) -> None:
    for prefer in ("future", "past"):
        read_date(text, today, prefer)


@pytest.mark.parametrize("word", sorted(PERSON | PERSON_ALONE))
def test_every_word_for_a_person_is_looked_for(word: str) -> None:
    assert asks_for_person(f"QUERO FALAR COM {word.upper()}")
