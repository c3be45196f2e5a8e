"""Is docs/API.md what the product serves today, and would it be noticed if it were not?"""

from __future__ import annotations

import importlib.util
import sys
from types import ModuleType

import pytest

from recado.app.api import describe_api
from recado.organizations.permissions import OPERATIONS
from tests.architecture.sources import ROOT

# The description is made once, in one process.
pytestmark = [pytest.mark.xdist_group("described"), pytest.mark.no_cover]


@pytest.fixture(scope="module")
def reference() -> ModuleType:
    found = importlib.util.spec_from_file_location("api_reference", ROOT / "scripts" / "api_reference.py")
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    before = list(sys.path)
    found.loader.exec_module(module)
    sys.path[:] = before
    return module


def test_the_page_is_current(reference: ModuleType) -> None:
    page = reference.render(describe_api().openapi(), OPERATIONS)
    assert (ROOT / "docs" / "API.md").read_text(encoding="utf-8") == page, "run scripts/api_reference.py"


def test_every_served_operation_stands_on_it(reference: ModuleType) -> None:
    document = describe_api().openapi()
    page = reference.render(document, OPERATIONS)
    served = [(method.upper(), path) for path, methods in document["paths"].items() for method in methods]
    assert len(served) > 50
    assert [one for one in served if f"### `{one[0]} {one[1]}`" not in page] == []


@pytest.mark.nightly
def test_a_new_operation_changes_it(reference: ModuleType) -> None:
    app = describe_api()
    before = reference.render(app.openapi(), OPERATIONS)
    app.openapi_schema = None
    app.get("/api/v1/new/{id}", operation_id="new.read", tags=["new"])(lambda id: None)
    after = reference.render(app.openapi(), OPERATIONS)
    assert "### `GET /api/v1/new/{id}`" in after
    assert "/api/v1/new" not in before
