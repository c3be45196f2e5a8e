"""How is a template submitted to Meta, taken away there, and given the sample of its header?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import aiohttp
from yarl import URL

from recado.channels.adapter import Account, AccountUnavailable, MediaFile, TemplateNotTaken
from recado.channels.adapters.whatsapp_cloud.account import code_of
from recado.channels.adapters.whatsapp_cloud.errors import GraphError, error_in
from recado.channels.adapters.whatsapp_cloud.graph import (
    MEDIA_TIMEOUT,
    Answer,
    AnswerLost,
    Graph,
    NotConfigured,
    NotReached,
    ask,
    graph_of,
)
from recado.channels.adapters.whatsapp_cloud.template_drafts import is_named, word_draft
from recado.channels.models import Json, Template
from recado.channels.template_models import Submitted, TemplateDraft

NAME_TAKEN = "template_exists"
# Meta's subcodes of template management, in words of ours; the others are told by their number.
_REFUSALS: Mapping[int, str] = {
    2388019: "template_limit",
    2388023: "template_name_blocked",
    2388024: NAME_TAKEN,
    2388040: "template_too_long",
    2388047: "template_header_format",
    2388072: "template_body_format",
    2388073: "template_footer_format",
    2388293: "template_too_many_variables",
    2388299: "template_variable_at_edge",
    2494100: "provider",
    2593002: "template_gone",
}
_ACCOUNT_TROUBLE = frozenset({0, 3, 10, 33, 190, 368, 131005, 131031})
_SERVER = 500


async def create_template(session: aiohttp.ClientSession, account: Account, draft: TemplateDraft) -> Submitted:
    """Submit a template; raise `TemplateNotTaken` or `AccountUnavailable` (`network`: whether it arrived is not known)."""
    graph, business = business_of(account)
    body = word_draft(draft)
    told = await _told(session, "POST", graph.url(business, "message_templates"), graph, json=body)
    return Submitted(
        provider_id=str(told.get("id", "")),
        status=_word(told, "status") or "PENDING",
        category=_word(told, "category") or draft.category,
        components=tuple(body["components"]),
        named=is_named(draft),
    )


async def delete_template(session: aiohttp.ClientSession, account: Account, template: Template) -> None:
    """Take one language of a template away; one that is gone already is no error."""
    graph, business = business_of(account)
    query = {"name": template.name, "hsm_id": template.provider_id}
    try:
        await _told(session, "DELETE", graph.url(business, "message_templates").update_query(query), graph)
    except TemplateNotTaken as refused:
        if refused.code != "template_gone":
            raise


async def upload_sample(session: aiohttp.ClientSession, account: Account, file: MediaFile) -> str:
    """Hand the sample of a media header over and return its handle. It belongs to the app that the token is of."""
    graph, _ = business_of(account)
    app = await _told(session, "GET", graph.url("debug_token").update_query({"input_token": graph.token}), graph)
    data = app.get("data")
    app_id = str(data.get("app_id", "")) if isinstance(data, dict) else ""
    if not app_id.isalnum():
        raise AccountUnavailable("permission_missing")
    about = {
        "file_length": str(len(file.content)),
        "file_type": file.mime_type,
        "file_name": file.filename or "amostra",
    }
    begun = await _told(session, "POST", graph.url(app_id, "uploads").update_query(about), graph)
    # The id is one path segment with a colon in it, and perhaps a query of its own ("upload:…?sig=…").
    path, _, sig = str(begun.get("id", "")).partition("?")
    if not path.startswith("upload:") or "/" in path or ".." in path:
        raise AccountUnavailable("provider")
    url = URL(f"{graph.base}/{path}{'?' if sig else ''}{sig}", encoded=True)
    done = await _told(
        session, "POST", url, graph, data=file.content, timeout=MEDIA_TIMEOUT,
        headers={**graph.headers, "Authorization": f"OAuth {graph.token}", "file_offset": "0"},
    )  # fmt: skip
    handle = done.get("h")
    if not isinstance(handle, str) or not handle:
        raise AccountUnavailable("provider")
    return handle


def business_of(account: Account) -> tuple[Graph, str]:
    """Where requests about templates go; raise `AccountUnavailable`."""
    try:
        graph = graph_of(account)
    except NotConfigured as error:
        raise AccountUnavailable(error.code) from error
    business = account.settings.get("waba_id", "")
    if not business.isalnum():
        raise AccountUnavailable("waba_id")
    return graph, business


async def _told(session: aiohttp.ClientSession, method: str, url: URL, graph: Graph, **request: Any) -> Json:
    try:
        answer = await ask(session, method, url, graph, **request)
    except (NotReached, AnswerLost) as lost:
        raise AccountUnavailable("network") from lost
    error = error_in(answer.json) if answer.json is not None else None
    if error is not None and not _is_account_trouble(answer, error):
        code = _REFUSALS.get(error.subcode or error.code or 0) or _REFUSALS.get(error.code or 0)
        raise TemplateNotTaken(
            code or "template_refused", number=str(error.subcode or error.code), details=_words(error)
        )
    if answer.json is None or error is not None or answer.status >= _SERVER:
        raise AccountUnavailable(code_of(answer))
    return answer.json


def _is_account_trouble(answer: Answer, error: GraphError) -> bool:
    if error.code in _ACCOUNT_TROUBLE or (error.code is not None and 200 <= error.code <= 299):  # noqa: PLR2004 - permissions
        return True
    return answer.status >= _SERVER or (error.code == 100 and error.subcode == 33)  # noqa: PLR2004 - Meta's numbers


def _words(error: GraphError) -> str:
    return (error.details or error.title)[:500]


def _word(container: Json, key: str) -> str:
    value = container.get(key)
    return value.upper() if isinstance(value, str) else ""
