"""May a membership change this way?"""

from __future__ import annotations

from collections.abc import Collection

from recado.organizations.errors import LastAdmin
from recado.organizations.models import Member, Role, UserId


def check_an_admin_stays(member: Member, *, role: Role, active: bool, admins: Collection[UserId]) -> None:
    """Raise `LastAdmin` where the change takes the last active administrator away; `admins` are those of before."""
    stays_admin = active and role is Role.ORG_ADMIN
    if member.id in admins and not stays_admin and len(admins) == 1:
        raise LastAdmin
