"""Which channel do the settings of the environment describe, and is it there?

`WEBHOOK_VERIFY_TOKEN`, `META_PHONE_NUMBER_ID`, `META_ACCESS_TOKEN` and `META_APP_SECRET` together make the first channel of an
installation. A channel that is there already is left alone: what was changed at the screen is not undone at the next start.
"""

from __future__ import annotations

import secrets

from recado.app.demo import SLUG as DEMO
from recado.app.installed import adapters
from recado.app.roles import role_dsn
from recado.channels import service as channels
from recado.foundation.database import Database, Transaction
from recado.foundation.identifiers import OrganizationId
from recado.foundation.lanes.retention import list_organizations
from recado.foundation.secrets import MasterKey
from recado.foundation.settings import Settings
from recado.organizations.models import SYSTEM, Role
from recado.organizations.service import (
    Passwords,
    add_member,
    create_organization,
    create_user,
    find_organization,
    find_user_id,
)

NAME, OWN_SLUG, EMAIL = "Minha empresa", "minha-empresa", "admin@minha-empresa.local"
ADAPTER = "whatsapp_cloud"
_LOCK = 7_225_202


async def make_first_channel(settings: Settings, owner_dsn: str, key: MasterKey) -> list[str]:
    """Make the channel where it is absent, and return what the person at the terminal should read of it.

    It goes to the one organization there is, else to the first that is not the demo, else to a new one whose
    administrator's sign-in is among the lines, once.
    """
    if not settings.describes_a_channel:
        return []
    known = await _known(owner_dsn, key)
    if any(settings.meta_phone_number_id in accounts for accounts in known.values()):
        return []
    database = await Database.connect(role_dsn(owner_dsn, "recado_app", key), size=1, name="recado-first-channel")
    try:
        password = secrets.token_urlsafe(12)
        hashed = await Passwords(key).hash(password)
        async with database.transaction(None) as tx:
            await tx.alone(_LOCK)
            owner = await _owner(tx, list(known))
            lines = []
            if owner is None:
                lines = await _make_organization(tx, hashed, password)
            else:
                await tx.enter(owner)
            await _add(tx, settings, key)
    finally:
        await database.close()
    return [
        f"  Número {settings.meta_phone_number_id} pronto: na Meta, use {settings.public_url}/webhook/whatsapp", *lines
    ]  # fmt: skip


async def _known(owner_dsn: str, key: MasterKey) -> dict[OrganizationId, set[str]]:
    """Return the accounts of every organization, in the order in which the organizations came."""
    database = await Database.connect(role_dsn(owner_dsn, "recado_worker", key), size=1, name="recado-first-channel")
    try:
        found: dict[OrganizationId, set[str]] = {}
        for organization in sorted(await list_organizations(database)):
            async with database.transaction(organization) as tx:
                views = await channels.list_channels(tx, {})
            found[organization] = {view.external_id for view in views if view.adapter == ADAPTER}
        return found
    finally:
        await database.close()


async def _owner(tx: Transaction, organizations: list[OrganizationId]) -> OrganizationId | None:
    if len(organizations) == 1:
        return organizations[0]
    demo = await find_organization(tx, DEMO)
    return next((one for one in organizations if one != demo), None)


async def _make_organization(tx: Transaction, hashed: str, password: str) -> list[str]:
    await create_organization(tx, name=NAME, slug=OWN_SLUG)
    user = await find_user_id(tx, EMAIL)
    if user is not None:
        await add_member(tx, user, role=Role.ORG_ADMIN, by=SYSTEM)
        return [f"  Organização {NAME} criada; entre com {EMAIL}"]
    user = await create_user(tx, email=EMAIL, name="Administração", password_hash=hashed)
    await add_member(tx, user, role=Role.ORG_ADMIN, by=SYSTEM)
    return [f"  Organização {NAME} criada. Entrar: {EMAIL}   Senha: {password} (não será mostrada de novo)"]


async def _add(tx: Transaction, settings: Settings, key: MasterKey) -> None:
    graph_url = {"graph_url": settings.meta_graph_url} if settings.meta_graph_url else {}
    await channels.add(
        tx, key=key, adapters=adapters(None), adapter=ADAPTER, name="WhatsApp", external_id=settings.meta_phone_number_id,
        number="", settings=graph_url,
        secrets={
            "app_secret": settings.meta_app_secret,
            "access_token": settings.meta_access_token,
            "verify_token": settings.webhook_verify_token,
        },
    )  # fmt: skip
