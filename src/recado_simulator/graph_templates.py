"""Message templates at the Graph API: list, create, edit, delete, and the review that follows."""

from __future__ import annotations

import base64
from typing import Any

from recado_simulator.accounts import Account
from recado_simulator.delivery import Event
from recado_simulator.encoding import new_id
from recado_simulator.graph_errors import GraphError, no_such_object
from recado_simulator.parts import Answer, Call, Parts
from recado_simulator.shapes import Json, as_list, as_text, without_none
from recado_simulator.template_rules import CATEGORIES, check_components, check_template
from recado_simulator.template_store import Template, shown

_DAY_S = 86400
_MOST_TEMPLATES = 6000
_EDITS_IN_30_DAYS = 10
_EDITABLE = {"APPROVED", "REJECTED", "PAUSED"}


def list_templates(call: Call, waba_id: str) -> Answer:
    """GET /{waba_id}/message_templates with name, status, category, language, fields, limit, after."""
    rows = [one for one in call.world.templates.of_waba(waba_id) if _matches(one, call.query)]
    fields = [name.split("{")[0].strip() for name in call.query.get("fields", "").split(",") if name.strip()]
    page, paging = paged(rows, call.query, path=call.request.path)
    return Answer(without_none(data=[shown(one, fields) for one in page], paging=paging))


def get_template(call: Call, template: Template) -> Answer:
    fields = [name.strip() for name in call.query.get("fields", "").split(",") if name.strip()]
    return Answer(shown(template, fields))


def create(call: Call, waba_id: str) -> Answer:
    body = call.body
    check_template(body)
    name, language = body["name"], body["language"]
    if call.world.templates.find(waba_id, name, language) is not None:
        raise GraphError(100, f"There is already {language} content for the template {name}.", subcode=2388024)
    deleted_at = call.world.templates.deleted_at(waba_id, name)
    if deleted_at is not None and call.world.clock.now() < deleted_at + 30 * _DAY_S:
        raise GraphError(100, f"{name} was deleted less than 30 days ago; choose another name.", subcode=2388023)
    if len(call.world.templates.of_waba(waba_id)) >= _MOST_TEMPLATES:
        raise GraphError(100, "The account has reached its number of templates.", subcode=2388019)
    template = call.world.templates.save(
        Template(
            id=new_id(),
            waba_id=waba_id,
            name=name,
            language=language,
            category=body["category"],
            components=as_list(body["components"]),
            parameter_format=str(body.get("parameter_format") or "POSITIONAL").upper(),
        )
    )
    review_later(call.parts, template)
    return Answer({"id": template.id, "status": template.status, "category": template.category})


def edit(call: Call, template: Template) -> Answer:
    """POST /{template_id}: components or category; an approved one once a day and ten times in thirty days."""
    now = call.world.clock.now()
    if template.status not in _EDITABLE:
        raise GraphError(100, f"A template that is {template.status} cannot be edited.", subcode=2593002)
    recent = [at for at in template.edits if at > now - 30 * _DAY_S]
    if template.status == "APPROVED" and (len(recent) >= _EDITS_IN_30_DAYS or any(at > now - _DAY_S for at in recent)):
        raise GraphError(100, "Approved templates can be edited once in 24 hours, 10 times in 30 days.")
    category = call.body.get("category", template.category)
    if category not in CATEGORIES or (template.status == "APPROVED" and category != template.category):
        raise GraphError(100, "The category of an approved template cannot be changed.")
    components = as_list(call.body.get("components")) or template.components
    check_components(components, template.parameter_format, category=str(category))
    changed = call.world.templates.change(
        template, components=components, category=category, status="PENDING", edits=[*recent, now]
    )
    review_later(call.parts, changed)
    return Answer({"success": True, "id": changed.id, "name": changed.name, "category": changed.category})


def delete(call: Call, waba_id: str) -> Answer:
    """DELETE ?name=… removes all languages of a name, with hsm_id only that one."""
    name, template_id = as_text(call.value("name")), as_text(call.value("hsm_id"))
    doomed = [one for one in call.world.templates.of_waba(waba_id) if one.name == name and template_id in ("", one.id)]
    if not name or not doomed:
        raise GraphError(100, "There is no template of this name.", subcode=2593002, status=404)
    for template in doomed:
        call.world.templates.drop(template, now=call.world.clock.now())
    return Answer({"success": True})


