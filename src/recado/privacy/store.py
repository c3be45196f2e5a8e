"""How are consents kept: one row for every step, the last one counts?"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from uuid import UUID

from recado.contacts.models import ContactId
from recado.foundation.database import Row, Transaction
from recado.foundation.identifiers import new_ids
from recado.privacy.models import NOTICE_VERSION, ConsentState

LATEST_CONSENTS = """
select distinct on (contact_id) contact_id, state from consents
where organization_id = $1 and contact_id = any($2) and purpose = $3 order by contact_id, id desc
"""


async def latest(tx: Transaction, contacts: Collection[ContactId], purpose: str) -> dict[ContactId, ConsentState]:
    """Return the last answer of each contact that was ever asked."""
    rows = await tx.fetch(LATEST_CONSENTS, tx.organization_id, list(contacts), purpose)
    return {row["contact_id"]: ConsentState(row["state"]) for row in rows}


INSERT_CONSENTS = """
insert into consents (organization_id, id, contact_id, purpose, state, notice_version, message_id)
select $1, r.id, r.contact, $4, r.state, $7, r.message
from unnest($2::uuid[], $3::uuid[], $5::text[], $6::uuid[]) as r(id, contact, state, message)
"""


async def insert(tx: Transaction, purpose: str, steps: Sequence[tuple[ContactId, ConsentState, UUID | None]]) -> None:
    """Write down what was asked or answered, and in which message."""
    if steps:
        await tx.execute(
            INSERT_CONSENTS, tx.organization_id, new_ids(len(steps)), [step[0] for step in steps], purpose,
            [step[1].value for step in steps], [step[2] for step in steps], NOTICE_VERSION,
        )  # fmt: skip


MOVE_CONSENTS = "update consents set contact_id = $3 where organization_id = $1 and contact_id = $2 returning id"


async def move(tx: Transaction, *, of: ContactId, to: ContactId) -> list[UUID]:
    """Let every answer of one person be another's; return which."""
    return [row["id"] for row in await tx.fetch(MOVE_CONSENTS, tx.organization_id, of, to)]


RETURN_CONSENTS = "update consents set contact_id = $3 where organization_id = $1 and contact_id = $2 and id = any($4)"


async def put_back(tx: Transaction, ids: Sequence[UUID], *, of: ContactId, to: ContactId) -> None:
    """Give answers back."""
    await tx.execute(RETURN_CONSENTS, tx.organization_id, of, to, ids)


LIST_CONSENT_STEPS = """
select id, at, purpose, state from consents
where organization_id = $1 and contact_id = $2 and ($3::uuid is null or id < $3) order by id desc limit $4
"""


async def list_steps(tx: Transaction, contact: ContactId, before: UUID | None, limit: int) -> list[Row]:
    """Return what a person was asked and answered, the newest first."""
    return await tx.fetch(LIST_CONSENT_STEPS, tx.organization_id, contact, before, limit)
