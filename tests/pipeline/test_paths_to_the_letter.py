"""Do the paths that clients were written against answer with the names they know, to the letter?"""

from __future__ import annotations

import re
from datetime import timedelta

import httpx
import pytest

from tests.pipeline import wire
from tests.pipeline.house import House, Organization
from tests.pipeline.wire import somebody
from tests.support.access import ORIGIN

UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
CONNECTION = {"id", "channel", "number", "state", "since", "reason", "shouldReconnect", "last_checked_at"}


@pytest.mark.parametrize("path", ["/api/v1/whatsapp/webhook", "/webhook/whatsapp"])
async def test_a_provider_subscribes_and_delivers(house: House, clinic: Organization, path: str) -> None:
    person = somebody()
    asked = f"{path}?hub.mode=subscribe&hub.challenge=418&hub.verify_token={clinic.secrets['verify_token']}"
    answer = await house.request("GET", asked, b"", {})
    assert (answer.status_code, answer.text) == (200, "418")
    await clinic.deliver(wire.delivery(clinic.account, wire.text(person, "oi")), path=path)
    assert clinic.told(person) == ["Oi", "B ."]


async def test_the_status_of_the_connections(clinic: Organization) -> None:
    found = await clinic.api("GET", "/whatsapp/status")
    assert found.keys() == {"connected", "connections"}
    (one,) = found["connections"]
    assert one.keys() >= CONNECTION
    assert found["connected"] is (one["state"] == "connected")


async def test_a_number_that_needs_no_pairing_is_connected_at_once(clinic: Organization) -> None:
    asked = {"connection_id": str(clinic.channel), "method": "qr"}
    found = await clinic.api("POST", "/whatsapp/conectar", asked)
    assert found == {"state": "connected", "pairing_code": None, "qr": None, "expires_at": None}
    await clinic.api("POST", "/whatsapp/conectar", {**asked, "method": "fax"}, expect=422)


async def test_the_figures_of_the_conversations(clinic: Organization) -> None:
    for name in ("Bia", "Caio", "Duda"):
        await clinic.hears(somebody(name), "oi")
    found = await clinic.api("GET", "/whatsapp-chat/status")
    assert found == {
        "conversas_ativas": 3, "conversas_aguardando": 0, "conversas_arquivadas": 0, "total": 3,
        "mensagens_hoje": 9, "taxa_fechamento": 0,
    }  # fmt: skip
    for status, many in (("ativa", 3), ("aguardando", 0), ("arquivada", 0)):
        assert len((await clinic.api("GET", f"/whatsapp-chat/conversas?status={status}"))["items"]) == many
    await clinic.api("GET", "/whatsapp-chat/conversas?status=qualquer", expect=422)


async def test_the_delegation_to_viviane(clinic: Organization) -> None:
    person = somebody()
    await clinic.hears(person, "oi")
    before = await clinic.api("GET", "/viva/handoff")
    assert before["counts"] == {"pending": 0, "sent": 0, "failed": 0, "total": 0}
    assert before["items"] == []
    asked = {"conversation": person.phone, "text": "O contrato está pronto."}
    await clinic.api("POST", "/viva/handoff", asked, expect=201, headers={"Idempotency-Key": "v1"})
    assert (await clinic.api("GET", "/viva/handoff"))["counts"]["total"] == 1


@pytest.mark.parametrize(
    "form", ["{phone}", "+{phone}", "{country} {area} {first}-{last}", "({area}) {first}-{last}", "uuid"]
)
async def test_a_conversation_is_named_by_its_id_or_by_a_phone_in_any_form(clinic: Organization, form: str) -> None:
    person = somebody()
    await clinic.hears(person, "oi")
    id_ = (await clinic.conversation(person))["id"]
    phone = person.phone
    parts = {"phone": phone, "country": phone[:2], "area": phone[2:4], "first": phone[4:9], "last": phone[9:]}
    ref = id_ if form == "uuid" else form.format(**parts).replace(" ", "%20").replace("+", "%2B")
    assert (await clinic.api("GET", f"/conversations/{ref}"))["id"] == id_


async def test_nobody_is_404_and_the_older_form_without_the_ninth_digit_is_the_same_person(
    clinic: Organization,
) -> None:
    person = somebody()
    await clinic.hears(person, "oi")
    twelve = person.phone[:4] + person.phone[5:]
    id_ = (await clinic.conversation(person))["id"]
    assert (await clinic.api("GET", f"/conversations/{twelve}"))["id"] == id_
    await clinic.api("GET", "/conversations/5511912345678", expect=404)


async def test_sending_answers_with_the_id_and_obeys_the_window(house: House, clinic: Organization) -> None:
    person = somebody()
    await clinic.hears(person, "oi")
    sent = await clinic.act(person, "send", {"text": "Bom dia"}, expect=202, headers={"Idempotency-Key": "s1"})
    assert UUID.fullmatch(sent["message_id"])
    house.clock.passes(hours=25)
    refused = await clinic.act(person, "send", {"text": "Ainda aí?"}, expect=409, headers={"Idempotency-Key": "s2"})
    assert refused["code"] == "window_closed"
    await clinic.act(person, "send", {}, expect=422, headers={"Idempotency-Key": "s3"})


async def test_closing_archives(clinic: Organization) -> None:
    person = somebody()
    await clinic.hears(person, "oi")
    await clinic.act(person, "close")
    assert (await clinic.conversation(person))["state"] == "archived"


async def test_the_report_of_the_conversations(house: House, clinic: Organization) -> None:
    await clinic.hears(somebody(), "oi")
    today = house.clock().date()
    asked = f"from={today - timedelta(days=6)}&to={today + timedelta(days=1)}&group=day"
    found = await clinic.api("GET", f"/analytics/conversations?{asked}")
    assert (found["from"], found["group"]) == (str(today - timedelta(days=6)), "day")


@pytest.mark.parametrize("path", ["/health", "/ready"])
async def test_health_is_read_without_a_key(house: House, path: str) -> None:
    transport = httpx.ASGITransport(app=house.api)
    async with httpx.AsyncClient(transport=transport, base_url=ORIGIN) as client:
        assert (await client.get(path)).status_code in {200, 503}
        assert (await client.get("/metrics")).status_code == 401
        assert (await client.get("/api/v1/live/org/00000000-0000-7000-8000-000000000000")).status_code == 401
        described = (await client.get("/api/v1/openapi.json")).json()
    assert "/api/v1/whatsapp-chat/status" in described["paths"]
