"""Where does somebody go on who was sent elsewhere and comes back?

Two ways of it: a Return goes behind the Jump that led to it, and a way that is over goes back to the link that called it.
Where the file alone says where to, it is a plain connection. Else a variable keeps the places to come back to, the last one
first, each as a number and a semicolon.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from recado.flows.imports.typebot.export import At, Block, Bot, text_of
from recado.flows.imports.typebot.work import Link, Work

_DEEPEST = 200
"""Characters that are kept of where to come back to."""
_MOST_JUMPS = 60
_BACK = At(-1, 0)
"""Where every way that is over leads, if anybody called."""


class Returns:
    """The jumps and the returns of one bot, and the calls made so far."""

    def __init__(self, bot: Bot) -> None:
        self.jumps = dict(_reaching(bot))
        """Each return and the jumps that lead to it."""
        self.asking, remembered = _remembered(bot, self.jumps)
        self.numbers = {at: number for number, at in enumerate(sorted(remembered, key=_order), 1)}
        self._jumped = self._called = ""
        self.calls: list[tuple[int, Link]] = []

    def remember(self, work: Work, block: Block, target: At) -> Link:
        """The way of a jump; it is noted where a return needs to know."""
        if block.at not in self.numbers:
            return target
        self._jumped = self._jumped or work.names.fresh("volta_do_salto", label="De qual salto voltar")
        return _push(work, block.at.group, self._jumped, self.numbers[block.at], target)

    def come_back(self, work: Work, block: Block, onward: Link) -> Link:
        """The way of a return."""
        jumps = sorted(self.jumps.get(block.at, ()), key=_order)
        if not jumps or len(jumps) > _MOST_JUMPS:
            work.tell(block, "return_too_many" if jumps else "return_first")
            return onward
        if block.at not in self.asking:
            jumped = work.bot.groups[jumps[0].group].blocks[jumps[0].block]
            work.tell(block, "return_known", place=work.place(jumped))
            return behind(work, jumped)
        self._jumped = self._jumped or work.names.fresh("volta_do_salto", label="De qual salto voltar")
        work.tell(block, "return_many", name=self._jumped)
        ways = [(self.numbers[at], behind(work, work.bot.groups[at.group].blocks[at.block])) for at in jumps]
        return _pop(work, block.at.group, self._jumped, ways, onward)

    def call(self, work: Work, block: Block, target: At, onward: Link) -> Link:
        """The way of a link to a group of this bot, which comes back when that way is over."""
        self._called = self._called or work.names.fresh("volta_da_chamada", label="Para onde voltar")
        self.calls.append((len(self.calls) + 1, onward))
        return _push(work, block.at.group, self._called, len(self.calls), target)

    def finish(self, work: Work, end: Link) -> Link | None:
        """Where ways that are over go on; None where nobody called."""
        return _pop(work, 0, self._called, self.calls, end) if self.calls else None


def behind(work: Work, jump: Block) -> Link:
    """What follows a jump."""
    return At(jump.at.group, jump.at.block + 1)


def _push(work: Work, group: int, variable: str, number: int, target: Link) -> Link:
    kept = f"{{% capture _p %}}{number};{{{{ {variable} }}}}{{% endcapture %}}{{{{ _p | slice: 0, {_DEEPEST} }}}}"
    return work.assign(group, {variable: kept}, target)


def _pop(work: Work, group: int, variable: str, ways: list[tuple[int, Link]], otherwise: Link) -> Link:
    """A branch for each place to come back to. Twenty fit one condition; the rest stand in the next."""
    entry = otherwise
    for start in range((len(ways) - 1) // 20 * 20, -1, -20):
        branches = []
        exits: dict[str, Link] = {"else": entry}
        for number, way in ways[start : start + 20]:
            mark = f"{number};"
            rest = f"{{{{ {variable} | slice: {len(mark)}, {_DEEPEST} }}}}"
            when = {"left": {"variable": variable}, "op": "starts_with", "right": mark, "exact": True}
            branches.append({"id": f"volta_{number}", "label": f"Veio do caminho {number}", "when": when})
            exits[f"volta_{number}"] = work.assign(group, {variable: rest}, way)
        entry = work.add(group, "condition", {"branches": branches}, exits)
    return entry


def _order(at: At) -> tuple[int, int]:
    return at.group, at.block


def _reaching(bot: Bot) -> Iterator[tuple[At, frozenset[At]]]:
    """Each return with the jumps that somebody may be on who comes to it."""
    found: dict[At, set[At]] = {
        block.at: set() for group in bot.groups for block in group.blocks if block.type == "Return"
    }
    ahead = _ways(bot) if found else {}
    for jump, target in _jumps(bot) if found else ():
        for at in _reached(target, ahead):
            if at in found:
                found[at].add(jump)
    yield from ((at, frozenset(jumps)) for at, jumps in found.items())


def _called(bot: Bot, block: Block) -> Iterator[At]:
    """The group of this bot that a link goes through."""
    if block.type == "Typebot link" and block.options.get("typebotId") == "current":
        group = text_of(block.options.get("groupId"))
        place = bot.find_group(group) if group else None
        target = At(place, 0) if place is not None else bot.start
        if target is not None:
            yield target


def _jumps(bot: Bot) -> Iterator[tuple[At, At]]:
    """Each jump to a group by its id, and where it goes to."""
    for group in bot.groups:
        for block in group.blocks:
            place = bot.find_group(text_of(block.options.get("groupId"))) if block.type == "Jump" else None
            if place is not None:
                yield block.at, At(place, 0)


def _remembered(bot: Bot, jumps: Mapping[At, frozenset[At]]) -> tuple[set[At], set[At]]:
    """The returns that need to know the jump, and the jumps they need to know.

    That is so where several lead there, where somebody may come without any, and where one of them is remembered anyway:
    what was noted has to be taken back.
    """
    # Who comes without a jump falls through each return.
    free = _reached(bot.start, _ways(bot, through_returns=True)) if bot.start is not None and jumps else set()
    asking = {at for at, found in jumps.items() if found and (len(found) > 1 or at in free)}
    while True:
        noted = {jump for at in asking for jump in jumps[at]}
        more = {at for at, found in jumps.items() if found & noted} - asking
        if not more:
            return asking, noted
        asking |= more


def _reached(start: At, ahead: Mapping[At, list[At]]) -> set[At]:
    seen: set[At] = set()
    waiting = [start]
    while waiting:
        at = waiting.pop()
        if at not in seen:
            seen.add(at)
            waiting.extend(ahead.get(at, ()))
    return seen


def _ways(bot: Bot, *, through_returns: bool = False) -> Mapping[At, list[At]]:
    """Where each block may go on to. Behind a jump it goes on when somebody came back from it.

    The place behind a group's last block is its end, which leads back behind whoever called.
    """
    ahead: dict[At, list[At]] = {}
    callers: list[At] = []
    for group in bot.groups:
        for block in group.blocks:
            if block.type == "Return" and not through_returns:
                continue
            edges = (block.edge, *block.branches())
            onward = [bot.edges[edge] for edge in edges if edge in bot.edges]
            onward.append(At(block.at.group, block.at.block + 1))
            called = list(_called(bot, block))
            callers.extend(onward if called else ())
            ahead[block.at] = [*onward, *called, At(block.at.group, len(group.blocks))]
    for place, group in enumerate(bot.groups):
        ahead[At(place, len(group.blocks))] = [_BACK]
    ahead[_BACK] = callers
    return ahead
