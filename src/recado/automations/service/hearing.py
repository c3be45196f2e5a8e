"""How does what happens reach the automations that wait for it?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

import msgspec

from recado.automations.models import Automation, AutomationId, Heard, RunId, RunState
from recado.automations.rules.deciding import hears
from recado.automations.store import automations as store
from recado.automations.store import hearing, runs
from recado.foundation.database import Row, Transaction
from recado.foundation.identifiers import new_ids

TOPIC: Final = "automations"
_AT_ONCE: Final = 500

_Line = tuple[AutomationId, int, Heard, RunState, str, datetime]


async def hear(tx: Transaction, now: datetime) -> int:
    """Note for each automation in service what has happened since the last time; return how many facts were read.

    The cursor moves in the transaction that stores the runs; a fact that is read once more finds its runs there.
    """
    cursor = await hearing.take_cursor(tx)
    if cursor is None:
        return 0
    found = await hearing.read_facts(tx, cursor, _AT_ONCE)
    if not found:
        return 0
    listening = await store.listening(tx)
    wanted = {trigger for one in listening for trigger in one.triggers}
    heard = await _with_causes(tx, [row for row in found if row["name"] in wanted])
    lines = [line for fact in heard for line in _lines(listening, fact, now)]
    ids = new_ids(len(lines))
    await runs.add(tx, [(RunId(id_), *line) for id_, line in zip(ids, lines, strict=True)])
    await hearing.move_cursor(tx, found[-1]["xid"], found[-1]["seq"])
    return len(found)


def _lines(listening: Sequence[Automation], fact: Heard, now: datetime) -> list[_Line]:
    lines: list[_Line] = []
    for one in listening:
        if fact.name not in one.triggers:
            continue
        skip = hears(one, fact)
        if skip is not None and skip.reason == "before_enabled":
            continue  # it did not listen yet: no line of its log
        due = min(fact.at, now) + timedelta(minutes=one.rule.wait_minutes)
        if skip is not None:
            lines.append((one.id, one.revision, fact, RunState.SKIPPED, skip.reason, now))
        else:
            lines.append((one.id, one.revision, fact, RunState.WAITING, "", due))
    return lines


async def _with_causes(tx: Transaction, rows: Sequence[Row]) -> list[Heard]:
    """Return facts with the automations that stand behind them."""
    if not rows:
        return []
    causes: dict[int | UUID, tuple[int, tuple[UUID, ...]]] = {}
    for row in await hearing.doings(tx, {row["xid"] for row in rows}):
        causes[row["xid"]] = (row["depth"] + 1, (*row["chain"], row["automation_id"]))
    messages = {id_: row for row in rows for id_ in _messages(row)}
    for row in await hearing.writers(tx, messages.keys()):
        causes[row["message_id"]] = (row["depth"] + 1, (*row["chain"], row["automation_id"]))
    heard = []
    for row in rows:
        cause = causes.get(row["xid"]) or next((causes[id_] for id_ in _messages(row) if id_ in causes), None)
        depth, chain = cause or (0, ())
        heard.append(hearing.heard(row, depth=depth, chain=chain))
    return heard


def _messages(row: Row) -> list[UUID]:
    data: dict[str, Any] = msgspec.json.decode(row["data"])
    named = [data.get("message_id"), *(data.get("message_ids") or [])]
    return [UUID(one) for one in named if isinstance(one, str)]
