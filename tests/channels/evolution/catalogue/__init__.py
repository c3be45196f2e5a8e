"""Which deliveries must the Evolution adapter read, and what must it read from each?"""

from __future__ import annotations

from tests.channels.evolution.catalogue import contents, keys, notices
from tests.channels.evolution.catalogue.building import Case


def all_cases() -> list[Case]:
    """Every case."""
    return [case for part in (contents, keys, notices) for case in part.cases()]
