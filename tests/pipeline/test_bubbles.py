"""Are several messages in a row one turn where the bot says so, and is each answered at once where it does not?"""

from __future__ import annotations

from typing import Any

from tests.pipeline import wire
from tests.pipeline.house import ECHO, House, Organization
from tests.pipeline.wire import Person, somebody

CHOICE: dict[str, Any] = {
    "format": 1,
    "id": "escolha",
    "name": "Escolha",
    "entry": "start",
    "variables": {"x": {"label": "Texto"}},
    "nodes": {
        "start": {"type": "start", "exits": {"next": "ask"}},
        "ask": {
            "type": "question",
            "options": {
                "text": "Qual?", "kind": "choice", "variable": "x",
                "choices": [{"id": "a", "title": "Banho"}, {"id": "b", "title": "Tosa"}],
            },
            "exits": {"a": "bath", "b": "cut"},
        },
        "bath": {"type": "message", "options": {"text": "Banho marcado"}},
        "cut": {"type": "message", "options": {"text": "Tosa marcada"}},
    },
}  # fmt: skip


async def patient(house: House, flow: dict[str, Any] = ECHO, **more: Any) -> Organization:
    """A clinic whose bot waits a second and a half for what may follow."""
    clinic = await house.organization(flow=flow, policy={"messages_a_minute": 50}, **more)
    await house.rows("update bots set bubble_window_ms = 1500 where organization_id = %s", clinic.id)
    return clinic


async def begun(house: House, clinic: Organization, person: Person) -> None:
    await clinic.hears(person, "oi")
    house.clock.passes(seconds=1.5)
    await house.settle()


async def test_messages_in_a_row_are_answered_as_one(house: House) -> None:
    clinic, ana = await patient(house), somebody()
    await begun(house, clinic, ana)
    assert clinic.told(ana) == ["Oi", "B ."]
    for words in ("quero", "um banho", "para o Rex"):
        await clinic.hears(ana, words)
        house.clock.passes(seconds=1)
        await house.settle()
    assert clinic.told(ana) == ["Oi", "B ."], "each message begins the pause anew"
    house.clock.passes(seconds=1)
    await house.settle()
    assert clinic.told(ana)[2:] == ["A quero\num banho\npara o Rex", "B quero\num banho\npara o Rex."]
    turns = await house.rows("select said from turns where organization_id = %s order by turn_id", clinic.id)
    assert turns == [("oi",), ("quero\num banho\npara o Rex",)]
    assert await house.rows("select count(*) from timers where organization_id = %s", clinic.id) == [(0,)]


async def test_what_is_mended_or_taken_back_meanwhile_is_read_as_it_stands(house: House) -> None:
    clinic, ana = await patient(house), somebody()
    await begun(house, clinic, ana)
    first, second = wire.wamid(), wire.wamid()
    await clinic.hears(ana, "dia 12", id_=first)
    await clinic.hears(ana, "besteira", id_=second)
    await house.rows(
        "update messages set text = 'dia 13' where organization_id = %s and provider_id = %s", clinic.id, first
    )
    await house.rows(
        "update messages set content = '{\"revoked\": true}' where organization_id = %s and provider_id = %s",
        clinic.id, second,
    )  # fmt: skip
    house.clock.passes(seconds=2)
    await house.settle()
    assert clinic.told(ana)[2:] == ["A dia 13", "B dia 13."]


async def test_a_tap_is_answered_at_once_with_what_was_written_before_it(house: House) -> None:
    clinic, ana = await patient(house, CHOICE), somebody()
    await begun(house, clinic, ana)
    (line,) = await clinic.thread(ana, type="interactive")
    await clinic.hears(ana, "deixa eu ver")
    await clinic.hears(ana, "Tosa", tap=line["content"]["buttons"][1]["id"])
    assert clinic.told(ana)[1:] == ["Tosa marcada"]
    house.clock.passes(seconds=3)
    await house.settle()
    assert clinic.told(ana)[1:] == ["Tosa marcada"]


async def test_who_never_pauses_is_answered_all_the_same(house: House) -> None:
    clinic, ana = await patient(house), somebody()
    await begun(house, clinic, ana)
    for number in range(16):
        await clinic.hears(ana, f"linha {number}")
        house.clock.passes(seconds=1)
        await house.settle()
    assert len(clinic.told(ana)) >= 4


async def test_a_person_who_takes_over_in_the_pause_answers_alone(house: House) -> None:
    clinic, ana = await patient(house), somebody()
    await begun(house, clinic, ana)
    await clinic.hears(ana, "preciso de ajuda")
    await clinic.act(ana, "take")
    house.clock.passes(seconds=3)
    await house.settle()
    assert clinic.told(ana) == ["Oi", "B ."]


async def test_without_a_window_each_message_is_answered_at_once(house: House) -> None:
    clinic, ana = await house.organization(), somebody()
    await clinic.hears(ana, "oi")
    await clinic.hears(ana, "um")
    await clinic.hears(ana, "dois")
    assert clinic.told(ana)[2:] == ["A um", "B um.", "A dois", "B dois."]
    assert await house.rows("select count(*) from timers where organization_id = %s", clinic.id) == [(0,)]
