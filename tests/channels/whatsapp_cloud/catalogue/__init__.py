"""Which deliveries must the Cloud API adapter read, and what must it read from each?"""

from __future__ import annotations

from tests.channels.whatsapp_cloud.catalogue import (
    answers,
    batches,
    coexistence,
    fields,
    notices,
    people,
    statuses,
    texts_and_media,
)
from tests.channels.whatsapp_cloud.catalogue.building import Case


def all_cases() -> list[Case]:
    """Every case, in the order of the reference page."""
    parts = (texts_and_media, answers, people, notices, statuses, coexistence, fields, batches)
    return [case for part in parts for case in part.cases()]
