"""A business and a simulator, joined, for every test of this folder."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from recado_simulator import Simulator, SimulatorSettings, start_simulator
from recado_simulator.settings import PRESETS
from tests.simulator.business import Business, Desk, account, until


@pytest.fixture
async def business() -> AsyncIterator[Business]:
    business = Business()
    await business.open()
    yield business
    await business.close()


@pytest.fixture
async def simulator(tmp_path: Path, business: Business) -> AsyncIterator[Simulator]:
    settings = SimulatorSettings(
        data=tmp_path / "simulator",
        habits=PRESETS["perfect"],
        config={"accounts": [account(business)]},
        seed=1,
    )
    simulator = await start_simulator(settings)
    await until(lambda: all(one.verified for one in simulator.parts.world.accounts.all()))
    yield simulator
    await simulator.close()


@pytest.fixture
async def desk(simulator: Simulator) -> AsyncIterator[Desk]:
    async with aiohttp.ClientSession() as http:
        yield Desk(simulator, http)
