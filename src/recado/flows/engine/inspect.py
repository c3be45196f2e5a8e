"""What is wrong with a flow, without running it?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from recado.flows.engine.calls import check_calls
from recado.flows.engine.definition import DefinitionInvalid, Flow, read_definition
from recado.flows.engine.fields import RESERVED
from recado.flows.engine.limits import ChannelLimits
from recado.flows.engine.named_secrets import check_secrets
from recado.flows.engine.node_type import ERROR, NEXT, Node, NodeTypes
from recado.flows.engine.problems import Code, Problem, Severity, error, warning
from recado.flows.engine.surroundings import Surroundings
from recado.flows.engine.templates import WINDOW, TemplateOptions, check_against
from recado.flows.engine.variables import Guesses, assigned_in, names_in
from recado.flows.engine.ways import reached, silences, unwaiting_rings

_HOUR = timedelta(hours=1)
_GUESSES = 10


def check_definition(
    data: object, types: NodeTypes, channels: ChannelLimits | Sequence[ChannelLimits] | Surroundings
) -> tuple[Problem, ...]:
    """Everything wrong with a definition as JSON: what stops it from being read, or else what `inspect` finds."""
    try:
        flow = read_definition(data, types)
    except DefinitionInvalid as fault:
        return fault.problems
    return inspect(flow, types, channels)


def may_be_published(problems: Iterable[Problem]) -> bool:
    """Is there nothing worse than a warning?"""
    return all(problem.severity is not Severity.ERROR for problem in problems)


def inspect(
    flow: Flow, types: NodeTypes, channels: ChannelLimits | Sequence[ChannelLimits] | Surroundings
) -> tuple[Problem, ...]:
    """All problems of a flow on every channel it serves, in the order of its nodes, none twice.

    Errors forbid publishing, warnings do not. `channels` may be one channel's limits, several, or all that stands around
    the flow; calls and templates are looked into where it tells of them.
    """
    around = _around(channels)
    problems: list[Problem] = []
    if flow.entry not in flow.nodes:
        problems.append(error(Code.NO_ENTRY, path="entry", entry=flow.entry))
    on_way = reached(flow)
    known = RESERVED | set(flow.variables) | assigned_in(flow, types)
    guesses = Guesses(known, _GUESSES)
    for node in flow.nodes.values():
        found = [
            *([] if node.id in on_way else [warning(Code.UNREACHABLE_NODE)]),
            *_links(flow, node, types),
            *_variables(node, known, guesses),
            *_options(node, types, around),
        ]
        problems.extend(problem.at(node.id) for problem in found)
    problems.extend(warning(Code.LOOP_WITHOUT_WAIT, node=node) for node in unwaiting_rings(flow, types))
    problems.extend(_closed_windows(flow, types))
    problems.extend(check_calls(flow, types, around.flows))
    return tuple(_once(problems))


def _around(given: ChannelLimits | Sequence[ChannelLimits] | Surroundings) -> Surroundings:
    if isinstance(given, Surroundings):
        return given
    return Surroundings(tuple(given) if isinstance(given, Sequence) else (given,))


def _links(flow: Flow, node: Node, types: NodeTypes) -> Iterator[Problem]:
    exits = {exit.key: exit for exit in types[node.type].manifest.exits_of(node.options)}.values()
    standing = [exit for exit in exits if exit.falls_back]
    covered = bool(standing) and all(exit.key in node.exits for exit in standing)
    for exit in exits:
        needless = exit.optional or (exit.key == NEXT and covered)
        if exit.key not in node.exits and not needless:
            yield warning(Code.MISSING_EXIT, path=f"nodes.{node.id}.exits.{exit.key}", exit=exit.label or exit.key)
    known = {exit.key for exit in exits} | {ERROR}
    for key, target in node.exits.items():
        place = f"nodes.{node.id}.exits.{key}"
        if key not in known:
            yield warning(Code.UNKNOWN_EXIT, path=place, exit=key)
        if target not in flow.nodes:
            yield error(Code.DANGLING_EDGE, path=place, exit=key, target=target)


def _variables(node: Node, known: frozenset[str], guesses: Guesses) -> Iterator[Problem]:
    place = f"nodes.{node.id}.options"
    for name in sorted(names_in(node.options) - known):
        yield warning(Code.UNKNOWN_VARIABLE, path=place, variable=name, nearest=guesses.of(name))


def _options(node: Node, types: NodeTypes, around: Surroundings) -> Iterator[Problem]:
    """What the node's own check says on each channel, the provider to its template, and the wall to its secrets."""
    for channel in around.channels:
        yield from (_placed(node, one) for one in types[node.type].manifest.check(node.options, channel))
    template = getattr(node.options, "template", None)
    if isinstance(template, TemplateOptions) and around.templates is not None:
        choices = len(getattr(node.options, "choices", ()))
        yield from (_placed(node, one) for one in check_against(template, choices, around.templates))
    if around.secrets is not None:
        yield from (_placed(node, one) for one in check_secrets(node.options, around.secrets))


def _placed(node: Node, problem: Problem) -> Problem:
    """A node knows its options only; a problem names its place in the whole definition."""
    return replace(problem, path=f"nodes.{node.id}.options.{problem.path}" if problem.path else f"nodes.{node.id}")


def _closed_windows(flow: Flow, types: NodeTypes) -> Iterator[Problem]:
    """Free text after a silence that closes the channel's window never arrives."""
    for key, quiet in silences(flow, types).items():
        node = flow.nodes[key]
        if quiet >= WINDOW and types[node.type].manifest.writes_freely(node.options):
            yield warning(Code.WINDOW_CLOSED, node=key, path=f"nodes.{key}", hours=round(quiet / _HOUR))


def _once(problems: Iterable[Problem]) -> Iterator[Problem]:
    seen: set[str] = set()
    for problem in problems:
        if repr(problem) not in seen:
            seen.add(repr(problem))
            yield problem
