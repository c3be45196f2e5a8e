"""How does a call reach one of the tested addresses and nothing else?"""

from __future__ import annotations

import socket
import ssl
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult

from recado.foundation.egress.failures import Attempt, Refused
from recado.foundation.egress.models import FailureCode
from recado.foundation.egress.networks import Address
from recado.foundation.egress.urls import Url


class _Tested(AbstractResolver):
    """Answers with what was resolved and tested, and knows no other name."""

    def __init__(self, host: str, addresses: Sequence[Address]) -> None:
        self._host, self._addresses = host, addresses

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        if host != self._host:
            raise OSError("another name")
        return [
            ResolveResult(
                hostname=host,
                host=str(address),
                port=port,
                family=socket.AF_INET if address.version == 4 else socket.AF_INET6,  # noqa: PLR2004
                proto=0,
                flags=socket.AI_NUMERICHOST,
            )
            for address in self._addresses
        ]

    async def close(self) -> None:
        return None


@asynccontextmanager
async def connector_to(
    url: Url, addresses: Sequence[Address], attempt: Attempt, *, tls: ssl.SSLContext
) -> AsyncIterator[aiohttp.ClientSession]:
    """A session for one call that can only connect to these addresses, and is gone after it."""
    allowed = {(str(address), url.origin.port) for address in addresses}

    def open_socket(place: tuple[Any, ...]) -> socket.socket:
        family, kind, protocol, _, target = place
        if (target[0], target[1]) not in allowed:
            # The last look, at the very address that is about to be dialled, whatever the library did on the way.
            raise Refused(FailureCode.REFUSED_ADDRESS, "private")
        return socket.socket(family, kind, protocol)

    async def note_sent(*_about: object) -> None:
        attempt.sent = True

    trace = aiohttp.TraceConfig()
    trace.on_request_headers_sent.append(note_sent)
    connector = aiohttp.TCPConnector(
        resolver=_Tested(url.host, addresses),
        use_dns_cache=False,
        force_close=True,
        ssl=tls,
        socket_factory=open_socket,
        limit=1,
    )
    async with aiohttp.ClientSession(
        connector=connector,
        cookie_jar=aiohttp.DummyCookieJar(),
        timeout=aiohttp.ClientTimeout(total=None, sock_connect=None, sock_read=None),
        trust_env=False,
        auto_decompress=False,
        trace_configs=[trace],
    ) as session:
        yield session
