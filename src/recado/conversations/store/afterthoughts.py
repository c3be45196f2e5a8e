"""What became known of a message after it was written: an edit, a revocation, the file of a placeholder?"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import msgspec

from recado.contacts.models import ContactId
from recado.foundation.database import Row, Transaction

# What stood there before is kept: the thread says "editada" and can show both. Only who wrote a message changes it.
CHANGE_MESSAGES = """
update messages m set
    text = case when n.revoked then m.text else n.text end,
    content = coalesce(m.content, '{}'::jsonb)
        || case when n.revoked then jsonb_build_object('revoked', true)
                else jsonb_build_object('edited', true, 'first_text', coalesce(m.content -> 'first_text', to_jsonb(m.text))) end
from unnest($2::uuid[], $3::uuid[], $4::text[], $5::bool[], $6::bool[], $7::text[])
     as n(channel_id, contact_id, provider_id, ours, revoked, text), conversations c
where m.organization_id = $1 and m.channel_id = n.channel_id and m.provider_id = n.provider_id
  and c.organization_id = $1 and c.id = m.conversation_id and c.contact_id = n.contact_id
  and (m.direction = 'out') = n.ours
"""


@dataclass(frozen=True, slots=True)
class Change:
    """An edit, or the revocation of a message: `about` is its provider id, `ours` that it came from the business's phone."""

    channel: UUID
    contact: ContactId
    about: str
    ours: bool
    is_revoked: bool
    text: str


async def change_messages(tx: Transaction, changes: Sequence[Change]) -> None:
    """Let messages that stand in a thread be edited or revoked by whoever wrote them."""
    await tx.execute(
        CHANGE_MESSAGES, tx.organization_id, [one.channel for one in changes], [one.contact for one in changes],
        [one.about for one in changes], [one.ours for one in changes], [one.is_revoked for one in changes],
        [one.text for one in changes],
    )  # fmt: skip


ORIGINALS = """
select m.channel_id, m.provider_id, m.direction = 'out' as ours, c.reply_wa_id, c.reply_bsuid
from unnest($2::uuid[], $3::text[]) as wanted(channel_id, provider_id)
cross join lateral (
    select channel_id, provider_id, direction, conversation_id from messages
    where organization_id = $1 and channel_id = wanted.channel_id and provider_id = wanted.provider_id offset 0
) m
join conversations c on c.organization_id = $1 and c.id = m.conversation_id
"""


async def originals(tx: Transaction, ids: Collection[tuple[UUID, str]]) -> list[Row]:
    """Return whether messages are ours, and where the person of their thread is reached, by (channel, provider id)."""
    return await tx.fetch(ORIGINALS, tx.organization_id, [one[0] for one in ids], [one[1] for one in ids])


# Only a placeholder is completed, and only once: whatever comes a second time finds none.
COMPLETE_MESSAGES = """
update messages m set type = n.type, subtype = n.subtype, text = n.text, content = n.content
from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::jsonb[])
     as n(channel_id, provider_id, type, subtype, text, content)
where m.organization_id = $1 and m.channel_id = n.channel_id and m.provider_id = n.provider_id
  and m.type = 'unsupported'
returning m.id, m.channel_id, m.provider_id, m.conversation_id
"""


@dataclass(frozen=True, slots=True)
class Completion:
    """What a placeholder turns out to be."""

    channel: UUID
    provider_id: str
    type: str
    subtype: str
    text: str
    content: Mapping[str, Any]


async def complete_messages(tx: Transaction, completions: Sequence[Completion]) -> list[Row]:
    """Let placeholders be what they stood for; return id, channel, provider id and conversation of those that were one."""
    return await tx.fetch(
        COMPLETE_MESSAGES, tx.organization_id, [one.channel for one in completions],
        [one.provider_id for one in completions], [one.type for one in completions],
        [one.subtype for one in completions], [one.text for one in completions],
        [msgspec.json.encode(one.content).decode() if one.content else None for one in completions],
    )  # fmt: skip
