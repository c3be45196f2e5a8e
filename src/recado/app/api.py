"""Which routes does the API have?"""

from __future__ import annotations

from fastapi import FastAPI

from recado.app import error_responses, health
from recado.app.bootstrap import Product
from recado.channels.webhooks.route import Webhooks
from recado.foundation.database import Database


def build_api(built: Product, database: Database, webhooks: Webhooks) -> FastAPI:
    """Return the web application, one line a router."""
    app = FastAPI(title="Recado", version="0.1.0", docs_url=None, redoc_url=None, openapi_url="/api/v1/openapi.json")
    app.state.product = built
    app.state.database = database
    app.state.webhooks = webhooks
    error_responses.install(app)
    app.include_router(health.router)
    return app
