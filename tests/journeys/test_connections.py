"""Can somebody connect a number with a code typed into a phone, see it die and come back, and disconnect it?"""

from __future__ import annotations

import asyncio
import os
import re
import subprocess
import sys
from typing import Any

import aiohttp
from playwright.async_api import expect

from tests.journeys.conftest import Sit
from tests.journeys.desk import JOURNEY
from tests.journeys.house import ROOT, House

pytestmark = JOURNEY

INSTANCE = "loja"


def _added(house: House) -> str:
    """Add the instance from a terminal, and return the channel's id."""
    words = ("--instance", INSTANCE, "--url", house.simulator, "--api-key", "evolution-key", "--name", "Balcão")
    own = {
        "PORT": str(house.port), "RECADO_HOME": str(house.folder / ".recado"), "PYTHONPATH": str(ROOT / "src"),
        "DATABASE_URL": "",
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-m", "recado.app.cli", "channels", "add", "evolution", *words],
        cwd=ROOT, env=os.environ | own, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert "x-recado-secret" in done.stdout
    found = re.search(r"Canal criado: (\S+)", done.stdout)
    assert found is not None
    return found.group(1)


async def _control(house: House, act: str, **body: Any) -> None:
    url = f"{house.simulator}/control/evolution/{INSTANCE}/{act}"
    async with aiohttp.ClientSession() as http, http.post(url, json=body) as answer:
        assert answer.ok, await answer.text()


async def test_a_number_is_connected_by_pairing_code(sit: Sit, house: House) -> None:
    id_ = await asyncio.to_thread(_added, house)
    desk = await sit()
    await desk.open("/whatsapp/conexoes")
    row = desk.page.locator(f'[data-testid="connection"][data-id="{id_}"]')
    await expect(row).to_have_attribute("data-state", "attention")
    await row.get_by_test_id("connect").click()
    await expect(desk.at("qr")).to_be_visible()
    await desk.page.get_by_role("tab", name="Código").click()
    await desk.page.get_by_label("Número do aparelho").fill("(11) 99000-0009")
    await desk.page.get_by_role("button", name="Gerar código").click()
    shown = await desk.at("pairing-code").inner_text()
    assert re.fullmatch(r"[A-Z0-9]{4}-[A-Z0-9]{4}", shown)
    await _control(house, "code", code=shown)
    await expect(desk.at("paired")).to_be_visible()
    await desk.page.get_by_role("button", name="Pronto").click()
    await expect(row).to_have_attribute("data-state", "connected")

    # A dead socket says nothing; the screen says it within ten seconds.
    await _control(house, "close", code=440)
    await expect(row).to_have_attribute("data-state", "attention", timeout=10_000)
    await expect(row.get_by_test_id("connection-reason")).to_contain_text("Outra conexão tomou o lugar")
    await _control(house, "open")
    await expect(row).to_have_attribute("data-state", "connected")

    await row.get_by_test_id("disconnect").click()
    await desk.page.get_by_role("button", name="Manter").click()
    await expect(row).to_have_attribute("data-state", "connected")
    await row.get_by_test_id("disconnect").click()
    await desk.at("confirm-disconnect").click()
    await expect(row).to_have_attribute("data-state", "disconnected")
    assert not await desk.seen()
