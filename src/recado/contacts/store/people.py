"""How are contacts and their addresses kept?"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

import msgspec

from recado.contacts.models import Address, Contact, ContactId, NewTag
from recado.foundation.database import Row, Transaction

# An import, or a release before strangers were locked, may have made two people of one number, in its two forms: the older
# one, who comes last, is meant.
FIND_BY_KEYS = """
select a.kind, a.value, a.match_key, a.last_seen_at < now() - interval '1 hour' as is_stale,
       c.id, c.name, c.given_name, c.opted_out_at, c.marketing_stopped_at, c.fields
from unnest($2::text[], $3::text[]) as wanted(kind, match_key)
join contact_addresses a on a.organization_id = $1 and a.kind = wanted.kind and a.match_key = wanted.match_key
join contacts c on c.organization_id = a.organization_id and c.id = a.contact_id
order by c.id desc
"""


async def find_by_keys(tx: Transaction, keys: Collection[tuple[str, str]]) -> list[tuple[Address, Contact]]:
    """Return every stored address that one of `keys` (kind, match key) fits, with its contact."""
    kinds, matches = [kind for kind, _ in keys], [key for _, key in keys]
    rows = await tx.fetch(FIND_BY_KEYS, tx.organization_id, kinds, matches)
    return [
        (Address(row["kind"], row["value"], row["match_key"], row["id"], "", row["is_stale"]), contact_of(row))
        for row in rows
    ]


# A key has many rows, one for each spelling, so no unique index can stand for it. Sorted: two that share several strangers
# wait for each other in one order.
LOCK_KEYS = """
select pg_advisory_xact_lock(s.key) from (
    select distinct hashtextextended($1::text || k.kind || ':' || k.match_key, 0) as key
    from unnest($2::text[], $3::text[]) as k(kind, match_key) order by 1
) s
"""


async def lock_keys(tx: Transaction, keys: Collection[tuple[str, str]]) -> None:
    """Wait until no other transaction is making a person of one of `keys` (kind, match key); it lasts as long as this one."""
    kinds, matches = [kind for kind, _ in keys], [key for _, key in keys]
    await tx.execute(LOCK_KEYS, str(tx.organization_id), kinds, matches)


READ_CONTACTS = """
select id, name, given_name, opted_out_at, marketing_stopped_at, fields from contacts
where organization_id = $1 and id = any($2)
"""


async def read(tx: Transaction, ids: Collection[ContactId]) -> list[Contact]:
    """Return contacts by id."""
    return [contact_of(row) for row in await tx.fetch(READ_CONTACTS, tx.organization_id, list(ids))]


INSERT_CONTACTS = """
insert into contacts (organization_id, id, given_name) select $1, * from unnest($2::uuid[], $3::text[])
"""


async def insert_contacts(tx: Transaction, contacts: Sequence[Contact]) -> None:
    """Store new contacts."""
    if contacts:
        ids, names = [one.id for one in contacts], [one.given_name for one in contacts]
        await tx.execute(INSERT_CONTACTS, tx.organization_id, ids, names)


# No `on conflict`: if another transaction taught the same address meanwhile, this one must look again, not go on.
INSERT_ADDRESSES = """
insert into contact_addresses (organization_id, kind, value, match_key, contact_id, evidence)
select $1, * from unnest($2::text[], $3::text[], $4::text[], $5::uuid[], $6::text[])
"""


async def insert_addresses(tx: Transaction, addresses: Sequence[Address]) -> None:
    """Store new addresses."""
    if addresses:
        await tx.execute(
            INSERT_ADDRESSES,
            tx.organization_id,
            [one.kind for one in addresses],
            [one.value for one in addresses],
            [one.match_key for one in addresses],
            [one.contact for one in addresses],
            [one.evidence for one in addresses],
        )


# Once an hour is often enough to know when somebody was last seen; whoever else writes the row at the moment knows it too.
TOUCH_ADDRESSES = """
update contact_addresses a set last_seen_at = now(), source = 'channel' from (
    select o.kind, o.value from contact_addresses o
    join unnest($2::text[], $3::text[]) as seen(kind, value) on o.kind = seen.kind and o.value = seen.value
    where o.organization_id = $1 order by o.kind, o.value for no key update of o skip locked
) s where a.organization_id = $1 and a.kind = s.kind and a.value = s.value
"""


async def touch_addresses(tx: Transaction, addresses: Sequence[tuple[str, str]]) -> None:
    """Write down that these (kind, value) were seen just now, on a channel."""
    if addresses:
        await tx.execute(
            TOUCH_ADDRESSES, tx.organization_id, [one[0] for one in addresses], [one[1] for one in addresses]
        )


UPDATE_GIVEN_NAMES = """
update contacts set given_name = seen.name from unnest($2::uuid[], $3::text[]) as seen(id, name)
where contacts.organization_id = $1 and contacts.id = seen.id
"""


async def update_given_names(tx: Transaction, names: Sequence[tuple[ContactId, str]]) -> None:
    """Remember the names people go by now."""
    if names:
        await tx.execute(UPDATE_GIVEN_NAMES, tx.organization_id, [id_ for id_, _ in names], [name for _, name in names])


SET_OPTED_OUT = "update contacts set opted_out_at = $3 where organization_id = $1 and id = any($2)"


async def set_opted_out(tx: Transaction, ids: Sequence[ContactId], at: datetime | None) -> None:
    """Mark contacts as opted out since `at`, or as back with None."""
    await tx.execute(SET_OPTED_OUT, tx.organization_id, ids, at)


STOP_MARKETING = """
update contacts set marketing_stopped_at = greatest(marketing_stopped_at, $3) where organization_id = $1 and id = $2
"""


async def stop_marketing(tx: Transaction, id_: ContactId, at: datetime) -> None:
    """Mark a contact as wanting no marketing since `at`."""
    await tx.execute(STOP_MARKETING, tx.organization_id, id_, at)


RESUME_MARKETING = """
update contacts set marketing_stopped_at = null where organization_id = $1 and id = $2 and marketing_stopped_at < $3
"""


async def resume_marketing(tx: Transaction, id_: ContactId, at: datetime) -> None:
    """Mark a contact as willing again, unless it refused later than `at`."""
    await tx.execute(RESUME_MARKETING, tx.organization_id, id_, at)


MERGE_FIELDS = """
update contacts set name = coalesce(learned.fields ->> 'name', contacts.name),
                    fields = contacts.fields || (learned.fields - 'name')
