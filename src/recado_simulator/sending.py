"""Does the provider take this message, and what has it then promised?"""

from __future__ import annotations

from dataclasses import dataclass

from recado_simulator.accounts import Account
from recado_simulator.encoding import new_wamid
from recado_simulator.graph_errors import GraphError, invalid
from recado_simulator.identity import canonical, is_bsuid
from recado_simulator.lifecycle import Fate, first_price
from recado_simulator.media_store import MOST_BYTES, kind_of
from recado_simulator.outgoing import MediaRef, Outgoing, read_outgoing
from recado_simulator.phones import Phone
from recado_simulator.shapes import Json, without_none
from recado_simulator.template_send import check_state, language_of, render
from recado_simulator.threads import Message
from recado_simulator.world import World

_REACTION_DAYS = 30
_WINDOW_CLOSED = 131047
_TOO_FAST = {
    130429: "The throughput of this number has been reached; try again in a moment.",
    131056: "Too many messages from this number to the same recipient in a short time.",
}
_STATE_REFUSALS = {
    "unregistered": (133010, "The phone number is not registered on the Cloud API."),
    "locked": (131031, "The business account has been locked for a policy violation."),
    "payment": (131042, "There is a problem with the payment method of this business account."),
    "maintenance": (131057, "The business account is in maintenance mode."),
    "restricted": (131048, "Too many messages of this number were reported as spam."),
}


@dataclass(frozen=True, slots=True)
class Taken:
    """A message the provider has decided to take: not yet in the ledger, not yet on the phone."""

    message: Message
    phone: Phone
    fate: Fate
    contact: Json


def decide(world: World, account: Account, body: Json) -> Taken:
    """Read, check and price one send, or raise the GraphError that refuses it."""
    outgoing = read_outgoing(body, country=account.digits[:2])
    phone = _recipient(world, account, outgoing)
    _check_account(account, phone)
    content, media, category = _content(world, account, outgoing)
    _check_reaction(world, account, phone, outgoing)
    failure = _later_failure(world, account, phone, category) or _media_failure(world, media)
    fate = Fate(failure, media)
    if fate.failure and fate.failure[0] == _WINDOW_CLOSED and world.happens(world.habits.window_refused_at_once_share):
        raise GraphError(*fate.failure)
    _check_speed(world, account, phone, category)
    if media is not None and media.id is not None:
        content = {**content, "media": _described(world, media)}
    content["pricing"] = first_price(world, account, phone, category)
    if outgoing.user_id:
        content["to_user_id"] = True
    message = Message(
        seq=world.threads.next_seq(),
        id=new_wamid(phone.wa_id, inbound=False),
        account=account.phone_number_id,
        phone=phone.number,
        direction="in",
        type=outgoing.type,
        at=world.clock.now(),
        status="accepted",
        shown=fate.failure is None and phone.online and outgoing.type != "reaction" and _is_here(media),
        content=content,
        reply_to=outgoing.reply_to,
        token=outgoing.token,
    )
    return Taken(message, phone, fate, _contact(phone, outgoing))


def _is_here(media: MediaRef | None) -> bool:
    return media is None or media.link is None


def _contact(phone: Phone, outgoing: Outgoing) -> Json:
    if outgoing.user_id:
        return {"input": outgoing.given, "user_id": outgoing.user_id}
    return {"input": outgoing.given, "wa_id": phone.wa_id}


def _recipient(world: World, account: Account, outgoing: Outgoing) -> Phone:
    if not outgoing.user_id:
        return world.phones.take(outgoing.to)
    phone = world.phones.by_user_id(account.portfolio, outgoing.user_id)
    if phone is None:
        raise invalid("recipient", "is not a user of this business portfolio")
    return phone


def _check_account(account: Account, phone: Phone) -> None:
    refusal = _STATE_REFUSALS.get(account.state)
    if refusal is not None:
        raise GraphError(*refusal)
    if phone.number == canonical(account.digits):
        raise GraphError(131021, "The sender and the recipient are the same number.")
    if account.recipients and phone.number not in {canonical(one) for one in account.recipients}:
        raise GraphError(131030, "Recipient phone number is not in the list of allowed recipients of this test number.")
    if phone.number in account.blocked:
        raise GraphError(130403, "You have blocked this user.")


