"""Is every screen usable by everyone, wide and narrow, light and dark?"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from tests.journeys.clinic import Afternoon, fill
from tests.journeys.desk import JOURNEY, Desk, sit_down
from tests.journeys.house import House
from tests.journeys.looking import ZONE, problems_of
from tests.journeys.people import World

pytestmark = JOURNEY


_SCORES = {
    "asked": 14,
    "answered": 9,
    "counts": [1, 0, 2, 2, 4],
    "average": 3.9,
    "satisfied": 0.667,
    "response_rate": 0.64,
}
_ANSWERS = {
    "from": "2026-11-15", "to": "2026-11-21", "totals": {"key": None, "name": "", **_SCORES}, "teams": [],
    "people": [{"key": "01a200e5-83d4-7000-bf2b-c099fde46120", "name": "Rafael Lima", **_SCORES}],
    "comments": [
        {"id": "01a200e5-83d4-7000-bf2b-c099fde46121", "conversation_id": "01a200e5-83d4-7000-bf2b-c099fde46122",
         "contact_name": "Ana Beatriz Souza", "score": 1, "text": "Esperei quase uma hora por uma resposta simples.",
         "at": "2026-11-20T15:00:00Z"},
        {"id": "01a200e5-83d4-7000-bf2b-c099fde46123", "conversation_id": "01a200e5-83d4-7000-bf2b-c099fde46124",
         "contact_name": "Bruno Tavares", "score": 5, "text": "Muito atenciosos!", "at": "2026-11-19T15:00:00Z"},
    ],
}  # fmt: skip


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def desk(house: House, browser: Browser) -> AsyncIterator[Desk]:
    opened = await sit_down(browser, house, reduced_motion="reduce", timezone_id=ZONE)
    yield opened
    await opened.context.close()


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def afternoon(world: World, desk: Desk, house: House, browser: Browser) -> AsyncIterator[Afternoon]:
    rafael = await sit_down(browser, house, house.colleague)
    yield await fill(world, desk, rafael)
    await rafael.context.close()


async def another(desk: Desk) -> Page:
    """A page of somebody who is not signed in."""
    browser = desk.context.browser
    assert browser is not None
    return await browser.new_page(base_url=desk.house.url, reduced_motion="reduce", timezone_id=ZONE)


async def sign_in(desk: Desk, _: Afternoon) -> Page:
    """The sign-in page, after a wrong password: with its error."""
    stranger = await another(desk)
    await stranger.goto("/entrar")
    await stranger.get_by_test_id("signin-email").fill("viviane@clinica.com.br")
    await stranger.get_by_test_id("signin-password").fill("errada")
    await stranger.get_by_test_id("signin-submit").click()
    await expect(stranger.get_by_role("alert")).to_be_visible()
    return stranger


async def overview(desk: Desk, _: Afternoon) -> Page:
    await desk.open("/whatsapp")
    await expect(desk.at("figure-active")).to_be_visible()
    await expect(desk.page.get_by_text("WhatsApp da clínica").first).to_be_visible()
    return desk.page


async def inbox(desk: Desk, _: Afternoon) -> Page:
    await desk.open("/whatsapp/conversas")
    await desk.at("tab-waiting").click()
    await expect(desk.row("Bruno Tavares")).to_be_visible()
    return desk.page


async def nothing_found(desk: Desk, _: Afternoon) -> Page:
    await desk.open("/whatsapp/conversas")
    await desk.page.get_by_role("searchbox").fill("papagaio de pirata")
    await expect(desk.page.get_by_text("Nada encontrado")).to_be_visible()
    return desk.page


async def conversation(desk: Desk, afternoon: Afternoon) -> Page:
    await desk.open(f"/whatsapp/conversas/{afternoon.conversation}")
    await desk.at("tab-active").click()
    await expect(desk.message("Perfeito, pode marcar!")).to_be_visible()
    await expect(desk.row(afternoon.customer)).to_be_visible()
    return desk.page


async def handoffs(desk: Desk, _: Afternoon) -> Page:
    await desk.open("/whatsapp/transbordos")
    await expect(desk.at("handoff-row").first).to_be_visible()
    return desk.page


async def handoff_settings(desk: Desk, _: Afternoon) -> Page:
    await desk.open("/whatsapp/transbordos")
    await desk.at("handoff-settings").click()
    await expect(desk.at("handoff-settings-save")).to_be_visible()
    return desk.page


async def delegations(desk: Desk, afternoon: Afternoon) -> Page:
    """With something that waits or was sent, and something that failed."""
    await desk.ask("POST", "viva/handoff", {"text": "Seu exame ficou pronto.", "conversation": afternoon.conversation})
    await desk.ask("POST", "viva/handoff", {"text": "a" * 5000, "conversation": afternoon.conversation})
    await desk.open("/whatsapp/viviane")
    await expect(desk.at("delegation-retry").first).to_be_visible()
    return desk.page


async def delegating(desk: Desk, afternoon: Afternoon) -> Page:
    await desk.open(f"/whatsapp/conversas/{afternoon.conversation}")
    await expect(desk.at("thread")).to_be_visible()
    if not await desk.at("delegate").is_visible():
        await desk.page.get_by_title("Detalhes do contato").click()
    await desk.at("delegate").click()
    await expect(desk.at("delegate-text")).to_be_visible()
    return desk.page


async def dead_letters(desk: Desk, _: Afternoon) -> Page:
    await desk.open("/ajustes/fila-morta")
    await expect(desk.page.get_by_text("Nada falhou").or_(desk.at("dead-letter")).first).to_be_visible()
    return desk.page


async def dead_letter(desk: Desk, _: Afternoon) -> Page:
    """With something in it: a delivery that nobody can read."""
    unreadable = {"sign": True, "text": '{"object": "whatsapp_business_account", "entry": ['}
    stranger = await another(desk)
    kept = await stranger.request.post(f"{desk.house.simulator}/control/webhooks/raw", data=unreadable)
    assert (await kept.json())["status"] == 200
    await stranger.close()
    await desk.open("/ajustes/fila-morta")
    await expect(desk.at("dead-letter-retry")).to_be_visible()
    return desk.page


async def flows(desk: Desk, _: Afternoon) -> Page:
    await desk.open("/fluxos")
    await expect(desk.at("flow-row").first).to_be_visible()
    return desk.page


async def flow(desk: Desk, _: Afternoon) -> Page:
    """The clinic's, tried out in the drawer."""
    (bot,) = (await desk.ask("GET", "bots"))["items"]
    await desk.open(f"/fluxos/{bot['entry_flow_id']}")
    await desk.at("panel-simulator").click()
    await desk.at("simulator-hello").click()
    await expect(desk.at("simulated-open-list")).to_be_visible()
    return desk.page


