"""May a claimed row still leave, or has somebody taken it over meanwhile?"""

from __future__ import annotations

from typing import Final

import asyncpg

from recado.foundation.clock import monotonic
from recado.foundation.database import UNKNOWN_COMMIT, Database, DatabaseBusy
from recado.foundation.lanes.models import Outgoing

TAKEN_OVER_AFTER_S: Final = 2.0
"""A row whose worker's lock is gone may be taken over so long after it was marked; before that its request may still leave."""
LEAVES_WITHIN_S: Final = 1.5
"""A request leaves so long after its row was marked or renewed, or not at all. Half a second less than the above: between
the last look at the clock and the first byte lies no `await`, but a machine that is short of processor."""
_RENEWS_AFTER_S: Final = 0.75

# The attempt and the state say whether it is still ours: whoever takes a row over changes one of them.
RENEW = """
update outbox set dispatched_at = now()
where organization_id = $1 and id = $2 and attempt = $3 and state = 'dispatching'
"""


class Hold:
    """One worker's hold on a row that it has marked as `dispatching`.

    A row whose worker seems dead becomes unconfirmed, and the next of its conversation goes. Were the worker only slow, or its
    lock lost with a connection, its own request would leave after its successor, unflagged. So none leaves on an old claim.
    """

    def __init__(self, database: Database, row: Outgoing, claimed_at: float) -> None:
        self._database = database
        self._row = row
        self._claimed_at = claimed_at

    async def leave_by(self) -> float | None:
        """Return until when the request may leave, on the monotonic clock; None where the row is no longer ours.

        A young claim costs nothing; an old one (a long upload, a stopped process) is renewed with one statement.
        """
        if monotonic() - self._claimed_at > _RENEWS_AFTER_S:
            renewed_at = monotonic()
            if not await self._is_renewed():
                return None
            self._claimed_at = renewed_at
        return self._claimed_at + LEAVES_WITHIN_S

    async def _is_renewed(self) -> bool:
        row = self._row
        try:
            return await self._database.execute_alone(RENEW, row.organization, row.id, row.attempt) == "UPDATE 1"
        except (*UNKNOWN_COMMIT, DatabaseBusy, asyncpg.PostgresError):
            return False  # it may be ours and may not: what has not left can be sent again
