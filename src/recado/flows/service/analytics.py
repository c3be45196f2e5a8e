"""What did a flow do in the last days: who began, who came to its end, where people stop, which arm does better?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from recado.flows.engine.node_type import NodeTypes
from recado.flows.models import Draft, Figure, FlowId
from recado.flows.rules import figures as rules
from recado.flows.rules.figures import Interval
from recado.flows.service.checking import check
from recado.flows.store import figures as store
from recado.foundation.clock import monotonic
from recado.foundation.database import Database, Transaction
from recado.foundation.identifiers import OrganizationId
from recado.organizations.service import get_organization

BATCH = 2_000
"""Turns counted in one transaction: a tenth of a second, so that whoever waits for the mark hardly notices."""
LAG = timedelta(minutes=2)
"""A turn bears the moment its transaction began and is seen when that ends. None lasts longer than this: a statement is
cut off after 30 s, a transaction that waits for its programme after 10."""
LIVE = 5_000
"""Turns that are not in the sums yet and are counted on the way to the screen: a quarter of a second of work."""
PATIENCE_S = 1.5
"""How long somebody who looks waits for the sums to be brought up to date."""
SPLIT = "split"


@dataclass(frozen=True, slots=True)
class NodeSums:
    """A node: entered how often, left for good by how many, answered after how many seconds (the median)."""

    node: str
    entered: int
    left_here: int
    median_s: float | None


@dataclass(frozen=True, slots=True)
class Arm:
    """An arm of a split: the sessions that took it, how many came to an end, and that share."""

    exit: str
    entered: int
    completed: int
    share: Interval | None


@dataclass(frozen=True, slots=True)
class Split:
    """A split, its arms, and the one that does better than all others with 95 % confidence, if any does."""

    node: str
    arms: Sequence[Arm]
    best: str


@dataclass(frozen=True, slots=True)
class Figures:
    """What a flow did."""

    starts: int
    completions: int
    nodes: Sequence[NodeSums]
    edges: Mapping[tuple[str, str], int]
    splits: Sequence[Split]
    is_complete: bool
    """False while a backlog is being counted: there is more than these figures say."""


async def count_batch(tx: Transaction, now: datetime) -> bool:
    """Add the next turns of the organization at hand to the sums; True where more are left."""
    mark = await store.lock_mark(tx)
    until = now - LAG
    found = await store.turns_since(tx, mark, until, BATCH + 1)
    more = len(found) > BATCH
    if more:
        # Turns of one transaction bear one moment and are counted together.
        edge = found[-1][2]
        whole = [one for one in found if one[2] < edge]
        until = edge if whole else edge + timedelta(microseconds=1)
        found = whole or await store.turns_since(tx, mark, until, LIVE)
    if found:
        await store.add(tx, await _counted(tx, found))
    if found or until - mark > LAG:
        await store.set_mark(tx, max(mark, until))
    return more


async def catch_up(database: Database, organization: OrganizationId, now: datetime, *, patience_s: float) -> bool:
    """Count batches for about so long, each in a transaction of its own; False where some are left."""
    begun = monotonic()
    while True:
        async with database.transaction(organization) as tx:
            if not await count_batch(tx, now):
                return True
        if monotonic() - begun > patience_s:
            return False


async def read(tx: Transaction, types: NodeTypes, draft: Draft, *, days: int, now: datetime) -> Figures:
    """Return what a flow did in the last `days` and today: the sums, and what is not in them yet."""
    zone = ZoneInfo((await get_organization(tx)).time_zone)
    since = (now.astimezone(zone) - timedelta(days=days)).date()
    flow = FlowId(draft.id)
    sums = await store.sums(tx, flow, since)
    mark = await store.read_mark(tx) or datetime.fromtimestamp(0, now.tzinfo)
    latest = await store.turns_since(tx, mark, now + LAG, LIVE + 1)
    for figure, amount in (await _counted(tx, latest[:LIVE])).items():
        if figure.flow == str(flow) and figure.day >= since:
            sums[figure.kind, figure.node, figure.about] += amount
    open_now = await store.open_at(tx, flow)
    return _figures(sums, open_now, _splits_of(draft, types), is_complete=len(latest) <= LIVE)


async def _counted(tx: Transaction, found: Sequence[tuple[UUID, int, datetime]]) -> Counter[Figure]:
    if not found:
        return Counter()
    zone = ZoneInfo((await get_organization(tx)).time_zone)
    turns = await store.whole_sessions(tx, store.last_of(found))
    return rules.count(turns, ((session, number) for session, number, _at in found), zone)


def _splits_of(draft: Draft, types: NodeTypes) -> Mapping[str, Sequence[str]]:
    """Return the arms of every split that is drawn now."""
    checked = check(draft.definition, types)
    nodes = checked.flow.nodes if checked.flow else {}
    return {key: [exit.key for exit in checked.exits[key]] for key, node in nodes.items() if node.type == SPLIT}


def _figures(
    sums: Counter[tuple[str, str, str]],
    open_now: Mapping[str, int],
    splits: Mapping[str, Sequence[str]],
    *,
    is_complete: bool,
) -> Figures:
    of: dict[str, dict[tuple[str, str], int]] = {}
    for (kind, node, about), amount in sums.items():
        of.setdefault(kind, {})[node, about] = amount
    entered = of.get("entered", {})
    steps: dict[str, Counter[int]] = {}
    for (node, about), amount in of.get("waited", {}).items():
        steps.setdefault(node, Counter())[int(about)] += amount
    nodes = [
        NodeSums(node, amount, _left(node, of, open_now), rules.median(steps.get(node, Counter())))
        for (node, _about), amount in entered.items()
    ]
    return Figures(
        starts=sum(of.get("started", {}).values()),
        completions=sum(of.get("completed", {}).values()),
        nodes=sorted(nodes, key=lambda one: (-one.entered, one.node)),
        edges=of.get("taken", {}),
        splits=[_split(node, arms, of) for node, arms in splits.items()],
        is_complete=is_complete,
    )


def _left(node: str, of: Mapping[str, Mapping[tuple[str, str], int]], open_now: Mapping[str, int]) -> int:
    """How many stopped there and neither went on nor still may."""
    stopped = of.get("stopped", {}).get((node, ""), 0)
    resumed = of.get("resumed", {}).get((node, ""), 0)
    return max(stopped - resumed - open_now.get(node, 0), 0)


def _split(node: str, arms: Sequence[str], of: Mapping[str, Mapping[tuple[str, str], int]]) -> Split:
    found = []
    for exit in arms:
        passed = of.get("passed", {}).get((node, exit), 0)
        completed = min(of.get("converted", {}).get((node, exit), 0), passed)
        found.append(Arm(exit, passed, completed, rules.share(completed, passed)))
    ranked = sorted(
        (one for one in found if one.share), key=lambda one: one.share.rate if one.share else 0, reverse=True
    )
    best = ""
    if len(ranked) > 1 and len(ranked) == len(found):
        first, *others = [one.share for one in ranked if one.share]
        best = ranked[0].exit if all(rules.is_better(first, other) for other in others) else ""
    return Split(node, found, best)
