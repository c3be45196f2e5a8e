"""Deliveries that name a person in every way there is, and clocks in every form."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from typing import Any

from tests.channels.whatsapp_cloud.catalogue.building import (
    BSUID,
    PHONE,
    Case,
    Expected,
    Json,
    card,
    event,
    message,
    one,
    says,
)

PARENT = "BR.ENT.9081726354"


def cases() -> list[Case]:
    return [*_addresses(), *_words(), *_cards(), *_clocks(), *_names()]


def hello(**more: Any) -> Json:
    return message("text", **{"text": {"body": "oi"}, **more})


def hears(**attributes: Any) -> Expected:
    return says("text", "oi", **attributes)


def _addresses() -> list[Case]:
    only_phone: Json = {"sender__wa_id": PHONE, "sender__bsuid": "", "chat": PHONE}
    only_bsuid: Json = {"sender__wa_id": "", "sender__bsuid": BSUID, "chat": BSUID}
    return [
        one("phone only", hello(from_user_id=None), hears(**only_phone), contacts=[{"wa_id": PHONE}]),
        one("BSUID only", {**hello(), "from": None}, hears(**only_bsuid), contacts=[{"user_id": BSUID}]),
        one(
            "BSUID only, key of the phone absent",
            _without(hello(), "from"),
            hears(**only_bsuid),
            contacts=[{"user_id": BSUID, "profile": {"name": "Ana", "username": "@ana.souza"}}],
        ),
        one("BSUID in from", hello(**{"from": BSUID}), hears(**only_bsuid), contacts=[card(wa_id=BSUID)]),
        one(
            "BSUID in from and nowhere else",
            _without(hello(**{"from": "US.1234"}), "from_user_id"),
            hears(sender__wa_id="", sender__bsuid="US.1234", chat="US.1234"),
            contacts=[],
        ),
        one("phone on the card alone", _without(hello(), "from"), hears()),
        one("BSUID on the card alone", _without(hello(), "from_user_id"), hears()),
        one("addresses on the card alone", _without(_without(hello(), "from"), "from_user_id"), hears()),
        one("parent BSUID", hello(from_parent_user_id=PARENT), hears(sender__parent_bsuid=PARENT)),
        one(
            "parent BSUID on the card",
            hello(),
            hears(sender__parent_bsuid=PARENT),
            contacts=[card(parent_user_id=PARENT)],
        ),
        one(
            "parent BSUID alone",
            _without(_without(hello(from_parent_user_id=PARENT), "from"), "from_user_id"),
            hears(sender__wa_id="", sender__bsuid="", sender__parent_bsuid=PARENT, chat=PARENT),
            contacts=[],
        ),
        one(
            "user id that is no BSUID",
            hello(from_user_id="foo_bar"),
            hears(sender__bsuid="foo_bar", chat="foo_bar"),
            contacts=[card(user_id="foo_bar")],
        ),
        one(
            "twelve digits of an older account",
            hello(**{"from": "553187776666"}, from_user_id=None),
            hears(sender__wa_id="553187776666", sender__bsuid="", chat="553187776666"),
            contacts=[{"wa_id": "553187776666"}],
        ),
        one(
            "twelve digits and a card of thirteen",
            hello(**{"from": "553187776666"}),
            hears(sender__wa_id="553187776666"),
            contacts=[card(wa_id="5531987776666")],
        ),
        one("phone with plus and spaces", hello(**{"from": "+55 11 98888-7777"}), hears()),
        one("phone as a number", hello(**{"from": 5511988887777}), hears()),
        one(
            "a phone from abroad",
            hello(**{"from": "97239510000"}, from_user_id=None),
            hears(sender__wa_id="97239510000", sender__bsuid="", chat="97239510000"),
            contacts=[],
        ),
        one(
            "nobody at all",
            _without(_without(hello(), "from"), "from_user_id"),
            event("messages"),
            contacts=[{"profile": {"name": "Kerry"}}],
        ),
        one("group", hello(group_id="555555555"), hears(group="555555555")),
        one(
            "group without a writer",
            _without(_without(hello(group_id="555"), "from"), "from_user_id"),
            hears(group="555", chat="555", sender__wa_id="", sender__bsuid="555"),
            contacts=[],
        ),
        one("address as an object", hello(**{"from": {"phone": PHONE}}), hears(), contacts=[card()]),
        one(
            "an address without end",
            _without(hello(**{"from": "9" * 5000}), "from_user_id"),
            hears(sender__wa_id="", sender__bsuid=_hashed("9" * 5000), chat=_hashed("9" * 5000)),
            contacts=[],
        ),
    ]


def _words() -> list[Case]:
    return [
        one(
            "a word for a phone",
            hello(**{"from": "bla"}, from_user_id=None),
            hears(sender__wa_id="", sender__bsuid="bla", chat="bla"),
            contacts=[{"wa_id": "bla"}],
        ),
        one("a word beside a card with both", hello(**{"from": "<PHONE>"}), hears()),
        one(
            "a word among the cards of two",
            hello(**{"from": "bla"}, from_user_id=None),
            hears(sender__wa_id="", sender__bsuid="bla", chat="bla", sender__name="B"),
            contacts=[card(), {"wa_id": "bla", "profile": {"name": "B"}}],
        ),
        one(
            "a username alone",
            _without(_without(hello(), "from"), "from_user_id"),
            hears(sender__wa_id="", sender__bsuid="@ana", sender__username="ana", chat="@ana"),
            contacts=[{"profile": {"username": "@ana"}}],
        ),
    ]


def _cards() -> list[Case]:
    other = {"wa_id": "5521999990000", "user_id": "BR.2", "profile": {"name": "Outra"}}
    return [
        one("no cards", hello(), hears(sender__name=""), contacts=[]),
        one("cards of two, ours second", hello(), hears(sender__name="Ana Souza"), contacts=[other, card()]),
        one("cards with nulls", hello(), hears(sender__name="Ana Souza"), contacts=[None, card(), None]),
        one("card of somebody else", hello(), hears(sender__name="Outra"), contacts=[other]),
        one("cards of two others", hello(), hears(sender__name=""), contacts=[other, {**other, "user_id": "BR.3"}]),
        one("card found by BSUID", _without(hello(), "from"), hears(sender__wa_id=PHONE), contacts=[other, card()]),
        one("card with an older phone", hello(), hears(sender__wa_id=PHONE), contacts=[card(wa_id="5511999990000")]),
        one("card as a lone object", hello(), hears(sender__name="Ana Souza"), contacts=card()),
        one("cards as words", hello(), hears(sender__name=""), contacts=["a", 1, True]),
        one("card without a profile", hello(), hears(sender__name=""), contacts=[{"wa_id": PHONE}]),
        one("card with an identity key", hello(), hears(), contacts=[card(identity_key_hash="h")]),
    ]


def _names() -> list[Case]:
    def named(**profile: Any) -> list[Json]:
        return [card(profile=profile)]

    return [
        one("username with @", hello(), hears(sender__username="ana.souza"), contacts=named(username="@ana.souza")),
        one("username without @", hello(), hears(sender__username="ana"), contacts=named(username="ana")),
        one("username beside the profile", hello(), hears(sender__username="ana"), contacts=[card(username="@ana")]),
        one("name with emoji", hello(), hears(sender__name="Ana 🐾"), contacts=named(name="Ana 🐾")),
        one("name with a NUL", hello(), hears(sender__name="A\ufffdB"), contacts=named(name="A\x00B")),
        one("name without end", hello(), hears(sender__name="n" * 200), contacts=named(name="n" * 9000)),
        one("name null", hello(), hears(sender__name=""), contacts=named(name=None)),
        one("profile null", hello(), hears(sender__name=""), contacts=[card(profile=None)]),
        one("name that is a number", hello(), hears(sender__name="7"), contacts=named(name=7)),
    ]


def _clocks() -> list[Case]:
    moment = datetime.fromtimestamp(1795000000, UTC)
    forms: dict[str, tuple[Any, datetime | None]] = {
        "seconds as text": ("1795000000", moment),
        "seconds as a number": (1795000000, moment),
        "milliseconds as text": ("1795000000123", moment.replace(microsecond=123000)),
        "milliseconds as a number": (1795000000000, moment),
        "microseconds": ("1795000000000000", moment),
        "a fraction": (1795000000.5, moment.replace(microsecond=500000)),
        "absent": (None, None),
        "words": ("asdf", None),
        "empty": ("", None),
        "negative": (-5, None),
        "nought": ("0", None),
        "endless": ("9" * 400, None),
        "a date": ("2026-11-21T10:00:00Z", None),
        "a list": ([1795000000], None),
        "true": (True, None),
        "other digits": ("\u0661\u0662", None),
    }
    return [one(f"clock: {name}", hello(timestamp=told), hears(sent_at=read)) for name, (told, read) in forms.items()]


def _without(held: Json, key: str) -> Json:
    return {name: item for name, item in held.items() if name != key}


def _hashed(text: str) -> str:
    return "sha256:" + hashlib.sha256(text.encode()).hexdigest()
