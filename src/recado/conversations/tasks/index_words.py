"""Under which words is a conversation found?"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

import msgspec

from recado.conversations import events
from recado.conversations.rules.finding import terms_of_person, terms_of_text
from recado.conversations.store import words as store
from recado.foundation import facts
from recado.foundation.clock import monotonic
from recado.foundation.database import UNKNOWN_COMMIT, Database, Row, Transaction
from recado.foundation.failpoints import failpoint
from recado.foundation.identifiers import OrganizationId
from recado.foundation.lanes.retention import list_organizations

LISTENER = "conversations.index_words"
_log = logging.getLogger(__name__)
_AT_ONCE = 500
_SWEEP_S = 60.0
_TEXTS = {events.MESSAGE_RECEIVED, events.MESSAGE_QUEUED, events.MESSAGE_CHANGED, events.NOTE_ADDED}
_OF_CONTACTS = "contacts."
"""What contacts publish names the person it is about; whatever it was, their words are read again."""


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
                found += await catch_up(self.database, organization)
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
        read = await facts.read_after(tx, cursor, _AT_ONCE)
        if not read:
            return 0
        found = [fact for _, fact in read]
        texts = [UUID(one) for fact in found if fact.name in _TEXTS for one in _messages(fact)]
        if texts:
            await _keep_texts(tx, await store.texts(tx, texts))
        opened = {fact.conversation for fact in found if fact.name == events.CONVERSATION_OPENED and fact.conversation}
        changed = {UUID(one) for fact in found if fact.name.startswith(_OF_CONTACTS) for one in _contacts(fact)}
        if changed:
            opened |= set(await store.conversations_of(tx, sorted(changed)))
        if opened:
            await _keep_people(tx, sorted(opened))
        failpoint("words.before_cursor")
        await store.move_cursor(tx, LISTENER, read[-1][0])
        failpoint("words.before_commit")
    failpoint("words.after_commit")
    return len(read)


async def catch_up(database: Database, organization: OrganizationId) -> int:
    """Read one page of what was written before terms were kept as they are now; return how much that was, 0 at the end."""
    async with database.transaction(organization) as tx:
        left = await store.take_backfill(tx)
        if left is None:
            return 0
        if left["kind"] == "messages":
            rows = await store.old_texts(tx, left["after_id"], _AT_ONCE)
            await _keep_texts(tx, rows)
            ids: Sequence[UUID] = [row["id"] for row in rows]
        else:
            ids = await store.old_conversations(tx, left["after_id"], _AT_ONCE)
            if ids:
                await _keep_people(tx, ids)
        await store.move_backfill(tx, left["kind"], ids[-1] if ids else None)
        failpoint("words.before_backfill_commit")
    return len(ids) or 1


def _contacts(fact: facts.Fact) -> Sequence[str]:
    return [fact.data["contact_id"]] if "contact_id" in fact.data else fact.data.get("contact_ids", ())


def _messages(fact: facts.Fact) -> Sequence[str]:
    return [fact.data["message_id"]] if "message_id" in fact.data else fact.data.get("message_ids", ())


async def _keep_texts(tx: Transaction, rows: Sequence[Row]) -> None:
    newest: dict[tuple[str, UUID], UUID] = {}
    for row in rows:
        for term in terms_of_text(row["text"]):
            place = term, row["conversation_id"]
            newest[place] = max(row["id"], newest.get(place, row["id"]))
    await store.keep_text(tx, [(*place, message) for place, message in sorted(newest.items())])


async def _keep_people(tx: Transaction, conversations: Sequence[UUID]) -> None:
    pairs = set[tuple[str, UUID]]()
    for row in await store.people(tx, conversations):
        values = msgspec.json.decode(row["fields"]).values() if row["fields"] != "{}" else ()
        others = [str(value) for value in values if isinstance(value, str | int)]
        terms = terms_of_person((row["name"], row["given_name"]), row["phones"], [*row["emails"], *others])
        pairs |= {(term, row["conversation_id"]) for term in terms}
    await store.keep_people(tx, sorted(pairs), conversations)
