"""Which routes do organizations and access have?"""

from __future__ import annotations

from recado.organizations.api import (
    account,
    api_keys,
    audit,
    grants,
    members,
    opening,
    organization,
    secrets,
    sessions,
    teams,
    webhooks,
)

routers = (
    sessions.router,
    account.router,
    organization.router,
    opening.router,
    members.router,
    teams.router,
    secrets.router,
    api_keys.router,
    webhooks.router,
    audit.router,
    grants.router,
)
