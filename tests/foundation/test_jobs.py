"""Are jobs done once they are committed, repeated when they fail, and never lost?"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from contextlib import suppress
from functools import partial
from typing import Any

import asyncpg
import pytest
from pgqueuer.adapters.persistence.queries import Queries

from recado.foundation import jobs
from recado.foundation.database import Database
from recado.foundation.identifiers import OrganizationId
from recado.foundation.jobs import GiveUp, JobHandler, RetryLater, defer, defer_many, rules
from recado.foundation.jobs.models import Count
from recado.foundation.jobs.pgqueuer_port import fixed_settings
from tests.support.jobs import add_organization, change, connected, rows, running, until
from tests.support.postgres import Clone

QUEUE = "select entrypoint, status::text from pgqueuer order by id"
BROKEN = "insert into pgqueuer (priority, entrypoint, payload, status) values (0, 'tests.note', '{', 'queued')"
PUT_OFF = """
select 1 from job_attempts a join pgqueuer p on p.id = a.job_id
where a.attempts = %s and p.status = 'queued' and p.execute_after > now()
"""
CUT = """
select pg_terminate_backend(pid) from pg_stat_activity
where application_name = 'recado-jobs' and datname = current_database()
"""
LETTERS = "select organization_id, kind, summary, cause, payload, attempts, state from dead_letters"


class Noted:
    """A handler that writes down what it was given, and answers with what it was told to."""

    def __init__(self, *answers: Exception | None) -> None:
        self.seen: list[tuple[OrganizationId, Mapping[str, Any]]] = []
        self._answers = list(answers)

    async def __call__(self, database: Database, organization: OrganizationId, data: Mapping[str, Any]) -> None:
        self.seen.append((organization, data))
        answer = self._answers.pop(0) if self._answers else None
        if answer is not None:
            raise answer


async def test_a_job_exists_only_once_its_transaction_is_committed(database: Clone) -> None:
    organization = add_organization(database)
    async with connected(database.app_dsn) as app:
        with suppress(ZeroDivisionError):
            async with app.transaction(organization) as tx:
                await defer(tx, "tests.note", {"n": 1})
                raise ZeroDivisionError
        assert rows(database, QUEUE) == []
        async with app.transaction(organization) as tx:
            await defer(tx, "tests.note", {"n": 2})
            assert tx.topics() == {"jobs"}
    note = Noted()
    async with connected(database.worker_dsn) as worker, running(worker, database, {"tests.note": note}):
        await until(lambda: note.seen)
    assert note.seen == [(organization, {"n": 2})]
    assert rows(database, QUEUE) == []
    assert rows(database, "select * from job_attempts") == []


async def test_a_wake_is_heard_at_once_and_polling_hears_without_one(database: Clone) -> None:
    organization = add_organization(database)
    note, wake = Noted(), asyncio.Event()
    loop = asyncio.get_running_loop()
    async with (
        connected(database.worker_dsn) as worker,
        running(worker, database, {"tests.note": note}, wake=wake, hasten=False),
    ):
        await asyncio.sleep(1.0)
        for expected, nudged in ((1.0, True), (3.5, False)):
            note.seen.clear()
            began = loop.time()
            async with worker.transaction(organization) as tx:
                await defer(tx, "tests.note", {"n": 1})
            if nudged:
                wake.set()
            while not note.seen:
                assert loop.time() - began < expected
                await asyncio.sleep(0.01)


async def test_nothing_is_deferred_past_fifteen_minutes(database: Clone) -> None:
    organization = add_organization(database)
    async with connected(database.app_dsn) as app, app.transaction(organization) as tx:
        for seconds in (901.0, -1.0, float("nan")):
            with pytest.raises(ValueError, match="15 minutes"):
                await defer(tx, "tests.note", {}, run_after_s=seconds)
        ids = await defer_many(tx, "tests.note", [{"n": n} for n in range(3)], run_after_s=900.0)
        assert len(set(ids)) == 3
    assert rows(database, "select count(*) from pgqueuer where execute_after > now() + interval '14 minutes'") == [(3,)]


async def test_a_failing_job_is_repeated_and_then_dead_where_its_organization_sees_it(database: Clone) -> None:
    organization, other = add_organization(database), add_organization(database, "outra")
    note = Noted(*(RuntimeError("disco cheio") for _ in range(rules.MOST_FAILURES)))
    async with connected(database.worker_dsn) as worker, worker.transaction(organization) as tx:
        job = await defer(tx, "tests.note", {"n": 1, "conversation_id": str(organization)})
    async with connected(database.worker_dsn) as worker, running(worker, database, {"tests.note": note}):
        for attempt in range(1, rules.MOST_FAILURES):
            await until(partial(rows, database, PUT_OFF, attempt))
            change(database, "update pgqueuer set execute_after = now()")
        await until(lambda: rows(database, LETTERS))
    assert len(note.seen) == rules.MOST_FAILURES
    ((whose, kind, summary, cause, payload, attempts, state),) = rows(database, LETTERS)
    assert (whose, kind, summary, attempts, state) == (organization, "job", "tests.note", rules.MOST_FAILURES, "dead")
    assert cause == "RuntimeError: disco cheio"
    assert json.loads(payload) == {
        "task": "tests.note",
        "id": str(job),
        "data": {"n": 1, "conversation_id": str(organization)},
    }
    assert rows(database, QUEUE) == []
    assert rows(database, "select conversation_id from dead_letters") == [(organization,)]
    async with connected(database.app_dsn) as app:
        async with app.transaction(other) as tx:
            assert await tx.fetch("select * from dead_letters") == []
        async with app.transaction(organization) as tx:
            await jobs.put_back(tx, payload)
    async with connected(database.worker_dsn) as worker, running(worker, database, {"tests.note": note}):
        await until(lambda: len(note.seen) > rules.MOST_FAILURES)
    assert note.seen[-1] == note.seen[0]


async def test_a_wait_is_no_failure_and_giving_up_needs_no_second_try(database: Clone) -> None:
    organization = add_organization(database)
    waits = rules.MOST_FAILURES + 2
    patient, hopeless = Noted(*(RetryLater(0.0) for _ in range(waits))), Noted(GiveUp("media_expired"))
    async with connected(database.worker_dsn) as worker:
        async with worker.transaction(organization) as tx:
            await defer(tx, "tests.patient", {})
            await defer(tx, "tests.hopeless", {})
        handlers = {"tests.patient": patient, "tests.hopeless": hopeless}
        async with running(worker, database, handlers):
            await until(lambda: len(patient.seen) == waits + 1 and not rows(database, QUEUE))
    assert rows(database, "select summary, cause, attempts from dead_letters") == [
        ("tests.hopeless", "media_expired", 1)
    ]
    assert len(hopeless.seen) == 1


async def test_a_handler_that_never_ends_is_cut_and_counted_as_failed(database: Clone) -> None:
    organization = add_organization(database)

    async def hang(_database: Database, _organization: OrganizationId, _data: Mapping[str, Any]) -> None:
        await asyncio.sleep(3600)

    async with connected(database.worker_dsn) as worker:
        async with worker.transaction(organization) as tx:
            await defer(tx, "tests.hang", {})
        async with running(worker, database, {"tests.hang": hang}, time_limit_s=0.2):
            await until(lambda: rows(database, "select 1 from pgqueuer where status = 'queued' and attempts = 1"))
    assert rows(database, "select attempts, waits from job_attempts") == [(1, 0)]


async def test_a_stopping_worker_gives_its_jobs_back_at_once_and_uncounted(database: Clone) -> None:
    organization = add_organization(database)
    begun = asyncio.Event()

    async def hang(_database: Database, _organization: OrganizationId, _data: Mapping[str, Any]) -> None:
        begun.set()
        await asyncio.sleep(3600)

    async with connected(database.worker_dsn) as worker:
        async with worker.transaction(organization) as tx:
            await defer(tx, "tests.hang", {})
        async with running(worker, database, {"tests.hang": hang}, grace_s=0.2) as stop:
            await asyncio.wait_for(begun.wait(), 10)
            stop.set()
    assert rows(database, QUEUE) == [("tests.hang", "queued")]
    assert rows(database, "select attempts, waits from job_attempts") == [(1, 1)]


async def test_a_task_with_a_limit_leaves_room_for_others(database: Clone) -> None:
    organization = add_organization(database)
    release, note = asyncio.Event(), Noted()
    now, most = 0, 0

    async def heavy(_database: Database, _organization: OrganizationId, _data: Mapping[str, Any]) -> None:
        nonlocal now, most
        now += 1
        most = max(most, now)
        await release.wait()
        now -= 1

    async with connected(database.worker_dsn) as worker:
        async with worker.transaction(organization) as tx:
            await defer_many(tx, "tests.heavy", [{"n": n} for n in range(9)])
            await defer(tx, "tests.note", {})
        handlers: dict[str, JobHandler] = {"tests.heavy": heavy, "tests.note": note}
        async with running(worker, database, handlers, at_once={"tests.heavy": 3}):
            await until(lambda: note.seen and now == 3)
            await asyncio.sleep(0.5)
            assert now == 3
            release.set()
            await until(lambda: not rows(database, QUEUE))
    assert most == 3


async def test_a_cut_connection_lets_go_of_the_jobs_and_begins_anew(database: Clone) -> None:
    organization = add_organization(database)
    note = Noted()
    ends: list[str] = []

    async def slow(_database: Database, _organization: OrganizationId, _data: Mapping[str, Any]) -> None:
        try:
            await asyncio.sleep(1 if ends else 3600)
        except asyncio.CancelledError:
            ends.append("cut")
            raise
        ends.append("done")

    async with connected(database.worker_dsn) as worker:
        async with worker.transaction(organization) as tx:
            await defer(tx, "tests.slow", {})
        async with running(worker, database, {"tests.slow": slow, "tests.note": note}):
            await until(lambda: rows(database, "select 1 from job_attempts"))
            change(
                database,
                CUT,
            )
            await until(lambda: ends == ["cut"])
            async with worker.transaction(organization) as tx:
                await defer(tx, "tests.note", {})
            await until(lambda: note.seen)
            await until(lambda: ends == ["cut", "done"] and not rows(database, QUEUE))


async def test_a_row_that_cannot_be_read_is_held_and_stops_nobody(database: Clone) -> None:
    organization = add_organization(database)
    note = Noted()
    change(
        database, "insert into pgqueuer (priority, entrypoint, payload, status) values (0, 'tests.note', '{', 'queued')"
    )
    async with connected(database.worker_dsn) as worker:
        async with worker.transaction(organization) as tx:
            await defer(tx, "tests.note", {})
        async with running(worker, database, {"tests.note": note}):
            await until(lambda: note.seen and rows(database, QUEUE) == [("tests.note", "failed")])
    assert rows(database, "select count(*) from pgqueuer_log where traceback is not null") == [(0,)]


async def test_pruning_forgets_the_log_and_puts_held_jobs_back(database: Clone) -> None:
    change(
        database,
        "insert into pgqueuer_log (created, job_id, status, priority, entrypoint)"
        " select now() - interval '2 hours', n, 'picked'::pgqueuer_status, 0, 'tests.note'"
        " from generate_series(1, 6000) n"
        " union all select now(), 1, 'picked'::pgqueuer_status, 0, 'tests.note'",
    )
    change(database, "insert into job_attempts (job_id, attempts, begun_at) values (77, 1, now() - interval '2 hours')")
    change(
        database,
        "insert into pgqueuer (priority, entrypoint, payload, status, updated)"
        " values (0, 'tests.note', '{}', 'failed', now() - interval '2 hours')",
    )
    async with connected(database.worker_dsn) as worker:
        assert await jobs.prune(worker) == 6000
    assert rows(database, "select count(*) from pgqueuer_log") == [(1,)]
    assert rows(database, "select * from job_attempts") == []
    assert rows(database, QUEUE) == [("tests.note", "queued")]


async def test_the_application_may_add_jobs_and_nothing_else(database: Clone) -> None:
    async with connected(database.app_dsn) as app:
        for statement in ("select * from pgqueuer", "delete from pgqueuer", "select * from job_attempts"):
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await app.execute_alone(statement)


async def test_the_schema_is_the_one_that_this_pgqueuer_wants(database: Clone) -> None:
    connection = await asyncpg.connect(database.owner_dsn)
    try:
        queries = Queries.from_asyncpg_connection(connection)
        queries.qbe.settings = fixed_settings()
        wanted = (await queries.plan_upgrade()).statements
    finally:
        await connection.close()
    left_out = ("pgqueuer_schedules", "fn_pgqueuer_changed", "tg_pgqueuer_changed")
    assert [statement for statement in wanted if not any(name in str(statement) for name in left_out)] == []


def test_waits_grow_to_fifteen_minutes_and_are_spread() -> None:
    assert [rules.backoff_s(times, 1.0) for times in (1, 2, 3, 4, 5, 6, 60)] == [5, 15, 45, 135, 405, 900, 900]
    assert rules.backoff_s(3, 0.0) == 22.5


@pytest.mark.parametrize(
    ("count", "error", "verdict"),
    [
        (Count(1, 0), ValueError("x"), rules.Again(5.0, planned=False)),
        (Count(9, 8), ValueError("x"), rules.Again(5.0, planned=False)),
        (Count(6, 0), ValueError("x"), rules.Dead("ValueError: x")),
        (Count(1, 0), RetryLater(7200.0), rules.Again(900.0, planned=True)),
        (Count(1, 0), RetryLater(-3.0), rules.Again(0.0, planned=True)),
        (Count(3, 2), RetryLater(), rules.Again(45.0, planned=True)),
        (Count(1, 0), GiveUp("no_such_channel"), rules.Dead("no_such_channel")),
    ],
)
def test_what_follows_an_error(count: Count, error: Exception, verdict: object) -> None:
    assert rules.after_error(error, count, 1.0) == verdict


def test_a_job_that_killed_its_process_too_often_is_not_begun_again() -> None:
    assert rules.may_begin(Count(6, 0)) is None
    assert rules.may_begin(Count(7, 0)) == rules.Dead("process_died")
    assert rules.may_begin(Count(9, 3)) is None
