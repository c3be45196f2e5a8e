"""How does a message that was only announced come by its file?

When a number is connected, the provider hands over old threads in which a file is an empty placeholder; the file follows in a
delivery of its own under the same id, hours later or a moment before.
"""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from recado.channels.models import InboundMessage
from recado.conversations import events
from recado.conversations.models import MessageId, NewMedia
from recado.conversations.rules.wording import content_of_arrival
from recado.conversations.service.saving import FETCH_MEDIA
from recado.conversations.store import afterthoughts
from recado.conversations.store import threads as store
from recado.conversations.store.afterthoughts import Completion
from recado.foundation import facts, jobs
from recado.foundation.database import Transaction
from recado.foundation.facts import Fact
from recado.foundation.identifiers import new_id


async def complete(tx: Transaction, brought: Sequence[tuple[UUID, InboundMessage]]) -> None:
    """Give the placeholders of (channel, message) what the message holds; one that has its file already stays as it is."""
    by_place = {(channel, message.provider_id): message for channel, message in brought}
    completed = await afterthoughts.complete_messages(
        tx,
        [
            Completion(
                channel, provider_id, message.type.value, message.subtype, message.text, content_of_arrival(message)
            )
            for (channel, provider_id), message in by_place.items()
        ],
    )
    media = [
        one
        for row in completed
        for one in media_of(row["id"], row["channel_id"], by_place[row["channel_id"], row["provider_id"]])
    ]
    await store.insert_media(tx, media)
    for one in media:
        if not one.failure:
            await jobs.defer(tx, FETCH_MEDIA, {"media_id": str(one.id)})
    await facts.publish(
        tx,
        [Fact(events.MESSAGE_CHANGED, row["conversation_id"], {"message_ids": [str(row["id"])]}) for row in completed],
    )


def media_of(message_id: MessageId, channel: UUID, message: InboundMessage) -> list[NewMedia]:
    """Return the file of a message, still with the provider; one that cannot be had says why."""
    if message.media is None:
        return []
    media = message.media
    failure = message.errors[0].code if message.errors else "" if media.provider_id else "media_without_id"
    return [
        NewMedia(
            new_id(),
            message_id,
            channel,
            media.provider_id,
            media.mime_type,
            media.filename,
            media.sha256,
            media.voice,
            failure,
        )
    ]
