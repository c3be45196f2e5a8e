"""Do figures add up: in one process, over many, and only for what was committed?"""

from __future__ import annotations

import asyncio

import pytest

from recado.foundation import metric_totals
from recado.foundation.database import Database
from recado.foundation.live import Wakes
from recado.foundation.measures import BOUNDS, Measures, Total
from tests.support.jobs import change, connected, rows
from tests.support.postgres import Clone


def total_of(totals: list[Total], name: str, label: str = "") -> Total:
    return next(one for one in totals if (one.name, one.label) == (name, label))


async def read(database: Database) -> list[Total]:
    async with database.transaction(None) as tx:
        return await metric_totals.read(tx)


def test_counts_and_times_are_taken_once() -> None:
    measures = Measures()
    assert not measures
    measures.count("sent", label="lane=reply")
    measures.count("sent", 2, "lane=reply")
    for seconds in (-1.0, 0.0, BOUNDS[0], 0.15, 9_999.0):
        measures.observe("ack", seconds)
    taken = measures.take()
    assert total_of(taken, "sent", "lane=reply") == Total("sent", "lane=reply", 3, 0)
    ack = total_of(taken, "ack")
    assert (ack.counted, ack.buckets[0], ack.buckets[-1]) == (5, 3, 1)
    assert ack.buckets[BOUNDS.index(0.2)] == 1
    assert ack.total == pytest.approx(BOUNDS[0] + 0.15 + 9_999.0)
    assert measures.take() == []
    measures.count("sent", 4, "lane=reply")
    measures.give_back(taken)
    again = measures.take()
    assert total_of(again, "sent", "lane=reply").total == 7
    assert total_of(again, "ack") == ack


async def test_what_was_rolled_back_is_not_counted(database: Clone) -> None:
    async with connected(database.worker_dsn) as worker:
        async with worker.transaction(None) as tx:
            tx.count("kept")
            tx.observe("took", 0.5)
        with pytest.raises(ZeroDivisionError):
            await count_and_fail(worker)
        assert {one.name for one in worker.measures.take()} == {"kept", "took"}


async def count_and_fail(worker: Database) -> None:
    async with worker.transaction(None) as tx:
        tx.count("lost")
        await tx.fetchval("select 1")
        raise ZeroDivisionError


async def test_processes_add_up_at_once_and_nothing_is_lost(database: Clone) -> None:
    async with connected(database.worker_dsn) as worker, connected(database.app_dsn) as app:
        many = [Measures() for _ in range(8)]

        async def one(number: int, measures: Measures) -> None:
            for turn in range(20):
                for name in ("b", "a") if (number + turn) % 2 else ("a", "b"):
                    measures.count(name)
                    measures.observe("took", 0.02, f"route={name}")
                await metric_totals.add((worker, app)[number % 2], measures)

        await asyncio.gather(*(one(number, measures) for number, measures in enumerate(many)))
        found = await read(app)
        assert (total_of(found, "a").total, total_of(found, "b").total) == (160, 160)
        took = total_of(found, "took", "route=a")
        assert took.buckets[BOUNDS.index(0.025)] == took.counted == 160
        assert sum(took.buckets) == 160
        assert took.total == pytest.approx(3.2)


async def test_what_could_not_be_written_goes_with_the_next_round(database: Clone) -> None:
    async with connected(database.app_dsn) as app:
        measures = Measures()
        measures.count("sent", 3)
        change(database, "revoke insert on metric_totals from recado_app")
        with pytest.raises(Exception, match="permission denied"):
            await metric_totals.add(app, measures)
        measures.count("sent")
        change(database, "grant insert on metric_totals to recado_app")
        assert await metric_totals.add(app, measures) == 1
        assert await metric_totals.add(app, measures) == 0
        assert total_of(await read(app), "sent").total == 4


async def test_other_buckets_begin_anew(database: Clone) -> None:
    change(database, "insert into metric_totals values ('took', '', 9, 9, '{4,5}')")
    async with connected(database.app_dsn) as app:
        measures = Measures()
        measures.observe("took", 0.002)
        await metric_totals.add(app, measures)
        assert total_of(await read(app), "took").buckets == (0, 1, *[0] * (len(BOUNDS) - 1))


async def test_a_process_writes_its_last_figures_when_it_ends(database: Clone, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(metric_totals, "PERIOD_S", 0.02)
    async with connected(database.app_dsn) as app:
        measures, stop = Measures(), asyncio.Event()
        running = asyncio.create_task(metric_totals.keep_adding(app, measures, stop, process="api"))
        await asyncio.sleep(0.2)
        assert rows(database, "select * from metric_totals") == [], "an idle process writes nothing"
        measures.count("sent")
        await asyncio.sleep(0.3)
        assert rows(database, "select name, labels from metric_totals order by 1") == [
            ("recado_cpu_seconds", "process=api"),
            ("sent", ""),
        ]
        measures.count("sent")
        stop.set()
        await asyncio.wait_for(running, 5)
        assert rows(database, "select total from metric_totals where name = 'sent'") == [(2.0,)]


async def test_a_lost_wake_connection_is_counted_and_an_ordinary_end_is_not(database: Clone) -> None:
    lost: list[bool] = []
    wakes = Wakes(database.worker_dsn, name="tests-lost")
    wakes.on_loss = lambda: lost.append(wakes.connected)
    await wakes.start()
    # The server is shared: other tests' connections are in other databases.
    query = (
        "select pg_terminate_backend(pid) from pg_stat_activity"
        " where application_name = 'tests-lost-wakes' and datname = current_database()"
    )
    assert rows(database, query) == [(True,)]
    async with asyncio.timeout(10):
        while not (lost and wakes.connected):
            await asyncio.sleep(0.02)
    await wakes.close()
    assert lost == [False]
