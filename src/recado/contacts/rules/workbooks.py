"""Which rows stand in the first sheet of an .xlsx file, and does it lie about its size?

Only text is read: formulas are never looked at (their last result stands beside them), entities and document types are
refused, and bytes are counted as they come out of the archive, whatever its directory claims.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from decimal import Decimal, InvalidOperation
from typing import Final
from xml.parsers import expat

from recado.contacts.errors import BadSheet
from recado.contacts.rules.tables import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, Row, within_limits

MOST_UNPACKED: Final = 64 * 1024 * 1024
"""Bytes, of all parts together."""
MOST_RATIO: Final = 150
"""A sheet of real people packs to a tenth; a bomb to a thousandth."""
_FREE: Final = 1024 * 1024
_CHUNK: Final = 65_536
_MOST_PARTS: Final = 500
_LAST_ROW: Final = 1_048_576
"""No spreadsheet has more rows (ECMA-376)."""
_DIMENSION: Final = re.compile(r"[A-Z]{1,3}\d+:[A-Z]{1,3}(\d+)")


def is_workbook(content: bytes) -> bool:
    """Tell by the first bytes, never by the name."""
    return content[:4] == b"PK\x03\x04"


def read_xlsx(content: bytes) -> Iterator[Row]:
    """Yield the rows of the first sheet, the header first; raise `BadSheet`."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if len(archive.infolist()) > _MOST_PARTS:
                raise BadSheet(why="not_a_table")
            unpacking = _Unpacking(archive, len(content))
            strings = _Strings()
            if "xl/sharedStrings.xml" in archive.namelist():
                unpacking.feed("xl/sharedStrings.xml", strings.start, strings.end, strings.text)
            sheet = _Sheet(strings.found)
            unpacking.feed(_first_sheet(archive), sheet.start, sheet.end, sheet.text)
    except (zipfile.BadZipFile, KeyError, expat.ExpatError, NotImplementedError, RuntimeError, zlib.error, EOFError):
        raise BadSheet(why="not_a_table") from None
    yield from within_limits(iter(sheet.rows))


def _first_sheet(archive: zipfile.ZipFile) -> str:
    sheets = [name for name in archive.namelist() if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", name)]
    return min(sheets, key=lambda name: int(re.sub(r"\D", "", name))) if sheets else "xl/worksheets/sheet1.xml"


class _Unpacking:
    """Parts of one archive, which together may not grow out of all proportion."""

    def __init__(self, archive: zipfile.ZipFile, packed: int) -> None:
        self._archive = archive
        self._limit = min(MOST_UNPACKED, max(_FREE, packed * MOST_RATIO))
        self._unpacked = 0

    def feed(
        self,
        part: str,
        start: Callable[[str, dict[str, str]], None],
        end: Callable[[str], None],
        text: Callable[[str], None],
    ) -> None:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = lambda name, given: start(name.rpartition(" ")[2], given)
        parser.EndElementHandler = lambda name: end(name.rpartition(" ")[2])
        parser.CharacterDataHandler = text
        parser.StartDoctypeDeclHandler = _refuse_doctype
        with self._archive.open(part) as packed:
            while chunk := packed.read(_CHUNK):
                self._unpacked += len(chunk)
                if self._unpacked > self._limit:
                    raise BadSheet(why="grows_too_much")
                parser.Parse(chunk, False)
            parser.Parse(b"", True)


def _refuse_doctype(*_given: object) -> None:
    raise BadSheet(why="not_a_table")


class _Strings:
    """The words that cells refer to by number."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._pieces: list[str] | None = None
        self._in_text = False
        self._phonetic = 0

    def start(self, name: str, _given: dict[str, str]) -> None:
        if name == "si":
            if len(self.found) >= MOST_CELLS:
                raise BadSheet(why="too_many_cells", limit=MOST_CELLS)
            self._pieces = []
        elif name == "rPh":
            self._phonetic += 1
        self._in_text = name == "t" and not self._phonetic

    def end(self, name: str) -> None:
        if name == "si" and self._pieces is not None:
            self.found.append("".join(self._pieces))
            self._pieces = None
        elif name == "rPh":
            self._phonetic -= 1
        self._in_text = False

    def text(self, said: str) -> None:
        if self._in_text and self._pieces is not None:
            self._pieces.append(said)


class _Sheet:
    """The rows of a sheet as text."""

    def __init__(self, strings: list[str]) -> None:
        self.rows: list[Row] = []
        self._strings = strings
        self._row: Row = []
        self._column = 0
        self._kind = ""
        self._value: list[str] | None = None
        self._cells = 0

    def start(self, name: str, given: dict[str, str]) -> None:
        match name:
            case "dimension":
                claimed = _DIMENSION.fullmatch(given.get("ref", ""))
                if claimed and int(claimed[1][:9]) > _LAST_ROW:
                    raise BadSheet(why="too_many_rows", limit=MOST_ROWS)
            case "row":
                self._begin_row(given.get("r", ""))
            case "c":
                self._begin_cell(given)
            case "v" | "t":
                self._value = self._value if self._value is not None and name == "t" else []

    def _begin_row(self, number: str) -> None:
        if len(self.rows) > MOST_ROWS or (number.isdigit() and int(number[:9]) > _LAST_ROW):
            raise BadSheet(why="too_many_rows", limit=MOST_ROWS)
        # Rows that say nothing may be left out of the file; the number at the margin must stay what people see.
        wanted = int(number[:9]) if number.isdigit() else 0
        if wanted - 1 > MOST_ROWS:
            raise BadSheet(why="too_many_rows", limit=MOST_ROWS)
        while len(self.rows) < wanted - 1:
            self.rows.append([])
        self._row, self._column = [], 0

    def _begin_cell(self, given: dict[str, str]) -> None:
        self._cells += 1
        if self._cells > MOST_CELLS:
            raise BadSheet(why="too_many_cells", limit=MOST_CELLS)
        letters = re.match(r"[A-Z]{1,3}", given.get("r", ""))
        self._column = _number_of(letters[0]) if letters else self._column + 1
        if self._column > MOST_COLUMNS:
            raise BadSheet(why="too_many_columns", limit=MOST_COLUMNS)
        self._kind, self._value = given.get("t", "n"), None

    def end(self, name: str) -> None:
        if name == "c" and self._value is not None:
            self._row.extend([""] * (self._column - len(self._row)))
            self._row[self._column - 1] = self._shown("".join(self._value))
        elif name == "row":
            self.rows.append(self._row)
        if name == "c":
            self._value = None

    def text(self, said: str) -> None:
        if self._value is not None:
            self._value.append(said)

    def _shown(self, stored: str) -> str:
        match self._kind:
            case "s":
                place = int(stored) if stored.isdigit() else -1
                return self._strings[place] if 0 <= place < len(self._strings) else ""
            case "b":
                return "sim" if stored == "1" else "não"
            case "n":
                return _plain_number(stored)
            case "e":
                return ""
        return stored


def _number_of(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _plain_number(stored: str) -> str:
    """Write 5.511988887777E12 out: a spreadsheet keeps a phone as a number."""
    try:
        value = Decimal(stored)
    except InvalidOperation:
        return stored
    if not value.is_finite() or abs(value.adjusted()) > 30:  # noqa: PLR2004 - no amount or number has as many digits
        return stored
    return format(value.normalize(), "f") if value else "0"
