"""Which channels may a webhook be for, and with which secrets must it be signed?"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from uuid import UUID

from recado.channels import service, store
from recado.channels.store import Door
from recado.foundation.clock import monotonic
from recado.foundation.database import Database
from recado.foundation.secrets import MasterKey

_KEPT_S = 2.0
"""A channel that was changed or disconnected is known as it is after this at the latest."""
_LOOK_AGAIN_S = 0.25
"""What is older is looked up anew for a delivery that no known channel explains: it may be of one that was just added."""
_MOST_SECRETS = 20
"""On the paths that name no channel the body is checked against each distinct secret of the installation."""


@dataclass(frozen=True, slots=True)
class OpenDoor:
    """A channel with its secrets in clear, for as long as it is cached."""

    door: Door
    app_secret: str

    def __repr__(self) -> str:
        return f"OpenDoor({self.door.id})"


@dataclass(slots=True)
class Doors:
    """Channels by id, or all of an adapter; looked up at most every two seconds."""

    database: Database
    key: MasterKey
    _found: dict[tuple[str, UUID | None], tuple[float, list[OpenDoor]]] = field(default_factory=dict)
    _looking: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def of_channel(self, id_: UUID, *, again: bool = False) -> list[OpenDoor]:
        """Return the channel with this id, or nothing; `again` asks for what was looked up a moment ago at most."""
        return await self._find("", id_, _LOOK_AGAIN_S if again else _KEPT_S)

    async def of_adapter(self, adapter: str, *, again: bool = False) -> list[OpenDoor]:
        """Return every channel of an adapter, of any organization; `again` as above."""
        return await self._find(adapter, None, _LOOK_AGAIN_S if again else _KEPT_S)

    async def _find(self, adapter: str, id_: UUID | None, kept_s: float) -> list[OpenDoor]:
        """Return the same list as before where it is not older than `kept_s`."""
        place = (adapter, id_)
        kept = self._found.get(place)
        if kept is not None and monotonic() - kept[0] < kept_s:
            return kept[1]
        async with self._looking:
            # One looks, the others wait for what it finds: a burst must not take every connection there is.
            kept = self._found.get(place)
            if kept is not None and monotonic() - kept[0] < kept_s:
                return kept[1]
            return await self._look(adapter, id_)

    async def _look(self, adapter: str, id_: UUID | None) -> list[OpenDoor]:
        doors = [self._open(door) for door in await store.find_doors(self.database, adapter or None, id_, None)]
        if len(self._found) > 10_000:  # noqa: PLR2004 - ids that strangers make up must not fill the memory
            self._found.clear()
        self._found[adapter, id_] = (monotonic(), doors)
        return doors

    def _open(self, door: Door) -> OpenDoor:
        secrets = service.open_door(door, self.key)
        return OpenDoor(door, secrets.get("app_secret") or secrets.get("webhook_secret", ""))


def distinct_secrets(doors: list[OpenDoor]) -> tuple[str, ...]:
    """Return the app secrets of `doors`, each once, at most twenty."""
    return tuple(dict.fromkeys(one.app_secret for one in doors if one.app_secret))[:_MOST_SECRETS]
