"""How do two rows become one person, and two again?

A merge is one transaction, one audit entry and one fact; every single thing that it moves is written down, which is what
undoing reads. Nobody leaves their organization: every statement below runs under its policy, every key is composite.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from recado.contacts import events
from recado.contacts.errors import CannotMerge, CannotUndo, PersonNotFound, ProposalDecided
from recado.contacts.models import Contact, ContactId, Holder, Merge, Moved, Proposal
from recado.contacts.rules import merging as rules
from recado.contacts.service.proposing import propose
from recado.contacts.store import acts
from recado.contacts.store import merging as store
from recado.foundation import facts
from recado.foundation.database import Transaction
from recado.foundation.errors import NotFound
from recado.foundation.facts import Fact
from recado.foundation.failpoints import failpoint
from recado.foundation.identifiers import new_id
from recado.organizations.models import Scope
from recado.organizations.service import audit

_OWN = "contacts"


async def merge(
    tx: Transaction,
    scope: Scope,
    *,
    kept: ContactId,
    gone: ContactId,
    holders: Sequence[Holder],
    now: datetime,
    evidence: Mapping[str, Any],
    proposal: UUID | None = None,
) -> Merge:
    """Let `kept` have everything of `gone`; raise `CannotMerge` or `PersonNotFound`."""
    if kept == gone:
        raise CannotMerge(why="same_person")
    locked = await store.lock_people(tx, [kept, gone])
    if len(locked) != 2:  # noqa: PLR2004 - the two
        raise PersonNotFound
    if any(into is not None for _, into in locked.values()):
        raise CannotMerge(why="already_merged")
    one, other = locked[kept][0], locked[gone][0]
    made = Merge(
        id=new_id(), kept=kept, gone=gone, proposal=proposal, state="done", actor_name=scope.actor.name, at=now,
        undone_at=None,
    )  # fmt: skip
    moves = [(_OWN, moved) for moved in await _move_own(tx, one, other)]
    for holder in holders:
        moves += [(holder.name, moved) for moved in await holder.move(tx, gone=gone, kept=kept, at=now)]
    await store.insert_merge(tx, made, evidence)
    await store.insert_moves(tx, made.id, moves)
    await _settle(tx, made, "accepted", evidence, now)
    failpoint("merge.before_commit")
    await _tell(tx, scope, made, act="merged", fact=events.MERGED, moved=len(moves))
    return made


async def undo(tx: Transaction, scope: Scope, id_: UUID, *, holders: Sequence[Holder], now: datetime) -> Merge:
    """Make two people of one again, exactly as they were but for what has changed since.

    Raises `NotFound`, and `CannotUndo` where it was undone before or a later merge stands on it.
    """
    made = await store.lock_merge(tx, id_)
    if made is None:
        raise NotFound
    if made.state != "done":
        raise CannotUndo(why="undone_already")
    if (later := await store.later_merge(tx, made)) is not None:
        raise CannotUndo(why="later_merge", merge_id=str(later))
    locked = await store.lock_people(tx, [made.kept, made.gone])
    moves = await store.read_moves(tx, id_)
    for holder in reversed(holders):
        theirs = [moved for name, moved in moves if name == holder.name]
        await holder.put_back(tx, theirs, gone=made.gone, kept=made.kept)
    own = [moved for name, moved in moves if name == _OWN]
    await _put_back_own(tx, own, locked[made.kept][0], locked[made.gone][0])
    await store.end_merge(tx, id_, now)
    # Whoever was put apart by hand is not brought together again by a machine.
    await _settle(tx, made, "undone", {"reason": "undone"}, now)
    failpoint("undo_merge.before_commit")
    await _tell(tx, scope, made, act="merge_undone", fact=events.MERGE_UNDONE, moved=len(moves))
    return made


async def accept(
    tx: Transaction, scope: Scope, id_: UUID, *, kept: ContactId | None, holders: Sequence[Holder], now: datetime
) -> Merge:
    """Merge the two of a proposal; `kept` says whose row stays, the older one where nobody said."""
    found = await _open_proposal(tx, id_)
    stays = found.first if kept is None else kept
    if stays not in (found.first, found.second):
        raise PersonNotFound
    goes = found.second if stays == found.first else found.first
    return await merge(
        tx, scope, kept=stays, gone=goes, holders=holders, now=now, evidence=found.evidence, proposal=id_
    )  # fmt: skip


async def refuse(tx: Transaction, scope: Scope, id_: UUID, *, now: datetime) -> Proposal:
    """Say that the two of a proposal are two; it is never made again."""
    found = await _open_proposal(tx, id_)
    await store.decide(tx, id_, "refused", now)
    await audit(tx, scope, "contacts.proposal_refused", subject=("contact", found.first), detail=_pair(found))
    await facts.publish(tx, [Fact(events.PROPOSAL_REFUSED, data=_pair(found))])
    return found


async def list_proposals(tx: Transaction, before: UUID | None, limit: int) -> list[Proposal]:
    """Return open proposals, the newest first."""
    return await store.list_proposals(tx, before, limit)


async def find_duplicates(tx: Transaction) -> int:
    """Propose everybody who has one number in two forms; return how many pairs were found. A name alone proves nothing."""
    pairs = {(one, other) for one, other in await store.same_phones(tx)}
    for one, other in sorted(pairs):
        await propose(tx, one, other, {"reason": "same_phone", "kinds": ["phone"]})
    return len(pairs)


async def _open_proposal(tx: Transaction, id_: UUID) -> Proposal:
    found = await store.lock_proposal(tx, id_)
    if found is None:
        raise NotFound
    if found.state != "open":
        raise ProposalDecided(state=found.state)
    return found


async def _move_own(tx: Transaction, kept: Contact, gone: Contact) -> list[Moved]:
    after = rules.merged(kept, gone)
    moves = [Moved("person", str(kept.id), rules.remembered(kept, after))]
    moves += await store.move_addresses(tx, gone.id, kept.id)
    moves += await store.copy_tags(tx, gone.id, kept.id)
    moves += await store.move_notes(tx, gone.id, kept.id)
    await store.write_person(tx, after, None)
    await store.write_person(tx, gone, kept.id)
    return moves


async def _put_back_own(tx: Transaction, moves: Sequence[Moved], kept: Contact, gone: Contact) -> None:
    by_what: dict[str, list[Moved]] = {}
    for moved in moves:
        by_what.setdefault(moved.what, []).append(moved)
    was = by_what["person"][0].was
    await store.write_person(tx, rules.unmerged(kept, was), None)
    await store.write_person(tx, rules.returned(gone, kept, was), None)
    await store.return_addresses(tx, by_what.get("address", []), kept=kept.id, gone=gone.id)
    await store.drop_tags(tx, by_what.get("tag", []), kept=kept.id)
    await store.return_notes(tx, by_what.get("note", []), kept=kept.id, gone=gone.id)


async def _settle(tx: Transaction, made: Merge, state: str, evidence: Mapping[str, Any], now: datetime) -> None:
    first, second = sorted((made.kept, made.gone))
    await store.settle_pair(tx, new_id(), first, second, state, evidence, now)


async def _tell(tx: Transaction, scope: Scope, made: Merge, *, act: str, fact: str, moved: int) -> None:
    detail = {"merge_id": str(made.id), "kept_id": str(made.kept), "gone_id": str(made.gone), "moved": moved}
    await acts.insert_acts(
        tx, [(made.kept, act, detail), (made.gone, act, detail)], actor_name=scope.actor.name
    )  # fmt: skip
    await audit(tx, scope, f"contacts.{act}", subject=("contact", made.kept), detail=detail)
    await facts.publish(tx, [Fact(fact, data={"contact_ids": [str(made.kept), str(made.gone)]})])


def _pair(found: Proposal) -> dict[str, Any]:
    return {"proposal_id": str(found.id), "contact_ids": [str(found.first), str(found.second)]}
