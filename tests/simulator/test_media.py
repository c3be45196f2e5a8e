"""Do files travel both ways, for as long and for whom the provider says?"""

from __future__ import annotations

import base64
import hashlib
from typing import Any

import aiohttp
import pytest

from recado_simulator.samples import sample
from tests.simulator.business import NUMBER, PHONE, TOKEN, Business, Desk, account

Json = dict[str, Any]


async def upload(desk: Desk, raw: bytes, mime_type: str, *, filename: str = "a", **fields: str) -> tuple[int, Json]:
    form = aiohttp.FormData({"messaging_product": "whatsapp", **fields})
    form.add_field("file", raw, filename=filename, content_type=mime_type)
    url = f"{desk.simulator.url}/v25.0/{NUMBER}/media"
    async with desk.http.post(url, data=form, headers={"Authorization": f"Bearer {TOKEN}"}) as answer:
        return answer.status, await answer.json()


async def fetch(desk: Desk, url: str, *, token: str = TOKEN) -> tuple[int, bytes, str]:
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    async with desk.http.get(url, headers=headers) as answer:
        return answer.status, await answer.read(), answer.content_type


async def test_upload_describe_fetch_delete(desk: Desk) -> None:
    raw, mime_type, _ = sample("image")
    status, answer = await upload(desk, raw, mime_type, filename="foto.png")
    assert status == 200
    media_id = answer["id"]
    _, described = await desk.graph("GET", media_id)
    assert described["sha256"] == hashlib.sha256(raw).hexdigest()
    assert (described["file_size"], described["mime_type"]) == (len(raw), "image/png")
    assert await fetch(desk, described["url"]) == (200, raw, "image/png")
    assert (await fetch(desk, described["url"], token=""))[0] == 401
    assert (await fetch(desk, described["url"], token="errado"))[0] == 401
    assert (await fetch(desk, described["url"].replace("hash=", "hash=0")))[0] == 404
    assert await desk.graph("DELETE", media_id) == (200, {"success": True})
    assert (await desk.graph("GET", media_id))[1]["error"]["error_subcode"] == 33
    assert (await fetch(desk, described["url"]))[0] == 404


async def test_addresses_live_five_minutes_and_uploads_thirty_days(desk: Desk) -> None:
    raw, mime_type, _ = sample("document")
    _, answer = await upload(desk, raw, mime_type)
    _, described = await desk.graph("GET", answer["id"])
    await desk.control("POST", "clock", {"advance_s": 301})
    assert (await fetch(desk, described["url"]))[0] == 404
    _, again = await desk.graph("GET", answer["id"])
    assert (await fetch(desk, again["url"]))[0] == 200
    await desk.control("POST", "clock", {"advance_s": 30 * 86400})
    assert (await desk.graph("GET", answer["id"]))[0] == 400


async def test_the_owner_is_checked(desk: Desk, business: Business) -> None:
    other = {"phone_number_id": "400000000000009", "waba_id": "300000000000009", "access_token": "outro"}
    await desk.control("POST", "accounts", account(business, **other, app_id="9"))
    raw, mime_type, _ = sample("image")
    _, answer = await upload(desk, raw, mime_type)
    assert (await desk.graph("GET", f"{answer['id']}?phone_number_id=400000000000009"))[0] == 400
    assert (await desk.graph("GET", answer["id"], token="outro"))[1]["error"]["error_subcode"] == 33
    _, described = await desk.graph("GET", answer["id"])
    assert (await fetch(desk, described["url"], token="outro"))[0] == 404


@pytest.mark.parametrize(
    ("raw", "mime_type", "code"),
    [
        (b"x", "application/zip", 100),
        (b"", "image/png", 100),
        (b"not a picture", "image/png", 131053),
        (b"\x89PNG\r\n\x1a\n" + b"0" * (5 * 1024 * 1024), "image/png", 100),
        (b"RIFF" + b"0" * (512 * 1024), "image/webp", 100),
    ],
)
async def test_uploads_that_are_refused(desk: Desk, raw: bytes, mime_type: str, code: int) -> None:
    status, answer = await upload(desk, raw, mime_type)
    assert (status, answer["error"]["code"]) == (400, code)


