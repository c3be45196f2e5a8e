"""Who wrote, by which of the addresses that a payload may carry, and which thread is it?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from recado.channels.adapters.whatsapp_cloud.inbound.shapes import MAX_NAME, id_in, object_in, text_in
from recado.channels.models import Identity, Json

_BSUID = re.compile(r"[A-Z]{2}\.", re.ASCII)
_PHONE = re.compile(r"\+?[0-9][0-9 ().\-]*", re.ASCII)
_NOT_DIGITS = re.compile(r"[^0-9]", re.ASCII)


def is_bsuid(value: str) -> bool:
    """Say whether `value` is a business-scoped user id: some gateways put one where a phone is expected."""
    return _BSUID.match(value) is not None


def as_wa_id(value: str) -> str:
    """Digits of a phone however it is written; "" for a BSUID; anything else as it came."""
    if value.isascii() and value.isdigit():
        return value
    if is_bsuid(value):
        return ""
    return _NOT_DIGITS.sub("", value) if _PHONE.fullmatch(value) else value


def identity(phone: str, user_id: str, parent: str = "", contact: Json | None = None) -> Identity:
    """Join the addresses of an element with the card of its contact; `phone` may be a BSUID.

    A card that names another person's address lends its name at most: identities are never mixed.
    """
    wa_id = as_wa_id(phone) if phone else ""
    bsuid = user_id or (phone if phone and not wa_id else "")
    if not contact:
        return Identity(wa_id=wa_id, bsuid=bsuid, parent_bsuid=parent)
    profile = object_in(contact, "profile")
    name = text_in(profile, "name").strip()[:MAX_NAME]
    card_wa_id, card_bsuid = _addresses_of(contact)
    if _is_other(wa_id, card_wa_id) or (bsuid and card_bsuid and bsuid != card_bsuid):
        return Identity(wa_id=wa_id, bsuid=bsuid, parent_bsuid=parent, name=name)
    return Identity(
        wa_id=wa_id or card_wa_id,
        bsuid=bsuid or card_bsuid,
        parent_bsuid=parent or id_in(contact, "parent_user_id"),
        username=(id_in(profile, "username") or id_in(contact, "username")).removeprefix("@"),
        name=name,
    )


def card_of(contacts: Sequence[Any], phone: str, user_id: str) -> Json | None:
    """Find the contact of an element: by phone, else by BSUID, else the only one there is."""
    cards = [card for card in contacts if type(card) is dict]
    wa_id = as_wa_id(phone) if phone else ""
    bsuid = user_id or (phone if phone and not wa_id else "")
    addresses = [_addresses_of(card) for card in cards]
    for card, (card_wa_id, _) in zip(cards, addresses, strict=True):
        if wa_id and card_wa_id == wa_id:
            return card
    for card, (_, card_bsuid) in zip(cards, addresses, strict=True):
        if bsuid and card_bsuid == bsuid:
            return card
    return cards[0] if len(cards) == 1 else None


def _addresses_of(card: Json) -> tuple[str, str]:
    phone, user_id = id_in(card, "wa_id"), id_in(card, "user_id")
    if not phone:
        return "", user_id
    wa_id = as_wa_id(phone)
    return wa_id, user_id or ("" if wa_id else phone)


def _is_other(one: str, other: str) -> bool:
    """Say whether two numbers cannot be forms of one: the ninth digit of Brazil is not part of the last eight."""
    return bool(one and other and one[-8:] != other[-8:])


def chat_of(who: Identity, group: str = "") -> str:
    """The key of order and uniqueness of a thread; "" only where nothing at all names anybody."""
    return who.bsuid or who.wa_id or group or who.parent_bsuid or (f"@{who.username}" if who.username else "")
