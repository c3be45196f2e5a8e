"""How does what flows wait for come back to its conversation when its moment has come?"""

from __future__ import annotations

import logging

from recado.conversations.service import due
from recado.flows.store import waiting
from recado.foundation.clock import Clock
from recado.foundation.database import Database
from recado.foundation.failpoints import failpoint
from recado.foundation.identifiers import OrganizationId
from recado.foundation.lanes.entering import put_in

UNDER_WAY = 128
"""Due ones of an organization in the inbox at a time, two batches of turns: ten thousand that were promised for nine o'clock
come one after the other, and what a person writes meanwhile waits a tenth of a second."""
_log = logging.getLogger(__name__)


class TimerRounds:
    """Puts what is due into the inbox, in the order of its moments; any number of workers may run it."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def run_once(self) -> int:
        """Do one round and return how many came due. One organization's failure is logged and stops no other."""
        async with self._database.transaction(None) as tx:
            organizations = await waiting.organizations_due(tx, self._clock())
        fired = 0
        for organization in organizations:
            try:
                fired += await self._fire(organization)
            except Exception:
                _log.exception("timers of one organization failed", extra={"organization": str(organization)})
        return fired

    async def _fire(self, organization: OrganizationId) -> int:
        async with self._database.transaction(organization) as tx:
            rows = await waiting.fire(tx, self._clock(), UNDER_WAY)
            failpoint("timers.fired")
            await put_in(
                tx,
                [
                    (row["channel_id"], due.input_of(row["kind"], row["chat"], row["conversation_id"], row["id"]))
                    for row in rows
                ],
            )
            failpoint("timers.before_commit")
        failpoint("timers.after_commit")
        return len(rows)