@pytest.mark.parametrize("kind", ["image", "video", "audio", "voice", "document", "sticker"])
async def test_what_a_person_sends_can_be_fetched_for_seven_days(desk: Desk, business: Business, kind: str) -> None:
    await desk.say({"type": kind, "caption": "olha só"})
    message = (await business.until(business.messages))[0]
    wire = message[message["type"]]
    assert message["type"] == ("audio" if kind == "voice" else kind)
    status, raw, _ = await fetch(desk, wire["url"])
    assert status == 200
    assert hashlib.sha256(raw).digest() == base64.b64decode(wire["sha256"])
    _, described = await desk.graph("GET", wire["id"])
    assert described["mime_type"] == wire["mime_type"]
    if message["type"] == "audio":
        assert wire["voice"] is True
        assert wire["mime_type"] == "audio/ogg; codecs=opus"
    if kind == "document":
        assert (wire["filename"], wire["caption"]) == ("documento.pdf", "olha só")
    await desk.control("POST", "clock", {"advance_s": 7 * 86400 + 1})
    assert (await desk.graph("GET", wire["id"]))[0] == 400


async def test_a_given_file_keeps_its_name_and_type(desk: Desk, business: Business) -> None:
    media = {"base64": base64.b64encode(b"a;b").decode(), "mime_type": "text/csv", "filename": "relação.csv"}
    await desk.say({"type": "document", "media": media})
    wire = (await business.until(business.messages))[0]["document"]
    assert (wire["filename"], wire["mime_type"]) == ("relação.csv", "text/csv")
    assert (await fetch(desk, wire["url"]))[1] == b"a;b"


async def test_an_uploaded_file_is_sent_and_shown(desk: Desk, business: Business) -> None:
    await desk.say("oi")
    raw, mime_type, _ = sample("audio")
    _, answer = await upload(desk, raw, mime_type, filename="voz.ogg")
    status, _ = await desk.send({"type": "audio", "audio": {"id": answer["id"], "voice": True}})
    assert status == 200
    shown = (await desk.on_phone())[-1]
    assert (shown["type"], shown["voice"], shown["media"]["size"]) == ("audio", True, len(raw))
    async with desk.http.get(f"{desk.simulator.url}/control/media/{shown['media']['id']}") as page_copy:
        assert await page_copy.read() == raw
    await business.until(lambda: len(business.statuses(shown["id"])) == 2)
    await desk.control("POST", f"phones/{PHONE}/played", {"id": shown["id"]})
    await business.until(lambda: len(business.statuses(shown["id"])) == 4)
    assert {one["status"] for one in business.statuses(shown["id"])[2:]} == {"read", "played"}


async def test_a_link_is_fetched_by_the_provider(desk: Desk, business: Business) -> None:
    await desk.say("oi")
    _, answer = await desk.send({"type": "image", "image": {"link": f"{business.url}/foto.png", "caption": "aqui"}})
    await business.until(lambda: len(business.statuses(answer["messages"][0]["id"])) == 2)
    shown = (await desk.on_phone())[-1]
    assert (shown["text"], shown["media"]["mime_type"]) == ("aqui", "image/png")


@pytest.mark.parametrize("kind", ["missing", "wrong kind", "closed door"])
async def test_a_link_that_cannot_be_used_fails_later(desk: Desk, business: Business, kind: str) -> None:
    await desk.say("oi")
    link = {"missing": f"{business.url}/nada.png", "wrong kind": f"{business.url}/foto.png"}.get(
        kind, "http://127.0.0.1:9/a"
    )
    of_type = "video" if kind == "wrong kind" else "image"
    status, answer = await desk.send({"type": of_type, of_type: {"link": link}})
    assert status == 200
    rows = await business.until(lambda: business.statuses(answer["messages"][0]["id"]))
    assert (rows[0]["status"], rows[0]["errors"][0]["code"]) == ("failed", 131053)
    assert len(await desk.on_phone()) == 1


async def test_a_file_of_the_wrong_kind_fails_later(desk: Desk, business: Business) -> None:
    await desk.say("oi")
    raw, mime_type, _ = sample("document")
    _, answer = await upload(desk, raw, mime_type)
    status, answer = await desk.send({"type": "image", "image": {"id": answer["id"]}})
    assert status == 200
    rows = await business.until(lambda: business.statuses(answer["messages"][0]["id"]))
    assert rows[0]["errors"][0]["code"] == 131053


async def test_a_page_in_disguise_is_never_shown_in_place(desk: Desk) -> None:
    evil = {"base64": base64.b64encode(b"<script>alert(1)</script>").decode(), "mime_type": "text/html"}
    said = await desk.say({"type": "document", "media": {**evil, "filename": "a.html"}})
    media_id = said["message"]["media"]["id"]
    async with desk.http.get(f"{desk.simulator.url}/control/media/{media_id}") as answer:
        assert answer.content_type == "application/octet-stream"
        assert answer.headers["Content-Disposition"].startswith("attachment")
        assert "sandbox" in answer.headers["Content-Security-Policy"]
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
