"""What may a message hold?"""

from __future__ import annotations

from collections.abc import Iterator

from recado.channels.models import MessageType
from tests.channels.evolution.catalogue.building import Case, aside, said
from tests.channels.evolution.wire import AT, indexed, key, upsert

_BYTES = {"mediaKey": indexed(32), "fileSha256": indexed(32), "jpegThumbnail": indexed(900)}
_LONG = {"low": 123456, "high": 0, "unsigned": True}
_PHOTO = {"url": "https://mmg.whatsapp.net/v/t62.enc", "mimetype": "image/jpeg", "caption": "minha cachorra", **_BYTES}
_ABOUT_DEVICES = {"deviceListMetadataVersion": 2, "messageSecret": indexed(32)}


def cases() -> Iterator[Case]:
    yield from _texts()
    yield from _media()
    yield from _cards_and_places()
    yield from _answers()
    yield from _wrapped()
    yield from _afterthoughts()
    yield from _seldom()


def _texts() -> Iterator[Case]:
    yield said("text", upsert({"conversation": "quero marcar"}), type=MessageType.TEXT, text="quero marcar",
               sender__wa_id="5511990000001", sender__name="Ana", chat="5511990000001", echo=False)  # fmt: skip
    yield said("context first", upsert({"messageContextInfo": _ABOUT_DEVICES, "conversation": "olá ☀️"}), text="olá ☀️")
    yield said(
        "extended",
        upsert({"extendedTextMessage": {"text": "veja https://a.br", "title": "A"}}),
        text="veja https://a.br",
    )
    yield said("extended rewritten", upsert({"conversation": "oi"}, "extendedTextMessage"), text="oi")
    quoted = {
        "stanzaId": "3EB0OURS",
        "participant": "5511990000009@s.whatsapp.net",
        "quotedMessage": {"conversation": "?"},
    }
    yield said("quote beside", upsert({"conversation": "sim"}, contextInfo=quoted), reply_to="3EB0OURS", text="sim")
    inside = {"extendedTextMessage": {"text": "sim", "contextInfo": quoted}}
    yield said("quote inside", upsert(inside), reply_to="3EB0OURS", text="sim")
    yield said("forwarded", upsert({"conversation": "corrente"}, contextInfo={"isForwarded": True}), forwarded=True)
    advert = {"externalAdReply": {"sourceUrl": "https://fb.me/x", "title": "Banho e tosa", "ctwaClid": "abc"}}
    yield said("advert", upsert({"conversation": "vi o anúncio"}, contextInfo=advert),
               content__referral={"source_url": "https://fb.me/x", "headline": "Banho e tosa", "ctwa_clid": "abc"})  # fmt: skip


def _media() -> Iterator[Case]:
    yield said("image", upsert({"imageMessage": {**_PHOTO, "fileLength": _LONG}}), type=MessageType.IMAGE,
               text="minha cachorra", media__provider_id="3A9F00000000000000AA",
               media__mime_type="image/jpeg", content={})  # fmt: skip
    strings = {"mimetype": "image/jpeg", "mediaKey": "AAECAw==", "fileLength": "5120", "jpegThumbnail": "/9j/4AAQ"}
    yield said("image of 2.2", upsert({"imageMessage": strings}), type=MessageType.IMAGE, text="")
    with_bytes = {"imageMessage": _PHOTO, "base64": "aGVsbG8=", "mediaUrl": "https://s3.example/x.jpg"}
    yield said("image with bytes", upsert(with_bytes), type=MessageType.IMAGE, content={})
    yield said("video", upsert({"videoMessage": {"mimetype": "video/mp4", "seconds": 7}}), type=MessageType.VIDEO)
    yield said(
        "gif",
        upsert({"videoMessage": {"mimetype": "video/mp4", "gifPlayback": True}}),
        subtype="gif",
        media__animated=True,
    )
    yield said("round video", upsert({"ptvMessage": {"mimetype": "video/mp4"}}), subtype="video_note")
    voice = {"mimetype": "audio/ogg; codecs=opus", "seconds": 4, "ptt": True, "waveform": indexed(64)}
    yield said(
        "voice",
        upsert({"audioMessage": voice, "speechToText": "oi"}),
        type=MessageType.AUDIO,
        subtype="voice",
        media__voice=True,
    )
    yield said("song", upsert({"audioMessage": {"mimetype": "audio/mpeg"}}), subtype="", media__voice=False)
    paper = {"fileName": "exame.pdf", "mimetype": "application/pdf", "pageCount": 2, "caption": "o exame"}
    yield said(
        "document",
        upsert({"documentMessage": paper}),
        type=MessageType.DOCUMENT,
        text="o exame",
        media__filename="exame.pdf",
    )
    wrapped = {"documentWithCaptionMessage": {"message": {"documentMessage": paper}}}
    yield said("document wrapped", upsert(wrapped), type=MessageType.DOCUMENT, text="o exame")
    yield said("sticker", upsert({"stickerMessage": {"mimetype": "image/webp", "isAnimated": True}}), type=MessageType.STICKER,
               media__animated=True)  # fmt: skip


