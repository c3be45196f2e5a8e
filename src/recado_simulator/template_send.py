"""Do the parameters of this send fit the template, and what will the person read?"""

from __future__ import annotations

import re

from recado_simulator.fields import length_of, need_object, need_text
from recado_simulator.graph_errors import GraphError, invalid, missing
from recado_simulator.outgoing import MediaRef, read_media_ref
from recado_simulator.shapes import Json, as_list, as_object, as_text, without_none
from recado_simulator.template_rules import fill, variables_of
from recado_simulator.template_store import Template

_MOST_BODY = 1024
_SUB_TYPES = {
    "QUICK_REPLY": "quick_reply",
    "URL": "url",
    "COPY_CODE": "copy_code",
    "FLOW": "flow",
    "CATALOG": "catalog",
    "MPM": "mpm",
    "SPM": "spm",
    "VOICE_CALL": "voice_call",
    "ORDER_DETAILS": "order_details",
    "OTP": "url",
}
_SENDABLE = {"APPROVED", "FLAGGED"}
_REFUSED = {"PAUSED": 132015, "DISABLED": 132016}


def language_of(template: Json) -> tuple[str, str]:
    """Name and language code of a template send, or the refusal that one is missing."""
    name = need_text(template, "name", where="template", most=512)
    language = need_object(template, "language", where="template")
    return name, need_text(language, "code", where="template.language", most=20)


def check_state(template: Template | None, *, name: str, language: str) -> Template:
    if template is not None and template.status in _SENDABLE:
        return template
    if template is not None and template.status in _REFUSED:
        raise GraphError(_REFUSED[template.status], f"template name ({name}) in {language} is {template.status}.")
    raise GraphError(132001, f"template name ({name}) does not exist in {language} or is not approved.")


def render(template: Template, sent: Json) -> tuple[Json, MediaRef | None]:
    """Put the parameters in: what the phone shows, and the header's media.

    Raises 132000 for a wrong number of parameters, 132012 for a wrong kind (a media header left out is one of those).
    """
    given = [as_object(one) for one in as_list(sent.get("components"))]
    header, media = _render_header(template, _parameters(given, "header"))
    body_component = template.component("BODY") or {}
    text = as_text(body_component.get("text")) or "{{1}} é o seu código de verificação."
    body = _fill_text(template, text, _parameters(given, "body"), "body")
    if length_of(body) > _MOST_BODY:
        raise GraphError(132005, f"Translated body has {length_of(body)} characters, at most {_MOST_BODY} fit.")
    footer = as_text((template.component("FOOTER") or {}).get("text")) or None
    content = without_none(
        template=template.name,
        category=template.category,
        header=header,
        text=body,
        footer=footer,
        buttons=_render_buttons(template, given),
    )
    return content, media


def _parameters(given: list[Json], kind: str) -> list[Json]:
    component = next((one for one in given if as_text(one.get("type")).lower() == kind), {})
    return [as_object(one) for one in as_list(component.get("parameters"))]


def _render_header(template: Template, parameters: list[Json]) -> tuple[str | None, MediaRef | None]:
    component = template.component("HEADER")
    if component is None:
        if parameters:
            raise GraphError(132000, "header: number of localizable_params does not match the expected number (0).")
        return None, None
    kind = str(component.get("format", "TEXT")).lower()
    if kind == "text":
        return _fill_text(template, as_text(component.get("text")), parameters, "header"), None
    if len(parameters) != 1 or parameters[0].get("type") != kind:
        got = str(parameters[0].get("type")) if parameters else "nothing"
        raise GraphError(132012, f"header: Format mismatch, expected {kind.upper()}, received {got.upper()}.")
    value = need_object(parameters[0], kind, where="template.components.header")
    if kind == "location":
        return as_text(value.get("name")) or "Localização", None
    return None, read_media_ref(value, kind, where="template.components.header")


def _fill_text(template: Template, text: str, parameters: list[Json], where: str) -> str:
    names = variables_of(text)
    if len(parameters) != len(names):
        raise GraphError(
            132000,
            f"{where}: number of localizable_params ({len(parameters)}) does not match the expected number "
            f"of params ({len(names)}).",
        )
    named = template.parameter_format == "NAMED"
    if any(("parameter_name" in one) != named for one in parameters):
        wanted = "named" if named else "positional"
        raise GraphError(132012, f"{where}: the template has {wanted} parameters (parameter_name).")
    values: dict[str, str] = {}
    for number, parameter in enumerate(parameters, 1):
        name = str(parameter.get("parameter_name")) if named else str(number)
        values[name] = _value_of(parameter, f"{where}[{number}]")
    if set(values) != set(names):
        raise GraphError(132012, f"{where}: parameter names must be {', '.join(names)}.")
    return fill(text, values)


def _value_of(parameter: Json, where: str) -> str:
    kind = parameter.get("type")
    if kind == "text":
        text = need_text(parameter, "text", where=where, most=32768)
        if re.search(r"[\n\t]| {5}", text):
            raise GraphError(132018, f"{where}: text cannot have new lines, tabs or more than 4 spaces in a row.")
        return text
    if kind in {"currency", "date_time"}:
        return need_text(need_object(parameter, str(kind), where=where), "fallback_value", where=where, most=1024)
    raise GraphError(132012, f"{where}: Format mismatch, expected TEXT, received {str(kind).upper()}.")


def _render_buttons(template: Template, given: list[Json]) -> list[Json]:
    buttons = as_list((template.component("BUTTONS") or {}).get("buttons"))
    sent = {_index(one): one for one in given if as_text(one.get("type")).lower() == "button"}
    if any(index >= len(buttons) for index in sent):
        raise GraphError(132000, f"buttons: the template has {len(buttons)} buttons.")
    return [_render_button(as_object(button), index, sent.get(index)) for index, button in enumerate(buttons)]


def _index(component: Json) -> int:
    index = str(component.get("index", ""))
    if not re.fullmatch(r"[0-9]", index):
        raise invalid("template.components.button.index", "must be 0 to 9")
    return int(index)


def _render_button(button: Json, index: int, sent: Json | None) -> Json:
    kind = str(button.get("type", "")).upper()
    title = as_text(button.get("text")) or ("Copiar código" if kind in {"COPY_CODE", "OTP"} else kind.title())
    expected = _SUB_TYPES.get(kind)
    if sent is not None and as_text(sent.get("sub_type")).lower() != expected:
        raise GraphError(132012, f"buttons: button at index {index} is of type {kind}.")
    parameters = [as_object(one) for one in as_list((sent or {}).get("parameters"))]
    first = parameters[0] if parameters else {}
    if kind == "QUICK_REPLY":
        payload = as_text(first.get("payload")) or title
        return {"id": payload, "title": title, "kind": "quick_reply"}
    if kind in {"URL", "OTP"}:
        return {"id": f"url:{index}", "title": title, "kind": "url", "url": _button_url(button, index, first, kind)}
    if kind == "COPY_CODE":
        if not first.get("coupon_code"):
            raise missing(f"buttons: button at index {index} of type copy_code needs coupon_code")
        return {"id": f"copy:{index}", "title": title, "kind": "copy", "code": str(first["coupon_code"])}
    return {"id": f"{kind.lower()}:{index}", "title": title, "kind": kind.lower()}


def _button_url(button: Json, index: int, parameter: Json, kind: str) -> str:
    url = as_text(button.get("url"))
    wanted = variables_of(url)
    text = as_text(parameter.get("text"))
    if (wanted or kind == "OTP") and not text:
        raise missing(f"buttons: button at index {index} of type url needs a parameter")
    return fill(url, {wanted[0]: text}) if wanted else url
