"""May this template be created as it is?"""

from __future__ import annotations

import re
from collections.abc import Callable

from recado_simulator.fields import length_of
from recado_simulator.graph_errors import GraphError
from recado_simulator.shapes import Json, as_list, as_object, as_text

CATEGORIES = ("MARKETING", "UTILITY", "AUTHENTICATION")
_VARIABLE = re.compile(r"\{\{\s*([^{}\s]+)\s*\}\}")
_NAMED = re.compile(r"^[a-z][a-z0-9_]*$")
_MOST_BUTTONS = 10
_MOST_OF_KIND = {"URL": 2, "PHONE_NUMBER": 1, "COPY_CODE": 1}
_TOO_LONG, _HEADER, _FOOTER, _RATIO, _EDGE = 2388040, 2388047, 2388073, 2388293, 2388299


def variables_of(text: str) -> list[str]:
    """Names or numbers of the `{{variables}}` in a text, each once, in order."""
    return list(dict.fromkeys(_VARIABLE.findall(text)))


def fill(text: str, values: dict[str, str]) -> str:
    return _VARIABLE.sub(lambda match: values.get(match.group(1), match.group(0)), text)


def check_template(body: Json) -> None:
    """Raise the GraphError (100 with a subcode of template management) that refuses this definition."""
    name, category = as_text(body.get("name")), body.get("category")
    if not re.fullmatch(r"[a-z0-9_]{1,512}", name):
        raise _refused("name must be 1 to 512 lower-case letters, digits or underscores")
    if not re.fullmatch(r"[a-z]{2,3}(_[A-Z]{2,4})?", as_text(body.get("language"))):
        raise _refused("language must be a locale such as pt_BR")
    if category not in CATEGORIES:
        raise _refused(f"category must be one of {', '.join(CATEGORIES)}")
    check_components(as_list(body.get("components")), body.get("parameter_format"), category=str(category))


def check_components(components: list[Json], parameter_format: object, *, category: str) -> None:
    kinds = [str(as_object(one).get("type", "")).upper() for one in components]
    if kinds.count("BODY") != 1 or len(set(kinds)) != len(kinds):
        raise _refused("components must have exactly one BODY and at most one of each other type")
    for component, kind in zip(components, kinds, strict=True):
        if kind not in _CHECKS:
            raise _refused(f"components type {kind or 'missing'} is unknown")
        if not (category == "AUTHENTICATION" and kind in {"BODY", "FOOTER", "BUTTONS"}):
            _CHECKS[kind](component, str(parameter_format or "POSITIONAL").upper() == "NAMED")


def _check_header(component: Json, named: bool) -> None:
    kind = str(component.get("format", "")).upper()
    if kind not in {"TEXT", "IMAGE", "VIDEO", "DOCUMENT", "LOCATION"}:
        raise _refused("header format must be TEXT, IMAGE, VIDEO, DOCUMENT or LOCATION", _HEADER)
    if kind != "TEXT":
        return
    text = _text(component, 60, "header", _HEADER)
    if len(variables_of(text)) > 1:
        raise _refused("header text may have one variable", _HEADER)
    _check_variables(text, named, "header")


def _check_body(component: Json, named: bool) -> None:
    text = _text(component, 1024, "body", _TOO_LONG)
    names = _check_variables(text, named, "body")
    if text.strip().startswith("{{") or text.strip().endswith("}}"):
        raise _refused("body must not begin or end with a variable", _EDGE)
    words = len(_VARIABLE.sub(" ", text).split())
    if names and words < 2 * len(names) + 1:
        raise _refused("body has too many variables for its length", _RATIO)


def _check_footer(component: Json, named: bool) -> None:
    text = _text(component, 60, "footer", _FOOTER)
    if variables_of(text):
        raise _refused("footer may not have variables", _FOOTER)


def _check_buttons(component: Json, named: bool) -> None:
    buttons = as_list(component.get("buttons"))
    if not 1 <= len(buttons) <= _MOST_BUTTONS:
        raise _refused(f"buttons must be 1 to {_MOST_BUTTONS}, there are {len(buttons)}")
    kinds = [str(as_object(one).get("type", "")).upper() for one in buttons]
    for kind, most in _MOST_OF_KIND.items():
        if kinds.count(kind) > most:
            raise _refused(f"buttons of type {kind} may be at most {most}")
    for button, kind in zip(buttons, kinds, strict=True):
        if kind != "COPY_CODE" or "text" in button:
            _text(as_object(button), 25, f"{kind} button", _TOO_LONG)
        if kind == "URL" and not as_text(button.get("url")).startswith(("http://", "https://")):
            raise _refused("URL button needs an url")
        if kind == "PHONE_NUMBER" and not re.fullmatch(r"\+?[0-9 ()-]{5,20}", as_text(button.get("phone_number"))):
            raise _refused("PHONE_NUMBER button needs a phone_number of at most 20 characters")


def _check_other(component: Json, named: bool) -> None:
    """Carousels, limited-time offers and the like are taken as they come."""


def _check_variables(text: str, named: bool, where: str) -> list[str]:
    names = variables_of(text)
    if named:
        if not all(_NAMED.match(name) for name in names):
            raise _refused(f"{where} variables must be named in lower case, as parameter_format NAMED says")
    elif names != [str(number) for number in range(1, len(names) + 1)]:
        raise _refused(f"{where} variables must be numbered {{{{1}}}}, {{{{2}}}} … in order")
    return names


def _text(component: Json, most: int, where: str, subcode: int) -> str:
    text = as_text(component.get("text"))
    if not text.strip():
        raise _refused(f"{where} text is missing", subcode)
    if length_of(text) > most:
        raise _refused(f"{where} text must be at most {most} characters long, it has {length_of(text)}", subcode)
    return text


def _refused(why: str, subcode: int | None = None) -> GraphError:
    return GraphError(100, why[0].upper() + why[1:] + ".", subcode=subcode)


_CHECKS: dict[str, Callable[[Json, bool], None]] = {
    "HEADER": _check_header,
    "BODY": _check_body,
    "FOOTER": _check_footer,
    "BUTTONS": _check_buttons,
    "CAROUSEL": _check_other,
    "LIMITED_TIME_OFFER": _check_other,
    "CALL_PERMISSION_REQUEST": _check_other,
}
