"""Deliveries of many elements, of broken ones, and of envelopes that are hardly envelopes."""

from __future__ import annotations

import json
from typing import Any

from tests.channels.whatsapp_cloud.catalogue.building import (
    BSUID,
    NUMBER_ID,
    PHONE,
    WABA,
    Case,
    Expected,
    Json,
    card,
    change,
    delivery,
    event,
    message,
    moves,
    says,
    status,
    value,
    wire,
)

OTHER = "5521999990000"


def cases() -> list[Case]:
    return [*_batches(), *_broken(), *_envelopes(), *_hardly_envelopes()]


def text(body: str, name: str = "wamid.1", **more: Any) -> Json:
    return message("text", text={"body": body}, id=name, **more)


def heard(body: str, name: str = "wamid.1", **more: Any) -> Expected:
    return says("text", body, provider_id=name, **more)


def _batches() -> list[Case]:
    many = [text(f"m{index}", f"wamid.{index}") for index in range(250)]
    stranger: Json = {"sender__wa_id": OTHER, "sender__bsuid": "", "chat": OTHER, "sender__name": "Beto"}
    beto = {"profile": {"name": "Beto"}, "wa_id": OTHER}
    elsewhere = {**value(contacts=[card()], messages=[text("b", "wamid.2")])}
    two = {
        "object": "whatsapp_business_account",
        "entry": [
            {"id": WABA, "changes": [change(value(contacts=[card()], messages=[text("a")])), change(elsewhere)]},
            {"id": "300000000000002", "changes": [change(value(statuses=[status("read")]))]},
        ],
    }
    return [
        Case(
            "three messages in order",
            delivery(
                change(
                    value(
                        contacts=[card()], messages=[text("a", "wamid.1"), text("b", "wamid.2"), text("c", "wamid.3")]
                    )
                )
            ),
            (heard("a"), heard("b", "wamid.2"), heard("c", "wamid.3")),
        ),
        Case(
            "two people",
            delivery(
                change(
                    value(
                        contacts=[card(), beto],
                        messages=[text("a"), text("b", "wamid.2", **{"from": OTHER}, from_user_id=None)],
                    )
                )
            ),
            (heard("a", sender__name="Ana Souza"), heard("b", "wamid.2", **stranger)),
        ),
        Case(
            "messages and statuses in one value",
            delivery(change(value(contacts=[card()], messages=[text("a")], statuses=[status("sent"), status("read")]))),
            (heard("a"), moves("sent"), moves("read")),
        ),
        Case(
            "messages, statuses and errors in one value",
            delivery(
                change(
                    value(
                        contacts=[card()],
                        messages=[text("a")],
                        statuses=[status("sent")],
                        errors=[{"code": 130429, "title": "Rate limit hit"}],
                    )
                )
            ),
            (heard("a", error_codes=()), moves("sent"), event("errors", value__code=130429)),
        ),
        Case(
            "errors alone",
            delivery(
                change(value(contacts=[card()], errors=[{"code": 0, "title": "AuthException"}, {"code": 131051}]))
            ),
            (event("errors", value__code=0), event("errors", value__code=131051)),
        ),
        Case("two changes and two accounts", wire(two), (heard("a"), heard("b", "wamid.2"), moves("read"))),
        Case(
            "250 messages",
            delivery(change(value(contacts=[card()], messages=many))),
            tuple(heard(f"m{index}", f"wamid.{index}") for index in range(250)),
        ),
        Case(
            "the same message twice",
            delivery(change(value(contacts=[card()], messages=[text("a"), text("a")]))),
            (heard("a"), heard("a")),
        ),
        Case(
            "all statuses at once",
            delivery(change(value(statuses=[status("read"), status("delivered"), status("sent")]))),
            (moves("read"), moves("delivered"), moves("sent")),
        ),
        Case(
            "message and template in one delivery",
            delivery(
                change(value(contacts=[card()], messages=[text("a")])),
                change(value(event="APPROVED"), "message_template_status_update"),
            ),
            (heard("a"), event("message_template_status_update")),
        ),
    ]


def _broken() -> list[Case]:
    def among(*rubbish: Any) -> bytes:
        return delivery(change(value(contacts=[card()], messages=[text("a"), *rubbish, text("z", "wamid.2")])))

    around = (heard("a"), heard("z", "wamid.2"))
    hollow = {"id": "wamid.9"}
    return [
        Case("null between", among(None), around),
        Case("a word between", among("x"), (around[0], event("messages", value__raw="x"), around[1])),
        Case("a number between", among(7), (around[0], event("messages", value__raw=7), around[1])),
        Case("a list between", among([1]), (around[0], event("messages", value__raw=[1]), around[1])),
        Case(
            "an empty object between",
            among({}),
            (around[0], Expected("message", {"type": "unsupported", "chat": BSUID}), around[1]),
        ),
        Case("only an id between", among(hollow), (around[0], says("unsupported", provider_id="wamid.9"), around[1])),
        Case(
            "wrong types everywhere",
            among(
                {
                    "id": [],
                    "from": {},
                    "timestamp": {},
                    "type": "image",
                    "image": 3,
                    "context": "x",
                    "referral": [],
                    "errors": "boom",
                }
            ),
            (around[0], Expected("message", {"type": "image", "media": None}), around[1]),
        ),
        Case(
            "message without an id",
            delivery(change(value(contacts=[card()], messages=[message("text", text={"body": "oi"}, id=None)]))),
            (Expected("message", {"type": "text", "text": "oi"}),),
        ),
        Case(
            "message with an endless id",
            delivery(change(value(contacts=[card()], messages=[text("oi", "wamid." + "A" * 9000)]))),
            (Expected("message", {"text": "oi"}),),
        ),
        Case(
            "messages as a lone object", delivery(change(value(contacts=[card()], messages=text("a")))), (heard("a"),)
        ),
        Case("messages as a word", delivery(change(value(messages="x"))), (event("messages"),)),
        Case("messages empty", delivery(change(value(contacts=[card()], messages=[]))), (event("messages"),)),
        Case(
            "everything null",
            delivery(change(value(contacts=None, messages=None, statuses=None, errors=None))),
            (event("messages"),),
        ),
    ]


