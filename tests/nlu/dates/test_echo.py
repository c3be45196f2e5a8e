"""Is a time said back as a person would say it?"""

from __future__ import annotations

from datetime import datetime

import pytest

from recado.nlu.dates import echo, read_when
from recado.nlu.models import SAO_PAULO, Context

NOW = datetime(2026, 3, 11, 10, 0, tzinfo=SAO_PAULO)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("quinta que vem de manhã", "quinta, 19/03, de manhã"),
        ("hj a noite", "hoje, 11/03, à noite"),
        ("amanhã 10 e meia", "amanhã, 12/03, às 10h30"),
        ("dia 20 à uma", "sexta, 20/03, às 13h"),
        ("ontem", "ontem, 10/03"),
        ("15/01/27", "sexta, 15/01/2027"),
        ("natal", "sexta, 25/12"),
        ("meia-noite", "amanhã, 12/03, à meia-noite"),
        ("até sexta", "até sexta, 13/03"),
        ("até domingo à noite", "até domingo, 15/03"),
        ("a partir de segunda", "a partir de segunda, 16/03"),
        ("até as 9h", "amanhã, 12/03, até as 9h"),
        ("depois das 15h amanhã", "amanhã, 12/03, a partir das 15h"),
        ("das 14 às 16", "hoje, 11/03, das 14h às 16h"),
        ("sexta depois do almoço", "sexta, 13/03, depois do almoço"),
        ("de sexta às 18h até domingo às 12h", "de sexta, 13/03, às 18h, a domingo, 15/03, às 12h"),
        ("semana que vem", "na semana de 16/03 a 22/03"),
        ("semana que vem exceto quarta", "na semana de 16/03 a 22/03, menos 18/03"),
        ("fim de semana", "no fim de semana de 14/03"),
        ("de segunda a sexta", "de segunda, 16/03 a sexta, 20/03"),
        ("em abril", "em abril"),
        ("janeiro de 2027", "em janeiro de 2027"),
        ("de outubro a dezembro", "de outubro a dezembro de 2026"),
        ("ano que vem", "em 2027"),
        ("toda terça às 10", "toda terça, às 10h"),
        ("aos sábados de manhã", "todo sábado, de manhã"),
        ("segundas e quartas", "toda segunda e toda quarta"),
        ("todo dia 5", "todo dia 5"),
        ("todo 15 de abril", "todo dia 15 de abril"),
        ("todo último sábado do mês", "no último sábado do mês"),
        ("todos os dias às 8h", "todo dia, às 8h"),
        ("toda semana", "toda semana"),
        ("a cada 15 dias", "a cada 15 dias"),
        ("qualquer dia menos segunda", "a partir de hoje, 11/03, menos segunda"),
        ("2 horas e 15 minutos", "2 horas e 15 minutos"),
        ("um mês e meio", "1 mês e 15 dias"),
        ("3,5 segundos", "3,5 segundos"),
        ("oi, tudo bem?", ""),
    ],
)
def test_a_time_is_said_back(text: str, said: str) -> None:
    assert echo(read_when(text, Context(reference=NOW)), NOW) == said
