"""Who finds a person for what waits in a team?"""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from uuid import UUID

from recado.conversations.service.ports import Ports
from recado.conversations.service.teamwork import assign_next
from recado.foundation.clock import monotonic
from recado.foundation.database import UNKNOWN_COMMIT, Database
from recado.foundation.failpoints import failpoint
from recado.foundation.identifiers import OrganizationId
from recado.foundation.lanes.retention import list_organizations

_SWEEP_S = 20.0
_AT_ONCE = 200
_log = logging.getLogger(__name__)


@dataclass(slots=True)
class TeamRules:
    """Lets the rules of teams work, one conversation a transaction; now and then everywhere, for a wake can be lost."""

    database: Database
    ports: Ports
    _dirty: set[OrganizationId] = field(default_factory=set)
    _swept: float = 0.0

    def hear(self, topic: str) -> None:
        """Note an organization in which somebody may be wanted, or have room again."""
        kind, _, organization = topic.partition("/")
        if kind == "teams" and organization:
            self._dirty.add(OrganizationId(UUID(organization)))

    async def run_once(self) -> int:
        """Do one round and return how many conversations were looked at."""
        if monotonic() - self._swept > _SWEEP_S:
            self._dirty |= set(await list_organizations(self.database))
            self._swept = monotonic()
        dirty, self._dirty = self._dirty, set()
        done = 0
        for organization in sorted(dirty):
            try:
                done += await self.look(organization)
            except UNKNOWN_COMMIT:
                raise
            except Exception:
                # It comes back with the sweep; those after it must not wait for that.
                _log.exception("the rules of teams failed", extra={"organization": str(organization)})
        return done

    async def look(self, organization: OrganizationId) -> int:
        """Find people for what waits in one organization; return how many conversations were looked at."""
        passed: set[UUID] = set()
        for count in range(_AT_ONCE):
            async with self.database.transaction(organization) as tx:
                if not await assign_next(tx, self.ports, passed):
                    return count
                failpoint("teams.before_commit")
            failpoint("teams.after_commit")
        self._dirty.add(organization)
        return _AT_ONCE
