"""What is left of a file's name that a stranger chose, and how is it told to a browser?"""

from __future__ import annotations

import re
import unicodedata
from typing import Final
from urllib.parse import quote, unquote

LONGEST: Final = 150
_SEPARATORS: Final = re.compile(r"[/\\]")
_NOT_IN_NAMES: Final = re.compile(r'[<>:"|?*]')
_RESERVED: Final = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)
_ENDING: Final = re.compile(r"\.[A-Za-z0-9]{1,8}$")


def clean_filename(name: str, *, otherwise: str) -> str:
    """Return a name that every system takes and that shows what it is, at most 150 characters; else `otherwise`.

    Folders, control characters and signs that turn the direction of reading (so that `exe.pdf` may be a `fdp.exe`) go.
    """
    last = _SEPARATORS.split(unicodedata.normalize("NFC", name[:4096]))[-1]
    visible = "".join(sign for sign in last if unicodedata.category(sign)[0] != "C")
    kept = " ".join(_NOT_IN_NAMES.sub("_", visible).split()).strip(". ")
    if not kept.strip("._- "):
        return otherwise
    if _RESERVED.fullmatch(kept):
        kept = f"_{kept}"
    if len(kept) > LONGEST:
        ending = _ENDING.search(kept)
        tail = ending.group() if ending else ""
        kept = kept[: LONGEST - len(tail)].rstrip(". ") + tail
    return kept


def from_header(value: str, *, otherwise: str) -> str:
    """Read a percent-encoded name as it comes in a header."""
    return clean_filename(unquote(value[:4096], errors="replace"), otherwise=otherwise)


def content_disposition(kind: str, filename: str) -> str:
    """Return the header for `inline` or `attachment` (RFC 6266), with a plain name for programs that know only that."""
    folded = unicodedata.normalize("NFKD", filename).encode("ascii", "ignore").decode()
    plain = re.sub(r'["\\%;]', "_", folded).strip(". ") or "arquivo"
    return f"{kind}; filename=\"{plain}\"; filename*=UTF-8''{quote(filename, safe='')}"
