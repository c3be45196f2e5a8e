"""Who is called by name and learns of it, what is often said, and who is seen at a conversation?"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest

from recado.conversations.rules import quick_replies as rules
from recado.conversations.rules.mentions import called
from recado.conversations.service.presence import Doing, Glance, read_topic, topic
from recado.conversations.teamwork_errors import BrokenVariable, UnknownVariable
from recado.conversations.teamwork_models import Colleague
from recado.foundation.identifiers import OrganizationId
from recado.organizations.models import Role
from tests.support.jobs import rows
from tests.support.postgres import Clone
from tests.support.team_desk import TeamDesk, team_desk


@pytest.fixture
async def desk(database: Clone) -> AsyncIterator[TeamDesk]:
    async with team_desk(database) as found:
        yield found


ANA, ANA_PAULA, JOAO, JOAO_B = (
    Colleague(UUID(int=n), name) for n, name in enumerate(("Ana", "Ana Paula", "João Sá", "João Bó"))
)
PEOPLE = [ANA, ANA_PAULA, JOAO, JOAO_B]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@Ana veja", [ANA]),
        ("@ana paula, veja isto", [ANA_PAULA]),
        ("fale com @JOAO SA e @Ana.", [JOAO, ANA]),
        ("@João veja", []),  # two people have that first name
        ("@Anabela", []),
        ("ana@exemplo.com", []),
        ("escreva a x@ana.com", []),
        ("@ana @ANA @Ana", [ANA]),
        ("(@Ana Paula)", [ANA_PAULA]),
        ("@", []),
    ],
)
def test_a_name_behind_an_at_sign_calls_one_person(text: str, expected: list[Colleague]) -> None:
    assert list(called(text, PEOPLE)) == expected


def test_what_a_quick_reply_says_is_filled_in_once() -> None:
    rendered = rules.render(
        "{{greeting}}, {{ contact.first_name }}! Aqui é {{ operator.name }}.",
        {"greeting": "Bom dia", "contact.first_name": "{{ operator.name }}", "operator.name": "Bia"},
    )
    assert rendered == rules.Rendered("Bom dia, {{ operator.name }}! Aqui é Bia.", ())
    empty = rules.render("Oi {{ contact.first_name }}, tudo bem?", {})
    assert empty == rules.Rendered("Oi, tudo bem?", ("contact.first_name",))
    assert rules.render("sem nada", {}) == rules.Rendered("sem nada", ())


def test_what_nobody_knows_and_open_braces_are_refused() -> None:
    for text in ("Oi {{ contact.nome }}", "Oi {{}}", "{{ contact.name | upcase }}"):
        with pytest.raises(UnknownVariable):
            rules.check(text)
    for text in ("Oi {{ contact.name }", "Oi contact.name }}", "{{ {{ contact.name }} }}"):
        with pytest.raises(BrokenVariable):
            rules.check(text)
    rules.check("Oi {{contact.name}}, custa R$ 10 {desconto}.")


@pytest.mark.parametrize(("hour", "said"), [(4, "Boa noite"), (5, "Bom dia"), (12, "Boa tarde"), (18, "Boa noite")])
def test_the_day_is_greeted_by_its_hour(hour: int, said: str) -> None:
    assert rules.greeting(datetime(2026, 3, 2, hour, tzinfo=UTC)) == said


def test_a_number_is_no_first_name() -> None:
    assert [rules.first_name(name) for name in ("Ana Lima", "+55 11 98765", "", " Zé ")] == ["Ana", "", "", "Zé"]


def test_what_processes_tell_each_other_is_read_back_and_nothing_else() -> None:
    organization = OrganizationId(uuid4())
    glance = Glance(uuid4(), uuid4(), Doing.TYPING)
    assert read_topic(topic(organization, glance)) == (organization, glance)
    for text in ("facts/x", "presence/a/b/c/typing", f"presence/{organization}", topic(organization, glance) + "x"):
        assert read_topic(text) is None


async def test_a_note_calls_a_colleague_who_reads_it_once(desk: TeamDesk) -> None:
    ana, bia = await desk.sign_in("ana"), await desk.sign_in("bia")
    conversation = desk.conversation(contact="Mariana")
    for text in ("@bia pode ver o exame?", "sem ninguém, a@bia.com"):
        assert (await ana.post(f"/conversations/{conversation}/notes", {"text": text})).status_code == 201
    page = (await bia.get("/mentions")).json()
    assert page["unread"] == 1
    (mention,) = page["items"]
    assert (mention["by"], mention["contact_name"], mention["text"]) == ("ana", "Mariana", "@bia pode ver o exame?")
    assert mention["conversation_id"] == str(conversation)
    assert (await ana.get("/mentions")).json() == {"items": [], "unread": 0, "next_cursor": None}
    assert (await bia.post("/mentions/read", {"conversation_id": str(uuid4())})).status_code == 204
    assert (await bia.get("/mentions")).json()["unread"] == 1
    assert (await bia.post("/mentions/read", {"conversation_id": str(conversation)})).status_code == 204
    page = (await bia.get("/mentions")).json()
    assert (page["unread"], page["items"][0]["read"]) == (0, True)
    lines = (await bia.get(f"/conversations/{conversation}/messages")).json()["items"]
    assert lines[0]["content"] == {"mentions": [{"id": str(desk.ids["bia"]), "name": "bia"}]}
    facts = rows(desk.office.clone, "select data ->> 'member_id' from facts where name = 'conversations.mentioned'")
    assert facts == [(str(desk.ids["bia"]),)]


async def test_nobody_is_called_to_what_they_may_not_see(desk: TeamDesk) -> None:
    olga = await desk.sign_in("olga")
    ana = await desk.sign_in("ana", Role.AGENT)
    conversation = desk.conversation()
    assert (await olga.post(f"/conversations/{conversation}/take")).status_code == 200
    answer = await olga.post(f"/conversations/{conversation}/notes", {"text": "@ana veja"})
    assert (answer.status_code, answer.json()["code"], answer.json()["data"]) == (
        409,
        "mention_cannot_see",
        {"name": "ana"},
    )
    by_id = {"text": "veja", "mention_ids": [str(desk.ids["ana"])]}
    assert (await olga.post(f"/conversations/{conversation}/notes", by_id)).status_code == 409
    unknown = {"text": "veja", "mention_ids": [str(uuid4())]}
    assert (await olga.post(f"/conversations/{conversation}/notes", unknown)).json()["code"] == "person_not_found"
    assert rows(desk.office.clone, "select count(*) from messages where direction = 'note'") == [(0,)]
    shared = desk.conversation()
    assert (await olga.post(f"/conversations/{shared}/notes", {"text": "@ana veja"})).status_code == 201
    assert (await ana.get("/mentions")).json()["unread"] == 1


async def test_quick_replies_are_the_organizations_or_ones_own(desk: TeamDesk) -> None:
    olga, ana = await desk.sign_in("olga"), await desk.sign_in("ana", Role.AGENT)
    text = {"shortcut": "pix", "text": "Oi {{ contact.first_name }}, a chave é 123. {{ operator.first_name }}"}
    assert (await ana.post("/quick-replies", {**text, "shared": True})).status_code == 403
    shared = (await olga.post("/quick-replies", {**text, "shared": True})).json()
    assert (await olga.post("/quick-replies", {**text, "shared": True})).json()["code"] == "shortcut_taken"
    own = (await ana.post("/quick-replies", {**text, "shortcut": "PIX", "title": "Minha"})).json()
    assert (shared["shared"], own["shared"], own["shortcut"]) == (True, False, "pix")
    listed = [{one["id"] for one in (await browser.get("/quick-replies")).json()["items"]} for browser in (olga, ana)]
    assert listed == [{shared["id"]}, {shared["id"], own["id"]}]
    for refused, code in (("Oi {{ nome }}", "unknown_variable"), ("Oi {{ contact.name", "broken_variable")):
        answer = await ana.post("/quick-replies", {"shortcut": "x", "text": refused})
        assert (answer.status_code, answer.json()["code"]) == (422, code)
    for shortcut in ("dois nomes", "ação", "", "-x", "a" * 41):
        assert (await ana.post("/quick-replies", {"shortcut": shortcut, "text": "x"})).status_code == 422
    changed = {"shortcut": "pix", "title": "", "text": "novo"}
    assert (await olga.request("PUT", f"/quick-replies/{own['id']}", json=changed)).status_code == 404
    assert (await ana.request("PUT", f"/quick-replies/{shared['id']}", json=changed)).status_code == 404
    assert (await ana.request("PUT", f"/quick-replies/{own['id']}", json=changed)).json()["text"] == "novo"
    assert (await ana.delete(f"/quick-replies/{shared['id']}")).status_code == 404
    conversation = desk.conversation(contact="Mariana Souza")
    used = await ana.post(f"/conversations/{conversation}/quick-replies/{shared['id']}")
    assert used.json() == {"text": "Oi Mariana, a chave é 123. ana", "missing": []}
    assert (await olga.post(f"/conversations/{conversation}/quick-replies/{own['id']}")).status_code == 404
    await asyncio.gather(*(olga.post(f"/conversations/{conversation}/quick-replies/{shared['id']}") for _ in range(5)))
    assert [one["uses"] for one in (await olga.get("/quick-replies")).json()["items"]] == [6]
    assert (await ana.delete(f"/quick-replies/{own['id']}")).status_code == 204
    assert rows(desk.office.clone, "select count(*) from messages where direction = 'out'") == [(0,)]


async def test_who_looks_or_types_is_told_and_nowhere_written(desk: TeamDesk) -> None:
    ana, bia = await desk.sign_in("ana"), await desk.sign_in("bia")
    agent = await desk.sign_in("caio", Role.AGENT)
    conversation = desk.conversation()
    path = f"/conversations/{conversation}/presence"
    wake = asyncio.Event()
    number, listener = desk.board.listen(desk.clinic, wake)
    for doing in ("looking", "typing"):
        assert (await ana.post(path, {"doing": doing})).status_code == 204
    assert wake.is_set()
    assert listener.take() == [Glance(conversation, desk.ids["ana"], Doing.TYPING)]
    assert (await bia.get(path)).json() == {"items": [{"member_id": str(desk.ids["ana"]), "doing": "typing"}]}
    assert (await ana.get(path)).json() == {"items": []}
    assert (await ana.post(path, {"doing": "gone"})).status_code == 204
    assert (await bia.get(path)).json() == {"items": []}
    assert (await ana.post(path, {"doing": "dancing"})).status_code == 422
    for table in ("facts", "duties", "assignments", "messages", "conversation_moves"):
        assert rows(desk.office.clone, f"select count(*) from {table}") == [(0,)]  # noqa: S608
    desk.board.forget(desk.clinic, number)
    await ana.post(f"/conversations/{conversation}/take")
    assert (await agent.post(path, {"doing": "looking"})).status_code == 404
    foreigner = await desk.sign_in("fabio", Role.ORG_ADMIN, desk.other)
    assert (await foreigner.get(path)).status_code == 404