async def flow_node(desk: Desk, _: Afternoon) -> Page:
    """The form of one of its questions."""
    await flow(desk, _)
    await desk.at("side-close").click()
    await desk.page.locator('.react-flow__node[data-id="menu"]').focus()
    await desk.page.keyboard.press("Enter")
    await expect(desk.at("node-form")).to_be_visible()
    return desk.page


async def flow_figures(desk: Desk, _: Afternoon) -> Page:
    """What the afternoon's customers did in it, on its edges and nodes."""
    (bot,) = (await desk.ask("GET", "bots"))["items"]
    await desk.open(f"/fluxos/{bot['entry_flow_id']}")
    await desk.at("flow-numbers").click()
    await expect(desk.at("flow-totals")).to_be_visible()
    await expect(desk.at("edge-number").first).to_be_visible()
    await expect(desk.at("node-numbers").first).to_be_visible()
    return desk.page


async def flow_tests(desk: Desk, _: Afternoon) -> Page:
    """Its tests, run."""
    (bot,) = (await desk.ask("GET", "bots"))["items"]
    await desk.open(f"/fluxos/{bot['entry_flow_id']}")
    await desk.at("panel-tests").click()
    await desk.at("tests-run").click()
    await expect(desk.at("tests-report")).to_be_visible()
    return desk.page


async def flow_publication(desk: Desk, _: Afternoon) -> Page:
    """What publishing a changed flow would do to the people in the middle of it; the change is taken back after the picture."""
    (bot,) = (await desk.ask("GET", "bots"))["items"]
    flow = await desk.ask("GET", f"flows/{bot['entry_flow_id']}")
    changed = json.loads(json.dumps(flow["definition"]))
    changed["nodes"]["menu"]["options"]["text"] += " Estamos aqui até as 18h."
    saved = await desk.ask("PUT", f"flows/{flow['id']}/draft", {"revision": flow["revision"], "definition": changed})
    await desk.open(f"/fluxos/{flow['id']}")
    await desk.at("flow-publish").click()
    await expect(desk.at("publish-changes")).to_be_visible()
    await expect(desk.at("fate-move")).to_be_visible()
    back = {"revision": saved["revision"], "definition": flow["definition"]}
    await desk.ask("PUT", f"flows/{flow['id']}/draft", back)
    return desk.page


async def flow_versions(desk: Desk, _: Afternoon) -> Page:
    (bot,) = (await desk.ask("GET", "bots"))["items"]
    await desk.open(f"/fluxos/{bot['entry_flow_id']}")
    await desk.at("panel-versions").click()
    await expect(desk.at("flow-version").first).to_be_visible()
    return desk.page


