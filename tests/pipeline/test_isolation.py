"""Does what fails in one organization stop a round of the house for the others?"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

import pytest

from recado.app.housekeeping import tidy_up
from recado.conversations.service.statuses import unpark_matched
from recado.foundation.database import Transaction
from recado.foundation.files import Files
from recado.foundation.identifiers import new_id
from recado.foundation.lanes.sweep import Fate, Sweeper, Unconfirmed
from recado.organizations.tasks import seal_once
from tests.pipeline.house import House, Organization
from tests.pipeline.wire import somebody

OUTBOX = """
insert into outbox (organization_id, id, conversation_id, channel_id, lane, class, recipient, body, token, state, worker,
                    dispatched_at, unconfirmed_at)
values (%s, %s, %s, %s, 0, 'reply', '{}', '{}', 't', %s, 1, now() - interval '1 minute', now() - interval '1 minute')
"""
PARKED = """
insert into parked_statuses (organization_id, channel_id, provider_id, status, payload)
select organization_id, channel_id, provider_id, 'read', %s from messages
where organization_id = %s and direction = 'out' and provider_id is not null
"""
READ = '{"chat": "c", "provider_id": "%s", "status": "read", "recipient": {}, "at": null, "token": "", "error": null}'
BREAK = """
create function break_{table}() returns trigger language plpgsql as $$ begin raise 'broken for the test'; end $$;
create trigger break_it before {act} on {table} for each row when ({row}.organization_id = '{organization}')
    execute function break_{table}()
"""


async def pair(house: House) -> tuple[Organization, Organization]:
    """Two organizations; the first is the one that would come first in every round."""
    one, other = await house.organization(), await house.organization()
    return (one, other) if one.id < other.id else (other, one)


async def break_(house: House, broken: Organization, table: str, act: str, row: str) -> None:
    await house.rows(BREAK.format(table=table, act=act, row=row, organization=broken.id))


async def mend(house: House, table: str) -> None:
    await house.rows(f"drop function if exists break_{table}() cascade")


@pytest.mark.parametrize("state", ["dispatching", "unconfirmed"])
async def test_the_sweep_goes_on(house: House, state: str, caplog: pytest.LogCaptureFixture) -> None:
    broken, other = await pair(house)
    for one in (broken, other):
        await house.rows(OUTBOX, one.id, new_id(), new_id(), one.channel, state)

    def refuse(tx: Transaction) -> None:
        if tx.organization == broken.id:
            raise RuntimeError("broken for the test")

    async def tell(tx: Transaction, _messages: Sequence[UUID]) -> None:
        refuse(tx)

    async def resolve(tx: Transaction, rows: Sequence[Unconfirmed]) -> Sequence[Fate]:
        refuse(tx)
        return [Fate.SETTLED] * len(rows)

    sweeper = Sweeper(house.worker, tell=tell, resolve=resolve, lease_s=30, wait_s=5)
    with caplog.at_level(logging.ERROR):
        assert await sweeper.run_once() == 1
    left = await house.rows("select state from outbox where organization_id = %s", other.id)
    assert left == ([("unconfirmed",)] if state == "dispatching" else [])
    assert await house.rows("select state from outbox where organization_id = %s", broken.id) == [(state,)]
    assert "failed in one organization" in caplog.text
    await house.rows("delete from outbox where organization_id = any(%s)", [broken.id, other.id])


async def test_parked_statuses_go_on(house: House) -> None:
    broken, other = await pair(house)
    ana = somebody()
    for one in (broken, other):
        await one.hears(ana, "oi")
    await house.rows(PARKED, "{", broken.id)
    await house.rows(PARKED.replace("%s from", "replace(%s, '%%s', provider_id) from"), READ, other.id)
    assert await unpark_matched(house.worker, house.built.ports) == 2
    assert {line["status"] for line in await other.thread(ana, direction="out")} == {"read"}
    await house.rows("delete from parked_statuses")


async def test_housekeeping_goes_on(house: House, tmp_path: Path) -> None:
    broken, other = await pair(house)
    for one in (broken, other):
        await house.rows("delete from pacing where organization_id = %s", one.id)
        await house.rows("delete from facts where organization_id = %s", one.id)
        await house.rows("insert into pacing (organization_id, key) values (%s, 'alt')", one.id)
        await house.rows(
            "insert into facts (organization_id, name, at) values (%s, 'tests.old', now() - interval '9 days')", one.id
        )
    await break_(house, broken, "facts", "delete", "old")
    try:
        await tidy_up(house.worker, Files(tmp_path))
    finally:
        await mend(house, "facts")
    both = [broken.id, other.id]
    left = await house.rows("select organization_id from facts where organization_id = any(%s)", both)
    assert left == [(broken.id,)]
    assert await house.rows("select key from pacing where organization_id = any(%s)", both) == []


async def test_audit_seals_go_on(house: House) -> None:
    broken, other = await pair(house)
    for one in (broken, other):
        await one.browser()
        await one.api("POST", "/api-keys", {"name": "Chave", "scopes": ["channels:read"]}, expect=201)
    await break_(house, broken, "audit_seals", "insert", "new")
    sealed = "select count(*) > 0 from audit_seals where organization_id = %s"
    try:
        await seal_once(house.worker, house.built.key)
        assert await house.rows(sealed, other.id) == [(True,)]
        assert await house.rows(sealed, broken.id) == [(False,)]
    finally:
        await mend(house, "audit_seals")
