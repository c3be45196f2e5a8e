"""What comes of an ask of the kinds `http` and `webhook` when it is put to the outside once?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from recado.flows.engine.values import Value
from recado.foundation.egress.client import Egress
from recado.foundation.egress.models import Secret


@dataclass(frozen=True, slots=True)
class Outcome:
    """What goes back to the session, and what whoever owns the retries needs to know.

    `again`: another attempt may help (no answer, 408, 425, 429, 5xx); `sent`: the request may have been carried out;
    `wait_s` what the other side asked us to wait (Retry-After), 0 if nothing.
    """

    ok: bool
    value: Mapping[str, Value]
    again: bool
    sent: bool
    wait_s: float = 0.0


def secret_names(request: Mapping[str, Value]) -> frozenset[str]:
    """The organization's secrets that an ask names."""
    raise NotImplementedError


async def call_outside(
    egress: Egress, request: Mapping[str, Value], *, ask_id: str, secrets: Mapping[str, Secret]
) -> Outcome:
    """Make one attempt. `ask_id` is the same at each: it goes along as `Idempotency-Key`, or as `webhook-id`."""
    raise NotImplementedError
