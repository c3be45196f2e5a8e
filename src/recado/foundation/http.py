"""How does the platform call out: one client, one attempt, never from inside a transaction?"""

from __future__ import annotations

import aiohttp

from recado.foundation.database import inside_transaction

_CONNECTIONS = 400
_PER_HOST = 300


class NetworkInTransaction(RuntimeError):
    """Somebody called out while a transaction was open: a slow stranger would hold our locks and connections."""


def open_client() -> aiohttp.ClientSession:
    """Return the process's outbound client; needs a running loop, and is closed by whoever opened it.

    It follows no redirects by itself, reads no proxy from the environment, keeps no cookies, and never tries again.
    """
    trace = aiohttp.TraceConfig()
    trace.on_request_start.append(_refuse_inside_transaction)
    return aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(limit=_CONNECTIONS, limit_per_host=_PER_HOST, ttl_dns_cache=60),
        cookie_jar=aiohttp.DummyCookieJar(),
        trace_configs=[trace],
        trust_env=False,
        auto_decompress=False,
    )


async def _refuse_inside_transaction(*_about: object) -> None:
    if inside_transaction():
        raise NetworkInTransaction
