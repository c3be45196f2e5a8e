"""How does the API process get its door: what authentication needs, and the guard that stands before every route?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from fastapi import APIRouter, Depends, FastAPI

from recado.app.error_responses import DOCUMENTED
from recado.foundation.database import Database
from recado.foundation.secrets import MasterKey
from recado.foundation.settings import Settings
from recado.organizations.access import Access, guard
from recado.organizations.service import Passwords

PREFIX = "/api/v1"


def open_door(database: Database, key: MasterKey, settings: Settings) -> Access:
    """Return what `app.state.access` must hold before the first request; `database` is that of role recado_app."""
    return Access(
        database=database,
        key=key,
        passwords=Passwords(key),
        public_url=settings.public_url,
        trusted_proxies=settings.recado_trusted_proxies,
    )


def mount(app: FastAPI, routers: Sequence[APIRouter]) -> None:
    """Serve the routers below `/api/v1`, every one of them behind the guard."""
    guarded: list[Any] = [Depends(guard)]
    for router in routers:
        app.include_router(router, prefix=PREFIX, dependencies=guarded, responses=dict(DOCUMENTED))
