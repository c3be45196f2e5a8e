"""How does an organization keep a secret that its flows may send along, change it, and let it go?

A value goes in and never comes out again, for nobody: origins change only together with a new value, or an origin of
one's own would be a way to read the old one.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta

from recado.foundation.database import Transaction
from recado.foundation.egress.models import Secret
from recado.foundation.egress.signatures import new_signing_secret
from recado.foundation.egress.urls import read_origin
from recado.foundation.errors import NotFound
from recado.foundation.identifiers import OrganizationId, new_id
from recado.foundation.secrets import MasterKey
from recado.organizations.errors import NameTaken, TooManySecrets
from recado.organizations.models import ActorKind, KeptSecret, Scope, SecretId
from recado.organizations.rules import secrets as rules
from recado.organizations.service.audit_trail import audit
from recado.organizations.store import secrets as store


async def list_secrets(tx: Transaction) -> list[KeptSecret]:
    """Return what may be known of the secrets of the organization at hand, by name."""
    return await store.list_all(tx)


async def create_secret(
    tx: Transaction, scope: Scope, key: MasterKey, *, name: str, value: str | None, origins: Sequence[str]
) -> tuple[KeptSecret, str]:
    """Keep a secret. Without a value a signing secret is made, which is shown now and never again (else "").

    Raises `BadSecret`, `NameTaken`, `TooManySecrets`.
    """
    rules.check_name(name)
    bound = rules.check_origins(origins)
    clear = new_signing_secret() if value is None else rules.check_value(value)
    if await store.count(tx) >= rules.MOST:
        raise TooManySecrets(limit=rules.MOST)
    id_ = SecretId(new_id())
    by = scope.user if scope.actor.kind is ActorKind.USER else None
    kept = await store.add(tx, id_, name=name, origins=bound, sealed=_seal(tx, key, id_, clear), created_by=by)
    if kept is None:
        raise NameTaken
    # The name is an identifier and the origins say where money and data can go: who looks into a leak needs both.
    await audit(tx, scope, "secrets.created", subject=("secret", id_), detail={"name": name, "origins": list(bound)})
    return kept, clear if value is None else ""


async def rotate_secret(
    tx: Transaction,
    scope: Scope,
    key: MasterKey,
    id_: SecretId,
    *,
    value: str | None,
    origins: Sequence[str] | None,
    keep_previous: timedelta,
    now: datetime,
) -> tuple[KeptSecret, str]:
    """Put a new value in the old one's place; without one a signing secret is made and shown now (else "").

    For `keep_previous` webhooks are signed with both, so that receivers change over without a gap; a header carries the
    new one at once. With other `origins` the old value ends at once. Raises `BadSecret` or `NotFound`.
    """
    bound = None if origins is None else rules.check_origins(origins)
    clear = new_signing_secret() if value is None else rules.check_value(value)
    overlap = min(keep_previous, rules.LONGEST_OVERLAP) if bound is None else timedelta(0)
    until = now + overlap if overlap > timedelta(0) else None
    sealed = _seal(tx, key, id_, clear)
    kept = await store.rotate(tx, id_, sealed=sealed, origins=bound, previous_until=until)
    if kept is None:
        raise NotFound
    detail = {"name": kept.name, "origins": list(kept.origins)}
    await audit(tx, scope, "secrets.rotated", subject=("secret", id_), detail=detail)
    return kept, clear if value is None else ""


async def remove_secret(tx: Transaction, scope: Scope, id_: SecretId) -> None:
    """Delete a secret; flows that name it fail with `secret_elsewhere` from now on. Raises `NotFound`."""
    name = await store.remove(tx, id_)
    if name is None:
        raise NotFound
    await audit(tx, scope, "secrets.removed", subject=("secret", id_), detail={"name": name})


async def open_secrets(tx: Transaction, key: MasterKey, names: Collection[str]) -> Mapping[str, Secret]:
    """Open the organization's secrets of these names for a call that follows; names that nobody kept are absent."""
    if not names:
        return {}
    opened: dict[str, Secret] = {}
    for row in await store.sealed(tx, names):
        context = _context(tx.organization_id, row["id"])
        previous = key.open(row["previous"], context=context).decode() if row["previous"] else ""
        opened[row["name"]] = Secret(
            name=row["name"],
            value=key.open(row["sealed"], context=context).decode(),
            origins=frozenset(read_origin(origin) for origin in row["origins"]),
            previous=previous,
        )
    return opened


def _seal(tx: Transaction, key: MasterKey, id_: SecretId, clear: str) -> bytes:
    return key.seal(clear.encode(), context=_context(tx.organization_id, id_))


def _context(organization: OrganizationId | None, id_: SecretId) -> str:
    return f"secrets.sealed/{organization}/{id_}"
