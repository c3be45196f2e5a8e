"""Can somebody who writes no code have the house act by itself, try it first, and learn afterwards why it acted or did not?"""

from __future__ import annotations

from playwright.async_api import expect

from tests.journeys.conftest import Meet, Sit
from tests.journeys.desk import JOURNEY

pytestmark = JOURNEY


async def test_drawn_tried_switched_on_and_explained(sit: Sit, meet: Meet) -> None:
    desk = await sit()
    customer = meet("Olívia Prado")
    await customer.say("oi, quanto custa o banho?")
    page = desk.page
    await page.goto("/automacoes")
    await page.get_by_test_id("recipe").filter(has_text="preço").click()
    await expect(page.get_by_test_id("condition")).to_contain_text("tem a palavra")

    await page.get_by_test_id("add-action").select_option("send_text")
    await page.get_by_test_id("action").last.get_by_test_id("variable-text").fill("O banho custa R$ 60, ")
    await page.get_by_role("button", name="+ primeiro nome").click()
    await page.get_by_test_id("try-rule").click()
    await expect(page.get_by_test_id("tried")).to_have_attribute("data-decision", "act")
    await expect(page.get_by_test_id("tried")).to_contain_text("O banho custa R$ 60, Olívia")
    await page.get_by_test_id("save-automation").click()
    await page.get_by_test_id("switch").click()
    await expect(page.get_by_test_id("switch")).to_have_text("Desligar")

    await customer.say("e o valor da tosa?")
    await customer.heard("O banho custa R$ 60, Olívia")
    await customer.say("obrigada")
    await page.get_by_test_id("tab-registro").click()
    runs = page.get_by_test_id("run")
    await expect(runs).to_have_count(2)
    await expect(runs.nth(0)).to_have_attribute("data-state", "skipped")
    await expect(runs.nth(1)).to_have_attribute("data-state", "ran")
    await runs.nth(0).get_by_role("button").first.click()
    await expect(runs.nth(0).get_by_test_id("trace")).to_contain_text("obrigada")
    assert await desk.seen() == []


async def test_what_could_not_work_is_refused_where_it_stands(sit: Sit) -> None:
    desk = await sit()
    page = desk.page
    await page.goto("/automacoes/nova")
    await page.get_by_test_id("automation-name").fill("Quebrada")
    await page.get_by_test_id("add-action").select_option("send_text")
    await page.get_by_test_id("variable-text").fill("Oi {{ contact.apelido }}")
    await page.get_by_test_id("save-automation").click()
    await expect(page.get_by_test_id("save-problem")).to_contain_text("Ação 1: há uma variável que não existe")
