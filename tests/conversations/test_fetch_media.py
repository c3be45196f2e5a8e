"""Do pictures, voices and files of people arrive, whatever the provider does meanwhile?"""

from __future__ import annotations

import hashlib
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from recado.conversations.media_errors import MediaNotWanted
from recado.conversations.service.media import fetch_again
from recado.conversations.tasks.fetch_media import FetchMedia
from recado.foundation.clock import system_clock
from recado.foundation.files import key_of
from recado.foundation.identifiers import OrganizationId
from recado.foundation.jobs import RetryLater, defer
from tests.support.graph_media import BUSY, MISSING, Moment, Shop, shop
from tests.support.jobs import add_organization, change, rows, running, until
from tests.support.postgres import Clone

JPEG = (
    b"\xff\xd8\xff\xe0\x00\x10JFIF\x00"
    + bytes(9)
    + b"\xff\xc0\x00\x11\x08\x00\x10\x00\x10\x03"
    + bytes(9)
    + b"\xff\xda"
    + bytes(40)
)
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@pytest.fixture
async def clinic(database: Clone, tmp_path: Path) -> AsyncIterator[Shop]:
    async with shop(database, tmp_path) as found:
        yield found


async def fetch(clinic: Shop, media: UUID, organization: OrganizationId | None = None) -> None:
    await FetchMedia(clinic.ports, clinic.files)(
        clinic.database, organization or clinic.organization, {"media_id": str(media)}
    )


def row_of(clinic: Shop, media: UUID) -> tuple[Any, ...]:
    (row,) = rows(
        clinic.clone, "select state, failure, mime_type, size, sha256, storage_key from media where id = %s", media
    )
    return row


def facts_of(clinic: Shop) -> list[tuple[Any, ...]]:
    return rows(clinic.clone, "select name, conversation_id, data ->> 'media_id' from facts order by seq")


async def test_bytes_are_fetched_stored_and_told(clinic: Shop) -> None:
    clinic.graph.contents["m1"] = (JPEG, "image/jpeg")
    media = clinic.add_media("m1", sha256=hashlib.sha256(JPEG).hexdigest())
    await fetch(clinic, media)
    key = key_of(clinic.organization, media)
    assert row_of(clinic, media) == ("stored", "", "image/jpeg", len(JPEG), hashlib.sha256(JPEG).hexdigest(), key)
    assert await clinic.files.read(key) == JPEG
    assert facts_of(clinic) == [("media.stored", clinic.conversation, str(media))]
    assert clinic.graph.bearers == {"Bearer token-of-the-number"}


async def test_a_job_does_it_from_end_to_end(clinic: Shop) -> None:
    clinic.graph.contents["m1"] = (JPEG, "image/jpeg")
    media = clinic.add_media("m1")
    async with clinic.database.transaction(clinic.organization) as tx:
        await defer(tx, "conversations.fetch_media", {"media_id": str(media)})
    handlers = {"conversations.fetch_media": FetchMedia(clinic.ports, clinic.files)}
    async with running(clinic.database, clinic.clone, handlers):
        await until(lambda: row_of(clinic, media)[0] == "stored")
        await until(lambda: not rows(clinic.clone, "select * from pgqueuer"))


async def test_a_repeated_job_changes_nothing(clinic: Shop) -> None:
    clinic.graph.contents["m1"] = (JPEG, "image/jpeg")
    media = clinic.add_media("m1")
    await fetch(clinic, media)
    calls = len(clinic.graph.calls)
    await fetch(clinic, media)
    assert len(clinic.graph.calls) == calls
    assert len(facts_of(clinic)) == 1


async def test_F47_an_address_that_has_run_out_is_asked_for_anew(clinic: Shop) -> None:
    clinic.graph.contents["m1"] = (JPEG, "image/jpeg")
    clinic.graph.stale = 1
    media = clinic.add_media("m1")
    await fetch(clinic, media)
    assert row_of(clinic, media)[0] == "stored"
    assert [what for what, _ in clinic.graph.calls] == ["describe", "bytes", "describe", "bytes"]


