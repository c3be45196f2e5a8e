"""/control: accounts, faults, clock, limits, habits, ledger, reset."""

from __future__ import annotations

from dataclasses import asdict

from aiohttp import web

from recado_simulator import account_news, faults
from recado_simulator.accounts import public
from recado_simulator.clock import iso
from recado_simulator.control_http import body_of, number_of, parts_of, reply
from recado_simulator.graph_templates import set_category, set_quality, set_status
from recado_simulator.identity import canonical, digits_of
from recado_simulator.parts import Parts
from recado_simulator.settings import PRESETS
from recado_simulator.shapes import BadRequest, Json, as_text, merged
from recado_simulator.template_store import STATUSES, Template, shown

_MOST_ROWS = 10_000
_MOST_ADVANCE_S = 10 * 366 * 86400


def declare_account(parts: Parts, wanted: Json) -> Json:
    """Create or change an account, and prove its callback in the background where that is needed."""
    before = parts.world.accounts.get(as_text(wanted.get("phone_number_id")))
    account, unproved = parts.world.accounts.declare(wanted)
    parts.world.templates.seed(account.waba_id)
    if before is not None:
        account_news.tell_change(parts, before, account)
    if unproved and account.callback_url:
        parts.challenger.prove_later(account)
    else:
        # A product declares its numbers when it starts: whatever it missed need not wait for its gap.
        parts.deliverer.flush(account.phone_number_id)
    parts.world.live.publish_to_all("accounts", {})
    return public(account)


async def list_accounts(request: web.Request) -> web.Response:
    parts = parts_of(request)
    rows = [public(account) for account in parts.world.accounts.all()]
    return reply({"accounts": rows, "deliveries_owed": parts.deliverer.owed})


async def post_account(request: web.Request) -> web.Response:
    """POST /control/accounts: idempotent by phone_number_id."""
    return reply(declare_account(parts_of(request), await body_of(request)))


async def delete_account(request: web.Request) -> web.Response:
    parts_of(request).world.accounts.remove(request.match_info["account"])
    return reply({"removed": request.match_info["account"]})


async def list_faults(request: web.Request) -> web.Response:
    return reply({"faults": [faults.shown(one) for one in parts_of(request).world.faults.all()]})


async def post_fault(request: web.Request) -> web.Response:
    """POST /control/faults {kind, share?, count?, for_s?, direction?, delay_s?, account?, phone?, scope?}"""
    ordered = parts_of(request).world.faults.order(await body_of(request))
    rows = [faults.shown(one) for one in ordered]
    return reply({**rows[0], "faults": rows}, status=201)


async def delete_faults(request: web.Request) -> web.Response:
    """DELETE /control/faults clears all, /control/faults/{id} one."""
    fault_id = request.match_info.get("id")
    parts_of(request).world.faults.clear(int(fault_id) if fault_id else None)
    return reply({"faults": [faults.shown(one) for one in parts_of(request).world.faults.all()]})


async def get_clock(request: web.Request) -> web.Response:
    clock = parts_of(request).world.clock
    return reply({"now": iso(clock.now()), "offset_s": clock.offset_s})


async def post_clock(request: web.Request) -> web.Response:
    """POST /control/clock {advance_s} or {reset: true}: windows, media addresses and buckets follow."""
    clock = parts_of(request).world.clock
    body = await body_of(request)
    if body.get("reset"):
        clock.offset_s = 0.0
    advance = body.get("advance_s", 0)
    if isinstance(advance, bool) or not isinstance(advance, int | float) or not 0 <= advance <= _MOST_ADVANCE_S:
        raise BadRequest("advance_s must be a number of seconds from 0 up to ten years")
    clock.advance(float(advance))
    return await get_clock(request)


async def get_limits(request: web.Request) -> web.Response:
    return reply(asdict(parts_of(request).world.throttle.limits))


async def post_limits(request: web.Request) -> web.Response:
    """POST /control/limits: any of the limits; 0 switches one off, {enabled: false} all."""
    world = parts_of(request).world
    world.throttle.limits = merged(world.throttle.limits, await body_of(request))
    world.throttle.clear()
    return await get_limits(request)


