"""What else is known of times: all that a message names, their places, answers, opening hours, and who reads otherwise?"""

from __future__ import annotations

from datetime import datetime

import holidays
import pytest

from recado.nlu.dates import read_times, read_when
from recado.nlu.dates.calendar import easter
from recado.nlu.dates.holidays import is_business_day
from recado.nlu.dates.lexicon import KINDS, NUMBERS, ORDINALS
from recado.nlu.dates.typos import meant
from recado.nlu.models import SAO_PAULO, Context, Kind, When

OWN = (
    "quinto quarto segundo gosto posto amanda cesta festa tinta marca cerca minuta passeio semanal parada quieta manha quanta "
    "guarda carta sarado terra domina setenta janela segura quintal"
)
NOW = datetime(2026, 3, 11, 10, 0, tzinfo=SAO_PAULO)


def at(asked: str = "", *, opens: int = 8, closes: int = 18, now: datetime = NOW) -> Context:
    """The situation of a message sent on Wednesday, 11 March 2026, at ten."""
    return Context(reference=now, asked=asked, opens=opens, closes=closes)


def starts(found: tuple[When, ...]) -> list[str]:
    """When each of some times begins."""
    return [f"{one.value or one.start or one.duration:%d/%m %H:%M}" for one in found]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("quinta às 10 ou sexta às 15", ["12/03 10:00", "13/03 15:00"]),
        ("amanhã às 9 ou às 14", ["12/03 09:00", "12/03 14:00"]),
        ("segunda ou terça de manhã", ["16/03 06:00", "17/03 06:00"]),
        ("dias 20, 21 e 25", ["20/03 00:00", "21/03 00:00", "25/03 00:00"]),
        ("5, 10 e 15 de abril", ["05/04 00:00", "10/04 00:00", "15/04 00:00"]),
        ("hoje não, amanhã às 10 ou sexta à tarde", ["12/03 10:00", "13/03 12:00"]),
        ("chego dia 20 às 14h e volto dia 25 às 9h", ["20/03 14:00", "25/03 09:00"]),
        ("passa de quinta pra sexta às 11", ["13/03 11:00"]),
        ("oi, tudo bem?", []),
    ],
)
def test_all_times_of_a_message_are_read(text: str, wanted: list[str]) -> None:
    assert starts(read_times(text, at())) == wanted


def test_the_main_time_is_one_of_them() -> None:
    for text in ("quinta ou sexta às 10", "de terça pra quinta às 16h", "hoje não consigo, amanhã?", "até sexta"):
        assert read_when(text, at()) in read_times(text, at())


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Oi! Pode ser QUINTAAA às 15h?", ["QUINTAAA", "às 15h"]),
        ("banho 🐶🐶 amanhã (se der) às 10h30", ["amanhã", "às 10h30"]),
        ("leva uns 40 minutos?", ["40 minutos"]),
        ("de 10 a 15 de abril", ["de 10 a 15 de abril"]),
        ("véspera de natal à noite", ["véspera de natal", "à noite"]),
    ],
)
def test_a_time_says_where_it_stands(text: str, places: list[str]) -> None:
    found = read_when(text, at())
    assert [text[start:end].strip() for start, end in found.spans] == places


@pytest.mark.parametrize(
    ("text", "asked", "wanted"),
    [
        ("11", "time", "11/03 11:00"),
        ("3", "time", "11/03 15:00"),
        ("às 3", "time", "11/03 15:00"),
        ("pode ser 15", "time", "11/03 15:00"),
        ("umas 11", "time", "11/03 11:00"),
        ("o das 9", "time", "12/03 09:00"),
        ("meio dia", "time", "11/03 12:00"),
        ("2 horas", "time", "11/03 14:00"),
        ("quatro", "time", "11/03 16:00"),
        ("10", "day", "10/04 00:00"),
        ("dia 20", "day", "20/03 00:00"),
        ("pode ser 20", "date", "20/03 00:00"),
    ],
)
def test_a_number_answers_what_was_asked(text: str, asked: str, wanted: str) -> None:
    assert starts(read_times(text, at(asked))) == [wanted]


@pytest.mark.parametrize(
    ("text", "asked"), [("10", ""), ("3", "confirm"), ("são 2 cachorros", "time"), ("R$ 10", "time")]
)
def test_a_number_that_answers_no_such_question_is_no_time(text: str, asked: str) -> None:
    assert read_when(text, at(asked)).kind is Kind.NONE


