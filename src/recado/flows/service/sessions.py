"""What becomes of people in the middle of a flow when it is published anew, or when their conversation is over?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from recado.flows.engine.definition import Flow
from recado.flows.library import FlowLibrary
from recado.flows.models import FlowId, FlowVersionId, SessionId, StoredSession
from recado.flows.rules.moving import can_stand, moved
from recado.flows.store import running, waiting
from recado.flows.store import sessions as store
from recado.foundation.database import Transaction
from recado.foundation.failpoints import failpoint

AT_ONCE = 200
"""Sessions of one transaction: each holds its conversation's lock, and a turn there waits for the whole of it."""
_ENDED_AT_ONCE = 1_000


@dataclass(frozen=True, slots=True)
class Open:
    """How many people are in the middle of a flow, and how many could go on in another version where they stand."""

    open: int
    can_move: int


@dataclass(frozen=True, slots=True)
class Treated:
    """What became of some sessions. `after` goes into the next call; None: there are no more."""

    moved: int
    restarted: int
    after: UUID | None


async def count_open(tx: Transaction, library: FlowLibrary, flow: FlowId, new: Flow | None) -> Open:
    """Count the people in a flow; `new` is the version or draft they may move to, None where it cannot be read."""
    rows = await store.count_open(tx, flow)
    numbers = {row["number"] for row in rows}
    await library.load(tx, [(flow, number) for number in numbers])
    old = {number: library.compiled(tx.organization_id, flow, number) for number in numbers}
    movable = 0
    for row in rows:
        before = old[row["number"]]
        node = before.nodes.get(row["node"]) if before else None
        if new is not None and can_stand(node.type if node else "", row["node"], new):
            movable += row["open"]
    return Open(sum(row["open"] for row in rows), movable)


async def treat_some(
    tx: Transaction,
    library: FlowLibrary,
    flow: FlowId,
    *,
    number: int,
    sessions: Literal["move", "restart"],
    after: UUID | None,
) -> Treated:
    """Let some sessions of other versions go on in version `number`, or end, under the locks of their conversations.

    With `move`, one whose node the version does not have ends as with `restart`: silently, and the person's next message
    begins anew. Call it again with `after` until that is None, each time in a transaction of its own.
    """
    rows = await store.find_elsewhere(tx, flow, number, after, AT_ONCE)
    if not rows:
        return Treated(0, 0, None)
    found = await store.lock(tx, [row["id"] for row in rows], [row["conversation_id"] for row in rows])
    found = [one for one in found if one.session.flow == str(flow) and one.session.version != number]
    wanted = {(flow, one.session.version) for one in found} | {(flow, number)}
    await library.load(tx, wanted)
    new = library.compiled(tx.organization_id, flow, number)
    version = library.version_id(tx.organization_id, str(flow), number)
    kept: list[tuple[StoredSession, FlowVersionId]] = []
    ended: list[SessionId] = []
    for one in found:
        old = library.compiled(tx.organization_id, flow, one.session.version)
        gone_on = moved(one.session, new, old) if new is not None and sessions == "move" else None
        if gone_on is None or version is None:
            ended.append(one.id)
        else:
            kept.append((StoredSession(one.id, one.conversation, one.bot, gone_on), version))
    await running.save_sessions(tx, kept)
    await end(tx, ended)
    failpoint("sessions.before_commit")
    return Treated(len(kept), len(ended), rows[-1]["id"] if len(rows) == AT_ONCE else None)


async def end(tx: Transaction, ids: list[SessionId]) -> None:
    """Let sessions be over without a word, and withdraw what they wait for; the caller holds their conversations."""
    await running.expire(tx, ids)
    await waiting.withdraw_all(tx, ids)


async def end_archived(tx: Transaction) -> int:
    """End some of the sessions whose conversations are over; return how many."""
    ids = list(await store.of_archived(tx, _ENDED_AT_ONCE))
    await end(tx, ids)
    return len(ids)