async def automations(desk: Desk, _: Afternoon) -> Page:
    """One in service that has heard something, and a draft."""
    tests = [
        {"kind": "test", "field": "since.answered", "op": "is", "value": "false"},
        {"kind": "group", "join": "any", "tests": [
            {"kind": "test", "field": "message.text", "op": "word", "value": ["preço", "quanto custa"]},
            {"kind": "test", "field": "contact.tags", "op": "has", "value": ["VIP"]},
        ]},
    ]  # fmt: skip
    call = {"do": "open_handoff", "reason": "Sem resposta há 30 minutos", "priority": "high"}
    rule = {"conditions": {"kind": "group", "join": "all", "tests": tests}, "actions": [call], "wait_minutes": 30}
    note = {"do": "add_note", "text": "{{ contact.first_name }} escreveu de novo."}
    if "Anota quem escreve" not in {one["name"] for one in (await desk.ask("GET", "automations"))["items"]}:
        body = {"name": "Sem resposta em 30 minutos", "triggers": ["conversations.message_received"], "rule": rule}
        await desk.ask("POST", "automations", body)
        body = {
            "name": "Anota quem escreve",
            "triggers": ["conversations.message_received"],
            "rule": {"actions": [note]},
        }
        made = await desk.ask("POST", "automations", body)
        await desk.ask("PUT", f"automations/{made['id']}/state", {"state": "on"})
    await desk.open("/automacoes")
    await expect(desk.at("automation").first).to_be_visible()
    return desk.page


async def automation(desk: Desk, afternoon: Afternoon) -> Page:
    """One in its editor, tried on something that has happened."""
    await automations(desk, afternoon)
    await desk.at("automation").filter(has_text="Sem resposta").get_by_role("button").first.click()
    await desk.at("try-rule").click()
    await expect(desk.at("tried")).to_be_visible()
    return desk.page


async def automation_log(desk: Desk, afternoon: Afternoon) -> Page:
    await automations(desk, afternoon)
    conversation = f"conversations/{afternoon.conversation}"
    await desk.ask("POST", f"{conversation}/notes", {"text": "ligar amanhã"})
    found = (await desk.ask("GET", "automations"))["items"]
    made = next(one for one in found if one["name"] == "Anota quem escreve")
    changed = {
        **{name: made[name] for name in ("name", "rule", "revision")}, "triggers": ["conversations.note_added"],
    }  # fmt: skip
    await desk.ask("PUT", f"automations/{made['id']}", changed)
    await desk.ask("POST", f"{conversation}/notes", {"text": "ligar na terça"})
    await desk.open(f"/automacoes/{made['id']}?ver=registro")
    await desk.page.locator("[data-testid=run][data-state=ran]").first.get_by_role("button").first.click()
    await expect(desk.at("outcomes").first).to_be_visible()
    return desk.page


async def satisfaction(desk: Desk, _: Afternoon) -> Page:
    await desk.open("/ajustes/satisfacao")
    await expect(desk.at("csat-preview")).to_be_visible()
    return desk.page


async def satisfaction_report(desk: Desk, _: Afternoon) -> Page:
    """With the answers of three people."""
    await desk.page.route("**/api/v1/analytics/csat*", lambda route: route.fulfill(json=_ANSWERS))
    await desk.open("/relatorios")
    await desk.at("csat-report").scroll_into_view_if_needed()
    await expect(desk.at("csat-comment").first).to_be_visible()
    return desk.page


async def phone(desk: Desk, _: Afternoon) -> Page:
    page = await another(desk)
    await page.goto(f"{desk.house.simulator}/?phone=5511987651020")
    await expect(page.get_by_text("Sexta às 15h")).to_be_visible()
    return page


SCREENS: tuple[Callable[[Desk, Afternoon], Awaitable[Page]], ...] = (
    sign_in, overview, inbox, nothing_found, conversation, handoffs, handoff_settings, delegations, delegating,
    dead_letters, dead_letter, flows, flow, flow_node, flow_figures,
    flow_tests, flow_publication, flow_versions, automations, automation, automation_log, satisfaction,
    satisfaction_report, phone,
)  # fmt: skip


BY_DAY = {sign_in, overview, inbox, conversation, flow, automation, handoffs}
"""One of each kind."""


@pytest.mark.parametrize(
    "screen",
    [pytest.param(one, marks=[] if one in BY_DAY else [pytest.mark.nightly], id=one.__name__) for one in SCREENS],
)
async def test_a_screen_is_for_everyone(
    screen: Callable[[Desk, Afternoon], Awaitable[Page]], desk: Desk, afternoon: Afternoon, tmp_path: Path
) -> None:
    page = await screen(desk, afternoon)
    problems = await problems_of(page, screen.__name__, tmp_path)
    if page is not desk.page:
        await page.close()
    assert problems == {}
