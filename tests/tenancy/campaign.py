"""What happens when everybody tries every operation with everything of another organization?

Each probe is one request. After it: was the status the one the matrix says, does the answer hold a canary or an id of the
other organization that the request did not bring itself, is every row of the other organization as it was?
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from tests.tenancy.asking import Answer, Request
from tests.tenancy.matrix import MATRIX
from tests.tenancy.operations import MACHINE, PUBLIC, Plan
from tests.tenancy.seeding import Place
from tests.tenancy.slots import FOREIGN, Route, Slot, everything_of, random_like, routes, slots
from tests.tenancy.world import COLLEAGUE, Principal, World

EVERYBODY = ("admin", "operator", "agent", "viewer", "wide_key", "narrow_key", "platform", "anonymous", "revoked")
AT_NIGHT = os.environ.get("TENANCY_MUTANTS") == "all"
ASKERS = EVERYBODY if AT_NIGHT else ("admin", "agent", "narrow_key", "anonymous")
"""All at night; by day one of each kind: who may do everything, who sees their own, a key, and nobody."""
OK = range(200, 300)


@dataclass(slots=True)
class Report:
    """What a campaign found; `failures` are sentences, each names the probe that saw it."""

    probes: int = 0
    owned: set[str] = field(default_factory=set)
    reached: set[tuple[str, str]] = field(default_factory=set)
    failures: list[str] = field(default_factory=list)


class Campaign:
    """Runs the probes of some or all operations against one world."""

    def __init__(
        self, world: World, askers: Collection[str] = ASKERS, *, until_seen: bool = False, newest: bool = False
    ) -> None:
        self.world = world
        self.askers = askers
        self.report = Report()
        # Names of all kinds first: what B's administrator makes out of A's names later would stand among B's own there.
        self.routes = sorted(routes(world.app.openapi()), key=lambda route: route.operation != "automations.catalogue")
        self._until_seen = until_seen
        self._newest = newest
        self._foreign_ids: dict[str, frozenset[str]] = {}

    async def run(self) -> Report:
        """Try everything; with `until_seen` no further than the operation that shows something.

        With `newest` B has a newer conversation than anybody before each operation: it stands on the first page of a list.
        """
        for place in (self.world.a, self.world.b):
            self._foreign_ids[place.letter] = await _ids(self.world, place)
        for route in self.routes:
            if self._until_seen and self.report.failures:
                break
            await self._owner_succeeds(route)
            if self._newest:
                await self.world.conversation(self.world.b, last_message_at=datetime.now(UTC) + timedelta(days=1))
            before = await snapshot(self.world, self.world.b)
            for name in self.askers:
                who = self.world.who[name]
                for tried in (self._own, self._foreign, self._doubled, self._colleague):
                    await tried(route, who)
            await self._untouched(self.world.b, before, f"{route.operation} by one of {self.askers}")
            await self._other_admin(route)
        return self.report

    async def _owner_succeeds(self, route: Route) -> None:
        """The rightful owner must get through, or the refusals of all others prove nothing."""
        may = MATRIX[route.operation].may
        who = self.world.who["c_admin" if "admin" in may else next(iter(may))]
        befores = [await snapshot(self.world, place) for place in (self.world.a, self.world.b)]
        answer = await self._ask(route, await self._plan(route, self.world.c, who), who, "owner")
        if answer.status in OK:
            self.report.owned.add(route.operation)
        else:
            self._fail(f"{route.operation} by its owner: {answer.status} {answer.body[:200]!r}")
        for place, before in zip((self.world.a, self.world.b), befores, strict=True):
            await self._untouched(place, before, f"{route.operation} by the owner of c")

    async def _own(self, route: Route, who: Principal) -> None:
        """With A's own things: the matrix alone decides."""
        answer = await self._ask(route, await self._plan(route, self.world.a, who), who, "own")
        expected = self._expected(route, who)
        if answer.status not in expected:
            self._fail(f"{route.operation} by {who.name}: {answer.status}, not {expected}: {answer.body[:200]!r}")
        elif answer.status in OK:
            self.report.reached.add((route.operation, who.name))
            plan = await self._plan(route, self.world.a, who)
            if plan.query:  # without what narrows it, a list shows all it can
                await self._ask(route, replace(plan, query={}), who, "everything")

    async def _foreign(self, route: Route, who: Principal) -> None:
        """With A's own things but for one, which is B's; and once more with one that nobody has."""
        for slot in slots(route):
            for value in FOREIGN[slot.name](self.world, route.operation):
                plan = await self._plan(route, self.world.a, who)
                answer = await self._ask(route, slot.filled(plan, value), who, f"foreign {slot.name}")
                await self._judge_foreign(route, who, slot, value, answer)

    async def _judge_foreign(self, route: Route, who: Principal, slot: Slot, value: str, answer: Answer) -> None:
        what = f"{route.operation} by {who.name} with foreign {slot.name} {value}"
        expected = self._expected(route, who)
        if expected != OK:
            if answer.status not in expected:
                self._fail(f"{what}: {answer.status}, not {expected}")
        elif slot.where == "path" and answer.status != 404:
            self._fail(f"{what}: {answer.status}, not 404")
        elif not slot.points and answer.status not in OK:
            self._fail(f"{what}: {answer.status}: {answer.body[:200]!r}")
        elif slot.points and slot.name != "email":
            other = random_like(value)
            plan = slot.filled(await self._plan(route, self.world.a, who), other)
            twin = await self._ask(route, plan, who, f"random {slot.name}")
            same = answer.status == twin.status if not slot.resolved else _shape(answer, value) == _shape(twin, other)
            if (answer.status in OK) == slot.resolved or not same:
                self._fail(
                    f"{what}: {answer.status} {answer.body[:200]!r}, but a random one: {twin.status} {twin.body[:200]!r}"
                )

    async def _doubled(self, route: Route, who: Principal) -> None:
        """Everything said twice: what the route, the token and the body say must win over what is said beside them."""
        if self._expected(route, who) != OK or who.name not in ("admin", "wide_key"):
            return
        extra = everything_of(self.world.b)
        extra += [
            (slot.name, FOREIGN[slot.name](self.world, route.operation)[0])
            for slot in slots(route)
            if slot.where == "path"
        ]
        plan = await self._plan(route, self.world.a, who)
        request = route.request(plan)
        headers = tuple((f"x-{name}".replace("_", "-"), value) for name, value in extra)
        doubled = Request(
            request.method,
            request.path,
            request.query + tuple(extra),
            request.headers + headers,
            request.json,
            request.raw,
        )
        answer = await self._send(route, doubled, plan.by or who, "doubled", echoed="")
        if answer.status not in OK:
            self._fail(f"{route.operation} by {who.name}, everything said twice: {answer.status} {answer.body[:200]!r}")
        if isinstance(plan.json, dict):
            plan = await self._plan(route, self.world.a, who)
            plan = replace(plan, json={**dict(extra), **plan.json})
            answer = await self._ask(route, plan, who, "extra fields")
            if answer.status != 422:
                self._fail(f"{route.operation} by {who.name} takes fields it does not know: {answer.status}")

    async def _colleague(self, route: Route, who: Principal) -> None:
        """With what an operator of A has taken: an agent sees and does nothing there, as if it did not exist (T16)."""
        if who.name != "agent" or self._expected(route, who) != OK:
            return
        for slot in slots(route):
            if (value := self.world.colleague.get(slot.name)) is None or slot.where == "json":
                continue
            plan = await self._plan(route, self.world.a, who)
            answer = await self._ask(route, slot.filled(plan, value), who, f"a colleague's {slot.name}")
            # Who lost the race for a conversation is told who won it.
            expected = 409 if route.operation == "conversations.take" else 404
            if slot.where == "path" and answer.status != expected:
                self._fail(f"{route.operation} by {who.name} with a colleague's {slot.name}: {answer.status}")

    async def _other_admin(self, route: Route) -> None:
        """B's administrator with A's things: the same wall from the other side."""
        if MATRIX[route.operation].may in (PUBLIC, MACHINE):
            return
        who = self.world.who["b_admin"]
        plan = await self._plan(route, self.world.a, who)
        if "session_id" in plan.path:
            plan = replace(plan, path={"session_id": str(self.world.a["user_sessions"]["id"])})
        made = await snapshot(self.world, self.world.a)
        answer = await self._ask(route, plan, who, "other admin")
        allowed = "admin" in MATRIX[route.operation].may
        expected = range(403, 404) if not allowed else range(404, 405) if plan.path else range(200, 500)
        if answer.status not in expected:
            self._fail(
                f"{route.operation} by the administrator of b with things of a: {answer.status} {answer.body[:200]!r}"
            )
        await self._untouched(self.world.a, made, f"{route.operation} by b's administrator")
        self._foreign_ids["b"] = await _ids(self.world, self.world.b)

    def _expected(self, route: Route, who: Principal) -> range:
        may = MATRIX[route.operation].may
        if may == PUBLIC or who.name in may:
            return OK
        if who.name in ("anonymous", "revoked") or may == MACHINE:
            return range(401, 402)
        if who.name == "platform" and route.operation == "session.switch":
            return range(404, 405)
        return range(403, 404)

    async def _plan(self, route: Route, place: Place, who: Principal) -> Plan:
        return await MATRIX[route.operation].make(self.world, place, who)

    async def _ask(self, route: Route, plan: Plan, who: Principal, what: str) -> Answer:
        request = route.request(plan)
        return await self._send(route, request, plan.by or who, what, echoed=request.text())

    async def _send(self, route: Route, request: Request, who: Principal, what: str, *, echoed: str) -> Answer:
        self.report.probes += 1
        where = f"{route.operation} by {who.name}, {what}"
        answer = await self.world.ask(who, request)
        if answer.status >= 500:
            self._fail(f"{where}: {answer.status} {answer.body[:200]!r}")
        if who.name == "agent":
            self._look_for_words(self.world.a.mark + COLLEAGUE, answer, echoed, where)
        for place in self._hidden_from(who, route):
            self._look_for(place, answer, echoed, where)
        return answer

    def _hidden_from(self, who: Principal, route: Route) -> Iterable[Place]:
        """Return whose canaries must not be seen by this asker."""
        if who.place is self.world.b:
            return (self.world.a,)
        if who.place is None and MATRIX[route.operation].may & {"anonymous", "platform", "machine"}:
            return (self.world.b,)
        return (self.world.b,) if who.place is self.world.a else (self.world.a, self.world.b)

    def _look_for(self, place: Place, answer: Answer, echoed: str, where: str) -> None:
        self._look_for_words(place.mark, answer, echoed, where)
        text = answer.text()
        for id_ in set(re.findall(r"[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}", text)):
            plain = id_.replace("-", "")
            if plain in self._foreign_ids[place.letter] and plain not in echoed.replace("-", ""):
                self._fail(f"{where}: the answer holds id {id_} of {place.letter}")

    def _look_for_words(self, mark: str, answer: Answer, echoed: str, where: str) -> None:
        for canary in set(re.findall(mark + r"[0-9a-z]*", answer.text())):
            if canary not in echoed:
                self._fail(f"{where}: the answer holds {canary}")

    async def _untouched(self, place: Place, before: dict[str, str], where: str) -> None:
        after = await snapshot(self.world, place)
        for table in before.keys() | after.keys():
            if before.get(table) != after.get(table):
                self._fail(f"{where}: rows of {place.letter} in {table} changed")

    def _fail(self, text: str) -> None:
        self.report.failures.append(text)


