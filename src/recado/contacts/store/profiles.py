"""How are people listed, searched, read and changed?"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any
from uuid import UUID

import msgspec

from recado.contacts.models import Contact, ContactId, Group, Person
from recado.contacts.store import choosing
from recado.contacts.store.people import contact_of
from recado.foundation.database import Row, Transaction

_SHOWN = """
c.id, c.name, c.given_name, c.opted_out_at, c.marketing_stopped_at, c.fields, c.created_at, c.source, c.merged_into,
(select array_agg(t.name order by t.key) from contact_tags l join tags t on t.organization_id = $1 and t.id = l.tag_id
 where l.organization_id = $1 and l.contact_id = c.id) as tags,
(select a.value from contact_addresses a where a.organization_id = $1 and a.contact_id = c.id and a.kind = 'phone'
 order by a.source = 'channel' desc, a.last_seen_at desc limit 1) as phone
"""

LIST_PEOPLE = f"""
with page as (
    select * from contacts c where c.organization_id = $1 and c.merged_into is null and ($2::uuid is null or c.id < $2)
    order by c.id desc limit $3
)
select {_SHOWN} from page c order by c.id desc
"""

# Each word but the last as it is, the last one as the beginning of a word.
SEARCH_PEOPLE = f"""
with found as (
    select w.contact_id from unnest($4::text[], $5::text[]) as said(least, most)
    join contact_words w on w.organization_id = $1 and w.word >= said.least and w.word < said.most
    group by w.contact_id having count(distinct said.least) = cardinality($4::text[])
    union
    select a.contact_id from unnest($6::text[], $7::text[]) as k(kind, key)
    join contact_addresses a on a.organization_id = $1 and a.kind = k.kind and a.match_key = k.key
), page as (
    select c.* from found join contacts c on c.organization_id = $1 and c.id = found.contact_id
    where c.merged_into is null and ($2::uuid is null or c.id < $2) order by c.id desc limit $3
)
select {_SHOWN} from page c order by c.id desc
"""


async def list_people(tx: Transaction, before: UUID | None, limit: int) -> list[Person]:
    """Return people, the newest first."""
    return [_person(row) for row in await tx.fetch(LIST_PEOPLE, tx.organization_id, before, limit)]


async def search(
    tx: Transaction, said: Sequence[str], keys: Sequence[tuple[str, str]], before: UUID | None, limit: int
) -> list[Person]:
    """Return people in whose name all of `said` stands, or who have one of the addresses `keys` (kind, match key)."""
    most = [word + "\x01" for word in said[:-1]] + [word + "\U0010ffff" for word in said[-1:]]
    rows = await tx.fetch(
        SEARCH_PEOPLE,
        tx.organization_id,
        before,
        limit,
        list(said),
        most,
        [one[0] for one in keys],
        [one[1] for one in keys],
    )
    return [_person(row) for row in rows]


async def choose(tx: Transaction, group: Group, blind: choosing.Blind, before: UUID | None, limit: int) -> list[Person]:
    """Return people whom a filter fits, the newest first."""
    bound = choosing.Bound(blind, [tx.organization_id])
    where = choosing.where(group, bound)
    query = f"""
