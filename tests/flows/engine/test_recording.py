"""Does a recorded input come back as it was, and does the same input give the same turn, byte for byte?"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recado.flows.engine.advance import advance
from recado.flows.engine.inputs import Answer, Contact, Input, Message, Start, Timer, Trigger
from recado.flows.engine.limits import WHATSAPP, CommonChannel
from recado.flows.engine.recording import canonical, digest, keep, read_kept
from tests.flows.engine.support import MARIA, NOW, ZONE, Talk, arriving, ask, flow_of, say
from tests.flows.engine.test_session import VALUES

_TEXT = st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\x00"))
_VALUES = st.dictionaries(_TEXT, VALUES, max_size=3)
_WHAT: Any = st.one_of(
    st.builds(Message, _TEXT, _TEXT, _TEXT, st.one_of(st.none(), _VALUES), st.one_of(st.none(), _VALUES)),
    st.builds(Timer, _TEXT),
    st.builds(Answer, _TEXT, st.booleans(), VALUES),
    st.just(Start()),
)
INPUTS = st.builds(
    Input,
    _WHAT,
    st.datetimes(timezones=st.just(UTC)),
    _TEXT,
    st.builds(Contact, _TEXT, _TEXT, _TEXT, _VALUES, _TEXT),
    st.integers(0, 2**63 - 1),
    st.builds(Trigger, st.sampled_from(["message", "keyword", "campaign", "manual"]), _TEXT, _VALUES),
    st.sampled_from([WHATSAPP, CommonChannel(text=10, buttons=0)]),
)


@given(arrived=INPUTS)
def test_an_input_comes_back_as_it_was(arrived: Input) -> None:
    assert read_kept(keep(arrived)) == arrived
    assert keep(read_kept(keep(arrived))) == keep(arrived)
    assert json.loads(keep(arrived)) == arrived.to_json()


@pytest.mark.parametrize("kept", ["{}", "5", "[]", '{"what": {"kind": "rain"}}', '{"what": {"kind": "timer"}}'])
def test_what_is_no_record_is_refused(kept: str) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        read_kept(kept)


def test_a_message_takes_little_room() -> None:
    assert len(keep(arriving("quero marcar banho"))) < 300


def test_a_turn_played_again_is_the_same_and_one_played_otherwise_is_not() -> None:
    talk = Talk(flow_of({"a": say("Oi, {{ contact.first_name }}!", next="b"), "b": ask("Nome?", variable="x")}))
    talk.says("oi")
    before = talk.session
    arrived = arriving("Thor", at=NOW)
    turn = advance(talk.flows, before, arrived)
    again = advance(talk.flows, before, read_kept(keep(arrived)))
    assert canonical(again.to_json()) == canonical(turn.to_json())
    assert digest(again) == digest(turn)
    other = advance(talk.flows, before, replace(arrived, what=Message("Rex")))
    assert digest(other) != digest(turn)
    first = advance(talk.flows, None, arriving("oi", contact=MARIA, zone=ZONE)).to_json()
    assert [effect["message"]["text"] for effect in first["effects"]] == ["Oi, Maria!", "Nome?"]
    assert first["effects"][0]["effect"] == "Say"
