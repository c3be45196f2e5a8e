"""Do the accounts behind the channels still work? Asked again and again, so that a screen never shows an old answer.

One living worker asks: the one with the lowest number among those whose lock stands. Two that believe so for a moment ask
twice, which harms nobody; no lock and no connection is held while a provider thinks.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from recado.channels import service as channels
from recado.channels import store
from recado.channels.adapter import Adapter
from recado.channels.errors import ChannelNotFound
from recado.conversations.service.acknowledgements import missing_acknowledgements
from recado.conversations.service.catching_up import CatchUp
from recado.conversations.service.ports import Ports
from recado.foundation.database import Database
from recado.foundation.failpoints import failpoint
from recado.foundation.identifiers import OrganizationId
from recado.foundation.lanes.sweep import is_first_worker

PERIOD_S: Final = 300.0
"""How often a working account is asked about; one that needs attention five times as often. The database adds jitter."""
LOOK_S: Final = 10.0
WATCH_S: Final = 5.0
"""How often a connection that a gateway holds is asked about: a dead one is on the screen within ten seconds."""
WATCH_LOOK_S: Final = 2.0
_AT_ONCE: Final = 8
_MOST: Final = 64
_WITHIN_S: Final = 30.0
_log = logging.getLogger("recado.checks")


def paired(adapters: Mapping[str, Adapter]) -> tuple[str, ...]:
    """Return the adapters whose connections are paired with a phone: those are watched."""
    return tuple(key for key, adapter in adapters.items() if "pairing" in adapter.manifest.capabilities)


@dataclass(frozen=True, slots=True)
class Checks:
    """Asks the providers about the accounts whose turn it is. `number` is this worker's own.

    With `watched`, only accounts of those adapters are asked about, as often as `period_s` says: connections that a
    gateway holds. One that works is warned about where what it sent was never acknowledged. With `catch_up`, what a
    provider holds and no webhook brought is fetched from one that works.
    """

    database: Database
    ports: Ports
    number: int
    period_s: float = PERIOD_S
    watched: tuple[str, ...] = ()
    catch_up: CatchUp | None = None

    async def run_once(self) -> int:
        """Ask about at most 64 accounts, eight at a time; 0, so that the next look comes after its pause."""
        async with self.database.transaction(None) as tx:
            if not await is_first_worker(tx, self.number):
                return 0
            if self.watched:
                due = await store.connections_to_check(tx, self.watched, self.period_s, _MOST)
            else:
                due = await store.to_check(tx, self.period_s, _MOST)
        room = asyncio.Semaphore(_AT_ONCE)

        async def ask(organization: OrganizationId, id_: UUID) -> None:
            async with room:
                try:
                    await asyncio.wait_for(self.check(organization, id_), _WITHIN_S)
                except Exception as error:
                    _log.warning("a channel could not be checked: %s", type(error).__name__)
                    await self._pass_over(organization, id_)

        await asyncio.gather(*(ask(organization, id_) for organization, id_ in due))
        return 0

    async def check(self, organization: OrganizationId, id_: UUID) -> None:
        """Ask about one account and write down the answer; messages that waited for it go on by themselves."""
        async with self.database.transaction(organization) as tx:
            try:
                key, account = await channels.open_account(tx, id_, self.ports.key)
            except ChannelNotFound:
                return
        problem = await self.ports.adapters[key].check(account)
        failpoint("check.answered")
        silent = ""
        if self.catch_up is not None and not problem:
            silent = await self.catch_up.look(self.database, organization, id_, key, account)
        async with self.database.transaction(organization) as tx:
            odd = await missing_acknowledgements(tx, id_, self.ports.clock()) if self.watched and not problem else ""
            odd = silent or odd
            found = await channels.record_check(tx, id_, problem, warning=odd)
            tx.count("recado_channel_checks", label=f"outcome={problem or 'ok'}")
            if found.before == "attention":
                came_back = found.after == "connected"
                tx.count("recado_channel_reconnects", label=f"outcome={'succeeded' if came_back else 'failed'}")
            failpoint("check.before_commit")
        failpoint("check.after_commit")

    async def _pass_over(self, organization: OrganizationId, id_: UUID) -> None:
        """Let others have their turn: channels that cannot be asked must not fill every round."""
        try:
            async with self.database.transaction(organization) as tx:
                await channels.note_check(tx, id_)
        except Exception as error:
            _log.warning("a check could not be written down: %s", type(error).__name__)
