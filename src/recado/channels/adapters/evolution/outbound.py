"""How is a message worded for the Evolution API, and which limits does it break?

Buttons and lists leave as numbered text: WhatsApp takes them from such accounts and often shows them to nobody.
"""

from __future__ import annotations

import re
from typing import Final

from recado.channels.adapter import MessageRefused
from recado.channels.adapters.evolution.manifest import MANIFEST
from recado.channels.models import Json, OutgoingMedia, OutgoingMessage, Recipient

LIMITS: Final = MANIFEST.limits
_PHONE = re.compile(r"[0-9]{5,18}", re.ASCII)
_HIDDEN = re.compile(r"[0-9]{5,20}@lid", re.ASCII)
_LINK = re.compile(r"https?://[^\s/]+\S*", re.ASCII | re.IGNORECASE)
_DATA = re.compile(r"data:(?P<mime>[\w.+/-]+(?:;[\w.+=/ -]+)?);base64,(?P<bytes>[A-Za-z0-9+/=]+)", re.ASCII)


def write(message: OutgoingMessage, to: Recipient, token: str) -> Json:
    """Word `message` as {verb, body, token}; raise `MessageRefused` where it breaks a limit.

    The token does not travel: the gateway has no field that would bring it back.
    """
    verb, body = _shape(message, _address(to))
    if message.reply_to and verb != "sendReaction":
        body["quoted"] = {"key": {"id": message.reply_to}}
    written: Json = {"verb": verb, "body": body, "token": token}
    if message.sections:
        written["list"] = _list(message, body["number"])
    return written


def _address(to: Recipient) -> str:
    """The phone's digits, else the hidden id as the gateway writes it."""
    if to.wa_id:
        if not _PHONE.fullmatch(to.wa_id):
            raise MessageRefused("bad_recipient", field="wa_id")
        return to.wa_id
    if not _HIDDEN.fullmatch(to.bsuid):
        raise MessageRefused("bad_recipient" if to.bsuid else "missing", field="bsuid" if to.bsuid else "recipient")
    return to.bsuid


def _shape(message: OutgoingMessage, number: str) -> tuple[str, Json]:
    if message.template is not None or message.interactive is not None:
        raise MessageRefused("not_allowed", field="template" if message.template is not None else "interactive")
    if message.reaction is not None:
        return "sendReaction", _reaction(message, number)
    if message.sections or message.buttons:
        return "sendText", {"number": number, "text": _numbered(message), "linkPreview": False}
    if message.media is not None:
        return _media(message, message.media, number)
    if message.location is not None:
        return "sendLocation", _location(message.location, number)
    if message.contacts:
        return "sendContact", {"number": number, "contact": [_card(card) for card in message.contacts]}
    text = _required(message.text, LIMITS.text, "text")
    return "sendText", {"number": number, "text": text, "linkPreview": message.preview_url}


def _reaction(message: OutgoingMessage, number: str) -> Json:
    jid = number if "@" in number else f"{number}@s.whatsapp.net"
    about = _required(message.about, 256, "about")
    return {"key": {"remoteJid": jid, "fromMe": False, "id": about}, "reaction": message.reaction or ""}


def _numbered(message: OutgoingMessage) -> str:
    """Body, then one line a choice; people answer with its number or its words."""
    body = _required(message.text, LIMITS.interactive_body, "text")
    lines = [f"*{message.header}*"] if message.header else []
    lines += [body, ""]
    if message.buttons:
        _between(len(message.buttons), LIMITS.buttons, "buttons")
        titles = [_required(one.title, LIMITS.button_title, "buttons.title") for one in message.buttons]
        lines += [f"*{n}.* {title}" for n, title in enumerate(titles, start=1)]
    lines += _rows(message)
    if message.footer:
        lines += ["", f"_{message.footer}_"]
    return _required("\n".join(lines), LIMITS.text, "text")


