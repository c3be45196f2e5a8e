"""What is a file really, whatever its sender calls it, and may a browser show it?

The bytes decide, by an allow-list. Whatever is not on it, and whatever could run in a browser (SVG, HTML, XML), is
`application/octet-stream`: kept as it came, downloaded, never shown. Sizes are those that the Cloud API takes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, Literal

from recado.channels.media_pictures import pixels_of

OCTETS: Final = "application/octet-stream"
HEAD: Final = 262_144
"""Bytes from the beginning that `sniff` wants to see, or all of a smaller file: a photo's size may stand behind 64 KB of
notes of its camera."""
TAIL: Final = 65_536
"""Bytes from the end: there stands the table of contents of an office file."""
MOST_PIXELS: Final = 64_000_000
"""A phone's best photo has 50 million. Beyond, one small file could fill the memory of whoever looks at it."""

_MEGABYTE: Final = 1024 * 1024
_OFFICE: Final = "application/vnd.openxmlformats-officedocument."
_WORD, _SHEET, _SLIDES = (
    f"{_OFFICE}wordprocessingml.document",
    f"{_OFFICE}spreadsheetml.sheet",
    f"{_OFFICE}presentationml.presentation",
)
_EXTENSIONS: Final[Mapping[str, str]] = {
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/webp": "webp",
    "image/gif": "gif",
    "audio/aac": "aac",
    "audio/amr": "amr",
    "audio/mpeg": "mp3",
    "audio/mp4": "m4a",
    "audio/ogg": "ogg",
    "video/mp4": "mp4",
    "video/3gpp": "3gp",
    "application/pdf": "pdf",
    "application/msword": "doc",
    "application/vnd.ms-excel": "xls",
    "application/vnd.ms-powerpoint": "ppt",
    _WORD: "docx",
    _SHEET: "xlsx",
    _SLIDES: "pptx",
    "text/plain": "txt",
    OCTETS: "bin",
}
_SHOWN: Final = ("image/", "audio/", "video/")
_CAPS: Final[Mapping[str, int]] = {"image": 5 * _MEGABYTE, "audio": 16 * _MEGABYTE, "video": 16 * _MEGABYTE}
_STICKER_CAP: Final = 500 * 1024
LARGEST: Final = 100 * _MEGABYTE

_STARTS: Final = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"%PDF-", "application/pdf"),
    (b"OggS", "audio/ogg"),
    (b"#!AMR", "audio/amr"),
    (b"ID3", "audio/mpeg"),
)
_AUDIO_BRANDS: Final = (b"M4A ", b"M4B ", b"M4P ", b"F4A ")
_VIDEO_BRANDS: Final = (
    b"isom",
    b"iso2",
    b"iso4",
    b"iso5",
    b"iso6",
    b"mp41",
    b"mp42",
    b"avc1",
    b"MSNV",
    b"dash",
    b"M4V ",
)
_FRAME, _ALL_SET, _NO_FREQUENCY = 4, 0xFF, 0b11
_ADTS, _ADTS_MASK, _ADTS_FREQUENCIES = 0b1111_0000, 0b1111_0110, 13
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_STREAMS: Final = (
    ("WordDocument", "application/msword"),
    ("Workbook", "application/vnd.ms-excel"),
    ("PowerPoint Document", "application/vnd.ms-powerpoint"),
)
_ZIP_PARTS: Final = ((b"word/document.xml", _WORD), (b"xl/workbook.xml", _SHEET), (b"ppt/presentation.xml", _SLIDES))
_MARKUP: Final = re.compile(
    rb"<(?:!doctype|!--|\?xml|html|head|body|script|style|svg|math|iframe|object|embed|link|meta|img|form|a\s)",
    re.IGNORECASE,
)
_CONTROL: Final = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]")

OutgoingKind = Literal["image", "video", "audio", "document", "sticker"]


def sniff(head: bytes, tail: bytes = b"", *, declared: str = "") -> str:
    """Return the type of a file from its first `HEAD` and last `TAIL` bytes: one of the allow-list, or `OCTETS`.

    `declared` is believed in one thing alone, because the bytes do not tell it: an MP4 that holds only sound.
    """
    found = _by_magic(head, tail, declared)
    if found.startswith("image/"):
        # A picture that hides its size behind more notes than any camera writes is not looked at either.
        pixels = pixels_of(head) or (0 if len(head) < HEAD else MOST_PIXELS + 1)
        return found if pixels <= MOST_PIXELS else OCTETS
    return found