def _envelopes() -> list[Case]:
    plain = value(contacts=[card()], messages=[text("a")])
    bare = {"contacts": [card()], "messages": [text("a")]}
    unnamed: Json = {"object": "whatsapp_business_account", "entry": [{"changes": [{"value": bare}]}]}
    raw = delivery(change(plain))
    lone = {"object": "whatsapp_business_account", "entry": {"id": WABA, "changes": change(plain)}}
    return [
        Case(
            "an echo beside a message",
            delivery(
                change(
                    value(
                        contacts=[card()],
                        messages=[text("a")],
                        message_echoes=[
                            {
                                "from": "551140000001",
                                "to": PHONE,
                                "id": "wamid.E",
                                "type": "text",
                                "text": {"body": "b"},
                            }
                        ],
                    )
                )
            ),
            (heard("a"), Expected("message", {"echo": True, "text": "b", "sender__wa_id": PHONE})),
        ),
        Case("no field, no metadata, no ids", wire(unnamed), (heard("a"),), ""),
        Case("no envelope: the older API", wire(bare), (heard("a"),), ""),
        Case("no envelope: statuses", wire({"statuses": [status("sent")]}), (moves("sent"),), ""),
        Case("entry and changes as lone objects", wire(lone), (heard("a"),)),
        Case("another object's name", wire({**lone, "object": "page"}), (heard("a"),)),
        Case("no object's name", wire({"entry": [{"id": WABA, "changes": [change(plain)]}]}), (heard("a"),)),
        Case("another product's name", delivery(change({**plain, "messaging_product": "Music"})), (heard("a"),)),
        Case("keys of tomorrow", delivery(change({**plain, "new": {"x": 1}}), shiny=True), (heard("a"),)),
        Case(
            "number id as a number",
            delivery(change({**plain, "metadata": {"phone_number_id": int(NUMBER_ID)}})),
            (heard("a"),),
        ),
        Case(
            "display number with plus",
            delivery(
                change(
                    {**plain, "metadata": {"phone_number_id": NUMBER_ID, "display_phone_number": "+55 11 4000-0001"}}
                )
            ),
            (heard("a"),),
        ),
        Case(
            "UTF-8 as it is",
            json.dumps(
                json.loads(delivery(change(value(contacts=[card()], messages=[text("ação 👍")])))), ensure_ascii=False
            ).encode(),
            (heard("ação 👍"),),
        ),
        Case("with a byte order mark", b"\xef\xbb\xbf" + raw, (heard("a"),)),
        Case("with room around it", b" \r\n\t" + raw + b"\n", (heard("a"),)),
        Case("pretty", json.dumps(json.loads(raw), indent=4).encode(), (heard("a"),)),
    ]


def _hardly_envelopes() -> list[Case]:
    plain = value(contacts=[card()], messages=[text("a")])
    return [
        Case(
            "entry as an empty object",
            wire({"object": "whatsapp_business_account", "entry": {}}),
            (event("unknown"),),
            "",
        ),
        Case("entry empty", wire({"object": "whatsapp_business_account", "entry": []}), (event("unknown"),), ""),
        Case(
            "entry of rubbish",
            wire({"entry": [None, "x", {"id": WABA}]}),
            (event("entry", value__raw="x"), event("entry", value__id=WABA)),
            "",
        ),
        Case(
            "changes of rubbish",
            wire({"entry": [{"id": WABA, "changes": [None, "x", {}, change(plain)]}]}),
            (event("changes", value__raw="x"), event("unknown"), heard("a")),
        ),
        Case("an empty object", b"{}", (event("unknown"),), ""),
        Case("a test of the panel", wire({"field": "messages", "value": plain}), (event("unknown"),), ""),
        Case(
            "phone only, everywhere",
            wire(
                {
                    "object": "whatsapp_business_account",
                    "entry": [
                        {
                            "id": WABA,
                            "changes": [
                                change(
                                    value(
                                        messages=[
                                            {
                                                "from": PHONE,
                                                "id": "wamid.1",
                                                "timestamp": "1795000000",
                                                "type": "text",
                                                "text": {"body": "a"},
                                            }
                                        ]
                                    )
                                )
                            ],
                        }
                    ],
                }
            ),
            (heard("a", sender__bsuid="", chat=PHONE),),
        ),
    ]
