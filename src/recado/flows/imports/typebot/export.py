"""What is in an exported bot, whatever version wrote it and whatever else is in the file?"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from recado.flows.engine.values import clean_text

MAX_GROUPS = 1_000
MAX_BLOCKS = 2_000
"""Four times what one flow can hold: what is beyond is no bot that a person drew."""
MAX_ITEMS = 400
"""Branches or buttons of one block, and buttons of one card."""
MAX_TEXT = 16_000
"""Characters of one text: four of the longest messages."""
_FARTHEST = 100_000.0
VERSIONS = ("3", "4", "5", "6", "6.1")


class TypebotUnreadable(ValueError):
    """This is no exported bot. `code` is `not_an_object`, `not_a_typebot` or `too_large`; `sentence` is for people."""

    def __init__(self, code: str) -> None:
        self.code = code
        self.sentence = _REFUSALS[code]
        super().__init__(code)


_REFUSALS = {
    "not_an_object": "O arquivo não é uma exportação do Typebot: o conteúdo não é um objeto JSON.",
    "not_a_typebot": "O arquivo não é uma exportação do Typebot: não há grupos nem início nele.",
    "too_large": f"O bot é grande demais para importar: passa de {MAX_GROUPS} grupos ou {MAX_BLOCKS} blocos.",
}


@dataclass(frozen=True, slots=True)
class At:
    """A place to go on from: a block of a group, by their places. One behind the last block is the group's end."""

    group: int
    block: int


@dataclass(frozen=True, slots=True)
class Item:
    """A branch, a button or a card of a block."""

    id: str
    edge: str
    raw: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Block:
    """One block. `options` holds its `content` too: no type has both."""

    id: str
    type: str
    at: At
    edge: str
    options: Mapping[str, Any]
    items: tuple[Item, ...] = ()

    def branches(self) -> Iterator[str]:
        """The ids of the edges of its items and of the buttons of its cards."""
        for item in self.items:
            yield item.edge
            for path in list_of(item.raw.get("paths"))[:MAX_ITEMS]:
                yield text_of(object_of(path).get("outgoingEdgeId"))


@dataclass(frozen=True, slots=True)
class Group:
    """Blocks that run one after another."""

    id: str
    title: str
    x: float
    y: float
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable: `value` is what it holds at first."""

    id: str
    name: str
    value: str | tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Bot:
    """An exported bot in the shape of version 6. `edges` lead somewhere that exists."""

    name: str
    version: str
    groups: tuple[Group, ...]
    edges: Mapping[str, At]
    variables: tuple[Variable, ...]
    start: At | None
    has_start: bool
    events: tuple[tuple[str, bool], ...] = ()
    """Events beside the start: their type, and whether they lead somewhere."""
    has_appearance: bool = False
    malformed: tuple[str, ...] = field(default=())
    """What kind each unreadable part was."""

    def find_group(self, id: str) -> int | None:
        """The place of the first group of that id."""
        return next((place for place, group in enumerate(self.groups) if group.id == id), None)


def text_of(value: object) -> str:
    """A text of the file without what no database keeps; numbers as text; empty for anything else."""
    if isinstance(value, str):
        return clean_text(value[:MAX_TEXT])
    if isinstance(value, bool) or not isinstance(value, int | float):
        return ""
    return f"{value:g}" if isinstance(value, float) else str(value) if abs(value) < 10**30 else ""


def number_of(value: object) -> float | None:
    """A finite number, or a text that is one; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None


def object_of(value: object) -> Mapping[str, Any]:
    """A JSON object, or an empty one in place of anything else."""
    return value if isinstance(value, dict) else {}


def list_of(value: object) -> list[Any]:
    """A JSON list, or an empty one in place of anything else."""
    return value if isinstance(value, list) else []


def read_export(data: object) -> Bot:
    """Read an exported bot of version 3 to 6.1 from parsed JSON. Raises TypebotUnreadable where it is none."""
    if not isinstance(data, dict):
        raise TypebotUnreadable("not_an_object")
    inner = data.get("typebot")
    found = inner if isinstance(inner, dict) and "groups" not in data else data
    if not isinstance(found.get("groups"), list) or not _looks_like_one(found):
        raise TypebotUnreadable("not_a_typebot")
    return _Reader(found).bot()


def _looks_like_one(data: Mapping[str, Any]) -> bool:
    return any(isinstance(data.get(key), list) for key in ("events", "edges", "variables")) or "version" in data


