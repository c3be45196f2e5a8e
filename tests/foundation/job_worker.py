"""A worker process for the tests that kill one: `job_worker.py DSN MODE`, one line on stdout per beginning."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Mapping
from typing import Any

from recado.foundation.database import Database
from recado.foundation.identifiers import OrganizationId
from recado.foundation.jobs.runner import JobRunner


async def _hang(_database: Database, _organization: OrganizationId, data: Mapping[str, Any]) -> None:
    _say(f"begun {data['n']}")
    await asyncio.sleep(3600)


async def _finish_late(_database: Database, _organization: OrganizationId, data: Mapping[str, Any]) -> None:
    _say(f"begun {data['n']}")
    await asyncio.sleep(2.5)
    _say(f"ended {data['n']}")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


async def main(dsn: str, mode: str) -> None:
    database = await Database.connect(dsn, size=3, name="job-worker")
    handler = {"hang": _hang, "late": _finish_late}[mode]
    await JobRunner(database, {"tests.slow": handler}, dsn=dsn).run(asyncio.Event())


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
