"""Does a session come back from JSON as it went?"""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recado.flows.engine.session import FORMAT, Frame, Session, SessionUnreadable, State
from recado.flows.engine.values import Day, Moment, Money, Value, as_text, clean, clean_text, size_of

NOW = datetime(2026, 11, 21, 15, tzinfo=UTC)
KEPT = Path(__file__).parent.parent / "sessions"
FRESH = Session(
    bot="b", flow="f", version=1, node="n", state=State.WAITING, started_at=NOW, last_input_at=NOW, expires_at=NOW
)

_TEXT = st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\x00"))
_MOMENTS = st.datetimes(timezones=st.just(UTC))
VALUES = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(-(2**53), 2**53), st.floats(allow_nan=False, allow_infinity=False), _TEXT,
        st.builds(Money, st.integers()), st.builds(Day, st.dates()), st.builds(Moment, _MOMENTS),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.one_of(_TEXT, st.sampled_from(["$money", "$day", "$object", "$x"])), inner, max_size=2),
    ),
    max_leaves=6,
)  # fmt: skip
_FRAMES = st.builds(
    Frame, _TEXT, st.integers(0), _TEXT, st.dictionaries(_TEXT, VALUES, max_size=2),
    st.lists(st.tuples(_TEXT, _TEXT), max_size=2).map(tuple),
)  # fmt: skip
SESSIONS = st.fixed_dictionaries(
    {
        "bot": _TEXT, "flow": _TEXT, "version": st.integers(0), "node": _TEXT, "state": st.sampled_from(State),
        "started_at": _MOMENTS, "last_input_at": _MOMENTS, "expires_at": _MOMENTS, "turn": st.integers(0),
        "variables": st.dictionaries(_TEXT, VALUES, max_size=5), "stack": st.lists(_FRAMES, max_size=3).map(tuple),
        "path": st.lists(_TEXT, max_size=3).map(tuple), "attempts": st.integers(0),
        "recent": st.lists(_TEXT, max_size=3).map(tuple), "waiting_for": _TEXT, "alone": st.integers(0),
        "wakes_at": st.one_of(st.none(), _MOMENTS),
    }
).map(lambda given: Session(**given))  # fmt: skip


@given(session=SESSIONS)
def test_to_json_and_back_is_the_identity(session: Session) -> None:
    assert Session.from_json(json.loads(json.dumps(session.to_json()))) == session


@pytest.mark.parametrize(
    "change",
    [
        {"format": 0}, {"format": 3}, {"format": True}, {"format": None}, {"wakes_at": 5}, {"state": "dancing"},
        {"version": "1"}, {"version": True}, {"node": None},
        {"turn": 1.5}, {"started_at": "yesterday"}, {"started_at": "2026-01-01T00:00:00"}, {"stack": [["f", 1]]},
        {"stack": [{"flow": "f"}]},
        {"stack": 5}, {"path": [1]}, {"variables": []}, {"variables": {"a": {"$money": "x"}}},
        {"variables": {"a": {"$nope": 1}}}, {"variables": {"a": {"$day": "x"}}},
    ],
)  # fmt: skip
def test_what_is_no_session_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(SessionUnreadable):
        Session.from_json({**FRESH.to_json(), **change})
    with pytest.raises(SessionUnreadable):
        Session.from_json({})


@pytest.mark.parametrize("number", range(1, FORMAT + 1))
def test_each_format_a_session_was_ever_stored_in_is_read(number: int) -> None:
    kept = json.loads((KEPT / f"v{number}.json").read_text("utf-8"))
    session = Session.from_json(kept["stored"])
    assert session.to_json() == kept["today"]
    assert (kept["stored"] == kept["today"]) is (number == FORMAT)


def test_values_read_as_a_person_writes() -> None:
    values: tuple[Value, ...] = (None, True, False, 3, 1234.5, 1e20, "x", Money(-5), [1, "a"], {"a": 1})
    assert [as_text(value) for value in values] == [
        "", "sim", "não", "3", "1234,5", "100000000000000000000", "x", "-R$ 0,05", "1, a", "a: 1",
    ]  # fmt: skip
    assert as_text(Day(date(2026, 1, 2))) == "02/01/2026"


def test_values_from_outside_are_made_safe() -> None:
    assert clean(float("nan")) is None
    assert clean(10**30) == str(10**30)
    assert clean(10**100) is None
    assert clean({1: {"a"}}) == {"1": ["a"]}
    assert clean(object()) is None
    assert clean(date(2026, 1, 2)) == Day(date(2026, 1, 2))
    assert clean(NOW) == Moment(NOW)
    nested: Any = 1
    for _ in range(100):
        nested = [nested]
    assert size_of(clean(nested)) < 100
    assert clean_text("a\x00\ud800é") == "a\ufffdé"
    assert clean_text("\ud83d\udc36") == "🐶"


def test_expiry_and_end() -> None:
    assert FRESH.is_expired(NOW)
    assert not FRESH.is_over()
