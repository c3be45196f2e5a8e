"""A morning at the desk: ten customers write, two people answer them, and do the figures tell what was done?"""

from __future__ import annotations

import asyncio
import time
from typing import Any
from uuid import uuid4

import pytest
from playwright.async_api import expect

from tests.journeys.conftest import Meet, Sit
from tests.journeys.desk import JOURNEY, Desk
from tests.journeys.people import Phone, until
from tests.journeys.test_templates import make_template

pytestmark = JOURNEY
GENEROUS_MS = 1_500
"""Three times the promise: other tests share these two cores."""
_DAY_AND_MORE_S = 26 * 3600


async def figures(desk: Desk) -> dict[str, Any]:
    funnel = await desk.ask("GET", "whatsapp-chat/status")
    today = (await desk.ask("GET", "analytics/conversations"))["to"]
    report = await desk.ask("GET", f"analytics/conversations?group=person&from={today}&to={today}")
    people = {one["label"]: one["figures"]["messages_by_people"] for one in report["items"]}
    return {"funnel": funnel, "totals": report["totals"], "people": people}


async def arrive(meet: Meet) -> list[Phone]:
    """Nine ask the bot for a person; the tenth wrote yesterday, while nobody was there."""
    phones = [meet(f"Manhã {number:02d}") for number in range(10)]
    *nine, late = phones
    yesterday = str(int(time.time()) - _DAY_AND_MORE_S)
    await asyncio.gather(
        *(phone.reach_a_person() for phone in nine), late.do(text="Vocês abrem amanhã?", timestamp=yesterday)
    )
    return phones


async def answer_at_the_api(desk: Desk, phone: Phone) -> None:
    await desk.ask("POST", f"conversations/{phone.number}/take", {})
    said = {"text": f"Bom dia, {phone.name}!"}
    await desk.ask("POST", f"conversations/{phone.number}/send", said, headers={"idempotency-key": str(uuid4())})
    await phone.heard(said["text"])
    await desk.ask("POST", f"conversations/{phone.number}/close", {})


async def one_wins(viviane: Desk, rafael: Desk) -> tuple[Desk, Desk]:
    """Both press at once; the one who was slower reads who has it. Whoever won comes first."""
    buttons = [await desk.at("take").element_handle() for desk in (viviane, rafael)]
    began = time.monotonic()
    # No pointer: it waits for a button that may be gone by then.
    await asyncio.gather(*(button.evaluate("button => button.click()") for button in buttons))
    closed = {id(desk): asyncio.create_task(desk.at("composer-closed").wait_for()) for desk in (viviane, rafael)}
    done, waiting = await asyncio.wait(closed.values(), return_when=asyncio.FIRST_COMPLETED, timeout=20)
    assert (time.monotonic() - began) * 1000 < GENEROUS_MS
    assert len(done) == 1, "one of them has it"
    for task in waiting:
        task.cancel()
    await asyncio.gather(*waiting, return_exceptions=True)
    lost, won = (viviane, rafael) if closed[id(viviane)] in done else (rafael, viviane)
    name = "Viviane Prado" if won is viviane else "Rafael Nunes"
    await expect(lost.at("composer-closed")).to_contain_text(name)
    await expect(won.at("hand-back")).to_be_visible()
    return won, lost


async def send_template(viviane: Desk, late: Phone, name: str) -> None:
    """Outside the window a template goes out."""
    await viviane.open()
    await viviane.open_conversation(late.name)
    await expect(viviane.at("composer-closed")).to_have_attribute("data-reason", "window")
    await viviane.at("template-open").click()
    await viviane.at("template-search").fill(name.replace("_", " "))
    await viviane.at("template-option").filter(has_text=name.replace("_", " ")).click()
    dialog = viviane.at("template-dialog")
    await dialog.get_by_test_id("template-value").nth(1).fill("sexta às 9h")
    await viviane.at("template-send").click()
    await late.heard("sexta às 9h na clínica")


