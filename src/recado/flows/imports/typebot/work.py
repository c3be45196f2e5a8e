"""What has been made of a bot so far, and where does each block of it go on?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from recado.flows.engine.limits import MAX_TEXT_OPTION
from recado.flows.imports.typebot.export import At, Block, Bot, Item, number_of, text_of
from recado.flows.imports.typebot.findings import Report
from recado.flows.imports.typebot.kinds import kind_name
from recado.flows.imports.typebot.names import Names
from recado.flows.imports.typebot.prompts import find_asked
from recado.flows.imports.typebot.templates import Rewriter, split_template

NEXT, ERROR = "next", "error"
_LONGEST_LABEL = 120


@dataclass(frozen=True, slots=True)
class Ending:
    """The way is over here: the conversation with the bot, or what was gone into and is come back from."""

    group: int


Link = At | Ending | str
"""Where an exit leads: a place in the bot, the end, or the id of a node that was made."""


@dataclass(slots=True)
class Draft:
    """A node under way; its exits are settled when all blocks are done."""

    id: str
    type: str
    group: int
    options: dict[str, Any]
    exits: dict[str, Link] = field(default_factory=dict)
    label: str = ""


class Comebacks(Protocol):
    """Who knows where somebody goes on who was sent elsewhere and comes back."""

    def remember(self, work: Work, block: Block, target: At) -> Link: ...
    def come_back(self, work: Work, block: Block, onward: Link) -> Link: ...
    def call(self, work: Work, block: Block, target: At, onward: Link) -> Link: ...
    def finish(self, work: Work, end: Link) -> Link | None: ...


class Work:
    """One conversion under way. Converters of blocks add nodes to it and tell where a block is entered."""

    def __init__(
        self, bot: Bot, report: Report, prompts: Mapping[At, At], links: Mapping[str, str], returns: Comebacks
    ) -> None:
        self.bot, self.report = bot, report
        self.names = Names(bot.variables, report)
        self.texts = Rewriter(self.names, report)
        self.prompts = prompts
        """Question → the text bubble that asks it."""
        self.asking = frozenset(prompts.values())
        self.asked = find_asked(bot)
        """Questions that the original puts into words somewhere before them."""
        self.links = links
        """Other bots that are flows here already: id in the file → flow."""
        self.returns = returns
        self.nodes: dict[str, Draft] = {}
        self.entries: dict[At, Link] = {}
        self.appended = _appended(bot, self.names)
        """Variables that items are added to: their lists are kept as text."""
        self.wordy = _wordy(bot, self.names)
        """Variables that hold what somebody wrote or picked."""
        self.counting = _counting(bot, self.names)
        """Variables that hold numbers."""
        self._pending = ""
        self._made = 0
        self.return_at_end: Link | None = None
        """Where ways that are over go on, if somebody called."""

    def place(self, block: Block) -> str:
        """Where a person finds the block in the original."""
        kind = kind_name(block.type)
        # People look for it in the original, which calls it by its own name.
        called = kind if kind == block.type else f"{kind}, “{block.type}”"
        return f"{self.place_of_group(block.at.group)}, bloco {block.at.block + 1} ({called})"

    def place_of_group(self, group: int) -> str:
        """Where a person finds the group in the original."""
        return f"Grupo “{self.title(group) or group + 1}”"

    def tell(self, block: Block, code: str, **parts: object) -> None:
        """Report something about a block."""
        self.report.add(code, self.place(block), **parts)

    def text(self, block: Block, raw: object) -> str:
        """A text of the block as a template of ours."""
        return self.texts.text(text_of(raw), self.place(block))

    def address(self, block: Block, raw: object) -> str:
        """An address shown to people: values in it are escaped, but for one that it begins with."""
        text = text_of(raw).strip()
        seen: list[str] = []

        def fill(safe: str) -> str:
            first = text.startswith("{{") and not seen
            seen.append(safe)
            return f"{{{{ {safe} }}}}" if first else f"{{{{ {safe} | url_encode }}}}"

        return self.texts.text(text, self.place(block), fill)

    def variable(self, block: Block, id: object) -> str:
        """The safe name of a variable by its id; empty where there is none, and reported if the file names one."""
        safe = self.names.of(id)
        if not safe and id:
            self.tell(block, "unknown_variable_id")
        return safe

    def edge(self, block: Block, id: str) -> At | None:
        """Where an edge leads; None where it leads nowhere."""
        target = self.bot.edges.get(id)
        if id and target is None:
            self.tell(block, "dangling_edge")
        return target

    def onward(self, block: Block) -> Link:
        """Where the flow goes on behind a block: by its own edge, else with the next block, else nowhere."""
        group = self.bot.groups[block.at.group]
        is_last = block.at.block + 1 >= len(group.blocks)
        if is_last or not is_bubble(block):
            target = self.edge(block, block.edge)
            if target is not None:
                return target
        elif block.edge in self.bot.edges:
            self.tell(block, "edge_without_effect")
        return Ending(block.at.group) if is_last else At(block.at.group, block.at.block + 1)

    def way_of(self, block: Block, item: Item, onward: Link) -> Link:
        """Where a branch leads: by its own edge, else as the block goes on."""
        return self.edge(block, item.edge) or onward

    def add(self, group: int, type: str, options: dict[str, Any], exits: Mapping[str, Link], label: str = "") -> str:
        """A new node; gives its id."""
        self._made += 1
        options = self._cut(group, options)
        id = f"n{self._made}"
        self.nodes[id] = Draft(id, type, group, options, dict(exits), label[:_LONGEST_LABEL])
        return id

    def chain(self, group: int, steps: Iterable[tuple[str, dict[str, Any], str]], onward: Link) -> Link:
        """Nodes one after another (type, options, label), the last going on; gives where the chain is entered."""
        made = [self.add(group, type, options, {}, label) for type, options, label in steps]
        for at, id in enumerate(made):
            self.nodes[id].exits[NEXT] = made[at + 1] if at + 1 < len(made) else onward
        return made[0] if made else onward

    def assign(self, group: int, values: Mapping[str, Any], onward: Link, label: str = "") -> str:
        """A node that sets variables and goes on."""
        assignments = [{"variable": name, "value": value} for name, value in values.items()]
        return self.add(group, "set_variable", {"assignments": assignments}, {NEXT: onward}, label)

    def pending(self) -> str:
        """A variable that nothing reads, for steps that only hold a place."""
        self._pending = self._pending or self.names.fresh("pendencia", label="Blocos a refazer da importação")
        return self._pending

    def later(self, link: Link) -> Link:
        """Where a place leads as far as the file tells: the end of a group is the end, whatever comes of it here."""
        if isinstance(link, At) and link.block >= len(self.bot.groups[link.group].blocks):
            return Ending(link.group)
        return link

    def settle(self, link: Link) -> Link:
        """Follow places until a node or the end; a ring of blocks that do nothing is an end."""
        seen: set[At] = set()
        while isinstance(link, At):
            if link in seen:
                return Ending(link.group)
            seen.add(link)
            link = self.entries.get(link, Ending(link.group))
        if isinstance(link, Ending) and self.return_at_end is not None:
            return self.return_at_end
        return link

    def _cut(self, group: int, value: Any) -> Any:
        """The same options with no text in them longer than one may be."""
        if isinstance(value, dict):
            return {key: self._cut(group, one) for key, one in value.items()}
        if isinstance(value, list):
            return [self._cut(group, one) for one in value]
        if not isinstance(value, str) or len(value) <= MAX_TEXT_OPTION:
            return value
        self.report.add("text_too_long", self.place_of_group(group), limit=MAX_TEXT_OPTION)
        return split_template(value, MAX_TEXT_OPTION)[0]

    def title(self, group: int) -> str:
        """The group's title; empty where it has none."""
        return self.bot.groups[group].title if group < len(self.bot.groups) else ""


