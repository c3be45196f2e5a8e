"""What does a template of Meta take, and how are values worded as its `components`?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from recado.channels.adapter import MessageRefused
from recado.channels.adapters.whatsapp_cloud.checks import length
from recado.channels.adapters.whatsapp_cloud.templates import (
    BUTTON_PARAMETER,
    WRONG_FORMAT,
    check_call,
    fill,
    kind_of,
    objects_in,
    render,
    text_in,
    variables_of,
)
from recado.channels.models import Json, Template, TemplateCall
from recado.channels.template_models import (
    ButtonValue,
    FilledTemplate,
    Slot,
    SlotKind,
    TemplateProblem,
    TemplateValues,
    Value,
)

TOO_LONG = "132005"
BAD_VALUE = "132018"
NOT_HERE = "template_not_supported"
BODY = 1024
HEADER = 60
URL = 2000
COUPON = 20
PAYLOAD = 256

_MEDIA: dict[str, SlotKind] = {"IMAGE": "image", "VIDEO": "video", "DOCUMENT": "document", "LOCATION": "location"}
# A person at a desk cannot fill these in: cards of a carousel, a catalogue's products, an offer's end.
_NOT_FOR_PEOPLE = frozenset({"CAROUSEL", "LIMITED_TIME_OFFER", "ORDER_DETAILS", "CATALOG", "MPM", "SPM"})
# Meta's words for error 132018: no line breaks, no tabs, not more than four blanks in a row.
_BROKEN = re.compile(r"[\n\r\t\v\f\x85\u2028\u2029]| {5,}")


def slots_of(template: Template) -> tuple[Slot, ...]:
    """Everything that the template takes, in the order in which a person reads it."""
    return tuple(_slots(template))


def _slots(template: Template) -> Iterator[Slot]:
    for component in template.components:
        kind = kind_of(component)
        if kind == "HEADER":
            yield from _header_slots(component)
        elif kind == "BODY":
            yield from _text_slots("body", text_in(component, "text"), _body_examples(component))
        elif kind == "BUTTONS":
            for index, button in enumerate(objects_in(component, "buttons")):
                yield from _button_slots(index, button)


def _header_slots(component: Json) -> Iterator[Slot]:
    media = _MEDIA.get(text_in(component, "format").upper())
    if media is not None:
        yield Slot("header", "", media)
        return
    yield from _text_slots("header", text_in(component, "text"), _header_examples(component))


def _text_slots(part: str, text: str, examples: dict[str, str]) -> Iterator[Slot]:
    for key in variables_of(text):
        yield Slot("header" if part == "header" else "body", key, "text", examples.get(key, ""))


def _button_slots(index: int, button: Json) -> Iterator[Slot]:
    kind, label = kind_of(button), text_in(button, "text")
    example = button.get("example")
    first = example[0] if isinstance(example, list) and example else example
    shown = first if isinstance(first, str) else ""
    if kind == "COPY_CODE":
        yield Slot("button", str(index), "copy_code", shown, label)
    elif kind == "OTP" or variables_of(text_in(button, "url")):
        yield Slot("button", str(index), "url", shown, label)
    elif kind == "QUICK_REPLY":
        yield Slot("button", str(index), "payload", "", label, needed=False)


def _body_examples(component: Json) -> dict[str, str]:
    example = component.get("example")
    if not isinstance(example, dict):
        return {}
    rows = example.get("body_text")
    first = rows[0] if isinstance(rows, list) and rows and isinstance(rows[0], list) else []
    return _by_number(first) | _by_name(example, "body_text_named_params")


def _header_examples(component: Json) -> dict[str, str]:
    example = component.get("example")
    if not isinstance(example, dict):
        return {}
    row = example.get("header_text")
    return _by_number(row if isinstance(row, list) else []) | _by_name(example, "header_text_named_params")


def _by_number(values: Sequence[object]) -> dict[str, str]:
    return {str(number): value for number, value in enumerate(values, start=1) if isinstance(value, str)}


def _by_name(example: Json, key: str) -> dict[str, str]:
    return {text_in(one, "param_name"): text_in(one, "example") for one in objects_in(example, key)}


def word_values(template: Template, values: TemplateValues) -> TemplateCall:
    """Word values as Meta's components. What does not fit the template is worded too: `check_call` refuses it."""
    components: list[Json] = []
    if header := _header(values, named=template.named):
        components.append({"type": "header", "parameters": header})
    if values.body:
        components.append({"type": "body", "parameters": [_value(one, named=template.named) for one in values.body]})
    kinds = _button_kinds(template)
    components.extend(_button(one, kinds) for one in sorted(values.buttons, key=lambda one: one.index))
    return TemplateCall(template.name, template.language, tuple(components))


def _header(values: TemplateValues, *, named: bool) -> list[Json]:
    if values.location is not None:
        place = values.location
        where: Json = {"latitude": str(place.latitude), "longitude": str(place.longitude)}
        where |= {key: said for key, said in (("name", place.name), ("address", place.address)) if said}
        return [{"type": "location", "location": where}]
    return [_value(one, named=named) for one in values.header]


