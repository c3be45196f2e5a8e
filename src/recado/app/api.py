"""Which routes does the API have?"""

from __future__ import annotations

from pathlib import Path

from fastapi import FastAPI

from recado.app import authentication, error_responses, health, live_stream, system
from recado.app.bootstrap import Product
from recado.app.figures import api as figures
from recado.app.figures.snapshot import snapshot_of
from recado.app.holders import holders_of_people
from recado.app.installed import TOLD_FACTS
from recado.app.pages import serve_dashboard
from recado.app.way_out import policy_of
from recado.automations.api import routers as automations
from recado.channels.api import routers as channels
from recado.channels.webhooks.route import Webhooks
from recado.contacts.api import routers as contacts
from recado.conversations.api import routers as conversations
from recado.conversations.service.presence import Board
from recado.conversations.service.understanding_shelf import Shelf
from recado.flows.api import routers as flows
from recado.foundation.database import Database
from recado.foundation.files import Files
from recado.leads.api import routers as leads
from recado.organizations.api import routers as organizations

VERSION = "0.1.0"
ROUTERS = (
    *organizations,
    *contacts,
    *conversations,
    *channels,
    *leads,
    *flows,
    *automations,
    live_stream.router,
    system.router,
)


def describe_api() -> FastAPI:
    """Return the application with all its routes and nothing behind them: what OpenAPI is made from."""
    app = FastAPI(title="Recado", version=VERSION, docs_url=None, redoc_url=None, openapi_url="/api/v1/openapi.json")
    error_responses.install(app)
    app.include_router(health.router)
    app.include_router(figures.router)
    authentication.mount(app, ROUTERS)
    return app


def build_api(built: Product, database: Database, webhooks: Webhooks) -> FastAPI:
    """Return the application of a running process."""
    app = describe_api()
    app.state.product = built
    app.state.ports = built.ports
    app.state.library = built.library
    app.state.database = database
    app.state.webhooks = webhooks
    app.state.graph_url = built.settings.meta_graph_url
    app.state.told_facts = TOLD_FACTS
    app.state.way_out_policy = policy_of(built.settings)
    app.state.snapshot = snapshot_of(database)
    app.state.presence = Board()
    built.wakes.listen(app.state.presence.hear)
    app.state.holders = holders_of_people()
    app.state.understanding = Shelf()
    app.state.files = Files(built.settings.home / "media")
    app.state.access = authentication.open_door(database, built.key, built.settings)
    serve_dashboard(app, Path(__file__).resolve().parents[3] / "dashboard" / "dist")
    return app
