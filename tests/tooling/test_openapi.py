"""Does the dashboard know the API as it is served?"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from recado.app.api import describe_api

# The description is made once, in one process.
pytestmark = [pytest.mark.xdist_group("described"), pytest.mark.no_cover]

WRITTEN = Path(__file__).resolve().parents[2] / "dashboard" / "openapi.json"


def test_the_dashboards_description_is_current() -> None:
    """`dashboard/openapi.json` is what the types of the dashboard's client are made from."""
    served = json.dumps(describe_api().openapi(), indent=1, ensure_ascii=False, sort_keys=True) + "\n"
    assert served == WRITTEN.read_text(encoding="utf-8"), (
        "write describe_api().openapi() to dashboard/openapi.json, then `npm run generate` in dashboard/"
    )
