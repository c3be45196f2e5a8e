"""Do the import contracts of pyproject.toml notice what they forbid? Each is shown one offence in a house of its own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT

LAYERS = (
    "app",
    "automations",
    "flows",
    "leads",
    "conversations",
    "channels",
    "nlu",
    "privacy",
    "contacts",
    "organizations",
    "foundation",
)
OFFENCES = {
    "Imports go down one list": ("recado/contacts/service.py", "from recado.flows import models"),
    "Rooms of a module are entered downwards": ("recado/contacts/models.py", "from recado.contacts import service"),
    "The flow engine and its nodes are pure": ("recado/flows/engine/advance.py", "import asyncio"),
    "The understanding of text is pure": ("recado/nlu/service.py", "import asyncio"),
    "Only foundation speaks to the database driver": ("recado/contacts/store.py", "import asyncpg"),
    "Only api rooms and app know the web framework": ("recado/contacts/service.py", "import fastapi"),
    "Plugins do not know each other: channels": (
        "recado/channels/adapters/one/client.py",
        "from recado.channels.adapters.two import client",
    ),
    "Plugins do not know each other: nodes": ("recado/flows/nodes/one.py", "from recado.flows.nodes import two"),
    "No cycles": ("recado/foundation/first.py", "from recado.foundation import second"),
    "The simulator is an honest stranger": ("recado_simulator/world.py", "from recado.channels import models"),
    "The product does not know the simulator": ("recado/contacts/service.py", "import recado_simulator.world"),
}
ALLOWED = {
    "recado/contacts/api.py": "import fastapi\nfrom recado.contacts import service",
    "recado/app/web.py": "import fastapi\nimport asyncpg\nfrom recado.contacts import api",
    "recado/foundation/database.py": "import asyncpg",
    "recado/foundation/second.py": "from recado.foundation import first",
    "recado/flows/engine/advance.py": "import dataclasses",
}


def house(folder: Path, changes: dict[str, str]) -> Path:
    """A small product with every layer and room, and what `changes` adds."""
    files = {f"recado/{layer}/__init__.py": "" for layer in LAYERS}
    for layer in LAYERS[1:-1]:
        files |= {f"recado/{layer}/{room}.py": "" for room in ("api", "service", "store", "models")}
    files |= {f"recado/flows/{name}.py": "" for name in ("engine/__init__", "engine/advance", "nodes/__init__")}
    files |= {f"recado/flows/{name}.py": "" for name in ("nodes/one", "nodes/two", "upgrades/__init__")}
    files |= {f"recado/flows/{room}/__init__.py": "" for room in ("text", "testing", "imports")}
    adapters = ("__init__", "one/__init__", "one/client", "two/__init__", "two/client")
    files |= {f"recado/channels/adapters/{name}.py": "" for name in adapters}
    files |= {"recado/foundation/first.py": "", "recado/__init__.py": ""}
    files |= {"recado_simulator/__init__.py": "", "recado_simulator/world.py": ""} | changes
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(f"{text}\n")
    (folder / "pyproject.toml").write_text((ROOT / "pyproject.toml").read_text())
    return folder


def verdicts(folder: Path) -> dict[str, str]:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    environment = os.environ | {"PYTHONPATH": str(folder), "NO_COLOR": "1", "COLUMNS": "200"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    found = dict(re.findall(r"^(.+?) (KEPT|BROKEN)\b", done.stdout, re.MULTILINE))
    assert found, done.stdout + done.stderr
    return found


def test_a_house_in_order_passes(tmp_path: Path) -> None:
    assert set(verdicts(house(tmp_path, ALLOWED)).values()) == {"KEPT"}


def test_every_contract_has_an_offence_here(tmp_path: Path) -> None:
    assert set(verdicts(house(tmp_path, ALLOWED))) == set(OFFENCES)


@pytest.mark.parametrize("contract", OFFENCES)
def test_the_contract_sees(contract: str, tmp_path: Path) -> None:
    path, line = OFFENCES[contract]

    assert verdicts(house(tmp_path, ALLOWED | {path: line}))[contract] == "BROKEN"


def test_a_layer_that_is_not_in_the_list_is_noticed(tmp_path: Path) -> None:
    house(tmp_path, ALLOWED | {"recado/surprise/__init__.py": ""})
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    environment = os.environ | {"PYTHONPATH": str(tmp_path)}

    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)

    assert done.returncode != 0
    assert "surprise" in done.stdout + done.stderr
