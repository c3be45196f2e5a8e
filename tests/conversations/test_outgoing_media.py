"""Does a file of ours reach the provider once, and does every message then name it?"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from uuid import UUID

import pytest

from recado.channels import service as channels
from recado.channels.adapter import MediaUnavailable
from recado.channels.models import OutgoingMedia, OutgoingMessage
from recado.conversations.errors import MediaNotUsable
from recado.conversations.service import media
from recado.conversations.store import media as store
from recado.conversations.tasks.outgoing_media import OutgoingFiles
from recado.foundation.files import key_of
from recado.foundation.identifiers import new_id
from tests.support.graph_media import BUSY, Shop, shop
from tests.support.jobs import change, rows
from tests.support.postgres import Clone

PDF = b"%PDF-1.7\n" + b"orcamento" * 100


@pytest.fixture
async def clinic(database: Clone, tmp_path: Path) -> AsyncIterator[Shop]:
    async with shop(database, tmp_path) as found:
        yield found


async def arriving(content: bytes) -> AsyncIterator[bytes]:
    yield content


async def uploaded(clinic: Shop, content: bytes = PDF, by: UUID | None = None) -> UUID:
    id_ = new_id()
    key = key_of(clinic.organization, id_)
    async with clinic.database.transaction(clinic.organization) as tx:
        await store.begin_upload(tx, id_, by=by, filename="", key=key)
    arrived = await media.receive(clinic.files, key, arriving(content), filename="Orçamento.pdf", declared="")
    async with clinic.database.transaction(clinic.organization) as tx:
        await store.end_upload(
            tx,
            id_,
            filename=arrived.filename,
            mime_type=arrived.mime_type,
            sha256=arrived.file.sha256,
            size=arrived.file.size,
        )
    return id_


async def attached(clinic: Shop, upload_id: UUID) -> tuple[UUID, OutgoingMessage]:
    message = clinic.add_message("out")
    async with clinic.database.transaction(clinic.organization) as tx:
        upload, outgoing = await media.take_upload(tx, upload_id, by=None)
        await media.attach(tx, upload, message=message, channel=clinic.channel)
    return message, OutgoingMessage(text="Segue o orçamento", media=outgoing)


async def ready(clinic: Shop, outgoing: OutgoingFiles, message_id: UUID, message: OutgoingMessage) -> OutgoingMessage:
    async with clinic.database.transaction(clinic.organization) as tx:
        key, account = await channels.open_account(tx, clinic.channel, clinic.ports.key)
    return await outgoing.ready(
        message, organization=clinic.organization, message_id=message_id, channel=clinic.channel,
        adapter=clinic.ports.adapters[key], account=account,
    )  # fmt: skip


async def test_a_file_goes_up_once_for_all_who_get_it(clinic: Shop) -> None:
    outgoing = OutgoingFiles(clinic.database, clinic.files)
    pairs = [await attached(clinic, await uploaded(clinic)) for _ in range(5)]
    said = await asyncio.gather(*(ready(clinic, outgoing, *pair) for pair in pairs))
    assert said[0].media == OutgoingMedia("document", provider_id="up-1", filename="Orçamento.pdf")
    assert {one.media.provider_id for one in said if one.media} == {"up-1"}
    assert [(content, mime) for content, mime, _ in clinic.graph.uploads] == [(PDF, "application/pdf")]
    assert await ready(clinic, OutgoingFiles(clinic.database, clinic.files), *pairs[0]) == said[0]
    assert len(clinic.graph.uploads) == 1


async def test_after_25_days_it_goes_up_again(clinic: Shop) -> None:
    outgoing = OutgoingFiles(clinic.database, clinic.files)
    message = await attached(clinic, await uploaded(clinic))
    await ready(clinic, outgoing, *message)
    ((days,),) = rows(clinic.clone, "select round(extract(epoch from expires_at - now()) / 86400) from provider_media")
    assert days == 25
    change(clinic.clone, "update provider_media set expires_at = now() - interval '1 second'")
    said = await ready(clinic, outgoing, *message)
    assert said.media is not None
    assert said.media.provider_id == "up-2"


async def test_what_the_provider_has_already_is_left_alone(clinic: Shop) -> None:
    outgoing = OutgoingFiles(clinic.database, clinic.files)
    for message in (
        OutgoingMessage(text="oi"),
        OutgoingMessage(media=OutgoingMedia("image", provider_id="p")),
        OutgoingMessage(media=OutgoingMedia("image", link="https://exemplo.com.br/a.png")),
    ):
        assert await ready(clinic, outgoing, new_id(), message) is message
    assert clinic.graph.calls == []


async def test_a_failing_provider_and_a_lost_file_are_told_apart(clinic: Shop) -> None:
    outgoing = OutgoingFiles(clinic.database, clinic.files)
    upload_id = await uploaded(clinic)
    message = await attached(clinic, upload_id)
    clinic.graph.failures = [(503, BUSY)]
    with pytest.raises(MediaUnavailable) as later:
        await ready(clinic, outgoing, *message)
    assert not later.value.gone
    await clinic.files.remove(key_of(clinic.organization, upload_id))
    with pytest.raises(MediaUnavailable, match="file_lost") as lost:
        await ready(clinic, outgoing, *message)
    assert lost.value.gone
    with pytest.raises(MediaUnavailable, match="media_not_usable"):
        await ready(clinic, outgoing, new_id(), message[1])


async def test_an_upload_goes_with_one_message_of_whoever_brought_it(clinic: Shop) -> None:
    ana = new_id()
    mine, taken = await uploaded(clinic, by=ana), await uploaded(clinic)
    await attached(clinic, taken)
    for upload_id in (mine, taken, new_id()):
        async with clinic.database.transaction(clinic.organization) as tx:
            with pytest.raises(MediaNotUsable):
                await media.take_upload(tx, upload_id, by=None)
    async with clinic.database.transaction(clinic.organization) as tx:
        upload, _ = await media.take_upload(tx, mine, by=ana)
    assert (upload.mime_type, upload.size) == ("application/pdf", len(PDF))
    assert rows(clinic.clone, "select id, state, storage_key from media") == [
        (taken, "stored", key_of(clinic.organization, taken))
    ]
