"""Which of the days that a sentence names are meant?"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from recado.nlu.dates.calendar import add_months
from recado.nlu.dates.pieces import ONE_DAY, Days, Side
from recado.nlu.models import Grain

_WEEK: Final = timedelta(days=7)
_NOT_AFTER: Final = re.compile(
    r"^\s*,?\s*(?:eu\s+)?(?:nao|naum|n)\b(?!\s+(?:sei|e\b|tem\s+problema))(?!.{0,12}\bou\s+nao\b)"
)
_NOT_BEFORE: Final = re.compile(
    r"(?:\b(?:nao|n|naum|nunca)\s+(?:vou\s+|da\s+|quero\s+)?(?:posso|consigo|conseguirei|da|dou|pode\s+ser|pode|vou|quero|tenho|trabalho|rola|serve|atendo|abro|estarei|estou)"
    r"(?:\s+(?:ir|mais|vir|tempo|horario|como|livre))*\s+(?:n?[ao]|pr[ao]|para|d[ae])?|\b(?:menos|exceto|tirando|fora|sem\s+ser|(?:des|re)marc\w*\s+(?:[ao]\s+)?d[ae])\s+(?:n?[ao]|[ao])?)\s*$"
)
_INTO: Final = re.compile(
    r"^[\s,]*(?:[~@\s]|as|d[ae]|manha|tarde|noite|\d|h|:|feira|-)*\s*(?:pr[ao]|para\s*[ao]?|p/|pro)\s*(?:dia\s*|a\s+|o\s+)?$"
)
_FROM: Final = re.compile(
    r"\b(?:d[aeo]|mud\w+|remarc\w+|pass\w+|troc\w+|adi\w+|antecip\w+|transf\w+|marcad[ao]\s+pr[ao]|tinha\s+marcad[ao]|era)\s*(?:[ao]s?|a\s+de|o\s+de|pr[ao])?\s*$"
)
_TO: Final = re.compile(r"^\s*(?:a|ate|ate\s+[ao]|ao|e|-)\s*(?:[ao]\s+|dia\s+)?$")
_RANGE_BEFORE: Final = re.compile(r"\b(?:d[aeo]|entre(?:\s+[ao]s?)?|desde(?:\s+[ao])?)\s*$")
_CORRECTS: Final = re.compile(
    r"\b(?:quer\s+dizer|digo|alias|melhor(?:\s+dizendo)?|ou\s+melhor|na\s+verdade|corrigindo|errei|opa)\b"
)
_LIMITS: Final = (
    (
        Side.UNTIL,
        re.compile(r"\b(?:ate|no\s+maximo|no\s+mais\s+tardar)\s*(?:n?[oa]s?\s+|o\s+dia\s+|dia\s+)?(?:n[ao]\s*)?$"),
    ),
    (Side.BEFORE, re.compile(r"\bantes\s+(?:d[aeo]s?)?\s*(?:dia\s*)?$")),
    (Side.SINCE, re.compile(r"\b(?:a\s+partir\s+d[aeo]s?|a\s+partir|desde)\s*(?:[ao]s?\s+)?(?:dia\s*)?$")),
    (Side.AFTER, re.compile(r"\b(?:depois|apos|dps|passad[oa])\s+(?:d?[aeo]s?)?\s*(?:dia\s*)?$")),
)
_ONWARDS: Final = re.compile(r"^\s*(?:em\s+diante|pra\s+frente|para\s+frente|adiante)\b")


def choose(named: Sequence[Days], text: str) -> Days | None:
    """Return the one that is meant: a range of two, the one that something is moved to, the last of a correction, else the
    first that is not refused, dates before weekdays."""
    if not named:
        return None
    if len(named) > 1:
        pair = _range(named, text) or _moved_to(named, text) or _corrected(named, text)
        if pair is not None:
            return pair
    wanted = [one for one in named if not _refused(one, text)] or list(named)
    return _best(wanted)


def limits_of(days: Days, text: str) -> Side | None:
    """Return the side on which the days limit the time; None where they are meant themselves."""
    before, after = text[: days.at[0]], text[days.at[1] :]
    if _ONWARDS.match(after):
        return Side.SINCE
    if text[slice(*days.at)].lstrip().startswith("depois de"):
        return None
    for side, pattern in _LIMITS:
        if pattern.search(before):
            return side
    return None


def _best(wanted: Sequence[Days]) -> Days:
    singles = [one for one in wanted if one.single]
    dates = [one for one in singles if one.weekday is None]
    # A weekday and a date that agree are one day; where they do not, the number was looked up.
    if dates and singles[0] is not dates[0] and not any(one.repeats for one in singles):
        agreed = [one for one in dates if one.first.weekday() == singles[0].weekday]
        return (agreed or dates)[0]
    return (singles or list(wanted))[0]


def _refused(days: Days, text: str) -> bool:
    return bool(_NOT_AFTER.match(text[days.at[1] :]) or _NOT_BEFORE.search(text[: days.at[0]]))


def _range(named: Sequence[Days], text: str) -> Days | None:
    for first, last in itertools.pairwise(named):
        between = text[first.at[1] : last.at[0]]
        opened = _RANGE_BEFORE.search(text[: first.at[0]])
        if not _TO.match(between) or not (
            opened or (first.weekday is not None and last.weekday is not None and "e" not in between.split())
        ):
            continue
        if "e" in between.split() and "entre" not in (opened[0] if opened else ""):
            continue
        return _joined(first, last)
    return None


def _joined(first: Days, last: Days) -> Days:
    end = last.end
    if end <= first.first:
        end = end + _WEEK if last.weekday is not None else add_months(end - ONE_DAY, 12) + ONE_DAY
    grain = first.grain if first.grain is last.grain else Grain.DAY
    return Days(first.first, end, grain, (first.at[0], last.at[1]), -1 if end - first.first == ONE_DAY else None)


def _moved_to(named: Sequence[Days], text: str) -> Days | None:
    for first, last in itertools.pairwise(named):
        if _INTO.match(text[first.at[1] : last.at[0]]) and _FROM.search(text[: first.at[0]]):
            return last
    return None


def _corrected(named: Sequence[Days], text: str) -> Days | None:
    for first, last in itertools.pairwise(named):
        if _CORRECTS.search(text[first.at[1] : last.at[0]]):
            return last
    return None
