"""What can be put into a flow?"""

from __future__ import annotations

from fastapi import APIRouter

from recado.flows.api.context import LibraryOf
from recado.flows.schemas import catalogue as shapes
from recado.flows.service import catalogue
from recado.organizations.access import AccessOf, Caller

router = APIRouter(tags=["flows"])


@router.get("/node-types", operation_id="flows.node_types")
async def node_types(scope: Caller, access: AccessOf, library: LibraryOf) -> shapes.NodeTypesOutput:
    """List the kinds of nodes with the schema of their forms, and what templates can read."""
    async with access.database.transaction(scope.organization) as tx:
        callable_flows = await catalogue.list_flows(tx)
    return shapes.NodeTypesOutput(
        items=catalogue.manifests(library.types),
        variables=[shapes.VariableOutput(name=name, label=label) for name, label in catalogue.VARIABLES],
        filters=[
            shapes.FilterOutput(name=one.name, example=one.example, result=one.result) for one in catalogue.filters()
        ],
        flows=[
            shapes.CalledFlow(id=str(flow), name=name, bot_id=None if bot is None else str(bot))
            for flow, bot, name in callable_flows
        ],
    )
