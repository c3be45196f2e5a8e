"""How does a webhook reach the business: when, how often, together with what, and what if nobody says 200?"""

from __future__ import annotations

import asyncio
import itertools
import time
from collections import deque
from dataclasses import dataclass
from http import HTTPStatus

from recado_simulator.accounts import Account
from recado_simulator.clock import iso
from recado_simulator.encoding import meta_bytes
from recado_simulator.shapes import Json
from recado_simulator.webhook_post import WebhookPoster
from recado_simulator.webhook_values import entry, envelope, merged_entries
from recado_simulator.world import World

# A hung receiver must not hold back the same person's next message for longer than this.
_ORDER_PATIENCE_S = 2.0
_LOGGED = 20_000


@dataclass(frozen=True, slots=True)
class Event:
    """One change to tell. `ordered` keeps one person's messages in turn; `message_ids` get their second tick on 200."""

    account: str
    field: str
    value: Json
    phone: str = ""
    ordered: bool = False
    message_ids: tuple[str, ...] = ()


@dataclass(slots=True)
class Delivery:
    """One POST and its repeats: always the same bytes."""

    id: int
    account: str
    raw: bytes
    message_ids: tuple[str, ...]
    first_at: float
    phone: str = ""
    turns: tuple[str, ...] = ()
    attempts: int = 0
    noted: bool = False
    under_way: bool = False


