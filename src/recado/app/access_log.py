"""Which requests came, and how were they answered? One JSON line each, with the route's pattern and never its path.

A path may hold a phone number, a query a token: neither is looked at. Everything in a line is a word or a number of ours,
so nothing needs escaping, and the lines of a fifth of a second are written together: a request pays about three microseconds.
"""

from __future__ import annotations

import asyncio
import logging
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Final

from recado.foundation.clock import monotonic
from recado.foundation.measures import Measures

PREFIX: Final = "/api/v1"
PAGES: Final = "/{path:path}"
"""What the dashboard's pages are served under: also addresses of the API that do not exist."""
_METHODS: Final = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
_TOGETHER_S: Final = 0.2
_log = logging.getLogger("recado.access")


def write_to_stderr(text: str) -> None:
    """Write whole lines."""
    sys.stderr.write(text)
    sys.stderr.flush()


@dataclass(slots=True)
class AccessLog:
    """Follows requests; `write` gets whole lines. At a log level above `info` requests are only measured."""

    measures: Measures
    write: Callable[[str], None] = write_to_stderr
    _lines: list[str] = field(default_factory=list)
    _timer: asyncio.TimerHandle | None = None
    _second: tuple[float, str] = (-1.0, "")

    async def follow(self, app: Any, scope: Any, receive: Any, send: Any, *, pattern: str = "") -> None:
        """Let `app` answer; log how. `pattern` names the route where the framework does not know it.

        What the framework raises after it has answered 500 has been logged under its reference and ends here; where
        nothing was answered yet, the caller still gets a bare 500.
        """
        began, status = monotonic(), 0

        async def noting(message: Any) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await app(scope, receive, noting)
        except Exception as error:
            if not status:
                _log.exception("a request ended without an answer: %s", type(error).__name__)
                await noting({"type": "http.response.start", "status": 500, "headers": [(b"content-length", b"0")]})
                await noting({"type": "http.response.body", "body": b""})
        finally:
            self.note(scope["method"], pattern or pattern_of(scope), status, monotonic() - began)

    def note(self, method: str, pattern: str, status: int, seconds: float) -> None:
        """Keep one line; `status` is 0 where the caller went away before there was an answer."""
        # Webhooks have a histogram of their own; a live stream lasts as long as somebody looks.
        if not pattern.startswith("/webhook") and "/live/" not in pattern:
            self.measures.observe("recado_request", seconds, f"route={pattern},status={status // 100}xx")
        if not _log.isEnabledFor(logging.INFO):
            return
        verb = method if method in _METHODS else "OTHER"
        self._lines.append(
            f'{{"at": "{self._now()}", "level": "info", "from": "recado.access", "method": "{verb}", "route": "{pattern}", '
            f'"status": {status}, "ms": {seconds * 1000:.1f}}}\n'
        )
        if self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(_TOGETHER_S, self.flush)

    def _now(self) -> str:
        """The moment as ISO 8601 with milliseconds; what changes once a second is made once a second."""
        second, fraction = divmod(time.time(), 1)
        if second != self._second[0]:
            self._second = (second, datetime.fromtimestamp(second, UTC).strftime("%Y-%m-%dT%H:%M:%S"))
        return f"{self._second[1]}.{int(fraction * 1000):03d}+00:00"

    def flush(self) -> None:
        """Write what has come together."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        lines, self._lines = self._lines, []
        if lines:
            self.write("".join(lines))


def pattern_of(scope: Any) -> str:
    """Return the route's pattern, such as `/api/v1/conversations/{ref}`; `?` where no route took the request."""
    path = getattr(scope.get("route"), "path", None)
    if path is None:
        return "?"
    # A route of an included router knows only its own part.
    is_inner = scope["path"].startswith(f"{PREFIX}/") and not path.startswith(f"{PREFIX}/")
    return f"{PREFIX}{path}" if is_inner and path != PAGES else str(path)
