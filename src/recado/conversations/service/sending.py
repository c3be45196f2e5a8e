"""Which messages may leave now, and what is written down when they have?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

import msgspec

from recado.channels import service as channels
from recado.channels.adapter import Adapter
from recado.channels.models import Retry, SendResult
from recado.channels.templates import service as templates
from recado.channels.views import Pacing
from recado.contacts import service as contacts
from recado.contacts.models import Seen
from recado.conversations import events
from recado.conversations.models import RANKS, Progress, Status
from recado.conversations.rules import handling as rules
from recado.conversations.rules.pacing import Meter, Meters, Passed, Wait, passes, reserves
from recado.conversations.service import carried
from recado.conversations.service.ports import Ports
from recado.conversations.service.statuses import advance, unpark
from recado.conversations.store import delivery as store
from recado.conversations.store.policy import read_policy
from recado.foundation import facts
from recado.foundation.database import Row, Transaction
from recado.foundation.facts import Fact
from recado.foundation.identifiers import new_id
from recado.foundation.lanes.models import Drop, End, Finished, Go, Lane, Later, Outgoing, Park, Verdict
from recado.foundation.lanes.sweep import Fate, Unconfirmed

_MOST_ORPHANED = 5
# What we know of the template is not what the provider has: count, existence, format, paused, disabled.
_TEMPLATE_CODES = frozenset({"132000", "132001", "132012", "132015", "132016"})


@dataclass(frozen=True, slots=True)
class Sending:
    """The outbox lane's gate and record, for rows of one organization."""

    ports: Ports

    async def gate(self, tx: Transaction, rows: Sequence[Outgoing]) -> list[Verdict]:
        """Decide which rows may leave, in the transaction that sets `dispatching`: opt-out, window, channel, pacing."""
        facts_about = await store.sendable(tx, [row.id for row in rows])
        now = self.ports.clock()
        verdicts = {row.id: _allowed(row, facts_about.get(row.id), self.ports.adapters, now) for row in rows}
        going = [row for row in rows if isinstance(verdicts[row.id], Go)]
        if unpaced := [row for row in going if not row.paced]:
            verdicts |= await self._pace(tx, unpaced, facts_about, now)
        refused = [
            (id_, verdict.reason) for id_, verdict in verdicts.items() if isinstance(verdict, Drop) and verdict.reason
        ]
        if refused:
            changed = await store.refuse(tx, refused)
            await carried.follow(tx, [message for message, _ in changed])
            await _tell(tx, changed)
        await store.flag_possible_duplicates(
            tx, [row.id for row in going if row.resent and isinstance(verdicts[row.id], Go)]
        )  # fmt: skip
        return [verdicts[row.id] for row in rows]

    async def settle(self, tx: Transaction, finished: Sequence[Finished]) -> None:
        """Write down how sends ended: the thread's ticks, what the answer taught, what somebody must mend."""
        progress: list[Progress] = []
        accepted: list[tuple[UUID, str, UUID]] = []
        dead: list[tuple[UUID, UUID, str, int]] = []
        for one in finished:
            result = one.attempt.detail
            self._measure(tx, one)
            if one.attempt.end is End.UNKNOWN:
                progress.append(Progress(one.row.id, "", Status.UNCONFIRMED, None))
            if not isinstance(result, SendResult):
                continue
            if one.attempt.end is End.ACCEPTED:
                progress.append(Progress(one.row.id, result.provider_id, Status.ACCEPTED, None))
                accepted.append((one.row.channel, result.provider_id, one.row.id))
            elif one.exhausted or one.attempt.end is End.FAILED:
                progress.append(Progress(one.row.id, "", Status.FAILED, _failure(result)))
                if one.exhausted:
                    dead.append((new_id(), one.row.id, _cause(result), one.row.attempt))
            if result.failure is not None and result.failure.retry is Retry.CHANNEL:
                await channels.record_check(tx, one.row.channel, result.failure.code)
            if result.failure is not None and result.failure.code in _TEMPLATE_CODES:
                await templates.ask_for_listing(tx, one.row.channel, self.ports.clock(), soon=True)
        await advance(tx, progress)
        await store.bury_messages(tx, dead)
        buried = {message for _, message, _, _ in dead}
        await store.keep_dead_sends(tx, [one.row for one in finished if one.row.id in buried])
        await unpark(tx, accepted, self.ports)
        await self._learn(tx, finished)

    def _measure(self, tx: Transaction, one: Finished) -> None:
        outcome = "exhausted" if one.exhausted else one.attempt.end.name.lower()
        tx.count("recado_sends", label=f"lane={Lane(one.row.lane).name.lower()},outcome={outcome}")
        if one.attempt.end is End.ACCEPTED:
            tx.count("messages_sent")
            if one.row.heard_at is not None:
                tx.observe("response_latency", (self.ports.clock() - one.row.heard_at).total_seconds())

    async def tell_unconfirmed(self, tx: Transaction, messages: Sequence[UUID]) -> None:
        """Mark messages whose send has no known end."""
        await advance(tx, [Progress(message, "", Status.UNCONFIRMED, None) for message in messages])

    async def resolve(self, tx: Transaction, rows: Sequence[Unconfirmed]) -> list[Fate]:
        """Settle sends without a known end: evidence first, then the rule of the message's class.

        A reply is sent once more and flagged, for silence is worse; again where its worker died with it, at most five times
        in all. A campaign never, for a repeat costs trust and money.
        """
        ranks = await store.ranks_of(tx, [row.id for row in rows])
        return [_fate(row, ranks.get(row.id)) for row in rows]

    async def _learn(self, tx: Transaction, finished: Sequence[Finished]) -> None:
        """Remember the form of an address that the provider answered with: it wins over what people dial."""
        for one in finished:
            result = one.attempt.detail
            if not isinstance(result, SendResult) or not (result.wa_id or result.bsuid):
                continue
            asked = msgspec.json.decode(one.row.recipient)
            lid = result.bsuid if result.bsuid.endswith("@lid") else ""
            if asked.get("wa_id") and (lid or result.wa_id not in ("", asked["wa_id"])):
                after = Seen(phone=result.wa_id, bsuid="" if lid else result.bsuid, lid=lid)
                await contacts.learn_address(tx, Seen(phone=asked["wa_id"]), after, "send_answer")

    async def _pace(
        self, tx: Transaction, rows: Sequence[Outgoing], facts_about: Mapping[UUID, Row], now: datetime
    ) -> dict[UUID, Verdict]:
        policy, _ = await read_policy(tx)
        midnight = now.astimezone(ZoneInfo(policy.time_zone)).replace(hour=0, minute=0, second=0, microsecond=0)
        keys = {row.id: _keys(row, facts_about[row.id]["contact_id"]) for row in rows}
        stored = await store.lock_pacing(tx, sorted({key for four in keys.values() for key in four}))
        meters = {key: Meter(row["free_at"], row["counted"], row["counted_since"]) for key, row in stored.items()}
        verdicts: dict[UUID, Verdict] = {}
        touched: set[str] = set()
        for row in rows:
            four = keys[row.id]
            pacing = channels.pacing_of(facts_about[row.id]["limits"])
            passed = _pass(meters, four, pacing, now, midnight)
            if isinstance(passed, Wait):
                verdicts[row.id] = _reserve(meters, four, pacing, now, midnight, passed, row.lane)
            else:
                verdicts[row.id] = Go()
            if not (isinstance(later := verdicts[row.id], Later) and not later.reserved):
                touched.update(four)
        await store.save_pacing(
            tx, [(key, meters[key].free_at, meters[key].counted, meters[key].counted_since) for key in touched]
        )  # fmt: skip
        return verdicts


