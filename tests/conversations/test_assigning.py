"""Does a conversation come into exactly one person's hands, and does everybody learn whose and why?"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from uuid import UUID, uuid4

import httpx
import pytest

from recado.conversations.tasks.assign import TeamRules
from recado.organizations.models import Role
from tests.support.access import Browser
from tests.support.jobs import change, rows
from tests.support.postgres import Clone
from tests.support.team_desk import TeamDesk, team_desk


@pytest.fixture
async def desk(database: Clone) -> AsyncIterator[TeamDesk]:
    async with team_desk(database) as found:
        yield found


async def assign(browser: Browser, conversation: UUID, **body: object) -> httpx.Response:
    said = {name: str(value) if isinstance(value, UUID) else value for name, value in body.items()}
    return await browser.post(f"/conversations/{conversation}/assign", said)


async def test_stranger_wrong_role_other_organization_and_owner(desk: TeamDesk) -> None:
    conversation = desk.conversation()
    olga = await desk.sign_in("olga")
    assert (await assign(desk.office.browser(), conversation, member_id=desk.ids["olga"])).status_code == 401
    viewer = await desk.sign_in("vera", Role.VIEWER)
    assert (await assign(viewer, conversation, member_id=desk.ids["olga"])).status_code == 403
    foreigner = await desk.sign_in("fabio", Role.ORG_ADMIN, desk.other)
    assert (await assign(foreigner, conversation, member_id=desk.ids["fabio"])).json()[
        "code"
    ] == "conversation_not_found"
    for stranger in (desk.ids["fabio"], desk.ids["vera"], uuid4()):
        answer = await assign(olga, conversation, member_id=stranger)
        assert (answer.status_code, answer.json()["code"]) == (404, "person_not_found")
    assert (await assign(olga, conversation, team_id=uuid4())).json()["code"] == "team_not_found"
    answer = await assign(olga, conversation, member_id=desk.ids["olga"])
    assert (answer.status_code, answer.json()["assignee"]["name"]) == (200, "olga")


async def test_many_who_take_one_conversation_have_one_winner_whom_the_others_are_told(desk: TeamDesk) -> None:
    people = {f"p{number}": await desk.sign_in(f"p{number}") for number in range(8)}
    for _ in range(6):
        conversation = desk.conversation()
        answers = dict(
            zip(
                people,
                await asyncio.gather(*(one.post(f"/conversations/{conversation}/take") for one in people.values())),
                strict=True,
            )
        )
        winners = [name for name, answer in answers.items() if answer.status_code == 200]
        assert len(winners) == 1
        lost = [answer.json() for answer in answers.values() if answer.status_code == 409]
        assert len(lost) == 7
        assert {(one["code"], one["data"]["name"]) for one in lost} == {("taken_by_other", winners[0])}
        assert desk.assignee(conversation) == desk.ids[winners[0]]
        told = rows(
            desk.office.clone,
            "select count(*) from messages where conversation_id = %s and subtype = 'taken'",
            conversation,
        )
        assert told == [(1,)]


async def test_giving_what_a_colleague_took_meanwhile_is_refused_with_the_name(desk: TeamDesk) -> None:
    ana, bia = await desk.sign_in("ana"), await desk.sign_in("bia")
    await desk.sign_in("caio")
    conversation = desk.conversation()
    assert (await ana.post(f"/conversations/{conversation}/take")).status_code == 200
    late = await assign(bia, conversation, member_id=desk.ids["caio"])
    assert (late.status_code, late.json()["code"], late.json()["data"]["name"]) == (409, "taken_by_other", "ana")
    knowing = await assign(bia, conversation, member_id=desk.ids["caio"], seen_assignee_id=desk.ids["ana"])
    assert (knowing.status_code, knowing.json()["assignee"]["name"]) == (200, "caio")


async def test_a_transfer_carries_a_note_that_the_receiver_reads_first(desk: TeamDesk) -> None:
    ana, bia = await desk.sign_in("ana"), await desk.sign_in("bia")
    conversation = desk.conversation()
    await ana.post(f"/conversations/{conversation}/take")
    body = {"member_id": desk.ids["bia"], "seen_assignee_id": desk.ids["ana"], "note": "Quer trocar a vacina de dia."}
    answer = await assign(ana, conversation, **body)
    assert (answer.json()["state"], answer.json()["answerer"]) == ("waiting", "person")
    lines = (await bia.get(f"/conversations/{conversation}/messages")).json()["items"]
    assert [(line["direction"], line["subtype"], line["text"]) for line in lines[-2:]] == [
        ("note", "", "Quer trocar a vacina de dia."), ("system", "assigned", ""),
    ]  # fmt: skip
    assert lines[-1]["content"] == {"actor": "ana", "to": "bia", "team": "", "reason": "transfer"}
    (kept,) = (await bia.get(f"/conversations/{conversation}/assignments")).json()["items"]
    assert (kept["member"]["name"], kept["by"], kept["note"], kept["seen"]) == (
        "bia",
        "ana",
        "Quer trocar a vacina de dia.",
        False,
    )
    await ana.post(f"/conversations/{conversation}/assignments/seen")
    assert not (await bia.get(f"/conversations/{conversation}/assignments")).json()["items"][0]["seen"]
    assert (await bia.post(f"/conversations/{conversation}/assignments/seen")).status_code == 204
    assert (await bia.get(f"/conversations/{conversation}/assignments")).json()["items"][0]["seen"]
    repeated = await assign(ana, conversation, member_id=desk.ids["bia"], seen_assignee_id=desk.ids["bia"])
    assert repeated.status_code == 200
    assert len((await bia.get(f"/conversations/{conversation}/assignments")).json()["items"]) == 1


async def test_an_agent_sees_what_waits_in_their_teams_and_gives_away_only_what_they_see(desk: TeamDesk) -> None:
    ana, bia = await desk.sign_in("ana", Role.AGENT), await desk.sign_in("bia", Role.AGENT)
    olga = await desk.sign_in("olga")
    team = desk.team("Financeiro", "ana")
    mine, nobodys = desk.conversation(), desk.conversation()
    assert (await assign(olga, mine, team_id=team)).status_code == 200
    assert [(await one.get(f"/conversations/{mine}")).status_code for one in (ana, bia, olga)] == [200, 404, 200]

    async def listed(browser: Browser) -> set[str]:
        page = (await browser.get("/conversations")).json()
        assert sum(page["counts"].values()) == len(page["items"])
        return {item["id"] for item in page["items"]}

    assert await listed(ana) == await listed(olga) == {str(mine), str(nobodys)}
    assert await listed(bia) == {str(nobodys)}
    assert (await assign(bia, mine, member_id=desk.ids["bia"])).status_code == 404
    assert (await bia.post(f"/conversations/{mine}/take")).status_code == 404
    assert (await ana.post(f"/conversations/{mine}/take")).status_code == 200
    given = await assign(ana, mine, member_id=desk.ids["bia"], seen_assignee_id=desk.ids["ana"])
    assert (given.status_code, given.json()["assignee"]["name"]) == (200, "bia")
    assert [(await one.get(f"/conversations/{mine}")).status_code for one in (ana, bia)] == [404, 200]


async def test_round_robin_gives_to_those_who_are_there_in_turn(desk: TeamDesk) -> None:
    olga = await desk.sign_in("olga")
    for name in ("ana", "bia", "caio", "davi"):
        await desk.sign_in(name)
    team = desk.team("Recepção", "ana", "bia", "caio", rule="round_robin")
    desk.at_desk("ana", "bia", "davi")
    given = []
    for _ in range(6):
        answer = await assign(olga, desk.conversation(), team_id=team)
        given.append(answer.json()["assignee"]["name"])
    assert Counter(given) == {"ana": 3, "bia": 3}
    assert given[:2] == given[2:4] == given[4:]
    assert rows(desk.office.clone, "select distinct reason, actor from assignments where member_id is not null") == [
        ("round_robin", "rule")
    ]


async def test_the_least_loaded_gets_it_and_nobody_more_than_their_cap_however_many_come_at_once(
    desk: TeamDesk,
) -> None:
    olga = await desk.sign_in("olga")
    for name in ("ana", "bia", "caio"):
        await desk.sign_in(name)
    team = desk.team("Vendas", "ana", "bia", rule="least_loaded")
    both = desk.team("Pós-venda", "bia", "caio", rule="least_loaded")
    desk.at_desk("ana", "bia", "caio", cap=4)
    for _ in range(2):
        desk.conversation(assignee_id=desk.ids["ana"], answerer="person")
    conversations = [desk.conversation() for _ in range(16)]
    await asyncio.gather(
        *(assign(olga, one, team_id=(team, both)[place % 2]) for place, one in enumerate(conversations))
    )
    found = Counter(desk.assignee(one) for one in conversations)
    assert found == {desk.ids["ana"]: 2, desk.ids["bia"]: 4, desk.ids["caio"]: 4, None: 6}


async def test_what_waits_in_a_team_is_given_as_soon_as_somebody_comes_or_has_room(desk: TeamDesk) -> None:
    olga, ana = await desk.sign_in("olga"), await desk.sign_in("ana")
    team = desk.team("Recepção", "ana", rule="least_loaded")
    first, second = desk.conversation(), desk.conversation()
    for one in (first, second):
        assert (await assign(olga, one, team_id=team)).json()["assignee"] is None
    database = desk.office.access.database
    rules = TeamRules(database, desk.ports)

    async def look() -> None:
        for topic in desk.heard:
            rules.hear(topic)
        desk.heard.clear()
        await rules.look(desk.clinic)

    await look()
    assert desk.assignee(first) is None
    assert (await desk.office.browser().request("PUT", "/desk/me", json={"available": True})).status_code == 401
    change(
        desk.office.clone,
        "insert into duties (organization_id, member_id, cap) values (%s, %s, 1)",
        desk.clinic,
        desk.ids["ana"],
    )
    assert (await ana.request("PUT", "/desk/me", json={"available": True})).status_code == 204
    assert f"teams/{desk.clinic}" in desk.heard
    await look()
    assert (desk.assignee(first), desk.assignee(second)) == (desk.ids["ana"], None)
    assert (await ana.post(f"/conversations/{first}/close")).status_code == 200
    assert f"teams/{desk.clinic}" in desk.heard
    await look()
    assert desk.assignee(second) == desk.ids["ana"]
    assert (await ana.request("PUT", "/desk/me", json={"available": False})).status_code == 204
    shown = (await olga.get("/desk")).json()
    (person,) = [one for one in shown["people"] if one["name"] == "ana"]
    assert (person["present"], person["available"], person["at_hand"], person["cap"]) == (False, False, 1, 1)


async def test_rules_and_caps_are_set_by_who_administrates(desk: TeamDesk) -> None:
    admin, olga = await desk.sign_in("alda", Role.ORG_ADMIN), await desk.sign_in("olga")
    team = desk.team("Recepção")
    body = {"assignment": "round_robin"}
    assert (await olga.request("PUT", f"/desk/teams/{team}", json=body)).status_code == 403
    assert (await admin.request("PUT", f"/desk/teams/{team}", json=body)).status_code == 204
    assert (await admin.request("PUT", f"/desk/teams/{uuid4()}", json=body)).json()["code"] == "team_not_found"
    assert (await admin.request("PUT", f"/desk/people/{desk.ids['olga']}", json={"cap": 3})).status_code == 204
    assert (await admin.request("PUT", f"/desk/people/{desk.ids['olga']}", json={"cap": 0})).status_code == 422
    shown = (await olga.get("/desk")).json()
    assert shown["teams"] == [{"id": str(team), "name": "Recepção", "assignment": "round_robin"}]
    assert shown["me"]["cap"] == 3
