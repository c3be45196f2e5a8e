"""Does somebody see what is understood, label what is doubtful by keyboard, add a phrase, retrain and read before and after?"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.async_api import expect

from tests.journeys.conftest import Meet, Sit
from tests.journeys.desk import JOURNEY, Desk

pytestmark = [*JOURNEY, pytest.mark.nightly]  # it waits for a training of its own
_PICTURES = os.environ.get("RECADO_PICTURES", "")
TAUGHT_WITHIN_MS = 420_000
"""A minute of one core, on two that other tests share."""


async def pictures(desk: Desk, name: str) -> None:
    """Keep the screen in both themes and at both widths, where somebody asked for it."""
    if not _PICTURES:
        return
    for scheme in ("light", "dark"):
        await desk.page.emulate_media(color_scheme=scheme)
        for width, height in ((1280, 800), (390, 844)):
            await desk.page.set_viewport_size({"width": width, "height": height})
            await desk.page.wait_for_timeout(350)
            await desk.page.screenshot(path=Path(_PICTURES) / f"{name}-{scheme}-{width}.png")
    await desk.page.emulate_media(color_scheme="light")
    await desk.page.set_viewport_size({"width": 1280, "height": 800})


async def read_a_sentence(desk: Desk) -> None:
    await desk.at("sentence").fill("quero marcar um banho pro Rex amanhã às 3, é urgente!")
    await desk.at("sentence").press("Enter")
    await expect(desk.at("reading-intent")).to_have_text("Agendar")
    await expect(desk.at("marked")).to_contain_text("amanhã às 3")
    await expect(desk.at("reading").get_by_text("às 15h")).to_be_visible()
    await expect(desk.at("reasons")).to_contain_text("Tempo lido em")
    await pictures(desk, "understanding-read")


async def label_by_keyboard(desk: Desk, meet: Meet) -> None:
    await desk.at("understanding-rotular").click()
    await desk.at("reading-switch").check()
    await expect(desk.at("toast")).to_contain_text("salva")
    await desk.page.get_by_label("Dúvida abaixo de").select_option("90")
    await meet("Otávia Prado").reach_a_person()
    phone = meet("Iolanda Prates")
    await phone.say("quanto fica pra marcar com vcs e trocar o boleto do carro")
    await expect(desk.at("doubt-text")).to_be_visible()
    await pictures(desk, "understanding-label")
    said = await desk.at("doubt-text").inner_text()
    await desk.page.keyboard.press("/")
    await desk.at("label-search-field").fill("preco")
    await desk.at("label-search-field").press("Enter")
    await expect(desk.at("doubt-text").filter(has_text=said)).to_have_count(0)
    await desk.page.keyboard.press("z")
    await expect(desk.at("doubt-text").filter(has_text=said)).to_be_visible()
    await desk.page.keyboard.press("1")
    await expect(desk.at("doubt-text").filter(has_text=said)).to_have_count(0)
    await desk.page.get_by_label("Quais mensagens").select_option("labelled")
    await expect(desk.at("decided-doubt").filter(has_text=said)).to_be_visible()


async def add_a_phrase(desk: Desk) -> None:
    await desk.at("understanding-frases").click()
    await desk.at("phrase-label").filter(has_text="Reclamação").click()
    await desk.at("add-phrases").click()
    await desk.at("lines").fill("que furada esse tal de zarpelo\nzarpelo de novo não dá\nZARPELO de novo não dá")
    await desk.at("form-submit").click()
    await expect(desk.at("refused-lines")).to_contain_text("repetida na lista")
    await desk.page.keyboard.press("Escape")
    await expect(desk.at("phrase")).to_have_count(2)
    await pictures(desk, "understanding-phrases")


async def retrain(desk: Desk) -> None:
    await desk.at("understanding-treino").click()
    await desk.at("train").click()
    training = desk.at("training").first
    await expect(training).to_contain_text("Versão 1")
    await pictures(desk, "understanding-training")
    await expect(training).to_have_attribute("data-state", "done", timeout=TAUGHT_WITHIN_MS)
    await expect(desk.at("accuracy")).to_contain_text("→")
    await expect(desk.at("macro-f1")).to_contain_text("→")
    await pictures(desk, "understanding-trained")


async def test_what_is_understood_is_seen_and_taught(sit: Sit, meet: Meet) -> None:
    desk = await sit()
    await desk.open("/ajustes/entendimento")
    await read_a_sentence(desk)
    await label_by_keyboard(desk, meet)
    await add_a_phrase(desk)
    for part in ("vocabulario", "numeros"):
        await desk.at(f"understanding-{part}").click()
        await pictures(desk, f"understanding-{part}")
    await retrain(desk)
    assert desk.notes.errors == []
