"""What else lies in a desk that has worked for years: deals, transbordos, tags, answers of the satisfied, the audit's lines?"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

import asyncpg

Post = Callable[[str, dict[str, Any]], Awaitable[dict[str, Any]]]
"""Asks the API as somebody of the organization: a path below /api/v1 and a body; what it answered."""

# As many of each as a busy clinic has after years; every one of the organization that is measured.
_WHERE = "from conversations v where v.organization_id = $1"
_MANY = (
    "insert into tags (organization_id, id, name, key)"
    " select $1, md5('tag' || n)::uuid, 'marca ' || n, 'marca ' || n from generate_series(1, 30) n",
    "insert into contact_tags (organization_id, contact_id, tag_id)"
    " select $1, c.id, md5('tag' || 1 + abs(hashtext(c.id::text)) % 30)::uuid from contacts c where c.organization_id = $1",
    "update contacts set fields = jsonb_build_object('cidade', 'Cidade ' || abs(hashtext(id::text)) % 50)"
    " where organization_id = $1",
    "insert into handoffs (organization_id, id, conversation_id, state, reason, opened_at, taken_at, resolved_at, due_at,"
    " late_told_at) select $1, md5('handoff' || v.id)::uuid, v.id, case when v.state = 'waiting' then 'open' else 'resolved' end,"
    " 'asked_for_person', v.last_message_at, v.last_message_at, v.last_message_at, v.last_message_at + interval '30 minutes',"
    " now()"
    f" {_WHERE} and abs(hashtext(v.id::text)) % 3 = 0",
    "insert into csat_surveys (organization_id, id, conversation_id, message_id, state, score, comment, asked_at, scored_at)"
    " select $1, md5('csat' || v.id)::uuid, v.id, md5('m' || v.id)::uuid, 'commented', 1 + abs(hashtext(v.id::text)) % 5,"
    f" 'Atendimento bom', v.last_message_at, v.last_message_at {_WHERE} and abs(hashtext(v.id::text)) % 4 = 0",
    "insert into viva_handoff_tasks (organization_id, id, contact_id, conversation_id, text, state, created_at)"
    " select $1, md5('viva' || v.id)::uuid, v.contact_id, v.id, 'Avise do exame', 'sent', v.last_message_at"
    f" {_WHERE} and abs(hashtext(v.id::text)) % 10 = 0",
    "insert into dead_letters (organization_id, id, kind, summary, cause, payload, attempts, died_at)"
    " select $1, md5('dead' || v.id)::uuid, 'status', 'Um status', 'unreadable', '{}', 3, v.last_message_at"
    f" {_WHERE} and abs(hashtext(v.id::text)) % 20 = 0",
    "insert into audit_entries (organization_id, id, actor_kind, actor_name, action, at)"
    " select $1, md5('audit' || n)::uuid, 'system', '', 'channels.changed', now() - n * interval '7 minutes'"
    " from generate_series(1, 100000) n",
    "insert into templates (organization_id, channel_id, id, name, language, status, category, search)"
    " select $1, (select id from channels where organization_id = $1 limit 1), md5('template' || n)::uuid, 'modelo_' || n,"
    " 'pt_BR', 'APPROVED', 'UTILITY', 'modelo' from generate_series(1, 250) n",
    "insert into understanding_doubts (organization_id, id, normal, text, message_id, conversation_id, ranked)"
    " select $1, md5('doubt' || m.id)::uuid, md5(m.id::text), m.text, m.id, m.conversation_id,"
    ' \'[{"label": "greeting", "probability": 0.4}]\'::jsonb'
    " from (select * from messages where organization_id = $1 and direction = 'in' limit 5000) m",
)
_DEALS = (
    "insert into deals (organization_id, id, pipeline_id, stage_id, contact_id, conversation_id, title, value_cents, rank,"
    " created_at, entered_at, stage_since)"
    " select $1, md5('deal' || v.id)::uuid, $2, ($3::uuid[])[1 + abs(hashtext(v.id::text)) % array_length($3::uuid[], 1)],"
    " v.contact_id, v.id, 'Plano anual', 48000, md5(v.id::text), v.last_message_at, v.last_message_at, v.last_message_at"
    f" {_WHERE} and abs(hashtext(v.id::text)) % 5 = 0"
)
# Ids in the order of their moments, as the product makes them.
_RUNS = """
insert into automation_runs (organization_id, id, automation_id, revision, fact_seq, fact, fact_at, conversation_id, state,
    reason, due_at, created_at, finished_at)
select $1, (lpad(to_hex((extract(epoch from v.last_message_at) * 1000)::bigint), 12, '0') || '70008000'
    || substr(md5(v.id::text), 1, 12))::uuid, $2, 1, row_number() over (), 'conversations.state_changed', v.last_message_at,
    v.id, 'ran', '', v.last_message_at, v.last_message_at, v.last_message_at
from conversations v where v.organization_id = $1
"""


async def furnish(dsn: str, organization: UUID, post: Post) -> None:
    """Fill in what the API cannot make a hundred thousand of; what there is one of comes through it."""
    await post("contacts/fields", {"label": "Cidade", "type": "text", "key": "cidade"})
    has_tag = {"all": [{"field": "tag", "op": "is", "value": "marca 3"}]}
    await post("contacts/segments", {"name": "Com marca", "filter": has_tag})
    in_city = {"all": [{"field": "fields.cidade", "op": "is", "value": "Cidade 7"}]}
    await post("contacts/segments", {"name": "De uma cidade", "filter": in_city})
    pipeline = await post("pipelines", {"name": "Vendas"})
    automation = await post("automations", {"name": "Depois", "triggers": ["conversations.state_changed"]})
    stages = [UUID(one["id"]) for one in pipeline["stages"]]
    db = await asyncpg.connect(dsn, command_timeout=1800)
    try:
        await db.execute("set synchronous_commit = off")
        for statement in _MANY:
            await db.execute(statement, organization)
        await db.execute(_DEALS, organization, UUID(pipeline["id"]), stages)
        await db.execute(_RUNS, organization, UUID(automation["id"]))
        await db.execute("vacuum analyze")
        await db.execute("checkpoint")
    finally:
        await db.close()
