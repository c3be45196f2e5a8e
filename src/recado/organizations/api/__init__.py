"""Which routes do organizations and access have?"""

from __future__ import annotations

from fastapi import APIRouter

from recado.organizations.api import account, api_keys, audit, grants, members, organization, sessions, teams

router = APIRouter()
for part in (sessions, account, organization, members, teams, api_keys, audit, grants):
    router.include_router(part.router)
