"""What does a field hold, if it holds what was promised at all?"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from recado.channels.models import Json, ProviderError

MAX_ID = 256
"""Longer ids than any provider's are replaced by their hash: an index row of PostgreSQL holds about 2,700 bytes."""
MAX_NAME = 200


def text_in(container: Json, key: str) -> str:
    """The string at `key`, numbers as text, "" for anything else."""
    value = container.get(key)
    if type(value) is str:
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return ""


def id_in(container: Json, key: str) -> str:
    """The identifier at `key`, trimmed, never longer than an index allows."""
    value = text_in(container, key).strip()
    return value if len(value) <= MAX_ID else "sha256:" + hashlib.sha256(value.encode()).hexdigest()


def object_in(container: Json, key: str) -> Json:
    """The object at `key`, {} for anything else."""
    value = container.get(key)
    return value if type(value) is dict else {}


def items_in(container: Json, key: str) -> list[Any]:
    """The elements of the list at `key` without its nulls; a lone object counts as a list of one."""
    value = container.get(key)
    if type(value) is list:
        return [item for item in value if item is not None] if None in value else value
    if type(value) is dict:
        return [value] if value else []
    return []


def objects_in(container: Json, key: str) -> Iterator[Json]:
    """The objects among `items_in`."""
    return (item for item in items_in(container, key) if type(item) is dict)


def as_object(value: Any) -> Json:
    """`value` itself if it is an object, else an object that carries it."""
    return value if type(value) is dict else {"raw": value}


def fingerprint(*parts: Any) -> str:
    """A stable name for content that has none: the same parts always give the same 32 hexadecimal digits."""
    canonical = json.dumps(parts, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(canonical.encode()).hexdigest()[:32]


def errors_in(container: Json) -> tuple[ProviderError, ...]:
    """The provider's errors in the three shapes seen: `error_data{details}`, `error_data` as text, `details`."""
    return tuple(_error(item) for item in objects_in(container, "errors")) if "errors" in container else ()


def _error(item: Json) -> ProviderError:
    data = item.get("error_data")
    details = text_in(data, "details") if type(data) is dict else text_in(item, "error_data")
    title = text_in(item, "title") or text_in(item, "message")
    return ProviderError(code=id_in(item, "code"), title=title, details=details or text_in(item, "details"))
