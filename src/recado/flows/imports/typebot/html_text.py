"""How does an old text bubble, which is HTML, read as a WhatsApp text?"""

from __future__ import annotations

import re
from html import unescape

_LINES = frozenset({"div", "p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote"})
_TAG = re.compile(r"(<[^<>]*>)")
_NAME = re.compile(r"</?\s*([a-zA-Z0-9]+)")
_HREF = re.compile(r"""\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_MARKS = {"b": "*", "strong": "*", "i": "_", "em": "_", "s": "~", "strike": "~", "del": "~"}


def read_html(html: str) -> str:
    """Lines, links and the three marks are kept; all other tags go."""
    reader = _Reader()
    for place, piece in enumerate(_TAG.split(html)):
        # Every second piece is a tag. The library's own parser takes minutes for what an enemy writes.
        if place % 2:
            reader.tag(piece)
        else:
            reader.add(unescape(piece))
    return re.sub(r"\n{3,}", "\n\n", reader.text().replace("\xa0", " ")).strip()


def marked_line(line: str, signs: str) -> str:
    """A line between marks, which must touch its words."""
    words = line.strip()
    if not words:
        return line
    before, after = line[: len(line) - len(line.lstrip())], line[len(line.rstrip()) :]
    closing = "```" + signs[:-3][::-1] if signs.endswith("```") else signs[::-1]
    return f"{before}{signs}{words}{closing}{after}"


class _Reader:
    """Gathers the text; what an open mark or link holds is gathered apart until it closes."""

    def __init__(self) -> None:
        self._open: list[tuple[str, str, list[str]]] = [("", "", [])]

    def tag(self, written: str) -> None:
        """Open or close what the tag names; one that is not known is nothing."""
        name = _NAME.match(written)
        if name is None:
            return
        if written.startswith("</"):
            self._close(name[1].lower())
        else:
            self._begin(name[1].lower(), written)

    def _begin(self, name: str, written: str) -> None:
        if name == "br":
            self.add("\n")
        elif name == "li":
            self.add("- ")
        elif name in _MARKS or name == "a":
            href = _HREF.search(written)
            self._open.append((name, unescape(href[1] or href[2] or href[3] or "") if href else "", []))

    def _close(self, name: str) -> None:
        if name in _LINES:
            self.add("\n")
        if self._open[-1][0] == name:
            _, url, pieces = self._open.pop()
            inner = "".join(pieces)
            self.add(_linked(inner, url.strip()) if name == "a" else marked_line(inner, _MARKS[name]))

    def text(self) -> str:
        """All of it; what was never closed has no mark."""
        return "".join("".join(pieces) for _, _, pieces in self._open)

    def add(self, text: str) -> None:
        """More text."""
        self._open[-1][2].append(text)


def _linked(label: str, url: str) -> str:
    words = label.strip()
    return label if not url or words == url else f"{words} ({url})" if words else url
