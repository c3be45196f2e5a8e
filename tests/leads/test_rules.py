"""Do ranks keep their order whatever is put where, and do steps only ever get smaller?"""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recado.leads.models import Closing, Color, Counted, Pipeline, PipelineId, Stage, StageId, StageKind
from recado.leads.rules import conversion, periods, ranks, stages

_SAME = settings(deadline=None, derandomize=True, database=None)


@_SAME
@given(st.lists(st.floats(0, 1), max_size=300))
def test_a_rank_fits_between_any_two_and_touches_none(places: list[float]) -> None:
    found: list[str] = []
    for place in places:
        at = round(place * len(found))
        rank = ranks.between(found[at - 1] if at else None, found[at] if at < len(found) else None)
        found.insert(at, rank)
        assert found == sorted(found)
        assert len(set(found)) == len(found)


@pytest.mark.parametrize("at", [0, 1, -1])
def test_a_thousand_at_one_place_keep_their_ranks_short(at: int) -> None:
    found = [ranks.between(None, None)]
    found.append(ranks.between(found[0], None))
    for _ in range(1_000):
        place = len(found) if at == -1 else at
        found.insert(
            place, ranks.between(found[place - 1] if place else None, found[place] if place < len(found) else None)
        )
    assert found == sorted(found)
    # Both ends take numbers only; one gap that is halved a thousand times pays a letter for every five or so.
    assert max(map(len, found)) <= (ranks.WIDTH if at != 1 else 230)


def test_whole_stages_are_numbered_behind_what_stands_there() -> None:
    moved = ranks.behind("500000000007i", 3)
    assert moved == sorted(moved)
    assert moved[0] > "500000000007i"
    with pytest.raises(ValueError, match="smaller"):
        ranks.between("b", "a")


def _stage(number: int, kind: StageKind) -> Stage:
    return Stage(StageId(UUID(int=number)), PipelineId(UUID(int=0)), f"E{number}", kind, Color.BLUE, number)


OPEN = [_stage(number, StageKind.OPEN) for number in range(1, 5)]
SALES = Pipeline(PipelineId(UUID(int=0)), "Vendas", (*OPEN, _stage(8, StageKind.WON), _stage(9, StageKind.LOST)))


@_SAME
@given(st.lists(st.tuples(st.sampled_from([None, *(one.id for one in OPEN)]), st.integers(0, 9), st.integers(0, 9))))
def test_no_step_is_larger_than_the_one_before(drawn: list[tuple[StageId | None, int, int]]) -> None:
    counted = [Counted(stage, won + other, won) for stage, won, other in drawn]
    reached = [step.reached for step in conversion.steps(SALES, counted, {})]
    assert reached == sorted(reached, reverse=True)
    assert reached[0] == sum(one.deals for one in counted)
    assert reached[-1] >= sum(one.won for one in counted)


def test_without_deals_there_are_no_shares() -> None:
    assert {(step.of_entered, step.of_previous) for step in conversion.steps(SALES, [], {})} == {(None, None)}


def test_a_loss_needs_a_reason_and_words_will_do() -> None:
    won, lost = SALES.stages[-2:]
    assert stages.closing_of(lost, Closing(note="  ")) is None
    assert stages.closing_of(lost, Closing(note=" caro ")) == Closing(note="caro")
    assert stages.closing_of(won, Closing()) == Closing()
    assert stages.closing_of(OPEN[0], Closing(note="esquecido")) == Closing()


def test_the_last_day_counts_whole() -> None:
    since, until = periods.span(date(2026, 3, 1), date(2026, 3, 1), "America/Sao_Paulo")
    assert since == datetime(2026, 3, 1, 3, tzinfo=UTC)
    assert until == datetime(2026, 3, 2, 3, tzinfo=UTC)
    assert periods.span(None, date.max, "America/Sao_Paulo") == (None, None)
