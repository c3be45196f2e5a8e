"""How is an organization's model taught anew, taken into use, and taken back?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

import msgspec

from recado.conversations.rules.understanding import may_promote
from recado.conversations.service.understanding import tell
from recado.conversations.store import understanding as settings_store
from recado.conversations.store import understanding_doubts as doubts
from recado.conversations.store import understanding_trainings as store
from recado.conversations.understanding_errors import NoModel, NothingToTeach, TrainingNotFound, TrainingUnderWay
from recado.conversations.understanding_models import TRAIN, Labelled, Taught
from recado.foundation import jobs
from recado.foundation.database import Row, Transaction
from recado.foundation.identifiers import new_id
from recado.organizations.models import Actor as Author
from recado.organizations.models import ActorKind, Scope
from recado.organizations.service import audit

LOST_AFTER: Final = timedelta(minutes=45)
"""A training that has not ended by then died with its worker more often than a job is tried."""
_HOUSE: Final = Author(ActorKind.SYSTEM, None, "Recado")


@dataclass(frozen=True, slots=True)
class Lesson:
    """What a training is done with: own phrases as (label, text), labelled messages, and the model in force with what folds
    answered for it."""

    own: list[tuple[str, str]]
    labelled: list[Labelled]
    before: bytes
    answered: dict[str, str]


async def ask(tx: Transaction, scope: Scope, key: str, now: datetime) -> Row:
    """Ask for a training, once however often `key` is repeated; return it.

    Raises `TrainingUnderWay`, `NothingToTeach`.
    """
    if key and (known := await store.by_key(tx, key)) is not None:
        return known
    running = await store.under_way(tx)
    if running is not None and now - (running["began_at"] or running["requested_at"]) > LOST_AFTER:
        await store.fail(tx, running["id"], "lost")
        running = None
    if running is not None:
        raise TrainingUnderWay(number=running["number"])
    if not await settings_store.all_phrases(tx) and not (await doubts.count(tx))["labelled"]:
        raise NothingToTeach
    id_ = new_id()
    if not await store.add(tx, id_, key or id_.hex, scope.actor.id):
        other = await store.under_way(tx)
        raise TrainingUnderWay(number=other["number"] if other else 0)
    await jobs.defer(tx, TRAIN, {"training_id": str(id_)})
    await audit(tx, scope, "understanding.training_asked", subject=("training", id_))
    await tell(tx, "trainings")
    return await _read(tx, id_)


async def begin(tx: Transaction, id_: UUID) -> Lesson | None:
    """Write down that a training begins and return what it is done with; None where it is over or gone."""
    if await store.lock(tx, id_) not in {"queued", "running"}:
        return None
    own, labelled = await settings_store.all_phrases(tx), await doubts.labelled(tx)
    await store.begin(tx, id_, own=len(own), labelled=len(labelled))
    await tell(tx, "trainings")
    training = (await settings_store.settings(tx)).training
    in_force = None if training is None else await store.model(tx, training)
    if in_force is None:
        return Lesson(own, labelled, b"", {})
    return Lesson(
        own, labelled, in_force["model"] or b"", msgspec.json.decode(in_force["answers"], type=dict[str, str])
    )


async def finish(tx: Transaction, id_: UUID, taught: Taught) -> None:
    """Keep what was taught, and take it into use where the exam says that it is not worse."""
    if await store.lock(tx, id_) != "running":
        return
    await store.finish(tx, id_, taught)
    promoted = may_promote(taught.verdict)
    if promoted:
        await settings_store.choose_model(tx, id_)
    detail = {"verdict": taught.verdict.value, "promoted": promoted}
    await audit(tx, _HOUSE, "understanding.trained", subject=("training", id_), detail=detail)
    await tell(tx, "trainings")


async def fail(tx: Transaction, id_: UUID, failure: str) -> None:
    """Write down that a training came to nothing."""
    if await store.lock(tx, id_) in {"queued", "running"}:
        await store.fail(tx, id_, failure)
        await tell(tx, "trainings")


async def choose(tx: Transaction, scope: Scope, id_: UUID | None) -> None:
    """Take a version into use because a person says so, whatever its marks; None goes back to the product's own.

    Raises `TrainingNotFound`, `NoModel`.
    """
    if id_ is not None and not (await _read(tx, id_))["kept"]:
        raise NoModel
    await settings_store.choose_model(tx, id_)
    await audit(tx, scope, "understanding.model_chosen", subject=("training", id_ or "product"))
    await tell(tx, "trainings")


async def _read(tx: Transaction, id_: UUID) -> Row:
    found = await store.read(tx, id_)
    if found is None:
        raise TrainingNotFound
    return found