def _value(value: Value, *, named: bool) -> Json:
    worded: Json
    match value.kind:
        case "currency":
            worded = {"fallback_value": value.text, "code": value.currency, "amount_1000": value.amount_1000}
            said: Json = {"type": "currency", "currency": worded}
        case "date_time":
            said = {"type": "date_time", "date_time": {"fallback_value": value.text}}
        case _:
            said = {"type": "text", "text": value.text}
    return {"type": said["type"], "parameter_name": value.name, **said} if named and value.name else said


def _button_kinds(template: Template) -> dict[int, str]:
    found = [one for part in template.components if kind_of(part) == "BUTTONS" for one in objects_in(part, "buttons")]
    return {index: kind_of(button) for index, button in enumerate(found)}


def _button(button: ButtonValue, kinds: dict[int, str]) -> Json:
    sub_type, type_, key = {
        "url": ("url", "text", "text"),
        "copy_code": ("copy_code", "coupon_code", "coupon_code"),
        "payload": ("quick_reply", "payload", "payload"),
    }[button.kind]
    # The code of an authentication template goes as the end of an address, whatever the button is called.
    if kinds.get(button.index) == "OTP":
        sub_type, type_, key = "url", "text", "text"
    return {
        "type": "button", "sub_type": sub_type, "index": str(button.index), "parameters": [{"type": type_, key: button.value}],
    }  # fmt: skip


def fill_in(template: Template, values: TemplateValues) -> FilledTemplate:
    """Fill a template in and say what Meta would refuse; the file that follows stands in the header for the while."""
    call = word_values(template, values)
    if values.media_link:
        call = attach_media(call, _wanted_media(template), {"link": values.media_link})
    whole = attach_media(call, values.media_follows, {"id": "upload"}) if values.media_follows else call
    return FilledTemplate(call, render(template, whole), tuple(all_problems(template, whole)))


def all_problems(template: Template, call: TemplateCall) -> Iterator[TemplateProblem]:
    """What Meta would refuse about this call: its shape first, then each value."""
    try:
        check_call(template, call)
    except MessageRefused as refused:
        yield TemplateProblem(refused.code, refused.field, refused.limit)
    yield from check_values(template, call)


def _wanted_media(template: Template) -> str:
    kinds = [slot.kind for slot in slots_of(template) if slot.part == "header" and not slot.key]
    return kinds[0] if kinds and kinds[0] != "location" else "image"


def check_values(template: Template, call: TemplateCall) -> tuple[TemplateProblem, ...]:
    """What Meta would refuse about the values themselves: 132018 broken words, 132005 too long once filled in."""
    return tuple(_value_problems(template, call))


def _value_problems(template: Template, call: TemplateCall) -> Iterator[TemplateProblem]:
    if any(kind_of(one) in _NOT_FOR_PEOPLE for one in _all_parts(template)):
        yield TemplateProblem(NOT_HERE, "template")
    for component in call.components:
        part = text_in(component, "type").lower()
        where = f"template.buttons.{component.get('index')}" if part == "button" else f"template.{part}"
        for parameter in objects_in(component, "parameters"):
            yield from _parameter_problems(parameter, where)
    for component in template.components:
        kind, most = kind_of(component), {"BODY": BODY, "HEADER": HEADER}.get(kind_of(component))
        if most is None:
            continue
        given = [one for one in call.components if text_in(one, "type").upper() == kind]
        parameters = tuple(objects_in(given[0], "parameters")) if given else ()
        if length(fill(text_in(component, "text"), parameters)) > most:
            yield TemplateProblem(TOO_LONG, f"template.{kind.lower()}", most)


def _parameter_problems(parameter: Json, where: str) -> Iterator[TemplateProblem]:
    kind = text_in(parameter, "type")
    inner = parameter.get(kind)
    said = text_in(inner, "fallback_value") if isinstance(inner, dict) else text_in(parameter, kind)
    if kind in ("text", "currency", "date_time", "coupon_code", "payload") and not said.strip():
        yield TemplateProblem(BUTTON_PARAMETER, where)
    if kind in ("text", "currency", "date_time") and _BROKEN.search(said):
        yield TemplateProblem(BAD_VALUE, where)
    limit = {"coupon_code": COUPON, "payload": PAYLOAD}.get(kind) or (URL if ".buttons." in where else None)
    if limit is not None and length(said) > limit:
        yield TemplateProblem("too_long", where, limit)
    if kind == "currency" and isinstance(inner, dict) and not re.fullmatch("[A-Z]{3}", text_in(inner, "code")):
        yield TemplateProblem(WRONG_FORMAT, where)


def _all_parts(template: Template) -> Iterator[Json]:
    for component in template.components:
        yield component
        if kind_of(component) == "BUTTONS":
            yield from objects_in(component, "buttons")


def attach_media(call: TemplateCall, kind: str, source: Json) -> TemplateCall:
    """Put a file into the header of a call, in the place of whatever stood there; raise where it is no header's file."""
    if kind not in ("image", "video", "document"):
        raise MessageRefused(WRONG_FORMAT, field="template.header")
    rest = tuple(one for one in call.components if text_in(one, "type").lower() != "header")
    header: Json = {"type": "header", "parameters": [{"type": kind, kind: source}]}
    return TemplateCall(call.name, call.language, (header, *rest))
