"""How are cases written as the text beside a flow?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from recado.flows.testing.models import Case, Step
from recado.flows.testing.verbs import ALONE
from recado.flows.text.yaml_writing import lines_of


def write_cases(cases: Iterable[Case]) -> str:
    """The text of these cases; reading it gives equal ones. Empty where there are none."""
    return "\n".join("\n".join((*_lines(case), "")) for case in cases)


def _lines(case: Case) -> Iterator[str]:
    first, *rest = lines_of("name", case.name, indent=2)
    yield f"- {first.lstrip()}"
    yield from rest
    for key, value in case.head.items():
        yield from lines_of(key, value, indent=2)
    yield "  script:"
    for step in case.script:
        first, *rest = step_lines(step, indent=6)
        yield f"    - {first.lstrip()}"
        yield from rest


def step_lines(step: Step, *, indent: int) -> list[str]:
    """A step as it stands in a script."""
    if step.value is True and step.verb in ALONE:
        return [" " * indent + step.verb]
    return list(lines_of(step.verb, step.value, indent=indent))


def step_in_words(step: Step) -> str:
    """A step as it stands in a script, from the left margin."""
    return "\n".join(step_lines(step, indent=0))
