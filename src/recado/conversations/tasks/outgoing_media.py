"""Under which id does the provider know the file that a message carries?"""

from __future__ import annotations

import asyncio
import base64
from dataclasses import dataclass, field, replace
from uuid import UUID
from weakref import WeakValueDictionary

from msgspec import structs

from recado.channels.adapter import Account, Adapter, MediaFile, MediaUnavailable
from recado.channels.models import OutgoingMessage
from recado.conversations.store import media as store
from recado.conversations.store.media import OutgoingFile
from recado.foundation.database import Database
from recado.foundation.failpoints import failpoint
from recado.foundation.files import Files
from recado.foundation.identifiers import OrganizationId


@dataclass(slots=True)
class OutgoingFiles:
    """Hands files to providers, each once in 25 days for a channel, however many people get it."""

    database: Database
    files: Files
    _uploading: WeakValueDictionary[tuple[UUID, str], asyncio.Lock] = field(default_factory=WeakValueDictionary)

    async def ready(
        self,
        message: OutgoingMessage,
        *,
        organization: OrganizationId,
        message_id: UUID,
        channel: UUID,
        adapter: Adapter,
        account: Account,
    ) -> OutgoingMessage:
        """Return `message` with the provider's id of its file, uploaded now if need be; raise `MediaUnavailable`.

        A message without a file, or with one that the provider has or fetches itself, comes back as it is.
        """
        media = message.media
        if media is None or media.provider_id or media.link:
            return message
        if "inline_media" in adapter.manifest.capabilities:
            return structs.replace(
                message, media=replace(media, link=await self._inline(organization, message_id, channel))
            )
        provider_id = await self.resolve(organization, message_id, channel, adapter, account)
        return structs.replace(message, media=replace(media, provider_id=provider_id))

    async def _inline(self, organization: OrganizationId, message_id: UUID, channel: UUID) -> str:
        """Return the file as a `data:` link, for providers that take bytes inside the message and keep none."""
        file = await self._find(organization, message_id, channel)
        try:
            content = await self.files.read(file.storage_key)
        except FileNotFoundError as error:
            raise MediaUnavailable("file_lost", gone=True) from error
        encoded = await asyncio.to_thread(base64.b64encode, content)
        return f"data:{file.mime_type};base64,{encoded.decode()}"

    async def resolve(
        self, organization: OrganizationId, message_id: UUID, channel: UUID, adapter: Adapter, account: Account
    ) -> str:
        """Return the provider's id of the file that our message carries; raise `MediaUnavailable`."""
        file = await self._find(organization, message_id, channel)
        if file.provider_id:
            return file.provider_id
        key = (channel, file.sha256)
        lock = self._uploading.get(key) or self._uploading.setdefault(key, asyncio.Lock())
        async with lock:
            file = await self._find(organization, message_id, channel)
            if file.provider_id:
                return file.provider_id
            try:
                content = await self.files.read(file.storage_key)
            except FileNotFoundError as error:
                raise MediaUnavailable("file_lost", gone=True) from error
            provider_id = await adapter.upload_media(account, MediaFile(content, file.mime_type, file.filename))
            failpoint("upload.answered")
            async with self.database.transaction(organization) as tx:
                await store.remember_provider_id(tx, channel, file, provider_id)
                failpoint("upload.before_commit")
            failpoint("upload.after_commit")
        return provider_id

    async def _find(self, organization: OrganizationId, message_id: UUID, channel: UUID) -> OutgoingFile:
        async with self.database.transaction(organization) as tx:
            file = await store.find_outgoing(tx, message_id, channel)
        if file is None:
            raise MediaUnavailable("media_not_usable", gone=True)
        return file
