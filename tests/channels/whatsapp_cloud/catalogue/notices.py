"""Deliveries in which WhatsApp itself speaks: changed numbers, changed ids, wishes, calls."""

from __future__ import annotations

from typing import Any

from tests.channels.whatsapp_cloud.catalogue.building import (
    BSUID,
    NUMBER_ID,
    PHONE,
    Case,
    Expected,
    Json,
    card,
    change,
    changes,
    concerns,
    delivery,
    event,
    message,
    one,
    prefers,
    says,
    value,
)

NEW_PHONE, NEW_BSUID, PARENT = "5511977776666", "BR.8000000000000000002", "BR.ENT.1"


def cases() -> list[Case]:
    return [*_numbers(), *_ids(), *_notices(), *_wishes(), *_new_ids(), *_calls()]


def notice(kind: str, body: str = "", **held: Any) -> Json:
    return message("system", system={"type": kind, "body": body, **held}, from_user_id=None)


def told(text: str = "", **more: Any) -> Expected:
    return says("system", text, **{"sender__bsuid": "", "chat": PHONE, **more})


MOVED = f"User Ana changed from {PHONE} to {NEW_PHONE}"
RENAMED = f"User changed from {BSUID} to {NEW_BSUID}"
BY_NUMBER: Json = {"before__wa_id": PHONE, "after__wa_id": NEW_PHONE, "chat": PHONE, "key": "system:wamid.1"}
BY_ID: Json = {"before__bsuid": BSUID, "after__bsuid": NEW_BSUID, "chat": BSUID}


def _numbers() -> list[Case]:
    return [
        one(
            "changed number",
            notice("user_changed_number", MOVED, wa_id=NEW_PHONE),
            told(MOVED, subtype="user_changed_number"),
            changes(**BY_NUMBER),
            contacts=[],
        ),
        one(
            "changed number and BSUID",
            notice("user_changed_number", MOVED, wa_id=NEW_PHONE, user_id=NEW_BSUID),
            told(MOVED),
            changes(**BY_NUMBER, after__bsuid=NEW_BSUID),
            contacts=[],
        ),
        one(
            "changed number, old BSUID told",
            {**notice("user_changed_number", MOVED, wa_id=NEW_PHONE), "from_user_id": BSUID},
            told(MOVED, chat=BSUID, sender__bsuid=BSUID),
            changes(before__wa_id=PHONE, before__bsuid=BSUID, after__wa_id=NEW_PHONE, chat=BSUID),
            contacts=[],
        ),
        one("changed number to the same", notice("user_changed_number", "", wa_id=PHONE), told(), contacts=[]),
        one("changed number to nowhere", notice("user_changed_number", "?"), told("?"), contacts=[]),
        one(
            "changed number, older word",
            notice("customer_changed_number", MOVED, customer=PHONE, wa_id=NEW_PHONE),
            told(MOVED),
            changes(**BY_NUMBER),
            contacts=[],
        ),
        one(
            "changed number, oldest word",
            notice("customer_changed_number", MOVED, new_wa_id=NEW_PHONE),
            told(MOVED),
            changes(**BY_NUMBER),
            contacts=[],
        ),
    ]


