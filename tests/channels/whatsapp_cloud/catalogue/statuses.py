"""Deliveries that say how far our messages have come."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from tests.channels.whatsapp_cloud.catalogue.building import (
    BSUID,
    PHONE,
    Case,
    Json,
    card,
    change,
    delivery,
    event,
    moves,
    status,
    tells,
    value,
)

PRICING = {"billable": False, "pricing_model": "PMP", "type": "free_customer_service", "category": "service"}


def cases() -> list[Case]:
    return [*_progress(), *_failures(), *_prices(), *_recipients(), *_others()]


def _progress() -> list[Case]:
    usual: Json = {"chat": PHONE, "recipient__wa_id": PHONE, "token": "", "error": None}
    return [
        *(
            tells(f"status {word}", status(word), moves(word, **usual, at=datetime.fromtimestamp(1795000000, UTC)))
            for word in ("sent", "delivered", "read", "played", "failed")
        ),
        tells("status in capitals", status("DELIVERED"), moves("delivered")),
        tells("status with our token", status(biz_opaque_callback_data="out:77"), moves("delivered", token="out:77")),
        tells(
            "status with an endless token",
            status(biz_opaque_callback_data="t" * 900),
            moves("delivered", token="t" * 512),
        ),
        tells("status of the older API", status(type="message"), moves("delivered")),
        tells(
            "status with a card",
            status(recipient_user_id=BSUID),
            moves("delivered", chat=BSUID, recipient__name="Ana Souza", recipient__wa_id=PHONE),
            contacts=[card()],
        ),
        tells(
            "status with a card of another",
            status(),
            moves("delivered", chat=PHONE, recipient__bsuid=""),
            contacts=[card(wa_id="5521900000000", user_id="BR.9")],
        ),
        tells("status with a numeric id", status(id=77), moves("delivered", "77")),
        tells(
            "status with milliseconds",
            status(timestamp="1795000000000"),
            moves("delivered", at=datetime.fromtimestamp(1795000000, UTC)),
        ),
        tells("status without a time", status(timestamp=None), moves("delivered", at=None)),
    ]


def _failures() -> list[Case]:
    def failed(**error: Any) -> Json:
        return status("failed", errors=[error])

    full = {
        "code": 131047,
        "title": "Re-engagement message",
        "message": "Re-engagement message",
        "error_data": {"details": "More than 24 hours"},
        "href": "https://developers.facebook.com/x",
    }
    return [
        tells(
            "failed: window",
            failed(**full),
            moves(
                "failed",
                error__code="131047",
                error__title="Re-engagement message",
                error__details="More than 24 hours",
            ),
        ),
        tells(
            "failed: not on WhatsApp",
            failed(code=131026, title="Message undeliverable"),
            moves("failed", error__code="131026", error__details=""),
        ),
        tells("failed: experiment", failed(code=130472, title="experiment"), moves("failed", error__code="130472")),
        tells("failed: code as text", failed(code="131049"), moves("failed", error__code="131049")),
        tells(
            "failed: data as text",
            failed(code=131053, error_data="ogg is not opus"),
            moves("failed", error__details="ogg is not opus"),
        ),
        tells("failed: details beside", failed(code=470, details="old API"), moves("failed", error__details="old API")),
        tells("failed: no errors", status("failed"), moves("failed", error=None)),
        tells("failed: errors null", {**status("failed"), "errors": None}, moves("failed", error=None)),
        tells("failed: errors empty", status("failed", errors=[]), moves("failed", error=None)),
        tells(
            "failed: two errors", status("failed", errors=[full, {"code": 1}]), moves("failed", error__code="131047")
        ),
        tells(
            "failed: error as a lone object",
            status("failed", errors={"code": 131000}),
            moves("failed", error__code="131000"),
        ),
        tells("failed: error without a code", failed(title="?"), moves("failed", error__code="", error__title="?")),
    ]


def _prices() -> list[Case]:
    old = {"id": "7270", "expiration_timestamp": "1795086400", "origin": {"type": "service"}}
    return [
        tells("price by message", status("sent", pricing=PRICING), moves("sent", pricing=PRICING)),
        tells(
            "price by conversation",
            status("sent", pricing={"billable": True, "pricing_model": "CBP"}, conversation=old),
            moves("sent", pricing__conversation=old, pricing__pricing_model="CBP"),
        ),
        tells(
            "conversation with a number for a time",
            status("delivered", conversation={"id": "1", "expiration_timestamp": 1795086400}),
            moves("delivered"),
        ),
        tells(
            "free entry point",
            status("read", pricing={**PRICING, "type": "free_entry_point", "category": "referral_conversion"}),
            moves("read", pricing__category="referral_conversion"),
        ),
        tells(
            "marketing lite",
            status("sent", pricing={**PRICING, "category": "marketing_lite"}),
            moves("sent", pricing__category="marketing_lite"),
        ),
        tells("price null", {**status("sent"), "pricing": None}, moves("sent", pricing={})),
    ]


def _recipients() -> list[Case]:
    group = {"recipient_type": "group", "recipient_id": "120363000", "recipient_participant_id": PHONE}
    return [
        tells(
            "to a hidden number",
            status(recipient_id=None, recipient_user_id=BSUID),
            moves("delivered", chat=BSUID, recipient__wa_id="", recipient__bsuid=BSUID),
        ),
        tells("to nobody told", status(recipient_id=None), moves("delivered", chat="wamid.OUT1")),
        tells(
            "to both addresses",
            status(recipient_user_id=BSUID, recipient_parent_user_id="BR.ENT.1"),
            moves("delivered", chat=BSUID, recipient__wa_id=PHONE, recipient__parent_bsuid="BR.ENT.1"),
        ),
        tells(
            "to a BSUID written as a phone",
            status(recipient_id=BSUID),
            moves("delivered", chat=BSUID, recipient__wa_id="", recipient__bsuid=BSUID),
        ),
        tells("to a group", status(**group), moves("delivered", chat="120363000", recipient__wa_id=PHONE)),
        tells(
            "to a group, a hidden number",
            status(recipient_type="group", recipient_id="120363000", recipient_participant_user_id=BSUID),
            moves("delivered", chat="120363000", recipient__bsuid=BSUID),
        ),
        tells("with an identity key", status(recipient_identity_key_hash="h"), moves("delivered")),
    ]


def _others() -> list[Case]:
    lone = event("statuses")
    return [
        tells("status deleted", status("deleted"), event("statuses", value__status="deleted")),
        tells("status warning", status("warning"), event("statuses", value__status="warning")),
        tells("status of tomorrow", status("teleported"), lone),
        tells("status without a word", status(status=None), lone),
        tells("status without an id", status(id=None), lone),
        tells("status of a payment", status("captured", type="payment"), lone),
        tells("status of a payment that sounds like ours", status("failed", type="payment"), lone),
        tells("status of a call", status("RINGING", type="call"), lone),
        Case(
            "statuses with rubbish between",
            delivery(change(value(statuses=[None, status("sent"), "x", status("read")]))),
            (moves("sent"), event("statuses", value__raw="x"), moves("read")),
        ),
        Case("statuses null", delivery(change(value(statuses=None))), (event("messages"),)),
        Case("statuses as a lone object", delivery(change(value(statuses=status("sent")))), (moves("sent"),)),
    ]
