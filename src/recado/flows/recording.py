"""What is kept of a turn, so that it can be played again exactly as it was?

Beside its input a turn depends on the session before it, which the turns before it give, and on the flow versions: those the
session stood at (they change between turns where a publication moves sessions), and those that a call takes.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from hashlib import blake2b
from typing import Any
from uuid import UUID

import msgspec

from recado.flows.engine.definition import FlowSet
from recado.flows.engine.inputs import Input
from recado.flows.engine.limits import Limits
from recado.flows.engine.recording import canonical, digest
from recado.flows.engine.session import Session
from recado.flows.engine.turn import Turn


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A bot and the published versions as one turn saw them. `id` is the digest of `content`, its canonical JSON."""

    id: UUID
    content: str


def surroundings_of(flows: FlowSet) -> Surroundings:
    """Return what of a flow set many turns share: everything but the versions that a session is pinned to."""
    content = canonical(
        {
            "bot": flows.bot,
            "bot_name": flows.bot_name,
            "entry": flows.entry,
            "expiry_s": flows.expiry.total_seconds(),
            "published": dict(flows.published),
            "limits": asdict(flows.limits),
        }
    )
    return Surroundings(UUID(bytes=blake2b(content, digest_size=16).digest()), content.decode())


@dataclass(frozen=True, slots=True)
class Around:
    """`Surroundings` read back."""

    bot: str
    bot_name: str
    entry: str
    expiry: timedelta
    published: dict[str, int]
    limits: Limits


def read_surroundings(content: str) -> Around:
    """Read what `surroundings_of` wrote; ceilings that have come since stand at their defaults."""
    kept = msgspec.json.decode(content)
    known = Limits.__dataclass_fields__.keys()
    return Around(
        kept["bot"], kept["bot_name"], kept["entry"], timedelta(seconds=kept["expiry_s"]), kept["published"],
        Limits(**{name: value for name, value in kept["limits"].items() if name in known}),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Record:
    """One turn's input, and the (flow, version) of the session and its frames before it; no pins: it began a session."""

    arrived: Input
    pins: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class KeptTurn:
    """A turn as its row stands. `said` is what the person wrote, `answered` what they were told; `around` the id of its
    surroundings; without a `record` it is older than recording."""

    session: UUID
    number: int
    at: datetime
    node: str
    path: tuple[str, ...]
    said: str
    answered: tuple[str, ...]
    state: str
    record: Record | None
    outcome: bytes
    around: UUID | None


def record_of(arrived: Input, before: Session | None) -> str:
    """Return the record of a turn as JSON; `before` is the session that it carried on, None where it began one."""
    return canonical({"input": arrived.to_json(), "pins": pins_of(before)}).decode()


def read_record(record: str) -> Record:
    """Read what `record_of` wrote."""
    kept: dict[str, Any] = msgspec.json.decode(record)
    return Record(Input.from_json(kept["input"]), tuple((flow, version) for flow, version in kept["pins"]))


def pins_of(session: Session | None) -> tuple[tuple[str, int], ...]:
    """Return the version that a session stands at, then those of its frames from the outermost."""
    if session is None:
        return ()
    return ((session.flow, session.version), *((frame.flow, frame.version) for frame in session.stack))


def outcome_of(turn: Turn) -> bytes:
    """Return the digest of all that a turn gave back."""
    return bytes.fromhex(digest(turn))