@pytest.mark.parametrize(
    ("text", "opens", "closes", "hour"),
    [
        ("amanhã às 3", 8, 18, 15),
        ("amanhã às 7", 8, 18, 7),
        ("amanhã às 7", 14, 23, 19),
        ("amanhã às 8", 18, 24, 20),
        ("amanhã às 5", 5, 12, 5),
        ("amanhã às 9", 8, 18, 9),
        ("amanhã às 11", 18, 24, 23),
    ],
)
def test_an_hour_without_its_half_falls_into_the_opening_hours(text: str, opens: int, closes: int, hour: int) -> None:
    found = read_when(text, at(opens=opens, closes=closes))
    assert found.value is not None
    assert found.value.hour == hour


@pytest.mark.parametrize(
    ("text", "main", "other"),
    [
        ("sexta que vem", "20/03 00:00", "13/03 00:00"),
        ("próxima sexta", "13/03 00:00", "20/03 00:00"),
        ("próxima sexta às 10", "13/03 10:00", "20/03 10:00"),
        ("fim de semana que vem", "21/03 00:00", "14/03 00:00"),
        ("não consigo antes das 16h", "11/03 00:00", "11/03 16:00"),
    ],
)
def test_where_people_differ_the_other_reading_is_told(text: str, main: str, other: str) -> None:
    found = read_when(text, at())
    assert found.ambiguous
    assert starts((found, *found.alternatives)) == [main, other]


def test_an_hour_that_is_open_twice_a_day_is_ambiguous() -> None:
    found = read_when("amanhã às 9", at(opens=6, closes=22))
    assert starts((found, *found.alternatives)) == ["12/03 09:00", "12/03 21:00"]
    assert not read_when("amanhã às 9 da manhã", at(opens=6, closes=22)).ambiguous
    assert not read_when("amanhã às 9", at()).ambiguous


@pytest.mark.parametrize("text", ["quinta", "sexta da semana que vem", "dia 20", "amanhã às 15h", "semana que vem"])
def test_what_everybody_reads_alike_is_not_ambiguous(text: str) -> None:
    assert not read_when(text, at()).ambiguous


def test_what_repeats_is_told_as_json() -> None:
    assert read_when("toda terça às 10h", at()).to_json() == {
        "kind": "instant",
        "value": "2026-03-17T10:00:00-03:00",
        "grain": "hour",
        "repeats": "FREQ=WEEKLY;BYDAY=TU",
    }


@pytest.mark.parametrize("year", range(1990, 2060, 3))
def test_feasts_fall_where_the_calendar_of_others_has_them(year: int) -> None:
    brazil = holidays.country_holidays("BR", years=year, language="pt_BR")
    good_friday = next(day for day, name in brazil.items() if "Paixão" in name or "Sexta-feira Santa" in name)
    assert (easter(year) - good_friday).days == 2
    for day in brazil:
        # The twentieth of November became a national holiday in 2024; here it always was.
        assert not is_business_day(day)


def test_every_word_has_one_kind() -> None:
    words = [word for one in KINDS.values() for word in one.split()]
    assert len(words) == len(set(words))
    assert not {*NUMBERS, *ORDINALS} & set(words)


@pytest.mark.parametrize("word", OWN.split())
def test_words_of_their_own_are_no_slips(word: str) -> None:
    assert meant(word) == ""


@pytest.mark.parametrize("text", ["ﷺﷺ demora 40 minutos", "½½½ meia hora", "ﷺ agora", "ﬃﬃ amanhã às 10"])
def test_places_lie_in_the_text_as_it_was_written(text: str) -> None:
    for one in read_times(text, at()):
        assert all(0 <= start < end <= len(text) for start, end in one.spans)
        assert text[one.spans[0][0] :].startswith(("40", "meia", "agora", "amanhã"))


@pytest.mark.parametrize(
    "text", ["amanhã às 10", "às 9", "semana que vem", "de manhã", "daqui a 3 horas", "ontem", "há 2 anos"]
)
def test_the_ends_of_the_calendar_are_no_error(text: str) -> None:
    for now in (datetime(9999, 12, 31, 20, tzinfo=SAO_PAULO), datetime(1, 1, 2, 8, tzinfo=SAO_PAULO)):
        read_times(text, at(now=now))
