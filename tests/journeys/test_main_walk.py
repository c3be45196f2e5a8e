"""Does the main job work from end to end, as two people see it: a customer on a phone, an operator at the inbox?"""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from playwright.async_api import Browser, FilePayload, expect

from tests.journeys.conftest import Meet, Sit
from tests.journeys.desk import JOURNEY, Desk
from tests.journeys.handset import Handset, pick_up
from tests.journeys.house import House
from tests.journeys.people import World
from tests.journeys.pictures import png

pytestmark = JOURNEY

NUMBER = "5511987654321"
CUSTOMER = "Marina Alves"
GENEROUS_MS = 1_500
"""Three times the promise: other tests share these two cores."""

# The moment at which something first stood in the page, as the page saw it.
_WHEN_SHOWN = """async ([selector, text]) => {
  const there = () => [...document.querySelectorAll(selector)].some((one) => one.textContent.includes(text));
  while (!there()) await new Promise((seen) => {
    const watch = new MutationObserver(() => { watch.disconnect(); seen(); });
    watch.observe(document.body, { childList: true, subtree: true, characterData: true });
  });
  return Date.now() / 1000;
}"""
_ROW, _MESSAGE = '[data-testid="conversation-row"]', '[data-testid="message"]'


async def test_a_customer_writes_the_bot_answers_a_person_takes_over(
    sit: Sit, house: House, world: World, browser: Browser, record_testsuite_property: Callable[[str, object], None]
) -> None:
    desk = await sit("nobody")
    await sign_in(desk)
    await look_at_the_simulator(desk, world)
    handset = await pick_up(browser, world, NUMBER, CUSTOMER)
    await meet_the_bot(desk, handset, world, record_testsuite_property)
    await take_over_and_reply(desk, handset, world, record_testsuite_property)
    await note_only_for_colleagues(desk, handset)
    await pictures_both_ways(desk, handset)
    await archive_and_come_back(desk, handset)
    assert (desk.notes.dialogs, desk.notes.errors) == ([], [])
    assert [one for one in desk.notes.strangers if not one.startswith(house.simulator)] == []
    await handset.page.close()


async def sign_in(desk: Desk) -> None:
    await desk.open("/")
    await desk.at("signin-email").fill(desk.house.email)
    await desk.at("signin-password").fill("não é esta")
    await desk.at("signin-submit").click()
    await expect(desk.page.get_by_role("alert")).to_be_visible()
    await desk.at("signin-password").fill(desk.house.password)
    await desk.at("signin-submit").click()
    await expect(desk.page.get_by_role("heading", name="Visão geral")).to_be_visible()
    await expect(desk.at("figure-active")).to_be_visible()


async def look_at_the_simulator(desk: Desk, world: World) -> None:
    """Through the rail, as people do."""
    async with desk.context.expect_page() as opened:
        await desk.at("open-simulator").click()
    popup = await opened.value
    await popup.wait_for_load_state()
    await expect(popup.get_by_test_id("add-phone")).to_be_visible()
    assert popup.url.rstrip("/") == world.url
    await popup.close()


async def meet_the_bot(desk: Desk, handset: Handset, world: World, record: Callable[[str, object], None]) -> None:
    await desk.page.get_by_role("link", name="Conversas").click()
    await desk.at("tab-active").click()
    await expect(desk.row(CUSTOMER)).to_have_count(0)
    watching = asyncio.create_task(desk.page.evaluate(_WHEN_SHOWN, [_ROW, CUSTOMER]))
    stored = await world.stored_at(await handset.say("oi"))
    took = (await watching - stored) * 1000
    record("row_ms", round(took))
    assert took < GENEROUS_MS, "a new conversation stands in the list at once, without a refresh"

    await expect(handset.bubble("Oi, Marina!")).to_be_visible()
    await expect(handset.bubble("Como posso te ajudar hoje?")).to_be_visible()
    await handset.choose("menu:horarios")
    await expect(handset.bubble("Rua das Acácias")).to_be_visible()
    await handset.bubble("Posso ajudar com mais alguma coisa?").get_by_test_id("tap-mais_alguma_coisa:menu").click()
    await expect(handset.bubble("Como posso te ajudar hoje?")).to_have_count(2)
    await handset.choose("menu:atendente")
    await expect(handset.bubble("Já chamei alguém da nossa equipe")).to_be_visible()
    await expect(desk.row(CUSTOMER)).to_have_count(0)  # it left for those that wait for a person
    await desk.open_conversation(CUSTOMER)
    await expect(desk.message("Horários e endereço", direction="in")).to_be_visible()
    await expect(desk.message("Pediu para falar com um atendente", direction="system")).to_be_visible()


