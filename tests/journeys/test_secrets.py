"""Can somebody who draws a flow keep the secret it needs, without the value ever being seen again?"""

from __future__ import annotations

from playwright.async_api import expect

from tests.journeys.canvas import Canvas
from tests.journeys.conftest import Sit
from tests.journeys.desk import JOURNEY

pytestmark = JOURNEY

VALUE = "sk-canario-0f3e"
API = "https://api.exemplo.com.br"


async def test_a_secret_is_kept_where_it_is_needed(sit: Sit) -> None:
    desk = await sit()
    canvas = Canvas(desk)
    await canvas.create("Aviso ao ERP")
    await canvas.pull(desk.at("flow-node").first, "next", "Webhook", by=(160, 0))
    await canvas.write("Endereço", f"{API}/avisos/{{{{ contact.phone }}}}")
    kept: list[str] = []
    try:
        await desk.at("secret-new").click()
        form = desk.at("secret-form")
        await expect(form.get_by_test_id("secret-origins")).to_have_value(API)
        await expect(form.get_by_test_id("secret-name")).to_have_value("exemplo")
        await form.get_by_test_id("secret-name").fill("token_erp")
        await form.get_by_test_id("secret-kind").select_option("given")
        await form.get_by_test_id("secret-value").fill(VALUE)
        await form.get_by_test_id("secret-keep").click()
        await expect(desk.at("secret-choice")).to_have_value("token_erp")
        await expect(desk.at("node-form").get_by_text(f"Só sai para {API}")).to_be_visible()

        await desk.at("secret-new").click()
        await form.get_by_test_id("secret-name").fill("assinatura")
        await expect(form.get_by_test_id("secret-kind")).to_have_value("made")
        await form.get_by_test_id("secret-keep").click()
        made = await desk.at("secret-made").locator("code").inner_text()
        assert made.startswith("whsec_")
        await desk.at("secret-made").get_by_role("button", name="Pronto").click()
        await expect(desk.at("secret-choice")).to_have_value("assinatura")

        await desk.at("secret-new").click()
        await form.get_by_test_id("secret-name").fill("assinatura")
        await form.get_by_test_id("secret-kind").select_option("given")
        await form.get_by_test_id("secret-value").fill("x")
        await form.get_by_test_id("secret-keep").click()
        await expect(desk.page.get_by_text("Já existe um com este nome.")).to_be_visible()
        await desk.page.keyboard.press("Escape")
        await canvas.saved()

        listed = (await desk.ask("GET", "secrets"))["items"]
        kept = [one["id"] for one in listed if one["name"] in ("token_erp", "assinatura")]
        assert {one["name"]: one["origins"] for one in listed}["assinatura"] == [API]
        page = await desk.page.content()
        assert VALUE not in page
        assert made not in page
    finally:
        for id_ in kept:
            await desk.ask("DELETE", f"secrets/{id_}")
    assert (desk.notes.dialogs, desk.notes.strangers) == ([], [])
