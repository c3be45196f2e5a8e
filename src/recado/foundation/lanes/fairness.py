"""How many calls may an organization have under way while others may want to send too?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from recado.foundation.identifiers import OrganizationId

_START: Final = UUID(int=0)
_TIMES_FREE: Final = 3
"""Each may have three times as many as are free: one alone takes three quarters, two take three sevenths each, and whoever
comes next finds places however many came before."""


@dataclass(frozen=True, slots=True)
class Allowances:
    """How many rows each organization may be given now: `others` for those of which nothing is under way."""

    others: int
    of: Mapping[OrganizationId, int]


def allowances(under_way: Mapping[OrganizationId, int], places: int) -> Allowances:
    """Share `places` by what is free now, not by who may come: a slow provider holds its places for twenty seconds."""
    most = _TIMES_FREE * max(0, places - sum(under_way.values()))
    return Allowances(most, {organization: max(0, most - calls) for organization, calls in under_way.items() if calls})


class Walk:
    """Where the next claim begins among the organizations, when there are more of them than one claim looks at."""

    __slots__ = ("_has_found", "after")

    def __init__(self) -> None:
        self.after = _START
        self._has_found = False

    def went(self, to: UUID | None, found: int) -> bool:
        """Note how far a claim has looked (None: to the end) and how many rows it found; True where to look on at once.

        A whole round that found nothing is a reason to rest; an end that found nothing is not, if the round began later.
        """
        began, self.after = self.after, to or _START
        has_found, self._has_found = self._has_found, (self._has_found or found > 0) and to is not None
        return found > 0 or to is not None or (has_found and began != _START)
