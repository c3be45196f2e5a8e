"""Who understands what customers write, where an organization wants it, and puts aside what is doubtful?

Nothing of a conversation waits for it: it reads facts behind a cursor. No transaction is open while texts are read, and they are
read in a thread; whoever is second to write the same page throws it away.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final
from uuid import UUID

from recado.conversations import events
from recado.conversations.rules import understanding as rules
from recado.conversations.service.understanding import LISTENER, Situation, read_with, situation, tell
from recado.conversations.service.understanding_shelf import Shelf, Version
from recado.conversations.store import understanding as store
from recado.conversations.store import understanding_doubts as doubts
from recado.conversations.store.understanding_doubts import Doubt
from recado.conversations.understanding_models import Heard
from recado.foundation import facts
from recado.foundation.clock import monotonic
from recado.foundation.database import Database
from recado.foundation.facts import Cursor, Fact
from recado.foundation.failpoints import failpoint
from recado.foundation.identifiers import OrganizationId
from recado.foundation.lanes.retention import list_organizations
from recado.foundation.rounds import in_each

_AT_ONCE: Final = 200
_SWEEP_S: Final = 120.0


@dataclass(frozen=True, slots=True)
class Page:
    """What is to be read of an organization: from where, up to where, the texts, and what they are read with."""

    was: Cursor
    now: Cursor
    texts: Sequence[Heard]
    situation: Situation


@dataclass(slots=True)
class UnderstandingRounds:
    """Reads organizations in which something has happened; now and then all of them, for a wake can be lost."""

    database: Database
    shelf: Shelf = field(default_factory=Shelf)
    _dirty: set[OrganizationId] = field(default_factory=set)
    _swept: float = float("-inf")

    def hear(self, topic: str) -> None:
        """Note an organization in which something has happened."""
        kind, _, organization = topic.partition("/")
        if kind == "facts" and organization:
            self._dirty.add(OrganizationId(UUID(organization)))

    async def run_once(self) -> int:
        """Read what came since the last time; return how many facts that were."""
        if monotonic() - self._swept > _SWEEP_S:
            self._dirty |= set(await list_organizations(self.database))
            self._swept = monotonic()
        dirty, self._dirty = self._dirty, set()
        return await in_each(sorted(dirty), self._visit, what="understanding")

    async def _visit(self, organization: OrganizationId) -> int:
        read = await understand_page(self.database, organization, self.shelf)
        if read:
            self._dirty.add(organization)  # there may be more than one page
        return read


async def understand_page(database: Database, organization: OrganizationId, shelf: Shelf) -> int:
    """Understand one page of what came in; return how many facts were read, 0 where nobody wants it or none was new."""
    page = await _read_page(database, organization)
    if page is None:
        return 0
    version = await shelf.take(database, organization, page.situation.settings.training)
    counted, doubted = await asyncio.to_thread(_understood, page, version)
    failpoint("understanding.read")
    async with database.transaction(organization) as tx:
        if not await store.advance(tx, LISTENER, (page.was.xid, page.was.seq), (page.now.xid, page.now.seq)):
            return 0
        await doubts.count_read(tx, counted)
        await doubts.keep(tx, doubted, most_open=rules.MOST_OPEN, most_decided=rules.MOST_DECIDED)
        if counted:
            await tell(tx, "doubts")
        failpoint("understanding.before_cursor_commit")
    return page_size(page)


def page_size(page: Page) -> int:
    """Return how much was read; what it wrote itself is no news."""
    return max(1, len(page.texts))


async def _read_page(database: Database, organization: OrganizationId) -> Page | None:
    async with database.transaction(organization) as tx:
        settings = await store.settings(tx)
        row = await store.read_cursor(tx, LISTENER) if settings.reading else None
        if row is None:
            return None
        was = Cursor(row["xid"], row["seq"])
        read = await facts.read_after(tx, was, _AT_ONCE)
        if not read:
            return None
        ids = [UUID(one) for _, fact in read if fact.name == events.MESSAGE_RECEIVED for one in _messages(fact)]
        rows = await doubts.texts(tx, ids) if ids else []
        heard = [Heard(row["id"], row["conversation_id"], row["text"], row["at"]) for row in rows]
        return Page(was, read[-1][0], heard, await situation(tx))


def _understood(page: Page, version: Version) -> tuple[list[tuple[date, str, bool]], list[Doubt]]:
    counted: list[tuple[date, str, bool]] = []
    doubted: dict[str, Doubt] = {}
    for one in page.texts:
        context = replace(page.situation.context, reference=one.at)
        read = read_with(one.text, context, version.model, version.number)
        doubt = rules.is_doubtful(read.understanding, page.situation.settings.doubt_below)
        counted.append((one.at.astimezone(context.zone).date(), read.understanding.intent.label, doubt))
        if doubt:
            text = rules.masked(one.text, read.understanding.entities)[: rules.LONGEST_DOUBT].strip()
            normal = rules.normal_of(text)
            if any(char.isalpha() for char in normal):
                first = doubted.get(normal, Doubt(normal, text, one.id, one.conversation, read.ranked, 0))
                doubted[normal] = replace(first, times=first.times + 1)
    return counted, list(doubted.values())


def _messages(fact: Fact) -> Sequence[str]:
    return [fact.data["message_id"]] if "message_id" in fact.data else fact.data.get("message_ids", ())
