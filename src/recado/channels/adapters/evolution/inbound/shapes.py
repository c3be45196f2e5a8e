"""What does a field hold, whichever version and clone of the gateway wrote it?"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import math
import re
from datetime import UTC, datetime
from typing import Any

from recado.channels.models import Json

MAX_ID = 200
"""Longer ids than WhatsApp's (32) are replaced by their hash: an index row of PostgreSQL holds about 2,700 bytes."""
MAX_NAME = 200
_LOW = 2**32
_MILLISECONDS = 10**12
_LAST = 253_402_300_799  # 9999-12-31T23:59:59Z
_NUMBER = re.compile(r"-?[0-9]{1,19}(?:\.[0-9]{1,19})?", re.ASCII)
_DEEP = 12
_FEW, _MANY, _LONG, _BYTE = 8, 200, 10_000, 255


def text_in(container: Any, *keys: str) -> str:
    """The first string at one of `keys`, numbers as text, "" for anything else."""
    if type(container) is not dict:
        return ""
    for key in keys:
        value = container.get(key)
        if type(value) is str and value:
            return value
        if isinstance(value, int | float) and not isinstance(value, bool):
            return str(value)
    return ""


def id_in(container: Any, *keys: str) -> str:
    """The identifier at one of `keys`, trimmed, never longer than an index allows."""
    value = text_in(container, *keys).strip()
    return value if len(value) <= MAX_ID else "sha256:" + hashlib.sha256(value.encode()).hexdigest()


def object_in(container: Any, *keys: str) -> Json:
    """The first object at one of `keys`, {} if there is none."""
    if type(container) is dict:
        for key in keys:
            value = container.get(key)
            if type(value) is dict:
                return value
    return {}


def items_in(container: Any, key: str) -> list[Any]:
    """The elements at `key`, whether it is a list or one of them alone; an object with index keys counts as a list."""
    value = container.get(key) if type(container) is dict else None
    if type(value) is list:
        return [item for item in value if item is not None]
    if type(value) is dict and value:
        return list(value.values()) if is_indexed(value) else [value]
    return []


def is_indexed(value: Json) -> bool:
    """Is this what some versions make of a list or of bytes: an object whose keys are 0, 1, 2 …?"""
    return all(name.isascii() and name.isdigit() for name in value)


def is_true(container: Any, key: str) -> bool:
    """Is there a yes, as a boolean or as a word?"""
    value = container.get(key) if type(container) is dict else None
    return value is True or (type(value) is str and value.strip().lower() in ("true", "1")) or value == 1


def number(value: Any) -> float | None:
    """A number, also as text or as a 64-bit value in two halves; None for anything else."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return float(value) if math.isfinite(value) else None
    if type(value) is str:
        return float(value) if _NUMBER.fullmatch(value.strip()) else None
    if type(value) is dict and isinstance(value.get("low"), int):
        high = value.get("high")
        return float((high if isinstance(high, int) else 0) * _LOW + value["low"] % _LOW)
    return None


def moment(*values: Any) -> datetime | None:
    """The first of `values` that is a time: Unix seconds or milliseconds in any form, or ISO 8601 with its zone."""
    for value in values:
        seconds = number(value)
        if seconds is None:
            if found := _written(value):
                return found
            continue
        while seconds >= _MILLISECONDS:
            seconds /= 1000
        if 0 < seconds <= _LAST:
            return datetime.fromtimestamp(seconds, UTC)
    return None


def _written(value: Any) -> datetime | None:
    try:
        found = datetime.fromisoformat(value) if type(value) is str else None
    except ValueError:
        return None
    return found.astimezone(UTC) if found is not None and found.tzinfo is not None else None


def fingerprint(*parts: Any) -> str:
    """A stable name for content that has none: the same parts always give the same 32 hexadecimal digits."""
    canonical = json.dumps(parts, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(canonical.encode()).hexdigest()[:32]


_SECRETS = frozenset(
    {"apikey", "base64", "jpegThumbnail", "mediaKey", "messageSecret", "qrcode", "code", "pairingCode"}
)


def without_bytes(value: Any, depth: int = 0) -> Any:
    """`value` without keys of the gateway, codes for pairing and files: what is kept must hold none of them.

    The delivery itself is kept as it came, for as long as deliveries are; this is what is kept for good.
    """
    if depth > _DEEP:
        return None
    if type(value) is dict:
        if is_bytes(value):
            return None
        return {key[:MAX_NAME]: without_bytes(item, depth + 1) for key, item in value.items() if key not in _SECRETS}
    if type(value) is list:
        return [without_bytes(item, depth + 1) for item in value[:_MANY]]
    return value[:_LONG] if type(value) is str else value


def is_bytes(value: Any) -> bool:
    """Are these bytes as a JSON writer leaves them: {"0": 255, …} or {"type": "Buffer", "data": […]}?"""
    if type(value) is not dict:
        return False
    if value.get("type") == "Buffer" and "data" in value:
        return True
    return len(value) > _FEW and is_indexed(value) and all(type(item) is int for item in value.values())


def bytes_of(value: Any) -> bytes | None:
    """Bytes in any of the forms they are written in: base64 (also as a `data:` link), index by index, a Buffer, a list."""
    if type(value) is str:
        try:
            return base64.b64decode("".join(value.rpartition(",")[2].split()), validate=True) if value else None
        except (binascii.Error, ValueError):
            return None
    if type(value) is dict:
        if value.get("type") == "Buffer":
            return bytes_of(value.get("data"))
        value = [value[name] for name in sorted(value, key=int)] if value and is_indexed(value) else None
    if type(value) is list and value and all(type(one) is int and 0 <= one <= _BYTE for one in value):
        return bytes(value)
    return None
