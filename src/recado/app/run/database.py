"""Which database does this run use: the one it was told, or one of its own?"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from recado.app.run.errors import RunRefused
from recado.foundation import embedded_postgres
from recado.foundation.database_probe import OLDEST, Probe, Reason, probe

_SENTENCES: dict[Reason, str] = {
    "malformed": "DATABASE_URL não é um endereço de PostgreSQL (postgresql://usuário:senha@servidor/banco).",
    "unknown_host": "DATABASE_URL aponta para {place}, que não existe na rede.",
    "unreachable": "DATABASE_URL aponta para {place}, e nenhum PostgreSQL responde lá.",
    "wrong_credentials": "DATABASE_URL aponta para {place}, que recusou o usuário ou a senha.",
    "no_such_database": "DATABASE_URL aponta para {place}, onde esse banco de dados não existe.",
    "too_old": "O Recado precisa do PostgreSQL {oldest} ou mais novo, e em {place} roda o {version}.",
    "busy": "DATABASE_URL aponta para {place}, que não aceita conexões agora; tente de novo em instantes.",
    "other": "DATABASE_URL aponta para {place}, que recusou a conexão: {detail}",
}


@dataclass(slots=True)
class Database:
    """A database that answers; `server` is None for one that others look after."""

    dsn: str
    home: Path
    server: embedded_postgres.Server | None = None

    def revive(self) -> bool:
        """Start our own server again if it died; whether that was needed. Blocks for the time of its recovery."""
        if self.server is None or embedded_postgres.is_running(self.server):
            return False
        self.server = _start(self.home)
        return True

    def close(self) -> None:
        if self.server is not None:
            embedded_postgres.stop(self.server)


async def open_database(url: str, home: Path) -> Database:
    """The database of `DATABASE_URL` if it can be used, else the embedded one, started. Raises `RunRefused`."""
    if url:
        found = await probe(url)
        if found.reason != "usable":
            raise RunRefused(sentence(url, found))
        return Database(url, home)
    # One that a killed run left behind is on its way out; meeting it halfway would look like a server that dies.
    embedded_postgres.stop_folder(home / "postgres")
    server = _start(home)
    return Database(server.dsn, home, server)


def sentence(url: str, found: Probe) -> str:
    """What is wrong with the address, for a person; the password is not repeated."""
    return _SENTENCES[found.reason].format(
        place=_place(url), oldest=OLDEST, version=found.version, detail=found.detail or "sem explicação"
    )


def _start(home: Path) -> embedded_postgres.Server:
    try:
        return embedded_postgres.start(home / "postgres", ends_with_caller=True)
    except embedded_postgres.EmbeddedPostgresFailed as error:
        raise RunRefused(str(error)) from error
    except OSError as error:
        raise RunRefused(f"{home / 'postgres'}: {os.strerror(error.errno or 0)}") from error


def _place(url: str) -> str:
    try:
        parts = urlsplit(url)
        return f"{parts.hostname or 'localhost'}:{parts.port or 5432}{parts.path}"
    except ValueError:
        return "um endereço ilegível"
