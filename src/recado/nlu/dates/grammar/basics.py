"""Which figure beside a day of the week is its date?"""

from __future__ import annotations

from typing import Final

from recado.nlu.dates.calendar import on_day
from recado.nlu.dates.items import Found, Scene, layer, rule
from recado.nlu.dates.values import Clock, Days, Named, one_day

_EARLIEST_SAID: Final = 7
"""An hour said as a bare figure: nobody books one earlier without saying "às" or "horas"."""


def _dated(found: Found, scene: Scene) -> Days | None:
    """ "sexta 13": the date, where that Friday is a thirteenth."""
    days, number = found.value("d"), int(found.value("n"))
    if days.weekday is None or days.named is not Named.WEEKDAY:
        return None
    day = on_day(scene.now.date(), number, past=found.past)
    return one_day(day) if day is not None and day.weekday() == days.weekday else None


def _hour(found: Found, _: Scene) -> Clock | None:
    """ "amanhã 10", "sexta 14": an hour, where nothing else is counted."""
    hour = int(found.value("h"))
    return Clock(hour) if hour >= _EARLIEST_SAID else None


RULES: Final = layer(
    "D",
    rule("(?P<d>D) COMMA? (?P<n>N12|DEZ|N24|N31) (?!UNIT|HORA|COLON|CNT|SLASH|DASH|MINU|PRA|QUARTO|MIL|X|D)", _dated),
)
"""After the days."""
HOURS: Final = layer(
    "D",
    rule("(?<=D) (?P<h>N12|DEZ|N24) (?=$|STOP|COMMA|OU|PARTW|VN|P)", _hour),
    rule("(?<=D COMMA) (?P<h>N12|DEZ|N24) (?=$|STOP|OU|PARTW|P)", _hour),
)
"""After the hours."""
