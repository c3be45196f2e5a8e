"""Can the audit trail be changed without anybody noticing? (T71, G26)"""

from __future__ import annotations

import asyncio
import os
import random
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import asyncpg
import pytest

from recado.foundation.database import Database
from recado.foundation.identifiers import OrganizationId
from recado.foundation.secrets import MasterKey
from recado.organizations import service, tasks
from recado.organizations.models import SYSTEM, Role
from recado.organizations.service import Verification
from tests.support.access import Office
from tests.support.jobs import connected, rows
from tests.support.postgres import Clone

LENGTH = 24
ROUNDS = int(os.environ.get("RECADO_TAMPERINGS", "400"))  # 10,000 in the nightly run


@dataclass(slots=True)
class Trail:
    """An organization with a sealed trail, and a door for tampering."""

    app: Database
    worker: Database
    owner: asyncpg.Connection[Any]
    organization: OrganizationId
    clone: Clone

    async def verify(self, known: tuple[int, bytes] | None = None) -> Verification:
        async with self.app.transaction(self.organization) as tx:
            return await service.verify(tx, self.clone.key, known=known)

    async def write(self, count: int) -> None:
        async with self.app.transaction(self.organization) as tx:
            for number in range(count):
                await service.audit(tx, SYSTEM, "tests.happened", subject=("test", uuid4()), detail={"n": number})


@pytest.fixture
async def trail(database: Clone) -> AsyncIterator[Trail]:
    async with connected(database.app_dsn) as app, connected(database.worker_dsn) as worker:
        async with app.transaction(None) as tx:
            organization = await service.create_organization(tx, name="Clínica", slug="clinica")
        owner = await asyncpg.connect(database.owner_dsn)
        found = Trail(app, worker, owner, organization, database)
        await found.write(LENGTH - 1)
        assert await tasks.seal_once(worker, database.key) == LENGTH
        yield found
        await owner.close()


async def test_a_trail_that_nobody_touched_holds(trail: Trail) -> None:
    found = await trail.verify()
    assert (found.intact, found.length, found.unsealed) == (True, LENGTH, 0)
    assert await tasks.seal_once(trail.worker, trail.clone.key) == 0
    await trail.write(3)
    found = await trail.verify()
    assert (found.intact, found.length, found.unsealed) == (True, LENGTH, 3)
    assert found.unsealed_since is not None
    assert await tasks.seal_once(trail.worker, trail.clone.key) == 3
    again = await trail.verify(known=(LENGTH, found.head))
    assert (again.intact, again.length, again.unsealed) == (True, LENGTH + 3, 0)


COLUMNS = (
    ("at", "at + interval '1 microsecond'"),
    ("actor_kind", "case when actor_kind = 'user' then 'system' else 'user' end"),
    ("actor_id", "gen_random_uuid()"),
    ("actor_name", "actor_name || ' '"),
    ("session_id", "gen_random_uuid()"),
    ("action", "action || 'x'"),
    ("subject_kind", "subject_kind || 'x'"),
    ("subject_id", "subject_id || 'x'"),
    ("detail", "detail || '{\"n\": -1}'"),
)


async def tamper(trail: Trail, rng: random.Random) -> tuple[str, int]:
    """Do one thing that only the owner of the database can, and return what it was and the first index that is bad."""
    index = rng.randint(1, LENGTH)
    entry = await trail.owner.fetchval("select entry_id from audit_seals where index = $1", index)
    what = rng.choice(
        ("edit", "delete_entry", "delete_seal", "delete_both", "swap", "hash", "previous", "signature", "insert")
    )
    if what == "edit":
        column, value = rng.choice(COLUMNS)
        await trail.owner.execute(f"update audit_entries set {column} = {value} where id = $1", entry)  # noqa: S608
    elif what == "delete_entry":
        await trail.owner.execute("delete from audit_entries where id = $1", entry)
    elif what in {"delete_seal", "delete_both"}:
        index = min(index, LENGTH - 1)
        entry = await trail.owner.fetchval("delete from audit_seals where index = $1 returning entry_id", index)
        if what == "delete_both":
            await trail.owner.execute("delete from audit_entries where id = $1", entry)
    elif what == "swap":
        other = index % LENGTH + 1
        await trail.owner.execute(
            """update audit_seals s set entry_id = (select o.entry_id from backup_seals o
               where o.index = case when s.index = $1 then $2 else $1 end) where s.index in ($1, $2)""",
            index,
            other,
        )
        index = min(index, other)
    elif what == "insert":
        await trail.owner.execute("update audit_seals set index = -index - 1 where index >= $1", index)
        await trail.owner.execute("update audit_seals set index = -index where index < 0")
        await trail.owner.execute(
            """insert into audit_seals (organization_id, index, entry_id, previous, hash, signature)
               select organization_id, $1, gen_random_uuid(), previous, hash, signature from backup_seals where index = $1""",
            index,
        )
    else:
        await trail.owner.execute(
            f"update audit_seals set {what} = set_byte({what}, $2, 255 - get_byte({what}, $2)) where index = $1",  # noqa: S608
            index,
            rng.randrange(32),
        )
    return what, index


