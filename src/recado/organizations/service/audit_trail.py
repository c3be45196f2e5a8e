"""How is a sensitive act written down, chained, and the chain checked?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from recado.foundation.database import Transaction
from recado.foundation.identifiers import lowest_id, new_id
from recado.foundation.secrets import MasterKey
from recado.organizations.models import Actor, AuditEntry, Scope
from recado.organizations.rules import audit_chain
from recado.organizations.store import audit as store

_PAGE = 1000


async def audit(
    tx: Transaction,
    by: Scope | Actor,
    action: str,
    *,
    subject: tuple[str, UUID | str] = ("", ""),
    detail: Mapping[str, Any] | None = None,
) -> None:
    """Write an entry into the organization at hand, in the caller's transaction: no act without its trace, nor the reverse.

    `action` is `module.past_tense`; `detail` takes ids and names of fields, never what a person wrote.
    """
    actor, session = (by.actor, by.session) if isinstance(by, Scope) else (by, None)
    shown = {**(detail or {}), **({"grant": str(by.grant)} if isinstance(by, Scope) and by.grant else {})}
    await store.add(
        tx, new_id(), actor=actor, session=session, action=action, subject=(subject[0], str(subject[1])), detail=shown
    )
    tx.wake("audit")


async def list_entries(
    tx: Transaction,
    *,
    before: UUID | None,
    since: datetime | None,
    until: datetime | None,
    action: str,
    actor: UUID | None,
    limit: int,
) -> list[tuple[AuditEntry, int | None]]:
    """Return entries with their place in the chain (None: not sealed yet), the newest first, at `since` or later and
    before `until`."""
    ends = [one for one in (before, None if until is None else lowest_id(until)) if one is not None]
    first = None if since is None else lowest_id(since)
    return await store.list_page(
        tx, before=min(ends, default=None), since=first, action=action, actor=actor, limit=limit
    )


async def list_actions(tx: Transaction) -> list[str]:
    """Return every act that the trail of the organization at hand knows."""
    return await store.actions(tx)


async def seal_waiting(tx: Transaction, key: MasterKey, *, limit: int) -> int:
    """Chain what waits in the organization at hand and return how many entries; 0 too where another process is at it."""
    if not await store.try_to_be_the_sealer(tx):
        return 0
    entries = await store.list_unsealed(tx, limit=limit)
    if not entries:
        return 0
    last = await store.last_seal(tx)
    index, previous = (last.index, last.hash) if last else (0, audit_chain.FIRST)
    signing = key.derive(audit_chain.KEY_PURPOSE)
    seals = []
    for entry in entries:
        index += 1
        seals.append(audit_chain.seal(entry, index=index, previous=previous, key=signing))
        previous = seals[-1].hash
    await store.add_seals(tx, seals)
    return len(seals)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What a walk along the chain found. `first_bad` is the index of the first link that does not hold."""

    length: int
    head: bytes
    first_bad: int | None
    reason: str | None
    unsealed: int
    unsealed_since: datetime | None

    @property
    def intact(self) -> bool:
        """Whether every link holds; an unsealed tail is named but breaks nothing."""
        return self.first_bad is None


async def verify(tx: Transaction, key: MasterKey, *, known: tuple[int, bytes] | None = None) -> Verification:
    """Walk the whole chain of the organization at hand.

    `known` is a head (index, hash) that somebody wrote down earlier: with it, a chain cut short or made anew is found too.
    """
    signing = key.derive(audit_chain.KEY_PURPOSE)
    index, previous, bad, reason = 0, audit_chain.FIRST, None, None
    while bad is None and (page := await store.read_chain(tx, after=index, limit=_PAGE)):
        for link, entry in page:
            reason = audit_chain.flaw(link, entry, index=index + 1, previous=previous, key=signing)
            if reason is None and known is not None and link.index == known[0] and link.hash != known[1]:
                reason = "not_the_known_head"
            if reason is not None:
                bad = index + 1
                break
            index, previous = link.index, link.hash
    if bad is None and known is not None and index < known[0]:
        bad, reason = index + 1, "cut_short"
    unsealed, since = await store.unsealed_tail(tx)
    return Verification(
        length=index, head=previous, first_bad=bad, reason=reason, unsealed=unsealed, unsealed_since=since
    )
