"""Is docs/flows/nodes.md what the installed node types are today, with examples that run?"""

from __future__ import annotations

import importlib.util
import sys
from types import ModuleType

import pytest

from recado.app.installed import installed_nodes
from tests.architecture.sources import ROOT

PAGE = ROOT / "docs" / "flows" / "nodes.md"


@pytest.fixture(scope="module")
def reference() -> ModuleType:
    found = importlib.util.spec_from_file_location("node_reference", ROOT / "scripts" / "node_reference.py")
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    before = list(sys.path)
    found.loader.exec_module(module)
    sys.path[:] = before
    return module


def test_the_page_is_current(reference: ModuleType) -> None:
    assert PAGE.read_text(encoding="utf-8") == reference.render(), "run scripts/node_reference.py"


def test_every_node_type_stands_on_it_with_a_talk() -> None:
    page = PAGE.read_text(encoding="utf-8")
    for key in installed_nodes():
        section = page.partition(f"\n## {key}\n")[2].partition("\n## ")[0]
        assert f"type: {key}" in section, key
        assert "- says:" in section, key
        assert "- expect:" in section or "- handoff:" in section, key


def test_a_talk_that_cannot_be_had_is_noticed(reference: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """The example of a message with its talk asking for a button that is not there."""
    real = reference.EXAMPLES.__class__.read_text

    def bent(path: object, encoding: str) -> str:
        return str(real(path, encoding=encoding)).replace("taps: Fotos", "taps: Vídeos")

    monkeypatch.setattr(reference.EXAMPLES.__class__, "read_text", bent)
    with pytest.raises(SystemExit, match="message"):
        reference.render()
