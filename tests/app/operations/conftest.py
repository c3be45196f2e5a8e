"""A product of its own for each test that looks after it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.pipeline.house import House, open_house
from tests.support.postgres import Clone


@pytest.fixture
async def house(database: Clone, tmp_path: Path) -> AsyncIterator[House]:
    async with open_house(database, tmp_path, recado_metrics_token="a-token-of-the-monitor") as opened:
        yield opened
