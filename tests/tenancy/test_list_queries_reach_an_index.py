"""Do the lists of the desk and the claims of the workers reach an index under the policies?

A condition whose operator is not leakproof is checked only after the policy, so it reaches no index and every row of the
organization is looked at. Twenty organizations have a thousand rows in each table; what a list shows stands at the far end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import psycopg
import pytest

from recado.conversations.store import dead_letters, figures, reading
from recado.foundation import facts
from recado.foundation.lanes import inbox, outbox
from recado.organizations.store import audit, members
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


NOBODY = (None, None, False, None, None, None, 30)


def asked(*filters: Any) -> Values:
    return lambda crowd: (crowd.organization, *filters)


def second_page(crowd: Crowd) -> Sequence[Any]:
    at = datetime.now(UTC) - timedelta(minutes=500)
    return crowd.organization, None, None, False, None, at, crowd.id(500), 30


def of_somebody(crowd: Crowd) -> Sequence[Any]:
    return crowd.organization, None, crowd.id(5), *NOBODY[2:]


LIST, SEARCH = reading.LIST_CONVERSATIONS, reading.SEARCH_CONVERSATIONS
FAIRLY = ORGANIZATIONS * (2 * 4 + 3)
LISTINGS = {
    "conversations": Listing(LIST, asked(*NOBODY), "conversations", 40),
    "conversations, second page": Listing(LIST, second_page, "conversations", 40),
    "conversations that wait": Listing(LIST, asked("waiting", *NOBODY[1:]), "conversations", 100),
    "conversations of somebody": Listing(LIST, of_somebody, "conversations", 40),
    "search": Listing(SEARCH, asked(*NOBODY, ["palavra77"], ["palavra77\x01"]), "message_words", 10),
    "search by a beginning": Listing(SEARCH, asked(*NOBODY, ["palavra99"], ["palavra99\U0010ffff"]), "message_words", 30),
    "one conversation": Listing(reading.READ_CONVERSATION, lambda crowd: (crowd.organization, crowd.id(9)), "conversations", 2),
    "a person's conversation": Listing(reading.FIND_BY_PHONE, asked("551177"), "conversations", 2),
    "messages": Listing(
        reading.LIST_MESSAGES, lambda crowd: (crowd.organization, crowd.id(9), None, 50), "messages", 10
    ),
    "counts": Listing(reading.COUNT_BY_STATE, asked(None), "conversation_tallies", 100),
    "who waits longest": Listing(figures.LONGEST_WAITING, asked(5, None), "conversations", 10),
    "dead letters": Listing(dead_letters.LIST_DEAD, asked(None, None, 50), "dead_letters", 60),
    "facts": Listing(facts.READ_AFTER, asked(0, 0, 500), "facts", 510),
    "audit": Listing(audit.LIST_ENTRIES, asked(None, 100), "audit_entries", 110),
    "audit of one act": Listing(audit.LIST_ENTRIES_OF, asked(None, 100, "rare.act"), "audit_entries", 30),
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
