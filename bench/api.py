"""How long does each list and detail of the desk take when years lie in the database and messages come in beside?

One million messages, 100,000 contacts and 50 organizations (`--messages`, `--contacts`), 20 requests a second of an operator
beside 40 messages a second through the whole product. Prints one JSON line: p50, p95 and the most, per endpoint, in
milliseconds, and whether every p95 is within its limit (50 ms, a search 100, the
overview and a report, which add up, 300).
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import json
import random
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any
from uuid import UUID

import aiohttp
import uvloop

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.desk_furniture import furnish
from bench.desk_words import ORGANIZATIONS, fill
from bench.pipeline import Load, open_stage, percentile
from bench.provider import Provider
from bench.stage import APP_SECRET, PHONE_NUMBER_ID, Stage
from recado.app.roles import role_dsn
from recado.foundation.database import Database
from recado.organizations.models import SYSTEM, Role
from recado.organizations.service import Passwords, add_member, create_user

EMAIL, PASSWORD = "bancada@exemplo.test", "caneta-quadrada-1877"
LIMIT_MS, SEARCH_LIMIT_MS, FIGURES_LIMIT_MS = 50.0, 100.0, 300.0
_SOUGHT = (
    "consultas", "vacinação", "quero agendar", "bom dia", "cancelamento consulta", "thiago", "tiago souza", "pagamento19",
    "c", "con", "obrigado amanhã", "98", "9888", "maria consulta", "remarcar exame horário", "zzzznada",
)  # fmt: skip

Ask = Callable[[], tuple[str, Mapping[str, str]]]


async def sign_up(stage: Stage) -> None:
    """Give the measured organization somebody who can sign in."""
    passwords = Passwords(stage.key)
    database = await Database.connect(role_dsn(stage.server.dsn, "recado_app", stage.key), size=1, name="bench-people")
    async with database.transaction(stage.organization) as tx:
        user = await create_user(tx, email=EMAIL, name="Bancada", password_hash=await passwords.hash(PASSWORD))
        await add_member(tx, user, role=Role.ORG_ADMIN, by=SYSTEM)
    await database.close()
    passwords.close()


async def asks(stage: Stage) -> dict[str, Ask]:
    """Return every endpoint that is measured, each with the ways in which it is asked for."""

    async def some(table: str, column: str = "id") -> Iterator[UUID]:
        query = f"select {column} as id from {table} where organization_id = $1 order by random() limit 300"  # noqa: S608
        return itertools.cycle([UUID(str(row["id"])) for row in await stage.query(query, stage.organization)])

    ids, people, deals = await some("conversations"), await some("contacts"), await some("deals")
    templates, stages = await some("templates"), await some("deals", "stage_id")
    pipeline, automation = next(await some("pipelines")), next(await some("automations"))
    flow, tag_segment, city_segment = next(await some("flows")), *await _segments(stage)
    sought, names = itertools.cycle(_SOUGHT), itertools.cycle(("ana", "souza", "thiago prado", "98", "maria l"))
    chance = random.Random(3)

    def listed(path: str, **query: str) -> Ask:
        return lambda: (path, query)

    def each(path: str, found: Iterator[UUID], after: str = "", **query: str) -> Ask:
        return lambda: (f"{path}/{next(found)}{after}", query)

    plain = {
        name: listed(path)
        for name, path in (
            ("audit.list", "/audit"), ("automations.list", "/automations"), ("channels.list", "/channels"),
            ("contacts.list", "/contacts"), ("contacts.fields", "/contacts/fields"), ("contacts.tags", "/contacts/tags"),
            ("contacts.proposals", "/contacts/proposals"), ("contacts.segments", "/contacts/segments"),
            ("conversations.filters", "/conversation-filters"), ("conversations.list", "/conversations"),
            ("dead_letters.list", "/dead-letters"), ("delegation.list", "/viva/handoff"), ("desk.read", "/desk"),
            ("drafts.list", "/conversation-drafts"), ("flows.list", "/flows"), ("handoffs.list", "/handoffs"),
            ("me.read", "/me"), ("members.list", "/members"), ("mentions.list", "/mentions"),
            ("organization.read", "/organization"), ("hours.read", "/organization/hours"),
            ("overview.funnel", "/whatsapp-chat/status"), ("overview.conversas", "/whatsapp-chat/conversas"),
            ("overview.read", "/overview"), ("pipelines.list", "/pipelines"), ("quick_replies.list", "/quick-replies"),
            ("teams.list", "/teams"), ("templates.list", "/templates"), ("understanding.doubts", "/understanding/doubts"),
            ("views.list", "/conversation-views"), ("webhooks.list", "/webhooks"),
        )
    }  # fmt: skip
    return {
        **plain,
        "conversations.list state": lambda: (
            "/conversations",
            {"state": chance.choice(("active", "waiting", "archived"))},
        ),
        "conversations.list unread": listed("/conversations", unread="true"),
        "conversations.list answerer": listed("/conversations", answerer="agent"),
        "conversations.list waiting long": listed("/conversations", waiting_minutes="600"),
        "conversations.list number": listed("/conversations", channel_id=str(stage.channel)),
        "conversations.list tag": listed("/conversations", tag="marca 3"),
        "conversations.list no such tag": listed("/conversations", tag="nenhuma"),
        "conversations.list mine": listed("/conversations", assignee="me"),
        "conversations.list dates": listed("/conversations", until="2026-01-01T00:00:00Z"),
        "conversations.list q": lambda: ("/conversations", {"q": next(sought)}),
        "conversations.search": lambda: ("/search", {"q": next(sought)}),
        "conversations.read": each("/conversations", ids),
        "conversations.messages": each("/conversations", ids, "/messages"),
        "conversations.assignments": each("/conversations", ids, "/assignments"),
        "drafts.read": each("/conversations", ids, "/draft"),
        "flows.session": each("/conversations", ids, "/session"),
        "handoffs.history": each("/conversations", ids, "/handoffs"),
        "contacts.list q": lambda: ("/contacts", {"q": next(names)}),
        "contacts.list segment of a tag": listed("/contacts", segment_id=str(tag_segment)),
        "contacts.list segment of an own field": listed("/contacts", segment_id=str(city_segment)),
        "contacts.read": each("/contacts", people),
        "contacts.timeline": each("/contacts", people, "/timeline"),
        "deals.list": lambda: ("/deals", {"contact_id": str(next(people))}),
        "deals.read": each("/deals", deals),
        "pipelines.board": listed(f"/pipelines/{pipeline}/board"),
        "pipelines.stage_deals": each("/stages", stages, "/deals"),
        "pipelines.conversion": listed(f"/pipelines/{pipeline}/conversion"),
        "templates.read": each("/templates", templates),
        "automations.read": listed(f"/automations/{automation}"),
        "automations.runs": listed(f"/automations/{automation}/runs"),
        "flows.read": listed(f"/flows/{flow}"),
        "flows.versions": listed(f"/flows/{flow}/versions"),
        "handoffs.list open": listed("/handoffs", state="open"),
        "reports conversations": listed("/analytics/conversations"),
        "reports conversations by person": listed("/analytics/conversations", group="person"),
        "reports satisfaction": listed("/analytics/csat"),
    }


async def _segments(stage: Stage) -> tuple[UUID, UUID]:
    query = "select id from contact_segments where organization_id = $1 order by name"
    first, second = await stage.query(query, stage.organization)
    return UUID(str(first["id"])), UUID(str(second["id"]))


def limit_of(name: str) -> float:
    """What a p95 may be, in milliseconds."""
    if name.startswith(("reports", "overview.read")):
        return FIGURES_LIMIT_MS
    return SEARCH_LIMIT_MS if "search" in name or name.endswith(" q") else LIMIT_MS


async def furnished(stage: Stage) -> None:
    """Put in what else there is, some of it through the API."""
    base = f"http://127.0.0.1:{stage.port}/api/v1"
    async with aiohttp.ClientSession() as client:
        async with client.post(f"{base}/session", json={"email": EMAIL, "password": PASSWORD}) as answer:
            headers = {"authorization": f"Bearer {(await answer.json())['access_token']}"}

        async def post(path: str, body: dict[str, Any]) -> dict[str, Any]:
            async with client.post(f"{base}/{path}", json=body, headers=headers) as answer:
                assert answer.status in (200, 201), await answer.text()
                found: dict[str, Any] = await answer.json()
                return found

        await furnish(stage.server.dsn, stage.organization, post)


async def ask_steadily(stage: Stage, per_second: float, seconds: float) -> tuple[dict[str, list[float]], list[str]]:
    """Ask for one endpoint after another, whether or not the one before was answered; times in seconds, and what failed."""
    times: dict[str, list[float]] = {}
    failed: list[str] = []
    wanted = await asks(stage)
    base = f"http://127.0.0.1:{stage.port}/api/v1"
    async with aiohttp.ClientSession() as client:
        async with client.post(f"{base}/session", json={"email": EMAIL, "password": PASSWORD}) as answer:
            token = (await answer.json())["access_token"]
        headers = {"authorization": f"Bearer {token}"}
        for filter_ in ({"assignee": "none"}, {"unread": True}, {"q": "consulta"}):
            view = {"name": str(filter_), "filter": filter_}
            async with client.post(f"{base}/conversation-views", json=view, headers=headers) as answer:
                assert answer.status == 201, await answer.text()

        async def one(name: str, *, warm: bool = False) -> None:
            path, query = wanted[name]()
            began = time.perf_counter()
            async with client.get(base + path, params=query, headers=headers) as answer:
                body = await answer.read()
            if answer.status != 200:
                failed.append(f"{name} {query}: {answer.status} {body[:200]!r}")
            elif not warm:
                times.setdefault(name, []).append(time.perf_counter() - began)

        for name in [*wanted] * 2:
            await one(name, warm=True)
        names, tasks = itertools.cycle(wanted), []
        began = time.perf_counter()
        for index in range(int(per_second * seconds)):
            delay = began + index / per_second - time.perf_counter()
            if delay > 0:
                await asyncio.sleep(delay)
            tasks.append(asyncio.create_task(one(next(names))))
        await asyncio.gather(*tasks)
    return times, failed


async def beside(stage: Stage, load: Load, options: argparse.Namespace) -> dict[str, Any]:
    """Ask while messages come in."""
    writing = asyncio.create_task(load.at_rate(5_000_000, options.writes, options.seconds + 5))
    times, failed = await ask_steadily(stage, options.reads, options.seconds)
    await writing
    figures = {
        name: {
            "p50_ms": round(percentile(found, 0.5), 1), "p95_ms": round(percentile(found, 0.95), 1),
            "most_ms": round(max(found) * 1000, 1), "asked": len(found),
        }
        for name, found in sorted(times.items())
    }  # fmt: skip
    slow = [name for name, one in figures.items() if one["p95_ms"] > limit_of(name)]
    return {"endpoints": figures, "slow": slow, "failed": failed[:5], "within": not slow and not failed}


async def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--messages", type=int, default=1_000_000)
    parser.add_argument("--contacts", type=int, default=100_000)
    parser.add_argument("--reads", type=float, default=20.0)
    parser.add_argument("--writes", type=float, default=40.0)
    parser.add_argument("--seconds", type=float, default=180.0)
    options = parser.parse_args()
    provider = Provider(APP_SECRET, PHONE_NUMBER_ID)
    stage, load, _ = await open_stage(provider, limits=False)
    try:
        await sign_up(stage)
        began = time.perf_counter()
        await fill(stage.server.dsn, stage.organization, options.contacts, options.messages)
        await furnished(stage)
        seeded = time.perf_counter() - began
        result = await beside(stage, load, options)
        words = (await stage.query("select count(*) as n from message_words"))[0]["n"]
    finally:
        stage.close()
        await provider.close()
    size = {"messages": options.messages, "contacts": options.contacts, "organizations": ORGANIZATIONS, "terms": words}
    sys.stdout.write(json.dumps({**size, "seeded_s": round(seeded, 1), **result}) + "\n")


if __name__ == "__main__":
    uvloop.run(main())
