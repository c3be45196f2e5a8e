"""How are proposed merges, merges and each of their moves kept?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from recado.contacts.models import Contact, ContactId, Merge, Moved, Proposal
from recado.contacts.store.people import contact_of
from recado.foundation.database import Row, Transaction

# Nobody is proposed whose row is gone already.
INSERT_PROPOSAL = """
insert into contact_proposals (organization_id, id, first_id, second_id, state, evidence)
select $1, $2, $3, $4, 'open', $5::jsonb
where not exists (select from contacts where organization_id = $1 and id in ($3, $4) and merged_into is not null)
on conflict (organization_id, first_id, second_id) do nothing
"""


async def insert_proposal(
    tx: Transaction, id_: UUID, first: ContactId, second: ContactId, evidence: Mapping[str, Any]
) -> bool:
    """Store a proposal of a pair; False where the pair has one already."""
    encoded = msgspec.json.encode(evidence).decode()
    return (await tx.execute(INSERT_PROPOSAL, tx.organization_id, id_, first, second, encoded)).endswith("1")


_PROPOSAL = "p.id, p.first_id, p.second_id, p.state, p.evidence, p.created_at"

LIST_PROPOSALS = f"""
select {_PROPOSAL} from contact_proposals p
join contacts a on a.organization_id = p.organization_id and a.id = p.first_id and a.merged_into is null
join contacts b on b.organization_id = p.organization_id and b.id = p.second_id and b.merged_into is null
where p.organization_id = $1 and p.state = 'open' and ($2::uuid is null or p.id < $2) order by p.id desc limit $3
"""


async def list_proposals(tx: Transaction, before: UUID | None, limit: int) -> list[Proposal]:
    """Return open proposals, the newest first."""
    return [_proposal(row) for row in await tx.fetch(LIST_PROPOSALS, tx.organization_id, before, limit)]


PROPOSALS_OF = f"""
select {_PROPOSAL} from contact_proposals p
join contacts a on a.organization_id = p.organization_id and a.id = p.first_id and a.merged_into is null
join contacts b on b.organization_id = p.organization_id and b.id = p.second_id and b.merged_into is null
where p.organization_id = $1 and p.state = 'open' and (p.first_id = $2 or p.second_id = $2) order by p.id desc limit 20
"""


async def proposals_of(tx: Transaction, contact: ContactId) -> list[Proposal]:
    """Return the open proposals that a person is in."""
    return [_proposal(row) for row in await tx.fetch(PROPOSALS_OF, tx.organization_id, contact)]


LOCK_PROPOSAL = f"select {_PROPOSAL} from contact_proposals p where p.organization_id = $1 and p.id = $2 for update"


async def lock_proposal(tx: Transaction, id_: UUID) -> Proposal | None:
    """Lock and return a proposal."""
    row = await tx.fetchrow(LOCK_PROPOSAL, tx.organization_id, id_)
    return _proposal(row) if row else None


DECIDE = "update contact_proposals set state = $3, decided_at = $4 where organization_id = $1 and id = $2"


async def decide(tx: Transaction, id_: UUID, state: str, at: datetime) -> None:
    """Write down what came of a proposal."""
    await tx.execute(DECIDE, tx.organization_id, id_, state, at)


SETTLE_PAIR = """
insert into contact_proposals (organization_id, id, first_id, second_id, state, evidence, decided_at)
values ($1, $2, $3, $4, $5, $6::jsonb, $7)
on conflict (organization_id, first_id, second_id) do update set state = excluded.state, decided_at = excluded.decided_at
"""


async def settle_pair(
    tx: Transaction,
    id_: UUID,
    first: ContactId,
    second: ContactId,
    state: str,
    evidence: Mapping[str, Any],
    at: datetime,
) -> None:
    """Write down what came of a pair, whether it had been proposed or not."""
    encoded = msgspec.json.encode(evidence).decode()
    await tx.execute(SETTLE_PAIR, tx.organization_id, id_, first, second, state, encoded, at)


# Sorted, so that two merges of the same people wait for each other in one order. The strong lock makes a turn that is about to
# open a conversation for one of them wait at its foreign key.
LOCK_PEOPLE = """
select id, name, given_name, opted_out_at, marketing_stopped_at, fields, merged_into from contacts
where organization_id = $1 and id = any($2) order by id for update
"""


async def lock_people(tx: Transaction, ids: Sequence[ContactId]) -> dict[ContactId, tuple[Contact, ContactId | None]]:
    """Lock people; return each with who stands for them now."""
    rows = await tx.fetch(LOCK_PEOPLE, tx.organization_id, list(ids))
    return {row["id"]: (contact_of(row), row["merged_into"]) for row in rows}


WRITE_PERSON = """
update contacts set name = $3, fields = $4::jsonb, opted_out_at = $5, marketing_stopped_at = $6, merged_into = $7
where organization_id = $1 and id = $2
"""


async def write_person(tx: Transaction, one: Contact, merged_into: ContactId | None) -> None:
    """Store what a merge makes of a person."""
    await tx.execute(
        WRITE_PERSON, tx.organization_id, one.id, one.name, msgspec.json.encode(one.fields).decode(), one.opted_out_at,
        one.marketing_stopped_at, merged_into,
    )  # fmt: skip


MOVE_ADDRESSES = """
update contact_addresses set contact_id = $3 where organization_id = $1 and contact_id = $2 returning kind, value
"""


async def move_addresses(tx: Transaction, gone: ContactId, kept: ContactId) -> list[Moved]:
    """Give every address of `gone` to `kept`."""
    rows = await tx.fetch(MOVE_ADDRESSES, tx.organization_id, gone, kept)
    return [Moved("address", f"{row['kind']}:{row['value']}") for row in rows]


RETURN_ADDRESSES = """
update contact_addresses a set contact_id = $3 from unnest($4::text[], $5::text[]) as n(kind, value)
where a.organization_id = $1 and a.contact_id = $2 and a.kind = n.kind and a.value = n.value
"""


async def return_addresses(tx: Transaction, moved: Sequence[Moved], *, kept: ContactId, gone: ContactId) -> None:
    """Give addresses back to `gone` that `kept` still has."""
    pairs = [one.reference.partition(":") for one in moved]
    await tx.execute(
        RETURN_ADDRESSES, tx.organization_id, kept, gone, [pair[0] for pair in pairs], [pair[2] for pair in pairs]
    )


# The tags of who is gone stay where they are; the one who stays gets those they did not have.
COPY_TAGS = """
insert into contact_tags (organization_id, contact_id, tag_id)
select organization_id, $3, tag_id from contact_tags where organization_id = $1 and contact_id = $2
on conflict do nothing returning tag_id
"""


async def copy_tags(tx: Transaction, gone: ContactId, kept: ContactId) -> list[Moved]:
    """Give `kept` the tags of `gone`; return those that are new there."""
    return [Moved("tag", str(row["tag_id"])) for row in await tx.fetch(COPY_TAGS, tx.organization_id, gone, kept)]


DROP_TAGS = "delete from contact_tags where organization_id = $1 and contact_id = $2 and tag_id = any($3)"


async def drop_tags(tx: Transaction, moved: Sequence[Moved], *, kept: ContactId) -> None:
    """Take tags off again."""
    await tx.execute(DROP_TAGS, tx.organization_id, kept, [UUID(one.reference) for one in moved])


MOVE_NOTES = "update contact_notes set contact_id = $3 where organization_id = $1 and contact_id = $2 returning id"


async def move_notes(tx: Transaction, gone: ContactId, kept: ContactId) -> list[Moved]:
    """Give every note of `gone` to `kept`."""
    return [Moved("note", str(row["id"])) for row in await tx.fetch(MOVE_NOTES, tx.organization_id, gone, kept)]


RETURN_NOTES = """
update contact_notes set contact_id = $3 where organization_id = $1 and contact_id = $2 and id = any($4)
"""


async def return_notes(tx: Transaction, moved: Sequence[Moved], *, kept: ContactId, gone: ContactId) -> None:
    """Give notes back to `gone`."""
    await tx.execute(RETURN_NOTES, tx.organization_id, kept, gone, [UUID(one.reference) for one in moved])


INSERT_MERGE = """
insert into contact_merges (organization_id, id, kept_id, gone_id, proposal_id, state, evidence, actor_name, at)
values ($1, $2, $3, $4, $5, 'done', $6::jsonb, $7, $8)
"""


async def insert_merge(tx: Transaction, merge: Merge, evidence: Mapping[str, Any]) -> None:
    """Store a merge."""
    await tx.execute(
        INSERT_MERGE, tx.organization_id, merge.id, merge.kept, merge.gone, merge.proposal,
        msgspec.json.encode(evidence).decode(), merge.actor_name, merge.at,
    )  # fmt: skip


INSERT_MOVES = """
insert into contact_merge_moves (organization_id, merge_id, position, holder, what, reference, was)
select $1, $2, m.position, m.holder, m.what, m.reference, m.was
from unnest($3::text[], $4::text[], $5::text[], $6::jsonb[]) with ordinality as m(holder, what, reference, was, position)
"""


async def insert_moves(tx: Transaction, merge: UUID, moves: Sequence[tuple[str, Moved]]) -> None:
    """Store each thing moved, with who holds it, in order."""
    await tx.execute(
        INSERT_MOVES, tx.organization_id, merge, [holder for holder, _ in moves], [one.what for _, one in moves],
        [one.reference for _, one in moves], [msgspec.json.encode(one.was).decode() for _, one in moves],
    )  # fmt: skip


READ_MOVES = """
select holder, what, reference, was from contact_merge_moves where organization_id = $1 and merge_id = $2 order by position
"""


async def read_moves(tx: Transaction, merge: UUID) -> list[tuple[str, Moved]]:
    """Return each thing that a merge moved, in its order."""
    rows = await tx.fetch(READ_MOVES, tx.organization_id, merge)
    return [
        (row["holder"], Moved(row["what"], row["reference"], msgspec.json.decode(row["was"]))) for row in rows
    ]  # fmt: skip


_MERGE = "id, kept_id, gone_id, proposal_id, state, actor_name, at, undone_at"
LOCK_MERGE = f"select {_MERGE} from contact_merges where organization_id = $1 and id = $2 for update"


async def lock_merge(tx: Transaction, id_: UUID) -> Merge | None:
    """Lock and return a merge."""
    row = await tx.fetchrow(LOCK_MERGE, tx.organization_id, id_)
    return _merge(row) if row else None


LATER_MERGE = """
select id from contact_merges
where organization_id = $1 and state = 'done' and id > $2 and (kept_id in ($3, $4) or gone_id in ($3, $4))
order by id desc limit 1
"""


async def later_merge(tx: Transaction, merge: Merge) -> UUID | None:
    """Return the latest merge after this one that touches the same people and still stands."""
    found: UUID | None = await tx.fetchval(LATER_MERGE, tx.organization_id, merge.id, merge.kept, merge.gone)
    return found


END_MERGE = "update contact_merges set state = 'undone', undone_at = $3 where organization_id = $1 and id = $2"


async def end_merge(tx: Transaction, id_: UUID, at: datetime) -> None:
    """Write down that a merge was undone."""
    await tx.execute(END_MERGE, tx.organization_id, id_, at)


MERGES_OF = f"""
select {_MERGE} from contact_merges where organization_id = $1 and (kept_id = $2 or gone_id = $2) order by id desc limit 50
"""


async def merges_of(tx: Transaction, contact: ContactId) -> list[Merge]:
    """Return the merges that a person was in, the latest first."""
    return [_merge(row) for row in await tx.fetch(MERGES_OF, tx.organization_id, contact)]


# Imports before addresses were compared by key may have made two people of one number.
SAME_PHONES = """
select a.contact_id as one, b.contact_id as other from contact_addresses a
join contact_addresses b on b.organization_id = a.organization_id and b.kind = 'phone' and b.match_key = a.match_key
                        and b.contact_id > a.contact_id
where a.organization_id = $1 and a.kind = 'phone' limit 500
"""


async def same_phones(tx: Transaction) -> list[tuple[ContactId, ContactId]]:
    """Return pairs of people who have one number in two forms."""
    return [(row["one"], row["other"]) for row in await tx.fetch(SAME_PHONES, tx.organization_id)]


def _proposal(row: Row) -> Proposal:
    return Proposal(
        id=row["id"], first=row["first_id"], second=row["second_id"], state=row["state"],
        evidence=msgspec.json.decode(row["evidence"]), created_at=row["created_at"],
    )  # fmt: skip


def _merge(row: Row) -> Merge:
    return Merge(
        id=row["id"], kept=row["kept_id"], gone=row["gone_id"], proposal=row["proposal_id"], state=row["state"],
        actor_name=row["actor_name"], at=row["at"], undone_at=row["undone_at"],
    )  # fmt: skip