async def get_habits(request: web.Request) -> web.Response:
    return reply({**asdict(parts_of(request).world.habits), "presets": list(PRESETS)})


async def post_habits(request: web.Request) -> web.Response:
    """POST /control/habits: any of the habits, beginning from a preset if one is named."""
    world = parts_of(request).world
    body = await body_of(request)
    preset = body.pop("preset", None)
    if preset is not None and preset not in PRESETS:
        raise BadRequest(f"preset must be one of {', '.join(PRESETS)}")
    world.habits = merged(PRESETS[preset] if preset else world.habits, body)
    return await get_habits(request)


async def get_ledger(request: web.Request) -> web.Response:
    """GET /control/ledger?since=&limit=&phone=&account=&sends=1: every Graph request and its decision."""
    world = parts_of(request).world
    limit = max(1, min(_MOST_ROWS, int(number_of(request, "limit", _MOST_ROWS))))
    rows = world.ledger.since(int(number_of(request, "since", 0)), limit=limit)
    following = rows[-1]["seq"] if rows else int(number_of(request, "since", 0))
    phone = canonical(digits_of(request.query.get("phone", "")))
    account = request.query.get("account")
    rows = [
        row
        for row in rows
        if (not phone or row.get("phone") == phone)
        and (not account or row.get("account") == account)
        and (row.get("send") or request.query.get("sends") not in {"1", "true"})
    ]
    return reply({"entries": rows, "next": following})


async def get_deliveries(request: web.Request) -> web.Response:
    """GET /control/deliveries?since=&limit=: what was posted to the businesses and what they answered."""
    parts = parts_of(request)
    limit = max(1, min(_MOST_ROWS, int(number_of(request, "limit", 1000))))
    since = int(number_of(request, "since", 0))
    rows = [row for row in parts.deliverer.log if row["id"] > since][-limit:]
    return reply({"deliveries": rows, "owed": parts.deliverer.owed})


async def post_template(request: web.Request) -> web.Response:
    """POST /control/templates/{id} {status?, reason?, category?, quality?}: review, pause, re-categorise."""
    parts = parts_of(request)
    body = await body_of(request)
    template = parts.world.templates.get(request.match_info["id"])
    if template is None:
        raise BadRequest("there is no such template", status=404)
    return reply(shown(_changed(parts, template, body), ["name", "language", "status", "category", "quality_score"]))


def _changed(parts: Parts, template: Template, body: Json) -> Template:
    if body.get("status"):
        if body["status"] not in STATUSES:
            raise BadRequest(f"status must be one of {', '.join(STATUSES)}")
        template = set_status(parts, template, str(body["status"]), reason=as_text(body.get("reason")) or "NONE")
    if body.get("category"):
        template = set_category(parts, template, str(body["category"]))
    if body.get("quality"):
        template = set_quality(parts, template, str(body["quality"]))
    return template


async def list_templates(request: web.Request) -> web.Response:
    world = parts_of(request).world
    wabas = {account.waba_id for account in world.accounts.all()}
    fields = ["name", "language", "status", "category", "components", "quality_score", "parameter_format"]
    rows = [{"waba_id": waba, **shown(one, fields)} for waba in sorted(wabas) for one in world.templates.of_waba(waba)]
    return reply({"templates": rows})


async def reset(request: web.Request) -> web.Response:
    """POST /control/reset {ledger?: true, accounts?: true}: no phones, threads, files, faults, nothing owed."""
    parts = parts_of(request)
    world = parts.world
    body = await body_of(request)
    world.timers.cancel_later()
    parts.deliverer.forget()
    world.faults.clear()
    world.throttle.clear()
    world.clock.offset_s = 0.0
    kept = [] if body.get("accounts") else world.accounts.all()
    for account in world.accounts.all():
        world.accounts.remove(account.phone_number_id)
    for store in (world.threads, world.phones, world.media, world.templates):
        store.clear()
    world.journal.clear()
    for account in kept:
        world.accounts.save(account)
        world.templates.seed(account.waba_id)
    if body.get("ledger"):
        await world.ledger.clear()
    world.live.publish_to_all("reset", {})
    return reply({"reset": True})


async def health(request: web.Request) -> web.Response:
    return reply({"status": "ok"})
