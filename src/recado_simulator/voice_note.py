"""How does what a browser recorded become the Ogg Opus file that WhatsApp always delivers?"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

# Elements of the Matroska container that are walked into or read; all others are skipped.
_SEGMENT, _CLUSTER, _TRACKS, _TRACK_ENTRY, _BLOCK_GROUP = 0x18538067, 0x1F43B675, 0x1654AE6B, 0xAE, 0xA0
_SIMPLE_BLOCK, _BLOCK, _CODEC_PRIVATE = 0xA3, 0xA1, 0x63A2
_MASTERS = {_SEGMENT, _CLUSTER, _TRACKS, _TRACK_ENTRY, _BLOCK_GROUP}
_MOST_DEPTH = 8
_MOST_SEGMENTS = 255
# Samples of an Opus frame at 48 kHz by the configuration in its first byte (RFC 6716, table 2).
_SILK, _HYBRID, _CELT = (480, 960, 1920, 2880), (480, 960), (120, 240, 480, 960)
_FIRST_HYBRID, _FIRST_CELT = 12, 16


class NotAVoiceNote(Exception):
    """The bytes are not a WebM file with Opus in it."""


@dataclass(frozen=True, slots=True)
class _Element:
    id: int
    start: int
    end: int


def ogg_from_webm(raw: bytes) -> bytes:
    """Carry the Opus packets of a WebM recording over into Ogg (RFC 7845), untouched."""
    head, packets = b"", []
    for element in _elements(raw, 0, len(raw), depth=0):
        content = raw[element.start : element.end]
        if element.id == _CODEC_PRIVATE and content.startswith(b"OpusHead"):
            head = content
        elif element.id in {_SIMPLE_BLOCK, _BLOCK}:
            packets.append(_packet(content))
    if not packets:
        raise NotAVoiceNote
    return ogg_file(packets, head=head or opus_head())


def opus_head() -> bytes:
    return b"OpusHead" + struct.pack("<BBHIhB", 1, 1, 312, 48000, 0, 0)


def ogg_file(packets: list[bytes], *, head: bytes) -> bytes:
    """An Ogg stream of these Opus packets."""
    tags = b"OpusTags" + struct.pack("<I", 6) + b"recado" + struct.pack("<I", 0)
    pages = [_page([head], 0, granule=0, flags=2), _page([tags], 1, granule=0, flags=0)]
    groups = list(_groups(packets))
    granule = 0
    for number, group in enumerate(groups):
        granule += sum(_samples(packet) for packet in group)
        last = number == len(groups) - 1
        pages.append(_page(group, number + 2, granule=granule, flags=4 if last else 0))
    return b"".join(pages)


def _elements(raw: bytes, start: int, end: int, *, depth: int) -> Iterator[_Element]:
    """Every element that is no master, in order; masters of unknown length end where their parent does."""
    while start < end:
        element_id, start = _number(raw, start, keep_mark=True)
        size, start = _number(raw, start, keep_mark=False)
        stop = end if size is None else min(end, start + size)
        if element_id in _MASTERS and depth < _MOST_DEPTH:
            yield from _elements(raw, start, stop, depth=depth + 1)
        elif element_id is not None:
            yield _Element(element_id, start, stop)
        start = stop


def _number(raw: bytes, at: int, *, keep_mark: bool) -> tuple[int | None, int]:
    """A number of variable length; None for the size that means unknown."""
    if at >= len(raw) or raw[at] == 0:
        raise NotAVoiceNote
    length = 9 - raw[at].bit_length()
    value = int.from_bytes(raw[at : at + length], "big")
    if not keep_mark:
        value &= (1 << (7 * length)) - 1
        if value == (1 << (7 * length)) - 1:
            return None, at + length
    return value, at + length


def _packet(block: bytes) -> bytes:
    """A block is: track number, two bytes of time, one of flags, then the packet."""
    _, start = _number(block, 0, keep_mark=False)
    return block[start + 3 :]


def _groups(packets: list[bytes]) -> Iterator[list[bytes]]:
    """At most 255 segments fit into a page; a packet of n bytes takes n // 255 + 1."""
    group: list[bytes] = []
    room = _MOST_SEGMENTS
    for packet in packets:
        needed = len(packet) // 255 + 1
        if needed > room and group:
            yield group
            group, room = [], _MOST_SEGMENTS
        group.append(packet)
        room -= needed
    if group:
        yield group


def _samples(packet: bytes) -> int:
    if not packet:
        return 0
    configuration, code = packet[0] >> 3, packet[0] & 3
    if configuration < _FIRST_HYBRID:
        size = _SILK[configuration % 4]
    elif configuration < _FIRST_CELT:
        size = _HYBRID[configuration % 2]
    else:
        size = _CELT[configuration % 4]
    frames = {0: 1, 1: 2, 2: 2}.get(code)
    if frames is None:
        frames = packet[1] & 63 if len(packet) > 1 else 0
    return size * frames


def _page(packets: list[bytes], number: int, *, granule: int, flags: int) -> bytes:
    table = b"".join(b"\xff" * (len(packet) // 255) + bytes([len(packet) % 255]) for packet in packets)
    head = b"OggS" + struct.pack("<BBqIII", 0, flags, granule, 1, number, 0) + bytes([len(table)]) + table
    page = head + b"".join(packets)
    return page[:22] + struct.pack("<I", _crc(page)) + page[26:]


def _crc(page: bytes) -> int:
    crc = 0
    for byte in page:
        crc = ((crc << 8) & 0xFFFFFFFF) ^ _CRC_TABLE[(crc >> 24) ^ byte]
    return crc


def _crc_table() -> tuple[int, ...]:
    table = []
    for byte in range(256):
        crc = byte << 24
        for _ in range(8):
            crc = ((crc << 1) ^ 0x04C11DB7 if crc & 0x80000000 else crc << 1) & 0xFFFFFFFF
        table.append(crc)
    return tuple(table)


_CRC_TABLE = _crc_table()
