"""Are times read as the people who write them mean them? The reference is a Wednesday, 11 March 2026, 10:00 in São Paulo."""

from __future__ import annotations

import time
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from recado.nlu.dates import read_when
from recado.nlu.dates.halves import Opening

NOW = datetime(2026, 3, 11, 10, 0, tzinfo=ZoneInfo("America/Sao_Paulo"))
CASES = (
    ("quero marcar um banho amanhã às 15h", "2026-03-12T15:00 hour"),
    ("quinta de manhã", "2026-03-12T06:00 / 2026-03-12T12:00 hour"),
    ("hoje à noite, tipo 8", "2026-03-11T20:00 hour"),
    ("dá pra passar pra sexta?", "2026-03-13T00:00 day"),
    ("dia 20", "2026-03-20T00:00 day"),
    ("dia 5", "2026-04-05T00:00 day"),
    ("depois de amanhã às 10", "2026-03-13T10:00 hour"),
    ("daqui a 10 dias", "2026-03-21T00:00 day"),
    ("daqui duas semanas", "2026-03-25T00:00 day"),
    ("daqui meia hora", "2026-03-11T10:30 minute"),
    ("há 2 horas", "2026-03-11T08:00 minute"),
    ("20 pras 8", "2026-03-12T07:40 minute"),
    ("das 8 às 12", "2026-03-11T08:00 / 2026-03-11T12:00 hour"),
    ("das 14h às 16h30 na sexta", "2026-03-13T14:00 / 2026-03-13T16:30 minute"),
    ("de segunda a sexta", "2026-03-16T00:00 / 2026-03-21T00:00 day"),
    ("de 10 a 15 de abril", "2026-04-10T00:00 / 2026-04-16T00:00 day"),
    ("fim de semana", "2026-03-14T00:00 / 2026-03-16T00:00 day"),
    ("final de semana que vem", "2026-03-21T00:00 / 2026-03-23T00:00 day"),
    ("semana que vem na quinta", "2026-03-19T00:00 day"),
    ("quinta que vem", "2026-03-19T00:00 day"),
    ("sexta passada", "2026-03-06T00:00 day"),
    ("semana que vem", "2026-03-16T00:00 / 2026-03-23T00:00 week"),
    ("mês que vem", "2026-04-01T00:00 / 2026-05-01T00:00 month"),
    ("em outubro", "2026-10-01T00:00 / 2026-11-01T00:00 month"),
    ("começo do mês", "2026-04-01T00:00 / 2026-04-11T00:00 day"),
    ("fim do mês que vem", "2026-04-21T00:00 / 2026-05-01T00:00 day"),
    ("depois das 15h", "2026-03-11T15:00 / 2026-03-12T00:00 hour"),
    ("até as 9h", "2026-03-12T00:00 / 2026-03-12T09:00 hour"),
    ("até sexta", "… / 2026-03-14T00:00 day"),
    ("a partir de segunda", "2026-03-16T00:00 / … day"),
    ("antes do natal", "… / 2026-12-25T00:00 day"),
    ("véspera de natal", "2026-12-24T00:00 day"),
    ("réveillon", "2026-12-31T00:00 day"),
    ("15/03", "2026-03-15T00:00 day"),
    ("15/03/27 às 14:30", "2027-03-15T14:30 minute"),
    ("3 de maio", "2026-05-03T00:00 day"),
    ("primeiro de maio", "2026-05-01T00:00 day"),
    ("meio-dia", "2026-03-11T12:00 hour"),
    ("amanhã ao meio dia e meia", "2026-03-12T12:30 minute"),
    ("sábado cedinho", "2026-03-14T06:00 / 2026-03-14T12:00 hour"),
    ("meia hora", "PT30M"),
    ("demora duas horas?", "PT2H"),
    ("paguei dia 5", "2026-03-05T00:00 day"),
    ("paguei sexta", "2026-03-06T00:00 day"),
    ("boa tarde", "none"),
    ("rua 7 de setembro 120", "none"),
    ("segunda via do boleto", "none"),
    ("até mais", "none"),
    ("corolla 2020 até 50 mil km", "none"),
    ("em 12x", "none"),
    ("hoje não consigo, pode ser sexta?", "2026-03-13T00:00 day"),
    ("passar de quinta pra sexta", "2026-03-13T00:00 day"),
    ("sexta sem ser essa, a outra", "2026-03-20T00:00 day"),
    ("5ª feira 14h", "2026-03-12T14:00 hour"),
    ("amanhaaa de tarde", "2026-03-12T12:00 / 2026-03-12T18:00 hour"),
    ("hj as 17:30", "2026-03-11T17:30 minute"),
    ("as 3", "2026-03-11T15:00 hour"),
    ("umas 4 da tarde", "2026-03-11T16:00 hour"),
    ("hora do almoço", "2026-03-11T12:00 / 2026-03-11T14:00 hour"),
    ("depois do almoço", "2026-03-11T13:00 / 2026-03-11T15:00 hour"),
    ("amanhã depois das 14", "2026-03-12T14:00 / 2026-03-13T00:00 hour"),
    ("25 de dezembro de 2027", "2027-12-25T00:00 day"),
    ("7 de setembro", "2026-09-07T00:00 day"),
    ("quarta, dia 18", "2026-03-18T00:00 day"),
    ("2 horas", "PT2H"),
    ("sabado 10 horas", "2026-03-14T10:00 hour"),
    ("uns 15 dias", "P15D"),
    ("meia-noite", "2026-03-12T00:00 hour"),
    ("a meia noite de sábado", "2026-03-15T00:00 hour"),
    ("aberto 24 horas", "none"),
    ("me liga às 11 e quinze", "2026-03-11T11:15 minute"),
    ("vence dia primeiro", "2026-04-01T00:00 day"),
    ("semana passada", "2026-03-02T00:00 / 2026-03-09T00:00 week"),
    ("duas semanas atrás", "2026-02-25T00:00 day"),
    ("no começo de abril", "2026-04-01T00:00 / 2026-04-11T00:00 day"),
    ("meados de junho", "2026-06-11T00:00 / 2026-06-21T00:00 day"),
    ("até o fim do mês", "… / 2026-04-01T00:00 day"),
    ("a reunião é dia 12/4 14h", "2026-04-12T14:00 hour"),
    ("dez e meia da noite", "2026-03-11T22:30 minute"),
    ("tenho um gato de 3 anos", "none"),
    ("mudar da terça às 10h pra quinta às 16h", "2026-03-12T16:00 hour"),
    ("não essa sexta, a outra", "2026-03-20T00:00 day"),
    ("entre 2 e 4 da tarde", "2026-03-11T14:00 / 2026-03-11T16:00 hour"),
    ("às 10 e meia", "2026-03-11T10:30 minute"),
    ("amanhã de manhã umas 9", "2026-03-12T09:00 hour"),
    ("lá pelas 5 da tarde", "2026-03-11T17:00 hour"),
    ("ontem à noite", "2026-03-10T18:00 / 2026-03-11T00:00 hour"),
    ("anteontem", "2026-03-09T00:00 day"),
    ("oi, vocês abrem sábado?", "2026-03-14T00:00 day"),
    ("na segunda de manhã ou na terça à tarde", "2026-03-16T06:00 / 2026-03-16T12:00 hour"),
    ("dia 10 sem falta", "2026-04-10T00:00 day"),
    ("pago dia 10 sem falta", "2026-04-10T00:00 day"),
    ("semana que vem eu pago", "2026-03-16T00:00 / 2026-03-23T00:00 week"),
    ("pode ser na outra quinta", "2026-03-19T00:00 day"),
    ("segunda 9h", "2026-03-16T09:00 hour"),
    ("terça feira as 14:00 hrs", "2026-03-17T14:00 minute"),
    ("sex 16h", "2026-03-13T16:00 hour"),
    ("qui 10h30", "2026-03-12T10:30 minute"),
    ("quero cancelar a consulta de amanhã", "2026-03-12T00:00 day"),
    ("R$ 50 às 15h", "2026-03-11T15:00 hour"),
    ("meu cpf é 123.456.789-09", "none"),
    ("11 98765-4321", "none"),
    ("a segunda opção", "none"),
    ("pela terceira vez", "none"),
    ("pode ser 9h?", "2026-03-12T09:00 hour"),
    ("às nove da noite", "2026-03-11T21:00 hour"),
    ("15 pras 3", "2026-03-11T14:45 minute"),
    ("10 pro meio-dia", "2026-03-11T11:50 minute"),
    ("quinze pra uma da tarde", "2026-03-11T12:45 minute"),
    ("às 7", "2026-03-12T07:00 hour"),
    ("às 12", "2026-03-11T12:00 hour"),
    ("até amanhã às 10", "2026-03-12T00:00 / 2026-03-12T10:00 hour"),
    ("até amanhã", "… / 2026-03-13T00:00 day"),
    ("boa noite, tem vaga hoje à tarde?", "2026-03-11T12:00 / 2026-03-11T18:00 hour"),
    ("bom dia! amanhã às 8", "2026-03-12T08:00 hour"),
    ("comprei um carro ano 2015", "none"),
    ("natal", "2026-12-25T00:00 day"),
    ("ano novo", "2027-01-01T00:00 day"),
    ("feriado de 15 de novembro", "2026-11-15T00:00 day"),
    ("dia das crianças", "2026-10-12T00:00 day"),
    ("entre segunda e quarta", "2026-03-16T00:00 / 2026-03-19T00:00 day"),
    ("dia 15 às 10h", "2026-03-15T10:00 hour"),
    ("do dia 3 ao dia 7", "2026-04-03T00:00 / 2026-04-08T00:00 day"),
    ("às 14 do dia 20", "2026-03-20T14:00 hour"),
    ("20/3 15h", "2026-03-20T15:00 hour"),
    ("2026-03-20 14:30", "2026-03-20T14:30 minute"),
    ("hoje", "2026-03-11T00:00 day"),
    ("amn 10h", "2026-03-12T10:00 hour"),
    ("depois do dia 10", "2026-04-11T00:00 / … day"),
    ("antes de sexta", "… / 2026-03-13T00:00 day"),
    ("final do dia", "2026-03-11T16:00 / 2026-03-11T18:00 hour"),
    ("fim da tarde de sexta", "2026-03-13T16:00 / 2026-03-13T18:00 hour"),
    ("madrugada de sábado", "2026-03-14T00:00 / 2026-03-14T06:00 hour"),
    ("uma hora e meia", "PT1H30M"),
    ("1h30 de duração", "PT1H30M"),
    ("90 minutos", "PT1H30M"),
    ("reunião de 2 horas amanhã", "2026-03-12T00:00 day"),
    ("em 3 meses", "2026-06-11T00:00 day"),
    ("daqui a um mês", "2026-04-11T00:00 day"),
    ("um ano", "P1Y"),
    ("final de semana passado", "2026-03-07T00:00 / 2026-03-09T00:00 day"),
    ("esse fim de semana", "2026-03-14T00:00 / 2026-03-16T00:00 day"),
    ("nessa semana", "2026-03-09T00:00 / 2026-03-16T00:00 week"),
    ("no mês passado", "2026-02-01T00:00 / 2026-03-01T00:00 month"),
    ("em fevereiro do ano que vem", "2027-02-01T00:00 / 2027-03-01T00:00 month"),
    ("início de janeiro", "2027-01-01T00:00 / 2027-01-11T00:00 day"),
    ("vence em 30 dias", "2026-04-10T00:00 day"),
    ("a partir das 10h de sexta", "2026-03-13T10:00 / 2026-03-14T00:00 hour"),
    ("sexta a partir das 14h", "2026-03-13T14:00 / 2026-03-14T00:00 hour"),
    ("sábado até meio-dia", "2026-03-14T00:00 / 2026-03-14T12:00 hour"),
    ("das 9 às 11 da manhã", "2026-03-11T09:00 / 2026-03-11T11:00 hour"),
    ("entre 10h e 11h", "2026-03-11T10:00 / 2026-03-11T11:00 hour"),
    ("amanhã entre 14 e 16", "2026-03-12T14:00 / 2026-03-12T16:00 hour"),
    ("de 8h a 12h", "2026-03-11T08:00 / 2026-03-11T12:00 hour"),
    ("semana que vem de manhã", "2026-03-16T00:00 / 2026-03-23T00:00 week"),
    ("o mais rápido possível", "none"),
    ("qual o preço do banho?", "none"),
    ("quero 2 caixas", "none"),
    ("o prazo é de 48 horas", "PT48H"),
    ("me chama mais tarde", "none"),
    ("quarta-feira dia 18 de março às 15 horas", "2026-03-18T15:00 hour"),
    ("segunda-feira passada", "2026-03-09T00:00 day"),
    ("última terça", "2026-03-10T00:00 day"),
    ("próxima sexta", "2026-03-13T00:00 day"),
    ("sexta agora", "2026-03-13T00:00 day"),
    ("sexta da semana que vem", "2026-03-20T00:00 day"),
    ("dia 20 do mês passado", "2026-02-20T00:00 day"),
    ("às 8h30 da manhã", "2026-03-12T08:30 minute"),
    ("oito e quinze", "2026-03-12T08:15 minute"),
    ("18h", "2026-03-11T18:00 hour"),
    ("6 da manhã", "2026-03-12T06:00 hour"),
    ("meia noite e meia", "2026-03-12T00:30 minute"),
    ("3x sem juros", "none"),
    ("queria pra amanhã cedo, umas 8 e meia", "2026-03-12T08:30 minute"),
    ("desmarca a de quinta e marca pra sexta às 11", "2026-03-13T11:00 hour"),
    ("segunda quinzena de abril", "2026-04-16T00:00 / 2026-05-01T00:00 day"),
    ("primeira quinzena do mês que vem", "2026-04-01T00:00 / 2026-04-16T00:00 day"),
    ("av. nove de julho, 500", "none"),
    ("moro na 13 de maio", "none"),
    ("só posso depois das 17h30", "2026-03-11T17:30 / 2026-03-12T00:00 minute"),
    ("férias de 15 de dezembro a 10 de janeiro", "2026-12-15T00:00 / 2027-01-11T00:00 day"),
    ("quero remarcar de amanhã pra depois de amanhã", "2026-03-13T00:00 day"),
    ("domingo que vem", "2026-03-22T00:00 day"),
    ("do dia 20 em diante", "2026-03-20T00:00 / … day"),
    ("comprei em janeiro", "2026-01-01T00:00 / 2026-02-01T00:00 month"),
    ("10 e 45 da manhã", "2026-03-11T10:45 minute"),
    ("custa 10,50?", "none"),
    ("", "none"),
    ("?", "none"),
    ("🐶" * 3_000, "none"),
)


