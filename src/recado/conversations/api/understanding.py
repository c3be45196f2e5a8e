"""How is a sentence understood here, and how does an organization say what it knows better?"""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date, timedelta
from typing import Annotated, Any
from uuid import UUID
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Depends, Query, Request

from recado.conversations.rules.understanding import Refused, is_doubtful, is_label
from recado.conversations.schemas import understanding as shapes
from recado.conversations.service import understanding as service
from recado.conversations.service.understanding_shelf import Shelf
from recado.conversations.store import understanding as store
from recado.conversations.store import understanding_doubts as doubts_store
from recado.conversations.store import understanding_trainings as trainings_store
from recado.conversations.understanding_errors import UnknownLabel
from recado.foundation.database import Row
from recado.nlu.intents.phrases import LABELS, OWNER_LABELS
from recado.nlu.models import OUT_OF_SCOPE
from recado.organizations.access import AccessOf, Caller
from recado.organizations.service import get_organization

router = APIRouter(tags=["understanding"])
_TOP = 5


def shelf_of(request: Request) -> Shelf:
    """Return the models that this process has at hand."""
    shelf: Shelf = request.app.state.understanding
    return shelf


@router.get("/understanding", operation_id="understanding.read")
async def read(scope: Caller, access: AccessOf) -> shapes.UnderstandingOutput:
    """How things stand: settings, the version in force, phrases by intent, doubts that wait."""
    async with access.database.transaction(scope.organization) as tx:
        settings = await store.settings(tx)
        phrases, doubts = await store.count_phrases(tx), await doubts_store.count(tx)
        version = None if settings.training is None else await trainings_store.read(tx, settings.training)
    labels = [
        shapes.LabelCount(label=label, owner_only=label in OWNER_LABELS, phrases=phrases.get(label, 0))
        for label in LABELS
    ]
    return shapes.UnderstandingOutput(
        reading=settings.reading,
        doubt_below=settings.doubt_below,
        version=None if version is None else version["number"],
        labels=labels,
        open=doubts["open"],
        labelled=doubts["labelled"],
        skipped=doubts["skipped"],
    )


@router.post("/understanding/sentence", operation_id="understanding.try")
async def try_sentence(
    body: shapes.SentenceInput, scope: Caller, access: AccessOf, shelf: Annotated[Shelf, Depends(shelf_of)]
) -> shapes.ReadOutput:
    """Understand a sentence as the organization would, and say why; nothing is kept of it."""
    at = access.clock() if body.at is None else body.at
    context = service.context_at(at if at.tzinfo else at.replace(tzinfo=access.clock().tzinfo), body.role, body.asked)
    found = await service.read_text(access.database, scope.organization, shelf, body.text, context)
    async with access.database.transaction(scope.organization) as tx:
        settings = await store.settings(tx)
    return shapes.read_output(found, is_doubtful(found.understanding, settings.doubt_below))


@router.put("/understanding/reading", operation_id="understanding.set_reading", status_code=204)
async def set_reading(body: shapes.ReadingInput, scope: Caller, access: AccessOf) -> None:
    """Have customers' messages understood as they arrive, from now on, or no longer."""
    async with access.database.transaction(scope.organization) as tx:
        await service.set_reading(tx, scope, reading=body.reading, doubt_below=body.doubt_below)


@router.get("/understanding/phrases", operation_id="understanding.phrases")
async def list_phrases(
    scope: Caller, access: AccessOf, intent: Annotated[str, Query(max_length=60)]
) -> shapes.PhrasesOutput:
    """List the organization's own phrases of one intent."""
    if not is_label(intent):
        raise UnknownLabel(label=intent)
    async with access.database.transaction(scope.organization) as tx:
        rows = await store.phrases(tx, intent)
    return shapes.PhrasesOutput(items=[shapes.PhraseOutput(**dict(row)) for row in rows])


@router.post("/understanding/phrases", operation_id="understanding.add_phrases")
async def add_phrases(body: shapes.PhrasesInput, scope: Caller, access: AccessOf) -> shapes.KeptOutput:
    """Keep phrases of an intent; they are taught at the next training. Lines that are not kept are told with why."""
    async with access.database.transaction(scope.organization) as tx:
        added, refused = await service.add_phrases(tx, scope, body.label, body.texts)
    return _kept(added, refused)


@router.delete("/understanding/phrases/{phrase_id}", operation_id="understanding.remove_phrase", status_code=204)
async def remove_phrase(phrase_id: UUID, scope: Caller, access: AccessOf) -> None:
    """Take a phrase away."""
    async with access.database.transaction(scope.organization) as tx:
        await service.remove_phrase(tx, scope, phrase_id)


@router.get("/understanding/words", operation_id="understanding.words")
async def list_words(scope: Caller, access: AccessOf) -> shapes.WordsOutput:
    """List the organization's services, people and goods."""
    async with access.database.transaction(scope.organization) as tx:
        rows = await store.words(tx)
    return shapes.WordsOutput(items=[shapes.VocabularyOutput(**dict(row)) for row in rows])


@router.post("/understanding/words", operation_id="understanding.add_words")
async def add_words(body: shapes.WordsInput, scope: Caller, access: AccessOf) -> shapes.KeptOutput:
    """Keep names; they count at once. Lines that are not kept are told with why."""
    async with access.database.transaction(scope.organization) as tx:
        added, refused = await service.add_words(tx, scope, body.kind, body.texts)
    return _kept(added, refused)


@router.delete("/understanding/words/{word_id}", operation_id="understanding.remove_word", status_code=204)
async def remove_word(word_id: UUID, scope: Caller, access: AccessOf) -> None:
    """Take a name away."""
    async with access.database.transaction(scope.organization) as tx:
        await service.remove_word(tx, scope, word_id)


@router.get("/understanding/figures", operation_id="understanding.figures")
async def figures(
    scope: Caller, access: AccessOf, days: Annotated[int, Query(ge=1, le=90)] = 14
) -> shapes.FiguresOutput:
    """How many messages were understood, day by day, and what people wanted most."""
    async with access.database.transaction(scope.organization) as tx:
        zone = ZoneInfo((await get_organization(tx)).time_zone)
        last = access.clock().astimezone(zone).date()
        rows = await doubts_store.tallies(tx, last - timedelta(days=days - 1), last)
    return _figures(rows, [last - timedelta(days=ago) for ago in reversed(range(days))])


def _figures(rows: list[Row], days: list[date]) -> shapes.FiguresOutput:
    by_day: dict[date, list[Row]] = defaultdict(list)
    for row in rows:
        by_day[row["day"]].append(row)
    told = [shapes.DayOutput(day=day, **_sums(by_day[day])) for day in days]
    return shapes.FiguresOutput(days=told, **_sums(rows))


def _sums(rows: list[Row]) -> dict[str, Any]:
    total, outside = sum(row["n"] for row in rows), sum(row["n"] for row in rows if row["label"] == OUT_OF_SCOPE)
    wanted = Counter[str]()
    for row in rows:
        if row["label"] != OUT_OF_SCOPE:
            wanted[row["label"]] += row["n"]
    return {
        "total": total, "out_of_scope": outside, "doubted": sum(row["doubted"] for row in rows),
        "understood": sum(row["n"] - row["doubted"] for row in rows if row["label"] != OUT_OF_SCOPE),
        "top": [shapes.LabelTally(label=label, n=n) for label, n in wanted.most_common(_TOP)],
    }  # fmt: skip


def _kept(added: int, refused: list[Refused]) -> shapes.KeptOutput:
    return shapes.KeptOutput(added=added, refused=[shapes.RefusedLine(text=one.text, why=one.why) for one in refused])
