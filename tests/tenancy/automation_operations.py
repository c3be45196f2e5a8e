"""How is each thing of automations and satisfaction done with an organization's own things?"""

from __future__ import annotations

from typing import Any

from recado.foundation.identifiers import new_id
from tests.tenancy.operations import Make, Plan
from tests.tenancy.seeding import Place
from tests.tenancy.world import Principal, World

_HEARD = "conversations.message_received"
CSAT = {
    "enabled": False, "style": "emojis", "asks": "all", "every_days": 7, "question": "Como foi?", "thanks": "Obrigado!",
    "comment_question": "",
}  # fmt: skip


def _body(**more: Any) -> dict[str, Any]:
    test = {"kind": "test", "field": "message.text", "op": "word", "value": ["preço"]}
    rule = {
        "conditions": {"kind": "group", "join": "all", "tests": [test]},
        "actions": [{"do": "tags", "add": ["Preço"], "remove": []}],
    }
    return {"name": f"Automação {new_id().hex}", "triggers": [_HEARD], "rule": rule, **more}


async def write_automation(_world: World, _place: Place, _who: Principal) -> Plan:
    return Plan(json=_body())


def in_automation(json: Any = None, **query: str) -> Make:
    """Return the plan for a new draft with a line in its log."""

    async def make(world: World, place: Place, _who: Principal) -> Plan:
        row = await world.fresh(place, "automations", state="off")
        await world.fresh(place, "automation_runs", automation_id=row["id"])
        return Plan(path={"automation_id": str(row["id"])}, query=query, json=json)

    return make


async def change_automation(world: World, place: Place, who: Principal) -> Plan:
    found = (await in_automation()(world, place, who)).path
    return Plan(path=found, json=_body(revision=1))


async def order_automations(world: World, place: Place, who: Principal) -> Plan:
    found = (await in_automation()(world, place, who)).path
    return Plan(json={"ids": [found["automation_id"]]})


async def try_automation(world: World, place: Place, _who: Principal) -> Plan:
    conversation = await world.conversation(place)
    fact = await world.fresh(place, "facts", name=_HEARD, conversation_id=conversation["id"])
    return Plan(json=_body(fact_seq=int(fact["seq"]), anyway=True))
