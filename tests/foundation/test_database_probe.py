"""Is it told apart why a database cannot be used?"""

from __future__ import annotations

import asyncio

import pytest

from recado.foundation.database_probe import probe, schema_revision
from tests.support.postgres import Clone


async def test_a_usable_one(postgres_dsn: str) -> None:
    found = await probe(postgres_dsn)

    assert found.reason == "usable"
    assert found.version >= 15


@pytest.mark.parametrize(
    ("dsn", "reason"),
    [
        ("", "malformed"),
        ("localhost", "malformed"),
        ("mysql://localhost/x", "malformed"),
        ("postgresql://127.0.0.1:abc/x", "malformed"),
        ("postgresql://127.0.0.1:1/x", "unreachable"),
        ("postgresql://no-such-host.invalid/x", "unknown_host"),
    ],
)
async def test_what_is_wrong_with_an_address(dsn: str, reason: str) -> None:
    assert (await probe(dsn, within_s=3)).reason == reason


async def test_what_a_server_refuses(postgres_dsn: str) -> None:
    wrong_password = await probe(postgres_dsn.replace("@/", "x@/"))
    wrong_database = await probe(postgres_dsn.replace("/postgres?", "/absent?"))

    assert wrong_password.reason == "wrong_credentials"
    assert wrong_database.reason == "no_such_database"


async def test_one_that_takes_the_connection_and_says_nothing() -> None:
    async def hold(reader: asyncio.StreamReader, _: asyncio.StreamWriter) -> None:
        await reader.read()

    server = await asyncio.start_server(hold, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]

    assert (await probe(f"postgresql://a:b@127.0.0.1:{port}/x", within_s=0.3)).reason == "unreachable"
    server.close()


async def test_the_password_is_in_no_answer(postgres_dsn: str) -> None:
    found = await probe("postgresql://someone:s3cr3t@127.0.0.1:1/x")

    assert "s3cr3t" not in repr(found)


async def test_the_schema_of_a_database(database: Clone, empty_database: str) -> None:
    assert await schema_revision(database.owner_dsn) != ""
    assert await schema_revision(empty_database) == ""
    assert await schema_revision("postgresql://127.0.0.1:1/x") == ""
