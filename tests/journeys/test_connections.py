"""Can somebody connect a number with a code typed into a phone, see it die and come back, and disconnect it?"""

from __future__ import annotations

import asyncio
import os
import re
import subprocess
import sys
from typing import Any

import aiohttp
import pytest
from playwright.async_api import expect

from tests.journeys.conftest import Sit
from tests.journeys.desk import JOURNEY
from tests.journeys.house import ROOT, House

pytestmark = JOURNEY

INSTANCE = "loja"


def _added(house: House, instance: str = INSTANCE, name: str = "Balcão") -> str:
    """Add the instance from a terminal, and return the channel's id."""
    words = ("--instance", instance, "--url", house.simulator, "--api-key", "evolution-key", "--name", name)
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


async def _control(house: House, act: str, *, instance: str = INSTANCE, expect: int = 200, **body: Any) -> None:
    url = f"{house.simulator}/control/evolution/{instance}/{act}"
    async with aiohttp.ClientSession() as http, http.post(url, json=body) as answer:
        assert answer.status == expect, await answer.text()


async def _made(house: House, instance: str, **ways: Any) -> None:
    """Let the gateway have an instance that behaves in some way before anybody connects it."""
    url, headers = f"{house.simulator}/instance/create", {"apikey": "evolution-key"}
    async with (
        aiohttp.ClientSession() as http,
        http.post(url, json={"instanceName": instance}, headers=headers) as answer,
    ):
        assert answer.status == 201, await answer.text()
    await _control(house, "ways", instance=instance, **ways)


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


@pytest.mark.nightly
async def test_codes_renew_themselves_and_a_lost_connection_says_why_and_comes_back(sit: Sit, house: House) -> None:
    await _made(house, "filial", qr_s=8.0)
    id_ = await asyncio.to_thread(_added, house, "filial", "Filial")
    desk = await sit()
    await desk.open("/whatsapp/conexoes")
    row = desk.page.locator(f'[data-testid="connection"][data-id="{id_}"]')
    await row.get_by_test_id("connect").click()
    qr = desk.at("qr")
    await expect(qr).to_be_visible()
    await expect(desk.at("code-life")).to_contain_text("Muda sozinho em até")
    first = await qr.get_attribute("data-code")
    assert first
    await expect(qr).not_to_have_attribute("data-code", first)
    await desk.page.get_by_role("tab", name="Código").click()
    await desk.page.get_by_label("Número do aparelho").fill("(11) 99000-0019")
    await desk.page.get_by_role("button", name="Gerar código").click()
    old = await desk.at("pairing-code").inner_text()
    await expect(desk.at("pairing-code")).not_to_have_text(old)
    await _control(house, "code", instance="filial", expect=409, code=old)
    await _control(house, "code", instance="filial", code=await desk.at("pairing-code").inner_text())
    await expect(desk.at("paired")).to_be_visible()
    await desk.page.get_by_role("button", name="Pronto").click()
    await expect(row).to_have_attribute("data-state", "connected")

    # What the gateway mends by itself is told while it lasts, and is over by itself.
    await _control(house, "close", instance="filial", code=408, comes_back_s=9)
    await expect(row).to_have_attribute("data-state", "connecting", timeout=10_000)
    await expect(row).to_have_attribute("data-state", "connected")
    await _control(house, "close", instance="filial", code=428)
    await expect(row.get_by_test_id("connection-reason")).to_contain_text(
        "A conexão caiu; o gateway tenta de novo", timeout=10_000
    )
    await _control(house, "open", instance="filial")
    await expect(row).to_have_attribute("data-state", "connected")

    # The owner ends the session on the phone: only a person connects again.
    await _control(house, "close", instance="filial", code=401)
    await expect(row.get_by_test_id("connection-reason")).to_contain_text(
        "O aparelho encerrou a sessão", timeout=10_000
    )
    await row.get_by_test_id("connect").click()
    await expect(qr).to_be_visible()
    await _control(house, "scan", instance="filial", phone="5511990000019")
    await expect(desk.at("paired")).to_be_visible()
    await desk.page.get_by_role("button", name="Pronto").click()
    await expect(row).to_have_attribute("data-state", "connected")
    await expect(row.get_by_test_id("connection-reason")).to_have_count(0)
    assert not await desk.seen()
