"""How do an organization's secrets look on the wire? Going in with their value, coming out without it."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from recado.organizations.models import KeptSecret
from recado.organizations.rules.secrets import LONGEST_VALUE, MOST_ORIGINS
from recado.organizations.schemas.base import Input, Output

SecretValue = Annotated[str, Field(min_length=1, max_length=LONGEST_VALUE)]
Origins = Annotated[list[Annotated[str, Field(max_length=300)]], Field(min_length=1, max_length=MOST_ORIGINS)]


class SecretInput(Input):
    """A secret and the origins it may travel to, such as `https://api.example.com`.

    Without a value a signing secret for webhooks is made and shown in the answer, once.
    """

    name: Annotated[str, Field(min_length=1, max_length=60)]
    value: SecretValue | None = None
    origins: Origins


class SecretRotationInput(Input):
    """A new value. Other origins need one too, so that nobody reads a secret by sending it to a place of their own.

    `keep_previous_hours`: so long webhooks are signed with the old value as well; none with other origins.
    """

    value: SecretValue | None = None
    origins: Origins | None = None
    keep_previous_hours: Annotated[int, Field(ge=0, le=720)] = 24


class SecretOutput(Output):
    """What may be known of a secret."""

    id: UUID
    name: str
    origins: list[str]
    created_at: datetime
    rotated_at: datetime
    previous_until: datetime | None


class SecretsOutput(Output):
    """All of an organization's secrets, by name."""

    items: list[SecretOutput]


class NewSecretOutput(Output):
    """A secret just kept. `made` is the signing secret where one was made: here and nowhere else."""

    secret: SecretOutput
    made: str | None


def secret(one: KeptSecret) -> SecretOutput:
    """A secret for the wire."""
    return SecretOutput(
        id=one.id,
        name=one.name,
        origins=list(one.origins),
        created_at=one.created_at,
        rotated_at=one.rotated_at,
        previous_until=one.previous_until,
    )
