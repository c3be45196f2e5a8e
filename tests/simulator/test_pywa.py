"""Does a public client library, written for the real provider, work against the simulator unchanged?"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from pywa.client import WhatsApp
from pywa.errors import WhatsAppError
from pywa.types.callback import Button, Section, SectionList, SectionRow
from pywa.types.message import Message
from pywa.types.message_status import MessageStatus, MessageStatusType
from pywa.types.templates import TemplateLanguage
from pywa.utils import webhook_updates_validator

from recado_simulator.samples import sample
from tests.simulator.business import NUMBER, PHONE, SECRET, TOKEN, WABA, Business, Desk

GRAPH = "https://graph.facebook.com"


class Rerouted(httpx.Client):
    """The library's own HTTP client, with the provider's host replaced by the simulator's."""

    def __init__(self, simulator: str) -> None:
        super().__init__(timeout=10)
        self._simulator = simulator

    def build_request(self, method: str, url: Any, **kwargs: Any) -> httpx.Request:
        request = super().build_request(method, url, **kwargs)
        request.url = httpx.URL(str(request.url).replace(GRAPH, self._simulator))
        request.headers["Host"] = request.url.netloc.decode()
        return request


@pytest.fixture
def client(desk: Desk) -> Iterator[WhatsApp]:
    http = Rerouted(desk.simulator.url)
    yield WhatsApp(phone_id=NUMBER, token=TOKEN, waba_id=WABA, app_secret=SECRET, session=http, server=None)
    http.close()


async def test_it_sends_text_buttons_list_and_template(client: WhatsApp, desk: Desk) -> None:
    await desk.say("oi")

    def send() -> list[str]:
        buttons = [Button("Sim", callback_data="b:sim"), Button("Não", callback_data="b:nao")]
        rows = [SectionRow(title="14:00", callback_data="slot:1", description="com Bia")]
        return [
            client.send_message(PHONE, "Olá!", tracker="out:1").id,
            client.send_message(PHONE, "Confirma?", buttons=buttons).id,
            client.send_message(
                PHONE, "Qual horário?", buttons=SectionList("Ver", sections=[Section("Hoje", rows=rows)])
            ).id,
            client.send_location(PHONE, latitude=-23.5, longitude=-46.6, name="Clínica").id,
            client.send_template(PHONE, "hello_world", language=TemplateLanguage.ENGLISH_US, params=[]).id,
        ]

    ids = await asyncio.to_thread(send)
    shown = await desk.on_phone()
    assert [one["id"] for one in shown[1:]] == ids
    assert [one["type"] for one in shown[1:]] == ["text", "interactive", "interactive", "location", "template"]
    assert shown[1]["biz_opaque_callback_data"] == "out:1"


async def test_it_moves_media_both_ways(client: WhatsApp, desk: Desk, business: Business, tmp_path: Path) -> None:
    await desk.say({"type": "document"})
    raw, mime_type, _ = sample("image")
    wire = (await business.until(business.messages))[0]["document"]

    def move() -> bytes:
        media = client.upload_media(raw, mime_type=mime_type, filename="foto.png")
        client.send_image(PHONE, image=media, caption="aqui")
        described = client.get_media_url(wire["id"])
        assert described.file_size == len(sample("document")[0])
        return bytes(described.get_bytes())

    assert await asyncio.to_thread(move) == sample("document")[0]
    shown = (await desk.on_phone())[-1]
    assert (shown["type"], shown["text"], shown["media"]["size"]) == ("image", "aqui", len(raw))


async def test_it_reads_marks_and_understands_refusals(client: WhatsApp, desk: Desk) -> None:
    said = await desk.say("oi")

    def act() -> WhatsAppError:
        assert client.mark_message_as_read(said["id"])
        assert client.indicate_typing(said["id"])
        with pytest.raises(WhatsAppError) as caught:
            client.send_message(PHONE, "x" * 5000)
        return caught.value

    error = await asyncio.to_thread(act)
    assert error.code == 131009
    assert "text.body" in str(error.details)
    assert (await desk.on_phone())[0]["status"] == "read"


async def test_it_parses_what_the_simulator_delivers(client: WhatsApp, desk: Desk, business: Business) -> None:
    await desk.say({"text": "oi, ação!", "name": "Ana Souza"})
    await desk.send_text("olá")
    await business.until(lambda: len(business.statuses()) == 2)
    for raw, headers in zip(business.raw, business.headers, strict=True):
        assert webhook_updates_validator(
            app_secret=SECRET, request_body=raw, x_hub_signature=headers["X-Hub-Signature-256"]
        )
    message = Message.from_update(client, json.loads(business.raw[0]))
    assert message.text == "oi, ação!"
    assert message.from_user.name == "Ana Souza"
    assert message.from_user.wa_id == PHONE
    status = MessageStatus.from_update(client, json.loads(business.raw[1]))
    assert status.status == MessageStatusType.SENT
