"""Is a screen usable by everyone, wide and narrow, light and dark?

With RECADO_PICTURES set to a folder, the pictures that people should look at are put there.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Literal

from playwright.async_api import Page

from tests.journeys.house import ROOT

SIZES = ((1280, 800), (390, 844))
ZONE = "America/Sao_Paulo"
THEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
_AXE = ROOT / "dashboard" / "node_modules" / "axe-core" / "axe.min.js"
_RUN = """async () => (await axe.run(document, { resultTypes: ["violations"] })).violations
  .filter((one) => ["serious", "critical"].includes(one.impact))
  .map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(" | ")}`)"""
_TOO_WIDE = """() => [document.documentElement, document.body].some((one) => one.scrollWidth > innerWidth)
  ? [...document.querySelectorAll("*")].filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
      .slice(0, 5).map((one) => one.outerHTML.slice(0, 160))
  : []"""


async def problems_of(page: Page, name: str, folder: Path) -> dict[str, list[str]]:
    """Take the four pictures of a screen and return what is wrong in each: grave findings of axe, what stands out."""
    await page.evaluate(_AXE.read_text())
    folder = Path(os.environ.get("RECADO_PICTURES") or folder)
    problems: dict[str, list[Any]] = {}
    for width, height in SIZES:
        await page.set_viewport_size({"width": width, "height": height})
        for theme in THEMES:
            await page.emulate_media(color_scheme=theme)
            picture = f"{name}-{width}-{theme}"
            await page.screenshot(path=folder / f"{picture}.png", animations="disabled")
            if found := [*await page.evaluate(_RUN), *await page.evaluate(_TOO_WIDE)]:
                problems[picture] = found
    await page.set_viewport_size({"width": SIZES[0][0], "height": SIZES[0][1]})
    return problems
