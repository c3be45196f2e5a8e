"""What is a choice in the options of a node, and how is it offered and recognised?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from recado.flows.engine import fields
from recado.flows.engine.answers.choices import Choosable, pick
from recado.flows.engine.compiling import refusals
from recado.flows.engine.expressions import Template
from recado.flows.engine.folding import fold
from recado.flows.engine.inputs import Message
from recado.flows.engine.limits import ChannelLimits
from recado.flows.engine.node_type import Exit, Node, View, choice_key
from recado.flows.engine.problems import Code, Problem, error, warning
from recado.flows.engine.wording import Offered, form_of

MAX_CHOICES = 40
_TAKEN = frozenset({"next", "invalid", "person", "other", "error"})
"""Exits of the nodes themselves; a choice of that name would take their way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One choice that the person is offered."""

    id: str = fields.identifier()
    title: Template = fields.template(label="Título", max_length=200, required=True)
    description: Template = fields.template(label="Descrição", max_length=200)
    value: str = fields.text(label="Valor guardado", help="Se vazio, guarda o título", max_length=200)
    also: str = fields.text(label="Também entende", help="Outras palavras, separadas por vírgula", max_length=500)


def offered(node: Node, choices: Iterable[Choice], session: View) -> tuple[Offered, ...]:
    """The choices as the person sees them; one whose title comes out empty is not offered."""
    shown = (
        Offered(choice_key(node, one.id), session.render(one.title).strip(), session.render(one.description).strip())
        for one in choices
    )
    return tuple(one for one in shown if one.title)


def chosen(node: Node, choices: Sequence[Choice], said: Message, session: View) -> tuple[Choice, str] | None:
    """The choice that the message means and its title, or None."""
    shown = {one.id: one.title for one in offered(node, choices, session)}
    by_key = {choice_key(node, one.id): one for one in choices}
    choosable = [Choosable(key, title, tuple(by_key[key].also.split(","))) for key, title in shown.items()]
    if session.belongs_elsewhere(said.choice_id, node):
        return None
    found = pick(said.text, said.choice_id, choosable)
    return (by_key[found.id], found.title) if found else None


def choice_exits(choices: Iterable[Choice]) -> tuple[Exit, ...]:
    """An exit for each choice. One that leads nowhere is no fault: the node's own exit is taken then."""
    return tuple(Exit(one.id, one.title.source, optional=True, falls_back=True) for one in choices)


def check_choices(choices: Sequence[Choice], label: str, text: Template, channel: ChannelLimits) -> Iterable[Problem]:
    """What is wrong with them: two with one id or title, and a form worse than the author may expect."""
    ids = [one.id for one in choices]
    doubled = sorted({one for one in ids if ids.count(one) > 1 or one in _TAKEN})
    yield from (error(Code.DUPLICATE_ID, path="choices", id=one) for one in doubled)
    if len(label) > channel.list_label:
        yield warning(Code.CHANNEL_LIMIT, path="list_label", length=len(label), limit=channel.list_label)
    if not choices or not all(one.title.is_plain and one.description.is_plain for one in choices):
        return
    written = [Offered(one.id, one.title.source, one.description.source) for one in choices]
    if not doubled:
        yield from _alike(written)
    form = form_of(written, label, channel)
    if form == "numbered":
        for refused in refusals(written, label, channel):
            # Where a channel has lists, what kept it from being one is what the author can mend.
            if refused.form == "list" and refused.length > refused.limit and refused.place != "list_label":
                yield warning(Code.CHANNEL_LIMIT, path=refused.place, length=refused.length, limit=refused.limit)
    elif text.is_plain and len(text.source) > channel.interactive_body:
        yield warning(Code.CHANNEL_LIMIT, path="text", length=len(text.source), limit=channel.interactive_body)


def _alike(written: Sequence[Offered]) -> Iterable[Problem]:
    """Two choices that read the same: whoever writes or says one of them cannot be told which they meant."""
    folded = [fold(one.title) for one in written]
    for at, title in enumerate(folded):
        if title in folded[:at]:
            yield warning(Code.SAME_TITLE, path=f"choices.{at}.title", title=written[at].title)
