"""How does a refusal of one of our rules look, whichever module refuses?"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, ClassVar


class Kind(StrEnum):
    """What sort of refusal it is; `app/error_responses.py` maps it to an HTTP status."""

    INVALID = "invalid"
    UNAUTHENTICATED = "unauthenticated"
    FORBIDDEN = "forbidden"
    NOT_FOUND = "not_found"
    CONFLICT = "conflict"
    GONE = "gone"
    TOO_MANY = "too_many"
    UNAVAILABLE = "unavailable"
    TOO_LARGE = "too_large"


class DomainError(Exception):
    """A rule said no. `code` is stable and lower_snake_case; `data` holds what the sentence at the screen needs."""

    kind: ClassVar[Kind] = Kind.INVALID
    code: ClassVar[str] = "refused"

    def __init__(self, **data: Any) -> None:
        super().__init__(self.code)
        self.data: Mapping[str, Any] = data


class NotFound(DomainError):
    """There is no such thing, or it belongs to somebody else: the two look the same on purpose."""

    kind = Kind.NOT_FOUND
    code = "not_found"
