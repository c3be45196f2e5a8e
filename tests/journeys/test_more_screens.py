"""Are the screens of people, deals, reports and settings usable by everyone, wide and narrow, light and dark?"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, FilePayload, Page, expect

from tests.journeys.desk import JOURNEY, Desk, sit_down
from tests.journeys.house import House
from tests.journeys.looking import ZONE, problems_of

pytestmark = JOURNEY

SHEET = "nome;telefone;email;cidade\nMarina Alves;11987650001;marina@exemplo.com;Campinas\nRui Prado;11987650002;;Itu\n"
_PEOPLE = ("Marina Alves", "Caetano Prado", "Beatriz Nogueira de Albuquerque", "Seu Zé do Armazém", "Dra. Helena")
_DEALS = (("Plano anual", 480_000, 0), ("Castração da Mel", 65_000, 1), ("Frota de três carros", 21_000_000, 2))


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def desk(house: House, browser: Browser) -> AsyncIterator[Desk]:
    """An administrator of an organization with people, fields, deals, hours, keys and webhooks."""
    opened = await sit_down(browser, house, reduced_motion="reduce", timezone_id=ZONE)
    await _furnish(opened)
    yield opened
    await opened.context.close()


async def _furnish(desk: Desk) -> None:
    for at, name in enumerate(_PEOPLE):
        made = await desk.ask(
            "POST", "contacts", {"name": name, "identifiers": [{"kind": "phone", "value": f"1197000{at:04}"}]}
        )
        await desk.ask("PUT", f"contacts/{made['person']['id']}/tags", {"tags": ["cliente", "vip"][: at % 3]})
    await desk.ask("POST", "contacts/fields", {"label": "Raça do pet", "type": "text"})
    pipelines = (await desk.ask("GET", "pipelines"))["items"]
    pipeline = pipelines[0] if pipelines else await desk.ask("POST", "pipelines", {"name": "Vendas"})
    for at, (title, cents, stage) in enumerate(_DEALS):
        body = {"pipeline_id": pipeline["id"], "phone": f"1197000{at:04}", "title": title, "value_cents": cents}
        body["stage_id"] = pipeline["stages"][stage]["id"]
        await desk.ask("POST", "deals", body)


Screen = Callable[[Desk], Awaitable[Page]]


def at(path: str, test_id: str) -> Screen:
    """A screen that is opened by its address; it is there when something of it is."""

    async def opened(desk: Desk) -> Page:
        await desk.open(path)
        await expect(desk.at(test_id).first).to_be_visible()
        return desk.page

    return opened


async def contact(desk: Desk) -> Page:
    """Somebody with a note."""
    (found,) = (await desk.ask("GET", "contacts?q=Marina"))["items"][:1]
    await desk.ask("POST", f"contacts/{found['id']}/notes", {"text": "Prefere a quinta à tarde."})
    await desk.open(f"/contatos/{found['id']}")
    await expect(desk.at("happening").first).to_be_visible()
    return desk.page


async def contact_filter(desk: Desk) -> Page:
    await desk.open("/contatos")
    await desk.at("contacts-filter").click()
    await expect(desk.at("filter-builder")).to_be_visible()
    return desk.page


async def contact_import(desk: Desk) -> Page:
    """A spreadsheet whose columns wait to be told apart."""
    await desk.open("/contatos/importar")
    sheet = FilePayload(name="clientes.csv", mimeType="text/csv", buffer=SHEET.encode())
    await desk.page.locator("input[type=file]").set_input_files(sheet)
    await expect(desk.page.get_by_text("Marina Alves").first).to_be_visible()
    return desk.page


async def deal(desk: Desk) -> Page:
    await desk.open("/funil")
    await desk.at("deal-card").first.get_by_role("button").first.click()
    await expect(desk.at("deal-drawer")).to_be_visible()
    return desk.page


async def new_template(desk: Desk) -> Page:
    await desk.open("/ajustes/modelos")
    await desk.at("template-new").click()
    await expect(desk.at("template-form")).to_be_visible()
    return desk.page


SCREENS: dict[str, Screen] = {
    "contacts": at("/contatos", "contacts"),
    "contact": contact,
    "contact_filter": contact_filter,
    "contact_import": contact_import,
    "duplicates": at("/contatos/duplicados", "contacts"),
    "pipeline": at("/funil", "deal-card"),
    "deal": deal,
    "reports": at("/relatorios", "report-chart"),
    "connections": at("/whatsapp/conexoes", "connections-page"),
    "templates": at("/ajustes/modelos", "templates"),
    "new_template": new_template,
    **{
        name: at(f"/ajustes/{name}", "settings")
        for name in (
            "organizacao", "pessoas", "equipes", "horarios", "canais", "chaves", "segredos", "webhooks", "auditoria",
            "respostas-rapidas", "entendimento",
        )
    },
}  # fmt: skip


BY_DAY = {
    "contacts",
    "contact",
    "contact_import",
    "pipeline",
    "deal",
    "reports",
    "new_template",
    "pessoas",
    "auditoria",
}
"""One of each kind of screen; the others at night."""


@pytest.mark.parametrize(
    "name", [name if name in BY_DAY else pytest.param(name, marks=pytest.mark.nightly) for name in SCREENS]
)
async def test_a_screen_is_for_everyone(name: str, desk: Desk, tmp_path: Path) -> None:
    page = await SCREENS[name](desk)
    await expect(page.get_by_label("Carregando")).to_have_count(0)  # what still loads is no picture
    assert await problems_of(page, name, tmp_path) == {}
