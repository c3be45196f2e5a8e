"""Does a number behind a gateway work as any other: connected, written to, answered, ticked, taken over, cut off?"""

from __future__ import annotations

import asyncio
import json
import random
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import aiohttp
import pytest
import pytest_asyncio
from aiohttp import web

from recado.app.checks import WATCH_S, Checks, paired
from recado.app.installed import adapters
from recado.channels import service as channels
from recado.channels.webhooks.doors import Doors
from recado.conversations.service.catching_up import CatchUp
from recado.conversations.tasks.fetch_media import FetchMedia
from recado.flows.store import running
from recado.foundation.files import Files
from recado_simulator import Simulator, SimulatorSettings, start_simulator
from recado_simulator.settings import PRESETS
from tests.channels.evolution.catalogue import all_cases
from tests.channels.evolution.test_corpus import CASES
from tests.channels.evolution.wire import INSTANCE, upsert
from tests.pipeline.house import FREE, House, Organization
from tests.pipeline.wire import Person

SECRET = "segredo-do-webhook"
ANA, OWNER = "5511990000001", "5511990000009"


@dataclass
class Line:
    """An organization whose number stands behind a simulated gateway."""

    house: House
    org: Organization
    channel: UUID
    simulator: Simulator
    session: aiohttp.ClientSession
    catch_up: CatchUp

    async def act(self, name: str, **body: Any) -> Any:
        url = f"{self.simulator.url}/control/evolution/{INSTANCE}/{name}"
        async with self.session.post(url, json=body) as answer:
            assert answer.status < 300, await answer.text()
            return await answer.json()

    async def told(self, phone: str = ANA) -> list[Any]:
        url = f"{self.simulator.url}/control/phones/{phone}/messages?account={INSTANCE}"
        async with self.session.get(url) as answer:
            found = (await answer.json())["messages"]
        return [line for line in found if line["from"] == "business"]

    async def texts(self) -> list[str]:
        return [line["text"] for line in await self.told()]

    async def state(self) -> tuple[str, str]:
        (found,) = [
            one
            for one in (await self.org.api("GET", "/whatsapp/status"))["connections"]
            if one["id"] == str(self.channel)
        ]
        return found["state"], found["reason"]

    async def until_state(self, *wanted: str) -> None:
        async def is_so() -> bool:
            await self.watch()  # webhooks overtake one another: what was told last is not what is
            return (await self.state()) == wanted

        await self.house.until(is_so)

    async def until_told(self, *texts: str) -> None:
        async def all_there() -> bool:
            return await self.texts() == list(texts)

        await self.house.until(all_there)

    async def ask(self, path: str, *, expect: int = 200, **body: Any) -> Any:
        return await self.org.api("POST", path, {"connection_id": str(self.channel), **body}, expect=expect)

    async def pair(self) -> None:
        code = await self.ask("/whatsapp/conectar", method="pairing_code", phone="(11) 99000-0009")
        await self.act("code", code=code["pairing_code"])
        await self.until_state("connected", "")

    async def watch(self) -> None:
        """What the worker does every few seconds."""
        ports = self.house.built.ports
        checks = Checks(self.house.worker, ports, 0, WATCH_S, paired(ports.adapters), self.catch_up)
        await checks.check(self.org.id, self.channel)

    async def webhooks_are(self, kind: str) -> None:
        """From now on webhooks are `lost`, or come again ("")."""
        url = f"{self.simulator.url}/control/faults"
        if not kind:
            await (await self.session.delete(url)).release()
            return
        async with self.session.post(url, json={"kind": kind, "direction": "webhook"}) as answer:
            assert answer.status < 300, await answer.text()


