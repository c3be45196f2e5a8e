"""How many pixels does a picture say it has?"""

from __future__ import annotations

from collections.abc import Callable

_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # "start of frame"; the three others are tables
_MARK = 0xFF
_BARE = frozenset({0x01, *range(0xD0, 0xD9)})  # markers without a length


def pixels_of(head: bytes) -> int | None:
    """Return width times height as written in the first bytes of a JPEG, PNG, GIF or WebP; None where it is not there."""
    for start, read in _READERS:
        if head.startswith(start):
            return read(head)
    return None


def _png(head: bytes) -> int | None:
    return _product(head[16:20], head[20:24], "big") if head[12:16] == b"IHDR" else None


def _gif(head: bytes) -> int | None:
    return _product(head[6:8], head[8:10], "little")


def _webp(head: bytes) -> int | None:
    match head[12:16]:
        case b"VP8X":
            return (_number(head[24:27]) + 1) * (_number(head[27:30]) + 1)
        case b"VP8L":
            bits = _number(head[21:25])
            return ((bits & 0x3FFF) + 1) * ((bits >> 14 & 0x3FFF) + 1)
        case b"VP8 ":
            return (_number(head[26:28]) & 0x3FFF) * (_number(head[28:30]) & 0x3FFF)
    return None


def _jpeg(head: bytes) -> int | None:
    """Walk the segments up to the frame; each step goes forward, so the walk ends with the bytes."""
    at = 2
    while at + 9 <= len(head):
        if head[at] != _MARK:
            return None
        marker = head[at + 1]
        if marker == _MARK:
            at += 1  # padding
        elif marker in _FRAMES:
            return _product(head[at + 5 : at + 7], head[at + 7 : at + 9], "big")
        elif marker in _BARE:
            at += 2
        else:
            at += 2 + max(int.from_bytes(head[at + 2 : at + 4], "big"), 2)
    return None


_READERS: tuple[tuple[bytes, Callable[[bytes], int | None]], ...] = (
    (b"\x89PNG\r\n\x1a\n", _png),
    (b"GIF8", _gif),
    (b"RIFF", _webp),
    (b"\xff\xd8\xff", _jpeg),
)


def _number(raw: bytes) -> int:
    return int.from_bytes(raw, "little")


def _product(one: bytes, other: bytes, order: str) -> int | None:
    if not one or not other:
        return None
    if order == "big":
        return int.from_bytes(one, "big") * int.from_bytes(other, "big")
    return int.from_bytes(one, "little") * int.from_bytes(other, "little")
