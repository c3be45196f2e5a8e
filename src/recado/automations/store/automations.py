"""How are automations kept?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import msgspec

from recado.automations.models import Automation, AutomationId, Rule, State
from recado.foundation.database import Row, Transaction

_rule = msgspec.json.Decoder(Rule)
_COLUMNS = """
id, name, state, position, triggers, rule::text as rule, revision, enabled_at, changed_by_name, changed_at
"""

LIST = f"select {_COLUMNS} from automations where organization_id = $1 order by position, id"


async def list_all(tx: Transaction) -> list[Automation]:
    """Return every automation in its order."""
    return [_automation(row) for row in await tx.fetch(LIST, tx.organization_id)]


LISTENING = f"select {_COLUMNS} from automations where organization_id = $1 and state = 'on' order by position, id"


async def listening(tx: Transaction) -> list[Automation]:
    """Return the automations in service in their order."""
    return [_automation(row) for row in await tx.fetch(LISTENING, tx.organization_id)]


READ = f"select {_COLUMNS} from automations where organization_id = $1 and id = $2"


async def read(tx: Transaction, id_: AutomationId) -> Automation | None:
    """Return one automation."""
    row = await tx.fetchrow(READ, tx.organization_id, id_)
    return None if row is None else _automation(row)


LOCK = f"{READ} for no key update"


async def lock(tx: Transaction, id_: AutomationId) -> Automation | None:
    """Return one automation, and let nobody else change it meanwhile."""
    row = await tx.fetchrow(LOCK, tx.organization_id, id_)
    return None if row is None else _automation(row)


ADD = """
insert into automations (organization_id, id, name, position, triggers, rule, changed_by_name)
select $1, $2, $3, coalesce((select max(position) + 1 from automations where organization_id = $1), 0), $4, $5, $6
on conflict (organization_id, name) do nothing
"""


async def add(
    tx: Transaction, id_: AutomationId, *, name: str, triggers: Sequence[str], rule: Rule, by: str
) -> bool:  # fmt: skip
    """Store a draft behind all others; False where there is one of that name."""
    done = await tx.execute(ADD, tx.organization_id, id_, name, list(triggers), _written(rule), by)
    return done == "INSERT 0 1"


CHANGE = """
update automations a set name = $3, triggers = $4, rule = $5, changed_by_name = $6, revision = revision + 1, changed_at = $7
where organization_id = $1 and id = $2
  and not exists (select from automations o where o.organization_id = $1 and o.name = $3 and o.id <> $2)
"""


async def change(
    tx: Transaction, id_: AutomationId, *, name: str, triggers: Sequence[str], rule: Rule, by: str, now: datetime
) -> bool:
    """Write one anew; False where another has that name."""
    done = await tx.execute(CHANGE, tx.organization_id, id_, name, list(triggers), _written(rule), by, now)
    return done == "UPDATE 1"


SWITCH = """
update automations set state = $3, enabled_at = case when $3 = 'on' then $4 else enabled_at end, changed_by_name = $5,
    changed_at = $4
where organization_id = $1 and id = $2 and state <> $3
"""


async def switch(tx: Transaction, id_: AutomationId, state: State, *, by: str, now: datetime) -> bool:
    """Put it into service or out of it; False where it was so already."""
    return await tx.execute(SWITCH, tx.organization_id, id_, state.value, now, by) == "UPDATE 1"


PLACE = """
update automations a set position = n.position from unnest($2::uuid[], $3::int[]) as n(id, position)
where a.organization_id = $1 and a.id = n.id and a.position <> n.position
"""


async def place(tx: Transaction, ids: Sequence[UUID]) -> None:
    """Give automations the order of `ids`."""
    await tx.execute(PLACE, tx.organization_id, list(ids), list(range(len(ids))))


REMOVE = "delete from automations where organization_id = $1 and id = $2"


async def remove(tx: Transaction, id_: AutomationId) -> bool:
    """Take one away with its log; False where there is none."""
    return await tx.execute(REMOVE, tx.organization_id, id_) == "DELETE 1"


def _written(rule: Rule) -> str:
    return msgspec.json.encode(rule).decode()


def _automation(row: Row) -> Automation:
    return Automation(
        id=row["id"], name=row["name"], state=State(row["state"]), position=row["position"],
        triggers=tuple(row["triggers"]), rule=_rule.decode(row["rule"]), revision=row["revision"],
        enabled_at=row["enabled_at"], changed_by_name=row["changed_by_name"], changed_at=row["changed_at"],
    )  # fmt: skip
