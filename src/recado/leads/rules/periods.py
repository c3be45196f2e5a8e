"""From which moment to which do the days go that somebody names?"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo


def span(first: date | None, last: date | None, zone: str) -> tuple[datetime | None, datetime | None]:
    """Return the moments at which `first` begins and `last` is over in the organization's zone; None where a day is missing."""
    place = ZoneInfo(zone)
    since = None if first is None else datetime.combine(first, time.min, place)
    until = None if last is None or last == date.max else datetime.combine(last + timedelta(days=1), time.min, place)
    return since, until