def may_be_shown(mime: str) -> bool:
    """Tell whether a browser may show the file in its place; everything else is offered as a download."""
    return mime.startswith(_SHOWN) and mime in _EXTENSIONS


def may_be_sent(mime: str) -> bool:
    """Tell whether the channel takes the file from us. A GIF it does not: people send them as videos."""
    return mime in _EXTENSIONS and mime not in (OCTETS, "image/gif")


def cap_of(mime: str) -> int:
    """Return how many bytes of such a file may be sent."""
    if mime == "image/webp":
        return _STICKER_CAP
    return _CAPS.get(mime.partition("/")[0], LARGEST)


def outgoing_kind(mime: str) -> OutgoingKind:
    """Return as what the file goes out."""
    if mime == "image/webp":
        return "sticker"
    match mime.partition("/")[0]:
        case "image":
            return "image"
        case "audio":
            return "audio"
        case "video":
            return "video"
    return "document"


def extension_of(mime: str) -> str:
    """Return the ending, without its dot, that a person's computer knows the type by."""
    return _EXTENSIONS.get(mime, "bin")


def _by_magic(head: bytes, tail: bytes, declared: str) -> str:
    for start, mime in _STARTS:
        if head.startswith(start):
            return mime
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image/webp"
    if head[4:8] == b"ftyp":
        return _in_mp4_family(head[8:12], declared)
    if _is_frame_of_sound(head):
        return "audio/aac" if head[1] & 0b0000_0110 == 0 else "audio/mpeg"
    if head.startswith(_OLE):
        return _in_old_office(head, tail)
    if head.startswith(b"PK\x03\x04"):
        return _in_zip(head + tail)
    return "text/plain" if _is_plain_text(head, tail) else OCTETS


def _in_mp4_family(brand: bytes, declared: str) -> str:
    if brand in _AUDIO_BRANDS:
        return "audio/mp4"
    if brand[:2] in (b"3g", b"3G"):
        return "video/3gpp"
    if brand in _VIDEO_BRANDS:
        return "audio/mp4" if declared.lower().startswith("audio/") else "video/mp4"
    return OCTETS  # HEIC, AVIF, QuickTime: neither sent by the channel nor shown by every browser


def _is_frame_of_sound(head: bytes) -> bool:
    """Eleven set bits begin a frame; version, layer, rate and frequency must be ones that exist and are in use."""
    if len(head) < _FRAME or head[0] != _ALL_SET or head[1] & 0xE0 != 0xE0:  # noqa: PLR2004 - the mask itself
        return False
    if head[1] & _ADTS_MASK == _ADTS:
        return (head[2] >> 2) & 0b1111 < _ADTS_FREQUENCIES
    version, layer = (head[1] >> 3) & 0b11, (head[1] >> 1) & 0b11
    rate, frequency = head[2] >> 4, (head[2] >> 2) & 0b11
    # Layer I is out of use, and its mark is that of UTF-16.
    return version != 1 and layer in (1, 2) and rate not in (0, 15) and frequency != _NO_FREQUENCY


def _in_old_office(head: bytes, tail: bytes) -> str:
    for stream, mime in _OLE_STREAMS:
        name = stream.encode("utf-16-le")
        if name in head or name in tail:
            return mime
    return OCTETS


def _in_zip(seen: bytes) -> str:
    """An archive is not opened: the names in its table of contents tell, and one with a macro is none of ours."""
    if b"vbaProject.bin" in seen or b"[Content_Types].xml" not in seen:
        return OCTETS
    found = [mime for part, mime in _ZIP_PARTS if part in seen]
    return found[0] if len(found) == 1 else OCTETS


def _is_plain_text(head: bytes, tail: bytes) -> bool:
    """Text in UTF-8 or in what older programs in Brazil write, without a tag that any browser could take for markup."""
    for piece in (head, tail):
        if _CONTROL.search(piece) or _MARKUP.search(piece):
            return False
    return bool(head)