async def test_a_morning_at_the_desk(sit: Sit, meet: Meet) -> None:
    viviane, rafael = await sit(), await sit("rafael@recado.local")
    shortcut = f"bomdia{uuid4().hex[:6]}"
    reply = {
        "shortcut": shortcut,
        "title": "",
        "text": "Bom dia, {{ contact.first_name }}! Aqui é {{ operator.first_name }}.",
    }
    await viviane.ask("POST", "quick-replies", {**reply, "shared": True})
    name = f"manha_{uuid4().hex[:6]}"
    await make_template(viviane, name)
    before = await figures(viviane)
    first, *others, late = await arrive(meet)

    # Ten at once stand in the list of both; they want the same one.
    for desk in (viviane, rafael):
        await desk.open()
        await desk.open_conversation(first.name)
    won, lost = await one_wins(viviane, rafael)

    # A quick reply fills itself in, and the other person goes on with a note.
    field = won.at("composer-text")
    await field.press_sequentially(f"/{shortcut}")
    await expect(won.at("suggestions")).to_contain_text(shortcut)
    await field.press("Enter")
    await expect(field).to_have_value(f"Bom dia, Manhã! Aqui é {'Viviane' if won is viviane else 'Rafael'}.")
    await field.press("Enter")
    await first.heard("Bom dia, Manhã!")
    await field.press("Escape")
    await won.page.keyboard.press("t")
    await won.at("transfer-search").fill("Rafael" if lost is rafael else "Viviane")
    await won.at("transfer-person").click()
    await won.at("transfer-note").fill("É sobre o exame da Luna.")
    await won.at("transfer-submit").click()
    await expect(lost.at("handed-notice")).to_contain_text("É sobre o exame da Luna.")
    await lost.write("Oi! O exame da Luna saiu.")
    await first.heard("O exame da Luna saiu")
    await lost.at("archive").click()
    await expect(lost.at("composer-closed")).to_have_attribute("data-reason", "archived")

    await send_template(viviane, late, name)

    # Four more are answered and archived; four still wait at noon.
    await asyncio.gather(*(answer_at_the_api(viviane, phone) for phone in others[:4]))
    await add_up(viviane, before)
    assert (await viviane.seen(), await rafael.seen(), viviane.notes.errors, rafael.notes.errors) == ([], [], [], [])


async def add_up(desk: Desk, before: dict[str, Any]) -> None:
    """Every figure has grown by what was done, the same in funnel and report."""

    async def changes() -> dict[str, Any]:
        after = await figures(desk)
        grown = {
            key: after["funnel"][key] - before["funnel"][key] for key in before["funnel"] if key != "taxa_fechamento"
        }
        totals = {
            key: after["totals"][key] - before["totals"][key]
            for key in ("messages_in", "messages_out", "messages_by_people", "opened", "closed")
        }
        people = {who: sent - before["people"].get(who, 0) for who, sent in after["people"].items()}
        return {**grown, **totals, "people": {who: sent for who, sent in people.items() if sent}, "after": after}

    async def settled() -> dict[str, Any] | None:
        found = await changes()
        return found if found["mensagens_hoje"] == found["messages_in"] + found["messages_out"] else None

    found = await until(settled, "funnel and report that say the same", every_s=0.3)
    states = [found[f"conversas_{state}"] for state in ("ativas", "aguardando", "arquivadas")]
    assert states == [1, 4, 5]
    assert found["total"] == found["opened"] == 10
    assert found["closed"] == 5
    # What was written yesterday belongs to yesterday, in both.
    assert found["messages_in"] == 9 * 2
    assert found["messages_by_people"] == sum(found["people"].values()) == 7
    # One of the two in the first conversation, and one the other; the template and four greetings are Viviane's.
    assert found["people"] == {"Viviane Prado": 6, "Rafael Nunes": 1}
    funnel = found["after"]["funnel"]
    assert funnel["taxa_fechamento"] == pytest.approx(funnel["conversas_arquivadas"] / funnel["total"], abs=0.001)
