"""Can this address of a database be used, and if not, whose mistake is it?"""

from __future__ import annotations

import asyncio
import socket
from dataclasses import dataclass
from typing import Literal

import asyncpg

OLDEST = 15
ANSWERS_WITHIN_S = 5.0
REVISION = "select version_num from public.alembic_version"

Reason = Literal[
    "usable",
    "malformed",
    "unknown_host",
    "unreachable",
    "wrong_credentials",
    "no_such_database",
    "too_old",
    "busy",
    "other",
]


@dataclass(frozen=True, slots=True)
class Probe:
    """What an attempt to connect showed. `version` is the server's major version, 0 if it was not reached."""

    reason: Reason
    detail: str = ""
    version: int = 0


async def probe(dsn: str, *, within_s: float = ANSWERS_WITHIN_S) -> Probe:
    """Connect once, ask for the version, and leave. Never raises; `detail` never holds the password."""
    if not dsn.startswith(("postgresql://", "postgres://")):
        return Probe("malformed")
    try:
        connection = await asyncio.wait_for(asyncpg.connect(dsn, timeout=within_s), within_s + 1.0)
    except Exception as error:  # whatever the driver raises, the person needs one sentence
        return Probe(_reason(error), _detail(error))
    try:
        version = connection.get_server_version().major
        return Probe("usable" if version >= OLDEST else "too_old", version=version)
    finally:
        await connection.close(timeout=within_s)


async def schema_revision(dsn: str) -> str:
    """The newest migration that was applied; empty where none was, or where nobody answers."""
    try:
        connection = await asyncpg.connect(dsn, timeout=ANSWERS_WITHIN_S)
    except (OSError, TimeoutError, asyncpg.PostgresError):
        return ""
    try:
        return str(await connection.fetchval(REVISION) or "")
    except asyncpg.UndefinedTableError:
        return ""
    finally:
        await connection.close(timeout=ANSWERS_WITHIN_S)


def _reason(error: Exception) -> Reason:
    known: tuple[tuple[type[Exception] | tuple[type[Exception], ...], Reason], ...] = (
        ((asyncpg.InvalidPasswordError, asyncpg.InvalidAuthorizationSpecificationError), "wrong_credentials"),
        (asyncpg.InvalidCatalogNameError, "no_such_database"),
        ((asyncpg.CannotConnectNowError, asyncpg.TooManyConnectionsError), "busy"),
        (socket.gaierror, "unknown_host"),
        ((OSError, TimeoutError), "unreachable"),
        ((asyncpg.ClientConfigurationError, ValueError), "malformed"),
    )
    return next((reason for kinds, reason in known if isinstance(error, kinds)), "other")


def _detail(error: Exception) -> str:
    return " ".join(str(error).split())[:200]
