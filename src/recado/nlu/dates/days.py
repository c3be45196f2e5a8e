"""Which days are named in a sentence?"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from recado.nlu.dates.calendar import (
    add_months,
    first_of_month,
    monday,
    month_named,
    on_date,
    on_day,
    on_weekday,
    safe_date,
)
from recado.nlu.dates.pieces import ONE_DAY, Context, Days, one_day
from recado.nlu.dates.words import ANY_MONTH, DAY_NUMBER, HOLIDAYS, MONTH, MONTHS, NUMBER, WEEKDAY, weekday_of
from recado.nlu.models import Grain
from recado.nlu.numerals import value_of

Found = re.Match[str]
Rule = tuple[re.Pattern[str], Callable[[Found, Context], Days | None]]
_NEXT: Final = (
    r"(?:que\s+vem|q\s+vem|que\s+vier|seguinte|"
    r"d[ae]\s+(?:semana\s+(?:que\s+vem|q\s+vem|seguinte)|prox(?:ima|\.?)\s+semana))"
)
_LAST: Final = r"(?:passad[ao]|d[ae]\s+semana\s+passada|ultim[ao])"
_OTHER: Final = (
    r"(?:d[ae]\s+outra\s+semana|d[ae]\s+semana\s+(?:depois|seguinte)\s+d?[ae]?\s*(?:que\s+vem|proxima)?|sem\s+ser\s+(?:n?ess[ae]|n?est[ae]|ess[ae]\s+agora)|"
    r"depois\s+dess[ae]|,?\s*nao\s+(?:n?ess[ae]|n?est[ae])(?:\s+agora)?,?(?:\s+(?:mas\s+)?[an]?[ao]?\s*(?:outr[ao]|proxim[ao]|seguinte|que\s+vem))?)"
)
_UNIT: Final = r"(?:dias?|diazinhos|semanas?|mes(?:es)?|anos?|quinzenas?)"
_YEAR: Final = r"(?:\s*(?:/|-|\.|,?\s+d[eo]\s+|,\s*)(?P<y>(?:19|20)\d{2}|\d{2}(?!\d|\s*(?:h|:))))?"
_MONTH_WORDS: Final = (
    rf"(?P<named>{MONTH})(?:\s+d[eo]\s+(?P<year>(?:19|20)\d{{2}}|ano\s+que\s+vem|proximo\s+ano|ano\s+passado))?|"
    r"(?:d?[oe]\s+)?(?P<rel>mes\s+que\s+vem|mes\s+q\s+vem|proximo\s+mes|prox\.?\s+mes|mes\s+seguinte|outro\s+mes|mes\s+passado|ultimo\s+mes|(?:n?esse|n?este)\s+mes|mes\s+atual|mes)"
)


def read_days(text: str, context: Context) -> tuple[list[Days], str]:
    """Return the days that are named, as they stand from left to right, and the text without them."""
    found: list[Days] = []
    for pattern, make in _RULES:
        for match in pattern.finditer(text):
            days = make(match, context)
            if days is not None:
                found.append(days)
                text = text[: match.start()] + "@" * (match.end() - match.start()) + text[match.end() :]
    return sorted(found, key=lambda one: one.at), text


def _relative(days: int) -> Callable[[Found, Context], Days]:
    return lambda match, context: one_day(context.today + timedelta(days=days), match.span())


def _ahead(match: Found, context: Context) -> Days | None:
    """ "daqui a 10 dias", "em duas semanas", "há 3 dias", "dois meses atrás"."""
    count, unit = _amount(match)
    if count is None:
        return None
    sign = -1 if match.groupdict().get("back") else 1
    if unit.startswith(("mes", "ano")):
        return one_day(add_months(context.today, sign * count * (12 if unit.startswith("ano") else 1)), match.span())
    days = count * {"s": 7, "q": 15}.get(unit[0], 1)
    return one_day(context.today + timedelta(days=sign * days), match.span())


def _amount(match: Found) -> tuple[int | None, str]:
    word = match["n"]
    return (1 if word in {"um", "uma"} else value_of(word)), match["unit"]


def _weekday(match: Found, context: Context) -> Days | None:
    weekday = weekday_of(match["w"])
    named = match.groupdict()
    if named.get("every"):
        day = on_weekday(Context(context.today), weekday)
        return one_day(
            day,
            match.span(),
            weekday=weekday,
            repeats="FREQ=WEEKLY;BYDAY=" + ["MO", "TU", "WE", "TH", "FR", "SA", "SU"][weekday],
        )
    if named.get("last"):
        return one_day(on_weekday(Context(context.today, past=True), weekday), match.span(), weekday=weekday)
    if named.get("other"):
        return one_day(on_weekday(Context(context.today), weekday) + timedelta(days=7), match.span(), weekday=weekday)
    if named.get("next"):
        return one_day(monday(context.today, 1) + timedelta(days=weekday), match.span(), weekday=weekday)
    past = context if not named.get("soon") else Context(context.today)
    return one_day(on_weekday(past, weekday), match.span(), weekday=weekday)


def _day_of_month(match: Found, context: Context) -> Days | None:
    number = 1 if match["d"].startswith("p") else int(re.sub(r"\D", "", match["d"]))
    relative = match.groupdict().get("rel")
    if relative:
        month = _month_ahead(relative, context)
        found = safe_date(month.year, month.month, number)
    else:
        found = on_day(context, number)
    return None if found is None else one_day(found, match.span())


def _month_ahead(words: str, context: Context) -> date:
    if re.search(r"passado|ultimo", words):
        return first_of_month(context.today, -1)
    if re.search(r"vem|prox|seguinte|outro", words):
        return first_of_month(context.today, 1)
    return first_of_month(context.today)


def _date(match: Found, context: Context) -> Days | None:
    number = 1 if match["d"].startswith("p") else value_of(re.sub(r"[ao]$", "", match["d"]))
    word = match["m"]
    month = int(word) if word.isdigit() else MONTHS.get(word)
    if number is None or month is None or not 1 <= month <= 12:  # noqa: PLR2004
        return None
    year = match.groupdict().get("y")
    if year:
        found = safe_date(int(year) if len(year) == 4 else 2000 + int(year), month, number)  # noqa: PLR2004
    elif match.groupdict().get("ny"):
        found = safe_date(context.today.year + (-1 if "passado" in match["ny"] else 1), month, number)
    else:
        found = on_date(context, number, month)
    return None if found is None else one_day(found, match.span())


def _iso(match: Found, _: Context) -> Days | None:
    found = safe_date(int(match["y"]), int(match["m"]), int(match["d"]))
    return None if found is None else one_day(found, match.span())


def _holiday(number: int, month: int) -> Callable[[Found, Context], Days | None]:
    def make(match: Found, context: Context) -> Days | None:
        found = on_date(context, number, month)
        if found is None:
            return None
        before = match.group().lstrip().startswith("vespera") and (number, month) not in {(24, 12), (31, 12)}
        return one_day(found - ONE_DAY if before else found, match.span())

    return make


def _week(weeks: int) -> Callable[[Found, Context], Days]:
    def make(match: Found, context: Context) -> Days:
        first = monday(context.today, weeks)
        return Days(first, first + timedelta(days=7), Grain.WEEK, match.span())

    return make


def _weekend(match: Found, context: Context) -> Days:
    saturday = monday(context.today) + timedelta(days=5)
    words = match.group()
    if re.search(r"passad|ultim", words) or (context.past and not re.search(r"vem|prox|ess|est", words)):
        # The one under way is not over yet.
        first = saturday - timedelta(days=7)
    elif re.search(r"que\s+vem|seguinte", words):
        first = saturday + timedelta(days=7)
    else:
        first = saturday
    return Days(first, first + timedelta(days=2), Grain.DAY, match.span())


def _month_of(match: Found, context: Context) -> date:
    named = match.groupdict().get("named")
    if not named:
        return _month_ahead(match["rel"] or "", context)
    year = match.groupdict().get("year") or ""
    month = MONTHS[named]
    if year.isdigit():
        return date(int(year), month, 1)
    if year:
        return date(context.today.year + (-1 if "passado" in year else 1), month, 1)
    return month_named(context, month)


def _month(match: Found, context: Context) -> Days:
    first = _month_of(match, context)
    return Days(first, first_of_month(first, 1), Grain.MONTH, match.span())


def _third(match: Found, context: Context) -> Days:
    words = match["third"]
    at = 0 if words.startswith(("c", "i")) else 1 if words.startswith("m") else 2
    named, relative = match.groupdict().get("named"), match["rel"] or ""
    if named and not match["year"] and MONTHS[named] == context.today.month:
        month = context.today.replace(day=1)
    else:
        month = _month_of(match, context)
    first, end = _bounds(month, at)
    bare = bool(re.fullmatch(r"(?:d?[oe]\s+)?mes", relative.strip()))
    if end <= context.today and (bare or (named and not match["year"] and month <= context.today)) and not context.past:
        first, end = _bounds(first_of_month(month, 1) if bare else first_of_month(month, 12), at)
    return Days(first, end, Grain.DAY, match.span())


def _bounds(month: date, third: int) -> tuple[date, date]:
    starts = (month, month.replace(day=11), month.replace(day=21), first_of_month(month, 1))
    return starts[third], starts[third + 1]


def _fortnight(match: Found, context: Context) -> Days:
    """ "a segunda quinzena de abril": days 1 to 15, or 16 to the last."""
    month = _month_of(match, context)
    if match["named"] and not match["year"] and MONTHS[match["named"]] == context.today.month:
        month = context.today.replace(day=1)
    middle = month.replace(day=16)
    first, end = (month, middle) if match["which"].startswith(("p", "1")) else (middle, first_of_month(month, 1))
    return Days(first, end, Grain.DAY, match.span())


def _year(match: Found, context: Context) -> Days:
    words = match.group()
    shift = -1 if "passado" in words else 1 if re.search(r"vem|prox", words) else 0
    first = date(context.today.year + shift, 1, 1)
    return Days(first, date(first.year + 1, 1, 1), Grain.MONTH, match.span())


def _days_between(match: Found, context: Context) -> Days | None:
    """ "de 10 a 15 de março", "entre os dias 10 e 15"."""
    first, last = value_of(match["a"]), value_of(match["b"])
    if first is None or last is None:
        return None
    word = match.groupdict().get("m")
    relative = match.groupdict().get("rel")
    if relative:
        month = _month_ahead(relative, context)
        start, end = safe_date(month.year, month.month, first), safe_date(month.year, month.month, last)
    elif word:
        month_number = int(word) if word.isdigit() else MONTHS[word]
        end = on_date(context, last, month_number)
        start = None if end is None else safe_date(end.year, month_number, first)
    else:
        start = on_day(context, first)
        end = None if start is None else on_day(Context(start), last)
    if start is None or end is None or end < start:
        return None
    return Days(start, end + ONE_DAY, Grain.DAY, match.span(), -1)


_BETWEEN: Final = (
    rf"(?P<a>{DAY_NUMBER})\s+(?:a|e|ao|ate|ate\s+o|a\s+o)\s+(?:o\s+)?(?:dia\s+)?"
    rf"(?P<b>{DAY_NUMBER})(?!\s*(?:h|:|\d|horas?))"
)
_AGO: Final = rf"(?P<n>{NUMBER})\s+(?P<unit>{_UNIT})"
_RULES: Final[tuple[Rule, ...]] = tuple(
    (re.compile(pattern), make)
    for pattern, make in (
        (
            rf"\b(?P<which>primeira|segunda|1a|2a)\s+quinzena\s+(?:d[eo]s?|desse|deste)\s+(?:{_MONTH_WORDS})\b",
            _fortnight,
        ),
        (
            rf"\b(?:de|entre(?:\s+os)?(?:\s+dias)?|d?os?\s+dias?|dias|do\s+dia)\s+{_BETWEEN}\s+de\s+(?P<m>{ANY_MONTH})\b",
            _days_between,
        ),
        (
            rf"\b(?:entre\s+(?:os\s+)?dias|entre\s+[oa]?\s*dia|dos?\s+dias?|de|dias|entre)\s+{_BETWEEN}\s+d[eo]\s+(?P<rel>mes\s+que\s+vem|proximo\s+mes|mes\s+passado|mes)\b",
            _days_between,
        ),
        (rf"\b(?:entre\s+(?:os\s+)?dias|entre\s+o\s+dia|dos?\s+dias?|dias)\s+{_BETWEEN}", _days_between),
        (r"\b(?P<y>20\d{2})-(?P<m>\d{2})-(?P<d>\d{2})\b", _iso),
        (
            rf"\b(?:dia\s+)?(?P<d>primeiro|1o|{DAY_NUMBER})\s+d[eo]\s+(?P<m>{ANY_MONTH})\b(?:\s+d[eo]\s+(?P<ny>ano\s+que\s+vem|proximo\s+ano|ano\s+passado)|{_YEAR})",
            _date,
        ),
        (
            rf"\b(?:dia\s+)?(?P<d>{DAY_NUMBER})\s*(?:/|-|\.)\s*(?P<m>1[0-2]|0?[1-9])\b(?!\s*(?:/|-)\s*\d{{5}}|\s*%){_YEAR}",
            _date,
        ),
        (rf"\b(?:dia\s+)?(?P<d>{DAY_NUMBER})\s*[/-]\s*(?P<m>{ANY_MONTH})\b{_YEAR}", _date),
        (rf"\bdia\s+(?P<d>{DAY_NUMBER})\s+(?P<m>{ANY_MONTH})\b{_YEAR}", _date),
        *((rf"\b(?:(?:vespera\s+d[aeo]s?\s+)?(?:{pattern}))\b", _holiday(*day)) for pattern, day in HOLIDAYS),
        (
            rf"\bdia\s+(?P<d>primeiro|1o|{DAY_NUMBER})\b(?!\s*(?:/|:))\s*,?\s*(?:agora\s+)?(?:d[eo]|n[eo])?\s*(?P<rel>mes\s+que\s+vem|mes\s+q\s+vem|proximo\s+mes|prox\.?\s+mes|mes\s+seguinte|outro\s+mes|mes\s+passado|(?:n?esse|n?este)\s+mes|desse\s+mes|deste\s+mes)",
            _day_of_month,
        ),
        (rf"\bdia\s+(?P<d>primeiro|1o|{DAY_NUMBER})\b(?!\s*(?::|\d))", _day_of_month),
        (r"\b(?:depois\s+de|dps\s+d[eo]|dpois\s+de)\s+(?:amanha|amanh\b|amnh\w*|amn\b)", _relative(2)),
        (r"\b(?:anteontem|antes\s+de\s+ontem|antiontem|ante-ontem)\b", _relative(-2)),
        (r"\b(?:amanha|amanhan|amanhazinha|amnha|amnh|amn|amanh|amnaha|amaha|amanah|ammanha)\b", _relative(1)),
        (r"\b(?:ontem|onti)\b", _relative(-1)),
        (r"\b(?:hoje|hj|hoj|oje|hojee)\b", _relative(0)),
        (
            rf"\b(?P<back>ha|faz|tem)\s+(?:uns|umas|cerca\s+de|mais\s+ou\s+menos|quase|ja)?\s*{_AGO}\b(?:\s+(?:atras|ja))?(?!\s+(?:que|sem|esperando|parad))",
            _ahead,
        ),
        (rf"\b(?:(?:uns|umas)\s+)?{_AGO}\s+(?P<back>atras)\b", _ahead),
        (
            rf"\b(?:daqui|dqui|daki)\s*(?:a|ha|h[aá]|em|uns|umas)?\s*(?:uns|umas|mais\s+ou\s+menos|cerca\s+de)?\s*{_AGO}\b",
            _ahead,
        ),
        (rf"\b(?:em|dentro\s+de)\s+(?:uns|umas|ate)?\s*{_AGO}\b(?!\s+(?:de\s+uso|uteis))", _ahead),
        (rf"\b{_AGO}\s+(?:a\s+partir\s+de\s+(?:hoje|agora)|pra\s+frente)\b", _ahead),
        (
            rf"\b(?:n?[ao]|d[ao]|pr[ao])?\s*(?:n?ess[ae]|n?est[ae]|proxim[ao]|prox\.?)?\s*(?P<w>{WEEKDAY})\s*,?\s*(?:mas\s+)?(?P<other>{_OTHER})",
            _weekday,
        ),
        (
            rf"\b(?:nao\s+)?(?:n?ess[ae]|n?est[ae])\s+(?P<w>{WEEKDAY})\s*,?\s*(?:agora\s*,?\s*)?(?:nao\s*,?\s*)?(?:mas\s+|e\s+sim\s+|so\s+)?(?P<other>(?:n?[ao]|pr[ao])\s+(?:outr[ao]|seguinte|proxim[ao]))\b",
            _weekday,
        ),
        (rf"\b(?P<other>(?:n?[ao]|d[ao]|pr[ao]|par[ao]\s+[ao])?\s*outr[ao])\s+(?P<w>{WEEKDAY})", _weekday),
        (rf"\b(?P<w>{WEEKDAY})\s+(?P<next>{_NEXT})\b", _weekday),
        (
            rf"\b(?P<next>(?:n?a\s+|pra\s+|da\s+)?(?:semana\s+que\s+vem|proxima\s+semana|semana\s+q\s+vem|prox\.?\s+semana)\s*,?\s*(?:n?[ao]|pode\s+ser\s+n?[ao]?|de|tipo|talvez)?\s*)(?P<w>{WEEKDAY})",
            _weekday,
        ),
        (
            rf"\b(?P<w>{WEEKDAY})\s*,?\s*(?P<next>(?:n?a\s+)?(?:semana\s+que\s+vem|proxima\s+semana|semana\s+q\s+vem))\b",
            _weekday,
        ),
        (rf"\b(?P<w>{WEEKDAY})\s+(?P<last>{_LAST})\b", _weekday),
        (rf"\b(?P<last>(?:n?a|n?o)?\s*ultim[ao])\s+(?P<w>{WEEKDAY})", _weekday),
        (rf"\b(?P<every>tod[ao]s?(?:\s+(?:as|os|a|o|santa|santo))?)\s+(?P<w>{WEEKDAY})s?\b", _weekday),
        (rf"\b(?P<soon>n?ess[ae]|n?est[ae]|proxim[ao]|prox\.?|agora)\s+(?P<w>{WEEKDAY})(?:\s+agora)?", _weekday),
        (rf"\b(?P<w>{WEEKDAY})\b(?:\s+(?P<soon>agora))?", _weekday),
        (
            rf"\b(?:n?[oae]\s+|d[oae]\s+|l[ao]\s+pr[oa]\s+)?(?P<third>comeco|comecinho|inicio|meio|meados|fim|final|finalzinho|finzinho)\s+(?:d[eo]s?|desse|deste)\s+(?:{_MONTH_WORDS})\b",
            _third,
        ),
        (
            r"\b(?:n?[oea]s?\s+|ness[ea]\s+|n?ess[ea]\s+|proxim[oa]\s+|prox\.?\s+|ultim[oa]\s+)*(?:fim|final|finzinho|finalzinho)\s+de\s+semana(?:\s+(?:que\s+vem|seguinte|passado|retrasado|agora))?|\b(?:n?ess[ea]\s+|n?est[ea]\s+|proximo\s+|no\s+)?(?:fds|finde|findi)\b(?:\s+(?:que\s+vem|passado|agora))?",
            _weekend,
        ),
        (r"\b(?:semana\s+(?:que\s+vem|q\s+vem|seguinte|que\s+entra)|(?:proxima|prox\.?|outra)\s+semana)\b", _week(1)),
        (r"\b(?:semana\s+passada|ultima\s+semana)\b", _week(-1)),
        (r"\bsemana\s+retrasada\b", _week(-2)),
        (r"\b(?:n?essa|n?esta|ainda\s+(?:n?essa|n?esta))\s+semana\b|\bdurante\s+a\s+semana\b", _week(0)),
        (r"\b(?:ano\s+que\s+vem|proximo\s+ano|ano\s+passado|(?:n?esse|n?este)\s+ano)\b", _year),
        (
            rf"\b(?P<rel>mes\s+que\s+vem|mes\s+q\s+vem|proximo\s+mes|prox\.?\s+mes|mes\s+seguinte|mes\s+passado|ultimo\s+mes|(?:n?esse|n?este)\s+mes|mes\s+atual)\b|(?<!\bseu\s)\b(?P<named>{MONTH})\b(?:\s+d[eo]\s+(?P<year>(?:19|20)\d{{2}}|ano\s+que\s+vem|proximo\s+ano|ano\s+passado))?",
            _month,
        ),
    )
)
