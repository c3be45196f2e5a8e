"""When is a person offered?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from recado.nlu.models import Feeling

_IN_A_ROW: Final = 2


def offers_person(last: Sequence[Feeling]) -> bool:
    """Whether the person's last messages, the latest last, were negative twice in a row."""
    return len(last) >= _IN_A_ROW and all(label == "negative" for label in last[-_IN_A_ROW:])