async def test_F47_a_provider_that_is_down_is_tried_again_and_the_message_stands_meanwhile(clinic: Shop) -> None:
    clinic.graph.contents["m1"] = (JPEG, "image/jpeg")
    clinic.graph.failures = [(503, BUSY)]
    media = clinic.add_media("m1")
    with pytest.raises(RetryLater):
        await fetch(clinic, media)
    assert row_of(clinic, media)[:2] == ("pending", "")
    await fetch(clinic, media)
    assert row_of(clinic, media)[0] == "stored"


async def test_F47_after_a_day_it_is_given_up_with_the_reason_and_can_be_asked_for_again(
    database: Clone, tmp_path: Path
) -> None:
    clock = Moment(system_clock() + timedelta(hours=25))
    async with shop(database, tmp_path, clock) as clinic:
        clinic.graph.failures = [(503, BUSY)]
        media = clinic.add_media("m1")
        await fetch(clinic, media)
        assert row_of(clinic, media)[0] == "failed"
        assert row_of(clinic, media)[1] != ""
        assert facts_of(clinic) == [("media.failed", clinic.conversation, str(media))]
        assert rows(database, "select * from dead_letters") == []
        clinic.graph.contents["m1"] = (JPEG, "image/jpeg")
        async with clinic.database.transaction(clinic.organization) as tx:
            await fetch_again(tx, media)
        assert rows(database, "select entrypoint from pgqueuer") == [("conversations.fetch_media",)]
        await fetch(clinic, media)
        assert row_of(clinic, media)[:2] == ("stored", "")
        async with clinic.database.transaction(clinic.organization) as tx:
            with pytest.raises(MediaNotWanted):
                await fetch_again(tx, media)


async def test_F47_what_the_provider_has_forgotten_fails_at_once_without_a_dead_letter(clinic: Shop) -> None:
    media = clinic.add_media("unknown")
    assert MISSING["error"]["code"] == 100
    await fetch(clinic, media)
    assert row_of(clinic, media)[:2] == ("failed", "100")
    assert facts_of(clinic) == [("media.failed", clinic.conversation, str(media))]
    assert rows(clinic.clone, "select * from dead_letters") == []


async def test_bytes_that_are_not_the_announced_ones_are_not_kept(clinic: Shop) -> None:
    clinic.graph.contents["m1"] = (JPEG, "image/jpeg")
    media = clinic.add_media("m1", sha256="0" * 64)
    await fetch(clinic, media)
    assert row_of(clinic, media)[:2] == ("failed", "sha256_mismatch")
    with pytest.raises(FileNotFoundError):
        await clinic.files.read(key_of(clinic.organization, media))


async def test_T44_a_lie_about_the_type_is_stored_as_bytes(clinic: Shop) -> None:
    clinic.graph.contents["m1"] = (SVG, "image/jpeg")
    media = clinic.add_media("m1", mime="image/jpeg")
    await fetch(clinic, media)
    assert row_of(clinic, media)[2] == "application/octet-stream"


async def test_an_empty_file_and_a_lost_channel_fail_with_a_reason(clinic: Shop) -> None:
    clinic.graph.contents["m1"] = (b"", "image/jpeg")
    empty, lost = clinic.add_media("m1"), clinic.add_media("m2")
    await fetch(clinic, empty)
    assert row_of(clinic, empty)[:2] == ("failed", "empty")
    change(clinic.clone, "update media set channel_id = gen_random_uuid() where id = %s", lost)
    await fetch(clinic, lost)
    assert row_of(clinic, lost)[:2] == ("failed", "channel_gone")


async def test_T45_another_organization_cannot_have_it_fetched(clinic: Shop) -> None:
    clinic.graph.contents["m1"] = (JPEG, "image/jpeg")
    media = clinic.add_media("m1")
    await fetch(clinic, media, add_organization(clinic.clone, "outra"))
    assert clinic.graph.calls == []
    assert row_of(clinic, media)[0] == "pending"
