"""How does a browser learn within milliseconds that something has happened?

Server-sent events carry ids, never data: the dashboard fetches again through the same permissioned API. The event id is the
facts' cursor, so a browser that was away says where it stopped and misses nothing.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Header, Request
from starlette.responses import StreamingResponse

from recado.conversations.events import PRESENCE
from recado.conversations.service import duties
from recado.conversations.service.presence import Board, Glance
from recado.foundation import facts
from recado.foundation.clock import monotonic, system_clock
from recado.foundation.database import UNKNOWN_COMMIT, Database, DatabaseBusy, DatabaseError
from recado.foundation.errors import NotFound
from recado.foundation.facts import Cursor, Fact
from recado.foundation.identifiers import OrganizationId
from recado.foundation.live import Wakes
from recado.organizations.access import AccessOf, Caller, recheck
from recado.organizations.models import Scope

router = APIRouter(prefix="/live", tags=["live"])

_POLL_S = 1.0
_HEARTBEAT_S = 15.0
_CHECK_S = 1.0
"""A session that ended must stop hearing within a second or two."""
_PAGE = 500
_SEEN_S = 30.0
"""So often an open stream says that its person is at the desk."""


@dataclass(slots=True)
class _Stream:
    database: Database
    organization: OrganizationId
    wakes: Wakes
    cursor: Cursor
    board: Board
    member: UUID | None
    """Who is at the desk while this is open; None for a key, or somebody of the platform."""

    async def read(self) -> list[tuple[Cursor, Fact]]:
        """Return what has happened since the cursor."""
        async with self.database.transaction(self.organization) as tx:
            found = await facts.read_after(tx, self.cursor, _PAGE)
        if found:
            self.cursor = found[-1][0]
        return found

    async def note_seen(self, last: float) -> float:
        """Say that the person is at the desk, unless that was said a moment ago; return when it was last said."""
        now = monotonic()
        if now - last <= _SEEN_S:
            return last
        if self.member is not None:
            async with self.database.transaction(self.organization) as tx:
                await duties.note_seen(tx, self.member, system_clock())
        return now


@router.get("/org/{organization_id}", operation_id="live.follow", response_class=StreamingResponse)
async def follow(
    organization_id: UUID,
    request: Request,
    scope: Caller,
    access: AccessOf,
    last_event_id: Annotated[str, Header(max_length=64)] = "",
) -> StreamingResponse:
    """Follow what happens in the organization of the token; any other looks as if it did not exist."""
    if organization_id != scope.organization:
        raise NotFound
    wakes: Wakes = request.app.state.product.wakes
    start = Cursor.parse(last_event_id)
    async with access.database.transaction(scope.organization) as tx:
        newest = await facts.newest(tx)
        missed = start is not None and start < await facts.oldest(tx)
    stream = _Stream(
        access.database, scope.organization, wakes, newest if start is None or missed else start,
        request.app.state.presence, _at_the_desk(scope),
    )  # fmt: skip

    async def still_allowed() -> bool:
        try:
            return (await recheck(request, scope, access)).organization == organization_id
        except Exception:
            return False

    return StreamingResponse(
        _events(stream, still_allowed, resync=missed or start is None),
        media_type="text/event-stream",
        headers={"cache-control": "no-store", "x-accel-buffering": "no"},
    )


async def _events(
    stream: _Stream, still_allowed: Callable[[], Awaitable[bool]], *, resync: bool
) -> AsyncIterator[bytes]:
    wake = stream.wakes.waiter(facts.topic_of(stream.organization))
    number, glances = stream.board.listen(stream.organization, wake)
    checked = beaten = monotonic()
    seen = -_SEEN_S
    try:
        yield b": hello\n\n"
        if resync:
            yield _event(stream.cursor, "resync", {})
        while True:
            wake.clear()
            try:
                found = await stream.read()
                seen = await stream.note_seen(seen)
            except (*UNKNOWN_COMMIT, DatabaseError, DatabaseBusy, TimeoutError):
                return  # the browser comes back with the id of the last event it saw
            for cursor, fact in found:
                conversation = {"conversation_id": str(fact.conversation)} if fact.conversation else {}
                yield _event(cursor, fact.name, {**conversation, **fact.data})
            for glance in glances.take():
                yield _event(stream.cursor, PRESENCE, _told(glance))
            now = monotonic()
            if now - checked > _CHECK_S:
                checked = now
                if not await still_allowed():
                    yield b"event: signed-out\ndata: {}\n\n"
                    return
            if now - beaten > _HEARTBEAT_S:
                beaten = now
                yield b": still here\n\n"
            if len(found) < _PAGE:
                await _woken(wake)
    finally:
        stream.wakes.forget(wake)
        stream.board.forget(stream.organization, number)


def _at_the_desk(scope: Scope) -> UUID | None:
    return None if scope.session is None or scope.grant is not None else scope.actor.id


def _told(glance: Glance) -> dict[str, object]:
    return {
        "conversation_id": str(glance.conversation), "member_id": str(glance.member), "doing": glance.doing.value,
    }  # fmt: skip


async def _woken(wake: asyncio.Event) -> None:
    try:
        async with asyncio.timeout(_POLL_S):
            await wake.wait()
    except TimeoutError:
        return


def _event(cursor: Cursor, name: str, data: dict[str, object]) -> bytes:
    return f"id: {cursor}\nevent: {name}\ndata: {json.dumps(data, separators=(',', ':'))}\n\n".encode()
