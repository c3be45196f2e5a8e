"""Does the house forget what is old, in every organization, and nothing else?"""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import AsyncIterator
from pathlib import Path
from uuid import UUID

import asyncpg
import pytest

from recado.app.housekeeping import tidy_up
from recado.conversations.tasks.tidy_media import tidy_media
from recado.foundation.database import Database
from recado.foundation.files import Files, key_of
from recado.foundation.identifiers import OrganizationId, new_id
from recado.foundation.lanes import retention
from tests.support.jobs import add_organization, change, connected, rows
from tests.support.postgres import Clone

TABLES = ("deliveries", "facts", "pacing", "parked_statuses")
FILL = {
    "deliveries": "insert into deliveries (organization_id, id, channel_id, raw, received_at)"
    " select %s, gen_random_uuid(), gen_random_uuid(), '', now() - %s::interval from generate_series(1, %s)",
    "facts": "insert into facts (organization_id, name, at) select %s, 'tests.old', now() - %s::interval"
    " from generate_series(1, %s)",
    "pacing": "insert into pacing (organization_id, key, free_at) select %s, gen_random_uuid()::text, now() - %s::interval"
    " from generate_series(1, %s)",
    "parked_statuses": "insert into parked_statuses (organization_id, channel_id, provider_id, status, payload, parked_at)"
    " select %s, gen_random_uuid(), n::text, 'sent', '', now() - %s::interval from generate_series(1, %s) n",
}
OLD = {"deliveries": "31 days", "facts": "8 days", "pacing": "3 days", "parked_statuses": "11 minutes"}
YOUNG = {"deliveries": "29 days", "facts": "6 days", "pacing": "1 day", "parked_statuses": "9 minutes"}


@pytest.fixture
async def worker(database: Clone) -> AsyncIterator[Database]:
    async with connected(database.worker_dsn) as found:
        yield found


def fill(clone: Clone, organization: OrganizationId, old: int, young: int) -> None:
    for table in TABLES:
        change(clone, FILL[table], organization, OLD[table], old)
        change(clone, FILL[table], organization, YOUNG[table], young)


def left(clone: Clone) -> dict[str, list[tuple[UUID, int]]]:
    query = "select organization_id, count(*) from {} group by 1 order by 1"
    return {table: [(row[0], row[1]) for row in rows(clone, query.format(table))] for table in TABLES}


async def test_old_rows_go_and_young_ones_stay_in_every_organization(
    database: Clone, worker: Database, tmp_path: Path
) -> None:
    first, second = add_organization(database), add_organization(database, "outra")
    fill(database, first, retention.BATCH + 7, 3)
    fill(database, second, 5, 4)
    change(database, "update pacing set counted_since = now() where organization_id = %s", second)
    gone = await tidy_up(worker, Files(tmp_path / "media"))
    total = retention.BATCH + 7 + 5
    expected = sorted([(first, 3), (second, 4)])
    assert left(database) == {table: expected for table in TABLES} | {"pacing": sorted([(first, 3), (second, 9)])}
    assert [gone[table] for table in TABLES] == [total, total, total - 5, total]
    assert gone["organizations"] == 2
    again = await tidy_up(worker, Files(tmp_path / "media"))
    assert [again[table] for table in TABLES] == [0, 0, 0, 0]


async def test_abandoned_uploads_go_with_their_files(database: Clone, worker: Database, tmp_path: Path) -> None:
    organization, files = add_organization(database), Files(tmp_path / "media")

    async def once() -> AsyncIterator[bytes]:
        yield b"x"

    ids = [new_id(), new_id(), new_id()]
    for id_, age in zip(ids, ("25 hours", "23 hours", "25 hours"), strict=True):
        key = key_of(organization, id_)
        change(
            database,
            "insert into uploads (organization_id, id, filename, storage_key, created_at)"
            " values (%s, %s, '', %s, now() - %s::interval)",
            organization, id_, key, age,
        )  # fmt: skip
        if id_ != ids[2]:  # the third died before its first byte
            await files.save(key, once(), limit=10, head=1, tail=1)
    assert await tidy_media(worker, files, organization) == 2
    assert rows(database, "select id from uploads") == [(ids[1],)]
    assert [path.name for path in (tmp_path / "media").rglob("*") if path.is_file()] == [ids[1].hex]


async def test_a_step_that_fails_stops_no_other(database: Clone, worker: Database, tmp_path: Path) -> None:
    organization = add_organization(database)
    fill(database, organization, 2, 0)
    drafts = tmp_path / "media" / "drafts"
    drafts.mkdir(parents=True)
    (drafts / "old").mkdir()  # cannot be unlinked
    os.utime(drafts / "old", (time.time() - 90_000, time.time() - 90_000))
    change(database, "revoke delete on pgqueuer_log from recado_worker")
    gone = await tidy_up(worker, Files(tmp_path / "media"))
    assert "drafts" not in gone
    assert [gone[table] for table in TABLES] == [2, 2, 2, 2]


async def test_rows_in_use_are_left_for_the_next_round(database: Clone, worker: Database) -> None:
    organization = add_organization(database)
    change(database, FILL["pacing"], organization, OLD["pacing"], 3)
    async with worker.transaction(organization) as tx:
        await tx.fetch("select 1 from pacing limit 1 for update")
        async with worker.transaction(organization) as other:
            assert await asyncio.wait_for(retention.forget_some(other, "pacing"), 5) == 2


async def test_only_workers_may_list_organizations(database: Clone) -> None:
    wanted = {add_organization(database), add_organization(database, "outra")}
    async with connected(database.worker_dsn) as worker:
        assert set(await retention.list_organizations(worker)) == wanted
    for dsn in (database.app_dsn, database.intake_dsn):
        async with connected(dsn) as database_:
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await retention.list_organizations(database_)
