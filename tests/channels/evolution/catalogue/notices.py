"""What may a gateway tell beside messages?"""

from __future__ import annotations

from collections.abc import Iterator

from recado.channels.models import MessageType
from tests.channels.evolution.catalogue.building import Case, Expected, aside, connection, said, status
from tests.channels.evolution.wire import ANA, ANA_LID, AT, INSTANCE, OWNER, envelope, key, message


def cases() -> Iterator[Case]:
    yield from _statuses()
    yield from _connections()
    yield from _changes()
    yield from _others()


def _flat(word: object, **more: object) -> bytes:
    return envelope("messages.update", {"keyId": "3EB0OURS", "remoteJid": ANA, "fromMe": True, "status": word, **more})


def _statuses() -> Iterator[Case]:
    ladder = {"SERVER_ACK": "sent", "DELIVERY_ACK": "delivered", "READ": "read", "PLAYED": "played", "ERROR": "failed"}
    for word, meant in ladder.items():
        yield status(f"flat {word}", _flat(word), provider_id="3EB0OURS", status=meant, chat="5511990000001", token="")
    for number, meant in enumerate(("failed", "", "sent", "delivered", "read", "played")):
        if meant:
            yield status(f"number {number}", _flat(number), status=meant)
    nested = {"key": key("3EB0OURS", mine=True), "update": {"status": 3}}
    yield status("nested", envelope("messages.update", nested), provider_id="3EB0OURS", status="delivered")
    two = (Expected("status", {"status": "delivered"}), Expected("status", {"status": "read"}))
    read = {"key": key("3EB0OURS", mine=True), "update": {"status": "READ"}}
    yield Case("nested list", envelope("messages.update", [nested, read]), two)
    yield status("to a lid", _flat("READ", remoteJid=ANA_LID), chat=ANA_LID)
    yield status("with a code", _flat("ERROR", messageStubParameters=["463"]), status="failed", error__code="463")
    yield status("without a code", _flat("ERROR"), error__code="ERROR")
    silent = {"keyId": "3EB0OURS", "remoteJid": ANA, "status": "READ"}
    yield status("silent about the sender", envelope("messages.update", silent), status="read")
    for other, reason in (("PENDING", "status_pending"), ("DELETED", "status_deleted"), (None, "status_missing")):
        yield aside(f"status {other}", _flat(other), reason)
    yield aside("read on the phone", _flat("READ", fromMe=False), "read_by_owner")
    yield aside("in a group", _flat("READ", remoteJid="120363000000000001@g.us"), "group")


def _connections() -> Iterator[Case]:
    def update(**data: object) -> bytes:
        return envelope("connection.update", {"instance": INSTANCE, **data})

    yield connection("open", update(state="open", statusReason=200, wuid=f"{OWNER}:7@s.whatsapp.net"),
                     state="connected", reason="", number=OWNER)  # fmt: skip
    yield connection("connecting", update(state="connecting", statusReason=200), state="connecting")
    ends = {
        401: "logged_out", 402: "banned_for_now", 403: "account_blocked", 405: "gateway_outdated", 406: "account_banned",
        408: "connection_lost", 411: "pair_again", 428: "connection_lost", 440: "replaced", 500: "session_broken",
        503: "whatsapp_unavailable", 515: "restarting", 999: "closed",
    }  # fmt: skip
    for number, reason in ends.items():
        yield connection(
            f"close {number}", update(state="close", statusReason=number), state="attention", reason=reason
        )
    yield connection("refused", update(state="refused", statusReason=500), state="attention", reason="qr_limit")
    ended = {"instance": INSTANCE, "status": "closed", "disconnectionReasonCode": 401, "disconnectionObject": "{}"}
    yield connection("status.instance", envelope("status.instance", ended), state="attention", reason="logged_out")
    code = {
        "qrcode": {
            "instance": INSTANCE,
            "pairingCode": "WXYZ1234",
            "code": "2@abc",
            "base64": "data:image/png;base64,iV",
        }
    }
    yield connection("a new code", envelope("qrcode.updated", code), reason="waiting_for_pairing")
    limit = {"message": "QR code limit reached, please login again", "statusCode": 500}
    yield connection("no more codes", envelope("qrcode.updated", limit), reason="qr_limit")
    yield connection("logged out there", envelope("logout.instance", None), reason="logged_out")
    yield connection("removed", envelope("remove.instance", None), reason="instance_missing")


def _changes() -> Iterator[Case]:
    gone = {"remoteJid": ANA, "fromMe": False, "id": "3AOLD", "participant": "", "status": "DELETED"}
    yield said("deleted", envelope("messages.delete", gone), type=MessageType.REVOKE, about="3AOLD", echo=False)
    row = message({"conversation": "oi"}, key=key("3EB0OURS", mine=True))
    yield said(
        "deleted by the API", envelope("messages.delete", row), type=MessageType.REVOKE, about="3EB0OURS", echo=True
    )
    edit = {
        "key": key("3AOLD"),
        "type": "MESSAGE_EDIT",
        "editedMessage": {"conversation": "quinta"},
        "timestampMs": AT * 1000,
    }
    yield said("edited", envelope("messages.edited", edit), type=MessageType.EDIT, about="3AOLD", text="quinta")
    caption = {**edit, "type": 14, "editedMessage": {"imageMessage": {"caption": "ela"}}}
    yield said("caption edited", envelope("messages.edited", caption), text="ela", subtype="image")
    extended = {**edit, "editedMessage": {"extendedTextMessage": {"text": "sexta"}}}
    yield said("edited at length", envelope("messages.edited", extended), text="sexta")
    yield said("revoked later", envelope("messages.edited", {"key": key("3AOLD"), "type": 0}), type=MessageType.REVOKE)
    yield aside("history notice", envelope("messages.edited", {"key": key("3AOLD"), "type": 5}), "protocol")


def _others() -> Iterator[Case]:
    yield aside("history", envelope("messages.set", [message({"conversation": "velha"})], isLatest=True), "history")
    for event, data in (
        ("contacts.update", [{"remoteJid": ANA, "pushName": "Ana"}]),
        ("contacts.upsert", {"remoteJid": ANA, "pushName": "Ana"}),
        ("chats.delete", [ANA]),
        ("chats.upsert", [{"remoteJid": ANA}]),
        ("presence.update", {"id": ANA, "presences": {ANA: {"lastKnownPresence": "composing"}}}),
        ("group-participants.update", {"id": "1@g.us", "participants": [ANA], "action": "add"}),
        ("call", {"chatId": ANA, "from": ANA, "id": "C1", "status": "offer", "isVideo": False}),
        ("labels.edit", {"id": "1", "name": "VIP"}),
        ("application.startup", {}),
        ("something.new", {"x": 1}),
    ):
        yield aside(event, envelope(event, data), "unused")