@pytest_asyncio.fixture(loop_scope="module")
async def line(house: House, tmp_path: Path) -> AsyncIterator[Line]:
    org = await house.organization()
    simulator = await start_simulator(SimulatorSettings(data=tmp_path / "simulator", habits=PRESETS["perfect"], seed=1))

    async def forward(request: web.Request) -> web.Response:
        answer = await house.request("POST", request.path, await request.read(), dict(request.headers))
        return web.Response(text=answer.text, status=answer.status_code)

    app = web.Application(client_max_size=32 * 1024 * 1024)
    app.router.add_post("/{path:.*}", forward)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    settings = {"base_url": simulator.url, "webhook_url": f"http://127.0.0.1:{runner.addresses[0][1]}"}
    secrets = {"api_key": "evolution-key", "webhook_secret": SECRET}
    async with house.worker_app().transaction(org.id) as tx:
        bot = (await running.bots(tx))[0].id
        channel = await channels.add(
            tx, key=house.clone.key, adapters=adapters(None), adapter="evolution", name="Gateway", external_id=INSTANCE,
            number="", settings=settings, secrets=secrets, default_bot=bot, limits=FREE,
        )  # fmt: skip
    house.hook.doors = Doors(house.worker_app(), house.clone.key)
    async with aiohttp.ClientSession() as session:
        yield Line(house, org, channel, simulator, session, CatchUp(house.built.ports))
    await runner.cleanup()
    await simulator.close()


async def test_a_number_is_connected_and_a_customer_is_answered(line: Line) -> None:
    assert await line.state() == ("attention", "not_paired")
    code = await line.ask("/whatsapp/conectar", method="pairing_code", phone="(11) 99000-0009")
    assert set(code) == {"state", "pairing_code", "qr", "expires_at"}
    assert (code["state"], code["qr"]) == ("connecting", None)
    assert await line.state() == ("connecting", "waiting_for_pairing")
    await line.act("code", code=code["pairing_code"])
    await line.until_state("connected", "")
    await line.act("messages", phone=ANA, text="oi", twice=True)
    await line.until_told("Oi", "B .")

    async def ticked() -> bool:
        return [one["status"] for one in await line.org.thread(Person(ANA), direction="out")] == ["read", "read"]

    await line.house.until(ticked)
    assert [one["text"] for one in await line.org.thread(Person(ANA), direction="in")] == ["oi"]
    again = await line.ask("/whatsapp/conectar", method="qr")
    assert (again["state"], again["qr"]) == ("connected", None)


async def test_what_is_written_on_the_phone_silences_the_bot(line: Line) -> None:
    await line.pair()
    await line.act("messages", phone=ANA, text="eu mesmo respondo", from_me=True)
    await line.act("messages", phone=ANA, text="oi")

    async def heard() -> bool:
        rows = await line.house.rows("select id from messages where organization_id = %s", line.org.id)
        return len(rows) >= 2

    await line.house.until(heard)
    assert await line.texts() == ["eu mesmo respondo"]
    assert (await line.org.conversation(Person(ANA)))["answerer"] == "person"


async def test_what_the_gateway_tells_of_our_own_sends_silences_nobody(line: Line) -> None:
    await line.pair()
    await line.act("ways", echo=True)
    await line.act("messages", phone=ANA, text="oi")
    await line.until_told("Oi", "B .")
    await line.act("messages", phone=ANA, text="Rex")
    await line.until_told("Oi", "B .", "A Rex", "B Rex.")
    assert len(await line.org.thread(Person(ANA), direction="out")) == 4


async def test_who_shows_a_hidden_id_first_and_a_phone_later_is_one_person(line: Line) -> None:
    await line.pair()
    await line.act("ways", addressing="lid")
    await line.act("messages", phone=ANA, text="oi")
    await line.until_told("Oi", "B .")
    await line.act("ways", addressing="lid_alt")
    await line.act("messages", phone=ANA, text="Rex")
    await line.until_told("Oi", "B .", "A Rex", "B Rex.")
    assert len(await line.house.rows("select id from contacts where organization_id = %s", line.org.id)) == 1


@pytest.mark.parametrize("evidence", ["statuses", "quote"])
async def test_who_is_written_to_by_phone_and_answers_under_a_hidden_id_is_one_person(
    line: Line, evidence: str
) -> None:
    await line.pair()
    await line.act("messages", phone=ANA, text="oi")
    await line.until_told("Oi", "B .")
    await line.act("ways", addressing="lid", acks="all" if evidence == "statuses" else "none")
    await line.org.send(Person(ANA), "posso ajudar?")
    await line.until_told("Oi", "B .", "posso ajudar?")
    sent = (await line.told())[-1]["id"]
    await asyncio.sleep(0.2)
    await line.house.settle()
    await line.act("messages", phone=ANA, text="pode", **({"reply_to": sent} if evidence == "quote" else {}))

    async def heard() -> bool:
        return (
            len(await line.house.rows("select id from messages where channel_id = %s and text = 'pode'", line.channel))
            == 1
        )

    await line.house.until(heard)
    assert len(await line.house.rows("select id from contacts where organization_id = %s", line.org.id)) == 1
    assert len(await line.house.rows("select id from conversations where organization_id = %s", line.org.id)) == 1


