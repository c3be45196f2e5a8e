"""How does one signed POST travel to the business, and which ordered fault spoils it on the way?"""

from __future__ import annotations

import asyncio
from urllib.parse import urlsplit

import aiohttp

from recado_simulator.accounts import Account
from recado_simulator.encoding import signature_headers
from recado_simulator.faults import Fault
from recado_simulator.world import World

# How many POSTs may be under way at once, as a whole; more wait for a free connection.
_CONNECTIONS = 32
_CALM_BODY = 2000


class WebhookPoster:
    """The simulator's outgoing HTTP: webhooks, challenges, and fetching media by link."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=_CONNECTIONS, keepalive_timeout=30),
            trust_env=False,
            auto_decompress=False,
        )

    async def close(self) -> None:
        await self.session.close()

    async def post(self, account: Account, raw: bytes, *, phone: str, twice: bool) -> int | str:
        """Deliver these bytes; the HTTP status, or in words why there is none."""
        fault = self._world.faults.strike("webhook", account=account.phone_number_id, phone=phone)
        if fault is not None:
            spoilt = await self._spoil(fault, account, raw)
            if spoilt is not None:
                return spoilt
            twice = twice or fault.kind == "duplicate"
        if twice:
            gap = self._world.chance.choice((0.0, 0.005, 0.05))
            self._world.timers.later(gap, lambda: self._world.timers.spawn(self._post_again(account, raw)))
        status, _ = await self.send(account.callback_url, raw, signed(account, raw))
        return status

    async def send(self, url: str, raw: bytes, headers: dict[str, str]) -> tuple[int | str, str]:
        """POST bytes as they are; status and the first 2,000 characters of the answer."""
        patience = aiohttp.ClientTimeout(total=self._world.habits.webhook_timeout_s, sock_connect=5)
        try:
            async with self.session.post(
                url, data=raw, headers=headers, timeout=patience, allow_redirects=False
            ) as answer:
                body = await answer.content.read(_CALM_BODY)
                return answer.status, body.decode("utf-8", "replace")
        except TimeoutError:
            return "timeout", ""
        except (aiohttp.ClientError, OSError, ValueError) as error:
            return type(error).__name__, ""

    async def _post_again(self, account: Account, raw: bytes) -> None:
        await self.send(account.callback_url, raw, signed(account, raw))

    async def _spoil(self, fault: Fault, account: Account, raw: bytes) -> str | None:
        """Do what the fault says; a word when the delivery counts as failed, None when the true one still goes out."""
        url = account.callback_url
        if fault.kind == "lost":
            return "lost"
        if fault.kind == "cut":
            await _post_and_hang_up(url, raw, signed(account, raw))
            return "cut"
        if fault.kind == "delay":
            await asyncio.sleep(fault.delay_s)
        elif fault.kind == "reorder":
            await asyncio.sleep(self._world.chance.uniform(0.1, 0.6))
        elif fault.kind == "garbage":
            broken = raw[: max(1, len(raw) // 2)]
            await self.send(url, broken, signed(account, broken))
        elif fault.kind == "bad_signature":
            await self.send(url, raw, {**signed(account, raw), "X-Hub-Signature-256": "sha256=" + "0" * 64})
        elif fault.kind == "unsigned":
            await self.send(url, raw, {"Content-Type": "application/json"})
        return None


def signed(account: Account, raw: bytes) -> dict[str, str]:
    return {
        "Content-Type": "application/json",
        "User-Agent": "facebookexternalua",
        **signature_headers(account.app_secret, raw),
    }


async def _post_and_hang_up(url: str, raw: bytes, headers: dict[str, str]) -> None:
    """Send a whole request and close before the answer: the receiver has it, the sender will repeat it."""
    parts = urlsplit(url)
    port = parts.port or (443 if parts.scheme == "https" else 80)
    target = parts.path + (f"?{parts.query}" if parts.query else "")
    lines = [f"POST {target or '/'} HTTP/1.1", f"Host: {parts.netloc}", f"Content-Length: {len(raw)}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    try:
        _, writer = await asyncio.open_connection(parts.hostname, port, ssl=parts.scheme == "https" or None)
        writer.write(("\r\n".join(lines) + "\r\n\r\n").encode() + raw)
        await writer.drain()
        writer.close()
    except OSError:
        return
