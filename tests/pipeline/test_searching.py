"""Is what was said, and who said it, found in Portuguese, by number and while one types?"""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any

import pytest

from recado.conversations.tasks.index_words import catch_up, index_words
from recado.foundation.identifiers import new_id
from tests.pipeline.house import House, Organization
from tests.pipeline.wire import Person, somebody
from tests.support.told import all_told


async def indexed(clinic: Organization) -> Organization:
    await all_told(clinic.house.clone.owner_dsn)
    async with asyncio.timeout(10):
        empty = 0
        while empty < 2:
            empty = 0 if await index_words(clinic.house.worker, clinic.id) else empty + 1
    return clinic


async def found(clinic: Organization, q: str, **more: str) -> list[Any]:
    browser = await clinic.browser()
    answer = await browser.get("/search", params={"q": q, **more})
    assert answer.status_code == 200, answer.text
    return list(answer.json()["items"])


def marked(item: Any) -> list[str]:
    return [piece["text"] for piece in item["hit"]["snippet"] if piece["marked"]]


@pytest.mark.parametrize(
    ("said", "sought", "marks"),
    [
        ("Quero marcar uma consulta amanhã", "consultas", ["consulta"]),
        ("Já consultei ontem", "CONSULTA", ["consultei"]),
        ("Vacinações em dia", "vacinacao", ["Vacinações"]),
        ("Quanto custa a castração?", "castrar", ["castração"]),
        ("o remédio do cão acabou", "remedios caes", ["remédio", "cão"]),
        ("Preciso do orçamento", "orça", ["orçamento"]),
        ("não sei se é urgente", "urgencia", ["urgente"]),
        ("meu CPF é 123.456.789-09", "12345678909", ["123.456.789-09"]),
        ("me liga no (11) 98888-7777", "988887777", ["(11) 98888-7777"]),
        ("o boleto de R$ 1.234,56 venceu", "boleto venceu", ["boleto", "venceu"]),
    ],
)
async def test_what_was_said_is_found_in_any_form(
    clinic: Organization, said: str, sought: str, marks: list[str]
) -> None:
    who, other = somebody("Beatriz"), somebody("Caio")
    await clinic.hears(who, said)
    await clinic.hears(other, "Bom dia")
    (item,) = await found(await indexed(clinic), sought)
    assert item["conversation"]["contact"]["name"] == "Beatriz"
    assert marked(item) == marks
    assert item["hit"]["message_id"] is not None


@pytest.mark.parametrize(
    "sought", ["~", "%", "_", "'", "'; drop table messages; --", "\x01", "((((", "🐶", "=consult", "\u202e"]
)
async def test_abuse_finds_nothing_and_breaks_nothing(clinic: Organization, sought: str) -> None:
    await clinic.hears(somebody("Ana"), "consulta")
    assert (await (await (await indexed(clinic)).browser()).get("/search", params={"q": sought})).status_code == 200
    assert await found(clinic, "consulta")


@pytest.mark.parametrize(
    "shape",
    ["{n}", "+55 ({a}) {b}-{c}", "{a}{b}{c}", "0{a} {b} {c}", "{b}-{c}", "{b}{c}", "{short}", "{c}", "{a}{b}", "{old}"],
)
async def test_a_number_is_found_however_it_is_typed(clinic: Organization, shape: str) -> None:
    who = replace(somebody("Dora"), phone="5511988887777")
    await clinic.hears(who, "Oi")
    await clinic.hears(replace(somebody("Eva"), phone="5521912345678"), "Oi")
    parts = {"n": "5511988887777", "a": "11", "b": "98888", "c": "7777", "short": "8888-7777", "old": "1188887777"}
    names = [
        item["conversation"]["contact"]["name"] for item in await found(await indexed(clinic), shape.format(**parts))
    ]
    assert names == ["Dora"]


async def test_a_number_that_whatsapp_gave_without_its_ninth_digit_is_found_with_it(clinic: Organization) -> None:
    await clinic.hears(replace(somebody("Dora"), phone="551188887777"), "Oi")
    await indexed(clinic)
    for typed in ("11 98888-7777", "5511988887777", "98888-7777", "1198888"):
        assert len(await found(clinic, typed)) == 1, typed


