"""Who watches which phone right now, and what must they hear?"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

from recado_simulator.shapes import Json

# A watcher that falls this far behind is cut off; it reconnects and gets the whole picture again.
_MOST_WAITING = 2000


class Watcher:
    """One open stream: events of the phones it asked for, None when it must end."""

    def __init__(self, phones: Iterable[str]) -> None:
        self.phones = frozenset(phones)
        self._events: asyncio.Queue[tuple[str, Json] | None] = asyncio.Queue()

    def hear(self, event: str, data: Json) -> None:
        if self._events.qsize() < _MOST_WAITING:
            self._events.put_nowait((event, data))
        else:
            self.end()

    def end(self) -> None:
        self._events.put_nowait(None)

    async def next(self) -> tuple[str, Json] | None:
        return await self._events.get()


class LiveHub:
    """Passes every change of a phone to its watchers; an empty set of phones means all of them."""

    def __init__(self) -> None:
        self._watchers: set[Watcher] = set()
        self._closed = False

    def watch(self, phones: Iterable[str]) -> Watcher:
        watcher = Watcher(phones)
        self._watchers.add(watcher)
        if self._closed:
            watcher.end()
        return watcher

    def leave(self, watcher: Watcher) -> None:
        self._watchers.discard(watcher)

    def publish(self, phone: str, event: str, data: Json) -> None:
        for watcher in self._watchers:
            if not watcher.phones or phone in watcher.phones:
                watcher.hear(event, {"phone": phone, **data})

    def publish_to_all(self, event: str, data: Json) -> None:
        for watcher in self._watchers:
            watcher.hear(event, data)

    def close(self) -> None:
        self._closed = True
        for watcher in self._watchers:
            watcher.end()
