"""How is each operation on people asked for with an organization's own things?"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from recado.foundation.identifiers import new_id
from tests.tenancy.seeding import Place

if TYPE_CHECKING:
    from tests.tenancy.world import World

PEOPLE_CSV = b"nome;telefone\nBia;11 98888-7777\n"
_PERSON: Mapping[str, Any] = {"name": "", "fields": {}, "opted_out_at": None, "marketing_stopped_at": None}


def somebodys_email() -> dict[str, str]:
    return {"kind": "email", "value": f"bia{new_id().hex}@exemplo.test"}


async def somebody(world: World, place: Place) -> str:
    return str((await world.fresh(place, "contacts"))["id"])


async def number_of(world: World, place: Place) -> tuple[str, str]:
    """Return somebody new and a number of theirs."""
    contact = await somebody(world, place)
    number = f"55119{new_id().int % 10**8:08d}"
    await world.fresh(place, "contact_addresses", kind="phone", value=number, match_key=number, contact_id=contact)
    return contact, number


async def pair(world: World, place: Place) -> str:
    """Return a new proposal of two people."""
    first, second = sorted([await somebody(world, place), await somebody(world, place)])
    return str((await world.fresh(place, "contact_proposals", first_id=first, second_id=second, state="open"))["id"])


async def merged(world: World, place: Place) -> str:
    """Return a merge that was made a moment ago and can be undone."""
    kept = await somebody(world, place)
    gone = str((await world.fresh(place, "contacts", merged_into=kept))["id"])
    made = await world.fresh(place, "contact_merges", kept_id=kept, gone_id=gone, proposal_id=None, state="done")
    was = json.dumps({"before": _PERSON, "after": _PERSON})
    await world.fresh(
        place, "contact_merge_moves", merge_id=made["id"], position=1, holder="contacts", what="person", reference=kept,
        was=was,
    )  # fmt: skip
    return str(made["id"])


async def draft(world: World, place: Place) -> str:
    """Return an import that has not begun."""
    return str((await world.fresh(place, "contact_imports", state="draft", columns=["telefone"], plan="{}"))["id"])
