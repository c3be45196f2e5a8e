"""How do people join an organization, change what they are there, and leave?"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta

from recado.foundation.database import Transaction
from recado.foundation.errors import NotFound
from recado.foundation.identifiers import OrganizationId, new_id
from recado.foundation.secrets import token_hash
from recado.organizations.errors import AlreadyMember, InvitationGone, NameTaken
from recado.organizations.models import (
    Actor,
    ActorKind,
    Invitation,
    InvitationId,
    Member,
    Role,
    Scope,
    Team,
    TeamId,
    UserId,
)
from recado.organizations.rules.emails import read_email
from recado.organizations.rules.members import check_an_admin_stays
from recado.organizations.service.audit_trail import audit
from recado.organizations.store import members as store
from recado.organizations.store import sessions as session_store
from recado.organizations.store import users as user_store

INVITATION_LASTS = timedelta(days=7)


async def add_member(tx: Transaction, user: UserId, *, role: Role, by: Scope | Actor) -> None:
    """Make a person of the installation a member of the organization at hand; raise `NotFound` or `AlreadyMember`."""
    person = await user_store.find_user(tx, user)
    if person is None:
        raise NotFound
    if not await store.add(tx, user, name=person.name, email=person.email, role=role):
        raise AlreadyMember
    await audit(tx, by, "members.added", subject=("member", user), detail={"role": role})


async def list_members(tx: Transaction, *, after: UserId | None, limit: int) -> list[Member]:
    """Return members in order of their ids, active and disabled."""
    return await store.list_page(tx, after=after, limit=limit)


async def change_member(
    tx: Transaction, scope: Scope, member: UserId, *, role: Role | None, active: bool | None
) -> Member:
    """Change role or state of a member of the organization at hand; disabling ends their sessions here.

    Raises `NotFound` for anybody else, `LastAdmin` where nobody would be left to administrate.
    """
    admins = await store.lock_admins(tx)
    found = await store.get(tx, member)
    if found is None:
        raise NotFound
    new_role = found.role if role is None else role
    new_active = found.active if active is None else active
    check_an_admin_stays(found, role=new_role, active=new_active, admins=admins)
    await store.change(tx, member, role=new_role, active=new_active)
    if found.active and not new_active:
        await session_store.end_here(tx, member, reason="disabled")
    if (new_role, new_active) != (found.role, found.active):
        detail = {"role": [found.role, new_role], "active": [found.active, new_active]}
        await audit(tx, scope, "members.changed", subject=("member", member), detail=detail)
    changed = await store.get(tx, member)
    if changed is None:
        raise NotFound
    return changed


async def invite(tx: Transaction, scope: Scope, *, email: str, role: Role, now: datetime) -> tuple[Invitation, str]:
    """Return an invitation and the token for its link, shown once; older open ones for the same e-mail end."""
    address = read_email(email)
    if await store.has_active_email(tx, address):
        raise AlreadyMember
    await store.revoke_invitations_of(tx, address)
    token = secrets.token_urlsafe(32)
    invitation = await store.add_invitation(
        tx,
        InvitationId(new_id()),
        email=address,
        role=role,
        token=token_hash(token),
        invited_by=scope.user,
        expires_at=now + INVITATION_LASTS,
    )
    await audit(tx, scope, "members.invited", subject=("invitation", invitation.id), detail={"role": role})
    return invitation, token


async def list_invitations(tx: Transaction) -> list[Invitation]:
    """Return the open invitations."""
    return await store.list_invitations(tx)


async def withdraw_invitation(tx: Transaction, scope: Scope, invitation: InvitationId) -> None:
    """End an open invitation; raise `NotFound`."""
    if not await store.revoke_invitation(tx, invitation):
        raise NotFound
    await audit(tx, scope, "members.invitation_withdrawn", subject=("invitation", invitation))


async def open_invitation(tx: Transaction, token: str) -> tuple[OrganizationId, Invitation]:
    """Go into the organization of an invitation's token and return both, the row locked; raise `InvitationGone`."""
    found = await store.find_invitation(tx, token_hash(token))
    if found is None:
        raise InvitationGone
    await tx.enter(found[0])
    invitation = await store.lock_open_invitation(tx, found[1])
    if invitation is None:
        raise InvitationGone
    return found[0], invitation


async def accept_invitation(tx: Transaction, invitation: Invitation, user: UserId, *, name: str, email: str) -> None:
    """Use the invitation up: the person is a member of the organization at hand. Raises `AlreadyMember`."""
    if not await store.add(tx, user, name=name, email=email, role=invitation.role):
        raise AlreadyMember
    await store.accept_invitation(tx, invitation.id, user)
    actor = Actor(ActorKind.USER, user, name)
    await audit(tx, actor, "members.joined", subject=("invitation", invitation.id), detail={"role": invitation.role})


async def list_teams(tx: Transaction) -> list[Team]:
    """Return the teams."""
    return await store.list_teams(tx)


async def create_team(tx: Transaction, scope: Scope, *, name: str, members: Sequence[UserId]) -> Team:
    """Store a team; raise `NameTaken`, or `NotFound` where one of the people is no active member."""
    team = TeamId(new_id())
    if not await store.add_team(tx, team, name):
        raise NameTaken
    await _fill(tx, team, members)
    await audit(tx, scope, "teams.created", subject=("team", team))
    return await _one_team(tx, team)


async def change_team(
    tx: Transaction, scope: Scope, team: TeamId, *, name: str | None, members: Sequence[UserId] | None
) -> Team:
    """Rename a team or set who is in it; raise `NotFound` or `NameTaken`."""
    await _one_team(tx, team)
    if name is not None and not await store.rename_team(tx, team, name):
        raise NameTaken
    if members is not None:
        await _fill(tx, team, members)
    await audit(tx, scope, "teams.changed", subject=("team", team))
    return await _one_team(tx, team)


async def remove_team(tx: Transaction, scope: Scope, team: TeamId) -> None:
    """Remove a team; its people stay."""
    if not await store.remove_team(tx, team):
        raise NotFound
    await audit(tx, scope, "teams.removed", subject=("team", team))


async def _fill(tx: Transaction, team: TeamId, members: Sequence[UserId]) -> None:
    if await store.set_team_members(tx, team, members) != len(set(members)):
        raise NotFound


async def _one_team(tx: Transaction, team: TeamId) -> Team:
    found = await store.list_teams(tx, team)
    if not found:
        raise NotFound
    return found[0]