class _Reader:
    """Reads one file; `malformed` gathers what it could not read."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.data = data
        self.malformed: list[str] = []
        self.start_edge = ""
        self.start_after: At | None = None
        self.has_start = False

    def bot(self) -> Bot:
        raw = self._objects("groups", "grupo")
        if len(raw) > MAX_GROUPS or sum(len(list_of(one.get("blocks"))) for one in raw) > MAX_BLOCKS:
            raise TypebotUnreadable("too_large")
        groups = tuple(self._group(one, place) for place, one in enumerate(raw))
        edges = self._edges(groups)
        events = self._events()
        start = edges.get(self.start_edge)
        if start is None and self.start_after is not None:
            start = self.start_after
        version = text_of(self.data.get("version")) or "3"
        return Bot(
            name=text_of(self.data.get("name")).strip(),
            version=version,
            groups=groups,
            edges=edges,
            variables=self._variables(),
            start=start,
            has_start=self.has_start,
            events=tuple((kind, edge in edges) for kind, edge in events),
            has_appearance=bool(self.data.get("theme")) or bool(self.data.get("settings")),
            malformed=tuple(self.malformed),
        )

    def _objects(self, key: str, what: str) -> list[Mapping[str, Any]]:
        """The objects of a list of the file."""
        found = list_of(self.data.get(key))
        self.malformed.extend(what for one in found if not isinstance(one, dict))
        return [one for one in found if isinstance(one, dict)]

    def _group(self, raw: Mapping[str, Any], place: int) -> Group:
        blocks: list[Block] = []
        began = False
        for one in list_of(raw.get("blocks")):
            if not isinstance(one, dict) or not isinstance(one.get("type"), str):
                self.malformed.append("bloco")
            elif one["type"] == "start":
                self._start_block(one)
                began = True
            else:
                blocks.append(_block(one, At(place, len(blocks))))
                self.malformed.extend("opção" for _ in list_of(one.get("items"))[MAX_ITEMS:])
        if began and blocks:
            self.start_after = At(place, 0)
        where = object_of(raw.get("graphCoordinates"))
        return Group(
            id=text_of(raw.get("id")),
            title=text_of(raw.get("title")).strip(),
            x=_coordinate(where.get("x")),
            y=_coordinate(where.get("y")),
            blocks=tuple(blocks),
        )

    def _start_block(self, raw: Mapping[str, Any]) -> None:
        """Up to version 5 the start is a block."""
        self.has_start = True
        self.start_edge = text_of(raw.get("outgoingEdgeId"))

    def _edges(self, groups: tuple[Group, ...]) -> dict[str, At]:
        by_group: dict[str, int] = {}
        by_block: dict[tuple[str, str], At] = {}
        for place, group in enumerate(groups):
            by_group.setdefault(group.id, place)
            for block in group.blocks:
                by_block.setdefault((group.id, block.id), block.at)
        edges: dict[str, At] = {}
        for raw in self._objects("edges", "ligação"):
            id, to = text_of(raw.get("id")), object_of(raw.get("to"))
            group_id, block_id = text_of(to.get("groupId")), text_of(to.get("blockId"))
            place_of_group = by_group.get(group_id)
            if not id or place_of_group is None:
                continue
            target = by_block.get((group_id, block_id)) if block_id else None
            edges.setdefault(id, target or At(place_of_group, 0))
        return edges

    def _events(self) -> list[tuple[str, str]]:
        """Events beside the start: their type and their edge. The start's edge is kept."""
        others: list[tuple[str, str]] = []
        for raw in self._objects("events", "evento"):
            kind, edge = text_of(raw.get("type")), text_of(raw.get("outgoingEdgeId"))
            if kind == "start" and not self.has_start:
                self.has_start, self.start_edge = True, edge or self._edge_from(text_of(raw.get("id")))
            else:
                others.append((kind, edge))
        return others

    def _edge_from(self, event: str) -> str:
        """The edge of a start that does not name it itself."""
        for raw in list_of(self.data.get("edges")):
            if event and text_of(object_of(object_of(raw).get("from")).get("eventId")) == event:
                return text_of(object_of(raw).get("id"))
        return ""

    def _variables(self) -> tuple[Variable, ...]:
        return tuple(
            Variable(text_of(raw.get("id")), text_of(raw.get("name")), _initial(raw.get("value")))
            for raw in self._objects("variables", "variável")
        )


def _block(raw: Mapping[str, Any], at: At) -> Block:
    return Block(
        id=text_of(raw.get("id")),
        type=clean_text(raw["type"])[:80],
        at=at,
        edge=text_of(raw.get("outgoingEdgeId")),
        options={**_webhook_id(raw), **object_of(raw.get("content")), **object_of(raw.get("options"))},
        items=tuple(_items(raw.get("items")))[:MAX_ITEMS],
    )


def _webhook_id(raw: Mapping[str, Any]) -> Mapping[str, Any]:
    return {"webhookId": raw["webhookId"]} if "webhookId" in raw else {}


def _items(raw: object) -> Iterator[Item]:
    for one in list_of(raw):
        if isinstance(one, dict):
            yield Item(text_of(one.get("id")), text_of(one.get("outgoingEdgeId")), one)


def _initial(value: object) -> str | tuple[str, ...] | None:
    if isinstance(value, list):
        return tuple(text_of(one) for one in value if text_of(one))
    return text_of(value) or None


def _coordinate(value: object) -> float:
    found = number_of(value)
    return max(-_FARTHEST, min(found, _FARTHEST)) if found is not None else 0.0