def _shape(answer: Answer, sent: str) -> tuple[int, bytes]:
    """Return what an answer says but for the id it was asked about."""
    return answer.status, answer.body.replace(sent.encode(), b"?")


async def snapshot(world: World, place: Place) -> dict[str, str]:
    """Return a hash of every row that is an organization's, by table, and of the jobs that name it."""
    parts = [
        f"select '{table}' as name, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as hash"  # noqa: S608
        f" from {table} t where {'id' if table == 'organizations' else 'organization_id'} = $1"
        for table in world.seeder.tables()
    ]
    parts.append(
        "select 'users', md5(coalesce(string_agg(u::text, '|' order by u::text), '')) from users u"
        " where u.id in (select id from members where organization_id = $1)"
    )
    parts.append(
        "select 'user_sessions', md5(coalesce(string_agg(s::text, '|' order by s::text), '')) from user_sessions s"
        " where s.organization_id = $1 or s.user_id in (select id from members where organization_id = $1)"
    )
    parts.append(
        "select 'jobs', md5(coalesce(string_agg(j.id::text, '|' order by j.id), '')) from pgqueuer j"
        " where position($1::text in encode(coalesce(j.payload, ''), 'escape')) > 0 or j.headers::text like '%' || $1 || '%'"
    )
    rows = await world.seeder.db.fetch(" union all ".join(parts), place.id)
    return {row["name"]: row["hash"] for row in rows}


async def _ids(world: World, place: Place) -> frozenset[str]:
    """Return every id of an organization's rows, without dashes."""
    parts = []
    for table in world.seeder.tables():
        if names := ", ".join(column.name for column in world.seeder.columns[table] if column.type == "uuid"):
            key = "id" if table == "organizations" else "organization_id"
            parts.append(f"select unnest(array[{names}]) as id from {table} where {key} = $1")  # noqa: S608
    rows = await world.seeder.db.fetch(" union ".join(parts), place.id)
    found = {UUID(str(row["id"])).hex for row in rows if row["id"] is not None}
    # The id of nothing stands where a walk over rows has not begun.
    return frozenset((found | {place.id.hex}) - {UUID(int=0).hex})
