"""How does somebody draw a flow with the hand?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from playwright.async_api import Locator, expect

from tests.journeys.desk import Desk

_SAVED = re.compile(r"^idle$")


@dataclass(slots=True)
class Canvas:
    """The builder of one flow at an operator's desk."""

    desk: Desk

    def node(self, text: str) -> Locator:
        return self.desk.at("flow-node").filter(has_text=text)

    def by_id(self, id_: str) -> Locator:
        return self.desk.page.locator(f'[data-testid="flow-node"][data-node="{id_}"]')

    async def create(self, name: str, *, shared: bool = False) -> str:
        """Begin an empty flow through the list; the id it got."""
        await self.desk.open("/fluxos")
        await self.desk.at("flow-new").click()
        await self.desk.at("new-flow-name").fill(name)
        if shared:
            await self.desk.at("new-flow-bot").select_option("")
        await self.desk.at("new-flow-create").click()
        await expect(self.desk.at("flow-node").first).to_be_visible()
        return self.desk.page.url.rsplit("/", 1)[1]

    async def pull(self, source: Locator, exit_: str, kind: str, *, by: tuple[int, int]) -> str:
        """Draw a line from an exit to the empty canvas, and let a node of this kind stand there; its id."""
        page = self.desk.page
        await self.still()
        handle = await source.get_by_test_id(f"exit-{exit_}").bounding_box()
        assert handle is not None
        x, y = handle["x"] + handle["width"] / 2, handle["y"] + handle["height"] / 2
        await page.mouse.move(x, y)
        await page.mouse.down()
        await page.mouse.move(x + by[0] / 2, y + by[1] / 2, steps=4)
        await page.mouse.move(x + by[0], y + by[1], steps=4)
        await page.mouse.up()
        await self.desk.at("quick-add-search").fill(kind)
        await page.keyboard.press("Enter")
        return await self.selected()

    async def connect(self, source: Locator, exit_: str, target: Locator) -> None:
        """Draw a line from an exit to a node that stands there."""
        lines = self.desk.page.locator(".react-flow__edge")
        before = await lines.count()
        await self.still()
        await source.get_by_test_id(f"exit-{exit_}").drag_to(target.locator(".flow-handle-in"), force=True)
        await expect(lines).to_have_count(before + 1)

    async def still(self) -> None:
        """Wait until the canvas has come to rest: a drag aims at where a handle stood when it began."""
        viewport = self.desk.page.locator(".react-flow__viewport")
        seen = None
        while seen != (seen := await viewport.get_attribute("style")):
            await self.desk.page.wait_for_timeout(250)

    async def drop(self, key: str, *, at: tuple[int, int]) -> str:
        """Drag a kind from the palette to the canvas; the id of its node."""
        target = self.desk.at("flow-canvas")
        await self.desk.at(f"palette-{key}").drag_to(target, target_position={"x": at[0], "y": at[1]})
        return await self.selected()

    async def selected(self) -> str:
        chosen = self.desk.page.locator('.react-flow__node.selected [data-testid="flow-node"]')
        await expect(chosen).to_have_count(1)
        return await chosen.get_attribute("data-node") or ""

    async def write(self, label: str, text: str) -> None:
        """Fill a field of the selected node's form."""
        await self.desk.at("node-form").get_by_label(label, exact=False).first.fill(text)

    async def offer(self, *titles: str) -> None:
        """Add choices, each by its title."""
        items = self.desk.at("node-form").get_by_test_id("items-choices")
        for title in titles:
            await items.get_by_test_id("add-choices").click()
            await items.get_by_label("Título").fill(title)

    async def rest(self) -> None:
        """Click beside everything, so that nothing is selected."""
        await self.desk.at("side-close").click()

    async def saved(self) -> None:
        await expect(self.desk.at("flow-saving")).to_have_attribute("data-state", _SAVED)

    async def tidy(self) -> None:
        await self.desk.at("flow-tidy").click()
