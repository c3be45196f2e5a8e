"""What does the dashboard need to know of the installation?"""

from __future__ import annotations

from fastapi import APIRouter, Request
from pydantic import BaseModel

from recado.organizations.access import Caller

router = APIRouter(tags=["system"])


class SystemOutput(BaseModel):
    """The version, and where the simulator answers (null where none runs)."""

    version: str
    simulator_url: str | None


@router.get("/system", operation_id="system.read")
async def read_system(request: Request, scope: Caller) -> SystemOutput:
    """Read what the installation is."""
    settings = request.app.state.product.settings
    url = f"http://localhost:{settings.port + 1}/" if settings.recado_simulator else None
    return SystemOutput(version=request.app.version, simulator_url=url)
