"""What would a flow do with this, if it were sent?

The engine itself, on the draft: nothing is stored, nothing leaves, and the session travels with the caller.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from recado.flows.engine.advance import advance
from recado.flows.engine.definition import Flow, FlowSet
from recado.flows.engine.inputs import Input
from recado.flows.engine.session import Session, SessionUnreadable
from recado.flows.engine.turn import Turn
from recado.flows.errors import SessionRefused
from recado.flows.library import FlowLibrary
from recado.flows.models import Bot, BotId, Draft, FlowId
from recado.flows.rules.drafts import storable
from recado.flows.service.checking import readable
from recado.flows.store import running
from recado.foundation.database import Transaction

_SHARED = BotId(UUID(int=0))
_DRAFT = 0
_MINUTES = 1_440


@dataclass(frozen=True, slots=True)
class Stage:
    """The draft, and every published flow that it may call."""

    flow: Flow
    flows: FlowSet


async def stage(tx: Transaction, library: FlowLibrary, draft: Draft, definition: object | None) -> Stage:
    """Set up the draft (or the definition that takes its place) to run; raise `FlowUnreadable`."""
    given = draft.definition if definition is None else storable(definition)
    flow = replace(await readable(given, library.types), id=str(draft.id), version=_DRAFT)
    published = await running.published(tx)
    await library.load(tx, [(one.flow, one.number) for one in published])
    bots = await running.bots(tx)
    found = next((one for one in bots if one.id == draft.bot), None)
    bot = replace(found or _no_bot(draft), entry=FlowId(draft.id))
    around = library.flow_set(tx.organization_id, bot, published, {})
    flows = replace(
        around,
        flows={**around.flows, (flow.id, _DRAFT): flow},
        published={**around.published, flow.id: _DRAFT},
    )
    return Stage(flow, flows)


def turn(stage: Stage, session: Mapping[str, Any] | None, arrived: Input) -> Turn:
    """Run one turn; raise `SessionRefused` where the session is none of the engine's."""
    try:
        before = None if session is None else Session.from_json(session)
    except SessionUnreadable:
        raise SessionRefused from None
    return advance(stage.flows, before, arrived)


def _no_bot(draft: Draft) -> Bot:
    return Bot(_SHARED, draft.name, None, (), _MINUTES, "", is_fallback=False)
