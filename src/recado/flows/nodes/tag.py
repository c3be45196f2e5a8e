"""Put tags on the contact, or take them off."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from recado.flows.engine import fields
from recado.flows.engine.effects import Effect, TagContact, UntagContact
from recado.flows.engine.expressions import Template
from recado.flows.engine.inputs import Input
from recado.flows.engine.limits import ChannelLimits
from recado.flows.engine.node_type import NEXT, Exit, Node, NodeManifest, Step, View
from recado.flows.engine.problems import Code, Problem, error, warning

_LONGEST = 40
_MOST = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A tag by its name."""

    name: Template = fields.template(label="Etiqueta", max_length=200, required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What is put on and what is taken off."""

    add: tuple[Tag, ...] = fields.items(Tag, label="Pôr", maximum=_MOST)
    remove: tuple[Tag, ...] = fields.items(Tag, label="Tirar", maximum=_MOST)


def _check(options: Options, channel: ChannelLimits) -> Iterable[Problem]:
    if not options.add and not options.remove:
        yield error(Code.TOO_FEW, path="add", count=0, limit=1)
    for path, tags in (("add", options.add), ("remove", options.remove)):
        for at, tag in enumerate(tags):
            if tag.name.is_plain and len(tag.name.source.strip()) > _LONGEST:
                length = len(tag.name.source.strip())
                yield error(Code.TOO_LONG, path=f"{path}.{at}.name", length=length, limit=_LONGEST)


manifest = NodeManifest(
    key="tag",
    label="Etiquetar contato",
    description="Põe ou tira etiquetas do contato.",
    icon="tag",
    group="contato",
    options=Options,
    exits=(Exit(NEXT, "Continuar"),),
    check=_check,
)


def run(node: Node, session: View, arrived: Input | None) -> Step:
    """Do so and go on. A tag that comes out empty or too long is left out, and said."""
    options: Options = node.options
    problems: list[Problem] = []
    off = [UntagContact(name) for name in _names(options.remove, session, problems)]
    on = [TagContact(name) for name in _names(options.add, session, problems)]
    effects: tuple[Effect, ...] = (*off, *on)
    return Step(leave_by=NEXT, effects=effects, problems=tuple(problems))


def _names(tags: Iterable[Tag], session: View, problems: list[Problem]) -> list[str]:
    names: dict[str, None] = {}
    for tag in tags:
        name = " ".join(session.render(tag.name).split())
        if 0 < len(name) <= _LONGEST:
            names[name] = None
        elif name:
            problems.append(warning(Code.TOO_LONG, length=len(name), limit=_LONGEST))
        else:
            problems.append(warning(Code.TOO_FEW, count=0, limit=1))
    return list(names)
