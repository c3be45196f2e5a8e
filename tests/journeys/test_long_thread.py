"""Does a conversation of a hundred thousand messages open in two seconds, and can one walk in it?"""

from __future__ import annotations

import time

import asyncpg
import pytest
from playwright.async_api import expect

from recado.foundation import embedded_postgres
from tests.journeys.conftest import Meet, Sit
from tests.journeys.desk import JOURNEY
from tests.journeys.house import House

pytestmark = [*JOURNEY, pytest.mark.nightly]

MANY = 100_000
OPENS_WITHIN_S = 2.0

# An hour apart and all older than what was really said; ids in the order of their moments.
SAID = """
insert into messages
    (organization_id, id, conversation_id, channel_id, direction, type, text, author, status, status_rank, created_at)
select v.organization_id, (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7000' || '8000'
    || lpad(to_hex(n), 12, '0'))::uuid, v.id, v.channel_id, case when n % 2 = 0 then 'out' else 'in' end, 'text',
    'Mensagem antiga ' || n, case when n % 2 = 0 then 'flow' else 'contact' end, 'read', 60, at
from conversations v, generate_series(1, $2::int) n, lateral (select now() - n * interval '1 hour' as at) m
where v.id = $1::uuid
"""


async def test_a_hundred_thousand_messages_open_in_two_seconds(sit: Sit, meet: Meet, house: House) -> None:
    desk, customer = await sit(), meet("Cliente de Anos")
    await customer.reach_a_person()
    id_ = (await desk.ask("GET", f"conversations/{customer.number}"))["id"]
    db = await asyncpg.connect(embedded_postgres.start(house.folder / ".recado" / "postgres").dsn)
    await db.execute(SAID, id_, MANY)
    await db.close()

    took = []
    for _ in range(5):
        began = time.monotonic()
        await desk.open(f"/whatsapp/conversas/{id_}")
        await expect(desk.at("message").last).to_be_visible()
        took.append(time.monotonic() - began)
    assert sorted(took)[2] < OPENS_WITHIN_S, took
    # Only what is looked at stands in the page.
    assert await desk.at("message").count() < 200
    await desk.at("thread").hover()
    for _ in range(40):
        await desk.page.mouse.wheel(0, -3_000)
    await expect(desk.page.get_by_text("Mensagem antiga").first).to_be_visible()
    assert (await desk.seen(), desk.notes.errors) == ([], [])
