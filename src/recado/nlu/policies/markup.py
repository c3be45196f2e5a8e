"""How does Markdown become what WhatsApp shows, or plain text?"""

from __future__ import annotations

import re
from typing import Final

# Models of language write Markdown; WhatsApp knows *bold*, _italic_, ~struck~, "- " and "1. " lists, and no headings or links.
_RULE: Final = re.compile(r"^[ \t]*(?:-[ \t]*){3,}$|^[ \t]*(?:\*[ \t]*){3,}$|^[ \t]*(?:_[ \t]*){3,}$", re.MULTILINE)
_TABLE_RULE: Final = re.compile(r"^[ \t]*\|?[ \t]*:?-{2,}[-|: \t]*$", re.MULTILINE)
_TABLE_ROW: Final = re.compile(r"^[ \t]*\|([^\n]*)\|[ \t]*$", re.MULTILINE)
_HEADING: Final = re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+([^\n]*?)[ \t#]*$", re.MULTILINE)
_IMAGE: Final = re.compile(r"!\[([^\[\]\n]{0,200})\]\(([^()\s]{1,1000})\)")
_LINK: Final = re.compile(r"\[([^\[\]\n]{1,200})\]\(([^()\s]{1,1000})\)")
_BOLD: Final = re.compile(r"\*\*(?=\S)([^*\n]{1,500})(?<=\S)\*\*|__(?=\S)([^_\n]{1,500})(?<=\S)__")
_STRUCK: Final = re.compile(r"~~(?=\S)([^~\n]{1,500})(?<=\S)~~")
_BULLET: Final = re.compile(r"^([ \t]*)[*+•][ \t]+", re.MULTILINE)
_BREAK: Final = re.compile(r"<br\s*/?>", re.IGNORECASE)
_STRONG: Final = re.compile(r"</?(?:b|strong)>", re.IGNORECASE)
_TAG: Final = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]{0,9}(?: [^<>\n]{0,200})?>")
_OURS: Final = re.compile(
    r"(?<![\w*])\*(?=\S)([^*\n]{1,500})(?<=\S)\*(?![\w*])|(?<![\w_])_(?=\S)([^_\n]{1,500})(?<=\S)_(?![\w_])"
)
_ITEM: Final = re.compile(r"^[ \t]*(?:[-•]|\d{1,2}[.)])[ \t]+", re.MULTILINE)
_EMPTY: Final = re.compile(r"\n{3,}")


def for_whatsapp(text: str) -> str:
    """Return Markdown and simple HTML as WhatsApp would show it."""
    text = _STRONG.sub("**", _BREAK.sub("\n", text))
    text = _RULE.sub("", _TABLE_RULE.sub("", _TAG.sub("", text)))
    text = _TABLE_ROW.sub(lambda row: " – ".join(cell.strip() for cell in row[1].split("|")), text)
    text = _BULLET.sub(r"\1- ", text)
    text = _HEADING.sub(lambda found: f"*{found[1].replace('*', '')}*", text)
    text = _LINK.sub(_linked, _IMAGE.sub(r"\2", text))
    text = _BOLD.sub(lambda found: f"*{found[1] or found[2]}*", text)
    return _EMPTY.sub("\n\n", _STRUCK.sub(r"~\1~", text)).strip()


def without_marks(text: str) -> str:
    """Return `text` without WhatsApp's bold and italic."""
    return _OURS.sub(lambda found: found[1] or found[2], text)


def without_lists(text: str) -> str:
    """Return `text` with the items of its "-" lists as lines; numbered ones stay, for their numbers are answered with."""
    return _ITEM.sub(lambda found: found[0].lstrip() if found[0].strip()[0].isdigit() else "", text)


def _linked(found: re.Match[str]) -> str:
    return found[2] if found[1].strip() in found[2] else f"{found[1]}: {found[2]}"
