"""Which conversations does a list show, whatever it is filtered by?

A page is found in one of two ways, chosen by looking at no more than `FEW` rows of an index. Where one of the things
asked for (a term, a tag) is rare, its conversations are all read, and put in order. Where all of them are common, conversations
are gone through from the newest, and each is asked whether it has them; that is broken off after `_WALK` of them, and the page
says where to go on: no filter makes a request slow, it makes a page short.

The statements are put together from the fragments in this file; what a person typed is always a bound value.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from recado.conversations.finding_models import Sought
from recado.foundation.database import Row, Transaction

FEW = 600
"""As many conversations can be put in order at once."""
_WALK = 2_000
Place = tuple[datetime, UUID]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which conversations a list shows; times are aware. `viewer` limits it to theirs, and nobody's of their teams.

    `answerer` speaks of conversations that are not archived; `waiting_before` of those that wait since before then.
    """

    state: str | None = None
    answerer: str | None = None
    assignee: UUID | None = None
    unassigned: bool = False
    team: UUID | None = None
    tag: str | None = None
    channel: UUID | None = None
    unread: bool = False
    waiting_before: datetime | None = None
    since: datetime | None = None
    until: datetime | None = None
    viewer: UUID | None = None
    sought: tuple[Sought, ...] = ()
    before: Place | None = None
    limit: int = 30


@dataclass(slots=True)
class Bound:
    """Values in their order; `put` returns the place that stands for one."""

    values: list[Any] = field(default_factory=list)

    def put(self, value: Any) -> str:
        """Bind a value and return its place, such as `$3`."""
        self.values.append(value)
        return f"${len(self.values)}"


@dataclass(frozen=True, slots=True)
class Trait:
    """Something conversations have or have not: `all` lists those that have it, `has` asks one (as `c`)."""

    all: str
    has: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """A page of ids, the newest first, and where the next one begins."""

    ids: list[UUID]
    next: Place | None


async def choose(tx: Transaction, wanted: Wanted) -> Chosen:
    """Return one page of conversations."""
    rarest = await _rarest(tx, wanted)
    query, values = statement(tx.organization_id, wanted, rarest)
    rows = await tx.fetch(query, *values)
    if len(rows) == wanted.limit:
        return Chosen([row["id"] for row in rows], _place(rows[-1]))
    end = None
    if rarest is None and (wanted.sought or wanted.tag is not None):
        last = Bound([tx.organization_id])
        end = await tx.fetchrow(f"{_gone_through(_plain(wanted, last))} offset {_WALK - 1} limit 1", *last.values)
    return Chosen([row["id"] for row in rows], _place(end) if end else None)


def statement(organization: UUID, wanted: Wanted, rarest: int | None) -> tuple[str, list[Any]]:
    """Return the statement for a page and its values; `rarest` is the place of the trait whose conversations are all read."""
    bound = Bound([organization])
    plain, traits = _plain(wanted, bound), _traits(wanted, bound)
    probes = [trait.has for place, trait in enumerate(traits) if place != rarest]
    limit = f"{bound.put(wanted.limit)}::int"
    if rarest is not None:
        query = _driven(traits[rarest], plain, probes, limit)
    elif probes:
        query = _walked(plain, probes, limit)
    else:
        query = f"{_gone_through(plain)} limit {limit}"
    return query, bound.values


async def count(tx: Transaction, several: Sequence[Wanted], most: int) -> list[int]:
    """Return how many conversations each of `several` has, counting no further than `most`; one statement."""
    bound = Bound([tx.organization_id])
    counts = []
    for wanted in several:
        plain, traits = _plain(wanted, bound), _traits(wanted, bound)
        inner = (
            _walked(plain, [trait.has for trait in traits], str(most))
            if traits
            else f"{_gone_through(plain)} limit {most}"
        )
        counts.append(f"(select count(*) from ({inner}) counted)")
    if not counts:
        return []
    row = await tx.fetchrow(f"select array[{', '.join(counts)}] as counts", *bound.values)
    return list(row["counts"]) if row else []


def _place(row: Row) -> Place:
    return row["last_message_at"], row["id"]


