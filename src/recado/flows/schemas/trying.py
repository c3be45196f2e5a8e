"""How do simulated inputs and turns get from the wire to the engine and back?"""

from __future__ import annotations

from datetime import datetime
from typing import Any, assert_never

from recado.channels.models import OutgoingMessage
from recado.flows.engine.effects import (
    Effect,
    EndConversation,
    HandToHuman,
    PlaceDeal,
    Say,
    SetContactField,
    StartTimer,
    TagContact,
    UntagContact,
)
from recado.flows.engine.inputs import Answer, Contact, Input, Message, Start, Timer
from recado.flows.engine.session import State
from recado.flows.engine.turn import Turn
from recado.flows.engine.values import clean, read_value, store_value
from recado.flows.errors import InputRefused
from recado.flows.schemas import simulating as shapes
from recado.flows.schemas.problems import problems
from recado.flows.testing import Person


def arrived(body: shapes.SimulateInput, *, now: datetime, zone: str) -> Input:
    """Return what the engine is told; raise `InputRefused`. The turn's number is its only chance, so that it repeats."""
    turn = (body.session or {}).get("turn")
    custom = {name: clean(value) for name, value in body.contact.fields.items()}
    return Input(
        what=_what(body.input),
        moment=body.moment or now,
        time_zone=zone,
        contact=Contact(
            name=body.contact.name,
            phone=body.contact.phone,
            email=body.contact.email,
            custom=custom,
            id=body.contact.id,
        ),
        seed=turn if isinstance(turn, int) and 0 <= turn < 2**31 else 0,
    )


def person(given: shapes.SimulatedContact) -> Person:
    """Return who talks in a case."""
    custom = {name: clean(value) for name, value in given.fields.items()}
    named = {"id": given.id} if given.id else {}
    return Person(name=given.name, phone=given.phone, email=given.email, custom=custom, **named)


def _what(given: shapes.SimulatedInput) -> Message | Timer | Answer | Start:
    if given.kind == "start":
        return Start()
    if given.kind != "message" and not given.key:
        raise InputRefused(missing="key")
    if given.kind == "timer":
        return Timer(given.key)
    if given.kind == "answer":
        try:
            return Answer(given.key, given.ok, read_value(given.value))
        except (ValueError, TypeError, KeyError):
            raise InputRefused(missing="value") from None
    if not (given.text or given.choice_id or given.media_type):
        raise InputRefused(missing="text")
    if given.media_type == "location":
        place: dict[str, Any] = {"latitude": -23.5614, "longitude": -46.6559, "name": "Avenida Paulista", "address": ""}
        return Message(given.text, "location", location=place)
    if given.media_type:
        return Message(given.text, given.media_type, media={"id": "simulado", "mime_type": _MIME[given.media_type]})
    return Message(given.text, "interactive" if given.choice_id else "text", given.choice_id)


def shown(turn: Turn, flow: str, moment: datetime) -> shapes.SimulatedOutput:
    """Return what came of a turn."""
    session = turn.session
    own = f"{flow}/"
    return shapes.SimulatedOutput(
        session=session.to_json(),
        said=[_said(one.message, one.node) for one in turn.effects if isinstance(one, Say)],
        path=[step.removeprefix(own) for step in turn.path if step.startswith(own)],
        whole_path=list(turn.path),
        exits=[shapes.ExitTakenOutput(node=one.node, exit=one.exit) for one in turn.exits if one.flow == flow],
        problems=problems(turn.problems),
        ask=_ask(turn),
        timer=next(
            (shapes.TimerOutput(key=one.key, at=one.at) for one in turn.effects if isinstance(one, StartTimer)), None
        ),
        status=session.state.value,
        waiting_at=session.node if session.state is State.WAITING and session.flow == flow else "",
        handoff=next((_handoff(one) for one in turn.effects if isinstance(one, HandToHuman)), None),
        effects=[done for one in turn.effects if (done := _effect(one)) is not None],
        variables={name: store_value(value) for name, value in session.variables.items()},
        moment=moment,
    )


def _ask(turn: Turn) -> shapes.AskOutput | None:
    if turn.ask is None:
        return None
    request = {name: store_value(value) for name, value in turn.ask.request.items()}
    return shapes.AskOutput(kind=turn.ask.kind, key=turn.ask.key, request=request)


def _handoff(one: HandToHuman) -> shapes.HandoffOutput:
    return shapes.HandoffOutput(
        reason=one.reason, team=one.team, summary=one.summary, priority=one.priority.value
    )  # fmt: skip


def _effect(one: Effect) -> shapes.EffectOutput | None:
    match one:
        case Say() | StartTimer() | HandToHuman():
            return None
        case SetContactField(field=name, value=value):
            return shapes.EffectOutput(kind="contact_field", name=name, value=store_value(value))
        case TagContact(tag=tag):
            return shapes.EffectOutput(kind="tag", name=tag, value=True)
        case UntagContact(tag=tag):
            return shapes.EffectOutput(kind="tag", name=tag, value=False)
        case PlaceDeal(pipeline=pipeline, stage=stage):
            return shapes.EffectOutput(kind="deal", name=pipeline, value=stage)
        case EndConversation(reason=reason):
            return shapes.EffectOutput(kind="end", name=reason, value=None)
    assert_never(one)


def _said(message: OutgoingMessage, node: str) -> shapes.SaidOutput:
    choices = [shapes.SaidChoice(id=one.id, title=one.title, description="") for one in message.buttons]
    choices += [
        shapes.SaidChoice(id=row.id, title=row.title, description=row.description)
        for section in message.sections
        for row in section.rows
    ]
    media = message.media
    return shapes.SaidOutput(
        type=_type(message),
        text=message.text,
        node=node,
        choices=choices,
        list_label=message.list_label,
        header=message.header,
        footer=message.footer,
        media=shapes.SaidMedia(type=media.type, link=media.link, filename=media.filename) if media else None,
        template=message.template.name if message.template else "",
    )


def _type(message: OutgoingMessage) -> str:
    if message.template:
        return "template"
    if message.sections:
        return "list"
    if message.buttons:
        return "buttons"
    return message.media.type if message.media else "text"


_MIME = {
    "image": "image/jpeg",
    "audio": "audio/ogg",
    "video": "video/mp4",
    "document": "application/pdf",
    "sticker": "image/webp",
}