def _cards_and_places() -> Iterator[Case]:
    place = {"degreesLatitude": -23.55, "degreesLongitude": -46.63, "name": "Clínica", "address": "Rua A, 1"}
    yield said("place", upsert({"locationMessage": place}), type=MessageType.LOCATION,
               content__location={"latitude": -23.55, "longitude": -46.63, "name": "Clínica", "address": "Rua A, 1"})  # fmt: skip
    moving = {"degreesLatitude": 1, "degreesLongitude": 2, "sequenceNumber": _LONG}
    yield said("live place", upsert({"liveLocationMessage": moving}),
               type=MessageType.LOCATION, content__location={"latitude": 1, "longitude": 2})  # fmt: skip
    vcard = "BEGIN:VCARD\nVERSION:3.0\nFN:Bia\nitem1.TEL;waid=5521980000002:+55 21 98000-0002\nEND:VCARD"
    card = {
        "name": {"formatted_name": "Bia", "first_name": "Bia"},
        "phones": [{"phone": "+55 21 98000-0002", "wa_id": "5521980000002"}],
    }
    yield said("card", upsert({"contactMessage": {"displayName": "Bia", "vcard": vcard}}), type=MessageType.CONTACTS,
               content__contacts=[card])  # fmt: skip
    many = {"contactsArrayMessage": {"displayName": "2 contatos", "contacts": [{"vcard": vcard}, {"vcard": vcard}]}}
    yield said("cards", upsert(many), content__contacts=[card, card])


def _answers() -> Iterator[Case]:
    tapped = {"selectedButtonId": "sim", "selectedDisplayText": "Sim", "type": 1, "contextInfo": {"stanzaId": "3EB0B"}}
    yield said("button", upsert({"buttonsResponseMessage": tapped}), type=MessageType.INTERACTIVE, choice__id="sim",
               choice__title="Sim", text="Sim", reply_to="3EB0B")  # fmt: skip
    template = {"selectedId": "nao", "selectedDisplayText": "Não", "selectedIndex": 1}
    yield said("template button", upsert({"templateButtonReplyMessage": template}), choice__id="nao", text="Não")
    row = {"title": "Banho", "description": "R$ 60", "listType": 1, "singleSelectReply": {"selectedRowId": "banho"}}
    yield said("list row", upsert({"listResponseMessage": row}), choice__id="banho", text="Banho", subtype="list_reply")
    native = {
        "body": {"text": "Agendar"},
        "nativeFlowResponseMessage": {"name": "quick_reply", "paramsJson": '{"id":"agendar"}'},
    }
    yield said("native", upsert({"interactiveResponseMessage": native}), choice__id="agendar", text="Agendar")
    broken = {"body": {"text": "Agendar"}, "nativeFlowResponseMessage": {"paramsJson": "{no"}}
    yield said("native broken", upsert({"interactiveResponseMessage": broken}), choice__id="Agendar", text="Agendar")


