"""What stands in a lane?"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from uuid import UUID

from recado.foundation.identifiers import OrganizationId

PARTITIONS = 64
"""Inputs of one chat share a partition, and a partition is worked on by one worker at a time. The table has as many rows."""


@dataclass(frozen=True, slots=True)
class NewInput:
    """One thing to be handled: `key` is unique within the chat, so that a repeat is harmless."""

    chat: str
    key: str
    kind: str
    payload: str


@dataclass(frozen=True, slots=True)
class Delivery:
    """What one webhook carried: its raw bytes, kept once, and the inputs read from it.

    `problem` is a code where it could not be read; then there are no inputs and it is shown as a dead letter.
    """

    id: UUID
    organization: OrganizationId
    channel: UUID
    raw: bytes
    inputs: tuple[NewInput, ...]
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Input:
    """A pending row of the inbox. `attempts` counts the single runs that were begun."""

    organization: OrganizationId
    partition: int
    seq: int
    channel: UUID
    chat: str
    key: str
    kind: str
    payload: str
    attempts: int
    ready_at: datetime | None
    received_at: datetime
    delivery: UUID | None = None


class Lane(IntEnum):
    """Who goes first. Replies never stand behind bulk."""

    REPLY = 0
    TRANSACTIONAL = 1
    BULK = 2


@dataclass(frozen=True, slots=True)
class NewOutgoing:
    """A message to be sent; `id` is the message's own id. `klass` is reply, transactional or marketing.

    `heard_at` is when the message that this one answers was accepted; None where it answers none.
    """

    id: UUID
    conversation: UUID
    channel: UUID
    lane: Lane
    klass: str
    recipient: str
    body: str
    token: str
    heard_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A claimed row of the outbox, about to be dispatched with number `attempt`."""

    organization: OrganizationId
    id: UUID
    conversation: UUID
    channel: UUID
    lane: int
    klass: str
    recipient: str
    body: str
    token: str
    attempt: int
    failures: int
    resent: bool
    paced: bool
    queued_at: datetime
    heard_at: datetime | None = None


def partition_of(organization: OrganizationId, channel: UUID, chat: str) -> int:
    """Return the partition of a chat: 0 to 63, the same in every process and version."""
    return zlib.crc32(organization.bytes + channel.bytes + chat.encode()) % PARTITIONS


class End(IntEnum):
    """How an attempt to send ended, as far as the lane is concerned."""

    ACCEPTED = 1
    AGAIN = 2
    """Surely not accepted; the same message may go later."""
    FAILED = 3
    """Surely not accepted, and never will be."""
    UNKNOWN = 4
    """The request left and nothing is known: never sent again before somebody has looked."""
    PARKED = 5
    """Surely not accepted; it waits until its channel is mended."""
    STALE = 6
    """It did not leave, for the claim on it was too old: no failure of anybody, it goes again at once."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """The end of one attempt. `wait_s` and `most` with AGAIN; `detail` is for whoever records it and means nothing here.

    `most` is how many failures this message may have in all, where the reason deserves fewer than the lane would make.
    """

    end: End
    detail: object = None
    wait_s: float | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Finished:
    """An attempt that the lane has recorded. `exhausted` turns AGAIN into the end: it was the last try."""

    row: Outgoing
    attempt: Attempt
    exhausted: bool = False


@dataclass(frozen=True, slots=True)
class Go:
    """This row may leave now."""


@dataclass(frozen=True, slots=True)
class Later:
    """This row may leave in `wait_s` seconds at the earliest; `reserved` says that its place at that moment is its own."""

    wait_s: float
    reason: str
    reserved: bool = False


@dataclass(frozen=True, slots=True)
class Drop:
    """This row must not leave; why was recorded by the gate in the same transaction."""

    reason: str


@dataclass(frozen=True, slots=True)
class Park:
    """This row waits until its channel is mended."""

    reason: str


Verdict = Go | Later | Drop | Park
