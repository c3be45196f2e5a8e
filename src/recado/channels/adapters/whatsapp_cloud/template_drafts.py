"""May a new template be submitted as it is, and how is it worded for Meta?

Rules: Meta's reference of message templates. What is found here is told at once and by its field; what only Meta's review
finds comes back as a rejection.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from recado.channels.adapters.whatsapp_cloud.checks import length
from recado.channels.adapters.whatsapp_cloud.templates import variables_of
from recado.channels.models import Json, Template
from recado.channels.template_models import DraftButton, TemplateDraft, TemplateProblem

NAME, HEADER, BODY, FOOTER, BUTTON, URL, COUPON = 512, 60, 1024, 60, 25, 2000, 20
BUTTONS = 10
CATEGORIES = ("UTILITY", "MARKETING")
"""Templates for codes have a text of Meta's own and are made by whoever sends codes, not at a desk."""
_MOST_OF = {"url": 2, "phone_number": 1, "copy_code": 1}
_NAME = re.compile(r"[a-z0-9_]+", re.ASCII)
_LANGUAGE = re.compile(r"[a-z]{2,3}(_[A-Z]{2,4})?", re.ASCII)
_NAMED = re.compile(r"[a-z][a-z0-9_]{0,59}", re.ASCII)
_ANY_HOLE = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_AT_THE_EDGE = re.compile(r"\A\W*\{\{[^{}]*\}\}|\{\{[^{}]*\}\}\W*\Z")
_URL = re.compile(r"https?://[^\s/?#{}]+\.[^\s{}]+(\{\{1\}\})?", re.ASCII | re.IGNORECASE)
_PHONE = re.compile(r"\+?[0-9 ()-]{5,20}", re.ASCII)
_MARKUP = re.compile(r"[\n\r*_~`]")


def is_named(draft: TemplateDraft) -> bool:
    """Do its variables have names? One kind in the whole template: Meta knows no mixture."""
    found = variables_of(f"{draft.header}\n{draft.body}")
    return bool(found) and not all(one.isdigit() for one in found)


def check_draft(draft: TemplateDraft) -> tuple[TemplateProblem, ...]:
    """Everything that Meta would refuse at once, by field; empty where it may be submitted."""
    return tuple(_problems(draft))


def _problems(draft: TemplateDraft) -> Iterator[TemplateProblem]:
    if not _NAME.fullmatch(draft.name) or len(draft.name) > NAME:
        yield TemplateProblem("bad_name", "name", NAME)
    if not _LANGUAGE.fullmatch(draft.language):
        yield TemplateProblem("bad_language", "language")
    if draft.category not in CATEGORIES:
        yield TemplateProblem("bad_category", "category")
    yield from _header_problems(draft)
    yield from _body_problems(draft)
    if length(draft.footer) > FOOTER:
        yield TemplateProblem("too_long", "footer", FOOTER)
    if variables_of(draft.footer):
        yield TemplateProblem("no_variables_here", "footer")
    yield from _button_problems(draft)


def _header_problems(draft: TemplateDraft) -> Iterator[TemplateProblem]:
    if draft.header_format == "TEXT":
        yield from _text_problems(draft.header, "header", HEADER)
        if variables_of(draft.header) and not _fits(variables_of(draft.header)[0], named=is_named(draft)):
            yield TemplateProblem("bad_variable", "header")
        if len(variables_of(draft.header)) > 1:
            yield TemplateProblem("too_many_variables", "header", 1)
        if variables_of(draft.header) and not draft.header_sample.strip():
            yield TemplateProblem("sample_missing", "header_sample")
        if _MARKUP.search(draft.header):
            yield TemplateProblem("no_formatting_here", "header")
    elif draft.header_format in ("IMAGE", "VIDEO", "DOCUMENT") and not draft.header_handle:
        yield TemplateProblem("sample_missing", "header_media")


def _fits(variable: str, *, named: bool) -> bool:
    return bool(_NAMED.fullmatch(variable)) if named else variable == "1"


