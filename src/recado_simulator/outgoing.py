"""Is this request to send a message well formed, and what will the phone show of it?"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from recado_simulator.fields import (
    check_keys,
    check_text,
    check_url,
    length_of,
    may_text,
    need_object,
    need_text,
)
from recado_simulator.graph_errors import GraphError, invalid, missing
from recado_simulator.identity import digits_of, is_bsuid, is_number
from recado_simulator.interactive_rules import read_interactive
from recado_simulator.shapes import Json, without_none

_ENVELOPE = {
    "messaging_product",
    "recipient_type",
    "to",
    "recipient",
    "type",
    "context",
    "biz_opaque_callback_data",
    "recipient_identity_key_hash",
    "status",
    "message_id",
    "typing_indicator",
}
_MOST_CONTACTS = 257
# The longest emoji, families with skin tones, are joined from about a dozen parts.
_MOST_EMOJI_UNITS = 30
_MEDIA_KEYS = {
    "image": {"id", "link", "caption"},
    "video": {"id", "link", "caption"},
    "audio": {"id", "link", "voice"},
    "document": {"id", "link", "caption", "filename"},
    "sticker": {"id", "link"},
}


@dataclass(frozen=True, slots=True)
class MediaRef:
    """A file the message refers to: an uploaded `id` or a `link` the provider fetches itself."""

    kind: str
    id: str | None = None
    link: str | None = None
    filename: str = ""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A well formed message. `to` is digits or empty, `user_id` a BSUID or empty; if both, the phone wins."""

    to: str
    given: str
    user_id: str
    type: str
    content: Json
    reply_to: str | None
    token: str | None
    media: MediaRef | None = None
    template: Json | None = None


def read_outgoing(body: Json, *, country: str) -> Outgoing:
    """Read a send request or raise the GraphError the provider would answer; `country` completes short numbers."""
    if body.get("messaging_product") != "whatsapp":
        raise GraphError(100, "The parameter messaging_product is required and must be 'whatsapp'.")
    if body.get("recipient_type", "individual") != "individual":
        _refuse_recipient_type(body["recipient_type"])
    given, to, user_id = _read_recipient(body, country)
    kind = body.get("type", "text")
    if kind not in _READERS:
        raise GraphError(100, f"Param type must be one of {{{', '.join(sorted(_READERS)).upper()}}} - got {kind!r}.")
    check_keys(body, _ENVELOPE | {kind}, "")
    content, media = _READERS[kind](body)
    return Outgoing(
        to=to,
        given=given,
        user_id=user_id,
        type=kind,
        content=content,
        reply_to=_read_context(body, kind),
        token=_read_token(body),
        media=media,
        template=body["template"] if kind == "template" else None,
    )


def _refuse_recipient_type(value: object) -> None:
    if value == "group":
        raise GraphError(131041, "The group in 'to' does not exist.")
    raise invalid("recipient_type", "must be one of individual, group")


def _read_recipient(body: Json, country: str) -> tuple[str, str, str]:
    to, recipient = body.get("to"), body.get("recipient")
    if not to and not recipient:
        raise GraphError(100, "The parameter to is required.")
    if not to:
        if not isinstance(recipient, str) or not is_bsuid(recipient):
            raise invalid("recipient", "is not a business-scoped user id")
        return recipient, "", recipient
    if not isinstance(to, str | int) or isinstance(to, bool):
        raise invalid("to", "must be a string")
    given = str(to)
    if is_bsuid(given):
        raise invalid("to", "must be a phone number; a business-scoped user id goes into 'recipient'")
    digits = digits_of(given)
    if not re.fullmatch(r"[\d+\s().-]+", given) or not is_number(digits):
        raise invalid("to", "is not a phone number of 7 to 15 digits")
    if country == "55" and len(digits) in (10, 11) and not given.startswith("+"):
        digits = country + digits
    return given, digits, ""


def _read_context(body: Json, kind: str) -> str | None:
    if body.get("context") is None:
        return None
    if kind == "reaction":
        raise GraphError(100, "Unexpected key 'context': a reaction cannot be a reply.")
    return need_text(need_object(body, "context"), "message_id", where="context", most=500)


def _read_token(body: Json) -> str | None:
    token = body.get("biz_opaque_callback_data")
    return None if token is None else check_text(token, "biz_opaque_callback_data", most=512, least=0)


def _read_text(body: Json) -> tuple[Json, MediaRef | None]:
    text = need_object(body, "text")
    check_keys(text, {"body", "preview_url"}, "text")
    if not isinstance(text.get("preview_url", False), bool):
        raise invalid("text.preview_url", "must be a boolean")
    return {"text": need_text(text, "body", where="text", most=4096)}, None


