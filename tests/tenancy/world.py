"""Which organizations, people and keys does the cross-organization test have, and what serves them?"""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

import asyncpg
from fastapi import FastAPI

from recado.app import authentication
from recado.app.api import build_api
from recado.app.bootstrap import connect, product
from recado.app.web import webhooks
from recado.foundation.files import Files
from recado.foundation.identifiers import OrganizationId, new_id
from recado.foundation.phone import match_key
from recado.foundation.settings import Settings
from recado.organizations.models import Role
from recado.organizations.permissions import KEY_SCOPES
from recado.organizations.service.passwords import Passwords
from tests.support.access import CHEAP, HUGE, ORIGIN, PASSWORD, Office
from tests.support.postgres import MASTER_KEY, Clone
from tests.tenancy.asking import STREAM_S, Answer, Request, ask
from tests.tenancy.graph import graph
from tests.tenancy.seeding import Place, Seeder, phone_of

MASTER_KEY_HEX = "7e57" * 16
NOBODY = UUID(int=0)
METRICS_TOKEN = "a-token-of-the-installation-31415"
COLLEAGUE = "colleague"
FILE_BYTES = b"%PDF-1.4\n%%EOF "

ROLES: Mapping[str, Role] = {
    "admin": Role.ORG_ADMIN,
    "operator": Role.OPERATOR,
    "agent": Role.AGENT,
    "viewer": Role.VIEWER,
}


@dataclass(frozen=True, slots=True)
class Principal:
    """Somebody who asks. `place` is their organization; a key and a stranger have no e-mail."""

    name: str
    place: Place | None
    token: str = ""
    id: UUID = NOBODY
    email: str = ""


@dataclass(slots=True)
class World:
    """Three organizations in one product: A asks, B must stay unseen, C shows that every operation can succeed."""

    office: Office
    files: Files
    seeder: Seeder
    a: Place
    b: Place
    c: Place
    who: dict[str, Principal] = field(default_factory=dict)
    colleague: dict[str, str] = field(default_factory=dict)
    """What belongs to an operator of A and no agent may see, by the hole of a path that it fits."""
    graph: str = ""
    """The address of a provider that answers."""

    @property
    def app(self) -> FastAPI:
        return self.office.app

    async def ask(self, principal: Principal, request: Request, *, listen_s: float = STREAM_S) -> Answer:
        return await ask(self.app, request, token=principal.token, listen_s=listen_s)

    async def fresh(self, place: Place, table: str, **given: Any) -> Mapping[str, Any]:
        """Insert a row for one request, beside those that the place is known by."""
        known = place.rows.get(table)
        row = await self.seeder.insert(place, table, **given)
        if known is not None:
            place.rows[table] = known
        return row

    async def conversation(self, place: Place, **given: Any) -> Mapping[str, Any]:
        """Insert a conversation that nobody has taken, with a person of its own."""
        contact = await self.fresh(place, "contacts")
        return await self.fresh(place, "conversations", **{"contact_id": contact["id"], "assignee_id": None, **given})

    async def keep_file(self, place: Place, row: Mapping[str, Any], what: str) -> None:
        """Put bytes with a canary where the row says that they are."""
        content = FILE_BYTES + place.canary(what, "bytes").encode()
        await self.files.save(row["storage_key"], _once(content), limit=10**6, head=0, tail=1)

    async def person(self, name: str, place: Place | None, *, role: Role | None = None) -> Principal:
        """Store somebody and sign them in over HTTP; without a place somebody of the platform."""
        email = f"{place.canary('people', 'email') if place else f'plataforma{new_id().hex}'}@exemplo.test"
        places = {} if place is None else {place.id: role or ROLES[name]}
        stored = await self.office.person(email, places, super_admin=place is None)
        return Principal(name, place, await self.sign_in(email), stored.id, email)

    async def sign_in(self, email: str) -> str:
        """Return a new access token."""
        body = {"email": email, "password": PASSWORD}
        answer = await ask(self.app, Request("POST", "/api/v1/session", json=body))
        assert answer.status == 200, answer.body
        return str(answer.json()["access_token"])

    async def again(self, principal: Principal) -> Principal:
        """Return somebody new of the same kind, for a request that changes or ends who asks; others than persons stay."""
        if not principal.email or principal.name == "revoked":
            return principal
        return await self.person(principal.name, principal.place, role=ROLES.get(principal.name, Role.ORG_ADMIN))

    async def key(self, name: str, scopes: list[str]) -> Principal:
        """Have the administrator make an API key."""
        body = {"name": name, "scopes": scopes}
        answer = await self.ask(self.who["admin"], Request("POST", "/api/v1/api-keys", json=body))
        assert answer.status == 201, answer.body
        return Principal(name, self.a, answer.json()["secret"], UUID(answer.json()["api_key"]["id"]))


