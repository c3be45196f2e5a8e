"""How are the cases beside a flow kept and run?"""

from __future__ import annotations

from recado.flows.errors import DraftChanged, FlowNotFound
from recado.flows.models import FlowId
from recado.flows.store import editing as store
from recado.flows.store import reading
from recado.foundation.database import Transaction
from recado.organizations.models import Scope
from recado.organizations.service import audit


async def get_tests(tx: Transaction, flow: FlowId) -> tuple[int, str]:
    """Return the revision and the text of the cases; raise `FlowNotFound`."""
    found = await reading.read_tests(tx, flow)
    if found is None:
        raise FlowNotFound(id=str(flow))
    return found


async def save_tests(tx: Transaction, scope: Scope, flow: FlowId, *, revision: int, text: str) -> int:
    """Write the cases over the revision their author saw; raise `FlowNotFound`, `DraftChanged`."""
    saved = await store.save_tests(tx, flow, revision, text)
    if saved is None:
        stands, _text = await get_tests(tx, flow)
        raise DraftChanged(revision=stands)
    await audit(tx, scope, "flows.tests_saved", subject=("flow", flow))
    return saved
