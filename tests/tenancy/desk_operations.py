"""How is each thing of deals, views, drafts and templates done with an organization's own things?"""

from __future__ import annotations

from collections.abc import Mapping
from json import dumps
from typing import Any
from uuid import UUID

from recado.foundation.identifiers import new_id
from tests.tenancy.operations import PNG, Make, Plan, one_message
from tests.tenancy.seeding import Place
from tests.tenancy.world import Principal, World


def in_pipeline(json: Any = None, **query: str) -> Make:
    """Return the plan for a new pipeline with one stage of each kind and one deal."""

    async def make(world: World, place: Place, _who: Principal) -> Plan:
        pipeline = await world.fresh(place, "pipelines")
        of_it = {"pipeline_id": pipeline["id"]}
        stages = [await world.fresh(place, "pipeline_stages", **of_it, kind=kind) for kind in ("open", "won", "lost")]
        deal = await world.fresh(place, "deals", **of_it, stage_id=stages[0]["id"])
        path = {"pipeline_id": str(pipeline["id"]), "stage_id": str(stages[0]["id"]), "deal_id": str(deal["id"])}
        return Plan(path=path, query=query, json=json)

    return make


async def react(world: World, place: Place, _who: Principal) -> Plan:
    conversation = await world.conversation(place)
    of_it = {"conversation_id": conversation["id"], "channel_id": conversation["channel_id"]}
    message = await world.fresh(place, "messages", **of_it, direction="in", type="text", content=None)
    return Plan(path={"ref": str(conversation["id"]), "message_id": str(message["id"])}, json={"emoji": "👍"})


async def create_deal(world: World, place: Place, who: Principal) -> Plan:
    found = (await in_pipeline()(world, place, who)).path
    body = {
        "pipeline_id": found["pipeline_id"], "stage_id": found["stage_id"], "contact_id": str(place["contacts"]["id"]),
        "owner_id": str(place["members"]["id"]),
    }  # fmt: skip
    return Plan(json=body, headers={"idempotency-key": new_id().hex})


async def change_deal(world: World, place: Place, who: Principal) -> Plan:
    found = await in_pipeline({"revision": 1, "owner_id": str(place["members"]["id"])})(world, place, who)
    return found


async def move_deal(world: World, place: Place, who: Principal) -> Plan:
    found = (await in_pipeline()(world, place, who)).path
    deal = await world.seeder.db.fetchrow("select * from deals where id = $1", UUID(found["deal_id"]))
    assert deal is not None
    target = await world.fresh(place, "pipeline_stages", pipeline_id=deal["pipeline_id"], kind="lost")
    reason = await world.fresh(place, "deal_reasons", kind="lost")
    body = {"stage_id": str(target["id"]), "revision": 1, "reason_id": str(reason["id"])}
    return Plan(path=found, headers={"idempotency-key": new_id().hex}, json=body)


async def remove_stage(world: World, place: Place, who: Principal) -> Plan:
    found = (await in_pipeline()(world, place, who)).path
    other = await world.fresh(place, "pipeline_stages", pipeline_id=UUID(found["pipeline_id"]), kind="open")
    return Plan(path=found, query={"move_to": str(other["id"])})


async def create_pipeline(_world: World, place: Place, _who: Principal) -> Plan:
    return Plan(json={"name": place.canary("new", "pipeline")})


async def rename_pipeline(world: World, place: Place, _who: Principal) -> Plan:
    row = await world.fresh(place, "pipelines")
    return Plan(path={"pipeline_id": str(row["id"])}, json={"name": place.canary("new", "pipeline")})


async def add_reason(_world: World, place: Place, _who: Principal) -> Plan:
    return Plan(json={"kind": "lost", "name": place.canary("new", "reason")})


def with_view(**json: Any) -> Make:
    """Return the plan for a kept filter of whoever asks."""

    async def make(world: World, place: Place, who: Principal) -> Plan:
        own = {"owner_id": who.id} if who.email and who.place is place else {}
        view = await world.fresh(place, "conversation_views", **own)
        return Plan(path={"view_id": str(view["id"])}, json=json or None)

    return make


async def act_on_many(world: World, place: Place, _who: Principal) -> Plan:
    ids = [str((await world.conversation(place))["id"])]
    return Plan(json={"action": "assign", "ids": ids, "assignee_id": str(place["members"]["id"])})


async def keep_draft(world: World, place: Place, who: Principal) -> Plan:
    plan = await one_message(world, place, who)
    body = {"text": "Bom d", "reply_to": plan.path["message_id"], "revision": 1}
    return Plan(path={"ref": plan.path["ref"]}, json=body)


DRAFT: Mapping[str, Any] = {"name": "lembrete_novo", "category": "UTILITY", "body": "A clínica abre amanhã às oito."}


def of_channel(body: Mapping[str, Any]) -> Make:
    async def make(_world: World, place: Place, _who: Principal) -> Plan:
        return Plan(json={**body, "channel_id": str(place["channels"]["id"])})

    return make


def with_template(body: Mapping[str, Any]) -> Make:
    async def make(_world: World, place: Place, _who: Principal) -> Plan:
        return Plan(path={"template_id": str(place["templates"]["id"])}, json=body)

    return make


async def _answering(world: World, place: Place) -> Mapping[str, Any]:
    """Insert a channel whose provider answers."""
    return await world.fresh(place, "channels", settings=dumps({"graph_url": world.graph, "waba_id": "1"}))


async def new_template(world: World, place: Place, _who: Principal) -> Plan:
    return Plan(json={**DRAFT, "channel_id": str((await _answering(world, place))["id"])})


async def old_template(world: World, place: Place, _who: Principal) -> Plan:
    channel = await _answering(world, place)
    template = await world.fresh(place, "templates", channel_id=channel["id"])
    return Plan(path={"template_id": str(template["id"])})


async def sample(world: World, place: Place, _who: Principal) -> Plan:
    channel = await _answering(world, place)
    return Plan(query={"channel_id": str(channel["id"])}, headers={"content-type": "image/png"}, raw=PNG)


def doubt(*, label: str = "", state: str = "open") -> Make:
    """Return the plan for a message that was not surely understood."""

    async def make(world: World, place: Place, _who: Principal) -> Plan:
        conversation = await world.conversation(place)
        message = await world.fresh(place, "messages", conversation_id=conversation["id"])
        of_it = {"message_id": message["id"], "conversation_id": conversation["id"]}
        row = await world.fresh(place, "understanding_doubts", **of_it, state=state, label="")
        return Plan(path={"doubt_id": str(row["id"])}, json={"label": label} if label else None)

    return make


async def ask_for_training(world: World, place: Place, _who: Principal) -> Plan:
    # One at a time: what others who ask here have begun is over.
    await world.seeder.db.execute("update understanding_trainings set state = 'failed' where state <> 'done'")
    return Plan(headers={"idempotency-key": new_id().hex})


async def finished_training(world: World, place: Place, _who: Principal) -> Plan:
    row = await world.fresh(place, "understanding_trainings")
    return Plan(json={"training_id": str(row["id"])})
