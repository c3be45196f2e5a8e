"""What does a person see who types a command?"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from typer.testing import CliRunner

from recado.app.cli import cli
from recado.foundation.database import Database, Transaction
from recado.foundation.identifiers import OrganizationId
from recado.organizations.service import find_organization
from tests.support.postgres import MASTER_KEY, Clone

Result = TypeVar("Result")
MASTER_KEY_HEX = "7e57" * 16
ROOT = Path(__file__).resolve().parents[3]
assert MASTER_KEY.derive("x")  # the key above in hex


@dataclass(frozen=True, slots=True)
class Screen:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


@dataclass(slots=True)
class Terminal:
    """A terminal whose settings point to `clone`."""

    clone: Clone
    home: Path

    def types(self, *words: str, answers: str = "", **settings: str) -> Screen:
        """Run one command; nothing but a refusal may end it."""
        told = {
            "DATABASE_URL": self.clone.owner_dsn,
            "RECADO_MASTER_KEY": MASTER_KEY_HEX,
            "RECADO_HOME": str(self.home),
            "RECADO_PUBLIC_URL": "https://recado.exemplo.test",
            **settings,
        }
        done = CliRunner().invoke(cli, list(words), input=answers, env=told)
        assert done.exception is None or isinstance(done.exception, SystemExit), done.exc_info
        return Screen(done.exit_code, done.stdout, done.stderr)

    def inside(self, slug: str, work: Callable[[Transaction], Awaitable[Result]]) -> Result:
        """Do something inside an organization."""

        async def run() -> Result:
            database = await Database.connect(self.clone.app_dsn, size=1, name="tests")
            try:
                async with database.transaction(None) as tx:
                    found = await find_organization(tx, slug)
                    assert found is not None
                    await tx.enter(OrganizationId(found))
                    return await work(tx)
            finally:
                await database.close()

        return asyncio.run(run())