def _body_problems(draft: TemplateDraft) -> Iterator[TemplateProblem]:
    yield from _text_problems(draft.body, "body", BODY)
    found = variables_of(draft.body)
    if is_named(draft):
        if not all(_NAMED.fullmatch(one) for one in found):
            yield TemplateProblem("bad_variable", "body")
    elif sorted(map(int, found)) != list(range(1, len(found) + 1)):
        yield TemplateProblem("variables_out_of_order", "body")
    if found and _AT_THE_EDGE.search(draft.body.strip()):
        yield TemplateProblem("variable_at_edge", "body")  # Meta's 2388299
    words = len(_ANY_HOLE.sub(" ", draft.body).split())
    if found and words < 2 * len(found) + 1:
        yield TemplateProblem("too_many_variables", "body", max((words - 1) // 2, 0))  # 2388293
    if re.search(r"\n{3,}", draft.body):
        yield TemplateProblem("too_many_blank_lines", "body", 2)
    samples = dict(draft.samples)
    for name in found:
        if not samples.get(name, "").strip():
            yield TemplateProblem("sample_missing", f"samples.{name}")


def _text_problems(text: str, field: str, most: int) -> Iterator[TemplateProblem]:
    if not text.strip():
        yield TemplateProblem("missing", field)
    if length(text) > most:
        yield TemplateProblem("too_long", field, most)
    known = variables_of(text)
    if any(hole.strip() not in known for hole in _ANY_HOLE.findall(text)) or text.count("{{") != text.count("}}"):
        yield TemplateProblem("bad_variable", field)


def _button_problems(draft: TemplateDraft) -> Iterator[TemplateProblem]:
    if len(draft.buttons) > BUTTONS:
        yield TemplateProblem("too_many", "buttons", BUTTONS)
    counts = Counter(one.kind for one in draft.buttons)
    for kind, most in _MOST_OF.items():
        if counts[kind] > most:  # type: ignore[index]
            yield TemplateProblem("too_many", f"buttons.{kind}", most)
    titles = [one.text.strip().casefold() for one in draft.buttons if one.kind != "copy_code"]
    if len(set(titles)) < len(titles):
        yield TemplateProblem("duplicate", "buttons")
    # Quick replies must stand together: all before or all after the others.
    groups = [one.kind == "quick_reply" for one in draft.buttons]
    if sum(a != b for a, b in pairwise(groups)) > 1:
        yield TemplateProblem("quick_replies_apart", "buttons")
    for index, button in enumerate(draft.buttons):
        yield from _one_button_problems(button, f"buttons.{index}")


def _one_button_problems(button: DraftButton, field: str) -> Iterator[TemplateProblem]:
    if button.kind != "copy_code":
        yield from _text_problems(button.text, f"{field}.text", BUTTON)
        if variables_of(button.text):
            yield TemplateProblem("no_variables_here", f"{field}.text")
    if button.kind == "url":
        if not _URL.fullmatch(button.value) or len(button.value) > URL:
            yield TemplateProblem("bad_url", f"{field}.value", URL)
        if variables_of(button.value) and not button.example.strip():
            yield TemplateProblem("sample_missing", f"{field}.example")
    elif button.kind == "phone_number" and not _PHONE.fullmatch(button.value):
        yield TemplateProblem("bad_phone", f"{field}.value", 20)
    elif button.kind == "copy_code" and not 1 <= length(button.value.strip()) <= COUPON:
        yield TemplateProblem("sample_missing", f"{field}.value", COUPON)


def word_draft(draft: TemplateDraft) -> Json:
    """Word a draft as the body of `POST /{waba_id}/message_templates`."""
    components: list[Json] = []
    if draft.header_format:
        components.append(_header(draft))
    components.append(_body(draft))
    if draft.footer:
        components.append({"type": "FOOTER", "text": draft.footer})
    if draft.buttons:
        components.append({"type": "BUTTONS", "buttons": [_button(one) for one in draft.buttons]})
    return {
        "name": draft.name, "language": draft.language, "category": draft.category,
        "parameter_format": "NAMED" if is_named(draft) else "POSITIONAL", "components": components,
    }  # fmt: skip


def as_template(draft: TemplateDraft) -> Template:
    """The draft as if it stood in a listing, for a preview with its own samples."""
    body = word_draft(replace(draft, samples=tuple((name, "") for name in variables_of(draft.body)) + draft.samples))
    return Template(
        "", draft.name, draft.language, "APPROVED", draft.category, is_named(draft), tuple(body["components"])
    )


def _header(draft: TemplateDraft) -> Json:
    header: Json = {"type": "HEADER", "format": draft.header_format}
    if draft.header_format == "TEXT":
        header["text"] = draft.header
        if found := variables_of(draft.header):
            header["example"] = (
                {"header_text_named_params": [{"param_name": found[0], "example": draft.header_sample}]}
                if is_named(draft)
                else {"header_text": [draft.header_sample]}
            )
    elif draft.header_handle:
        header["example"] = {"header_handle": [draft.header_handle]}
    return header


def _body(draft: TemplateDraft) -> Json:
    body: Json = {"type": "BODY", "text": draft.body}
    samples, found = dict(draft.samples), variables_of(draft.body)
    if found and is_named(draft):
        named = [{"param_name": name, "example": samples[name]} for name in found]
        body["example"] = {"body_text_named_params": named}
    elif found:
        body["example"] = {"body_text": [[samples[name] for name in sorted(found, key=int)]]}
    return body


def _button(button: DraftButton) -> Json:
    match button.kind:
        case "url":
            link: Json = {"type": "URL", "text": button.text, "url": button.value}
            if variables_of(button.value):
                link["example"] = [button.value.replace("{{1}}", button.example)]
            return link
        case "phone_number":
            return {"type": "PHONE_NUMBER", "text": button.text, "phone_number": button.value}
        case "copy_code":
            return {"type": "COPY_CODE", "example": button.value}
        case _:
            return {"type": "QUICK_REPLY", "text": button.text}
