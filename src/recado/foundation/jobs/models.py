"""What is a job, and what may its handler answer?"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import msgspec

from recado.foundation.database import Database
from recado.foundation.identifiers import OrganizationId

JobHandler = Callable[[Database, OrganizationId, Mapping[str, Any]], Awaitable[None]]
"""Does a job. No transaction is open around it: it opens its own, and none while it speaks to the network."""


class RetryLater(Exception):
    """Not now: run the job again in `wait_s` seconds (at most 900), or, with None, in a time that grows with each try.

    This is no failure: it uses up none of the attempts. Whoever raises it sees to it that it ends one day.
    """

    def __init__(self, wait_s: float | None = None) -> None:
        super().__init__("retry later")
        self.wait_s = wait_s


class GiveUp(Exception):
    """Never: the job becomes a dead letter at once, with `code` as its cause."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Envelope:
    """What a row of the queue carries: our own id of the job, its organization, and ids that its handler needs."""

    id: UUID
    organization: OrganizationId
    data: Mapping[str, Any]

    def encode(self) -> bytes:
        """Return the bytes of the queue's `payload` column."""
        return msgspec.json.encode({"id": self.id, "organization": self.organization, "data": self.data})


class _Wire(msgspec.Struct):
    id: UUID
    organization: UUID
    data: dict[str, Any]


def open_envelope(payload: bytes | None) -> Envelope:
    """Read what `encode` wrote; raise `ValueError` for anything else."""
    wire = msgspec.json.decode(payload or b"", type=_Wire)  # its errors are ValueErrors
    return Envelope(wire.id, OrganizationId(wire.organization), wire.data)


@dataclass(frozen=True, slots=True)
class Count:
    """How often a job has been begun, this time included, and how many of those ended with `RetryLater`."""

    attempts: int
    waits: int

    @property
    def failures_before(self) -> int:
        """Earlier beginnings that ended neither well nor as planned."""
        return self.attempts - 1 - self.waits
