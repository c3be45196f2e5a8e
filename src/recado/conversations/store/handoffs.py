"""How are transbordos, their targets and the notices about them kept?"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec

from recado.conversations.handoff_models import (
    HandoffSettings,
    LeadClass,
    NewHandoff,
    Targets,
)
from recado.conversations.models import ConversationId
from recado.foundation.database import Row, Transaction

READ_SETTINGS = "select * from handoff_settings where organization_id = $1"


async def read_settings(tx: Transaction) -> HandoffSettings:
    """Return what the organization has set, or what holds where it has set nothing."""
    row = await tx.fetchrow(READ_SETTINGS, tx.organization_id)
    if row is None:
        return HandoffSettings()
    minutes = {name: timedelta(minutes=row[f"{name}_minutes"]) for name in ("high", "medium", "low", "unrated")}
    return HandoffSettings(
        Targets(**minutes, expires_after=timedelta(hours=row["expires_after_hours"])),
        tuple(row["email_recipients"]), tuple(row["whatsapp_recipients"]), tuple(row["late_email_recipients"]),
        tuple(row["late_whatsapp_recipients"]), row["channel_id"], row["template_name"], row["template_language"],
    )  # fmt: skip


SAVE_SETTINGS = """
insert into handoff_settings (organization_id, high_minutes, medium_minutes, low_minutes, unrated_minutes, expires_after_hours,
    email_recipients, whatsapp_recipients, late_email_recipients, late_whatsapp_recipients, channel_id, template_name,
    template_language)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
on conflict (organization_id) do update set
    high_minutes = excluded.high_minutes, medium_minutes = excluded.medium_minutes, low_minutes = excluded.low_minutes,
    unrated_minutes = excluded.unrated_minutes, expires_after_hours = excluded.expires_after_hours,
    email_recipients = excluded.email_recipients, whatsapp_recipients = excluded.whatsapp_recipients,
    late_email_recipients = excluded.late_email_recipients, late_whatsapp_recipients = excluded.late_whatsapp_recipients,
    channel_id = excluded.channel_id, template_name = excluded.template_name,
    template_language = excluded.template_language
"""


async def save_settings(tx: Transaction, one: HandoffSettings) -> None:
    """Write what the organization has set."""
    targets = one.targets
    await tx.execute(
        SAVE_SETTINGS, tx.organization_id,
        *(int(span.total_seconds() // 60) for span in (targets.high, targets.medium, targets.low, targets.unrated)),
        int(targets.expires_after.total_seconds() // 3600), list(one.email_recipients), list(one.whatsapp_recipients),
        list(one.late_email_recipients), list(one.late_whatsapp_recipients), one.channel, one.template_name,
        one.template_language,
    )  # fmt: skip


FIELDS_OF = """
select c.id, ct.fields from conversations c
join contacts ct on ct.organization_id = c.organization_id and ct.id = c.contact_id
where c.organization_id = $1 and c.id = any($2)
"""


async def fields_of(tx: Transaction, conversations: Collection[ConversationId]) -> dict[ConversationId, dict[str, Any]]:
    """Return what is known of the person of each conversation."""
    rows = await tx.fetch(FIELDS_OF, tx.organization_id, list(conversations))
    return {row["id"]: msgspec.json.decode(row["fields"]) for row in rows}


INSERT_HANDOFFS = """
insert into handoffs (organization_id, id, conversation_id, state, reason, priority, team, summary, lead_class, opened_at,
                      due_at, expires_at)
select $1, n.id, n.conversation_id, 'open', n.reason, n.priority, n.team, n.summary, n.lead_class, $10, n.due_at, n.expires_at
from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::timestamptz[],
            $11::timestamptz[])
     as n(id, conversation_id, reason, priority, team, summary, lead_class, due_at, expires_at)
