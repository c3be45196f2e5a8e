"""What do turns add to the figures, and how sure are shares?"""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recado.flows.models import Figure, TurnSeen
from recado.flows.rules.figures import Interval, count, is_better, median, seconds_of, share, step_of

ZONE = ZoneInfo("America/Sao_Paulo")
ANA, BIA = UUID(int=1), UUID(int=2)
NOON = datetime(2026, 3, 2, 15, 0, tzinfo=UTC)
TODAY = date(2026, 3, 2)


def turn(number: int, *path: str, session: UUID = ANA, after: timedelta = timedelta(0), end: str = "") -> TurnSeen:
    """A turn through the nodes of flow `f` (or `flow/node`); it waits unless it has an end."""
    steps = [step if "/" in step else f"f/{step}" for step in path]
    edges = [(*one.split("/"), "next") for one in steps[:-1]]
    flow, node = steps[-1].split("/")
    return TurnSeen(
        session, number, NOON + after, flow, node, steps, [(a, b, c) for a, b, c in edges], not end, end == "ended"
    )


def counted(*turns: TurnSeen, new: list[int] | None = None) -> Counter[Figure]:
    wanted = [(one.session, one.number) for one in turns if new is None or one.number in new]
    return count(turns, wanted, ZONE)


def test_a_session_that_comes_to_its_end() -> None:
    found = counted(turn(1, "inicio", "nome"), turn(2, "nome", "fim", after=timedelta(seconds=30), end="ended"))

    assert found[Figure("f", TODAY, "started")] == 1
    assert found[Figure("f", TODAY, "completed")] == 1
    assert found[Figure("f", TODAY, "entered", "nome")] == 2
    assert found[Figure("f", TODAY, "stopped", "nome")] == 1
    assert found[Figure("f", TODAY, "resumed", "nome")] == 1
    assert found[Figure("f", TODAY, "taken", "inicio", "next")] == 1
    assert found[Figure("f", TODAY, "converted", "nome", "next")] == 1
    (waited,) = (one for one in found if one.kind == "waited")
    assert seconds_of(int(waited.about)) == pytest.approx(30, rel=0.05)


def test_who_stays_away_stopped_and_did_not_resume() -> None:
    found = counted(turn(1, "inicio", "nome"))
    assert found[Figure("f", TODAY, "stopped", "nome")] == 1
    assert not any(one.kind in ("resumed", "completed", "converted") for one in found)


def test_a_question_that_gave_up_is_no_end() -> None:
    found = counted(turn(1, "inicio", "nome"), turn(2, "nome", end="failed"))
    assert found[Figure("f", TODAY, "stopped", "nome")] == 2
    assert found[Figure("f", TODAY, "resumed", "nome")] == 1
    assert Figure("f", TODAY, "completed") not in found


def test_an_end_counts_on_the_day_of_its_beginning() -> None:
    evening, morning = timedelta(hours=11), timedelta(hours=20)
    found = counted(turn(1, "inicio", "nome", after=evening), turn(2, "nome", "fim", after=morning, end="ended"))
    # 23:00 in São Paulo is the next day in UTC.
    assert found[Figure("f", TODAY, "started")] == 1
    assert found[Figure("f", TODAY, "completed")] == 1
    assert found[Figure("f", TODAY, "resumed", "nome")] == 1
    assert found[Figure("f", TODAY + timedelta(days=1), "entered", "fim")] == 1


def test_a_called_flow_counts_each_session_once() -> None:
    found = counted(
        turn(1, "inicio", "g/pergunta"),
        turn(2, "g/pergunta", "menu"),
        turn(3, "menu", "g/pergunta"),
        turn(4, "g/pergunta"),
    )
    assert found[Figure("g", TODAY, "started")] == 1
    assert found[Figure("g", TODAY, "passed", "pergunta", "next")] == 1
    assert found[Figure("f", TODAY, "taken", "menu", "next")] == 1


def test_sessions_do_not_mix() -> None:
    found = counted(turn(1, "inicio", "nome"), turn(1, "inicio", "nome", session=BIA))
    assert found[Figure("f", TODAY, "started")] == 2


@given(st.lists(st.sampled_from(["inicio", "a", "b", "g/c"]), min_size=1, max_size=12), st.data())
def test_counting_bit_by_bit_is_counting_at_once(nodes: list[str], data: st.DataObject) -> None:
    turns = [turn(at, *nodes[at - 1 : at + 1], after=timedelta(minutes=at)) for at in range(1, len(nodes) + 1)]
    cut = data.draw(st.integers(0, len(turns)))
    first = counted(*turns[:cut])
    second = counted(*turns, new=[one.number for one in turns[cut:]])
    assert first + second == counted(*turns)


@given(st.floats(0, 1e8))
def test_a_duration_is_kept_within_five_per_cent(seconds: float) -> None:
    assert seconds_of(step_of(seconds)) == pytest.approx(seconds, rel=0.05, abs=0.15)


def test_the_median_is_the_middle_one() -> None:
    assert median(Counter()) is None
    assert median(Counter(map(step_of, [5, 10, 4000]))) == pytest.approx(10, rel=0.05)


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"),
    # Wilson's interval as the tables of statistics handbooks have it.
    [(0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (5, 10, 0.2366, 0.7634), (81, 263, 0.2553, 0.3662)],
)
def test_wilsons_interval(part: int, whole: int, low: float, high: float) -> None:
    found = share(part, whole)
    assert found is not None
    assert found.low == pytest.approx(low, abs=1e-3)
    assert found.high == pytest.approx(high, abs=1e-3)


def test_nobody_has_no_share_and_few_people_prove_nothing() -> None:
    assert share(0, 0) is None
    assert not is_better(Interval(0.75, 0.30, 0.95), Interval(0.25, 0.05, 0.70))
    more, less = share(300, 400), share(100, 400)
    assert more is not None
    assert less is not None
    assert is_better(more, less)
    assert not is_better(less, more)
