"""How is written down which files belong to messages, and where a provider keeps them?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from recado.foundation.database import Transaction


@dataclass(frozen=True, slots=True)
class WantedMedia:
    """Media of a message whose bytes are still with the provider."""

    id: UUID
    message: UUID
    conversation: UUID
    channel: UUID
    provider_id: str
    declared: str
    sha256: str
    created_at: datetime


FIND_WANTED = """
select d.id, d.message_id, m.conversation_id, d.channel_id, d.provider_id, d.mime_type, d.sha256, d.created_at
from media d join messages m on m.organization_id = d.organization_id and m.id = d.message_id
where d.organization_id = $1 and d.id = $2 and d.state = 'pending'
"""


async def find_wanted(tx: Transaction, media: UUID) -> WantedMedia | None:
    """Return media that is still to be fetched."""
    row = await tx.fetchrow(FIND_WANTED, tx.organization_id, media)
    return WantedMedia(*row.values()) if row else None


READ_DELIVERY = "select raw from deliveries where organization_id = $1 and id = $2"


async def raw_delivery(tx: Transaction, delivery: UUID) -> bytes:
    """Return the raw bytes of a delivery, b"" where it is kept no longer."""
    return await tx.fetchval(READ_DELIVERY, tx.organization_id, delivery) or b""


MARK_STORED = """
update media set state = 'stored', failure = '', storage_key = $3, mime_type = $4, sha256 = $5, size = $6
where organization_id = $1 and id = $2 and state = 'pending'
"""


async def mark_stored(tx: Transaction, media: UUID, *, key: str, mime_type: str, sha256: str, size: int) -> bool:
    """Say where the bytes are; False where that was said before."""
    tag = await tx.execute(MARK_STORED, tx.organization_id, media, key, mime_type, sha256, size)
    return tag == "UPDATE 1"


MARK_FAILED = """
update media set state = 'failed', failure = $3 where organization_id = $1 and id = $2 and state = 'pending'
"""


async def mark_failed(tx: Transaction, media: UUID, code: str) -> bool:
    """Say that the bytes cannot be had, and why."""
    return await tx.execute(MARK_FAILED, tx.organization_id, media, code) == "UPDATE 1"


WANT_AGAIN = """
update media set state = 'pending', failure = '', created_at = now()
where organization_id = $1 and id = $2 and state = 'failed' and provider_id <> ''
"""


async def want_again(tx: Transaction, media: UUID) -> bool:
    """Let failed media be fetched once more; False where it has not failed or nobody knows where it is."""
    return await tx.execute(WANT_AGAIN, tx.organization_id, media) == "UPDATE 1"


@dataclass(frozen=True, slots=True)
class FileRecord:
    """A file as somebody asks for it. `owner` is who may see it beside those who see all: an assignee or an uploader."""

    state: str
    failure: str
    storage_key: str
    mime_type: str
    filename: str
    owner: UUID | None
    team: UUID | None = None


FIND_FILE = """
select d.state, d.failure, d.storage_key, d.mime_type, d.filename, c.assignee_id, c.team_id
from media d
join messages m on m.organization_id = d.organization_id and m.id = d.message_id
join conversations c on c.organization_id = m.organization_id and c.id = m.conversation_id
where d.organization_id = $1 and d.id = $2
union all
select 'stored', '', u.storage_key, u.mime_type, u.filename, u.uploaded_by, null
from uploads u where u.organization_id = $1 and u.id = $2 and u.size is not null
"""


async def find_file(tx: Transaction, id_: UUID) -> FileRecord | None:
    """Return the file of a message, or one that was uploaded for a message to come."""
    row = await tx.fetchrow(FIND_FILE, tx.organization_id, id_)
    return FileRecord(*row.values()) if row else None


BEGIN_UPLOAD = """
insert into uploads (organization_id, id, uploaded_by, filename, storage_key) values ($1, $2, $3, $4, $5)
"""


async def begin_upload(tx: Transaction, id_: UUID, *, by: UUID | None, filename: str, key: str) -> None:
    """Write down that a file is about to arrive."""
    await tx.execute(BEGIN_UPLOAD, tx.organization_id, id_, by, filename, key)


END_UPLOAD = """
update uploads set filename = $3, mime_type = $4, sha256 = $5, size = $6 where organization_id = $1 and id = $2
"""


async def end_upload(tx: Transaction, id_: UUID, *, filename: str, mime_type: str, sha256: str, size: int) -> None:
    """Write down what has arrived."""
    await tx.execute(END_UPLOAD, tx.organization_id, id_, filename, mime_type, sha256, size)


DROP_UPLOAD = "delete from uploads where organization_id = $1 and id = $2"


async def drop_upload(tx: Transaction, id_: UUID) -> None:
    """Forget a file that did not arrive."""
    await tx.execute(DROP_UPLOAD, tx.organization_id, id_)


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that waits for its message."""

    id: UUID
    filename: str
    mime_type: str
    size: int


