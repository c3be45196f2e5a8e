"""Which phrases is the model taught from, and which labels are there?"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import resources
from typing import Final

CUSTOMER_LABELS: Final = (
    "greeting", "goodbye", "thanks", "affirm", "deny", "help", "human_handoff", "complaint", "opening_hours", "location",
    "price_question", "payment_methods", "opt_out", "privacy_request", "book_appointment", "reschedule_appointment",
    "cancel_appointment", "check_availability", "list_appointments", "register_pet", "pet_health_question", "car_search",
    "car_details", "compare_cars", "refine_search", "financing", "trade_in", "test_drive", "interested", "not_interested",
    "wrong_number", "already_paid", "promise_to_pay", "negotiate_debt", "duplicate_bill", "schedule_meeting",
)  # fmt: skip
OWNER_LABELS: Final = (
    "query_agenda", "query_clients", "query_contracts", "query_campaigns", "create_campaign", "analytics_query",
    "inactive_clients_query", "memorize", "generate_image", "delegate_message",
)  # fmt: skip
OUT_OF_SCOPE: Final = "out_of_scope"
LABELS: Final = (*CUSTOMER_LABELS, *OWNER_LABELS, OUT_OF_SCOPE)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence and what whoever says it wants."""

    text: str
    label: str


def package_phrases() -> tuple[Phrase, ...]:
    """Return the phrases that ship with the package, label by label in the taxonomy's order; none twice in a label."""
    folder = resources.files("recado.nlu").joinpath("data", "intents")
    found: list[Phrase] = []
    for label in LABELS:
        lines = folder.joinpath(f"{label}.txt").read_text(encoding="utf-8").splitlines()
        kept = (line.strip() for line in lines)
        found.extend(Phrase(text, label) for text in dict.fromkeys(kept) if text and not text.startswith("#"))
    return tuple(found)


def fingerprint(phrases: Iterable[Phrase]) -> str:
    """Return a digest of phrases in their order, and of what they are read with."""
    digest = hashlib.sha256()
    for name in ("abbreviations.txt", "concepts.txt"):
        digest.update(resources.files("recado.nlu").joinpath("data", name).read_bytes())
    for phrase in phrases:
        digest.update(f"{phrase.label}\t{phrase.text}\n".encode())
    return digest.hexdigest()
