"""How does the platform call out: one client, one attempt, never from inside a transaction, never later than it may?"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

import aiohttp

from recado.foundation.clock import monotonic
from recado.foundation.database import inside_transaction

if TYPE_CHECKING:
    from aiohttp.client_reqrep import ClientRequest
    from aiohttp.connector import Connection
    from aiohttp.tracing import Trace

_CONNECTIONS = 400
_PER_HOST = 300

_leave_by: ContextVar[float | None] = ContextVar("recado_leave_by", default=None)


class NetworkInTransaction(RuntimeError):
    """Somebody called out while a transaction was open: a slow stranger would hold our locks and connections."""


class LeftTooLate(aiohttp.ClientConnectionError):
    """The moment by which this request had to leave was over when a connection was there; nothing of it has left."""


@contextmanager
def leaving_by(moment: float) -> Iterator[None]:
    """Let requests made inside leave until `moment` (monotonic seconds) or not at all: then they raise `LeftTooLate`."""
    token = _leave_by.set(moment)
    try:
        yield
    finally:
        _leave_by.reset(token)


class _TimelyConnector(aiohttp.TCPConnector):
    """Looks at the clock when it has a connection: waiting for a place, a name or a handshake may have taken long."""

    async def connect(self, req: ClientRequest, traces: list[Trace], timeout: aiohttp.ClientTimeout) -> Connection:
        connection = await super().connect(req, traces, timeout)
        moment = _leave_by.get()
        if moment is not None and monotonic() > moment:
            connection.release()
            raise LeftTooLate
        return connection


def open_client() -> aiohttp.ClientSession:
    """Return the process's outbound client; needs a running loop, and is closed by whoever opened it.

    It follows no redirects by itself, reads no proxy from the environment, keeps no cookies, and never tries again.
    """
    trace = aiohttp.TraceConfig()
    trace.on_request_start.append(_refuse_inside_transaction)
    return aiohttp.ClientSession(
        connector=_TimelyConnector(limit=_CONNECTIONS, limit_per_host=_PER_HOST, ttl_dns_cache=60),
        cookie_jar=aiohttp.DummyCookieJar(),
        trace_configs=[trace],
        trust_env=False,
        auto_decompress=False,
    )


async def _refuse_inside_transaction(*_about: object) -> None:
    if inside_transaction():
        raise NetworkInTransaction
