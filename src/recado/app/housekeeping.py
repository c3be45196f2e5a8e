"""What does the house forget by itself, once an hour?"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import random
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from functools import partial

from recado.automations.tasks.rounds import forget_runs
from recado.conversations.tasks.fold_tallies import fold_tallies
from recado.conversations.tasks.tidy_media import tidy_media
from recado.flows.tasks.tidy_flows import tidy_flows
from recado.foundation import jobs
from recado.foundation.clock import system_clock
from recado.foundation.database import Database
from recado.foundation.files import Files
from recado.foundation.identifiers import OrganizationId
from recado.foundation.lanes import retention
from recado.foundation.rounds import in_each
from recado.organizations.tasks import forget_once
from recado.organizations.tasks.webhooks import forget_deliveries

PERIOD_S = 3600.0
_PAUSE_S = 0.02
"""Between two batches: a table is swept in the gaps of the day's work."""
_DRAFT_S = 86_400.0
_log = logging.getLogger("recado.housekeeping")


async def keep_house(database: Database, files: Files, stop: asyncio.Event) -> None:
    """Tidy up once an hour until `stop`; several workers do it at different moments, and none waits for another."""
    wait = PERIOD_S * random.uniform(0.02, 0.1)  # noqa: S311 - spreads processes that start together
    while not stop.is_set():
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), wait)
        if not stop.is_set():
            await tidy_up(database, files)
        wait = PERIOD_S * random.uniform(0.9, 1.1)  # noqa: S311


async def tidy_up(database: Database, files: Files) -> Mapping[str, int]:
    """Do one round and return how much went, by step. A step that fails is logged and stops no other."""
    gone: Counter[str] = Counter()
    steps: dict[str, Callable[[], Awaitable[int]]] = {
        "jobs": lambda: jobs.prune(database),
        "access": lambda: forget_once(database),
        "drafts": lambda: files.remove_drafts(_DRAFT_S),
        "quarantined": lambda: retention.forget_quarantined(database),
        "organizations": lambda: _tidy_organizations(database, files, gone),
        "sessions": lambda: tidy_flows(database),
    }
    for name, step in steps.items():
        try:
            gone[name] += await step()
        except Exception:
            _log.exception("housekeeping: %s failed", name)
    if gone["parked_statuses"]:
        _log.warning("statuses of messages that are not ours were forgotten: %s", gone["parked_statuses"])
    _log.info("housekeeping", extra={"gone": dict(gone)})
    return gone


async def _tidy_organizations(database: Database, files: Files, gone: Counter[str]) -> int:
    organizations = await retention.list_organizations(database)
    done = len(organizations)
    for step in retention.STEPS:
        done = min(done, await in_each(organizations, partial(_forget, database, gone, step), what=step))

    async def fold(organization: OrganizationId) -> int:
        gone["tallies"] += await fold_tallies(database, organization)
        return 1

    done = min(done, await in_each(organizations, fold, what="tallies"))

    async def tidy_deliveries(organization: OrganizationId) -> int:
        gone["webhook_deliveries"] += await forget_deliveries(database, organization, system_clock())
        return 1

    done = min(done, await in_each(organizations, tidy_deliveries, what="webhook deliveries"))

    async def tidy_runs(organization: OrganizationId) -> int:
        gone["automation_runs"] += await forget_runs(database, organization, system_clock())
        return 1

    done = min(done, await in_each(organizations, tidy_runs, what="automation runs"))

    async def tidy_files(organization: OrganizationId) -> int:
        gone["media"] += await tidy_media(database, files, organization)
        return 1

    return min(done, await in_each(organizations, tidy_files, what="media"))


async def _forget(database: Database, gone: Counter[str], step: str, organization: OrganizationId) -> int:
    more = True
    while more:
        async with database.transaction(organization) as tx:
            count = await retention.forget_some(tx, step)
        gone[step] += count
        more = count == retention.BATCH
        await asyncio.sleep(_PAUSE_S if count else 0)
    return 1