def review_later(parts: Parts, template: Template) -> None:
    """A pending template is looked at after a while; `scam` in a name is refused, so that refusals can be tried."""

    def review() -> None:
        current = parts.world.templates.get(template.id)
        if current is None or current.status != "PENDING":
            return
        if "scam" in current.name:
            set_status(parts, current, "REJECTED", reason="SCAM")
        else:
            set_status(parts, current, "APPROVED", reason="NONE")

    parts.world.timers.later(parts.world.habits.template_review_ms / 1000, review)


def set_status(parts: Parts, template: Template, status: str, *, reason: str = "NONE") -> Template:
    """Move a template to a state and tell its business."""
    changed = parts.world.templates.change(template, status=status, rejected_reason=reason)
    value: Json = {
        "event": status,
        **_named(template),
        "reason": reason,
        "message_template_category": template.category,
    }
    if status == "PAUSED":
        value["other_info"] = {"title": "FIRST_PAUSE", "description": "Paused for 3 hours for low quality."}
    if status == "REJECTED":
        value["rejection_info"] = {"reason": reason, "recommendation": "Change the text and send it in again."}
    tell(parts, template, "message_template_status_update", value)
    return changed


def set_category(parts: Parts, template: Template, category: str) -> Template:
    value = {**_named(template), "previous_category": template.category, "new_category": category}
    tell(parts, template, "template_category_update", value)
    return parts.world.templates.change(template, category=category)


def set_quality(parts: Parts, template: Template, quality: str) -> Template:
    value = {"previous_quality_score": template.quality, "new_quality_score": quality, **_named(template)}
    tell(parts, template, "message_template_quality_update", value)
    return parts.world.templates.change(template, quality=quality)


def tell(parts: Parts, template: Template, field: str, value: Json) -> None:
    """Template news belong to the WABA: one webhook, by way of any of its numbers."""
    accounts = parts.world.accounts.of_waba(template.waba_id)
    seen: set[str] = set()
    for account in accounts:
        if account.callback_url not in seen:
            seen.add(account.callback_url)
            parts.deliverer.submit(Event(account.phone_number_id, field, value))


def paged(rows: list[Any], query: dict[str, str], *, path: str) -> tuple[list[Any], Json | None]:
    """One page by opaque cursors; 131059 for a cursor that was never given out."""
    limit = int(query["limit"]) if query.get("limit", "").isdigit() else 25
    limit = max(1, min(limit, 1000))
    start = _position(query["after"]) if query.get("after") else 0
    if query.get("before"):
        end = _position(query["before"]) - 1
        start = max(0, end - limit)
        limit = max(0, end - start)
    page = rows[start : start + limit]
    if not page:
        return [], None
    paging: Json = {"cursors": {"before": _cursor(start + 1), "after": _cursor(start + len(page))}}
    if start + len(page) < len(rows):
        paging["next"] = f"{path}?after={paging['cursors']['after']}&limit={limit}"
    if start > 0:
        paging["previous"] = f"{path}?before={paging['cursors']['before']}&limit={limit}"
    return page, paging


def template_of(call: Call, template_id: str) -> Template | None:
    template = call.world.templates.get(template_id)
    if template is not None and not _may_see(call.accounts, template.waba_id):
        raise no_such_object(template_id)
    return template


def _may_see(accounts: list[Account], waba_id: str) -> bool:
    return any(account.waba_id == waba_id for account in accounts)


def _matches(template: Template, query: dict[str, str]) -> bool:
    wanted_name = query.get("name_or_content") or query.get("name") or ""
    return (
        wanted_name.lower() in template.name
        and query.get("status", template.status).upper() == template.status
        and query.get("category", template.category).upper() == template.category
        and query.get("language", template.language) == template.language
    )


def _named(template: Template) -> Json:
    """Ids are integers in webhooks and strings in answers."""
    return {
        "message_template_id": int(template.id),
        "message_template_name": template.name,
        "message_template_language": template.language,
    }


def _cursor(position: int) -> str:
    return base64.urlsafe_b64encode(f"at:{position}".encode()).decode()


def _position(cursor: str) -> int:
    try:
        mark, _, number = base64.urlsafe_b64decode(cursor.encode()).decode().partition(":")
        if mark == "at":
            return int(number)
    except ValueError:
        pass
    raise GraphError(131059, "The paging cursor is not valid.")
