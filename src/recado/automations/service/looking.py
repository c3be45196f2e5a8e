"""What does an automation see when it looks at a fact?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

import msgspec

from recado.automations.models import Heard, Opening, Situation, Value
from recado.automations.rules.catalogue import CUSTOM
from recado.automations.store import situations as store
from recado.channels import service as channels
from recado.contacts import service as contacts
from recado.contacts.models import ContactId
from recado.conversations.service import sending_window
from recado.conversations.service.ports import Ports
from recado.foundation.database import Row, Transaction
from recado.organizations.service import opening as hours
from recado.organizations.service import organizations


async def look(tx: Transaction, heard: Heard, wanted: set[str], ports: Ports) -> Situation:
    """Return what can be seen now of what a fact is about. Only what `wanted` names beyond the usual is read."""
    looking = _Looking(tx, heard, wanted, ports)
    return await looking.situation()


async def opening(tx: Transaction, now: datetime) -> Opening:
    """Return whether the organization is open, and when that changes."""
    found = await hours.opening_at(tx, now)
    return Opening(found.open, found.changes_at)


@dataclass(slots=True)
class _Looking:
    tx: Transaction
    heard: Heard
    wanted: set[str]
    ports: Ports
    values: dict[str, Value] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)

    async def situation(self) -> Situation:
        deal = await self._deal()
        contact = deal["contact_id"] if deal else _uuid(self.heard.data.get("contact_id"))
        talk = await self._conversation(deal["conversation_id"] if deal else None, contact)
        contact = talk["contact_id"] if talk else contact
        if contact is not None:
            await self._person(contact)
        if deal is None and contact is not None and self._wants("deal."):
            deal = await store.open_deal(self.tx, contact)
        if deal is not None:
            self._note_deal(deal)
        await self._message()
        if self._wants("time."):
            await self._time()
        if (reason := self.heard.data.get("reason")) is not None and self.heard.name == "whatsapp:disconnected":
            self.values["channel.reason"] = str(reason)
        channel = _uuid(self.heard.data.get("connection_id"))
        subject = talk["id"] if talk else contact or (deal["id"] if deal else None) or channel
        return Situation(
            self.ports.clock(), talk["id"] if talk else None, contact, deal["id"] if deal else None, subject, self.values,
            self.names,
        )  # fmt: skip

    def _wants(self, prefix: str) -> bool:
        return any(one.startswith(prefix) for one in self.wanted)

    async def _deal(self) -> Row | None:
        id_ = _uuid(self.heard.data.get("deal_id"))
        return await store.deal(self.tx, id_) if id_ else None

    async def _conversation(self, of_deal: UUID | None, contact: UUID | None) -> Row | None:
        id_ = self.heard.conversation or of_deal
        if id_ is None and contact is not None:
            id_ = await store.latest_of(self.tx, contact)
        row = await store.conversation(self.tx, id_) if id_ else None
        if row is None:
            return None
        now = self.ports.clock()
        waiting = (now - row["waiting_since"]).total_seconds() // 60 if row["waiting_since"] else None
        self.values |= {
            "conversation.state": row["state"],
            "conversation.answerer": row["answerer"],
            "conversation.channel": self._ref(row["channel_id"], row["channel_name"]),
            "conversation.team": self._ref(row["team_id"], row["team_name"]),
            "conversation.assignee": self._ref(row["assignee_id"], row["assignee_name"]),
            "conversation.is_first": row["previous_id"] is None,
            "conversation.unread": row["unread"],
            **({} if waiting is None else {"conversation.waiting_minutes": waiting}),
        }
        await self._further(row, now)
        return row

    async def _further(self, row: Row, now: datetime) -> None:
        """Read what costs a query of its own."""
        if self._wants("window."):
            view = (await channels.views(self.tx, [row["channel_id"]], self.ports.adapters))[row["channel_id"]]
            self.values["window.open"] = sending_window.is_open(row["last_inbound_at"], view.window_hours, now)
        if self._wants("since."):
            since = await store.since(self.tx, row["id"], self.heard.at, self._message_id())
            if since is not None:
                self.values |= {f"since.{name}": since[name] for name in ("answered", "person_answered", "wrote")}
        if self._wants("csat."):
            score = await store.score(self.tx, row["id"])
            if score is not None and score["score"] is not None:
                self.values |= {"csat.score": score["score"], "csat.comment": score["comment"]}

    async def _person(self, contact: UUID) -> None:
        row = await store.person(self.tx, contact)
        if row is None:
            return
        self.values |= {
            "contact.name": row["name"], "contact.phone": row["phone"],
            "contact.opted_out": row["opted_out_at"] is not None,
        }  # fmt: skip
        fields: Mapping[str, object] = msgspec.json.decode(row["fields"])
        self.values |= {
            f"{CUSTOM}{key}": value for key, value in fields.items() if isinstance(value, str | int | float | bool)
        }
        if self._wants("contact.tags"):
            id_ = ContactId(contact)
            self.values["contact.tags"] = (await contacts.tags_of(self.tx, [id_])).get(id_, [])

    def _note_deal(self, row: Row) -> None:
        self.values |= {
            "deal.pipeline": self._ref(row["pipeline_id"], row["pipeline_name"]),
            "deal.stage": self._ref(row["stage_id"], row["stage_name"]),
            "deal.kind": row["kind"],
            "deal.value_cents": row["value_cents"],
            "deal.origin": row["origin"],
            "deal.owner": self._ref(row["owner_id"], row["owner_name"]),
            "deal.title": row["title"],
        }

    async def _message(self) -> None:
        id_ = self._message_id()
        row = await store.message(self.tx, id_) if id_ and self._wants("message.") else None
        if row is not None:
            self.values |= {f"message.{name}": row[name] for name in ("text", "type", "status", "failure")}

    def _message_id(self) -> UUID | None:
        several = self.heard.data.get("message_ids")
        first = several[0] if isinstance(several, list) and several else None
        return _uuid(self.heard.data.get("message_id") or first)

    async def _time(self) -> None:
        now = self.ports.clock()
        local = now.astimezone(ZoneInfo((await organizations.get_organization(self.tx)).time_zone))
        self.values |= {
            "time.open": (await opening(self.tx, now)).open, "time.hour": local.hour, "time.weekday": str(local.weekday()),
        }  # fmt: skip

    def _ref(self, id_: UUID | None, name: str | None) -> str | None:
        if id_ is None:
            return None
        self.names[str(id_)] = name or ""
        return str(id_)


def _uuid(value: object) -> UUID | None:
    try:
        return UUID(str(value)) if value else None
    except ValueError:
        return None
