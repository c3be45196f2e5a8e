"""Where can a test make this process die, sleep or fail?

`FAILPOINT=name:kill@n|name:sleep:ms|name:raise[@n]` (several with commas), read once at start by `configure`. With nothing
configured a call costs one dictionary look-up in an empty dictionary.
"""

from __future__ import annotations

import os
import signal
import time
from dataclasses import dataclass


class FailpointHit(RuntimeError):
    """A test asked for this failure."""


@dataclass(slots=True)
class _Order:
    action: str
    milliseconds: int
    at: int
    hits: int = 0


_orders: dict[str, _Order] = {}


def configure(text: str) -> None:
    """Read orders such as `turn.before_commit:kill@3,send.before_call:sleep:200`; an empty text clears them.

    Raises `ValueError` where an order cannot be read.
    """
    _orders.clear()
    for part in filter(None, (piece.strip() for piece in text.split(","))):
        words, _, at = part.partition("@")
        name, _, action = words.partition(":")
        kind, _, milliseconds = action.partition(":")
        if kind not in {"kill", "sleep", "raise"}:
            raise ValueError(f"unknown failpoint action in {part!r}")
        _orders[name] = _Order(kind, int(milliseconds or 0), int(at or 1))


def failpoint(name: str) -> None:
    """Do what was ordered for `name` at its n-th hit; nothing where nothing was."""
    if not _orders:
        return
    order = _orders.get(name)
    if order is None:
        return
    order.hits += 1
    if order.hits < order.at:
        return
    if order.action == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    if order.action == "sleep":
        time.sleep(order.milliseconds / 1000)
    elif order.hits == order.at:
        raise FailpointHit(name)
