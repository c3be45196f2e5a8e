"""How is one request made to the Graph API, and what surely did or did not happen when it went wrong?"""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import quote

import aiohttp
from yarl import URL

from recado.channels.adapter import LATE, Account
from recado.channels.adapters.whatsapp_cloud.manifest import DEFAULT_GRAPH_URL
from recado.channels.models import Json
from recado.foundation.http import LeftTooLate
from recado.foundation.untrusted_json import JsonRefused, read_json

ANSWER_CAP: Final = 1024 * 1024
RAW_CHARS: Final = 2_000
# reliability: a request that hangs ends as "unconfirmed" after 20 s; one that cannot connect in 3 s never left.
TIMEOUT = aiohttp.ClientTimeout(total=20, connect=10, sock_connect=3)
MEDIA_TIMEOUT = aiohttp.ClientTimeout(total=120, connect=10, sock_connect=3, sock_read=20)
_ACCEPT = {"Accept": "application/json", "Accept-Encoding": "identity", "User-Agent": "recado"}


class NotReached(Exception):
    """The request surely did not arrive: no connection, no name, no trust. `code` says which."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class AnswerLost(Exception):
    """The request left and no whole answer came back: whether it was taken is not known."""

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
    """What came back: `json` is None where the body is not a JSON object; `raw` is its beginning."""

    status: int
    json: Json | None
    raw: str
    retry_after: float | None = None


@dataclass(frozen=True, slots=True)
class Graph:
    """Where a channel's requests go, and its right to make them. The token never leaves this origin but for media."""

    base: URL
    token: str
    number: str

    @property
    def headers(self) -> Mapping[str, str]:
        return {**_ACCEPT, "Authorization": f"Bearer {self.token}"}

    def __repr__(self) -> str:
        return f"Graph(base={self.base!s}, number={self.number!r})"

    def url(self, *parts: str) -> URL:
        """An address below the base; a part is one path segment, whatever it holds, and never climbs."""
        segments = (quote(part, safe="").replace("..", "%2E%2E") for part in parts)
        return URL("/".join((str(self.base), *segments)), encoded=True)


def graph_of(account: Account) -> Graph:
    """Read a channel's settings; raise `NotConfigured`."""
    token = account.secrets.get("access_token", "").strip()
    if not token:
        raise NotConfigured("token_missing")
    if not (token.isascii() and token.isprintable()):
        raise NotConfigured("token_malformed")  # it would break the header
    number = account.settings.get("phone_number_id") or account.external_id
    if not number.isalnum():
        raise NotConfigured("phone_number_id")
    return Graph(base_of(account.settings.get("graph_url", "")), token, number)


def base_of(setting: str) -> URL:
    """The API's address: https, or http to this machine for the simulator."""
    try:
        base = URL((setting or DEFAULT_GRAPH_URL).rstrip("/"))
    except ValueError:
        raise NotConfigured("graph_url") from None
    if not base.host or base.user or base.query or not is_safe(base, base):
        raise NotConfigured("graph_url")
    return base


def is_safe(url: URL, base: URL) -> bool:
    """Say whether the token may travel to `url`: encrypted, or inside this machine where the API is here too."""
    if url.scheme == "https":
        return bool(url.host)
    return url.scheme == "http" and is_loopback(url.host) and is_loopback(base.host)


def is_loopback(host: str | None) -> bool:
    """Say whether `host` is this machine, by name or literally."""
    if not host:
        return False
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


async def ask(session: aiohttp.ClientSession, method: str, url: URL, graph: Graph, **request: Any) -> Answer:
    """Make one request and read its answer; raise `NotReached` or `AnswerLost`. Nothing is repeated or followed."""
    request = {"headers": graph.headers, "timeout": TIMEOUT, **request}
    try:
        async with session.request(method, url, allow_redirects=False, **request) as response:
            body = await read_capped(response, ANSWER_CAP)
            return Answer(response.status, _object(body), _beginning(body), _retry_after(response))
    except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
        raise lost_or_unreached(error) from error


def lost_or_unreached(error: Exception) -> NotReached | AnswerLost:
    """Tell what surely never left this machine from what may have arrived."""
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
    if isinstance(error, TimeoutError):
        return AnswerLost("timeout")
    return AnswerLost("cut")


async def read_capped(response: aiohttp.ClientResponse, cap: int) -> bytes:
    """Read a body of at most `cap` bytes; what is longer is no answer of this API."""
    parts: list[bytes] = []
    size = 0
    async for part in response.content.iter_chunked(65_536):
        size += len(part)
        if size > cap:
            raise aiohttp.ClientPayloadError("answer too long")
        parts.append(part)
    return b"".join(parts)


def _object(body: bytes) -> Json | None:
    try:
        value = read_json(body)
    except JsonRefused:
        return None
    return value if isinstance(value, dict) else None


def _beginning(body: bytes) -> str:
    return body[: RAW_CHARS * 4].decode("utf-8", "replace").replace("\x00", "\ufffd")[:RAW_CHARS]


def _retry_after(response: aiohttp.ClientResponse) -> float | None:
    told = response.headers.get("Retry-After", "")
    return float(told) if told.isascii() and told.isdigit() and len(told) <= len("86400") else None
