"""How is an approved template named in a node, filled in, and held against what the provider has?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from recado.channels.models import Json, OutgoingMessage, TemplateCall
from recado.flows.engine import fields
from recado.flows.engine.effects import Say
from recado.flows.engine.expressions import Template
from recado.flows.engine.node_type import View
from recado.flows.engine.problems import Code, Problem, error, warning
from recado.flows.engine.wording import Offered

_NAME = re.compile(r"[a-z0-9_]{1,512}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(_[A-Za-z]{2,4})?")
_PARAMETER = re.compile(r"[a-z0-9_]{1,60}")
_LONGEST_LINK = 2_000
WINDOW = timedelta(hours=24)
"""WhatsApp lets free text through for 24 hours after the person's last message; after that only templates."""
_SAFETY = timedelta(minutes=5)
"""What a message may wait in the outbox before it leaves: in the last minutes of a window a template is surer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """The value of one variable of the template; named only where the template names its variables."""

    value: Template = fields.template(label="Valor", max_length=1_024, required=True)
    name: str = fields.text(
        label="Nome", help="Só se o modelo usa nomes em vez de números", max_length=60, pattern=_PARAMETER
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ButtonParameter:
    """What ends the address of a link button, or the code that a copy button copies."""

    index: int = fields.whole(label="Posição do botão", help="O primeiro é 0", minimum=0, maximum=9, default=0)
    kind: str = fields.one_of({"url": "Fim do endereço", "copy_code": "Código"}, label="Tipo", default="url")
    value: Template = fields.template(label="Valor", max_length=_LONGEST_LINK, required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateOptions:
    """An approved template and what fills it in, in the order of its variables."""

    name: str = fields.text(
        label="Modelo", help="O nome aprovado no WhatsApp", max_length=512, required=True, pattern=_NAME,
        widget="whatsapp_template",
    )  # fmt: skip
    language: str = fields.text(label="Idioma", max_length=8, default="pt_BR", pattern=_LANGUAGE)
    use: str = fields.one_of(
        {"always": "Sempre", "outside_window": "Só fora das 24 horas (dentro, o texto acima)"},
        label="Quando usar",
        default="always",
    )
    header: Template = fields.template(label="Variável do cabeçalho", max_length=60)
    header_media: str = fields.one_of(
        {"none": "Sem mídia", "image": "Imagem", "video": "Vídeo", "document": "Documento"},
        label="Mídia do cabeçalho",
        default="none",
    )
    header_link: Template = fields.template(label="Endereço da mídia (https)", max_length=_LONGEST_LINK)
    parameters: tuple[Parameter, ...] = fields.items(Parameter, label="Variáveis do texto", maximum=40)
    buttons: tuple[ButtonParameter, ...] = fields.items(ButtonParameter, label="Variáveis dos botões", maximum=10)


@dataclass(frozen=True, slots=True)
class KnownTemplate:
    """What is known of an approved template: how many variables each part takes, and its buttons in their order.

    `header_media` is `image`, `video` or `document`, else empty; `buttons` holds `quick_reply`, `url`, … one each.
    """

    name: str
    language: str
    body: int = 0
    header: int = 0
    header_media: str = ""
    buttons: tuple[str, ...] = ()


def window_is_closed(session: View) -> bool:
    """Did the person last write so long ago that free text would not arrive?"""
    return session.now - session.last_input_at >= WINDOW - _SAFETY


def say_template(options: TemplateOptions, choices: Sequence[Offered], *, node: str, session: View) -> Say:
    """The template, filled in. `choices` are its quick-reply buttons: a tap on one comes back with the choice's id."""
    components: list[Json] = []
    if options.header_media != "none":
        media = {"link": session.render(options.header_link).strip()}
        header: Json = {"type": options.header_media, options.header_media: media}
        components.append({"type": "header", "parameters": [header]})
    elif options.header:
        components.append({"type": "header", "parameters": [_text(session.render(options.header))]})
    if options.parameters:
        filled = [_text(session.render(one.value), one.name) for one in options.parameters]
        components.append({"type": "body", "parameters": filled})
    for button in options.buttons:
        components.append(_button(button.index, button.kind, session.render(button.value).strip()))
    for at, choice in enumerate(choices):
        components.append(_button(at, "quick_reply", choice.id))
    return Say(OutgoingMessage(template=TemplateCall(options.name, options.language, tuple(components))), node)


def _text(value: str, name: str = "") -> Json:
    # Meta refuses line breaks, tabs and runs of blanks in a parameter (132018), and an empty one (131008).
    said = " ".join(value.split()) or "-"
    return {"type": "text", "parameter_name": name, "text": said} if name else {"type": "text", "text": said}


def _button(index: int, kind: str, value: str) -> Json:
    words = {
        "quick_reply": ("payload", "payload"),
        "copy_code": ("coupon_code", "coupon_code"),
        "url": ("text", "text"),
    }
    type_, key = words[kind]
    return {"type": "button", "sub_type": kind, "index": str(index), "parameters": [{"type": type_, key: value or "-"}]}


def check_template(options: TemplateOptions) -> Iterable[Problem]:
    """What is wrong with it by itself."""
    if options.header_media != "none" and not options.header_link:
        yield error(Code.BAD_LINK, path="template.header_link")
    named = [one.name for one in options.parameters if one.name]
    if named and (len(named) < len(options.parameters) or len(set(named)) < len(named)):
        yield error(
            Code.TEMPLATE_PARAMETERS, path="template.parameters", given=len(set(named)), wanted=len(options.parameters)
        )


def check_against(options: TemplateOptions, choices: int, known: Iterable[KnownTemplate]) -> Iterable[Problem]:
    """What the provider would refuse: a template it does not have, or other counts than it wants."""
    found = next((one for one in known if (one.name, one.language) == (options.name, options.language)), None)
    if found is None:
        yield error(Code.UNKNOWN_TEMPLATE, path="template.name", name=options.name, language=options.language)
        return
    header = int(bool(options.header) and options.header_media == "none")
    for path, given, wanted in (
        ("template.parameters", len(options.parameters), found.body),
        ("template.header", header, found.header),
        ("template.header_media", int(options.header_media != "none"), int(bool(found.header_media))),
        ("choices", choices, found.buttons.count("quick_reply") if choices else 0),
    ):
        if given != wanted:
            yield error(Code.TEMPLATE_PARAMETERS, path=path, given=given, wanted=wanted)
    if found.header_media and options.header_media not in ("none", found.header_media):
        yield warning(
            Code.TEMPLATE_PARAMETERS,
            path="template.header_media",
            given=options.header_media,
            wanted=found.header_media,
        )
