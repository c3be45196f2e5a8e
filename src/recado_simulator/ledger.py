"""What did the provider really receive and decide? The ground truth of tests, on disk before any answer leaves."""

from __future__ import annotations

import asyncio
import json
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from recado_simulator.shapes import Json

# What stays in memory for readers; the file keeps everything.
_MOST_ROWS, _ROWS_DROPPED = 300_000, 100_000


class Ledger:
    """An append-only file of JSON lines, numbered from 1 by `seq`.

    One fsync serves every request that arrived during the last one, in a thread, so that the loop never waits for
    the disk and a hundred requests cost little more than one.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._rows: list[Json] = _surviving_rows(path)
        self._seq = int(self._rows[-1]["seq"]) if self._rows else 0
        self._file = path.open("ab")
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="ledger")
        self._waiting: list[tuple[bytes, asyncio.Future[None]]] = []
        self._writer: asyncio.Task[None] | None = None

    async def record(self, row: Json) -> Json:
        """Number the row, wait until it is on disk, give it back."""
        self._seq += 1
        numbered = {"seq": self._seq, **row}
        self._rows.append(numbered)
        if len(self._rows) > _MOST_ROWS:
            del self._rows[:_ROWS_DROPPED]
        line = json.dumps(numbered, separators=(",", ":")).encode() + b"\n"
        on_disk: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((line, on_disk))
        if self._writer is None:
            self._writer = asyncio.create_task(self._write_groups())
        await on_disk
        return numbered

    def since(self, seq: int, *, limit: int) -> list[Json]:
        """Rows numbered above `seq`, oldest first. Rows still on their way to the disk are among them."""
        if not self._rows:
            return []
        start = max(0, seq + 1 - int(self._rows[0]["seq"]))
        return self._rows[start : start + limit]

    async def clear(self) -> None:
        """Begin a new file; the numbers go on while this process lives, so that a reader's cursor stays good."""
        while self._writer is not None:
            await asyncio.sleep(0.001)
        self._rows = []
        await asyncio.get_running_loop().run_in_executor(self._thread, self._start_over)

    async def close(self) -> None:
        while self._writer is not None:
            await asyncio.sleep(0.001)
        self._thread.shutdown(wait=True)
        self._file.close()

    async def _write_groups(self) -> None:
        loop = asyncio.get_running_loop()
        while self._waiting:
            group, self._waiting = self._waiting, []
            try:
                await loop.run_in_executor(self._thread, self._write, b"".join(line for line, _ in group))
            except OSError as error:
                _settle(group, error)
            else:
                _settle(group, None)
        self._writer = None

    def _write(self, lines: bytes) -> None:
        self._file.write(lines)
        self._file.flush()
        os.fsync(self._file.fileno())

    def _start_over(self) -> None:
        self._file.close()
        self._file = self._path.open("wb")


def _settle(group: list[tuple[bytes, asyncio.Future[None]]], error: OSError | None) -> None:
    for _, on_disk in group:
        if on_disk.done():
            continue
        if error is None:
            on_disk.set_result(None)
        else:
            on_disk.set_exception(error)


def _surviving_rows(path: Path) -> list[Json]:
    """Read what an earlier life wrote, and cut off a last line that a kill left half written."""
    if not path.exists():
        return []
    rows: list[Json] = []
    good = 0
    with path.open("rb") as file:
        for line in file:
            try:
                row = json.loads(line)
            except ValueError:
                break
            if not line.endswith(b"\n"):
                break
            rows.append(row)
            good += len(line)
    if good < path.stat().st_size:
        os.truncate(path, good)
    return rows[-_MOST_ROWS:]
