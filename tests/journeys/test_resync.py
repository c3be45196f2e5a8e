"""F49: the line breaks, a process dies, a second tab is open. Is anything missing afterwards, or there twice?"""

from __future__ import annotations

import asyncio

import pytest
from playwright.async_api import Route, expect

from tests.journeys.conftest import Meet, Sit
from tests.journeys.desk import JOURNEY, Desk
from tests.journeys.house import House
from tests.journeys.people import Phone

pytestmark = JOURNEY

_SHOWN = """() => [...document.querySelectorAll('[data-testid="message"][data-id]')]
  .map((one) => [Number(one.closest("[data-index]").dataset.index), one.dataset.id, one.textContent])
  .sort((a, b) => a[0] - b[0])"""
_SENT = '[data-testid="message"][data-status="delivered"] >> text="Já te respondo"'


async def in_talk(desk: Desk, customer: Phone) -> None:
    """The operator has taken the customer's conversation and stands before it."""
    await customer.reach_a_person()
    await desk.open()
    await desk.open_conversation(customer.name)
    await desk.at("take").click()
    await expect(desk.at("hand-back")).to_be_visible()


async def shown(desk: Desk, *texts: str) -> None:
    """Each text stands in the thread exactly once, in this order, and nothing stands there twice."""
    for text in texts:
        await expect(desk.message(text)).to_have_count(1)
    rows = await desk.page.evaluate(_SHOWN)
    ids = [row[1] for row in rows]
    assert len(ids) == len(set(ids))
    places = [next(at for at, row in enumerate(rows) if text in row[2]) for text in texts]
    assert places == sorted(places), "in the order in which they were written"


async def test_F49_offline_in_the_middle_nothing_is_missing_nothing_is_doubled(sit: Sit, meet: Meet) -> None:
    customer, desk = meet("Helena Prado"), await sit()
    await in_talk(desk, customer)
    await customer.say("Antes da queda")
    await expect(desk.message("Antes da queda")).to_be_visible()

    await desk.context.set_offline(True)
    await expect(desk.at("reconnecting")).to_have_text("Sem conexão ao vivo, reconectando…")
    for text in ("Durante a queda, um", "Durante a queda, dois"):
        stored = await customer.world.stored_at(await customer.say(text))
        assert stored
    await desk.write("Escrita sem conexão")
    unsent = desk.page.locator('[data-testid="message"][data-status="unsent"]')
    await expect(unsent).to_contain_text("Escrita sem conexão")
    await expect(desk.message("Durante a queda")).to_have_count(0)

    await desk.context.set_offline(False)
    await expect(desk.at("reconnecting")).to_have_count(0)
    await expect(desk.message("Durante a queda, dois")).to_be_visible()
    await desk.at("retry-send").click()
    await customer.heard("Escrita sem conexão")
    await customer.say("Depois da queda")
    during = ("Durante a queda, um", "Durante a queda, dois")
    await shown(desk, "Antes da queda", *during, "Escrita sem conexão", "Depois da queda")
    await expect(unsent).to_have_count(0)


@pytest.mark.nightly
async def test_F49_a_killed_api_costs_neither_messages_nor_the_thread(sit: Sit, meet: Meet, house: House) -> None:
    customer, desk = meet("Davi Moreira"), await sit()
    await in_talk(desk, customer)
    api = house.part("serve")
    await desk.write("Um instante, Davi")
    await customer.heard("Um instante, Davi")
    for process in (*api.children(recursive=True), api):
        process.kill()
    during = [await customer.say(f"Enquanto caía, {number}") for number in (1, 2, 3)]
    await desk.write("Já te respondo")  # the server is away, or just back
    for wamid in during:
        await customer.world.stored_at(wamid, hurry=True)
    await expect(desk.message("Enquanto caía")).to_have_count(3)
    # Asked again by itself for as long as it makes sense; on a slow machine by hand.
    await expect(desk.at("retry-send").or_(desk.page.locator(_SENT)).first).to_be_visible()
    if await desk.at("retry-send").is_visible():
        await desk.at("retry-send").click()
    await customer.heard("Já te respondo")
    await expect(desk.at("reconnecting")).to_have_count(0)
    for number in (1, 2, 3):  # a provider repeats what was refused in whatever order its patience ends
        await shown(desk, "Um instante, Davi", f"Enquanto caía, {number}")
    heard = [one.get("text") for one in await customer.messages() if one["direction"] == "in"]
    assert (heard.count("Um instante, Davi"), heard.count("Já te respondo")) == (1, 1)


@pytest.mark.nightly
async def test_F49_a_send_without_an_answer_is_repeated_with_the_same_key(sit: Sit, meet: Meet) -> None:
    customer, desk = meet("Clara Nogueira"), await sit()
    await in_talk(desk, customer)
    keys: list[str] = []
    reachable = asyncio.Event()

    async def arrive_but_lose_the_answer(route: Route) -> None:
        keys.append(route.request.headers["idempotency-key"])
        answer = await route.fetch()
        assert answer.status == 202
        if reachable.is_set():
            await route.fulfill(response=answer)
        else:
            await route.abort("connectionreset")

    await desk.page.route("**/send", arrive_but_lose_the_answer)
    await desk.write("O horário das 15h está livre")
    await expect(desk.at("retry-send")).to_be_visible()
    tried = len(keys)
    assert tried > 1, "the dashboard asks again by itself before it asks a person to"
    reachable.set()
    await desk.at("retry-send").click()
    await expect(desk.page.locator('[data-status="unsent"], [data-status="sending"]')).to_have_count(0)
    assert (len(keys), len(set(keys))) == (tried + 1, 1)
    await customer.heard("O horário das 15h está livre")
    await shown(desk, "O horário das 15h está livre")
    await desk.page.reload()
    await shown(desk, "O horário das 15h está livre")
    heard = [one.get("text") for one in await customer.messages()]
    assert heard.count("O horário das 15h está livre") == 1


@pytest.mark.nightly
async def test_F49_two_tabs_show_the_same_and_end_together(sit: Sit, meet: Meet) -> None:
    customer, desk = meet("Igor Bastos"), await sit()
    await in_talk(desk, customer)
    second = Desk(desk.house, desk.context, await desk.context.new_page(), desk.notes)
    await asyncio.gather(second.open(desk.page.url), desk.page.reload())  # both spend the same refresh cookie
    await expect(second.at("hand-back")).to_be_visible()
    await expect(desk.at("hand-back")).to_be_visible()

    await desk.page.bring_to_front()
    await desk.write("Da primeira aba")
    await expect(second.message("Da primeira aba")).to_be_visible()
    await second.page.bring_to_front()
    await second.write("Da segunda aba")
    await expect(desk.message("Da segunda aba")).to_be_visible()
    await customer.heard("Da segunda aba")
    for tab in (desk, second):
        await shown(tab, "Da primeira aba", "Da segunda aba")

    await second.at("person-menu").click()
    await second.at("sign-out").click()
    for tab in (desk, second):
        await expect(tab.at("signin-email")).to_be_visible()
        await expect(tab.page.get_by_text("Da primeira aba")).to_have_count(0)
