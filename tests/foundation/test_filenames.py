"""Can a file's name do harm, on a disk, in a header or to somebody's eyes?"""

from __future__ import annotations

import itertools
import unicodedata
from email.message import Message
from urllib.parse import quote

import pytest

from recado.foundation.filenames import LONGEST, clean_filename, content_disposition, from_header

PIECES = (
    "",
    "..",
    "/",
    "\\",
    "C:",
    "~",
    "\x00",
    "\r\nX-Evil: 1",
    "\u202e",
    "con",
    "nul.txt",
    "COM1",
    "%2e%2e%2f",
    "ção",
    "😀",
    '"',
    ";",
    " ",
    ".",
    "a" * 4096,
)
CORPUS = [f"{first}{middle}{last}" for first, middle, last in itertools.product(PIECES, PIECES, (".jpg",))]
RESERVED = {"con", "prn", "aux", "nul", "com1", "lpt1"}


def test_the_corpus_is_the_one_that_was_asked_for() -> None:
    assert len(CORPUS) == 400


@pytest.mark.parametrize("name", CORPUS)
def test_T43_a_name_is_harmless_and_survives_a_header(name: str) -> None:
    kept = clean_filename(name, otherwise="arquivo.bin")
    assert 0 < len(kept) <= LONGEST
    assert not set(kept) & set('/\\<>:"|?*')
    assert not any(unicodedata.category(sign).startswith("C") for sign in kept)
    assert kept.strip(". ") == kept
    assert kept.partition(".")[0].lower() not in RESERVED
    assert clean_filename(kept, otherwise="arquivo.bin") == kept
    for kind in ("inline", "attachment"):
        header = content_disposition(kind, kept)
        assert header.isascii()
        assert header.isprintable()
        message = Message()
        message["Content-Disposition"] = header
        assert message.get_content_disposition() == kind
        assert header.endswith(f"filename*=UTF-8''{quote(kept, safe='')}")


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Orçamento 3º tri.pdf", "Orçamento 3º tri.pdf"),
        ("C:\\Users\\Ana\\receita médica.docx", "receita médica.docx"),
        ("../../etc/passwd", "passwd"),
        ("fatura\u202efdp.exe", "faturafdp.exe"),
        ("aux.txt", "_aux.txt"),
        ("foto  da\tRex .jpg", "foto daRex .jpg"),
        ("...", "arquivo.bin"),
        ("", "arquivo.bin"),
        ("a" * 300 + ".jpeg", "a" * (LONGEST - 5) + ".jpeg"),
        ("coac\u0327a\u0303o.txt", "coação.txt"),
    ],
)
def test_T43_what_is_left_of_a_name(name: str, kept: str) -> None:
    assert clean_filename(name, otherwise="arquivo.bin") == kept


def test_a_name_comes_percent_encoded_in_a_header() -> None:
    assert from_header(quote("Relatório – março.pdf"), otherwise="x") == "Relatório – março.pdf"
    assert from_header("%2e%2e%2f%2e%2e%2fetc%2fpasswd", otherwise="x") == "passwd"
    assert from_header("%ff%fe.txt", otherwise="x") == "\ufffd\ufffd.txt"
    assert from_header("%", otherwise="x") == "%"
