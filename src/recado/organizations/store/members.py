"""How are members, teams and invitations of an organization kept?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from recado.foundation.database import Row, Transaction
from recado.foundation.identifiers import OrganizationId
from recado.organizations.models import Invitation, InvitationId, Member, Role, Team, TeamId, UserId

LIST_MEMBERS = """
select m.id, m.name, m.email, m.role, m.state, m.joined_at,
       array(select t.team_id from team_members t
             where t.organization_id = m.organization_id and t.member_id = m.id order by t.team_id) as teams
from members m
where m.organization_id = $1 and ($2::uuid is null or m.id > $2) order by m.id limit $3
"""


async def list_page(tx: Transaction, *, after: UserId | None, limit: int) -> list[Member]:
    """Return members in order of their ids, those that follow `after`."""
    return [_member(row) for row in await tx.fetch(LIST_MEMBERS, tx.organization_id, after, limit)]


GET_MEMBER = """
select m.id, m.name, m.email, m.role, m.state, m.joined_at,
       array(select t.team_id from team_members t
             where t.organization_id = m.organization_id and t.member_id = m.id order by t.team_id) as teams
from members m
where m.organization_id = $1 and m.id = $2
"""


async def get(tx: Transaction, member: UserId) -> Member | None:
    """Return a member."""
    row = await tx.fetchrow(GET_MEMBER, tx.organization_id, member)
    return None if row is None else _member(row)


HAS_ACTIVE_EMAIL = "select exists (select from members where organization_id = $1 and email = $2 and state = 'active')"


async def has_active_email(tx: Transaction, email: str) -> bool:
    """Tell whether somebody with this e-mail can already enter the organization at hand."""
    return bool(await tx.fetchval(HAS_ACTIVE_EMAIL, tx.organization_id, email))


LOCK_ADMINS = """
select id from members where organization_id = $1 and role = 'org_admin' and state = 'active' order by id for no key update
"""


async def lock_admins(tx: Transaction) -> list[UserId]:
    """Return the active administrators, locked: two of them cannot take each other's place away at once."""
    return [row["id"] for row in await tx.fetch(LOCK_ADMINS, tx.organization_id)]


ADD_MEMBER = """
insert into members (organization_id, id, name, email, role) values ($1, $2, $3, $4, $5)
on conflict (organization_id, id) do update set role = excluded.role, state = 'active', name = excluded.name
    where members.state = 'disabled'
"""


async def add(tx: Transaction, user: UserId, *, name: str, email: str, role: Role) -> bool:
    """Store a member, or let a disabled one in again; False where the person already is an active one."""
    return await tx.execute(ADD_MEMBER, tx.organization_id, user, name, email, role) == "INSERT 0 1"


CHANGE_MEMBER = "update members set role = $3, state = $4 where organization_id = $1 and id = $2"


async def change(tx: Transaction, member: UserId, *, role: Role, active: bool) -> None:
    """Write role and state."""
    await tx.execute(CHANGE_MEMBER, tx.organization_id, member, role, "active" if active else "disabled")


ADD_INVITATION = """
insert into invitations (organization_id, id, email, role, token_hash, invited_by, expires_at)
values ($1, $2, $3, $4, $5, $6, $7)
returning id, email, role, invited_by, created_at, expires_at, accepted_at, revoked_at
"""


async def add_invitation(
    tx: Transaction,
    invitation: InvitationId,
    *,
    email: str,
    role: Role,
    token: bytes,
    invited_by: UserId,
    expires_at: datetime,
) -> Invitation:
    """Store an invitation with the hash of its token."""
    row = await tx.fetchrow(ADD_INVITATION, tx.organization_id, invitation, email, role, token, invited_by, expires_at)
    assert row is not None  # noqa: S101  # an insert with `returning` gives one row or raises
    return _invitation(row)


REVOKE_INVITATIONS_OF = """
update invitations set revoked_at = now()
where organization_id = $1 and email = $2 and accepted_at is null and revoked_at is null
"""


async def revoke_invitations_of(tx: Transaction, email: str) -> None:
    """Withdraw what is open for this e-mail, so that only the newest link works."""
    await tx.execute(REVOKE_INVITATIONS_OF, tx.organization_id, email)


REVOKE_INVITATION = """
update invitations set revoked_at = now()
where organization_id = $1 and id = $2 and accepted_at is null and revoked_at is null
"""


async def revoke_invitation(tx: Transaction, invitation: InvitationId) -> bool:
    """Withdraw an open invitation; False where there is none."""
    return await tx.execute(REVOKE_INVITATION, tx.organization_id, invitation) == "UPDATE 1"


