"""Does the thread show what was unread, what was found long ago, and which emoji stands under what?"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.async_api import expect

from tests.journeys.conftest import Meet, Sit
from tests.journeys.desk import JOURNEY, Desk
from tests.journeys.people import until

pytestmark = JOURNEY


async def picture(desk: Desk, name: str) -> None:
    """Put a picture where people look at them, in both themes and both widths."""
    if folder := os.environ.get("RECADO_PICTURES", ""):
        for theme in ("light", "dark"):
            await desk.page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
            for width in (1280, 390):
                await desk.page.set_viewport_size({"width": width, "height": 760})
                await desk.page.wait_for_timeout(200)
                await desk.page.screenshot(path=Path(folder) / f"thread-{name}-{theme}-{width}.png")
        await desk.page.set_viewport_size({"width": 1280, "height": 720})
        await desk.page.emulate_media(color_scheme="light")


@pytest.mark.nightly
async def test_an_emoji_is_put_changed_and_taken_back(sit: Sit, meet: Meet) -> None:
    desk, customer = await sit(), meet("Rita Emoji")
    await customer.reach_a_person()
    await customer.say("Deu tudo certo!")
    await desk.open()
    await desk.open_conversation(customer.name)
    row = desk.message("Deu tudo certo!", direction="in")
    await row.hover()
    await row.get_by_test_id("react").click()
    await picture(desk, "quick-reactions")
    await desk.at("quick-reactions").get_by_label("Reagir com 👍").click()
    await expect(row.get_by_test_id("reaction")).to_have_text("👍")

    async def on_the_phone() -> list[str]:
        (said,) = [one for one in await customer.messages() if one.get("text") == "Deu tudo certo!"]
        return [one["emoji"] for one in said["reactions"]]

    async def loved() -> bool:
        return await on_the_phone() == ["👍"]

    async def gone() -> bool:
        return await on_the_phone() == []

    await until(loved, "the thumb on the phone")
    await customer.do(reaction="🙏")
    await expect(desk.at("reaction")).to_have_count(2)
    await desk.page.reload()
    await expect(row.get_by_test_id("reaction")).to_have_text("👍")
    await row.locator('[data-by="us"]').click()
    await until(gone, "the phone without our emoji")
    await expect(row.get_by_test_id("reaction")).to_have_count(0)
    await desk.at("take").click()
    await expect(desk.at("announce-offer")).to_be_visible()
    await desk.at("emoji").click()
    await picture(desk, "emoji-picker")
    await desk.at("emoji-search").fill("vacina")
    await desk.at("emoji-search").press("Enter")
    await expect(desk.at("composer-text")).to_have_value("💉")
    assert (await desk.seen(), desk.notes.errors) == ([], [])


@pytest.mark.nightly
async def test_what_was_unread_is_divided_and_what_was_found_is_shown(sit: Sit, meet: Meet) -> None:
    desk, customer = await sit(), meet("Nilo Antigo")
    await customer.reach_a_person()
    await customer.say("Meu jabuti sumiu no quintal")
    await desk.ask("POST", f"conversations/{customer.number}/take", {})
    await desk.ask("POST", f"conversations/{customer.number}/read", {})
    ref = (await desk.ask("GET", f"conversations/{customer.number}"))["id"]
    for number in range(90):
        await desk.ask("POST", f"conversations/{ref}/notes", {"text": f"linha {number}"})
    for text in ("Achei!", "Estava no canil"):
        await customer.world.stored_at(await customer.say(text))
    await desk.open("/whatsapp/conversas")
    await desk.row(customer.name).click()
    unseen = desk.at("unseen")
    await expect(unseen).to_be_visible()
    order = await desk.page.evaluate("""() => [...document.querySelectorAll('[data-testid="unseen"], [data-testid="message"]')]
      .sort((a, b) => a.closest("[data-index]").dataset.index - b.closest("[data-index]").dataset.index)
      .map((one) => one.textContent)""")
    (at,) = [place for place, text in enumerate(order) if text.startswith("Novas mensagens")]
    assert "linha 89" in order[at - 1]
    assert "Achei!" in order[at + 1]
    await picture(desk, "unread")
    await desk.write("Que bom!")
    await expect(unseen).to_have_count(0)

    # What stands two pages before is shown in its place, both ways lead on, and one press leads back.
    await desk.at("conversation-search").fill("jabuti")
    await expect(desk.at("snippet").first).to_contain_text("jabuti")
    await desk.at("conversation-row").filter(has_text=customer.name).click()
    found = desk.page.locator("[data-lit]")
    await expect(found).to_contain_text("Meu jabuti sumiu no quintal")
    await expect(found).to_be_in_viewport()
    assert "mensagem=" in desk.page.url
    await picture(desk, "found")
    await desk.at("jump-newest").click()
    await expect(desk.message("Que bom!", direction="out")).to_be_in_viewport()
    # The address of one message leads there by itself; from there one can read on to the end.
    await desk.page.go_back()
    await expect(desk.message("Meu jabuti sumiu no quintal", direction="in")).to_be_in_viewport()
    thread, last = desk.at("thread"), desk.message("Que bom!", direction="out")
    for _ in range(40):
        await thread.evaluate("one => one.scrollBy(0, 900)")
        await desk.page.wait_for_timeout(60)
        if await last.count():
            break
    await expect(last).to_be_visible()
    await thread.evaluate("one => one.scrollTo(0, one.scrollHeight)")
    await customer.say("E agora?")
    await expect(desk.message("E agora?", direction="in")).to_have_count(1)
    assert (await desk.seen(), desk.notes.errors) == ([], [])
