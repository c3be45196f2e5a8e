"""Who may see a conversation?"""

from __future__ import annotations

from uuid import UUID

from recado.conversations.store import teamwork as store
from recado.foundation.database import Transaction


async def sees(tx: Transaction, viewer: UUID | None, *, assignee: UUID | None, team: UUID | None) -> bool:
    """Tell whether `viewer` (None: somebody who sees all) may see what is `assignee`'s or waits in `team`.

    An agent sees what is theirs, and what is nobody's in no team or in one of theirs.
    """
    if viewer is None or assignee == viewer:
        return True
    if assignee is not None:
        return False
    return team is None or await store.is_in_team(tx, team, viewer)
