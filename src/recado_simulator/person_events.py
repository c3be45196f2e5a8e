"""What is a business told when a person changes number, BSUID or mind, or when the owner writes from the phone app?"""

from __future__ import annotations

from dataclasses import replace

from recado_simulator.accounts import Account
from recado_simulator.delivery import Event
from recado_simulator.encoding import new_wamid
from recado_simulator.identity import canonical, digits_of, is_number
from recado_simulator.parts import Parts
from recado_simulator.phones import Phone
from recado_simulator.shapes import BadRequest, Json, as_text, without_none
from recado_simulator.threads import Message
from recado_simulator.webhook_values import contact, metadata, system_value


def change_number(parts: Parts, phone: Phone, wanted: Json) -> Phone:
    """The person moves to another number: threads move along, every business with a thread is told."""
    new_number = canonical(digits_of(as_text(wanted.get("to"))))
    if not is_number(new_number) or new_number == phone.number:
        raise BadRequest("to must be another phone number")
    if parts.world.phones.find(new_number) is not None:
        raise BadRequest(f"{new_number} belongs to another phone already", status=409)
    accounts = _accounts_of(parts, phone)
    moved = parts.world.phones.save(replace(phone, number=new_number))
    parts.world.phones.remove(phone)
    parts.world.threads.move(phone.number, new_number)
    for account in accounts:
        body = f"User {phone.name or phone.wa_id} changed from {phone.wa_id} to {moved.wa_id}"
        system = {
            "body": body,
            "wa_id": moved.wa_id,
            "user_id": moved.user_id(account.portfolio),
            "type": "user_changed_number",
        }
        _tell_system(parts, account, phone, system)
    parts.world.live.publish_to_all("phones", {})
    return moved


def change_user_id(parts: Parts, phone: Phone) -> Phone:
    """The person gets a new BSUID; told as a system message and as `user_id_update`."""
    changed = parts.world.phones.save(replace(phone, generation=phone.generation + 1))
    for account in _accounts_of(parts, phone):
        old, new = phone.user_id(account.portfolio), changed.user_id(account.portfolio)
        system = without_none(
            body=f"User {phone.name or old} changed from {old} to {new}",
            user_id=new,
            wa_id=None if phone.hide_phone else phone.wa_id,
            type="user_changed_user_id",
        )
        _tell_system(parts, account, phone, system)
        row = without_none(
            wa_id=None if phone.hide_phone else phone.wa_id,
            detail="The user id of this person has changed.",
            user_id={"previous": old, "current": new},
            timestamp=int(parts.world.clock.now()),
        )
        value = {"messaging_product": "whatsapp", "metadata": metadata(account), "user_id_update": [row]}
        parts.deliverer.submit(Event(account.phone_number_id, "user_id_update", value, phone=phone.number))
    return changed


def set_preference(parts: Parts, phone: Phone, wanted: Json) -> Phone:
    """The person stops or resumes marketing messages; 131050 follows a stop that is not honoured."""
    choice = wanted.get("marketing") or wanted.get("value")
    if choice not in {"stop", "resume"}:
        raise BadRequest('marketing must be "stop" or "resume"')
    changed = parts.world.phones.change(phone, {"marketing_stopped": choice == "stop"})
    for account in _accounts_of(parts, phone):
        row = without_none(
            wa_id=None if phone.hide_phone else phone.wa_id,
            user_id=phone.user_id(account.portfolio),
            detail=f"User requested to {choice} marketing messages",
            category="marketing_messages",
            value=choice,
            timestamp=int(parts.world.clock.now()),
        )
        value = {
            "messaging_product": "whatsapp",
            "metadata": metadata(account),
            "contacts": [contact(account, phone)],
            "user_preferences": [row],
        }
        parts.deliverer.submit(Event(account.phone_number_id, "user_preferences", value, phone=phone.number))
    return changed


def echo(parts: Parts, phone: Phone, account: Account, wanted: Json) -> Message:
    """The owner of the business writes to this person from the phone app."""
    text = as_text(wanted.get("text"))
    if not text:
        raise BadRequest("text must be a string that is not empty")
    message = Message(
        seq=parts.world.threads.next_seq(),
        id=new_wamid(phone.wa_id, inbound=False),
        account=account.phone_number_id,
        phone=phone.number,
        direction="in",
        type="text",
        at=parts.world.clock.now(),
        status="delivered",
        shown=True,
        content={"text": text, "from_app": True},
    )
    parts.world.threads.put(message)
    row = without_none(
        **{"from": account.digits},
        to=None if phone.hide_phone else phone.wa_id,
        to_user_id=phone.user_id(account.portfolio),
        id=message.id,
        timestamp=parts.world.timestamp(),
        type="text",
        text={"body": text},
    )
    value = {"messaging_product": "whatsapp", "metadata": metadata(account), "message_echoes": [row]}
    parts.deliverer.submit(Event(account.phone_number_id, "smb_message_echoes", value, phone=phone.number))
    return message


def _accounts_of(parts: Parts, phone: Phone) -> list[Account]:
    known = [parts.world.accounts.get(one) for one in parts.world.threads.accounts_of(phone.number)]
    return [account for account in known if account is not None]


def _tell_system(parts: Parts, account: Account, phone: Phone, system: Json) -> None:
    message = without_none(
        **{"from": None if phone.hide_phone else phone.wa_id},
        from_user_id=phone.user_id(account.portfolio),
        id=new_wamid(phone.wa_id, inbound=True),
        timestamp=parts.world.timestamp(),
        type="system",
        system=system,
    )
    value = system_value(account, message)
    parts.deliverer.submit(Event(account.phone_number_id, "messages", value, phone=phone.number, ordered=True))
