"""Which holes of an operation name something of an organization, and what stands for another organization's there?"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from recado.foundation.identifiers import new_id
from recado.foundation.pages import write_cursor
from tests.tenancy.asking import Request
from tests.tenancy.operations import Plan
from tests.tenancy.seeding import Place, phone_of
from tests.tenancy.world import World

Spec = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Route:
    """An operation as OpenAPI describes it."""

    operation: str
    method: str
    path: str
    parameters: tuple[Spec, ...]
    body: Spec | None

    def request(self, plan: Plan) -> Request:
        """Return what a plan asks."""
        path = self.path
        for name, value in plan.path.items():
            path = path.replace("{" + name + "}", value)
        assert "{" not in path, f"{self.operation}: nothing fills {path}"
        return Request(self.method, path, tuple(plan.query.items()), tuple(plan.headers.items()), plan.json, plan.raw)


def routes(document: Spec) -> list[Route]:
    """Read every operation of an OpenAPI document."""
    found = []
    for path, methods in document["paths"].items():
        for method, one in methods.items():
            body = one.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema")
            route = Route(
                one["operationId"],
                method.upper(),
                path,
                tuple(one.get("parameters", ())),
                body and _resolved(body, document),
            )
            found.append(route)
    return found


@dataclass(frozen=True, slots=True)
class Slot:
    """One hole: where it stands, and the way to it. `points` tells that it names one thing rather than filters many."""

    where: str
    way: tuple[str | int, ...]
    operation: str = ""

    @property
    def name(self) -> str:
        return str(next(step for step in reversed(self.way) if isinstance(step, str)))

    @property
    def points(self) -> bool:
        if (self.operation, self.name) in POINTING_QUERIES:
            return True
        return self.where == "path" or (self.where == "json" and self.way[0] not in NARROWING)

    @property
    def resolved(self) -> bool:
        """Whether what it names is looked up, so that what is not there must be refused."""
        return (self.operation, self.name) not in UNRESOLVED

    def filled(self, plan: Plan, value: str) -> Plan:
        """Return the plan with `value` in this hole and everything else as it was."""
        if self.where != "json":
            changed: dict[str, Any] = {self.where: {**getattr(plan, self.where), self.name: value}}
            return replace(plan, **changed)
        body = copy.deepcopy(plan.json)
        inner = body
        for step in self.way[:-1]:
            inner = inner[step]
        inner[self.way[-1]] = value
        return replace(plan, json=body)


def slots(route: Route) -> Iterator[Slot]:
    """Find every hole of an operation that can hold a name; `KeyError` where nobody has said what one of them is."""
    where_of = {"path": "path", "query": "query", "header": "headers"}
    for parameter in route.parameters:
        if _holds_words(parameter["schema"]):
            yield from _if_foreign(
                Slot(where_of[parameter["in"]], (parameter["name"].lower(),), route.operation), route
            )
    for way in _words_of(route.body or {}):
        yield from _if_foreign(Slot("json", way, route.operation), route)


def _if_foreign(slot: Slot, route: Route) -> Iterator[Slot]:
    if slot.name in FOREIGN:
        yield slot
    elif slot.name not in NO_NAMES:
        raise KeyError(f"{route.operation}: {slot.where} {slot.name} stands neither in FOREIGN nor in NO_NAMES")


def _holds_words(schema: Spec) -> bool:
    kinds = schema.get("anyOf", [schema])
    return any(kind.get("type") == "string" and "enum" not in kind and "const" not in kind for kind in kinds)


def _words_of(schema: Spec, way: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    for kind in schema.get("anyOf", [schema]):
        if kind.get("type") == "object" and "properties" in kind:
            for name, inner in kind["properties"].items():
                yield from _words_of(inner, (*way, name))
        elif kind.get("type") == "array":
            yield from _words_of(kind.get("items", {}), (*way, 0))
        elif way and (kind.get("type") == "object" or _holds_words(kind)):
            yield way


def _resolved(schema: Any, document: Spec, within: frozenset[str] = frozenset()) -> Any:
    if isinstance(schema, dict):
        if "$ref" in schema:
            name = schema["$ref"].rpartition("/")[2]
            # A shape that holds itself, such as a tree, is followed once.
            return (
                {} if name in within else _resolved(document["components"]["schemas"][name], document, within | {name})
            )
        return {name: _resolved(inner, document, within) for name, inner in schema.items()}
    return [_resolved(inner, document, within) for inner in schema] if isinstance(schema, list) else schema


def _id(table: str) -> Callable[[World, str], list[str]]:
    return lambda world, _operation: [str(world.b[table]["id"])]


def _cursor(world: World, operation: str) -> list[str]:
    match operation:
        case "conversations.list" | "conversations.search":
            return [write_cursor(world.b["conversations"]["last_message_at"], world.b["conversations"]["id"])]
        case "pipelines.stage_deals":
            return [f"{world.b['deals']['rank']}.{world.b['deals']['id'].hex}"]
        case "handoffs.list":
            return [write_cursor(world.b["handoffs"]["due_at"], world.b["handoffs"]["id"])]
        case "delegation.list":
            return [write_cursor(world.b["viva_handoff_tasks"]["created_at"], world.b["viva_handoff_tasks"]["id"])]
        case "overview.conversas":
            return [write_cursor(world.b["conversations"]["last_message_at"], world.b["conversations"]["id"])]
        case "understanding.doubts":
            return [f"{world.b['understanding_doubts']['times']}.{world.b['understanding_doubts']['id'].hex}"]
        case "dead_letters.list":
            return [write_cursor(world.b["dead_letters"]["died_at"], world.b["dead_letters"]["id"])]
    table = {
        "contacts.list": "contacts",
        "contacts.timeline": "messages",
        "automations.runs": "automation_runs",
        "contacts.proposals": "contact_proposals",
        "contacts.imports": "contact_imports",
        "webhooks.deliveries": "webhook_deliveries",
        "members.list": "members",
        "templates.list": "templates",
        "api_keys.list": "api_keys",
        "audit.list": "audit_entries",
    }[operation]
    return [str(world.b[table]["id"])]


def _media(world: World, operation: str) -> list[str]:
    return [str(world.b["uploads" if operation == "conversations.send" else "media"]["id"])]


def _after(world: World, operation: str) -> list[str]:
    return [str(world.b["messages" if operation == "conversations.messages" else "conversations"]["id"])]


FOREIGN: Mapping[str, Callable[[World, str], list[str]]] = {
    "contact_id": _id("contacts"),
    "automation_id": _id("automations"),
    "kept_id": _id("contacts"),
    "proposal_id": _id("contact_proposals"),
    "merge_id": _id("contact_merges"),
    "field_id": _id("contact_fields"),
    "segment_id": _id("contact_segments"),
    "import_id": _id("contact_imports"),
    "conversation_id": _id("conversations"),
    "conversation_ref": lambda world, _operation: [str(world.b["conversations"]["id"]), phone_of(world.b)],
    "pipeline_id": _id("pipelines"),
    "stage_id": _id("pipeline_stages"),
    "move_to": _id("pipeline_stages"),
    "deal_id": _id("deals"),
    "after_id": _id("deals"),
    "reason_id": _id("deal_reasons"),
    "owner_id": _id("members"),
    "owner": _id("members"),
    "origin": lambda world, _operation: [world.b["deals"]["origin"]],
    "ref": lambda world, _operation: [str(world.b["conversations"]["id"]), phone_of(world.b)],
    "message_id": _id("messages"),
    "phrase_id": _id("understanding_phrases"),
    "word_id": _id("understanding_words"),
    "doubt_id": _id("understanding_doubts"),
    "training_id": _id("understanding_trainings"),
    "ids": _id("conversations"),
    "assignee_id": _id("members"),
    "view_id": _id("conversation_views"),
    "media_id": _media,
    "reply_to": _id("messages"),
    "letter_id": _id("dead_letters"),
    "flow_id": _id("flows"),
    "bot_id": _id("bots"),
    "handoff_id": _id("handoffs"),
    "after": _after,
    "task_id": _id("viva_handoff_tasks"),
    "conversation": lambda world, _operation: [str(world.b["conversations"]["id"]), phone_of(world.b)],
    "entry_flow_id": _id("flows"),
    "channel_id": _id("channels"),
    "connection_id": _id("channels"),
    "template_id": _id("templates"),
    "member_id": _id("members"),
    "member_ids": _id("members"),
    "mention_ids": _id("members"),
    "seen_assignee_id": _id("members"),
    "reply_id": _id("quick_replies"),
    "team_id": _id("teams"),
    "key_id": _id("api_keys"),
    "secret_id": _id("secrets"),
    "invitation_id": _id("invitations"),
    "grant_id": _id("access_grants"),
    "session_id": lambda world, _operation: [str(world.b["user_sessions"]["id"])],
    "organization_id": _id("organizations"),
    "cursor": _cursor,
    "before": _id("messages"),
    "around": _id("messages"),
    "assignee": _id("members"),
    "actor": _id("members"),
    "day_id": _id("opening_days"),
    "webhook_id": _id("webhook_subscriptions"),
    "delivery_id": _id("webhook_deliveries"),
    "last-event-id": lambda world, _operation: [f"{world.b['facts']['xid'] - 1}-0"],
    "idempotency-key": lambda world, _operation: [world.b["sent_keys"]["key"]],
    "q": lambda world, _operation: [
        world.b["message_words"]["word"], world.b["contacts"]["name"], phone_of(world.b), world.b["channels"]["name"],
    ],
    "action": lambda world, _operation: [world.b["audit_entries"]["action"]],
    "head": lambda world, _operation: [bytes(world.b["audit_seals"]["hash"]).hex().ljust(64, "0")[:64]],
    "email": lambda world, _operation: [world.b["members"]["email"]],
}  # fmt: skip
"""What of B is put into the hole of that name."""

NARROWING = frozenset({"filter", "ids"})
"""Fields of a body that narrow a list or name many things, each with an answer of its own: what is not there is no refusal."""

POINTING_QUERIES = frozenset(
    {("templates.sample", "channel_id"), ("pipelines.remove_stage", "move_to"), ("deals.list", "conversation_ref")}
)
"""Parameters of a query that name one thing, so that what is not there is refused."""

UNRESOLVED: Mapping[tuple[str, str], str] = {
    ("conversations.assign", "seen_assignee_id"): "compared with who has it now",
    ("mentions.mark_read", "conversation_id"): "compared with the caller's own mentions: none is marked",
    (
        "automations.try",
        "automation_id",
    ): "what it has done here lately is counted, and another's has done nothing here",
    ("deals.create", "origin"): "words for people",
    ("deals.change", "origin"): "words for people",
    ("deals.create", "reason_id"): "read only where the stage is one of lost deals",
    ("deals.move", "after_id"): "a place among the stage's own deals; one that left it meanwhile means the end",
}
"""Holes of a body whose value is compared or kept, never looked up: another organization's is answered as any other."""

