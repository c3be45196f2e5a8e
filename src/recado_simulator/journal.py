"""How do phones, threads and media outlive a restart?"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path

from recado_simulator.shapes import Json

# Long enough that a message and its three statuses become one line, short enough that a kill costs nothing visible.
_FLUSH_S = 0.2


class Journal:
    """Latest state by kind and key, as JSON lines; the last line of a key wins, an empty row means it is gone.

    Unlike the ledger it is a convenience and is not fsynced.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._dirty: dict[tuple[str, str], Json | None] = {}
        self._timer: asyncio.TimerHandle | None = None
        self._state = _read(path)
        _rewrite(path, self._state)
        self._file = path.open("a", encoding="ascii")

    def rows(self, kind: str) -> Iterator[tuple[str, Json]]:
        """What was on disk at the start, in the order it was first written."""
        return ((key, row) for (of_kind, key), row in self._state.items() if of_kind == kind)

    def forget_start(self) -> None:
        self._state = {}

    def put(self, kind: str, key: str, row: Json | None) -> None:
        self._dirty[kind, key] = row
        if self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(_FLUSH_S, self.flush)

    def flush(self) -> None:
        self._timer = None
        dirty, self._dirty = self._dirty, {}
        self._file.write("".join(_line(kind, key, row) for (kind, key), row in dirty.items()))
        self._file.flush()

    def clear(self) -> None:
        self._dirty = {}
        self._file.truncate(0)

    def close(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self.flush()
        self._file.close()


def _line(kind: str, key: str, row: Json | None) -> str:
    return json.dumps([kind, key, row], separators=(",", ":")) + "\n"


def _read(path: Path) -> dict[tuple[str, str], Json]:
    state: dict[tuple[str, str], Json] = {}
    if not path.exists():
        return state
    for line in path.read_text(encoding="ascii", errors="replace").splitlines():
        try:
            kind, key, row = json.loads(line)
        except ValueError:
            continue  # the last line of a killed process
        if row is None:
            state.pop((kind, key), None)
        else:
            state[kind, key] = row
    return state


def _rewrite(path: Path, state: dict[tuple[str, str], Json]) -> None:
    fresh = path.with_suffix(".new")
    fresh.write_text("".join(_line(kind, key, row) for (kind, key), row in state.items()), encoding="ascii")
    fresh.replace(path)
