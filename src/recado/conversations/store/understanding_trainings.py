"""How are the versions of an organization's model kept?"""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

import msgspec

from recado.conversations.understanding_models import Taught
from recado.foundation.database import Row, Transaction

_SHOWN = """
t.id, t.number, t.state, t.failure, t.requested_at, t.began_at, t.ended_at, t.own_phrases, t.labelled, t.method,
t.before::text as before, t.after::text as after, t.verdict, t.model is not null as kept, t.fingerprint
"""
KEPT = 10
"""Models of an organization that are kept; of older versions only the figures."""

LIST = f"""
select {_SHOWN} from understanding_trainings t where t.organization_id = $1 order by t.number desc limit 50
"""


async def list_newest(tx: Transaction) -> list[Row]:
    """Return the newest versions."""
    return await tx.fetch(LIST, tx.organization_id)


READ = f"select {_SHOWN} from understanding_trainings t where t.organization_id = $1 and t.id = $2"


async def read(tx: Transaction, id_: UUID) -> Row | None:
    """Return one version."""
    return await tx.fetchrow(READ, tx.organization_id, id_)


BY_KEY = f"select {_SHOWN} from understanding_trainings t where t.organization_id = $1 and t.key = $2"


async def by_key(tx: Transaction, key: str) -> Row | None:
    """Return the version that was asked for with this key."""
    return await tx.fetchrow(BY_KEY, tx.organization_id, key)


UNDER_WAY = f"""
select {_SHOWN} from understanding_trainings t where t.organization_id = $1 and t.state in ('queued', 'running')
"""


async def under_way(tx: Transaction) -> Row | None:
    """Return the training that has not ended yet."""
    return await tx.fetchrow(UNDER_WAY, tx.organization_id)


# Two that ask at once meet at a unique index: at the key's, the number's, or that of what is under way.
ADD = """
insert into understanding_trainings (organization_id, id, number, key, requested_by)
select $1, $2, coalesce(max(number), 0) + 1, $3, $4 from understanding_trainings where organization_id = $1
on conflict do nothing
"""


async def add(tx: Transaction, id_: UUID, key: str, by: UUID | None) -> bool:
    """Write a training down as asked for; False where another was faster."""
    return await tx.execute(ADD, tx.organization_id, id_, key, by) == "INSERT 0 1"


LOCK = "select state from understanding_trainings where organization_id = $1 and id = $2 for update"


async def lock(tx: Transaction, id_: UUID) -> str | None:
    """Lock a training and return its state."""
    state: str | None = await tx.fetchval(LOCK, tx.organization_id, id_)
    return state


BEGIN = """
update understanding_trainings set state = 'running', began_at = now(), own_phrases = $3, labelled = $4
where organization_id = $1 and id = $2
"""


async def begin(tx: Transaction, id_: UUID, *, own: int, labelled: int) -> None:
    """Write down that it has begun, with how much."""
    await tx.execute(BEGIN, tx.organization_id, id_, own, labelled)


FAIL = """
update understanding_trainings set state = 'failed', failure = $3, ended_at = now() where organization_id = $1 and id = $2
"""


async def fail(tx: Transaction, id_: UUID, failure: str) -> None:
    """Write down that it came to nothing, and why."""
    await tx.execute(FAIL, tx.organization_id, id_, failure)


FINISH = """
update understanding_trainings
set state = 'done', ended_at = now(), fingerprint = $3, method = $4, before = $5::text::jsonb, after = $6::text::jsonb,
    answers = $7::text::jsonb, verdict = $8, model = $9
where organization_id = $1 and id = $2
"""
FORGET_OLD = """
update understanding_trainings set model = null
where organization_id = $1 and model is not null and id = any(array(
    select t.id from understanding_trainings t where t.organization_id = $1 and t.model is not null
      and not exists (select from understanding_settings s where s.organization_id = $1 and s.training_id = t.id)
    order by t.number desc offset $2))
"""


async def finish(tx: Transaction, id_: UUID, taught: Taught) -> None:
    """Keep a model with its marks, and let go of models that are too old; never of the one in force."""
    await tx.execute(
        FINISH, tx.organization_id, id_, taught.fingerprint, taught.method, _json(taught.before.to_json()),
        _json(taught.after.to_json()), _json(taught.answers), taught.verdict, taught.model,
    )  # fmt: skip
    await tx.execute(FORGET_OLD, tx.organization_id, KEPT)


MODEL = (
    "select number, model, answers::text as answers from understanding_trainings where organization_id = $1 and id = $2"
)


async def model(tx: Transaction, id_: UUID) -> Row | None:
    """Return number, bytes and folds' answers of a version."""
    return await tx.fetchrow(MODEL, tx.organization_id, id_)


def _json(value: Mapping[str, object]) -> str:
    return msgspec.json.encode(value).decode()
