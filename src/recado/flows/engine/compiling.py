"""What does each channel make of one written choice, and which limit kept it from a better form?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from recado.channels.models import OutgoingMessage
from recado.flows.engine.limits import ChannelLimits
from recado.flows.engine.wording import Offered, form_of, say_choices


@dataclass(frozen=True, slots=True)
class Refusal:
    """A limit that kept choices from a form: which form, where (`choices.2.title`), how long or many, and the limit."""

    form: str
    place: str
    length: int
    limit: int


@dataclass(frozen=True, slots=True)
class Shown:
    """What a channel shows: the form (`buttons`, `list`, `numbered`), the messages as they leave, and why no better one."""

    form: str
    messages: tuple[OutgoingMessage, ...]
    refusals: tuple[Refusal, ...]


def compile_choices(
    text: str, choices: Sequence[Offered], label: str, channels: Mapping[str, ChannelLimits]
) -> dict[str, Shown]:
    """The choice on each channel, by its name. Every message fits its channel; nothing is shortened or left out."""
    return {
        name: Shown(
            form_of(choices, label, channel),
            tuple(one.message for one in say_choices(text, choices, label=label, node="", channel=channel)),
            tuple(refusals(choices, label, channel)),
        )
        for name, channel in channels.items()
    }


def refusals(choices: Sequence[Offered], label: str, channel: ChannelLimits) -> Iterator[Refusal]:
    """Every limit that keeps the choices from being buttons, and, where they are no list either, from being a list.

    A channel without a form (a limit of 0) refuses it by its count alone.
    """
    form = form_of(choices, label, channel)
    if form in ("list", "numbered"):
        yield from _no_buttons(choices, channel)
    if form == "numbered":
        yield from _no_list(choices, label, channel)


def _no_buttons(choices: Sequence[Offered], channel: ChannelLimits) -> Iterator[Refusal]:
    if len(choices) > channel.buttons:
        yield Refusal("buttons", "choices", len(choices), channel.buttons)
        return
    yield from _titles("buttons", choices, channel.button_title)
    for at, one in enumerate(choices):
        if one.description:
            yield Refusal("buttons", f"choices.{at}.description", len(one.description), 0)


def _no_list(choices: Sequence[Offered], label: str, channel: ChannelLimits) -> Iterator[Refusal]:
    if len(choices) > channel.list_rows:
        yield Refusal("list", "choices", len(choices), channel.list_rows)
        return
    if len(label) > channel.list_label:
        yield Refusal("list", "list_label", len(label), channel.list_label)
    yield from _titles("list", choices, channel.list_row_title)
    for at, one in enumerate(choices):
        if len(one.description) > channel.list_row_description:
            yield Refusal("list", f"choices.{at}.description", len(one.description), channel.list_row_description)


def _titles(form: str, choices: Sequence[Offered], limit: int) -> Iterator[Refusal]:
    seen: set[str] = set()
    for at, one in enumerate(choices):
        # A title that another choice has is as good as too long: the provider refuses the message for it.
        if len(one.title) > limit or one.title in seen:
            yield Refusal(form, f"choices.{at}.title", len(one.title), limit)
        seen.add(one.title)
