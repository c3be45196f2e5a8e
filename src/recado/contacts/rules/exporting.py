"""How is a table written that no spreadsheet takes for a programme? (OWASP ASVS 1.2.10)"""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable, Sequence

_BEGINNINGS = frozenset("=+-@\t\r\n\x00|%")
"""What a spreadsheet, or the shell behind its DDE, may run; blanks before it change nothing."""
BOM = "\ufeff"
"""Without it a spreadsheet takes UTF-8 for cp1252."""


def harmless(cell: str) -> str:
    """Return the cell so that it is text everywhere: an apostrophe before what may be a formula, full-width signs too."""
    plain = cell.replace("\x00", "")
    visible = unicodedata.normalize("NFKC", plain.lstrip(" \u00a0\u200b\u200e\u200f\u2060\ufeff"))
    return f"'{plain}" if visible[:1] in _BEGINNINGS or (plain[:1] in _BEGINNINGS and plain) else plain


def lines(rows: Iterable[Sequence[str]], *, delimiter: str = ";") -> str:
    """Return rows as RFC 4180 writes them, every cell quoted and harmless."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=delimiter, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return written.getvalue()
