"""What is done with the files of conversations?"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from uuid import UUID

from recado.channels import media_types
from recado.channels.models import OutgoingMedia
from recado.conversations.errors import MediaNotUsable
from recado.conversations.media_errors import (
    EmptyFile,
    MediaGone,
    MediaNotFound,
    MediaNotWanted,
    MediaPending,
    UnsupportedMedia,
)
from recado.conversations.service.seeing import sees
from recado.conversations.store import media as store
from recado.conversations.store.media import FileRecord, Upload, WantedMedia
from recado.foundation import facts, jobs
from recado.foundation.database import Transaction
from recado.foundation.facts import Fact
from recado.foundation.filenames import clean_filename
from recado.foundation.files import Files, FileTooLarge, StoredFile

FETCH_MEDIA = "conversations.fetch_media"
MEDIA_STORED = "media.stored"
MEDIA_FAILED = "media.failed"


_CARRIED = re.compile(r"carried:([0-9a-f-]{36}):(.*)", re.DOTALL)


def carried_place(delivery: UUID, provider_id: str) -> str:
    """Where a file is that came along in a delivery: in that delivery, and with the provider under its own name."""
    return f"carried:{delivery}:{provider_id}"


def read_place(place: str) -> tuple[UUID | None, str]:
    """Return the delivery that carries a file (None: none does), and what the provider calls it."""
    found = _CARRIED.fullmatch(place)
    return (UUID(found[1]), found[2]) if found else (None, place)


async def raw_delivery(tx: Transaction, delivery: UUID) -> bytes:
    """Return what a webhook carried, b"" where that is kept no longer."""
    return await store.raw_delivery(tx, delivery)


async def keep(tx: Transaction, wanted: WantedMedia, file: StoredFile, mime_type: str) -> None:
    """Say that the bytes of a message are here, and tell it."""
    if await store.mark_stored(
        tx, wanted.id, key=file.key, mime_type=mime_type, sha256=file.sha256, size=file.size
    ):  # fmt: skip
        await facts.publish(tx, [_fact(MEDIA_STORED, wanted)])


async def fail(tx: Transaction, wanted: WantedMedia, code: str) -> None:
    """Say that the bytes of a message cannot be had, and tell it; its text stands in the thread all the same."""
    if await store.mark_failed(tx, wanted.id, code):
        await facts.publish(tx, [_fact(MEDIA_FAILED, wanted)])


async def fetch_again(tx: Transaction, media: UUID) -> None:
    """Try once more to fetch media that failed; raise `MediaNotWanted` where there is nothing to try."""
    if not await store.want_again(tx, media):
        raise MediaNotWanted
    await jobs.defer(tx, FETCH_MEDIA, {"media_id": str(media)})


async def fetch_once_more(tx: Transaction, id_: UUID, *, viewer: UUID | None, sees_all: bool) -> None:
    """As `fetch_again`, for somebody at the desk who may see it; raise `MediaNotFound`, `MediaNotWanted`."""
    await _seen(tx, id_, viewer=viewer, sees_all=sees_all)
    await fetch_again(tx, id_)


async def _seen(tx: Transaction, id_: UUID, *, viewer: UUID | None, sees_all: bool) -> FileRecord:
    file = await store.find_file(tx, id_)
    if file is None:
        raise MediaNotFound
    if not sees_all and (viewer is None or not await sees(tx, viewer, assignee=file.owner, team=file.team)):
        raise MediaNotFound
    return file


async def look_at(tx: Transaction, id_: UUID, *, viewer: UUID | None, sees_all: bool) -> FileRecord:
    """Return a file that `viewer` may see: an agent sees what is theirs, or nobody's of their teams.

    Raises `MediaNotFound`, `MediaPending`, `MediaGone`.
    """
    file = await _seen(tx, id_, viewer=viewer, sees_all=sees_all)
    if file.state == "pending":
        raise MediaPending
    if file.state == "failed":
        raise MediaGone(reason=file.failure)
    return file


@dataclass(frozen=True, slots=True)
class Arrived:
    """An upload as it lies on the disk, with the type that its bytes show."""

    file: StoredFile
    mime_type: str
    filename: str


async def receive(files: Files, key: str, chunks: AsyncIterator[bytes], *, filename: str, declared: str) -> Arrived:
    """Take in bytes that somebody at the desk brings; no transaction is open meanwhile.

    Raises `FileTooLarge`, `UnsupportedMedia`, `EmptyFile`, `StorageFull`; nothing is left behind then.
    """
    stored = await files.save(
        key, chunks, limit=media_types.LARGEST, head=media_types.HEAD, tail=media_types.TAIL
    )  # fmt: skip
    try:
        mime = media_types.sniff(stored.head, stored.tail, declared=declared)
        _refuse(stored, mime)
    except BaseException:
        await files.remove(key)
        raise
    name = clean_filename(filename, otherwise=f"arquivo.{media_types.extension_of(mime)}")
    return Arrived(stored, mime, name)


def _refuse(file: StoredFile, mime: str) -> None:
    if not file.size:
        raise EmptyFile
    if not media_types.may_be_sent(mime):
        raise UnsupportedMedia(mime_type=mime)
    if file.size > media_types.cap_of(mime):
        raise FileTooLarge(limit=media_types.cap_of(mime))


async def take_upload(tx: Transaction, id_: UUID, *, by: UUID | None) -> tuple[Upload, OutgoingMedia]:
    """Return an upload of `by`, locked, and what an outgoing message says of it; raise `MediaNotUsable`.

    The provider's id is filled in when the message leaves. Call `attach` once the message stands in its thread.
    """
    upload = await store.lock_upload(tx, id_, by)
    if upload is None:
        raise MediaNotUsable
    kind = media_types.outgoing_kind(upload.mime_type)
    return upload, OutgoingMedia(kind, filename=upload.filename, voice=upload.mime_type == "audio/ogg")


async def attach(tx: Transaction, upload: Upload, *, message: UUID, channel: UUID) -> None:
    """Let the message carry the upload."""
    await store.attach_upload(tx, upload.id, message=message, channel=channel, voice=upload.mime_type == "audio/ogg")


def _fact(name: str, wanted: WantedMedia) -> Fact:
    return Fact(name, wanted.conversation, {"message_id": str(wanted.message), "media_id": str(wanted.id)})
