"""Which templates has a business account, may this one be sent with these parameters, and how will it read?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from recado.channels.adapter import MessageRefused
from recado.channels.models import Json, RenderedTemplate, Template, TemplateCall

FIELDS = "name,language,status,category,components,parameter_format,quality_score,rejected_reason"
"""What a listing must ask for: `parameter_format` comes only then."""

_VARIABLE = re.compile(r"\{\{\s*([A-Za-z0-9_]+)\s*\}\}", re.ASCII)
_MEDIA = ("IMAGE", "VIDEO", "DOCUMENT", "LOCATION")
_NEEDS_PARAMETER = frozenset({"COPY_CODE", "OTP"})

WRONG_COUNT = "132000"
NOT_SENDABLE = "132001"
WRONG_FORMAT = "132012"
PAUSED = "132015"
DISABLED = "132016"
BUTTON_PARAMETER = "131008"


def read_page(answer: Json) -> tuple[tuple[Template, ...], str]:
    """Read one page of a listing: its templates and the cursor of the next page, "" at the end."""
    rows = answer.get("data")
    templates = tuple(_template(row) for row in rows if isinstance(row, dict)) if isinstance(rows, list) else ()
    paging = object_in(answer, "paging")
    after = text_in(object_in(paging, "cursors"), "after") if paging.get("next") else ""
    return tuple(template for template in templates if template.name and template.language), after


def _template(row: Json) -> Template:
    components = row.get("components")
    reason = text_in(row, "rejected_reason")
    return Template(
        provider_id=str(row.get("id", "")),
        name=text_in(row, "name"),
        language=text_in(row, "language"),
        status=text_in(row, "status").upper(),
        category=text_in(row, "category").upper(),
        named=text_in(row, "parameter_format").upper() == "NAMED",
        components=tuple(item for item in components if isinstance(item, dict)) if isinstance(components, list) else (),
        quality=text_in(object_in(row, "quality_score"), "score").upper(),
        rejected_reason="" if reason == "NONE" else reason,  # approved rows say NONE
    )


def check_call(template: Template, call: TemplateCall) -> None:
    """Refuse what the provider would refuse, with its code: 132000 wrong count, 132012 wrong format, 131008 a button
    without its parameter, 132001, 132015 and 132016 a template that may not be sent now."""
    if template.status != "APPROVED":
        codes = {"PAUSED": PAUSED, "DISABLED": DISABLED}
        raise MessageRefused(codes.get(template.status, NOT_SENDABLE), field="template")
    given = _parameters_by_part(call)
    for component in template.components:
        kind = kind_of(component)
        if kind == "HEADER":
            _check_header(component, given.get("header", ()), named=template.named)
        elif kind == "BODY":
            _check_text(component, given.get("body", ()), "body", named=template.named)
        elif kind == "BUTTONS":
            _check_buttons(component, given)


def _check_header(component: Json, given: Sequence[Json], *, named: bool) -> None:
    """A media header is a parameter even without any variable: its absence is a wrong format, not a wrong count."""
    wanted = text_in(component, "format").upper()
    if wanted not in _MEDIA:
        _check_text(component, given, "header", named=named)
        return
    kinds = [text_in(parameter, "type").upper() for parameter in given]
    if kinds != [wanted]:
        raise MessageRefused(WRONG_FORMAT, field="template.header", limit=1)


def _check_text(component: Json, given: Sequence[Json], part: str, *, named: bool) -> None:
    wanted = variables_of(text_in(component, "text"))
    if len(given) != len(wanted):
        raise MessageRefused(WRONG_COUNT, field=f"template.{part}", limit=len(wanted))
    names = {text_in(parameter, "parameter_name") for parameter in given} - {""}
    if named and wanted and names != set(wanted):
        raise MessageRefused(WRONG_FORMAT, field=f"template.{part}")
    if any(text_in(parameter, "type") not in ("text", "currency", "date_time") for parameter in given):
        raise MessageRefused(WRONG_FORMAT, field=f"template.{part}")


def _check_buttons(component: Json, given: Mapping[str, Sequence[Json]]) -> None:
    for index, button in enumerate(objects_in(component, "buttons")):
        needs = kind_of(button) in _NEEDS_PARAMETER or bool(variables_of(text_in(button, "url")))
        if needs and not given.get(f"button.{index}"):
            raise MessageRefused(BUTTON_PARAMETER, field=f"template.buttons.{index}")


def render(template: Template, call: TemplateCall) -> RenderedTemplate:
    """Fill a template in as the phone shows it. A variable without a value stays as it is written."""
    given = _parameters_by_part(call)
    header = body = footer = ""
    media: Json = {}
    buttons: tuple[str, ...] = ()
    for component in template.components:
        kind = kind_of(component)
        if kind == "HEADER" and text_in(component, "format").upper() in _MEDIA:
            media = next(iter(given.get("header", ())), {})
        elif kind == "HEADER":
            header = fill(text_in(component, "text"), given.get("header", ()))
        elif kind == "BODY":
            body = fill(text_in(component, "text"), given.get("body", ()))
        elif kind == "FOOTER":
            footer = text_in(component, "text")
        elif kind == "BUTTONS":
            buttons = tuple(text_in(button, "text") for button in objects_in(component, "buttons"))
    return RenderedTemplate(header, body, footer, buttons, media)


def variables_of(text: str) -> tuple[str, ...]:
    """The variables of a text in the order of their first use, each once."""
    return tuple(dict.fromkeys(_VARIABLE.findall(text)))


def fill(text: str, parameters: Sequence[Json]) -> str:
    """Put parameters in place of variables, by name, else by position. Values are not scanned again."""
    values: dict[str, str] = {}
    for position, parameter in enumerate(parameters, start=1):
        values[text_in(parameter, "parameter_name") or str(position)] = _value(parameter)
    return _VARIABLE.sub(lambda found: values.get(found.group(1), found.group(0)), text)


def _value(parameter: Json) -> str:
    kind = text_in(parameter, "type")
    if kind in ("currency", "date_time"):
        return text_in(object_in(parameter, kind), "fallback_value")
    return text_in(parameter, "text")


def _parameters_by_part(call: TemplateCall) -> dict[str, tuple[Json, ...]]:
    """Parameters under `header`, `body` and `button.<index>`."""
    parts: dict[str, tuple[Json, ...]] = {}
    for component in call.components:
        part = text_in(component, "type").lower()
        if part == "button":
            part = f"button.{component.get('index', '')}"
        parts[part] = tuple(objects_in(component, "parameters"))
    return parts


def kind_of(component: Json) -> str:
    return text_in(component, "type").upper()


def object_in(container: Json, key: str) -> Json:
    value = container.get(key)
    return value if isinstance(value, dict) else {}


def objects_in(container: Json, key: str) -> Iterator[Json]:
    value: Any = container.get(key)
    return (item for item in value if isinstance(item, dict)) if isinstance(value, list) else iter(())


def text_in(container: Json, key: str) -> str:
    value = container.get(key)
    return value if isinstance(value, str) else ""
