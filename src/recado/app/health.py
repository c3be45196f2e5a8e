"""Is this process alive, can it work, and how is each thing it depends on?

These answer without a token, so they say one word and name nothing: no address, no number of anybody's, no error text.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Mapping
from typing import Final, Literal

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel

from recado.app.figures.snapshot import Snapshot
from recado.app.figures_store import Figures
from recado.foundation.errors import NotFound

router = APIRouter(tags=["operations"])
_log = logging.getLogger("recado.health")

WAITS_TOO_LONG_S: Final = 60.0
"""The oldest input or reply; what is processed normally waits for milliseconds."""
State = Literal["ok", "degraded", "unavailable"]
Dependency = Literal["database", "queue", "whatsapp", "redis", "supabase"]


class Health(BaseModel):
    """One word: `ok`, `degraded` (works, and somebody should look) or `unavailable`."""

    status: State


class DependencyHealth(Health):
    """How a dependency is. `states` are those in which there are channels, without saying whose or how many."""

    dependency: str
    states: list[str] | None = None


class Readiness(BaseModel):
    """Can this process take work?"""

    status: Literal["ready", "unavailable"]


@router.get("/health", operation_id="health.live")
async def live() -> Health:
    """Say that the process answers."""
    return Health(status="ok")


@router.get("/ready", operation_id="health.ready", responses={503: {"model": Readiness}})
async def ready(request: Request, response: Response) -> Readiness:
    """Say whether the database answers; 503 where it does not."""
    if await _answers(request):
        return Readiness(status="ready")
    response.status_code = 503
    return Readiness(status="unavailable")


@router.get(
    "/health/{dependency}",
    operation_id="health.dependency",
    responses={503: {"model": DependencyHealth}},
    response_model_exclude_none=True,
)
async def dependency_health(dependency: str, request: Request, response: Response) -> DependencyHealth:
    """Say how the database, the queue or the WhatsApp channels are; 503 where `unavailable`.

    `redis` and `supabase` are names that older monitors ask for: the queue and the database answer.
    """
    ask = _ASK.get(dependency)
    if ask is None:
        raise NotFound
    found = await ask(request)
    if found.status == "unavailable":
        response.status_code = 503
    found.dependency = dependency
    return found


async def _database(request: Request) -> DependencyHealth:
    return DependencyHealth(dependency="database", status="ok" if await _answers(request) else "unavailable")


async def _queue(request: Request) -> DependencyHealth:
    figures = await _lanes(request)
    return DependencyHealth(dependency="queue", status="unavailable" if figures is None else queue_state(figures))


async def _whatsapp(request: Request) -> DependencyHealth:
    figures = await _lanes(request)
    if figures is None:
        return DependencyHealth(dependency="whatsapp", status="unavailable")
    states = sorted(label for (name, label), value in figures.items() if name == "channels" and value)
    return DependencyHealth(dependency="whatsapp", status=channels_state(states), states=states)


_ASK: Final[Mapping[str, Callable[[Request], Awaitable[DependencyHealth]]]] = {
    "database": _database,
    "supabase": _database,
    "queue": _queue,
    "redis": _queue,
    "whatsapp": _whatsapp,
}


def queue_state(figures: Figures) -> State:
    """Return how the queue is: nobody works on it, something waits too long, or neither."""
    if not figures.get(("workers", "")):
        return "unavailable"
    oldest = max(figures.get(("inbox_age", ""), 0.0), figures.get(("outbox_age", "0"), 0.0))
    return "degraded" if oldest > WAITS_TOO_LONG_S else "ok"


def channels_state(states: list[str]) -> State:
    """Return how the channels are, by the states in which there are any; one that a person took out of service is fine."""
    if "attention" in states:
        return "degraded" if "connected" in states else "unavailable"
    return "ok"


async def _answers(request: Request) -> bool:
    try:
        async with request.app.state.database.transaction(None) as tx:
            return bool(await tx.fetchval("select true"))
    except Exception as error:
        _log.warning("the database does not answer: %s", type(error).__name__)
        return False


async def _lanes(request: Request) -> Figures | None:
    snapshot: Snapshot = request.app.state.snapshot
    try:
        return await snapshot.lanes.get()
    except Exception as error:
        _log.warning("the queue cannot be looked at: %s", type(error).__name__)
        return None
