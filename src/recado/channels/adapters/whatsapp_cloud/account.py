"""Does a connected number work, what is known about it, and which templates has its business?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import aiohttp

from recado.channels.adapter import Account, AccountUnavailable
from recado.channels.adapters.whatsapp_cloud.errors import error_in
from recado.channels.adapters.whatsapp_cloud.graph import (
    Answer,
    AnswerLost,
    Graph,
    NotConfigured,
    NotReached,
    ask,
    graph_of,
)
from recado.channels.adapters.whatsapp_cloud.templates import FIELDS, read_page
from recado.channels.models import Json, Template

NUMBER_FIELDS = (
    "id,display_phone_number,verified_name,name_status,quality_rating,status,platform_type,throughput,"
    "code_verification_status,whatsapp_business_manager_messaging_limit"
)
_PAGES = 100  # 6,000 templates at most, 100 a page, and room
_FORBIDDEN = (401, 403)
_SERVER = 500
_REFUSALS: Mapping[int, str] = {
    0: "token_invalid",
    190: "token_invalid",
    3: "permission_missing",
    10: "permission_missing",
    131005: "permission_missing",
    33: "number_unknown",
    100: "number_unknown",
    133010: "number_unregistered",
    131045: "number_unregistered",
    368: "account_restricted",
    131031: "account_restricted",
    131042: "payment_missing",
}


@dataclass(frozen=True, slots=True)
class PhoneNumber:
    """A business number as Meta describes it; words are Meta's. `throughput` is STANDARD, HIGH or NOT_APPLICABLE."""

    id: str
    display: str
    name: str
    name_status: str
    quality: str
    status: str
    throughput: str
    messaging_limit: str
    coexistence: bool


async def check(session: aiohttp.ClientSession, account: Account) -> str:
    """Ask whether the account works: "" or a code.

    `app_secret_missing`, `verify_token_missing`, `token_missing`, `token_malformed`, `phone_number_id`, `graph_url`
    tell what was not filled in; `token_invalid`, `permission_missing`, `number_unknown`, `number_unregistered`,
    `account_restricted`, `payment_missing` what Meta answered; `network`, `provider` that nobody knows now.
    """
    for name in ("app_secret", "verify_token"):
        if not account.secrets.get(name):
            return f"{name}_missing"
    try:
        await phone_number(session, account)
    except AccountUnavailable as error:
        return error.code
    return ""


async def phone_number(session: aiohttp.ClientSession, account: Account) -> PhoneNumber:
    """Read quality, limit and state of the number; raise `AccountUnavailable`."""
    graph = _graph(account)
    told = await _read(session, graph, graph.number, {"fields": NUMBER_FIELDS})
    return PhoneNumber(
        id=_text(told, "id") or graph.number,
        display=_text(told, "display_phone_number"),
        name=_text(told, "verified_name"),
        name_status=_text(told, "name_status"),
        quality=_text(told, "quality_rating"),
        status=_text(told, "status"),
        throughput=_text(_object(told, "throughput"), "level"),
        messaging_limit=_text(told, "whatsapp_business_manager_messaging_limit"),
        coexistence=told.get("is_on_biz_app") is True or _text(told, "platform_type") == "ON_BIZ_APP",
    )


async def list_templates(session: aiohttp.ClientSession, account: Account) -> tuple[Template, ...]:
    """Read every template of the business account; raise `AccountUnavailable`.

    Pages are turned by cursor: the address of the next page that Meta writes down is never followed with the token.
    """
    graph = _graph(account)
    business = account.settings.get("waba_id", "")
    if not business.isalnum():
        raise AccountUnavailable("waba_id")
    found: list[Template] = []
    query = {"fields": FIELDS, "limit": "100"}
    for _ in range(_PAGES):
        templates, after = read_page(await _read(session, graph, business, query, "message_templates"))
        found.extend(templates)
        if not after or after == query.get("after"):
            break
        query = {**query, "after": after}
    return tuple(found)


def _graph(account: Account) -> Graph:
    try:
        return graph_of(account)
    except NotConfigured as error:
        raise AccountUnavailable(error.code) from error


async def _read(session: aiohttp.ClientSession, graph: Graph, node: str, query: Mapping[str, str], *edges: str) -> Json:
    try:
        answer = await ask(session, "GET", graph.url(node, *edges).update_query(query), graph)
    except (NotReached, AnswerLost) as error:
        raise AccountUnavailable("network") from error
    if answer.json is None or error_in(answer.json) is not None or answer.status >= _SERVER:
        raise AccountUnavailable(code_of(answer))
    return answer.json


def code_of(answer: Answer) -> str:
    """Name what an answer says about the account, in the words of `check`."""
    error = error_in(answer.json) if answer.json is not None else None
    code = error.code if error is not None else None
    if code is not None and code in _REFUSALS:
        return _REFUSALS[code]
    if code is not None and code // 100 == 2:  # noqa: PLR2004 - 200 to 299 are permissions
        return "permission_missing"
    return "token_invalid" if answer.status in _FORBIDDEN else "provider"


def _object(container: Json, key: str) -> Json:
    value: Any = container.get(key)
    return value if isinstance(value, dict) else {}


def _text(container: Json, key: str) -> str:
    value = container.get(key)
    return value if isinstance(value, str) else ""
