"""Which rows stand in a CSV file, whatever program of whatever country wrote it?"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Final

from recado.contacts.errors import BadSheet

MOST_ROWS: Final = 50_000
MOST_COLUMNS: Final = 100
MOST_CELLS: Final = 1_000_000
LONGEST_CELL: Final = 4_000
_DELIMITERS: Final = (";", ",", "\t", "|")
_SAMPLE_LINES: Final = 20
_BOMS: Final = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))

Row = list[str]


def decoded(content: bytes) -> str:
    """Return the text: by its byte-order mark, else UTF-8, else what Windows in Brazil writes (cp1252)."""
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        # Five bytes mean nothing in cp1252; as Latin-1 they are control signs, which nobody sees.
        return content.decode("cp1252", errors="ignore")


def delimiter_of(text: str) -> str:
    """Return what divides the columns: the line `sep=;` says so, else the sign that divides most lines alike."""
    first = text.split("\n", 1)[0].strip().lower()
    if first.startswith("sep=") and len(first) == 5:  # noqa: PLR2004 - one sign after it
        return first[-1]
    lines = [line for line in text[:65_536].splitlines() if line.strip()][:_SAMPLE_LINES]
    return max(_DELIMITERS, key=lambda sign: (_agreement(lines, sign), -_DELIMITERS.index(sign)))


def _agreement(lines: list[str], sign: str) -> tuple[int, int]:
    counts = [len(row) for row in csv.reader(lines, delimiter=sign)] if lines else []
    widest = counts[0] if counts else 0
    return (sum(1 for count in counts if count == widest) if widest > 1 else 0, widest)


def read_csv(content: bytes) -> Iterator[Row]:
    """Yield the rows of a CSV file, the header first; raise `BadSheet`. Formulas are words like others."""
    text = decoded(content).replace("\x00", "")
    sign = delimiter_of(text)
    if text[:4].lower() == "sep=":
        text = text.split("\n", 1)[1] if "\n" in text else ""
    try:
        yield from within_limits(csv.reader(io.StringIO(text, newline=""), delimiter=sign))
    except csv.Error:
        raise BadSheet(why="not_a_table") from None


def within_limits(rows: Iterator[Row]) -> Iterator[Row]:
    """Yield rows that say something, cells trimmed; raise `BadSheet` where there are more than can be taken in."""
    cells = 0
    for number, row in enumerate(rows):
        if number > MOST_ROWS:
            raise BadSheet(why="too_many_rows", limit=MOST_ROWS)
        if len(row) > MOST_COLUMNS:
            raise BadSheet(why="too_many_columns", limit=MOST_COLUMNS)
        cells += len(row)
        if cells > MOST_CELLS:
            raise BadSheet(why="too_many_cells", limit=MOST_CELLS)
        if any(len(cell) > LONGEST_CELL for cell in row):
            raise BadSheet(why="cell_too_long", limit=LONGEST_CELL, row=number + 1)
        yield [cell.strip() for cell in row]
