"""How does code reach PostgreSQL: which connection, as which role, inside whose organization?"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from contextvars import ContextVar
from typing import Any
from uuid import UUID

import asyncpg

from recado.foundation.errors import DomainError, Kind
from recado.foundation.identifiers import OrganizationId
from recado.foundation.measures import Measures

Row = Mapping[str, Any]
DatabaseError = asyncpg.PostgresError
"""What the server itself refuses."""
UNKNOWN_COMMIT = (
    asyncpg.PostgresConnectionError,
    asyncpg.InterfaceError,
    asyncpg.AdminShutdownError,
    asyncpg.CrashShutdownError,
    asyncpg.CannotConnectNowError,
    asyncpg.IdleInTransactionSessionTimeoutError,
    ConnectionError,
    OSError,
)
"""What a statement raises when its connection broke or the server went down: a COMMIT that ended so may have happened.

None of it says anything about the input at hand, so it never counts as a failed attempt of it.
"""

_inside: ContextVar[bool] = ContextVar("recado_inside_transaction", default=False)


class DatabaseBusy(DomainError):
    """No connection became free in time; the caller may try again."""

    kind = Kind.UNAVAILABLE
    code = "database_busy"


def inside_transaction() -> bool:
    """Tell whether the running task holds a transaction open; the HTTP client refuses to work then."""
    return _inside.get()


class Transaction:
    """One open transaction, seen from one organization at a time.

    Row-level security hides every other organization; without an organization a tenant table looks empty.
    """

    __slots__ = ("_connection", "_counted", "_timed", "_topics", "organization")

    def __init__(self, connection: Any, organization: OrganizationId | None) -> None:
        self._connection = connection
        self._topics: set[str] = set()
        self._counted: list[tuple[str, float, str]] = []
        self._timed: list[tuple[str, float, str]] = []
        self.organization = organization

    @property
    def organization_id(self) -> OrganizationId:
        """The organization at hand; `RuntimeError` outside of one."""
        if self.organization is None:
            raise RuntimeError("this transaction is inside no organization")
        return self.organization

    async def enter(self, organization: OrganizationId) -> None:
        """Go on as `organization`; a batch visits several one after another."""
        if organization != self.organization:
            await self._connection.execute(f"set local recado.organization_id = '{UUID(int=organization.int)}'")
            self.organization = organization

    async def fetch(self, query: str, *values: Any) -> list[Row]:
        """Run `query` and return its rows."""
        return await self._connection.fetch(query, *values)  # type: ignore[no-any-return]

    async def fetchrow(self, query: str, *values: Any) -> Row | None:
        """Run `query` and return its first row, if there is one."""
        return await self._connection.fetchrow(query, *values)  # type: ignore[no-any-return]

    async def fetchval(self, query: str, *values: Any) -> Any:
        """Run `query` and return the first column of its first row, or None."""
        return await self._connection.fetchval(query, *values)

    async def execute(self, query: str, *values: Any) -> str:
        """Run `query` and return PostgreSQL's command tag, such as `UPDATE 3`."""
        return await self._connection.execute(query, *values)  # type: ignore[no-any-return]

    @asynccontextmanager
    async def part(self) -> AsyncIterator[None]:
        """Where what is done inside raises, undo that much, and let the rest of the transaction stand."""
        topics, counted, timed = set(self._topics), len(self._counted), len(self._timed)
        await self._connection.execute("savepoint part")
        try:
            yield
        except Exception:
            await self._connection.execute("rollback to savepoint part")
            self._topics = topics
            del self._counted[counted:], self._timed[timed:]
            raise
        await self._connection.execute("release savepoint part")

    async def alone(self, number: int) -> None:
        """Wait until no other transaction has asked to be alone under `number`; it lasts as long as this one."""
        await self._connection.execute(f"select pg_advisory_xact_lock({int(number)})")

    def wake(self, topic: str) -> None:
        """Ask that whoever waits for `topic` is woken once this has been committed; never from inside it."""
        self._topics.add(topic)

    def topics(self) -> frozenset[str]:
        """Return what is to be woken."""
        return frozenset(self._topics)

    def count(self, name: str, amount: float = 1, label: str = "") -> None:
        """Add to a counter once this has been committed: what was rolled back has not happened."""
        self._counted.append((name, amount, label))

    def observe(self, name: str, seconds: float, label: str = "") -> None:
        """Add a duration to a histogram once this has been committed."""
        self._timed.append((name, seconds, label))

    def tell(self, measures: Measures) -> None:
        """Hand over what was counted; called after the commit."""
        for name, amount, label in self._counted:
            measures.count(name, amount, label)
        for name, seconds, label in self._timed:
            measures.observe(name, seconds, label)


