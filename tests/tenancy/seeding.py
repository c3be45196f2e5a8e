"""How does every tenant table get rows of an organization, with a word in each text column that is found nowhere else?

The shape comes from the catalogue: columns, references, words that a CHECK allows. Only values that the product parses are
said here. A new table is filled without anybody thinking of it; if it cannot be, seeding fails.
"""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any
from uuid import UUID

import asyncpg

from recado.foundation.files import key_of
from recado.foundation.identifiers import OrganizationId, new_id
from recado.foundation.secrets import MasterKey
from tests.tenancy.exceptions import WITHOUT_ORGANIZATION

COLUMNS = """
select c.relname as table, a.attname as name, t.typname as type, a.attnotnull as needed,
       (a.atthasdef or a.attidentity <> '') as has_default, a.attidentity <> '' as identity,
       (select pg_get_constraintdef(k.oid) from pg_constraint k
        where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum] limit 1) as check
from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid
where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
order by c.relname, a.attnum
"""
PARENTS = """
select c.relname as table, p.relname as parent, array_agg(a.attname::text order by u.o) as columns
from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class p on p.oid = k.confrelid
cross join unnest(k.conkey) with ordinality u(n, o) join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.n
where k.contype = 'f' and c.relnamespace = 'public'::regnamespace group by k.oid, c.relname, p.relname
"""
_DAYS = count(400)  # behind every day that an operation writes
_TEXTS = frozenset(("text", "varchar", "bpchar"))
_ALLOWED = re.compile(r"'([^']*)'::text")

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table, as far as seeding must know it."""

    name: str
    type: str
    needed: bool
    has_default: bool
    identity: bool
    allowed: tuple[str, ...]


@dataclass(slots=True)
class Place:
    """One organization, and the newest row of each of its tables."""

    letter: str
    id: OrganizationId
    rows: dict[str, Mapping[str, Any]] = field(default_factory=dict)

    @property
    def mark(self) -> str:
        """What each canary of this organization begins with."""
        return f"canary{self.letter}x"

    def canary(self, table: str, column: str) -> str:
        """Return a new word for a cell: letters and digits only, so that it stays whole in a slug, a search, a file name."""
        return f"{self.mark}{table}{column}".replace("_", "") + secrets.token_hex(6)

    def __getitem__(self, table: str) -> Mapping[str, Any]:
        return self.rows[table]


class Seeder:
    """Inserts rows as the superuser, past the policies."""

    def __init__(self, db: asyncpg.Connection, key: MasterKey) -> None:
        self.db = db
        self.key = key
        self.columns: dict[str, list[Column]] = {}
        self._parents: dict[str, dict[str, str]] = {}

    async def learn(self) -> None:
        """Read the shape of the schema."""
        for row in await self.db.fetch(COLUMNS):
            allowed = tuple(_ALLOWED.findall(row["check"] or ""))
            column = Column(row["name"], row["type"], row["needed"], row["has_default"], row["identity"], allowed)
            self.columns.setdefault(row["table"], []).append(column)
        for row in await self.db.fetch(PARENTS):
            names = [name for name in row["columns"] if name != "organization_id"]
            for name in names:
                # A reference to a row within another row, such as a stage of a pipeline, names the outer one on its way.
                if name == names[-1] or self._named(name) is None:
                    self._parents.setdefault(row["table"], {})[name] = row["parent"]

    def tables(self) -> list[str]:
        """Return the tables that organizations have rows in, in no order that matters."""
        own = {
            table for table, columns in self.columns.items() if any(one.name == "organization_id" for one in columns)
        }
        return sorted((own | {"organizations"}) - WITHOUT_ORGANIZATION.keys())

    async def fill(self, place: Place) -> None:
        """Give every tenant table at least one row."""
        for table in self.tables():
            if table not in place.rows:
                await self.insert(place, table)

    async def insert(self, place: Place, table: str, **given: Any) -> Mapping[str, Any]:
        """Insert one row, and its parents where there are none yet; return it whole."""
        values: Values = {}
        for column in self.columns[table]:
            if column.name in given:
                values[column.name] = given[column.name]
            elif not column.identity:
                await self._choose(place, table, column, values)
        names = ", ".join(f'"{name}"' for name in values)
        holes = ", ".join(f"${number}" for number in range(1, len(values) + 1))
        row = await self.db.fetchrow(f'insert into "{table}" ({names}) values ({holes}) returning *', *values.values())  # noqa: S608
        assert row is not None
        place.rows[table] = dict(row)
        return place.rows[table]

    async def _choose(self, place: Place, table: str, column: Column, values: Values) -> None:
        said = _SAID.get((table, column.name)) or _SAID.get(("", column.name))
        if said is not None:
            values[column.name] = said(self, place, values)
        elif column.name == "organization_id" or (table, column.name) == ("organizations", "id"):
            values[column.name] = place.id
        elif (parent := self._parent(table, column)) is not None:
            if column.needed:
                values[column.name] = await self._id_of(place, table, column.name, parent)
        elif column.type in _TEXTS:
            values[column.name] = column.allowed[0] if column.allowed else place.canary(table, column.name)
        elif column.type == "_text":
            values[column.name] = [place.canary(table, column.name)]
        elif column.type == "jsonb":
            values[column.name] = json.dumps({"canary": place.canary(table, column.name)})
        elif column.type == "bytea":
            values[column.name] = place.canary(table, column.name).encode()
        elif column.needed and not column.has_default:
            values[column.name] = _plain(column.type)

    async def _id_of(self, place: Place, table: str, column: str, parent: str) -> Any:
        if column == "pipeline_id" and table != "pipeline_stages":
            # A deal stands in a stage of its own pipeline: the stage decides which.
            stage = place.rows.get("pipeline_stages") or await self.insert(place, "pipeline_stages")
            return stage["pipeline_id"]
        return (place.rows.get(parent) or await self.insert(place, parent))["id"]

    def _parent(self, table: str, column: Column) -> str | None:
        if (parent := self._parents.get(table, {}).get(column.name)) is not None:
            return parent
        # No constraint says so on the hot path, where each costs; the name does.
        named = self._named(column.name)
        return named if named != table else None

    def _named(self, column: str) -> str | None:
        named = column.removesuffix("_id") + "s"
        return named if column.endswith("_id") and named in self.columns else None


def _plain(kind: str) -> Any:
    if kind == "uuid":
        return new_id()
    if kind == "timestamptz":
        return datetime.now(UTC) + timedelta(hours=1)
    if kind == "date":
        return datetime.now(UTC).date()
    return {"int2": 0, "int4": 30, "int8": 1, "bool": False}[kind]


def _sealed(seeder: Seeder, place: Place, values: Values) -> bytes:
    clear = {name: place.canary("channels", name) for name in ("app_secret", "access_token", "verify_token")}
    return seeder.key.seal(json.dumps(clear).encode(), context=f"channels.secrets/{place.id}/{values['id']}")


Say = Callable[[Seeder, Place, Values], Any]


def _the(value: Any) -> Say:
    return lambda _seeder, _place, _values: value


def _now(_seeder: Seeder, _place: Place, _values: Values) -> datetime:
    return datetime.now(UTC)


def phone_of(place: Place) -> str:
    """Return the number under which the first person of the organization writes."""
    return f"55119{8_000_0000 + ord(place.letter)}"


def _sealed_webhook(seeder: Seeder, place: Place, values: Values) -> bytes:
    clear = place.canary("webhooks", "sealed").encode()
    return seeder.key.seal(clear, context=f"webhook_subscriptions.sealed/{place.id}/{values['id']}")


def _email(_seeder: Seeder, place: Place, _values: Values) -> str:
    return f"{place.canary('people', 'email')}@exemplo.test"


def _flow_state(_seeder: Seeder, place: Place, _values: Values) -> str:
    return json.dumps(
        {"variables": {"pet": place.canary("sessions", "state")}, "path": [place.canary("sessions", "path")]}
    )


_SAID: Mapping[tuple[str, str], Say] = {
    ("", "email"): _email,
    ("organizations", "time_zone"): _the("America/Sao_Paulo"),
    ("organizations", "solution"): _the("petcare"),
    ("bots", "language"): _the("pt-BR"),
    ("channels", "adapter"): _the("whatsapp_cloud"),
    ("channels", "limits"): _the("{}"),
    # Nobody listens there: connecting finds out, and that is an answer too.
    ("channels", "settings"): _the(json.dumps({"graph_url": "http://127.0.0.1:9/v25.0", "waba_id": "1"})),
    ("channels", "secrets"): _sealed,
    ("templates", "status"): _the("APPROVED"),
    ("templates", "components"): lambda _seeder, place, _values: json.dumps(
        [{"type": "BODY", "text": place.canary("templates", "components")}]
    ),
    ("conversations", "reply_wa_id"): lambda _seeder, place, _values: phone_of(place),
    ("conversations", "last_message_direction"): _the("in"),
    ("conversations", "last_inbound_at"): _now,
    ("contact_addresses", "kind"): _the("phone"),
    ("contact_addresses", "sealed"): _the(None),
    ("contact_segments", "filter"): lambda _seeder, place, _values: json.dumps(
        {"all": [{"field": "tag", "op": "is", "value": place.canary("segments", "filter")}]}
    ),
    ("contact_imports", "storage_key"): lambda _seeder, place, values: key_of(place.id, UUID(str(values["id"]))),
    ("conversation_views", "filter"): lambda _seeder, place, _values: json.dumps({"q": place.canary("views", "filter")}),
    ("conversation_views", "shared"): _the(True),
    ("messages", "content"): lambda _seeder, place, _values: json.dumps({"about": place.canary("messages", "content")}),
    ("messages", "reply_to"): _the(""),
    ("messages", "failure"): lambda _seeder, place, _values: json.dumps({"code": place.canary("messages", "failure")}),
    ("deals", "rank"): _the("500000000000"),
    ("automations", "triggers"): _the(["conversations.message_received"]),
    ("automations", "rule"): lambda _seeder, place, _values: json.dumps(
        {"actions": [{"do": "add_note", "text": place.canary("automations", "rule")}]}
    ),
    ("automation_runs", "fact"): _the("conversations.message_received"),
    ("automation_runs", "fact_seq"): lambda _seeder, _place, _values: secrets.randbelow(10**12),
    ("automation_runs", "fact_data"): lambda _seeder, place, _values: json.dumps({"canary": place.canary("runs", "data")}),
    ("automation_runs", "trace"): lambda _seeder, place, _values: json.dumps(
        {"kind": "group", "join": "all", "held": True, "tests": [
            {"kind": "test", "field": "message.text", "op": "is", "value": "x", "held": False,
             "seen": place.canary("runs", "trace")}]}
    ),
    ("automation_runs", "outcomes"): lambda _seeder, place, _values: json.dumps(
        [{"do": "add_note", "state": "done", "about": {"text": place.canary("runs", "outcomes")}}]
    ),
    ("csat_surveys", "score"): _the(5),
    ("media", "state"): _the("stored"),
    ("media", "mime_type"): _the("application/pdf"),
    ("media", "storage_key"): lambda _seeder, place, values: key_of(place.id, UUID(str(values["id"]))),
    ("uploads", "mime_type"): _the("application/pdf"),
    ("uploads", "size"): _the(9),
    ("uploads", "storage_key"): lambda _seeder, place, values: key_of(place.id, UUID(str(values["id"]))),
    ("sessions", "state"): _flow_state,
    ("outbox", "state"): _the("parked"),
    # The product writes to numbers, and reads a template as JSON of its own shape.
    ("viva_handoff_tasks", "template"): lambda _seeder, place, _values: json.dumps(
        {"name": place.canary("viva", "template"), "language": "pt_BR", "components": []}
    ),
    ("viva_handoff_tasks", "state"): _the("failed"),
    ("users", "platform_role"): _the(""),
    ("users", "totp_secret"): _the(None),
    ("api_keys", "scopes"): _the(["channels:read"]),
    ("secrets", "name"): lambda _seeder, place, _values: place.canary("secrets", "name").lower(),
    ("secrets", "previous"): _the(None),
    ("opening_hours", "week"): _the("[[[480, 1080]], [], [], [], [], [], []]"),
    ("opening_hours", "holiday_state"): _the("SP"),
    # Each organization has a day once.
    ("opening_days", "day"): lambda _seeder, _place, _values: (
        datetime.now(UTC) + timedelta(days=next(_DAYS))
    ).date(),
    ("opening_days", "hours"): _the("[[540, 720]]"),
    ("webhook_subscriptions", "sealed"): _sealed_webhook,
    ("webhook_subscriptions", "previous"): _the(None),
    ("webhook_subscriptions", "url"): _the("https://avisos.exemplo.com.br/x"),
    ("quick_replies", "shortcut"): lambda _seeder, place, _values: place.canary("replies", "shortcut").lower(),
    ("quick_replies", "text"): lambda _seeder, place, _values: place.canary("replies", "text"),
    # One that is under way would leave no room for another, and numbers are given once.
    ("understanding_phrases", "label"): _the("greeting"),
    ("understanding_trainings", "state"): _the("done"),
    ("understanding_trainings", "number"): lambda _seeder, _place, _values: secrets.randbelow(2**31),
    ("understanding_trainings", "before"): _the(None),
    ("understanding_trainings", "after"): _the(None),
    ("understanding_trainings", "method"): _the("none"),
    ("understanding_trainings", "answers"): _the("{}"),
    ("understanding_doubts", "ranked"): lambda _seeder, place, _values: json.dumps(
        [{"label": place.canary("doubts", "ranked"), "probability": 0.4}]
    ),
    ("understanding_tallies", "n"): _the(1),
    ("understanding_tallies", "doubted"): _the(0),
    ("understanding_settings", "doubt_below"): _the(60),
    ("audit_seals", "index"): _the(1),
    # It is also a filter, which takes no digits.
    ("audit_entries", "action"): lambda _seeder, place, _values: f"{place.mark}.acted",
}  # fmt: skip
"""What the product parses; by table and column, or by column in any table. A value may look at the columns before it."""
