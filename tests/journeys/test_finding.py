"""Does an operator find, narrow, keep, mark and go on writing, by mouse and by keyboard, in light and dark?"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.async_api import expect

from tests.journeys.conftest import Meet, Sit
from tests.journeys.desk import JOURNEY, Desk

pytestmark = JOURNEY


async def picture(desk: Desk, name: str) -> None:
    """Put a picture where people look at them, in both themes."""
    if folder := os.environ.get("RECADO_PICTURES", ""):
        for theme in ("light", "dark"):
            await desk.page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
            await desk.page.wait_for_timeout(150)
            await desk.page.screenshot(path=Path(folder) / f"finding-{name}-{theme}.png")


@pytest.mark.nightly
async def test_words_in_any_form_names_and_numbers_are_found_where_they_stand(sit: Sit, meet: Meet) -> None:
    desk, phone = await sit(), meet("Thiago Quirino")
    await phone.reach_a_person()
    await phone.say("Preciso remarcar as vacinações do papagaio")
    await desk.open()
    for sought in ("vacinação papagaio", "tiago quirino", phone.number[-8:]):
        await desk.at("conversation-search").fill(sought)
        await expect(desk.row("Thiago Quirino")).to_be_visible()
    await desk.at("conversation-search").fill("papagaios vacinar")
    await expect(desk.at("snippet").locator("mark")).to_have_text(["vacinações", "papagaio"])
    await picture(desk, "search")
    await desk.page.set_viewport_size({"width": 390, "height": 844})
    await picture(desk, "search-narrow")
    await desk.at("conversation-search").fill("palavraquenaoexiste")
    await expect(desk.page.get_by_text("Nada encontrado")).to_be_visible()
    assert await desk.seen() == []


async def test_filters_stand_in_the_address_and_are_kept_as_a_view(sit: Sit, meet: Meet) -> None:
    desk, phone = await sit(), meet("Úrsula Prado")
    await phone.reach_a_person()
    await desk.open("/whatsapp/conversas?estado=aguardando")
    await expect(desk.row("Úrsula Prado")).to_be_visible()
    await desk.at("filter-open").click()
    await desk.at("filter-assignee").select_option("none")
    await desk.at("filter-unread").check()
    await picture(desk, "filters")
    await desk.at("filter-done").click()
    await expect(desk.at("filter-chip")).to_have_count(2)
    assert "responsavel=ninguem" in desk.page.url
    assert "naolidas=sim" in desk.page.url
    await expect(desk.row("Úrsula Prado")).to_be_visible()
    await desk.at("views-open").click()
    await desk.at("view-save").click()
    await desk.at("view-name").fill("Novas sem dono")
    await desk.at("view-keep").click()
    await desk.page.reload()
    await expect(desk.at("filter-chip")).to_have_count(2)
    for _ in range(2):
        await desk.at("filter-chip").first.click()
    await expect(desk.at("filter-chip")).to_have_count(0)
    await desk.at("views-open").click()
    await picture(desk, "views")
    await desk.at("view").filter(has_text="Novas sem dono").click()
    await expect(desk.at("filter-chip")).to_have_count(2)


async def test_what_is_marked_is_archived_together(sit: Sit, meet: Meet) -> None:
    desk, phones = await sit(), [meet("Zeca Um"), meet("Zeca Dois")]
    for phone in phones:
        await phone.reach_a_person()
    await desk.open("/whatsapp/conversas?estado=aguardando")
    for name in ("Zeca Um", "Zeca Dois"):
        await desk.page.get_by_label(f"Marcar a conversa com {name}").check()
    await expect(desk.at("bulk-bar")).to_contain_text("2 marcadas")
    await picture(desk, "bulk")
    await desk.at("bulk-tag").click()
    await desk.at("bulk-tag-name").fill("Mutirão")
    await desk.at("bulk-tag-name").press("Enter")
    await expect(desk.page.get_by_text("2 contatos etiquetados.")).to_be_visible()
    await expect(desk.at("bulk-bar")).to_have_count(0)
    await desk.page.goto("/whatsapp/conversas?estado=aguardando&etiqueta=mutirao")
    for name in ("Zeca Um", "Zeca Dois"):
        await desk.page.get_by_label(f"Marcar a conversa com {name}").check()
    await desk.at("bulk-archive").click()
    await expect(desk.page.get_by_text("2 conversas arquivadas.")).to_be_visible()
    await expect(desk.row("Zeca Um")).to_have_count(0)


@pytest.mark.slow
@pytest.mark.nightly
async def test_a_draft_goes_on_at_another_machine(sit: Sit, meet: Meet) -> None:
    first, second, phone = await sit(), await sit(), meet("Wanda Reis")
    await phone.reach_a_person()
    await first.open("/whatsapp/conversas?estado=aguardando")
    await first.open_conversation("Wanda Reis")
    async with first.page.expect_response(
        lambda answer: answer.url.endswith("/draft") and answer.request.method == "PUT"
    ):
        await first.at("composer-text").fill("Dona Wanda, o seu")
    await second.open("/whatsapp/conversas?estado=aguardando")
    await second.open_conversation("Wanda Reis")
    await expect(second.at("composer-text")).to_have_value("Dona Wanda, o seu")