class Database:
    """A pool of connections of one role. Session state is forbidden, so nothing is reset between uses."""

    def __init__(self, pool: asyncpg.Pool[Any], *, acquire_timeout: float = 2.0) -> None:
        self._pool = pool
        self._acquire_timeout = acquire_timeout
        self.on_wake: Callable[[frozenset[str]], None] = _wake_nobody
        """Called with the topics of a transaction after its commit: quick, synchronous, must not fail."""
        self.measures = Measures()
        """Where transactions count; those of one process share one."""

    @classmethod
    async def connect(cls, dsn: str, *, size: int, name: str, statement_timeout_ms: int = 0) -> Database:
        """Open a pool of at most `size` connections, shown as `name` in pg_stat_activity."""
        settings = {
            "application_name": name,
            "idle_in_transaction_session_timeout": "10000",
            "statement_timeout": str(statement_timeout_ms),
            "tcp_user_timeout": "20000",
            "tcp_keepalives_idle": "10",
            "jit": "off",
        }
        pool = await asyncpg.create_pool(
            dsn,
            min_size=0,
            max_size=size,
            reset=_keep_as_is,
            server_settings=settings,
            timeout=10,
            command_timeout=30,
            max_inactive_connection_lifetime=60,
        )
        return cls(pool)

    async def close(self) -> None:
        """Wait for what runs, at most 5 s, then close every connection."""
        try:
            await asyncio.wait_for(self._pool.close(), 5)
        except TimeoutError:
            self._pool.terminate()

    @asynccontextmanager
    async def transaction(self, organization: OrganizationId | None) -> AsyncIterator[Transaction]:
        """Open a transaction inside `organization` (None: inside none), commit at the end, roll back on any exception.

        Raises `DatabaseBusy` where no connection is free within 2 s.
        """
        connection = await self._acquire()
        broken = True
        token = _inside.set(True)
        try:
            opening = "begin"
            if organization is not None:
                # A UUID object prints as hex and dashes only; any other type fails here instead of reaching the query.
                opening += f"; set local recado.organization_id = '{UUID(int=organization.int)}'"
            await connection.execute(opening)
            tx = Transaction(connection, organization)
            try:
                yield tx
            except BaseException:
                broken = not await _rolled_back(connection)
                raise
            await connection.execute("commit")
            broken = False
        finally:
            _inside.reset(token)
            await self._release(connection, broken=broken)
        tx.tell(self.measures)
        if topics := tx.topics():
            self.on_wake(topics)

    async def execute_alone(self, query: str, *values: Any) -> str:
        """Run one statement as its own transaction, inside no organization; for roles whose policies need none."""
        connection = await self._acquire()
        broken = True
        try:
            tag: str = await connection.execute(query, *values)
            broken = False
            return tag
        except asyncpg.PostgresError as error:
            broken = isinstance(error, asyncpg.PostgresConnectionError)
            raise
        finally:
            await self._release(connection, broken=broken)

    async def _acquire(self) -> Any:
        try:
            return await self._pool.acquire(timeout=self._acquire_timeout)
        except TimeoutError:
            raise DatabaseBusy from None

    async def _release(self, connection: Any, *, broken: bool) -> None:
        if broken:
            # Its state is unknown (a cancelled statement, a lost server): it must not serve anybody else.
            connection.terminate()
        await self._pool.release(connection)


def _wake_nobody(_topics: frozenset[str]) -> None:
    """Polling finds the work all the same."""


async def _rolled_back(connection: Any) -> bool:
    """Roll back, and tell whether the server heard it; where it did not, closing the connection does the same."""
    try:
        await asyncio.wait_for(connection.execute("rollback"), 5)
    except (*UNKNOWN_COMMIT, asyncpg.PostgresError, TimeoutError):
        return False
    return True


async def _keep_as_is(_connection: Any) -> None:
    """Reset nothing: there is no session state to reset, and DISCARD would cost a round trip per transaction."""
