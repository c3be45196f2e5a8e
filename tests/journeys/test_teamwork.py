"""Do two people at two screens share work: one is faster, passes on with a note, calls by name, and is seen typing?"""

from __future__ import annotations

import asyncio
import os
import time
from pathlib import Path

import pytest
from playwright.async_api import expect

from tests.journeys.conftest import Meet, Sit
from tests.journeys.desk import JOURNEY, Desk

pytestmark = JOURNEY
GENEROUS_MS = 1_500
"""Three times the promise: other tests share these two cores."""
_PICTURES = os.environ.get("RECADO_PICTURES", "")


async def picture(desk: Desk, name: str) -> None:
    if _PICTURES:
        await desk.page.wait_for_timeout(300)
        await desk.page.screenshot(path=Path(_PICTURES) / f"{name}.png")


async def test_one_is_faster_and_passes_the_conversation_on(sit: Sit, meet: Meet) -> None:
    viviane, rafael = await sit(), await sit("rafael@recado.local")
    await meet("Beatriz Ramos").reach_a_person()
    for desk in (viviane, rafael):
        await desk.open()
        await desk.open_conversation("Beatriz Ramos")
    await expect(rafael.at("colleagues-here")).to_contain_text("Viviane Prado também olha esta conversa")

    # Two want it; one has it, and the other reads who at once.
    told = asyncio.create_task(rafael.at("composer-closed").wait_for())
    began = time.monotonic()
    await viviane.at("take").click()
    await told
    assert (time.monotonic() - began) * 1000 < GENEROUS_MS
    await expect(rafael.at("composer-closed")).to_contain_text("Viviane Prado")
    await expect(rafael.at("toast")).to_contain_text("Viviane Prado assumiu esta conversa.")
    await picture(rafael, "collision")

    # Rafael sees her type.
    await viviane.at("composer-text").press_sequentially("Bom dia, Bea")
    await expect(rafael.at("colleagues-here")).to_contain_text("Viviane Prado está digitando aqui")
    await viviane.at("composer-text").fill("")
    await expect(rafael.at("colleagues-here")).to_contain_text("também olha")

    # With the keyboard alone she passes it on, and he reads her note first.
    await viviane.at("composer-text").press("Escape")
    await viviane.page.keyboard.press("t")
    dialog = viviane.at("transfer-dialog")
    await expect(dialog).to_be_visible()
    await viviane.at("transfer-search").fill("rafa")
    await viviane.at("transfer-person").click()
    await viviane.at("transfer-note").fill("Quer remarcar a vacina para *sexta*.")
    await picture(viviane, "transfer")
    await viviane.at("transfer-submit").click()
    await expect(dialog).to_be_hidden()
    await expect(viviane.at("composer-closed")).to_contain_text("Rafael Nunes")
    notice = rafael.at("handed-notice")
    await expect(notice).to_contain_text("Viviane Prado passou esta conversa para você")
    await expect(notice).to_contain_text("remarcar a vacina")
    await expect(rafael.message("Passada para Rafael Nunes por Viviane Prado", direction="system")).to_be_visible()
    await picture(rafael, "handed")
    await rafael.at("handed-seen").click()
    await expect(notice).to_be_hidden()
    assert (viviane.notes.errors, rafael.notes.errors) == ([], [])


@pytest.mark.nightly
async def test_what_is_often_said_and_who_is_called(sit: Sit, meet: Meet) -> None:
    viviane, rafael = await sit(), await sit("rafael@recado.local")
    await meet("Célio Prates").reach_a_person()
    await viviane.open("/ajustes/respostas-rapidas")
    await viviane.at("new-quick-reply").click()
    await viviane.at("quick-reply-shortcut").fill("horario")
    await viviane.at("quick-reply-text").fill("Oi {{ contact.nome }}, abrimos às 8h.")
    await viviane.at("quick-reply-save").click()
    await expect(viviane.at("quick-reply-error")).to_contain_text("{{ contact.nome }}")
    await viviane.at("quick-reply-text").fill("Oi {{ contact.first_name }}, abrimos às 8h.")
    await picture(viviane, "quick-reply-dialog")
    await viviane.at("quick-reply-save").click()
    await expect(viviane.at("quick-reply").filter(has_text="/horario")).to_have_count(1)
    await picture(viviane, "quick-replies")

    await viviane.open()
    await viviane.open_conversation("Célio Prates")
    await viviane.at("take").click()
    field = viviane.at("composer-text")
    await field.press_sequentially("/hor")
    await expect(viviane.at("suggestions")).to_contain_text("/horario")
    await picture(viviane, "slash")
    await field.press("Enter")
    await expect(field).to_have_value("Oi Célio, abrimos às 8h.")
    await field.press("Enter")
    await expect(viviane.message("Oi Célio, abrimos às 8h.", direction="out")).to_be_visible()

    await rafael.open()
    await viviane.at("note-toggle").click()
    await field.press_sequentially("veja o exame @raf")
    await expect(viviane.at("suggestions")).to_contain_text("Rafael Nunes")
    await field.press("Tab")
    await expect(field).to_have_value("veja o exame @Rafael Nunes ")
    await field.press("Enter")
    await expect(viviane.message("veja o exame @Rafael Nunes", direction="note")).to_be_visible()
    await expect(rafael.at("mentions-unread")).to_have_text("1")
    await rafael.at("mentions").click()
    await picture(rafael, "mentions")
    await rafael.at("mention").click()
    await expect(rafael.message("veja o exame @Rafael Nunes", direction="note")).to_be_visible()
    await expect(rafael.at("mentions-unread")).to_have_count(0)
    assert (viviane.notes.errors, rafael.notes.errors) == ([], [])
