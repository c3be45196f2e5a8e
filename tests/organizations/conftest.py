"""Fixtures for organizations and access: one served application per test, on a database of its own."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.support.access import Office, office
from tests.support.postgres import Clone


@pytest.fixture
async def house(database: Clone) -> AsyncIterator[Office]:
    """The application with cheap hashes and no limit in the way."""
    async with office(database) as found:
        yield found
