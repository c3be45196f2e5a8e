"""Who signed a delivery, and what does it hold for whom?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from recado.channels.adapter import Adapter, Unreadable
from recado.channels.webhooks.doors import OpenDoor, distinct_secrets
from recado.channels.webhooks.sorting import Sorted, sort_readings


@dataclass(frozen=True, slots=True)
class Opened:
    """A delivery whose signature is right. `able` are the channels whose secret signed it; `problem` says why it cannot
    be read, and then it holds nothing."""

    able: Sequence[OpenDoor]
    parts: Sorted
    problem: str = ""


def open_delivery(raw: bytes, headers: Mapping[bytes, bytes], doors: list[OpenDoor], adapter: Adapter) -> Opened:
    """Check the signature over the raw bytes, then read and sort them; raise `BadSignature`. Pure: any thread may run it."""
    secrets = distinct_secrets(doors)
    secret = secrets[adapter.verify(raw, headers, secrets)]
    able = [one for one in doors if one.app_secret == secret]
    try:
        readings = adapter.read(raw)
    except Unreadable as unreadable:
        return Opened(able, Sorted((), ()), str(unreadable) or "unreadable")
    return Opened(able, sort_readings(readings, able, raw))
