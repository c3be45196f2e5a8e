"""How do flows, which know pipelines by the names on the board, begin and move deals?"""

from __future__ import annotations

from recado.contacts.models import ContactId
from recado.conversations.models import ConversationId
from recado.foundation.database import Transaction
from recado.foundation.text import fold
from recado.leads.errors import PipelineNotFound, StageNotFound
from recado.leads.models import Closing, Deal, Mover, NewDeal, Pipeline, Stage, StageKind
from recado.leads.service import deals
from recado.leads.service.pipelines import list_pipelines


async def begin(
    tx: Transaction,
    by: Mover,
    *,
    contact: ContactId,
    conversation: ConversationId,
    pipeline: str,
    stage: str,
    title: str,
    value_cents: int,
    key: str,
) -> Deal:
    """Begin a deal, or return the one that is open there. Raises `PipelineNotFound`, `StageNotFound`, `ReasonNeeded`."""
    found = await _pipeline(tx, pipeline)
    target = _stage(found, stage) if stage.strip() else None
    present = await _open_deal(tx, contact, found)
    if present is not None:
        return present
    wanted = NewDeal(
        pipeline=found.id, stage=target.id if target else None, conversation=str(conversation), title=title,
        value_cents=value_cents,
    )  # fmt: skip
    return await deals.create(tx, by, wanted, viewer=None, conversations_of=None, closing=Closing(), key=key)


async def move(
    tx: Transaction,
    by: Mover,
    *,
    contact: ContactId,
    conversation: ConversationId,
    pipeline: str,
    stage: str,
    reason: str,
    creates: bool,
    key: str,
) -> Deal | None:
    """Put the person's newest open deal into a stage, or begin one there where `creates`; None where there is none.

    Raises `PipelineNotFound`, `StageNotFound`, `ReasonNeeded`.
    """
    found = await _pipeline(tx, pipeline)
    target, closing = _stage(found, stage), Closing(note=reason)
    present = await _open_deal(tx, contact, found)
    if present is None and not creates:
        return None
    if present is None:
        wanted = NewDeal(pipeline=found.id, stage=target.id, conversation=str(conversation))
        return await deals.create(tx, by, wanted, viewer=None, conversations_of=None, closing=closing, key=key)
    if present.stage == target.id:
        return present
    return await deals.move(
        tx, by, present.id, stage=target.id, after=None, revision=None, closing=closing, viewer=None, key=key
    )  # fmt: skip


async def _pipeline(tx: Transaction, name: str) -> Pipeline:
    found = next((one for one in await list_pipelines(tx) if fold(one.name) == fold(name)), None)
    if found is None:
        raise PipelineNotFound
    return found


def _stage(pipeline: Pipeline, name: str) -> Stage:
    found = next((one for one in pipeline.stages if fold(one.name) == fold(name)), None)
    if found is None:
        raise StageNotFound
    return found


async def _open_deal(tx: Transaction, contact: ContactId, pipeline: Pipeline) -> Deal | None:
    known = await deals.deals_of(tx, contact, None)
    return max(
        (one for one in known if one.pipeline == pipeline.id and one.kind is StageKind.OPEN),
        key=lambda one: one.id, default=None,
    )  # fmt: skip
