"""Who may be at the other end, and when was it?"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime

from recado.channels.models import MessageType
from tests.channels.evolution.catalogue.building import Case, Expected, aside, said
from tests.channels.evolution.wire import ANA, ANA_LID, AT, INSTANCE, envelope, key, message, upsert

_HI = {"conversation": "oi"}
_WHEN = datetime.fromtimestamp(AT, UTC)
_BOTH = {"sender__wa_id": "5511990000001", "sender__bsuid": ANA_LID, "chat": "5511990000001"}


def cases() -> Iterator[Case]:
    yield from _addresses()
    yield from _not_people()
    yield from _own()
    yield from _moments()
    yield from _envelopes()


def _addresses() -> Iterator[Case]:
    yield said("lid alone", upsert(_HI, key=key(remote=ANA_LID)), sender__wa_id="", sender__bsuid=ANA_LID, chat=ANA_LID)
    yield said("lid with senderPn", upsert(_HI, key=key(remote=ANA_LID, senderPn=ANA)), **_BOTH)
    yield said("lid with alt", upsert(_HI, key=key(remote=ANA_LID, remoteJidAlt=ANA, addressingMode="lid")), **_BOTH)
    yield said("both phones", upsert(_HI, key=key(remoteJidAlt=ANA, participant="", addressingMode="lid")),
               sender__wa_id="5511990000001", sender__bsuid="", chat="5511990000001")  # fmt: skip
    yield said("2.4", upsert(_HI, key=key(remoteJidAlt=ANA_LID, addressingMode="pn")), **_BOTH)
    yield said("previous", upsert(_HI, key=key(previousRemoteJid=ANA_LID)), **_BOTH)
    yield said("participantAlt", upsert(_HI, key=key(remote=ANA_LID, participantAlt=ANA)), **_BOTH)
    yield said("device", upsert(_HI, key=key(remote="5511990000001:12@s.whatsapp.net")), chat="5511990000001")
    yield said("web form", upsert(_HI, key=key(remote="5511990000001@c.us")), chat="5511990000001")
    yield said("twelve digits", upsert(_HI, key=key(remote="551190000001@s.whatsapp.net")), chat="551190000001")
    yield said("senderPn outside", upsert(_HI, key=key(remote=ANA_LID), senderPn=ANA), **_BOTH)


def _not_people() -> Iterator[Case]:
    group = key(remote="120363000000000001@g.us", participant=ANA)
    yield aside("group", upsert(_HI, key=group), "group")
    yield aside("old group", upsert(_HI, key=key(remote="5511990000001-1500000000@g.us")), "group")
    yield aside("story", upsert({"imageMessage": {}}, key=key(remote="status@broadcast", participant=ANA)), "status")
    yield aside("broadcast", upsert(_HI, key=key(remote="1500000000@broadcast")), "broadcast")
    yield aside("channel", upsert(_HI, key=key(remote="120363000000000009@newsletter")), "channel")
    yield aside("nobody", upsert(_HI, key={"fromMe": False, "id": "3A"}), "no_sender")
    yield aside("no id", upsert(_HI, key={"fromMe": False, "remoteJid": ANA}), "no_id")


def _own() -> Iterator[Case]:
    mine = key("3AMINE", mine=True, senderPn="5511990000009@s.whatsapp.net")
    yield said(
        "from the phone",
        upsert(_HI, key=mine, pushName="Você"),
        echo=True,
        sender__wa_id="5511990000001",
        sender__name="",
    )
    hidden = key("3AMINE", ANA_LID, mine=True, remoteJidAlt=ANA)
    yield said("from the phone to a lid", upsert(_HI, key=hidden), echo=True, **_BOTH)
    sent = {**message(_HI, key=key("3EB0OURS", mine=True)), "status": "PENDING", "source": "web"}
    yield aside("by the API", envelope("send.message", sent), "sent_by_api")
    yield aside("by the API as of 2.2.3", envelope("messages.upsert", sent), "sent_by_api")
    on_web = {**message(_HI, key=key("3EB0WEB", mine=True)), "status": "SERVER_ACK", "source": "web"}
    yield said("on WhatsApp Web", envelope("messages.upsert", on_web), echo=True, text="oi")


def _moments() -> Iterator[Case]:
    yield said("text seconds", upsert(_HI, messageTimestamp=str(AT)), sent_at=_WHEN)
    yield said("milliseconds", upsert(_HI, messageTimestamp=AT * 1000), sent_at=_WHEN)
    yield said("long", upsert(_HI, messageTimestamp={"low": AT, "high": 0, "unsigned": True}), sent_at=_WHEN)
    signed = {"low": AT - 2**32, "high": 0, "unsigned": False}
    yield said("long with a signed half", upsert(_HI, messageTimestamp=signed), sent_at=_WHEN)
    yield said("iso", upsert(_HI, messageTimestamp=_WHEN.isoformat()), sent_at=_WHEN)
    yield said("no moment", upsert(_HI, messageTimestamp=None), sent_at=None)
    yield said("nonsense", upsert(_HI, messageTimestamp="ontem"), sent_at=None)


def _envelopes() -> Iterator[Case]:
    two = [message(_HI), message({"conversation": "tudo bem?"}, key=key("3B"))]
    both = (Expected("message", {"text": "oi"}), Expected("message", {"text": "tudo bem?"}))
    yield Case("list", envelope("messages.upsert", two), both)
    yield Case("list within", envelope("messages.upsert", {"messages": two, "type": "notify"}), both)
    broken = (Expected("event", {"value__set_aside": "not_an_object"}), Expected("message", {"text": "oi"}))
    yield Case("one of them broken", envelope("messages.upsert", ["?", message(_HI)]), broken)
    yield said("capitals", envelope("MESSAGES_UPSERT", message(_HI)), text="oi")
    yield said("dashes", envelope("messages-upsert", message(_HI)), text="oi")
    yield said("no event", envelope("", message(_HI)), text="oi")
    yield said("no instance", envelope("messages.upsert", message(_HI), instance=None), text="oi")
    yield said(
        "instance as an object",
        envelope("messages.upsert", message(_HI), instance={"instanceName": INSTANCE}),
        text="oi",
    )
    yield said("relayed", json.dumps({"headers": {}, "body": json.loads(upsert(_HI))}).encode(), text="oi")
    yield said("relayed as a list", b"[" + upsert(_HI) + b"]", text="oi")
    yield said("text for a message", upsert("oi", "conversation"), text="oi", type=MessageType.TEXT)
    yield said("no type told", upsert(_HI, messageType=None), text="oi")
    yield said("wrong type told", upsert(_HI, "imageMessage"), text="oi", type=MessageType.TEXT)
    yield aside("no data", envelope("messages.upsert", None), "no_data")
    yield aside("empty data", envelope("messages.upsert", []), "no_data")
