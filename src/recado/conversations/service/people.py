"""What becomes of a person's conversations when two people turn out to be one, or two again?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from recado.contacts.models import ContactId, Happening, Moved
from recado.conversations import events
from recado.conversations.store import people as store
from recado.foundation import facts
from recado.foundation.database import Row, Transaction
from recado.foundation.facts import Fact
from recado.foundation.identifiers import new_ids


class ConversationsOfPeople:
    """The conversations' part in merges and timelines (`contacts.models.Holder`)."""

    name = "conversations"
    tables: tuple[str, ...] = ("conversations", "viva_handoff_tasks")

    async def move(self, tx: Transaction, *, gone: ContactId, kept: ContactId, at: datetime) -> Sequence[Moved]:
        """Give all conversations of `gone` to `kept`.

        Where both have an open one on a channel, one goes on and the other is archived: who waits for a person goes on
        waiting, else it is the one that was written in last.
        """
        found = await store.lock_of_people(tx, [gone, kept])
        losers = _losers(found)
        archived = [Moved("archived", str(row["id"]), _state_of(row)) for row in losers]
        ids = [row["id"] for row in losers]
        await store.archive(tx, ids, new_ids(len(ids)), at)
        archived += [
            Moved("handoff", str(row["id"]), {"state": row["was"]}) for row in await store.end_handoffs(tx, ids, at)
        ]
        theirs = [row["id"] for row in found if row["contact_id"] == gone]
        await store.give(tx, theirs, to=kept, of=gone)
        tasks = await store.move_tasks(tx, of=gone, to=kept)
        await facts.publish(tx, [Fact(events.STATE_CHANGED, id_) for id_ in {*ids, *theirs}])
        moved = [Moved("conversation", str(id_)) for id_ in theirs]
        return [*archived, *moved, *(Moved("viva_task", str(id_)) for id_ in tasks)]

    async def put_back(self, tx: Transaction, moved: Sequence[Moved], *, gone: ContactId, kept: ContactId) -> None:
        """Give the conversations back, and open again what the merge archived and nobody has touched since."""
        await store.lock_of_people(tx, [gone, kept])
        ids = [UUID(one.reference) for one in moved if one.what == "conversation"]
        await store.give(tx, ids, to=gone, of=kept)
        await store.return_tasks(
            tx, [UUID(one.reference) for one in moved if one.what == "viva_task"], of=kept, to=gone
        )
        archived = [one for one in moved if one.what == "archived"]
        await store.reopen(
            tx,
            [
                (
                    UUID(one.reference), one.was["state"], one.was["state_reason"], _moment(one.was["state_since"]),
                    _moment(one.was["waiting_since"]), one.was["unread"],
                )
                for one in archived
            ],
        )  # fmt: skip
        ended = [one for one in moved if one.what == "handoff"]
        await store.reopen_handoffs(tx, [(UUID(one.reference), one.was["state"]) for one in ended])
        touched = {*ids, *(UUID(one.reference) for one in archived)}
        await facts.publish(tx, [Fact(events.STATE_CHANGED, id_) for id_ in touched])

    async def happenings(self, tx: Transaction, contact: ContactId, before: UUID | None, limit: int) -> list[Happening]:
        """Return messages and changes of state, the newest first."""
        return [_happening(row) for row in await store.list_happenings(tx, contact, before, limit)]


def _losers(found: Sequence[Row]) -> list[Row]:
    """Return the open conversations that another open one on the same channel outlives."""
    newest: dict[UUID, Row] = {}
    losers = []
    is_open = (row for row in found if row["state"] != "archived")
    for row in sorted(is_open, key=lambda row: (row["state"] == "waiting", row["last_message_at"])):
        if (older := newest.get(row["channel_id"])) is not None:
            losers.append(older)
        newest[row["channel_id"]] = row
    return losers


def _state_of(row: Row) -> dict[str, object]:
    return {
        "state": row["state"],
        "state_reason": row["state_reason"],
        "state_since": row["state_since"].isoformat(),
        "waiting_since": row["waiting_since"].isoformat() if row["waiting_since"] else None,
        "unread": row["unread"],
    }


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _happening(row: Row) -> Happening:
    if row["kind"] == "message":
        detail = {name: row[name] for name in ("direction", "type", "status")}
    else:
        detail = {name: row[name] for name in ("was", "became", "reason")}
    return Happening(
        id=row["id"], at=row["at"], kind=row["kind"], actor=row["author"], text=row["text"],
        conversation=row["conversation_id"], detail=detail,
    )  # fmt: skip
