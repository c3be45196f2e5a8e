"""Apps and accounts at the Graph API: callbacks, subscriptions, tokens."""

from __future__ import annotations

from dataclasses import replace

from recado_simulator.accounts import Account
from recado_simulator.graph_errors import GraphError
from recado_simulator.parts import Answer, Call
from recado_simulator.shapes import Json, as_text, without_none

_FIELDS = ("messages", "message_template_status_update", "smb_message_echoes", "user_preferences", "account_update")


def subscribed_apps(call: Call, waba_id: str) -> Answer:
    """GET /{waba_id}/subscribed_apps"""
    rows = {
        account.app_id: without_none(
            whatsapp_business_api_data={"id": account.app_id, "name": "Recado", "link": "https://example.com"},
            override_callback_uri=account.callback_url or None,
        )
        for account in call.accounts
        if account.waba_id == waba_id and account.subscribed
    }
    return Answer({"data": list(rows.values())})


async def subscribe(call: Call, waba_id: str) -> Answer:
    """POST /{waba_id}/subscribed_apps, perhaps with a callback of the account's own."""
    url, token = as_text(call.value("override_callback_uri")), as_text(call.value("verify_token"))
    for account in _of_waba(call, waba_id):
        changed = replace(account, subscribed=True)
        if url:
            changed = await _with_callback(call, changed, url, token)
        call.world.accounts.save(changed)
    return Answer({"success": True})


def unsubscribe(call: Call, waba_id: str) -> Answer:
    """DELETE /{waba_id}/subscribed_apps: from now on nothing is delivered."""
    for account in _of_waba(call, waba_id):
        call.world.accounts.save(replace(account, subscribed=False))
    return Answer({"success": True})


def list_subscriptions(call: Call, app_id: str) -> Answer:
    account = call.accounts[0]
    row = {
        "object": "whatsapp_business_account",
        "callback_url": account.callback_url,
        "active": account.verified,
        "fields": [{"name": name, "version": "v25.0"} for name in _FIELDS],
    }
    return Answer({"data": [row] if account.callback_url else []})


async def subscribe_app(call: Call, app_id: str) -> Answer:
    """POST /{app_id}/subscriptions: the callback of all numbers of the app, taken only after its challenge."""
    if call.value("object") != "whatsapp_business_account":
        raise GraphError(100, "Param object must be whatsapp_business_account.")
    url, token = as_text(call.value("callback_url")), as_text(call.value("verify_token"))
    if not url:
        raise GraphError(100, "The parameter callback_url is required.")
    accounts = call.world.accounts.of_app(app_id)
    for account in accounts:
        call.world.accounts.save(await _with_callback(call, account, url, token))
    return Answer({"success": True})


def waba_facts(call: Call, waba_id: str) -> Answer:
    account = next(one for one in call.accounts if one.waba_id == waba_id)
    return Answer(
        {
            "id": waba_id,
            "name": account.name,
            "currency": "BRL",
            "timezone_id": "25",
            "message_template_namespace": f"ns_{waba_id}",
            "account_review_status": "APPROVED",
            "business_verification_status": "verified",
            "country": "BR",
            "ownership_type": "SELF",
        }
    )


def debug_token(call: Call) -> Answer:
    """GET /debug_token?input_token=…: is it valid, whose is it, what may it do?"""
    token = call.query.get("input_token", "")
    accounts = call.world.accounts.of_token(token)
    if not accounts:
        error = {"code": 190, "message": "Invalid OAuth access token.", "subcode": 467}
        return Answer({"data": {"is_valid": False, "error": error, "scopes": []}})
    scopes = ["whatsapp_business_management", "whatsapp_business_messaging"]
    targets = sorted({account.waba_id for account in accounts})
    data: Json = {
        "app_id": accounts[0].app_id,
        "type": "APP" if "|" in token else "SYSTEM_USER",
        "application": "Recado",
        "is_valid": True,
        "expires_at": 0,
        "data_access_expires_at": 0,
        "scopes": scopes,
        "granular_scopes": [{"scope": scope, "target_ids": targets} for scope in scopes],
    }
    return Answer({"data": data})


def app_token(call: Call) -> Answer:
    """GET /oauth/access_token with an app's id and secret: its own token."""
    app_id, secret = as_text(call.value("client_id")), as_text(call.value("client_secret"))
    token = f"{app_id}|{secret}"
    if not call.world.accounts.of_token(token):
        raise GraphError(100, "Error validating client secret.", subcode=1)
    return Answer({"access_token": token, "token_type": "bearer"})


async def _with_callback(call: Call, account: Account, url: str, token: str) -> Account:
    wrong = await call.parts.challenger.ask(url, token)
    if wrong is not None:
        raise GraphError(2200, f"The callback {wrong}.")
    return replace(account, callback_url=url, verify_token=token, verified=True, callback_state="verified")


def _of_waba(call: Call, waba_id: str) -> list[Account]:
    return [account for account in call.accounts if account.waba_id == waba_id]
