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
from tests.tenancy import people_plans
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
# An agent knows people by their own conversations alone.
LOOKERS = OPERATORS | {"viewer"}
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


async def connection(world: World, place: Place, _who: Principal) -> Plan:
    """Connect or disconnect a new channel."""
    return Plan(json={"connection_id": str((await world.fresh(place, "channels"))["id"])})


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


async def assign(world: World, place: Place, _who: Principal) -> Plan:
    row = await world.conversation(place)
    member, team = str(place["members"]["id"]), str(place["teams"]["id"])
    body = {"member_id": member, "team_id": team, "seen_assignee_id": member, "note": "para você"}
    return Plan(path={"ref": str(row["id"])}, json=body)


async def note(world: World, place: Place, _who: Principal) -> Plan:
    row = await world.conversation(place)
    body = {"text": "para os colegas", "mention_ids": [str(place["members"]["id"])]}
    return Plan(path={"ref": str(row["id"])}, json=body)


async def cap(world: World, place: Place, _who: Principal) -> Plan:
    user = await world.fresh(place, "users")
    member = await world.fresh(place, "members", id=user["id"])
    return Plan(path={"member_id": str(member["id"])}, json={"cap": 7})


async def mentions_read(world: World, place: Place, _who: Principal) -> Plan:
    return Plan(json={"conversation_id": str((await world.conversation(place))["id"])})


async def use_reply(world: World, place: Place, _who: Principal) -> Plan:
    row, reply = await world.conversation(place), await world.fresh(place, "quick_replies")
    return Plan(path={"ref": str(row["id"]), "reply_id": str(reply["id"])})


async def keep_reply(_world: World, place: Place, who: Principal) -> Plan:
    shortcut = place.canary("new", "reply").lower()
    shared = who.name != "agent"
    return Plan(json={"shortcut": shortcut, "title": "Oi", "text": "Oi, {{ contact.name }}!", "shared": shared})


def own_reply(json: Any = None) -> Make:
    """Return the plan for a quick reply that belongs to whoever asks, or to the organization where a key does."""

    async def make(world: World, place: Place, who: Principal) -> Plan:
        own = {"owner_id": who.id} if who.name == "agent" and who.place is place else {}
        row = await world.fresh(place, "quick_replies", **own)
        body = json and {**json, "shortcut": place.canary("new", "reply").lower()}
        return Plan(path={"reply_id": str(row["id"])}, json=body)

    return make


async def add_cloud_channel(_world: World, place: Place, _who: Principal) -> Plan:
    body = {
        "name": place.canary("new", "channel"), "external_id": str(new_id().int)[:20], "app_secret": "um-segredo",
        "verify_token": "um-token-dado", "access_token": "EAAum-token-dado",
    }  # fmt: skip
    return Plan(json=body)


WEBHOOK: Mapping[str, Any] = {
    "url": "https://erp.exemplo.com.br/avisos", "facts": ["conversations.conversation_opened"],
}  # fmt: skip


async def create_webhook(world: World, place: Place, _who: Principal) -> Plan:
    # An organization may have twenty, and each of those who ask here makes one.
    await world.seeder.db.execute("delete from webhook_subscriptions where url = $1", WEBHOOK["url"])
    return Plan(json={"name": place.canary("new", "webhook"), **WEBHOOK})


async def one_delivery(world: World, place: Place, _who: Principal) -> Plan:
    row = await world.fresh(place, "webhook_deliveries")
    return Plan(path={"webhook_id": str(row["subscription_id"]), "delivery_id": str(row["id"])})


async def deliveries(world: World, place: Place, who: Principal) -> Plan:
    plan = await one_delivery(world, place, who)
    return Plan(path={"webhook_id": plan.path["webhook_id"]}, query={"cursor": plan.path["delivery_id"]})


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
    line = plan.path["message_id"]
    return Plan(path={"ref": plan.path["ref"]}, query={"before": line, "around": line, "after": line})


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


async def create_person(_world: World, _place: Place, _who: Principal) -> Plan:
    return Plan(json={"name": "Bia", "identifiers": [people_plans.somebodys_email()]})


async def add_identifier(world: World, place: Place, _who: Principal) -> Plan:
    return Plan(path={"contact_id": await people_plans.somebody(world, place)}, json=people_plans.somebodys_email())


async def remove_identifier(world: World, place: Place, _who: Principal) -> Plan:
    contact, number = await people_plans.number_of(world, place)
    return Plan(path={"contact_id": contact}, json={"kind": "phone", "value": number})


async def decide_pair(world: World, place: Place, _who: Principal) -> Plan:
    return Plan(path={"proposal_id": await people_plans.pair(world, place)}, json={})


async def merge_people(world: World, place: Place, _who: Principal) -> Plan:
    other = await people_plans.somebody(world, place)
    return Plan(path={"contact_id": await people_plans.somebody(world, place)}, json={"contact_id": other})


async def undo_merge(world: World, place: Place, _who: Principal) -> Plan:
    return Plan(path={"merge_id": await people_plans.merged(world, place)})


async def refuse_pair(world: World, place: Place, _who: Principal) -> Plan:
    return Plan(path={"proposal_id": await people_plans.pair(world, place)})


async def create_field(_world: World, _place: Place, _who: Principal) -> Plan:
    # No canary: another organization's administrator says the same and has a field of that label afterwards.
    return Plan(json={"label": f"Campo {new_id().hex}", "type": "text"})


async def create_segment(_world: World, _place: Place, _who: Principal) -> Plan:
    return Plan(json={"name": f"Segmento {new_id().hex}", "filter": {"all": []}})


async def upload_people(_world: World, _place: Place, _who: Principal) -> Plan:
    return Plan(headers={"content-type": "text/csv", "x-filename": "gente.csv"}, raw=people_plans.PEOPLE_CSV)


async def start_import(world: World, place: Place, _who: Principal) -> Plan:
    body = {"targets": ["phone"], "legal_basis": "contract"}
    return Plan(path={"import_id": await people_plans.draft(world, place)}, json=body)


async def retry(world: World, place: Place, _who: Principal) -> Plan:
    letter = await world.fresh(place, "dead_letters", kind="message", channel_id=place["channels"]["id"])
    return Plan(path={"letter_id": str(letter["id"])})


def open_handoff(json: Any = None) -> Make:
    """Return the plan for a transbordo of a conversation that nobody has taken."""

    async def make(world: World, place: Place, _who: Principal) -> Plan:
        conversation = await world.conversation(place)
        row = await world.fresh(place, "handoffs", conversation_id=conversation["id"], state="open")
        return Plan(path={"handoff_id": str(row["id"])}, json=json)

    return make


async def handoff_settings(_world: World, place: Place, _who: Principal) -> Plan:
    return Plan(json={"email_recipients": ["ana@exemplo.com.br"], "channel_id": str(place["channels"]["id"])})


async def delegate(world: World, place: Place, _who: Principal) -> Plan:
    conversation = await world.conversation(place)
    body = {"text": "Bom dia", "conversation": str(conversation["id"])}
    return Plan(headers={"idempotency-key": new_id().hex}, json=body)


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
