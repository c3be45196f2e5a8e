"""Does a session that waits live until its timer, however late that is, and not go on alone for ever?"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from recado.flows.engine.effects import HandToHuman, StartTimer
from recado.flows.engine.inputs import Answer, Input, Timer
from recado.flows.engine.limits import Limits
from recado.flows.engine.problems import Code
from recado.flows.nodes.split import Arm, drawn
from tests.flows.engine.support import MARIA, ZONE, Talk, ask, codes, flow_of, said_by, say


def wait(amount: float, unit: str, **exits: str) -> dict[str, Any]:
    return {"type": "wait", "options": {"amount": amount, "unit": unit}, "exits": exits}


def fires(talk: Talk, **late: float) -> list[str]:
    """The timer that the session waits for, when it is due or so much later."""
    assert talk.session is not None
    assert talk.session.wakes_at is not None
    talk.at = talk.session.wakes_at + timedelta(**late)
    return talk._advance(Input(Timer(talk.session.waiting_for), talk.at, ZONE, MARIA, seed=1))


MONTHS = flow_of(
    {
        "a": say("Até logo!", next="w"),
        "w": wait(3, "months", next="q"),
        "q": ask("Voltou?", {"next": "z"}),
        "z": say("Oba!"),
    }
)


def test_a_wait_of_months_does_not_expire() -> None:
    talk = Talk(MONTHS)
    assert talk.says("oi") == ["Até logo!"]
    timer = next(effect for effect in talk.last.effects if isinstance(effect, StartTimer))
    assert (timer.key, timer.at) == (talk.last.session.waiting_for, talk.last.session.wakes_at)
    talk.later(days=60)
    assert talk.says("oi?") == []
    assert not talk.last.began
    assert talk.last.session.waiting_for == timer.key
    assert fires(talk) == ["Voltou?"]
    talk.later(hours=23)
    assert talk.says("voltei") == ["Oba!"]
    assert talk.state == "ended"


def test_a_timer_that_fires_days_late_still_counts() -> None:
    talk = Talk(MONTHS)
    talk.says("oi")
    assert fires(talk, days=9) == ["Voltou?"]


def test_a_message_after_the_day_that_follows_a_lost_timer_begins_anew() -> None:
    talk = Talk(MONTHS)
    talk.says("oi")
    assert talk.session is not None
    assert talk.session.wakes_at is not None
    talk.at = talk.session.wakes_at + timedelta(hours=25)
    assert talk.says("oi") == ["Até logo!"]
    assert talk.last.began


def test_a_timer_fires_once() -> None:
    talk = Talk(MONTHS)
    talk.says("oi")
    key = talk.last.session.waiting_for
    assert fires(talk) == ["Voltou?"]
    again = talk._advance(Input(Timer(key), talk.at, ZONE, MARIA, seed=1))
    assert (again, codes(talk.last)) == ([], [Code.STALE_INPUT])


def test_who_answers_before_leaves_and_the_timer_is_stale() -> None:
    nodes = {"w": wait(2, "days", next="late", replied="early"), "late": say("Oi?"), "early": say("Que bom!")}
    talk = Talk(flow_of(nodes))
    talk.says("oi")
    key = talk.last.session.waiting_for
    assert talk.says("cheguei") == ["Que bom!"]
    assert talk._advance(Input(Timer(key), talk.at, ZONE, MARIA, seed=1)) == []


def test_each_round_of_a_ring_has_a_timer_of_its_own() -> None:
    talk = Talk(flow_of({"a": wait(1, "days", next="m"), "m": say("{{ today }}", next="a")}))
    talk.says("oi")
    keys = set()
    for _ in range(5):
        keys.add(talk.last.session.waiting_for)
        assert len(fires(talk)) == 1
    assert len(keys) == 5


def test_a_flow_that_goes_on_alone_is_stopped_and_a_word_of_the_person_counts_anew() -> None:
    flow = flow_of({"a": wait(1, "minutes", next="a")})
    talk = Talk(flow, limits=Limits(alone=3))
    talk.says("oi")
    for _ in range(3):
        fires(talk)
    talk.says("ainda aí?")
    for _ in range(3):
        fires(talk)
    assert talk.state == "waiting"
    fires(talk)
    assert (talk.state, codes(talk.last)) == ("failed", [Code.TOO_LONG_ALONE])
    assert any(isinstance(effect, HandToHuman) for effect in talk.last.effects)


def test_a_ring_of_asks_is_stopped_as_well() -> None:
    call = {"type": "api_call", "options": {"url": "https://x.example/"}, "exits": {"next": "a", "error": "a"}}
    talk = Talk(flow_of({"a": call}), limits=Limits(alone=10))
    talk.says("oi")
    for _ in range(11):
        assert talk.session is not None
        told = Answer(talk.session.waiting_for, True, {"status": 200, "headers": {}, "body": {}, "ms": 1})
        talk._advance(Input(told, talk.at, ZONE, MARIA, seed=1))
    assert codes(talk.last) == [Code.TOO_LONG_ALONE]


def test_a_wait_in_a_called_flow_comes_back_to_the_caller() -> None:
    sub = flow_of(
        {"w": wait(2, "days", next="m"), "m": say("{{ nome }}, lembra?", next="q"), "q": ask("?", variable="r")},
        flow="sub",
    )
    given, taken = [{"variable": "nome", "value": "{{ pet }}"}], [{"variable": "resposta", "from": "r"}]
    call = {
        "type": "run_flow",
        "options": {"flow": "sub", "parameters": given, "results": taken},
        "exits": {"next": "z"},
    }
    main = flow_of(
        {"c": call, "z": say("{{ pet }}: {{ resposta }}{{ nome | default: '' }}")},
        variables={"pet": {"default": "Thor"}},
    )
    talk = Talk(main, sub)
    talk.says("oi")
    assert [frame.variables for frame in talk.last.session.stack] == [{"pet": "Thor"}]
    assert fires(talk) == ["Thor, lembra?", "?"]
    assert talk.says("lembro") == ["Thor: lembro"]
    assert said_by(talk.last) == ["Thor: lembro"]
    assert dict(talk.last.session.variables) == {"pet": "Thor", "resposta": "lembro"}


def test_a_split_is_fair_and_a_changed_arm_moves_only_its_own() -> None:
    people = [f"f\nn\n{number}" for number in range(20_000)]
    three = (Arm(id="a"), Arm(id="b"), Arm(id="c", weight=2))
    before = {lot: drawn(three, lot) for lot in people}
    shares = [sum(arm == name for arm in before.values()) / len(people) for name in "abc"]
    assert [round(share, 1) for share in shares] == [0.2, 0.2, 0.5] or abs(shares[0] - 0.25) < 0.01
    assert abs(shares[2] - 0.5) < 0.01
    renamed = {lot: drawn((Arm(id="novo"), *three[1:]), lot) for lot in people}
    moved = [lot for lot in people if renamed[lot] != before[lot]]
    assert all(before[lot] == "a" or renamed[lot] == "novo" for lot in moved)
    assert len(moved) / len(people) < 0.42
    heavier = {lot: drawn((*three[:2], Arm(id="c", weight=4)), lot) for lot in people}
    assert all(heavier[lot] == "c" for lot in people if heavier[lot] != before[lot])
    without = {lot: drawn(three[1:], lot) for lot in people}
    assert all(without[lot] == before[lot] for lot in people if before[lot] != "a")