with page as (
    select c.* from contacts c where c.organization_id = $1 and c.merged_into is null and ({where})
      and ({bound.add(before)}::uuid is null or c.id < ${len(bound.values)}) order by c.id desc limit {bound.add(limit)}::int
)
select {_SHOWN} from page c order by c.id desc
"""
    return [_person(row) for row in await tx.fetch(query, *bound.values)]


async def count(tx: Transaction, group: Group, blind: choosing.Blind) -> int:
    """Return how many people a filter fits."""
    bound = choosing.Bound(blind, [tx.organization_id])
    where = choosing.where(group, bound)
    query = f"select count(*) from contacts c where c.organization_id = $1 and c.merged_into is null and ({where})"
    found: int = await tx.fetchval(query, *bound.values)
    return found


READ_PEOPLE = f"select {_SHOWN} from contacts c where c.organization_id = $1 and c.id = any($2)"


async def read(tx: Transaction, ids: Collection[ContactId]) -> dict[ContactId, Person]:
    """Return people by id, those who were merged too."""
    rows = await tx.fetch(READ_PEOPLE, tx.organization_id, list(ids))
    return {row["id"]: _person(row) for row in rows}


READ_ADDRESSES = """
select contact_id, kind, value, sealed, source, evidence, first_seen_at, last_seen_at from contact_addresses
where organization_id = $1 and contact_id = any($2) order by contact_id, kind, first_seen_at, value
"""


async def addresses(tx: Transaction, ids: Collection[ContactId]) -> list[Row]:
    """Return the addresses of people as they lie."""
    return await tx.fetch(READ_ADDRESSES, tx.organization_id, list(ids))


FIND_OWNERS = """
select a.kind, a.match_key, a.contact_id from unnest($2::text[], $3::text[]) as k(kind, key)
join contact_addresses a on a.organization_id = $1 and a.kind = k.kind and a.match_key = k.key order by a.contact_id desc
"""


async def owners(tx: Transaction, keys: Collection[tuple[str, str]]) -> dict[tuple[str, str], ContactId]:
    """Return who has each address (kind, match key); the oldest of several."""
    rows = await tx.fetch(FIND_OWNERS, tx.organization_id, [one[0] for one in keys], [one[1] for one in keys])
    return {(row["kind"], row["match_key"]): row["contact_id"] for row in rows}


INSERT_PERSON = "insert into contacts (organization_id, id, name, source, fields) values ($1, $2, $3, $4, $5::jsonb)"


async def insert(tx: Transaction, id_: ContactId, name: str, source: str, fields: Mapping[str, Any]) -> None:
    """Store a new person."""
    await tx.execute(INSERT_PERSON, tx.organization_id, id_, name, source, msgspec.json.encode(fields).decode())


# One that is another's already stays theirs; the same one again tells nothing new.
INSERT_ADDRESS = """
insert into contact_addresses (organization_id, kind, value, match_key, contact_id, evidence, source, sealed)
values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (organization_id, kind, value) do nothing
"""


async def insert_address(
    tx: Transaction,
    contact: ContactId,
    *,
    kind: str,
    value: str,
    match_key: str,
    evidence: str,
    source: str,
    sealed: bytes | None,
) -> bool:
    """Store an address of a person; False where somebody has it already."""
    done = await tx.execute(
        INSERT_ADDRESS, tx.organization_id, kind, value, match_key, contact, evidence, source, sealed
    )  # fmt: skip
    return done.endswith("1")


REMOVE_ADDRESS = """
delete from contact_addresses where organization_id = $1 and contact_id = $2 and kind = $3 and value = $4
"""


async def remove_address(tx: Transaction, contact: ContactId, kind: str, value: str) -> bool:
    """Forget an address of a person; False where they do not have it."""
    return (await tx.execute(REMOVE_ADDRESS, tx.organization_id, contact, kind, value)).endswith("1")


# One statement, so that two who change different fields of one person both win.
CHANGE_PERSON = """
update contacts set name = coalesce($3, name), fields = (fields || $4::jsonb) - $5::text[]
where organization_id = $1 and id = $2 and merged_into is null
"""


async def change(
    tx: Transaction, id_: ContactId, name: str | None, fields: Mapping[str, Any], cleared: Sequence[str]
) -> bool:
    """Set the name (None: as it is) and some fields, and clear others; False where there is nobody."""
    encoded = msgspec.json.encode(fields).decode()
    return (await tx.execute(CHANGE_PERSON, tx.organization_id, id_, name, encoded, cleared)).endswith("1")


LIST_TAGS = """
select t.id, t.name, t.key, (select count(*) from contact_tags c where c.organization_id = $1 and c.tag_id = t.id) as people
from tags t where t.organization_id = $1 order by t.key limit 500
"""


async def list_tags(tx: Transaction) -> list[Row]:
    """Return every tag with how many people have it."""
    return await tx.fetch(LIST_TAGS, tx.organization_id)


def _person(row: Row) -> Person:
    contact: Contact = contact_of(row)
    return Person(
        contact=contact, created_at=row["created_at"], source=row["source"], phone=row["phone"] or "",
        tags=tuple(row["tags"] or ()), merged_into=row["merged_into"],
    )  # fmt: skip
