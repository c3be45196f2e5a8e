"""What do the tests of the Cloud API client share?"""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from recado.channels.adapters.whatsapp_cloud.adapter import WhatsAppCloud
from tests.channels.whatsapp_cloud.provider import Provider, adapter, running


@pytest.fixture
async def provider() -> AsyncIterator[Provider]:
    async with running() as started:
        yield started


@pytest.fixture
async def cloud() -> AsyncIterator[WhatsAppCloud]:
    async with adapter() as made:
        yield made
