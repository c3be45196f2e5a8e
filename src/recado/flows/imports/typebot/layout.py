"""Where on the canvas does each node of an imported bot stand?"""

from __future__ import annotations

from collections.abc import Iterable

from recado.flows.imports.typebot.export import Bot
from recado.flows.imports.typebot.work import Draft

_STEP = 150
"""Between the nodes of a group, one below the other."""
_WIDTH = 300
_GAP = 80
_SPREAD = 1.15
"""Our cards are a little wider than the original's groups."""


def positions(bot: Bot, nodes: Iterable[Draft]) -> dict[str, tuple[int, int]]:
    """A place for each node: groups where they stood, their nodes in a column, lower groups moved down where they'd cover."""
    columns: dict[int, list[Draft]] = {}
    start: list[Draft] = []
    for node in nodes:
        (start if node.type == "start" else columns.setdefault(node.group, [])).append(node)
    placed: dict[str, tuple[int, int]] = {}
    taken: list[tuple[float, float, float]] = []
    for group in sorted(columns, key=lambda place: _corner(bot, place)[::-1]):
        x, y = _corner(bot, group)
        height = len(columns[group]) * _STEP + _GAP
        for left, top, bottom in sorted(taken, key=lambda one: one[1]):
            if abs(left - x) < _WIDTH and y < bottom and top < y + height:
                y = bottom
        taken.append((x, y, y + height))
        for place, node in enumerate(columns[group]):
            placed[node.id] = (round(x), round(y + place * _STEP))
    for node in start:
        x, y = min((placed[one.id] for one in columns.get(node.group, [])), default=(_WIDTH, 0), key=lambda at: at[1])
        placed[node.id] = (x - _WIDTH, y)
    return placed


def _corner(bot: Bot, group: int) -> tuple[float, float]:
    if group >= len(bot.groups):
        return 0.0, 0.0
    return bot.groups[group].x * _SPREAD, bot.groups[group].y
