"""Which addresses may flows of this installation call?"""

from __future__ import annotations

from urllib.parse import urlsplit

from recado.app.installed import PROVIDER_HOSTS
from recado.foundation.clock import Clock
from recado.foundation.egress.client import Egress, open_egress
from recado.foundation.egress.policy import Policy, read_policy
from recado.foundation.settings import Settings


def way_out(settings: Settings, *, clock: Clock) -> Egress:
    """Open the one client for addresses that people write; whoever opens it closes it. Raises `BadSetting`."""
    return open_egress(policy_of(settings), clock=clock)


def policy_of(settings: Settings) -> Policy:
    """The wall as the settings draw it. Raises `BadSetting`."""
    graph = urlsplit(settings.meta_graph_url).hostname or ""
    return read_policy(
        ports=settings.recado_egress_ports,
        exceptions=settings.recado_egress_exceptions,
        denied=settings.recado_egress_denied,
        providers=(*PROVIDER_HOSTS, *([graph] if graph and not _is_local(graph) else [])),
    )


def _is_local(host: str) -> bool:
    """The simulator's own machine is denied as such, and an exception on another port of it must stay possible."""
    return host in ("localhost", "127.0.0.1", "::1")
