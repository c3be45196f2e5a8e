"""How is what a bot says, shows and plays said here?"""

from __future__ import annotations

import re
from typing import Any

from recado.flows.imports.typebot.export import Block, object_of, text_of
from recado.flows.imports.typebot.rich_text import has_underline, text_of_bubble
from recado.flows.imports.typebot.templates import split_template
from recado.flows.imports.typebot.work import Link, Work

LONGEST_TEXT = 4_000
"""Of the 4,096 characters that WhatsApp carries, so that what is filled in has some room."""
LONGEST_LINK = 2_000
_NO_FILE = {
    "image": re.compile(r"(?i)\.(gif|webp|svg|avif|heic|bmp|tiff?)(?:[?#]|$)"),
    "video": re.compile(r"(?i)\.(webm|mov|avi|mkv|ogv|m3u8)(?:[?#]|$)"),
    "audio": re.compile(r"(?i)\.(wav|flac|webm|aiff?)(?:[?#]|$)"),
}
"""Formats that WhatsApp's servers refuse (Meta: supported media types)."""
_NAMES = {"image": "Imagem", "video": "Vídeo", "audio": "Áudio", "embed": "Página incorporada"}
_PLAYERS = {
    "youtube": "https://www.youtube.com/watch?v={id}",
    "vimeo": "https://vimeo.com/{id}",
    "tiktok": "https://www.tiktok.com/embed/v2/{id}",
    "gumlet": "https://play.gumlet.io/embed/{id}",
}


def prompt_text(work: Work, block: Block) -> str:
    """The whole text of a text bubble as one template."""
    if has_underline(block.options.get("richText")):
        work.tell(block, "formatting_lost")
    return work.text(block, text_of_bubble(block.options))


def say_text(work: Work, block: Block, onward: Link) -> Link:
    """A text bubble, unless a question took it."""
    if block.at in work.prompts.values():
        return onward
    pieces = split_template(prompt_text(work, block), LONGEST_TEXT)
    if not pieces:
        work.tell(block, "empty_bubble", kind="texto")
    elif len(pieces) > 1:
        work.tell(block, "text_cut", count=len(pieces))
    return work.chain(block.at.group, [("message", {"text": piece}, "") for piece in pieces], onward)


def show_image(work: Work, block: Block, onward: Link) -> Link:
    """An image; where it was a link, the link below it."""
    steps = media_steps(work, block, "image", block.options.get("url"))
    link = object_of(block.options.get("clickLink"))
    address = work.address(block, link.get("url"))
    if address:
        work.tell(block, "image_link")
        label = work.text(block, link.get("alt")).strip()
        steps = [*steps, ("message", {"text": f"{label}: {address}" if label else address}, "")]
    return work.chain(block.at.group, steps, onward)


def show_video(work: Work, block: Block, onward: Link) -> Link:
    """A video file as one; a player of some site as a link to it."""
    kind, id = text_of(block.options.get("type")), text_of(block.options.get("id")).strip()
    url = text_of(block.options.get("url")).strip()
    if kind in _PLAYERS and (url or id):
        hosted = url if "://" in url else _PLAYERS[kind].format(id=id or url)
        work.tell(block, "media_as_link", kind="Vídeo", why=f"está em {kind}")
        return work.chain(block.at.group, [("message", {"text": work.address(block, hosted)}, "")], onward)
    return work.chain(block.at.group, media_steps(work, block, "video", url), onward)


def play_audio(work: Work, block: Block, onward: Link) -> Link:
    """An audio file."""
    return work.chain(block.at.group, media_steps(work, block, "audio", block.options.get("url")), onward)


def embed(work: Work, block: Block, onward: Link) -> Link:
    """A page within the page: a link to it."""
    address = work.address(block, block.options.get("url"))
    if not address:
        work.tell(block, "empty_bubble", kind="página incorporada")
        return onward
    work.tell(block, "embed_as_link")
    event = object_of(block.options.get("waitForEvent"))
    if event.get("isEnabled") is True:
        work.tell(block, "embed_event", event=text_of(event.get("name")))
    return work.chain(block.at.group, [("message", {"text": address}, "")], onward)


def media_steps(
    work: Work, block: Block, kind: str, url: object, caption: str = ""
) -> list[tuple[str, dict[str, Any], str]]:
    """A file as a message; as its link where WhatsApp would refuse it; as its caption alone where there is no address."""
    address = work.address(block, url)
    if not address:
        if not caption:
            work.tell(block, "empty_bubble", kind=_NAMES[kind].lower())
        return [("message", {"text": caption}, "")] if caption else []
    refused = _why_no_file(kind, address)
    if refused == "left":
        work.tell(block, "media_left", kind=_NAMES[kind])
        return [("message", {"text": caption}, "")] if caption else []
    if refused:
        work.tell(block, "media_as_link", kind=_NAMES[kind], why=refused)
        return [("message", {"text": f"{caption}\n{address}".strip()}, "")]
    media = {"type": kind, "link": address}
    return [("message", {"text": caption, "media": media} if caption else {"media": media}, "")]


def _why_no_file(kind: str, address: str) -> str:
    """Why WhatsApp cannot fetch the file; `left` where nobody could, empty where it can."""
    if address.startswith("{{"):
        return ""
    host = address.partition("://")[2].split("/")[0]
    if not address.lower().startswith(("http://", "https://")) or "." not in host or len(address) > LONGEST_LINK:
        return "left"
    if any(map(str.isspace, address)) and "{{" not in address:
        return "left"
    if not address.startswith("https://"):
        return "o endereço não é https"
    found = _NO_FILE[kind].search(address)
    return f"o formato é .{found[1].lower()}" if found else ""
