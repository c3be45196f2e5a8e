"""What do the routes of pipelines and deals share?"""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Query

from recado.foundation.database import Transaction
from recado.foundation.text import fold
from recado.leads.models import Filter
from recado.leads.rules.periods import span
from recado.leads.service.board import time_zone
from recado.organizations.models import Scope


def viewer_of(scope: Scope) -> UUID | None:
    """Return whose deals this caller may see beside nobody's; None for those who see all."""
    return None if scope.may("leads:all") else scope.actor.id


def conversations_of(scope: Scope) -> UUID | None:
    """Return whose conversations this caller may see beside nobody's; None for those who see all."""
    return None if scope.may("conversations:all") else scope.actor.id


class Asked:
    """Which deals a caller asks for: `owner` is an id, `none`, or nothing; days are the organization's."""

    def __init__(
        self,
        owner: Annotated[UUID | None, Query()] = None,
        unowned: Annotated[bool, Query()] = False,
        origin: Annotated[str | None, Query(max_length=60)] = None,
        since: Annotated[date | None, Query()] = None,
        until: Annotated[date | None, Query()] = None,
    ) -> None:
        self.owner, self.unowned, self.origin, self.since, self.until = owner, unowned, origin, since, until

    async def meant(self, tx: Transaction, scope: Scope) -> Filter:
        """Return the filter, with the moments at which the days begin and end."""
        first, last = span(self.since, self.until, await time_zone(tx))
        return Filter(
            viewer=viewer_of(scope), owner=self.owner, unowned=self.unowned,
            origin_key=None if self.origin is None else fold(self.origin), since=first, until=last,
        )  # fmt: skip


AskedOf = Annotated[Asked, Depends()]