NO_NAMES: Mapping[str, str] = {
    "triggers": "names of facts, the same for all organizations",
    "op": "one of the comparisons of the catalogue",
    "field": "a word of the catalogue, the same for all organizations",
    "question": "words for people",
    "thanks": "words for people",
    "comment_question": "words for people",
    "tags": "words for people; a tag is looked up, or made, among the organization's own",
    "choices": "words for people",
    "texts": "words for people",
    "asked": "a word of the taxonomy",
    "intent": "a word of the taxonomy",
    "at": "a moment",
    "filter": "conditions: their values are compared with the organization's own people and name nothing",
    "targets": "what columns of a spreadsheet become",
    "emoji": "one emoji",
    "tag": "words for people; a tag is looked up, or made, among the organization's own",
    "dependency": "one of five words",
    "email_recipients": "addresses of colleagues, written to and never looked up",
    "whatsapp_recipients": "numbers of colleagues, written to and never looked up among others",
    "late_email_recipients": "addresses of colleagues, written to and never looked up",
    "late_whatsapp_recipients": "numbers of colleagues, written to and never looked up among others",
    "template_name": "the name of a provider's template of the organization's own number",
    "template_language": "a language",
    "password": "a secret, compared with one account's own",
    "current": "a secret, compared with one account's own",
    "new": "a secret to come",
    "code": "six digits, compared with one account's own secret",
    "totp": "six digits, compared with one account's own secret",
    "token": "a secret of 256 bits: who has it was given it",
    "organization": "the address of any organization: asking it for a look is what the platform's people do",
    "reason": "words for people",
    "name": "words for people, or the name of a provider's template",
    "text": "words for people",
    "language": "a language",
    "definition": "a flow as JSON: what it calls is looked up among the organization's own",
    "shortcut": "words for people",
    "template": "the name of a template that ships with the product",
    "note": "words for people",
    "to": "`draft` or the number of a version of the flow that the path names",
    "keywords": "words for people",
    "fallback_text": "words for people",
    "session": "what the engine gave a moment ago; it is stored nowhere",
    "choice_id": "the id of a choice that the engine offered a moment ago",
    "key": "the key of a timer or an ask that the engine gave a moment ago",
    "value": "the answer that somebody makes up to an ask",
    "moment": "a moment",
    "id": "a number for the split of a simulated person, who is nobody",
    "title": "words for people",
    "reason_note": "words for people",
    "expected_on": "a day",
    "phone": "the number of a simulated person, who is nobody",
    "fields": "what is known of a simulated person, who is nobody",
    "components": "parameters in the provider's shape, sent and never looked up",
    "media_link": "the address of a template's file, which the provider fetches",
    "currency": "three letters",
    "label": "words for people",
    "address": "words for people",
    "status": "a provider's word",
    "category": "a provider's word",
    "header": "words for people",
    "header_sample": "words for people",
    "header_handle": "a provider's mark of a file, sent and never looked up",
    "body": "words for people",
    "footer": "words for people",
    "example": "words for people",
    "samples": "words for people",
    "time_zone": "a time zone",
    "scopes": "permissions",
    "external_id": "the provider's own id of an account",
    "business_id": "the provider's own id of an account",
    "number": "a phone number",
    "app_secret": "a secret that is given",
    "verify_token": "a secret that is given",
    "access_token": "a secret that is given",
    "url": "an address on the internet",
    "facts": "names of facts, the same for all organizations",
    "day": "a day",
    "opens": "a time of day",
    "closes": "a time of day",
    "holiday_state": "the two letters of a state",
    "from": "a day",
    "since": "a moment",
    "until": "a moment",
    "origins": "addresses on the internet that a secret is bound to",
    "expires_at": "a moment",
    "x-filename": "words for people",
    "content-type": "a type",
    "content-length": "a length",
    "range": "bytes of the file that the path names",
    "if-range": "bytes of the file that the path names",
}


def random_like(value: str) -> str:
    """Return something of the same shape that nobody has."""
    try:
        UUID(value)
    except ValueError:
        return f"55119{new_id().int % 10**8:08d}" if value.isdigit() else new_id().hex
    return str(new_id())


def everything_of(place: Place) -> list[tuple[str, str]]:
    """Return the names under which a careless route might take another organization, with that one's ids."""
    organization, person = str(place.id), str(place["members"]["id"])
    return [
        ("organization_id", organization), ("organization", organization), ("org", organization), ("tenant_id", organization),
        ("organizationId", organization), ("user_id", person), ("member_id", person), ("actor_id", person),
        ("session", person), ("role", "super_admin"), ("scope", organization),
    ]  # fmt: skip
