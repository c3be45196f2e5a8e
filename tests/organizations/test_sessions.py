"""Do sessions end when they should, everywhere and within a second? (T25)"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recado.foundation.identifiers import OrganizationId
from recado.organizations import service
from recado.organizations.access import Checks
from recado.organizations.models import Role
from tests.support.access import PASSWORD, REFRESH, Browser, Office, Person, office
from tests.support.jobs import change, rows
from tests.support.postgres import Clone

ACTIONS = (
    "sign_in",
    "refresh",
    "reuse",
    "sign_out",
    "everywhere",
    "password",
    "disable",
    "enable",
    "elsewhere",
    "check",
)


@dataclass
class Model:
    """What should be true: which browser's last token, and which retired ones, open something."""

    house: Office
    admin: Browser
    person: Person
    home: OrganizationId
    other: OrganizationId
    password: str = PASSWORD
    active: bool = True
    browsers: list[Browser] = field(default_factory=list)
    alive: list[bool] = field(default_factory=list)
    retired: list[str] = field(default_factory=list)

    async def act(self, action: str, index: int) -> None:
        browser = self.browsers[index]
        if action == "sign_in":
            await self._sign_in(index)
        elif action == "refresh":
            await self._refresh(index)
        elif action == "reuse":
            await self._reuse(index)
        elif action in {"sign_out", "everywhere"}:
            path = "/session?everywhere=true" if action == "everywhere" else "/session"
            answer = await browser.delete(path)
            assert answer.status_code == (204 if self.alive[index] else 401)
            if self.alive[index]:
                self._die(range(len(self.browsers)) if action == "everywhere" else [index])
        elif action == "password":
            await self._change_password(index)
        elif action in {"disable", "enable"}:
            self.active = action == "enable"
            answer = await self.admin.patch(f"/members/{self.person.id}", {"active": self.active})
            assert answer.status_code == 200
            if not self.active:
                # They are members elsewhere too; what this administrator ends is what is theirs to end.
                self._die([i for i, one in enumerate(self.browsers) if await self._place(one) != str(self.other)])
        elif action == "elsewhere":
            await self._switch(index)
        await self.check()

    async def check(self) -> None:
        for browser, alive in zip(self.browsers, self.alive, strict=True):
            if browser.token:
                assert (await browser.get("/me")).status_code == (200 if alive else 401)
        for token in self.retired[-6:]:
            answer = await self.house.browser().get("/me", headers={"authorization": f"Bearer {token}"})
            assert answer.status_code == 401

    async def _sign_in(self, index: int) -> None:
        browser, before = self.browsers[index], self.browsers[index].token
        if self.alive[index]:
            return
        answer = await browser.sign_in(self.person.email, self.password)
        assert answer.status_code == 200
        assert browser.token != before
        self.alive[index] = True

    async def _refresh(self, index: int) -> None:
        answer = await self.browsers[index].refresh()
        assert answer.status_code == (200 if self.alive[index] else 401)

    async def _reuse(self, index: int) -> None:
        """A thief shows a refresh token that its owner exchanged a minute ago."""
        browser = self.browsers[index]
        if not self.alive[index]:
            return
        stolen = browser.cookies[REFRESH]
        assert (await browser.refresh()).status_code == 200
        change(self.house.clone, "update refresh_tokens set rotated_at = rotated_at - interval '1 minute'")
        thief = self.house.browser("198.51.100.9")
        thief.cookies[REFRESH] = stolen
        assert (await thief.refresh()).status_code == 401
        self._die([index])

    async def _change_password(self, index: int) -> None:
        browser, new = self.browsers[index], f"nova-palavra-{uuid4().hex[:8]}"
        answer = await browser.post("/session/password", {"current": self.password, "new": new})
        assert answer.status_code == (204 if self.alive[index] else 401), answer.text
        if self.alive[index]:
            self.password = new
            self._die(range(len(self.browsers)))
            assert (await browser.refresh()).status_code == 200, "the one who changed it stays in, with a new session"
            self.alive[index] = True

    async def _switch(self, index: int) -> None:
        browser = self.browsers[index]
        answer = await browser.post("/session/organization", {"organization_id": str(self.other)})
        assert answer.status_code == (200 if self.alive[index] else 401)
        if self.alive[index]:
            self.retired.append(browser.token)
            browser.token = answer.json()["access_token"]

    async def _place(self, browser: Browser) -> str | None:
        answer = await browser.get("/me") if browser.token else None
        return answer.json()["organization"]["id"] if answer is not None and answer.status_code == 200 else None

    def _die(self, which: object) -> None:
        for index in which:  # type: ignore[attr-defined]
            if self.alive[index]:
                self.retired.append(self.browsers[index].token)
            self.alive[index] = False


@given(steps=st.lists(st.tuples(st.sampled_from(ACTIONS), st.integers(0, 2)), min_size=4, max_size=14))
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_t25_no_session_outlives_its_end(house: Office, steps: list[tuple[str, int]]) -> None:
    slug = uuid4().hex[:10]
    home, other = await house.organization(f"a-{slug}"), await house.organization(f"b-{slug}")
    await house.person(f"chefe@{slug}.test", {home: Role.ORG_ADMIN})
    person = await house.person(f"ana@{slug}.test", {home: Role.OPERATOR, other: Role.VIEWER})
    model = Model(house, await house.signed_in(f"chefe@{slug}.test"), person, home, other)
    model.browsers = [house.browser(f"203.0.113.{n}") for n in range(3)]
    model.alive = [False] * 3
    for action, index in steps:
        await model.act(action, index)


