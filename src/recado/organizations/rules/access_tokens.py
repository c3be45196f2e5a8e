"""How does an access token look, and when is one that was shown genuine?

A JWT with HS256 and nothing else (RFC 8725): one algorithm, one key, one issuer, one audience, one type, ten minutes. It
carries no rights; what its session may do is asked of the database on every request.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

import jwt

from recado.foundation.identifiers import OrganizationId
from recado.organizations.errors import SessionEnded
from recado.organizations.models import NOWHERE, SessionId, UserId

LIFETIME = timedelta(minutes=10)
KEY_PURPOSE = "access token/1"
_KEY_ID = "1"
_ISSUER = "recado"
_AUDIENCE = "recado-api"
_TYPE = "access"
_HEADER: Final = {"alg": "HS256", "typ": "at+jwt", "kid": _KEY_ID}
_CLAIMS: Final = frozenset({"iss", "aud", "typ", "iat", "exp", "sub", "sid", "org"})
_LONGEST = 1024
_SKEW_S = 5
_FORM = re.compile(r"[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessToken:
    """What a genuine token says. `organization` is `NOWHERE` for somebody of the platform inside none."""

    user: UserId
    session: SessionId
    organization: OrganizationId


def issue(token: AccessToken, *, key: bytes, now: datetime) -> str:
    """Return the signed text."""
    moment = int(now.timestamp())
    claims = {
        "iss": _ISSUER,
        "aud": _AUDIENCE,
        "typ": _TYPE,
        "iat": moment,
        "exp": moment + int(LIFETIME.total_seconds()),
        "sub": str(token.user),
        "sid": str(token.session),
        "org": str(token.organization),
    }
    return jwt.encode(claims, key, algorithm="HS256", headers=_HEADER)


def read(text: str, *, key: bytes, now: datetime) -> AccessToken:
    """Return what a genuine, living token says; raise `SessionEnded` for everything else, always the same."""
    # The form is judged before anything is parsed: one spelling per token, so that no second text opens the same session.
    if len(text) > _LONGEST or not _FORM.fullmatch(text) or not all(_is_canonical(part) for part in text.split(".")):
        raise SessionEnded
    try:
        if jwt.get_unverified_header(text) != _HEADER:
            raise SessionEnded
        claims = jwt.decode(
            text,
            key,
            algorithms=["HS256"],
            audience=_AUDIENCE,
            issuer=_ISSUER,
            # The clock is ours, below; the library would ask the system's.
            options={"require": sorted(_CLAIMS), "strict_aud": True, "verify_exp": False, "verify_iat": False},
        )
        return _judge(claims, int(now.timestamp()))
    except (jwt.PyJWTError, ValueError, TypeError, RecursionError):
        raise SessionEnded from None


def _judge(claims: Mapping[str, Any], moment: int) -> AccessToken:
    issued, expires = claims["iat"], claims["exp"]
    if set(claims) != _CLAIMS or claims["typ"] != _TYPE or type(issued) is not int or type(expires) is not int:
        raise SessionEnded
    if not (issued - _SKEW_S <= moment < expires) or expires - issued != int(LIFETIME.total_seconds()):
        raise SessionEnded
    return AccessToken(
        user=UserId(_uuid(claims["sub"])),
        session=SessionId(_uuid(claims["sid"])),
        organization=OrganizationId(_uuid(claims["org"])),
    )


def _uuid(text: object) -> UUID:
    """Read a UUID in the one spelling that we write; Python's own reader takes braces, URNs and missing dashes too."""
    if not isinstance(text, str):
        raise SessionEnded
    found = UUID(text)
    if str(found) != text:
        raise SessionEnded
    return found


def _is_canonical(part: str) -> bool:
    """Unused low bits of the last character must be zero: decoders ignore them, so several texts would mean the same."""
    try:
        raw = base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))
    except (binascii.Error, ValueError):
        return False
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode() == part


__all__ = ["KEY_PURPOSE", "LIFETIME", "NOWHERE", "AccessToken", "issue", "read"]
