"""How are the cases beside a flow kept, run and recorded?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from recado.flows import testing
from recado.flows.engine.definition import FlowSet
from recado.flows.errors import CasesUnreadable, DraftChanged, FlowNotFound
from recado.flows.models import FlowId
from recado.flows.store import editing as store
from recado.flows.store import reading
from recado.foundation.database import Transaction
from recado.organizations.models import Actor, Scope
from recado.organizations.service import audit

MOST_TURNS = 30_000
"""A few seconds of one processor; the templates' own cases take some hundred turns."""


async def get_tests(tx: Transaction, flow: FlowId) -> tuple[int, str]:
    """Return the revision and the text of the cases; raise `FlowNotFound`."""
    found = await reading.read_tests(tx, flow)
    if found is None:
        raise FlowNotFound(id=str(flow))
    return found


async def save_tests(tx: Transaction, by: Scope | Actor, flow: FlowId, *, revision: int, text: str) -> int:
    """Write the cases over the revision their author saw; raise `FlowNotFound`, `DraftChanged`."""
    saved = await store.save_tests(tx, flow, revision, text)
    if saved is None:
        stands, _text = await get_tests(tx, flow)
        raise DraftChanged(revision=stands)
    await audit(tx, by, "flows.tests_saved", subject=("flow", flow))
    return saved


def run(flows: FlowSet, text: str, *, zone: str) -> testing.CasesReport:
    """Play the cases of a text on the engine; raise `CasesUnreadable`. It computes for a while and wants a thread."""
    return testing.run_cases(flows, _read(text), zone=zone, most_turns=MOST_TURNS)


def with_recorded(
    flows: FlowSet,
    text: str,
    exchanges: Iterable[Mapping[str, Any]],
    *,
    name: str,
    contact: testing.Person,
    zone: str,
) -> tuple[str, testing.Case]:
    """Return the text of cases with one more, made of a conversation that somebody just had, and that case.

    What stands in the text stays as it was written. Raises `CasesUnreadable` where it cannot be read.
    """
    taken = {case.name for case in _read(text)}
    case = testing.record_exchanges(flows, exchanges, name=_free(name, taken), contact=contact, zone=zone)
    if told := _told(contact):
        case = replace(case, head={**case.head, "contact": told})
    before = text.rstrip()
    if before.startswith("cases:") or "\ncases:" in before:
        return testing.write_cases([*_read(text), case]), case
    return (f"{before}\n\n" if before and before != "[]" else "") + testing.write_cases([case]), case


def _read(text: str) -> tuple[testing.Case, ...]:
    try:
        return testing.read_cases(text)
    except testing.CasesUnreadable as fault:
        first = fault.faults[0]
        sentence = f"{first.sentence[:1].upper()}{first.sentence[1:]}."
        raise CasesUnreadable(
            line=first.line, sentence=sentence, faults=[str(one) for one in fault.faults[:20]]
        ) from None


def _told(contact: testing.Person) -> dict[str, Any]:
    """What a case must say of the person: all that is not as with anybody."""
    anybody = testing.Person()
    named = {name: getattr(contact, name) for name in ("name", "phone", "email", "id")}
    return {**{name: value for name, value in named.items() if value != getattr(anybody, name)}, **contact.custom}


def _free(name: str, taken: set[str]) -> str:
    """The name, numbered where another case has it."""
    tried, number = name, 2
    while tried in taken:
        tried, number = f"{name} ({number})", number + 1
    return tried
