"""How is a message shown in one line, and what of it is kept beside its text?"""

from __future__ import annotations

from typing import Any

from recado.channels.models import InboundMessage, OutgoingMessage
from recado.foundation.text import clip

PREVIEW = 120
"""Characters of a message that a list shows."""

_ICONS = {
    "image": "📷 Foto",
    "video": "🎥 Vídeo",
    "audio": "🎤 Áudio",
    "document": "📄 Documento",
    "sticker": "Figurinha",
    "location": "📍 Localização",
    "contacts": "👤 Contato",
    "order": "🛒 Pedido",
    "template": "Modelo de mensagem",
    "unsupported": "Mensagem de um tipo que não é mostrado aqui",
    "revoke": "Mensagem apagada",
    "request_welcome": "Abriu a conversa",
}


def preview_of(message: OutgoingMessage) -> str:
    """Return one line for the list, at most 120 characters."""
    if message.text:
        return clip(message.text.replace("\n", " "), PREVIEW)
    if message.media is not None:
        return _ICONS.get(message.media.type, "")
    if message.template is not None:
        return f"{_ICONS['template']}: {message.template.name}"
    return "" if message.reaction is None else _reaction(message.reaction)


def preview_of_arrival(message: InboundMessage) -> str:
    """Return one line for the list, at most 120 characters."""
    if message.type.value == "reaction":
        return _reaction(message.text)
    icon = _ICONS.get(message.type.value, "")
    text = clip(message.text.replace("\n", " "), PREVIEW)
    return clip(f"{icon.split(' ')[0]} {text}", PREVIEW) if icon and text and message.media else text or icon


def _reaction(emoji: str) -> str:
    return f"Reagiu com {emoji}" if emoji else "Retirou a reação"


def content_of(message: OutgoingMessage) -> dict[str, Any]:
    """Return what a thread must show of an outgoing message beside its text."""
    content: dict[str, Any] = {}
    if message.buttons:
        content["buttons"] = [{"id": button.id, "title": button.title} for button in message.buttons]
    if message.sections:
        content["sections"] = [
            {
                "title": section.title,
                "rows": [{"id": row.id, "title": row.title, "description": row.description} for row in section.rows],
            }
            for section in message.sections
        ]
        content["list_label"] = message.list_label
    for name in ("header", "footer"):
        if value := getattr(message, name):
            content[name] = value
    if message.template is not None:
        content["template"] = {"name": message.template.name, "language": message.template.language}
    if message.location is not None:
        content["location"] = message.location
    if message.contacts:
        content["contacts"] = list(message.contacts)
    if message.reaction is not None:
        content["about"] = message.about
    if message.media is not None and message.media.link:
        content["link"] = message.media.link
    return content


def content_of_arrival(message: InboundMessage) -> dict[str, Any]:
    """Return what a thread must show of an arrival beside its text."""
    content = dict(message.content)
    if message.choice is not None:
        content["choice"] = {
            "id": message.choice.id,
            "title": message.choice.title,
            "description": message.choice.description,
        }
    if message.about:
        content["about"] = message.about
    if message.forwarded:
        content["forwarded"] = True
    if message.group:
        content["group"] = message.group
    if message.errors:
        content["errors"] = [
            {"code": error.code, "title": error.title, "details": error.details} for error in message.errors
        ]
    return content