@contextlib.asynccontextmanager
async def world(clone: Clone, folder: Path) -> AsyncIterator[World]:
    """Serve the whole API on `clone`, with everybody signed in."""
    settings = Settings(
        database_url=clone.owner_dsn, recado_home=str(folder), recado_master_key=MASTER_KEY_HEX, recado_public_url=ORIGIN,
        recado_metrics_token=METRICS_TOKEN,
    )  # fmt: skip
    passwords = Passwords(MASTER_KEY, CHEAP)
    async with contextlib.AsyncExitStack() as stack:
        built = await stack.enter_async_context(product(settings, role="recado_app", name="tenancy"))
        database = await connect(built, "recado_app", size=4, name="tenancy", statement_timeout_ms=10_000)
        intake = await connect(built, "recado_intake", size=1, name="tenancy-intake")
        owner = await asyncpg.connect(clone.owner_dsn)
        for close in (owner.close, intake.close, database.close):
            stack.push_async_callback(close)
        app = build_api(built, database, webhooks(built, database, intake))
        access = replace(authentication.open_door(database, MASTER_KEY, settings), passwords=passwords, limits=HUGE)
        app.state.access = access
        office = Office(app, access, clone, await passwords.hash(PASSWORD))
        seeder = Seeder(owner, MASTER_KEY)
        await seeder.learn()
        a, b, c = (Place(letter, OrganizationId(new_id())) for letter in "abc")
        found = World(office, app.state.files, seeder, a, b, c, graph=await stack.enter_async_context(graph()))
        for place in (a, b, c):
            await _furnish(found, place)
        await _people(found)
        yield found
        passwords.close()


async def _furnish(world: World, place: Place) -> None:
    await world.seeder.insert(place, "organizations")
    await world.seeder.fill(place)
    for table in ("media", "uploads"):
        await world.keep_file(place, place[table], table)
    phone = phone_of(place)
    await world.fresh(
        place,
        "contact_addresses",
        kind="phone",
        value=phone,
        match_key=match_key(phone),
        contact_id=place["contacts"]["id"],
    )


async def _people(world: World) -> None:
    for name in ROLES:
        world.who[name] = await world.person(name, world.a)
    for place in (world.b, world.c):
        world.who[f"{place.letter}_admin"] = await world.person("admin", place)
    world.who["anonymous"] = Principal("anonymous", None)
    world.who["machine"] = Principal("machine", None, METRICS_TOKEN)
    world.who["platform"] = await world.person("platform", None)
    world.who["narrow_key"] = await world.key("narrow_key", ["channels:read"])
    world.who["wide_key"] = await world.key("wide_key", sorted(KEY_SCOPES))
    revoked = await world.person("admin", world.a)
    answer = await world.ask(
        world.who["admin"], Request("PATCH", f"/api/v1/members/{revoked.id}", json={"active": False})
    )
    assert answer.status == 200, answer.body
    world.who["revoked"] = replace(revoked, name="revoked")
    await _colleague(world)
    # Sessions belong to persons, not to organizations: seeding makes none.
    for place in (world.a, world.b):
        row = await world.seeder.db.fetchrow("select * from user_sessions where organization_id = $1", place.id)
        assert row is not None
        place.rows["user_sessions"] = dict(row)


async def _colleague(world: World) -> None:
    place = world.a
    word = partial(place.canary, COLLEAGUE)
    contact = await world.fresh(place, "contacts", name=word("name"))
    conversation = await world.fresh(
        place, "conversations", contact_id=contact["id"], assignee_id=world.who["operator"].id, state="waiting",
        answerer="person", waiting_since=datetime(2020, 1, 1, tzinfo=UTC), last_message_preview=word("preview"),
    )  # fmt: skip
    of_it = {"conversation_id": conversation["id"]}
    message = await world.fresh(place, "messages", **of_it, text=word("text"))
    file = await world.fresh(place, "media", message_id=message["id"], filename=word("file"))
    await world.keep_file(place, file, COLLEAGUE)
    searched = await world.fresh(place, "message_words", **of_it, word=word("word"))
    # Its stage stands among those of the place: the board that everybody may read shows it to nobody but its owner.
    deal = await world.fresh(
        place, "deals", contact_id=contact["id"], owner_id=world.who["operator"].id, title=word("title")
    )
    world.colleague = {
        "ref": str(conversation["id"]), "message_id": str(message["id"]), "media_id": str(file["id"]), "q": searched["word"],
        "deal_id": str(deal["id"]),
    }  # fmt: skip


async def _once(content: bytes) -> AsyncIterator[bytes]:
    yield content