_BY_VALUE = (
    ("state", "c.state = {}::text"),
    ("answerer", "c.answerer = {}::text and c.state <> 'archived'"),
    ("assignee", "c.assignee_id = {}::uuid"),
    ("team", "c.team_id = {}::uuid"),
    ("channel", "c.channel_id = {}::uuid"),
    ("waiting_before", "c.state = 'waiting' and c.waiting_since < {}::timestamptz"),
    ("since", "c.last_message_at >= {}::timestamptz"),
    ("until", "c.last_message_at < {}::timestamptz"),
    (
        "viewer",
        """(c.assignee_id = {0}::uuid or (c.assignee_id is null and (c.team_id is null or c.team_id = any(array(
            select t.team_id from team_members t where t.organization_id = $1 and t.member_id = {0}::uuid)))))""",
    ),
)


def _plain(wanted: Wanted, bound: Bound) -> str:
    """Return the conditions on the row itself."""
    found = ["c.organization_id = $1"]
    for name, condition in _BY_VALUE:
        if (value := getattr(wanted, name)) is not None:
            found.append(condition.format(bound.put(value)))
    if wanted.unassigned:
        found.append("c.assignee_id is null")
    if wanted.unread:
        found.append("c.unread > 0")
    if wanted.before is not None:
        at, id_ = (bound.put(one) for one in wanted.before)
        found.append(f"(c.last_message_at, c.id) < ({at}::timestamptz, {id_}::uuid)")
    return " and ".join(found)


def _traits(wanted: Wanted, bound: Bound) -> list[Trait]:
    found = [_term(one, bound) for one in wanted.sought]
    if wanted.tag is not None:
        tagged = f"""
            from contact_tags t where t.organization_id = $1
            and t.tag_id = (select id from tags where organization_id = $1 and key = {bound.put(wanted.tag)}::text)
        """
        of_them = f"(select t.contact_id {tagged} limit {FEW}) p cross join lateral"
        theirs = "(select o.id as conversation_id from conversations o where o.organization_id = $1"
        all_ = f"select conversation_id from {of_them} {theirs} and o.contact_id = p.contact_id offset 0) o"
        found.append(Trait(all_, f"exists (select {tagged} and t.contact_id = c.contact_id offset 0)"))
    return found


def _term(sought: Sought, bound: Bound) -> Trait:
    words = "select w.conversation_id from message_words w where w.organization_id = $1"
    tests = [f"w.word = any({bound.put(list(sought.exact))}::text[])"]
    if sought.beginning:
        tests.append(f"w.word >= {bound.put(sought.beginning)}::text and w.word < {bound.put(sought.end)}::text")
    every = " union all ".join(f"({words} and {test})" for test in tests)
    # `offset 0`: asked of each conversation by itself, not joined with all that hold the word.
    asked = " or ".join(f"exists ({words} and w.conversation_id = c.id and {test} offset 0)" for test in tests)
    return Trait(every, f"({asked})")


async def _rarest(tx: Transaction, wanted: Wanted) -> int | None:
    """Return which trait the fewest conversations have; None where there is none, or each is common."""
    bound = Bound([tx.organization_id])
    counts = [f"(select count(*) from ({one.all} limit {FEW}) few)" for one in _traits(wanted, bound)]
    if not counts:
        return None
    row = await tx.fetchrow(f"select array[{', '.join(counts)}] as counts", *bound.values)
    counted: list[int] = list(row["counts"]) if row else []
    least = min(counted, default=FEW)
    return counted.index(least) if least < FEW else None


def _gone_through(plain: str) -> str:
    return (
        f"select c.id, c.last_message_at from conversations c where {plain} order by c.last_message_at desc, c.id desc"
    )


def _walked(plain: str, probes: Sequence[str], limit: str) -> str:
    return f"""
        select c.id, c.last_message_at from (
            select c.id, c.last_message_at, c.contact_id from conversations c where {plain}
            order by c.last_message_at desc, c.id desc limit {_WALK}
        ) c where {" and ".join(probes)} order by c.last_message_at desc, c.id desc limit {limit}
    """


def _driven(trait: Trait, plain: str, probes: Sequence[str], limit: str) -> str:
    conditions = " and ".join([plain, *probes])
    return f"""
        with found as materialized (select conversation_id from ({trait.all}) every group by conversation_id)
        select c.id, c.last_message_at from found f cross join lateral (
            select c.* from conversations c where c.organization_id = $1 and c.id = f.conversation_id offset 0
        ) c where {conditions} order by c.last_message_at desc, c.id desc limit {limit}
    """
