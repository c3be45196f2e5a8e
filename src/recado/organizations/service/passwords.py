"""How are passwords hashed, without letting sign-in take the processor from everything else?

argon2id over HMAC-SHA-256(pepper, password). The pepper is derived from the master key and so is not in the database; the
HMAC also makes every byte of a long password count. Parameters: OWASP's floor (t=2, m=19 MiB, p=1), about 35 ms.
"""

from __future__ import annotations

import asyncio
import base64
import hashlib
import hmac
import os
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from argon2 import PasswordHasher as Argon2
from argon2.exceptions import InvalidHashError, VerificationError

from recado.foundation.secrets import MasterKey
from recado.organizations.errors import SignInBusy

_KEY_PURPOSE = "password pepper/1"
_AT_ONCE = 4
_MOST_WAITING = 256
_NICENESS = 10
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Parameters:
    """What one hash costs: `passes` over `memory_kib` with `lanes`."""

    passes: int = 2
    memory_kib: int = 19 * 1024
    lanes: int = 1


@dataclass(frozen=True, slots=True)
class Verified:
    """Whether the password was right, and whether its hash was made with other parameters than today's."""

    right: bool
    outdated: bool


class Passwords:
    """Hashes in at most four threads per process; the fifth caller waits, the 261st is refused."""

    def __init__(self, key: MasterKey, parameters: Parameters | None = None) -> None:
        cost = parameters or Parameters()
        self._pepper = key.derive(_KEY_PURPOSE)
        self._argon2 = Argon2(time_cost=cost.passes, memory_cost=cost.memory_kib, parallelism=cost.lanes)
        self._nobody = _hash_of_nobody(cost)
        self._threads = ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="passwords", initializer=_step_back)
        self._waiting = 0

    async def hash(self, password: str) -> str:
        """Return the hash to store."""
        return await self._in_a_thread(partial(self._argon2.hash, self._peppered(password)))

    async def verify(self, stored: str | None, password: str) -> Verified:
        """Compare; without a stored hash the same work is done for nothing, so that time does not tell."""
        return await self._in_a_thread(partial(self._verify, stored, self._peppered(password)))

    def close(self) -> None:
        """End the threads."""
        self._threads.shutdown(wait=False, cancel_futures=True)

    def _verify(self, stored: str | None, peppered: str) -> Verified:
        try:
            self._argon2.verify(stored or self._nobody, peppered)
        except (VerificationError, InvalidHashError):
            return Verified(right=False, outdated=False)
        return Verified(right=stored is not None, outdated=self._argon2.check_needs_rehash(stored or self._nobody))

    def _peppered(self, password: str) -> str:
        # surrogatepass: a lone surrogate is a wrong password, not a crash.
        raw = password.encode("utf-8", "surrogatepass")
        return base64.b64encode(hmac.new(self._pepper, raw, hashlib.sha256).digest()).decode()

    async def _in_a_thread(self, work: partial[Result]) -> Result:
        if self._waiting >= _AT_ONCE + _MOST_WAITING:
            raise SignInBusy
        self._waiting += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, work)
        finally:
            self._waiting -= 1


def _hash_of_nobody(cost: Parameters) -> str:
    """Return a well-formed hash with today's cost that no password has."""
    salt, digest = (base64.b64encode(os.urandom(size)).rstrip(b"=").decode() for size in (16, 32))
    return f"$argon2id$v=19$m={cost.memory_kib},t={cost.passes},p={cost.lanes}${salt}${digest}"


def _step_back() -> None:
    """Let everything else go first: on Linux niceness belongs to the thread."""
    try:
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICENESS)
    except (AttributeError, OSError):
        return
