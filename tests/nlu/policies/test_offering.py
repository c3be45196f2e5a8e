"""Is a person offered when somebody has been dissatisfied twice in a row, and only then?"""

from __future__ import annotations

import pytest

from recado.nlu.models import Feeling
from recado.nlu.policies import offers_person

N, P, O = "negative", "positive", "neutral"  # noqa: E741


@pytest.mark.parametrize(
    ("last", "offered"),
    [
        ((), False),
        ((N,), False),
        ((N, N), True),
        ((N, O), False),
        ((O, N), False),
        ((N, P, N), False),
        ((N, O, N), False),
        ((P, N, N), True),
        ((N, N, P), False),
        ((N, N, N), True),
        ((N, N, O, N), False),
    ],
)
def test_offered(last: tuple[Feeling, ...], offered: bool) -> None:
    assert offers_person(last) is offered
