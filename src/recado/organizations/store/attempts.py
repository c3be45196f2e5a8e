"""How are failed attempts counted, for all processes together?"""

from __future__ import annotations

from collections.abc import Sequence

from recado.foundation.database import Transaction
from recado.organizations.models import Ceiling

COUNT_ATTEMPT = "select count_attempt($1, $2, $3)"


async def count(tx: Transaction, ceilings: Sequence[Ceiling]) -> int:
    """Count one attempt under every key and return 0, or count nothing and return the seconds to wait."""
    wait: int = await tx.fetchval(
        COUNT_ATTEMPT,
        [one.key for one in ceilings],
        [one.count for one in ceilings],
        [one.window_s for one in ceilings],
    )
    return wait


REFUND_ATTEMPT = "select refund_attempt($1)"


async def refund(tx: Transaction, ceilings: Sequence[Ceiling]) -> None:
    """Take one attempt back: it did not fail."""
    await tx.execute(REFUND_ATTEMPT, [one.key for one in ceilings])