def _rows(message: OutgoingMessage) -> list[str]:
    rows = [row for section in message.sections for row in section.rows]
    if not message.sections:
        return []
    _between(len(rows), LIMITS.list_rows, "sections.rows")
    lines: list[str] = []
    n = 0
    for section in message.sections:
        lines += [f"_{section.title}_"] if section.title else []
        for row in section.rows:
            n += 1
            title = _required(row.title, LIMITS.list_row_title, "sections.rows.title")
            more = f" – {row.description[: LIMITS.list_row_description]}" if row.description else ""
            lines.append(f"*{n}.* {title}{more}")
    return lines


def _list(message: OutgoingMessage, number: str) -> Json:
    """The same as a native list, for gateways that are known to show them."""
    sections = [
        {
            "title": section.title or message.list_label or "Opções",
            "rows": [{"title": row.title, "description": row.description, "rowId": row.id} for row in section.rows],
        }
        for section in message.sections
    ]
    return {
        "number": number, "title": message.header or message.text[:60], "description": message.text,
        "buttonText": message.list_label or "Ver opções", "footerText": message.footer or " ", "sections": sections,
    }  # fmt: skip


def _media(message: OutgoingMessage, media: OutgoingMedia, number: str) -> tuple[str, Json]:
    """A link that the gateway fetches, or the bytes themselves as a `data:` link."""
    if bool(media.link) == bool(media.provider_id):
        raise MessageRefused("missing" if not media.link else "not_allowed", field="media")
    source, mime = media.link or media.provider_id, ""
    if inline := _DATA.fullmatch(source):
        source, mime = inline["bytes"], inline["mime"]
    elif media.link and not _LINK.fullmatch(source):
        raise MessageRefused("bad_format", field="media.link")
    if media.type == "sticker":
        return "sendSticker", {"number": number, "sticker": source}
    if media.type == "audio":
        if message.text:
            raise MessageRefused("not_allowed", field="text")  # neither takes a caption
        return "sendWhatsAppAudio", {"number": number, "audio": source, "encoding": True}
    body: Json = {"number": number, "mediatype": media.type, "media": source}
    if mime:
        body["mimetype"] = mime.partition(";")[0]
    if media.filename or media.type == "document":
        body["fileName"] = media.filename or "arquivo"
    if message.text:
        body["caption"] = _required(message.text, LIMITS.caption, "text")
    return "sendMedia", body


def _location(place: Json, number: str) -> Json:
    found: Json = {"number": number}
    for key, most in (("latitude", 90), ("longitude", 180)):
        try:
            found[key] = float(place[key])
        except (KeyError, TypeError, ValueError):
            raise MessageRefused("missing", field=f"location.{key}") from None
        if not -most <= found[key] <= most:
            raise MessageRefused("out_of_range", field=f"location.{key}", limit=most)
    # The gateway refuses a place without a name or an address.
    return {**found, "name": str(place.get("name") or "Localização"), "address": str(place.get("address") or "-")}


def _card(card: Json) -> Json:
    name = card.get("name")
    shown = name.get("formatted_name") if isinstance(name, dict) else ""
    phones = card.get("phones")
    phone = next((one for one in phones if isinstance(one, dict)), {}) if isinstance(phones, list) else {}
    dialled = str(phone.get("phone") or phone.get("wa_id") or "")
    if not shown or not dialled:
        raise MessageRefused("missing", field="contacts.name" if not shown else "contacts.phones")
    digits = re.sub(r"[^0-9]", "", str(phone.get("wa_id") or dialled))
    return {"fullName": str(shown), "wuid": digits, "phoneNumber": dialled}


def _required(text: str, limit: int, field: str) -> str:
    if not text.strip():
        raise MessageRefused("missing", field=field)
    if len(text) > limit:
        raise MessageRefused("too_long", field=field, limit=limit)
    return text


def _between(count: int, most: int, field: str) -> None:
    if not 1 <= count <= most:
        raise MessageRefused("missing" if count < 1 else "too_many", field=field, limit=most)
