"""Which organization and channel does each part of a delivery belong to?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from recado.channels.models import Reading
from recado.channels.rules import business_learned, input_of
from recado.channels.webhooks.doors import OpenDoor
from recado.foundation.identifiers import OrganizationId, new_id
from recado.foundation.lanes.models import Delivery, NewInput


@dataclass(frozen=True, slots=True)
class Sorted:
    """What is stored for channels of ours, and accounts that are not among those that may use the secret."""

    deliveries: tuple[Delivery, ...]
    strangers: tuple[str, ...]


def sort_readings(readings: Sequence[Reading], doors: Sequence[OpenDoor], raw: bytes) -> Sorted:
    """Give each reading to the channel of its account; `doors` are those whose secret signed the delivery.

    A reading that names no account belongs to the one channel there is, or to every channel of the business it names. The
    raw bytes are kept with an organization only where the whole delivery is its own: another's messages must not lie in
    its rows. A channel of which nobody has said whose account it is learns it from the first delivery that names both.
    """
    # An account that two organizations have entered stays with the first: a later one must not draw its messages away.
    by_account = {one.door.external_id: one for one in sorted(doors, key=lambda one: one.door.id, reverse=True)}
    parts: dict[tuple[OrganizationId, UUID], list[NewInput]] = {}
    strangers: list[str] = []
    for reading in readings:
        owners = _owners(reading, by_account, doors)
        if not owners:
            strangers.append(reading.account or reading.business)
        for owner in owners:
            inputs = parts.setdefault((owner.door.organization, owner.door.id), [])
            if reading.account and reading.business and not owner.door.business:
                learned = input_of(business_learned(reading.business))
                inputs.extend([learned] if learned not in inputs else [])
            inputs.append(input_of(reading.arrival))
    alone = len({organization for organization, _ in parts}) == 1 and not strangers
    deliveries = tuple(
        Delivery(new_id(), organization, channel, raw if alone and index == 0 else b"", tuple(inputs))
        for index, ((organization, channel), inputs) in enumerate(parts.items())
    )
    return Sorted(deliveries, tuple(dict.fromkeys(strangers)))


def _owners(reading: Reading, by_account: Mapping[str, OpenDoor], doors: Sequence[OpenDoor]) -> Sequence[OpenDoor]:
    if reading.account:
        owner = by_account.get(reading.account)
        return () if owner is None else (owner,)
    if len(doors) == 1:
        return doors
    return [one for one in doors if reading.business and one.door.business == reading.business]
