"""Deliveries with what people write, show and send."""

from __future__ import annotations

from typing import Any

from tests.channels.whatsapp_cloud.catalogue.building import (
    SHA_BASE64,
    SHA_HEX,
    Case,
    Json,
    message,
    one,
    says,
)

MEDIA_ERROR: Json = {"code": 131052, "title": "Media download error", "error_data": {"details": "too big"}}
LOOKASIDE = "https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=900&ext=1795000300"


def held(**more: Any) -> Json:
    return {"id": "900000000000001", "mime_type": "image/jpeg", "sha256": SHA_BASE64, **more}


def text(body: Any) -> Json:
    return message("text", text={"body": body})


def cases() -> list[Case]:
    return [*_texts(), *_media(), *_places_and_cards(), *_marks()]


def _texts() -> list[Case]:
    long = "a" * 4096
    return [
        one("text", text("oi, tem vaga hoje?"), says("text", "oi, tem vaga hoje?", sender__name="Ana Souza")),
        one("text with accents", text("Não, amanhã às 15h! Ção"), says("text", "Não, amanhã às 15h! Ção")),
        one("text with emoji", text("👍🏽🇧🇷 ok"), says("text", "👍🏽🇧🇷 ok")),
        one("text of only emoji", text("😀"), says("text", "😀")),
        one("text with line breaks", text("um\ndois\r\ntrês\t."), says("text", "um\ndois\r\ntrês\t.")),
        one("text with a link", text("https://a.example/x?y=1#z"), says("text", "https://a.example/x?y=1#z")),
        one(
            "text with markup",
            text("*oi* <script>alert(1)</script> {{ nome }}"),
            says("text", "*oi* <script>alert(1)</script> {{ nome }}"),
        ),
        one("text in Arabic", text("مرحبا"), says("text", "مرحبا")),
        one("text of 4096", text(long), says("text", long)),
        one("text of spaces", text("   "), says("text", "   ")),
        one("text that is empty", text(""), says("text", "")),
        one("text with a NUL", text("a\x00b"), says("text", "a\ufffdb")),
        one("text with a lone surrogate", text("a\ud83db"), says("text", "a\ufffdb")),
        one("text with quotes and backslashes", text('c:\\temp "x"'), says("text", 'c:\\temp "x"')),
        one("text that is a number", text(42), says("text", "42")),
        one("text that is null", text(None), says("text", "")),
        one("text object as a string", message("text", text="oi"), says("text", "")),
        one("text without its object", message("text"), says("text", "")),
        one("text without a type", message(text={"body": "sem tipo"}), says("text", "sem tipo")),
        one("text with preview", message("text", text={"body": "x", "preview_url": True}), says("text", "x")),
    ]


def _media() -> list[Case]:
    got = {"media__provider_id": "900000000000001"}
    return [
        one("image", message("image", image=held()), says("image", "", **got, media__sha256=SHA_HEX)),
        one("image with caption", message("image", image=held(caption="olha só")), says("image", "olha só", **got)),
        one(
            "image with hex digest",
            message("image", image=held(sha256=SHA_HEX.upper())),
            says("image", "", **got, media__sha256=SHA_HEX),
        ),
        one(
            "image with a digest that is none",
            message("image", image=held(sha256="4654+8g=")),
            says("image", "", **got, media__sha256=""),
        ),
        one(
            "image with a url",
            message("image", image=held(url=LOOKASIDE)),
            says("image", "", **got, media__url=LOOKASIDE),
        ),
        one("image with a numeric id", message("image", image=held(id=900000000000001)), says("image", "", **got)),
        one(
            "image with an id in words",
            message("image", image=held(id="b1c68f38-8734-4ad3-b4a1-ef0c10d683")),
            says("image", "", media__provider_id="b1c68f38-8734-4ad3-b4a1-ef0c10d683"),
        ),
        one(
            "image that Meta could not fetch",
            message("image", errors=[MEDIA_ERROR]),
            says("image", "", error_codes=("131052",)),
        ),
        one(
            "image with its id and an error",
            message(
                "image",
                image=held(caption="oi"),
                errors=[{"code": 400, "details": "ServerThrottle", "title": "Media download failed"}],
            ),
            says("image", "oi", **got),
        ),
        one("image without its object", message("image"), says("image", "")),
        one("image object null", {**message("image"), "image": None}, says("image", "")),
        one(
            "video",
            message("video", video=held(mime_type="video/mp4", caption="o vídeo")),
            says("video", "o vídeo", **got, media__mime_type="video/mp4"),
        ),
        one(
            "video forwarded",
            message("video", video=held(), context={"forwarded": True}),
            says("video", "", **got, forwarded=True),
        ),
        one(
            "audio file",
            message("audio", audio=held(mime_type="audio/mpeg", voice=False)),
            says("audio", "", **got, media__voice=False, subtype=""),
        ),
        one(
            "voice note",
            message("audio", audio=held(mime_type="audio/ogg; codecs=opus", voice=True)),
            says("audio", "", **got, media__voice=True, media__mime_type="audio/ogg; codecs=opus", subtype="voice"),
        ),
        one(
            "voice note of the older API",
            message("voice", voice=held(mime_type="audio/ogg; codecs=opus")),
            says("audio", "", **got, media__voice=True),
        ),
        one(
            "document",
            message("document", document=held(filename="Orçamento março.pdf", caption="segue")),
            says("document", "segue", **got, media__filename="Orçamento março.pdf"),
        ),
        one(
            "document without a name",
            message("document", document=held(mime_type="application/pdf")),
            says("document", "", **got, media__filename=""),
        ),
        one("document over the limit", message("document", errors=[MEDIA_ERROR]), says("document", "")),
        one(
            "sticker",
            message("sticker", sticker=held(mime_type="image/webp", animated=False)),
            says("sticker", "", **got, media__animated=False),
        ),
        one(
            "sticker that moves",
            message("sticker", sticker=held(mime_type="image/webp", animated=True)),
            says("sticker", "", **got, media__animated=True),
        ),
        one(
            "sticker as a reply",
            message("sticker", sticker=held(), context={"from": "551140000001", "id": "wamid.Q"}),
            says("sticker", "", **got, reply_to="wamid.Q"),
        ),
        one("media without a type", message(video=held()), says("video", "", **got)),
        one("media object as a list", message("image", image=[held()]), says("image", "")),
    ]


