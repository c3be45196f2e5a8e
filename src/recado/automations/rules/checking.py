"""Could a rule work as it is written? What could not is refused with its place, before anybody relies on it."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Final

from recado.automations import actions
from recado.automations.errors import BadRule
from recado.automations.models import Group, Rule, Test
from recado.automations.rules.catalogue import BY_FACT, NEEDS_NOTHING, OPS, field_of

MOST_TRIGGERS: Final = 10
MOST_TESTS: Final = 40
MOST_ACTIONS: Final = 15
DEEPEST_GROUP: Final = 4
MOST_VALUES: Final = 50
LONGEST_VALUE: Final = 500
LONGEST_WAIT: Final = 30 * 24 * 60
MOST_PER_HOUR: Final = 60

References = Mapping[str, Collection[str]]
"""What an organization has, by kind: `members`, `teams`, `channels`, `bots`, `pipelines`, `stages`, `webhooks`."""


def check(triggers: Sequence[str], rule: Rule, known: References, *, text: Callable[[str], None]) -> None:
    """Raise `BadRule`; `text` raises for words whose variables nobody could fill in."""
    _check_triggers(triggers)
    if not 0 <= rule.wait_minutes <= LONGEST_WAIT:
        raise BadRule(where="wait_minutes", why="out_of_bounds", limit=LONGEST_WAIT)
    if not 0 <= rule.again_after_minutes <= LONGEST_WAIT:
        raise BadRule(where="again_after_minutes", why="out_of_bounds", limit=LONGEST_WAIT)
    if not 0 <= rule.per_hour <= MOST_PER_HOUR:
        raise BadRule(where="per_hour", why="out_of_bounds", limit=MOST_PER_HOUR)
    if sum(1 for _ in _tests(rule.conditions)) > MOST_TESTS:
        raise BadRule(where="conditions", why="too_many", limit=MOST_TESTS)
    _check_group(rule.conditions, "conditions", known, 1)
    if len(rule.actions) > MOST_ACTIONS:
        raise BadRule(where="actions", why="too_many", limit=MOST_ACTIONS)
    for at, action in enumerate(rule.actions):
        _check_action(action, f"actions.{at}", known, text)


def check_ready(rule: Rule) -> None:
    """Raise `BadRule` for what may be drawn but not be put into service."""
    if not rule.actions:
        raise BadRule(where="actions", why="missing")


def _check_triggers(triggers: Sequence[str]) -> None:
    if not triggers or len(triggers) > MOST_TRIGGERS:
        raise BadRule(where="triggers", why="missing" if not triggers else "too_many", limit=MOST_TRIGGERS)
    for at, one in enumerate(triggers):
        if one not in BY_FACT:
            raise BadRule(where=f"triggers.{at}", why="unknown", value=one[:80])


def _tests(group: Group) -> Iterator[Test]:
    for one in group.tests:
        if isinstance(one, Group):
            yield from _tests(one)
        else:
            yield one


def _check_group(group: Group, where: str, known: References, depth: int) -> None:
    if depth > DEEPEST_GROUP:
        raise BadRule(where=where, why="too_deep", limit=DEEPEST_GROUP)
    for at, one in enumerate(group.tests):
        place = f"{where}.{at}"
        if isinstance(one, Group):
            _check_group(one, place, known, depth + 1)
        else:
            _check_test(one, place, known)


def _check_test(test: Test, where: str, known: References) -> None:
    field = field_of(test.field)
    if field is None:
        raise BadRule(where=where, why="unknown_field", value=test.field[:80])
    if test.op not in dict(OPS[field.kind]):
        raise BadRule(where=where, why="unknown_op", value=test.op[:80])
    if test.op in NEEDS_NOTHING:
        return
    values = test.value if isinstance(test.value, list) else [test.value]
    if not values or any(one is None or one == "" for one in values):
        raise BadRule(where=where, why="value_missing")
    if len(values) > MOST_VALUES or any(len(str(one)) > LONGEST_VALUE for one in values):
        raise BadRule(where=where, why="value_too_long")
    if field.kind in ("number", "money") and not all(_is_number(one) for one in values):
        raise BadRule(where=where, why="not_a_number")
    if field.kind == "ref":
        _check_known(values, field.refers, where, known)
    allowed = {word for word, _ in field.choices}
    if allowed and not all(str(one).lower() in allowed for one in values):
        raise BadRule(where=where, why="unknown_choice")


def _is_number(value: object) -> bool:
    try:
        return math.isfinite(float(str(value).replace(",", ".")))
    except ValueError:
        return False


def _check_known(values: Sequence[object], kind: str, where: str, known: References) -> None:
    missing = [str(one) for one in values if str(one) not in known.get(kind, ())]
    if missing:
        raise BadRule(where=where, why=f"{kind}_missing", value=missing[0][:80])


_REFERENCES: Final = (
    ("member_id", "members"), ("team_id", "teams"), ("bot_id", "bots"), ("pipeline_id", "pipelines"),
    ("stage_id", "stages"), ("webhook_id", "webhooks"), ("member_ids", "members"),
)  # fmt: skip
_REQUIRED: Final = ("text", "reason", "name", "field")


def _check_action(
    action: actions.Action, where: str, known: References, text: Callable[[str], None]
) -> None:  # fmt: skip
    for attribute, kind in _REFERENCES:
        value = getattr(action, attribute, None)
        given = value if isinstance(value, tuple) else () if value is None else (value,)
        _check_known(given, kind, f"{where}.{attribute}", known)
    for attribute in _REQUIRED:
        if not getattr(action, attribute, "-").strip():
            raise BadRule(where=f"{where}.{attribute}", why="missing")
    if isinstance(action, actions.Assign) and action.team_id is None and action.member_id is None:
        raise BadRule(where=f"{where}.team_id", why="missing")
    if isinstance(action, actions.ChangeTags) and not (*action.add, *action.remove):
        raise BadRule(where=f"{where}.add", why="missing")
    if isinstance(action, actions.Notify) and not action.member_ids:
        raise BadRule(where=f"{where}.member_ids", why="missing")
    for attribute, words in _words(action):
        try:
            text(words)
        except Exception as fault:
            raise BadRule(where=f"{where}.{attribute}", why=str(fault)) from fault


def _words(action: actions.Action) -> Iterator[tuple[str, str]]:
    """The texts of an action in which variables may stand."""
    if isinstance(action, actions.SendText | actions.Notify | actions.AddNote):
        yield "text", action.text
    if isinstance(action, actions.SetField):
        yield "value", action.value
    if isinstance(action, actions.CreateDeal):
        yield "title", action.title
    if isinstance(action, actions.SendTemplate):
        for at, one in enumerate(action.values):
            yield f"values.{at}", one
