"""Which small real files stand in when someone says only "an image" or "a voice note"?"""

from __future__ import annotations

import struct
import zlib

from recado_simulator.voice_note import ogg_file, opus_head

_SIDE = 96


def sample(kind: str) -> tuple[bytes, str, str]:
    """Bytes, MIME type and file name of a valid file of this kind."""
    if kind == "image":
        return _png(), "image/png", "foto.png"
    if kind in {"audio", "voice"}:
        return _ogg_opus(), "audio/ogg; codecs=opus", ""
    if kind == "sticker":
        return _webp(), "image/webp", ""
    if kind == "video":
        return _mp4(), "video/mp4", "video.mp4"
    return _pdf(), "application/pdf", "documento.pdf"


def _png() -> bytes:
    """A 96 × 96 picture with a diagonal shade of green."""
    rows = b"".join(
        b"\x00" + b"".join(bytes((11 + x, 122 + (x + y) // 3, 83 + y // 2)) for x in range(_SIDE)) for y in range(_SIDE)
    )

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", _SIDE, _SIDE, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def _ogg_opus() -> bytes:
    """Two seconds of silence: a hundred Opus frames of 20 ms."""
    return ogg_file([b"\xf8\xff\xfe"] * 100, head=opus_head())


def _webp() -> bytes:
    """The smallest lossless WebP: one transparent pixel."""
    data = bytes.fromhex("2f0000001007101111888888fe07")[:13] + b"\x00"
    body = b"WEBPVP8L" + struct.pack("<I", 13) + data
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _mp4() -> bytes:
    """A file type box and an empty movie box: enough to be an MP4 of no length."""
    kind = b"ftypmp42" + struct.pack(">I", 0) + b"mp42isom"
    header = struct.pack(">IIIIIIH10x", 0, 0, 0, 1000, 0, 0x00010000, 0x0100)
    matrix = struct.pack(">9I", 0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)
    movie_header = b"mvhd" + header + matrix + bytes(24) + struct.pack(">I", 1)
    movie = b"moov" + struct.pack(">I", len(movie_header) + 4) + movie_header
    return b"".join(struct.pack(">I", len(box) + 4) + box for box in (kind, movie))


def _pdf() -> bytes:
    """One page with one line of text, with a correct cross-reference table."""
    text = b"BT /F1 20 Tf 40 740 Td (Documento de exemplo) Tj ET"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length " + str(len(text)).encode() + b" >>\nstream\n" + text + b"\nendstream",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    tail = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    trailer = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + tail.encode() + trailer.encode()
