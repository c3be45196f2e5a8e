"""An organization with people, teams and open conversations, and everything of the desk served in-process."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from recado.app.installed import adapters
from recado.conversations.api import routers
from recado.conversations.service.ports import Ports
from recado.conversations.service.presence import Board
from recado.foundation.clock import system_clock
from recado.foundation.identifiers import OrganizationId, new_id
from recado.organizations.models import Role
from tests.support.access import Browser, Office, office
from tests.support.graph_media import add_conversation
from tests.support.jobs import change, rows
from tests.support.postgres import Clone


@dataclass(slots=True)
class TeamDesk:
    """The served desk of one organization; `heard` are the topics that commits woke."""

    office: Office
    clinic: OrganizationId
    other: OrganizationId
    channel: UUID
    board: Board
    ports: Ports
    heard: list[str] = field(default_factory=list)
    ids: dict[str, UUID] = field(default_factory=dict)

    async def sign_in(
        self, name: str, role: Role = Role.OPERATOR, organization: OrganizationId | None = None
    ) -> Browser:
        """Return somebody new, signed in; `ids` knows them by name afterwards."""
        email = f"{name}@exemplo.test"
        person = await self.office.person(email, {organization or self.clinic: role})
        self.ids[name] = person.id
        return await self.office.signed_in(email)

    def conversation(self, *, contact: str = "", **values: Any) -> UUID:
        """Return a new conversation with a person of its own, its columns as given."""
        id_ = add_conversation(self.office.clone, self.clinic, self.channel)
        for name, value in {"last_inbound_at": "now", **values}.items():
            change(self.office.clone, f"update conversations set {name} = %s where id = %s", value, id_)  # noqa: S608
        if contact:
            change(
                self.office.clone,
                "update contacts set name = %s where id = (select contact_id from conversations where id = %s)", contact, id_,
            )  # fmt: skip
        return id_

    def team(self, name: str, *people: str, rule: str = "off") -> UUID:
        """Return a new team with these people in it."""
        id_ = new_id()
        change(
            self.office.clone, "insert into teams (organization_id, id, name, assignment) values (%s, %s, %s, %s)",
            self.clinic, id_, name, rule,
        )  # fmt: skip
        for person in people:
            change(
                self.office.clone, "insert into team_members (organization_id, team_id, member_id) values (%s, %s, %s)",
                self.clinic, id_, self.ids[person],
            )  # fmt: skip
        return id_

    def at_desk(self, *people: str, cap: int = 10) -> None:
        """Let people be there."""
        for person in people:
            change(
                self.office.clone,
                "insert into duties (organization_id, member_id, seen_at, cap) values (%s, %s, now(), %s)"
                " on conflict (organization_id, member_id) do update set seen_at = now(), cap = excluded.cap",
                self.clinic, self.ids[person], cap,
            )  # fmt: skip

    def assignee(self, conversation: UUID) -> UUID | None:
        """Return whose a conversation is."""
        ((found,),) = rows(self.office.clone, "select assignee_id from conversations where id = %s", conversation)
        return UUID(str(found)) if found else None


async def _no_turns(*_: Any) -> None:
    return None


@contextlib.asynccontextmanager
async def team_desk(database: Clone) -> AsyncIterator[TeamDesk]:
    async with office(database, routers=routers, size=16) as found:
        clinic, other = await found.organization("clinica"), await found.organization("outra")
        channel = new_id()
        change(
            database,
            "insert into channels (organization_id, id, adapter, name, external_id, secrets, verify_token_hash)"
            " values (%s, %s, 'whatsapp_cloud', 'Recepção', '1', '', '')",
            clinic, channel,
        )  # fmt: skip
        board = Board()
        ports = Ports(adapters(None), system_clock, database.key, _no_turns)
        desk = TeamDesk(found, clinic, other, channel, board, ports)
        found.app.state.ports, found.app.state.presence = ports, board

        def hear(topics: frozenset[str]) -> None:
            desk.heard += topics
            for topic in topics:
                board.hear(topic)

        found.access.database.on_wake = hear
        yield desk