on conflict (organization_id, conversation_id) where state in ('open', 'taken') do nothing
returning id
"""


async def insert_handoffs(tx: Transaction, handoffs: Sequence[NewHandoff], now: datetime) -> list[UUID]:
    """Open a transbordo for each conversation that has none open; return those that were opened."""
    rows = await tx.fetch(
        INSERT_HANDOFFS, tx.organization_id, [one.id for one in handoffs], [one.conversation for one in handoffs],
        [one.reason for one in handoffs], [one.priority for one in handoffs], [one.team for one in handoffs],
        [one.summary for one in handoffs], [one.lead_class.value for one in handoffs],
        [one.due.due_at for one in handoffs], now, [one.due.expires_at for one in handoffs],
    )  # fmt: skip
    return [row["id"] for row in rows]


# `returned` is the bot's coming back by itself: what a person had taken is done, what nobody took is over.
END_HANDOFFS = """
update handoffs h set
    state = case when n.state = 'returned' then case when h.state = 'taken' then 'resolved' else 'expired' end else n.state end,
    taken_at = case when n.state = 'taken' or n.actor is not null then coalesce(h.taken_at, $5) else h.taken_at end,
    taken_by = coalesce(h.taken_by, n.actor),
    resolved_at = case when n.state = 'taken' then null else $5 end
from unnest($2::uuid[], $3::text[], $4::uuid[]) as n(conversation_id, state, actor)
where h.organization_id = $1 and h.conversation_id = n.conversation_id and h.state in ('open', 'taken')
"""


async def end_handoffs(
    tx: Transaction, ended: Sequence[tuple[ConversationId, str, UUID | None]], now: datetime
) -> None:
    """Let open transbordos be taken, resolved or expired, the last of what was said of each conversation counting."""
    if ended:
        last = {conversation: (conversation, state, actor) for conversation, state, actor in ended}
        columns = [list(column) for column in zip(*last.values(), strict=True)]
        await tx.execute(END_HANDOFFS, tx.organization_id, *columns, now)


_LISTED = """
h.id, h.conversation_id, h.state, h.reason, h.priority, h.lead_class, h.team, h.summary, h.opened_at, h.due_at, h.expires_at,
h.late_told_at, h.taken_at, h.taken_by, tb.name as taken_by_name, h.resolved_at, c.assignee_id, c.contact_id,
coalesce(nullif(ct.name, ''), nullif(ct.given_name, ''), '') as contact_name, c.reply_wa_id, c.last_message_preview,
c.channel_id, ch.name as channel_name
"""
_JOINED = """
join contacts ct on ct.organization_id = c.organization_id and ct.id = c.contact_id
join channels ch on ch.organization_id = c.organization_id and ch.id = c.channel_id
left join members tb on tb.organization_id = h.organization_id and tb.id = h.taken_by
"""
_SEEN = """
($3::uuid is null or c.assignee_id = $3 or (c.assignee_id is null and (c.team_id is null or exists (
    select from team_members tm where tm.organization_id = $1 and tm.team_id = c.team_id and tm.member_id = $3))))
"""
_FITS = "($4::text is null or h.priority = $4) and ($5::text is null or h.lead_class = $5)"

# What is late stands first by itself: its target is the oldest.
LIST_BY_TARGET = f"""
select {_LISTED} from handoffs h
join conversations c on c.organization_id = h.organization_id and c.id = h.conversation_id
{_JOINED}
where h.organization_id = $1 and h.state = $2 and {_SEEN} and {_FITS}
  and ($6::timestamptz is null or (h.due_at, h.id) > ($6, $7::uuid)) and ($8::timestamptz is null or h.due_at <= $8)
order by h.due_at, h.id limit $9
"""

LIST_ENDED = f"""
select {_LISTED} from handoffs h
join conversations c on c.organization_id = h.organization_id and c.id = h.conversation_id
{_JOINED}
where h.organization_id = $1 and h.state in ('resolved', 'expired') and ($2::text is null or h.state = $2)
  and {_SEEN} and {_FITS} and ($6::timestamptz is null or (h.opened_at, h.id) < ($6, $7::uuid))
order by h.opened_at desc, h.id desc limit $8
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedHandoffs:
    """Which transbordos a list shows. `state` is open, late, taken, resolved, expired or ended (the two before)."""

    state: str
    viewer: UUID | None
    priority: str | None = None
    lead_class: LeadClass | None = None
    after: tuple[datetime, UUID] | None = None
    limit: int = 50


