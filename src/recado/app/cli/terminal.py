"""What do all commands share: settings, the database, and how a refusal is told?"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import NoReturn, TypeVar

import typer

from recado.app.cli.sentences import sentence_of
from recado.app.roles import DatabaseUnusable, role_dsn
from recado.app.run.dotenv import here
from recado.foundation import embedded_postgres
from recado.foundation.database import UNKNOWN_COMMIT, Database, DatabaseError, Transaction
from recado.foundation.errors import DomainError
from recado.foundation.identifiers import OrganizationId
from recado.foundation.lanes.retention import list_organizations
from recado.foundation.secrets import MasterKey, MasterKeyMissing, load_master_key
from recado.foundation.settings import BadSetting, Settings, read_settings
from recado.organizations.service import find_organization

Result = TypeVar("Result")


class Refused(Exception):
    """The command cannot do what was asked; the message is one sentence for the person at the terminal."""


@dataclass(frozen=True, slots=True)
class House:
    """A running installation as a command sees it."""

    settings: Settings
    key: MasterKey
    owner_dsn: str
    database: Database

    async def organization(self, tx: Transaction, slug: str) -> OrganizationId:
        """Go on inside the organization of this short name, or, without one, inside the only one there is.

        Raises `Refused` where there is none, or where several leave it open which is meant.
        """
        if not slug:
            known = await self.organizations()
            if len(known) != 1:
                raise Refused(f"Há {len(known)} organizações: diga qual com --organization NOME-CURTO.")
            await tx.enter(known[0])
            return known[0]
        found = await find_organization(tx, slug)
        if found is None:
            raise Refused(f"Não há organização com o nome curto {slug!r}.")
        await tx.enter(found)
        return found

    async def organizations(self) -> list[OrganizationId]:
        """Return every organization of the installation, the oldest first; only the workers' role may ask."""
        dsn = role_dsn(self.owner_dsn, "recado_worker", self.key)
        workers = await Database.connect(dsn, size=1, name="recado-cli")
        try:
            return sorted(await list_organizations(workers))
        finally:
            await workers.close()


def settings() -> Settings:
    """Return the settings of the environment and of the file `.env`; end with a sentence where one cannot be read."""
    try:
        return read_settings(here())
    except BadSetting as bad:
        refuse(str(bad))


def refuse(sentence: str) -> NoReturn:
    """Say why not, and end with exit code 1."""
    typer.echo(sentence, err=True)
    raise typer.Exit(1)


def refusing(act: Callable[[], Result]) -> Result:
    """Run a command; a refusal is one sentence and exit code 1."""
    try:
        return act()
    except DomainError as refusal:
        refuse(sentence_of(refusal))
    except (
        BadSetting,
        DatabaseUnusable,
        MasterKeyMissing,
        Refused,
        embedded_postgres.EmbeddedPostgresFailed,
    ) as refusal:
        refuse(str(refusal))
    except (DatabaseError, *UNKNOWN_COMMIT) as error:
        refuse(f"O banco de dados não respondeu como devia: {' '.join(str(error).split())[:200]}")


def with_house(act: Callable[[House], Awaitable[Result]]) -> Result:
    """Run `act` with the installation's database open."""
    told = settings()

    async def run() -> Result:
        async with house(told) as found:
            return await act(found)

    return refusing(lambda: asyncio.run(run()))


@asynccontextmanager
async def house(told: Settings) -> AsyncIterator[House]:
    """Open the database of DATABASE_URL, or the embedded one, started for as long as it is needed."""
    server = None if told.database_url else _embedded(told)
    dsn = server.dsn if server else told.database_url
    try:
        key = load_master_key(told.recado_master_key, told.home)
        database = await Database.connect(role_dsn(dsn, "recado_app", key), size=2, name="recado-cli")
        try:
            yield House(told, key, dsn, database)
        finally:
            await database.close()
    finally:
        if server is not None and not server.reused:
            embedded_postgres.stop(server)


def _embedded(told: Settings) -> embedded_postgres.Server:
    folder = told.home / "postgres"
    if not folder.is_dir():
        raise Refused(f"Não há banco de dados em {told.home}. Rode `make run` uma vez, ou aponte DATABASE_URL.")
    return embedded_postgres.start(folder)
