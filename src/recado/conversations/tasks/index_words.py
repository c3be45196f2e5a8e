"""Under which words is a conversation found?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from recado.conversations import events
from recado.foundation import facts
from recado.foundation.clock import monotonic
from recado.foundation.database import Database, Row, Transaction
from recado.foundation.facts import Cursor
from recado.foundation.identifiers import OrganizationId
from recado.foundation.lanes.retention import list_organizations
from recado.foundation.phone import digits
from recado.foundation.text import words

LISTENER = "conversations.index_words"
_AT_ONCE = 500
_SWEEP_S = 60.0
_LONGEST = 40
_MOST = 200
"""Words of one message; a novel pasted into a chat is found by its beginning."""
_TELLING = {events.MESSAGE_RECEIVED, events.MESSAGE_QUEUED, events.NOTE_ADDED, events.CONVERSATION_OPENED}

# Whoever holds the cursor reads on; another worker goes past. The row is made on the first reading.
TAKE_CURSOR = """
select xid, seq from fact_cursors where organization_id = $1 and listener = $2 for update skip locked
"""
MAKE_CURSOR = """
insert into fact_cursors (organization_id, listener) values ($1, $2) on conflict do nothing
"""
MOVE_CURSOR = "update fact_cursors set xid = $3, seq = $4 where organization_id = $1 and listener = $2"

TEXTS = "select conversation_id, text from messages where organization_id = $1 and id = any($2) and text <> ''"

PEOPLE = """
select c.id as conversation_id, ct.name || ' ' || ct.given_name as text,
       (select string_agg(a.value || ' ' || a.match_key, ' ') from contact_addresses a
        where a.organization_id = $1 and a.contact_id = ct.id and a.kind = 'phone') as phones
from conversations c join contacts ct on ct.organization_id = c.organization_id and ct.id = c.contact_id
where c.organization_id = $1 and c.id = any($2)
"""

INSERT_WORDS = """
insert into message_words (organization_id, word, conversation_id)
select $1, * from unnest($2::text[], $3::uuid[]) on conflict do nothing
"""


@dataclass(slots=True)
class WordIndexer:
    """Indexes organizations in which something has happened; now and then all of them, for a wake can be lost."""

    database: Database
    _dirty: set[OrganizationId] = field(default_factory=set)
    _swept: float = 0.0

    def hear(self, topic: str) -> None:
        """Note an organization in which something has happened."""
        kind, _, organization = topic.partition("/")
        if kind == "facts" and organization:
            self._dirty.add(OrganizationId(UUID(organization)))

    async def run_once(self) -> int:
        """Index what was written since the last time; return how many facts were read."""
        if monotonic() - self._swept > _SWEEP_S:
            self._dirty |= set(await list_organizations(self.database))
            self._swept = monotonic()
        dirty, self._dirty = self._dirty, set()
        done = 0
        for organization in sorted(dirty):
            found = await index_words(self.database, organization)
            if found:
                self._dirty.add(organization)  # there may be more than one page
            done += found
        return done


async def index_words(database: Database, organization: OrganizationId) -> int:
    """Index one page of facts of an organization; return how many were read, 0 where another worker is at it."""
    async with database.transaction(organization) as tx:
        row = await tx.fetchrow(TAKE_CURSOR, organization, LISTENER)
        if row is None:
            await tx.execute(MAKE_CURSOR, organization, LISTENER)
            return 0
        found = await facts.read_after(tx, Cursor(row["xid"], row["seq"]), _AT_ONCE)
        if not found:
            return 0
        telling = [fact for _, fact in found if fact.name in _TELLING]
        texts = [UUID(fact.data["message_id"]) for fact in telling if "message_id" in fact.data]
        opened = [fact.conversation for fact in telling if fact.name == events.CONVERSATION_OPENED]
        pairs = set[tuple[str, UUID]]()
        if texts:
            pairs |= _pairs(await tx.fetch(TEXTS, organization, texts))
        if opened:
            pairs |= _pairs(await tx.fetch(PEOPLE, organization, opened))
        await _insert(tx, sorted(pairs))
        last = found[-1][0]
        await tx.execute(MOVE_CURSOR, organization, LISTENER, last.xid, last.seq)
    return len(found)


async def _insert(tx: Transaction, pairs: Sequence[tuple[str, UUID]]) -> None:
    if pairs:
        await tx.execute(INSERT_WORDS, tx.organization_id, [one[0] for one in pairs], [one[1] for one in pairs])


def _pairs(rows: Sequence[Row]) -> set[tuple[str, UUID]]:
    pairs = set()
    for row in rows:
        found = words(row["text"])[:_MOST]
        if "phones" in row:
            found += _ends(row["phones"] or "")
        pairs |= {(word[:_LONGEST], row["conversation_id"]) for word in found}
    return pairs


def _ends(phones: str) -> list[str]:
    """Return the ways people type a number: whole, without country, without area code, its last four digits."""
    found = []
    for phone in phones.split():
        plain = digits(phone)
        found += [plain[-length:] for length in (len(plain), 11, 10, 9, 8, 4) if len(plain) >= length]
    return found
