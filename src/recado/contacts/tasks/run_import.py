"""How is a long import done so that a killed worker neither loses nor doubles a row?

Rows are taken in by the hundred; people, outcomes and the place reached are one transaction.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from recado.contacts.errors import BadSheet
from recado.contacts.service import importing
from recado.contacts.store import imports as store
from recado.foundation.clock import Clock, monotonic
from recado.foundation.database import Database
from recado.foundation.failpoints import failpoint
from recado.foundation.files import Files
from recado.foundation.identifiers import OrganizationId
from recado.foundation.jobs import RetryLater
from recado.foundation.secrets import MasterKey

_AT_ONCE = 100
_TURN_S = 240.0
"""A job is cut after ten minutes: a long import goes back to the queue by itself and loses nothing."""


@dataclass(frozen=True, slots=True)
class RunImport:
    """The handler of `contacts.run_import {import_id}`."""

    files: Files
    key: MasterKey
    clock: Clock

    async def __call__(self, database: Database, organization: OrganizationId, data: Mapping[str, Any]) -> None:
        """Go on where the import stands; one that is over, or gone, is left alone."""
        id_ = UUID(str(data["import_id"]))
        async with database.transaction(organization) as tx:
            found = await store.read(tx, id_)
        if found is None or found.state != "running":
            return
        try:
            content = await self.files.read(found.storage_key)
            sheet = await asyncio.to_thread(importing.read_sheet, content)
        except (BadSheet, FileNotFoundError) as error:
            failure = error.data["why"] if isinstance(error, BadSheet) else "file_gone"
            async with database.transaction(organization) as tx:
                await importing.finish(tx, id_, failure=failure, now=self.clock())
            return
        begun = monotonic()
        while True:
            async with database.transaction(organization) as tx:
                running = await store.lock(tx, id_)
                if running is None or running.state != "running":
                    return
                rows = sheet.rows[running.done : running.done + _AT_ONCE]
                if not rows:
                    await importing.finish(tx, id_, failure="", now=self.clock())
                    break
                await importing.take_in(tx, self.key, id_, rows, self.clock())
                failpoint("import.before_commit")
            if monotonic() - begun > _TURN_S:
                raise RetryLater(0.0)
        # What people gave away must not lie about once it has been taken in.
        await self.files.remove(found.storage_key)
