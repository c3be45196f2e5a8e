"""Has everything that a gateway holds reached us, and is it silent while people write?

A gateway repeats a webhook a few times from memory and forgets it when it restarts; its database keeps the messages. So
what was written since the last moment of which everything is known is asked for again and again, and what is missing is put
where its webhook would have put it, under the same key: whichever comes second is a repeat.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from recado.channels import service as channels
from recado.channels.adapter import Account, CatchUpAdapter
from recado.channels.models import InboundMessage, Reading, StatusUpdate
from recado.channels.views import Known
from recado.conversations.models import RANKS, Status
from recado.conversations.service.confirming import confirm
from recado.conversations.service.ports import Ports
from recado.conversations.store import catching_up as store
from recado.foundation.clock import monotonic
from recado.foundation.database import Database, Transaction
from recado.foundation.identifiers import OrganizationId
from recado.foundation.lanes.entering import put_in
from recado.foundation.lanes.models import NewInput

SILENT: Final = "webhooks_missing"
OVERLAP: Final = timedelta(minutes=2)
"""Two clocks, and a gateway that writes a message down later than WhatsApp stamped it."""
GRACE: Final = timedelta(seconds=4)
"""A webhook is posted within a second; one that is tried again comes after five."""
SETTLED: Final = timedelta(minutes=5)
"""What was sent while a gateway was away reaches it within minutes of its return, under the old moment."""
_SLOW_S, _REST_S = 1.5, 60.0
"""A gateway whose database takes so long to answer is asked once a minute."""
_REMEMBERED = 20_000


@dataclass(slots=True)
class _Watch:
    """What this process knows of one channel."""

    since: datetime | None = None
    asked_next: float = 0.0
    cursor: datetime | None = None
    """How far a gap that is longer than one look has been read; when its end is reached the beginning is looked at again."""
    silent_since: datetime | None = None


@dataclass(slots=True)
class CatchUp:
    """Looks at one channel after another; several processes may look at once, which only costs."""

    ports: Ports
    _watched: dict[UUID, _Watch] = field(default_factory=dict)
    _put: dict[tuple[UUID, str], None] = field(default_factory=dict)

    async def look(
        self, database: Database, organization: OrganizationId, channel: UUID, name: str, account: Account
    ) -> str:
        """Fetch what is missing of a channel whose connection is open; return `webhooks_missing` while it stays silent."""
        adapter = self.ports.adapters[name]
        if not isinstance(adapter, CatchUpAdapter):
            return ""
        watch = self._watched.setdefault(channel, _Watch())
        if monotonic() < watch.asked_next:
            return SILENT if watch.silent_since else ""
        async with database.transaction(organization) as tx:
            now = await store.clock(tx)
            watch.since = watch.since or now
            known = await channels.known_until(tx, channel)
            if known is None or known.caught_up_at is None:
                # What was said before the number was connected is none of ours.
                await channels.note_caught_up(tx, channel, now)
                return ""
        began = monotonic()
        held = await adapter.held(account, watch.cursor or known.caught_up_at - OVERLAP, now)
        took = monotonic() - began
        watch.asked_next = monotonic() + (_REST_S if took > _SLOW_S else 0.0)
        watch.cursor = held.until if held is not None and held.until < now else None
        if held is None:
            return SILENT if watch.silent_since else ""
        async with database.transaction(organization) as tx:
            await confirm(tx, channel, held.sent, now)
            missing = await self._missing(tx, channel, held.readings, self.ports.clock())
            await put_in(tx, [(channel, one) for _, one in missing])
            tx.count("recado_channel_caught_up", len(missing))
            if known.open_since is not None and now - known.open_since >= SETTLED:
                await channels.note_caught_up(tx, channel, min(held.until, now))
            if _is_silent(watch, known, [message for message, _ in missing if message is not None]):
                watch.silent_since = await store.clock(tx)
            elif watch.silent_since and await store.heard_since(tx, channel, watch.silent_since):
                watch.silent_since = None
        return SILENT if watch.silent_since else ""

    async def _missing(
        self, tx: Transaction, channel: UUID, readings: tuple[Reading, ...], now: datetime
    ) -> list[tuple[InboundMessage | None, NewInput]]:
        """What is neither in a thread nor on its way there, and statuses that say more than is known."""
        messages = [
            one.arrival for one in readings if isinstance(one.arrival, InboundMessage) and _is_due(one.arrival, now)
        ]
        statuses = [one.arrival for one in readings if isinstance(one.arrival, StatusUpdate)]
        ids = [one.provider_id for one in messages] + [one.provider_id for one in statuses]
        known = await store.known_messages(tx, channel, ids) if ids else {}
        found: list[tuple[InboundMessage | None, NewInput]] = [
            (one, channels.input_of(one)) for one in messages if one.provider_id not in known
        ]
        found += [
            (None, channels.input_of(one))
            for one in statuses
            if (status := known.get(one.provider_id)) and RANKS[Status(one.status)] > RANKS[Status(status)]
        ]
        waiting = await store.waiting_inputs(tx, channel, [(one.chat, one.key) for _, one in found]) if found else set()
        fresh = [pair for pair in found if pair[1].key not in waiting and (channel, pair[1].key) not in self._put]
        # One that was put in and died of itself stands on the dead-letter screen: it is not put in again.
        self._put.update({(channel, one.key): None for _, one in fresh})
        while len(self._put) > _REMEMBERED:
            self._put.pop(next(iter(self._put)))
        return fresh


def _is_silent(watch: _Watch, known: Known, missing: list[InboundMessage]) -> bool:
    """Did somebody write while the gateway was open and we were here, without a webhook? A gap of ours explains itself."""
    if known.open_since is None or watch.since is None:
        return False
    here = max(watch.since, known.open_since)
    return any(one.sent_at is not None and one.sent_at > here for one in missing)


def _is_due(message: InboundMessage, now: datetime) -> bool:
    return message.sent_at is not None and message.sent_at <= now - GRACE
