"""What happens when a person does something on a phone?"""

from __future__ import annotations

import base64
import binascii
from dataclasses import replace

from recado_simulator import customer_messages
from recado_simulator.accounts import Account
from recado_simulator.clock import iso
from recado_simulator.customer_messages import MEDIA_KINDS, Said
from recado_simulator.delivery import Event
from recado_simulator.encoding import new_wamid
from recado_simulator.graph_media import address_of
from recado_simulator.media_store import Media
from recado_simulator.parts import Parts
from recado_simulator.phones import Phone
from recado_simulator.samples import sample
from recado_simulator.shapes import BadRequest, Json, as_object, as_text, without_none
from recado_simulator.threads import Message
from recado_simulator.webhook_values import message_value, sender

# A place and a form have names of their own.
_NAMED_THEMSELVES = {"location", "flow_reply"}
_CHANGED_BY_SAYING = ("name", "username", "hide_phone")
# Events on other messages: the phone shows them there and makes no bubble.
_NO_BUBBLE = {"reaction", "edit", "revoke", "request_welcome"}
_TYPES_AS_AUDIO = {"voice"}


def say(parts: Parts, phone: Phone, account: Account, said: Json) -> Message:
    """The person writes: the bubble appears, the window opens, the business is told."""
    if phone.not_on_whatsapp:
        raise BadRequest("this number is not on WhatsApp", status=409)
    changes = {key: said[key] for key in _CHANGED_BY_SAYING if said.get(key) is not None}
    if said.get("type") in _NAMED_THEMSELVES:
        changes.pop("name", None)
    phone = parts.world.phones.change(phone, changes)
    made = _with_reply(parts, said, _made(parts, phone, account, said))
    message = _bubble(parts, phone, account, said, made)
    parts.world.threads.put(message)
    _apply_to_target(parts, message, made)
    if phone.number in account.blocked:
        return message
    parts.world.threads.note_inbound(
        account.phone_number_id,
        phone.number,
        now=parts.world.clock.now(),
        from_ad=bool(said.get("referral")),
    )
    parts.world.throttle.count_inbound(account.phone_number_id)
    _tell(parts, phone, account, said=said, made=made, message=message)
    return message


def _made(parts: Parts, phone: Phone, account: Account, said: Json) -> Said:
    thread = parts.world.threads.thread(account.phone_number_id, phone.number)
    if said.get("raw") is not None:
        return customer_messages.raw(said)
    if said.get("tap") is not None:
        return customer_messages.tap(str(said["tap"]), thread, person=(phone.name, phone.wa_id))
    if said.get("reaction") is not None:
        return _reaction(said, thread)
    if said.get("type") in MEDIA_KINDS:
        return _with_file(parts, account, said)
    return customer_messages.plain(said)


def _reaction(said: Json, thread: list[Message]) -> Said:
    wanted = said["reaction"]
    emoji = as_text(wanted.get("emoji")) if isinstance(wanted, dict) else as_text(wanted)
    target = as_text(as_object(wanted).get("message_id")) or as_text(said.get("message_id"))
    if not target:
        last = next((one for one in reversed(thread) if one.direction == "in" and one.shown), None)
        if last is None:
            raise BadRequest("there is no message of the business to react to", status=404)
        target = last.id
    # A removed reaction comes with an empty emoji or none; both have been seen.
    value = {"message_id": target, "emoji": emoji} if emoji else {"message_id": target}
    return Said("reaction", {"reaction": value}, {"text": emoji, "reaction": {"message_id": target, "emoji": emoji}})


def _with_file(parts: Parts, account: Account, said: Json) -> Said:
    kind = str(said["type"])
    media = _file_of(parts, account, said, kind)
    audio = kind in {"audio", *_TYPES_AS_AUDIO}
    voice = kind == "voice" or (audio and said.get("voice", True) is True)
    caption = as_text(said.get("caption")) or None
    value = without_none(
        mime_type=media.mime_type,
        sha256=base64.b64encode(bytes.fromhex(media.sha256)).decode(),
        id=media.id,
        url=address_of(parts.world, media, base=parts.world.url),
        caption=None if audio or kind == "sticker" else caption,
        filename=(media.filename or "arquivo") if kind == "document" else None,
        voice=voice if audio else None,
        animated=False if kind == "sticker" else None,
    )
    shown = without_none(id=media.id, mime_type=media.mime_type, size=media.size, filename=media.filename or None)
    content = without_none(text=caption, media=shown, voice=voice if audio else None)
    of_type = "audio" if audio else kind
    return Said(of_type, {of_type: value}, content)