class Deliverer:
    """At least once, in no promised order, concurrent; anything but 200 is tried again with growing gaps."""

    def __init__(self, world: World, poster: WebhookPoster) -> None:
        self._world = world
        self._poster = poster
        self._ids = itertools.count(1)
        self._open_batches: dict[str, list[Event]] = {}
        self._turns: dict[str, asyncio.Event] = {}
        self._owed: dict[int, Delivery] = {}
        self.log: deque[Json] = deque(maxlen=_LOGGED)

    @property
    def owed(self) -> int:
        """Deliveries that nobody has answered with 200 yet."""
        return len(self._owed)

    def resume(self) -> None:
        """Take up what an earlier life still owed."""
        for key, row in list(self._world.journal.rows("owed")):
            self._world.journal.put("owed", key, None)
            raw = str(row["raw"]).encode("ascii")
            self._start(self._new(row["account"], raw, tuple(row["message_ids"])))

    def submit(self, event: Event, *, after_s: float = 0.0) -> None:
        """Tell an account of a change, now or in a moment, perhaps in one POST with others."""
        self._world.timers.later(after_s, lambda: self._due(event))

    def flush(self, account: str | None = None) -> int:
        """Try again at once what has failed, oldest first, without waiting for its gap."""
        waiting = [
            one for one in self._owed.values() if account in (None, one.account) and one.attempts and not one.under_way
        ]
        self._world.timers.spawn(self._flush(waiting))
        return len(waiting)

    async def _flush(self, waiting: list[Delivery]) -> None:
        for delivery in waiting:
            await self._attempt(delivery, reschedule=False)

    def forget(self) -> None:
        for delivery_id in list(self._owed):
            self._settle(delivery_id)
        self._open_batches.clear()

    def remember_owed(self) -> None:
        """Write down what is still owed, for the next life."""
        for events in self._open_batches.values():
            self._new_from(events)
        for delivery in self._owed.values():
            self._note_owed(delivery)

    def _due(self, event: Event) -> None:
        account = self._world.accounts.get(event.account)
        if account is None or not account.subscribed:
            return
        batch = self._open_batches.get(event.account)
        if batch is not None:
            batch.append(event)
        elif self._world.happens(self._world.habits.batch_share):
            self._open_batches[event.account] = [event]
            self._world.timers.later(self._world.habits.batch_ms / 1000, lambda: self._close_batch(event.account))
        else:
            self._start(self._new_from([event]))

    def _close_batch(self, account: str) -> None:
        events = self._open_batches.pop(account, None)
        if events:
            self._start(self._new_from(events))

    def _new_from(self, events: list[Event]) -> Delivery:
        account = self._world.accounts.get(events[0].account)
        if account is None:
            raise LookupError(events[0].account)
        now = self._world.clock.now()
        entries = [entry(account, event.field, event.value, at=now) for event in events]
        if len(entries) > 1:
            entries = merged_entries(entries, form=self._world.chance.randrange(3))
        message_ids = tuple(one for event in events for one in event.message_ids)
        delivery = self._new(account.phone_number_id, meta_bytes(envelope(entries)), message_ids)
        delivery.phone = events[0].phone
        delivery.turns = tuple({f"{event.account}/{event.phone}" for event in events if event.ordered})
        return delivery

    def _new(self, account: str, raw: bytes, message_ids: tuple[str, ...]) -> Delivery:
        delivery = Delivery(next(self._ids), account, raw, message_ids, time.monotonic())
        self._owed[delivery.id] = delivery
        return delivery

    def _start(self, delivery: Delivery) -> None:
        """Post it, after the same person's earlier messages have been tried once."""
        before = [self._turns[key] for key in delivery.turns if key in self._turns]
        tried = asyncio.Event()
        for key in delivery.turns:
            self._turns[key] = tried
        self._world.timers.spawn(self._first_attempt(delivery, before, tried))

    async def _first_attempt(self, delivery: Delivery, before: list[asyncio.Event], tried: asyncio.Event) -> None:
        try:
            for event in before:
                await _wait(event, _ORDER_PATIENCE_S)
            await self._attempt(delivery, reschedule=True)
        finally:
            tried.set()
            for key in delivery.turns:
                if self._turns.get(key) is tried:
                    del self._turns[key]

    async def _attempt(self, delivery: Delivery, *, reschedule: bool) -> None:
        account = self._world.accounts.get(delivery.account)
        if delivery.id not in self._owed or account is None:
            return
        if delivery.under_way:
            answer: int | str = "under way"
        else:
            answer = await self._post(delivery, account)
        if answer == HTTPStatus.OK:
            self._settle(delivery.id)
            for message_id in delivery.message_ids:
                self._world.threads.advance(message_id, "delivered")
        elif reschedule:
            self._try_later(delivery)

    async def _post(self, delivery: Delivery, account: Account) -> int | str:
        delivery.attempts += 1
        delivery.under_way = True
        started = time.monotonic()
        answer: int | str = "not verified"
        try:
            if account.verified:
                twice = delivery.attempts == 1 and self._world.happens(self._world.habits.duplicate_share)
                answer = await self._poster.post(account, delivery.raw, phone=delivery.phone, twice=twice)
        finally:
            delivery.under_way = False
        self._log(delivery, answer, started)
        return answer

    def _try_later(self, delivery: Delivery) -> None:
        habits = self._world.habits
        if time.monotonic() - delivery.first_at > habits.retry_for_s * habits.retry_scale:
            self._settle(delivery.id)
            return
        gap = habits.retry_gaps_s[min(delivery.attempts, len(habits.retry_gaps_s)) - 1] * habits.retry_scale
        self._note_owed(delivery)
        # Without a spread all repeats of an outage would arrive in one burst.
        spread = gap * self._world.chance.uniform(0.9, 1.1)
        self._world.timers.later(spread, lambda: self._again(delivery))

    def _again(self, delivery: Delivery) -> None:
        self._world.timers.spawn(self._attempt(delivery, reschedule=True))

    def _note_owed(self, delivery: Delivery) -> None:
        if delivery.noted:
            return
        delivery.noted = True
        row = {
            "account": delivery.account,
            "raw": delivery.raw.decode("ascii", "replace"),
            "message_ids": list(delivery.message_ids),
        }
        self._world.journal.put("owed", str(delivery.id), row)

    def _settle(self, delivery_id: int) -> None:
        delivery = self._owed.pop(delivery_id, None)
        if delivery is not None and delivery.noted:
            self._world.journal.put("owed", str(delivery_id), None)

    def _log(self, delivery: Delivery, answer: int | str, started: float) -> None:
        self.log.append(
            {
                "id": delivery.id,
                "attempt": delivery.attempts,
                "at": iso(self._world.clock.now()),
                "account": delivery.account,
                "answer": answer,
                "ms": round((time.monotonic() - started) * 1000, 1),
                "message_ids": list(delivery.message_ids),
                "bytes": len(delivery.raw),
            }
        )


async def _wait(event: asyncio.Event, seconds: float) -> None:
    try:
        async with asyncio.timeout(seconds):
            await event.wait()
    except TimeoutError:
        return
