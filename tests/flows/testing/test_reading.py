"""Are cases read as a person means them, written back the same, and refused with line and sentence?"""

from __future__ import annotations

import textwrap
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from recado.flows.testing import CasesUnreadable, read_cases, write_cases
from recado.flows.testing.models import Expects, Says
from recado.flows.testing.times import TimeUnreadable, read_moment, read_span, span_in_words

ZONE = ZoneInfo("America/Sao_Paulo")
MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=ZONE)
TEXT = textwrap.dedent("""\
    - name: Quem some recebe um lembrete
      description: Vinte e seis horas depois
      starts_at: "2026-11-23 18:00"
      zone: America/Manaus
      contact: {name: Ana, phone: "5511987654321", plano: ouro}
      variables: {nivel: 3, cidade: São Paulo}
      http:
        - {node: agenda, body: {horarios: [9h, 10h]}}
      script:
        - says: oi
        - expect: Como posso ajudar?
        - expect: {text: Escolha, choices: [Banho, Tosa]}
        - taps: Banho
        - sends: {type: image, caption: foto}
        - after: 26h
        - expect_nothing
        - at: "21:30"
        - expect:
            text: |-
              Duas
              linhas
        - handoff: {team: Recepção}
        - ends

    - name: Outro
      script:
        - begins
        - expect:
            - A
            - {pattern: "^C"}
    """)


def faults(text: str) -> list[tuple[str, int]]:
    with pytest.raises(CasesUnreadable) as refused:
        read_cases(textwrap.dedent(text))
    assert all(one.sentence.isprintable() and one.sentence for one in refused.value.faults)
    return [(one.code, one.line) for one in refused.value.faults]


def test_cases_come_back_as_they_went() -> None:
    found = read_cases(TEXT)
    assert write_cases(found) == TEXT
    assert read_cases(write_cases(found)) == found
    first = found[0]
    assert first.starts_at.isoformat() == "2026-11-23T18:00:00"
    assert (first.zone, first.contact.custom) == ("America/Manaus", {"plano": "ouro"})
    assert [step.line for step in first.script][:3] == [10, 11, 12]
    assert read_cases("") == read_cases("[]") == ()
    assert write_cases([]) == ""


def test_other_ways_to_write_the_same() -> None:
    one = read_cases("cases: [{script: [{says: oi, expect: [Olá, Tudo bem?]}]}]")[0]
    assert one.name == "Caso 1"
    assert [step.verb for step in one.script] == ["says", "expect"]
    assert isinstance(one.script[1].meaning, Expects)
    assert [wanted.text for wanted in one.script[1].meaning.wanted] == ["Olá", "Tudo bem?"]


def test_short_forms_and_other_words_mean_the_same() -> None:
    def meaning(text: str) -> object:
        return read_cases(f"- script: [{text}]")[0].script[0].meaning

    assert meaning("expect: {exact: Oi}") == meaning("expect: Oi")
    assert meaning("expect: {any: [A, B]}") == meaning("expect: {any_of: [A, B]}")
    assert meaning("sends: {image: meu pet}") == meaning("sends: {type: image, caption: meu pet}")
    assert meaning("http: 404") == meaning("http: {status: 404}")
    assert meaning("http: [timeout]") == meaning("http: {error: timeout}")
    assert meaning("{expect_nothing: true}") == meaning("expect_nothing")
    starts = [
        read_cases(f"- starts_at: {at}\n  script: [begins]")[0].starts_at.isoformat()
        for at in ("2026-11-23 14:00", "23/11/2026 14h", "2026-11-23T14:00:00", "2026-11-23T17:00:00Z")
    ]
    assert starts == [*(["2026-11-23T14:00:00"] * 3), "2026-11-23T17:00:00+00:00"]


