"""Fixtures for pipelines and deals: one served shop per test, on a database of its own."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.leads.shop import Shop, shop
from tests.support.postgres import Clone


@pytest.fixture
async def house(database: Clone) -> AsyncIterator[Shop]:
    """A shop with an administrator, an operator and an agent."""
    async with shop(database) as found:
        yield found
