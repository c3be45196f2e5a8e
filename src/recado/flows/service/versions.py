"""What was published, and what would publishing change?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from recado.flows import text
from recado.flows.engine.node_type import NodeTypes
from recado.flows.errors import VersionNotFound
from recado.flows.library import FlowLibrary
from recado.flows.models import Draft, FlowId, VersionHead
from recado.flows.service import sessions
from recado.flows.service.checking import Checked, around, check_aside
from recado.flows.service.editing import get_draft
from recado.flows.store import reading
from recado.foundation.database import Transaction

MOST_VERSIONS = 200


class Change(Protocol):
    """One difference in words."""

    @property
    def kind(self) -> str: ...
    @property
    def node(self) -> str: ...
    @property
    def sentence(self) -> str: ...


@dataclass(frozen=True, slots=True)
class OpenSessions:
    """People in the middle of a flow, and how many could go on in the draft where they stand."""

    open: int
    can_move: int

    @property
    def must_restart(self) -> int:
        """How many stand where the draft has nothing for them."""
        return self.open - self.can_move


@dataclass(frozen=True, slots=True)
class Preview:
    """What publishing the draft would do."""

    draft: Draft
    next_number: int
    changes: Sequence[Change]
    sessions: OpenSessions
    checked: Checked


async def list_versions(tx: Transaction, flow: FlowId) -> list[tuple[VersionHead, int]]:
    """Return published versions with their open sessions, the newest first; raise `FlowNotFound`."""
    await get_draft(tx, flow)
    return await reading.list_versions(tx, flow, MOST_VERSIONS)


async def get_version(tx: Transaction, flow: FlowId, number: int) -> dict[str, Any]:
    """Return the definition of a version; raise `FlowNotFound`, `VersionNotFound`."""
    await get_draft(tx, flow)
    found = await reading.read_version(tx, flow, number)
    if found is None:
        raise VersionNotFound(flow=str(flow), number=number)
    return found


async def preview(tx: Transaction, library: FlowLibrary, flow: FlowId) -> Preview:
    """Return what publishing would change; raise `FlowNotFound`."""
    draft = await get_draft(tx, flow)
    heads = await reading.list_versions(tx, flow, 1)
    before = await reading.read_version(tx, flow, draft.published.number) if draft.published else None
    changes = () if before is None else await differences(tx, before, draft.definition, library.types)
    checked = await check_aside(draft.definition, library.types, await around(tx, library, draft.bot))
    number = heads[0][0].number + 1 if heads else 1
    found = await sessions.count_open(tx, library, flow, checked.flow)
    return Preview(draft, number, changes, OpenSessions(found.open, found.can_move), checked)


async def differences(
    tx: Transaction, old: Mapping[str, Any], new: Mapping[str, Any], types: NodeTypes
) -> Sequence[Change]:
    """Say in Portuguese what is different; flows that are called go by their names."""
    names = {str(id_): name for id_, _bot, name in await reading.list_names(tx)}
    return text.differences(old, new, types, names)
