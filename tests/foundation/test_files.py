"""Is a stored file whole, private, and where it was put and nowhere else?"""

from __future__ import annotations

import asyncio
import hashlib
import os
import resource
import signal
import stat
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from uuid import UUID

import pytest

from recado.foundation.files import KEY, Files, FileTooLarge, StorageFull, StoredFile, key_of
from recado.foundation.identifiers import OrganizationId, new_id

ORGANIZATION = OrganizationId(UUID("018f0000-0000-7000-8000-000000000001"))


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return Files(tmp_path / "home" / "media")


async def arriving(*chunks: bytes) -> AsyncIterator[bytes]:
    for chunk in chunks:
        await asyncio.sleep(0)
        yield chunk


async def save(files: Files, key: str, *chunks: bytes, limit: int = 10_000_000) -> StoredFile:
    return await files.save(key, arriving(*chunks), limit=limit, head=8, tail=4)


async def everything(files: Files, key: str, start: int = 0, stop: int | None = None) -> bytes:
    opened = await files.open(key)
    return b"".join([chunk async for chunk in opened.chunks(start, opened.size if stop is None else stop)])


async def test_a_file_comes_back_as_it_went_in(files: Files) -> None:
    key, content = key_of(ORGANIZATION, new_id()), os.urandom(700_001)
    stored = await save(files, key, content[:3], content[3:300_000], b"", content[300_000:])
    assert (stored.size, stored.sha256) == (len(content), hashlib.sha256(content).hexdigest())
    assert (stored.head, stored.tail) == (content[:8], content[-4:])
    assert await everything(files, key) == content == await files.read(key)
    assert await everything(files, key, 5, 600_000) == content[5:600_000]


async def test_files_and_folders_are_closed_to_others(files: Files, tmp_path: Path) -> None:
    await save(files, key_of(ORGANIZATION, new_id()), b"x")
    modes = {
        stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "home" / "media").rglob("*") if path.is_file()
    }  # fmt: skip
    folders = [
        path for path in (tmp_path / "home" / "media", *(tmp_path / "home" / "media").rglob("*")) if path.is_dir()
    ]
    assert modes == {0o600}
    assert {stat.S_IMODE(path.stat().st_mode) for path in folders} == {0o700}


def test_T43_keys_are_made_of_ids_alone() -> None:
    for _ in range(400):
        key = key_of(ORGANIZATION, new_id())
        assert KEY.fullmatch(key)
        assert set(key) <= set("0123456789abcdef/")


@pytest.mark.parametrize(
    "key",
    ["../../etc/passwd", "/etc/passwd", "", "a", "A" * 32 + "/aa/" + "a" * 32, "a" * 32 + "/../" + "a" * 32,
     "a" * 32 + "/aa/" + "a" * 32 + "\n", "a" * 32 + "\\aa\\" + "a" * 32, "a" * 32 + "/aa/" + "a" * 32 + "\x00"],
)  # fmt: skip
async def test_T43_nothing_else_is_taken_for_a_key(files: Files, key: str) -> None:
    for act in (files.read, files.open, files.remove):
        with pytest.raises(ValueError, match="no key"):
            await act(key)
    with pytest.raises(ValueError, match="no key"):
        await save(files, key, b"x")


async def test_T43_a_link_in_place_of_a_file_is_not_followed(files: Files, tmp_path: Path) -> None:
    key = key_of(ORGANIZATION, new_id())
    await save(files, key, b"x")
    path = tmp_path / "home" / "media" / key
    path.unlink()
    path.symlink_to("/etc/passwd")
    with pytest.raises(OSError, match="symbolic link"):
        await files.read(key)


async def test_a_file_above_the_limit_leaves_nothing(files: Files, tmp_path: Path) -> None:
    key = key_of(ORGANIZATION, new_id())
    with pytest.raises(FileTooLarge) as refused:
        await save(files, key, b"x" * 600, b"x" * 600, limit=1000)
    assert refused.value.data == {"limit": 1000}
    assert [path for path in (tmp_path / "home" / "media").rglob("*") if path.is_file()] == []
    await save(files, key, b"x" * 600, b"x" * 400, limit=1000)


async def test_a_broken_arrival_leaves_the_file_that_was_there(files: Files, tmp_path: Path) -> None:
    key = key_of(ORGANIZATION, new_id())
    await save(files, key, b"first")

    async def breaking() -> AsyncIterator[bytes]:
        yield b"seco"
        raise ConnectionResetError

    with pytest.raises(ConnectionResetError):
        await files.save(key, breaking(), limit=100, head=8, tail=4)
    assert await files.read(key) == b"first"
    assert list((tmp_path / "home" / "media" / "drafts").iterdir()) == []
    await save(files, key, b"second")
    assert await files.read(key) == b"second"


@pytest.fixture
def no_room() -> Iterator[None]:
    """No file of this process may grow beyond 100 KB: what a full disk looks like to it."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)
    signal.signal(signal.SIGXFSZ, handler)


@pytest.mark.usefixtures("no_room")
async def test_F16_a_full_disk_is_a_refusal_and_leaves_nothing(files: Files, tmp_path: Path) -> None:
    with pytest.raises(StorageFull):
        await save(files, key_of(ORGANIZATION, new_id()), b"x" * 90_000, b"x" * 90_000)
    assert [path for path in (tmp_path / "home" / "media").rglob("*") if path.is_file()] == []


async def test_drafts_of_killed_processes_are_removed_and_young_ones_kept(files: Files, tmp_path: Path) -> None:
    assert await files.remove_drafts(60) == 0
    await save(files, key_of(ORGANIZATION, new_id()), b"x")
    drafts = tmp_path / "home" / "media" / "drafts"
    (drafts / "old").write_bytes(b"")
    (drafts / "young").write_bytes(b"")
    os.utime(drafts / "old", (time.time() - 100, time.time() - 100))
    assert await files.remove_drafts(60) == 1
    assert [path.name for path in drafts.iterdir()] == ["young"]


async def test_a_removed_file_is_gone_and_removing_it_again_is_harmless(files: Files) -> None:
    key = key_of(ORGANIZATION, new_id())
    await save(files, key, b"x")
    await files.remove(key)
    await files.remove(key)
    with pytest.raises(FileNotFoundError):
        await files.open(key)
