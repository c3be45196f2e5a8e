"""Can somebody draw a flow from nothing, try it, publish it, and does a customer then walk it?"""

from __future__ import annotations

import re

import pytest
from playwright.async_api import Browser, expect

from tests.journeys.canvas import Canvas
from tests.journeys.conftest import Sit
from tests.journeys.desk import JOURNEY, Desk
from tests.journeys.handset import Handset, pick_up
from tests.journeys.house import House
from tests.journeys.people import World

pytestmark = JOURNEY

BATH = "Banho e tosa"
TERESA = "5511977778888"


async def test_a_flow_is_drawn_tried_published_and_walked(sit: Sit, world: World, browser: Browser) -> None:
    desk = await sit()
    canvas = Canvas(desk)
    await draw_the_prices(canvas)
    flow = await draw_the_reception(canvas)
    await try_it(canvas)
    before = await publish(desk, flow)
    try:
        handset = await pick_up(browser, world, TERESA, "Teresa Lopes")
        await walk_it(handset)
        await handset.page.close()
        await look_at_the_traffic(desk, flow)
    finally:
        await desk.ask("PATCH", f"bots/{before['id']}", {"entry_flow_id": before["entry_flow_id"]})
    assert (desk.notes.dialogs, desk.notes.errors, desk.notes.strangers) == ([], [], [])


async def draw_the_prices(canvas: Canvas) -> None:
    """A sub-flow of its own: it tells what a bath costs."""
    desk = canvas.desk
    await canvas.create("Preços do banho", shared=True)
    said = await canvas.pull(desk.at("flow-node").first, "next", "Mensagem", by=(160, 0))
    await canvas.write("Texto", "O banho custa R$ 70.")
    await canvas.pull(canvas.by_id(said), "next", "Fim", by=(120, 60))
    await canvas.rest()
    await expect(desk.at("flow-problems")).to_have_attribute("data-errors", "0")
    await canvas.saved()
    await desk.at("flow-publish").click()
    await desk.at("publish-confirm").click()
    await expect(desk.page.get_by_text("Versão 1 publicada")).to_be_visible()


async def draw_the_reception(canvas: Canvas) -> str:
    """Six nodes: a question with two ways, on the one a sub-flow and a goodbye, on the other a person."""
    desk = canvas.desk
    flow = await canvas.create("Recepção do banho")
    asked = await canvas.pull(desk.at("flow-node").first, "next", "Pergunta", by=(120, -120))
    await canvas.write("Pergunta", "Oi, {{ contact.first_name }}! O que vamos fazer hoje?")
    await desk.at("node-form").get_by_label("Tipo de resposta").select_option("choice")
    await canvas.offer(BATH, "Outra coisa")
    await expect(canvas.by_id(asked).get_by_text(BATH)).to_be_visible()
    await canvas.rest()

    person = await canvas.drop("hand_to_human", at=(520, 480))
    await canvas.write("Motivo", "Não era banho")
    await canvas.write("Dizer ao cliente", "Já chamo alguém.")
    called = await canvas.drop("run_flow", at=(560, 60))
    await desk.at("flow-choice").select_option(label="Preços do banho")
    ended = await canvas.drop("end", at=(560, 300))
    await canvas.write("Despedida", "Até logo!")
    await canvas.rest()
    await desk.at("flow-fit").click()
    await canvas.connect(canvas.by_id(asked), "opcao_1", canvas.by_id(called))
    await canvas.connect(canvas.by_id(asked), "opcao_2", canvas.by_id(person))
    thanked = await add_undo_and_redo(canvas)
    await canvas.connect(canvas.by_id(called), "next", canvas.by_id(thanked))
    await canvas.connect(canvas.by_id(thanked), "next", canvas.by_id(ended))
    await canvas.tidy()
    await expect(desk.at("flow-node")).to_have_count(6)
    await expect(desk.at("flow-problems")).to_have_attribute("data-errors", "0")
    await canvas.saved()
    return flow


async def add_undo_and_redo(canvas: Canvas) -> str:
    """A sixth node; what was done by mistake is undone, done again, and undone by hand."""
    desk = canvas.desk
    thanked = await canvas.drop("message", at=(60, 440))
    await canvas.write("Texto", "A gente te espera!")
    await canvas.rest()
    await canvas.by_id(thanked).click()
    await desk.page.keyboard.press("Delete")
    await expect(desk.at("flow-node")).to_have_count(5)
    await desk.page.keyboard.press("Control+z")
    await expect(canvas.by_id(thanked)).to_contain_text("A gente te espera!")
    await desk.page.keyboard.press("Control+Shift+z")
    await expect(desk.at("flow-node")).to_have_count(5)
    await desk.at("flow-undo").click()
    await expect(desk.at("flow-node")).to_have_count(6)
    return thanked


