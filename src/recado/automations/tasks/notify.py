"""How does a letter of an automation leave?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from recado.automations.models import RunId
from recado.automations.service import reaching
from recado.foundation.database import Database
from recado.foundation.failpoints import failpoint
from recado.foundation.identifiers import OrganizationId
from recado.foundation.jobs import GiveUp
from recado.foundation.mail import Mailer, MailFailed


@dataclass(frozen=True, slots=True)
class NotifyByMail:
    """The handler of `automations.notify {run_id, action, member_id}`: a repeat has the same Message-ID."""

    mailer: Mailer
    public_url: str

    async def __call__(self, database: Database, organization: OrganizationId, data: Mapping[str, Any]) -> None:
        """Write one letter; where the server will never take it, the job dies where people see it."""
        wanted = reaching.Wanted(RunId(UUID(data["run_id"])), int(data["action"]), UUID(data["member_id"]))
        async with database.transaction(organization) as tx:
            letter = await reaching.letter(tx, wanted, self.public_url)
        if letter is None or not self.mailer.is_configured:
            return
        failpoint("automations.letter")
        try:
            await self.mailer.send(letter)
        except MailFailed as failed:
            if not failed.again:
                raise GiveUp(str(failed)) from failed
            raise  # tried again with growing pauses, and in the end dead where people see it
