"""State and events make the new state: does a screen that only listens show what a fresh one does, after every act?"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable
from typing import Any
from uuid import uuid4

import pytest
from playwright.async_api import Page, expect

from tests.journeys.conftest import Meet, Sit
from tests.journeys.desk import JOURNEY, Desk
from tests.journeys.people import Phone, until

pytestmark = JOURNEY
Act = tuple[str, Callable[[], Awaitable[Any]]]

# What the thread and the list say, word for word, without moments that pass, colleagues who look on, and what an eye is led to.
_SAID = """(name) => {
  const text = (one) => one.textContent.replace(/há (menos de )?\\d+ (min|s|h)|agora/g, "").replace(/\\s+/g, " ").trim();
  const rows = [...document.querySelectorAll('[data-testid="message"]')]
    .sort((a, b) => a.closest("[data-index]").dataset.index - b.closest("[data-index]").dataset.index)
    .map((one) => `${one.dataset.id} ${one.dataset.status} ${text(one)}`);
  const all = [...document.querySelectorAll('[data-testid="conversation-row"]')];
  const list = all.filter((one) => one.textContent.includes(name)).map(text);
  const composer = document.querySelector('[data-testid="composer-closed"]')?.dataset.reason ?? "open";
  const header = text(document.querySelector("section[aria-label=Conversa] header"));
  const tabs = [...document.querySelectorAll('[role=tab]')].map(text);
  return { rows, list, composer, header, tabs };
}"""


async def said(page: Page, name: str) -> dict[str, Any]:
    found: dict[str, Any] = await page.evaluate(_SAID, name)
    return found


async def fresh(desk: Desk, name: str) -> dict[str, Any]:
    """What somebody sees who opens the same address now."""
    page = await desk.context.new_page()
    try:
        await page.set_viewport_size({"width": 1280, "height": 4000})
        await page.goto(desk.page.url)
        for there in (
            '[data-testid="message"]',
            "section[aria-label=Conversa] header",
            '[data-testid="composer-text"], [data-testid="composer-closed"]',
        ):
            await expect(page.locator(there).first).to_be_visible()
        await expect(page.locator("[role=tab]").first).to_contain_text(re.compile(r"\d"))
        return await said(page, name)
    finally:
        await page.close()


async def same(desk: Desk, name: str, what: str) -> None:
    """The listening screen comes to say what a fresh one says."""
    heard: dict[str, Any] = {}
    new: dict[str, Any] = {}

    async def look() -> bool:
        heard.update(await said(desk.page, name))
        new.update(await fresh(desk, name))
        return heard == new

    try:
        await until(look, what, 8, every_s=0.15)
    except AssertionError:
        different = {
            key: [one for one in zip(heard[key], new[key], strict=False) if one[0] != one[1]]
            for key in ("rows", "list", "tabs")
        }
        raise AssertionError(
            f"{what}: {different} {len(heard['rows'])} {len(new['rows'])} {heard['header']} {new['header']}"
        ) from None


def acts(desk: Desk, customer: Phone) -> list[Act]:
    """Every act of the inbox, done elsewhere than on the screen that listens."""
    path = f"conversations/{customer.number}"

    def post(verb: str, **body: Any) -> Callable[[], Awaitable[Any]]:
        return lambda: desk.ask("POST", f"{path}/{verb}", body, headers={"idempotency-key": uuid4().hex})

    async def send() -> None:
        await post("send", text="Um instante")()
        await customer.heard("Um instante")

    async def line() -> str:
        lines = (await desk.ask("GET", f"{path}/messages"))["items"]
        return str(next(one["id"] for one in reversed(lines) if one["text"] == "Uma pergunta"))

    async def quote() -> None:
        await post("send", text="Sobre isto", reply_to=await line())()
        await customer.heard("Sobre isto")

    async def react(emoji: str) -> None:
        await desk.ask("PUT", f"{path}/messages/{await line()}/reaction", {"emoji": emoji})

    async def rafael() -> str:
        people = (await desk.ask("GET", "desk"))["people"]
        return str(next(one["id"] for one in people if one["name"] == "Rafael Nunes"))

    async def assign(note: str) -> None:
        mine = (await desk.ask("GET", path))["assignee"]["id"]
        body = {"member_id": await rafael(), "seen_assignee_id": mine, "note": note}
        await desk.ask("POST", f"{path}/assign", body)

    return [
        ("somebody writes", lambda: customer.say("Uma pergunta")),
        ("read", post("read")),
        ("taken", post("take")),
        ("an answer", send),
        ("a quote", quote),
        ("a reaction", lambda: react("👍")),
        ("another reaction", lambda: react("❤️")),
        ("none any more", lambda: react("")),
        ("a reaction of theirs", lambda: customer.do(reaction="🙏")),
        ("a note", post("notes", text="só para nós")),
        ("waiting", post("wait")),
        ("given to a colleague with a note", lambda: assign("é com você")),
        ("back to the bot", post("hand-back")),
        ("the bot's answer", lambda: customer.say("menu")),
        ("archived", post("close")),
    ]


async def begin(sit: Sit, customer: Phone) -> Desk:
    desk = await sit(viewport={"width": 1280, "height": 4000})
    await customer.reach_a_person()
    ref = (await desk.ask("GET", f"conversations/{customer.number}"))["id"]
    await desk.open(f"/whatsapp/conversas/{ref}")
    await expect(desk.at("message").first).to_be_visible()
    return desk


async def test_after_all_acts_a_listening_screen_says_what_a_fresh_one_does(sit: Sit, meet: Meet) -> None:
    customer = meet("Ouvinte de Tudo")
    desk = await begin(sit, customer)
    for _, act in acts(desk, customer):
        await act()
    await same(desk, customer.name, "after all acts")
    assert (await desk.seen(), desk.notes.errors) == ([], [])


@pytest.mark.nightly
async def test_after_every_act_a_listening_screen_says_what_a_fresh_one_does(sit: Sit, meet: Meet) -> None:
    customer = meet("Ouvinte Fiel")
    desk = await begin(sit, customer)
    for what, act in acts(desk, customer):
        await act()
        await same(desk, customer.name, what)
    assert (await desk.seen(), desk.notes.errors) == ([], [])


@pytest.mark.nightly
async def test_what_was_done_while_the_line_was_cut_for_a_minute_is_there_once_afterwards(sit: Sit, meet: Meet) -> None:
    customer, away = meet("Ouvinte Ausente"), await sit()
    desk = await begin(sit, customer)
    await desk.context.set_offline(True)
    minute = asyncio.create_task(asyncio.sleep(60))
    await expect(desk.at("reconnecting")).to_be_visible()
    for _, act in acts(away, customer)[:-1]:
        await act()
    await desk.write("Escrita no escuro")
    await expect(desk.at("retry-send")).to_be_visible()
    await minute
    await desk.context.set_offline(False)
    await expect(desk.at("reconnecting")).to_have_count(0)
    await desk.at("retry-send").click()
    await customer.heard("Escrita no escuro")
    await same(desk, customer.name, "after the cut")
    heard = [one.get("text") for one in await customer.messages() if one["direction"] == "in"]
    for text in ("Escrita no escuro", "Um instante", "Sobre isto"):
        assert heard.count(text) == 1
    assert await desk.seen() == []
