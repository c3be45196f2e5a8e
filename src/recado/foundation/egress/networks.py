"""May this IP address be called? Our own table: what the standard library calls global or private is not what we need.

`ipaddress` of Python 3.11 says `is_global` of `64:ff9b::7f00:1` (NAT64 of 127.0.0.1), `2002:7f00:1::` (6to4) and `224.0.0.1`.
Sources: IANA's special-purpose registries for IPv4 and IPv6, RFC 6890, 6052, 4291, 5214; the clouds' own pages for theirs.
"""

from __future__ import annotations

from collections.abc import Iterable
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import Final

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

DENIED_4: Final = tuple(
    IPv4Network(text)
    for text in (
        "0.0.0.0/8",  # this network; Linux takes 0.0.0.0 for the machine itself
        "10.0.0.0/8",  # private
        "100.64.0.0/10",  # behind carriers' NAT; Alibaba's metadata at 100.100.100.200, Tailscale
        "127.0.0.0/8",  # this machine
        "169.254.0.0/16",  # link-local; metadata of AWS, Azure, Google and most others at .169.254
        "172.16.0.0/12",  # private
        "192.0.0.0/24",  # IETF; Oracle's metadata at 192.0.0.192
        "192.0.2.0/24",  # documentation
        "192.31.196.0/24",  # AS112
        "192.52.193.0/24",  # AMT
        "192.88.99.0/24",  # 6to4 relays
        "192.168.0.0/16",  # private
        "192.175.48.0/24",  # AS112
        "198.18.0.0/15",  # benchmarking
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, with broadcast
        "168.63.129.16/32",  # Azure's wire server, in the midst of public addresses
    )
)
GLOBAL_6: Final = IPv6Network("2000::/3")
"""All that is given out to be reached from everywhere; whatever else there is of IPv6 is denied without being named:
::1, ::ffff:0:0/96, 64:ff9b::/96 and 64:ff9b:1::/48 (NAT64), 100::/64, 5f00::/16, fc00::/7, fe80::/10, ff00::/8."""
DENIED_6: Final = tuple(
    IPv6Network(text)
    for text in (
        "2001::/23",  # IETF: Teredo 2001::/32, ORCHID, benchmarking; a Teredo address carries an IPv4 one inside
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4: the next four bytes are an IPv4 address
        "2620:4f:8000::/48",  # AS112
        "3ffe::/16",  # the 6bone, given back
        "3fff::/20",  # documentation
    )
)
_ISATAP: Final = (0x00005EFE, 0x02005EFE)
"""Third quarter of an address that carries an IPv4 address in its last (RFC 5214)."""


def may_be_called(address: Address, *, denied: Iterable[Network] = ()) -> bool:
    """Is the address one of the public internet, and in none of the operator's own `denied` networks?"""
    if any(address in network for network in denied):
        return False
    if isinstance(address, IPv4Address):
        return not any(address in network for network in DENIED_4)
    if address.scope_id is not None or address not in GLOBAL_6:
        return False
    if (int(address) >> 32) & 0xFFFFFFFF in _ISATAP:
        return False
    return not any(address in network for network in DENIED_6)


def read_address(text: str) -> Address | None:
    """An IP address in the one way that everybody reads alike: `192.0.2.1`, `2001:db8::1`; anything else is None."""
    try:
        found = ip_address(text)
    except ValueError:
        return None
    return found if isinstance(found, IPv6Address) or str(found) == text else None
