"""What are the figures of reports over a span of time? One definition each, for the screen, the API and every export.

Spans are bounded by local days of the organization; bounds are moments, oldest first. A key is the number of a span (from
1), an hour of the day, or the id of a person or team.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from recado.foundation.database import Row, Transaction

# Each is the rest of a statement that begins with `select`: what it adds up is one thing, and by what it is grouped another.
_SPAN = "width_bucket({at}, $2::timestamptz[])"
_HOUR = "extract(hour from {at} at time zone $3)::int"
_WITHIN = "{at} >= ($2::timestamptz[])[1] and {at} < ($2::timestamptz[])[cardinality($2::timestamptz[])]"
_TEAMS = "join team_members t on t.organization_id = x.organization_id and t.member_id = x.{who}"

_RESPONSES = """{key} as key, count(*) as n,
       percentile_cont(array[0.5, 0.9]) within group (order by x.response_s) as clock,
       percentile_cont(array[0.5, 0.9]) within group (order by x.response_open_s) as open
from conversation_measures x {join}
where x.organization_id = $1 and x.response_s is not null and {within}{some} group by 1
"""
_CLOSINGS = """{key} as key, count(*) as n, count(*) filter (where x.heard) as heard,
       count(*) filter (where x.heard and not x.needed_person) as contained,
       percentile_cont(array[0.5, 0.9]) within group (order by x.resolution_s) as clock,
       percentile_cont(array[0.5, 0.9]) within group (order by x.resolution_open_s) as open
from conversation_measures x {join}
where x.organization_id = $1 and x.closed_at is not null and {within}{some} group by 1
"""
_OPENINGS = """{key} as key, count(*) as n from conversation_measures x {join}
where x.organization_id = $1 and {within}{some} group by 1
"""
_VOLUMES = """{key} as key, coalesce(sum(x.n) filter (where x.direction = 'in'), 0) as incoming,
       coalesce(sum(x.n) filter (where x.direction = 'out'), 0) as out,
       coalesce(sum(x.n) filter (where x.author in ('person', 'phone')), 0) as by_people
from message_volumes x {join}
where x.organization_id = $1 and {within}{some} group by 1
"""


def _by_span(base: str, at: str) -> str:
    return "select " + base.format(key=_SPAN.format(at=at), join="", within=_WITHIN.format(at=at), some="")


def _by_hour(base: str, at: str) -> str:
    return "select " + base.format(key=_HOUR.format(at=at), join="", within=_WITHIN.format(at=at), some="")


def _by_person(base: str, at: str, who: str) -> str:
    return "select " + base.format(
        key=f"x.{who}", join="", within=_WITHIN.format(at=at), some=f" and x.{who} is not null"
    )


def _by_team(base: str, at: str, who: str) -> str:
    return "select " + base.format(key="t.team_id", join=_TEAMS.format(who=who), within=_WITHIN.format(at=at), some="")


RESPONSES_BY_SPAN = _by_span(_RESPONSES, "x.responded_at")
RESPONSES_BY_HOUR = _by_hour(_RESPONSES, "x.responded_at")
RESPONSES_BY_PERSON = _by_person(_RESPONSES, "x.responded_at", "responder_id")
RESPONSES_BY_TEAM = _by_team(_RESPONSES, "x.responded_at", "responder_id")
CLOSINGS_BY_SPAN = _by_span(_CLOSINGS, "x.closed_at")
CLOSINGS_BY_HOUR = _by_hour(_CLOSINGS, "x.closed_at")
CLOSINGS_BY_PERSON = _by_person(_CLOSINGS, "x.closed_at", "closer_id")
CLOSINGS_BY_TEAM = _by_team(_CLOSINGS, "x.closed_at", "closer_id")
OPENINGS_BY_SPAN = _by_span(_OPENINGS, "x.opened_at")
OPENINGS_BY_HOUR = _by_hour(_OPENINGS, "x.opened_at")
VOLUMES_BY_SPAN = _by_span(_VOLUMES, "x.said")
VOLUMES_BY_HOUR = _by_hour(_VOLUMES, "x.said")
VOLUMES_BY_PERSON = _by_person(_VOLUMES, "x.said", "author_id")
VOLUMES_BY_TEAM = _by_team(_VOLUMES, "x.said", "author_id")

QUERIES: dict[str, dict[str, str]] = {
    "span": {
        "responses": RESPONSES_BY_SPAN, "closings": CLOSINGS_BY_SPAN, "openings": OPENINGS_BY_SPAN, "volumes": VOLUMES_BY_SPAN,
    },
    "hour": {
        "responses": RESPONSES_BY_HOUR, "closings": CLOSINGS_BY_HOUR, "openings": OPENINGS_BY_HOUR, "volumes": VOLUMES_BY_HOUR,
    },
    "person": {"responses": RESPONSES_BY_PERSON, "closings": CLOSINGS_BY_PERSON, "volumes": VOLUMES_BY_PERSON},
    "team": {"responses": RESPONSES_BY_TEAM, "closings": CLOSINGS_BY_TEAM, "volumes": VOLUMES_BY_TEAM},
}  # fmt: skip
"""By grouping, the statements that give its figures. Nobody opens a conversation by themself, so two have no openings."""


async def figures(tx: Transaction, group: str, bounds: Sequence[datetime], zone: str) -> dict[str, list[Row]]:
    """Run every statement of a grouping between the first of `bounds` and the last."""
    extra: list[Any] = [zone] if group == "hour" else []
    return {
        name: await tx.fetch(query, tx.organization_id, list(bounds), *extra) for name, query in QUERIES[group].items()
    }


# What was open at a moment: opened before it and not closed before it.
OPENED_AND_CLOSED_BEFORE = """
select (select count(*) from conversation_measures x where x.organization_id = $1 and x.opened_at < $2)
    - (select count(*) from conversation_measures x where x.organization_id = $1 and x.closed_at < $2) as n
"""


async def backlog_before(tx: Transaction, at: datetime) -> int:
    """How many conversations were open at a moment."""
    return int(await tx.fetchval(OPENED_AND_CLOSED_BEFORE, tx.organization_id, at))


PEOPLE = "select id, name from members where organization_id = $1 order by name limit 1000"
TEAMS = "select id, name from teams where organization_id = $1 order by name limit 500"


async def names(tx: Transaction, group: str) -> list[Row]:
    """Return ids and names of the people or teams."""
    return await tx.fetch(PEOPLE if group == "person" else TEAMS, tx.organization_id)
