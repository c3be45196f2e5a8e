"""Is this process alive, can it work, and what do its figures say?"""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

router = APIRouter(tags=["health"])


@router.get("/health", operation_id="health.live")
async def live() -> dict[str, str]:
    """Say that the process answers."""
    return {"status": "ok"}


@router.get("/ready", operation_id="health.ready")
async def ready(request: Request, response: Response) -> dict[str, str]:
    """Say whether a query is answered; 503 where it is not."""
    try:
        async with request.app.state.database.transaction(None) as tx:
            await tx.fetchval("select 1")
    except Exception as error:
        response.status_code = 503
        return {"status": "unavailable", "cause": type(error).__name__}
    return {"status": "ready"}
