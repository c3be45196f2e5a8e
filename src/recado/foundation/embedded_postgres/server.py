"""What does a caller know of a running embedded server?"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

SUPERUSER = "postgres"
DATABASE = "recado"


@dataclass(frozen=True, slots=True)
class Server:
    """A running server. `pid` is its postmaster.

    `reused` tells that it already ran when `start` was called, `made_now` that this call made its empty cluster.
    """

    folder: Path
    data: Path
    sockets: Path
    programs: Path
    password: str = field(repr=False)
    pid: int
    reused: bool
    made_now: bool

    @property
    def dsn(self) -> str:
        """The product's database for the superuser, in the form asyncpg, psycopg and libpq read alike."""
        return self.dsn_of(DATABASE)

    def dsn_of(self, database: str) -> str:
        return f"postgresql://{SUPERUSER}:{self.password}@/{quote(database)}?host={quote(str(self.sockets), safe='/')}"
