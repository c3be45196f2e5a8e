"""What stands in a file of JSON lines, and in which situation was each of its texts written?"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Final, cast, get_args

from recado.nlu.models import SAO_PAULO, Context, Role

ZONE: Final = SAO_PAULO


class Unreadable(ValueError):
    """A line of the file is not what it should be; the text says which and why."""


def read_lines(lines: Iterable[str]) -> list[dict[str, Any]]:
    """Read JSON lines; raise `Unreadable` with the number of the line."""
    rows: list[dict[str, Any]] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (json.JSONDecodeError, RecursionError) as error:
            raise Unreadable(f"line {number} is no JSON") from error
        if not isinstance(row, dict) or not isinstance(row.get("text"), str):
            raise Unreadable(f'line {number} has no "text"')
        rows.append(row)
    return rows


def reference_of(row: Mapping[str, Any]) -> datetime:
    """Return the moment a row was written at (now in São Paulo where there is none); raise `Unreadable`."""
    given = row.get("reference")
    if given is None:
        return datetime.now(ZONE)
    try:
        moment = datetime.fromisoformat(given)
    except (TypeError, ValueError) as error:
        raise Unreadable(f"{given!r} is no moment in ISO 8601") from error
    return moment.replace(tzinfo=ZONE) if moment.tzinfo is None else moment.astimezone(ZONE)


def context_of(row: Mapping[str, Any], reference: datetime) -> Context:
    """Return the situation a row tells by its fields beside the text; where it says nothing of the role, none is supposed."""
    role = str(row.get("role") or "")
    return Context(
        reference=reference,
        role=cast(Role, role) if role in get_args(Role) else "",
        vertical=str(row.get("vertical") or ""),
        asked=str(row.get("asked") or ""),
        services=_words(row.get("services")),
        people=_words(row.get("people")),
        catalogue=_words(row.get("catalogue")),
    )


def _words(given: object) -> tuple[str, ...]:
    return tuple(str(one) for one in given) if isinstance(given, list) else ()
