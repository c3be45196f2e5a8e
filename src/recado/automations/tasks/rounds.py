"""Who lets automations hear what has happened, and act when their moment has come?"""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from recado.automations.models import Run
from recado.automations.service import hearing, running
from recado.automations.store import runs
from recado.conversations.service.ports import Ports
from recado.foundation.clock import monotonic
from recado.foundation.database import UNKNOWN_COMMIT, Database
from recado.foundation.failpoints import failpoint
from recado.foundation.identifiers import OrganizationId
from recado.foundation.lanes.retention import list_organizations
from recado.foundation.rounds import in_each

_SWEEP_S: Final = 60.0
_OF_ONE: Final = 100
"""Runs of one organization in a row: then others have their turn."""
_KEEP_SKIPPED, _KEEP_ACTED = timedelta(days=14), timedelta(days=90)
_BATCH: Final = 2_000
_log = logging.getLogger(__name__)


@dataclass(slots=True)
class AutomationRounds:
    """Visits organizations in which something has happened or is due; now and then all of them, for a wake can be lost."""

    database: Database
    ports: Ports
    _dirty: set[OrganizationId] = field(default_factory=set)
    _due: dict[OrganizationId, datetime] = field(default_factory=dict)
    _swept: float = float("-inf")

    def hear(self, topic: str) -> None:
        """Note an organization in which something has happened."""
        kind, _, organization = topic.partition("/")
        if kind in ("facts", hearing.TOPIC) and organization:
            self._dirty.add(OrganizationId(UUID(organization)))

    async def run_once(self) -> int:
        """Do one round and return how many facts were read and runs settled."""
        if monotonic() - self._swept > _SWEEP_S:
            self._dirty |= set(await list_organizations(self.database))
            self._swept = monotonic()
        now = self.ports.clock()
        visited = self._dirty | {one for one, at in self._due.items() if at <= now}
        self._dirty = set()
        return await in_each(sorted(visited), self.visit, what="automations")

    async def visit(self, organization: OrganizationId) -> int:
        """Hear what has happened in one organization and settle what is due there."""
        async with self.database.transaction(organization) as tx:
            read = await hearing.hear(tx, self.ports.clock())
            failpoint("automations.heard")
        settled = 0
        while settled < _OF_ONE and await self._settle_one(organization):
            settled += 1
        async with self.database.transaction(organization) as tx:
            next_due = await runs.next_due(tx)
        self._due.pop(organization, None)
        if next_due is not None:
            self._due[organization] = next_due
        if read or settled == _OF_ONE:
            self._dirty.add(organization)  # there may be more than one page
        return read + settled

    async def _settle_one(self, organization: OrganizationId) -> bool:
        run: Run | None = None
        try:
            async with self.database.transaction(organization) as tx:
                run = await runs.take(tx, self.ports.clock())
                if run is None:
                    return False
                await running.settle(tx, run, self.ports)
        except UNKNOWN_COMMIT:
            raise
        except Exception as error:
            if run is None:
                raise
            _log.exception("an automation failed", extra={"organization": str(organization)})
            async with self.database.transaction(organization) as tx:
                await running.note_failure(tx, run, type(error).__name__, self.ports.clock())
        return True


async def forget_runs(database: Database, organization: OrganizationId, now: datetime) -> int:
    """Remove old lines of the log, a batch at a time; return how many."""
    total, more = 0, True
    while more:
        async with database.transaction(organization) as tx:
            count = await runs.forget(tx, now - _KEEP_SKIPPED, now - _KEEP_ACTED, _BATCH)
        total += count
        more = count == _BATCH
    return total
