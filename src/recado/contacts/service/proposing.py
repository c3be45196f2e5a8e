"""How is it proposed that two rows are one person?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from recado.contacts import events
from recado.contacts.models import ContactId
from recado.contacts.store import merging as store
from recado.foundation import facts
from recado.foundation.database import Transaction
from recado.foundation.facts import Fact
from recado.foundation.identifiers import new_id


async def propose(tx: Transaction, one: ContactId, other: ContactId, evidence: Mapping[str, Any]) -> None:
    """Propose that `one` and `other` are one person; a pair that was proposed before, whatever came of it, is not again.

    `evidence` holds a `reason` and kinds of addresses, never the addresses themselves: those stand with the people.
    """
    first, second = sorted((one, other))
    if one != other and await store.insert_proposal(tx, new_id(), first, second, evidence):
        await facts.publish(tx, [Fact(events.MERGE_PROPOSED, data={"contact_ids": [str(first), str(second)]})])
