"""What does a webhook's `value` look like for a person's message, a status, a system event?"""

from __future__ import annotations

from recado_simulator.accounts import Account
from recado_simulator.graph_errors import status_error
from recado_simulator.phones import Phone
from recado_simulator.shapes import Json, without_none
from recado_simulator.threads import Message

_JOINED = 2


def metadata(account: Account) -> Json:
    return {
        "display_phone_number": account.display_phone_number,
        "phone_number_id": account.phone_number_id,
    }


def contact(account: Account, phone: Phone) -> Json:
    """Who is meant; a person who hides the number has no `wa_id` key at all."""
    profile = without_none(name=phone.name or None, username=f"@{phone.username}" if phone.username else None)
    return without_none(
        profile=profile or None,
        wa_id=None if phone.hide_phone else phone.wa_id,
        user_id=phone.user_id(account.portfolio),
    )


def message_value(account: Account, phone: Phone, message: Json, *, errors: list[Json] | None = None) -> Json:
    return without_none(
        messaging_product="whatsapp",
        metadata=metadata(account),
        contacts=[contact(account, phone)],
        messages=[message],
        errors=errors,
    )


def sender(account: Account, phone: Phone) -> Json:
    """The keys that say who wrote: `from` is missing where the number is hidden."""
    return without_none(
        **{"from": None if phone.hide_phone else phone.wa_id},
        from_user_id=phone.user_id(account.portfolio),
    )


def status_value(
    account: Account,
    phone: Phone,
    message: Message,
    *,
    status: str,
    timestamp: str,
    pricing: Json | None = None,
    failure: tuple[int, str] | None = None,
) -> Json:
    """One status. A failed one has errors and neither contacts nor, addressed by phone, a BSUID."""
    failed = failure is not None
    to_user_id = bool(message.content.get("to_user_id"))
    row = without_none(
        id=message.id,
        status=status,
        timestamp=timestamp,
        recipient_id=None if to_user_id and phone.hide_phone else phone.wa_id,
        recipient_user_id=phone.user_id(account.portfolio) if to_user_id or not failed else None,
        biz_opaque_callback_data=message.token,
        pricing=pricing,
        errors=[status_error(*failure)] if failure else None,
    )
    value: Json = {"messaging_product": "whatsapp", "metadata": metadata(account), "statuses": [row]}
    if not failed:
        value["contacts"] = [contact(account, phone)]
    return value


def system_value(account: Account, message: Json) -> Json:
    """System messages come without contacts."""
    return {"messaging_product": "whatsapp", "metadata": metadata(account), "messages": [message]}


def envelope(entries: list[Json]) -> Json:
    return {"object": "whatsapp_business_account", "entry": entries}


def entry(account: Account, field: str, value: Json, *, at: float) -> Json:
    """One entry with one change; account-level fields also carry the time as an integer."""
    change = {"value": value, "field": field}
    if field == "messages":
        return {"id": account.waba_id, "changes": [change]}
    return {"id": account.waba_id, "time": int(at), "changes": [change]}


def merged_entries(entries: list[Json], *, form: int) -> list[Json]:
    """Put several entries of one account into one delivery.

    Form 0 keeps them apart, form 1 makes them changes of one entry, form 2 also joins the arrays of equal values, so
    that messages and statuses sit side by side.
    """
    if form == 0 or len({one["id"] for one in entries}) > 1:
        return entries
    changes = [change for one in entries for change in one["changes"]]
    return [{**entries[0], "changes": _joined(changes) if form == _JOINED else changes}]


def _joined(changes: list[Json]) -> list[Json]:
    joined: dict[tuple[str, str], Json] = {}
    others: list[Json] = []
    for change in changes:
        value = change["value"]
        if change["field"] != "messages" or "metadata" not in value:
            others.append(change)
            continue
        key = (change["field"], value["metadata"]["phone_number_id"])
        into = joined.setdefault(key, {"value": {**value}, "field": change["field"]})
        if into["value"] is not value:
            _join_arrays(into["value"], value)
    return [*joined.values(), *others]


def _join_arrays(into: Json, value: Json) -> None:
    for key in ("contacts", "messages", "statuses", "errors"):
        rows = [*into.get(key, []), *(row for row in value.get(key, []) if row not in into.get(key, []))]
        if rows:
            into[key] = rows
