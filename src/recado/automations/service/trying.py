"""What would an automation do, or have done, with something that has happened?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from recado.automations.errors import FactNotFound
from recado.automations.models import Automation, Heard, Outcome, RunId, SeenGroup, State
from recado.automations.rules.deciding import Act, Decision
from recado.automations.service import acting, running
from recado.automations.store import hearing
from recado.conversations.service.ports import Ports
from recado.foundation.database import Transaction
from recado.foundation.identifiers import new_id

LATELY: Final = timedelta(days=7)
_LISTED: Final = 20


@dataclass(frozen=True, slots=True)
class Tried:
    """What was decided, why, and what each action came to. Nothing of it stands."""

    heard: Heard
    decision: Decision
    trace: SeenGroup
    outcomes: tuple[Outcome, ...]


class Rehearsed(Exception):
    """Raised to leave a transaction in which actions were only rehearsed; carries what they came to."""

    def __init__(self, tried: Tried) -> None:
        super().__init__("rehearsed")
        self.tried = tried


async def recent(tx: Transaction, triggers: Sequence[str], now: datetime) -> list[Heard]:
    """Return what has happened lately that these triggers wait for, the newest first."""
    return await hearing.recent(tx, triggers, now - LATELY, _LISTED)


async def rehearse(tx: Transaction, automation: Automation, seq: int, ports: Ports, *, anyway: bool) -> None:
    """Do with a past fact what the live automation would do now, and always raise `Rehearsed`: the caller's transaction must
    not be committed. `anyway` does the actions even where the conditions do not hold. Raises `FactNotFound`.

    The same planner, rules and actions as in service: only the commit is missing.
    """
    heard = await hearing.one(tx, seq)
    if heard is None:
        raise FactNotFound
    live = replace(automation, state=State.ON)
    decision, seen, situation = await running.weigh(tx, live, heard, ports, due_at=ports.clock())
    outcomes: tuple[Outcome, ...] = ()
    if anyway or isinstance(decision, Act):
        outcomes = await acting.perform(tx, live, RunId(new_id()), heard, situation, ports)
    raise Rehearsed(Tried(heard, decision, seen, outcomes))
