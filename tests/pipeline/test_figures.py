"""Are the figures of the desk what somebody who counted everything would say, however much there is?"""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from recado.conversations.store import figures, reading
from recado.conversations.tasks.fold_tallies import fold_tallies
from tests.pipeline.house import House, Organization
from tests.pipeline.wire import Person, somebody

COUNTED = "select state, count(*) from conversations where organization_id = %s group by 1 order by 1"
TALLIED = """
select state, sum(n)::bigint from conversation_tallies where organization_id = %s group by 1 having sum(n) <> 0 order by 1
"""
# Nobody waits for a person in this week, and what is archived stays so.
WALKED = """
select days.at, case when c.archived_at < days.at then 'archived' else 'active' end as state, count(*) as n
from unnest($2::timestamptz[]) as days(at) join conversations c on c.organization_id = $1 and c.opened_at < days.at
group by 1, 2
"""
LINES = """
insert into messages (organization_id, id, conversation_id, channel_id, direction, type, text, author, status, status_rank)
select %(organization)s, (lpad(to_hex((extract(epoch from now()) * 1000)::bigint + n), 12, '0') || repeat('0', 20))::uuid,
       %(conversation)s, %(channel)s, 'in', 'text', %(name)s || n, 'contact', 'received', 20
from generate_series(%(first)s::bigint, %(last)s::bigint) n
"""


async def a_lively_week(house: House, clinic: Organization) -> list[Person]:
    """People write, are handed over, taken and archived, and write again, over some days."""
    people = [somebody() for _ in range(6)]
    for day in range(3):
        for number, who in enumerate(people):
            await clinic.hears(who, f"dia {day}")
            if number % 3 == day:
                await clinic.act(who, "take", {})
            if (number + day) % 2:
                await clinic.act(who, "close", {})
        house.clock.passes(days=1)
    return people


async def test_tallies_are_what_there_is(house: House) -> None:
    clinic, other = await house.organization(), await house.organization()
    await a_lively_week(house, clinic)
    await other.hears(somebody(), "oi")
    counted = await house.rows(COUNTED, clinic.id)
    assert await house.rows(TALLIED, clinic.id) == counted
    assert sum(n for _, n in counted) > 6
    shown = await clinic.api("GET", "/whatsapp-chat/status")
    by_state = dict(counted)
    assert shown["conversas_arquivadas"] == by_state["archived"]
    assert shown["total"] == sum(by_state.values())
    assert (await other.api("GET", "/whatsapp-chat/status"))["total"] == 1


async def test_what_is_only_somebodys_is_counted_for_them_alone(house: House, clinic: Organization) -> None:
    await a_lively_week(house, clinic)
    mine, n = (await house.rows("select assignee_id, count(*) from conversations where organization_id = %s"
                                " and assignee_id is not null group by 1", clinic.id))[0]  # fmt: skip
    async with house.worker.transaction(clinic.id) as tx:
        own = await reading.count_by_state(tx, mine)
        strangers = await reading.count_by_state(tx, clinic.channel)
        everything = await reading.count_by_state(tx, None)
    assert sum(own.values()) == sum(everything.values())
    assert sum(strangers.values()) == sum(everything.values()) - n


async def test_history_is_what_its_moves_say_before_and_after_folding(house: House, clinic: Organization) -> None:
    await a_lively_week(house, clinic)
    now = house.clock()
    ends = [now - timedelta(days=day, minutes=now.minute % 15, seconds=now.second + 1) for day in range(4)]

    async def told() -> tuple[Any, Any]:
        async with house.worker.transaction(clinic.id) as tx:
            walked: dict[Any, dict[str, int]] = {}
            for row in await tx.fetch(WALKED, clinic.id, ends):
                walked.setdefault(row["at"], {})[row["state"]] = row["n"]
            found = await figures.history(tx, ends)
            now_ = await figures.funnel(tx, now)
        states = {
            at: {"active": day.active, "waiting": day.waiting, "archived": day.archived} for at, day in found.items()
        }
        return now_, (states, {at: {"active": 0, "waiting": 0, "archived": 0} | day for at, day in walked.items()})

    before, (by_tallies, by_moves) = await told()
    assert by_tallies == by_moves
    assert len(by_moves) >= 2
    async with house.worker.transaction(clinic.id) as tx:
        fewer = await figures.fold_tallies(tx, now - timedelta(days=9))
    assert fewer > 0
    assert await told() == (before, (by_tallies, by_moves))
    async with house.worker.transaction(clinic.id) as tx:
        await figures.fold_tallies(tx, now + timedelta(days=1))
        assert await figures.funnel(tx, now) == before
    assert len(await house.rows("select from conversation_tallies where organization_id = %s", clinic.id)) <= 6
    assert await fold_tallies(house.worker, clinic.id) == 0, "few rows are left alone"


async def test_an_old_message_that_comes_today_is_not_of_today(house: House, clinic: Organization) -> None:
    ana = somebody()
    await clinic.hears(ana, "oi")
    before = await clinic.api("GET", "/overview")
    zone = ZoneInfo("America/Sao_Paulo")
    yesterday = house.clock().astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0) - timedelta(hours=2)
    await clinic.hears(ana, "de ontem", at=yesterday)
    after = await clinic.api("GET", "/overview")
    assert len(await clinic.thread(ana, text="de ontem")) == 1
    assert after["figures"]["messages_today"] == before["figures"]["messages_today"]
    assert sum(hour["in"] for hour in after["messages_per_hour"]) == sum(
        hour["in"] for hour in before["messages_per_hour"]
    )
    assert after["trends"]["messages_today"]["sparkline"][-2] == before["trends"]["messages_today"]["sparkline"][-2] + 1
    counted = await house.rows("select value from count_desk() where name = 'mensagens_hoje'")
    said = "select count(*) from messages where direction in ('in', 'out') and least(sent_at, created_at) >= %s"
    today = await house.rows(said, yesterday + timedelta(hours=2))
    assert counted[0][0] == today[0][0]


async def test_a_long_chain_of_archived_threads_is_read_page_by_page(house: House, clinic: Organization) -> None:
    ana = somebody()
    ids = []
    for number in range(8):
        await clinic.hears(ana, f"oi {number}")
        ids.append((await clinic.conversation(ana))["id"])
        await clinic.act(ana, "close", {})
    place = {"organization": clinic.id, "channel": clinic.channel}
    for number, (conversation, lines) in enumerate(zip(ids, (3, 0, 7, 1, 0, 12, 2, 4), strict=True)):
        first = 1_000 * (number + 1)
        await house.superuser.execute(LINES, place | {"conversation": conversation, "name": f"c{number}-", "first": first,
                                                      "last": first + lines - 1})  # fmt: skip
    # A note under an archived thread is younger than the thread that follows it.
    await house.superuser.execute(
        LINES, place | {"conversation": ids[2], "name": "late-", "first": 8_500, "last": 8_500}
    )
    of_all = "select id from messages where organization_id = %s and conversation_id = any(%s) order by id"
    expected = [row[0] for row in await house.rows(of_all, clinic.id, ids)]
    for size in (1, 2, 5, 50, 200):
        seen: list[Any] = []
        before = None
        async with house.worker.transaction(clinic.id) as tx:
            while page := await reading.list_messages(tx, ids[-1], before, size):
                assert len(page) == size or page[0]["id"] == expected[0]
                seen = [row["id"] for row in page] + seen
                before = page[0]["id"]
        assert seen == expected, size
