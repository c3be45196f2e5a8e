"""What does the provider charge for a delivered message?"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from recado_simulator.accounts import Account
from recado_simulator.shapes import Json
from recado_simulator.threads import Visit

# Since October 2026 free-form messages cost too, after the first thousand of a number and month.
FREE_SERVICE_MESSAGES = 1000


def price_of(account: Account, visit: Visit, *, category: str, now: float) -> Json:
    """`pricing` as statuses carry it; there is no `conversation` any more."""
    if now < visit.free_entry_until:
        return _pricing("free_entry_point", "referral_conversion", billable=False)
    if category == "service":
        free = account.service_messages.get(_month(now), 0) < FREE_SERVICE_MESSAGES
        return _pricing("free_customer_service" if free else "regular", "service", billable=not free)
    return _pricing("regular", category, billable=True)


def with_charge(account: Account, pricing: Json, *, now: float) -> Account:
    """Count one delivered message on the account's bill."""
    category = str(pricing["category"])
    month = _month(now)
    charges, service = dict(account.charges), dict(account.service_messages)
    if category == "service":
        service[month] = service.get(month, 0) + 1
    if pricing["billable"]:
        charges[category] = charges.get(category, 0) + 1
    return replace(account, charges=charges, service_messages=service)


def _pricing(kind: str, category: str, *, billable: bool) -> Json:
    return {"billable": billable, "pricing_model": "PMP", "type": kind, "category": category}


def _month(now: float) -> str:
    return datetime.fromtimestamp(now, UTC).strftime("%Y-%m")