def told(text: str) -> str:
    """One line for what was read."""
    found = read_when(text, NOW).to_json()
    match found["kind"]:
        case "none":
            return "none"
        case "duration":
            return found["duration"] or ""
        case "instant":
            return f"{(found['value'] or '')[:16]} {found['grain']}"
    start, end = ((found[side] or "…")[:16] for side in ("start", "end"))
    return f"{start} / {end} {found['grain']}"


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[text[:40] for text, _ in CASES])
def test_a_time_is_read_as_it_was_meant(text: str, wanted: str) -> None:
    assert told(text) == wanted


def test_a_message_says_where_its_time_stands() -> None:
    text = "Oi! Pode ser QUINTAAA às 15h?"
    found = read_when(text, NOW)
    assert [text[start:end].strip() for start, end in found.spans] == ["QUINTAAA", "às 15h"]


def test_the_day_is_that_of_the_organization() -> None:
    late = datetime(2026, 3, 11, 21, 30, tzinfo=ZoneInfo("America/Sao_Paulo"))
    assert read_when("amanhã às 9h", late).to_json()["value"] == "2026-03-12T09:00:00-03:00"
    manaus = late.astimezone(ZoneInfo("America/Manaus"))
    assert read_when("amanhã às 9h", manaus).to_json()["value"] == "2026-03-12T09:00:00-04:00"


def test_an_hour_without_its_half_falls_into_the_opening_hours() -> None:
    assert told("amanhã às 7") == "2026-03-12T07:00 hour"
    found = read_when("amanhã às 7", NOW, Opening(14, 23)).to_json()
    assert found["value"] == "2026-03-12T19:00:00-03:00"


@pytest.mark.parametrize(
    "text",
    [
        "outubro de 0000",
        "dezembro de 9999",
        "31/12/9999",
        "29/02/2027",
        "há 999 anos",
        "daqui a 999 meses",
        "de 10/12 a 28/02",
    ],
)
def test_the_end_of_the_calendar_is_no_error(text: str) -> None:
    for year in (2026, 2028):
        read_when(text, datetime(year, 1, 15, 10, 0, tzinfo=NOW.tzinfo))


def test_reading_is_quick_whatever_is_written() -> None:
    worst = (
        "das 10 às 11 da manhã de segunda a sexta até o dia 10 de maio ou " * 80,
        "1 e " * 1_500,
        "dia " * 1_500,
        "a" * 50_000,
    )
    began = time.process_time()
    for text in worst:
        read_when(text, NOW)
    assert time.process_time() - began < 2