def _wrapped() -> Iterator[Case]:
    inner = {"message": {"extendedTextMessage": {"text": "some em 24h"}}}
    yield said("ephemeral", upsert({"ephemeralMessage": inner}), text="some em 24h", content__ephemeral=True)
    once = {"viewOnceMessageV2": {"message": {"imageMessage": {**_PHOTO, "viewOnce": True}}}}
    yield said("view once", upsert(once), type=MessageType.IMAGE, content__view_once=True)
    both = {
        "ephemeralMessage": {"message": {"viewOnceMessage": {"message": {"videoMessage": {"mimetype": "video/mp4"}}}}}
    }
    yield said("wrapped twice", upsert(both), type=MessageType.VIDEO, content__view_once=True)
    child = {"associatedChildMessage": {"message": {"imageMessage": _PHOTO}}, "messageContextInfo": {}}
    yield said("album item", upsert(child), type=MessageType.IMAGE)
    yield aside("album", upsert({"albumMessage": {"expectedImageCount": 3}}), "album")


def _afterthoughts() -> Iterator[Case]:
    heart = {
        "key": key("3EB0OURS", mine=True),
        "text": "❤️",
        "senderTimestampMs": {"low": 1, "high": 2, "unsigned": True},
    }
    yield said("reaction", upsert({"reactionMessage": heart}), type=MessageType.REACTION, text="❤️", about="3EB0OURS")
    yield said("reaction gone", upsert({"reactionMessage": {**heart, "text": ""}}), subtype="removed", text="")
    edit = {
        "key": key("3AOLD"),
        "type": 14,
        "editedMessage": {"conversation": "amanhã às 9h"},
        "timestampMs": str(AT * 1000),
    }
    yield said("edit", upsert({"protocolMessage": edit}), type=MessageType.EDIT, about="3AOLD", text="amanhã às 9h")
    wrapped = {"editedMessage": {"message": {"protocolMessage": {**edit, "type": "MESSAGE_EDIT"}}}}
    yield said("edit wrapped", upsert(wrapped), type=MessageType.EDIT, about="3AOLD")
    yield said(
        "revoke",
        upsert({"protocolMessage": {"key": key("3AOLD"), "type": "REVOKE"}}),
        type=MessageType.REVOKE,
        about="3AOLD",
    )
    yield aside("timer set", upsert({"protocolMessage": {"key": key("3AOLD"), "type": 3}}), "protocol")
    secret = {"secretEncryptedMessage": {"targetMessageKey": key("3AOLD"), "secretEncType": 2}}
    yield said(
        "secret edit", upsert(secret), type=MessageType.SYSTEM, subtype="edit_unreadable", reply_to="3AOLD", about=""
    )


def _seldom() -> Iterator[Case]:
    poll = {"name": "Qual dia?", "options": [{"optionName": "Seg"}, {"optionName": "Ter"}], "selectableOptionsCount": 1}
    yield said("poll", upsert({"pollCreationMessageV3": poll}), subtype="poll", text="Qual dia?\n- Seg\n- Ter")
    votes = [{"name": "Seg", "voters": ["5511990000001@s.whatsapp.net"]}, {"name": "Ter", "voters": []}]
    yield said("vote", upsert({"pollUpdateMessage": {"pollCreationMessageKey": key("3APOLL")}}, pollUpdates=votes),
               subtype="poll_vote", text="Seg")  # fmt: skip
    yield said(
        "order",
        upsert({"orderMessage": {"orderId": "1", "message": "quero estes"}}),
        type=MessageType.ORDER,
        text="quero estes",
    )
    yield said(
        "product",
        upsert({"productMessage": {"product": {"productId": "7"}, "body": "tem?"}}),
        subtype="product",
        text="tem?",
    )
    yield said(
        "invitation", upsert({"groupInviteMessage": {"groupName": "Tutores"}}), subtype="group_invite", text="Tutores"
    )
    yield said("unheard of", upsert({"hologramMessage": {"caption": "uau"}}), type=MessageType.UNSUPPORTED, text="uau")
    yield aside("nothing", upsert(None), "no_content")
    yield aside("keys alone", upsert({"senderKeyDistributionMessage": {"groupId": "1"}}), "no_content")
