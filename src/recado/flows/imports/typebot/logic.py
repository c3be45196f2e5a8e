"""How do waits, tests, jumps, links and redirects of a bot go on here?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from recado.flows.imports.typebot.bubbles import LONGEST_TEXT
from recado.flows.imports.typebot.export import At, Block, list_of, number_of, object_of, text_of
from recado.flows.imports.typebot.names import slug
from recado.flows.imports.typebot.placeholders import hold_place
from recado.flows.imports.typebot.templates import only_name, split_template
from recado.flows.imports.typebot.work import ERROR, NEXT, Ending, Link, Work

_LONGEST_WAIT = 30 * 86_400
_PEOPLE = re.compile(r"(?i)^(?:https?://(?:wa\.me|api\.whatsapp\.com|t\.me)/|tel:|mailto:|whatsapp:)")
_MOST_TITLES = 20
_MOST_TARGETS = 60
"""Groups that a jump by title may choose from; a bot with more has had its titles chosen by a machine."""
_WHOLE = 100


def wait(work: Work, block: Block, onward: Link) -> Link:
    """A fixed time, or one that a variable holds; what is no time is no wait."""
    raw = text_of(block.options.get("secondsToWaitFor")).strip()
    seconds = number_of(raw)
    if only_name(raw) is not None:
        safe = work.texts.variable(str(only_name(raw)), work.place(block))
        if safe:
            options: dict[str, Any] = {"amount": f"{{{{ {safe} }}}}", "unit": "seconds"}
            return work.add(block.at.group, "wait", options, {NEXT: onward, ERROR: onward})
    if seconds is None or seconds <= 0:
        work.tell(block, "wait_skipped")
        return onward
    if seconds > _LONGEST_WAIT:
        work.tell(block, "wait_capped", seconds=f"{seconds:g}")
        seconds = _LONGEST_WAIT
    amount = int(seconds) if seconds == int(seconds) else seconds
    return work.add(block.at.group, "wait", {"amount": amount, "unit": "seconds"}, {NEXT: onward})


def redirect(work: Work, block: Block, onward: Link) -> Link:
    """A chat opens no pages: the link is said."""
    url = text_of(block.options.get("url")).strip()
    address = work.address(block, url)
    if not address:
        work.tell(block, "redirect_empty")
        return onward
    work.tell(block, "redirect_as_link", url=url)
    if _PEOPLE.match(url):
        work.tell(block, "redirect_person", url=url)
    text = split_template(address, LONGEST_TEXT)[0]
    return work.chain(block.at.group, [("message", {"text": text}, "")], onward)


def split(work: Work, block: Block, onward: Link) -> Link:
    """Side a takes its percents; a side without a way takes the other's."""
    ways: dict[str, At | None] = {"a": None, "b": None}
    for number, item in enumerate(block.items[:2]):
        ways[text_of(item.raw.get("path")).lower() if item.raw.get("path") in ("a", "b") else "ab"[number]] = work.edge(
            block, item.edge
        )
    if (ways["a"] is None) != (ways["b"] is None):
        work.tell(block, "split_edge")
    percent = _percent(work, block)
    arms = [{"id": "a", "label": "A", "weight": percent}, {"id": "b", "label": "B", "weight": _WHOLE - percent}]
    exits: dict[str, Link] = {"a": ways["a"] or ways["b"] or onward, "b": ways["b"] or ways["a"] or onward}
    return work.add(block.at.group, "split", {"arms": arms}, exits)


def _percent(work: Work, block: Block) -> int:
    raw = block.options.get("aPercent", 50)
    found = number_of(raw)
    if found is None or not 0 <= found <= _WHOLE:
        if raw is not None:
            work.tell(block, "split_percent", percent=text_of(raw))
        return 50
    return round(found)


def listen(work: Work, block: Block, onward: Link) -> Link:
    """Nothing from outside can wake a flow here."""
    mapped = [object_of(one).get("variableId") for one in list_of(block.options.get("responseVariableMapping"))]
    names = ", ".join(work.names.label(safe) for one in mapped if (safe := work.names.of(one)))
    work.tell(block, "listen", names=names or "nenhuma")
    return hold_place(work, block, onward, "Refazer: espera de chamado externo", mapped)


