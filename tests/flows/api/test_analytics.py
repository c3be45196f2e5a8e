"""Do the figures on the canvas say what happened, whether it has been added up or not?"""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import asyncpg
import pytest

from recado.flows.service.analytics import catch_up
from recado.flows.tasks.tidy_flows import tidy_flows
from recado.foundation.database import Database
from recado.foundation.identifiers import new_id
from recado.organizations.models import Role
from tests.flows.api.house import Desk

SPLIT: dict[str, Any] = {
    "format": 1,
    "id": "x",
    "name": "Teste",
    "entry": "inicio",
    "nodes": {
        "inicio": {"type": "start", "exits": {"next": "sorteio"}},
        "sorteio": {
            "type": "split",
            "options": {"arms": [{"id": "a", "label": "Curto"}, {"id": "b", "label": "Longo"}]},
            "exits": {"a": "curta", "b": "longa"},
        },
        "curta": {"type": "question", "options": {"text": "Nome?", "variable": "nome"}, "exits": {"next": "fim"}},
        "longa": {"type": "question", "options": {"text": "Seu nome, por favor?"}, "exits": {"next": "fim"}},
        "fim": {"type": "end"},
    },
}


class Traffic:
    """Rows as turns leave them, written past the engine so that their moments can be chosen."""

    def __init__(self, db: asyncpg.Connection[Any], clinic: UUID, flow: str) -> None:
        self.db, self.clinic, self.flow = db, clinic, flow
        self.version = self.bot = self.conversation = UUID(int=0)

    async def begin(self, bot: str) -> None:
        self.bot = UUID(bot)
        self.version = await self.db.fetchval("select published_version_id from flows where id = $1", UUID(self.flow))
        channel, contact, self.conversation = new_id(), new_id(), new_id()
        await self.db.execute(
            "insert into channels (organization_id, id, adapter, name, external_id, secrets, verify_token_hash)"
            " values ($1, $2, 'whatsapp_cloud', 'C', '1', '', '')", self.clinic, channel,
        )  # fmt: skip
        await self.db.execute(
            "insert into contacts (organization_id, id, name) values ($1, $2, 'Ana')", self.clinic, contact
        )
        await self.db.execute(
            "insert into conversations (organization_id, id, channel_id, contact_id, state, last_message_at)"
            " values ($1, $2, $3, $4, 'active', now())", self.clinic, self.conversation, channel, contact,
        )  # fmt: skip

    async def person(self, arm: str, *, at: datetime, answers: bool) -> None:
        asked = "curta" if arm == "a" else "longa"
        session = new_id()
        await self.db.execute(
            "insert into sessions (organization_id, id, conversation_id, bot_id, flow_version_id, node, status, turn, state,"
            " session_expires_at, started_at) values ($1, $2, $3, $4, $5, $6, $7, 1, '{}', $8, $9)",
            self.clinic, session, self.conversation, self.bot, self.version, "fim" if answers else asked,
            "ended" if answers else "expired", at + timedelta(days=1), at,
        )  # fmt: skip
        await self._turn(session, 1, at, ["inicio", "sorteio", asked], ["next", arm], "waiting")
        if answers:
            await self._turn(session, 2, at + timedelta(seconds=20), [asked, "fim"], ["next"], "ended")

    async def _turn(
        self, session: UUID, number: int, at: datetime, path: list[str], exits: list[str], state: str
    ) -> None:
        edges = [[self.flow, node, exit] for node, exit in zip(path, exits, strict=False)]
        await self.db.execute(
            "insert into turns (organization_id, session_id, turn_id, flow_version_id, node, path, said, answered, phone, at,"
            " exits, state) values ($1, $2, $3, $4, $5, $6, '', '[]', '', $7, $8, $9)",
            self.clinic, session, number, self.version, path[-1], json.dumps([f"{self.flow}/{node}" for node in path]), at,
            json.dumps(edges), state,
        )  # fmt: skip


async def _traffic(clinic: Desk) -> tuple[Traffic, str]:
    bot = await clinic.bot()
    flow = await clinic.flow(SPLIT, bot_id=bot)
    await clinic.publish(flow)
    db = await asyncpg.connect(clinic.office.clone.owner_dsn)
    traffic = Traffic(db, clinic.clinic, flow)
    await traffic.begin(bot)
    return traffic, flow


