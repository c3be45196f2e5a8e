"""How are automations written, put into service, ordered and taken away?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from recado.automations import events
from recado.automations.errors import AutomationChanged, AutomationNotFound, NameTaken, TooMany
from recado.automations.models import Automation, AutomationId, Rule, Run, State, Tally
from recado.automations.rules import checking
from recado.automations.store import automations as store
from recado.automations.store import hearing, runs, working
from recado.conversations.service import quick_replies
from recado.foundation import facts
from recado.foundation.database import Transaction
from recado.foundation.errors import DomainError
from recado.foundation.facts import Fact
from recado.foundation.identifiers import lowest_id, new_id
from recado.organizations.models import Scope
from recado.organizations.service import audit

MOST = 100
LATELY = timedelta(days=7)


class _OperatorVariable(DomainError):
    """Nobody writes: there is no operator to name."""

    code = "operator_variable"


async def list_automations(tx: Transaction, now: datetime) -> list[tuple[Automation, Tally]]:
    """Return every automation in its order, with what became of its runs in the last seven days."""
    counted = await runs.tallies(tx, lowest_id(now - LATELY))
    return [(one, counted.get(one.id, Tally())) for one in await store.list_all(tx)]


async def get(tx: Transaction, id_: AutomationId) -> Automation:
    """Return one; raise `AutomationNotFound`."""
    found = await store.read(tx, id_)
    if found is None:
        raise AutomationNotFound
    return found


async def create(tx: Transaction, scope: Scope, *, name: str, triggers: Sequence[str], rule: Rule) -> Automation:
    """Store a draft. Raises `BadRule`, `NameTaken`, `TooMany`."""
    await check(tx, triggers, rule)
    if len(await store.list_all(tx)) >= MOST:
        raise TooMany(limit=MOST)
    id_ = AutomationId(new_id())
    if not await store.add(tx, id_, name=name, triggers=triggers, rule=rule, by=scope.actor.name):
        raise NameTaken(name=name)
    await _note(tx, scope, "created", id_, {"triggers": list(triggers)})
    return await get(tx, id_)


async def change(
    tx: Transaction,
    scope: Scope,
    id_: AutomationId,
    *,
    name: str,
    triggers: Sequence[str],
    rule: Rule,
    revision: int,
    now: datetime,
) -> Automation:
    """Write one anew over the revision that was looked at. Raises `AutomationChanged`, `BadRule`, `NameTaken`."""
    before = await _locked(tx, id_)
    if before.revision != revision:
        raise AutomationChanged(revision=before.revision, changed_by_name=before.changed_by_name)
    await check(tx, triggers, rule)
    if before.state is State.ON:
        checking.check_ready(rule)
    if not await store.change(tx, id_, name=name, triggers=triggers, rule=rule, by=scope.actor.name, now=now):
        raise NameTaken(name=name)
    does = [type(one).__name__ for one in rule.actions]
    await _note(tx, scope, "changed", id_, {"triggers": list(triggers), "actions": does})
    return await get(tx, id_)


async def switch(tx: Transaction, scope: Scope, id_: AutomationId, state: State, now: datetime) -> Automation:
    """Put one into service or out of it. It hears what happens from now on. Raises `BadRule` where it could not work."""
    before = await _locked(tx, id_)
    if state is State.ON:
        # Whom it names may have gone since it was drawn.
        await check(tx, before.triggers, before.rule)
        checking.check_ready(before.rule)
    if await store.switch(tx, id_, state, by=scope.actor.name, now=now):
        await _note(tx, scope, "switched", id_, {"state": state.value})
        await _listen(tx)
    return await get(tx, id_)


async def order(tx: Transaction, scope: Scope, ids: Sequence[UUID]) -> None:
    """Let them go in this order; those that are not named follow as they were, and one that is gone meanwhile is no matter."""
    present = [one.id for one in await store.list_all(tx)]
    wanted = [AutomationId(one) for one in dict.fromkeys(ids) if one in present]
    await store.place(tx, [*wanted, *(one for one in present if one not in wanted)])
    await _note(tx, scope, "ordered", None, {})


async def remove(tx: Transaction, scope: Scope, id_: AutomationId) -> None:
    """Take one away with its log; raise `AutomationNotFound`."""
    if not await store.remove(tx, id_):
        raise AutomationNotFound
    await _note(tx, scope, "removed", id_, {})
    await _listen(tx)


async def list_runs(
    tx: Transaction, id_: AutomationId, *, state: str, before: UUID | None, limit: int
) -> list[Run]:  # fmt: skip
    """Return the log of one, the newest first; raise `AutomationNotFound`."""
    await get(tx, id_)
    return await runs.list_page(tx, id_, state=state, before=before, limit=limit)


async def check(tx: Transaction, triggers: Sequence[str], rule: Rule) -> None:
    """Raise `BadRule` for what could not work in this organization."""
    known: dict[str, set[str]] = {}
    for row in await working.references(tx):
        known.setdefault(row["kind"], set()).add(str(row["id"]))
    checking.check(triggers, rule, known, text=_check_text)


def _check_text(text: str) -> None:
    quick_replies.check(text)
    if "{{" in text and "operator." in text:
        raise _OperatorVariable


async def _locked(tx: Transaction, id_: AutomationId) -> Automation:
    found = await store.lock(tx, id_)
    if found is None:
        raise AutomationNotFound
    return found


async def _listen(tx: Transaction) -> None:
    """Read facts only where somebody waits for them."""
    if await store.listening(tx):
        await hearing.begin_listening(tx)
    else:
        await hearing.stop_listening(tx)


async def _note(
    tx: Transaction, scope: Scope, verb: str, id_: AutomationId | None, detail: dict[str, object]
) -> None:  # fmt: skip
    subject = ("automation", id_ if id_ is not None else "")
    await audit(tx, scope, f"automations.{verb}", subject=subject, detail=detail)
    await facts.publish(tx, [Fact(events.CHANGED, data={"automation_id": str(id_) if id_ else None})])
