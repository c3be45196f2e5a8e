"""What can a turn ask of the outside, at most once, before it can go on?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from recado.flows.engine.values import Value


@dataclass(frozen=True, slots=True)
class Ask:
    """A question to a model, an HTTP address, a calendar. The session waits; the answer is an `Answer` with `key`.

    A turn that asks ends with it: the ask is stored in the turn's transaction and answered outside of any.
    """

    kind: str
    key: str
    request: Mapping[str, Value] = field(default_factory=dict)
