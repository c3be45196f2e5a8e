"""From which address and which network does a request come, when part of what it says may be invented?"""

from __future__ import annotations

from collections.abc import Sequence
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

UNKNOWN = "unknown"


def client_address(peer: str, forwarded: Sequence[str], *, trusted_proxies: int) -> str:
    """Return the address of the client.

    `forwarded` are the values of every X-Forwarded-For header in order. Each trusted proxy appends one entry, so only that
    many from the right are true; whatever stands further left was written by the client. Fewer entries than proxies means
    that the request went around one of them: then the peer counts.
    """
    if trusted_proxies <= 0:
        return peer
    entries = [entry.strip() for value in forwarded for entry in value.split(",")]
    if len(entries) < trusted_proxies:
        return peer
    return _without_port(entries[-trusted_proxies])


def network_of(address: str) -> str:
    """Return the network that shares a limit: /24 of IPv4, /64 of IPv6 (one customer's), `unknown` where unreadable."""
    try:
        found = ip_address(address)
    except ValueError:
        return UNKNOWN
    if isinstance(found, IPv6Address):
        inner: IPv4Address | None = found.ipv4_mapped or found.sixtofour
        if inner is None:
            return str(ip_network((int(found), 64), strict=False))
        found = inner
    return str(ip_network((int(found), 24), strict=False))


def _without_port(entry: str) -> str:
    """Some proxies write `1.2.3.4:5678` and `[2001:db8::1]:5678`."""
    if entry.startswith("["):
        return entry[1:].partition("]")[0]
    if entry.count(":") == 1:
        return entry.partition(":")[0]
    return entry
