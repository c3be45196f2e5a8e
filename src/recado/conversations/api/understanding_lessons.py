"""How are doubtful messages labelled, and models taught, compared and chosen?"""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Header, Query

from recado.conversations.rules.understanding_teaching import ENOUGH
from recado.conversations.schemas import understanding as shapes
from recado.conversations.service import understanding_doubts as doubts
from recado.conversations.service import understanding_trainings as trainings
from recado.conversations.store import understanding as store
from recado.conversations.store import understanding_doubts as doubts_store
from recado.conversations.store import understanding_trainings as trainings_store
from recado.organizations.access import AccessOf, Caller

router = APIRouter(tags=["understanding"])


@router.get("/understanding/doubts", operation_id="understanding.doubts")
async def list_doubts(
    scope: Caller,
    access: AccessOf,
    state: shapes.DoubtState = "open",
    cursor: Annotated[str, Query(max_length=100)] = "",
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> shapes.DoubtPage:
    """List messages that were not surely understood, those said most often first."""
    async with access.database.transaction(scope.organization) as tx:
        rows = await doubts_store.page(tx, state, _after(cursor), limit + 1)
    last = rows[limit - 1] if len(rows) > limit else None
    return shapes.DoubtPage(
        items=[shapes.doubt_output(row) for row in rows[:limit]],
        next_cursor=None if last is None else f"{last['times']}.{last['id'].hex}",
    )


@router.post("/understanding/doubts/{doubt_id}/label", operation_id="understanding.label")
async def label(doubt_id: UUID, body: shapes.LabelInput, scope: Caller, access: AccessOf) -> shapes.DoubtOutput:
    """Say what a message wants; said again it is changed. 409 `doubt_decided` where somebody skipped it meanwhile."""
    async with access.database.transaction(scope.organization) as tx:
        return shapes.doubt_output(await doubts.label(tx, doubt_id, body.label, scope.actor.id))


@router.post("/understanding/doubts/{doubt_id}/skip", operation_id="understanding.skip")
async def skip(doubt_id: UUID, scope: Caller, access: AccessOf) -> shapes.DoubtOutput:
    """Leave a message without a label; it does not come back."""
    async with access.database.transaction(scope.organization) as tx:
        return shapes.doubt_output(await doubts.skip(tx, doubt_id, scope.actor.id))


@router.post("/understanding/doubts/{doubt_id}/reopen", operation_id="understanding.reopen")
async def reopen(doubt_id: UUID, scope: Caller, access: AccessOf) -> shapes.DoubtOutput:
    """Put a message back among those that wait."""
    async with access.database.transaction(scope.organization) as tx:
        return shapes.doubt_output(await doubts.reopen(tx, doubt_id, scope.actor.id))


@router.get("/understanding/trainings", operation_id="understanding.trainings")
async def list_trainings(scope: Caller, access: AccessOf) -> shapes.TrainingsOutput:
    """List the versions of the organization's model with how they were examined."""
    async with access.database.transaction(scope.organization) as tx:
        in_force = (await store.settings(tx)).training
        rows = await trainings_store.list_newest(tx)
    return shapes.TrainingsOutput(items=[shapes.training_output(row, in_force) for row in rows], enough=ENOUGH)


@router.post("/understanding/trainings", operation_id="understanding.train", status_code=202)
async def train(
    scope: Caller, access: AccessOf, idempotency_key: Annotated[str, Header(max_length=200)] = ""
) -> shapes.TrainingOutput:
    """Teach the model anew, in the background, with the organization's phrases; repeated with the same key it is asked once."""
    async with access.database.transaction(scope.organization) as tx:
        row = await trainings.ask(tx, scope, idempotency_key, access.clock())
        return shapes.training_output(row, (await store.settings(tx)).training)


@router.put("/understanding/model", operation_id="understanding.choose_model", status_code=204)
async def choose_model(body: shapes.ModelInput, scope: Caller, access: AccessOf) -> None:
    """Take a version into use, or go back to an earlier one or to the product's own."""
    async with access.database.transaction(scope.organization) as tx:
        await trainings.choose(tx, scope, body.training_id)


def _after(cursor: str) -> tuple[int, UUID] | None:
    times, _, hexadecimal = cursor.partition(".")
    try:
        return min(int(times), 2**31 - 1), UUID(hex=hexadecimal)
    except ValueError:
        return None