@pytest.mark.parametrize("how", ["sign_out", "password", "disable_member", "disable_user"])
async def test_t25_a_session_ends_in_every_process_within_a_second(house: Office, how: str) -> None:
    clinic = await house.organization("clinica")
    boss = await house.person("chefe@clinica.test", {clinic: Role.ORG_ADMIN})
    ana = await house.person("ana@clinica.test", {clinic: Role.AGENT})
    browser, admin = await house.signed_in("ana@clinica.test"), await house.signed_in("chefe@clinica.test")
    # Another process: the same database, and nobody tells it anything.
    neighbour = replace(house.access, checks=Checks())
    here = house.access
    house.app.state.access = neighbour
    assert (await browser.get("/me")).status_code == 200
    house.app.state.access = here
    if how == "sign_out":
        assert (await browser.delete("/session")).status_code == 204
    elif how == "password":
        body = {"current": PASSWORD, "new": "nova-palavra-2718"}
        assert (await browser.post("/session/password", body)).status_code == 204
    elif how == "disable_member":
        assert (await admin.patch(f"/members/{ana.id}", {"active": False})).status_code == 200
    else:
        async with house.database.transaction(None) as tx:
            await service.set_user_disabled(tx, ana.id, disabled=True)
    house.app.state.access = neighbour
    began = asyncio.get_running_loop().time()
    while (await browser.get("/me")).status_code == 200:
        assert asyncio.get_running_loop().time() - began < 1.0
        await asyncio.sleep(0.02)
    assert boss.id != ana.id


async def test_refreshing_rotates_and_two_tabs_survive_it(house: Office) -> None:
    clinic = await house.organization("clinica")
    await house.person("ana@clinica.test", {clinic: Role.AGENT})
    ana = await house.signed_in("ana@clinica.test")
    first = ana.cookies[REFRESH]
    tabs = [house.browser(), house.browser()]
    for tab in tabs:
        tab.cookies[REFRESH] = first
    answers = await asyncio.gather(*(tab.refresh() for tab in tabs))
    assert [one.status_code for one in answers] == [200, 200]
    assert len({first, *(tab.cookies[REFRESH] for tab in tabs)}) == 3
    assert [(await tab.refresh()).status_code for tab in tabs] == [200, 200]
    assert (await house.browser().refresh()).status_code == 401
    made_up = house.browser()
    for token in ("x", "", "a" * 43, "ã" * 20, "a" * 500):
        made_up.cookies = {REFRESH: token}
        assert (await made_up.refresh()).status_code in {401, 422}


async def test_a_stolen_refresh_token_ends_the_session_and_leaves_a_trace(house: Office) -> None:
    clinic = await house.organization("clinica")
    await house.person("ana@clinica.test", {clinic: Role.ORG_ADMIN})
    ana, other = await house.signed_in("ana@clinica.test"), await house.signed_in("ana@clinica.test")
    thief = house.browser("198.51.100.9")
    thief.cookies[REFRESH] = ana.cookies[REFRESH]
    assert (await ana.refresh()).status_code == 200
    change(house.clone, "update refresh_tokens set rotated_at = rotated_at - interval '11 seconds'")
    assert (await thief.refresh()).status_code == 401
    assert (await ana.refresh()).status_code == 401, "which of the two is the thief cannot be known: both are out"
    assert (await ana.get("/me")).status_code == 401
    assert (await other.get("/me")).status_code == 200
    trail = (await other.get("/audit?action=session.ended")).json()["items"]
    assert [one["detail"] for one in trail] == [{"reason": "refresh_reused"}]


async def test_sessions_run_out_by_themselves(house: Office) -> None:
    clinic = await house.organization("clinica")
    await house.person("ana@clinica.test", {clinic: Role.AGENT})
    ana, idle = await house.signed_in("ana@clinica.test"), await house.signed_in("ana@clinica.test")
    change(house.clone, "update refresh_tokens set issued_at = now() - interval '7 days 1 second'")
    assert (await idle.refresh()).status_code == 401
    change(house.clone, "update user_sessions set expires_at = now() - interval '1 second'")
    house.access.checks.forget()
    assert (await ana.get("/me")).status_code == 401


async def test_people_see_and_end_their_own_sessions(house: Office) -> None:
    clinic = await house.organization("clinica")
    await house.person("ana@clinica.test", {clinic: Role.AGENT})
    browser = house.browser(**{"user-agent": "Firefox\t\x7f de casa"})
    await browser.sign_in("ana@clinica.test")
    phone = await house.signed_in("ana@clinica.test")
    listed = (await phone.get("/session/all")).json()["items"]
    assert [one["current"] for one in listed].count(True) == 1
    lost = next(one for one in listed if not one["current"])
    assert lost["device"] == "Firefox de casa"
    assert (await phone.delete(f"/session/all/{lost['id']}")).status_code == 204
    assert (await browser.get("/me")).status_code == 401
    assert (await phone.get("/me")).status_code == 200


async def test_what_nobody_can_use_is_forgotten(database: Clone) -> None:
    from recado.organizations import tasks
    from tests.support.jobs import connected

    async with office(database) as house, connected(database.worker_dsn) as worker:
        clinic = await house.organization("clinica")
        await house.person("ana@clinica.test", {clinic: Role.AGENT})
        ana, gone = await house.signed_in("ana@clinica.test"), await house.signed_in("ana@clinica.test")
        await gone.delete("/session")
        assert await tasks.forget_once(worker) == 0
        change(database, "update user_sessions set ended_at = ended_at - interval '41 days' where ended_at is not null")
        change(database, "update attempt_windows set ends_at = now() - interval '2 hours'")
        assert await tasks.forget_once(worker) == 1
        assert rows(database, "select count(*) from user_sessions") == [(1,)]
        assert rows(database, "select count(*) from attempt_windows") == [(0,)]
        assert (await ana.refresh()).status_code == 200
