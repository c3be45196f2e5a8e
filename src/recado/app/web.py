"""What does an API process serve: webhooks on a path of their own, everything else through the web framework?"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

from recado.app.access_log import AccessLog
from recado.app.bootstrap import Product, connect, product
from recado.app.headers import with_headers
from recado.app.installed import LITERAL_WEBHOOKS
from recado.app.logging import configure
from recado.app.loop_lag import watch_loop
from recado.channels.webhooks.doors import Doors
from recado.channels.webhooks.route import Webhooks
from recado.foundation import metric_totals
from recado.foundation.database import Database
from recado.foundation.lanes.intake import Intake
from recado.foundation.measures import Measures
from recado.foundation.settings import Settings, read_settings

_INTERACTIVE_MS = 5_000
"""A person who waits longer has gone; the statement must not go on holding a connection."""


class Front:
    """The ASGI application. It opens what it needs when the server says that it starts, and closes it at the end."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._stack = AsyncExitStack()
        self._requests = AccessLog(Measures())
        self._webhooks: Webhooks | None = None
        self._api: Any = None

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        elif self._webhooks is not None and self._webhooks.takes(scope["path"]):
            pattern = scope["path"] if scope["path"] in LITERAL_WEBHOOKS else "/webhooks/{channel}"
            answer = with_headers(scope["path"], send)
            await self._requests.follow(self._webhooks, scope, receive, answer, pattern=pattern)
        else:
            await self._requests.follow(self._api, scope, receive, with_headers(scope["path"], send))

    async def _live(self, receive: Any, send: Any) -> None:
        await receive()
        try:
            await self._open()
        except Exception as error:
            await send({"type": "lifespan.startup.failed", "message": str(error)})
            return
        await send({"type": "lifespan.startup.complete"})
        await receive()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._stack.aclose(), 10)
        await send({"type": "lifespan.shutdown.complete"})

    async def _open(self) -> None:
        built = await self._stack.enter_async_context(product(self._settings, role="recado_app", name="recado-api"))
        app_database = await connect(
            built, "recado_app", size=8, name="recado-api", statement_timeout_ms=_INTERACTIVE_MS
        )  # fmt: skip
        intake_database = await connect(built, "recado_intake", size=2, name="recado-intake")
        self._stack.push_async_callback(app_database.close)
        self._stack.push_async_callback(intake_database.close)
        self._webhooks = webhooks(built, app_database, intake_database)
        from recado.app.api import build_api  # noqa: PLC0415 - heavy, and only this process needs it

        self._api = build_api(built, app_database, self._webhooks)
        self._requests = AccessLog(built.measures)
        self._stack.callback(self._requests.flush)
        await self._stack.enter_async_context(_watched(built, app_database))


def webhooks(built: Product, app_database: Database, intake_database: Database) -> Webhooks:
    """Return the webhook route, joined to the lanes."""
    intake = Intake(intake_database, lambda: built.wakes.wake(frozenset({"inbox"})))
    doors = Doors(app_database, built.key)
    return Webhooks(
        doors, intake, intake_database, built.ports.adapters, LITERAL_WEBHOOKS, measures=built.measures,
        trusted_proxies=built.settings.recado_trusted_proxies,
    )  # fmt: skip


@asynccontextmanager
async def _watched(built: Product, database: Database) -> AsyncIterator[None]:
    """Add up this process's figures and watch its loop meanwhile."""
    stop = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        group.create_task(metric_totals.keep_adding(database, built.measures, stop, process="api"))
        group.create_task(watch_loop(built.measures, stop, process="api"))
        try:
            yield
        finally:
            stop.set()


def application() -> Front:
    """Return the application for the server, with the settings of the environment."""
    settings = read_settings()
    configure(settings)
    return Front(settings)
