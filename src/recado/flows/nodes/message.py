"""Say something: a text, an image or a file, with choices to tap if there are any."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, cast

from recado.channels.models import OutgoingMedia
from recado.flows.engine import fields
from recado.flows.engine.choices import MAX_CHOICES, Choice, check_choices, choice_exits, chosen, offered
from recado.flows.engine.effects import Say
from recado.flows.engine.expressions import Template
from recado.flows.engine.inputs import Input, Message
from recado.flows.engine.limits import ChannelLimits
from recado.flows.engine.node_type import NEXT, Exit, Node, NodeManifest, Step, View
from recado.flows.engine.problems import Code, Problem, error, warning
from recado.flows.engine.templates import TemplateOptions, check_template, say_template, window_is_closed
from recado.flows.engine.wording import say_choices, say_media, say_text

OTHER = "other"
_LONGEST_LINK = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Media:
    """A file at an https address that the provider fetches."""

    type: str = fields.one_of(
        {"image": "Imagem", "video": "Vídeo", "audio": "Áudio", "document": "Documento"}, label="Tipo", default="image"
    )
    link: Template = fields.template(label="Endereço (https)", max_length=_LONGEST_LINK, required=True)
    filename: str = fields.text(label="Nome do arquivo", max_length=200)


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What is said."""

    text: Template = fields.template(label="Texto", help="Use {{ contact.first_name }} para o nome", rows=5)
    media: Media | None = fields.group(Media, label="Mídia")
    choices: tuple[Choice, ...] = fields.items(Choice, label="Opções", maximum=MAX_CHOICES)
    list_label: str = fields.text(label="Botão da lista", max_length=60, default="Ver opções")
    template: TemplateOptions | None = fields.group(
        TemplateOptions,
        label="Modelo do WhatsApp",
        help="Chega também depois das 24 horas; as opções são os botões dele",
    )


def _more_exits(options: Options) -> Iterable[Exit]:
    if options.choices:
        yield from choice_exits(options.choices)
        yield Exit(OTHER, "Outra resposta", optional=True, falls_back=True)


def _check(options: Options, channel: ChannelLimits) -> Iterable[Problem]:
    if not options.text and options.media is None and options.template is None:
        yield error(Code.NOTHING_SAID, path="text")
    if options.template is not None:
        yield from check_template(options.template)
        if options.template.use == "outside_window" and not options.text and options.media is None:
            yield error(Code.NOTHING_SAID, path="text")
    if options.text.is_plain and len(options.text.source) > channel.text:
        yield warning(Code.CHANNEL_LIMIT, path="text", length=len(options.text.source), limit=channel.text)
    if options.media and options.media.link.is_plain and not _is_link(options.media.link.source):
        yield error(Code.BAD_LINK, path="media.link")
    yield from check_choices(options.choices, options.list_label, options.text, channel)


def _waits(node: Node) -> bool:
    """Choices that lead somewhere wait for the tap; without, they are suggestions for the question that follows."""
    return any(choice.id in node.exits for choice in node.options.choices) or (
        bool(node.options.choices) and OTHER in node.exits
    )


manifest = NodeManifest(
    key="message",
    label="Mensagem",
    description="Envia um texto, uma mídia ou opções para tocar.",
    icon="message",
    group="conversa",
    options=Options,
    exits=(Exit(NEXT, "Continuar"),),
    more_exits=_more_exits,
    check=_check,
    waits=_waits,
    listens=_waits,
    writes_freely=lambda options: options.template is None,
)


def run(node: Node, session: View, arrived: Input | None) -> Step:
    """Say it and go on; or, where choices lead somewhere, wait and leave by the one that was meant."""
    options: Options = node.options
    if arrived is not None:
        return _leave(node, options, session, arrived)
    problems: list[Problem] = []
    says = _says(node, options, session, problems)
    if _waits(node):
        return Step(wait=True, effects=says, problems=tuple(problems))
    return Step(leave_by=NEXT, effects=says, problems=tuple(problems))


def _leave(node: Node, options: Options, session: View, arrived: Input) -> Step:
    if not isinstance(arrived.what, Message):
        return Step(wait=True)
    found = chosen(node, options.choices, arrived.what, session)
    if found is not None and found[0].id in node.exits:
        return Step(leave_by=found[0].id)
    return Step(leave_by=OTHER if found is None and OTHER in node.exits else NEXT)


def _says(node: Node, options: Options, session: View, problems: list[Problem]) -> tuple[Say, ...]:
    template = options.template
    if template is not None and (template.use == "always" or window_is_closed(session)):
        return (say_template(template, offered(node, options.choices, session), node=node.id, session=session),)
    text = session.render(options.text)
    before: tuple[Say, ...] = ()
    if options.media is not None:
        link = session.render(options.media.link).strip()
        if not _is_link(link):
            problems.append(warning(Code.BAD_LINK, path="media.link", link=link[:200]))
        else:
            media = OutgoingMedia(
                type=cast(Literal["image"], options.media.type), link=link, filename=options.media.filename
            )
            caption = "" if options.choices else text
            before = say_media(media, caption, node=node.id, channel=session.channel)
            text = text if options.choices else ""
    if not options.choices:
        return (*before, *say_text(text, node=node.id, channel=session.channel))
    choices = offered(node, options.choices, session)
    return (*before, *say_choices(text, choices, label=options.list_label, node=node.id, channel=session.channel))


def _is_link(link: str) -> bool:
    """An https address without blanks. Who fetches it is the provider, not we."""
    host = link.removeprefix("https://").split("/")[0]
    return (
        link.startswith("https://") and "." in host and not any(map(str.isspace, link)) and len(link) <= _LONGEST_LINK
    )
