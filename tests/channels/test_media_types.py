"""Is a file what its bytes say, whatever else it claims to be?"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

import pytest

from recado.channels import media_types
from recado.channels.media_types import OCTETS, sniff

MEGABYTE = 1024 * 1024


def png(width: int, height: int) -> bytes:
    header = struct.pack(">4sIIBBBBB", b"IHDR", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + header + struct.pack(">I", zlib.crc32(header))


def jpeg(width: int, height: int, notes: int = 0) -> bytes:
    segments = b"".join(b"\xff\xe1" + struct.pack(">H", 65_533) + b"n" * 65_531 for _ in range(notes))
    return (
        b"\xff\xd8"
        + segments
        + b"\xff\xe0\x00\x10JFIF\x00"
        + bytes(9)
        + b"\xff\xc0\x00\x11\x08"
        + struct.pack(">HH", height, width)
        + b"\x03"
        + bytes(9)
        + b"\xff\xda"
    )


def webp(chunk: bytes, rest: bytes) -> bytes:
    return b"RIFF" + bytes(4) + b"WEBP" + chunk + bytes(4) + rest


def archive(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name in names:
            file.writestr(name, "x" * 100)
    return buffer.getvalue()


def ole(stream: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + stream.encode("utf-16-le") + bytes(64)


OFFICE = "application/vnd.openxmlformats-officedocument."
GENUINE = {
    "jpeg": (jpeg(640, 480), "image/jpeg"),
    "png": (png(640, 480), "image/png"),
    "gif": (b"GIF89a" + struct.pack("<HH", 20, 20), "image/gif"),
    "webp": (webp(b"VP8X", bytes(4) + b"\xff\x01\x00\xff\x01\x00"), "image/webp"),
    "mp4": (b"\x00\x00\x00\x20ftypisom\x00\x00\x02\x00", "video/mp4"),
    "mp4 of a phone": (b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00", "video/mp4"),
    "3gp": (b"\x00\x00\x00\x18ftyp3gp4\x00\x00\x00\x00", "video/3gpp"),
    "m4a": (b"\x00\x00\x00\x20ftypM4A \x00\x00\x00\x00", "audio/mp4"),
    "voice": (b"OggS\x00\x02" + bytes(20) + b"OpusHead", "audio/ogg"),
    "mp3 with notes": (b"ID3\x04\x00\x00\x00\x00\x00\x00", "audio/mpeg"),
    "mp3": (b"\xff\xfb\x90\x64" + bytes(40), "audio/mpeg"),
    "aac": (b"\xff\xf1\x50\x80" + bytes(40), "audio/aac"),
    "amr": (b"#!AMR\n\x3c", "audio/amr"),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3", "application/pdf"),
    "docx": (archive("[Content_Types].xml", "word/document.xml"), f"{OFFICE}wordprocessingml.document"),
    "xlsx": (archive("[Content_Types].xml", "xl/workbook.xml"), f"{OFFICE}spreadsheetml.sheet"),
    "pptx": (archive("[Content_Types].xml", "ppt/presentation.xml"), f"{OFFICE}presentationml.presentation"),
    "doc": (ole("WordDocument"), "application/msword"),
    "xls": (ole("Workbook"), "application/vnd.ms-excel"),
    "ppt": (ole("PowerPoint Document"), "application/vnd.ms-powerpoint"),
    "text": ("Olá, preciso remarcar a consulta.\r\n3 < 5 e <ana@exemplo.com.br>\n".encode(), "text/plain"),
    "text of an old programme": ("Orçamento nº 3; ração".encode("cp1252"), "text/plain"),
}


@pytest.mark.parametrize("name", GENUINE)
def test_genuine_files_are_known(name: str) -> None:
    content, mime = GENUINE[name]
    assert sniff(content, content[-media_types.TAIL :]) == mime
    assert sniff(content, content, declared="text/html") == mime


HARMFUL = {
    "svg": b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    "svg behind a declaration": b'<?xml version="1.0"?><svg onload="alert(1)"/>',
    "svg behind a mark": b"\xef\xbb\xbf  \n<SVG onload=alert(1)>",
    "html": b"<!DOCTYPE html><script>alert(1)</script>",
    "html far from the beginning": b"hello " * 2000 + b"<script>alert(1)</script>",
    "a link": b"<a href=javascript:alert(1)>x</a>",
    "html in utf-16": "<html><script>alert(1)</script>".encode("utf-16"),
    "programme of Windows": b"MZ\x90\x00\x03" + bytes(60),
    "programme of Linux": b"\x7fELF\x02\x01\x01" + bytes(9),
    "archive": archive("nota.txt"),
    "archive that climbs": archive("../../etc/passwd"),
    "office with a macro": archive("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
    "office of two minds": archive("[Content_Types].xml", "word/document.xml", "xl/workbook.xml"),
    "old office of no kind": ole("Nothing"),
    "flash": b"FWS\x05" + bytes(20),
    "heic": b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00",
    "nothing": b"",
    "noise": bytes(range(256)),
    "pixel flood": png(60_000, 60_000),
    "pixel flood in a photo": jpeg(65_500, 65_500),
    "pixel flood behind notes": jpeg(65_500, 65_500, notes=3),
    "pixel flood behind more notes than are read": jpeg(65_500, 65_500, notes=8)[: media_types.HEAD],
    "pixel flood in a sticker": webp(b"VP8X", bytes(4) + b"\xff\xff\xff\xff\xff\xff"),
    "pixel flood in a gif": b"GIF89a" + struct.pack("<HH", 65_000, 65_000),
}


@pytest.mark.parametrize("name", HARMFUL)
@pytest.mark.parametrize("declared", ["", "image/png", "image/svg+xml", "text/html"])
def test_T44_what_could_run_or_flood_is_bytes_and_nothing_else(name: str, declared: str) -> None:
    content = HARMFUL[name]
    assert sniff(content, content[-media_types.TAIL :], declared=declared) == OCTETS
    assert not media_types.may_be_shown(OCTETS)
    assert not media_types.may_be_sent(OCTETS)


def test_T44_a_polyglot_is_what_its_first_bytes_say_and_is_shown_as_that_alone() -> None:
    assert sniff(jpeg(10, 10) + b"<script>alert(1)</script>") == "image/jpeg"
    assert sniff(b"GIF89a" + struct.pack("<HH", 9, 9) + b"<script>") == "image/gif"
    assert sniff(b"%PDF-1.4<html>") == "application/pdf"
    assert not media_types.may_be_shown("application/pdf")
    assert not media_types.may_be_shown("text/plain")
    assert not media_types.may_be_shown("image/svg+xml")
    assert not media_types.may_be_shown("text/html")


def test_an_mp4_of_sound_alone_is_believed_to_be_one() -> None:
    assert sniff(b"\x00\x00\x00\x20ftypisom", declared="audio/mp4; codecs=mp4a.40.2") == "audio/mp4"


@pytest.mark.parametrize("length", range(0, 40))
def test_a_file_cut_anywhere_raises_nothing(length: int) -> None:
    for content in (*GENUINE.values(), *((harmful, "") for harmful in HARMFUL.values())):
        sniff(content[0][:length])


@pytest.mark.parametrize(
    ("mime", "kind", "cap", "ending"),
    [
        ("image/jpeg", "image", 5 * MEGABYTE, "jpg"),
        ("image/webp", "sticker", 500 * 1024, "webp"),
        ("audio/ogg", "audio", 16 * MEGABYTE, "ogg"),
        ("video/mp4", "video", 16 * MEGABYTE, "mp4"),
        ("application/pdf", "document", 100 * MEGABYTE, "pdf"),
        ("text/plain", "document", 100 * MEGABYTE, "txt"),
    ],
)
def test_how_files_go_out(mime: str, kind: str, cap: int, ending: str) -> None:
    assert media_types.may_be_sent(mime)
    assert (media_types.outgoing_kind(mime), media_types.cap_of(mime), media_types.extension_of(mime)) == (
        kind,
        cap,
        ending,
    )
    assert not media_types.may_be_sent("image/gif")
