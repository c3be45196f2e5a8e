"""Is somebody asked once how they liked it, is the answer taken in, and does no flow hear it?"""

from __future__ import annotations

from typing import Any

from tests.pipeline import wire
from tests.pipeline.house import House, Organization
from tests.pipeline.wire import Person, somebody

SETTINGS = {
    "enabled": True, "style": "emojis", "asks": "all", "every_days": 7, "question": "Como foi o seu atendimento?",
    "thanks": "Obrigado por responder!", "comment_question": "Quer contar o motivo?",
}  # fmt: skip


async def settings(clinic: Organization, **changes: Any) -> None:
    await clinic.api("PUT", "/csat/settings", {**SETTINGS, **changes})


async def over(clinic: Organization, name: str = "Ana") -> Person:
    """Somebody whose conversation was answered by a person and archived."""
    who = somebody(name)
    await clinic.hears(who, "oi")
    await clinic.act(who, "take")
    await clinic.send(who, "Tudo certo?")
    await clinic.act(who, "close")
    await clinic.house.settle()
    return who


async def report(clinic: Organization) -> Any:
    return await clinic.api("GET", "/analytics/csat")


async def conversations(clinic: Organization, who: Person) -> list[tuple[str, str]]:
    rows = await clinic.house.rows(
        "select c.state, c.answerer from conversations c join contact_addresses a on a.contact_id = c.contact_id"
        " where c.organization_id = %s and a.value = %s and a.kind = 'phone' order by c.id", clinic.id, who.phone,
    )  # fmt: skip
    return [(str(state), str(answerer)) for state, answerer in rows]


def options(house: House, who: Person) -> list[str]:
    """The ids of the list that the person was sent last."""
    sent = [one.body for one in house.graph.sent if one.body.get("to") == who.phone]
    lists = [one["interactive"] for one in sent if one.get("type") == "interactive"]
    return [row["id"] for section in lists[-1]["action"]["sections"] for row in section["rows"]]


async def test_a_typed_number_a_comment_and_no_flow_hears_of_it(house: House, clinic: Organization) -> None:
    await settings(clinic)
    who = await over(clinic)
    assert clinic.told(who)[-1].startswith("Como foi o seu atendimento?")
    await clinic.hears(who, "nota 2")
    assert clinic.told(who)[-1] == "Quer contar o motivo?"
    await clinic.hears(who, "Demoraram muito para responder.")
    assert clinic.told(who)[-1] == "Obrigado por responder!"
    assert await conversations(clinic, who) == [("archived", "person")]
    found = await report(clinic)
    assert found["totals"] | {"key": None, "name": ""} == {
        "key": None, "name": "", "asked": 1, "answered": 1, "counts": [0, 1, 0, 0, 0], "average": 2.0, "satisfied": 0.0,
        "response_rate": 1.0,
    }  # fmt: skip
    (one,) = found["comments"]
    assert (one["contact_name"], one["score"], one["text"]) == ("Ana", 2, "Demoraram muito para responder.")
    assert [(each["name"], each["average"]) for each in found["people"]] == [("Pessoa 0", 2.0)]
    assert (await clinic.conversation(who))["unread"] == 0


async def test_a_tap_counts_wherever_it_comes_and_may_be_changed(house: House, clinic: Organization) -> None:
    await settings(clinic, comment_question="")
    who = await over(clinic)
    ids = options(house, who)
    await clinic.hears(who, "oi de novo")  # a new conversation, which the bot answers
    assert [state for state, _ in await conversations(clinic, who)] == ["archived", "active"]
    before = len(clinic.told(who))
    await clinic.deliver(wire.delivery(clinic.account, wire.text(who, "🙂 Bom", tap=ids[3], at=house.clock())))
    assert clinic.told(who)[before:] == ["Obrigado por responder!"]
    await clinic.deliver(wire.delivery(clinic.account, wire.text(who, "😍 Ótimo", tap=ids[4], at=house.clock())))
    assert len(clinic.told(who)) == before + 1
    assert (await report(clinic))["totals"]["counts"] == [0, 0, 0, 0, 1]


async def test_a_new_request_opens_a_conversation_and_is_no_opinion(house: House, clinic: Organization) -> None:
    await settings(clinic)
    for text in ("Bom dia", "quero marcar 2 banhos"):
        who = await over(clinic)
        await clinic.hears(who, text)
        assert [state for state, _ in await conversations(clinic, who)] == ["archived", "active"]
    assert (await report(clinic))["totals"]["answered"] == 0


async def test_after_the_score_a_new_request_is_answered_by_the_bot(house: House, clinic: Organization) -> None:
    await settings(clinic)
    who = await over(clinic)
    await clinic.hears(who, "5")
    await clinic.hears(who, "oi, queria remarcar")
    assert [state for state, _ in await conversations(clinic, who)] == ["archived", "active"]


async def test_a_wish_is_granted_and_is_no_opinion(house: House, clinic: Organization) -> None:
    await settings(clinic)
    who = await over(clinic)
    await clinic.hears(who, "falar com atendente")
    assert [state for state, _ in await conversations(clinic, who)] == ["archived", "waiting"]


async def test_nobody_is_asked_twice_in_a_week_nor_outside_the_window(house: House, clinic: Organization) -> None:
    await settings(clinic)
    who = await over(clinic)
    await clinic.hears(who, "5")
    await clinic.hears(who, "preciso de outra coisa")
    await clinic.act(who, "close")
    late = somebody()
    await clinic.hears(late, "oi")
    await clinic.act(late, "take")
    house.clock.passes(hours=25)
    await clinic.act(late, "close")
    await house.settle()
    assert sum(text.startswith("Como foi") for text in clinic.told(who)) == 1
    assert not any(text.startswith("Como foi") for text in clinic.told(late))
    house.clock.passes(days=8)
    await clinic.hears(who, "oi")
    await clinic.act(who, "close")
    await house.settle()
    assert sum(text.startswith("Como foi") for text in clinic.told(who)) == 2


async def test_it_is_the_organizations_choice(house: House, clinic: Organization) -> None:
    quiet = await over(clinic)
    assert not any(text.startswith("Como foi") for text in clinic.told(quiet))
    await settings(clinic, asks="people")
    robot = somebody()
    await clinic.hears(robot, "oi")
    await clinic.act(robot, "close")
    await house.settle()
    assert not any(text.startswith("Como foi") for text in clinic.told(robot))
    asked = await over(clinic)
    assert any(text.startswith("Como foi") for text in clinic.told(asked))


async def test_another_persons_question_is_not_theirs_to_answer(house: House, clinic: Organization) -> None:
    await settings(clinic)
    who, other = await over(clinic), somebody("Eva")
    await clinic.deliver(
        wire.delivery(clinic.account, wire.text(other, "😡 Péssimo", tap=options(house, who)[0], at=house.clock()))
    )
    assert (await report(clinic))["totals"]["answered"] == 0
