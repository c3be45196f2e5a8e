"""Where do bytes go that are too large for the database, so that they are there after a crash and nobody else's?

A local folder. A file appears under its key only when it is complete and on the disk: it is written beside, flushed, and
renamed. Keys are made here from ids, never from anything that a person typed.
"""

from __future__ import annotations

import asyncio
import contextlib
import errno
import hashlib
import os
import re
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from uuid import UUID

from recado.foundation.errors import DomainError, Kind
from recado.foundation.identifiers import OrganizationId

KEY = re.compile(r"[0-9a-f]{32}/[0-9a-f]{2}/[0-9a-f]{32}")
CHUNK = 262_144
_DRAFTS = "drafts"
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class FileTooLarge(DomainError):
    """The file has more bytes than are taken. `limit` says how many are."""

    kind = Kind.TOO_LARGE
    code = "too_large"


class StorageFull(DomainError):
    """There is no room left for files; the database and its messages are not concerned."""

    kind = Kind.UNAVAILABLE
    code = "storage_full"


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file as it lies on the disk. `head` and `tail` are its first and last bytes, for whoever judges its type."""

    key: str
    size: int
    sha256: str
    head: bytes
    tail: bytes


def key_of(organization: OrganizationId, id_: UUID) -> str:
    """Return the key of the file that belongs to a row: the same row has the same key, so a repeat leaves no orphan."""
    return f"{organization.hex}/{id_.hex[-2:]}/{id_.hex}"


class Files:
    """The folder of one installation. Folders are 0700, files 0600."""

    def __init__(self, root: Path) -> None:
        self._root = root

    async def save(self, key: str, chunks: AsyncIterator[bytes], *, limit: int, head: int, tail: int) -> StoredFile:
        """Store what `chunks` brings, and remember its first `head` and last `tail` bytes.

        Raises `FileTooLarge` above `limit` bytes and `StorageFull`; nothing is left behind then.
        """
        writing = await asyncio.to_thread(_Draft, self._root, self._path(key))
        kept_head, kept_tail, size, digest = bytearray(), bytearray(), 0, hashlib.sha256()
        try:
            async for chunk in chunks:
                size += len(chunk)
                if size > limit:
                    raise FileTooLarge(limit=limit)
                digest.update(chunk)
                kept_head += chunk[: head - len(kept_head)] if len(kept_head) < head else b""
                kept_tail = (kept_tail + chunk)[-tail:]
                await asyncio.to_thread(writing.write, chunk)
            await asyncio.to_thread(writing.publish)
        except OSError as error:
            if error.errno in _FULL:
                raise StorageFull from error
            raise
        finally:
            await asyncio.to_thread(writing.discard)
        return StoredFile(key, size, digest.hexdigest(), bytes(kept_head), bytes(kept_tail))

    async def open(self, key: str) -> OpenFile:
        """Open a stored file; raise `FileNotFoundError`."""
        return await asyncio.to_thread(_open, self._path(key))

    async def read(self, key: str) -> bytes:
        """Return all bytes of a stored file; raise `FileNotFoundError`."""
        return await asyncio.to_thread(_read, self._path(key))

    async def remove(self, key: str) -> None:
        """Remove a file, if it is there."""
        await asyncio.to_thread(self._path(key).unlink, missing_ok=True)

    async def remove_drafts(self, older_than_s: float) -> int:
        """Remove what killed processes were writing; return how many there were."""
        return await asyncio.to_thread(_remove_drafts, self._root / _DRAFTS, older_than_s)

    def _path(self, key: str) -> Path:
        if not KEY.fullmatch(key):
            raise ValueError("this is no key of a file")
        return self._root / key


class OpenFile:
    """A file that is being read: its size, and its bytes from one place to another."""

    def __init__(self, file: IO[bytes], size: int) -> None:
        self._file = file
        self.size = size

    async def chunks(self, start: int, stop: int) -> AsyncIterator[bytes]:
        """Yield the bytes from `start` up to `stop`, and close the file."""
        try:
            await asyncio.to_thread(self._file.seek, start)
            while start < stop:
                chunk = await asyncio.to_thread(self._file.read, min(CHUNK, stop - start))
                if not chunk:
                    return
                start += len(chunk)
                yield chunk
        finally:
            self._file.close()

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()


class _Draft:
    """A file that is being written; all of this runs in threads."""

    def __init__(self, root: Path, path: Path) -> None:
        self._path = path
        drafts = root / _DRAFTS
        try:
            for folder in (root, drafts, path.parent.parent, path.parent):
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._draft = drafts / os.urandom(16).hex()
            self._descriptor = os.open(self._draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
        except OSError as error:
            if error.errno in _FULL:
                raise StorageFull from error
            raise

    def write(self, chunk: bytes) -> None:
        rest = memoryview(chunk)
        while rest:
            rest = rest[os.write(self._descriptor, rest) :]

    def publish(self) -> None:
        os.fsync(self._descriptor)
        self._draft.rename(self._path)
        # The name, too, must survive a crash: a row is about to say that the file is there.
        for folder in self._path.parents[:3]:
            descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)

    def discard(self) -> None:
        os.close(self._descriptor)
        with contextlib.suppress(FileNotFoundError):
            self._draft.unlink()


def _open(path: Path) -> OpenFile:
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
    return OpenFile(os.fdopen(descriptor, "rb"), os.fstat(descriptor).st_size)


def _read(path: Path) -> bytes:
    with os.fdopen(os.open(path, os.O_RDONLY | os.O_NOFOLLOW), "rb") as file:
        return file.read()


def _remove_drafts(folder: Path, older_than_s: float) -> int:
    removed = 0
    horizon = time.time() - older_than_s
    for draft in folder.iterdir() if folder.is_dir() else ():
        with contextlib.suppress(FileNotFoundError):
            if draft.lstat().st_mtime < horizon:
                draft.unlink()
                removed += 1
    return removed
