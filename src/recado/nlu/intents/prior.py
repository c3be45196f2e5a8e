"""What does the situation make more likely? Who writes, in which trade, and what was just asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from recado.nlu.intents.phrases import OUT_OF_SCOPE, OWNER_LABELS
from recado.nlu.models import Context

Shares = NDArray[np.float64]

_OWNERS: Final = frozenset(OWNER_LABELS)
_PET: Final = frozenset({"register_pet", "pet_health_question"})
_CAR: Final = frozenset(
    {"car_search", "car_details", "compare_cars", "refine_search", "financing", "trade_in", "test_drive"}
)
_DEBT: Final = frozenset({"already_paid", "promise_to_pay", "negotiate_debt", "duplicate_bill"})
_TRADES: Final = (
    (("pet", "vet", "banho", "tosa", "animal"), _PET, _CAR),
    (("car", "auto", "veic", "moto", "concession", "dealer", "seminov"), _CAR, _PET),
    (("cobran", "debt", "collection", "finance", "credit", "divida"), _DEBT, _PET | _CAR - {"financing"}),
)
_LIFTED, _LOWERED = 1.5, 0.6
"""A trade makes its own labels somewhat more likely, and does not silence the others."""
_OWNER_LIFTED: Final = 5.0
_RARE_FROM_OWNERS: Final = frozenset(
    {
        "list_appointments",
        "check_availability",
        "price_question",
        "opening_hours",
        "location",
        "interested",
        "opt_out",
        "privacy_request",
    }
)
_OWNER_LOWERED: Final = 0.3
"""Who runs the business asks after its agenda, not after an appointment of their own."""
_ANSWERS: Final = frozenset({"affirm", "deny"})
_YES_OR_NO: Final = frozenset({"confirm", "yes_no", "affirm", "deny"})
_FILLING: Final = frozenset({"time", "date", "datetime", "day", "hour"})
_ANSWER_LIFTED: Final = 4.0


def with_context(shares: Shares, labels: Sequence[str], context: Context) -> tuple[Shares, tuple[str, ...]]:
    """Return probabilities as the situation changes them, and why.

    Labels of the owner are no answer to a customer: what speaks for them speaks for `out_of_scope`.
    """
    lifts = np.ones(len(labels))
    reasons: list[str] = []
    for lift, reason in (_of_role(labels, context), _of_trade(labels, context), _of_question(labels, context)):
        if reason:
            lifts *= lift
            reasons.append(reason)
    changed = shares * lifts
    changed /= changed.sum()
    if context.role == "customer" and OUT_OF_SCOPE in labels:
        theirs = np.array([label in _OWNERS for label in labels])
        outside = list(labels).index(OUT_OF_SCOPE)
        moved = float(changed[theirs].sum())
        changed[outside] += moved
        changed[theirs] = 0.0
        if moved > changed[outside] / 2 and moved > 0.1:  # noqa: PLR2004 what weighed in the answer is told
            reasons.append("role: what only the owner may ask is out of scope from a customer")
    return changed, tuple(reasons)


def _of_role(labels: Sequence[str], context: Context) -> tuple[Shares, str]:
    if context.role not in {"owner", "operator"}:
        return np.ones(0), ""
    lift = [
        _OWNER_LIFTED if label in _OWNERS else _OWNER_LOWERED if label in _RARE_FROM_OWNERS else 1.0 for label in labels
    ]
    return np.array(lift), f"role: {context.role}"


def _of_trade(labels: Sequence[str], context: Context) -> tuple[Shares, str]:
    trade = context.vertical.lower()
    for words, own, foreign in _TRADES:
        if trade and any(word in trade for word in words):
            lift = [_LIFTED if label in own else _LOWERED if label in foreign else 1.0 for label in labels]
            return np.array(lift), f"vertical: {context.vertical}"
    return np.ones(0), ""


def _of_question(labels: Sequence[str], context: Context) -> tuple[Shares, str]:
    asked = context.asked
    if not asked:
        return np.ones(0), ""
    if asked in _FILLING:
        lift = [_ANSWER_LIFTED if label == "book_appointment" else 1.0 for label in labels]
    elif asked in _YES_OR_NO or asked in labels:
        lift = [_ANSWER_LIFTED if label in _ANSWERS else 1.0 for label in labels]
    else:
        return np.ones(0), ""
    return np.array(lift), f"asked: {asked}"
