"""Campaigns over all routes and tables."""

from __future__ import annotations

from pathlib import Path

import pytest

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    # They walk every route again and again: traced, they take twice as long and cover nothing that the routes' own tests do not.
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.no_cover)