def _ids() -> list[Case]:
    nameless = {**notice("user_changed_user_id", RENAMED, user_id=NEW_BSUID)}
    nameless.pop("from")
    spoken: Json = {"sender__wa_id": "", "sender__bsuid": BSUID, "chat": BSUID}
    return [
        one(
            "changed BSUID, keys",
            nameless
            | {
                "system": {
                    "type": "user_changed_user_id",
                    "body": RENAMED,
                    "user_id": NEW_BSUID,
                    "previous_user_id": BSUID,
                }
            },
            told(RENAMED, **spoken),
            changes(**BY_ID),
            contacts=[],
        ),
        one("changed BSUID, only the sentence", nameless, told(RENAMED, **spoken), changes(**BY_ID), contacts=[]),
        one(
            "changed BSUID with parents",
            nameless
            | {
                "system": {
                    "type": "user_changed_user_id",
                    "body": RENAMED,
                    "user_id": NEW_BSUID,
                    "previous_user_id": BSUID,
                    "parent_user_id": "BR.ENT.2",
                    "previous_parent_user_id": PARENT,
                    "wa_id": PHONE,
                }
            },
            told(RENAMED, **spoken),
            changes(**BY_ID, before__parent_bsuid=PARENT, after__parent_bsuid="BR.ENT.2", after__wa_id=PHONE),
            contacts=[],
        ),
        one(
            "changed BSUID, phone in from",
            notice("user_changed_user_id", RENAMED, user_id=NEW_BSUID),
            told(RENAMED, sender__bsuid=BSUID, chat=BSUID),
            changes(**BY_ID, before__wa_id=PHONE),
            contacts=[],
        ),
        one(
            "changed BSUID, new one in from_user_id",
            {**notice("user_changed_user_id", RENAMED, user_id=NEW_BSUID), "from_user_id": NEW_BSUID},
            told(RENAMED, sender__bsuid=BSUID, chat=BSUID),
            changes(**BY_ID),
            contacts=[],
        ),
        one(
            "changed BSUID, old one not told",
            nameless | {"system": {"type": "user_changed_user_id", "user_id": NEW_BSUID}},
            told("", sender__wa_id="", sender__bsuid=NEW_BSUID, chat=NEW_BSUID),
            contacts=[],
        ),
    ]


def _notices() -> list[Case]:
    return [
        one(
            "changed identity key",
            {
                **notice("customer_identity_changed", "User identity changed"),
                "identity": {"acknowledged": True, "created_timestamp": "1795000000", "hash": "h"},
            },
            told("User identity changed", content__identity__hash="h", subtype="customer_identity_changed"),
            contacts=[{"wa_id": PHONE}],
        ),
        one("a notice of tomorrow", notice("user_grew_wings", "?"), told("?", subtype="user_grew_wings"), contacts=[]),
        one("a notice without its object", message("system", from_user_id=None), told(), contacts=[]),
        one(
            "a notice that names nobody",
            {"type": "system", "id": "wamid.1", "system": {"type": "x"}},
            event("messages"),
            contacts=[],
        ),
        Case(
            "a notice beside a message",
            delivery(
                change(
                    value(
                        contacts=[card()],
                        messages=[
                            notice("user_changed_number", MOVED, wa_id=NEW_PHONE),
                            message("text", text={"body": "oi"}, id="wamid.2"),
                        ],
                    )
                )
            ),
            (told(MOVED), changes(**BY_NUMBER), says("text", "oi", provider_id="wamid.2")),
        ),
    ]


def _wishes() -> list[Case]:
    def wish(word: str, **more: Any) -> Json:
        held = {
            "wa_id": PHONE,
            "user_id": BSUID,
            "detail": "User asked",
            "category": "marketing_messages",
            "value": word,
            "timestamp": 1795000000,
            **more,
        }
        return value(user_preferences=[held], contacts=[card()])

    who: Json = {"chat": BSUID, "who__wa_id": PHONE, "who__bsuid": BSUID}
    name = "user_preferences"
    return [
        concerns(name, wish("stop"), prefers("stop", **who), case="stop", account=NUMBER_ID),
        concerns(name, wish("resume"), prefers("resume", **who), case="resume", account=NUMBER_ID),
        concerns(name, wish("signup", signup_id="s"), prefers("signup", **who), case="signup", account=NUMBER_ID),
        concerns(name, wish("maybe"), event(name, value__value="maybe"), case="new word", account=NUMBER_ID),
        concerns(name, wish("stop", category="utility_messages"), event(name), case="new kind", account=NUMBER_ID),
        concerns(
            name,
            value(user_preferences=[{"user_id": BSUID, "category": "marketing_messages", "value": "stop"}]),
            prefers("stop", chat=BSUID, who__wa_id=""),
            case="BSUID only",
            account=NUMBER_ID,
        ),
        concerns(
            name,
            value(user_preferences=[{"category": "marketing_messages", "value": "stop"}]),
            event(name),
            case="nobody",
            account=NUMBER_ID,
        ),
        concerns(
            name,
            value(user_preferences=[None, "x", 1]),
            event(name, value__raw="x"),
            event(name, value__raw=1),
            case="broken",
            account=NUMBER_ID,
        ),
    ]


