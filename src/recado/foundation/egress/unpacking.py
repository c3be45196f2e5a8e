"""How is an answer's body unpacked without letting a kilobyte become a gigabyte?"""

from __future__ import annotations

import zlib
from typing import Final

_GZIP: Final = 16 + zlib.MAX_WBITS
_MAX_MEMBERS: Final = 64


class BodyTooLarge(Exception):
    """The body grew beyond the ceiling."""


class BodyUnreadable(Exception):
    """The body is not packed as it says."""


class Unpacker:
    """Takes the body as it comes and holds at most `limit` bytes of it, packed or not.

    `encoding` is the value of Content-Encoding: empty, `identity`, `gzip`, `x-gzip` or `deflate`; another one, or two of
    them over each other, raises `BodyUnreadable`: we asked for nothing else.
    """

    def __init__(self, encoding: str, *, limit: int) -> None:
        self._limit, self._packed = limit, 0
        self._body = bytearray()
        self._members = 0
        word = encoding.strip().lower()
        if word in ("", "identity"):
            self._window: int | None = None
        elif word in ("gzip", "x-gzip"):
            self._window = _GZIP
        elif word == "deflate":
            self._window = zlib.MAX_WBITS
        else:
            raise BodyUnreadable(word[:40])
        self._unpack = zlib.decompressobj(self._window) if self._window is not None else None

    def feed(self, chunk: bytes) -> None:
        """Take the next bytes; raises `BodyTooLarge` or `BodyUnreadable`."""
        self._packed += len(chunk)
        if self._packed > self._limit:
            raise BodyTooLarge
        if self._window is None:
            self._body += chunk
            return
        while chunk:
            chunk = self._feed_packed(chunk)

    def finish(self) -> bytes:
        """The whole body; raises `BodyUnreadable` where its end is missing."""
        if self._unpack is not None and self._packed and not self._unpack.eof and self._members == 0:
            raise BodyUnreadable("cut off")
        return bytes(self._body)

    def _feed_packed(self, chunk: bytes) -> bytes:
        """Unpack; returns what stands behind the end of a member of a gzip file, which may be another one."""
        unpack = self._unpack
        if unpack is None:
            return b""
        try:
            # One byte over the ceiling is enough to know; zlib gives no more than it is asked for.
            self._body += unpack.decompress(chunk, self._limit - len(self._body) + 1)
        except zlib.error:
            if self._window == zlib.MAX_WBITS and not self._body:
                # What is called deflate is sent bare by half of the servers, and with zlib's frame by the other half.
                self._window = -zlib.MAX_WBITS
                self._unpack = zlib.decompressobj(self._window)
                return chunk
            raise BodyUnreadable("damaged") from None
        if len(self._body) > self._limit:
            raise BodyTooLarge
        if not unpack.eof:
            return b""
        self._members += 1
        rest = unpack.unused_data.lstrip(b"\x00")
        if self._window != _GZIP or not rest:
            return b""
        if self._members >= _MAX_MEMBERS:
            raise BodyTooLarge
        self._unpack = zlib.decompressobj(_GZIP)
        return rest
