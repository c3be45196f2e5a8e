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


async def create_field(_world: World, place: Place, _who: Principal) -> Plan:
    return Plan(json={"label": place.canary("new", "field"), "type": "text"})


async def create_segment(_world: World, place: Place, _who: Principal) -> Plan:
    return Plan(json={"name": place.canary("new", "segment"), "filter": {"all": []}})


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


def in_pipeline(json: Any = None, **query: str) -> Make:
    """Return the plan for a new pipeline with one stage of each kind and one deal."""

    async def make(world: World, place: Place, _who: Principal) -> Plan:
        pipeline = await world.fresh(place, "pipelines")
        of_it = {"pipeline_id": pipeline["id"]}
        stages = [await world.fresh(place, "pipeline_stages", **of_it, kind=kind) for kind in ("open", "won", "lost")]
        deal = await world.fresh(place, "deals", **of_it, stage_id=stages[0]["id"])
        path = {"pipeline_id": str(pipeline["id"]), "stage_id": str(stages[0]["id"]), "deal_id": str(deal["id"])}
        return Plan(path=path, query=query, json=json)

    return make


async def create_deal(world: World, place: Place, who: Principal) -> Plan:
    found = (await in_pipeline()(world, place, who)).path
    body = {
        "pipeline_id": found["pipeline_id"], "stage_id": found["stage_id"], "contact_id": str(place["contacts"]["id"]),
        "owner_id": str(place["members"]["id"]),
    }  # fmt: skip
    return Plan(json=body, headers={"idempotency-key": new_id().hex})


async def change_deal(world: World, place: Place, who: Principal) -> Plan:
    found = await in_pipeline({"revision": 1, "owner_id": str(place["members"]["id"])})(world, place, who)
    return found


async def move_deal(world: World, place: Place, who: Principal) -> Plan:
    found = (await in_pipeline()(world, place, who)).path
    deal = await world.seeder.db.fetchrow("select * from deals where id = $1", UUID(found["deal_id"]))
    assert deal is not None
    target = await world.fresh(place, "pipeline_stages", pipeline_id=deal["pipeline_id"], kind="lost")
    reason = await world.fresh(place, "deal_reasons", kind="lost")
    body = {"stage_id": str(target["id"]), "revision": 1, "reason_id": str(reason["id"])}
    return Plan(path=found, headers={"idempotency-key": new_id().hex}, json=body)


async def remove_stage(world: World, place: Place, who: Principal) -> Plan:
    found = (await in_pipeline()(world, place, who)).path
    other = await world.fresh(place, "pipeline_stages", pipeline_id=UUID(found["pipeline_id"]), kind="open")
    return Plan(path=found, query={"move_to": str(other["id"])})


async def create_pipeline(_world: World, place: Place, _who: Principal) -> Plan:
    return Plan(json={"name": place.canary("new", "pipeline")})


async def rename_pipeline(world: World, place: Place, _who: Principal) -> Plan:
    row = await world.fresh(place, "pipelines")
    return Plan(path={"pipeline_id": str(row["id"])}, json={"name": place.canary("new", "pipeline")})


async def add_reason(_world: World, place: Place, _who: Principal) -> Plan:
    return Plan(json={"kind": "lost", "name": place.canary("new", "reason")})


def with_view(**json: Any) -> Make:
    """Return the plan for a kept filter of whoever asks."""

    async def make(world: World, place: Place, who: Principal) -> Plan:
        own = {"owner_id": who.id} if who.email and who.place is place else {}
        view = await world.fresh(place, "conversation_views", **own)
        return Plan(path={"view_id": str(view["id"])}, json=json or None)

    return make


async def act_on_many(world: World, place: Place, _who: Principal) -> Plan:
    ids = [str((await world.conversation(place))["id"])]
    return Plan(json={"action": "assign", "ids": ids, "assignee_id": str(place["members"]["id"])})


async def keep_draft(world: World, place: Place, who: Principal) -> Plan:
    plan = await one_message(world, place, who)
    body = {"text": "Bom d", "reply_to": plan.path["message_id"], "revision": 1}
    return Plan(path={"ref": plan.path["ref"]}, json=body)


DRAFT: Mapping[str, Any] = {"name": "lembrete_novo", "category": "UTILITY", "body": "A clínica abre amanhã às oito."}


def of_channel(body: Mapping[str, Any]) -> Make:
    async def make(_world: World, place: Place, _who: Principal) -> Plan:
        return Plan(json={**body, "channel_id": str(place["channels"]["id"])})

    return make