def _before(meters: Mapping[str, Meter], four: tuple[str, str, str, str]) -> Meters:
    return Meters(*(meters.get(key, Meter()) for key in four))


def _keep(meters: dict[str, Meter], four: tuple[str, str, str, str], after: Meters) -> None:
    """Keep the four meters as they are after a message."""
    meters.update(zip(four, (after.number, after.pair, after.minute, after.day), strict=True))


def _pass(
    meters: dict[str, Meter], four: tuple[str, str, str, str], pacing: Pacing, now: datetime, midnight: datetime
) -> Passed | Wait:
    """Let a message through its four meters."""
    result = passes(_before(meters, four), pacing, now, midnight)
    if isinstance(result, Passed):
        _keep(meters, four, result.meters)
    return result


def _reserve(
    meters: dict[str, Meter],
    four: tuple[str, str, str, str],
    pacing: Pacing,
    now: datetime,
    midnight: datetime,
    wait: Wait,
    lane: int,
) -> Later:
    """Give a reply the place that is free next, once and for all, so that a long line is not judged again and again.

    Bulk takes no place ahead of time: replies that come later must not stand behind it.
    """
    if wait.may_reserve and lane == Lane.REPLY:
        result = reserves(_before(meters, four), pacing, now, midnight, wait)
        if isinstance(result, Passed):
            _keep(meters, four, result.meters)
            return Later(wait.seconds, wait.reason, reserved=True)
    return Later(max(wait.seconds, 1.0), wait.reason)


def _keys(row: Outgoing, contact: UUID) -> tuple[str, str, str, str]:
    # The person, not their address: who is learned by another one in the middle of a conversation is still the same pair.
    channel = row.channel.hex
    return f"number:{channel}", f"pair:{channel}:{contact.hex}", f"minute:{channel}", f"day:{channel}"


def _allowed(row: Outgoing, about: Row | None, adapters: Mapping[str, Adapter], now: datetime) -> Verdict:
    if about is None or about["status_rank"] >= RANKS[Status.ACCEPTED]:
        return Drop("")  # erased, or proved to have arrived while it waited to be sent once more
    if about["opted_out_at"] is not None:
        return Drop("opted_out")
    if row.klass == "marketing" and about["marketing_stopped_at"] is not None:
        return Drop("marketing_stopped")
    adapter = adapters.get(about["adapter"])
    if adapter is None or about["state"] != "connected":
        return Park(about["state"])
    free_text = '"template":null' in row.body
    if free_text and not rules.window_is_open(about["last_inbound_at"], adapter.manifest.window_hours, now):
        return Drop("window_closed")
    return Go()


def _fate(row: Unconfirmed, rank: int | None) -> Fate:
    if rank is None or rank >= RANKS[Status.ACCEPTED]:
        return Fate.SETTLED
    if row.klass == "marketing":
        return Fate.GIVEN_UP
    # Two workers in a row that died with it say nothing about the provider: nobody has heard a call end without an answer.
    if row.resent and not (row.orphaned and row.attempt < _MOST_ORPHANED):
        return Fate.GIVEN_UP
    return Fate.ONCE_MORE


def _failure(result: SendResult) -> dict[str, str]:
    if result.failure is None:
        return {"code": "unknown"}
    return {"code": result.failure.code, "title": result.failure.title, "details": result.failure.details}


def _cause(result: SendResult) -> str:
    failure = result.failure
    return f"{failure.code} {failure.title} {failure.details}".strip() if failure else "no answer that could be read"


async def _tell(tx: Transaction, changed: Sequence[tuple[UUID, UUID]]) -> None:
    await facts.publish(
        tx,
        [
            Fact(events.MESSAGE_STATUS_CHANGED, conversation, {"message_ids": [str(message)]})
            for message, conversation in changed
        ],
    )
