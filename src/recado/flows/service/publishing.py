"""What is done with bots and their flows?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from recado.flows.engine.definition import DefinitionInvalid, read_definition
from recado.flows.engine.inspect import inspect
from recado.flows.engine.limits import WHATSAPP
from recado.flows.engine.node_type import NodeTypes
from recado.flows.engine.problems import Severity
from recado.flows.errors import FlowHasProblems, FlowNotFound, FlowUnreadable
from recado.flows.models import BotId, FlowId, FlowVersionId
from recado.flows.store import editing as store
from recado.foundation.database import Transaction
from recado.foundation.identifiers import new_id


async def create_bot(tx: Transaction, *, name: str, keywords: Sequence[str] = (), fallback_text: str = "") -> BotId:
    """Store a bot without a flow; the first of an organization answers where nothing else matches."""
    id_ = BotId(new_id())
    await store.insert_bot(tx, id_, name, keywords, fallback_text)
    return id_


async def create_flow(tx: Transaction, *, bot: BotId | None, name: str, draft: Mapping[str, Any]) -> FlowId:
    """Store a flow's draft; the first flow of a bot becomes its entry."""
    id_ = FlowId(new_id())
    await store.insert_flow(tx, id_, bot, name, {**draft, "id": str(id_)})
    if bot is not None:
        await store.set_entry(tx, bot, id_)
    return id_


async def publish_flow(tx: Transaction, flow: FlowId, types: NodeTypes, *, by: UUID | None = None) -> int:
    """Make the draft the version that new sessions take, and return its number; running sessions keep theirs.

    Raises `FlowNotFound`, `FlowUnreadable`, `FlowHasProblems`.
    """
    draft = await store.lock_draft(tx, flow)
    if draft is None:
        raise FlowNotFound(id=str(flow))
    try:
        definition = read_definition(draft, types)
    except DefinitionInvalid as invalid:
        raise FlowUnreadable(problems=[str(problem.code) for problem in invalid.problems]) from invalid
    problems = [problem for problem in inspect(definition, types, WHATSAPP) if problem.severity is Severity.ERROR]
    if problems:
        raise FlowHasProblems(problems=[{"code": str(one.code), "node": one.node} for one in problems])
    return await store.publish(tx, flow, FlowVersionId(new_id()), draft, by)
