"""Inside a network namespace of its own: which packets does the kernel send while the whole corpus is called? One JSON line.

Every address of the world is this namespace's own there, so that any can be dialled; a packet socket counts what is sent.
At the end an address is dialled past the wall, to show that the count counts.
"""

from __future__ import annotations

import asyncio
import json
import socket
import subprocess
import sys
import threading
from ipaddress import ip_address

from recado.app.way_out import policy_of
from recado.foundation.egress.models import Response
from recado.foundation.settings import Settings
from tests.foundation.egress.hostile_urls import everything
from tests.foundation.egress.support import Names, get, walled
from tests.foundation.egress.test_t33_addresses import Gullible

_IPV4, _IPV6 = 0x0800, 0x86DD
_TCP_UDP = (6, 17)


class Sniffer(threading.Thread):
    """Where TCP and UDP packets go, on every interface."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self._link = socket.socket(socket.AF_PACKET, socket.SOCK_DGRAM, socket.htons(3))
        self.seen: list[str] = []

    def run(self) -> None:
        while True:
            packet, (_, kind, *_rest) = self._link.recvfrom(2_048)
            if kind == _IPV4 and packet[9] in _TCP_UDP:
                self.seen.append(str(ip_address(packet[16:20])))
            elif kind == _IPV6 and packet[6] in _TCP_UDP:
                self.seen.append(str(ip_address(packet[24:40])))


async def main() -> None:
    for command in ("link set lo up", "route add local default dev lo", "-6 route add local default dev lo"):
        subprocess.run(["ip", *command.split()], check=True)
    sniffer = Sniffer()
    sniffer.start()
    answered = 0
    for resolver in (Gullible(), Names({"api.exemplo.com.br": ["8.8.8.8", "10.0.0.5"]})):
        async with walled(policy_of(Settings()), resolver=resolver) as wall:
            for url in everything():
                answered += isinstance(await get(wall, url, deadline_s=0.3), Response)
    await asyncio.sleep(0.2)
    inside = list(sniffer.seen)
    for target in ("10.0.0.5", "169.254.169.254"):
        with socket.socket() as link:
            link.setblocking(False)
            link.connect_ex((target, 443))
    await asyncio.sleep(0.3)
    sys.stdout.write(json.dumps({"answered": answered, "sent": inside, "past_the_wall": sniffer.seen[len(inside) :]}))


if __name__ == "__main__":
    asyncio.run(main())
