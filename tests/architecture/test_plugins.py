"""Is a plugin named anywhere but in `app/installed.py`?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tests.architecture.sources import Source, example, listed, product

# Folders whose children are plugins: (package, may its own children import each other's insides).
PLUGIN_FOLDERS = ("recado.channels.adapters", "recado.flows.nodes", "recado.solutions", "recado.tools")
INSTALLER = "recado.app.installed"


def plugin_of(module: str) -> str:
    """The plugin a module belongs to, such as `recado.flows.nodes.question`; empty if to none."""
    for folder in PLUGIN_FOLDERS:
        if module.startswith(f"{folder}."):
            return ".".join(module.split(".")[: folder.count(".") + 2])
    return ""


def plugins(sources: Iterable[Source]) -> set[str]:
    return {plugin_of(source.module) for source in sources} - {""}


def named_outside(sources: Iterable[Source], known: set[str]) -> Iterator[str]:
    for source in sources:
        if source.module == INSTALLER or source.owner == "":
            continue
        for line, name in source.imports():
            plugin = plugin_of(name)
            if plugin in known and plugin != plugin_of(source.module) and not plugin.split(".")[-1].startswith("_"):
                yield source.at(line, f"names the plugin {plugin}")


def test_plugins_are_named_in_one_place() -> None:
    assert listed(named_outside(product(), plugins(product()))) == ""


def test_the_rule_sees() -> None:
    plugin = example("from recado.flows.engine import session", module="recado.flows.nodes.question")
    inside = example("from recado.channels.adapters.x import manifest", module="recado.channels.adapters.x.client")
    installer = example("from recado.flows.nodes import question", module=INSTALLER)
    bad = example("from recado.flows.nodes import question")
    stranger = example("from recado.flows.nodes.question import run", module="recado.flows.nodes.message")
    known = plugins([plugin, stranger, inside])

    assert known == {"recado.flows.nodes.question", "recado.flows.nodes.message", "recado.channels.adapters.x"}
    assert list(named_outside([plugin, inside, installer], known)) == []
    assert len(list(named_outside([bad, stranger], known))) == 2
