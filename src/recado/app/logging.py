"""How does a process log: one JSON line an event, nothing personal in it?"""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime

from recado.foundation.settings import Settings

_ALLOWED = ("organization", "conversation", "kind", "reference", "route")


class _JsonLines(logging.Formatter):
    """Control characters are escaped by JSON itself, so that one event is one line, whatever a person wrote."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "from": record.name,
            "message": record.getMessage(),
        }
        line |= {name: value for name in _ALLOWED if (value := getattr(record, name, None)) is not None}
        if record.exc_info:
            line["exception"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


def configure(settings: Settings) -> None:
    """Send everything to standard error as JSON lines, from the level of the settings on."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_JsonLines())
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(settings.log_level.upper())
    logging.getLogger("pgqueuer").setLevel(logging.WARNING)
