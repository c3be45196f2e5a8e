"""How does a person learn that somebody has read what they wrote?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from recado.channels import service as channels
from recado.conversations.service.ports import Ports
from recado.conversations.store import verbs as store
from recado.foundation.database import Database
from recado.foundation.identifiers import OrganizationId


@dataclass(slots=True)
class TellRead:
    """The handler of `conversations.tell_read {conversation_id}`; the provider marks all earlier messages too."""

    ports: Ports

    async def __call__(self, database: Database, organization: OrganizationId, data: Mapping[str, Any]) -> None:
        """Tell the provider. Ticks are a courtesy: one that fails is not tried again."""
        async with database.transaction(organization) as tx:
            found = await store.latest_inbound(tx, UUID(str(data["conversation_id"])))
            if found is None:
                return
            key, account = await channels.open_account(tx, found[0], self.ports.key)
        await self.ports.adapters[key].mark_read(account, found[1], typing=False)