from unnest($2::uuid[], $3::jsonb[]) as learned(id, fields)
where contacts.organization_id = $1 and contacts.id = learned.id
"""


async def merge_fields(tx: Transaction, learned: Sequence[tuple[ContactId, dict[str, Any]]]) -> None:
    """Put values into custom fields; `name` goes to the contact's own name."""
    if learned:
        encoded = [msgspec.json.encode(fields).decode() for _, fields in learned]
        await tx.execute(MERGE_FIELDS, tx.organization_id, [id_ for id_, _ in learned], encoded)


INSERT_TAGS = """
insert into tags (organization_id, id, name, key) select $1, * from unnest($2::uuid[], $3::text[], $4::text[])
on conflict (organization_id, key) do nothing
"""

# Sorted by key: two turns that put the same tags on two people wait for each other in one order.
TAG = """
insert into contact_tags (organization_id, contact_id, tag_id)
select $1, n.contact_id, t.id from unnest($2::uuid[], $3::text[]) as n(contact_id, key)
join tags t on t.organization_id = $1 and t.key = n.key order by t.id, n.contact_id
on conflict do nothing
"""

UNTAG = """
delete from contact_tags c using unnest($2::uuid[], $3::text[]) as n(contact_id, key), tags t
where c.organization_id = $1 and c.contact_id = n.contact_id and t.organization_id = $1 and t.key = n.key and c.tag_id = t.id
"""


async def tag(tx: Transaction, tags: Sequence[NewTag], contacts: Sequence[tuple[ContactId, str]]) -> None:
    """Put tags on contacts, given as (contact, key); `tags` are made where they do not exist yet."""
    if not contacts:
        return
    await tx.execute(
        INSERT_TAGS, tx.organization_id, [one.id for one in tags], [one.name for one in tags], [one.key for one in tags]
    )  # fmt: skip
    await tx.execute(TAG, tx.organization_id, [one[0] for one in contacts], [one[1] for one in contacts])


async def untag(tx: Transaction, contacts: Sequence[tuple[ContactId, str]]) -> None:
    """Take tags off contacts, given as (contact, key)."""
    if contacts:
        await tx.execute(UNTAG, tx.organization_id, [one[0] for one in contacts], [one[1] for one in contacts])


LIST_TAGS_OF = """
select c.contact_id, t.name from contact_tags c join tags t on t.organization_id = c.organization_id and t.id = c.tag_id
where c.organization_id = $1 and c.contact_id = any($2) order by c.contact_id, t.key
"""


async def tags_of(tx: Transaction, ids: Collection[ContactId]) -> list[tuple[ContactId, str]]:
    """Return (contact, name of a tag) for these contacts, in the order of names."""
    return [(row["contact_id"], row["name"]) for row in await tx.fetch(LIST_TAGS_OF, tx.organization_id, list(ids))]


def contact_of(row: Row) -> Contact:
    """Return the contact of a row with its columns."""
    fields = msgspec.json.decode(row["fields"]) if row["fields"] != "{}" else {}
    return Contact(
        row["id"], row["name"], row["given_name"], row["opted_out_at"], row["marketing_stopped_at"], fields
    )  # fmt: skip
