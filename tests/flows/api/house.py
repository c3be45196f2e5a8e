"""How do tests of the editor's routes get a served application with the product's own node types?"""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

from recado.app.installed import installed_nodes
from recado.flows.api import routers
from recado.flows.engine.limits import Limits
from recado.flows.library import FlowLibrary
from recado.foundation.identifiers import OrganizationId
from recado.organizations.models import Role
from tests.support.access import Browser, Office, office
from tests.support.postgres import Clone

HELLO: dict[str, Any] = {
    "format": 1,
    "id": "x",
    "name": "Saudação",
    "entry": "inicio",
    "nodes": {
        "inicio": {"type": "start", "exits": {"next": "oi"}, "layout": {"x": 0, "y": 0}},
        "oi": {
            "type": "question",
            "options": {"text": "Oi! Qual é o seu nome?", "kind": "name", "variable": "nome"},
            "exits": {"next": "tchau"},
            "layout": {"x": 220, "y": 0},
        },
        "tchau": {"type": "message", "options": {"text": "Prazer, {{ nome }}!"}, "exits": {"next": "fim"}},
        "fim": {"type": "end"},
    },
}
BROKEN: dict[str, Any] = {
    "format": 1,
    "id": "x",
    "name": "Quebrado",
    "entry": "inicio",
    "nodes": {"inicio": {"type": "start", "exits": {"next": "nada"}}},
}


@dataclass(slots=True)
class Desk:
    """A served application, one clinic and its administrator."""

    office: Office
    clinic: OrganizationId
    ana: Browser

    async def flow(self, definition: dict[str, Any] | None = None, **more: Any) -> str:
        body = {"name": "Saudação", "definition": definition or HELLO, **more}
        answer = await self.ana.post("/flows", body)
        assert answer.status_code == 201, answer.text
        return str(answer.json()["id"])

    async def bot(self, **more: Any) -> str:
        answer = await self.ana.post("/bots", {"name": "Recepção", **more})
        assert answer.status_code == 201, answer.text
        return str(answer.json()["id"])

    async def publish(self, flow: str, **more: Any) -> dict[str, Any]:
        revision = (await self.ana.get(f"/flows/{flow}")).json()["revision"]
        answer = await self.ana.post(f"/flows/{flow}/publish", {"revision": revision, **more})
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    async def member(self, role: Role, email: str) -> Browser:
        await self.office.person(email, {self.clinic: role})
        return await self.office.signed_in(email)


@contextlib.asynccontextmanager
async def desk(clone: Clone) -> AsyncIterator[Desk]:
    """Serve the routes of flows on `clone`, with Ana signed in."""
    async with office(clone, routers=routers) as found:
        found.app.state.library = FlowLibrary(installed_nodes(), limits=Limits())
        clinic = await found.organization("clinica")
        await found.person("ana@clinica.test", {clinic: Role.ORG_ADMIN})
        yield Desk(found, clinic, await found.signed_in("ana@clinica.test"))
