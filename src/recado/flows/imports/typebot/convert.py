"""How does an exported Typebot bot become a flow of ours, and what did it lose on the way?"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from recado.flows.engine.limits import MAX_DECLARED_VARIABLES, MAX_NAME, MAX_NODES, MAX_TEXT_OPTION
from recado.flows.imports.typebot import bubbles, calls, choices, conditions, logic, questions, variables
from recado.flows.imports.typebot.arranging import arrange, reached
from recado.flows.imports.typebot.export import VERSIONS, At, Block, Bot, read_export
from recado.flows.imports.typebot.findings import Finding, Report
from recado.flows.imports.typebot.layout import positions
from recado.flows.imports.typebot.names import declared, slug
from recado.flows.imports.typebot.placeholders import stand_in
from recado.flows.imports.typebot.prompts import find_prompts
from recado.flows.imports.typebot.returns import Returns
from recado.flows.imports.typebot.templates import protected, split_template
from recado.flows.imports.typebot.tidying import tidy
from recado.flows.imports.typebot.work import NEXT, Ending, Link, Work
from recado.flows.upgrades import FORMAT

_LONGEST_DEFAULT = 1_200
_MOST_ITEMS = 50
_MOST_ASSIGNED = 30
"""What one list and one `set_variable` may hold."""
_FILE = "Arquivo"

Converter = Callable[[Work, Block, Link], Link]
"""Makes the nodes of a block and gives where it is entered; the link is where it goes on."""

CONVERTERS: Mapping[str, Converter] = {
    "text": bubbles.say_text,
    "image": bubbles.show_image,
    "video": bubbles.show_video,
    "audio": bubbles.play_audio,
    "embed": bubbles.embed,
    "text input": questions.ask_in_words(questions.text),
    "number input": questions.ask_in_words(questions.number),
    "email input": questions.ask_in_words(questions.email),
    "url input": questions.ask_in_words(questions.url),
    "phone number input": questions.ask_in_words(questions.phone),
    "time input": questions.ask_time,
    "rating input": questions.ask_in_words(questions.rating),
    "date input": questions.ask_date,
    "file input": questions.ask_file,
    "payment input": questions.skip_payment,
    "choice input": choices.ask_choice,
    "picture choice input": choices.ask_picture,
    "cards": choices.ask_cards,
    "Condition": conditions.branch,
    "Set variable": variables.set_variable,
    "Redirect": logic.redirect,
    "Code": logic.skip_code,
    "script": logic.skip_code,
    "Typebot link": logic.link,
    "Wait": logic.wait,
    "Jump": logic.jump,
    "Return": logic.go_back,
    "AB test": logic.split,
    "webhook": logic.listen,
    "Webhook": calls.call,
    "HTTP request": calls.call,
    "Zapier": calls.call,
    "Make.com": calls.call,
    "Pabbly": calls.call,
}
"""Every type of block that is more than a place to hold."""


@dataclass(frozen=True, slots=True)
class Converted:
    """A definition that `read_definition` reads, and everything to know about what is in it and what is not."""

    definition: dict[str, Any]
    report: tuple[Finding, ...]


def convert(data: object, *, links: Mapping[str, str] | None = None) -> Converted:
    """Convert parsed JSON of a bot exported by Typebot 3 to 6.1. Raises TypebotUnreadable where it is none.

    `links` names the flows that other bots have become here: id in the file → id of the flow.
    """
    bot = read_export(data)
    report = Report()
    work = Work(bot, report, find_prompts(bot), links or {}, Returns(bot))
    _tell_of_file(work)
    for group in bot.groups:
        for block in group.blocks:
            work.entries[block.at] = CONVERTERS.get(block.type, stand_in)(work, block, work.onward(block))
    entry = _connect(work)
    _tell_of_groups(work, entry)
    return Converted(_definition(work, entry), tuple(report))


def _connect(work: Work) -> str:
    """Settle where every exit leads; what is over ends in a node of its group."""
    ends: dict[int, str] = {}

    def end(group: int) -> str:
        if group not in ends:
            ends[group] = work.add(group, "end", {}, {}, "Fim")
        return ends[group]

    work.return_at_end = work.returns.finish(work, _LAST)
    first = _first(work)
    for node in list(work.nodes.values()):
        for exit, link in node.exits.items():
            settled = "" if link == _LAST else work.settle(link)
            node.exits[exit] = settled if isinstance(settled, str) and settled else end(node.group)
    return first


_LAST = ""
"""No more place to come back to: the end itself."""


def _first(work: Work) -> str:
    start = work.bot.start
    if start is None and work.bot.groups and not work.bot.has_start:
        start = At(_likely_start(work.bot), 0)
        work.report.add("no_start", _FILE, group=work.bot.groups[start.group].title or start.group + 1)
    elif start is None:
        work.report.add("start_unconnected" if work.bot.groups else "empty_bot", _FILE)
    group = start.group if start is not None else 0
    onward: Link = start if start is not None else Ending(group)
    begun = _initial_values(work)
    return work.add(group, "start", {}, {NEXT: work.assign(group, begun, onward) if begun else onward}, "Início")


def _initial_values(work: Work) -> dict[str, Any]:
    """What variables hold at first that a declaration has no room for: lists, and long texts."""
    found: dict[str, Any] = {}
    for safe, initial in work.names.initial.items():
        if isinstance(initial, tuple):
            found[safe] = [protected(item) for item in initial[:_MOST_ITEMS]]
        elif len(initial) > _LONGEST_DEFAULT:
            found[safe] = split_template(protected(initial), MAX_TEXT_OPTION)[0]
        if found.get(safe) and (len(initial) > (_MOST_ITEMS if isinstance(initial, tuple) else MAX_TEXT_OPTION)):
            work.report.add("initial_cut", "Variáveis", name=work.names.label(safe))
    return dict(list(found.items())[:_MOST_ASSIGNED])


def _likely_start(bot: Bot) -> int:
    """The first group that nothing leads to, else the first."""
    led_to = {at.group for at in bot.edges.values()}
    return next((place for place in range(len(bot.groups)) if place not in led_to), 0)


def _tell_of_file(work: Work) -> None:
    bot, report = work.bot, work.report
    if bot.version not in VERSIONS:
        report.add("unknown_version", _FILE, version=bot.version)
    if bot.has_appearance:
        report.add("appearance_left", _FILE)
    for event, leads in bot.events:
        report.add("event_left" if leads else "event_alone", _FILE, event=event or "sem tipo")
    for what in dict.fromkeys(bot.malformed):
        report.add("malformed", _FILE, count=bot.malformed.count(what), what=what)


def _tell_of_groups(work: Work, entry: str) -> None:
    led_to = {at.group for at in work.bot.edges.values()} | ({work.bot.start.group} if work.bot.start else set())
    met = reached(work.nodes, entry)
    for place, group in enumerate(work.bot.groups):
        if not group.blocks and place in led_to:
            work.report.add("empty_group", work.place_of_group(place))
        elif place not in met and any(node.group == place for node in work.nodes.values()):
            work.report.add("unreached_group", work.place_of_group(place))


def _definition(work: Work, entry: str) -> dict[str, Any]:
    entry = arrange(work, tidy(work, entry))
    _keep_within_limits(work, entry)
    nodes = _nodes(work)
    return {
        "format": FORMAT,
        "id": slug(work.bot.name, fallback="importado"),
        "name": (work.bot.name or "Bot importado")[:MAX_NAME],
        "language": "pt_BR",
        "entry": entry,
        "variables": _declarations(work, nodes),
        "nodes": nodes,
    }


def _keep_within_limits(work: Work, entry: str) -> None:
    """A flow of more nodes than any may have loses the last ones, and says so."""
    if len(work.nodes) <= MAX_NODES:
        return
    kept = {entry, *[id for id in work.nodes if id != entry][: MAX_NODES - 1]}
    lost = [id for id in work.nodes if id not in kept]
    work.report.add(
        "too_many_nodes",
        _FILE,
        count=len(work.nodes),
        limit=MAX_NODES,
        names=", ".join(work.nodes[id].id for id in lost),
    )
    for id in lost:
        del work.nodes[id]
    for node in work.nodes.values():
        node.exits = {exit: to for exit, to in node.exits.items() if to in kept}


def _declarations(work: Work, nodes: Mapping[str, Any]) -> dict[str, Any]:
    found = declared(work.names)
    if len(found) > MAX_DECLARED_VARIABLES:
        # A session holds no more than may be declared, so that those nobody uses must not fill it.
        used = set(re.findall(r"[a-z]\w*", json.dumps(nodes)))
        unused = [name for name in found if name not in used]
        work.report.add("unused_variables", "Variáveis", names=", ".join(map(work.names.label, unused)))
        found = {name: found[name] for name in found if name in used}
    for name, declaration in found.items():
        if len(str(declaration.get("default", ""))) > _LONGEST_DEFAULT:
            found[name] = {key: value for key, value in declaration.items() if key != "default"}
    if len(found) > MAX_DECLARED_VARIABLES:
        lost = [work.names.label(name) for name in list(found)[MAX_DECLARED_VARIABLES:]]
        work.report.add(
            "too_many_variables", "Variáveis", count=len(found), limit=MAX_DECLARED_VARIABLES, names=", ".join(lost)
        )
    return dict(list(found.items())[:MAX_DECLARED_VARIABLES])


def _nodes(work: Work) -> dict[str, Any]:
    places = positions(work.bot, work.nodes.values())
    return {
        node.id: {
            "type": node.type,
            **({"label": node.label} if node.label else {}),
            **({"options": node.options} if node.options else {}),
            **({"exits": dict(node.exits)} if node.exits else {}),
            "layout": {"x": places[node.id][0], "y": places[node.id][1]},
        }
        for node in work.nodes.values()
    }
