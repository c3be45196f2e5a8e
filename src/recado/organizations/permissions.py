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
    # What is one's own at the desk: whether one is there, and where one was called by name.
    "desk:own": _MEMBERS,
    "quick_replies:read": _READERS,
    "quick_replies:write": _WRITERS,
    "quick_replies:shared": _OPERATORS,
    "media:read": _READERS,
    "media:write": _WRITERS,
    # Everybody may look at flows and try them; what customers meet changes by publishing and by the bots' settings.
    "flows:read": _READERS,
    "flows:write": _OPERATORS,
    "flows:publish": _OPERATORS,
    # Of deals an agent sees and moves what is theirs or nobody's; `leads:all` lifts that limit.
    "leads:read": _READERS,
    "leads:write": _WRITERS,
    "leads:all": _OPERATORS | {Role.VIEWER, Role.SUPER_ADMIN},
    "pipelines:write": _OPERATORS,
    "handoffs:read": _READERS,
    "handoffs:write": _WRITERS,
    "handoffs:settings": _ADMIN,
    # Who has Viviane write to the outside does so in the house's name: operators and above (AGT 4).
    "delegation:read": _WATCHERS,
    "delegation:write": _OPERATORS,
    "overview:repair": _OPERATORS,
    "channels:read": _READERS,
    "channels:write": _ADMIN,
    # Whoever writes to people chooses among templates; a new one speaks in the house's name and costs its good name.
    "templates:read": _READERS,
    "templates:write": _OPERATORS,
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
    # What leaves for an address outside is the whole organization's.
    "webhooks:read": _ADMIN,
    "webhooks:write": _ADMIN,
    # Figures name every colleague; an agent sees their own work in the inbox.
    "analytics:read": _OPERATORS | {Role.VIEWER, Role.SUPER_ADMIN},
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
    "hours.read": "organization:read",
    "hours.set": "organization:write",
    "hours.put_day": "organization:write",
    "hours.remove_day": "organization:write",
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
    "webhooks.list": "webhooks:read",
    "webhooks.create": "webhooks:write",
    "webhooks.change": "webhooks:write",
    "webhooks.rotate": "webhooks:write",
    "webhooks.remove": "webhooks:write",
    "webhooks.test": "webhooks:write",
    "webhooks.deliveries": "webhooks:read",
    "webhooks.resend": "webhooks:write",
    "analytics.conversations": "analytics:read",
    "analytics.conversations_csv": "analytics:read",
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
    "overview.conversas": "conversations:read",
    "overview.export": "overview:read",
    "overview.repairs": "conversations:all",
    "overview.repair": "overview:repair",
    "handoffs.list": "handoffs:read",
    "handoffs.history": "handoffs:read",
    "handoffs.change": "handoffs:write",
    "handoffs.resolve": "handoffs:write",
    "handoffs.read_settings": "handoffs:read",
    "handoffs.change_settings": "handoffs:settings",
    "delegation.list": "delegation:read",
    "delegation.create": "delegation:write",
    "delegation.retry": "delegation:write",
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
    "pipelines.list": "leads:read",
    "pipelines.create": "pipelines:write",
    "pipelines.rename": "pipelines:write",
    "pipelines.remove": "pipelines:write",
    "pipelines.add_stage": "pipelines:write",
    "pipelines.change_stage": "pipelines:write",
    "pipelines.remove_stage": "pipelines:write",
    "pipelines.reasons": "leads:read",
    "pipelines.add_reason": "pipelines:write",
    "pipelines.remove_reason": "pipelines:write",
    "pipelines.board": "leads:read",
    "pipelines.stage_deals": "leads:read",
    "pipelines.conversion": "leads:read",
    "pipelines.conversion_sheet": "leads:read",
    "pipelines.deals_sheet": "leads:read",
    "deals.list": "leads:read",
    "deals.create": "leads:write",
    "deals.read": "leads:read",
    "deals.change": "leads:write",
    "deals.move": "leads:write",
    "deals.remove": "leads:write",
    "conversations.list": "conversations:read",
    "conversations.read": "conversations:read",
    "conversations.search": "conversations:read",
    "conversations.filters": "conversations:read",
    "conversations.bulk": "conversations:write",
    "views.list": "conversations:read",
    "views.create": "conversations:write",
    "views.change": "conversations:write",
    "views.remove": "conversations:write",
    "drafts.list": "conversations:write",
    "drafts.read": "conversations:write",
    "drafts.keep": "conversations:write",
    "conversations.messages": "conversations:read",
    "conversations.message": "conversations:read",
    "conversations.send": "conversations:write",
    "conversations.note": "conversations:write",
    "conversations.take": "conversations:write",
    "conversations.hand_back": "conversations:write",
    "conversations.close": "conversations:write",
    "conversations.wait": "conversations:write",
    "conversations.mark_read": "conversations:write",
    "conversations.assign": "conversations:write",
    "conversations.assignments": "conversations:read",
    "conversations.see_assignments": "conversations:write",
    "conversations.presence": "conversations:read",
    "conversations.tell_presence": "conversations:read",
    "desk.read": "conversations:read",
    "desk.set_available": "desk:own",
    "desk.set_cap": "teams:write",
    "desk.set_rule": "teams:write",
    "mentions.list": "desk:own",
    "mentions.mark_read": "desk:own",
    "quick_replies.list": "quick_replies:read",
    "quick_replies.create": "quick_replies:write",
    "quick_replies.change": "quick_replies:write",
    "quick_replies.remove": "quick_replies:write",
    "quick_replies.use": "quick_replies:write",
    "media.upload": "media:write",
    "media.read": "media:read",
    "media.fetch": "media:write",
    "channels.list": "channels:read",
    "channels.connect": "channels:write",
    "channels.disconnect": "channels:write",
    "channels.pair": "channels:write",
    "channels.unpair": "channels:write",
    "templates.list": "templates:read",
    "templates.read": "templates:read",
    "templates.preview": "templates:read",
    "templates.sync": "templates:write",
    "templates.check": "templates:write",
    "templates.sample": "templates:write",
    "templates.create": "templates:write",
    "templates.remove": "templates:write",
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
    if Role.ORG_ADMIN in roles
    and name not in {"session:own", "desk:own", "api_keys:write", "members:write", "grants:write"}
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