def _file_of(parts: Parts, account: Account, said: Json, kind: str) -> Media:
    """The file that was given (base64, or an id uploaded to the control API), else a small sample."""
    given = as_object(said.get("media"))
    media_id = as_text(said.get("media_id")) or as_text(given.get("id"))
    if media_id:
        media = parts.world.media.get(media_id)
        if media is None:
            raise BadRequest(f"no media {media_id}", status=404)
        return media
    if given.get("base64") is None:
        raw, mime_type, filename = sample(kind)
    else:
        raw = _decoded(given["base64"])
        mime_type, filename = as_text(given.get("mime_type")), as_text(given.get("filename"))
    mime_type = as_text(given.get("mime_type")) or mime_type or "application/octet-stream"
    return parts.world.media.keep(
        raw,
        account=account.phone_number_id,
        mime_type=mime_type,
        filename=as_text(said.get("filename")) or filename,
        received=True,
    )


def _decoded(text: object) -> bytes:
    try:
        return base64.b64decode(str(text), validate=True)
    except (binascii.Error, ValueError):
        raise BadRequest("media.base64 is not base64") from None


def _with_reply(parts: Parts, said: Json, made: Said) -> Said:
    reply_to = as_text(said.get("reply_to"))
    if not reply_to:
        return made
    if parts.world.threads.get(reply_to) is None and not said.get("raw"):
        raise BadRequest(f"no message {reply_to} to reply to", status=404)
    return replace(made, reply_to=reply_to)


def _bubble(parts: Parts, phone: Phone, account: Account, said: Json, made: Said) -> Message:
    given_id = as_text(said.get("id")) or as_text(made.wire.get("id"))
    return Message(
        seq=parts.world.threads.next_seq(),
        id=given_id or new_wamid(phone.wa_id, inbound=True),
        account=account.phone_number_id,
        phone=phone.number,
        direction="out",
        type=made.type,
        at=parts.world.clock.now(),
        status="sent",
        shown=made.type not in _NO_BUBBLE,
        content=without_none(**made.content, forwarded=bool(said.get("forwarded")) or None),
        reply_to=made.reply_to,
    )


def _apply_to_target(parts: Parts, message: Message, made: Said) -> None:
    """Reactions, edits and revocations change the bubble they speak of."""
    threads = parts.world.threads
    value = as_object(made.wire.get(made.type))
    target = threads.get(as_text(value.get("message_id") or value.get("original_message_id")))
    if target is None or made.type not in _NO_BUBBLE:
        return
    if made.type == "reaction":
        others = {by: emoji for by, emoji in target.reactions.items() if by != "customer"}
        emoji = as_text(value.get("emoji"))
        threads.put(replace(target, reactions={**others, "customer": emoji} if emoji else others))
    elif made.type == "edit":
        threads.put(replace(target, content={**target.content, "text": message.content["text"], "edited": True}))
    elif made.type == "revoke":
        threads.put(replace(target, content={"text": "", "revoked": True}))


def _tell(parts: Parts, phone: Phone, account: Account, *, said: Json, made: Said, message: Message) -> None:
    wire: Json = {
        **sender(account, phone),
        "id": message.id,
        "timestamp": as_text(said.get("timestamp")) or parts.world.timestamp(),
        "type": made.type,
        **made.wire,
        **_context(parts, account, phone, said, made),
    }
    if said.get("referral"):
        wire["referral"] = as_object(said["referral"]) or {"source_type": "ad", "source_id": "120000000000000001"}
    if made.type in {"request_welcome"}:
        wire.pop("context", None)
    event = Event(
        account.phone_number_id,
        "messages",
        message_value(account, phone, wire, errors=made.errors),
        phone=phone.number,
        ordered=not parts.world.happens(parts.world.habits.message_swap_share),
        message_ids=(message.id,),
    )
    parts.deliverer.submit(event, after_s=0 if event.ordered else 0.2)


def _context(parts: Parts, account: Account, phone: Phone, said: Json, made: Said) -> Json:
    """`context` names the author of the quoted message; a forward has only its mark."""
    if made.reply_to:
        quoted = parts.world.threads.get(made.reply_to)
        by_person = quoted is not None and quoted.direction == "out"
        return {"context": {"from": phone.wa_id if by_person else account.digits, "id": made.reply_to}}
    if said.get("forwarded"):
        return {"context": {"forwarded": True}}
    return {}


def describe(parts: Parts, message: Message) -> Json:
    shown = parts.world.threads.shown(message)
    return {"id": message.id, "wamid": message.id, "account": message.account, "at": iso(message.at), "message": shown}
