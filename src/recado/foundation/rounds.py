"""How is something done for many organizations, so that what fails in one stops no other?"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Iterable

from recado.foundation.database import UNKNOWN_COMMIT
from recado.foundation.identifiers import OrganizationId

_log = logging.getLogger(__name__)


async def in_each(
    organizations: Iterable[OrganizationId], do: Callable[[OrganizationId], Awaitable[int]], *, what: str
) -> int:
    """Do something in one organization after another and return the sum; a failure is logged and the next one has its turn.

    A database that went away says nothing about an organization: that is raised, and the whole round is tried again.
    """
    done = 0
    for organization in organizations:
        try:
            done += await do(organization)
        except UNKNOWN_COMMIT:
            raise
        except Exception:
            _log.exception("%s: failed in one organization", what, extra={"organization": str(organization)})
    return done