def _content(world: World, account: Account, outgoing: Outgoing) -> tuple[Json, MediaRef | None, str]:
    """What the phone shows, the file to it and the price category."""
    content, media, category = outgoing.content, outgoing.media, "service"
    if outgoing.template is not None:
        name, language = language_of(outgoing.template)
        template = check_state(world.templates.find(account.waba_id, name, language), name=name, language=language)
        if template.category == "AUTHENTICATION" and outgoing.user_id:
            raise GraphError(131062, "Authentication templates need a phone number as recipient.")
        content, media = render(template, outgoing.template)
        category = template.category.lower()
    if media is not None and media.id is not None:
        _check_media(world, account, media)
    return content, media, category


def _check_media(world: World, account: Account, ref: MediaRef) -> None:
    media = world.media.get(ref.id or "")
    if media is None or media.account != account.phone_number_id:
        raise GraphError(100, f"Param {ref.kind}['id'] is not a media id of this business, or it has expired.")


def _described(world: World, ref: MediaRef) -> Json:
    media = world.media.get(ref.id or "")
    if media is None:
        raise GraphError(100, f"Param {ref.kind}['id'] has expired.")
    filename = ref.filename or media.filename
    return without_none(id=media.id, mime_type=media.mime_type, size=media.size, filename=filename or None)


def _check_reaction(world: World, account: Account, phone: Phone, outgoing: Outgoing) -> None:
    if outgoing.type != "reaction":
        return
    target = world.threads.get(outgoing.content["reaction"]["message_id"])
    oldest = world.clock.now() - _REACTION_DAYS * 86400
    if target is None or target.account != account.phone_number_id or target.phone != phone.number:
        raise invalid("reaction.message_id", "is not a message of this conversation")
    if target.at < oldest or target.type == "reaction":
        raise invalid("reaction.message_id", "must be younger than 30 days and no reaction itself")


def _later_failure(world: World, account: Account, phone: Phone, category: str) -> tuple[int, str] | None:
    """What the provider finds out only after it has said 200."""
    if phone.not_on_whatsapp or phone.blocked:
        return 131026, "The message could not be delivered to this recipient."
    if category == "service":
        visit = world.threads.visit(account.phone_number_id, phone.number)
        if not visit.window_is_open(world.clock.now()):
            return _WINDOW_CLOSED, "More than 24 hours have passed since the recipient last wrote to this number."
    if category == "marketing" and phone.marketing_stopped:
        return 131050, "The recipient has asked not to receive marketing messages of this business."
    return None


def _check_speed(world: World, account: Account, phone: Phone, category: str) -> None:
    code = world.throttle.refusal(account.phone_number_id, phone.number)
    if code is not None:
        raise GraphError(code, _TOO_FAST[code])
    if category == "service":
        return
    visit = world.threads.visit(account.phone_number_id, phone.number)
    closed = not visit.window_is_open(world.clock.now())
    if closed and not world.throttle.may_approach(account.portfolio, phone.number):
        raise GraphError(131048, "The messaging limit of this portfolio has been reached for the last 24 hours.")


def _media_failure(world: World, ref: MediaRef | None) -> tuple[int, str] | None:
    """A file that cannot travel as this kind of message is found out after the send."""
    media = world.media.get(ref.id) if ref is not None and ref.id is not None else None
    if ref is None or media is None:
        return None
    if ref.kind != "document" and kind_of(media.mime_type) != ref.kind:
        return 131053, f"{media.mime_type} is not a supported type of {ref.kind}."
    if media.size > MOST_BYTES[ref.kind]:
        return 131053, f"The {ref.kind} is larger than {MOST_BYTES[ref.kind]} bytes."
    return None


def recipient_digits(body: Json) -> str:
    """Whom a request means, as far as can be read before it is checked: for the ledger and for faults."""
    to = body.get("to") or body.get("recipient")
    text = str(to) if isinstance(to, str | int) else ""
    if is_bsuid(text):
        return text
    return canonical("".join(mark for mark in text if mark.isdigit()))
