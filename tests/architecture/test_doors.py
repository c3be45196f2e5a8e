"""Does anybody enter another module's private room? Its open rooms are models, events, errors, service and contracts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tests.architecture.sources import Source, example, listed, product

OPEN_ROOMS = {"models", "events", "errors", "service"}
# What a plugin of a module implements, and what whoever joins modules together is handed.
CONTRACTS = {
    "channels": {"adapter", "media_types", "template_models", "templates", "views"},
    "conversations": {"desk", "ports"},
    "flows": {"engine", "nodes"},
    "organizations": {"access", "permissions"},
}
# `foundation` and `nlu`, a pure library, have no rooms: they are there for everybody. `app` wires and may enter anywhere.
WITHOUT_ROOMS = {"foundation", "nlu"}
MAY_ENTER_ANYWHERE = {"app"}


def trespasses(sources: Iterable[Source]) -> Iterator[str]:
    for source in sources:
        if not source.owner or source.owner in MAY_ENTER_ANYWHERE:
            continue
        for line, name in source.imports():
            parts = name.split(".")
            if parts[0] != "recado" or len(parts) < 3 or parts[1] in {source.owner, *WITHOUT_ROOMS}:
                continue
            if parts[2] not in OPEN_ROOMS | CONTRACTS.get(parts[1], set()):
                yield source.at(line, f"{source.owner} enters recado.{parts[1]}.{parts[2]}")


def test_nobody_enters_a_private_room() -> None:
    assert listed(trespasses(product())) == ""


def test_the_rule_sees() -> None:
    good = example("from recado.contacts.models import Contact\nfrom recado.contacts import service\n")
    bad = example(
        "from recado.contacts.store import rows\nimport recado.contacts.rules\nfrom recado.contacts import store\n"
    )
    own = example("from recado.contacts import store", module="recado.contacts.service")
    wiring = example("from recado.contacts import store", module="recado.app.bootstrap")

    assert list(trespasses([good, own, wiring])) == []
    assert len(list(trespasses([bad]))) == 3
