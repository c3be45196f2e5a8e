"""What is each variable of the bot called here, and what do its values look like?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from recado.flows.engine.fields import RESERVED
from recado.flows.engine.folding import unaccent
from recado.flows.imports.typebot.export import Variable
from recado.flows.imports.typebot.findings import Report

LONGEST = 50
"""Of the 60 characters a name may have: a suffix must fit."""
_WORDS_OF_LIQUID = frozenset(
    [
        "and",
        "or",
        "not",
        "contains",
        "in",
        "with",
        "as",
        "for",
        "if",
        "else",
        "elsif",
        "unless",
        "case",
        "when",
        "nil",
        "null",
        "true",
        "false",
        "empty",
        "blank",
        "limit",
        "offset",
        "reversed",
        "cols",
        "assign",
        "capture",
        "comment",
        "size",
        "first",
        "last",
    ]
)
_PLACE = "Variáveis"


def slug(text: str, *, fallback: str, longest: int = LONGEST) -> str:
    """`Nome do pet` → `nome_do_pet`: ASCII letters, digits and `_`, beginning with a letter."""
    found = re.sub(r"[^a-z0-9]+", "_", unaccent(text).casefold()).strip("_")[:longest].rstrip("_")
    if not found:
        return fallback
    return found if found[0].isalpha() else f"{fallback}_{found}"[:longest].rstrip("_")


class Names:
    """Safe names for the bot's variables, by id and by the name that texts use. Also hands out fresh ones."""

    def __init__(self, variables: Iterable[Variable], report: Report) -> None:
        self.by_id: dict[str, str] = {}
        self.by_name: dict[str, str] = {}
        self.labels: dict[str, str] = {}
        """Safe name → the original's name."""
        self.initial: dict[str, str | tuple[str, ...]] = {}
        for one in variables:
            self._add(one, report)
        renamed = [f"“{label}” → {safe}" for safe, label in self.labels.items() if label != safe]
        if renamed:
            report.add("variables_renamed", _PLACE, names=", ".join(renamed))

    def _add(self, one: Variable, report: Report) -> None:
        known = self.by_name.get(one.name)
        if known is not None:
            report.add("variable_merged", _PLACE, name=one.name)
        safe = known or self.fresh(slug(one.name, fallback="variavel"), label=one.name)
        self.by_name.setdefault(one.name, safe)
        self.by_id.setdefault(one.id, safe)
        if one.value and safe not in self.initial:
            self.initial[safe] = one.value

    def fresh(self, wanted: str, *, label: str = "") -> str:
        """A name that nothing else has, declared from now on."""
        free, number = wanted, 1
        while free in self.labels or free in RESERVED or free in _WORDS_OF_LIQUID:
            number += 1
            free = f"{wanted}_{number}"
        self.labels[free] = label
        return free

    def of(self, id: object) -> str:
        """The name of the variable with that id; empty where there is none."""
        return self.by_id.get(id, "") if isinstance(id, str) else ""

    def label(self, safe: str) -> str:
        """What the original calls a variable."""
        return self.labels.get(safe) or safe

    def nearest(self, name: str) -> str:
        """A variable whose name differs from this only by case, accents or blanks; empty where there is none."""
        wanted = slug(name, fallback="")
        return next((one for one in self.by_name if wanted and slug(one, fallback="") == wanted), "")


def declared(names: Names) -> dict[str, Mapping[str, Any]]:
    """The flow's declarations: every variable with the original's name, and what it holds at first if that is one value."""
    found: dict[str, Mapping[str, Any]] = {}
    for safe, label in names.labels.items():
        declaration: dict[str, Any] = {}
        if label.strip():
            declaration["label"] = label.strip()[:120]
        initial = names.initial.get(safe)
        if isinstance(initial, str):
            declaration["default"] = initial
        found[safe] = declaration
    return found