async def take_over_and_reply(
    desk: Desk, handset: Handset, world: World, record: Callable[[str, object], None]
) -> None:
    await desk.at("take").click()
    await expect(desk.message("Assumida por Viviane Prado")).to_be_visible()
    await expect(desk.at("window-countdown")).to_contain_text("Janela fecha em 23h5")
    await desk.write("Oi, Marina! Aqui é a Viviane, da recepção. Como posso ajudar?")
    await expect(handset.bubble("Aqui é a Viviane, da recepção")).to_be_visible()
    ours = desk.message("Aqui é a Viviane", direction="out")
    await expect(ours).to_have_attribute("data-status", "read")
    await expect(ours.get_by_role("img", name="Lida")).to_be_visible()
    await world.ask("POST", f"phones/{NUMBER}/messages", {"reaction": "❤️"})
    await expect(ours.get_by_test_id("reaction")).to_have_text("❤️")
    await expect(desk.message("❤️")).to_have_count(1)  # at its message, and no message of its own

    watching = asyncio.create_task(desk.page.evaluate(_WHEN_SHOWN, [_MESSAGE, "o Thor comeu chocolate"]))
    stored = await world.stored_at(await handset.say("Viviane, o Thor comeu chocolate 😟"))
    took = (await watching - stored) * 1000
    record("message_ms", round(took))
    assert took < GENEROUS_MS, "a message stands in the open thread at once"
    await expect(handset.unit.get_by_test_id("bubble-out").last.get_by_label("Lida")).to_be_visible()


async def note_only_for_colleagues(desk: Desk, handset: Handset) -> None:
    await desk.at("note-toggle").click()
    await desk.write("Pesar o Thor antes da consulta")
    await expect(desk.message("Pesar o Thor", direction="note")).to_contain_text("só a equipe vê")
    await desk.at("note-toggle").click()
    await expect(handset.bubble("Pesar o Thor")).to_have_count(0)


async def pictures_both_ways(desk: Desk, handset: Handset) -> None:
    await handset.unit.get_by_test_id("attach").click()
    await handset.unit.get_by_role("button", name="Foto de exemplo").click()
    shown = desk.page.locator('[data-testid="message"][data-direction="in"][data-type="image"] img')
    await expect(shown).to_be_visible()
    assert await shown.evaluate("async (one) => { await one.decode(); return one.naturalWidth > 0; }")

    picture = FilePayload(name="mapa.png", mimeType="image/png", buffer=png())
    await desk.at("composer-file").set_input_files([picture])
    await expect(desk.at("composer-send")).to_be_enabled()
    await desk.write("Como chegar aqui 🐾")
    sent = handset.bubble("Como chegar aqui").locator("img")
    await expect(sent).to_be_visible()
    assert await sent.evaluate("async (one) => { await one.decode(); return one.naturalWidth; }") == 320
    await expect(desk.message("Como chegar aqui", direction="out")).to_have_attribute("data-status", "read")


async def archive_and_come_back(desk: Desk, handset: Handset) -> None:
    before = desk.page.url
    await desk.at("archive").click()
    await expect(desk.at("composer-closed")).to_have_attribute("data-reason", "archived")
    await desk.at("tab-archived").click()
    await expect(desk.row(CUSTOMER)).to_have_attribute("data-state", "archived")
    await handset.say("oi de novo")
    await desk.at("tab-active").click()
    await desk.row(CUSTOMER).click()
    await expect(desk.at("conversation-boundary")).to_be_visible()
    await expect(desk.message("oi de novo", direction="in")).to_be_visible()
    await expect(desk.message("Como chegar aqui", direction="out")).to_be_attached()
    assert desk.page.url != before, "a conversation of its own, linked to the one before"


async def test_F34_of_two_operators_one_takes_and_the_other_is_told_who(sit: Sit, meet: Meet, house: House) -> None:
    customer = meet("Otávio Reis")
    viviane, rafael = await asyncio.gather(sit(), sit(house.colleague))
    await customer.reach_a_person()
    for desk in (viviane, rafael):
        await desk.open()
        await desk.open_conversation(customer.name)
        await expect(desk.at("take")).to_be_enabled()
    # At once: whoever waits for a steady button may find that the other's news has taken it away.
    buttons = [await desk.at("take").element_handle() for desk in (viviane, rafael)]
    await asyncio.gather(*(button.evaluate("one => one.click()") for button in buttons))

    closed = [desk.page.locator('[data-testid="composer-closed"][data-reason="taken"]') for desk in (viviane, rafael)]
    await expect(closed[0].or_(viviane.at("hand-back"))).to_be_visible()
    won, lost, told = (rafael, viviane, closed[0]) if await closed[0].is_visible() else (viviane, rafael, closed[1])
    winner = "Viviane Prado" if won is viviane else "Rafael Nunes"
    await expect(told).to_contain_text(f"{winner} está atendendo esta conversa")
    await expect(lost.page.get_by_text(f"{winner} assumiu esta conversa antes.")).to_be_visible()
    await expect(won.at("hand-back")).to_be_visible()
    await expect(lost.at("composer-text")).to_have_count(0)

    await won.write("Otávio, a recepção já te atende.")
    await customer.heard("a recepção já te atende")
    await expect(lost.message("a recepção já te atende", direction="out")).to_be_visible()
    assert sum("a recepção já te atende" in (one.get("text") or "") for one in await customer.messages()) == 1
