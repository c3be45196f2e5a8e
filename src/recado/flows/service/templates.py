"""Which flows can somebody begin from?"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from recado.flows.errors import TemplateNotFound
from recado.flows.text import read


@dataclass(frozen=True, slots=True)
class Template:
    """A flow to begin from, with the cases that show what it does."""

    key: str
    name: str
    description: str
    definition: Mapping[str, Any]
    tests: str

    @property
    def nodes(self) -> int:
        """How many nodes it has."""
        return len(self.definition["nodes"])


def list_templates() -> tuple[Template, ...]:
    """Return all of them, in the order in which they are shown."""
    return tuple(_all().values())


def get_template(key: str) -> Template:
    """Return one; raise `TemplateNotFound`."""
    found = _all().get(key)
    if found is None:
        raise TemplateNotFound(key=key)
    return found


@cache
def _all() -> Mapping[str, Template]:
    folder = files("recado.flows.templates")
    listed = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    return {
        one["key"]: Template(
            one["key"],
            one["name"],
            one["description"],
            read((folder / f"{one['key']}.flow.yaml").read_text(encoding="utf-8")),
            (folder / f"{one['key']}.tests.yaml").read_text(encoding="utf-8"),
        )
        for one in listed
    }