def skip_code(work: Work, block: Block, onward: Link) -> Link:
    """Code is not run."""
    name = text_of(block.options.get("name")) or "sem nome"
    work.tell(block, "code", name=name, source=text_of(block.options.get("content")) or "(vazio)")
    return hold_place(work, block, onward, f"Refazer: código “{name[:60]}”")


def jump(work: Work, block: Block, onward: Link) -> Link:
    """Go to a group at once; where somebody comes back, what is behind the jump is remembered."""
    target = text_of(block.options.get("groupId")).strip()
    if not target:
        work.tell(block, "jump_empty")
        return onward
    name = only_name(target)
    if name is not None:
        return _jump_by_title(work, block, name)
    place = work.bot.find_group(target)
    if place is None:
        work.tell(block, "jump_unknown")
        return Ending(block.at.group)
    at = _block_in(work, place, text_of(block.options.get("blockId")))
    return work.returns.remember(work, block, at)


def _block_in(work: Work, group: int, id: str) -> At:
    return next((one.at for one in work.bot.groups[group].blocks if id and one.id == id), At(group, 0))


def _jump_by_title(work: Work, block: Block, name: str) -> Link:
    safe = work.texts.variable(name, work.place(block))
    if not safe:
        return Ending(block.at.group)
    work.tell(block, "jump_by_title", name=name)
    titled = [(place, group.title) for place, group in enumerate(work.bot.groups) if group.title][:_MOST_TARGETS]
    return by_value(
        work, block.at.group, safe, [(title, At(place, 0)) for place, title in titled], Ending(block.at.group)
    )


def by_value(work: Work, group: int, variable: str, ways: Sequence[tuple[str, Link]], otherwise: Link) -> Link:
    """Conditions that go where a variable's value says."""
    entry = otherwise
    for start in range((len(ways) - 1) // _MOST_TITLES * _MOST_TITLES, -1, -_MOST_TITLES):
        part = ways[start : start + _MOST_TITLES]
        branches: list[dict[str, Any]] = []
        exits: dict[str, Link] = {"else": entry}
        for value, way in part:
            id = f"{slug(value, fallback='caminho', longest=30)}_{len(branches) + 1}"
            right = work.texts.text(value, work.place_of_group(group))
            when = {"left": {"variable": variable}, "op": "equals", "right": right, "exact": True}
            branches.append({"id": id, "label": value[:100], "when": when})
            exits[id] = way
        entry = work.add(group, "condition", {"branches": branches}, exits)
    return entry


def go_back(work: Work, block: Block, onward: Link) -> Link:
    """Back behind the jump that led here."""
    return work.returns.come_back(work, block, onward)


def link(work: Work, block: Block, onward: Link) -> Link:
    """Another bot, or a group of this one to go through and come back from."""
    target = text_of(block.options.get("typebotId")).strip()
    if target != "current":
        return _other_bot(work, block, onward, target)
    group = text_of(block.options.get("groupId")).strip()
    place = work.bot.find_group(group)
    if group and place is None:
        work.tell(block, "jump_unknown")
        return onward
    at = At(place, 0) if place is not None else work.bot.start
    if at is None:
        return onward
    if isinstance(work.later(onward), Ending):
        work.tell(block, "link_self", back="")
        return at
    work.tell(block, "link_self", back=", que volta para cá quando acaba")
    return work.returns.call(work, block, at, onward)


def _other_bot(work: Work, block: Block, onward: Link, target: str) -> Link:
    flow = work.links.get(target)
    if flow is None:
        work.tell(block, "link_other", bot=target or "não escolhido")
        return hold_place(work, block, onward, "Executar fluxo: escolha qual")
    work.tell(block, "link_carried")
    if block.options.get("groupId"):
        work.tell(block, "link_entry")
    merges = block.options.get("mergeResults")
    if merges is True or (merges is None and not work.bot.version.startswith("6")):
        work.tell(block, "link_results")
    return work.add(block.at.group, "run_flow", {"flow": flow}, {NEXT: onward, ERROR: onward})
