"""What is asked of an address that a person wrote, and what can come of it?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

MAX_DEADLINE_S: Final = 10.0
MAX_REQUEST_BODY: Final = 262_144
MAX_ANSWER_BODY: Final = 262_144
"""Bytes of an answer's body after unpacking (reliability T35)."""
MAX_HEADERS: Final = 40
MAX_HEADER_BYTES: Final = 8_192
METHODS: Final = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"})


@dataclass(frozen=True, slots=True)
class Origin:
    """Scheme, host and port: what a secret is bound to. The host as it is written on the wire (lower case, A-labels)."""

    scheme: str
    host: str
    port: int

    def __str__(self) -> str:
        usual = {"https": 443, "http": 80}.get(self.scheme)
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}" + ("" if self.port == usual else f":{self.port}")


@dataclass(frozen=True, slots=True)
class Secret:
    """A secret and the origins it may travel to. `previous` still counts for signatures while it is being replaced."""

    name: str
    value: str = field(repr=False)
    origins: frozenset[Origin]
    previous: str = field(default="", repr=False)

    def __str__(self) -> str:
        return f"Secret({self.name})"


@dataclass(frozen=True, slots=True)
class Header:
    """A header to send: `value` followed by the secret's value, if there is one ("Bearer " and the token)."""

    name: str
    value: str
    secret: Secret | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One call, one attempt. `deadline_s` is for everything together, at most `MAX_DEADLINE_S`; `signed_by` is a
    secret that goes nowhere itself but signs the body, and is bound to its origins all the same."""

    method: str
    url: str
    headers: tuple[Header, ...] = ()
    body: bytes = b""
    deadline_s: float = MAX_DEADLINE_S
    signed_by: Secret | None = None
    signed_id: str = ""
    """What the receiver knows the message by, the same at every attempt; goes with `signed_by`."""


class FailureCode(StrEnum):
    """Why there is no answer to show."""

    TIMEOUT = "timeout"
    """Nothing, or not all, within the deadline; it may have arrived there all the same."""
    CONNECTION = "connection"
    """The name does not resolve, nobody listens, or TLS was not agreed on."""
    REFUSED_ADDRESS = "refused_address"
    """The address is inside a network we do not call, or belongs to a provider."""
    TOO_LARGE = "too_large"
    """The answer's headers or unpacked body are beyond the ceilings, or the request's are."""
    TOO_SLOW = "too_slow"
    """The answer began and did not end within the deadline."""
    BAD_RESPONSE = "bad_response"
    """What came is not HTTP, is cut off, or cannot be unpacked."""
    BAD_ADDRESS = "bad_address"
    """The URL or the request cannot be sent as it is written."""
    SECRET_ELSEWHERE = "secret_elsewhere"  # noqa: S105  # a word for a refusal
    """A secret is bound to other origins than this one, or there is no secret of that name."""


@dataclass(frozen=True, slots=True)
class Failure:
    """No answer. `detail` is a few words for the author without anything secret; `sent` says that the request may
    have reached the other side, so that repeating it may do its work twice."""

    code: FailureCode
    detail: str = ""
    ms: int = 0
    sent: bool = False


@dataclass(frozen=True, slots=True)
class Response:
    """An answer of any status. `headers` have lower-case names (a repeated one is joined by `, `)."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    ms: int = 0

    @property
    def ok(self) -> bool:
        """Is the status 2xx?"""
        return 200 <= self.status <= 299  # noqa: PLR2004  # RFC 9110, 15.3