LOCK_UPLOAD = """
select id, filename, mime_type, size from uploads
where organization_id = $1 and id = $2 and size is not null and uploaded_by is not distinct from $3 for update
"""


async def lock_upload(tx: Transaction, id_: UUID, by: UUID | None) -> Upload | None:
    """Return a file that `by` uploaded and no message carries yet; nobody else can take it until the commit."""
    row = await tx.fetchrow(LOCK_UPLOAD, tx.organization_id, id_, by)
    return Upload(*row.values()) if row else None


# The media keeps the upload's id: the address under which the sender saw the file goes on working.
ATTACH_UPLOAD = """
with taken as (delete from uploads where organization_id = $1 and id = $2 returning *)
insert into media (organization_id, id, message_id, channel_id, mime_type, filename, sha256, size, voice, state, storage_key)
select organization_id, id, $3, $4, mime_type, filename, sha256, size, $5, 'stored', storage_key from taken
"""


async def attach_upload(tx: Transaction, id_: UUID, *, message: UUID, channel: UUID, voice: bool) -> None:
    """Let a message carry an uploaded file."""
    await tx.execute(ATTACH_UPLOAD, tx.organization_id, id_, message, channel, voice)


@dataclass(frozen=True, slots=True)
class OutgoingFile:
    """A file that leaves with a message; `provider_id` where the provider has it already."""

    storage_key: str
    mime_type: str
    filename: str
    sha256: str
    provider_id: str | None


FIND_OUTGOING = """
select d.storage_key, d.mime_type, d.filename, d.sha256, p.provider_id
from media d
left join provider_media p on p.organization_id = d.organization_id and p.channel_id = $3 and p.sha256 = d.sha256
  and p.mime_type = d.mime_type and p.expires_at > now()
where d.organization_id = $1 and d.message_id = $2 and d.state = 'stored' order by d.id limit 1
"""


async def find_outgoing(tx: Transaction, message: UUID, channel: UUID) -> OutgoingFile | None:
    """Return the file that a message of ours carries."""
    row = await tx.fetchrow(FIND_OUTGOING, tx.organization_id, message, channel)
    return OutgoingFile(*row.values()) if row else None


# An upload lives 30 days at the provider; a message that is sent again days later must still find it.
REMEMBER_PROVIDER_ID = """
insert into provider_media (organization_id, channel_id, sha256, mime_type, provider_id, expires_at)
values ($1, $2, $3, $4, $5, now() + interval '25 days')
on conflict (organization_id, channel_id, sha256, mime_type) do update
set provider_id = excluded.provider_id, expires_at = excluded.expires_at
"""


async def remember_provider_id(tx: Transaction, channel: UUID, file: OutgoingFile, provider_id: str) -> None:
    """Write down under which id the provider of `channel` keeps a file."""
    await tx.execute(REMEMBER_PROVIDER_ID, tx.organization_id, channel, file.sha256, file.mime_type, provider_id)


OLD_UPLOADS = """
delete from uploads where organization_id = $1 and id = any(array(
    select id from uploads where organization_id = $1 and created_at < now() - interval '24 hours' limit $2))
returning storage_key
"""


async def forget_old_uploads(tx: Transaction, limit: int) -> list[str]:
    """Remove at most `limit` uploads that no message took within a day; return the keys of their files."""
    return [row["storage_key"] for row in await tx.fetch(OLD_UPLOADS, tx.organization_id, limit)]


EXPIRED_PROVIDER_IDS = "delete from provider_media where organization_id = $1 and expires_at < now()"


async def forget_expired_provider_ids(tx: Transaction) -> int:
    """Remove what providers have forgotten by now; return how many."""
    return int((await tx.execute(EXPIRED_PROVIDER_IDS, tx.organization_id)).rpartition(" ")[2])
