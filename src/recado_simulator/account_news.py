"""What is a business told when its account is restricted, locked or loses quality?"""

from __future__ import annotations

from datetime import UTC, datetime

from recado_simulator.accounts import Account
from recado_simulator.delivery import Event
from recado_simulator.parts import Parts
from recado_simulator.shapes import Json

_RESTRICTED_FOR_S = 7 * 86400


def tell_change(parts: Parts, before: Account, after: Account) -> None:
    """Send the webhooks that go with a change of state or quality made at the control API."""
    now = parts.world.clock.now()
    if after.state != before.state:
        for value in _state_news(before.state, after.state, now=now):
            parts.deliverer.submit(Event(after.phone_number_id, "account_update", value))
    if after.quality != before.quality:
        value = {
            "display_phone_number": after.digits,
            "event": "UNFLAGGED" if after.quality == "GREEN" else "FLAGGED",
            "current_limit": "TIER_2K",
        }
        parts.deliverer.submit(Event(after.phone_number_id, "phone_number_quality_update", value))


def _state_news(before: str, after: str, *, now: float) -> list[Json]:
    day = datetime.fromtimestamp(now, UTC).strftime("%B %d, %Y")
    if after == "locked":
        return [{"event": "DISABLED_UPDATE", "ban_info": {"waba_ban_state": "DISABLE", "waba_ban_date": day}}]
    if after == "restricted":
        restriction = {
            "restriction_type": "RESTRICTED_BIZ_INITIATED_MESSAGING",
            "expiration": int(now + _RESTRICTED_FOR_S),
        }
        return [{"event": "ACCOUNT_RESTRICTION", "restriction_info": [restriction]}]
    if before == "locked":
        return [{"event": "DISABLED_UPDATE", "ban_info": {"waba_ban_state": "REINSTATE", "waba_ban_date": day}}]
    return []
