"""Who wrote, by which of the addresses that a payload may carry, and which thread is it?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
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
    """Digits of a phone however it is written; "" for a BSUID or a word."""
    if value.isascii() and value.isdigit():
        return value
    return _NOT_DIGITS.sub("", value) if _PHONE.fullmatch(value) else ""


def identity(phone: str, user_id: str, parent: str = "", contact: Json | None = None) -> Identity:
    """Join the addresses of an element with the card of its contact; `phone` may be a BSUID, or a word.

    A card that names another person's address lends its name at most: identities are never mixed. A word counts only
    where nothing else names the person; it stands in for the BSUID then, so that the same word is the same person.
    """
    wa_id = as_wa_id(phone)
    bsuid = user_id or (phone if is_bsuid(phone) else "")
    if not contact:
        return Identity(wa_id=wa_id, bsuid=bsuid or ("" if wa_id else phone), parent_bsuid=parent)
    profile = object_in(contact, "profile")
    name = text_in(profile, "name").strip()[:MAX_NAME]
    card_wa_id, card_bsuid = _addresses_of(contact)
    if _is_other(wa_id, card_wa_id) or (bsuid and card_bsuid and bsuid != card_bsuid):
        return Identity(wa_id=wa_id, bsuid=bsuid, parent_bsuid=parent, name=name)
    wa_id, bsuid = wa_id or card_wa_id, bsuid or card_bsuid
    return Identity(
        wa_id=wa_id,
        bsuid=bsuid or ("" if wa_id else phone),
        parent_bsuid=parent or id_in(contact, "parent_user_id"),
        username=(id_in(profile, "username") or id_in(contact, "username")).removeprefix("@"),
        name=name,
    )


class Cards:
    """The contacts of a value, found by phone, else by BSUID, else because there is only one.

    An index, because both lists of a value may be thousands long and a search for each message would take minutes.
    """

    __slots__ = ("_by_bsuid", "_by_wa_id", "_only")

    def __init__(self, contacts: Sequence[Any]) -> None:
        cards = [card for card in contacts if type(card) is dict]
        self._only = cards[0] if len(cards) == 1 else None
        self._by_wa_id: dict[str, Json] = {}
        self._by_bsuid: dict[str, Json] = {}
        for card in cards:
            _, bsuid = _addresses_of(card)
            self._by_wa_id.setdefault(_comparable(id_in(card, "wa_id")), card)
            self._by_bsuid.setdefault(bsuid, card)

    def of(self, phone: str, user_id: str) -> Json | None:
        """The card of an element that names these addresses; `phone` may be a BSUID."""
        if phone and (card := self._by_wa_id.get(_comparable(phone))):
            return card
        bsuid = user_id or (phone if is_bsuid(phone) else "")
        if bsuid and (card := self._by_bsuid.get(bsuid)):
            return card
        return self._only


NO_CARDS = Cards(())


def _addresses_of(card: Json) -> tuple[str, str]:
    phone, user_id = id_in(card, "wa_id"), id_in(card, "user_id")
    return as_wa_id(phone), user_id or (phone if is_bsuid(phone) else "")


def _comparable(phone: str) -> str:
    return as_wa_id(phone) or phone


def _is_other(one: str, other: str) -> bool:
    """Say whether two numbers cannot be forms of one: the ninth digit of Brazil is not part of the last eight."""
    return bool(one and other and one[-8:] != other[-8:])


def with_address(who: Identity, chat: str) -> Identity:
    """Give somebody who is known by a username or a group only an address, else each message would be a new person."""
    return who if who.wa_id or who.bsuid or who.parent_bsuid else replace(who, bsuid=chat)


def chat_of(who: Identity, group: str = "") -> str:
    """The key of order and uniqueness of a thread; "" only where nothing at all names anybody."""
    return who.bsuid or who.wa_id or group or who.parent_bsuid or (f"@{who.username}" if who.username else "")
