"""Which files do people send in the journeys?"""

from __future__ import annotations

import struct
import zlib


def png(width: int = 320, height: int = 240, *, blue: int = 120) -> bytes:
    """A picture with a gradient, so that one can see whether it is shown."""
    rows = b"".join(
        b"\0" + bytes(channel for x in range(width) for channel in (x * 255 // width, y * 255 // height, blue))
        for y in range(height)
    )
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in chunks
    )
