"""What can an automation be made of, and what would it do?"""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request

from recado.automations.errors import FactNotFound
from recado.automations.models import Automation, AutomationId, State
from recado.automations.rules.catalogue import BY_FACT
from recado.automations.schemas import automations as shapes
from recado.automations.schemas.base import LARGEST_BODY
from recado.automations.schemas.rules import rule_of
from recado.automations.service import editing, offering, trying
from recado.conversations.service.ports import Ports
from recado.foundation.identifiers import new_id
from recado.organizations.access import AccessOf, Caller

router = APIRouter(prefix="/automations", tags=["automations"], max_body_size=LARGEST_BODY)


@router.get("/catalogue", operation_id="automations.catalogue")
async def catalogue(scope: Caller, access: AccessOf) -> shapes.CatalogueOutput:
    """List triggers, fields with their comparisons, and what of the organization a rule may name."""
    async with access.database.transaction(scope.organization) as tx:
        return shapes.offer(await offering.offer(tx))


@router.get("/facts", operation_id="automations.facts")
async def facts(
    scope: Caller, access: AccessOf, triggers: Annotated[str, Query(max_length=800)] = ""
) -> shapes.PastFactsOutput:
    """List what has happened in the last seven days that these triggers (names with commas) wait for, to try a rule on."""
    wanted = [one for one in (triggers.split(",") if triggers else BY_FACT) if one in BY_FACT]
    async with access.database.transaction(scope.organization) as tx:
        found = await trying.recent(tx, wanted, access.clock())
    return shapes.PastFactsOutput(items=[shapes.fact(one) for one in found])


@router.post("/try", operation_id="automations.try")
async def try_rule(
    body: shapes.TryInput, scope: Caller, access: AccessOf, request: Request
) -> shapes.TriedOutput:  # fmt: skip
    """Rehearse a rule on something that has happened: what it sees, what it decides, and what its actions would come to now.
    Nothing is kept and nothing leaves. 404 `fact_not_found`, 422 `bad_rule`."""
    ports: Ports = request.app.state.ports
    rule, now = rule_of(body.rule), access.clock()
    automation = Automation(
        id=AutomationId(body.automation_id or new_id()), name=body.name, state=State.DRAFT, position=0,
        triggers=tuple(body.triggers), rule=rule, revision=1, enabled_at=now, changed_by_name="", changed_at=now,
    )  # fmt: skip
    try:
        async with access.database.transaction(scope.organization) as tx:
            await editing.check(tx, body.triggers, rule)
            await trying.rehearse(tx, automation, body.fact_seq, ports, anyway=body.anyway)
    except trying.Rehearsed as rehearsed:
        return shapes.tried(rehearsed.tried)
    raise FactNotFound  # a rehearsal always ends by leaving its transaction
