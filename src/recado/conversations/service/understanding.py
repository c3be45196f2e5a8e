"""How is a text understood in an organization, and how does it say what it knows better?"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final
from uuid import UUID

from recado.conversations import events
from recado.conversations.rules import understanding as rules
from recado.conversations.service.understanding_shelf import Shelf
from recado.conversations.store import understanding as store
from recado.conversations.understanding_errors import (
    PhraseNotFound,
    TooManyPhrases,
    TooManyWords,
    UnknownLabel,
    WordNotFound,
)
from recado.conversations.understanding_models import Read, Settings
from recado.foundation import facts
from recado.foundation.database import Database, Transaction
from recado.foundation.facts import Fact
from recado.foundation.identifiers import OrganizationId
from recado.nlu.intents.model import Model
from recado.nlu.models import Context, Role
from recado.nlu.understanding import understand
from recado.organizations.models import Scope
from recado.organizations.service import audit, get_organization
from recado.organizations.service.opening import read_calendar

LISTENER: Final = "conversations.understand"
"""The cursor of whoever reads what customers write."""


@dataclass(frozen=True, slots=True)
class Situation:
    """What an organization's texts are read with: its own words, hours and trade, and its settings."""

    settings: Settings
    context: Context


async def situation(tx: Transaction) -> Situation:
    """Return what texts of the organization at hand are read with."""
    organization = await get_organization(tx)
    calendar, _ = await read_calendar(tx)
    opens, closes = rules.hours_of(calendar.week)
    words = await store.words(tx)

    def of(kind: str) -> tuple[str, ...]:
        return tuple(row["text"] for row in words if row["kind"] == kind)

    context = Context(
        zone=calendar.zone, vertical=organization.solution, services=of("service"), people=of("person"),
        catalogue=of("catalogue"), opens=opens, closes=closes,
    )  # fmt: skip
    return Situation(await store.settings(tx), context)


async def read_text(
    database: Database, organization: OrganizationId, shelf: Shelf, text: str, context: Context
) -> Read:
    """Understand one text as the organization would; `context` says who asks, when and after which question.

    No transaction is open while it is read.
    """
    async with database.transaction(organization) as tx:
        found = await situation(tx)
    version = await shelf.take(database, organization, found.settings.training)
    whole = replace(found.context, reference=context.reference, role=context.role, asked=context.asked)
    return await asyncio.to_thread(read_with, text, whole, version.model, version.number)


def read_with(text: str, context: Context, model: Model | None, number: int | None) -> Read:
    """Understand one text by a model; milliseconds of a core."""
    read = understand(text, context, model=model)
    return Read(read, rules.ranked(text, context, model, read), number)


async def set_reading(tx: Transaction, scope: Scope, *, reading: bool, doubt_below: int) -> None:
    """Say whether customers' messages are understood as they arrive; from now on, never what was said before."""
    was = await store.settings(tx)
    if reading and not was.reading:
        newest = await facts.newest(tx)
        await store.skip_to(tx, LISTENER, newest.xid, newest.seq)
    await store.set_reading(tx, reading=reading, doubt_below=doubt_below)
    await audit(tx, scope, "understanding.changed", detail={"reading": reading, "doubt_below": doubt_below})
    await tell(tx, "settings")


async def add_phrases(
    tx: Transaction, scope: Scope, label: str, lines: Sequence[str]
) -> tuple[int, list[rules.Refused]]:
    """Keep phrases of a label; return how many were new, and the lines that were not kept. Raises `UnknownLabel`,
    `TooManyPhrases`."""
    if not rules.is_label(label):
        raise UnknownLabel(label=label[:60])
    kept, refused = rules.sift(lines, rules.LONGEST_PHRASE)
    if (await store.count_phrases(tx)).get(label, 0) + len(kept) > rules.MOST_PHRASES:
        raise TooManyPhrases(limit=rules.MOST_PHRASES)
    new = await store.add_phrases(tx, label, kept, scope.actor.id)
    refused += [rules.Refused(text, "taken") for normal, text in kept.items() if normal not in new]
    if new:
        await audit(tx, scope, "understanding.phrases_added", subject=("intent", label), detail={"count": len(new)})
        await tell(tx, "phrases")
    return len(new), refused


async def remove_phrase(tx: Transaction, scope: Scope, id_: UUID) -> None:
    """Take a phrase away; raises `PhraseNotFound`."""
    label = await store.remove_phrase(tx, id_)
    if label is None:
        raise PhraseNotFound
    await audit(tx, scope, "understanding.phrase_removed", subject=("intent", label), detail={"phrase": str(id_)})
    await tell(tx, "phrases")


async def add_words(tx: Transaction, scope: Scope, kind: str, lines: Sequence[str]) -> tuple[int, list[rules.Refused]]:
    """Keep names of services, people or goods; return how many were new, and the lines that were not kept. Raises
    `TooManyWords`."""
    kept, refused = rules.sift(lines, rules.LONGEST_WORD)
    had = sum(row["kind"] == kind for row in await store.words(tx))
    if had + len(kept) > rules.MOST_WORDS:
        raise TooManyWords(limit=rules.MOST_WORDS)
    new = await store.add_words(tx, kind, kept)
    refused += [rules.Refused(text, "taken") for normal, text in kept.items() if normal not in new]
    if new:
        await audit(tx, scope, "understanding.words_added", subject=("vocabulary", kind), detail={"count": len(new)})
        await tell(tx, "words")
    return len(new), refused


async def remove_word(tx: Transaction, scope: Scope, id_: UUID) -> None:
    """Take a word away; raises `WordNotFound`."""
    kind = await store.remove_word(tx, id_)
    if kind is None:
        raise WordNotFound
    await audit(tx, scope, "understanding.word_removed", subject=("vocabulary", kind), detail={"word": str(id_)})
    await tell(tx, "words")


async def tell(tx: Transaction, what: str) -> None:
    """Let screens know which part of the understanding has changed."""
    await facts.publish(tx, [Fact(events.UNDERSTANDING_CHANGED, data={"what": what})])


def context_at(moment: datetime, role: str, asked: str) -> Context:
    """Return the part of the situation that whoever asks tells."""
    known: dict[str, Role] = {"operator": "operator", "owner": "owner"}
    return Context(reference=moment, role=known.get(role, "customer"), asked=asked)
