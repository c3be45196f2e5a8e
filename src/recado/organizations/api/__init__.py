"""Which routes do organizations and access have?"""

from __future__ import annotations

from recado.organizations.api import account, api_keys, audit, grants, members, organization, secrets, sessions, teams

routers = (
    sessions.router,
    account.router,
    organization.router,
    members.router,
    teams.router,
    secrets.router,
    api_keys.router,
    audit.router,
    grants.router,
)