def _read_media(kind: str) -> Callable[[Json], tuple[Json, MediaRef | None]]:
    def read(body: Json) -> tuple[Json, MediaRef | None]:
        value = need_object(body, kind)
        check_keys(value, _MEDIA_KEYS[kind], kind)
        media = read_media_ref(value, kind, where=kind)
        caption = may_text(value, "caption", where=kind, most=1024)
        voice = value.get("voice")
        if voice is not None and not isinstance(voice, bool):
            raise invalid("audio.voice", "must be a boolean")
        return without_none(text=caption or None, voice=voice or None), media

    return read


def read_media_ref(value: Json, kind: str, *, where: str) -> MediaRef:
    """Read `{id | link, filename?}`: one of the two, not both."""
    media_id, link = value.get("id"), value.get("link")
    if (media_id is None) == (link is None):
        if media_id is None:
            raise missing(f"{where}.id' or '{where}.link")
        raise invalid(where, "must have either 'id' or 'link', not both")
    filename = may_text(value, "filename", where=where, most=240) or ""
    if link is not None:
        return MediaRef(kind, link=check_url(link, f"{where}.link"), filename=filename)
    if not str(media_id).isdigit():
        raise GraphError(100, f"Param {where}['id'] is not a media id of this business.")
    return MediaRef(kind, id=str(media_id), filename=filename)


def _read_location(body: Json) -> tuple[Json, MediaRef | None]:
    value = need_object(body, "location")
    check_keys(value, {"latitude", "longitude", "name", "address"}, "location")
    place = {
        "latitude": _coordinate(value, "latitude", 90),
        "longitude": _coordinate(value, "longitude", 180),
        "name": may_text(value, "name", where="location", most=1000),
        "address": may_text(value, "address", where="location", most=1000),
    }
    return {"location": without_none(**place), "text": place["name"] or ""}, None


def _coordinate(value: Json, key: str, most: float) -> float:
    if value.get(key) is None:
        raise missing(f"location.{key}")
    try:
        number = float(value[key])
    except (TypeError, ValueError):
        raise invalid(f"location.{key}", "must be a number") from None
    if not -most <= number <= most:
        raise invalid(f"location.{key}", f"must lie between -{most:g} and {most:g}")
    return number


def _read_contacts(body: Json) -> tuple[Json, MediaRef | None]:
    contacts = body.get("contacts")
    if contacts is None:
        raise missing("contacts")
    if not isinstance(contacts, list) or not 1 <= len(contacts) <= _MOST_CONTACTS:
        raise invalid("contacts", "must be an array of 1 to 257 contacts")
    for position, contact in enumerate(contacts):
        where = f"contacts[{position}]"
        if not isinstance(contact, dict):
            raise invalid(where, "must be an object")
        name = need_object(contact, "name", where=where)
        need_text(name, "formatted_name", where=f"{where}.name", most=1000)
        if not any(name.get(part) for part in ("first_name", "last_name", "middle_name", "prefix", "suffix")):
            raise missing(f"{where}.name.first_name")
    names = ", ".join(str(contact["name"]["formatted_name"]) for contact in contacts)
    return {"contacts": contacts, "text": names}, None


def _read_reaction(body: Json) -> tuple[Json, MediaRef | None]:
    value = need_object(body, "reaction")
    check_keys(value, {"message_id", "emoji"}, "reaction")
    emoji = value.get("emoji")
    if emoji is None:
        raise missing("reaction.emoji")
    if not isinstance(emoji, str) or length_of(emoji) > _MOST_EMOJI_UNITS or re.search(r"[A-Za-z0-9]{2}|\s", emoji):
        raise invalid("reaction.emoji", "must be one emoji or an empty string")
    target = need_text(value, "message_id", where="reaction", most=500)
    return {"reaction": {"message_id": target, "emoji": emoji}, "text": emoji}, None


def _read_interactive(body: Json) -> tuple[Json, MediaRef | None]:
    content, header = read_interactive(need_object(body, "interactive"))
    media = read_media_ref(header["value"], header["kind"], where="interactive.header") if header else None
    return content, media


def _read_template(body: Json) -> tuple[Json, MediaRef | None]:
    # What a template shows depends on its definition; the sender fills it in.
    need_object(body, "template")
    return {}, None


_READERS: dict[str, Callable[[Json], tuple[Json, MediaRef | None]]] = {
    "text": _read_text,
    **{kind: _read_media(kind) for kind in _MEDIA_KEYS},
    "location": _read_location,
    "contacts": _read_contacts,
    "reaction": _read_reaction,
    "interactive": _read_interactive,
    "template": _read_template,
}
