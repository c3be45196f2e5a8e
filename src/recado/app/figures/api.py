"""Who may read the figures, and how are they answered?"""

from __future__ import annotations

import hmac
import logging
from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit

from fastapi import APIRouter, Request, Response
from prometheus_client.exposition import CONTENT_TYPE_LATEST

from recado.app.error_responses import problem
from recado.app.figures.snapshot import Snapshot
from recado.app.figures.wording import exposition
from recado.foundation import metric_totals
from recado.foundation.database import Database
from recado.foundation.measures import Measures

router = APIRouter(tags=["operations"])
_log = logging.getLogger("recado.figures")

# A proxy on this machine looks like this machine. What it adds to a request tells it apart.
FORWARDED: Final = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip", "via")
LOCAL_NAMES: Final = frozenset({"localhost", "127.0.0.1", "::1"})


@router.get(
    "/metrics",
    operation_id="metrics.read",
    response_class=Response,
    responses={
        200: {"content": {"text/plain": {"schema": {"type": "string"}}}},
        401: {"description": "No such token."},
    },
)
async def read_metrics(request: Request) -> Response:
    """Read the installation's figures as Prometheus text: from this machine itself, or with RECADO_METRICS_TOKEN."""
    settings = request.app.state.product.settings
    if not (
        _shows_token(request, settings.recado_metrics_token) or _is_local(request, settings.recado_trusted_proxies)
    ):
        return problem(401, "metrics_token_needed", headers={"www-authenticate": "Bearer"})
    snapshot: Snapshot = request.app.state.snapshot
    database: Database = request.app.state.database
    text = await _text(snapshot, database, request.app.state.product.measures)
    return Response(text, media_type=CONTENT_TYPE_LATEST, headers={"cache-control": "no-store"})


async def _text(snapshot: Snapshot, database: Database, measures: Measures) -> bytes:
    complete = True
    figures: dict[tuple[str, str], float] = {}
    for remembered in (snapshot.lanes, snapshot.desk):
        try:
            figures.update(await remembered.get())
        except Exception as error:
            # Half of the figures are worth more than none, above all when the database is in trouble.
            _log.warning("some figures could not be looked up: %s", type(error).__name__)
            complete = False
    try:
        await metric_totals.add(database, measures)
        async with database.transaction(None) as tx:
            totals = await metric_totals.read(tx)
    except Exception as error:
        _log.warning("the sums could not be read: %s", type(error).__name__)
        totals, complete = [], False
    return exposition(totals, figures, complete=complete)


def _shows_token(request: Request, token: str) -> bool:
    shown = request.headers.getlist("authorization")
    if not token or len(shown) != 1:
        return False
    kind, _, told = shown[0].partition(" ")
    return kind.lower() == "bearer" and hmac.compare_digest(told.strip().encode(), token.encode())


def _is_local(request: Request, trusted_proxies: int) -> bool:
    """Did a programme on this machine ask, by a name of this machine, with no proxy between?

    The name matters: a page of another site can make a browser here ask, under a name that it lets point here.
    """
    if trusted_proxies or request.client is None or any(name in request.headers for name in FORWARDED):
        return False
    try:
        name = urlsplit(f"//{request.headers.get('host', '')}").hostname
        return ip_address(request.client.host).is_loopback and name in LOCAL_NAMES
    except ValueError:
        return False
