"""What did a turn do, in words that a person understands, and in values that can be compared?"""

from __future__ import annotations

from dataclasses import replace
from datetime import tzinfo
from typing import Any

from msgspec import structs

from recado.channels.models import OutgoingMessage
from recado.flows.engine.asks import Ask
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
from recado.flows.engine.session import State
from recado.flows.engine.turn import Turn
from recado.flows.engine.values import as_text
from recado.foundation.text import clip

_SHOWN = 200
_REASONS = {
    "asked_for_person": "pediu atendente", "question_given_up": "desistiu da pergunta", "flow_failed": "o fluxo falhou",
}  # fmt: skip


def outward(turn: Turn) -> tuple[Any, ...]:
    """Everything of a turn that is felt outside the flow, without the flow's own ids."""
    asked = None if turn.ask is None else (turn.ask.kind, turn.ask.request)
    return (*(_felt(effect) for effect in turn.effects), asked, turn.session.state)


def choices_of(turn: Turn) -> list[str]:
    """The ids of all buttons and rows that a turn has offered, in their order."""
    return [id_ for effect in turn.effects if isinstance(effect, Say) for id_ in _choice_ids(effect.message)]


def told(turn: Turn, zone: tzinfo) -> list[str]:
    """What a turn did, one sentence each, in Portuguese; times are told in `zone`."""
    sentences = [_sentence(effect, zone) for effect in turn.effects]
    if turn.ask is not None:
        sentences.append(_asked(turn.ask))
    if not any(isinstance(effect, Say) for effect in turn.effects):
        sentences.insert(0, "não disse nada")
    ends = {State.ENDED: "terminou o fluxo", State.FAILED: "o fluxo falhou"}
    if turn.session.state in ends:
        sentences.append(ends[turn.session.state])
    return sentences


def _felt(effect: Effect) -> Any:
    match effect:
        case Say(message=message):
            return _without_ids(message)
        case StartTimer(at=at):
            return "timer", at
        case HandToHuman():
            return effect.reason, effect.priority, effect.team, effect.summary
        case other:
            return other


def _without_ids(message: OutgoingMessage) -> OutgoingMessage:
    return structs.replace(
        message,
        buttons=tuple(replace(button, id="") for button in message.buttons),
        sections=tuple(
            replace(section, rows=tuple(replace(row, id="") for row in section.rows)) for section in message.sections
        ),
    )


def _choice_ids(message: OutgoingMessage) -> list[str]:
    rows = [row.id for section in message.sections for row in section.rows]
    return [*(button.id for button in message.buttons), *rows]


def _sentence(effect: Effect, zone: tzinfo) -> str:
    match effect:
        case Say(message=message):
            return f"disse {_message(message)}"
        case HandToHuman(reason=reason, team=team):
            why = _REASONS.get(reason, reason)
            return f"passou para uma pessoa{f' da equipe {team}' if team else ''} ({clip(why, _SHOWN)})"
        case EndConversation():
            return "arquivou a conversa"
        case SetContactField(field=name, value=value):
            return f"guardou no contato {name} = “{clip(as_text(value), _SHOWN)}”"
        case TagContact(tag=tag):
            return f"pôs a etiqueta “{tag}”"
        case UntagContact(tag=tag):
            return f"tirou a etiqueta “{tag}”"
        case PlaceDeal(pipeline=pipeline, stage=stage, moves=moves):
            place = f"{pipeline} › {stage}" if stage else pipeline
            return f"{'moveu' if moves else 'criou'} o negócio em “{place}”"
        case StartTimer(at=at):
            return f"esperou até {at.astimezone(zone):%d/%m/%Y %H:%M:%S}"


def _message(message: OutgoingMessage) -> str:
    titles = [*(button.title for button in message.buttons)]
    titles += [row.title for section in message.sections for row in section.rows]
    parts = [f"o modelo {message.template.name}"] if message.template is not None else []
    parts += [f"[{message.media.type}]"] if message.media is not None else []
    parts += [f"“{clip(message.text, _SHOWN)}”"] if message.text else []
    parts += [f"(opções: {', '.join(titles)})"] if titles else []
    return " ".join(parts) or "uma mensagem sem texto"


def _asked(ask: Ask) -> str:
    # The address as the flow rendered it; secrets are only names in an ask.
    return f"chamou {ask.request.get('method', '')} {clip(str(ask.request.get('url', '')), _SHOWN)}".replace("  ", " ")
