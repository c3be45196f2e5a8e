"""What must be read of others while an automation acts?"""

from __future__ import annotations

from uuid import UUID

from recado.automations.models import RunId
from recado.foundation.database import Row, Transaction

TEAM_NAME = "select name from teams where organization_id = $1 and id = $2"


async def team_name(tx: Transaction, id_: UUID) -> str:
    """Return the name of a team; empty where it is gone."""
    return str(await tx.fetchval(TEAM_NAME, tx.organization_id, id_) or "")


TOLD = """
select m.email, a.name, r.conversation_id, r.outcomes -> $3::int -> 'about' ->> 'text' as text, o.name as organization
from automation_runs r
join automations a on a.organization_id = r.organization_id and a.id = r.automation_id
join members m on m.organization_id = r.organization_id and m.id = $4 and m.state = 'active'
join organizations o on o.id = r.organization_id
where r.organization_id = $1 and r.id = $2 and r.outcomes is not null
"""


async def told(tx: Transaction, run: RunId, action: int, member: UUID) -> Row | None:
    """Return what a run has to tell a colleague, and where they read letters."""
    return await tx.fetchrow(TOLD, tx.organization_id, run, action, member)


REFERENCES = """
select 'members' as kind, m.id, m.name, null::uuid as within from members m where m.organization_id = $1 and m.state = 'active'
union all select 'teams', t.id, t.name, null from teams t where t.organization_id = $1
union all select 'channels', c.id, c.name, null from channels c where c.organization_id = $1
union all select 'bots', b.id, b.name, null from bots b where b.organization_id = $1
union all select 'pipelines', p.id, p.name, null from pipelines p where p.organization_id = $1 and p.removed_at is null
union all select 'webhooks', w.id, w.name, null from webhook_subscriptions w where w.organization_id = $1
union all (select 'stages', s.id, s.name, s.pipeline_id from pipeline_stages s
           join pipelines p on p.organization_id = $1 and p.id = s.pipeline_id and p.removed_at is null
           where s.organization_id = $1 and s.removed_at is null order by s.position)
"""


async def references(tx: Transaction) -> list[Row]:
    """Return everything that a rule may refer to: its kind, id and name, and within what it stands."""
    return await tx.fetch(REFERENCES, tx.organization_id)


TEMPLATES = """
select distinct t.name, t.language from templates t where t.organization_id = $1 and t.status = 'APPROVED'
order by t.name, t.language limit 500
"""


async def templates(tx: Transaction) -> list[Row]:
    """Return the approved templates by name."""
    return await tx.fetch(TEMPLATES, tx.organization_id)


TAGS = "select t.name from tags t where t.organization_id = $1 order by t.name limit 500"
CUSTOM_FIELDS = "select f.key, f.label from contact_fields f where f.organization_id = $1 order by f.label limit 200"


async def tags(tx: Transaction) -> list[str]:
    """Return the names of the tags that people have."""
    return [str(row["name"]) for row in await tx.fetch(TAGS, tx.organization_id)]


async def custom_fields(tx: Transaction) -> list[Row]:
    """Return the custom fields with their labels."""
    return await tx.fetch(CUSTOM_FIELDS, tx.organization_id)
