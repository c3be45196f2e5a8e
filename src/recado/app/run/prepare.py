"""What is done to a database before the parts start: its schema, a demo organization, the channel of the environment?

A start whose inputs did not change does none of it: `demo.json` remembers under what migrations, port, master key and
described channel the database was prepared and which revision that gave, and the database says whether it still has it.
Asking takes 20 ms, running the commands three seconds.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from recado.app.run.database import Database
from recado.app.run.errors import RunRefused
from recado.app.run.nursery import Nursery
from recado.app.run.plan import Command, Plan
from recado.foundation.database_probe import schema_revision

REPOSITORY = Path(__file__).resolve().parents[4]
_TOLD = (
    "RECADO_MASTER_KEY",
    "RECADO_PUBLIC_URL",
    "WEBHOOK_VERIFY_TOKEN",
    "META_PHONE_NUMBER_ID",
    "META_ACCESS_TOKEN",
    "META_APP_SECRET",
    "META_GRAPH_URL",
)


@dataclass(frozen=True, slots=True)
class Demo:
    """How to sign in to the demo organization, and what the simulator must know of its number.

    `news` is what the person at the terminal should read once, of a channel that was just made.
    """

    email: str = ""
    password: str = field(default="", repr=False)
    account: dict[str, Any] = field(default_factory=dict, repr=False)
    news: tuple[str, ...] = field(default=(), repr=False)


class Preparation:
    """The steps before the parts, remembered with everything they depend on."""

    def __init__(
        self, plan: Plan, nursery: Nursery, *, home: Path, database: Database, port: int, environment: Mapping[str, str]
    ) -> None:
        self._plan = plan
        self._nursery = nursery
        self._home = home
        self._database = database
        self._port = port
        self._told = "\n".join(environment.get(name, "") for name in _TOLD)
        self._memory = home / "demo.json"

    async def prepare(self) -> Demo:
        """Bring the database to this version's schema, and make or find the demo organization."""
        known = await self._remembered()
        if known is not None:
            return known
        self._memory.unlink(missing_ok=True)
        await self._run("migrate", self._plan.migrate, "O banco de dados não pôde ser preparado")
        said = await self._run("demo", self._plan.demo, "A organização de demonstração não pôde ser criada")
        demo = _read_demo(said)
        if self._plan.channel:
            told = await self._run("channel", self._plan.channel, "O canal das variáveis META_* não pôde ser criado")
            demo = replace(demo, news=tuple(line for line in told.splitlines() if line.strip()))
        await self._remember(demo)
        return demo

    async def _remembered(self) -> Demo | None:
        # Of a database that others look after we do not know that it is still the one that was prepared then.
        if self._database.server is None or self._database.server.made_now:
            return None
        try:
            kept = json.loads(self._memory.read_text())
            demo = Demo(**kept["demo"])
        except (OSError, ValueError, KeyError, TypeError):
            return None
        same = kept.get("key") == self._key() and kept.get("revision") == await schema_revision(self._database.dsn)
        return demo if same and kept["revision"] else None

    async def _remember(self, demo: Demo) -> None:
        revision = await schema_revision(self._database.dsn)
        partial = self._memory.with_suffix(".partial")
        partial.unlink(missing_ok=True)
        with os.fdopen(os.open(partial, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as file:
            kept = {"email": demo.email, "password": demo.password, "account": demo.account}
            json.dump({"key": self._key(), "revision": revision, "demo": kept}, file)
        partial.rename(self._memory)

    def _key(self) -> str:
        """Of the files and settings that the commands look at. The roles' passwords come from the master key."""
        master = self._home / "master.key"
        digest = hashlib.sha256(f"{self._port}\n{self._told}\n".encode())
        digest.update(master.read_bytes() if master.is_file() else b"")
        for path in sorted((REPOSITORY / "migrations").rglob("*")):
            if path.suffix in {".py", ".sql"}:
                digest.update(path.name.encode() + path.read_bytes())
        return digest.hexdigest()

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
