"""One product for all tests of a file, in one event loop; each test has organizations and people of its own."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from inspect import iscoroutinefunction
from pathlib import Path

import pytest
import pytest_asyncio

from tests.pipeline.house import House, Organization, open_house
from tests.support.postgres import Clone

_UNTRACED = {
    "test_abuse", "test_asks", "test_evolution", "test_hold", "test_intake", "test_killed_in_rounds", "test_order_and_limits",
    "test_replay", "test_searching", "test_unconfirmed", "test_waiting",
}  # fmt: skip
"""They send crowds over ways that others walk alone: traced, they take half as long again and cover nothing more."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            # One worker for all tests of a file: they share its product.
            item.add_marker(pytest.mark.xdist_group(f"pipeline-{item.path.stem}"))
            if item.path.stem in _UNTRACED:
                item.add_marker(pytest.mark.no_cover)
        if here in item.path.parents and isinstance(item, pytest.Function) and iscoroutinefunction(item.function):
            item.add_marker(pytest.mark.asyncio(loop_scope="module"), append=False)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def opened(module_database: Clone, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[House]:
    folder = tmp_path_factory.mktemp("house")
    async with open_house(module_database, folder, recado_unconfirmed_wait_s=0.2, recado_lease_s=3.0) as house:
        yield house


@pytest_asyncio.fixture(loop_scope="module")
async def house(opened: House) -> AsyncIterator[House]:
    """The product, with its clock and its provider as at the beginning."""
    opened.clock.ahead = timedelta()
    opened.graph.answers.clear()
    yield opened
    assert not opened.graph.answers, "the test laid answers ready that nobody asked for"


@pytest_asyncio.fixture(loop_scope="module")
async def clinic(house: House) -> Organization:
    """An organization whose bot answers."""
    return await house.organization()
