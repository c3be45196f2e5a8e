"""How is a training done, so that neither a transaction nor the loop of the worker waits for it?"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

import msgspec

from recado.conversations.service import understanding_trainings as trainings
from recado.conversations.tasks.teach_understanding import Answer, Ask
from recado.foundation.database import Database
from recado.foundation.failpoints import failpoint
from recado.foundation.identifiers import OrganizationId

_LONGEST_S: Final = 540.0
"""Less than a job may take: whoever waits is to read that it was too slow, not that it was cut."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class TrainUnderstanding:
    """The handler of `conversations.train_understanding {training_id}`. `base` stands for the product's phrases, if given."""

    base: Sequence[tuple[str, str]] = ()
    longest_s: float = _LONGEST_S

    async def __call__(self, database: Database, organization: OrganizationId, data: Mapping[str, Any]) -> None:
        """Teach in a process of its own, and keep what came of it; a training that is over is left alone."""
        id_ = UUID(str(data["training_id"]))
        async with database.transaction(organization) as tx:
            lesson = await trainings.begin(tx, id_)
        if lesson is None:
            return
        failpoint("understanding.begun")
        ask = Ask(lesson.own, lesson.labelled, lesson.before, lesson.answered, list(self.base))
        answer = await _taught(msgspec.msgpack.encode(ask), self.longest_s)
        async with database.transaction(organization) as tx:
            if answer.taught is None:
                await trainings.fail(tx, id_, answer.failure)
            else:
                await trainings.finish(tx, id_, answer.taught)
            failpoint("understanding.before_commit")


async def _taught(ask: bytes, longest_s: float) -> Answer:
    # Nothing of this process's own environment, which holds the master key. One core: the others are for those who wait.
    surroundings = {
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
        "LANG": "C.UTF-8",
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "recado.conversations.tasks.teach_understanding", env=surroundings,
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    try:
        async with asyncio.timeout(longest_s):
            out, said = await process.communicate(ask)
    except TimeoutError:
        return Answer(failure="too_slow")
    finally:
        if process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await process.wait()
    if process.returncode != 0:
        _log.error("the teaching process ended with %s: %s", process.returncode, said[-2_000:].decode(errors="replace"))
        return Answer(failure="broke")
    return msgspec.msgpack.decode(out, type=Answer)