async def list_handoffs(tx: Transaction, wanted: WantedHandoffs, now: datetime) -> list[Row]:
    """Return one page: what is open by its target, what is over by its beginning, the newest first."""
    at, id_ = wanted.after or (None, None)
    fits = wanted.viewer, wanted.priority, wanted.lead_class, at, id_
    if wanted.state in ("resolved", "expired", "ended"):
        state = None if wanted.state == "ended" else wanted.state
        return await tx.fetch(LIST_ENDED, tx.organization_id, state, *fits, wanted.limit)
    state, until = ("open", now) if wanted.state == "late" else (wanted.state, None)
    return await tx.fetch(LIST_BY_TARGET, tx.organization_id, state, *fits, until, wanted.limit)


READ_HANDOFF = f"""
select {_LISTED} from handoffs h
join conversations c on c.organization_id = h.organization_id and c.id = h.conversation_id
{_JOINED}
where h.organization_id = $1 and h.id = $2
"""


async def read_handoff(tx: Transaction, id_: UUID) -> Row | None:
    """Return one transbordo as lists show it."""
    return await tx.fetchrow(READ_HANDOFF, tx.organization_id, id_)


HISTORY = f"""
select {_LISTED} from handoffs h
join conversations c on c.organization_id = h.organization_id and c.id = h.conversation_id
{_JOINED}
where h.organization_id = $1 and h.conversation_id = $2 order by h.opened_at desc limit 50
"""


async def history(tx: Transaction, conversation: ConversationId) -> list[Row]:
    """Return every transbordo of a conversation, the newest first."""
    return await tx.fetch(HISTORY, tx.organization_id, conversation)


COUNT_PENDING = """
select count(*) filter (where h.state = 'open') as open, count(*) filter (where h.state = 'taken') as taken,
       count(*) filter (where h.state = 'open' and h.due_at <= $2) as late,
       min(h.opened_at) filter (where h.state = 'open') as oldest
from handoffs h where h.organization_id = $1 and h.state in ('open', 'taken')
"""


async def count_pending(tx: Transaction, now: datetime) -> Row:
    """Return how many are open, taken and late, and since when the oldest open one waits."""
    row = await tx.fetchrow(COUNT_PENDING, tx.organization_id, now)
    assert row is not None  # noqa: S101 - an aggregate always has one row
    return row


CHANGE = """
update handoffs set priority = $3, lead_class = $4, due_at = $5, expires_at = $6,
                    late_told_at = case when $5::timestamptz > $7::timestamptz then null else late_told_at end
where organization_id = $1 and id = $2 and state in ('open', 'taken')
"""


async def change(
    tx: Transaction,
    id_: UUID,
    *,
    priority: str,
    lead_class: LeadClass,
    due_at: datetime,
    expires_at: datetime,
    now: datetime,
) -> bool:
    """Write how urgent it is; False where it is over already. One that is in time again may become late again."""
    done = await tx.execute(CHANGE, tx.organization_id, id_, priority, lead_class.value, due_at, expires_at, now)
    return done == "UPDATE 1"


ORGANIZATIONS_WITH_LATE = "select * from organizations_with_late_handoffs($1) as organization_id"


async def organizations_with_late(tx: Transaction, now: datetime) -> list[Any]:
    """Return the organizations in which a transbordo has run out of its time."""
    return [row["organization_id"] for row in await tx.fetch(ORGANIZATIONS_WITH_LATE, now)]


MARK_LATE = """
update handoffs h set late_told_at = $2
where h.organization_id = $1 and h.id = any(array(
    select x.id from handoffs x where x.organization_id = $1 and x.state = 'open' and x.due_at <= $2 and x.late_told_at is null
    order by x.due_at limit 200 for update skip locked))
returning h.id, h.conversation_id
"""


async def mark_late(tx: Transaction, now: datetime) -> list[Row]:
    """Mark what has just become late, each once, and return it."""
    return await tx.fetch(MARK_LATE, tx.organization_id, now)


EXPIRED = """
select h.conversation_id from handoffs h where h.organization_id = $1 and h.state = 'open' and h.expires_at <= $2
order by h.conversation_id limit 200
"""


async def expired(tx: Transaction, now: datetime) -> list[ConversationId]:
    """Return the conversations for which nobody is looked for any more."""
    return [row["conversation_id"] for row in await tx.fetch(EXPIRED, tx.organization_id, now)]
