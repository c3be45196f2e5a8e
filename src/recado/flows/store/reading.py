"""What does the editor read of flows?"""

from __future__ import annotations

from uuid import UUID

import msgspec

from recado.flows.models import BotId, Draft, FlowId, FlowVersionId, ListedFlow, VersionHead
from recado.foundation.database import Row, Transaction

LIST_FLOWS = """
select f.id, f.name, f.bot_id, b.name as bot_name, coalesce(b.entry_flow_id = f.id, false) as is_entry, f.revision, f.changed_at,
       coalesce(m.name, k.name, '') as changed_by_name, f.errors, f.warnings,
       v.id as version_id, v.number, v.published_at, v.note, coalesce(pm.name, pk.name, '') as published_by_name,
       v.id is null or v.definition <> f.draft as differs, coalesce(o.open, 0) as open_sessions
from flows f
left join bots b on b.organization_id = f.organization_id and b.id = f.bot_id
left join members m on m.organization_id = f.organization_id and m.id = f.changed_by
left join api_keys k on k.organization_id = f.organization_id and k.id = f.changed_by
left join flow_versions v on v.organization_id = f.organization_id and v.id = f.published_version_id
left join members pm on pm.organization_id = f.organization_id and pm.id = v.published_by
left join api_keys pk on pk.organization_id = f.organization_id and pk.id = v.published_by
left join (
    select v.flow_id, count(*) as open from sessions s
    join flow_versions v on v.organization_id = s.organization_id and v.id = s.flow_version_id
    where s.organization_id = $1 and s.status = 'waiting' and s.session_expires_at > now() group by v.flow_id
) o on o.flow_id = f.id
where f.organization_id = $1 and f.archived_at is null
order by f.changed_at desc, f.id desc limit $2
"""


async def list_flows(tx: Transaction, limit: int) -> list[ListedFlow]:
    """Return the flows that are not archived, the last changed first."""
    return [
        ListedFlow(
            row["id"], row["name"], row["bot_id"], row["bot_name"] or "", row["is_entry"], row["revision"],
            row["changed_at"], row["changed_by_name"], row["errors"], row["warnings"], _head(row), row["differs"],
            row["open_sessions"],
        )
        for row in await tx.fetch(LIST_FLOWS, tx.organization_id, limit)
    ]  # fmt: skip


READ_DRAFT = """
select f.id, f.name, f.bot_id, b.name as bot_name, coalesce(b.entry_flow_id = f.id, false) as is_entry, f.revision, f.changed_at,
       coalesce(m.name, k.name, '') as changed_by_name, f.draft,
       v.id as version_id, v.number, v.published_at, v.note, coalesce(pm.name, pk.name, '') as published_by_name
from flows f
left join bots b on b.organization_id = f.organization_id and b.id = f.bot_id
left join members m on m.organization_id = f.organization_id and m.id = f.changed_by
left join api_keys k on k.organization_id = f.organization_id and k.id = f.changed_by
left join flow_versions v on v.organization_id = f.organization_id and v.id = f.published_version_id
left join members pm on pm.organization_id = f.organization_id and pm.id = v.published_by
left join api_keys pk on pk.organization_id = f.organization_id and pk.id = v.published_by
where f.organization_id = $1 and f.id = $2 and f.archived_at is null
"""


async def read_draft(tx: Transaction, flow: FlowId) -> Draft | None:
    """Return a flow as it stands in the editor."""
    row = await tx.fetchrow(READ_DRAFT, tx.organization_id, flow)
    if row is None:
        return None
    return Draft(
        row["id"], row["name"], row["bot_id"], row["bot_name"] or "", row["is_entry"], row["revision"],
        row["changed_at"], row["changed_by_name"], dict(msgspec.json.decode(row["draft"])), _head(row),
    )  # fmt: skip


LIST_VERSIONS = """
select v.id as version_id, v.number, v.published_at, v.note, coalesce(pm.name, pk.name, '') as published_by_name,
       coalesce(o.open, 0) as open_sessions
from flow_versions v
left join members pm on pm.organization_id = v.organization_id and pm.id = v.published_by
left join api_keys pk on pk.organization_id = v.organization_id and pk.id = v.published_by
left join (
    select s.flow_version_id, count(*) as open from sessions s
    where s.organization_id = $1 and s.status = 'waiting' and s.session_expires_at > now() group by s.flow_version_id
) o on o.flow_version_id = v.id
where v.organization_id = $1 and v.flow_id = $2 order by v.number desc limit $3
"""


async def list_versions(tx: Transaction, flow: FlowId, limit: int) -> list[tuple[VersionHead, int]]:
    """Return the published versions of a flow with how many sessions are open in each, the newest first."""
    rows = await tx.fetch(LIST_VERSIONS, tx.organization_id, flow, limit)
    return [(head, row["open_sessions"]) for row in rows if (head := _head(row)) is not None]


READ_VERSION = """
select definition from flow_versions where organization_id = $1 and flow_id = $2 and number = $3
"""


async def read_version(tx: Transaction, flow: FlowId, number: int) -> dict[str, object] | None:
    """Return the definition of one version."""
    found = await tx.fetchval(READ_VERSION, tx.organization_id, flow, number)
    return None if found is None else dict(msgspec.json.decode(found))


LIST_NAMES = (
    "select id, bot_id, name from flows where organization_id = $1 and archived_at is null order by name, id limit 1000"
)


async def list_names(tx: Transaction) -> list[tuple[FlowId, BotId | None, str]]:
    """Return what a node that calls another flow may call: id, bot and name."""
    return [(row["id"], row["bot_id"], row["name"]) for row in await tx.fetch(LIST_NAMES, tx.organization_id)]


READ_TESTS = "select tests_revision, tests from flows where organization_id = $1 and id = $2 and archived_at is null"


async def read_tests(tx: Transaction, flow: FlowId) -> tuple[int, str] | None:
    """Return the revision and text of the cases beside a flow."""
    row = await tx.fetchrow(READ_TESTS, tx.organization_id, flow)
    return None if row is None else (row["tests_revision"], row["tests"])


USED_BY = """
select b.name, true as is_bot from bots b where b.organization_id = $1 and b.entry_flow_id = $2
union all
select f.name, false from flows f
join flow_versions v on v.organization_id = f.organization_id and v.id = f.published_version_id
where f.organization_id = $1 and f.id <> $2 and f.archived_at is null
      and jsonb_path_exists(v.definition, '$.nodes.* ? (@.type like_regex "^run_flow$" flag "i" && @.options.flow == $called)',
                            jsonb_build_object('called', $2::text))
limit 20
"""


async def used_by(tx: Transaction, flow: FlowId) -> tuple[list[str], list[str]]:
    """Return the names of bots that begin at a flow, and of published flows that call it."""
    rows = await tx.fetch(USED_BY, tx.organization_id, flow)
    return [row["name"] for row in rows if row["is_bot"]], [row["name"] for row in rows if not row["is_bot"]]


def _head(row: Row) -> VersionHead | None:
    version: UUID | None = row["version_id"]
    if version is None:
        return None
    return VersionHead(
        FlowVersionId(version), row["number"], row["published_at"], row["published_by_name"], row["note"]
    )  # fmt: skip
