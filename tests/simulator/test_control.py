"""Can a test drive the outside world, and believe what it is told about it?"""

from __future__ import annotations

import asyncio
import base64
import hashlib
import json
from typing import Any

import pytest

from tests.simulator.business import NUMBER, PHONE, SECRET, TOKEN, Business, Desk

Json = dict[str, Any]


async def test_since_and_wait_give_only_what_is_new(desk: Desk) -> None:
    first = await desk.say("oi")
    _, seen = await desk.control("GET", f"phones/{PHONE}/messages")
    waiting = asyncio.create_task(desk.control("GET", f"phones/{PHONE}/messages?since={seen['next']}&wait=5"))
    await asyncio.sleep(0.05)
    assert not waiting.done()
    await desk.send_text("olá")
    _, heard = await asyncio.wait_for(waiting, 2)
    assert [one["text"] for one in heard["messages"]] == ["olá"]
    assert [one["text"] for one in await desk.on_phone(query=f"?since={first['id']}")] == ["olá"]
    assert await desk.on_phone(query="?since=2999-01-01T00:00:00Z") == []
    _, nothing = await desk.control("GET", f"phones/{PHONE}/messages?since={heard['next']}&wait=0.1")
    assert nothing["messages"] == []
    assert (await desk.control("GET", f"phones/{PHONE}/messages?since=ontem"))[0] == 400


async def test_a_stream_begins_with_the_whole_picture_and_goes_on(desk: Desk) -> None:
    await desk.say("oi")
    events: list[tuple[str, Json]] = []
    async with desk.http.get(f"{desk.simulator.url}/control/phones/{PHONE}/events") as stream:
        assert stream.content_type == "text/event-stream"

        async def listen() -> None:
            name = ""
            async for line in stream.content:
                if line.startswith(b"event: "):
                    name = line[7:].strip().decode()
                elif line.startswith(b"data: "):
                    events.append((name, json.loads(line[6:])))

        listening = asyncio.create_task(listen())
        await asyncio.sleep(0.1)
        _, answer = await desk.send_text("olá")
        await asyncio.sleep(0.2)
        listening.cancel()
    assert [name for name, _ in events[:2]] == ["snapshot", "ready"]
    assert [one["text"] for one in events[0][1]["messages"]] == ["oi"]
    statuses = [data["status"] for name, data in events if name == "message" and data["text"] == "olá"]
    assert statuses == ["accepted", "sent", "delivered"]
    assert answer["messages"][0]["id"] in {data.get("id") for _, data in events}


async def test_the_ledger_holds_every_request_before_its_answer(desk: Desk) -> None:
    await desk.say("oi")
    body = {"type": "text", "text": {"body": "número 1"}, "biz_opaque_callback_data": "out:1"}
    _, answer = await desk.send(body, to="+55 11 98888-7777")
    await desk.graph("GET", NUMBER)
    await desk.graph("GET", NUMBER, token="errado")
    lines = (desk.simulator.parts.world.settings.data / "ledger.jsonl").read_text().splitlines()
    rows = [json.loads(line) for line in lines]
    assert [row["seq"] for row in rows] == [1, 2, 3]
    assert rows == await desk.ledger()
    first = rows[0]
    assert first["wamid"] == answer["messages"][0]["id"]
    raw = json.dumps({"messaging_product": "whatsapp", "to": "+55 11 98888-7777", **body}).encode()
    assert first["body_sha256"] == hashlib.sha256(raw).hexdigest()
    wanted = {"account": NUMBER, "to": "+55 11 98888-7777", "phone": PHONE, "text": "número 1", "token": "out:1"}
    assert {key: first[key] for key in wanted} == wanted
    assert [row["decision"] for row in rows] == ["accepted", "accepted", "refused"]
    assert TOKEN not in str(rows)
    _, after = await desk.control("GET", "ledger?since=1&limit=1")
    assert ([row["seq"] for row in after["entries"]], after["next"]) == ([2], 2)
    _, sends = await desk.control("GET", "ledger?sends=1")
    assert len(sends["entries"]) == 1


async def test_any_json_can_be_delivered_signed(desk: Desk, business: Business) -> None:
    body = {"object": "whatsapp_business_account", "entry": [{"id": "1", "changes": []}], "ç": "a/b"}
    status, answer = await desk.control("POST", "webhooks", {"account": NUMBER, "body": body})
    assert (status, answer["status"]) == (200, 200)
    assert business.bodies == [body]
    assert b"\\u00e7" in business.raw[0]
    await desk.control("POST", "webhooks", {"body": body, "encoding": "plain"})
    assert "ç".encode() in business.raw[1]
    value = {"event": "ACCOUNT_RESTRICTION", "restriction_info": [{"restriction_type": "RESTRICTED_BIZ_INITIATED"}]}
    await desk.control("POST", "webhooks", {"field": "account_update", "value": value})
    assert business.values("account_update") == [value]
    assert (await desk.control("POST", "webhooks", {}))[0] == 400


