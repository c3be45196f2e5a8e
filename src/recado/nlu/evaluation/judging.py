"""Is what was read what the file expects?"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Final

_ISO: Final = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")
_IMPLIED: Final = {"car_brand": "car_model", "pet_species": "pet_breed"}
"""What a result may add: the brand of a model, the species of a breed."""
_LOOSE: Final = frozenset(
    {"car_brand", "car_model", "city", "person", "pet_breed", "pet_name", "pet_species", "service"}
)

Found = tuple[str, str]


def same(wanted: Mapping[str, Any], got: Mapping[str, Any]) -> bool:
    """Whether two times are the same: instants as instants, lengths as lengths; a grain counts where one is expected."""
    if wanted.get("kind") != got.get("kind"):
        return False
    if wanted.get("grain") not in {None, got.get("grain")}:
        return False
    match wanted.get("kind"):
        case "instant":
            return _moment(wanted.get("value")) == _moment(got.get("value"))
        case "interval":
            return all(_moment(wanted.get(side)) == _moment(got.get(side)) for side in ("start", "end"))
        case "duration":
            return _length(str(wanted.get("duration"))) == _length(str(got.get("duration")))
    return True


def matched(
    wanted: Iterable[Mapping[str, Any]], got: Iterable[Mapping[str, Any]]
) -> tuple[list[Found], list[Found], list[Found]]:
    """Return which entities were found, which were missed, and which were made up.

    Names are compared without case, accents, spaces and hyphens. A brand beside a model and a species beside a breed
    that the file does not expect are not held against anyone.
    """
    expected = Counter((str(one["type"]), _comparable(str(one["type"]), one["value"])) for one in wanted)
    found = Counter((str(one["type"]), _comparable(str(one["type"]), one["value"])) for one in got)
    types = {kind for kind, _ in expected}
    made_up = [
        one for one in (found - expected).elements() if not (_IMPLIED.get(one[0]) in types and one[0] not in types)
    ]
    return list((expected & found).elements()), list((expected - found).elements()), made_up


def _comparable(kind: str, value: object) -> str:
    if isinstance(value, Mapping):
        return json.dumps({name: _number(part) for name, part in sorted(value.items())})
    if kind in _LOOSE:
        plain = unicodedata.normalize("NFKD", str(value).lower())
        return "".join(one for one in plain if one.isalnum())
    return str(_number(value))


def _number(value: object) -> object:
    if isinstance(value, bool) or value is None:
        return value
    try:
        return round(float(str(value)), 2) if isinstance(value, int | float | str) else str(value)
    except ValueError:
        return str(value)


def _moment(text: object) -> datetime | None:
    return None if text is None else datetime.fromisoformat(str(text))


def _length(iso: str) -> tuple[int, int] | None:
    """Months and seconds of an ISO 8601 duration: 7 days are a week, 12 months a year, 90 minutes 1 h 30."""
    found = _ISO.fullmatch(iso)
    if found is None:
        return None
    years, months, weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return years * 12 + months, (((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60 + seconds
