"""How are dead letters looked at and settled?"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from recado.conversations.api.context import PortsOf
from recado.conversations.schemas.conversations import Output
from recado.conversations.service import dead_letters
from recado.conversations.store import dead_letters as store
from recado.foundation.pages import read_cursor, write_cursor
from recado.organizations.access import AccessOf, Caller
from recado.organizations.service import audit

router = APIRouter(prefix="/dead-letters", tags=["dead letters"])


class DeadLetterOutput(Output):
    """Something that could not be handled: what, why, and after how many tries."""

    id: UUID
    kind: str
    summary: str
    cause: str
    attempts: int
    died_at: datetime
    state: str
    conversation_id: UUID | None


class DeadLetterPage(Output):
    """One page, the newest first."""

    items: list[DeadLetterOutput]
    next_cursor: str | None


@router.get("", operation_id="dead_letters.list")
async def list_dead_letters(
    scope: Caller,
    access: AccessOf,
    cursor: Annotated[str, Query(max_length=100)] = "",
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> DeadLetterPage:
    """List what could not be handled."""
    async with access.database.transaction(scope.organization) as tx:
        rows = await store.list_dead(tx, read_cursor(cursor), limit)
    return DeadLetterPage(
        items=[DeadLetterOutput(**dict(row)) for row in rows],
        next_cursor=write_cursor(rows[-1]["died_at"], rows[-1]["id"]) if len(rows) == limit else None,
    )


@router.post("/{letter_id}/retry", operation_id="dead_letters.retry", status_code=204)
async def retry(letter_id: UUID, scope: Caller, access: AccessOf, ports: PortsOf) -> None:
    """Put it back where it came from; 409 `cannot_retry` says why not."""
    async with access.database.transaction(scope.organization) as tx:
        await dead_letters.retry(tx, letter_id, scope.actor.id, ports.adapters)
        await audit(tx, scope, "dead_letters.retried", subject=("dead_letter", letter_id))


@router.post("/{letter_id}/dismiss", operation_id="dead_letters.dismiss", status_code=204)
async def dismiss(letter_id: UUID, scope: Caller, access: AccessOf) -> None:
    """Take it off the screen."""
    async with access.database.transaction(scope.organization) as tx:
        await dead_letters.dismiss(tx, letter_id, scope.actor.id)
        await audit(tx, scope, "dead_letters.dismissed", subject=("dead_letter", letter_id))
