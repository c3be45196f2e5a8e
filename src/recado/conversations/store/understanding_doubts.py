"""How is kept what was not surely understood, and how often what was read?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import msgspec

from recado.conversations.understanding_models import Labelled, Ranked
from recado.foundation.database import Row, Transaction
from recado.foundation.identifiers import new_ids


@dataclass(frozen=True, slots=True)
class Doubt:
    """A message worth a person's look: its normal form, its text without what tells of whom, the likeliest labels, and how
    often it was said."""

    normal: str
    text: str
    message: UUID
    conversation: UUID
    ranked: tuple[Ranked, ...]
    times: int


# Only text of customers; a reaction or a caption of a file says something else.
TEXTS = """
select id, conversation_id, text, coalesce(sent_at, created_at) as at from messages
where organization_id = $1 and id = any($2) and direction = 'in' and type = 'text' and text <> ''
"""


async def texts(tx: Transaction, messages: Sequence[UUID]) -> list[Row]:
    """Return what customers wrote in these messages."""
    return await tx.fetch(TEXTS, tx.organization_id, messages)


# What was skipped or labelled stays so; it is only counted.
KEEP_DOUBTS = """
insert into understanding_doubts (organization_id, id, normal, text, message_id, conversation_id, ranked, times)
select $1, n.* from unnest($2::uuid[], $3::text[], $4::text[], $5::uuid[], $6::uuid[], $7::jsonb[], $8::int[]) as n
on conflict (organization_id, normal) do update
set times = understanding_doubts.times + excluded.times, last_at = now()
"""
# Beyond its bound a state loses what was said least often, and of that the oldest.
BOUND_DOUBTS = """
delete from understanding_doubts where organization_id = $1 and id = any(array(
    select id from understanding_doubts where organization_id = $1 and state = $2
    order by times desc, id desc offset $3 limit 1000))
"""


async def keep(tx: Transaction, doubts: Sequence[Doubt], *, most_open: int, most_decided: int) -> None:
    """Keep doubts, each of another normal form, and let go of what there is too much of."""
    if not doubts:
        return
    ordered = sorted(doubts, key=lambda one: one.normal)  # two workers meet in one order
    await tx.execute(
        KEEP_DOUBTS, tx.organization_id, new_ids(len(ordered)), [one.normal for one in ordered],
        [one.text for one in ordered], [one.message for one in ordered], [one.conversation for one in ordered],
        [msgspec.json.encode(one.ranked).decode() for one in ordered], [one.times for one in ordered],
    )  # fmt: skip
    for state, most in (("open", most_open), ("skipped", most_decided)):
        await tx.execute(BOUND_DOUBTS, tx.organization_id, state, most)


_SHOWN = "d.id, d.text, d.times, d.state, d.label, d.ranked::text as ranked, d.conversation_id, d.last_at, d.decided_at"
LIST_DOUBTS = f"""
select {_SHOWN} from understanding_doubts d
where d.organization_id = $1 and d.state = $2 and ($3::integer is null or (d.times, d.id) < ($3, $4::uuid))
order by d.times desc, d.id desc limit $5
"""


async def page(tx: Transaction, state: str, after: tuple[int, UUID] | None, limit: int) -> list[Row]:
    """Return doubts in a state, those said most often first, after one of them."""
    return await tx.fetch(LIST_DOUBTS, tx.organization_id, state, *(after or (None, None)), limit)


COUNT_DOUBTS = "select state, count(*) as n from understanding_doubts where organization_id = $1 group by state"


async def count(tx: Transaction) -> Counter[str]:
    """Return how many doubts there are by state."""
    return Counter({row["state"]: row["n"] for row in await tx.fetch(COUNT_DOUBTS, tx.organization_id)})


LOCK_DOUBT = f"select {_SHOWN} from understanding_doubts d where d.organization_id = $1 and d.id = $2 for update"


async def lock(tx: Transaction, id_: UUID) -> Row | None:
    """Lock and return one."""
    return await tx.fetchrow(LOCK_DOUBT, tx.organization_id, id_)


DECIDE = """
update understanding_doubts
set state = $3, label = $4, decided_by = $5, decided_at = case when $3 = 'open' then null else now() end
where organization_id = $1 and id = $2
"""


async def decide(tx: Transaction, id_: UUID, state: str, label: str, by: UUID | None) -> None:
    """Write down what a person said of one."""
    await tx.execute(DECIDE, tx.organization_id, id_, state, label, by)


LABELLED = """
select id, text, label from understanding_doubts where organization_id = $1 and state = 'labelled' order by id limit 10000
"""


async def labelled(tx: Transaction) -> list[Labelled]:
    """Return every labelled message, the oldest first."""
    return [Labelled(str(row["id"]), row["text"], row["label"]) for row in await tx.fetch(LABELLED, tx.organization_id)]


COUNT_READ = """
insert into understanding_tallies (organization_id, day, label, n, doubted)
select $1, * from unnest($2::date[], $3::text[], $4::int[], $5::int[])
on conflict (organization_id, day, label) do update
set n = understanding_tallies.n + excluded.n, doubted = understanding_tallies.doubted + excluded.doubted
"""


async def count_read(tx: Transaction, read: Sequence[tuple[date, str, bool]]) -> None:
    """Count messages by day, label, and whether they were doubted."""
    every = Counter((day, label) for day, label, _ in read)
    doubted = Counter((day, label) for day, label, doubt in read if doubt)
    if every:
        places = sorted(every)
        await tx.execute(
            COUNT_READ, tx.organization_id, [day for day, _ in places], [label for _, label in places],
            [every[one] for one in places], [doubted[one] for one in places],
        )  # fmt: skip


TALLIES = """
select day, label, n, doubted from understanding_tallies where organization_id = $1 and day >= $2 and day <= $3
order by day, label
"""


async def tallies(tx: Transaction, first: date, last: date) -> list[Row]:
    """Return what was read on each of these days."""
    return await tx.fetch(TALLIES, tx.organization_id, first, last)
