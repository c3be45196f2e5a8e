"""How does a process log: one JSON line an event, nothing personal in it?

A message of ours is a fixed sentence. What strangers say is not: the text of an exception quotes what it could not read, so
only its type, its place in the code and the database's own codes are logged. Whatever looks like a phone number, an address
or a token is masked besides, in case a sentence of ours or of a library holds one after all.
"""

from __future__ import annotations

import json
import logging
import re
import sys
import traceback
from datetime import UTC, datetime
from typing import Final

from recado.foundation.settings import Settings

_ALLOWED: Final = ("organization", "conversation", "kind", "reference", "route", "gone")
_FRAMES: Final = 12
_LONGEST: Final = 500
# What JSON leaves as it is and a terminal does not: DEL and C1 (0x9b begins a sequence), line separators, directions.
_UNSHOWN: Final = re.compile("[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_MASKS: Final = (
    (re.compile(r"(?i)\b(bearer|token|secret|password|senha)\b([\s:=\"']+)[^\s\"',;]+"), r"\1\2***"),
    (re.compile(r"\brcd_[\w-]+|\bey[\w-]{10,}\.[\w-]+\.[\w-]+|\bEA[A-Za-z0-9]{20,}"), "***"),
    (re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+"), "***@***"),
    (re.compile(r"://[^\s/@]+@"), "://***@"),
    (re.compile(r"\+?\d(?:[\s().-]{0,3}\d){7,}"), "***"),
)
# What a server says about its own refusal: names of the schema, never values.
_CODES: Final = ("sqlstate", "table_name", "column_name", "constraint_name")

AS_EVERYBODY: Final = {
    "formatters": {},
    "handlers": {},
    "loggers": {name: {"handlers": [], "level": "INFO", "propagate": True} for name in ("_granian", "granian.access")},
}
"""For the server, which would else print lines and whole tracebacks in a form of its own."""


def configure(settings: Settings) -> None:
    """Send everything to standard error as JSON lines, from the level of the settings on."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(settings.log_level.upper())
    logging.getLogger("pgqueuer").setLevel(logging.WARNING)


class JsonLines(logging.Formatter):
    """Control characters are escaped, so that one event is one line and no terminal obeys it, whatever a person wrote."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "from": record.name,
            "message": _sentence(record),
        }
        line |= {name: value for name in _ALLOWED if (value := getattr(record, name, None)) is not None}
        if record.exc_info and record.exc_info[1] is not None:
            line["exception"] = described(record.exc_info[1])
        return _UNSHOWN.sub(_escaped, json.dumps(line, ensure_ascii=False, default=str))


def described(error: BaseException) -> list[dict[str, object]]:
    """Return type, codes and frames of an exception and of what caused it; never what it says."""
    found: list[dict[str, object]] = []
    current: BaseException | None = error
    while current is not None and len(found) < 5:  # noqa: PLR2004 - a cause of a cause of a cause is enough
        frames = traceback.extract_tb(current.__traceback__)[-_FRAMES:]
        codes = {code: value for code in _CODES if isinstance(value := getattr(current, code, None), str)}
        found.append(
            {
                "type": type(current).__name__,
                **codes,
                "frames": [f"{_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames],
            }
        )
        if isinstance(current, BaseExceptionGroup):
            found.extend(one for inner in current.exceptions[:3] for one in described(inner))
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
    return found


def masked(text: str) -> str:
    """Return `text` without what looks like a phone number, an e-mail address, a password in an address, or a token."""
    for pattern, instead in _MASKS:
        text = pattern.sub(instead, text)
    return text


def _sentence(record: logging.LogRecord) -> str:
    text = record.getMessage()
    if not record.name.startswith("recado"):
        # asyncio and others print the object at hand, and with it what an exception said, from the second line on.
        text = text.partition("\n")[0]
    return masked(text[:_LONGEST])


def _short(path: str) -> str:
    """Return a path from its package on: where the machine keeps it is nobody's business."""
    for mark in ("/site-packages/", "/src/", "/lib/"):
        if mark in path:
            return path.rpartition(mark)[2]
    return path.rpartition("/")[2]


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
