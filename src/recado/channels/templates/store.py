"""How are templates kept?"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

import msgspec

from recado.channels.models import Json, Template
from recado.channels.templates.models import StatusChange, StoredTemplate, Sync, Wanted
from recado.foundation.database import Row, Transaction
from recado.foundation.identifiers import OrganizationId, new_id, new_ids
from recado.foundation.text import fold

_COLUMNS = """
id, channel_id, name, language, provider_id, category, status, rejected_reason, quality, parameter_format, components,
previous_category, correct_category, status_detail, status_hint, previous_quality, synced_at, created_at
"""

# An organization has a few hundred, the provider allows a number 6,000: its own part of the index is read in its order.
LIST = f"""
select {_COLUMNS} from templates
where organization_id = $1 and ($2::uuid is null or channel_id = $2) and ($3 = '' or strpos(search, $3) > 0)
  and case $4 when '' then status <> 'DELETED' when '*' then true else status = $4 end
  and ($5 = '' or name = $5) and ($6 = '' or language = $6)
  and ($7::uuid is null
       or (name, language, id) > (select a.name, a.language, a.id from templates a where a.organization_id = $1 and a.id = $7))
order by name, language, id limit $8
"""


async def find_all(tx: Transaction, wanted: Wanted) -> list[StoredTemplate]:
    """Return templates by name, each language by itself."""
    rows = await tx.fetch(
        LIST, tx.organization_id, wanted.channel, fold(wanted.q), wanted.status, wanted.name, wanted.language,
        wanted.after, wanted.limit,
    )  # fmt: skip
    return [_stored(row) for row in rows]


READ = f"select {_COLUMNS} from templates where organization_id = $1 and id = $2"


async def read(tx: Transaction, id_: UUID) -> StoredTemplate | None:
    """Return one template."""
    row = await tx.fetchrow(READ, tx.organization_id, id_)
    return None if row is None else _stored(row)


FIND = f"""
select {_COLUMNS} from templates where organization_id = $1 and channel_id = $2 and name = $3 and language = $4
"""


async def find(tx: Transaction, channel: UUID, name: str, language: str) -> StoredTemplate | None:
    """Return one template by the name that the provider knows."""
    row = await tx.fetchrow(FIND, tx.organization_id, channel, name, language)
    return None if row is None else _stored(row)


# What a webhook said after the listing was asked for is newer than the listing.
SAVE_LISTED = """
insert into templates as t (organization_id, channel_id, id, name, language, provider_id, status, rejected_reason, category,
                            quality, parameter_format, components, search, status_at, category_at, quality_at, synced_at)
select $1, $2, id, name, language, provider, status, reason, category, quality, format, components, search, $13, $13, $13, now()
from unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[],
            $12::jsonb[], $14::text[])
     as n(id, name, language, provider, status, reason, category, quality, format, components, search)
on conflict (organization_id, channel_id, name, language) do update set
    provider_id = excluded.provider_id, parameter_format = excluded.parameter_format, components = excluded.components,
    search = excluded.search, synced_at = now(),
    status = case when t.status_at > $13 then t.status else excluded.status end,
    rejected_reason = case when t.status_at > $13 then t.rejected_reason else excluded.rejected_reason end,
    status_detail = case when t.status_at > $13 or t.status = excluded.status then t.status_detail else '' end,
    status_hint = case when t.status_at > $13 or t.status = excluded.status then t.status_hint else '' end,
    status_at = greatest(t.status_at, $13),
    previous_category = case when t.category_at > $13 or t.category in ('', excluded.category) then t.previous_category
                             else t.category end,
    category = case when t.category_at > $13 then t.category else excluded.category end,
    category_at = greatest(t.category_at, $13),
    quality = case when t.quality_at > $13 then t.quality else excluded.quality end,
    quality_at = greatest(t.quality_at, $13)
where (t.provider_id, t.parameter_format, t.components, t.search, t.status, t.rejected_reason, t.category, t.quality)
      is distinct from (excluded.provider_id, excluded.parameter_format, excluded.components, excluded.search,
                        excluded.status, excluded.rejected_reason, excluded.category, excluded.quality)
