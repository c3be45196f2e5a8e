"""Who may do what? The one matrix: every operation of the API, the permission it needs, the roles that hold it.

An operation that is absent here is refused, and a test that walks the served routes fails. `PUBLIC` operations run without
a token; they check a secret of their own (a password, a cookie, an invitation).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from recado.organizations.models import Role

_ADMIN = frozenset({Role.ORG_ADMIN})
_OPERATORS = _ADMIN | {Role.OPERATOR}
_WRITERS = _OPERATORS | {Role.AGENT}
_MEMBERS = _WRITERS | {Role.VIEWER}
# With an organization's grant the platform's people look; they never write in its name.
_READERS = _MEMBERS | {Role.SUPER_ADMIN}
_WATCHERS = _OPERATORS | {Role.SUPER_ADMIN}

PERMISSIONS: Final[Mapping[str, frozenset[Role]]] = {
    "session:own": _READERS | {Role.PLATFORM},
    "system:read": _READERS,
    "live:read": _READERS,
    "overview:read": _READERS,
    # An agent reads and answers what is theirs or nobody's in their teams; `conversations:all` lifts that limit.
    "conversations:read": _READERS,
    "conversations:write": _WRITERS,
    "conversations:all": _OPERATORS | {Role.VIEWER, Role.SUPER_ADMIN},
    "media:read": _READERS,
    "media:write": _WRITERS,
    # Everybody may look at flows and try them; what customers meet changes by publishing and by the bots' settings.
    "flows:read": _READERS,
    "flows:write": _OPERATORS,
    "flows:publish": _OPERATORS,
    "channels:read": _READERS,
    "channels:write": _ADMIN,
    "dead_letters:read": _WATCHERS,
    "dead_letters:write": _OPERATORS,
    "organization:read": _READERS,
    "organization:write": _ADMIN,
    "members:read": _READERS,
    "members:write": _ADMIN,
    "teams:read": _READERS,
    "teams:write": _ADMIN,
    # Who draws flows names secrets; what they are is seen by nobody, and set by who administrates.
    "secrets:read": _OPERATORS,
    "secrets:write": _ADMIN,
    "api_keys:read": _ADMIN,
    "api_keys:write": _ADMIN,
    "audit:read": _ADMIN | {Role.SUPER_ADMIN},
    "grants:read": _ADMIN,
    "grants:write": _ADMIN,
    "platform:grants": frozenset({Role.PLATFORM, Role.SUPER_ADMIN}),
}

PUBLIC: Final = "public"

OPERATIONS: Final[Mapping[str, str]] = {
    "session.start": PUBLIC,
    "session.refresh": PUBLIC,
    "invitations.read": PUBLIC,
    "invitations.accept": PUBLIC,
    "session.end": "session:own",
    "session.list": "session:own",
    "session.end_other": "session:own",
    "session.switch": "session:own",
    "session.change_password": "session:own",
    "session.begin_totp": "session:own",
    "session.confirm_totp": "session:own",
    "session.drop_totp": "session:own",
    "me.read": "session:own",
    "me.change": "session:own",
    "organization.read": "organization:read",
    "organization.change": "organization:write",
    "members.list": "members:read",
    "members.change": "members:write",
    "members.list_invitations": "members:write",
    "members.invite": "members:write",
    "members.withdraw_invitation": "members:write",
    "teams.list": "teams:read",
    "teams.create": "teams:write",
    "teams.change": "teams:write",
    "teams.remove": "teams:write",
    "secrets.list": "secrets:read",
    "secrets.create": "secrets:write",
    "secrets.rotate": "secrets:write",
    "secrets.remove": "secrets:write",
    "api_keys.list": "api_keys:read",
    "api_keys.create": "api_keys:write",
    "api_keys.revoke": "api_keys:write",
    "audit.list": "audit:read",
    "audit.verify": "audit:read",
    "grants.list": "grants:read",
    "grants.approve": "grants:write",
    "grants.end": "grants:write",
    "platform.list_grants": "platform:grants",
    "platform.request_grant": "platform:grants",
    "platform.end_grant": "platform:grants",
    "overview.read": "overview:read",
    "overview.funnel": "overview:read",
    "channels.status": "channels:read",
    "flows.session": "conversations:read",
    "flows.list": "flows:read",
    "flows.create": "flows:write",
    "flows.templates": "flows:read",
    "flows.check": "flows:read",
    "flows.import": "flows:write",
    "flows.read": "flows:read",
    "flows.save": "flows:write",
    "flows.archive": "flows:publish",
    "flows.export": "flows:read",
    "flows.preview": "flows:read",
    "flows.publish": "flows:publish",
    "flows.versions": "flows:read",
    "flows.version": "flows:read",
    "flows.diff": "flows:read",
    "flows.restore": "flows:write",
    "flows.simulate": "flows:read",
    "flows.tests": "flows:read",
    "flows.save_tests": "flows:write",
    "flows.run_tests": "flows:read",
    "flows.record_test": "flows:read",
    "flows.analytics": "flows:read",
    "flows.node_types": "flows:read",
    "bots.list": "flows:read",
    "bots.create": "flows:publish",
    "bots.change": "flows:publish",
    "conversations.list": "conversations:read",
    "conversations.read": "conversations:read",
    "conversations.messages": "conversations:read",
    "conversations.message": "conversations:read",
    "conversations.send": "conversations:write",
    "conversations.note": "conversations:write",
    "conversations.take": "conversations:write",
    "conversations.hand_back": "conversations:write",
    "conversations.close": "conversations:write",
    "conversations.wait": "conversations:write",
    "conversations.mark_read": "conversations:write",
    "media.upload": "media:write",
    "media.read": "media:read",
    "media.fetch": "media:write",
    "channels.list": "channels:read",
    "channels.connect": "channels:write",
    "channels.disconnect": "channels:write",
    "dead_letters.list": "dead_letters:read",
    "dead_letters.retry": "dead_letters:write",
    "dead_letters.dismiss": "dead_letters:write",
    "live.follow": "live:read",
    "system.read": "system:read",
}

# What a key may be given: everything an administrator may do but what belongs to a person or hands out access.
KEY_SCOPES: Final = frozenset(
    name
    for name, roles in PERMISSIONS.items()
    if Role.ORG_ADMIN in roles and name not in {"session:own", "api_keys:write", "members:write", "grants:write"}
)


def permissions_of(role: Role) -> frozenset[str]:
    """Return everything the role includes."""
    return _BY_ROLE[role]


def permission_for(operation: str) -> str | None:
    """Return the permission that the operation needs, `PUBLIC`, or None where the matrix does not know it."""
    return OPERATIONS.get(operation)


_BY_ROLE: Final[Mapping[Role, frozenset[str]]] = {
    role: frozenset(name for name, roles in PERMISSIONS.items() if role in roles) for role in Role
}