@pytest.mark.parametrize("sought", ["tiago", "thia", "Thiago Sousa", "SOUZA", "tiago souza"])
async def test_a_name_is_found_as_it_sounds(clinic: Organization, sought: str) -> None:
    await clinic.hears(somebody("Thiago Souza"), "Oi")
    await clinic.hears(somebody("Tereza Lima"), "Oi")
    (item,) = await found(await indexed(clinic), sought)
    assert item["conversation"]["contact"]["name"] == "Thiago Souza"
    assert item["hit"]["message_id"] is None


async def test_person_and_word_together_and_the_newest_message_tells(clinic: Organization) -> None:
    who = somebody("Helena Prado")
    for text in ("quero o boleto", "e a consulta?", "mande o boleto da consulta", "mande o boleto"):
        await clinic.hears(who, text)
    await clinic.hears(somebody("Outra"), "boleto")
    await indexed(clinic)
    (item,) = await found(clinic, "helena boleto")
    assert marked(item) == ["boleto"]
    (item,) = await found(clinic, "boleto consulta")
    assert marked(item) == ["boleto", "consulta"]


async def test_pages_follow_one_another_without_gaps_and_filters_hold(clinic: Organization) -> None:
    people = [somebody(f"Pessoa{number}") for number in range(5)]
    for who in people:
        await clinic.hears(who, "quero agendar")
    await clinic.act(people[0], "close")
    await indexed(clinic)
    browser, seen = await clinic.browser(), list[str]()
    cursor: str | None = ""
    while cursor is not None:
        page = (await browser.get("/search", params={"q": "agendamento", "limit": "2", "cursor": cursor})).json()
        seen += [item["conversation"]["contact"]["name"] for item in page["items"]]
        cursor = page["next_cursor"]
    assert sorted(seen) == [f"Pessoa{number}" for number in range(5)]
    assert len(await found(clinic, "agendar", state="archived")) == 1
    assert len(await found(clinic, "agendar", state="active")) == 4


async def test_an_agent_finds_what_they_may_see_and_another_organization_nothing(house: House) -> None:
    clinic, other = await house.organization(people=3), await house.organization()
    mine, theirs = somebody("Meu Cliente"), somebody("Cliente Alheio")
    await clinic.hears(mine, "consulta")
    await clinic.hears(theirs, "consulta")
    for person, name in ((1, "p1"), (2, "p2")):
        await house.rows("update members set role = 'agent' where email = %s", f"{name}@{clinic.slug}.test")
        await clinic.browser(person)
    await clinic.api("POST", f"/conversations/{theirs.phone}/take", {}, person=2)
    await indexed(clinic)
    page = await clinic.api("GET", "/search?q=consulta", person=1)
    assert [item["conversation"]["contact"]["name"] for item in page["items"]] == ["Meu Cliente"]
    assert len(await found(clinic, "consulta")) == 2
    assert await found(other, "consulta") == []


async def test_what_stood_there_before_is_read_again(clinic: Organization) -> None:
    who = somebody("Zuleica")
    await clinic.hears(who, "vacinas em dia")
    await indexed(clinic)
    await clinic.house.rows("delete from message_words where organization_id = %s", clinic.id)
    assert await found(clinic, "vacina") == []
    for kind in ("messages", "people"):
        await clinic.house.rows("insert into word_backfills (organization_id, kind) values (%s, %s)", clinic.id, kind)
    rounds = 0
    while await catch_up(clinic.house.worker, clinic.id):
        rounds += 1
        assert rounds < 20
    assert len(await found(clinic, "vacinação")) == 1
    assert len(await found(clinic, "zuleica")) == 1
    done = "select count(*) from word_backfills where organization_id = %s and done_at is not null"
    assert await clinic.house.rows(done, clinic.id) == [(2,)]


async def of(clinic: Organization, who: Person) -> str:
    return str((await clinic.conversation(who))["id"])


