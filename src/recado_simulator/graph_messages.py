"""POST /{phone_number_id}/messages: send, mark as read, show typing."""

from __future__ import annotations

from dataclasses import replace

from recado_simulator.accounts import Account
from recado_simulator.graph_errors import GraphError, invalid, missing
from recado_simulator.parts import Answer, Call, Parts
from recado_simulator.sending import Taken, decide
from recado_simulator.shapes import Json, as_object
from recado_simulator.threads import Message

_READ_DAYS = 30
_EARLY_ANSWER_S = 0.03


async def post_message(call: Call, account: Account) -> Answer:
    """Decide on a send; its effects are begun by `take_effect`, once the ledger holds it."""
    if call.body.get("status") is not None:
        return _mark_as_read(call, account)
    taken = decide(call.world, account, call.body)
    row: Json = {"id": taken.message.id}
    if taken.message.type == "template":
        row["message_status"] = "accepted"
    body = {"messaging_product": "whatsapp", "contacts": [taken.contact], "messages": [row]}
    noted = {"wamid": taken.message.id, "phone": taken.phone.number, "taken": taken}
    return Answer(body, noted=noted, after_s=call.world.pick_s(call.world.habits.answer_ms))


def take_effect(parts: Parts, taken: Taken, *, answer_after_s: float) -> float:
    """Put the message on its way; gives the time to wait before answering, so that a status may come first."""
    message = parts.world.threads.put(taken.message)
    if message.type == "reaction":
        _show_reaction(parts, message)
    parts.world.live.publish(message.phone, "typing", {"account": message.account, "on": False})
    early = parts.world.happens(parts.world.habits.early_status_share)
    parts.lifecycle.begin(message, taken.fate, after_s=0.0 if early else answer_after_s)
    return answer_after_s + (_EARLY_ANSWER_S + parts.world.habits.sent_ms[-1] / 1000 if early else 0.0)


def _show_reaction(parts: Parts, message: Message) -> None:
    reaction = message.content["reaction"]
    target = parts.world.threads.get(reaction["message_id"])
    if target is not None:
        reactions = {key: value for key, value in target.reactions.items() if key != "business"}
        if reaction["emoji"]:
            reactions["business"] = reaction["emoji"]
        parts.world.threads.put(replace(target, reactions=reactions))


def _mark_as_read(call: Call, account: Account) -> Answer:
    if call.body.get("messaging_product") != "whatsapp":
        raise GraphError(100, "The parameter messaging_product is required and must be 'whatsapp'.")
    if call.body["status"] != "read":
        raise invalid("status", "must be read")
    message_id = call.body.get("message_id")
    if not message_id:
        raise missing("message_id")
    message = call.world.threads.get(str(message_id))
    if message is None or message.account != account.phone_number_id or message.direction != "out":
        raise GraphError(100, "Param message_id is not the id of a message this number received.")
    if message.at < call.world.clock.now() - _READ_DAYS * 86400:
        raise GraphError(100, "Param message_id is older than 30 days.")
    typing = call.body.get("typing_indicator")
    if typing is not None and as_object(typing).get("type") != "text":
        raise invalid("typing_indicator.type", "must be text")
    for earlier in call.world.threads.thread(account.phone_number_id, message.phone):
        if earlier.direction == "out" and earlier.seq <= message.seq:
            call.world.threads.advance(earlier.id, "read")
    if typing is not None:
        call.world.live.publish(message.phone, "typing", {"account": account.phone_number_id, "on": True})
    return Answer({"success": True}, noted={"phone": message.phone, "type": "typing" if typing else "read"})
