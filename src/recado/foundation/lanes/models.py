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
    """A message to be sent; `id` is the message's own id. `klass` is reply, transactional or marketing."""

    id: UUID
    conversation: UUID
    channel: UUID
    lane: Lane
    klass: str
    recipient: str
    body: str
    token: str


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
    queued_at: datetime


def partition_of(organization: OrganizationId, channel: UUID, chat: str) -> int:
    """Return the partition of a chat: 0 to 63, the same in every process and version."""
    return zlib.crc32(organization.bytes + channel.bytes + chat.encode()) % PARTITIONS
