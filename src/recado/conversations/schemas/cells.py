"""How do figures and names stand in a table for spreadsheets?"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence


def table_of(rows: Iterable[Sequence[str]]) -> str:
    """Return rows as CSV for spreadsheets in Portuguese: semicolons, and a mark of UTF-8."""
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerows(rows)
    return "\ufeff" + out.getvalue()


def cell(value: float | None) -> str:
    """Return a figure with a decimal comma; nothing where there is none."""
    if value is None:
        return ""
    return str(value) if isinstance(value, int) else f"{value:.4f}".rstrip("0").rstrip(".").replace(".", ",")


def harmless(text: str) -> str:
    """Return a text that a spreadsheet would run as a formula as the text it is."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
