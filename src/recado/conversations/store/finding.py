"""Where in conversations that were found stands what was sought?"""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from recado.conversations.finding_models import Sought
from recado.foundation.database import Row, Transaction

HITS = """
select w.conversation_id, w.word, w.message_id, w.of_person from message_words w
where w.organization_id = $1 and w.conversation_id = any($2) and w.word = any($3::text[])
union all
select w.conversation_id, w.word, w.message_id, w.of_person
from unnest($2) as page(id) cross join unnest($4::text[], $5::text[]) as begun(least, most)
cross join lateral (
    select * from message_words where organization_id = $1 and conversation_id = page.id
      and word >= begun.least and word < begun.most limit 20
) w
"""


async def hits(tx: Transaction, conversations: Sequence[UUID], sought: Sequence[Sought]) -> list[Row]:
    """Return conversation, term, the newest message that holds it, and whether it is the person's, of each hit."""
    exact = sorted({term for one in sought for term in one.exact})
    begun = [one for one in sought if one.beginning]
    least, most = [one.beginning for one in begun], [one.end for one in begun]
    return await tx.fetch(HITS, tx.organization_id, list(conversations), exact, least, most)


HIT_MESSAGES = """
select id, text, direction, author, created_at from messages where organization_id = $1 and id = any($2)
"""


async def messages(tx: Transaction, ids: Sequence[UUID]) -> dict[UUID, Row]:
    """Return what messages say, by id."""
    rows = await tx.fetch(HIT_MESSAGES, tx.organization_id, list(ids)) if ids else []
    return {row["id"]: row for row in rows}
