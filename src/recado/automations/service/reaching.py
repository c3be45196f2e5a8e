"""How do colleagues learn by e-mail what an automation has to tell them?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID, uuid5

from recado.automations.models import RunId
from recado.automations.store import working as store
from recado.foundation import jobs
from recado.foundation.database import Transaction
from recado.foundation.mail import Letter

NOTIFY: Final = "automations.notify"
_SUBJECT = "Recado: {name}"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A letter that an action asks for: ids only, for the text stands in the run's log."""

    run: RunId
    action: int
    member: UUID


async def write_letters(tx: Transaction, run: RunId, action: int, members: Sequence[UUID]) -> None:
    """Have each of these colleagues written to once this is committed."""
    items = [{"run_id": str(run), "action": action, "member_id": str(member)} for member in members]
    await jobs.defer_many(tx, NOTIFY, items)


async def letter(tx: Transaction, wanted: Wanted, public_url: str) -> Letter | None:
    """Return the letter, the same id each time; None where the colleague or the run is gone."""
    row = await store.told(tx, wanted.run, wanted.action, wanted.member)
    if row is None:
        return None
    link = f"\n\n{public_url}/whatsapp/conversas/{row['conversation_id']}" if row["conversation_id"] else ""
    id_ = uuid5(wanted.run, f"{wanted.action}:{wanted.member}")
    return Letter(id_, row["email"], _SUBJECT.format(name=row["name"]), f"{row['text']}{link}", row["organization"])
