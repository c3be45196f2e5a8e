"""How are the modules joined into one product?"""

from __future__ import annotations

import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import aiohttp

from recado.app.installed import adapters, installed_nodes
from recado.app.roles import role_dsn
from recado.conversations.service.ports import Ports
from recado.flows.engine.limits import Limits
from recado.flows.library import FlowLibrary
from recado.flows.models import WAIT_KINDS
from recado.flows.runner import Runner
from recado.foundation.clock import Clock, system_clock
from recado.foundation.database import Database
from recado.foundation.egress.client import open_egress
from recado.foundation.egress.policy import Policy
from recado.foundation.failpoints import configure as configure_failpoints
from recado.foundation.http import open_client
from recado.foundation.lanes.sweep import WORKER_LOCK_CLASS
from recado.foundation.live import Wakes
from recado.foundation.measures import Measures
from recado.foundation.secrets import MasterKey, load_master_key
from recado.foundation.settings import BadSetting, Settings


@dataclass(frozen=True, slots=True)
class Product:
    """What every process of the product holds."""

    settings: Settings
    key: MasterKey
    clock: Clock
    client: aiohttp.ClientSession
    ports: Ports
    library: FlowLibrary
    wakes: Wakes
    measures: Measures = field(default_factory=Measures)


def owner_dsn(settings: Settings) -> str:
    """Return the database address of the owner; raise `BadSetting` where none was given."""
    if not settings.database_url:
        raise BadSetting("Falta DATABASE_URL. Use `make run`, que traz o próprio banco, ou aponte para um PostgreSQL.")
    return settings.database_url


@asynccontextmanager
async def product(settings: Settings, *, role: str, name: str, clock: Clock = system_clock) -> AsyncIterator[Product]:
    """Open what a process of the product needs as `role`, and close it again."""
    configure_failpoints(settings.failpoint)
    key = load_master_key(settings.recado_master_key, settings.home)
    number = secrets.randbelow(2**31 - 1) + 1
    alive = (WORKER_LOCK_CLASS, number) if role == "recado_worker" else None
    wakes = Wakes(role_dsn(owner_dsn(settings), role, key), name=name, alive=alive)
    library = FlowLibrary(installed_nodes(), limits=Limits(iterations=settings.max_flow_iterations))
    client = open_client()
    # A provider's media lie on hosts of its own, which flows may not call: only the wall between networks stands here.
    media = open_egress(Policy(), clock=clock)
    try:
        await wakes.start()
        runner = Runner(library)
        ports = Ports(adapters(client, media), clock, key, runner, dict.fromkeys(WAIT_KINDS, runner.on_due))
        built = Product(settings, key, clock, client, ports, library, wakes)
        wakes.on_loss = lambda: built.measures.count(
            "recado_wakes_lost", label=f"process={name.removeprefix('recado-')}"
        )
        yield built
    finally:
        await wakes.close()
        await media.close()
        await client.close()


async def connect(built: Product, role: str, *, size: int, name: str, statement_timeout_ms: int = 0) -> Database:
    """Open a pool of `role` whose commits wake whoever waits."""
    dsn = role_dsn(owner_dsn(built.settings), role, built.key)
    database = await Database.connect(dsn, size=size, name=name, statement_timeout_ms=statement_timeout_ms)
    database.on_wake = built.wakes.wake
    database.measures = built.measures
    return database