async def test_any_bytes_can_be_delivered(desk: Desk, business: Business) -> None:
    url = f"{desk.simulator.url}/control/webhooks/raw"
    async with desk.http.post(url, data=b"{\xff", headers={"Content-Type": "application/octet-stream"}) as answer:
        assert (await answer.json())["status"] == 200
    assert business.raw == [b"{\xff"]
    encoded = base64.b64encode(b"[1,2").decode()
    _, signed = await desk.control("POST", "webhooks/raw", {"base64": encoded, "headers": {"X-Extra": "1"}})
    assert signed["status"] == 200
    assert business.headers[-1]["X-Extra"] == "1"
    _, unsigned = await desk.control("POST", "webhooks/raw", {"text": "{}", "sign": False})
    _, wrong = await desk.control("POST", "webhooks/raw", {"text": "{}", "signature": "sha256=00"})
    assert (unsigned["status"], wrong["status"], business.wrongly_signed) == (401, 401, 2)


async def test_the_owner_writes_from_the_phone_app(desk: Desk, business: Business) -> None:
    await desk.say("oi")
    status, said = await desk.control("POST", "echo", {"phone": PHONE, "text": "Aqui é o Dr. João"})
    assert status == 201
    row = (await business.until(lambda: business.values("smb_message_echoes")))[0]["message_echoes"][0]
    assert (row["from"], row["to"], row["id"]) == ("551140000001", PHONE, said["id"])
    assert row["text"] == {"body": "Aqui é o Dr. João"}
    assert (await desk.on_phone())[-1]["text"] == "Aqui é o Dr. João"


@pytest.mark.parametrize(
    "said",
    [
        {"raw": {"type": "poll_vote", "poll_vote": {"x": 1}}},
        {"type": "unsupported", "of": "gif"},
        {"type": "interactive", "interactive": {"type": "button_reply", "button_reply": {"id": "a", "title": "A"}}},
        {"type": "location"},
        {"type": "contacts"},
        {"type": "order"},
        {"type": "request_welcome"},
        {"type": "flow_reply", "response_json": "{quebrado"},
        {"text": "encaminhada", "forwarded": True},
        {"text": "em milissegundos", "timestamp": "1795000000123"},
    ],
)
async def test_everything_a_person_can_do(desk: Desk, business: Business, said: Json) -> None:
    await desk.say(said)
    message = (await business.until(business.messages))[0]
    kind = said.get("type") or as_type(said)
    assert message["type"] == {"flow_reply": "interactive"}.get(kind, kind)
    if "timestamp" in said:
        assert message["timestamp"] == said["timestamp"]
    if "forwarded" in said:
        assert message["context"] == {"forwarded": True}


def as_type(said: Json) -> str:
    return str(said["raw"]["type"]) if "raw" in said else "text"


@pytest.mark.parametrize(
    "said",
    [{}, {"text": ""}, {"text": "x" * 4097}, {"type": "fogos"}, {"tap": "x"}, {"text": "a", "reply_to": "wamid.x"}],
)
async def test_what_a_person_cannot_do_is_explained(desk: Desk, said: Json) -> None:
    status, answer = await desk.control("POST", f"phones/{PHONE}/messages", said)
    assert status in {400, 404}
    assert answer["error"]
    assert await desk.on_phone() == []


@pytest.mark.parametrize("phone", ["12", "abc", "1" * 16])
async def test_a_phone_is_a_number(desk: Desk, phone: str) -> None:
    assert (await desk.control("POST", f"phones/{phone}/messages", {"text": "a"}))[0] == 400


async def test_another_origins_page_is_refused(desk: Desk) -> None:
    url = f"{desk.simulator.url}/control/reset"
    async with desk.http.post(url, headers={"Origin": "https://evil.example"}) as answer:
        assert answer.status == 403
    async with desk.http.post(url, headers={"Origin": desk.simulator.url}) as answer:
        assert answer.status == 200


async def test_reset_forgets_people_but_not_accounts(desk: Desk, business: Business) -> None:
    await desk.say("oi")
    await desk.control("POST", "faults", {"kind": "500"})
    await desk.control("POST", "clock", {"advance_s": 100})
    await desk.control("POST", "reset", {"ledger": True})
    assert await desk.on_phone() == []
    assert (await desk.control("GET", "faults"))[1] == {"faults": []}
    assert (await desk.control("GET", "clock"))[1]["offset_s"] == 0
    assert await desk.ledger() == []
    await desk.say("de novo")
    await business.until(lambda: business.messages()[-1:] and business.messages()[-1]["text"]["body"] == "de novo")
    assert (await desk.send_text("olá"))[0] == 200


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("clock", {"advance_s": -1}),
        ("clock", {"advance_s": "1h"}),
        ("habits", {"answer_ms": "rápido"}),
        ("habits", {"preset": "x"}),
        ("habits", {"nada": 1}),
        ("limits", {"pair_burst": True}),
        ("templates/1", {"status": "APPROVED"}),
        ("accounts", []),
    ],
)
async def test_control_requests_that_make_no_sense_are_explained(desk: Desk, path: str, body: object) -> None:
    status, answer = await desk.control("POST", path, body)
    assert status in {400, 404}
    assert answer["error"]
    assert SECRET not in str(answer)
