"""How many messages a second does the product carry, durably, and where does the time go?

Webhook accepted → turn → reply received by a provider that returns sent, delivered and read for every reply. The load, the
provider, the product and PostgreSQL share one machine; CPU is that of product and PostgreSQL, the load apart.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp
import psutil
import uvloop

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.provider import Provider, envelope, signature, text_message
from bench.stage import APP_SECRET, HUGE_PACING, HUGE_POLICY, PHONE_NUMBER_ID, Stage, make_stage

CONNECTIONS = 32


@dataclass(slots=True)
class Load:
    """Writes as many people, a few at a time, and notes when each was acknowledged and answered."""

    stage: Stage
    provider: Provider
    contacts: int
    sent_at: dict[str, list[float]] = field(default_factory=dict)
    answered: list[float] = field(default_factory=list)
    acks: list[float] = field(default_factory=list)
    errors: int = 0
    expected: int = 0
    done: asyncio.Event = field(default_factory=asyncio.Event)

    def note(self, phone: str, _text: str, now: float) -> None:
        """A reply has reached the provider."""
        waiting = self.sent_at.get(phone)
        if waiting:
            self.answered.append(now - waiting.pop(0))
        if len(self.answered) >= self.expected:
            self.done.set()

    async def post(self, client: aiohttp.ClientSession, number: int) -> None:
        """Let one person write one message."""
        phone = f"55119{80_000_000 + number % self.contacts}"
        raw = envelope(PHONE_NUMBER_ID, text_message(phone, f"wamid.IN{number}", "Rex"))
        began = time.perf_counter()
        self.sent_at.setdefault(phone, []).append(began)
        async with client.post(
            self.stage.webhook_url, data=raw, headers={"X-Hub-Signature-256": signature(APP_SECRET, raw)}
        ) as answer:
            self.acks.append(time.perf_counter() - began)
            self.errors += answer.status != 200

    async def saturate(self, first: int, messages: int) -> float:
        """Offer `messages` over 32 connections as fast as they are taken; return the seconds until the last reply."""
        self.expected = len(self.answered) + messages
        self.done.clear()
        numbers = iter(range(first, first + messages))
        async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=CONNECTIONS)) as client:

            async def write() -> None:
                for number in numbers:
                    await self.post(client, number)

            began = time.perf_counter()
            await asyncio.gather(*(write() for _ in range(CONNECTIONS)))
            await self._wait(120)
            return time.perf_counter() - began

    async def at_rate(self, first: int, per_second: float, seconds: float) -> None:
        """Offer messages at a steady rate, whether or not the ones before were answered."""
        count = int(per_second * seconds)
        self.expected = len(self.answered) + count
        self.done.clear()
        async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=256)) as client:
            began = time.perf_counter()
            tasks = []
            for index in range(count):
                delay = began + index / per_second - time.perf_counter()
                if delay > 0:
                    await asyncio.sleep(delay)
                tasks.append(asyncio.create_task(self.post(client, first + index)))
            await asyncio.gather(*tasks)
            await self._wait(60)

    async def _wait(self, seconds: float) -> None:
        try:
            await asyncio.wait_for(self.done.wait(), seconds)
        except TimeoutError:
            sys.stderr.write(f"only {len(self.answered)} of {self.expected} replies came\n")


class Meter:
    """CPU seconds and memory of the product and of PostgreSQL, by name."""

    def __init__(self, stage: Stage) -> None:
        self._roots = {name: psutil.Process(process.pid) for name, process in stage.processes.items()}
        self._roots["postgresql"] = psutil.Process(stage.server.pid)

    def cpu(self) -> dict[str, float]:
        """CPU seconds so far, of each part and all its children, the ended ones too."""
        return {name: sum(self._times(one) for one in self._tree(root)) for name, root in self._roots.items()}

    def pss_mb(self) -> dict[str, float]:
        """Proportional memory in MB: shared pages counted once."""
        return {
            name: sum(one.memory_full_info().pss for one in self._tree(root)) / 1e6
            for name, root in self._roots.items()
        }

    @staticmethod
    def _tree(root: psutil.Process) -> list[psutil.Process]:
        return [root, *root.children(recursive=True)]

    @staticmethod
    def _times(one: psutil.Process) -> float:
        try:
            times = one.cpu_times()
        except psutil.NoSuchProcess:
            return 0.0  # it ended meanwhile; its time is its parent's now
        return float(times.user + times.system + times.children_user + times.children_system)


def percentile(values: list[float], share: float) -> float:
    """Return the value below which `share` of `values` lie, in milliseconds."""
    if not values:
        return float("nan")
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] * 1000


async def open_stage(
    provider: Provider, *, limits: bool, analyze: bool = True, workers: int = 1
) -> tuple[Stage, Load, Meter]:
    """Start a product whose replies go to `provider`; with `limits` as shipped, else with huge ones."""
    url = await provider.start()
    stage = await make_stage(
        provider_url=url,
        pacing=None if limits else HUGE_PACING,
        policy=None if limits else HUGE_POLICY,
        analyze=analyze,
        analyze_off=not analyze,
        settings={"WORKERS": str(workers)},
    )
    provider.webhook_url = stage.webhook_url
    stage.start("api", "serve", "--port", str(stage.port))
    for number in range(workers):
        stage.start(f"worker-{number + 1}", "worker")
    await stage.ready()
    await asyncio.sleep(1.0)
    load = Load(stage, provider, 500)
    provider.on_message = load.note
    return stage, load, Meter(stage)


async def full_run(options: argparse.Namespace) -> dict[str, Any]:
    """The main figures: saturation, 20/s, 500/s offered, idle."""
    provider = Provider(APP_SECRET, PHONE_NUMBER_ID, status_batch=options.status_batch)
    stage, load, meter = await open_stage(provider, limits=False, workers=options.workers)
    load.contacts = options.contacts
    try:
        await load.saturate(0, options.contacts)  # every person is known, every plan is cached
        await settle(stage, load)
        await stage.query("analyze")
        before = meter.cpu()
        load.acks.clear()
        load.answered.clear()
        seconds = await load.saturate(1_000_000, options.messages)
        await settle(stage, load)
        after = meter.cpu()
        spent = {name: round((after[name] - before[name]) * 1000 / options.messages, 3) for name in after}
        result: dict[str, Any] = {
            "messages_per_s": round(len(load.answered) / seconds, 1),
            "saturated_p95_ms": round(percentile(load.answered, 0.95), 1),
            "ack_p99_ms": round(percentile(load.acks, 0.99), 1),
            "cpu_s_per_1000": round(sum(spent.values()), 3),
            "cpu_s_per_1000_by_part": spent,
            "errors": load.errors,
            "status_posts": provider.status_posts,
        }
        result |= await steady(load, 3_000_000, 20, options.steady_s)
        result |= await offered(stage, load, 4_000_000, 500, options.offered_s)
        result |= await floor(load, 5_000_000)
        result |= await idle(meter, options.idle_s)
        result["pss_mb"] = round(sum(meter.pss_mb().values()), 1)
        result["pss_mb_by_part"] = {name: round(value, 1) for name, value in meter.pss_mb().items()}
        result["left_over"] = await leftovers(stage)
        return result
    finally:
        stage.close()
        await provider.close()


async def steady(load: Load, first: int, per_second: float, seconds: float) -> dict[str, Any]:
    """Latency from webhook to reply at a quiet rate."""
    load.answered.clear()
    await load.at_rate(first, per_second, seconds)
    return {
        "p50_ms": round(percentile(load.answered, 0.50), 1),
        "p95_ms": round(percentile(load.answered, 0.95), 1),
        "p99_ms": round(percentile(load.answered, 0.99), 1),
    }


async def offered(stage: Stage, load: Load, first: int, per_second: float, seconds: float) -> dict[str, Any]:
    """Acknowledgement and carrying with so many offered a second."""
    load.answered.clear()
    load.acks.clear()
    began = time.perf_counter()
    await load.at_rate(first, per_second, seconds)
    carried = len(load.answered) / (time.perf_counter() - began)
    await settle(stage, load)
    return {
        f"ack_p99_ms_at_{int(per_second)}": round(percentile(load.acks, 0.99), 1),
        f"carried_at_{int(per_second)}": round(carried, 1),
        f"p95_ms_at_{int(per_second)}": round(percentile(load.answered, 0.95), 1),
    }


async def floor(load: Load, first: int) -> dict[str, Any]:
    """The floor of the brief: 100 people hold conversations at once, each writing as soon as it was answered."""
    load.answered.clear()
    errors = load.errors
    contacts, load.contacts = load.contacts, 100
    load.expected = 2000
    load.done.clear()
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=100)) as client:

        async def converse(person: int) -> None:
            for turn in range(20):
                before = len(load.sent_at.get(f"55119{80_000_000 + person}", ()))
                await load.post(client, first + turn * 100 + person)
                for _ in range(1000):
                    if len(load.sent_at[f"55119{80_000_000 + person}"]) <= before:
                        break
                    await asyncio.sleep(0.01)

        await asyncio.gather(*(converse(person) for person in range(100)))
    load.contacts = contacts
    return {
        "floor_100_conversations_p95_ms": round(percentile(load.answered, 0.95), 1),
        "floor_errors": load.errors - errors + 2000 - len(load.answered),
    }


async def idle(meter: Meter, seconds: float) -> dict[str, Any]:
    """The share of one core that is used while nobody writes."""
    await asyncio.sleep(12)  # PostgreSQL still tidies up after the load for a while
    before = meter.cpu()
    await asyncio.sleep(seconds)
    after = meter.cpu()
    parts = {name: round((after[name] - before[name]) / seconds, 4) for name in after}
    return {"idle_cpu": round(sum(parts.values()), 4), "idle_cpu_by_part": parts}


async def settle(stage: Stage, _load: Load) -> None:
    """Wait until nothing is pending in either lane."""
    for _ in range(300):
        rows = await stage.query("select (select count(*) from inbox) + (select count(*) from outbox) as n")
        if rows[0]["n"] == 0:
            return
        await asyncio.sleep(0.1)


async def leftovers(stage: Stage) -> dict[str, int]:
    """What should be empty at the end, and what should not."""
    rows = await stage.query(
        """select (select count(*) from inbox) inbox, (select count(*) from outbox) outbox,
                  (select count(*) from dead_letters) dead, (select count(*) from parked_statuses) parked,
                  (select count(*) from messages where direction = 'out' and status <> 'read') unread,
                  (select count(*) from messages) messages"""
    )
    return dict(rows[0])


async def quick_run(
    *, limits: bool, messages: int, contacts: int, answer_after_s: float, analyze: bool
) -> dict[str, Any]:
    """One saturation run under other circumstances."""
    provider = Provider(APP_SECRET, PHONE_NUMBER_ID, answer_after_s=answer_after_s)
    stage, load, _ = await open_stage(provider, limits=limits, analyze=analyze)
    load.contacts = contacts
    try:
        if limits:
            return await shipped_limits(stage, load)
        seconds = await load.saturate(0, messages)
        return {"messages_per_s": round(len(load.answered) / seconds, 1), "errors": load.errors}
    finally:
        stage.close()
        await provider.close()


async def shipped_limits(stage: Stage, load: Load) -> dict[str, Any]:
    """Twenty people write fifteen messages each at once: all are stored, five a minute are worked on, the rest is told once."""
    load.contacts = 20
    load.expected = 10**9
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=CONNECTIONS)) as client:
        await asyncio.gather(*(load.post(client, number) for number in range(300)))
    await asyncio.sleep(20)
    rows = await stage.query(
        """select (select count(*) from messages where direction = 'in') as stored,
                  (select count(*) from turns) as turns,
                  (select max(n) from (select count(*) n from turns group by session_id) x) as most,
                  (select count(*) from messages where direction = 'out' and text like 'Recebi suas mensagens%') as told,
                  (select count(*) from (select phone, count(*) n from turns group by phone) x where n <> 5) as not_five"""
    )
    return {"offered": 300, **dict(rows[0]), "sent": sum(len(one) for one in load.provider.received.values())}


async def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--messages", type=int, default=5000)
    parser.add_argument("--contacts", type=int, default=500)
    parser.add_argument("--status-batch", type=int, default=64)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--steady-s", type=float, default=15)
    parser.add_argument("--offered-s", type=float, default=10)
    parser.add_argument("--idle-s", type=float, default=15)
    parser.add_argument("--only", choices=["main", "all"], default="all")
    options = parser.parse_args()
    result = await full_run(options)
    result["limits"] = {"pacing": HUGE_PACING, "policy": HUGE_POLICY, "flow": "three steps"}
    if options.only == "all":
        common = {"messages": options.messages, "contacts": options.contacts}
        never = await quick_run(limits=False, answer_after_s=0, analyze=False, **common)
        slow = await quick_run(limits=False, answer_after_s=0.15, analyze=True, **common)
        shipped = await quick_run(limits=True, answer_after_s=0, analyze=True, **common)
        result |= {
            "never_analyzed_messages_per_s": never["messages_per_s"],
            "provider_150ms_messages_per_s": slow["messages_per_s"],
            "shipped_limits": shipped,
        }
    result["cores"] = os.cpu_count()
    sys.stdout.write(json.dumps(result) + "\n")


if __name__ == "__main__":
    uvloop.run(main())