def _places_and_cards() -> list[Case]:
    here = {"latitude": -23.5617, "longitude": -46.656}
    place = {**here, "name": "MASP", "address": "Av. Paulista, 1578", "url": "https://m.example/1"}
    who = {
        "name": {"formatted_name": "Dra. Bia", "first_name": "Bia"},
        "phones": [{"phone": "+55 11 97777-6666", "wa_id": "5511977776666", "type": "CELL"}],
        "emails": [{"email": "bia@clinica.example", "type": "WORK"}],
        "addresses": [{"street": "Rua A", "city": "São Paulo", "zip": "01000-000", "country_code": "br"}],
        "org": {"company": "Clínica", "title": "Vet"},
        "urls": [{"url": "https://clinica.example", "type": "WORK"}],
        "birthday": "1990-01-31",
    }
    shared = {"vcard": "BEGIN:VCARD", "phones": [{"phone": "+55 11 98888-7777"}]}
    return [
        one(
            "location where one stands",
            message("location", location=here),
            says("location", "", content__location=here),
        ),
        one("location of a place", message("location", location=place), says("location", "", content__location=place)),
        one("location without its object", message("location"), says("location", "")),
        one(
            "location at zero",
            message("location", location={"latitude": 0, "longitude": 0}),
            says("location", "", content__location__latitude=0),
        ),
        one("contact card", message("contacts", contacts=[who]), says("contacts", "", content__contacts=[who])),
        one(
            "contact cards",
            message("contacts", contacts=[who, who, who]),
            says("contacts", "", content__contacts=[who, who, who]),
        ),
        one(
            "contact card without a name",
            message("contacts", contacts=[{"phones": [{"phone": "1"}]}]),
            says("contacts", ""),
        ),
        one(
            "contact cards with a null",
            message("contacts", contacts=[None, who]),
            says("contacts", "", content__contacts=[who]),
        ),
        one("contact cards missing", message("contacts"), says("contacts", "", content__contacts=[])),
        one(
            "number given on request",
            message("contacts", contacts=[shared], origin="contact_request"),
            says("contacts", "", content__origin="contact_request", subtype="contact_request"),
        ),
        one(
            "number given on request, told inside",
            message("contacts", contacts=[{**shared, "origin": "other"}]),
            says("contacts", "", content__origin="other"),
        ),
    ]


def _marks() -> list[Case]:
    def reaction(**held: Any) -> Json:
        return message("reaction", reaction={"message_id": "wamid.Q", **held})

    ad = {
        "source_url": "https://fb.me/1",
        "source_id": "120",
        "source_type": "ad",
        "headline": "Banho e tosa",
        "body": "20 % off",
        "media_type": "image",
        "image_url": "https://s.example/a.jpg",
        "ctwa_clid": "Aff-1",
        "welcome_message": {"text": "Olá!"},
    }
    product = {"catalog_id": "800", "product_retailer_id": "SKU-1"}
    return [
        one("reaction", reaction(emoji="😮"), says("reaction", "😮", about="wamid.Q", subtype="")),
        one("reaction in several code points", reaction(emoji="👨‍👩‍👧"), says("reaction", "👨‍👩‍👧", about="wamid.Q")),
        one("reaction taken back, empty", reaction(emoji=""), says("reaction", "", about="wamid.Q", subtype="removed")),
        one("reaction taken back, absent", reaction(), says("reaction", "", about="wamid.Q", subtype="removed")),
        one("reaction without its object", message("reaction"), says("reaction", "", about="")),
        one(
            "reply",
            message("text", text={"body": "essa"}, context={"from": "551140000001", "id": "wamid.Q"}),
            says("text", "essa", reply_to="wamid.Q", forwarded=False),
        ),
        one("reply with a null context", {**text("x"), "context": None}, says("text", "x", reply_to="")),
        one(
            "forwarded",
            message("text", text={"body": "repasso"}, context={"forwarded": True}),
            says("text", "repasso", forwarded=True, reply_to=""),
        ),
        one(
            "forwarded often",
            message("text", text={"body": "corrente"}, context={"frequently_forwarded": True}),
            says("text", "corrente", forwarded=True, content__frequently_forwarded=True),
        ),
        one(
            "question about a product",
            message("text", text={"body": "tem azul?"}, context={"id": "wamid.Q", "referred_product": product}),
            says("text", "tem azul?", reply_to="wamid.Q", content__referred_product=product),
        ),
        one("from an ad", {**text("quero"), "referral": ad}, says("text", "quero", content__referral=ad)),
        one(
            "from an ad, with a picture",
            {**message("image", image=held()), "referral": ad},
            says("image", "", media__provider_id="900000000000001", content__referral=ad),
        ),
        one(
            "from a post",
            {**text("oi"), "referral": {"source_type": "post", "source_id": "1"}},
            says("text", "oi", content__referral__source_type="post"),
        ),
        one("first opening of the chat", message("request_welcome"), says("request_welcome", "")),
    ]
