"""Which addresses may be called here, beyond what holds everywhere?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import ip_network
from typing import Final

from recado.foundation.egress.models import Origin
from recado.foundation.egress.networks import Address, Network, may_be_called
from recado.foundation.egress.urls import Url, UrlRefused, read_origin
from recado.foundation.settings import BadSetting

PORTS: Final = frozenset({443, 8443})
_PRIVATE_NAMES: Final = (
    *("localhost", "local", "internal", "intranet", "lan", "home", "corp", "private", "home.arpa", "localdomain"),
    *("in-addr.arpa", "ip6.arpa", "test", "invalid", "onion", "example"),
)
"""Names that mean something inside a network or nothing at all (RFC 6761, 6762, 8375, 9476)."""


class AddressRefused(ValueError):
    """The wall: a word for the author (`scheme`, `port`, `private`, `provider`, `denied`)."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """What the operator of this installation adds.

    `exceptions` are origins that may be called although they are plain http, private or on another port (for tests,
    and for a system in one's own network); `providers` hosts whose credentials this platform holds: nobody's flow
    calls them, nor any name below them (mailroom rule); `denied` networks of one's own with public addresses.
    """

    ports: frozenset[int] = PORTS
    exceptions: frozenset[Origin] = frozenset()
    providers: frozenset[str] = frozenset()
    denied: tuple[Network, ...] = ()

    def excepts(self, url: Url) -> bool:
        """Is exactly this origin an exception?"""
        return url.origin in self.exceptions

    def check(self, url: Url) -> None:
        """Refuse an address by what is written; raises `AddressRefused`. Its IP addresses are still to be tested."""
        if is_below(url.host, self.providers):
            raise AddressRefused("provider")
        if self.excepts(url):
            return
        if url.origin.scheme != "https":
            raise AddressRefused("scheme")
        if url.origin.port not in self.ports:
            raise AddressRefused("port")
        if url.address is None and ("." not in url.host or is_below(url.host, _PRIVATE_NAMES)):
            raise AddressRefused("private")
        if url.address is not None:
            self.check_address(url.address)

    def check_address(self, address: Address) -> None:
        """Refuse an IP address of an origin that is no exception; raises `AddressRefused`."""
        if not may_be_called(address, denied=self.denied):
            raise AddressRefused("private")


def is_below(host: str, names: Iterable[str]) -> bool:
    """Is the host one of these names, or a name below one?"""
    return any(host == name or host.endswith(f".{name}") for name in names)


def read_policy(*, ports: str, exceptions: str, denied: str, providers: Iterable[str]) -> Policy:
    """A policy from settings: lists with commas. Raises `BadSetting` with a sentence."""
    try:
        return Policy(
            ports=frozenset(int(port) for port in _listed(ports)) or PORTS,
            exceptions=frozenset(read_origin(origin) for origin in _listed(exceptions)),
            providers=frozenset(host.lower() for host in providers if host),
            denied=tuple(ip_network(network) for network in _listed(denied)),
        )
    except UrlRefused as fault:
        raise BadSetting(
            f"RECADO_EGRESS_EXCEPTIONS deve listar origens como http://127.0.0.1:8010 ({fault.reason})."
        ) from None
    except ValueError:
        raise BadSetting("RECADO_EGRESS_PORTS lista portas e RECADO_EGRESS_DENIED redes como 198.18.0.0/15.") from None


def _listed(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]
