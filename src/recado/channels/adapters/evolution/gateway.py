"""How is one request made to the gateway, and what surely did or did not happen when it went wrong?"""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import quote

import aiohttp
from yarl import URL

from recado.channels.adapter import LATE, Account
from recado.channels.models import Json
from recado.foundation.http import LeftTooLate
from recado.foundation.untrusted_json import MAX_NODES, JsonRefused, read_json

ANSWER_CAP: Final = 2 * 1024 * 1024
MEDIA_CAP: Final = 140 * 1024 * 1024
"""A file of 100 MB as base64."""
RAW_CHARS: Final = 2_000
# A gateway whose socket is closed lets a request hang for a minute; by then nobody knows what became of it.
TIMEOUT = aiohttp.ClientTimeout(total=30, connect=10, sock_connect=3)
QUICK = aiohttp.ClientTimeout(total=4, connect=3, sock_connect=2)
"""For questions about the state: an answer that takes longer is none."""
MEDIA_TIMEOUT = aiohttp.ClientTimeout(total=120, connect=10, sock_connect=3)


class NotReached(Exception):
    """The request surely did not arrive. `code` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class AnswerLost(Exception):
    """The request left and no whole answer came back."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class NotConfigured(Exception):
    """The channel lacks something without which no request can be made. `code` says what."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: `json` is None where the body is no JSON; `raw` is its beginning."""

    status: int
    json: Any
    raw: str

    @property
    def object(self) -> Json:
        """The answer as an object, {} if it is none."""
        return self.json if isinstance(self.json, dict) else {}


@dataclass(frozen=True, slots=True)
class Gateway:
    """One instance on one gateway, and our right to use it."""

    base: URL
    key: str
    instance: str

    def __repr__(self) -> str:
        return f"Gateway(base={self.base!s}, instance={self.instance!r})"

    def url(self, *parts: str) -> URL:
        """An address below the base; a part is one path segment, whatever it holds, and never climbs."""
        segments = (quote(part, safe="").replace("..", "%2E%2E") for part in parts)
        return URL("/".join((str(self.base), *segments)), encoded=True)


def gateway_of(account: Account) -> Gateway:
    """Read a channel's settings; raise `NotConfigured`."""
    key = account.secrets.get("api_key", "").strip()
    if not key:
        raise NotConfigured("api_key_missing")
    if not (key.isascii() and key.isprintable()):
        raise NotConfigured("api_key_malformed")
    if not account.external_id.strip():
        raise NotConfigured("instance_missing")
    return Gateway(base_of(account.settings.get("base_url", "")), key, account.external_id)


def base_of(setting: str) -> URL:
    """The gateway's address: https, or http inside this machine or a private network, where gateways usually stand."""
    try:
        base = URL(setting.strip().rstrip("/"))
    except ValueError:
        raise NotConfigured("base_url") from None
    safe = base.scheme == "https" or (base.scheme == "http" and _is_near(base.host or ""))
    if not base.host or base.user or base.query_string or not safe:
        raise NotConfigured("base_url")
    return base


def _is_near(host: str) -> bool:
    if "." not in host and ":" not in host:
        return bool(host)  # `localhost`, or the name of a container beside this one
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host.endswith((".internal", ".local", ".svc", ".svc.cluster.local"))
    return address.is_loopback or (address.is_private and not address.is_link_local)


async def ask(
    session: aiohttp.ClientSession,
    method: str,
    url: URL,
    gateway: Gateway,
    *,
    json: Json | None = None,
    timeout: aiohttp.ClientTimeout = TIMEOUT,
    cap: int = ANSWER_CAP,
    nodes: int = MAX_NODES,
) -> Answer:
    """Make one request and read its answer; raise `NotReached` or `AnswerLost`. Nothing is repeated or followed."""
    headers = {"apikey": gateway.key, "Accept": "application/json", "Accept-Encoding": "identity"}
    try:
        async with session.request(
            method, url, headers=headers, timeout=timeout, allow_redirects=False, json=json
        ) as response:
            body = await _capped(response, cap)
            return Answer(response.status, _parsed(body, nodes), _beginning(body))
    except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
        raise _judged(error) from error


def _judged(error: Exception) -> NotReached | AnswerLost:
    if isinstance(error, LeftTooLate):
        return NotReached(LATE)
    if isinstance(error, aiohttp.ClientConnectorDNSError):
        return NotReached("dns")
    if isinstance(error, aiohttp.ClientConnectorCertificateError | aiohttp.ClientSSLError):
        return NotReached("tls")
    if isinstance(error, aiohttp.ClientConnectorError):
        return NotReached("connect")
    if isinstance(error, aiohttp.ConnectionTimeoutError):
        return NotReached("connect_timeout")
    if isinstance(error, aiohttp.InvalidURL):
        return NotReached("url")
    return AnswerLost("timeout" if isinstance(error, TimeoutError) else "cut")


async def _capped(response: aiohttp.ClientResponse, cap: int) -> bytes:
    parts: list[bytes] = []
    size = 0
    async for part in response.content.iter_chunked(65_536):
        size += len(part)
        if size > cap:
            raise aiohttp.ClientPayloadError("answer too long")
        parts.append(part)
    return b"".join(parts)


def _parsed(body: bytes, nodes: int) -> Any:
    try:
        return read_json(body, max_nodes=nodes)
    except JsonRefused:
        return None


def _beginning(body: bytes) -> str:
    return body[: RAW_CHARS * 4].decode("utf-8", "replace").replace("\x00", "\ufffd")[:RAW_CHARS]
