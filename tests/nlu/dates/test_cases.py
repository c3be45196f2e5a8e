"""Are times read as people mean them? Tables of messages, worked out by hand from the conventions, a file a topic in `cases`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import pytest

from recado.nlu.dates import read_when
from recado.nlu.models import SAO_PAULO, Context, Kind, When

TABLES = Path(__file__).parent / "cases"


class Case(NamedTuple):
    """A message, the moment and the situation it was sent in, and the time it names."""

    table: str
    text: str
    context: Context
    wanted: str


def cases() -> Iterator[Case]:
    """Read the tables: "text | time", under lines "@ moment" and "@ asked=...", which hold until the next."""
    for table in sorted(TABLES.glob("*.txt")):
        context = Context()
        for line in table.read_text(encoding="utf-8").splitlines():
            if line.startswith("@ ") and "|" not in line:
                moment, _, asked = line[2:].partition(" asked=")
                context = Context(reference=datetime.fromisoformat(moment).replace(tzinfo=SAO_PAULO), asked=asked)
            elif line and not line.startswith("#"):
                text, _, wanted = line.rpartition(" | ")
                yield Case(table.stem, text, context, wanted)


def told(when: When) -> str:
    """One line for what was read, as the tables write it."""
    tail = f" [{when.repeats}]" if when.repeats else ""
    tail += " -" + ",".join(when.excludes) if when.excludes else ""
    if when.kind is Kind.NONE:
        return "none"
    if when.kind is Kind.DURATION:
        return when.duration + tail
    if when.kind is Kind.INSTANT:
        return f"{_moment(when.value, when)} {when.grain}{tail}"
    return f"{_moment(when.start, when)} .. {_moment(when.end, when)} {when.grain}{tail}"


def _moment(moment: datetime | None, when: When) -> str:
    if moment is None:
        return "…"
    form = "%Y-%m-%d" if when.grain in {"day", "week", "month"} else "%Y-%m-%d %H:%M"
    return moment.strftime(form + (":%S" if moment.second else ""))


@pytest.mark.parametrize("case", list(cases()), ids=lambda case: f"{case.table}: {case.text[:50]}")
def test_a_message_is_read_as_it_was_meant(case: Case) -> None:
    assert told(read_when(case.text, case.context)) == case.wanted


def test_there_are_many_of_them() -> None:
    assert len(list(cases())) >= 600
