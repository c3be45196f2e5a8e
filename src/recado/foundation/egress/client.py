"""How is an address called that a person wrote, so that it can reach nothing of ours and cost nothing beside?

One attempt: read strictly, resolve once, test every address, connect to a tested one with the name's own SNI and Host, follow
nothing, and take no more than fits (reliability T33, T34, T35). Nothing is kept from one call to the next: no cookies, no
connections, no names; no proxy is read from the environment.
"""

from __future__ import annotations

import asyncio
import re
import ssl
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from typing import Final, Protocol

import aiohttp
from yarl import URL

from recado.foundation.clock import Clock, monotonic, system_clock
from recado.foundation.database import inside_transaction
from recado.foundation.egress.connecting import connector_to
from recado.foundation.egress.failures import Attempt, Refused, failure_of
from recado.foundation.egress.models import (
    MAX_ANSWER_BODY,
    MAX_DEADLINE_S,
    MAX_HEADER_BYTES,
    MAX_HEADERS,
    MAX_REQUEST_BODY,
    METHODS,
    Failure,
    FailureCode,
    Request,
    Response,
    Secret,
)
from recado.foundation.egress.networks import Address
from recado.foundation.egress.policy import AddressRefused, Policy
from recado.foundation.egress.resolving import MAX_ADDRESSES, Resolver, SystemResolver
from recado.foundation.egress.signatures import signature_headers
from recado.foundation.egress.unpacking import Unpacker
from recado.foundation.egress.urls import Url, UrlRefused, read_url
from recado.foundation.http import NetworkInTransaction

USER_AGENT: Final = "Recado"
_MAX_ANSWER_HEADERS: Final = 100
_MAX_ANSWER_LINE: Final = 8_190
_CHUNK: Final = 16_384
_NAME = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]{1,80}")
_VALUE = re.compile(r"[\t\x20-\x7e\x80-\U0010ffff]*")
_OURS: Final = frozenset(
    (
        *("host", "content-length", "transfer-encoding", "connection", "keep-alive", "te", "trailer", "upgrade"),
        *("expect", "accept-encoding", "proxy-authorization", "proxy-authenticate", "proxy-connection"),
    )
)


class Egress(Protocol):
    """The one way out for addresses that people write. `open_egress` gives the real one."""

    async def call(self, request: Request) -> Response | Failure:
        """Make one attempt. Never raises but for `NetworkInTransaction` and cancellation."""

    def reach(self, url: str) -> AbstractAsyncContextManager[tuple[aiohttp.ClientSession, URL]]:
        """A session that reaches this address and no other, for bodies larger than a call takes; no ceiling is kept here.

        Raises `Refused`, `NameUnknown`, `TimeoutError`, `NetworkInTransaction`.
        """

    async def close(self) -> None:
        """Let go of what is open."""


def open_egress(policy: Policy, *, clock: Clock = system_clock) -> Egress:
    """The process's own; closed by whoever opened it."""
    return Wall(policy, SystemResolver(), clock=clock, tls=ssl.create_default_context())


@dataclass(slots=True)
class Wall:
    """`Egress` with its parts given: tests bring a resolver and a certificate authority of their own."""

    policy: Policy
    resolver: Resolver
    clock: Clock = field(kw_only=True)
    tls: ssl.SSLContext = field(kw_only=True)

    async def call(self, request: Request) -> Response | Failure:
        """Make one attempt. Never raises but for `NetworkInTransaction` and cancellation."""
        if inside_transaction():
            raise NetworkInTransaction
        attempt = Attempt(monotonic())
        try:
            async with asyncio.timeout(max(0.001, min(request.deadline_s, MAX_DEADLINE_S))):
                return await self._attempt(request, attempt)
        except Exception as fault:
            # What a stranger's server makes a library raise ends as an answer; whatever is new ends as `bad_response`.
            return failure_of(fault, attempt)

    @asynccontextmanager
    async def reach(self, url: str) -> AsyncIterator[tuple[aiohttp.ClientSession, URL]]:
        """A session that reaches this address and no other; what is asked through it must forbid redirects."""
        if inside_transaction():
            raise NetworkInTransaction
        read = _read(url)
        self._refuse(read)
        async with asyncio.timeout(MAX_DEADLINE_S):
            addresses = await self._addresses(read)
        async with connector_to(read, addresses, Attempt(monotonic()), tls=self.tls) as session:
            yield session, _same(read)

    async def close(self) -> None:
        """Let go of the resolver's threads."""
        self.resolver.close()

    async def _attempt(self, request: Request, attempt: Attempt) -> Response:
        _check(request)
        _keep_secrets_home(request)
        url = _read(request.url)
        self._refuse(url)
        headers = self._headers(request)
        addresses = await self._addresses(url)
        async with (
            connector_to(url, addresses, attempt, tls=self.tls) as session,
            session.request(
                request.method,
                _same(url),
                headers=headers,
                data=request.body or None,
                allow_redirects=False,
                max_headers=_MAX_ANSWER_HEADERS,
                max_line_size=_MAX_ANSWER_LINE,
                max_field_size=_MAX_ANSWER_LINE,
            ) as response,
        ):
            attempt.began = True
            return await _answer(response, attempt)

    def _refuse(self, url: Url) -> None:
        try:
            self.policy.check(url)
        except AddressRefused as fault:
            raise Refused(FailureCode.REFUSED_ADDRESS, fault.reason) from None

    async def _addresses(self, url: Url) -> tuple[Address, ...]:
        """The tested addresses. One that is denied refuses them all: the order of an answer is the stranger's choice."""
        addresses = (url.address,) if url.address is not None else await self.resolver.resolve(url.host)
        if not addresses:
            raise Refused(FailureCode.CONNECTION, "dns")
        if not self.policy.excepts(url):
            for address in addresses:
                try:
                    self.policy.check_address(address)
                except AddressRefused as fault:
                    raise Refused(FailureCode.REFUSED_ADDRESS, fault.reason) from None
        return addresses[:MAX_ADDRESSES]

    def _headers(self, request: Request) -> list[tuple[str, str]]:
        headers = [(one.name, one.value + (one.secret.value if one.secret else "")) for one in request.headers]
        if request.signed_by is not None:
            secrets = (request.signed_by.value, request.signed_by.previous)
            stamp = int(self.clock().timestamp())
            signed = signature_headers(secrets, message_id=request.signed_id, timestamp=stamp, body=request.body)
            headers = [(name, value) for name, value in headers if name.lower() not in signed] + list(signed.items())
        named = {name.lower() for name, _ in headers}
        usual = {"Accept": "*/*", "User-Agent": USER_AGENT, "Accept-Encoding": "gzip, deflate"}
        return headers + [(name, value) for name, value in usual.items() if name.lower() not in named]


