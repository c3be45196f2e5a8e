"""Is a call repeated exactly where its author or its method allows it?"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from recado.conversations.models import Answer, Silence
from recado.flows.rules.asking import Again, Call, Give, Unknown, after_call, may_call
from recado.flows.rules.waiting import LONGEST_HOLD, Drop, Hold, Take, fate_of

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("kind", "request_", "state", "attempts", "decided"),
    [
        ("http", {"method": "POST"}, "asked", 0, Call()),
        ("http", {"method": "POST"}, "calling", 1, Unknown()),
        ("http", {"method": "PATCH", "retries": 0}, "calling", 1, Unknown()),
        ("http", {"method": "POST", "retries": 1}, "calling", 1, Call()),
        ("http", {"method": "post", "retries": True}, "calling", 1, Unknown()),
        ("http", {"method": "get"}, "calling", 1, Call()),
        ("http", {"method": "DELETE"}, "calling", 2, Call()),
        ("http", {"method": "GET"}, "calling", 3, Unknown()),
        ("webhook", {"method": "POST"}, "calling", 1, Call()),
        ("webhook", {"method": "POST"}, "calling", 3, Unknown()),
    ],
)
def test_a_call_that_was_interrupted(
    kind: str, request_: dict[str, Any], state: str, attempts: int, decided: object
) -> None:
    assert may_call(kind, request_, state=state, attempts=attempts) == decided


@pytest.mark.parametrize(
    ("retries", "again", "wait_s", "attempts", "decided"),
    [
        (0, True, 0.0, 1, Give()),
        (2, False, 0.0, 1, Give()),
        (2, True, 0.0, 1, Again(1.0)),
        (2, True, 0.0, 2, Again(3.0)),
        (2, True, 0.0, 3, Give()),
        (2, True, 20.0, 1, Again(20.0)),
        (2, True, 61.0, 1, Give()),
        (99, True, 0.0, 5, Again(60.0)),
        (99, True, 0.0, 6, Give()),
    ],
)
def test_a_call_that_did_not_succeed(retries: int, again: bool, wait_s: float, attempts: int, decided: object) -> None:
    assert after_call({"retries": retries}, again=again, wait_s=wait_s, attempts=attempts) == decided


@pytest.mark.parametrize(
    ("decided", "held_for", "fate"),
    [
        (Answer("on_reply"), None, Take()),
        (Answer("on_reply"), timedelta(days=30), Take()),
        (Silence("person_answers"), None, Hold(NOW + timedelta(minutes=1))),
        (Silence("person_answers"), LONGEST_HOLD - timedelta(seconds=1), Hold(NOW + timedelta(minutes=1))),
        (Silence("person_answers"), LONGEST_HOLD, Drop("held_too_long")),
        (Silence("archived"), None, Drop("archived")),
        (Silence("opted_out"), None, Drop("opted_out")),
        (Silence("consent_revoked"), None, Drop("consent_revoked")),
    ],
)
def test_what_is_due_where_no_machine_may_speak(
    decided: Answer | Silence, held_for: timedelta | None, fate: object
) -> None:
    held_since = None if held_for is None else NOW - held_for
    assert fate_of(decided, held_since=held_since, now=NOW) == fate
