"""How does each question that is answered in words become one of ours?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from recado.flows.imports.typebot.asking import Question, ask
from recado.flows.imports.typebot.export import Block, list_of, number_of, object_of, text_of
from recado.flows.imports.typebot.placeholders import hold_place
from recado.flows.imports.typebot.work import Link, Work

_URL = r"^\s*(https?://)?[^\s/@.][^\s/@]*\.[^\s/.]{2,}(/\S*)?\s*$"
_TIME = r"^\D*([01]?[0-9]|2[0-3])\s*(:\s*[0-5][0-9]|h\s*[0-5][0-9]|h|horas?)?\D*$"
_CLOCK = (
    '{{% assign _d = {name} | digits %}}{{% assign _m = "00" %}}{{% if _d.size > 2 %}}{{% assign _m = _d | slice: -2, 2 %}}'
    "{{% endif %}}{{% assign _h = _d %}}{{% if _d.size == 4 %}}{{% assign _h = _d | slice: 0, 2 %}}"
    "{{% elsif _d.size == 3 %}}{{% assign _h = _d | slice: 0, 1 %}}{{% endif %}}"
    "{{% if _h.size == 1 %}}0{{% endif %}}{{{{ _h }}}}:{{{{ _m }}}}"
)
"""Gives `14:30` for what the pattern lets through: 14:30, 14h30, 9h, "às 9 horas"."""
_DATE = {"dd": "%d", "d": "%e", "MM": "%m", "MMMM": "%B", "MMM": "%b", "yyyy": "%Y", "yy": "%y", "EEEE": "%A"}
_PLAIN_DATE = "dd/MM/yyyy"
_FARTHEST = 1e12

Asking = Callable[[Work, Block], Question]


def ask_in_words(asking: Asking) -> Callable[[Work, Block, Link], Link]:
    """The converter of a question whose only way out is the answer."""

    def convert(work: Work, block: Block, onward: Link) -> Link:
        return ask(work, block, asking(work, block), onward)

    return convert


def text(work: Work, block: Block) -> Question:
    """Any words."""
    extras = {"audioClip": "gravações de áudio", "attachments": "anexos"}
    lost = [name for key, name in extras.items() if object_of(block.options.get(key)).get("isEnabled") is True]
    if lost:
        work.tell(block, "answer_extras", what=" e ".join(lost).capitalize())
    return Question({}, "Pode escrever sua resposta. 🙂")


def number(work: Work, block: Block) -> Question:
    """A number between bounds, where these are numbers themselves."""
    options: dict[str, Any] = {"kind": "number", **_bounds(work, block)}
    step = text_of(block.options.get("step")).strip()
    if step and step not in ("1", "any"):
        work.tell(block, "step_left", step=step)
    style = text_of(block.options.get("style"))
    if style in ("currency", "percent", "unit"):
        of = text_of(block.options.get("currency" if style == "currency" else "unit"))
        work.tell(block, "number_style", style=f"{style} {of}".strip())
    return Question(options, "Qual é o número?")


def _bounds(work: Work, block: Block) -> dict[str, float]:
    found: dict[str, float] = {}
    for key, option, which in (("min", "minimum", "mínimo"), ("max", "maximum", "máximo")):
        raw = block.options.get(key)
        bound = number_of(raw)
        if bound is not None and abs(bound) <= _FARTHEST:
            found[option] = int(bound) if bound == int(bound) else bound
        elif text_of(raw).strip():
            work.tell(block, "dynamic_bound", which=which, value=text_of(raw))
    if found.get("minimum", -_FARTHEST) > found.get("maximum", _FARTHEST):
        work.tell(block, "dynamic_bound", which="mínimo", value=f"{found['minimum']:g} > {found['maximum']:g}")
        del found["minimum"]
    return found


def email(work: Work, block: Block) -> Question:
    """An e-mail address."""
    return Question({"kind": "email"}, "Qual é o seu e-mail?")


def url(work: Work, block: Block) -> Question:
    """A web address."""
    sentence = "Esse endereço não parece completo. Pode mandar o link inteiro? Exemplo: https://exemplo.com.br"
    return Question({"kind": "text", "pattern": _URL, "invalid_text": sentence}, "Qual é o link?")


def phone(work: Work, block: Block) -> Question:
    """A phone number."""
    country = text_of(block.options.get("defaultCountryCode")).upper()
    if country not in ("", "BR", "INT", "INTERNATIONAL"):
        work.tell(block, "phone_country", country=country)
    return Question({"kind": "phone"}, "Qual é o seu telefone, com DDD?")


def ask_time(work: Work, block: Block, onward: Link) -> Link:
    """A time of day, kept as `14:30` however it was written."""
    form = text_of(block.options.get("format")).strip()
    if form not in ("", "HH:mm"):
        work.tell(block, "time_format", format=form)
    sentence = "Não entendi o horário. Pode mandar como 14:30?"
    question = Question({"kind": "text", "pattern": _TIME, "invalid_text": sentence}, "Qual é o horário?")
    variable = work.names.of(block.options.get("variableId"))
    if not variable:
        return ask(work, block, question, onward)
    kept = work.assign(block.at.group, {variable: _CLOCK.format(name=variable)}, onward)
    return ask(work, block, question, kept)


def rating(work: Work, block: Block) -> Question:
    """A number on a scale; the words at its ends go with the question."""
    low, high = number_of(block.options.get("startsAt")), number_of(block.options.get("length"))
    icons = block.options.get("buttonType") == "Icons"
    first = int(low) if low is not None and abs(low) <= _FARTHEST else 1 if icons else 0
    last = max(int(high) if high is not None and abs(high) <= _FARTHEST else 10, first)
    for key, which in (("startsAt", "primeira nota"), ("length", "última nota")):
        if number_of(block.options.get(key)) is None and text_of(block.options.get(key)).strip():
            work.tell(block, "dynamic_scale", which=which, value=text_of(block.options.get(key)))
    work.tell(block, "rating_as_number", low=first, high=last)
    labels = object_of(block.options.get("labels"))
    ends = [
        (first, work.text(block, labels.get("left")).strip()),
        (last, work.text(block, labels.get("right")).strip()),
    ]
    told = " · ".join(f"{number} = {words}" for number, words in ends if words)
    hint = f"({told})" if told else f"(de {first} a {last})"
    options = {"kind": "number", "minimum": first, "maximum": last, "whole": True}
    return Question(options, f"Qual é a sua nota, de {first} a {last}?", hint, "" if told else str(last))


def ask_date(work: Work, block: Block, onward: Link) -> Link:
    """A day; with its time, or from one to another, as the words that were written. Another form of it is made afterwards."""
    for key, code in (("isRange", "date_range"), ("hasTime", "date_with_time")):
        if block.options.get(key) is True:
            work.tell(block, code)
            return ask(work, block, Question({"kind": "text"}, "Qual é a data?"), onward)
    bounds = [f"{key} {text_of(block.options.get(key))}" for key in ("min", "max") if text_of(block.options.get(key))]
    if bounds:
        work.tell(block, "date_bound", bounds=", ".join(bounds))
    question = Question({"kind": "date"}, "Qual é a data? Pode mandar como 25/12/2026.")
    return ask(work, block, question, _in_format(work, block, onward))


def _in_format(work: Work, block: Block, onward: Link) -> Link:
    """Where the original keeps the date in another form, so do we, as text."""
    wanted = text_of(block.options.get("format")).strip() or _PLAIN_DATE
    variable = work.names.of(block.options.get("variableId"))
    if wanted == _PLAIN_DATE or not variable:
        return onward
    form = date_form(wanted)
    if form is None:
        work.tell(block, "date_format", format=wanted)
        return onward
    return work.assign(block.at.group, {variable: f'{{{{ {variable} | date: "{form}" }}}}'}, onward)


def date_form(pattern: str) -> str | None:
    """A Unicode date pattern as the form of our `date` filter; None where it names more than day, month and year."""
    form, at = [], 0
    while at < len(pattern):
        end = at + 1
        while end < len(pattern) and pattern[end] == pattern[at] and pattern[at].isalpha():
            end += 1
        piece = pattern[at:end]
        if piece.isalpha() and piece not in _DATE:
            return None
        if not piece.isalpha() and piece not in "/-. ,":
            return None
        form.append(_DATE.get(piece, piece))
        at = end
    return "".join(form)


_FILES: Mapping[str, tuple[str, ...]] = {
    "image": ("image", "jpg", "jpeg", "png", "gif", "webp", "heic"),
    "audio": ("audio", "mp3", "ogg", "wav", "m4a", "opus"),
    "video": ("video", "mp4", "mov", "avi", "webm", "3gp"),
}


def ask_file(work: Work, block: Block, onward: Link) -> Link:
    """A file of any kind that the original allows; where it may be skipped, words go on without one."""
    work.tell(block, "file_as_media")
    allowed = object_of(block.options.get("allowedFileTypes"))
    types = [text_of(one).lower().strip(" .") for one in list_of(allowed.get("types"))]
    kinds = (
        _kinds(types) if allowed.get("isEnabled") is True and any(types) else ("image", "audio", "video", "document")
    )
    lost = {"isMultipleAllowed": "mais de um arquivo por resposta", "visibility": "a regra de quem pode ver o arquivo"}
    rules = [name for key, name in lost.items() if block.options.get(key) not in (None, False, "Auto")]
    if rules:
        work.tell(block, "file_rules", what="; ".join(rules))
    options: dict[str, Any] = {"kind": "media", "media": list(kinds)}
    hint, exits = "", {}
    if block.options.get("isRequired") is False:
        work.tell(block, "file_optional")
        skip = work.text(block, object_of(block.options.get("labels")).get("skip")).strip()
        hint, exits = f"(Se preferir, escreva “{skip or 'pular'}”.)", {"invalid": onward}
        options["attempts"] = 1
    return ask(work, block, Question(options, "Pode me enviar o arquivo por aqui?", hint, exits=exits), onward)


def _kinds(types: list[str]) -> tuple[str, ...]:
    found = {next((kind for kind, words in _FILES.items() if _is_of(one, words)), "document") for one in types if one}
    return tuple(kind for kind in ("image", "audio", "video", "document") if kind in found)


def _is_of(type: str, words: tuple[str, ...]) -> bool:
    return any(part in words for part in type.split("/"))


def skip_payment(work: Work, block: Block, onward: Link) -> Link:
    """A payment cannot be carried, and the way goes on."""
    amount = text_of(block.options.get("amount")) or "valor não informado"
    currency = text_of(block.options.get("currency"))
    provider = text_of(block.options.get("provider")) or "Stripe"
    work.tell(block, "payment", provider=provider, amount=f"{amount} {currency}".strip())
    return hold_place(work, block, onward, f"Refazer: pagamento ({provider})", [block.options.get("variableId")])