async def try_it(canvas: Canvas) -> None:
    """In the drawer, on the engine itself: the way lights up, and the conversation becomes a test that passes."""
    desk = canvas.desk
    await desk.at("panel-simulator").click()
    await desk.at("simulator-hello").click()
    await expect(desk.at("simulated-said").last).to_contain_text("O que vamos fazer hoje?")
    await expect(canvas.by_id("pergunta")).to_have_attribute("data-lit", "here")
    await desk.at("simulator-text").fill("quero o banho e tosa")
    await desk.at("simulator-send").click()
    await expect(desk.at("flow-simulator").get_by_text("O banho custa R$ 70.")).to_be_visible()
    await expect(desk.at("flow-simulator").get_by_text("Até logo!")).to_be_visible()
    await expect(canvas.by_id("executar_subfluxo")).to_have_attribute("data-lit", "on")
    await expect(canvas.node("Falar com atendente")).to_have_attribute("data-lit", "off")

    await desk.at("simulator-record").click()
    await desk.at("record-name").fill("Quem quer banho ouve o preço")
    await desk.at("record-save").click()
    await expect(desk.at("tests-text")).to_have_value(re.compile("Quem quer banho ouve o preço"))
    await desk.at("tests-run").click()
    await expect(desk.at("tests-report")).to_have_attribute("data-passed", "1")
    await expect(desk.at("tests-report")).to_have_attribute("data-failed", "0")
    await desk.at("side-close").click()


async def publish(desk: Desk, flow: str) -> dict[str, str]:
    """Publish, and let the bot begin with it; the bot as it was."""
    await desk.at("flow-publish").click()
    await expect(desk.at("publish-dialog")).to_contain_text("Publicar a versão 1")
    await desk.at("publish-note").fill("A recepção do banho")
    await desk.at("publish-confirm").click()
    await expect(desk.page.get_by_text("Versão 1 publicada").last).to_be_visible()
    (bot,) = (await desk.ask("GET", "bots"))["items"]
    await desk.at("flow-more").click()
    await desk.at("flow-settings").click()
    await desk.at("bot-start-here").click()
    await expect(desk.at("bot-row")).to_contain_text("começa aqui")
    assert bot["entry_flow_id"] != flow
    return dict(bot)


async def walk_it(handset: Handset) -> None:
    await handset.say("boa tarde")
    await expect(handset.bubble("Oi, Teresa! O que vamos fazer hoje?")).to_be_visible()
    await handset.tap(BATH)
    await expect(handset.bubble("O banho custa R$ 70.")).to_be_visible()
    await expect(handset.bubble("A gente te espera!")).to_be_visible()
    await expect(handset.bubble("Até logo!")).to_be_visible()


async def look_at_the_traffic(desk: Desk, flow: str) -> None:
    await desk.open("/fluxos")
    row = desk.page.locator(f'[data-testid="flow-row"][data-id="{flow}"]')
    await expect(row).to_contain_text("Versão 1 no ar")


@pytest.mark.nightly
async def test_two_people_who_draw_at_once_are_told_and_lose_nothing(sit: Sit, house: House) -> None:
    viviane, rafael = await sit(), await sit(house.colleague)
    hers = Canvas(viviane)
    flow = await hers.create("Fluxo a quatro mãos", shared=True)
    await rafael.open(f"/fluxos/{flow}")
    his = Canvas(rafael)
    await expect(rafael.at("flow-node")).to_have_count(1)

    await hers.drop("message", at=(420, 120))
    await hers.write("Texto", "Escrito por Viviane")
    await hers.saved()
    await his.drop("question", at=(420, 320))
    await his.write("Pergunta", "Escrita por Rafael?")
    conflict = rafael.at("flow-conflict")
    await expect(conflict).to_contain_text("Viviane Prado")
    await expect(conflict).to_contain_text("Só na sua: “pergunta”")
    await expect(conflict).to_contain_text("Só na salva: “mensagem”")
    async with rafael.page.expect_download() as copied:
        await rafael.at("conflict-theirs").click()
    assert "Escrita por Rafael?" in (await (await copied.value).path()).read_text()
    await expect(his.node("Escrito por Viviane")).to_be_visible()
    await his.saved()


@pytest.mark.nightly
async def test_what_the_server_did_not_get_comes_back(sit: Sit) -> None:
    desk = await sit()
    canvas = Canvas(desk)
    flow = await canvas.create("Fluxo sem rede", shared=True)
    await canvas.saved()
    await desk.page.route("**/api/v1/flows/*/draft", lambda route: route.abort())
    await canvas.drop("message", at=(420, 120))
    await canvas.write("Texto", "Isto não pode sumir")
    await expect(desk.at("flow-saving")).to_have_attribute("data-state", "failed")
    await desk.page.close(run_before_unload=False)
    desk.page = await desk.context.new_page()
    await desk.open(f"/fluxos/{flow}")
    await expect(canvas.node("Isto não pode sumir")).to_be_visible()
    await canvas.saved()
    stored = await desk.ask("GET", f"flows/{flow}")
    assert "Isto não pode sumir" in str(stored["definition"])