def is_bubble(block: Block) -> bool:
    """Does the block only show something?"""
    return block.type in ("text", "image", "video", "audio", "embed")


def _appended(bot: Bot, names: Names) -> frozenset[str]:
    kinds = ("Append value(s)", "Pop", "Shift")
    blocks = (one for group in bot.groups for one in group.blocks if one.type == "Set variable")
    return frozenset(names.of(one.options.get("variableId")) for one in blocks if one.options.get("type") in kinds)


def _wordy(bot: Bot, names: Names) -> frozenset[str]:
    kinds = ("text input", "email input", "choice input", "phone number input", "url input")
    blocks = (one for group in bot.groups for one in group.blocks if one.type in kinds)
    found = {
        names.of(one.options.get("variableId")): [
            text_of(item.raw.get("value")) or text_of(item.raw.get("content")) for item in one.items
        ]
        for one in blocks
    }
    # Buttons that are all numbers are counted with.
    return frozenset(name for name, titles in found.items() if name and not (titles and all(map(_is_number, titles))))


def _counting(bot: Bot, names: Names) -> frozenset[str]:
    kinds = ("number input", "rating input")
    blocks = (one for group in bot.groups for one in group.blocks if one.type in kinds)
    begun = {safe for safe, initial in names.initial.items() if isinstance(initial, str) and _is_number(initial)}
    return frozenset({names.of(one.options.get("variableId")) for one in blocks} | begun)


def _is_number(text: str) -> bool:
    return number_of(text) is not None