returning name
"""


async def save_listed(tx: Transaction, channel: UUID, listed: Sequence[Template], asked_at: datetime) -> int:
    """Write what a listing told; return how many templates are new or different."""
    if not listed:
        return 0
    rows = await tx.fetch(
        SAVE_LISTED, tx.organization_id, channel, new_ids(len(listed)), [one.name for one in listed],
        [one.language for one in listed], [one.provider_id for one in listed], [one.status for one in listed],
        [one.rejected_reason for one in listed], [one.category for one in listed], [one.quality for one in listed],
        ["NAMED" if one.named else "POSITIONAL" for one in listed], [_json(one.components) for one in listed], asked_at,
        [_search(one.name, one.components) for one in listed],
    )  # fmt: skip
    return len(rows)


MARK_GONE = """
update templates t set status = 'DELETED', status_at = $5
where organization_id = $1 and channel_id = $2 and status <> 'DELETED' and status_at <= $5 and created_at <= $5
  and not exists (select from unnest($3::text[], $4::text[]) as n(name, language)
                  where n.name = t.name and n.language = t.language)
returning id
"""


async def mark_gone(tx: Transaction, channel: UUID, listed: Sequence[Template], asked_at: datetime) -> int:
    """Mark what is listed no longer; it stays, so that a thread and a flow still know its name."""
    names, languages = [one.name for one in listed], [one.language for one in listed]
    return len(await tx.fetch(MARK_GONE, tx.organization_id, channel, names, languages, asked_at))


SAVE_STATUS = """
insert into templates as t (organization_id, channel_id, id, name, language, provider_id, status, rejected_reason, category,
                            status_detail, status_hint, search, status_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
on conflict (organization_id, channel_id, name, language) do update set
    provider_id = case when excluded.provider_id = '' then t.provider_id else excluded.provider_id end,
    status = excluded.status, rejected_reason = excluded.rejected_reason, status_detail = excluded.status_detail,
    status_hint = excluded.status_hint, status_at = excluded.status_at, synced_at = now(),
    category = case when excluded.category = '' or t.category_at > $13 then t.category else excluded.category end
where t.status_at <= excluded.status_at
returning components
"""


async def save_status(tx: Transaction, channel: UUID, change: StatusChange, at: datetime) -> str:
    """Write a state: `new` where the template was not known in its parts, `changed`, or `old` where newer is known."""
    components = await tx.fetchval(
        SAVE_STATUS, tx.organization_id, channel, new_id(), change.name, change.language, change.provider_id,
        change.status, change.reason, change.category, change.detail, change.hint, fold(change.name), at,
    )  # fmt: skip
    if components is None:
        return "old"
    return "new" if components == "[]" else "changed"


SAVE_QUALITY = """
update templates set quality = $5, previous_quality = $6, quality_at = $7
where organization_id = $1 and channel_id = $2 and name = $3 and language = $4 and quality_at <= $7 returning id
"""


async def save_quality(
    tx: Transaction, channel: UUID, name: str, language: str, scores: tuple[str, str], at: datetime
) -> bool:
    """Write a quality and the one before; False where newer is known, or no such template."""
    return (
        await tx.fetchval(SAVE_QUALITY, tx.organization_id, channel, name, language, *scores, at)
    ) is not None  # fmt: skip


# Where only `correct_category` comes, the change is announced and not made yet.
SAVE_CATEGORY = """
update templates set previous_category = case when $5 in ('', category) then previous_category
                                              when $6 = '' then category else $6 end,
                     category = case when $5 = '' then category else $5 end, correct_category = $7, category_at = $8
where organization_id = $1 and channel_id = $2 and name = $3 and language = $4 and category_at <= $8 returning id
"""


async def save_category(
    tx: Transaction, channel: UUID, name: str, language: str, categories: tuple[str, str, str], at: datetime
) -> bool:
    """Write (category, the one before, the one to come); False where newer is known, or no such template."""
    return (
        await tx.fetchval(SAVE_CATEGORY, tx.organization_id, channel, name, language, *categories, at)
    ) is not None  # fmt: skip


CLAIM = """
insert into template_syncs as s (organization_id, channel_id, started_at) values ($1, $2, $3)
on conflict (organization_id, channel_id) do update set started_at = $3
where s.started_at < $4 and (s.finished_at >= s.started_at or s.started_at < $3 - interval '3 minutes')
returning started_at
"""


async def claim_sync(tx: Transaction, channel: UUID, now: datetime, asked_at: datetime) -> bool:
    """Take the asking for a listing upon oneself; False where somebody is at it, or has begun after `asked_at`."""
    return await tx.fetchval(CLAIM, tx.organization_id, channel, now, asked_at) is not None


END = """
update template_syncs set finished_at = $3, problem = $4, found = case when $4 = '' then $5 else found end
where organization_id = $1 and channel_id = $2
"""


async def end_sync(tx: Transaction, channel: UUID, now: datetime, problem: str, found: int) -> None:
    """Write down how it went."""
    await tx.execute(END, tx.organization_id, channel, now, problem, found)


SYNCS = """
select channel_id, finished_at, (finished_at is null or finished_at < started_at)
       and started_at > now() - interval '3 minutes' as running, problem, found
from template_syncs where organization_id = $1 and ($2::uuid[] is null or channel_id = any($2))
"""


async def syncs(tx: Transaction, channels: Collection[UUID] | None = None) -> list[Sync]:
    """Return how the last askings went."""
    rows = await tx.fetch(SYNCS, tx.organization_id, None if channels is None else list(channels))
    return [Sync(row["channel_id"], row["finished_at"], row["running"], row["problem"], row["found"]) for row in rows]


LISTED_CHANNELS = """
select c.id from channels c
join template_syncs s on s.organization_id = c.organization_id and s.channel_id = c.id
where c.organization_id = $1 and ($2::uuid is null or c.default_bot_id = $2) and c.state <> 'disconnected'
  and s.finished_at is not null and s.problem = ''
order by c.id
"""


async def listed_channels(tx: Transaction, bot: UUID | None) -> list[UUID]:
    """Return the channels of a bot, or of all, whose listing was had."""
    return [row["id"] for row in await tx.fetch(LISTED_CHANNELS, tx.organization_id, bot)]


TO_SYNC = "select organization_id, id from list_channels_to_sync($1, $2, $3)"


async def to_sync(
    tx: Transaction, adapters: Collection[str], seconds: float, most: int
) -> list[tuple[OrganizationId, UUID]]:
    """Return channels of any organization whose listing is older than `seconds`."""
    rows = await tx.fetch(TO_SYNC, list(adapters), seconds, most)
    return [(OrganizationId(row["organization_id"]), row["id"]) for row in rows]


def _stored(row: Row) -> StoredTemplate:
    known = Template(
        row["provider_id"], row["name"], row["language"], row["status"], row["category"], row["parameter_format"] == "NAMED",
        _parts(row["components"]), row["quality"], row["rejected_reason"],
    )  # fmt: skip
    return StoredTemplate(
        row["id"], row["channel_id"], known, row["previous_category"], row["correct_category"], row["status_detail"],
        row["status_hint"], row["previous_quality"], row["synced_at"], row["created_at"],
    )  # fmt: skip


def _parts(components: str) -> tuple[Json, ...]:
    found = msgspec.json.decode(components)
    return tuple(one for one in found if isinstance(one, dict)) if isinstance(found, list) else ()


def _json(components: Sequence[Json]) -> str:
    # PostgreSQL keeps no zero character in a text, and a provider's text may hold anything.
    return msgspec.json.encode(components).decode().replace("\\u0000", "")


def _search(name: str, components: Sequence[Json]) -> str:
    words = [str(part["text"]) for part in components if isinstance(part.get("text"), str)]
    return fold(f"{name.replace('_', ' ')} {name} {' '.join(words)}")[:8_000].replace("\x00", "")
