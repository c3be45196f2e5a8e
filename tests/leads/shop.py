"""How do tests of pipelines get a served application with people, a contact and a conversation?"""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

import asyncpg

from recado.foundation.identifiers import OrganizationId, new_id
from recado.foundation.phone import match_key
from recado.leads.api import routers
from recado.organizations.models import Role
from tests.support.access import Browser, Office, office
from tests.support.postgres import Clone

Json = dict[str, Any]


@dataclass(slots=True)
class Shop:
    """An organization with an administrator, an operator and an agent, its pipeline, and the means to look past the API."""

    office: Office
    db: asyncpg.Connection
    organization: OrganizationId
    admin: Browser
    operator: Browser
    agent: Browser
    members: dict[str, UUID]
    pipeline: Json

    def stage(self, name: str) -> str:
        return next(str(one["id"]) for one in self.pipeline["stages"] if one["name"] == name)

    async def person(self, name: str, phone: str) -> UUID:
        """Store a contact who writes from `phone`."""
        id_ = new_id()
        await self.db.execute(
            "insert into contacts (organization_id, id, given_name) values ($1, $2, $3)", self.organization, id_, name
        )
        await self.db.execute(
            "insert into contact_addresses (organization_id, kind, value, match_key, contact_id, evidence)"
            " values ($1, 'phone', $2, $3, $4, 'webhook')",
            self.organization, phone, match_key(phone), id_,
        )  # fmt: skip
        return id_

    async def conversation(self, contact: UUID, assignee: UUID | None = None) -> UUID:
        """Store a conversation with a contact."""
        channel = await self.db.fetchval("select id from channels where organization_id = $1", self.organization)
        if channel is None:
            channel = new_id()
            await self.db.execute(
                "insert into channels (organization_id, id, adapter, name, external_id, secrets, verify_token_hash)"
                " values ($1, $2, 'whatsapp_cloud', 'Loja', '1', '', '')",
                self.organization, channel,
            )  # fmt: skip
        id_ = new_id()
        await self.db.execute(
            "insert into conversations (organization_id, id, channel_id, contact_id, assignee_id) values ($1,$2,$3,$4,$5)",
            self.organization, id_, channel, contact, assignee,
        )  # fmt: skip
        return id_

    async def deal(self, title: str = "Um negócio", *, by: Browser | None = None, key: str = "", **more: Any) -> Json:
        """Begin a deal with somebody new."""
        body = {"pipeline_id": self.pipeline["id"], "phone": f"119{uuid4().int % 10**8:08d}", "title": title, **more}
        answer = await (by or self.operator).post("/deals", body, headers={"idempotency-key": key} if key else {})
        assert answer.status_code == 201, answer.text
        made: Json = answer.json()
        return made

    async def move(self, deal: Json, stage: str, *, by: Browser | None = None, **more: Any) -> Any:
        """Ask for a move over the revision that `deal` shows."""
        headers = {"idempotency-key": more.pop("key")} if "key" in more else {}
        body = {"stage_id": self.stage(stage), "revision": deal["revision"], **more}
        return await (by or self.operator).post(f"/deals/{deal['id']}/move", body, headers=headers)

    async def moved(self, deal: Json, stage: str, **more: Any) -> Json:
        answer = await self.move(deal, stage, **more)
        assert answer.status_code == 200, answer.text
        moved: Json = answer.json()
        return moved

    async def board(self, by: Browser | None = None, **query: Any) -> dict[str, Json]:
        """Return the columns of the board by their stages' names."""
        answer = await (by or self.operator).get(f"/pipelines/{self.pipeline['id']}/board", params=query)
        assert answer.status_code == 200, answer.text
        return {one["name"]: one for one in answer.json()["stages"]}


def titles(column: Json) -> list[str]:
    return [one["title"] for one in column["deals"]]


@contextlib.asynccontextmanager
async def shop(clone: Clone) -> AsyncIterator[Shop]:
    """Serve a shop with the usual pipeline."""
    async with office(clone, routers=routers) as served:
        organization = await served.organization("loja")
        members, browsers = {}, {}
        for name, role in (("admin", Role.ORG_ADMIN), ("operator", Role.OPERATOR), ("agent", Role.AGENT)):
            members[name] = (await served.person(f"{name}@exemplo.test", {organization: role})).id
            browsers[name] = await served.signed_in(f"{name}@exemplo.test")
        made = await browsers["admin"].post("/pipelines", {"name": "Vendas"})
        assert made.status_code == 201, made.text
        db = await asyncpg.connect(clone.owner_dsn)
        try:
            yield Shop(served, db, organization, browsers["admin"], browsers["operator"], browsers["agent"],
                       dict(members), made.json())  # fmt: skip
        finally:
            await db.close()
            for browser in browsers.values():
                await browser.http.aclose()
