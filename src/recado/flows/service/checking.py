"""What is wrong with a definition, told before anybody runs it?"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from recado.channels.templates import service as templates
from recado.channels.templates.models import StoredTemplate
from recado.flows.engine.definition import DefinitionInvalid, Flow, read_definition
from recado.flows.engine.inspect import inspect
from recado.flows.engine.node_type import Exit, NodeTypes
from recado.flows.engine.problems import Problem, Severity
from recado.flows.engine.surroundings import Surroundings
from recado.flows.engine.templates import KnownTemplate
from recado.flows.errors import FlowHasProblems, FlowUnreadable
from recado.flows.library import FlowLibrary
from recado.flows.models import BotId
from recado.flows.store import running
from recado.foundation.database import Transaction
from recado.organizations.service.secrets import list_secrets

ALONE = Surroundings()
"""A flow by itself: nothing is said about the flows that it calls."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found. `flow` is None where the definition cannot be read; `exits` are those of each node."""

    flow: Flow | None
    problems: tuple[Problem, ...]
    exits: Mapping[str, Sequence[Exit]]


async def around(tx: Transaction, library: FlowLibrary, bot: BotId | None) -> Surroundings:
    """Return what a flow of this bot (None: a shared one) is held against: the published flows that it may call, the
    approved templates of its numbers, and the secrets of the organization."""
    published = await running.published(tx)
    await library.load(tx, [(one.flow, one.number) for one in published])
    approved = await templates.approved_of(tx, bot)
    known = None if approved is None else [_known(one) for one in approved]
    secrets = {secret.name: secret.origins for secret in await list_secrets(tx)}
    return Surroundings(flows=library.callable_by(tx.organization_id, bot, published), templates=known, secrets=secrets)


def _known(stored: StoredTemplate) -> KnownTemplate:
    takes = stored.takes
    return KnownTemplate(
        stored.known.name, stored.known.language, takes.body, takes.header, takes.media, takes.buttons
    )  # fmt: skip


def check(definition: object, types: NodeTypes, surroundings: Surroundings = ALONE) -> Checked:
    """Read and inspect a definition; everything that is wrong comes back, nothing is raised."""
    try:
        flow = read_definition(definition, types)
    except DefinitionInvalid as invalid:
        return Checked(None, invalid.problems, {})
    exits = {node.id: types[node.type].manifest.exits_of(node.options) for node in flow.nodes.values()}
    return Checked(flow, inspect(flow, types, surroundings), exits)


async def check_aside(definition: object, types: NodeTypes, surroundings: Surroundings = ALONE) -> Checked:
    """Check in a thread: five hundred nodes full of text take a second, and others want their answer meanwhile."""
    return await asyncio.to_thread(check, definition, types, surroundings)


async def readable(definition: object, types: NodeTypes) -> Flow:
    """Return the flow; raise `FlowUnreadable` with what is wrong."""
    checked = await check_aside(definition, types)
    if checked.flow is None:
        raise FlowUnreadable(problems=[_named(problem) for problem in checked.problems[:50]])
    return checked.flow


async def publishable(definition: object, types: NodeTypes, surroundings: Surroundings = ALONE) -> Flow:
    """Return the flow; raise `FlowUnreadable` or `FlowHasProblems` with what forbids publishing it."""
    checked = await check_aside(definition, types, surroundings)
    if checked.flow is None:
        raise FlowUnreadable(problems=[_named(problem) for problem in checked.problems[:50]])
    errors = [problem for problem in checked.problems if problem.severity is Severity.ERROR]
    if errors:
        raise FlowHasProblems(problems=[_named(problem) for problem in errors[:50]])
    return checked.flow


def _named(problem: Problem) -> dict[str, Any]:
    return {"code": str(problem.code), "node": problem.node, "path": problem.path}
