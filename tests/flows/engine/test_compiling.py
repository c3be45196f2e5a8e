"""Does every channel show a choice in its best form, whole, and is it said what kept it from a better one?"""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recado.flows.engine.compiling import Refusal, compile_choices
from recado.flows.engine.inspect import inspect
from recado.flows.engine.limits import WHATSAPP, CommonChannel
from recado.flows.engine.problems import Code
from recado.flows.engine.wording import Offered
from tests.flows.engine.support import TYPES, ask, flow_of

BARE = CommonChannel(text=160, buttons=0, list_rows=0)
CHANNELS = {"whatsapp": WHATSAPP, "bare": BARE}
THREE = [Offered("a", "Banho"), Offered("b", "Tosa"), Offered("c", "Consulta")]


def test_one_choice_on_two_channels() -> None:
    shown = compile_choices("O que vai ser?", THREE, "Ver", CHANNELS)
    assert (shown["whatsapp"].form, shown["bare"].form) == ("buttons", "numbered")
    assert [button.title for button in shown["whatsapp"].messages[0].buttons] == ["Banho", "Tosa", "Consulta"]
    assert shown["bare"].messages[0].text == "O que vai ser?\n\n*1.* Banho\n*2.* Tosa\n*3.* Consulta"
    assert shown["whatsapp"].refusals == ()
    assert shown["bare"].refusals == (Refusal("buttons", "choices", 3, 0), Refusal("list", "choices", 3, 0))


@pytest.mark.parametrize(
    ("choices", "label", "form", "refusals"),
    [
        ([*THREE, Offered("d", "Vacina")], "Ver", "list", [("buttons", "choices", 4, 3)]),
        ([Offered("a", "Banho", "Com secagem")], "Ver", "list", [("buttons", "choices.0.description", 11, 0)]),
        ([Offered("a", "x" * 21)], "Ver", "list", [("buttons", "choices.0.title", 21, 20)]),
        (
            [Offered("a", "x" * 25)], "Ver", "numbered",
            [("buttons", "choices.0.title", 25, 20), ("list", "choices.0.title", 25, 24)],
        ),
        (
            [*THREE, Offered("d", "Vacina", "y" * 73)], "Ver", "numbered",
            [("buttons", "choices", 4, 3), ("list", "choices.3.description", 73, 72)],
        ),
        (
            [*THREE, Offered("d", "Vacina")], "z" * 21, "numbered",
            [("buttons", "choices", 4, 3), ("list", "list_label", 21, 20)],
        ),
        (
            [Offered(str(at), f"O{at}") for at in range(11)], "Ver", "numbered",
            [("buttons", "choices", 11, 3), ("list", "choices", 11, 10)],
        ),
        (
            [Offered("a", "Gato"), Offered("b", "Gato")], "Ver", "numbered",
            [("buttons", "choices.1.title", 4, 20), ("list", "choices.1.title", 4, 24)],
        ),
    ],
)  # fmt: skip
def test_what_kept_it_from_a_better_form(choices: list[Offered], label: str, form: str, refusals: list[Any]) -> None:
    shown = compile_choices("?", choices, label, CHANNELS)["whatsapp"]
    assert shown.form == form
    assert [(one.form, one.place, one.length, one.limit) for one in shown.refusals] == refusals


_CHOICES = st.lists(st.builds(Offered, st.text(min_size=1), st.text(max_size=30), st.text(max_size=80)), max_size=15)
_SIZES = st.integers(0, 40)


@given(
    text=st.text(max_size=3_000), choices=_CHOICES, label=st.text(max_size=30),
    channel=st.builds(
        CommonChannel, text=st.integers(30, 500), buttons=_SIZES, button_title=_SIZES, list_rows=_SIZES, list_row_title=_SIZES,
        list_row_description=_SIZES, list_label=_SIZES, interactive_body=st.integers(20, 200),
    ),
)  # fmt: skip
def test_a_form_is_refused_for_a_reason_and_only_then(
    text: str, choices: list[Offered], label: str, channel: CommonChannel
) -> None:
    shown = compile_choices(text, choices, label, {"it": channel})["it"]
    refused = {one.form for one in shown.refusals}
    blank = any(not one.title for one in choices)
    if choices and not blank:
        assert refused == {"buttons": set(), "list": {"buttons"}, "numbered": {"buttons", "list"}}[shown.form]
    for message in shown.messages:
        rows = [row for section in message.sections for row in section.rows]
        assert len(message.text) <= (channel.interactive_body if rows or message.buttons else channel.text)
    offered = [button.title for message in shown.messages for button in message.buttons]
    offered += [row.title for message in shown.messages for section in message.sections for row in section.rows]
    assert not offered or offered == [one.title for one in choices]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"choices": [{"id": "a", "title": "Gato"}, {"id": "b", "title": " gatô "}]}, [(Code.SAME_TITLE, "choices.1.title")]),
        ({"choices": [{"id": "a", "title": "x" * 25}]}, [(Code.CHANNEL_LIMIT, "choices.0.title")]),
        ({"choices": [{"id": "a", "title": "x", "description": "y" * 73}]}, [(Code.CHANNEL_LIMIT, "choices.0.description")]),
        ({"text": "x" * 1_025, "choices": [{"id": "a", "title": "x"}]}, [(Code.CHANNEL_LIMIT, "text")]),
        ({"choices": [{"id": "a", "title": "{{ now }}" + "x" * 30}]}, []),
    ],
)  # fmt: skip
def test_the_author_is_told_before_publishing(options: dict[str, Any], told: list[tuple[Code, str]]) -> None:
    node = ask(options.pop("text", "?"), {"next": "z"}, kind="choice", **options)
    found = inspect(flow_of({"a": node, "z": {"type": "end"}}), TYPES, WHATSAPP)
    assert [(one.code, one.path.removeprefix("nodes.a.options.")) for one in found] == told
