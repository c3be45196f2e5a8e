"""Does one round of a worker in a process of its own, which a test lets die at a failpoint."""

from __future__ import annotations

import asyncio
import sys
from uuid import UUID

from recado.app.bootstrap import connect, product
from recado.app.checks import Checks
from recado.app.worker import lanes
from recado.conversations.service.statuses import unpark_matched
from recado.conversations.tasks.index_words import index_words
from recado.foundation.files import Files
from recado.foundation.identifiers import OrganizationId
from recado.foundation.settings import read_settings


async def run(what: str, organization: OrganizationId, channel: UUID) -> None:
    settings = read_settings()
    async with product(settings, role="recado_worker", name="tests") as built:
        database = await connect(built, "recado_worker", size=3, name="tests")
        try:
            match what:
                case "unpark":
                    await unpark_matched(database, built.ports)
                case "words":
                    await index_words(database, organization)
                case "check":
                    await Checks(database, built.ports, built.wakes.number).check(organization, channel)
                case "upload":
                    _, outbox, _ = lanes(built, database, Files(settings.home / "media"))
                    await outbox.run_once()
                    await outbox.drain(20)
        finally:
            await database.close()


if __name__ == "__main__":
    asyncio.run(run(sys.argv[1], OrganizationId(UUID(sys.argv[2])), UUID(sys.argv[3])))
