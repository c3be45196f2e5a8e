"""What do tests of people need: a served application with their routes, and conversations to move."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from recado.app.holders import holders_of_people
from recado.contacts import service
from recado.contacts.api import routers
from recado.contacts.models import Seen
from recado.foundation.files import Files
from recado.foundation.identifiers import OrganizationId, new_id
from recado.organizations.models import Role
from tests.support.access import Browser, Office, office
from tests.support.jobs import change
from tests.support.postgres import Clone


@pytest.fixture
async def house(database: Clone, tmp_path: Path) -> AsyncIterator[Office]:
    async with office(database, routers=routers) as found:
        found.app.state.holders = holders_of_people()
        found.app.state.files = Files(tmp_path)
        yield found


@pytest.fixture
async def clinic(house: Office) -> OrganizationId:
    return await house.organization("clinica")


@pytest.fixture
async def ana(house: Office, clinic: OrganizationId) -> Browser:
    await house.person("ana@clinica.test", {clinic: Role.ORG_ADMIN})
    return await house.signed_in("ana@clinica.test")


async def seen(house: Office, organization: OrganizationId, **shown: str) -> str:
    """Let somebody write on a channel; return who they are."""
    async with house.database.transaction(organization) as tx:
        (found,) = await service.recognise(tx, [Seen(**shown)])
    return str(found.id)


async def created(ana: Browser, name: str, *given: tuple[str, str]) -> str:
    body = {"name": name, "identifiers": [{"kind": kind, "value": value} for kind, value in given]}
    answer = await ana.post("/contacts", body)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["person"]["id"])


def channel(house: Office, organization: OrganizationId) -> UUID:
    id_ = new_id()
    change(
        house.clone,
        "insert into channels (organization_id, id, adapter, name, external_id, secrets, verify_token_hash) "
        "values (%s, %s, 'whatsapp_cloud', 'Zap', %s, '', '')",
        organization, id_, id_.hex,
    )  # fmt: skip
    return id_


def conversation(house: Office, organization: OrganizationId, channel: UUID, contact: str, **more: Any) -> str:
    id_ = new_id()
    columns = {"state": "active", **more}
    names, holes = ", ".join(columns), ", ".join(["%s"] * len(columns))
    change(
        house.clone,
        f"insert into conversations (organization_id, id, channel_id, contact_id, {names}) values (%s, %s, %s, %s, {holes})",  # noqa: S608
        organization, id_, channel, contact, *columns.values(),
    )  # fmt: skip
    return str(id_)