async def test_a_refusal_after_201_stands_in_the_thread(line: Line) -> None:
    await line.pair()
    await line.act("ways", acks="error")
    await line.act("messages", phone=ANA, text="oi")

    await line.until_told("Oi", "B .")

    async def failed() -> bool:
        out = await line.org.thread(Person(ANA), direction="out")
        return bool(out) and all(one["status"] == "failed" for one in out)

    await line.house.until(failed)


async def test_missing_ticks_are_told(line: Line) -> None:
    await line.pair()
    await line.act("ways", acks="none")
    for text in ("oi", "Rex"):
        await line.act("messages", phone=ANA, text=text)
        await asyncio.sleep(0.1)
        await line.house.settle()
    await line.until_told("Oi", "B .", "A Rex", "B Rex.")
    await line.watch()
    assert await line.state() == ("connected", "")
    line.house.clock.passes(minutes=2)
    await line.watch()
    assert await line.state() == ("connected", "acks_missing")


@pytest.mark.parametrize(("code", "reason"), [(401, "logged_out"), (440, "replaced"), (428, "connection_lost")])
async def test_a_dead_connection_is_seen_and_nothing_is_sent_until_it_is_back(
    line: Line, code: int, reason: str
) -> None:
    await line.pair()
    await line.act("messages", phone=ANA, text="oi")
    await line.until_told("Oi", "B .")
    await line.act("close", code=code)
    await line.watch()
    assert await line.state() == ("attention", reason)
    status = (await line.org.api("GET", "/whatsapp/status"))["connections"]
    assert [one["shouldReconnect"] for one in status if one["id"] == str(line.channel)] == [code == 428]
    await line.org.send(Person(ANA), "já volto")
    assert "já volto" not in await line.texts()
    if code == 401:
        await line.pair()
    else:
        await line.act("open")
        await asyncio.sleep(0.2)
        await line.watch()
    await line.house.settle()
    assert "já volto" in await line.texts()


async def test_a_number_is_disconnected_and_its_webhooks_are_refused(line: Line) -> None:
    await line.pair()
    gone = await line.ask("/whatsapp/desconectar")
    assert (gone["state"], gone["reason"], gone["shouldReconnect"]) == ("disconnected", "by_person", False)
    await line.watch()
    assert await line.state() == ("disconnected", "by_person")
    async with line.session.get(f"{line.simulator.url}/control/evolution") as answer:
        (instance,) = (await answer.json())["instances"]
    assert (instance["state"], instance["owner"]) == ("close", "")
    await line.pair()


async def test_refusals_are_worded(line: Line) -> None:
    await line.ask("/whatsapp/conectar", method="pairing_code", phone="", expect=422)
    nowhere = '{"base_url": "http://127.0.0.1:1"}'
    await line.house.rows("update channels set settings = settings || %s::jsonb where id = %s", nowhere, line.channel)
    refused = await line.ask("/whatsapp/conectar", method="qr", expect=503)
    assert (refused["code"], refused["data"]["reason"]) == ("connection_refused", "gateway_unreachable")
    await line.watch()
    assert await line.state() == ("attention", "gateway_unreachable")


async def test_every_delivery_of_the_catalogue_is_taken_in(line: Line) -> None:
    """Each is answered with 200 and handled: nothing dies, nothing is refused, a stranger's secret is."""
    path = f"/webhooks/{line.channel}"
    for case in all_cases():
        answer = await line.house.request("POST", path, case.body, {"x-recado-secret": SECRET})
        assert answer.status_code == 200, case.name
        await line.house.settle()
    assert await line.org.dead_letters() == []
    raw = all_cases()[0].body
    for headers in ({}, {"x-recado-secret": "errado"}, {"x-recado-secret": ""}):
        assert (await line.house.request("POST", path, raw, headers)).status_code == 401
    by_event = await line.house.request("POST", f"{path}/messages-upsert", raw, {"authorization": f"Bearer {SECRET}"})
    assert by_event.status_code == 200


