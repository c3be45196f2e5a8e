"""How is an address called that a person wrote, so that it can reach nothing of ours and cost nothing beside?"""

from __future__ import annotations

from typing import Protocol

from recado.foundation.egress.models import Failure, Request, Response


class Egress(Protocol):
    """The one way out for addresses that people write. `client.open_egress` gives the real one."""

    async def call(self, request: Request) -> Response | Failure:
        """Make one attempt. Never raises but for `NetworkInTransaction` and cancellation."""

    async def close(self) -> None:
        """Let go of what is open."""
