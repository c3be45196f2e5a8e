"""Can a person hold a conversation on the phone page, in a real browser?"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, FilePayload, Locator, Page, async_playwright, expect

from recado_simulator.voice_note import NotAVoiceNote, ogg_from_webm
from tests.simulator.business import NUMBER, PHONE, Business, Desk, account, until

pytestmark = pytest.mark.browser
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
ARGUMENTS = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    if CHROMIUM is None:
        pytest.fail("this test needs Chromium; `make test` installs it")
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=[*ARGUMENTS, *sandbox])
        yield browser
        await browser.close()


@pytest.fixture
async def page(browser: Browser, simulator: object) -> AsyncIterator[Page]:
    context = await browser.new_context(locale="pt-BR", viewport={"width": 1280, "height": 820})
    page = await context.new_page()
    broken: list[str] = []
    page.on("pageerror", lambda error: broken.append(str(error)))
    page.on("console", lambda line: broken.append(line.text) if line.type == "error" else None)
    yield page
    await context.close()
    assert broken == []


async def opened(page: Page, desk: Desk, number: str = PHONE, query: str = "") -> Locator:
    await page.goto(f"{desk.simulator.url}/?phone={number}{query}")
    phone = page.get_by_test_id(f"phone-{number}")
    await expect(phone).to_be_visible()
    return phone


async def test_writing_answering_tapping_and_ticks(page: Page, desk: Desk, business: Business) -> None:
    phone = await opened(page, desk)
    await phone.get_by_test_id("composer").fill("oi, tudo bem?")
    await phone.get_by_test_id("send").click()
    await expect(phone.get_by_test_id("bubble-out")).to_contain_text("oi, tudo bem?")
    await expect(phone.get_by_role("img", name="Entregue")).to_be_visible()
    assert (await business.until(business.messages))[0]["text"]["body"] == "oi, tudo bem?"

    buttons = [{"type": "reply", "reply": {"id": f"b:{one}", "title": one}} for one in ("Sim", "Não")]
    interactive = {"type": "button", "body": {"text": "Confirma *hoje*?"}, "action": {"buttons": buttons}}
    _, answer = await desk.send({"type": "interactive", "interactive": interactive})
    await expect(phone.get_by_test_id("bubble-in").locator("strong")).to_have_text("hoje")
    await business.until(lambda: "read" in [one["status"] for one in business.statuses(answer["messages"][0]["id"])])

    await phone.get_by_test_id("tap-b:Não").click()
    await expect(phone.get_by_test_id("bubble-out").last).to_contain_text("Não")
    await business.until(lambda: len(business.messages()) == 2)
    assert business.messages()[1]["interactive"]["button_reply"]["id"] == "b:Não"


@pytest.mark.nightly
async def test_a_list_opens_as_a_sheet(page: Page, desk: Desk, business: Business) -> None:
    await desk.say("oi")
    phone = await opened(page, desk)
    rows = [{"id": "slot:1", "title": "14:00", "description": "com Bia"}, {"id": "slot:2", "title": "16:30"}]
    action = {"button": "Ver horários", "sections": [{"title": "Hoje", "rows": rows}]}
    await desk.send(
        {"type": "interactive", "interactive": {"type": "list", "body": {"text": "Qual?"}, "action": action}}
    )
    await phone.get_by_test_id("open-list").click()
    await expect(phone.get_by_role("dialog", name="Ver horários")).to_contain_text("com Bia")
    await phone.get_by_test_id("tap-slot:2").click()
    await expect(phone.get_by_role("dialog")).to_have_count(0)
    await expect(phone.get_by_test_id("bubble-out").last).to_contain_text("16:30")


async def test_typing_quotes_and_reactions(page: Page, desk: Desk, business: Business) -> None:
    phone = await opened(page, desk)
    said = await desk.say("oi")
    await expect(phone.get_by_test_id("bubble-out")).to_be_visible()
    body = {"messaging_product": "whatsapp", "status": "read", "message_id": said["id"]}
    await desk.graph("POST", f"{NUMBER}/messages", {**body, "typing_indicator": {"type": "text"}})
    await expect(phone.get_by_test_id("typing")).to_be_visible()
    await expect(phone.get_by_role("img", name="Lida")).to_be_visible()
    await desk.send({"type": "text", "text": {"body": "Olá"}, "context": {"message_id": said["id"]}})
    await expect(phone.get_by_test_id("typing")).to_have_count(0)
    bubble = phone.get_by_test_id("bubble-in")
    await expect(bubble.locator(".quote")).to_contain_text("oi")
    await bubble.locator(".bubble").click(button="right", position={"x": 20, "y": 50})
    await phone.get_by_role("button", name="Reagir com ❤️").click()
    await expect(bubble.locator(".reactions")).to_have_text("❤️")
    await business.until(lambda: [one["type"] for one in business.messages()] == ["text", "reaction"])


async def test_what_people_and_businesses_write_never_becomes_markup(page: Page, desk: Desk) -> None:
    evil = '<img src=x onerror="document.title=1"><script>document.title=1</script>'
    phone = await opened(page, desk)
    await desk.say({"text": evil, "name": evil[:60]})
    _, answer = await desk.send_text(f"{evil} javascript:alert(1) https://a.example/?q=<b>")
    assert answer["messages"]
    await expect(phone.get_by_test_id("bubble-in")).to_contain_text("<script>")
    assert await phone.locator(".bubble img, .bubble script").count() == 0
    assert [await one.get_attribute("href") for one in await phone.locator(".bubble a").all()] == [
        "https://a.example/?q="
    ]
    assert await page.title() == "Simulador · Recado"
    response = await page.request.get(desk.simulator.url)
    policy = response.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


@pytest.mark.nightly
async def test_a_recorded_voice_note_arrives_as_ogg_opus(page: Page, desk: Desk, business: Business) -> None:
    phone = await opened(page, desk)
    await phone.get_by_role("button", name="Gravar mensagem de voz").click()
    await page.wait_for_timeout(1200)
    await phone.get_by_role("button", name="Parar e enviar").click()
    message = (await business.until(business.messages))[0]
    assert message["audio"]["mime_type"] == "audio/ogg; codecs=opus"
    assert message["audio"]["voice"] is True
    # The browser can play what it recorded after it was carried over into the other container.
    await expect(phone.locator(".voice time")).to_have_text(re.compile(r"0:0[1-3]"))


async def test_a_file_from_the_computer_is_sent_with_the_text_as_caption(
    page: Page, desk: Desk, business: Business
) -> None:
    phone = await opened(page, desk)
    await phone.get_by_test_id("composer").fill("segue o exame")
    await phone.get_by_test_id("attach").click()
    async with page.expect_file_chooser() as chooser:
        await phone.get_by_role("button", name="Documento", exact=True).click()
    await (await chooser.value).set_files(
        FilePayload(name="exame.pdf", mimeType="application/pdf", buffer=b"%PDF-1.4 teste")
    )
    message = (await business.until(business.messages))[0]
    assert (message["document"]["filename"], message["document"]["caption"]) == ("exame.pdf", "segue o exame")
    await expect(phone.get_by_test_id("bubble-out")).to_contain_text("exame.pdf")
    await expect(phone.get_by_test_id("composer")).to_have_value("")


@pytest.mark.nightly
async def test_several_phones_and_businesses_stand_side_by_side(page: Page, desk: Desk, business: Business) -> None:
    second = {"phone_number_id": "400000000000002", "waba_id": "300000000000002", "name": "Auto Center"}
    await desk.control("POST", "accounts", account(business, **second))
    await until(lambda: desk.simulator.parts.world.accounts.choose("400000000000002").verified)
    ana = await opened(page, desk, query="&account=400000000000002")
    await expect(ana.get_by_test_id("account")).to_have_value("400000000000002")
    await page.get_by_test_id("add-phone").click()
    await page.get_by_test_id("new-number").fill("(31) 98765-4321")
    await page.get_by_test_id("new-name").fill("Bruno")
    await page.get_by_test_id("new-add").click()
    bruno = page.get_by_test_id("phone-5531987654321")
    await bruno.get_by_test_id("composer").fill("do Bruno")
    await bruno.get_by_test_id("composer").press("Enter")
    await ana.get_by_test_id("composer").fill("da Ana")
    await ana.get_by_test_id("composer").press("Enter")
    await business.until(lambda: len(business.messages()) == 2)
    seen = {value["metadata"]["phone_number_id"]: value["contacts"][0]["wa_id"] for value in business.values()}
    assert seen == {NUMBER: "553187654321", "400000000000002": PHONE}
    await ana.get_by_test_id("account").select_option(NUMBER)
    await expect(ana.get_by_test_id("bubble-out")).to_have_count(0)


@pytest.mark.nightly
async def test_a_fault_is_ordered_from_the_panel(page: Page, desk: Desk) -> None:
    await desk.say("oi")
    await opened(page, desk)
    await page.get_by_test_id("open-panel").click()
    await page.get_by_test_id("fault-429").click()
    await expect(page.locator(".order")).to_contain_text("Recusar por excesso · mais 3")
    assert (await desk.send_text("olá"))[0] == 429
    await page.locator(".order").get_by_role("button").click()
    await expect(page.locator(".order")).to_have_count(0)
    assert (await desk.send_text("olá"))[0] == 200


@pytest.mark.nightly
async def test_on_a_small_screen_one_phone_fills_it(browser: Browser, desk: Desk) -> None:
    await desk.control("PUT", "phones/5531987654321", {"on_page": True, "name": "Bruno"})
    context = await browser.new_context(viewport={"width": 390, "height": 844}, color_scheme="dark", locale="pt-BR")
    page = await context.new_page()
    ana = await opened(page, desk)
    await expect(page.get_by_test_id("phone-5531987654321")).to_be_hidden()
    assert await page.evaluate("document.documentElement.scrollWidth") == 390
    await page.get_by_role("button", name="Bruno").click()
    await expect(ana).to_be_hidden()
    box = await page.get_by_test_id("phone-5531987654321").get_by_test_id("send").bounding_box()
    assert box is not None
    assert box["x"] + box["width"] <= 390
    assert box["y"] + box["height"] <= 844
    await context.close()


@pytest.mark.parametrize("raw", [b"", b"\x00", b"\x1a\x45\xdf\xa3\x80", b"OggS", bytes(range(256)) * 4])
def test_what_is_no_recording_is_refused(raw: bytes) -> None:
    with pytest.raises(NotAVoiceNote):
        ogg_from_webm(raw)