def _check(request: Request) -> None:
    """Refuse what would break out of the request or is beyond its ceilings."""
    if request.method not in METHODS:
        raise Refused(FailureCode.BAD_ADDRESS, "method")
    if len(request.body) > MAX_REQUEST_BODY or len(request.headers) > MAX_HEADERS:
        raise Refused(FailureCode.TOO_LARGE, "request")
    size = 0
    for header in request.headers:
        value = header.value + (header.secret.value if header.secret else "")
        if header.name.lower() in _OURS or not _NAME.fullmatch(header.name) or not _VALUE.fullmatch(value):
            raise Refused(FailureCode.BAD_ADDRESS, "header")
        size += len(header.name) + len(value.encode(errors="replace"))
    if size > MAX_HEADER_BYTES:
        raise Refused(FailureCode.TOO_LARGE, "headers")


def _keep_secrets_home(request: Request) -> None:
    """A secret leaves only where the address begins, letter by letter, with one of its origins (T34).

    Compared before anything reads the address: whatever two parsers might read differently is not these letters.
    """
    secrets: list[Secret] = [header.secret for header in request.headers if header.secret is not None]
    secrets += [request.signed_by] if request.signed_by is not None else []
    for secret in secrets:
        if not any(_begins_with(request.url, str(origin)) for origin in secret.origins):
            raise Refused(FailureCode.SECRET_ELSEWHERE, secret.name)
        if _read(request.url).origin not in secret.origins:
            raise Refused(FailureCode.SECRET_ELSEWHERE, secret.name)


def _begins_with(url: str, origin: str) -> bool:
    return url.startswith(origin) and url[len(origin) : len(origin) + 1] in ("", "/", "?", "#")


def _read(text: str) -> Url:
    try:
        return read_url(text)
    except UrlRefused as fault:
        raise Refused(FailureCode.BAD_ADDRESS, fault.reason) from None


def _same(url: Url) -> URL:
    """The address for the library, refused where the library does not read it exactly as we did."""
    built = URL(str(url), encoded=True)
    read = (built.scheme, built.raw_host, built.port, built.raw_path_qs, built.user, built.password)
    if read != (url.origin.scheme, url.host, url.origin.port, url.target, None, None):
        raise Refused(FailureCode.BAD_ADDRESS, "shape")
    return built


async def _answer(response: aiohttp.ClientResponse, attempt: Attempt) -> Response:
    """Read the body up to the ceiling. What says beforehand that it is longer is not read at all."""
    if (response.content_length or 0) > MAX_ANSWER_BODY:
        raise Refused(FailureCode.TOO_LARGE, "body")
    headers: dict[str, str] = {}
    for name, value in response.headers.items():
        key = name.lower()
        headers[key] = f"{headers[key]}, {value}" if key in headers else value
    unpacker = Unpacker(headers.get("content-encoding", ""), limit=MAX_ANSWER_BODY)
    async for chunk in response.content.iter_chunked(_CHUNK):
        unpacker.feed(chunk)
    return Response(response.status, headers, unpacker.finish(), attempt.ms())
