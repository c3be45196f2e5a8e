"""Which flows has a person been in?"""

from __future__ import annotations

from uuid import UUID

from recado.contacts.models import ContactId
from recado.foundation.database import Row, Transaction

LIST_SESSIONS_OF_PERSON = """
select s.id, s.started_at, s.status, s.conversation_id, f.id as flow_id, f.name
from conversations c
join sessions s on s.organization_id = c.organization_id and s.conversation_id = c.id
join flow_versions v on v.organization_id = s.organization_id and v.id = s.flow_version_id
join flows f on f.organization_id = v.organization_id and f.id = v.flow_id
where c.organization_id = $1 and c.contact_id = $2 and ($3::uuid is null or s.id < $3) order by s.id desc limit $4
"""


async def list_sessions(tx: Transaction, contact: ContactId, before: UUID | None, limit: int) -> list[Row]:
    """Return the sessions of a person before `before`, the newest first."""
    return await tx.fetch(LIST_SESSIONS_OF_PERSON, tx.organization_id, contact, before, limit)
