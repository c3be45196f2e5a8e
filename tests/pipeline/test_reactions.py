"""Does an emoji of ours leave, stand under its message, change, and go away again? And are lines found around another?"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from recado.conversations.rules.reacting import is_one_emoji, why_not
from tests.pipeline import wire
from tests.pipeline.house import House, Organization
from tests.pipeline.wire import Person, somebody


async def react(clinic: Organization, who: Person, line: str, emoji: str, *, expect: int = 204) -> Any:
    path = f"/conversations/{who.phone}/messages/{line}/reaction"
    answer = await clinic.api("PUT", path, {"emoji": emoji}, expect=expect)
    await clinic.house.settle()
    return answer


def sent(clinic: Organization, who: Person) -> list[Any]:
    return [
        one.body["reaction"]
        for one in clinic.house.graph.sent
        if one.to == who.phone and one.body["type"] == "reaction"
    ]


async def first_line(clinic: Organization, who: Person) -> Any:
    return (await clinic.thread(who, direction="in"))[0]


async def shown(clinic: Organization, who: Person) -> list[tuple[str, str]]:
    return [(one["emoji"], one["by"]) for one in (await first_line(clinic, who))["reactions"]]


async def test_an_emoji_leaves_changes_and_is_taken_back(clinic: Organization) -> None:
    ana, id_ = somebody(), wire.wamid("M")
    await clinic.hears(ana, "oi", id_=id_)
    line = (await first_line(clinic, ana))["id"]
    await react(clinic, ana, line, "👍")
    await react(clinic, ana, line, "👍")
    assert await shown(clinic, ana) == [("👍", "person")]
    shown_in_list = await clinic.conversation(ana)
    assert shown_in_list["last_message"]["preview"] == "Reagiu com 👍"
    assert shown_in_list["answerer"] == "flow", "an emoji takes no conversation"
    assert shown_in_list["channel"]["reactions"]
    await react(clinic, ana, line, "❤️")
    await react(clinic, ana, line, "")
    assert await shown(clinic, ana) == []
    assert sent(clinic, ana) == [{"message_id": id_, "emoji": one} for one in ("👍", "❤️", "")]
    # Nothing stands there that could be taken back once more.
    await react(clinic, ana, line, "")
    assert len(sent(clinic, ana)) == 3


async def test_what_the_provider_refuses_stands_under_no_message(clinic: Organization, house: House) -> None:
    ana = somebody()
    await clinic.hears(ana, "oi")
    line = (await first_line(clinic, ana))["id"]
    await react(clinic, ana, line, "👍")
    house.graph.refuse(131009)
    await react(clinic, ana, line, "🙏")
    assert await shown(clinic, ana) == [("👍", "person")]
    (failed,) = [one for one in await clinic.thread(ana, type="reaction") if one["status"] == "failed"]
    assert (failed["text"], failed["failure"]["code"]) == ("🙏", "131009")


async def test_a_reaction_reaches_an_earlier_conversation_of_the_thread(clinic: Organization) -> None:
    ana, id_ = somebody(), wire.wamid("M")
    await clinic.hears(ana, "antes", id_=id_)
    line = (await first_line(clinic, ana))["id"]
    await clinic.act(ana, "close")
    await clinic.hears(ana, "voltei")
    await react(clinic, ana, line, "👍")
    assert sent(clinic, ana) == [{"message_id": id_, "emoji": "👍"}]
    assert await shown(clinic, ana) == [("👍", "person")]
    answer = await clinic.send(ana, "sobre antes", settle=True)
    await clinic.api(
        "POST", f"/conversations/{ana.phone}/send", {"text": "isto", "reply_to": line}, expect=202
    )  # fmt: skip
    assert (await clinic.message(ana, answer))["reply_to"] is None


@pytest.mark.parametrize(("emoji", "code"), [("ok", "not_an_emoji"), ("👍👍", "not_an_emoji"), ("👍", "cannot_react")])
async def test_refusals_say_why(clinic: Organization, emoji: str, code: str) -> None:
    ana = somebody()
    await clinic.hears(ana, "oi")
    ours = (await clinic.thread(ana, direction="out"))[0]["id"]
    refused = await react(clinic, ana, ours, emoji, expect=422 if code == "not_an_emoji" else 409)
    assert refused["code"] == code


async def test_a_colleague_answers_or_the_window_is_closed(clinic: Organization, house: House) -> None:
    ana = somebody()
    await clinic.hears(ana, "oi")
    line = (await first_line(clinic, ana))["id"]
    house.clock.passes(hours=25)
    assert (await react(clinic, ana, line, "👍", expect=409))["code"] == "window_closed"
    await clinic.act(ana, "close")
    assert (await react(clinic, ana, line, "👍", expect=409))["code"] == "conversation_archived"
    assert sent(clinic, ana) == []


async def test_lines_around_one_and_after_it_are_found_across_conversations(clinic: Organization) -> None:
    ana = somebody()
    for number in range(3):
        await clinic.hears(ana, f"um {number}")
    await clinic.act(ana, "close")
    for number in range(3):
        await clinic.hears(ana, f"dois {number}")
    lines = await clinic.thread(ana)
    ids = [one["id"] for one in lines]
    path = f"/conversations/{ana.phone}/messages"
    for at in (0, 4, len(ids) - 1):
        page = await clinic.api("GET", f"{path}?around={ids[at]}&limit=6")
        found = [one["id"] for one in page["items"]]
        assert found == ids[max(0, at - 3) : at + 3]
        # Both ways to the ends, and nothing twice.
        older, newer = page["next_cursor"], page["newer_cursor"]
        while older:
            before = await clinic.api("GET", f"{path}?before={older}&limit=6")
            found = [*[one["id"] for one in before["items"]], *found]
            older = before["next_cursor"]
        while newer:
            after = await clinic.api("GET", f"{path}?after={newer}&limit=6")
            found += [one["id"] for one in after["items"]]
            newer = after["newer_cursor"]
        assert found == ids


@pytest.mark.parametrize("emoji", ["👍", "❤️", "❤", "👍🏽", "👨‍👩‍👧", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🇧🇷", "1️⃣", "☺️", "✅", "🧑🏿‍⚕️", "㊗️", "ℹ️"])
def test_one_picture_is_one_emoji(emoji: str) -> None:
    assert is_one_emoji(emoji)


@pytest.mark.parametrize(
    "text", ["", "a", "1", "👍👍", "👍 ", "ok", "\u202e", "<b>", "あ", "\u200d", "👍\u202e", "🇧", "🏽a"]
)
def test_anything_else_is_none(text: str) -> None:
    assert not is_one_emoji(text)


def test_what_takes_no_reaction_says_why(house: House) -> None:
    now = house.clock()

    def why(direction: str = "in", type_: str = "text", *, revoked: bool = False, days: int = 0) -> str:
        sent_at = now - timedelta(days=days)
        return why_not(direction=direction, type_=type_, revoked=revoked, sent_at=sent_at, now=now)

    assert [why(), why("out"), why(type_="reaction"), why(revoked=True), why(days=31)] == [
        "", "not_reactable", "not_reactable", "revoked", "too_old",
    ]  # fmt: skip
