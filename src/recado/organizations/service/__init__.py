"""What can be done with organizations, the people in them, and their traces?

Other modules call these; the rest of the room belongs to this module's own api.
"""

from __future__ import annotations

from recado.organizations.service.accounts import create_user, find_user_id, reset_password, set_user_disabled
from recado.organizations.service.audit_trail import Verification, audit, verify
from recado.organizations.service.members import add_member
from recado.organizations.service.organizations import create_organization, find_organization, get_organization
from recado.organizations.service.passwords import Passwords

__all__ = [
    "Passwords",
    "Verification",
    "add_member",
    "audit",
    "create_organization",
    "create_user",
    "find_organization",
    "find_user_id",
    "get_organization",
    "reset_password",
    "set_user_disabled",
    "verify",
]
