"""Are templates known, previewed, sent with what the person reads, refused with why, and submitted? (CHN 2, DLV 4)"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import pytest_asyncio

from recado.channels import service as channels
from recado.channels.tasks import SyncTemplates
from recado_simulator import Simulator, SimulatorSettings, start_simulator
from recado_simulator.settings import PRESETS
from tests.pipeline import wire
from tests.pipeline.house import House, Organization
from tests.pipeline.wire import somebody

Json = dict[str, Any]
PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"
    + bytes(16)
)
WABA = "300000000000042"
REMINDER: Json = {
    "name": "lembrete", "language": "pt_BR", "category": "UTILITY",
    "components": [
        {"type": "BODY", "text": "Olá {{1}}, seu horário é {{2}} na nossa clínica.",
         "example": {"body_text": [["Ana", "14:00"]]}},
        {"type": "FOOTER", "text": "Clínica Bicho Feliz"},
        {"type": "BUTTONS", "buttons": [
            {"type": "QUICK_REPLY", "text": "Confirmar"},
            {"type": "URL", "text": "Ver", "url": "https://bichofeliz.example/{{1}}", "example": ["https://b.example/a"]},
        ]},
    ],
}  # fmt: skip
PHOTO: Json = {
    "name": "promocao", "language": "pt_BR", "category": "MARKETING", "parameter_format": "NAMED",
    "components": [
        {"type": "HEADER", "format": "IMAGE", "example": {"header_handle": ["4::x"]}},
        {"type": "BODY", "text": "Oi {{nome}}, veja as novidades que chegaram.",
         "example": {"body_text_named_params": [{"param_name": "nome", "example": "Ana"}]}},
    ],
}  # fmt: skip
FILLED: Json = {
    "body": [{"text": "Ana"}, {"type": "date_time", "text": "quinta, 14h"}],
    "buttons": [{"index": 1, "kind": "url", "value": "a1b2"}, {"index": 0, "kind": "payload", "value": "confirmar:42"}],
}
DRAFT: Json = {
    "name": "retorno_consulta", "language": "pt_BR", "category": "UTILITY",
    "body": "Olá {{nome}}, já faz um ano da última consulta do {{pet}}. Vamos marcar?",
    "samples": {"nome": "Ana", "pet": "Rex"}, "footer": "Clínica Bicho Feliz",
    "buttons": [{"kind": "quick_reply", "text": "Quero marcar"}],
}  # fmt: skip


@dataclass(slots=True)
class Shop:
    """An organization whose number lives at the simulator."""

    house: House
    clinic: Organization
    simulator: Simulator
    http: aiohttp.ClientSession

    async def graph(self, method: str, path: str, body: Json | None = None) -> Json:
        headers = {"Authorization": f"Bearer {self.clinic.secrets['access_token']}"}
        async with self.http.request(
            method, f"{self.simulator.url}/v25.0/{path}", json=body, headers=headers
        ) as answer:
            found: Json = await answer.json()
            assert answer.status < 300, found
            return found

    async def approve(self, body: Json) -> str:
        made = await self.graph("POST", f"{WABA}/message_templates", body)
        await self.state(made["id"], status="APPROVED")
        return str(made["id"])

    async def state(self, template_id: str, **changes: str) -> None:
        url = f"{self.simulator.url}/control/templates/{template_id}"
        async with self.http.post(url, json=changes) as answer:
            assert answer.status == 200, await answer.text()

    async def sync(self) -> None:
        sync = SyncTemplates(self.house.built.ports.adapters, self.house.built.key, self.house.clock)
        self.house.clock.passes(seconds=1)
        assert await sync.sync(self.house.worker, self.clinic.id, self.clinic.channel, self.house.clock())

    async def ask(self, method: str, path: str, body: Any = None, *, status: int = 200) -> Any:
        browser = await self.clinic.browser()
        answer = await browser.request(method, f"/{path}", json=body)
        assert answer.status_code == status, answer.text
        return answer.json() if answer.content else None

    async def template(self, name: str) -> Json:
        page = await self.ask("GET", f"templates?name={name}&status=*")
        found: Json = page["items"][0]
        return found

    async def told(self, field: str, **value: Any) -> None:
        change = {"field": field, "value": value}
        entry = {"id": WABA, "time": value.pop("time", 1_900_000_000), "changes": [change]}
        await self.clinic.deliver(json.dumps({"object": "whatsapp_business_account", "entry": [entry]}).encode())

    async def silent_person(self) -> wire.Person:
        """Somebody who wrote more than a day ago."""
        person = somebody()
        await self.clinic.hears(person, "oi")
        self.house.clock.passes(hours=25)
        return person

    async def last_sent(self, person: wire.Person) -> Json:
        page = await self.ask("GET", f"conversations/{person.phone}/messages")
        found: Json = [one for one in page["items"] if one["direction"] == "out"][-1]
        return found

    async def refused(self, person: wire.Person, template: Json, **more: Any) -> list[Json]:
        answer = await self.ask(
            "POST", f"conversations/{person.phone}/send", {"template": template, **more}, status=422
        )
        assert answer["code"] == "template_refused", answer
        found: list[Json] = answer["data"]["problems"]
        return found


@pytest_asyncio.fixture(loop_scope="module")
async def shop(house: House, tmp_path: Path) -> AsyncIterator[Shop]:
    simulator = await start_simulator(
        SimulatorSettings(data=tmp_path / "s", habits=PRESETS["perfect"], config={}, seed=1)
    )
    clinic = await house.organization(graph_url=f"{simulator.url}/v25.0", settings={"waba_id": WABA}, flow=None)
    async with aiohttp.ClientSession() as http:
        account = {
            "phone_number_id": clinic.account, "waba_id": WABA, "app_id": "200000000000042", "callback_url": "http://127.0.0.1:9/",
            "display_phone_number": "551140000042",
            "access_token": clinic.secrets["access_token"], "app_secret": clinic.secrets["app_secret"],
            "verify_token": clinic.secrets["verify_token"],
        }  # fmt: skip
        async with http.post(f"{simulator.url}/control/accounts", json=account) as answer:
            assert answer.status == 200, await answer.text()
        yield Shop(house, clinic, simulator, http)
    await simulator.close()


async def test_a_listing_is_kept_with_what_each_template_takes(shop: Shop) -> None:
    await shop.approve(REMINDER)
    await shop.sync()
    page = await shop.ask("GET", "templates?q=horario")
    found = page["items"][0]
    assert (found["name"], found["status"], found["sendable"], found["category"]) == (
        "lembrete",
        "APPROVED",
        True,
        "UTILITY",
    )
    assert [(one["part"], one["key"], one["kind"], one["example"]) for one in found["slots"]] == [
        ("body", "1", "text", "Ana"), ("body", "2", "text", "14:00"), ("button", "0", "payload", ""),
        ("button", "1", "url", "https://b.example/a"),
    ]  # fmt: skip
    assert page["syncs"][0]["found"] == 2
    assert not page["syncs"][0]["problem"]
    assert not page["syncs"][0]["running"]


async def test_outside_the_window_a_template_reaches_the_phone_as_it_was_previewed(shop: Shop) -> None:
    await shop.approve(REMINDER)
    await shop.sync()
    person = await shop.silent_person()
    found = await shop.template("lembrete")
    preview = await shop.ask("POST", f"templates/{found['id']}/preview", {"values": FILLED})
    assert preview["problems"] == []
    assert preview["body"] == "Olá Ana, seu horário é quinta, 14h na nossa clínica."
    template = {"name": "lembrete", "language": "pt_BR", "values": FILLED}
    browser = await shop.clinic.browser()
    ids = set()
    for _ in range(2):
        answer = await browser.post(
            f"/conversations/{person.phone}/send", {"template": template}, headers={"Idempotency-Key": "uma-vez"}
        )  # fmt: skip
        assert answer.status_code == 202, answer.text
        ids.add(answer.json()["message_id"])
    assert len(ids) == 1
    await shop.house.settle()
    async with shop.http.get(f"{shop.simulator.url}/control/phones/{person.phone}/messages") as told:
        shown = [one for one in (await told.json())["messages"] if one.get("type") == "template"]
    assert [one["text"] for one in shown] == [preview["body"]]
    assert shown[0]["buttons"][1]["url"] == "https://bichofeliz.example/a1b2"
    line = await shop.last_sent(person)
    assert line["type"] == "template"
    assert line["text"] == f"{preview['body']}\n\nClínica Bicho Feliz"
    assert line["content"]["template"]["buttons"] == ["Confirmar", "Ver"]
    conversation = await shop.ask("GET", f"conversations/{person.phone}")
    assert conversation["last_message"]["preview"].startswith("Olá Ana, seu horário")


@pytest.mark.parametrize(
    ("values", "code", "field"),
    [
        ({}, "132000", "template.body"),
        ({"body": [{"text": "Ana"}]}, "132000", "template.body"),
        ({"body": [{"text": "Ana"}, {"text": "14h"}]}, "131008", "template.buttons.1"),
        ({**FILLED, "body": [{"text": "Ana\nSouza"}, {"text": "14h"}]}, "132018", "template.body"),
        ({**FILLED, "body": [{"text": " "}, {"text": "14h"}]}, "131008", "template.body"),
        ({**FILLED, "body": [{"text": "A" * 1020}, {"text": "14h"}]}, "132005", "template.body"),
        ({**FILLED, "body": [{"type": "currency", "text": "R$ 10", "currency": "r$"}, {"text": "14h"}]}, "132012",
         "template.body"),
    ],
)  # fmt: skip
async def test_what_the_provider_would_refuse_never_leaves(shop: Shop, values: Json, code: str, field: str) -> None:
    await shop.approve(REMINDER)
    await shop.sync()
    person = await shop.silent_person()
    problems = await shop.refused(person, {"name": "lembrete", "values": values})
    assert (code, field) in [(one["code"], one["field"]) for one in problems]
    await shop.house.settle()
    page = await shop.ask("GET", f"conversations/{person.phone}/messages")
    assert "out" not in [one["direction"] for one in page["items"]]


async def test_a_media_header_is_the_file_that_goes_along(shop: Shop) -> None:
    await shop.approve(PHOTO)
    await shop.sync()
    person = await shop.silent_person()
    values = {"body": [{"text": "Ana", "name": "nome"}]}
    template = {"name": "promocao", "values": values}
    assert [one["code"] for one in await shop.refused(person, template)] == ["132012"]
    browser = await shop.clinic.browser()

    async def upload(content: bytes, kind: str) -> str:
        headers = {"content-type": kind, "x-filename": "a"}
        answer = await browser.request("POST", "/media", content=content, headers=headers)
        assert answer.status_code == 201, answer.text
        return str(answer.json()["media_id"])

    pdf = await upload(b"%PDF-1.7\n" + b"x" * 100, "application/pdf")
    assert [one["code"] for one in await shop.refused(person, template, media_id=pdf)] == ["132012"]
    png = await upload(PNG, "image/png")
    path = f"conversations/{person.phone}/send"
    await shop.ask("POST", path, {"template": template, "media_id": png}, status=202)
    await shop.house.settle()
    async with shop.http.get(f"{shop.simulator.url}/control/phones/{person.phone}/messages") as told:
        shown = [one for one in (await told.json())["messages"] if one.get("type") == "template"]
    assert shown[0]["media"]["mime_type"] == "image/png"
    line = await shop.last_sent(person)
    assert line["text"] == "Oi Ana, veja as novidades que chegaram."
    assert [one["mime_type"] for one in line["media"]] == ["image/png"]


@pytest.mark.parametrize(
    ("status", "code"), [("PAUSED", "132015"), ("DISABLED", "132016"), ("REJECTED", "132001"), ("PENDING", "132001")]
)
async def test_only_what_is_approved_is_sent(shop: Shop, status: str, code: str) -> None:
    await shop.approve(REMINDER)
    await shop.sync()
    await shop.told(
        "message_template_status_update", event=status, message_template_id=1, message_template_name="lembrete",
        message_template_language="pt_BR", reason="PROMOTIONAL" if status == "REJECTED" else "NONE",
        rejection_info={"reason": "PROMOTIONAL", "recommendation": "<b>Tire</b> a oferta"}, other_info={"title": "FIRST_PAUSE"},
    )  # fmt: skip
    found = await shop.template("lembrete")
    assert (found["status"], found["sendable"], found["status_hint"]) == (status, False, "<b>Tire</b> a oferta")
    assert found["rejected_reason"] == ("PROMOTIONAL" if status == "REJECTED" else "")
    person = await shop.silent_person()
    assert [one["code"] for one in await shop.refused(person, {"name": "lembrete", "values": FILLED})] == [code]
    assert [one["code"] for one in await shop.refused(person, {"name": "outro_nome", "values": FILLED})] == ["132001"]


async def test_news_of_a_template_hold_by_their_moment_not_by_their_arrival(shop: Shop) -> None:
    await shop.approve(REMINDER)
    await shop.sync()
    named = {"message_template_id": 1, "message_template_name": "lembrete", "message_template_language": "pt-BR"}
    later, earlier = 1_900_000_100, 1_900_000_000
    await shop.told("message_template_status_update", event="PAUSED", reason=None, time=later, **named)
    await shop.told("message_template_status_update", event="APPROVED", reason="NONE", time=earlier, **named)
    await shop.told("message_template_quality_update", previous_quality_score="GREEN", new_quality_score="RED", **named)
    await shop.told("template_category_update", previous_category="UTILITY", new_category="MARKETING", **named)
    found = await shop.template("lembrete")
    assert (found["status"], found["quality"], found["previous_quality"]) == ("PAUSED", "RED", "GREEN")
    assert (found["category"], found["previous_category"]) == ("MARKETING", "UTILITY")
    await shop.sync()  # the listing of now is older than what was told of a moment to come
    assert (await shop.template("lembrete"))["status"] == "PAUSED"


async def test_what_is_gone_stays_known_and_comes_back(shop: Shop) -> None:
    await shop.approve(REMINDER)
    await shop.sync()
    await shop.graph("DELETE", f"{WABA}/message_templates?name=lembrete")
    await shop.sync()
    assert (await shop.template("lembrete"))["status"] == "DELETED"
    assert [one["name"] for one in (await shop.ask("GET", "templates"))["items"]] == ["hello_world"]


async def test_a_template_is_checked_submitted_reviewed_and_deleted(shop: Shop) -> None:
    draft = {**DRAFT, "channel_id": str(shop.clinic.channel)}
    checked = await shop.ask("POST", "templates/check", draft)
    assert checked["problems"] == []
    assert checked["preview"]["body"] == "Olá Ana, já faz um ano da última consulta do Rex. Vamos marcar?"
    made = await shop.ask("POST", "templates", draft, status=201)
    assert (made["status"], made["named"], made["sendable"]) == ("PENDING", True, False)
    again = await shop.ask("POST", "templates", draft, status=201)
    assert again["id"] == made["id"]
    other = {**draft, "body": "Outro texto {{nome}}, com {{pet}} no meio e mais algumas palavras."}
    browser = await shop.clinic.browser()
    answer = await browser.post("/templates", other)
    assert (answer.status_code, answer.json()["code"]) == (409, "template_exists")
    listed = await shop.graph("GET", f"{WABA}/message_templates?name={DRAFT['name']}")
    number = int(listed["data"][0]["id"])
    await shop.told(
        "message_template_status_update", event="APPROVED", message_template_id=number, reason="NONE",
        message_template_name=DRAFT["name"], message_template_language="pt_BR", time=1_900_000_000,
    )  # fmt: skip
    assert (await shop.template(DRAFT["name"]))["sendable"]
    await shop.ask("DELETE", f"templates/{made['id']}", status=204)
    listed = await shop.graph("GET", f"{WABA}/message_templates?name={DRAFT['name']}")
    assert listed["data"] == []


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"name": "Retorno Consulta"}, "bad_name", "name"),
        ({"body": "{{nome}}, tudo bem com o seu {{pet}} por aí hoje?"}, "variable_at_edge", "body"),
        ({"body": "Oi {{nome}} e {{pet}} ok"}, "too_many_variables", "body"),
        ({"body": "Olá {{Nome}}, tudo bem por aí com vocês?"}, "bad_variable", "body"),
        ({"body": "Olá {{ nome com espaço }}, tudo bem por aí?"}, "bad_variable", "body"),
        ({"body": "Olá {{2}}, tudo bem por aí com vocês?", "samples": {"2": "x"}}, "variables_out_of_order", "body"),
        ({"samples": {"nome": "Ana"}}, "sample_missing", "samples.pet"),
        ({"footer": "x" * 61}, "too_long", "footer"),
        ({"body": "x" * 1025}, "too_long", "body"),
        ({"header_format": "IMAGE"}, "sample_missing", "header_media"),
        ({"buttons": [{"kind": "url", "text": "Ver", "value": "javascript:alert(1)"}]}, "bad_url", "buttons.0.value"),
        ({"buttons": [{"kind": "quick_reply", "text": "x" * 26}]}, "too_long", "buttons.0.text"),
        ({"buttons": [{"kind": "phone_number", "text": str(n), "value": "+551140000001"} for n in range(2)]}, "too_many",
         "buttons.phone_number"),
        ({"category": "SOMETHING"}, "bad_category", "category"),
    ],
)  # fmt: skip
async def test_a_draft_is_told_what_is_wrong_with_it(shop: Shop, change: Json, code: str, field: str) -> None:
    draft = {**DRAFT, **change, "channel_id": str(shop.clinic.channel)}
    found = await shop.ask("POST", "templates/check", draft)
    assert (code, field) in [(one["code"], one["field"]) for one in found["problems"]], found["problems"]
    answer = await shop.ask("POST", "templates", draft, status=422)
    assert answer["code"] == "template_refused"


async def test_a_sample_makes_a_media_header(shop: Shop) -> None:
    browser = await shop.clinic.browser()
    path = f"/templates/samples?channel_id={shop.clinic.channel}"
    answer = await browser.request("POST", path, content=PNG, headers={"content-type": "image/png"})
    assert answer.status_code == 201, answer.text
    handle = answer.json()["header_handle"]
    draft = {**DRAFT, "channel_id": str(shop.clinic.channel), "header_format": "IMAGE", "header_handle": handle}
    made = await shop.ask("POST", "templates", draft, status=201)
    assert made["header_format"] == "IMAGE"
    bad = await browser.request("POST", path, content=b"MZ\x90\x00")
    assert bad.status_code == 422, bad.text


async def test_a_provider_that_cannot_be_asked_is_told(shop: Shop) -> None:
    async with shop.house.worker.transaction(shop.clinic.id) as tx:
        await channels.change_settings(tx, shop.clinic.account, {"graph_url": "http://127.0.0.1:9/v25.0"})
    await shop.sync()
    syncs = (await shop.ask("GET", "templates"))["syncs"]
    assert syncs[0]["problem"] == "network"
    answer = await shop.ask("POST", "templates", {**DRAFT, "channel_id": str(shop.clinic.channel)}, status=503)
    assert (answer["code"], answer["data"]["why"]) == ("provider_unavailable", "network")


async def test_a_flow_is_held_against_the_templates_of_its_numbers(shop: Shop) -> None:
    def flow(name: str, *parameters: str) -> Json:
        template = {"name": name, "parameters": [{"value": one} for one in parameters],
                    "buttons": [{"index": 1, "kind": "url", "value": "a"}]}  # fmt: skip
        return {
            "format": 1, "id": "x", "name": "Lembrete", "entry": "inicio",
            "nodes": {
                "inicio": {"type": "start", "exits": {"next": "aviso"}},
                "aviso": {"type": "message", "options": {"template": template}},
            },
        }  # fmt: skip

    flow_id = (await shop.ask("POST", "flows", {"name": "Lembrete"}, status=201))["id"]

    async def found(definition: Json) -> list[str]:
        answer = await shop.ask("POST", "flows/check", {"definition": definition, "flow_id": flow_id})
        return [one["code"] for one in answer["problems"] if one["severity"] == "error"]

    assert await found(flow("lembrete", "Ana")) == []  # nobody has seen the list yet
    await shop.approve(REMINDER)
    await shop.sync()
    assert await found(flow("lembrete", "Ana", "14h")) == []
    assert await found(flow("lembrete", "Ana")) == ["template_parameters"]
    assert await found(flow("outro_nome", "Ana", "14h")) == ["unknown_template"]
