"""Which cases does a text beside a flow hold?

- name: Quem some recebe um lembrete
  starts_at: 2026-11-23 18:00
  http:
    - {node: agenda, body: {horarios: [9h, 10h]}}
  script:
    - says: oi
    - expect: Como posso ajudar?
    - taps: Agendar
    - expect: {contains: [9h, 10h]}
    - after: 26h
    - expect: {pattern: "^Ainda"}
    - at: "21:30"
    - expect_nothing
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal
from zoneinfo import ZoneInfo

from recado.flows.engine.values import Value, clean
from recado.flows.testing.faults import CasesUnreadable
from recado.flows.testing.models import Case, Person, Step
from recado.flows.testing.part import Misread, Part
from recado.flows.testing.times import TimeUnreadable, read_start
from recado.flows.testing.verbs import read_replies, read_step
from recado.flows.text.faults import Fault, TextUnreadable
from recado.flows.text.yaml_reading import Document, read_yaml

MAX_CASES = 500
MAX_STEPS = 500
_HEAD = ("name", "description", "starts_at", "zone", "contact", "variables", "http", "arms", "trigger")
_PERSON = ("name", "phone", "email", "id")


def read_cases(text: str) -> tuple[Case, ...]:
    """The cases of a YAML text, in their order. Raises CasesUnreadable with every fault that was found."""
    try:
        document = read_yaml(text)
    except TextUnreadable as fault:
        raise CasesUnreadable(fault.faults) from fault
    if document.value is None:
        return ()
    faults: list[Fault] = []
    cases = tuple(_each(document, faults))
    names = [case.name for case in cases]
    for case in cases:
        if names.count(case.name) > 1:
            faults.append(Fault("same_name", case.line, 1, f"há mais de um caso com o nome “{case.name}”"))
    if faults:
        raise CasesUnreadable(faults)
    return cases


def _each(document: Document, faults: list[Fault]) -> Iterator[Case]:
    whole = Part(document, (), document.value)
    found = whole.into("cases") if isinstance(whole.value, Mapping) and "cases" in whole.value else whole
    try:
        parts = list(found.items(MAX_CASES))
    except Misread as fault:
        faults.append(fault.fault)
        return
    for at, part in enumerate(parts):
        try:
            yield _case(part, f"Caso {at + 1}", faults)
        except Misread as fault:
            faults.append(fault.fault)


def _case(part: Part, unnamed: str, faults: list[Fault]) -> Case:
    part.known((*_HEAD, "script", "steps"), "um caso")
    script: list[Step] = []
    scripted = part.into("steps") if part.has("steps") else part.into("script")
    if not scripted.value:
        raise scripted.wrong("no_script", "o caso não tem roteiro: falta “script” com os passos")
    for item in scripted.items(MAX_STEPS):
        try:
            script.extend(read_step(item))
        except Misread as fault:
            faults.append(fault.fault)
    return Case(
        name=part.into("name").text() if part.has("name") else unnamed,
        script=tuple(script),
        description=part.into("description").text() if part.has("description") else "",
        zone=_zone(part.into("zone")) if part.has("zone") else "",
        contact=_person(part.into("contact")) if part.has("contact") else Person(),
        variables=part.into("variables").values() if part.has("variables") else {},
        replies=read_replies(part.into("http")) if part.has("http") else (),
        arms={key: one.text() for key, one in part.into("arms").pairs()} if part.has("arms") else {},
        trigger=_trigger(part.into("trigger")) if part.has("trigger") else ("message", ""),
        head={key: part.value[key] for key in _HEAD if key != "name" and key in part.value},
        line=part.line,
        **({"starts_at": _start(part.into("starts_at"))} if part.has("starts_at") else {}),
    )


def _start(part: Part) -> Any:
    try:
        return read_start(part.text())
    except TimeUnreadable as fault:
        raise part.wrong("bad_time", "“starts_at” deve ser dia e hora, como 2026-11-23 14:00") from fault


def _zone(part: Part) -> str:
    try:
        return ZoneInfo(part.text()).key
    except (OSError, ValueError, LookupError) as fault:
        raise part.wrong("bad_zone", f"não conheço o fuso “{part.text()}”; um exemplo é America/Sao_Paulo") from fault


def _trigger(part: Part) -> tuple[Literal["message", "keyword", "campaign", "manual"], str]:
    """Why the conversation begins: `{campaign: black-friday}`, or a kind alone."""
    given = dict(part.pairs()) if isinstance(part.value, Mapping) else {part.text(): None}
    match list(given.items()):
        case [("message" | "keyword" | "campaign" | "manual" as kind, value)]:
            return kind, value.text() if value is not None else ""
    raise part.wrong("bad_trigger", "“trigger” é message, keyword, campaign ou manual, como {campaign: natal}")


def _person(part: Part) -> Person:
    """The person: name, phone, email and id; anything else is a field of the contact."""
    given = {key: one.text() for key, one in part.pairs() if key in _PERSON}
    custom: dict[str, Value] = {}
    for key, one in part.pairs():
        if key == "fields":
            custom.update(one.values())
        elif key not in _PERSON:
            custom[key] = clean(one.value)
    return Person(**given, custom=custom)
