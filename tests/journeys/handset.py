"""How does a customer hold the simulated phone in the hand?"""

from __future__ import annotations

import re

from playwright.async_api import Browser, Locator, Page, expect

from tests.journeys.people import World


class Handset:
    """The simulator's phone page, touched like a phone."""

    def __init__(self, page: Page, number: str) -> None:
        self.page = page
        self.unit = page.get_by_test_id(f"phone-{number}")

    async def say(self, text: str) -> str:
        """Type and send; the provider's id of the message."""
        async with self.page.expect_response(re.compile(r"/control/phones/\d+/messages$")) as answered:
            await self.unit.get_by_test_id("composer").fill(text)
            await self.unit.get_by_test_id("send").click()
        return str((await (await answered.value).json())["wamid"])

    async def choose(self, option: str) -> None:
        """Open the newest list and tap one of its rows."""
        await self.unit.get_by_test_id("open-list").last.click()
        await self.unit.get_by_test_id(f"tap-{option}").click()

    async def tap(self, title: str) -> None:
        """Tap the newest button of this title."""
        await self.unit.get_by_test_id(re.compile("^tap-")).filter(has_text=title).last.click()

    def bubble(self, text: str, direction: str = "in") -> Locator:
        return self.unit.get_by_test_id(f"bubble-{direction}").filter(has_text=text)


async def pick_up(browser: Browser, world: World, number: str, name: str) -> Handset:
    """Open somebody's phone, in a window of its own: a browser slows down what stands behind another tab."""
    page = await browser.new_page()
    await page.goto(f"{world.url}/?phone={number}")
    handset = Handset(page, number)
    await expect(handset.unit.get_by_test_id("composer")).to_be_visible()
    await world.ask("PUT", f"phones/{number}", {"name": name})
    return handset
