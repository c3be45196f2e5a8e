"""How do the bytes of a picture, a voice or a file get from the provider into our storage?

The message stood in its thread before this began, and stays there whatever comes of it.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID

from recado.channels import media_types
from recado.channels import service as channels
from recado.channels.adapter import Account, CarriedMediaAdapter, MediaFile, MediaUnavailable
from recado.channels.errors import ChannelNotFound
from recado.conversations.service import media
from recado.conversations.service.ports import Ports
from recado.conversations.store import media as store
from recado.conversations.store.media import WantedMedia
from recado.foundation.database import Database
from recado.foundation.failpoints import failpoint
from recado.foundation.files import CHUNK, Files, FileTooLarge, StorageFull, key_of
from recado.foundation.identifiers import OrganizationId
from recado.foundation.jobs import RetryLater

TRIED_FOR = timedelta(hours=24)
"""An id lives seven days, but a person waits for a picture for hours at most; later they can ask for it themselves."""
_AT_ONCE = 4
"""Bytes are held in memory while they come, 100 MB at most each."""


@dataclass(slots=True)
class FetchMedia:
    """The handler of `conversations.fetch_media {media_id}`."""

    ports: Ports
    files: Files
    _turn: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(_AT_ONCE))

    async def __call__(self, database: Database, organization: OrganizationId, data: Mapping[str, Any]) -> None:
        """Fetch, store and tell; media that was fetched before, or whose message is gone, is left alone."""
        async with database.transaction(organization) as tx:
            wanted = await store.find_wanted(tx, UUID(str(data["media_id"])))
            if wanted is None:
                return
            try:
                adapter, account = await channels.open_account(tx, wanted.channel, self.ports.key)
            except ChannelNotFound:
                await media.fail(tx, wanted, "channel_gone")
                return
        async with self._turn:
            failure = await self._fetch(database, organization, wanted, adapter, account)
        if failure:
            async with database.transaction(organization) as tx:
                await media.fail(tx, wanted, failure)

    async def _fetch(
        self, database: Database, organization: OrganizationId, wanted: WantedMedia, adapter: str, account: Account
    ) -> str:
        """Return "" or why the media will never be had; raise `RetryLater` where it may be had later."""
        delivery, provider_id = media.read_place(wanted.provider_id)
        try:
            fetched = await self._carried(database, organization, delivery, provider_id, adapter)
            if fetched is None:
                fetched = await self.ports.adapters[adapter].fetch_media(account, provider_id)
        except MediaUnavailable as error:
            if error.gone or self.ports.clock() - wanted.created_at > TRIED_FOR:
                return error.code
            raise RetryLater from error
        if not fetched.content:
            return "empty"
        try:
            file = await self.files.save(
                key_of(organization, wanted.id), _pieces(fetched), limit=media_types.LARGEST, head=media_types.HEAD,
                tail=media_types.TAIL,
            )  # fmt: skip
        except FileTooLarge:
            return "too_large"
        except StorageFull as error:
            raise RetryLater from error
        if wanted.sha256 and wanted.sha256 != file.sha256:
            await self.files.remove(file.key)
            return "sha256_mismatch"
        failpoint("fetch_media.before_commit")
        mime = media_types.sniff(file.head, file.tail, declared=fetched.mime_type or wanted.declared)
        async with database.transaction(organization) as tx:
            await media.keep(tx, wanted, file, mime)
        return ""

    async def _carried(
        self, database: Database, organization: OrganizationId, delivery: UUID | None, provider_id: str, adapter: str
    ) -> MediaFile | None:
        """The file as its delivery carries it; None where it does not, or is kept no longer."""
        found = self.ports.adapters[adapter]
        if delivery is None or not isinstance(found, CarriedMediaAdapter):
            return None
        async with database.transaction(organization) as tx:
            raw = await media.raw_delivery(tx, delivery)
        return await asyncio.to_thread(found.carried_media, raw, provider_id) if raw else None


async def _pieces(file: MediaFile) -> AsyncIterator[bytes]:
    for start in range(0, len(file.content), CHUNK):
        yield file.content[start : start + CHUNK]