def _new_ids() -> list[Case]:
    name = "user_id_update"

    def update(**more: Any) -> Json:
        users = {"previous": BSUID, "current": NEW_BSUID}
        return value(user_id_update=[{"wa_id": PHONE, "user_id": users, "timestamp": 1795000000, **more}])

    swapped: Json = {"before__bsuid": BSUID, "after__bsuid": NEW_BSUID, "chat": BSUID}
    flat = value(user_id_update=[{"previous_user_id": BSUID, "user_id": NEW_BSUID}])
    return [
        concerns(name, update(), changes(**swapped, after__wa_id=PHONE), account=NUMBER_ID),
        concerns(
            name,
            update(parent_user_id={"previous": "BR.ENT.1", "current": "BR.ENT.2"}),
            changes(**swapped, after__parent_bsuid="BR.ENT.2"),
            case="with parents",
            account=NUMBER_ID,
        ),
        concerns(name, flat, changes(**swapped), case="flat", account=NUMBER_ID),
        concerns(name, value(user_id_update=[{"detail": "?"}]), event(name), case="empty", account=NUMBER_ID),
    ]


def _calls() -> list[Case]:
    def call(**more: Any) -> Json:
        held = {
            "id": "wacid.1",
            "from": PHONE,
            "to": "551140000001",
            "event": "terminate",
            "timestamp": "1795000000",
            "direction": "USER_INITIATED",
            **more,
        }
        return value(calls=[{key: item for key, item in held.items() if item is not None}], contacts=[card()])

    def rang(text: str, **more: Any) -> Expected:
        return says("system", text, provider_id="wacid.1", **more)

    session = {"sdp_type": "offer", "sdp": "v=0 c=IN IP4 10.0.0.7"}
    out: Json = {"direction": "BUSINESS_INITIATED", "from": "551140000001", "to": PHONE}
    return [
        concerns(
            "calls",
            call(event="connect", session=session),
            event("calls", value__session={"sdp_type": "offer"}),
            case="rings",
            account=NUMBER_ID,
        ),
        concerns(
            "calls",
            call(status="COMPLETED", duration=125),
            rang("Chamada de voz (2 min 05 s)", subtype="call", content__call__duration=125),
            case="ended",
            account=NUMBER_ID,
        ),
        concerns(
            "calls", call(status="COMPLETED", duration=7), rang("Chamada de voz (7 s)"), case="short", account=NUMBER_ID
        ),
        concerns("calls", call(status="COMPLETED"), rang("Chamada de voz"), case="without a length", account=NUMBER_ID),
        concerns(
            "calls",
            call(status="FAILED"),
            rang("Chamada de voz perdida", subtype="missed_call"),
            case="missed",
            account=NUMBER_ID,
        ),
        concerns(
            "calls",
            call(status="REJECTED", **out),
            rang("Chamada de voz não atendida", echo=True),
            case="not answered",
            account=NUMBER_ID,
        ),
        concerns(
            "calls",
            value(statuses=[{"id": "wacid.1", "type": "call", "status": "RINGING"}]),
            event("calls", value__status="RINGING"),
            case="status",
            account=NUMBER_ID,
        ),
        concerns("calls", value(calls=[None, "x"]), event("calls", value__raw="x"), case="broken", account=NUMBER_ID),
        concerns("calls", value(calls=[{"event": "terminate"}]), event("calls"), case="empty", account=NUMBER_ID),
    ]
