"""Can anybody see, change or notice anything of another organization through the API? (reliability 4.2, T11, T12, T16, T17)"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from recado.app.api import describe_api
from tests.support.postgres import Clone
from tests.tenancy.campaign import ASKERS, Campaign, Report
from tests.tenancy.matrix import MATRIX
from tests.tenancy.operations import MACHINE, PUBLIC
from tests.tenancy.seeding import Place
from tests.tenancy.slots import FOREIGN, NO_NAMES, routes, slots
from tests.tenancy.world import World, world

pytestmark = [pytest.mark.xdist_group("cross-organization"), pytest.mark.slow]

NOT_IN_OPENAPI = {
    "/api/v1/openapi.json": "the description itself; it names no organization",
    "/{path:path}": "the dashboard's files, the same for everybody",
}
PARSED: Mapping[str, Sequence[str]] = {
    "understanding_phrases": ("label",),
    "api_keys": ["scopes"],
    "asks": ["state"],
    "assignments": ["actor", "reason"],
    "audit_entries": ["actor_kind"],
    "automation_runs": ["fact", "state"],
    "automations": ["state", "triggers"],
    "bots": ["language"],
    "channels": ["adapter", "settings", "limits", "state", "secrets"],
    "consents": ["state"],
    "contact_addresses": ["kind", "sealed", "source"],
    "contact_fields": ["type"],
    "contact_import_rows": ["outcome"],
    "contact_imports": ["state", "storage_key"],
    "contact_merges": ["state"],
    "contact_proposals": ["state"],
    "contacts": ["source"],
    "conversation_tallies": ["state"],
    "conversations": ["reply_wa_id", "state", "answerer", "last_message_direction"],
    "csat_settings": ["asks", "style"],
    "csat_surveys": ["state"],
    "dead_letters": ["kind", "state"],
    "dead_sends": ["class"],
    "deal_moves": ["actor"],
    "deal_reasons": ["kind"],
    "deals": ["currency", "rank"],
    "flow_figures": ["kind"],
    "handoff_notices": ["kind", "medium", "state"],
    "handoffs": ["state", "priority", "lead_class"],
    "inbox": ["kind"],
    "invitations": ["role"],
    "media": ["mime_type", "state", "storage_key"],
    "members": ["role", "state"],
    "message_volumes": ["author", "direction"],
    "messages": ["direction", "reply_to", "author", "status"],
    "opening_days": ["hours"],
    "opening_hours": ["holiday_state", "week"],
    "organizations": ["time_zone", "solution", "consent"],
    "outbox": ["class", "state"],
    "pipeline_stages": ["color", "kind"],
    "secrets": ["previous"],
    "sessions": ["status"],
    "teams": ["assignment"],
    "templates": ["status"],
    "timers": ["kind", "state"],
    "turns": ["state"],
    "understanding_doubts": ["state"],
    "understanding_trainings": ["state", "method", "before", "after", "answers", "verdict"],
    "understanding_words": ["kind"],
    "uploads": ["mime_type", "storage_key"],
    "viva_handoff_tasks": ["state"],
    "webhook_deliveries": ["state"],
    "webhook_subscriptions": ["previous", "sealed", "state", "url"],
    "word_backfills": ["kind"],
}
"""Text columns without a canary: a CHECK allows only some words there, or the product reads what stands there."""


class Found:
    """One campaign, and what the organizations looked like before it."""

    report: Report
    unmarked: list[str]
    repeated: list[str]
    paths: list[str]


@pytest.fixture(scope="module")
def found(module_database: Clone, tmp_path_factory: pytest.TempPathFactory) -> Found:
    async def run(folder: Path) -> Found:
        result = Found()
        async with world(module_database, folder) as everybody:
            result.unmarked, result.repeated = await look_at_canaries(everybody, everybody.b)
            result.paths = sorted(paths_of(everybody.app.routes))
            result.report = await Campaign(everybody).run()
        return result

    return asyncio.run(run(tmp_path_factory.mktemp("home")))


def test_t11_no_probe_saw_or_changed_anything_of_another_organization(found: Found) -> None:
    assert found.report.failures == []


def test_t11_there_were_enough_probes(found: Found) -> None:
    assert found.report.probes >= 1_000


def test_the_rightful_owner_reached_every_operation(found: Found) -> None:
    assert found.report.owned == set(MATRIX)


def test_t15_everybody_who_may_did_and_nobody_else(found: Found) -> None:
    asked = set(ASKERS)
    may = {
        (name, who)
        for name, one in MATRIX.items()
        for who in (asked if one.may == PUBLIC else asked & one.may - MACHINE)
    }
    assert found.report.reached == may


def test_the_matrix_knows_every_operation_and_every_hole() -> None:
    described = routes(describe_api().openapi())
    assert {route.operation for route in described} == set(MATRIX)
    names = {slot.name for route in described for slot in slots(route)}
    assert names == set(FOREIGN), "each hole that names something is tried, and none is listed that is not there"
    assert not FOREIGN.keys() & NO_NAMES.keys()


def test_nothing_is_served_that_openapi_does_not_describe(found: Found) -> None:
    described = set(describe_api().openapi()["paths"])
    assert set(found.paths) - described == set(NOT_IN_OPENAPI)
    assert described <= set(found.paths)


def test_every_text_of_the_other_organization_holds_a_canary_of_its_own(found: Found) -> None:
    assert found.repeated == []
    assert set(found.unmarked) == {f"{table}.{column}" for table, columns in PARSED.items() for column in columns}


async def look_at_canaries(everybody: World, place: Place) -> tuple[list[str], list[str]]:
    """Return the text columns without a canary, and the canaries that stand in several cells."""
    unmarked, cells = [], Counter[str]()
    for table in everybody.seeder.tables():
        for column in everybody.seeder.columns[table]:
            value = place[table].get(column.name)
            if column.type in ("text", "jsonb", "bytea", "_text"):
                if place.mark in repr(value):
                    cells[repr(value)] += 1
                else:
                    unmarked.append(f"{table}.{column.name}")
    return unmarked, [value for value, times in cells.items() if times > 1]


def paths_of(found: Iterable[Any], prefix: str = "") -> Iterator[str]:
    """Return the path of everything that an application answers."""
    for route in found:
        if hasattr(route, "original_router"):
            yield from paths_of(route.original_router.routes, prefix + route.include_context.prefix)
        else:
            yield prefix + route.path
