"""Does a listener behind a cursor see every fact once, and does waking cost writers nothing? (architecture 3.6, 3.7)"""

from __future__ import annotations

import ast
import asyncio
import random
from pathlib import Path

import asyncpg

from recado.foundation import facts
from recado.foundation.facts import Cursor, Fact
from tests.pipeline.house import House, Organization
from tests.pipeline.wire import somebody

SOURCE = Path(__file__).resolve().parents[2] / "src" / "recado"


async def read(house: House, clinic: Organization, cursor: Cursor, *, only: str = "test.") -> tuple[Cursor, list[str]]:
    """Everything after the cursor that a test wrote (or `only`), and the cursor behind it.

    What was told before the test may come late: the oldest transaction of the whole server holds it back.
    """
    names = []
    async with house.worker.transaction(clinic.id) as tx:
        while rows := await facts.read_after(tx, cursor, 7):
            cursor = rows[-1][0]
            names += [fact.name for _, fact in rows if fact.name.startswith(only)]
    return cursor, names


async def read_all(house: House, clinic: Organization, cursor: Cursor, wanted: int) -> tuple[Cursor, list[str]]:
    """As `read`, until so many came: a transaction that still runs in any database of the server holds them back."""
    names: list[str] = []
    async with asyncio.timeout(20):
        while len(names) < wanted:
            cursor, more = await read(house, clinic, cursor)
            names += more
            await asyncio.sleep(0.01)
    return cursor, names


async def test_a_fact_behind_a_running_transaction_waits_for_it(house: House, clinic: Organization) -> None:
    """The younger transaction commits first; a cursor that read it would never see the older one's."""
    cursor, _ = await read(house, clinic, Cursor())
    async with house.worker.transaction(clinic.id) as older:
        await facts.publish(older, [Fact("test.older")])
        async with house.worker.transaction(clinic.id) as younger:
            await facts.publish(younger, [Fact("test.younger")])
        cursor, seen = await read(house, clinic, cursor)
        assert seen == []
    cursor, seen = await read_all(house, clinic, cursor, 2)
    assert seen == ["test.older", "test.younger"]
    assert (await read(house, clinic, cursor))[1] == []


async def test_a_cursor_loses_nothing_under_concurrent_writers(house: House, clinic: Organization) -> None:
    draw = random.Random(5)  # noqa: S311 - a test must draw alike each time
    written: set[str] = set()
    cursor, seen = (await read(house, clinic, Cursor()))[0], list[str]()

    async def write(writer: int) -> None:
        for number in range(30):
            names = [f"test.w{writer}_{number}_{part}" for part in range(draw.randint(1, 3))]
            async with house.worker_app().transaction(clinic.id) as tx:
                await facts.publish(tx, [Fact(name) for name in names])
                await asyncio.sleep(draw.choice((0, 0, 0.001, 0.01)))
            written.update(names)

    writers = asyncio.gather(*(write(writer) for writer in range(5)))
    while not writers.done():
        cursor, found = await read(house, clinic, cursor)
        seen += found
        await asyncio.sleep(0)
    await writers
    seen += (await read_all(house, clinic, cursor, len(written) - len(seen)))[1]
    assert len(seen) == len(set(seen))
    assert set(seen) == written


async def test_what_happens_is_told_in_facts_with_ids_only(house: House, clinic: Organization) -> None:
    ana = somebody("Nome Secreto")
    cursor, _ = await read(house, clinic, Cursor())
    await clinic.hears(ana, "texto secreto")
    last = "conversations.message_status_changed"
    seen: list[str] = []
    async with asyncio.timeout(20):
        while seen.count(last) < 2:
            cursor, more = await read(house, clinic, cursor, only="")
            seen += more
            await asyncio.sleep(0.01)
    assert seen.count("conversations.message_received") == 1
    assert seen.count("conversations.message_queued") == 2
    assert seen.count("conversations.conversation_opened") == 1
    told = await house.rows("select string_agg(data::text, ' ') from facts where organization_id = %s", clinic.id)
    assert "ecreto" not in told[0][0]
    assert ana.phone not in told[0][0]


async def test_only_the_connection_of_its_own_notifies(house: House, clinic: Organization) -> None:
    """Every wake that a message causes comes from a session that writes nothing."""
    pids: set[int] = set()
    listener = await asyncpg.connect(house.clone.owner_dsn)
    try:
        await listener.add_listener("recado", lambda _c, pid, _ch, _p: pids.add(pid))
        await clinic.hears(somebody(), "oi")
        async with asyncio.timeout(5):
            while not pids:
                await asyncio.sleep(0.01)
        own = await house.rows("select pid from pg_stat_activity where application_name = 'tests-wakes'")
        assert pids <= {pid for (pid,) in own}
    finally:
        await listener.close()


async def test_no_trigger_and_no_function_notifies(house: House) -> None:
    found = await house.rows(
        "select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace"
        " where n.nspname = 'public' and p.prosrc ~* 'notify'"
    )
    assert found == []


def test_one_file_alone_sends_a_notify() -> None:
    """SQL that notifies stands where its connection is: in `foundation/live.py`, and nowhere a transaction is."""
    sending = {
        str(path.relative_to(SOURCE))
        for path in SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and "pg_notify(" in node.value.lower()
    }
    assert sending == {"foundation/live.py"}
