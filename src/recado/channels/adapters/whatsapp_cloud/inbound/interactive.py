"""What did a person answer to buttons, a list, a form or a request?"""

from __future__ import annotations

from typing import Any

from recado.channels.adapters.whatsapp_cloud.inbound.content import Content
from recado.channels.adapters.whatsapp_cloud.inbound.shapes import object_in, text_in
from recado.channels.models import Choice, Json, MessageType
from recado.foundation.untrusted_json import JsonRefused, read_json


def read_interactive(message: Json) -> Content:
    """Read an `interactive` answer, also one without its object (seen together with error 131000) or of a new kind."""
    answer = object_in(message, "interactive")
    kind = text_in(answer, "type") or next((key for key in _KINDS if key in answer), "")
    held = object_in(answer, kind)
    if kind in ("button_reply", "list_reply"):
        return _choice(kind, held)
    if kind == "nfm_reply":
        return Content(MessageType.INTERACTIVE, text_in(held, "body"), kind, {"form": read_form(held)})
    content = {kind: held} if kind in _KINDS else ({"raw": answer} if answer else {})
    # Buttons and lists that the business itself sent, in echoes and old threads, have a body like our own.
    return Content(MessageType.INTERACTIVE, text_in(object_in(answer, "body"), "text"), kind[:64], content)


_KINDS = ("button_reply", "list_reply", "nfm_reply", "call_permission_reply")


def read_form(held: Json) -> Json:
    """The answers of a WhatsApp Flow or an address form.

    `response_json` is text that a form's author shaped: `answers` holds it if it is an
    object, `raw` whatever else it was.
    """
    form: Json = {"name": text_in(held, "name")}
    told = held.get("response_json")
    answers = _parsed(told) if isinstance(told, str) else told
    if isinstance(answers, dict):
        form["answers"] = answers
        if token := text_in(answers, "flow_token"):
            form["flow_token"] = token
    elif told is not None:
        form["raw"] = told
    return form


def _choice(kind: str, held: Json) -> Content:
    title = text_in(held, "title")
    choice = Choice(id=text_in(held, "id"), title=title, description=text_in(held, "description"))
    return Content(MessageType.INTERACTIVE, title, kind, choice=choice)


def _parsed(told: str) -> Any:
    try:
        return read_json(told.encode())
    except JsonRefused:
        return None
