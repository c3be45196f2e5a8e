"""What is done to a database before the parts start: its schema, and on the first run a demo organization?

A start whose inputs did not change waits for neither: the parts come up while the schema is checked beside them, and
the demo, remembered in `demo.json`, is not asked for again. That keeps a later start under five seconds.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from recado.app.run.errors import RunRefused
from recado.app.run.nursery import Nursery
from recado.app.run.plan import Command, Plan

REPOSITORY = Path(__file__).resolve().parents[4]


@dataclass(frozen=True, slots=True)
class Demo:
    """How to sign in to the demo organization, and what the simulator must know of its number."""

    email: str = ""
    password: str = field(default="", repr=False)
    account: dict[str, Any] = field(default_factory=dict, repr=False)


class Preparation:
    """The steps before the parts, remembered under a key made of everything they depend on."""

    def __init__(self, plan: Plan, nursery: Nursery, home: Path, *, database: str, port: int) -> None:
        self._plan = plan
        self._nursery = nursery
        self._memory = home / "demo.json"
        self._key = _key(database, port)

    def remembered(self) -> Demo | None:
        """The demo of an earlier start with the same database, migrations and port."""
        try:
            kept = json.loads(self._memory.read_text())
            return Demo(**kept["demo"]) if kept["key"] == self._key else None
        except (OSError, ValueError, KeyError, TypeError):
            return None

    async def migrate(self) -> None:
        await self._run("migrate", self._plan.migrate, "O banco de dados não pôde ser preparado")

    async def seed(self) -> Demo:
        """Make the demo organization, or find it; its sign-in."""
        said = await self._run("demo", self._plan.demo, "A organização de demonstração não pôde ser criada")
        demo = _read_demo(said)
        partial = self._memory.with_suffix(".partial")
        partial.unlink(missing_ok=True)
        with os.fdopen(os.open(partial, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as file:
            kept = {"email": demo.email, "password": demo.password, "account": demo.account}
            json.dump({"key": self._key, "demo": kept}, file)
        partial.rename(self._memory)
        return demo

    def forget(self) -> None:
        self._memory.unlink(missing_ok=True)

    async def _run(self, name: str, command: Command, complaint: str) -> str:
        child = await self._nursery.start(name, command, capture=True)
        try:
            said, _ = await child.process.communicate()
        except asyncio.CancelledError:
            await self._nursery.stop([child], within_s=1.0)
            raise
        text = said.decode(errors="replace")
        if child.process.returncode:
            why = self._nursery.last_lines(name) or _last_line(text) or "sem explicação"
            raise RunRefused(f"{complaint}: {why}")
        return text


def _key(database: str, port: int) -> str:
    digest = hashlib.sha256(f"{database}\n{port}\n".encode())
    for path in sorted((REPOSITORY / "migrations").rglob("*")):
        if path.suffix in {".py", ".sql"}:
            digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()


def _read_demo(said: str) -> Demo:
    try:
        found = json.loads(_last_line(said))
        return Demo(
            email=str(found["email"]), password=str(found["password"]), account=dict(found.get("account") or {})
        )
    except (ValueError, KeyError, TypeError):
        return Demo()


def _last_line(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[-1] if lines else ""
