"""T64, T65: what colleagues and files bring in, in tags, deals, segments, teams, replies, previews: does it stay text?"""

from __future__ import annotations

import json
from uuid import uuid4

import pytest
from playwright.async_api import FilePayload, expect

from tests.journeys.conftest import Meet, Sit
from tests.journeys.desk import JOURNEY, Desk
from tests.journeys.hostile import DECEIVING, SCRIPTS
from tests.journeys.inspection import inspect

pytestmark = JOURNEY
_LONGEST = 60
"""A tag, a segment or a team has no longer name."""
SHORT = [text for text in (*SCRIPTS, *DECEIVING) if len(text) <= _LONGEST and text.isprintable() and "{" not in text]
SOME = [*SHORT[:: max(1, len(SHORT) // 12)], *[text for text in DECEIVING if len(text) <= _LONGEST][::5]]
FIELDS = [
    "tag",
    "deal",
    "segment",
    "team",
    "reply",
    "field",
    "note",
    "name",
    "stage",
    "view",
    "automation",
    "delegation",
]
REFUSED, THERE = 422, 409
"""Rightly, where letters that nobody sees have no place in a name; and what stands there already."""


async def put(desk: Desk, method: str, path: str, body: object) -> int:
    """Ask for something to be kept; how many have been."""
    headers = {"authorization": f"Bearer {desk.token}", "idempotency-key": uuid4().hex}
    answer = await desk.context.request.fetch(f"/api/v1/{path}", method=method, data=json.dumps(body), headers={
        **headers, "content-type": "application/json",
    })  # fmt: skip
    assert answer.ok or answer.status in (REFUSED, THERE), f"{path}: {await answer.text()}"
    return int(answer.status != REFUSED)


async def furnish(desk: Desk, rafael: Desk, ref: str, contact: str) -> dict[str, int]:
    """Lay attacks into every field that colleagues fill; how many were taken, by field."""
    pipeline = (await desk.ask("POST", "pipelines", {"name": f"Funil {uuid4().hex[:6]}"}))["id"]
    kept = dict.fromkeys(FIELDS, 0)
    everybody = {"all": [{"field": "name", "op": "contains", "value": "a"}]}
    for number, text in enumerate(SOME):
        kept["deal"] += await put(desk, "POST", "deals", {
            "pipeline_id": pipeline, "contact_id": contact, "title": text, "origin": text, "value_cents": 100,
        })  # fmt: skip
        kept["segment"] += await put(desk, "POST", "contacts/segments", {"name": text, "filter": everybody})
        kept["team"] += await put(desk, "POST", "teams", {"name": text})
        kept["reply"] += await put(desk, "POST", "quick-replies", {
            "shortcut": f"zz{number}{uuid4().hex[:4]}", "title": text, "text": text,
        })  # fmt: skip
        kept["field"] += await put(
            desk, "POST", "contacts/fields", {"label": text, "type": "choice", "choices": [text]}
        )
        kept["note"] += await put(rafael, "POST", f"conversations/{ref}/notes", {"text": f"@Viviane Prado {text}"})
        kept["stage"] += await put(desk, "POST", f"pipelines/{pipeline}/stages", {"name": text, "kind": "open"})
        kept["view"] += await put(
            desk, "POST", "conversation-views", {"name": text, "filter": {"q": text}, "shared": True}
        )
        kept["tag"] += await put(desk, "PUT", f"contacts/{contact}/tags", {"tags": [text]})
        kept["automation"] += await put(desk, "POST", "automations", {
            "name": text, "triggers": ["conversations.message_received"], "rule": {"actions": [{"do": "add_note", "text": text}]},
        })  # fmt: skip
        kept["delegation"] += await put(desk, "POST", "viva/handoff", {"text": text, "conversation": ref})
    tags = [text for text in SOME if text.strip()]
    await put(desk, "PUT", f"contacts/{contact}/tags", {"tags": tags})
    kept["name"] += await put(desk, "PATCH", f"contacts/{contact}", {"name": SOME[0]})
    return kept


async def stands(desk: Desk, what: str) -> None:
    await expect(desk.page.locator('[role="status"][aria-label^="Carregando"]')).to_have_count(0)
    await desk.page.wait_for_timeout(250)
    # Forms of our own stand on these screens; one of a stranger's would lead somewhere, and that is found by itself.
    assert [one for one in await inspect(desk) if one != "<form>"] == [], what


async def look_through_the_inbox(desk: Desk, ref: str) -> None:
    await desk.open(f"/whatsapp/conversas/{ref}")
    await expect(desk.at("message").first).to_be_visible()
    await stands(desk, "the thread, the person's deals and tags")
    await desk.at("mentions").click()
    await stands(desk, "the list of mentions")
    await desk.page.keyboard.press("Escape")
    await desk.at("views-open").click()
    await stands(desk, "kept views")
    await desk.page.keyboard.press("Escape")
    await desk.at("filter-open").click()
    await stands(desk, "what can be filtered by: teams, tags")
    await desk.page.keyboard.press("Escape")
    await desk.at("composer-text").fill("/zz")
    await expect(desk.at("suggestions")).to_be_visible()
    await stands(desk, "quick replies while typing")
    await desk.at("composer-text").fill("")
    await desk.at("composer-text").press("Escape")
    await desk.page.keyboard.press("t")
    await expect(desk.at("transfer-dialog")).to_be_visible()
    await stands(desk, "teams to pass a conversation to")
    await desk.page.keyboard.press("Escape")
    await desk.at("conversation-search").fill("zebra")
    await expect(desk.at("snippet").first).to_be_visible()
    await stands(desk, "snippets of a search")


@pytest.mark.nightly
async def test_T64_T65_what_colleagues_write_is_only_text_on_every_screen(sit: Sit, meet: Meet) -> None:
    desk, rafael, customer = (
        await sit(viewport={"width": 1280, "height": 1600}),
        await sit("rafael@recado.local"),
        meet("Alvo"),
    )
    await customer.reach_a_person()
    for text in SOME:
        await customer.say(f"zebra {text}")
    conversation = await desk.ask("GET", f"conversations/{customer.number}")
    ref, contact = conversation["id"], conversation["contact"]["id"]
    kept = await furnish(desk, rafael, ref, contact)
    assert all(count > 0 for count in kept.values()), kept
    assert kept["deal"] + kept["reply"] >= len(SOME)

    await look_through_the_inbox(desk, ref)
    for path in (
        "/contatos", f"/contatos/{contact}", "/funil", "/ajustes/respostas-rapidas", "/ajustes/equipes",
        "/ajustes/modelos", "/whatsapp/transbordos", "/whatsapp/viviane", "/whatsapp", "/relatorios", "/automacoes",
    ):  # fmt: skip
        await desk.open(path)
        await stands(desk, path)

    # What an automation is put together from: tags, teams, stages, fields.
    await desk.open("/automacoes/nova")
    await desk.at("add-action").select_option("tags")
    await stands(desk, "an automation that is written")

    await desk.open("/ajustes/modelos")
    await desk.at("template-new").click()
    for text in SOME[:6]:
        await desk.at("template-body").fill(text)
        await stands(desk, f"the preview of a template: {text}")

    # A file that is looked at before it is taken in.
    rows = "\r\n".join(f'"{text.replace(chr(34), chr(34) * 2)}",1198{number:07d}' for number, text in enumerate(SOME))
    await desk.open("/contatos/importar")
    name = "<img src=x onerror=__ran(1)>\u202efdp.csv"
    file = FilePayload(name=name, mimeType="text/csv", buffer=f"Nome,Telefone\r\n{rows}".encode())
    await desk.page.locator('input[type="file"]').set_input_files(file)
    await expect(desk.page.get_by_text("Telefone").first).to_be_visible()
    await stands(desk, "the preview of an import")
    assert await desk.seen() == []
    assert (desk.notes.dialogs, desk.notes.errors, desk.notes.strangers) == ([], [], [])
