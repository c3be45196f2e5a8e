"""Under which words is a conversation found?"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from recado.conversations import events
from recado.conversations.store import words as store
from recado.foundation import facts
from recado.foundation.clock import monotonic
from recado.foundation.database import UNKNOWN_COMMIT, Database, Row
from recado.foundation.failpoints import failpoint
from recado.foundation.identifiers import OrganizationId
from recado.foundation.lanes.retention import list_organizations
from recado.foundation.phone import digits
from recado.foundation.text import words

LISTENER = "conversations.index_words"
_log = logging.getLogger(__name__)
_AT_ONCE = 500
_SWEEP_S = 60.0
_LONGEST = 40
_MOST = 200
"""Words of one message; a novel pasted into a chat is found by its beginning."""
_TELLING = {events.MESSAGE_RECEIVED, events.MESSAGE_QUEUED, events.NOTE_ADDED, events.CONVERSATION_OPENED}


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
            try:
                found = await index_words(self.database, organization)
            except UNKNOWN_COMMIT:
                raise
            except Exception:
                # It comes back with the sweep; those after it must not be forgotten until then.
                _log.exception("words could not be indexed", extra={"organization": str(organization)})
                continue
            if found:
                self._dirty.add(organization)  # there may be more than one page
            done += found
        return done


async def index_words(database: Database, organization: OrganizationId) -> int:
    """Index one page of facts of an organization; return how many were read, 0 where another worker is at it."""
    async with database.transaction(organization) as tx:
        cursor = await store.take_cursor(tx, LISTENER)
        if cursor is None:
            return 0
        found = await facts.read_after(tx, cursor, _AT_ONCE)
        if not found:
            return 0
        telling = [fact for _, fact in found if fact.name in _TELLING]
        texts = [UUID(fact.data["message_id"]) for fact in telling if "message_id" in fact.data]
        opened = [
            fact.conversation for fact in telling if fact.name == events.CONVERSATION_OPENED and fact.conversation
        ]
        pairs = set[tuple[str, UUID]]()
        if texts:
            pairs |= _pairs(await store.texts(tx, texts))
        if opened:
            pairs |= _pairs(await store.people(tx, opened))
        await store.insert(tx, sorted(pairs))
        failpoint("words.before_cursor")
        await store.move_cursor(tx, LISTENER, found[-1][0])
        failpoint("words.before_commit")
    failpoint("words.after_commit")
    return len(found)


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
