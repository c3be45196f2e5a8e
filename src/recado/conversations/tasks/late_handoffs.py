"""Who has waited longer for a person than they were meant to, and who is told?"""

from __future__ import annotations

from dataclasses import dataclass

from recado.conversations import events
from recado.conversations.handoff_models import NoticeKind
from recado.conversations.models import SYSTEM
from recado.conversations.service import handoffs, verbs
from recado.conversations.service.ports import Ports
from recado.conversations.service.saving import save
from recado.conversations.store import handoffs as store
from recado.foundation import facts
from recado.foundation.database import Database
from recado.foundation.facts import Fact
from recado.foundation.failpoints import failpoint
from recado.foundation.identifiers import OrganizationId
from recado.foundation.rounds import in_each

LOOK_S = 5.0


@dataclass(slots=True)
class LateHandoffs:
    """Looks for targets that have passed; any number of workers may run it."""

    database: Database
    ports: Ports

    async def run_once(self) -> int:
        """Do one round and return how many transbordos became late or were given up."""
        async with self.database.transaction(None) as tx:
            organizations = await store.organizations_with_late(tx, self.ports.clock())
        return await in_each(organizations, self._look, what="late handoffs")

    async def _look(self, organization: OrganizationId) -> int:
        now = self.ports.clock()
        async with self.database.transaction(organization) as tx:
            late = await store.mark_late(tx, now)
            await handoffs.tell(
                tx, [row["id"] for row in late], NoticeKind.LATE, await store.read_settings(tx)
            )  # fmt: skip
            await facts.publish(
                tx, [Fact(events.HANDOFF_CHANGED, row["conversation_id"], {"late": True}) for row in late]
            )
            over = await store.expired(tx, now)
            failpoint("late_handoffs.before_commit")
        for conversation in over:
            async with self.database.transaction(organization) as tx:
                desk, _ = await verbs.lay(tx, conversation, self.ports, None)
                # Somebody may have taken it since: only what is still open and past its time is given up.
                if conversation in await store.expired(tx, now):
                    desk.end_handoff(conversation, "expired", SYSTEM)
                    await save(tx, desk)
        return len(late) + len(over)
