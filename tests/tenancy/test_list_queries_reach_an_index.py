"""Do the lists of the desk and the claims of the workers reach an index under the policies?

A condition whose operator is not leakproof is checked only after the policy, so it reaches no index and every row of the
organization is looked at. Twenty organizations have a thousand rows in each table; what a list shows stands at the far end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import psycopg
import pytest

from recado.conversations.finding_models import Sought
from recado.conversations.store import (
    choosing,
    dead_letters,
    delegation,
    figures,
    handoffs,
    measures,
    reading,
    reports,
    understanding,
    understanding_doubts,
    views,
)
from recado.foundation import facts
from recado.foundation.lanes import inbox, outbox
from recado.leads.store import board
from recado.leads.store import deals as deals_store
from recado.organizations.store import audit, members, webhook_deliveries
from tests.support.postgres import Clone, Cluster
from tests.tenancy.crowd import BIG, EACH, ORGANIZATIONS, fill
from tests.tenancy.plans import generic_plan, read_whole, rows_looked_at
from tests.tenancy.reachability import Graph, by_role
from tests.tenancy.test_sql_constants import THROUGH_ANOTHER_POOL, constants, entrances, sources

pytestmark = [pytest.mark.xdist_group("crowd"), pytest.mark.slow]


@dataclass(frozen=True, slots=True)
class Crowd:
    """The filled database, and the organization that asks."""

    clone: Clone
    organization: UUID

    def id(self, number: int) -> UUID:
        return UUID(int=(self.organization.int >> 48 << 48) + number)


@pytest.fixture(scope="module")
def crowd(cluster: Cluster) -> Iterator[Crowd]:
    clone = cluster.clone()
    yield Crowd(clone, fill(clone.owner_dsn))
    cluster.drop(clone.name)


def test_no_statement_reads_a_big_table_from_end_to_end(crowd: Crowd) -> None:
    found = sources()
    reached, every = by_role(Graph(found), entrances(found)), dict(constants(found))
    whole = []
    for role in ("recado_app", "recado_worker"):
        with psycopg.connect(crowd.clone.as_role(role), prepare_threshold=None) as db:
            db.execute(f"set recado.organization_id = '{crowd.organization}'")
            for name in sorted(reached[role] & every.keys() - THROUGH_ANOTHER_POOL.keys()):
                if tables := read_whole(generic_plan(db, every[name]), BIG):
                    whole.append(f"{name} as {role} reads all of {tables}")
    assert whole == []


def test_the_test_sees_a_statement_that_does(crowd: Crowd) -> None:
    with psycopg.connect(crowd.clone.worker_dsn, prepare_threshold=None) as db:
        assert read_whole(generic_plan(db, "select id from outbox where body like '%a%'"), BIG) == ["outbox"]
        assert read_whole(generic_plan(db, "select id from inbox_partitions"), BIG) == []
    with psycopg.connect(crowd.clone.app_dsn, autocommit=True, prepare_threshold=None) as db:
        db.execute(f"set recado.organization_id = '{crowd.organization}'")
        # `like` is not leakproof: it waits for the policy, and then looks at everything.
        beginning = "select id from contacts where name like 'Pessoa 77' || $1::text"
        assert rows_looked_at(db, beginning, ["7"], times=1)["contacts"] == EACH


Values = Callable[[Crowd], Sequence[Any]]


@dataclass(frozen=True, slots=True)
class Listing:
    """A statement with values that somebody would ask for, and how many rows of which table it may look at."""

    query: str
    values: Values
    table: str
    most: int
    role: str = "recado_app"


def asked(*filters: Any) -> Values:
    return lambda crowd: (crowd.organization, *filters)


def an_hour_ago(crowd: Crowd) -> tuple[datetime, UUID]:
    return datetime.now(UTC) - timedelta(minutes=500), crowd.id(500)


def listed(table: str, most: int, rarest: int | None = None, **wanted: Any) -> Listing:
    """Return the page of a list, narrowed so; what is callable is asked of the crowd."""

    def page(crowd: Crowd) -> tuple[str, list[Any]]:
        said = {name: value(crowd) if callable(value) else value for name, value in wanted.items()}
        return choosing.statement(crowd.organization, choosing.Wanted(**said), rarest)

    # What is bound stands in the same places whatever the values are.
    anybody = Crowd(None, UUID(int=0))  # type: ignore[arg-type]
    return Listing(page(anybody)[0], lambda crowd: page(crowd)[1], table, most)


def _today() -> date:
    return datetime.now(UTC).date()


FAIRLY = ORGANIZATIONS * (2 * 4 + 3)
LISTINGS = {
    "conversations": listed("conversations", 40),
    "conversations, second page": listed("conversations", 40, before=an_hour_ago),
    "conversations that wait": listed("conversations", 100, state="waiting"),
    "conversations of somebody": listed("conversations", 40, assignee=lambda crowd: crowd.id(5)),
    "conversations of nobody, seen by an agent": listed("conversations", 60, viewer=lambda crowd: crowd.id(7)),
    "conversations with something unread": listed("conversations", 40, unread=True),
    "conversations of a number": listed("conversations", 40, channel=lambda crowd: crowd.id(1)),
    "conversations that a person answers": listed("conversations", 60, answerer="person"),
    "conversations that wait long": listed(
        "conversations", 60, waiting_before=lambda _crowd: datetime.now(UTC) - timedelta(minutes=EACH - 5)
    ),
    "conversations of last night": listed(
        "conversations", 40, until=lambda _crowd: datetime.now(UTC) - timedelta(minutes=EACH - 100)
    ),
    "conversations under a tag": listed("contact_tags", 5, 0, tag="t77"),
    "search": listed("message_words", 10, 0, sought=(Sought(("palavra77",)),)),
    "search by a beginning": listed("message_words", 30, 0, sought=(Sought(("x",), "palavra99"),)),
    "search for two": listed("message_words", 30, 0, sought=(Sought(("palavra77",)), Sought(("x",), "palavra"))),
    "search for what is everywhere": listed("message_words", 100, sought=(Sought(("x",), "palavra"),)),
    "kept filters": Listing(views.LIST_VIEWS, lambda crowd: (crowd.organization, crowd.id(9), 60), "conversation_views", 5),
    "drafts": Listing(views.LIST_DRAFTS, lambda crowd: (crowd.organization, crowd.id(9), 60), "conversation_drafts", 5),
    "one conversation": Listing(reading.READ_CONVERSATION, lambda crowd: (crowd.organization, crowd.id(9)), "conversations", 2),
    "a person's conversation": Listing(reading.FIND_BY_PHONE, asked("551177"), "conversations", 2),
    "messages": Listing(
        reading.LIST_MESSAGES, lambda crowd: (crowd.organization, crowd.id(9), None, 50), "messages", 10
    ),
    "counts": Listing(reading.COUNT_BY_STATE, asked(None), "conversation_tallies", 100),
    "who waits longest": Listing(figures.LONGEST_WAITING, asked(5, None), "conversations", 10),
    "open handoffs": Listing(
        handoffs.LIST_BY_TARGET, asked("open", None, None, None, None, None, None, 50), "handoffs", 60
    ),
    "handoffs that are over": Listing(handoffs.LIST_ENDED, asked(None, None, None, None, None, None, 50), "handoffs", 60),
    "handoffs to count": Listing(
        handoffs.COUNT_PENDING, lambda crowd: (crowd.organization, datetime.now(UTC)), "handoffs", 30
    ),
    "delegations": Listing(delegation.LIST_DELEGATIONS, asked(None, None, 50), "viva_handoff_tasks", 60),
    "delegations that failed": Listing(
        delegation.LIST_DELEGATIONS_IN, asked(None, None, 50, "failed"), "viva_handoff_tasks", 60
    ),
    "dead letters": Listing(dead_letters.LIST_DEAD, asked(None, None, 50), "dead_letters", 60),
    "phrases of an intent": Listing(understanding.LIST_PHRASES, asked("l7"), "understanding_phrases", 40),
    "doubts that wait": Listing(understanding_doubts.LIST_DOUBTS, asked("open", None, None, 50), "understanding_doubts", 60),
    "tallies of two weeks": Listing(
        understanding_doubts.TALLIES,
        lambda crowd: (crowd.organization, _today() - timedelta(days=14), _today()),
        "understanding_tallies",
        30,
    ),
    "facts": Listing(facts.READ_AFTER, asked(0, 0, 500), "facts", 510),
    "audit": Listing(audit.LIST_ENTRIES, asked(None, 100, None), "audit_entries", 110),
    "audit of one act": Listing(audit.LIST_ENTRIES_OF, asked(None, 100, None, "rare.act"), "audit_entries", 30),
    "audit of one person": Listing(
        audit.LIST_ENTRIES_BY, lambda crowd: (crowd.organization, None, 100, None, crowd.id(5)), "audit_entries", 30
    ),
    "deliveries of a webhook": Listing(
        webhook_deliveries.LIST, lambda crowd: (crowd.organization, crowd.id(1), None, 30), "webhook_deliveries", 40
    ),
    "deliveries that are due": Listing(
        webhook_deliveries.DUE, lambda crowd: (crowd.organization, datetime.now(UTC), 50), "webhook_deliveries", 60
    ),
    "conversations to be measured": Listing(
        measures.TOUCHED,
        lambda crowd: (
            crowd.organization, datetime.now(UTC) - timedelta(minutes=30), UUID(int=0), datetime.now(UTC), 100
        ),
        "conversations",
        60,
    ),
    "first answers of a time": Listing(
        reports.RESPONSES_BY_SPAN,
        lambda crowd: (crowd.organization, [datetime.now(UTC) - timedelta(minutes=30), datetime.now(UTC)]),
        "conversation_measures",
        60,
    ),
    "board": Listing(
        board.FIRST_OF_STAGES,
        lambda crowd: (crowd.organization, crowd.id(1), None, None, False, None, None, None, 30),
        "deals",
        5 * 30 * 2 + 10,
    ),
    "a stage, second page": Listing(
        board.PAGE_OF_STAGE,
        lambda crowd: (
            crowd.organization, crowd.id(1), None, None, False, None, None, None, f"{500:012d}", crowd.id(500), 30,
        ),
        "deals",
        40,
    ),
    "a person's deals": Listing(deals_store.OF_CONTACT, lambda crowd: (crowd.organization, crowd.id(9), None, 50), "deals", 5),
    "members": Listing(members.LIST_MEMBERS, asked(None, 100), "members", 110),
    "inbox, claim": Listing(inbox.CLAIM_PARTITIONS, lambda _crowd: (64,), "inbox", 64 * 2, "recado_worker"),
    "inbox, read": Listing(inbox.READ_INPUTS, lambda _crowd: (list(range(64)), 4), "inbox", 64 * 5, "recado_worker"),
    "inbox, read fairly": Listing(inbox.READ_INPUTS_FAIRLY, lambda _crowd: ([1, 2], 4), "inbox", FAIRLY, "recado_worker"),
    "outbox, claim": Listing(outbox.CLAIM, lambda _crowd: (64, [], [], 192, UUID(int=0)), "outbox", 64 * 6, "recado_worker"),
}  # fmt: skip


@pytest.mark.parametrize("name", LISTINGS)
def test_a_list_looks_at_its_page_and_no_further(crowd: Crowd, name: str) -> None:
    listing = LISTINGS[name]
    with psycopg.connect(crowd.clone.as_role(listing.role), autocommit=True, prepare_threshold=None) as db:
        if listing.role == "recado_app":
            db.execute(f"set recado.organization_id = '{crowd.organization}'")
        looked = rows_looked_at(db, listing.query, listing.values(crowd), times=7)
    assert 0 < looked[listing.table] <= listing.most, looked
    # A planner may read a thousand rows at once rather than one by one; more than an organization's own it may not.
    assert all(looked[table] <= EACH + 300 for table in BIG - {listing.table}), looked
