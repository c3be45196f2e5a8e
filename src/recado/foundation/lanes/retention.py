"""What may the lanes forget, and when?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from recado.foundation.database import Database, Transaction
from recado.foundation.identifiers import OrganizationId

BATCH: Final = 2_000
"""Rows in one transaction: few enough that a deletion holds nobody up and leaves vacuum little to do at once."""

LIST_ORGANIZATIONS = "select list_organizations() as id"


async def list_organizations(database: Database) -> list[OrganizationId]:
    """Return every organization; only the workers' role may ask."""
    async with database.transaction(None) as tx:
        return [OrganizationId(row["id"]) for row in await tx.fetch(LIST_ORGANIZATIONS)]


# A raw delivery explains what was read from it, and providers are asked about a message for a few weeks at most.
FORGET_DELIVERIES = """
delete from deliveries where organization_id = $1 and id = any(array(
    select id from deliveries where organization_id = $1 and received_at < now() - interval '30 days'
    order by received_at limit $2))
"""
# A listener or a browser that was away for longer loads everything anew. Only the oldest are looked at: without an index on
# `at`, a search for old ones among none would read them all.
FORGET_FACTS = """
delete from facts where organization_id = $1 and seq = any(array(
    select seq from (select seq, at from facts where organization_id = $1 order by seq limit $2) oldest
    where at < now() - interval '7 days'))
"""
# Two days: the longest thing that pacing counts is a day in the organization's own time zone.
FORGET_PACING = """
delete from pacing where organization_id = $1 and key = any(array(
    select key from pacing where organization_id = $1
      and greatest(free_at, counted_since) < now() - interval '2 days' limit $2 for update skip locked))
"""
# A status overtakes the record of its own send by milliseconds. One that still waits belongs to a message that is not ours.
FORGET_PARKED = """
delete from parked_statuses p where p.organization_id = $1 and (p.channel_id, p.provider_id, p.status) in (
    select channel_id, provider_id, status from parked_statuses
    where organization_id = $1 and parked_at < now() - interval '10 minutes' order by parked_at limit $2)
"""
# A client repeats a send within minutes; a week is for a laptop that was closed in between.
FORGET_SENT_KEYS = """
delete from sent_keys where organization_id = $1 and key = any(array(
    select key from sent_keys where organization_id = $1 and at < now() - interval '7 days' order by at limit $2))
"""
# What was settled on the dead-letter screen has been looked at; three months are for those who ask why.
FORGET_DEAD_LETTERS = """
delete from dead_letters where organization_id = $1 and id = any(array(
    select id from dead_letters where organization_id = $1 and state <> 'dead' and settled_at < now() - interval '90 days'
    limit $2))
"""
FORGET_QUARANTINED = """
delete from quarantined_deliveries where id = any(array(
    select id from quarantined_deliveries where received_at < now() - interval '30 days' order by received_at limit $1))
"""
STEPS: Final[Mapping[str, str]] = {
    "deliveries": FORGET_DELIVERIES,
    "facts": FORGET_FACTS,
    "pacing": FORGET_PACING,
    "parked_statuses": FORGET_PARKED,
    "sent_keys": FORGET_SENT_KEYS,
    "dead_letters": FORGET_DEAD_LETTERS,
}


async def forget_some(tx: Transaction, step: str) -> int:
    """Remove at most `BATCH` rows of one of `STEPS` from the organization at hand; return how many."""
    return int((await tx.execute(STEPS[step], tx.organization_id, BATCH)).rpartition(" ")[2])


async def forget_quarantined(database: Database) -> int:
    """Remove at most `BATCH` deliveries that nobody claimed within thirty days; return how many."""
    return int((await database.execute_alone(FORGET_QUARANTINED, BATCH)).rpartition(" ")[2])