def test_texts_are_as_they_were_written() -> None:
    steps = read_cases(
        "- script: [says: 1.50, says: 007, says: sim, says: não, says: true, says: 2026-12-25, says: 12:30]"
    )[0].script
    said = [step.meaning.text for step in steps if isinstance(step.meaning, Says)]
    assert said == ["1.50", "007", "sim", "não", "true", "2026-12-25", "12:30"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("- name: a\n", [("no_script", 1)]),
        ("- script: []\n", [("no_script", 1)]),
        ("- script: [diz: oi]\n", [("unknown_verb", 1)]),
        ("- script:\n    - says: oi\n    - diz: oi\n    - esperar: 1h\n", [("unknown_verb", 3), ("unknown_verb", 4)]),
        ("- nome: a\n  script: [says: oi]\n", [("unknown_key", 1)]),
        ("- script:\n  - after: muito\n", [("bad_time", 2)]),
        ("- script:\n  - at: 25:61\n", [("bad_time", 2)]),
        ("- script:\n  - at: 31/02 9h\n", [("bad_time", 2)]),
        ("- starts_at: amanhã\n  script: [says: oi]\n", [("bad_time", 1)]),
        ("- zone: Marte/Olimpo\n  script: [says: oi]\n", [("bad_zone", 1)]),
        ("- script:\n  - expect: {patern: x}\n", [("unknown_key", 2)]),
        ("- script:\n  - expect: {pattern: '(x'}\n", [("bad_pattern", 2)]),
        ("- script:\n  - expect: {pattern: '(?=x)'}\n", [("bad_pattern", 2)]),
        ("- script:\n  - expect: {}\n", [("nothing_wanted", 2)]),
        ("- script:\n  - says: [a, b]\n", [("not_a_text", 2)]),
        ("- script:\n  - says:\n", [("not_a_text", 2)]),
        ("- script:\n  - sends: gif\n", [("unknown_media", 2)]),
        ("- script:\n  - http: {error: azar}\n", [("unknown_error", 2)]),
        ("- script:\n  - http: {status: alto}\n", [("bad_status", 2)]),
        ("- script:\n  - oi\n", [("not_a_step", 2)]),
        ("- script: [says: a]\n  name: x\n- script: [says: a]\n  name: x\n", [("same_name", 1), ("same_name", 3)]),
        ("script: [says: oi]\n", [("not_a_list", 1)]),
        ("- oi\n", [("not_a_mapping", 1)]),
        ("- trigger: {natal: sim}\n  script: [says: oi]\n", [("bad_trigger", 1)]),
        ("- http: {delay: muito}\n  script: [says: oi]\n", [("bad_time", 1)]),
        ("- script: [says: oi\n", [("bad_yaml", 2)]),
        ("- &a {script: [says: oi]}\n- *a\n", [("alias", 1)]),
    ],
)  # fmt: skip
def test_what_is_wrong_has_its_line(text: str, found: list[tuple[str, int]]) -> None:
    assert faults(text) == found


@pytest.mark.parametrize(
    ("text", "later"),
    [
        ("26h", timedelta(hours=26)),
        ("90 min", timedelta(minutes=90)),
        ("1h30", timedelta(minutes=90)),
        ("1d 2h", timedelta(hours=26)),
        ("2 dias e 3 horas", timedelta(days=2, hours=3)),
        ("1,5h", timedelta(minutes=90)),
        ("30s", timedelta(seconds=30)),
        ("1 semana", timedelta(days=7)),
        ("3 meses", timedelta(days=92)),
    ],
)  # fmt: skip
def test_stretches_of_time(text: str, later: timedelta) -> None:
    assert read_span(text).after(MONDAY) == MONDAY + later


@pytest.mark.parametrize("text", ["", "h", "26", "vinte horas", "-3h", "3 luas", "1h 30x"])
def test_what_is_no_stretch(text: str) -> None:
    with pytest.raises(TimeUnreadable):
        read_span(text)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("21:30", (23, 21, 30)),
        ("10:00", (24, 10, 0)),
        ("09h", (24, 9, 0)),
        ("9h15", (24, 9, 15)),
        ("hoje 18h", (23, 18, 0)),
        ("amanhã 09:00", (24, 9, 0)),
        ("segunda 08:00", (30, 8, 0)),
        ("segunda-feira 11h", (23, 11, 0)),
        ("Sábado 9h", (28, 9, 0)),
        ("sexta 9h", (27, 9, 0)),
        ("25/11 9h", (25, 9, 0)),
        ("25/11/2026 09:00", (25, 9, 0)),
        ("2026-11-25 09:00", (25, 9, 0)),
        ("2026-11-25T09:00", (25, 9, 0)),
    ],
)  # fmt: skip
def test_moments(text: str, moment: tuple[int, int, int]) -> None:
    day, hour, minute = moment
    assert read_moment(text).after(MONDAY) == datetime(2026, 11, day, hour, minute, tzinfo=ZONE)


def test_a_date_without_a_year_comes_again() -> None:
    assert read_moment("29/02 9h").after(MONDAY) == datetime(2028, 2, 29, 9, 0, tzinfo=ZONE)
    assert read_moment("22/11 9h").after(MONDAY) == datetime(2027, 11, 22, 9, 0, tzinfo=ZONE)
    with pytest.raises(TimeUnreadable):
        read_moment("22/11/2026 9h").after(MONDAY)


@pytest.mark.parametrize(
    "gap", [timedelta(hours=26), timedelta(seconds=61), timedelta(days=3, minutes=7), timedelta(0)]
)
def test_a_stretch_is_written_so_that_it_is_read(gap: timedelta) -> None:
    assert read_span(span_in_words(gap)).after(MONDAY) - MONDAY == gap
