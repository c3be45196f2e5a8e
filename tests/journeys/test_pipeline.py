"""Does a business go over the board as a salesperson moves it, and does a colleague see it at once?"""

from __future__ import annotations

from typing import Any

import pytest
from playwright.async_api import Locator, Page, expect

from tests.journeys.conftest import Meet, Sit
from tests.journeys.desk import JOURNEY, Desk

pytestmark = JOURNEY


def column(page: Page, name: str) -> Locator:
    return page.get_by_test_id("board-column").filter(has=page.get_by_role("heading", name=name, exact=True))


def cards(page: Page, name: str) -> Locator:
    return column(page, name).get_by_test_id("deal-card")


async def pipeline_of(desk: Desk) -> dict[str, Any]:
    found = (await desk.ask("GET", "pipelines"))["items"]
    made: dict[str, Any] = found[0] if found else await desk.ask("POST", "pipelines", {"name": "Vendas"})
    return made


async def begin(desk: Desk, title: str, phone: str, cents: int = 0) -> dict[str, Any]:
    body = {"pipeline_id": (await pipeline_of(desk))["id"], "phone": phone, "title": title, "value_cents": cents}
    made: dict[str, Any] = await desk.ask("POST", "deals", body)
    return made


async def test_cards_go_by_pointer_keyboard_and_menu_and_a_colleague_sees_them(sit: Sit) -> None:
    desk, colleague = await sit(), await sit()
    await pipeline_of(desk)
    for title, phone in (
        ("Plano anual", "11970000001"),
        ("Consultoria", "11970000002"),
        ("Treinamento", "11970000003"),
    ):
        await begin(desk, title, phone, 150_000)
    for one in (desk, colleague):
        await one.page.goto("/funil")
        await expect(cards(one.page, "Novo").first).to_contain_text("Treinamento")
    page = desk.page

    await cards(page, "Novo").filter(has_text="Plano anual").drag_to(column(page, "Proposta"))
    await expect(cards(page, "Proposta")).to_contain_text(["Plano anual"])
    await expect(cards(colleague.page, "Proposta")).to_contain_text(["Plano anual"])
    await expect(column(colleague.page, "Proposta").get_by_test_id("column-value")).to_contain_text("1.500")

    await page.get_by_role("button", name="Consultoria", exact=True).focus()
    await page.keyboard.press("Shift+ArrowRight")
    await expect(cards(page, "Qualificação")).to_contain_text(["Consultoria"])
    await expect(page.get_by_role("button", name="Consultoria", exact=True)).to_be_focused()
    await page.keyboard.press("Shift+ArrowRight")
    await expect(cards(colleague.page, "Proposta")).to_contain_text(["Consultoria", "Plano anual"])
    await page.keyboard.press("Shift+ArrowDown")
    await expect(cards(colleague.page, "Proposta")).to_contain_text(["Plano anual", "Consultoria"])

    await page.get_by_role("button", name="Mover “Treinamento”").click()
    await page.get_by_role("menuitem", name="Perdido").click()
    confirm = page.get_by_test_id("closing-confirm")
    await expect(confirm).to_be_disabled()
    await page.get_by_test_id("closing-dialog").get_by_text("Preço").click()
    await confirm.click()
    await expect(cards(colleague.page, "Perdido")).to_contain_text(["Treinamento"])
    await expect(cards(colleague.page, "Perdido")).to_contain_text(["Preço"])
    await page.get_by_role("button", name="Conversão").click()
    await expect(page.get_by_test_id("conversion-step").first).to_contain_text("3")
    assert await desk.seen() == []


@pytest.mark.nightly
async def test_two_who_move_one_card_are_told_of_each_other(sit: Sit) -> None:
    desk = await sit()
    deal = await begin(desk, "Disputado", "11970000009")
    await desk.page.goto(f"/funil?negocio={deal['id']}")
    drawer = desk.page.get_by_test_id("deal-drawer")
    await expect(drawer.get_by_test_id("deal-value")).to_be_visible()
    # A colleague is faster while this browser hears nothing of it.
    await desk.page.route(
        "**/api/v1/deals/*", lambda route: route.abort() if route.request.method == "GET" else route.continue_()
    )
    stages = {one["name"]: one["id"] for one in (await pipeline_of(desk))["stages"]}
    await desk.ask("POST", f"deals/{deal['id']}/move", {"stage_id": stages["Negociação"], "revision": 1})
    await drawer.get_by_test_id("deal-value").fill("99,90")
    await drawer.get_by_test_id("deal-save").click()
    await expect(desk.page.get_by_test_id("toast")).to_contain_text("Negociação")
    kept = await desk.ask("GET", f"deals/{deal['id']}")
    assert (kept["value_cents"], kept["stage_id"]) == (0, stages["Negociação"])


@pytest.mark.nightly
async def test_a_deal_begins_beside_a_conversation(sit: Sit, meet: Meet) -> None:
    desk = await sit()
    await pipeline_of(desk)
    phone = meet("Lia Compradora")
    await phone.say("Quero um orçamento")
    await desk.page.goto("/whatsapp/conversas")
    await desk.page.get_by_text("Lia Compradora").first.click()
    if not await desk.page.get_by_test_id("person-pane").is_visible():
        await desk.page.get_by_role("button", name="Detalhes").first.click()
    await desk.page.get_by_test_id("deal-from-conversation").click()
    dialog = desk.page.get_by_test_id("new-deal")
    await dialog.get_by_test_id("new-deal-title").fill("Orçamento da Lia")
    await dialog.get_by_label("Valor (R$)").fill("2.350,50")
    await dialog.get_by_test_id("new-deal-create").click()
    listed = desk.page.get_by_test_id("person-deals")
    await expect(listed).to_contain_text("Orçamento da Lia")
    await listed.get_by_role("button", name="Orçamento da Lia").click()
    await expect(desk.page.get_by_test_id("deal-drawer")).to_contain_text("Lia Compradora")
    await expect(desk.page.get_by_test_id("deal-value")).to_have_value("2.350,50")
