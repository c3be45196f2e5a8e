"""Do conditions hold as people mean them, and does a decision give the right reason?"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recado.automations.actions import AddNote, Assign, Notify, SendText
from recado.automations.errors import BadRule
from recado.automations.models import (
    Automation,
    AutomationId,
    Group,
    Heard,
    Hours,
    Opening,
    Past,
    Rule,
    SeenGroup,
    Situation,
    State,
    Value,
)
from recado.automations.models import Test as Compare
from recado.automations.rules import checking, conditions
from recado.automations.rules.catalogue import FIELDS, OPS
from recado.automations.rules.deciding import DEEPEST, MOST_IN_HOUR, Act, Postpone, Skip, decide, hears

NOW = datetime(2026, 3, 2, 15, tzinfo=UTC)
HELD = SeenGroup("all", held=True)


def holds(field: str, op: str, value: Value, **values: Value) -> bool:
    seen = {key.replace("__", "."): one for key, one in values.items()}
    group = Group("all", (Compare(field, op, value),))
    return conditions.look(group, Situation(NOW, values=seen)).held


@pytest.mark.parametrize(
    ("op", "value", "text", "held"),
    [
        ("contains", "preço", "Qual o PRECO?", True),
        ("contains", ["valor", "preço"], "qual o valor", True),
        ("contains", "", "qualquer", False),
        ("not_contains", "preço", "oi", True),
        ("word", "sim", "simples assim", False),
        ("word", "sim", "Sim, pode ser", True),
        ("word", "quanto custa", "e quanto  custa, hein?", True),
        ("is", "Encerrar", " encerrar ", True),
        ("is_not", "encerrar", "oi", True),
        ("starts", "olá", "Ola, tudo bem", True),
        ("filled", None, "", False),
        ("empty", None, "", True),
        ("is_not", "x", "", True),
        ("is", "x", "", False),
    ],
)
def test_texts(op: str, value: Value, text: str, held: bool) -> None:
    assert holds("message.text", op, value, message__text=text) is held


def test_numbers_tags_flags_and_what_is_not_there() -> None:
    assert holds("csat.score", "lte", 2, csat__score=2)
    assert holds("csat.score", "lte", "2,5", csat__score=2)
    assert not holds("csat.score", "gt", "dois", csat__score=2)
    assert holds("contact.tags", "has", ["vip", "Ouro"], contact__tags=["VIP"])
    assert holds("contact.tags", "has_not", "vip", contact__tags=[])
    assert holds("since.answered", "is", "false", since__answered=False)
    assert not holds("since.answered", "is", "true", since__answered=False)
    assert not holds("deal.kind", "is", "open")
    assert holds("deal.kind", "is_not", "open")
    assert not holds("csat.score", "lte", 5)


def test_groups_and_their_trace() -> None:
    yes, no = Compare("message.text", "filled"), Compare("message.text", "empty")
    situation = Situation(NOW, values={"message.text": "oi"})
    assert conditions.look(Group(), situation).held
    assert conditions.look(Group("any", (no, yes)), situation).held
    assert not conditions.look(Group("none", (no, yes)), situation).held
    trace = conditions.look(Group("all", (yes, Group("any", (no,)))), situation)
    assert (trace.held, [one.held for one in trace.tests]) == (False, [True, False])


@given(
    st.sampled_from(FIELDS),
    st.data(),
    st.one_of(st.none(), st.text(), st.integers(), st.booleans(), st.lists(st.text())),
)
@pytest.mark.no_cover
def test_no_value_breaks_a_comparison(field: object, data: st.DataObject, seen: Value) -> None:
    assert hasattr(field, "kind")
    assert hasattr(field, "key")
    op = data.draw(st.sampled_from([word for word, _ in OPS[field.kind]]))
    wanted = data.draw(st.one_of(st.text(), st.integers(), st.lists(st.text(), min_size=1)))
    assert holds(field.key, op, wanted, **{field.key.replace(".", "__"): seen}) in (True, False)


def automation(**rule: object) -> Automation:
    return Automation(
        id=AutomationId(uuid4()), name="A", state=State.ON, position=0, triggers=("x",), rule=Rule(**rule), revision=1,  # type: ignore[arg-type]
        enabled_at=NOW - timedelta(days=1), changed_by_name="", changed_at=NOW,
    )  # fmt: skip


def test_what_is_heard() -> None:
    one = automation()
    fact = Heard(1, "x", NOW, None, {})
    assert hears(one, fact) is None
    assert hears(one, replace(fact, at=NOW - timedelta(days=2))) == Skip("before_enabled")
    assert hears(one, replace(fact, depth=1, chain=(one.id,))) == Skip("own_effect")
    assert hears(one, replace(fact, depth=DEEPEST, chain=(uuid4(),) * DEEPEST)) == Skip("too_deep")


def test_decisions_give_their_reason() -> None:
    opens = NOW + timedelta(hours=3)
    closed, opened = Opening(False, opens), Opening(True, None)
    for one, opening, past, seen, due, wanted in (
        (automation(), None, Past(), HELD, NOW, Act()),
        (replace(automation(), state=State.OFF), None, Past(), HELD, NOW, Skip("switched_off")),
        (automation(), None, Past(), HELD, NOW - timedelta(hours=7), Skip("too_late")),
        (automation(), None, Past(), SeenGroup("all", held=False), NOW, Skip("conditions")),
        (automation(hours=Hours.OPEN), closed, Past(), HELD, NOW, Skip("closed_now")),
        (automation(hours=Hours.CLOSED), opened, Past(), HELD, NOW, Skip("open_now")),
        (automation(hours=Hours.CLOSED), closed, Past(), HELD, NOW, Act()),
        (automation(hours=Hours.NEXT_OPENING), closed, Past(), HELD, NOW, Postpone(opens)),
        (automation(hours=Hours.NEXT_OPENING), Opening(False, None), Past(), HELD, NOW, Skip("closed_now")),
        (automation(per_hour=2), None, Past(own_in_hour=2), HELD, NOW, Skip("hourly_limit")),
        (automation(per_hour=0), None, Past(own_in_hour=9), HELD, NOW, Act()),
        (automation(per_hour=0), None, Past(all_in_hour=MOST_IN_HOUR), HELD, NOW, Skip("conversation_limit")),
        (
            automation(again_after_minutes=60),
            None,
            Past(1, 1, NOW - timedelta(minutes=59)),
            HELD,
            NOW,
            Skip("too_soon"),
        ),
        (automation(again_after_minutes=60), None, Past(1, 1, NOW - timedelta(minutes=60)), HELD, NOW, Act()),
    ):
        assert decide(one, seen, opening, past, due_at=due, now=NOW) == wanted


@pytest.mark.parametrize(
    ("rule", "where", "why"),
    [
        (Rule(wait_minutes=50_000), "wait_minutes", "out_of_bounds"),
        (Rule(conditions=Group("all", (Compare("nada", "is", "x"),))), "conditions.0", "unknown_field"),
        (Rule(conditions=Group("all", (Compare("message.text", "gt", 1),))), "conditions.0", "unknown_op"),
        (Rule(conditions=Group("all", (Compare("message.text", "is", []),))), "conditions.0", "value_missing"),
        (Rule(conditions=Group("all", (Compare("csat.score", "gt", "nan"),))), "conditions.0", "not_a_number"),
        (Rule(conditions=Group("all", (Compare("deal.kind", "is", "x"),))), "conditions.0", "unknown_choice"),
        (Rule(conditions=Group("all", (Compare("conversation.team", "is", "x"),))), "conditions.0", "teams_missing"),
        (Rule(actions=(Assign(),)), "actions.0.team_id", "missing"),
        (Rule(actions=(Assign(team_id=uuid4()),)), "actions.0.team_id", "teams_missing"),
        (Rule(actions=(SendText(" "),)), "actions.0.text", "missing"),
        (Rule(actions=(AddNote("ok"), Notify((), "oi"))), "actions.1.member_ids", "missing"),
    ],
)
def test_what_could_not_work_is_refused_with_its_place(rule: Rule, where: str, why: str) -> None:
    with pytest.raises(BadRule) as refused:
        checking.check(["contacts.created"], rule, {}, text=lambda _text: None)
    assert (refused.value.data["where"], refused.value.data["why"]) == (where, why)


def test_groups_may_not_lie_too_deep() -> None:
    deep = Group("all", (Compare("message.text", "filled"),))
    for _ in range(checking.DEEPEST_GROUP):
        deep = Group("all", (deep,))
    with pytest.raises(BadRule):
        checking.check(["contacts.created"], Rule(conditions=deep), {}, text=lambda _text: None)
