"""Under which roles is the database used, and how does a process sign in as one?"""

from __future__ import annotations

from urllib.parse import quote, urlsplit, urlunsplit

from recado.foundation.secrets import MasterKey

LOGIN_ROLES = ("recado_app", "recado_worker", "recado_intake")
"""The API, the workers, and intake, which may only add. None of them owns anything."""
LOOKUP_ROLE = "recado_lookup"
"""Owns the few functions that may look across organizations; nobody signs in as it."""


class DatabaseUnusable(Exception):
    """The database cannot be prepared; the message is one sentence for the person at the terminal."""


def role_dsn(owner_dsn: str, role: str, key: MasterKey) -> str:
    """Return `owner_dsn` with `role` and its derived password in place of the owner's."""
    parts = urlsplit(owner_dsn)
    place = parts.netloc.rpartition("@")[2]
    return urlunsplit(parts._replace(netloc=f"{quote(role)}:{password(role, key)}@{place}"))


def password(role: str, key: MasterKey) -> str:
    """Return the password of a role: derived from the master key, so that it is stored nowhere."""
    return key.derive(f"database role {role}").hex()
