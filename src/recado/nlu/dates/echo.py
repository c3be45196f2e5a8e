"""How is a time said back in Portuguese, so that a person can confirm it?"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import Final

from recado.nlu.models import Grain, Kind, When

_WEEKDAYS: Final = ("segunda", "terça", "quarta", "quinta", "sexta", "sábado", "domingo")
_MONTHS: Final = (
    "janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro", "novembro", "dezembro",
)  # fmt: skip
_NEAR: Final = {-1: "ontem", 0: "hoje", 1: "amanhã"}
_PARTS: Final = {
    (0, 6): "de madrugada", (6, 12): "de manhã", (12, 14): "na hora do almoço", (13, 15): "depois do almoço", (12, 18): "à tarde",
    (16, 18): "no fim da tarde", (18, 24): "à noite",
}  # fmt: skip
_CODES: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_UNITS: Final = (("Y", "ano", "anos"), ("M", "mês", "meses"), ("W", "semana", "semanas"), ("D", "dia", "dias"))
_CLOCK_UNITS: Final = (("H", "hora", "horas"), ("M", "minuto", "minutos"), ("S", "segundo", "segundos"))
_DAY: Final = timedelta(days=1)
_WEEK: Final = 7


def echo(when: When, now: datetime) -> str:
    """Say a time as a bot would to have it confirmed: "quinta, 19/03, de manhã", "amanhã, 12/03, às 10h30", "até sexta, 13/03".

    `now` is the moment that "hoje" and "amanhã" are seen from, in the zone of `when`; "" for no time.
    """
    today = now.date()
    if when.kind is Kind.INSTANT and when.value is not None:
        said = _recurring(when) or _day(when.value.date(), today)
        text = said if when.grain is Grain.DAY else f"{said}, {_at(when.value)}"
    elif when.kind is Kind.INTERVAL:
        text = _interval(when, today)
    else:
        text = _every(when) if when.repeats else _length(when.duration)
    return text + _without(when)


def _day(day: date, today: date) -> str:
    near = _NEAR.get((day - today).days)
    figures = f"{day:%d/%m}" if day.year == today.year else f"{day:%d/%m/%Y}"
    return f"{near or _WEEKDAYS[day.weekday()]}, {figures}"


def _hour(moment: datetime) -> str:
    return f"{moment.hour}h{moment.minute:02d}" if moment.minute else f"{moment.hour}h"


def _at(moment: datetime) -> str:
    return (
        "à meia-noite"
        if moment.hour == 0 and not moment.minute
        else f"{'à' if moment.hour == 1 else 'às'} {_hour(moment)}"
    )


def _interval(when: When, today: date) -> str:
    start, end = when.start, when.end
    fine = when.grain in {Grain.HOUR, Grain.MINUTE}
    if start is None or end is None:
        return _half_open(when, today)
    if not fine:
        return _recurring(when) or _whole(when, start.date(), end.date(), today)
    said = _recurring(when) or _day(start.date(), today)
    last = end.date() if end.hour or end.minute else end.date() - _DAY
    if start.date() != last:
        return f"de {_day(start.date(), today)}, {_at(start)}, a {_day(end.date(), today)}, {_at(end)}"
    hours = (start.hour, end.hour or 24) if not (start.minute or end.minute) else None
    part = _PARTS.get(hours) if hours else None
    if part:
        return f"{said}, {part}"
    if hours and hours[0] == 0:
        return f"{said}, até as {_hour(end)}"
    if (end.hour, end.minute) == (0, 0):
        return f"{said}, a partir das {_hour(start)}"
    return f"{said}, das {_hour(start)} às {_hour(end)}"


def _half_open(when: When, today: date) -> str:
    fine = when.grain in {Grain.HOUR, Grain.MINUTE}
    if when.start is not None:
        return f"a partir de {_day(when.start.date(), today)}" + (f", {_at(when.start)}" if fine else "")
    if when.end is None:
        return ""
    # The end of a limit of days is the midnight that follows the last of them.
    last = when.end if fine and (when.end.hour or when.end.minute) else when.end - _DAY
    return f"até {_day(last.date(), today)}" + (f", {_at(when.end)}" if last is when.end else "")


def _whole(when: When, start: date, end: date, today: date) -> str:
    last = end - _DAY
    if when.grain is Grain.WEEK:
        return f"na semana de {start:%d/%m} a {last:%d/%m}"
    if when.grain is Grain.MONTH:
        return _months(start, last, today)
    if start.weekday() == _WEEK - 2 and last == start + _DAY:
        return f"no fim de semana de {start:%d/%m}"
    return f"de {_day(start, today)} a {_day(last, today)}"


def _months(start: date, last: date, today: date) -> str:
    year = "" if start.year == today.year else f" de {start.year}"
    if (start.year, start.month) == (last.year, last.month):
        return f"em {_MONTHS[start.month - 1]}{year}"
    if (start.month, last.month, start.year) == (1, 12, last.year):
        return f"em {start.year}"
    return f"de {_MONTHS[start.month - 1]}{year if start.year != last.year else ''} a {_MONTHS[last.month - 1]} de {last.year}"


def _recurring(when: When) -> str:
    """ "toda terça", "todo dia 5"; "" where nothing repeats."""
    rule = dict(part.split("=", 1) for part in when.repeats.split(";") if "=" in part)
    if not rule:
        return ""
    days = [_CODES.index(code) for code in rule.get("BYDAY", "").split(",") if code in _CODES]
    if days:
        return _joined([("todo " if day >= _WEEK - 2 else "toda ") + _WEEKDAYS[day] for day in days])
    if "BYMONTHDAY" in rule:
        month = f" de {_MONTHS[int(rule['BYMONTH']) - 1]}" if "BYMONTH" in rule else ""
        return f"todo dia {rule['BYMONTHDAY']}{month}"
    nth = re.fullmatch(r"(-?\d)([A-Z]{2})", rule.get("BYDAY", ""))
    if nth:
        weekday = _CODES.index(nth[2])
        first, last = ("no {}º", "no último") if weekday >= _WEEK - 2 else ("na {}ª", "na última")
        return f"{last if nth[1] == '-1' else first.format(nth[1])} {_WEEKDAYS[weekday]} do mês"
    return "todo dia" if rule.get("FREQ") == "DAILY" else ""


def _every(when: When) -> str:
    return f"a cada {_length(when.duration)}" if when.duration not in {"P1D", "P1W", "P1M", "P1Y"} else {
        "P1D": "todo dia", "P1W": "toda semana", "P1M": "todo mês", "P1Y": "todo ano",
    }[when.duration]  # fmt: skip


def _length(iso: str) -> str:
    """ "2 horas e 15 minutos" for PT2H15M."""
    days, _, clock = iso.removeprefix("P").partition("T")
    said = [_counted(days, *unit) for unit in _UNITS] + [_counted(clock, *unit) for unit in _CLOCK_UNITS]
    return _joined([one for one in said if one])


def _counted(text: str, unit: str, one: str, many: str) -> str:
    found = re.search(rf"([\d.]+){unit}", text)
    return f"{found[1].replace('.', ',')} {one if found[1] == '1' else many}" if found else ""


def _joined(said: list[str]) -> str:
    return said[0] if len(said) == 1 else ", ".join(said[:-1]) + f" e {said[-1]}" if said else ""


def _without(when: When) -> str:
    if not when.excludes:
        return ""
    named = [
        _WEEKDAYS[_CODES.index(one)] if one in _CODES else f"{date.fromisoformat(one):%d/%m}" for one in when.excludes
    ]
    return ", menos " + _joined(named)
