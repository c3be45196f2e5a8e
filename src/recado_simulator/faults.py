"""Which fault has someone ordered, and does it strike this time?"""

from __future__ import annotations

import itertools
import random
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace

from recado_simulator.clock import Clock
from recado_simulator.identity import canonical, digits_of
from recado_simulator.shapes import BadRequest, Json

# kind: was the message taken although the answer is spoilt?
SEND_KINDS: dict[str, bool] = {
    "429": False,
    "500": False,
    "503": False,
    "token_expired": False,
    "account_locked": False,
    "cut": False,
    "hang_lost": False,
    "delay": True,
    "500_sent": True,
    "hang": True,
    "drip": True,
    "cut_sent": True,
    "garbage": True,
    "html": True,
    "no_id": True,
    "wrong_id": True,
}
WEBHOOK_KINDS = ("duplicate", "reorder", "delay", "cut", "lost", "garbage", "bad_signature", "unsigned")
_ALIASES = {
    "5xx": "500",
    "5xx_sent": "500_sent",
    "accept_and_hang": "hang",
    "accept_and_cut": "cut_sent",
    "accept_hang": "hang",
    "accept_cut": "cut_sent",
    "rate_limit": "429",
    "190": "token_expired",
    "131031": "account_locked",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """An ordered fault. It strikes `share` of what passes, at most `count` times, until `until` (provider's time).

    `scope` "messages" touches sends only, "all" every Graph request. `delay_s` is how long a hang or delay lasts.
    """

    id: int
    kind: str
    direction: str
    share: float = 1.0
    count: int | None = None
    until: float | None = None
    delay_s: float = 2.0
    account: str = ""
    phone: str = ""
    scope: str = "messages"
    struck: int = 0

    @property
    def takes_message(self) -> bool:
        return SEND_KINDS.get(self.kind, True)


class FaultBoard:
    """All ordered faults, oldest first; the first that strikes wins."""

    def __init__(self, clock: Clock, chance: random.Random) -> None:
        self._clock = clock
        self._chance = chance
        self._faults: list[Fault] = []
        self._ids = itertools.count(1)

    def order(self, wanted: Json) -> list[Fault]:
        """Add a fault; without a direction one that exists in both is ordered for both."""
        ordered = [
            self._read(wanted, kind=kind, direction=direction) for kind, direction in _kinds_and_directions(wanted)
        ]
        self._faults.extend(ordered)
        return ordered

    def all(self) -> list[Fault]:
        self._drop_spent()
        return list(self._faults)

    def clear(self, fault_id: int | None = None) -> None:
        self._faults = [fault for fault in self._faults if fault_id is not None and fault.id != fault_id]

    def strike(self, direction: str, *, account: str, phone: str = "", is_send: bool = True) -> Fault | None:
        """The fault that spoils this one, counted, or None."""
        if not self._faults:
            return None
        self._drop_spent()
        for position, fault in enumerate(self._faults):
            if _concerns(fault, direction, account, phone, is_send) and self._chance.random() < fault.share:
                self._faults[position] = replace(fault, struck=fault.struck + 1)
                return fault
        return None

    def _drop_spent(self) -> None:
        now = self._clock.now()
        self._faults = [
            fault
            for fault in self._faults
            if (fault.count is None or fault.struck < fault.count) and (fault.until is None or now < fault.until)
        ]

    def _read(self, wanted: Json, *, kind: str, direction: str) -> Fault:
        share = _number(wanted, "share", 1.0)
        count = wanted.get("count")
        for_s = wanted.get("for_s")
        if not 0 <= share <= 1:
            raise BadRequest("share must lie between 0 and 1")
        return Fault(
            id=next(self._ids),
            kind=kind,
            direction=direction,
            share=share,
            count=None if count is None else int(_number(wanted, "count", 0)),
            until=None if for_s is None else self._clock.now() + _number(wanted, "for_s", 0),
            delay_s=_number(wanted, "delay_s", 60.0 if kind in {"hang", "hang_lost", "drip"} else 2.0),
            account=str(wanted.get("account") or ""),
            phone=canonical(digits_of(str(wanted.get("phone") or ""))),
            scope="all" if wanted.get("scope") == "all" else "messages",
        )


def shown(fault: Fault) -> Json:
    return {**asdict(fault), "message_is_taken": fault.takes_message}


def _number(wanted: Mapping[str, object], key: str, default: float) -> float:
    value = wanted.get(key, default)
    if isinstance(value, bool) or not isinstance(value, int | float) or value < 0:
        raise BadRequest(f"{key} must be a number from 0 up")
    return float(value)


def _kinds_and_directions(wanted: Json) -> list[tuple[str, str]]:
    kind = str(wanted.get("kind") or wanted.get("type") or "").replace("-", "_").replace(" ", "_").lower()
    kind = _ALIASES.get(kind, kind)
    direction = wanted.get("direction")
    possible = [where for where, kinds in (("send", tuple(SEND_KINDS)), ("webhook", WEBHOOK_KINDS)) if kind in kinds]
    if not possible:
        known = ", ".join([*SEND_KINDS, *(one for one in WEBHOOK_KINDS if one not in SEND_KINDS)])
        raise BadRequest(f"kind must be one of {known}")
    if direction is None:
        return [(kind, where) for where in (possible if kind == "delay" else possible[:1])]
    if direction not in possible:
        raise BadRequest(f"{kind} exists for direction {' and '.join(possible)}")
    return [(kind, str(direction))]


def _concerns(fault: Fault, direction: str, account: str, phone: str, is_send: bool) -> bool:
    return (
        fault.direction == direction
        and fault.account in ("", account)
        and fault.phone in ("", phone)
        and (direction == "webhook" or is_send or fault.scope == "all")
    )