async def test_an_edit_in_the_words_of_the_persons_phone_reaches_their_message(line: Line) -> None:
    """The gateway passes on what their client wrote: the chat is we, and `fromMe` is theirs."""
    await line.pair()
    said = await line.act("messages", phone=ANA, text="amanhã às 8")
    await line.until_told("Oi", "B .")
    key = {"remoteJid": f"{OWNER}@s.whatsapp.net", "fromMe": True, "id": said["id"]}
    words = {"conversation": "amanhã às 9"}
    edit = {"key": key, "type": 14, "editedMessage": words, "timestampMs": "1795000000000"}
    await line.act("events", event="messages.edited", data=edit)

    async def edited() -> bool:
        rows = await line.house.rows("select text from messages where provider_id = %s", said["id"])
        return [row[0] for row in rows] == ["amanhã às 9"]

    await line.house.until(edited)
    unknown = {**edit, "key": {**key, "id": "3AUNKNOWN"}}
    await line.act("events", event="messages.edited", data=unknown)

    async def kept() -> bool:
        query = "select 1 from channel_events where channel_id = %s and value ->> 'set_aside' = 'original_unknown'"
        return len(await line.house.rows(query, line.channel)) == 1

    await line.house.until(kept)
    assert len(await line.house.rows("select id from contacts where organization_id = %s", line.org.id)) == 1
    assert await line.org.dead_letters() == []


async def test_every_delivery_of_the_corpus_is_taken_in_twice_and_doubles_nothing(line: Line) -> None:
    path = f"/webhooks/{line.channel}"
    bodies = [json.dumps(body).encode() for _, body, _ in CASES]
    for body in bodies:
        assert (await line.house.request("POST", path, body, {"x-recado-secret": SECRET})).status_code == 200
    await line.house.settle()
    assert await line.org.dead_letters() == []
    query = "select count(*), (select count(*) from contacts where organization_id = %s) from messages where channel_id = %s"
    before = await line.house.rows(query, line.org.id, line.channel)
    for body in random.Random(1).sample(bodies, len(bodies)):  # noqa: S311 - reproducible
        assert (await line.house.request("POST", path, body, {"x-recado-secret": SECRET})).status_code == 200
    await line.house.settle()
    assert await line.house.rows(query, line.org.id, line.channel) == before
    assert await line.org.dead_letters() == []


async def test_what_a_lost_webhook_would_have_brought_is_fetched_once_and_the_silence_is_told(line: Line) -> None:
    await line.pair()
    await line.watch()
    await line.webhooks_are("lost")
    await asyncio.sleep(1.1)  # moments are told in whole seconds
    await line.act("messages", phone=ANA, text="oi")
    line.house.clock.passes(seconds=6)
    await line.watch()
    await line.until_told("Oi", "B .")
    await line.until_state("connected", "webhooks_missing")
    # What we sent is known by its id; how far it came stands there too, and nobody at the phone has written it.
    line.house.clock.passes(seconds=6)
    for _ in range(3):
        await line.watch()
        await line.house.settle()
    thread = await line.org.thread(Person(ANA))
    assert sorted(one["text"] for one in thread if one["direction"] != "system") == ["B .", "Oi", "oi"]
    assert {one["status"] for one in thread if one["direction"] == "out"} == {"read"}
    assert (await line.org.conversation(Person(ANA)))["answerer"] != "person"
    await line.webhooks_are("")
    await line.act("messages", phone=ANA, text="Rex")
    await line.until_told("Oi", "B .", "A Rex", "B Rex.")
    await line.watch()
    assert await line.state() == ("connected", "")
    assert await line.texts() == ["Oi", "B .", "A Rex", "B Rex."]


