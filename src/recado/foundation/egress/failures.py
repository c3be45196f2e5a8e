"""What does an exception on the way out mean for whoever asked?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import aiohttp
from aiohttp.http_exceptions import LineTooLong

from recado.foundation.clock import monotonic
from recado.foundation.egress.models import Failure, FailureCode
from recado.foundation.egress.resolving import NameUnknown
from recado.foundation.egress.unpacking import BodyTooLarge, BodyUnreadable


class Refused(Exception):
    """We do not do this: the code and a word."""

    def __init__(self, code: FailureCode, detail: str) -> None:
        super().__init__(code)
        self.code, self.detail = code, detail


@dataclass(slots=True)
class Attempt:
    """How far one call has come."""

    since: float
    sent: bool = False
    """The request's head has left, so the other side may act on it."""
    began: bool = False
    """The head of an answer is here."""

    def ms(self) -> int:
        """Milliseconds since the call began."""
        return round((monotonic() - self.since) * 1_000)


def failure_of(fault: BaseException, attempt: Attempt) -> Failure:
    """The failure as a value; `sent` as far as the attempt came."""
    code, detail = _judge(fault, attempt)
    return Failure(code, detail, attempt.ms(), attempt.sent)


def _judge(fault: BaseException, attempt: Attempt) -> tuple[FailureCode, str]:
    if isinstance(fault, Refused):
        return fault.code, fault.detail
    refused = _refused_beneath(fault)
    if refused is not None:
        return refused.code, refused.detail
    if isinstance(fault, TimeoutError):
        return (FailureCode.TOO_SLOW if attempt.began else FailureCode.TIMEOUT), ""
    for kind, read in _KINDS:
        if isinstance(fault, kind):
            return read(fault)
    return FailureCode.BAD_RESPONSE, type(fault).__name__


def _refused_beneath(fault: BaseException) -> Refused | None:
    """A refusal of ours that the library has wrapped in an exception of its own."""
    seen: BaseException | None = fault
    for _ in range(8):
        if seen is None or isinstance(seen, Refused):
            return seen
        seen = seen.__cause__ or seen.__context__
    return None


def _not_http(fault: BaseException) -> tuple[FailureCode, str]:
    cause = fault.__cause__ or fault.__context__
    message = f"{fault} {cause}"
    if isinstance(cause, LineTooLong) or "Too many headers" in message or "too many headers" in message:
        return FailureCode.TOO_LARGE, "headers"
    return FailureCode.BAD_RESPONSE, "http"


def _is(code: FailureCode, detail: str) -> Callable[[BaseException], tuple[FailureCode, str]]:
    return lambda fault: (code, detail)


_KINDS: Final[tuple[tuple[type[BaseException], Callable[[BaseException], tuple[FailureCode, str]]], ...]] = (
    (NameUnknown, _is(FailureCode.CONNECTION, "dns")),
    (BodyTooLarge, _is(FailureCode.TOO_LARGE, "body")),
    (BodyUnreadable, _is(FailureCode.BAD_RESPONSE, "encoding")),
    (aiohttp.ClientConnectorSSLError, _is(FailureCode.CONNECTION, "tls")),
    (aiohttp.ClientConnectorCertificateError, _is(FailureCode.CONNECTION, "certificate")),
    (aiohttp.ClientConnectorError, _is(FailureCode.CONNECTION, "connect")),
    (aiohttp.ClientResponseError, _not_http),
    (aiohttp.ClientPayloadError, _is(FailureCode.BAD_RESPONSE, "cut_off")),
    (aiohttp.ServerDisconnectedError, _is(FailureCode.BAD_RESPONSE, "cut_off")),
    (aiohttp.ClientOSError, _is(FailureCode.CONNECTION, "lost")),
    (aiohttp.InvalidURL, _is(FailureCode.BAD_ADDRESS, "shape")),
    (OSError, _is(FailureCode.CONNECTION, "connect")),
)
