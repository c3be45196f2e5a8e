"""Which addresses does a name have at this moment?"""

from __future__ import annotations

import asyncio
import socket
from concurrent.futures import ThreadPoolExecutor
from ipaddress import ip_address
from typing import Final, Protocol

from recado.foundation.egress.networks import Address

MAX_ADDRESSES: Final = 16
"""Of one name; more than that and only the first are tried. All of them are tested all the same."""
_THREADS: Final = 64


class NameUnknown(OSError):
    """No name server gave an address."""


class Resolver(Protocol):
    """Asks for a name's addresses. One call of `Egress.call` asks once and connects to what was answered then."""

    async def resolve(self, host: str) -> tuple[Address, ...]:
        """Every address of a name; raises `NameUnknown`."""

    def close(self) -> None:
        """Let go of what it holds."""


class SystemResolver:
    """The system's own resolver, in threads of its own: a name server that never answers must block nothing else."""

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(_THREADS, thread_name_prefix="egress-dns")

    async def resolve(self, host: str) -> tuple[Address, ...]:
        """Every address of a name; raises `NameUnknown`. The dot behind the name keeps search domains out of it."""
        loop = asyncio.get_running_loop()
        name = f"{host}." if "." in host else host
        try:
            found = await loop.run_in_executor(self._threads, _addresses_of, name)
        except (OSError, UnicodeError) as fault:
            raise NameUnknown(str(fault)) from fault
        return found

    def close(self) -> None:
        """Let go of the threads; one that still waits for an answer ends by itself."""
        self._threads.shutdown(wait=False, cancel_futures=True)


def _addresses_of(name: str) -> tuple[Address, ...]:
    found = socket.getaddrinfo(name, None, type=socket.SOCK_STREAM)
    # A scoped address comes as ("fe80::1%2", port, flow, scope); the zone stays on it, so that the test can see it.
    return tuple(dict.fromkeys(ip_address(str(place[4][0])) for place in found))
