"""Who keeps the figures of reports at hand?"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

from recado.conversations.service.measuring import LATE, SOON, catch_up
from recado.foundation.clock import Clock, monotonic
from recado.foundation.database import Database
from recado.foundation.failpoints import failpoint
from recado.foundation.identifiers import OrganizationId
from recado.foundation.lanes.retention import list_organizations
from recado.foundation.rounds import in_each

_SWEEP_S: Final = 600.0


@dataclass(slots=True)
class ReportRounds:
    """Measures organizations in which something has happened; now and then all of them, for a wake can be lost."""

    database: Database
    clock: Clock
    _dirty: set[OrganizationId] = field(default_factory=set)
    _late: set[OrganizationId] = field(default_factory=set)
    _swept: float = float("-inf")

    def hear(self, topic: str) -> None:
        """Note an organization in which something has happened."""
        kind, _, organization = topic.partition("/")
        if kind == "facts" and organization:
            self._dirty.add(OrganizationId(UUID(organization)))

    async def run_once(self) -> int:
        """Measure one step of each; return how many have more to be measured."""
        if monotonic() - self._swept > _SWEEP_S:
            self._late = set(await list_organizations(self.database))
            self._dirty |= self._late
            self._swept = monotonic()
        dirty, self._dirty = self._dirty, set()
        return await in_each(sorted(dirty), self._visit, what="reports")

    async def _visit(self, organization: OrganizationId) -> int:
        async with self.database.transaction(organization) as tx:
            more = await catch_up(tx, self.clock(), LATE if organization in self._late else SOON)
            failpoint("reports.before_commit")
        self._late.discard(organization)
        if more:
            self._dirty.add(organization)
        return int(more)
