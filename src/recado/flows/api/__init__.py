"""Which requests about flows and bots are answered?"""

from __future__ import annotations

from recado.flows.api import (
    analytics,
    bots,
    catalogue,
    flows,
    importing,
    sessions,
    simulating,
    testing,
    versions,
)

# `flows/import` and `flows/check` stand before `flows/{flow_id}`, or they would be taken for ids.
routers = (
    importing.router,
    flows.router,
    versions.router,
    testing.router,
    simulating.router,
    analytics.router,
    catalogue.router,
    bots.router,
    sessions.router,
)
