"""T64, T65: whatever strangers write into names, texts, files and lists, does it stay text, and text one can trust?"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, expect

from tests.journeys.attack import Scene, stage
from tests.journeys.conftest import Meet, Sit
from tests.journeys.desk import JOURNEY, Desk, sit_down
from tests.journeys.hostile import CORPUS, DECEIVING, HIDDEN, SCRIPTS
from tests.journeys.house import House
from tests.journeys.inspection import inspect, walk
from tests.journeys.people import World

pytestmark = JOURNEY

_TALL = {"width": 1280, "height": 2400}
"""Fewer screens to look through."""


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def scene(house: House, browser: Browser, world: World) -> AsyncIterator[Scene]:
    desk = await sit_down(browser, house)
    yield await stage(world, desk)
    await desk.context.close()


async def nothing_happened(desk: Desk) -> None:
    """No dialog, no script, no refused content, no request to a stranger."""
    assert await desk.seen() == []
    assert (desk.notes.dialogs, desk.notes.errors, desk.notes.strangers) == ([], [], [])


def plain(text: str) -> str:
    """Without what WhatsApp's formatting takes away, without white space, without what nobody sees."""
    return re.sub(r"[*_~`\s]", "", "".join(mark for mark in text if mark not in HIDDEN))


async def test_T64_the_guards_see_what_they_are_there_for(sit: Sit) -> None:
    assert (len(SCRIPTS) >= 150, len(DECEIVING) >= 40, len(CORPUS) == len(set(CORPUS))) == (True, True, True)
    desk = await sit()
    await desk.open("/whatsapp/conversas")
    await expect(desk.at("tab-active")).to_be_visible()
    assert await inspect(desk) == []
    await desk.page.evaluate(
        """() => {
          try { document.body.insertAdjacentHTML("beforeend", "<img src=x onerror=__ran()>"); } catch {}
          const link = document.createElement("a");
          link.href = "javascript:__ran()";
          link.append("aqui\\u202e");
          document.body.append(link, document.createElement("iframe"));
          link.click();
          fetch("https://stranger.test/").catch(() => {});
        }"""
    )
    await expect(desk.page.locator("iframe")).to_be_attached()
    found = await inspect(desk)
    assert {"<iframe>", "a href=javascript:__ran()", "hidden character in the text"} <= set(found)
    seen = " ".join(await desk.seen())
    for violated in ("require-trusted-types-for", "script-src", "connect-src"):
        assert violated in seen, "the policy holds where markup would get through"
    assert "ran:" not in seen


async def test_T64_T65_a_thread_full_of_attacks_is_only_text(sit: Sit, scene: Scene) -> None:
    desk = await sit(viewport=_TALL)
    await desk.open(f"/whatsapp/conversas/{scene.conversation}")
    await expect(desk.at("thread")).to_be_visible()
    walked = await walk(desk, "thread", "message", scene.messages, up=True)
    assert walked.alive == []
    assert len(walked.said) == scene.messages, "every message was on the screen"
    shown = [plain(text) for text in walked.said]
    # Beside a link stands where it leads, and inside a deceiving text what it hides: only the rest is word for word.
    wordy = [text for text in SCRIPTS if not re.search(r"https?:|www\.|\.test", text)]
    assert len(wordy) > 90
    assert [text for text in wordy if not any(plain(text) in one for one in shown)] == []
    await nothing_happened(desk)


@pytest.mark.nightly
async def test_T64_T65_names_are_only_text_in_list_overview_and_person_pane(sit: Sit, scene: Scene) -> None:
    desk = await sit(viewport=_TALL)
    await desk.open("/whatsapp/conversas")
    await desk.at("tab-waiting").click()
    await expect(desk.at("conversation-row").first).to_be_visible()
    walked = await walk(desk, "conversation-list", "conversation-row", len(scene.phones), up=False)
    assert walked.alive == []
    assert len(walked.said) >= len(scene.phones)
    await desk.open("/whatsapp")
    await expect(desk.page.get_by_role("button", name="Assumir").first).to_be_visible()
    assert await inspect(desk) == []
    for at in range(0, len(scene.phones), len(scene.phones) // 8):
        await desk.open(f"/whatsapp/conversas/{scene.phones[at]}")
        await expect(desk.page.get_by_role("complementary", name="Detalhes do contato")).to_be_visible()
        await expect(desk.at("message").first).to_be_visible()
        assert await inspect(desk) == [], CORPUS[at]
    await nothing_happened(desk)


async def test_T65_a_reversed_file_name_shows_its_trick_and_its_true_ending(sit: Sit, meet: Meet) -> None:
    customer, desk = meet("Fornecedor"), await sit()
    await customer.do(
        type="document",
        media={"base64": "JVBERi0xLjQK", "mime_type": "application/pdf", "filename": "boleto\u202efdp.exe"},
    )
    await desk.open(f"/whatsapp/conversas/{customer.number}")
    document = desk.at("document")
    await expect(document).to_contain_text("boletoRLOfdp.exe")
    await expect(document.locator("[data-mark]")).to_have_attribute("title", re.compile("de trás para a frente"))
    await expect(document).to_contain_text("pode ser um programa")
    async with desk.page.expect_download() as saving:
        await document.get_by_role("button", name="Baixar documento").click()
    assert (await saving.value).suggested_filename == "boletofdp.exe"


async def test_T65_an_opt_out_with_an_invisible_letter_counts(sit: Sit, meet: Meet) -> None:
    customer, desk = meet("Quem se cansou"), await sit()
    await customer.say("S\u200bAIR")
    await desk.open("/whatsapp/conversas")
    await expect(desk.row(customer.name)).to_be_visible()
    await desk.row(customer.name).click()
    await expect(desk.at("composer-closed")).to_have_attribute("data-reason", "opted_out")
    await expect(desk.message("S", direction="in").locator("[data-mark]")).to_have_text("espaço zero")