async def test_filters_views_and_what_they_count(clinic: Organization) -> None:
    ana, bia, caio = (somebody(name) for name in ("Ana", "Bia", "Caio"))
    for who in (ana, bia, caio):
        await clinic.hears(who, "oi")
    await clinic.act(ana, "take")
    await clinic.act(bia, "wait")
    body = {"action": "tag", "ids": [await of(clinic, caio)], "tag": "Retorno VIP"}
    assert (await clinic.api("POST", "/conversations/bulk", body))["items"][0]["done"]

    async def names(**query: str) -> list[str]:
        page = (await (await clinic.browser()).get("/conversations", params=query)).json()
        return sorted(item["contact"]["name"] for item in page["items"])

    assert await names(assignee="me") == ["Ana"]
    assert await names(assignee="none") == ["Bia", "Caio"]
    assert await names(assignee=str(new_id())) == await names(assignee="lixo") == []
    assert await names(state="waiting") == ["Bia"]
    assert await names(answerer="flow") == ["Caio"]
    assert await names(tag="retorno vip") == ["Caio"]
    assert await names(tag="outra") == []
    assert await names(channel_id=str(clinic.channel)) == ["Ana", "Bia", "Caio"]
    assert await names(channel_id=str(new_id())) == []
    assert await names(waiting_minutes="5") == []
    clinic.house.clock.passes(minutes=6)
    assert await names(waiting_minutes="5") == ["Bia"]
    assert await names(until="2020-01-01T00:00:00Z") == []
    assert await names(since="2020-01-01T00:00:00Z", unread="true") == ["Ana", "Bia", "Caio"]
    choices = await clinic.api("GET", "/conversation-filters")
    assert choices["tags"] == ["Retorno VIP"]
    kept = {"name": "Sem dono", "filter": {"assignee": "none"}, "shared": True}
    view = await clinic.api("POST", "/conversation-views", kept, expect=201)
    assert view["count"] == {"n": 2, "more": False}
    assert view["mine"] is True
    await clinic.api("PUT", f"/conversation-views/{view['id']}", {**kept, "filter": {"tag": "Retorno VIP"}})
    (listed,) = (await clinic.api("GET", "/conversation-views"))["items"]
    assert listed["count"]["n"] == 1
    await clinic.api("DELETE", f"/conversation-views/{view['id']}", expect=204)
    await clinic.api("DELETE", f"/conversation-views/{view['id']}", expect=404)


async def test_acting_on_many_tells_of_each_and_once(house: House) -> None:
    clinic = await house.organization(people=2)
    people = [somebody(f"P{number}") for number in range(3)]
    for who in people:
        await clinic.hears(who, "oi")
    ids = [await of(clinic, who) for who in people]
    await clinic.act(people[0], "close")
    (_, other) = (await clinic.api("GET", "/members"))["items"][:2]
    stranger = str(new_id())
    body = {"action": "assign", "ids": [*ids, stranger], "assignee_id": other["id"]}
    key = {"Idempotency-Key": "abc"}
    first = (await clinic.api("POST", "/conversations/bulk", body, headers=key))["items"]
    assert [one["code"] for one in first] == ["conversation_archived", "", "", "conversation_not_found"]
    await clinic.act(people[1], "hand-back")
    again = (await clinic.api("POST", "/conversations/bulk", body, headers=key))["items"]
    assert again == first
    assert (await clinic.conversation(people[1]))["assignee"] is None, "a repeat must not act again"
    assert (await clinic.conversation(people[2]))["assignee"]["id"] == other["id"]
    for action, unread in (("mark_read", 0), ("mark_unread", 1), ("mark_unread", 1)):
        await clinic.api("POST", "/conversations/bulk", {"action": action, "ids": ids[1:]})
        assert [(await clinic.conversation(who))["unread"] for who in people[1:]] == [unread] * 2
    await clinic.api("POST", "/conversations/bulk", {"action": "archive", "ids": ids})
    assert {(await clinic.conversation(who))["state"] for who in people} == {"archived"}
    await clinic.api("POST", "/conversations/bulk", {"action": "tag", "ids": ids}, expect=422)


async def test_of_two_drafts_the_later_one_stays_and_it_is_ones_own(house: House) -> None:
    clinic = await house.organization(people=2)
    who = somebody("Ana")
    await clinic.hears(who, "oi")
    path = f"/conversations/{await of(clinic, who)}/draft"
    assert (await clinic.api("GET", path))["revision"] == 0
    assert (await clinic.api("PUT", path, {"text": "Bom dia, Ana", "revision": 12}))["text"] == "Bom dia, Ana"
    assert (await clinic.api("PUT", path, {"text": "Bom d", "revision": 7}))["text"] == "Bom dia, Ana"
    assert (await clinic.api("GET", "/conversation-drafts"))["conversation_ids"] == [await of(clinic, who)]
    assert (await clinic.api("GET", path, person=1))["text"] == ""
    await clinic.api("PUT", path, {"text": "", "revision": 13})
    assert (await clinic.api("GET", "/conversation-drafts"))["conversation_ids"] == []
