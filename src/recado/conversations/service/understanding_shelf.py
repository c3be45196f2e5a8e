"""Which organization's model is at hand in this process?"""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

from recado.conversations.store import understanding_trainings as store
from recado.foundation.database import Database, Transaction
from recado.foundation.identifiers import OrganizationId
from recado.nlu.intents.model import Model, WrongFormat, from_bytes

_AT_HAND: Final = 4
"""A model is some tens of megabytes; those that were asked for last stay."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Version:
    """A version of an organization's model; without a model it is the product's own."""

    number: int | None
    model: Model | None


PRODUCT: Final = Version(None, None)


@dataclass(slots=True)
class Shelf:
    """Models by organization and version, the last few of this process; a version never changes."""

    _kept: OrderedDict[tuple[OrganizationId, UUID], Version] = field(default_factory=OrderedDict)

    async def take(self, database: Database, organization: OrganizationId, training: UUID | None) -> Version:
        """Return a version, read where it is not at hand, with no transaction open meanwhile.

        One that this release cannot read any more gives way to the product's own: to understand less is better than nothing.
        """
        if training is None:
            return PRODUCT
        key = (organization, training)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        async with database.transaction(organization) as tx:
            number, content = await _content(tx, training)
        version = Version(number, await asyncio.to_thread(_read, content)) if content else PRODUCT
        self._kept[key] = version if version.model is not None else PRODUCT
        while len(self._kept) > _AT_HAND:
            self._kept.popitem(last=False)
        return self._kept[key]


async def _content(tx: Transaction, training: UUID) -> tuple[int | None, bytes]:
    row = await store.model(tx, training)
    return (None, b"") if row is None else (row["number"], row["model"] or b"")


def _read(content: bytes) -> Model | None:
    try:
        return from_bytes(content)
    except WrongFormat as error:
        _log.warning("a model of an organization cannot be read: %s", error)
        return None
