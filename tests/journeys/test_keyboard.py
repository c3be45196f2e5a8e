"""Can somebody answer a customer from the first look to the last act without ever touching the mouse?"""

from __future__ import annotations

from playwright.async_api import expect

from tests.journeys.conftest import Meet, Sit
from tests.journeys.desk import JOURNEY, Desk
from tests.journeys.people import Phone, until

pytestmark = JOURNEY
_COUNT = """window.__presses = 0;
for (const name of ["mousedown", "pointerdown", "touchstart"]) addEventListener(name, () => window.__presses++, true);"""


async def reaction_on(phone: Phone) -> str:
    """The emoji of ours under the customer's last message, as their phone shows it."""
    theirs = [one for one in await phone.messages() if one["direction"] == "out"]
    return next((one["emoji"] for one in theirs[-1]["reactions"] if one["by"] == "business"), "")


async def press(desk: Desk, *keys: str) -> None:
    for key in keys:
        await desk.page.keyboard.press(key)


async def answer(desk: Desk, customer: Phone, shortcut: str) -> None:
    # An answer with an emoji by its name, then one that quotes, then a quick reply.
    await press(desk, "r")
    await expect(desk.at("composer-text")).to_be_focused()
    await desk.page.keyboard.type("Calma :abraç")
    await expect(desk.at("suggestions")).to_contain_text("🤗")
    await press(desk, "Enter")
    await expect(desk.at("composer-text")).to_have_value("Calma 🤗 ")
    await press(desk, "Enter")
    await customer.heard("Calma 🤗")
    await press(desk, "Escape", "ArrowUp", "ArrowUp")
    await expect(desk.page.locator("[data-marked]")).to_have_count(1)
    await press(desk, "Escape")
    await expect(desk.page.locator("[data-marked]")).to_have_count(0)
    await press(desk, "q")
    await expect(desk.at("composer-text")).to_be_focused()
    await desk.page.keyboard.type("Desde quando?")
    await press(desk, "Enter")
    heard = await customer.heard("Desde quando?")
    assert heard["reply_to"]
    await desk.page.keyboard.type(f"/{shortcut}")
    await expect(desk.at("suggestions")).to_contain_text(f"/{shortcut}")
    await press(desk, "Enter")
    await expect(desk.at("composer-text")).to_have_value("Otávio, já volto.")
    await press(desk, "Enter")
    await customer.heard("Otávio, já volto.")


async def put_a_heart(desk: Desk, customer: Phone) -> None:
    # A heart for what the customer said, and another emoji instead of it.
    await press(desk, "Escape", "g")
    await expect(desk.at("quick-reactions")).to_be_visible()
    await press(desk, "ArrowRight", "Enter")
    await expect(desk.at("reaction")).to_have_text("❤️")

    async def loved() -> bool:
        return await reaction_on(customer) == "❤️"

    await until(loved, "the heart on the phone")
    await press(desk, "g")
    await press(desk, *["ArrowRight"] * 6, "Enter")
    await expect(desk.at("emoji-search")).to_be_focused()
    await desk.page.keyboard.type("pássaro")
    await press(desk, "Enter")
    await expect(desk.at("reaction")).to_have_text("🐦")


async def look_around(desk: Desk) -> None:
    # A note that calls a colleague, the details, a template looked at, and the search back to where it was said.
    await press(desk, "n")
    await desk.page.keyboard.type("@raf")
    await expect(desk.at("suggestions")).to_contain_text("Rafael Nunes")
    await press(desk, "Tab")
    await desk.page.keyboard.type("entende de aves")
    await press(desk, "Enter")
    await expect(desk.message("@Rafael Nunes entende de aves", direction="note")).to_be_visible()
    await press(desk, "Escape", "Escape", "m")
    await expect(desk.at("template-dialog")).to_be_visible()
    await press(desk, "Escape")
    await expect(desk.at("template-dialog")).to_be_hidden()
    await press(desk, "/")
    await desk.page.keyboard.type("periquitos cantar")
    await expect(desk.at("snippet").first).to_contain_text("periquito")
    await press(desk, "Enter", "Enter")
    await expect(desk.page.locator("[data-lit]")).to_contain_text("Meu periquito parou de cantar")
    await press(desk, "/")
    await press(desk, "Escape")


async def test_a_whole_conversation_by_keyboard_alone(sit: Sit, meet: Meet) -> None:
    desk, customer = await sit(), meet("Otávio Teclado")
    await desk.context.add_init_script(_COUNT)
    shortcut = f"retorno{customer.number[-5:]}"
    reply = {"shortcut": shortcut, "title": "", "text": "{{ contact.first_name }}, já volto."}
    await desk.ask("POST", "quick-replies", reply)
    await customer.reach_a_person()
    await customer.say("Meu periquito parou de cantar")
    await desk.open()
    await expect(desk.at("tab-waiting")).to_be_visible()

    # The help says which keys there are.
    await press(desk, "?")
    await expect(desk.page.get_by_role("dialog", name="Atalhos do teclado")).to_contain_text("Reagir com um emoji")
    await press(desk, "Escape")

    # Those who wait, the newest of them, taken.
    await press(desk, "2")
    await expect(desk.row(customer.name)).to_be_visible()
    await press(desk, "j")
    await expect(desk.message("Meu periquito parou de cantar")).to_be_visible()
    await press(desk, "a")
    await expect(desk.at("hand-back")).to_be_visible()
    await desk.page.keyboard.press("1")

    await answer(desk, customer, shortcut)
    await put_a_heart(desk, customer)
    await look_around(desk)

    # Done.
    await press(desk, "e")
    await expect(desk.at("composer-closed")).to_have_attribute("data-reason", "archived")
    assert await desk.page.evaluate("window.__presses") == 0
    assert (await desk.seen(), desk.notes.errors) == ([], [])