async def test_what_came_while_the_gateway_was_away_is_fetched_without_an_alarm(line: Line) -> None:
    await line.pair()
    await line.watch()
    await line.act("close", code=428)
    await line.watch()
    await line.act("messages", phone=ANA, text="alguém aí?")
    await line.act("messages", phone=ANA, text="respondi no celular", from_me=True)
    await line.webhooks_are("lost")
    await line.act("open")
    await asyncio.sleep(0.2)
    line.house.clock.passes(seconds=8)
    await line.watch()
    await line.house.settle()
    assert await line.state() == ("connected", "")
    assert [one["text"] for one in await line.org.thread(Person(ANA), direction="in")] == ["alguém aí?"]
    out = [one["text"] for one in await line.org.thread(Person(ANA), direction="out")]
    assert "respondi no celular" in out
    assert (await line.org.conversation(Person(ANA)))["answerer"] == "person"


async def test_what_was_said_before_the_number_was_connected_is_left_alone(line: Line) -> None:
    await line.pair()
    await line.webhooks_are("lost")
    await line.act("messages", phone=ANA, text="velha", age_s=86_400)
    await line.watch()
    line.house.clock.passes(seconds=8)
    await line.watch()
    await line.house.settle()
    assert await line.house.rows("select id from messages where channel_id = %s", line.channel) == []


async def test_a_gateway_that_cannot_say_what_it_holds_is_no_alarm(line: Line) -> None:
    await line.pair()
    await line.watch()
    await line.act("ways", keeps=False)
    line.house.clock.passes(seconds=8)
    await line.watch()
    assert await line.state() == ("connected", "")


async def test_a_picture_in_the_webhook_itself_is_kept_although_no_gateway_could_give_it(
    line: Line, tmp_path: Path
) -> None:
    picture = bytes.fromhex("89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55") + bytes(300)
    await line.house.rows(
        "update channels set settings = settings || %s::jsonb where id = %s",
        '{"base_url": "http://127.0.0.1:1"}',
        line.channel,
    )
    content = {"imageMessage": {"mimetype": "image/png"}, "base64": {str(n): byte for n, byte in enumerate(picture)}}
    headers = {"x-recado-secret": SECRET}
    await line.house.request("POST", f"/webhooks/{line.channel}", upsert(content), headers)
    await line.house.settle()
    ((media, place),) = await line.house.rows("select id, provider_id from media where channel_id = %s", line.channel)
    assert place.startswith("carried:")
    files = Files(tmp_path / "media")
    await FetchMedia(line.house.built.ports, files)(line.house.worker, line.org.id, {"media_id": str(media)})
    ((state, size, mime),) = await line.house.rows("select state, size, mime_type from media where id = %s", media)
    assert (state, size, mime) == ("stored", len(picture), "image/png")


async def test_a_strangers_body_is_not_even_read(line: Line) -> None:
    large = b"{" + b" " * (20 * 1024 * 1024)
    answer = await line.house.request("POST", f"/webhooks/{line.channel}", large, {"x-recado-secret": "errado"})
    assert answer.status_code == 401
    kept = await line.house.request("POST", f"/webhooks/{line.channel}", large, {"x-recado-secret": SECRET})
    assert kept.status_code == 200
    await line.house.settle()
    assert len(await line.org.dead_letters()) == 1


@pytest.mark.parametrize("kind", ["garbage", "no_id", "html"])
async def test_a_send_whose_answer_got_lost_is_found_at_the_gateway_and_leaves_once(line: Line, kind: str) -> None:
    await line.pair()
    await line.act("messages", phone=ANA, text="oi")
    await line.until_told("Oi", "B .")
    url = f"{line.simulator.url}/control/faults"
    await (await line.session.post(url, json={"kind": kind, "count": 1, "direction": "send"})).release()
    await line.org.send(Person(ANA), "sua consulta é às 9")
    await line.house.settle()
    query = "select status, provider_id from messages where channel_id = %s and text = 'sua consulta é às 9'"
    assert await line.house.rows(query, line.channel) == [("unconfirmed", None)]
    await line.watch()
    ((status, provider_id),) = await line.house.rows(query, line.channel)
    assert (status, provider_id) == ("accepted", (await line.told())[-1]["id"])
    line.house.clock.passes(minutes=2)
    await line.house.settle(sweeps=True)
    assert await line.texts() == ["Oi", "B .", "sua consulta é às 9"]
    assert await line.house.rows("select id from outbox where channel_id = %s", line.channel) == []
