"""What do request handlers hold in their hands?"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from recado_simulator.accounts import Account
from recado_simulator.challenge import Challenger
from recado_simulator.delivery import Deliverer
from recado_simulator.lifecycle import Lifecycle
from recado_simulator.shapes import Json
from recado_simulator.webhook_post import WebhookPoster
from recado_simulator.world import World


@dataclass(slots=True)
class Parts:
    """The world and those who act in it."""

    world: World
    poster: WebhookPoster
    deliverer: Deliverer
    challenger: Challenger
    lifecycle: Lifecycle


PARTS: web.AppKey[Parts] = web.AppKey("parts", Parts)


@dataclass(slots=True)
class Call:
    """One Graph request: who asks, about which object, with what."""

    parts: Parts
    request: web.Request
    node: str
    edge: str
    token: str
    accounts: list[Account]
    body: Json
    raw: bytes = b""

    @property
    def world(self) -> World:
        return self.parts.world

    @property
    def query(self) -> dict[str, str]:
        return dict(self.request.query)

    def value(self, key: str, default: Any = None) -> Any:
        """A parameter from the body or, as Graph allows, from the query."""
        return self.body.get(key, self.request.query.get(key, default))


@dataclass(slots=True)
class Answer:
    """What goes back, and what the ledger notes about it."""

    body: Json
    status: int = 200
    noted: Json = field(default_factory=dict)
    after_s: float = 0.0
    headers: dict[str, str] = field(default_factory=dict)
