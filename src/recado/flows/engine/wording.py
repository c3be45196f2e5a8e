"""How does what a node wants said become messages that the channel carries?

One choice is written by the author; buttons, a list or numbered text come out of it, whichever the channel has room
for.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from recado.channels.models import Button, OutgoingMedia, OutgoingMessage, Row, Section
from recado.flows.engine.effects import Say
from recado.flows.engine.limits import ChannelLimits

LIST_LABEL = "Ver opções"
CHOOSE = "Escolha uma opção:"
"""Body of the choices where the text before them is empty or too long for one."""


@dataclass(frozen=True, slots=True)
class Offered:
    """A choice as the person sees it. `id` comes back with a tap."""

    id: str
    title: str
    description: str = ""


def say_text(text: str, *, node: str, channel: ChannelLimits) -> tuple[Say, ...]:
    """The text in as few messages as fit, cut between paragraphs, lines or words. Blank text says nothing."""
    text = text.strip()
    if 0 < len(text) <= channel.text:
        return (Say(OutgoingMessage(text=text), node),)
    return tuple(Say(OutgoingMessage(text=part), node) for part in cut(text, channel.text))


def say_media(media: OutgoingMedia, caption: str, *, node: str, channel: ChannelLimits) -> tuple[Say, ...]:
    """The media with its caption; the words follow on their own where a caption cannot carry them."""
    carries = media.type not in ("audio", "sticker") and len(caption) <= channel.caption
    first = Say(OutgoingMessage(media=media, text=caption.strip() if carries else ""), node)
    return (first,) if carries else (first, *say_text(caption, node=node, channel=channel))


def say_choices(
    text: str, choices: Sequence[Offered], *, label: str, node: str, channel: ChannelLimits
) -> tuple[Say, ...]:
    """The text with its choices, in the best form that holds them whole: nothing is ever shortened or left out."""
    body = text.strip()
    if not choices:
        return say_text(body, node=node, channel=channel)
    form = form_of(choices, label, channel)
    if form == "numbered":
        return say_text(f"{body}\n\n{_numbered(choices)}".strip(), node=node, channel=channel)
    before: tuple[Say, ...] = ()
    if len(body) > channel.interactive_body:
        before, body = say_text(body, node=node, channel=channel), ""
    body = body or CHOOSE
    if form == "buttons":
        buttons = tuple(Button(choice.id, choice.title) for choice in choices)
        return (*before, Say(OutgoingMessage(text=body, buttons=buttons), node))
    rows = tuple(Row(choice.id, choice.title, choice.description) for choice in choices)
    message = OutgoingMessage(text=body, sections=(Section("", rows),), list_label=label or LIST_LABEL)
    return (*before, Say(message, node))


def form_of(choices: Sequence[Offered], label: str, channel: ChannelLimits) -> str:
    """Which form these choices take on a channel: `buttons`, `list` or `numbered`."""
    if _fit_buttons(choices, channel):
        return "buttons"
    return "list" if _fit_list(choices, label, channel) else "numbered"


def _fit_buttons(choices: Sequence[Offered], channel: ChannelLimits) -> bool:
    return (
        len(choices) <= channel.buttons
        and not any(choice.description for choice in choices)
        and _titles_fit(choices, channel.button_title)
    )


def _fit_list(choices: Sequence[Offered], label: str, channel: ChannelLimits) -> bool:
    return (
        len(choices) <= channel.list_rows
        and len(label) <= channel.list_label
        and _titles_fit(choices, channel.list_row_title)
        and all(len(choice.description) <= channel.list_row_description for choice in choices)
    )


def _titles_fit(choices: Iterable[Offered], limit: int) -> bool:
    """Short enough, not empty, and no two alike (WhatsApp refuses two buttons with one title)."""
    titles = [choice.title for choice in choices]
    return all(0 < len(title) <= limit for title in titles) and len(set(titles)) == len(titles)


def _numbered(choices: Iterable[Offered]) -> str:
    return "\n".join(
        f"*{at}.* {choice.title}" + (f" – {choice.description}" if choice.description else "")
        for at, choice in enumerate(choices, 1)
    )


def cut(text: str, limit: int) -> list[str]:
    """The text in pieces of at most `limit` characters, none of them blank."""
    pieces = []
    rest = text.strip()
    while len(rest) > limit:
        window = rest[: limit + 1]
        at = max(window.rfind("\n\n"), 0) or max(window.rfind("\n"), 0) or max(window.rfind(" "), 0)
        # A break near the start would leave a stump of a message.
        at = at if at > limit // 4 else limit
        pieces.append(rest[:at].rstrip())
        rest = rest[at:].lstrip()
    return [*pieces, rest] if rest else pieces