async def test_figures_say_the_same_before_and_after_they_are_added_up(clinic: Desk) -> None:
    traffic, flow = await _traffic(clinic)
    now = datetime.now(UTC)
    for number in range(40):
        await traffic.person("a", at=now - timedelta(seconds=60 + number), answers=number % 10 != 0)
        await traffic.person("b", at=now - timedelta(seconds=60 + number), answers=number % 2 == 0)
    live = (await clinic.ana.get(f"/flows/{flow}/analytics?days=7")).json()

    # An hour later everything is in the sums, and a second count adds nothing.
    for _ in range(2):
        await catch_up(clinic.office.database, clinic.clinic, now + timedelta(hours=1), patience_s=10)
    summed = (await clinic.ana.get(f"/flows/{flow}/analytics?days=7")).json()
    assert await traffic.db.fetchval("select sum(amount) from flow_figures where kind = 'started'") == 80
    await traffic.db.close()

    assert live == summed
    assert (live["starts"], live["completions"]) == (80, 56)
    nodes = {one["node"]: one for one in live["nodes"]}
    assert (nodes["curta"]["left_here"], nodes["longa"]["left_here"], nodes["fim"]["left_here"]) == (4, 20, 0)
    assert 19 <= nodes["curta"]["median_s"] <= 21
    assert nodes["fim"]["median_s"] is None
    assert {"node": "sorteio", "exit": "b", "taken": 40} in live["edges"]
    (split,) = live["splits"]
    assert [(arm["exit"], arm["entered"], arm["completed"]) for arm in split["arms"]] == [("a", 40, 36), ("b", 40, 20)]
    assert split["best"] == "a"
    assert split["arms"][0]["low"] < 0.9 < split["arms"][0]["high"]


async def test_a_backlog_is_said_and_not_waited_for(clinic: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("BATCH", 5), ("LIVE", 10), ("PATIENCE_S", 0.0)):
        monkeypatch.setattr(f"recado.flows.service.analytics.{name}", value)
    traffic, flow = await _traffic(clinic)
    at = datetime.now(UTC) - timedelta(hours=3)
    for number in range(20):
        await traffic.person("a", at=at + timedelta(seconds=number), answers=False)
    await traffic.db.close()
    looks = [(await clinic.ana.get(f"/flows/{flow}/analytics")).json() for _ in range(5)]
    assert [(look["complete"], look["starts"]) for look in looks[:2]] == [(False, 15), (True, 20)]
    assert {look["starts"] for look in looks[1:]} == {20}


async def test_old_turns_stay_out_of_a_short_look(clinic: Desk) -> None:
    traffic, flow = await _traffic(clinic)
    now = datetime.now(UTC)
    await traffic.person("a", at=now - timedelta(days=20), answers=True)
    await traffic.person("a", at=now - timedelta(days=2), answers=False)
    await traffic.db.close()
    week = (await clinic.ana.get(f"/flows/{flow}/analytics?days=7")).json()
    month = (await clinic.ana.get(f"/flows/{flow}/analytics?days=30")).json()
    assert (week["starts"], week["completions"]) == (1, 0)
    assert (month["starts"], month["completions"]) == (2, 1)


async def test_batches_meet_without_a_gap(clinic: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("recado.flows.service.analytics.BATCH", 7)
    traffic, flow = await _traffic(clinic)
    at = datetime.now(UTC) - timedelta(hours=3)
    for number in range(30):
        # Turns of one transaction bear one moment; a batch never parts them.
        await traffic.person("a", at=at + timedelta(seconds=number // 10), answers=True)
    worker = await Database.connect(clinic.office.clone.worker_dsn, size=2, name="test-worker")
    await tidy_flows(worker)
    await tidy_flows(worker)
    await worker.close()
    assert await traffic.db.fetchval("select sum(amount) from flow_figures where kind = 'started'") == 30
    assert await traffic.db.fetchval("select sum(amount) from flow_figures where kind = 'waited'") == 30
    await traffic.db.close()
    assert (await clinic.ana.get(f"/flows/{flow}/analytics")).json()["completions"] == 30


async def test_sessions_whose_person_stayed_away_are_closed(clinic: Desk) -> None:
    traffic, _flow = await _traffic(clinic)
    await traffic.person("a", at=datetime.now(UTC) - timedelta(days=5), answers=False)
    await traffic.db.execute("update sessions set status = 'waiting'")
    worker = await Database.connect(clinic.office.clone.worker_dsn, size=2, name="test-worker")
    assert await tidy_flows(worker) == 1
    await worker.close()
    assert await traffic.db.fetchval("select status from sessions") == "expired"
    await traffic.db.close()


async def test_another_organization_has_no_figures_of_ours(clinic: Desk) -> None:
    traffic, flow = await _traffic(clinic)
    await traffic.db.close()
    garage = await clinic.office.organization("garagem")
    await clinic.office.person("rui@garagem.test", {garage: Role.ORG_ADMIN})
    rui = await clinic.office.signed_in("rui@garagem.test")
    assert (await rui.get(f"/flows/{flow}/analytics")).status_code == 404
