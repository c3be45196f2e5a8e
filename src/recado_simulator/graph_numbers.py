"""Business numbers at the Graph API: facts, profile, registration, block list, settings."""

from __future__ import annotations

import re
from dataclasses import replace

from recado_simulator.accounts import Account
from recado_simulator.graph_errors import GraphError, invalid
from recado_simulator.graph_templates import paged
from recado_simulator.identity import canonical, digits_of
from recado_simulator.parts import Answer, Call
from recado_simulator.phones import Phone
from recado_simulator.shapes import Json, as_list, as_object, as_text, without_none

_PROFILE_LIMITS = {"about": 139, "address": 256, "description": 512, "email": 128, "vertical": 40}
_DEFAULT_FIELDS = ("verified_name", "code_verification_status", "display_phone_number", "quality_rating", "throughput")
_MOST_WEBSITES = 2
_WRITE_TO_BLOCK_S = 24 * 3600


def facts_of(account: Account, fields: str) -> Json:
    """A number with the fields asked for; without `fields` the usual few."""
    row: Json = {
        "id": account.phone_number_id,
        "verified_name": account.name,
        "display_phone_number": account.display_phone_number,
        "quality_rating": account.quality,
        "code_verification_status": "VERIFIED",
        "platform_type": "CLOUD_API",
        "throughput": {"level": "STANDARD"},
        "name_status": "APPROVED",
        "status": "CONNECTED" if account.state in {"ok", "restricted", "payment"} else "DISCONNECTED",
        "account_mode": "SANDBOX" if account.recipients else "LIVE",
        "is_pin_enabled": bool(account.pin),
        "is_official_business_account": False,
        "whatsapp_business_manager_messaging_limit": "TIER_2K",
        "messaging_limit_tier": "TIER_2K",
        "webhook_configuration": {"application": account.callback_url},
        "health_status": {"can_send_message": "AVAILABLE" if account.state == "ok" else "BLOCKED"},
    }
    asked = [one.split("{")[0].split(".")[0].strip() for one in fields.split(",") if one.strip()]
    wanted = asked or list(_DEFAULT_FIELDS)
    return {key: value for key, value in row.items() if key in wanted or key == "id"}


def get_number(call: Call, account: Account) -> Answer:
    return Answer(facts_of(account, call.query.get("fields", "")))


async def set_number(call: Call, account: Account) -> Answer:
    """POST /{phone_number_id}: an own callback for this number."""
    configuration = as_object(call.body.get("webhook_configuration"))
    url, token = as_text(configuration.get("override_callback_uri")), as_text(configuration.get("verify_token"))
    if url:
        wrong = await call.parts.challenger.ask(url, token)
        if wrong is not None:
            raise GraphError(2200, f"The callback {wrong}.")
        call.world.accounts.save(
            replace(account, callback_url=url, verify_token=token, verified=True, callback_state="verified")
        )
    return Answer({"success": True})


def list_numbers(call: Call, waba_id: str) -> Answer:
    rows = [one for one in call.accounts if one.waba_id == waba_id]
    page, paging = paged(rows, call.query, path=call.request.path)
    fields = call.query.get("fields", "")
    return Answer(without_none(data=[facts_of(one, fields) for one in page], paging=paging))


def register(call: Call, account: Account) -> Answer:
    """POST /{phone_number_id}/register with a six-digit PIN; a wrong one later gives 133005."""
    if call.value("messaging_product") != "whatsapp":
        raise GraphError(100, "The parameter messaging_product is required and must be 'whatsapp'.")
    pin = str(call.value("pin") or "")
    if not re.fullmatch(r"[0-9]{6}", pin):
        raise GraphError(100, "Param pin must be six digits.")
    if account.pin and account.pin != pin:
        raise GraphError(133005, "The two-step verification PIN is wrong.")
    state = "ok" if account.state == "unregistered" else account.state
    call.world.accounts.save(replace(account, pin=pin, state=state))
    return Answer({"success": True})


def deregister(call: Call, account: Account) -> Answer:
    call.world.accounts.save(replace(account, state="unregistered"))
    return Answer({"success": True})


def get_profile(call: Call, account: Account) -> Answer:
    row = {"messaging_product": "whatsapp", **account.profile}
    asked = [one.strip() for one in call.query.get("fields", "").split(",") if one.strip()]
    wanted = {key: value for key, value in row.items() if not asked or key in asked or key == "messaging_product"}
    return Answer({"data": [wanted]})


def set_profile(call: Call, account: Account) -> Answer:
    changes = {key: value for key, value in call.body.items() if key != "messaging_product"}
    for key, most in _PROFILE_LIMITS.items():
        if len(as_text(changes.get(key))) > most:
            raise invalid(key, f"must be at most {most} characters long")
    if len(as_list(changes.get("websites"))) > _MOST_WEBSITES:
        raise invalid("websites", "must be at most 2")
    call.world.accounts.save(replace(account, profile={**account.profile, **changes}))
    return Answer({"success": True})


def change_blocked(call: Call, account: Account, *, block: bool) -> Answer:
    """POST or DELETE /{phone_number_id}/block_users; only people who wrote within a day can be blocked."""
    users = [as_object(one) for one in as_list(call.body.get("block_users"))]
    if call.body.get("messaging_product") != "whatsapp" or not users:
        raise GraphError(100, "The parameters messaging_product and block_users are required.")
    done, failed, blocked = [], [], set(account.blocked)
    for user in users:
        given = as_text(user.get("user")) or as_text(user.get("user_id"))
        phone = _person(call, account, user)
        if phone is None or (block and not _wrote_lately(call, account, phone)):
            error = {"code": 139100, "message": "The user has not written in the last 24 hours."}
            failed.append({"input": given, "errors": [error]})
            continue
        blocked = blocked | {phone.number} if block else blocked - {phone.number}
        key = "user_id" if user.get("user_id") else "wa_id"
        done.append({"input": given, key: phone.wa_id if key == "wa_id" else given})
    call.world.accounts.save(replace(account, blocked=tuple(sorted(blocked))))
    result = without_none(**{"added_users" if block else "removed_users": done, "failed_users": failed or None})
    body: Json = {"messaging_product": "whatsapp", "block_users": result}
    if failed:
        body["error"] = GraphError(139100, "Some users could not be blocked.").body()["error"]
    return Answer(body, status=400 if failed and not done else 200)


def list_blocked(call: Call, account: Account) -> Answer:
    rows = [{"messaging_product": "whatsapp", "wa_id": _wa_id(call, number)} for number in account.blocked]
    page, paging = paged(rows, call.query, path=call.request.path)
    return Answer(without_none(data=page, paging=paging))


def _person(call: Call, account: Account, user: Json) -> Phone | None:
    if user.get("user_id"):
        return call.world.phones.by_user_id(account.portfolio, as_text(user["user_id"]))
    return call.world.phones.find(digits_of(as_text(user.get("user"))))


def _wrote_lately(call: Call, account: Account, phone: Phone) -> bool:
    visit = call.world.threads.visit(account.phone_number_id, phone.number)
    return call.world.clock.now() < visit.last_inbound_at + _WRITE_TO_BLOCK_S


def _wa_id(call: Call, number: str) -> str:
    phone = call.world.phones.find(number)
    return phone.wa_id if phone else canonical(number)
