"""One product, one browser and one simulator for all journeys of a run; each journey has customers of its own."""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from itertools import count
from pathlib import Path

import aiohttp
import pytest
import pytest_asyncio
from playwright.async_api import Browser, async_playwright, expect

from tests.journeys.desk import ARGUMENTS, Desk, sit_down
from tests.journeys.house import House, open_house
from tests.journeys.people import Phone, World

CHROMIUM = os.environ.get("RECADO_CHROMIUM") or next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"))), None
)
Sit = Callable[..., Awaitable[Desk]]
Meet = Callable[[str], Phone]
expect.set_options(timeout=20_000)


_APART = {
    "test_screens.py",
    "test_more_screens.py",
    "test_flow_builder.py",
    "test_connections.py",
    "test_automations.py",
}
"""Half of the journeys, on a product and in a worker of their own: one after another all would be the longest way of a run."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if item.path.parent == here:
            item.add_marker(pytest.mark.xdist_group("journeys-2" if item.path.name in _APART else "journeys"))
    # Last: its two hundred customers with terrible names would fill every later screen.
    items.sort(key=lambda item: item.path.name.startswith("test_hostile"))


@pytest.fixture(scope="session")
def house() -> Iterator[House]:
    opened = open_house()
    yield opened
    opened.end()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    assert CHROMIUM is not None, "Chromium is part of the tests"
    async with async_playwright() as playwright:
        running = await playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield running
        await running.close()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def world(house: House) -> AsyncIterator[World]:
    async with aiohttp.ClientSession() as http:
        yield World(http, house.simulator)


@pytest_asyncio.fixture(loop_scope="session")
async def sit(house: House, browser: Browser) -> AsyncIterator[Sit]:
    """Give an operator a browser; all of them are closed after the test."""
    desks: list[Desk] = []

    async def one(email: str = "", **context: object) -> Desk:
        desks.append(await sit_down(browser, house, email, **context))
        return desks[-1]

    yield one
    for desk in desks:
        await desk.context.close()


@pytest.fixture
def meet(world: World) -> Meet:
    """Give a customer a number that nobody else has."""
    return lambda name: world.phone(f"55119{next(_NUMBERS):08d}", name)


_NUMBERS = count(80_000_001)