def with_template(body: Mapping[str, Any]) -> Make:
    async def make(_world: World, place: Place, _who: Principal) -> Plan:
        return Plan(path={"template_id": str(place["templates"]["id"])}, json=body)

    return make


async def sample(_world: World, place: Place, _who: Principal) -> Plan:
    return Plan(query={"channel_id": str(place["channels"]["id"])}, headers={"content-type": "image/png"}, raw=PNG)


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
    "hours.read": Operation(MEMBERS | WIDE, plain),
    "hours.set": Operation(ADMIN | WIDE, with_json({"week": [[]] * 7, "holiday_state": "SP"})),
    "hours.put_day": Operation(ADMIN | WIDE, with_json({"day": "2026-12-24", "name": "Véspera"})),
    "hours.remove_day": Operation(ADMIN | WIDE, one_of("opening_days", "day_id")),
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
    "webhooks.list": Operation(ADMIN | WIDE, plain),
    "webhooks.create": Operation(ADMIN | WIDE, create_webhook),
    "webhooks.change": Operation(ADMIN | WIDE, one_of("webhook_subscriptions", "webhook_id", json={"active": False})),
    "webhooks.rotate": Operation(ADMIN | WIDE, one_of("webhook_subscriptions", "webhook_id", json={})),
    "webhooks.remove": Operation(ADMIN | WIDE, one_of("webhook_subscriptions", "webhook_id")),
    "webhooks.test": Operation(ADMIN | WIDE, one_of("webhook_subscriptions", "webhook_id")),
    "webhooks.deliveries": Operation(ADMIN | WIDE, deliveries),
    "webhooks.resend": Operation(ADMIN | WIDE, one_delivery),
    "analytics.conversations": Operation(
        OPERATORS | {"viewer"} | WIDE,
        with_query(
            **{"from": lambda _place: "2026-01-01", "to": lambda _place: "2026-12-31", "group": lambda _place: "person"}
        ),
    ),
    "analytics.conversations_csv": Operation(OPERATORS | {"viewer"} | WIDE, with_query(group=lambda _place: "team")),
    "audit.list": Operation(
        ADMIN | WIDE,
        with_query(
            cursor=an_id("audit_entries"),
            action=lambda place: place["audit_entries"]["action"],
            actor=an_id("members"),
            since=lambda _place: "2020-01-01T00:00:00Z",
            until=lambda _place: "2099-01-01T00:00:00Z",
        ),
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
    "overview.conversas": Operation(
        MEMBERS | WIDE, with_query(cursor=moment_and_id("conversations", "last_message_at"), status=lambda _: "aguardando")
    ),
    "overview.export": Operation(MEMBERS | WIDE, plain),
    "overview.repairs": Operation(OPERATORS | {"viewer"} | WIDE, with_query(after=an_id("conversations"))),
    "overview.repair": Operation(OPERATORS | WIDE, in_conversation({"state": "archived"}, legacy_state="fechada")),
    "handoffs.list": Operation(MEMBERS | WIDE, with_query(cursor=moment_and_id("handoffs", "due_at"))),
    "handoffs.history": Operation(MEMBERS | WIDE, in_conversation()),
    "handoffs.change": Operation(WRITERS | WIDE, open_handoff({"priority": "high", "lead_class": "low"})),
    "handoffs.resolve": Operation(WRITERS | WIDE, open_handoff()),
    "handoffs.read_settings": Operation(MEMBERS | WIDE, plain),
    "handoffs.change_settings": Operation(ADMIN | WIDE, handoff_settings),
    "delegation.list": Operation(OPERATORS | WIDE, with_query(cursor=moment_and_id("viva_handoff_tasks", "created_at"))),
    "delegation.create": Operation(OPERATORS | WIDE, delegate),
    "delegation.retry": Operation(OPERATORS | WIDE, one_of("viva_handoff_tasks", "task_id", state="failed")),
    "conversations.list": Operation(
        MEMBERS | WIDE,
        with_query(
            q=lambda place: place["message_words"]["word"],
            assignee=an_id("members"),
            cursor=moment_and_id("conversations", "last_message_at"),
        ),
    ),
    "pipelines.list": Operation(MEMBERS | WIDE, plain),
    "pipelines.create": Operation(OPERATORS | WIDE, create_pipeline),
    "pipelines.rename": Operation(OPERATORS | WIDE, rename_pipeline),
    "pipelines.remove": Operation(OPERATORS | WIDE, one_of("pipelines", "pipeline_id")),
    "pipelines.add_stage": Operation(OPERATORS | WIDE, in_pipeline({"name": "Visita"})),
    "pipelines.change_stage": Operation(OPERATORS | WIDE, in_pipeline({"name": "Visita", "position": 1})),
    "pipelines.remove_stage": Operation(OPERATORS | WIDE, remove_stage),
    "pipelines.reasons": Operation(MEMBERS | WIDE, plain),
    "pipelines.add_reason": Operation(OPERATORS | WIDE, add_reason),
    "pipelines.remove_reason": Operation(OPERATORS | WIDE, one_of("deal_reasons", "reason_id")),
    "pipelines.board": Operation(MEMBERS | WIDE, in_pipeline(limit="5")),
    "pipelines.stage_deals": Operation(MEMBERS | WIDE, in_pipeline(cursor="000000000000." + "0" * 32)),
    "pipelines.conversion": Operation(MEMBERS | WIDE, in_pipeline()),
    "pipelines.conversion_sheet": Operation(MEMBERS | WIDE, in_pipeline()),
    "pipelines.deals_sheet": Operation(MEMBERS | WIDE, in_pipeline()),
    "deals.list": Operation(MEMBERS | WIDE, with_query(contact_id=an_id("contacts"))),
    "deals.create": Operation(WRITERS | WIDE, create_deal),
    "deals.read": Operation(MEMBERS | WIDE, in_pipeline()),
    "deals.change": Operation(WRITERS | WIDE, change_deal),
    "deals.move": Operation(WRITERS | WIDE, move_deal),
    "deals.remove": Operation(WRITERS | WIDE, in_pipeline()),
    "conversations.search": Operation(
        MEMBERS | WIDE,
        with_query(
            q=lambda place: place["message_words"]["word"],
            assignee=an_id("members"),
            cursor=moment_and_id("conversations", "last_message_at"),
        ),
    ),
    "conversations.filters": Operation(MEMBERS | WIDE, plain),
    "conversations.bulk": Operation(WRITERS | WIDE, act_on_many),
    "views.list": Operation(MEMBERS | WIDE, plain),
    "views.create": Operation(WRITERS, with_json({"name": "Minhas", "filter": {"assignee": "me"}})),
    "views.change": Operation(WRITERS, with_view(name="Minhas", filter={"assignee": "me"})),
    "views.remove": Operation(WRITERS, with_view()),
    "drafts.list": Operation(WRITERS, plain),
    "drafts.read": Operation(WRITERS, in_conversation()),
    "drafts.keep": Operation(WRITERS, keep_draft),
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
    "conversations.note": Operation(WRITERS | WIDE, note),
    "conversations.assign": Operation(WRITERS | WIDE, assign),
    "conversations.assignments": Operation(MEMBERS | WIDE, in_conversation()),
    "conversations.see_assignments": Operation(WRITERS | WIDE, in_conversation()),
    "conversations.presence": Operation(MEMBERS | WIDE, in_conversation()),
    "conversations.tell_presence": Operation(MEMBERS | WIDE, in_conversation({"doing": "typing"})),
    "desk.read": Operation(MEMBERS | WIDE, plain),
    "desk.set_available": Operation(MEMBERS, with_json({"available": True})),
    "desk.set_cap": Operation(ADMIN | WIDE, cap),
    "desk.set_rule": Operation(ADMIN | WIDE, one_of("teams", "team_id", json={"assignment": "round_robin"})),
    "mentions.list": Operation(MEMBERS, with_query(before=an_id("mentions"))),
    "mentions.mark_read": Operation(MEMBERS, mentions_read),
    "quick_replies.list": Operation(MEMBERS | WIDE, plain),
    "quick_replies.create": Operation(WRITERS | WIDE, keep_reply),
    "quick_replies.change": Operation(WRITERS | WIDE, own_reply({"title": "Oi", "text": "Oi!"})),
    "quick_replies.remove": Operation(WRITERS | WIDE, own_reply()),
    "quick_replies.use": Operation(WRITERS | WIDE, use_reply),
    "conversations.take": Operation(WRITERS | WIDE, in_conversation()),
    "conversations.hand_back": Operation(WRITERS | WIDE, in_conversation()),
    "conversations.close": Operation(WRITERS | WIDE, in_conversation()),
    "conversations.wait": Operation(WRITERS | WIDE, in_conversation()),
    "conversations.mark_read": Operation(WRITERS | WIDE, in_conversation(unread=3)),
    "contacts.list": Operation(
        LOOKERS | WIDE, with_query(q=lambda place: place["contacts"]["name"], cursor=an_id("contacts"))
    ),
    "contacts.create": Operation(OPERATORS | WIDE, create_person),
    "contacts.tags": Operation(LOOKERS | WIDE, plain),
    "contacts.read": Operation(LOOKERS | WIDE, one_of("contacts", "contact_id")),
    "contacts.change": Operation(OPERATORS | WIDE, one_of("contacts", "contact_id", json={"name": "Bia"})),
    "contacts.set_tags": Operation(OPERATORS | WIDE, one_of("contacts", "contact_id", json={"tags": ["Vip"]})),
    "contacts.add_identifier": Operation(OPERATORS | WIDE, add_identifier),
    "contacts.remove_identifier": Operation(OPERATORS | WIDE, remove_identifier),
    "contacts.add_note": Operation(OPERATORS | WIDE, one_of("contacts", "contact_id", json={"text": "liga cedo"})),
    "contacts.timeline": Operation(LOOKERS | WIDE, one_of("contacts", "contact_id")),
    "contacts.proposals": Operation(LOOKERS | WIDE, plain),
    "contacts.find_duplicates": Operation(OPERATORS | WIDE, plain),
    "contacts.accept_proposal": Operation(OPERATORS | WIDE, decide_pair),
    "contacts.refuse_proposal": Operation(OPERATORS | WIDE, decide_pair),
    "contacts.merge": Operation(OPERATORS | WIDE, merge_people),
    "contacts.undo_merge": Operation(OPERATORS | WIDE, undo_merge),
    "contacts.fields": Operation(LOOKERS | WIDE, plain),
    "contacts.create_field": Operation(OPERATORS | WIDE, create_field),
    "contacts.change_field": Operation(
        OPERATORS | WIDE, one_of("contact_fields", "field_id", json={"label": "Cidade"}, choices=[])
    ),
    "contacts.remove_field": Operation(OPERATORS | WIDE, one_of("contact_fields", "field_id")),
    "contacts.segments": Operation(LOOKERS | WIDE, plain),
    "contacts.create_segment": Operation(OPERATORS | WIDE, create_segment),
    "contacts.remove_segment": Operation(OPERATORS | WIDE, one_of("contact_segments", "segment_id")),
    "contacts.count": Operation(LOOKERS | WIDE, with_json({"filter": {"all": []}})),
    "contacts.imports": Operation(LOOKERS | WIDE, plain),
    "contacts.upload_import": Operation(OPERATORS | WIDE, upload_people),
    "contacts.read_import": Operation(LOOKERS | WIDE, one_of("contact_imports", "import_id")),
    "contacts.start_import": Operation(OPERATORS | WIDE, start_import),
    "contacts.import_rows": Operation(LOOKERS | WIDE, one_of("contact_imports", "import_id")),
    "contacts.export": Operation(ADMIN | WIDE, plain),
    "media.upload": Operation(WRITERS | WIDE, upload),
    "media.read": Operation(MEMBERS | WIDE, read_file),
    "media.fetch": Operation(WRITERS | WIDE, fetch_file),
    "dead_letters.list": Operation(OPERATORS | WIDE, with_query(cursor=moment_and_id("dead_letters", "died_at"))),
    "dead_letters.retry": Operation(OPERATORS | WIDE, retry),
    "dead_letters.dismiss": Operation(OPERATORS | WIDE, retry),
    "channels.list": Operation(MEMBERS | WIDE | NARROW, plain),
    "channels.status": Operation(MEMBERS | WIDE | NARROW, plain),
    "channels.add_cloud": Operation(ADMIN | WIDE, add_cloud_channel),
    "channels.connect": Operation(ADMIN | WIDE, one_of("channels", "channel_id")),
    "templates.list": Operation(MEMBERS | WIDE, with_query(cursor=an_id("templates"), channel_id=an_id("channels"))),
    "templates.read": Operation(MEMBERS | WIDE, one_of("templates", "template_id")),
    "templates.preview": Operation(MEMBERS | WIDE, with_template({"values": {}, "media": ""})),
    "templates.sync": Operation(OPERATORS | WIDE, of_channel({})),
    "templates.check": Operation(OPERATORS | WIDE, of_channel(DRAFT)),
    "templates.sample": Operation(OPERATORS | WIDE, sample),
    "templates.create": Operation(OPERATORS | WIDE, of_channel(DRAFT)),
    "templates.remove": Operation(OPERATORS | WIDE, one_of("templates", "template_id")),
    "channels.disconnect": Operation(ADMIN | WIDE, one_of("channels", "channel_id")),
    "channels.pair": Operation(ADMIN | WIDE, connection),
    "channels.unpair": Operation(ADMIN | WIDE, connection),
    "live.follow": Operation(MEMBERS | WIDE, follow),
    "system.read": Operation(MEMBERS | WIDE, plain),
}
"""By operation id. What is served and stands not here fails the build."""
