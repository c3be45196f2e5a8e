"""Which text bubble asks each question?

In the original a question has no text of its own: the bubble before it asks. Here the text belongs to the question, so that
it comes with its buttons and is there to be asked again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from recado.flows.imports.typebot.export import At, Block, Bot, text_of
from recado.flows.imports.typebot.rich_text import text_of_bubble
from recado.flows.imports.typebot.templates import names_in

QUESTIONS = frozenset(
    {
        "text input", "number input", "email input", "url input", "phone number input", "date input", "time input",
        "rating input", "file input", "choice input", "picture choice input", "cards",
    }
)  # fmt: skip
_MEDIA = frozenset({"image", "video", "audio", "embed"})
_BRANCHING = frozenset({"Condition", "AB test", "Jump", "Return"})
_FARTHEST = 6
"""Blocks that are looked back over: further up, the text is about something else."""


def find_prompts(bot: Bot) -> Mapping[At, At]:
    """For each question that has one, the bubble that asks it."""
    before = _ways_in(bot)
    found: dict[At, At] = {}
    taken: set[At] = set()
    for group in bot.groups:
        for block in group.blocks:
            if block.type in QUESTIONS:
                bubble = _asking(bot, block, before)
                if bubble is not None and bubble.at not in taken:
                    found[block.at] = bubble.at
                    taken.add(bubble.at)
    return found


def find_asked(bot: Bot) -> frozenset[At]:
    """The questions that something was said to just before, on one way at least: they need no words of ours."""
    said = {at for at, block in _ways(bot) if block is not None and block.type == "text"}
    return frozenset(
        block.at
        for group in bot.groups
        for block in group.blocks
        if block.type in QUESTIONS and _was_asked(group.blocks[: block.at.block], At(block.at.group, 0) in said)
    )


def _was_asked(before: Sequence[Block], at_entry: bool) -> bool:
    for block in reversed(before[-_FARTHEST:]):
        if block.type == "text" and text_of_bubble(block.options).strip():
            return True
        if block.type in QUESTIONS or block.type in _BRANCHING:
            return False
    return at_entry and len(before) <= _FARTHEST


def _asking(bot: Bot, question: Block, before: Mapping[At, Block | None]) -> Block | None:
    """Look back over pictures, and over variables being set that the text does not speak of."""
    changed: set[str] = set()
    names = {one.id: one.name for one in bot.variables}
    at = question.at
    for _ in range(_FARTHEST):
        block = _previous(bot, at, before)
        if block is None:
            return None
        if block.type == "text":
            text = text_of_bubble(block.options)
            if text.strip():
                return None if changed.intersection(names_in(text)) else block
        elif block.type == "Set variable":
            changed.update(
                names.get(text_of(block.options.get(key)), "") for key in ("variableId", "saveItemInVariableId")
            )
        elif block.type not in _MEDIA:
            return None
        at = block.at
    return None


def _previous(bot: Bot, at: At, before: Mapping[At, Block | None]) -> Block | None:
    """The one block that comes before this one, whichever way it is reached."""
    if at.block == 0:
        return before.get(at)
    block = bot.groups[at.group].blocks[at.block - 1]
    # A bubble's edge counts for nothing in the middle of a group; that of anything else leaves it.
    return None if block.type == "Set variable" and block.edge in bot.edges else block


def _ways_in(bot: Bot) -> Mapping[At, Block | None]:
    """For each group that is entered from a single block's own edge: that block. None where there are several ways."""
    ways = list(_ways(bot))
    count = Counter(at for at, _ in ways)
    return {at: block if count[at] == 1 else None for at, block in ways}


def _ways(bot: Bot) -> Iterator[tuple[At, Block | None]]:
    if bot.start is not None:
        yield bot.start, None
    for group in bot.groups:
        for block in group.blocks:
            if block.edge in bot.edges:
                is_last = block.at.block + 1 == len(group.blocks)
                yield bot.edges[block.edge], block if is_last else None
            yield from ((bot.edges[edge], None) for edge in block.branches() if edge in bot.edges)
            if block.type in ("Jump", "Typebot link"):
                place = bot.find_group(text_of(block.options.get("groupId")))
                if place is not None:
                    yield At(place, 0), None