LIST_INVITATIONS = """
select id, email, role, invited_by, created_at, expires_at, accepted_at, revoked_at from invitations
where organization_id = $1 and accepted_at is null and revoked_at is null and expires_at > now()
order by id desc limit 200
"""


async def list_invitations(tx: Transaction) -> list[Invitation]:
    """Return what is still open, the newest first."""
    return [_invitation(row) for row in await tx.fetch(LIST_INVITATIONS, tx.organization_id)]


FIND_INVITATION = "select * from find_invitation($1)"


async def find_invitation(tx: Transaction, token: bytes) -> tuple[OrganizationId, InvitationId] | None:
    """Return the organization and id behind a token's hash, whichever organization is at hand."""
    row = await tx.fetchrow(FIND_INVITATION, token)
    return None if row is None else (row["organization_id"], row["id"])


LOCK_INVITATION = """
select id, email, role, invited_by, created_at, expires_at, accepted_at, revoked_at from invitations
where organization_id = $1 and id = $2 and accepted_at is null and revoked_at is null and expires_at > now()
for no key update
"""


async def lock_open_invitation(tx: Transaction, invitation: InvitationId) -> Invitation | None:
    """Return the invitation if it can still be used, locked."""
    row = await tx.fetchrow(LOCK_INVITATION, tx.organization_id, invitation)
    return None if row is None else _invitation(row)


ACCEPT_INVITATION = """
update invitations set accepted_at = now(), accepted_by = $3 where organization_id = $1 and id = $2
"""


async def accept_invitation(tx: Transaction, invitation: InvitationId, user: UserId) -> None:
    """Mark the invitation as used."""
    await tx.execute(ACCEPT_INVITATION, tx.organization_id, invitation, user)


LIST_TEAMS = """
select t.id, t.name,
       array(select m.member_id from team_members m
             where m.organization_id = t.organization_id and m.team_id = t.id order by m.member_id) as members
from teams t where t.organization_id = $1 and ($2::uuid is null or t.id = $2) order by t.name limit 500
"""


async def list_teams(tx: Transaction, only: TeamId | None = None) -> list[Team]:
    """Return the teams by name, or the one asked for."""
    rows = await tx.fetch(LIST_TEAMS, tx.organization_id, only)
    return [Team(id=row["id"], name=row["name"], members=tuple(row["members"])) for row in rows]


ADD_TEAM = "insert into teams (organization_id, id, name) values ($1, $2, $3) on conflict do nothing"


async def add_team(tx: Transaction, team: TeamId, name: str) -> bool:
    """Store a team; False where the name is taken."""
    return await tx.execute(ADD_TEAM, tx.organization_id, team, name) == "INSERT 0 1"


RENAME_TEAM = """
update teams set name = $3 where organization_id = $1 and id = $2
and not exists (select from teams o where o.organization_id = $1 and o.name = $3 and o.id <> $2)
"""


async def rename_team(tx: Transaction, team: TeamId, name: str) -> bool:
    """Change the name; False where another team has it."""
    return await tx.execute(RENAME_TEAM, tx.organization_id, team, name) == "UPDATE 1"


REMOVE_TEAM = "delete from teams where organization_id = $1 and id = $2"


async def remove_team(tx: Transaction, team: TeamId) -> bool:
    """Remove a team; False where there is none."""
    return await tx.execute(REMOVE_TEAM, tx.organization_id, team) == "DELETE 1"


CLEAR_TEAM = "delete from team_members where organization_id = $1 and team_id = $2"
FILL_TEAM = """
insert into team_members (organization_id, team_id, member_id)
select $1, $2, m.id from members m where m.organization_id = $1 and m.id = any($3) and m.state = 'active'
"""


async def set_team_members(tx: Transaction, team: TeamId, members: Sequence[UserId]) -> int:
    """Put exactly these active members in the team; return how many of them there are."""
    await tx.execute(CLEAR_TEAM, tx.organization_id, team)
    return int((await tx.execute(FILL_TEAM, tx.organization_id, team, list(members))).rpartition(" ")[2])


def _member(row: Row) -> Member:
    return Member(
        id=row["id"],
        name=row["name"],
        email=row["email"],
        role=Role(row["role"]),
        active=row["state"] == "active",
        joined_at=row["joined_at"],
        teams=tuple(row["teams"]),
    )


def _invitation(row: Row) -> Invitation:
    values = dict(row)
    return Invitation(**{**values, "role": Role(values["role"])})
