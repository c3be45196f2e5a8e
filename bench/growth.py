"""Does a message cost more when a million are stored than when ten thousand are?

The same load on the same product: measured with 10 thousand messages in the database, then with a million (seeded as SQL, spread
over 50 organizations, 100,000 contacts and their conversations), all limits in the path. Prints both figures and their ratio.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

import asyncpg
import uvloop

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.pipeline import Load, Meter, open_stage, settle
from bench.provider import Provider
from bench.stage import APP_SECRET, PHONE_NUMBER_ID, Stage

ORGANIZATIONS = 50

# Half of everything lies in the organization that is measured, so that its own indexes grow with the rest.
SEED = """
insert into organizations (id, name, slug)
select md5('o' || n)::uuid, 'Org ' || n, 'org-' || n from generate_series(2, $1::int) n on conflict do nothing;
"""
SEED_STEPS = (
    """
create temporary table seed as
select n, case when n % 2 = 0 then $1::uuid else md5('o' || (2 + n % ($3 - 1)))::uuid end as organization_id,
       md5('contact' || $4 || '-' || n)::uuid as contact_id, md5('conversation' || $4 || '-' || n)::uuid as conversation_id
from generate_series(1, $2::int) n
""",
    """
insert into channels (organization_id, id, adapter, name, external_id, secrets, verify_token_hash, state)
select distinct s.organization_id, md5('channel' || s.organization_id)::uuid, 'whatsapp_cloud', 'Outra',
       'x' || md5(s.organization_id::text), ''::bytea, ''::bytea, 'disconnected'
from seed s on conflict do nothing
""",
    "insert into contacts (organization_id, id, given_name) select organization_id, contact_id, 'Pessoa ' || n from seed",
    """
insert into contact_addresses (organization_id, kind, value, match_key, contact_id, evidence)
select organization_id, 'phone', '5521' || $1 || lpad(n::text, 8, '0'), '5521' || $1 || lpad(n::text, 8, '0'), contact_id, 'seed'
from seed
""",
    """
insert into conversations (organization_id, id, channel_id, contact_id, state, last_message_at, last_inbound_at)
select organization_id, conversation_id, md5('channel' || organization_id)::uuid, contact_id,
       case n % 3 when 0 then 'archived' when 1 then 'active' else 'waiting' end,
       now() - n * interval '1 second', now() - n * interval '1 second'
from seed
""",
    """
insert into messages (organization_id, id, conversation_id, channel_id, direction, type, text, author, status, status_rank,
                      provider_id, created_at)
select s.organization_id, gen_random_uuid(), s.conversation_id, md5('channel' || s.organization_id)::uuid,
       case k % 2 when 0 then 'in' else 'out' end, 'text', 'mensagem ' || k || ' da pessoa ' || s.n,
       case k % 2 when 0 then 'contact' else 'flow' end, 'read', 60, 'wamid.' || $1 || '.' || s.n || '.' || k,
       now() - (s.n + k) * interval '1 second'
from seed s cross join generate_series(1, $2::int) k
""",
)


async def grow(stage: Stage, contacts: int, each: int, mark: str) -> None:
    """Add `contacts` people with `each` messages as the database's owner."""
    connection = await asyncpg.connect(stage.server.dsn, command_timeout=1800)
    try:
        await connection.execute("set synchronous_commit = off")
        await connection.execute(SEED.replace("$1::int", str(ORGANIZATIONS)))
        await connection.execute("drop table if exists seed")
        make, *fills = SEED_STEPS
        make = make.replace("$1::uuid", f"'{stage.organization}'::uuid").replace("$2::int", str(contacts))
        await connection.execute(make.replace("$3", str(ORGANIZATIONS)).replace("$4", f"'{mark}'"))
        for fill in fills:
            await connection.execute(fill.replace("$1", f"'{mark}'").replace("$2::int", str(each)))
        await connection.execute("vacuum analyze")
        await connection.execute("checkpoint")
    finally:
        await connection.close()


async def measure(stage: Stage, load: Load, meter: Meter, first: int, messages: int) -> dict[str, Any]:
    """One saturation run: messages a second and CPU seconds per 1,000, the load apart."""
    await load.saturate(first, 1000)
    await settle(stage, load)
    before = meter.cpu()
    load.answered.clear()
    seconds = await load.saturate(first + 100_000, messages)
    await settle(stage, load)
    after = meter.cpu()
    spent = {name: round((after[name] - before[name]) * 1000 / messages, 3) for name in after}
    stored = (await stage.query("select count(*) as n from messages"))[0]["n"]
    return {
        "stored": stored,
        "messages_per_s": round(len(load.answered) / seconds, 1),
        "cpu_s_per_1000": round(sum(spent.values()), 3),
        "by_part": spent,
    }


async def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--messages", type=int, default=5000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    provider = Provider(APP_SECRET, PHONE_NUMBER_ID)
    stage, load, meter = await open_stage(provider, limits=False)
    try:
        await load.saturate(0, 500)
        await grow(stage, 1000, 9, "9")
        small = [
            await measure(stage, load, meter, 10_000_000 * (n + 1), options.messages) for n in range(options.rounds)
        ]
        await grow(stage, 100_000, 10, "8")
        large = [
            await measure(stage, load, meter, 10_000_000 * (n + 51), options.messages) for n in range(options.rounds)
        ]
    finally:
        stage.close()
        await provider.close()
    best = [min(runs, key=lambda run: run["cpu_s_per_1000"]) for runs in (small, large)]
    ratio = best[1]["cpu_s_per_1000"] / best[0]["cpu_s_per_1000"]
    result = {"small": best[0], "large": best[1], "all": [*small, *large], "cpu_ratio": round(ratio, 3)}
    sys.stdout.write(json.dumps(result) + "\n")


if __name__ == "__main__":
    uvloop.run(main())
