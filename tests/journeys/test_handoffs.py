"""Does a transbordo walk through the screens: rung for, late in red, taken, resolved; and is Viviane sent from a conversation?"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, expect

from tests.journeys.desk import JOURNEY, Desk, sit_down
from tests.journeys.house import House
from tests.journeys.people import World

pytestmark = JOURNEY


@pytest_asyncio.fixture(loop_scope="session")
async def desk(house: House, browser: Browser) -> AsyncIterator[Desk]:
    opened = await sit_down(browser, house)
    yield opened
    await opened.context.close()


async def test_somebody_who_asks_is_rung_for_taken_and_resolved(world: World, desk: Desk) -> None:
    paula = world.phone("5511970010001", "Paula Prazo")
    await desk.open("/whatsapp/transbordos")
    await expect(desk.at("handoffs")).to_be_visible()
    await paula.reach_a_person()
    row = desk.at("handoff-row").filter(has_text="Paula Prazo")
    await expect(row).to_contain_text("Faltam")
    await expect(desk.at("handoff-badge").first).to_be_visible()

    await row.get_by_test_id("handoff-more").click()
    await desk.page.get_by_role("menuitem", name="Alta").click()
    await expect(row).to_contain_text("Prioridade alta")
    await row.get_by_test_id("handoff-take").click()
    await expect(desk.page).to_have_url(re.compile("/whatsapp/conversas/"))
    await expect(desk.at("handoff")).to_contain_text("assumido")

    await desk.open("/whatsapp/transbordos?situacao=assumidos")
    await row.get_by_test_id("handoff-more").click()
    await desk.at("handoff-resolve").click()
    await expect(row).to_have_count(0)
    await desk.at("handoffs-ended").click()
    await expect(row).to_contain_text("Resolvido")
    assert desk.notes.errors == []


@pytest.mark.nightly
async def test_targets_and_recipients_are_set_on_the_screen(desk: Desk) -> None:
    await desk.open("/whatsapp/transbordos")
    await desk.at("handoff-settings").click()
    dialog = desk.page.get_by_role("dialog")
    await dialog.get_by_label("Lead quente").fill("7")
    await dialog.get_by_label("E-mails avisados de cada transbordo").fill("ana@exemplo.com.br, não é um e-mail")
    await desk.at("handoff-settings-save").click()
    await expect(desk.page.get_by_text("Confira os endereços")).to_be_visible()
    await dialog.get_by_label("E-mails avisados de cada transbordo").fill("ana@exemplo.com.br")
    await desk.at("handoff-settings-save").click()
    await expect(dialog).to_have_count(0)
    kept = await desk.ask("GET", "handoffs/settings")
    assert (kept["high_minutes"], kept["email_recipients"]) == (7, ["ana@exemplo.com.br"])
    await desk.ask("PUT", "handoffs/settings", {})


async def test_viviane_writes_and_her_receipt_is_shown(world: World, desk: Desk) -> None:
    davi = world.phone("5511970010002", "Davi Delegado")
    await davi.reach_a_person()
    found = await desk.ask("GET", f"conversations/{davi.number}")  # words are found a moment later
    await desk.page.set_viewport_size({"width": 1400, "height": 900})
    await desk.open(f"/whatsapp/conversas/{found['id']}")
    await desk.at("delegate").click()
    await desk.at("delegate-text").fill("Olá, Davi! Seu contrato está pronto.")
    await desk.at("delegate-send").click()
    await expect(desk.page.get_by_text("A Viviane vai enviar.")).to_be_visible()
    await davi.heard("Seu contrato está pronto.")
    await expect(desk.message("Seu contrato está pronto.", direction="out")).to_contain_text("Viviane")
    await desk.open("/whatsapp")
    await desk.at("see-delegations").click()
    task = desk.at("delegation").filter(has_text="Davi Delegado")
    await expect(task).to_have_attribute("data-state", "sent")
    await expect(task).to_contain_text("recibo wamid.")
    assert desk.notes.errors == []


@pytest.mark.nightly
async def test_the_figures_of_the_screen_can_be_taken_along(desk: Desk) -> None:
    await desk.open("/whatsapp")
    await expect(desk.at("figure-total")).to_be_visible()
    shown = await desk.at("figure-total").inner_text()
    async with desk.page.expect_download() as coming:
        await desk.at("export-overview").click()
    saved = await (await coming.value).path()
    rows = list(csv.reader(io.StringIO(saved.read_text(encoding="utf-8-sig")), delimiter=";"))
    assert {row[0]: row[1] for row in rows if len(row) == 3}["Total de conversas"] == shown.replace(".", "")
