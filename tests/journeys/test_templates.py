"""Is a template made, reviewed, and sent to somebody who last wrote more than a day ago? (DLV 4)"""

from __future__ import annotations

import time

from playwright.async_api import expect

from tests.journeys.conftest import Meet, Sit
from tests.journeys.desk import JOURNEY, Desk

pytestmark = JOURNEY
BODY = "Olá {{1}}, seu horário com a doutora é {{2}} na clínica."
DRAFT = "Oi! Consegue vir amanhã?"


async def make_template(desk: Desk, name: str) -> None:
    await desk.open("/ajustes/modelos")
    await desk.at("template-new").click()
    await desk.at("template-name").fill(name)
    await desk.at("template-body").fill("{{1}}, venha")
    await expect(desk.at("template-form")).to_contain_text("não pode começar nem terminar com uma variável")
    await desk.at("template-body").fill(BODY)
    for index, sample in enumerate(("Ana", "quinta às 14h")):
        await desk.at("template-sample").nth(index).fill(sample)
    preview = desk.at("template-form").get_by_test_id("template-preview")
    await expect(preview).to_contain_text("Olá Ana, seu horário com a doutora é quinta às 14h na clínica.")
    await desk.at("template-submit").click()
    row = desk.at("template-row").filter(has_text=name)
    # Reviewed by the provider, told by webhook, shown without a refresh.
    await expect(row).to_have_attribute("data-status", "APPROVED")


async def test_a_template_reaches_the_phone_outside_the_window(sit: Sit, meet: Meet) -> None:
    desk, customer = await sit(), meet("Ana Souza")
    await make_template(desk, "horario_marcado")
    await customer.do(text="Vocês atendem amanhã?", timestamp=str(int(time.time()) - 26 * 3600))
    await desk.open()
    await desk.open_conversation("Ana Souza")
    closed = desk.at("composer-closed")
    await expect(closed).to_have_attribute("data-reason", "window")
    key = desk.page.url.split("?", maxsplit=1)[0].rpartition("/")[2]
    # What was typed while the window was still open.
    await desk.page.evaluate("([key, text]) => sessionStorage.setItem(`recado.draft.text.${key}`, text)", [key, DRAFT])
    await desk.at("template-open").click()
    await desk.at("template-search").fill("doutora")
    await desk.at("template-option").filter(has_text="horario marcado").click()
    dialog = desk.at("template-dialog")
    await expect(dialog).to_contain_text(DRAFT)
    await expect(dialog.get_by_test_id("template-value").first).to_have_value("Ana")
    await expect(desk.at("template-send")).to_be_disabled()
    await dialog.get_by_test_id("template-value").nth(1).fill("sexta às 9h")
    said = "Olá Ana, seu horário com a doutora é sexta às 9h na clínica."
    await expect(dialog.get_by_test_id("template-preview")).to_contain_text(said)
    await desk.at("template-send").click()
    await expect(desk.message(said, direction="out")).to_be_visible()
    await customer.heard(said)
    await expect(closed.get_by_test_id("kept-draft")).to_contain_text(DRAFT)
