"""Which operations are there, who may do each, and how is each done with an organization's own things?

The test's own matrix, written by hand, beside the product's: where the two part, one of them is wrong.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from json import dumps
from typing import Any
from uuid import UUID

import pyotp

from recado.foundation.identifiers import new_id
from recado.foundation.pages import write_cursor
from recado.foundation.secrets import token_hash
from tests.support.access import PASSWORD, REFRESH
from tests.tenancy.asking import Request
from tests.tenancy.seeding import Place
from tests.tenancy.world import Principal, World

PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"
    + bytes(16)
)


@dataclass(frozen=True, slots=True)
class Plan:
    """How an operation is asked for so that it succeeds: what fills its holes, and who asks where that is somebody new."""

    path: Mapping[str, str] = field(default_factory=dict)
    query: Mapping[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    json: Any = None
    raw: bytes = b""
    by: Principal | None = None


Make = Callable[[World, Place, Principal], Awaitable[Plan]]


@dataclass(frozen=True, slots=True)
class Operation:
    """Who may do it, and how."""

    may: frozenset[str]
    make: Make


ADMIN = frozenset({"admin"})
OPERATORS = ADMIN | {"operator"}
WRITERS = OPERATORS | {"agent"}
MEMBERS = WRITERS | {"viewer"}
WIDE, NARROW = frozenset({"wide_key"}), frozenset({"narrow_key"})
PERSONS = MEMBERS | {"platform"}
PUBLIC = frozenset({"anonymous"})
PLATFORM = frozenset({"platform"})
MACHINE = frozenset({"machine"})
"""What runs the installation and shows a token of its settings."""


async def plain(_world: World, _place: Place, _who: Principal) -> Plan:
    return Plan()


def with_query(**query: Callable[[Place], str]) -> Make:
    async def make(_world: World, place: Place, _who: Principal) -> Plan:
        return Plan(query={name: value(place) for name, value in query.items()})

    return make


def with_path(**path: str) -> Make:
    async def make(_world: World, _place: Place, _who: Principal) -> Plan:
        return Plan(path=path)

    return make


def with_json(body: Any) -> Make:
    async def make(_world: World, _place: Place, _who: Principal) -> Plan:
        return Plan(json=body)

    return make


def one_of(table: str, hole: str, *, json: Any = None, **given: Any) -> Make:
    """Return the plan for a new row of `table` in a hole of the path."""

    async def make(world: World, place: Place, _who: Principal) -> Plan:
        row = await world.fresh(place, table, **given)
        return Plan(path={hole: str(row["id"])}, json=json)

    return make


def in_conversation(json: Any = None, **given: Any) -> Make:
    async def make(world: World, place: Place, _who: Principal) -> Plan:
        return Plan(path={"ref": str((await world.conversation(place, **given))["id"])}, json=json)

    return make


async def by_somebody_new(world: World, _place: Place, who: Principal) -> Plan:
    return Plan(by=await world.again(who))


def by_somebody_new_with(json: Any) -> Make:
    async def make(world: World, _place: Place, who: Principal) -> Plan:
        return Plan(json=json, by=await world.again(who))

    return make


async def end_other_session(world: World, place: Place, who: Principal) -> Plan:
    somebody = await world.again(who)
    if somebody is who:
        return Plan(path={"session_id": str(place["user_sessions"]["id"])})
    await world.sign_in(somebody.email)
    first = await world.seeder.db.fetchval(
        "select id from user_sessions where user_id = $1 order by id limit 1", somebody.id
    )
    other = await world.seeder.db.fetchval(
        "select id from user_sessions where user_id = $1 order by id desc limit 1", somebody.id
    )
    assert first != other
    return Plan(path={"session_id": str(other)}, by=somebody)


async def switch(world: World, place: Place, who: Principal) -> Plan:
    return Plan(json={"organization_id": str(place.id)}, by=await world.again(who))


async def sign_in(world: World, place: Place, _who: Principal) -> Plan:
    somebody = await world.person("viewer", place)
    return Plan(json={"email": somebody.email, "password": PASSWORD})


async def refresh(world: World, place: Place, _who: Principal) -> Plan:
    somebody = await world.person("viewer", place)
    browser = world.office.browser()
    assert (await browser.sign_in(somebody.email)).status_code == 200
    await browser.http.aclose()
    return Plan(headers={"cookie": f"{REFRESH}={browser.cookies[REFRESH]}"})


async def confirm_totp(world: World, _place: Place, who: Principal) -> Plan:
    somebody = await world.again(who)
    begun = await world.ask(somebody, Request("POST", "/api/v1/session/totp", json={"password": PASSWORD}))
    secret = begun.json()["secret"] if begun.status == 200 else pyotp.random_base32()
    return Plan(json={"code": pyotp.TOTP(secret).now()}, by=somebody)


def invitation(**answer: str) -> Make:
    async def make(world: World, place: Place, _who: Principal) -> Plan:
        token = f"invitation-{new_id().hex}"
        email = f"{place.canary('invited', 'email')}@exemplo.test"
        await world.fresh(place, "invitations", email=email, token_hash=token_hash(token))
        return Plan(json={"token": token, **answer})

    return make


async def change_member(world: World, place: Place, _who: Principal) -> Plan:
    user = await world.fresh(place, "users")
    member = await world.fresh(place, "members", id=user["id"])
    return Plan(path={"member_id": str(member["id"])}, json={"role": "viewer"})


async def invite(_world: World, place: Place, _who: Principal) -> Plan:
    return Plan(json={"email": f"{place.canary('new', 'email')}@exemplo.test", "role": "agent"})


async def create_team(_world: World, place: Place, _who: Principal) -> Plan:
    return Plan(json={"name": place.canary("new", "team"), "member_ids": [str(place["members"]["id"])]})


async def create_secret(_world: World, place: Place, _who: Principal) -> Plan:
    name = place.canary("new", "secret").lower()
    return Plan(json={"name": name, "value": "abc", "origins": ["https://api.exemplo.com.br"]})


async def change_team(world: World, place: Place, _who: Principal) -> Plan:
    team = await world.fresh(place, "teams")
    body = {"name": place.canary("new", "team"), "member_ids": [str(place["members"]["id"])]}
    return Plan(path={"team_id": str(team["id"])}, json=body)


async def ask_for_look(_world: World, place: Place, _who: Principal) -> Plan:
    slug = place["organizations"]["slug"]
    return Plan(json={"organization": slug, "reason": "um chamado do suporte", "minutes": 30})


async def end_own_look(world: World, place: Place, who: Principal) -> Plan:
    asked = await world.fresh(place, "access_grants", **({"user_id": who.id} if who.email else {}))
    return Plan(path={"grant_id": str(asked["id"])})


async def one_message(world: World, place: Place, _who: Principal) -> Plan:
    conversation = await world.conversation(place)
    message = await world.fresh(place, "messages", conversation_id=conversation["id"])
    return Plan(path={"ref": str(conversation["id"]), "message_id": str(message["id"])})


async def lines(world: World, place: Place, who: Principal) -> Plan:
    plan = await one_message(world, place, who)
    return Plan(path={"ref": plan.path["ref"]}, query={"before": plan.path["message_id"]})


async def send(world: World, place: Place, who: Principal) -> Plan:
    plan = await one_message(world, place, who)
    upload = await world.fresh(place, "uploads", **({"uploaded_by": who.id} if who.place is place else {}))
    await world.keep_file(place, upload, "uploads")
    body = {"text": "Bom dia", "media_id": str(upload["id"]), "reply_to": plan.path["message_id"]}
    return Plan(path={"ref": plan.path["ref"]}, headers={"idempotency-key": new_id().hex}, json=body)


async def read_file(world: World, place: Place, who: Principal) -> Plan:
    plan = await one_message(world, place, who)
    row = await world.fresh(place, "media", message_id=UUID(plan.path["message_id"]))
    await world.keep_file(place, row, "media")
    return Plan(path={"media_id": str(row["id"])})


async def fetch_file(world: World, place: Place, who: Principal) -> Plan:
    plan = await one_message(world, place, who)
    row = await world.fresh(place, "media", message_id=UUID(plan.path["message_id"]), state="failed")
    return Plan(path={"media_id": str(row["id"])})


async def upload(_world: World, _place: Place, _who: Principal) -> Plan:
    return Plan(headers={"content-type": "image/png", "x-filename": "foto.png"}, raw=PNG)


async def retry(world: World, place: Place, _who: Principal) -> Plan:
    letter = await world.fresh(place, "dead_letters", kind="message", channel_id=place["channels"]["id"])
    return Plan(path={"letter_id": str(letter["id"])})


async def follow(_world: World, place: Place, _who: Principal) -> Plan:
    fact = place["facts"]
    return Plan(path={"organization_id": str(place.id)}, headers={"last-event-id": f"{fact['xid']}-{fact['seq']}"})


HELLO: Mapping[str, Any] = {
    "format": 1, "id": "x", "name": "Oi", "entry": "inicio",
    "nodes": {"inicio": {"type": "start", "exits": {"next": "oi"}}, "oi": {"type": "message", "options": {"text": "Oi!"}}},
}  # fmt: skip


WRITER: Mapping[str, Any] = {"contact": {"email": "ana@exemplo.test"}}
"""Who writes to a simulated bot: nobody of any organization."""


def in_flow(json: Any = None, **query: str) -> Make:
    """Return the plan for a flow that can be read, with one published version."""

    async def make(world: World, place: Place, _who: Principal) -> Plan:
        flow = await world.fresh(place, "flows", draft=dumps(HELLO))
        await world.fresh(place, "flow_versions", flow_id=flow["id"], number=1, definition=dumps(HELLO))
        return Plan(path={"flow_id": str(flow["id"]), "number": "1"}, query=query, json=json)

    return make


def with_bot(body: Mapping[str, Any]) -> Make:
    async def make(_world: World, place: Place, _who: Principal) -> Plan:
        return Plan(json={**body, "bot_id": str(place["bots"]["id"])})

    return make


async def check_flow(world: World, place: Place, _who: Principal) -> Plan:
    flow = await world.fresh(place, "flows", draft=dumps(HELLO))
    return Plan(json={"definition": HELLO, "flow_id": str(flow["id"])})


async def change_bot(world: World, place: Place, _who: Principal) -> Plan:
    bot, flow = await world.fresh(place, "bots"), await world.fresh(place, "flows", draft=dumps(HELLO))
    body = {"name": place.canary("new", "bot"), "keywords": ["oi"], "entry_flow_id": str(flow["id"])}
    return Plan(path={"bot_id": str(bot["id"])}, json=body)


async def create_bot(world: World, place: Place, _who: Principal) -> Plan:
    flow = await world.fresh(place, "flows", draft=dumps(HELLO))
    return Plan(json={"name": place.canary("new", "bot"), "entry_flow_id": str(flow["id"])})


def head_of(place: Place) -> str:
    return bytes(place["audit_seals"]["hash"]).hex().ljust(64, "0")[:64]


def an_id(table: str) -> Callable[[Place], str]:
    return lambda place: str(place[table]["id"])


def moment_and_id(table: str, moment: str) -> Callable[[Place], str]:
    return lambda place: write_cursor(place[table][moment], place[table]["id"])


MATRIX: Mapping[str, Operation] = {
    "health.live": Operation(PUBLIC, plain),
    "health.ready": Operation(PUBLIC, plain),
    "health.dependency": Operation(PUBLIC, with_path(dependency="database")),
    "metrics.read": Operation(MACHINE, plain),
    "session.start": Operation(PUBLIC, sign_in),
    "session.refresh": Operation(PUBLIC, refresh),
    "invitations.read": Operation(PUBLIC, invitation()),
    "invitations.accept": Operation(PUBLIC, invitation(name="Nova Pessoa", password=PASSWORD)),
    "session.end": Operation(PERSONS, by_somebody_new),
    "session.list": Operation(PERSONS, plain),
    "session.end_other": Operation(PERSONS, end_other_session),
    # The platform's people are members of nothing: they have nowhere to go on in.
    "session.switch": Operation(MEMBERS, switch),
    "session.change_password": Operation(
        PERSONS, by_somebody_new_with({"current": PASSWORD, "new": "outra-caneta-2718"})
    ),
    "session.begin_totp": Operation(PERSONS, by_somebody_new_with({"password": PASSWORD})),
    "session.confirm_totp": Operation(PERSONS, confirm_totp),
    "session.drop_totp": Operation(PERSONS, by_somebody_new_with({"password": PASSWORD})),
    "me.read": Operation(PERSONS, plain),
    "me.change": Operation(PERSONS, by_somebody_new_with({"name": "Outro Nome"})),
    "organization.read": Operation(MEMBERS | WIDE, plain),
    "organization.change": Operation(ADMIN | WIDE, with_json({"name": "Outro Nome", "consent": "off"})),
    "members.list": Operation(MEMBERS | WIDE, with_query(cursor=an_id("members"))),
    "members.change": Operation(ADMIN, change_member),
    "members.list_invitations": Operation(ADMIN, plain),
    "members.invite": Operation(ADMIN, invite),
    "members.withdraw_invitation": Operation(ADMIN, one_of("invitations", "invitation_id")),
    "teams.list": Operation(MEMBERS | WIDE, plain),
    "teams.create": Operation(ADMIN | WIDE, create_team),
    "teams.change": Operation(ADMIN | WIDE, change_team),
    "teams.remove": Operation(ADMIN | WIDE, one_of("teams", "team_id")),
    "secrets.list": Operation(OPERATORS | WIDE, plain),
    "secrets.create": Operation(ADMIN | WIDE, create_secret),
    "secrets.rotate": Operation(ADMIN | WIDE, one_of("secrets", "secret_id", json={"value": "outro"})),
    "secrets.remove": Operation(ADMIN | WIDE, one_of("secrets", "secret_id")),
    "api_keys.list": Operation(ADMIN | WIDE, with_query(cursor=an_id("api_keys"))),
    "api_keys.create": Operation(ADMIN, with_json({"name": "chave", "scopes": ["channels:read"]})),
    "api_keys.revoke": Operation(ADMIN, one_of("api_keys", "key_id")),
    "audit.list": Operation(
        ADMIN | WIDE, with_query(cursor=an_id("audit_entries"), action=lambda place: place["audit_entries"]["action"])
    ),
    "audit.verify": Operation(ADMIN | WIDE, with_query(index=lambda _place: "1", head=head_of)),
    "grants.list": Operation(ADMIN | WIDE, plain),
    "grants.approve": Operation(ADMIN, one_of("access_grants", "grant_id")),
    "grants.end": Operation(ADMIN, one_of("access_grants", "grant_id")),
    "platform.list_grants": Operation(PLATFORM, plain),
    "platform.request_grant": Operation(PLATFORM, ask_for_look),
    "platform.end_grant": Operation(PLATFORM, end_own_look),
    "overview.read": Operation(MEMBERS | WIDE, plain),
    "overview.funnel": Operation(MEMBERS | WIDE, plain),
    "conversations.list": Operation(
        MEMBERS | WIDE,
        with_query(
            q=lambda place: place["message_words"]["word"],
            assignee=an_id("members"),
            cursor=moment_and_id("conversations", "last_message_at"),
        ),
    ),
    "conversations.read": Operation(MEMBERS | WIDE, in_conversation()),
    "conversations.messages": Operation(MEMBERS | WIDE, lines),
    "conversations.message": Operation(MEMBERS | WIDE, one_message),
    "flows.session": Operation(MEMBERS | WIDE, in_conversation()),
    "flows.list": Operation(MEMBERS | WIDE, plain),
    "flows.create": Operation(OPERATORS | WIDE, with_bot({"name": "Novo fluxo", "definition": HELLO})),
    "flows.templates": Operation(MEMBERS | WIDE, plain),
    "flows.check": Operation(MEMBERS | WIDE, check_flow),
    "flows.import": Operation(OPERATORS | WIDE, with_bot({"format": "json", "text": dumps(HELLO)})),
    "flows.read": Operation(MEMBERS | WIDE, in_flow()),
    "flows.save": Operation(OPERATORS | WIDE, in_flow({"revision": 1, "definition": HELLO})),
    "flows.archive": Operation(OPERATORS | WIDE, in_flow()),
    "flows.export": Operation(MEMBERS | WIDE, in_flow(format="json")),
    "flows.preview": Operation(MEMBERS | WIDE, in_flow()),
    "flows.publish": Operation(OPERATORS | WIDE, in_flow({"revision": 1, "sessions": "move"})),
    "flows.versions": Operation(MEMBERS | WIDE, in_flow()),
    "flows.version": Operation(MEMBERS | WIDE, in_flow()),
    "flows.diff": Operation(MEMBERS | WIDE, in_flow(to="draft")),
    "flows.restore": Operation(OPERATORS | WIDE, in_flow({"revision": 1})),
    "flows.simulate": Operation(MEMBERS | WIDE, in_flow({**WRITER, "input": {"kind": "message", "text": "oi"}})),
    "flows.tests": Operation(MEMBERS | WIDE, in_flow()),
    "flows.save_tests": Operation(OPERATORS | WIDE, in_flow({"revision": 1, "text": "[]"})),
    "flows.run_tests": Operation(MEMBERS | WIDE, in_flow({"text": "[]"})),
    "flows.record_test": Operation(
        MEMBERS | WIDE,
        in_flow({**WRITER, "name": "Um oi", "exchanges": [{"kind": "message", "text": "oi"}], "text": "[]"}),
    ),
    "flows.analytics": Operation(MEMBERS | WIDE, in_flow(days="30")),
    "flows.node_types": Operation(MEMBERS | WIDE, plain),
    "bots.list": Operation(MEMBERS | WIDE, plain),
    "bots.create": Operation(OPERATORS | WIDE, create_bot),
    "bots.change": Operation(OPERATORS | WIDE, change_bot),
    "conversations.send": Operation(WRITERS | WIDE, send),
    "conversations.note": Operation(WRITERS | WIDE, in_conversation({"text": "para os colegas"})),
    "conversations.take": Operation(WRITERS | WIDE, in_conversation()),
    "conversations.hand_back": Operation(WRITERS | WIDE, in_conversation()),
    "conversations.close": Operation(WRITERS | WIDE, in_conversation()),
    "conversations.wait": Operation(WRITERS | WIDE, in_conversation()),
    "conversations.mark_read": Operation(WRITERS | WIDE, in_conversation(unread=3)),
    "media.upload": Operation(WRITERS | WIDE, upload),
    "media.read": Operation(MEMBERS | WIDE, read_file),
    "media.fetch": Operation(WRITERS | WIDE, fetch_file),
    "dead_letters.list": Operation(OPERATORS | WIDE, with_query(cursor=moment_and_id("dead_letters", "died_at"))),
    "dead_letters.retry": Operation(OPERATORS | WIDE, retry),
    "dead_letters.dismiss": Operation(OPERATORS | WIDE, retry),
    "channels.list": Operation(MEMBERS | WIDE | NARROW, plain),
    "channels.status": Operation(MEMBERS | WIDE | NARROW, plain),
    "channels.connect": Operation(ADMIN | WIDE, one_of("channels", "channel_id")),
    "channels.disconnect": Operation(ADMIN | WIDE, one_of("channels", "channel_id")),
    "live.follow": Operation(MEMBERS | WIDE, follow),
    "system.read": Operation(MEMBERS | WIDE, plain),
}
"""By operation id. What is served and stands not here fails the build."""
