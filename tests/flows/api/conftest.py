"""Fixtures of the editor's routes."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.flows.api.house import Desk, desk
from tests.support.postgres import Clone


@pytest.fixture
async def clinic(database: Clone) -> AsyncIterator[Desk]:
    """A served clinic on a database of its own."""
    async with desk(database) as found:
        yield found
