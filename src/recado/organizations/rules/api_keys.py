"""What may a key be given?"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

from recado.organizations.errors import ScopesTooWide
from recado.organizations.permissions import KEY_SCOPES

PREFIX = "rcd_"
SHOWN = 8
"""How many characters of a key stay visible in lists: enough to recognise it, 24 bits of 256."""
COARSE = timedelta(hours=1)


def check_scopes(scopes: Collection[str], *, own: Collection[str]) -> None:
    """Raise `ScopesTooWide` unless every scope exists, may be given to a machine, and is held by whoever makes the key."""
    excess = sorted(set(scopes) - (KEY_SCOPES & frozenset(own)))
    if excess:
        raise ScopesTooWide(scopes=excess)


def use_is_worth_noting(last_used_at: datetime | None, now: datetime) -> bool:
    """Tell whether the moment of last use has to be written again."""
    return last_used_at is None or now - last_used_at >= COARSE