async def test_t71_every_tampering_is_found_at_its_place(trail: Trail) -> None:
    await trail.owner.execute("alter table audit_seals drop constraint audit_seals_index_check")
    await trail.owner.execute("drop index audit_seals_entry")
    await trail.owner.execute("create table backup_seals as table audit_seals")
    await trail.owner.execute("create table backup_entries as table audit_entries")
    rng = random.Random(71)  # noqa: S311  # which rows are tampered with
    for _ in range(ROUNDS):
        what, index = await tamper(trail, rng)
        found = await trail.verify()
        assert found.first_bad == index, (what, index, found)
        assert found.reason is not None
        await trail.owner.execute("truncate audit_entries, audit_seals")
        await trail.owner.execute("insert into audit_entries table backup_entries")
        await trail.owner.execute("insert into audit_seals table backup_seals")
        await trail.owner.execute("truncate audit_unsealed")
    assert (await trail.verify()).intact


async def test_t71_a_tail_cut_off_is_found_by_whoever_kept_the_head(trail: Trail) -> None:
    kept = await trail.verify()
    await trail.owner.execute(
        "delete from audit_entries where id in (select entry_id from audit_seals where index > 20)"
    )
    await trail.owner.execute("delete from audit_seals where index > 20")
    assert (await trail.verify()).intact, "the chain alone cannot know"
    found = await trail.verify(known=(kept.length, kept.head))
    assert (found.first_bad, found.reason) == (21, "cut_short")


async def test_t71_a_chain_made_anew_without_the_master_key_is_found(trail: Trail) -> None:
    kept = await trail.verify()
    await trail.owner.execute("update audit_entries set action = 'tests.never' where action = 'tests.happened'")
    await trail.owner.execute("insert into audit_unsealed select organization_id, id from audit_entries")
    await trail.owner.execute("delete from audit_seals")
    await tasks.seal_once(trail.worker, MasterKey(bytes(32)))
    found = await trail.verify()
    assert (found.first_bad, found.reason) == (1, "signature_wrong")
    await trail.owner.execute("insert into audit_unsealed select organization_id, id from audit_entries")
    await trail.owner.execute("delete from audit_seals")
    await tasks.seal_once(trail.worker, trail.clone.key)
    found = await trail.verify(known=(kept.length, kept.head))
    assert (found.first_bad, found.reason) == (kept.length, "not_the_known_head")


async def test_t71_no_login_role_can_change_or_remove_what_was_written(trail: Trail) -> None:
    for database in (trail.app, trail.worker):
        for statement in (
            "update audit_entries set action = 'x'",
            "delete from audit_entries",
            "truncate audit_entries",
            "update audit_seals set index = index",
            "delete from audit_seals",
            "alter table audit_entries disable trigger await_seal",
        ):
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                async with database.transaction(trail.organization) as tx:
                    await tx.execute(statement)
    for statement in ("insert into audit_seals select * from audit_seals", "delete from audit_unsealed"):
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            async with trail.app.transaction(trail.organization) as tx:
                await tx.execute(statement)
    assert (await trail.verify()).intact


async def test_an_act_that_is_rolled_back_leaves_no_trace(trail: Trail) -> None:
    with pytest.raises(ZeroDivisionError):
        await _act_and_fail(trail)
    assert await tasks.seal_once(trail.worker, trail.clone.key) == 0
    assert (await trail.verify()).unsealed == 0


async def _act_and_fail(trail: Trail) -> None:
    async with trail.app.transaction(trail.organization) as tx:
        await service.audit(tx, SYSTEM, "tests.happened")
        raise ZeroDivisionError


async def test_many_writers_and_sealers_make_one_chain(trail: Trail) -> None:
    async def write() -> None:
        for _ in range(10):
            await trail.write(1)

    async def seal() -> None:
        for _ in range(15):
            await tasks.seal_once(trail.worker, trail.clone.key)
            await asyncio.sleep(0.005)

    await asyncio.gather(*(write() for _ in range(4)), *(seal() for _ in range(3)))
    await tasks.seal_once(trail.worker, trail.clone.key)
    found = await trail.verify()
    assert (found.intact, found.length, found.unsealed) == (True, LENGTH + 40, 0)


async def test_the_trail_is_read_and_checked_over_the_api(house: Office) -> None:
    clinic, garage = await house.organization("clinica"), await house.organization("garagem")
    await house.person("ana@clinica.test", {clinic: Role.ORG_ADMIN})
    await house.person("rui@garagem.test", {garage: Role.ORG_ADMIN})
    ana, rui = await house.signed_in("ana@clinica.test"), await house.signed_in("rui@garagem.test")
    for name in ("A", "B", "C"):
        assert (await ana.post("/teams", {"name": name})).status_code == 201
    async with connected(house.clone.worker_dsn) as worker:
        assert await tasks.seal_once(worker, house.clone.key) == 9
    page = (await ana.get("/audit?limit=4")).json()
    rest = (await ana.get(f"/audit?limit=4&cursor={page['next_cursor']}")).json()
    seen = page["items"] + rest["items"]
    assert [one["action"] for one in seen] == [
        *["teams.created"] * 3,
        "session.started",
        "members.added",
        "organization.created",
    ]
    assert sorted(one["seal_index"] for one in seen) == [1, 2, 3, 4, 5, 6]
    assert seen[0]["actor"] == {"kind": "user", "id": (await ana.get("/me")).json()["user"]["id"], "name": "ana"}
    checked = (await ana.get("/audit/verify")).json()
    assert (checked["intact"], checked["length"], checked["unsealed"]) == (True, 6, 0)
    kept = f"/audit/verify?index={checked['length']}&head={checked['head']}"
    assert (await ana.get(kept)).json()["intact"]
    assert not (await ana.get(f"/audit/verify?index=6&head={'0' * 64}")).json()["intact"]
    assert (await rui.get("/audit/verify")).json()["length"] == 3
    assert rows(house.clone, "select count(*) from audit_unsealed") == [(0,)]
