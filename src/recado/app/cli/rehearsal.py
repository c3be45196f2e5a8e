"""What does a conversation with the engine look like as lines of text?"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from recado.channels.models import OutgoingMessage
from recado.flows.engine.definition import FlowSet
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
from recado.flows.engine.inputs import Message
from recado.flows.engine.turn import Turn
from recado.flows.testing import Case, Person
from recado.flows.testing.models import Reply
from recado.flows.testing.times import TimeUnreadable, read_moment, read_span
from recado.flows.testing.world import NoReply, RunsInCircles, World

_READS_S = 5
_OK = range(200, 300)
PHONE = "5511900000000"


class Rehearsal:
    """One person's talk with a bot under a clock of its own. `hear` gives the lines that answer a line."""

    def __init__(self, flows: FlowSet, zone: str, *, name: str, now: datetime) -> None:
        local = now.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
        self._flows = flows
        self._case = Case("", (), starts_at=local, zone=zone, contact=Person(name=name, phone=PHONE))
        self._lines: list[str] = []
        self._options: list[tuple[str, str]] = []
        self._world = self._fresh()

    def hear(self, line: str) -> list[str]:
        """Answer what the person typed: a command, the number of an option, or words."""
        self._lines = []
        if line.startswith("/"):
            self._command(line)
        else:
            message = self._message(line)
            self._world.handed_back()
            self._played(lambda: self._world.passes_to(self._world.now + timedelta(seconds=_READS_S)))
            self._options = []
            self._played(lambda: self._world.hears(message))
        return self._lines

    def _fresh(self) -> World:
        return World(self._flows, self._case, on_turn=self._tell)

    def _command(self, line: str) -> None:
        word, _, rest = line.partition(" ")
        act = {"/recomecar": self._begin_anew, "/esperar": self._wait, "/responder": self._answer}.get(word.lower())
        if act is None:
            self._lines.append("  (não conheço esse comando)")
        else:
            act(rest.strip())

    def _begin_anew(self, rest: str) -> None:
        self._case = replace(self._case, starts_at=self._world.now.replace(tzinfo=None))
        self._world, self._options = self._fresh(), []
        self._lines.append("  (tudo de novo)")

    def _wait(self, rest: str) -> None:
        """Let time pass, by a stretch or until a moment; timers fire on the way."""
        now = self._world.now
        try:
            until = _moment(f"{rest}h" if rest.isdecimal() else rest, now)
        except TimeUnreadable:
            self._lines.append("  (não entendi: /esperar 26h, /esperar 3 dias, /esperar amanhã 9h)")
            return
        self._played(lambda: self._world.passes_to(until))
        self._lines.append(f"  (agora é {self._world.now:%d/%m %H:%M})")

    def _answer(self, rest: str) -> None:
        """Answer for the outside: a status and JSON, or the name of a failure."""
        if self._world.pending is None:
            self._lines.append("  (o fluxo não espera resposta de nenhum endereço)")
            return
        reply = _reply(rest)
        self._played(lambda: self._world.answered(reply))

    def _played(self, act: Callable[[], None]) -> None:
        try:
            act()
        except NoReply as asked:
            method, url = asked.request.get("method", ""), asked.request.get("url", "")
            self._lines.append(f"  (“{asked.node}” chama {method} {url})")
            self._lines.append(
                '  (responda com /responder 200 {"chave": "valor"}, /responder 404 ou /responder timeout)'
            )
        except RunsInCircles:
            self._lines.append("  (o fluxo anda em círculos)")

    def _message(self, line: str) -> Message:
        if line.isascii() and line.isdigit() and 0 < int(line[:4]) <= len(self._options):
            id_, title = self._options[int(line[:4]) - 1]
            return Message(text=title, type="interactive", choice_id=id_)
        return Message(text=line)

    def _tell(self, turn: Turn) -> None:
        """Show what a turn did."""
        for effect in turn.effects:
            self._lines += self._shown(effect)
        self._lines += [
            f"  (problema: {one.code.value}{f' em {one.node}' if one.node else ''})" for one in turn.problems
        ]
        if turn.session.is_over():
            self._lines.append(f"  (fim: {_ENDS[turn.session.state.value]}; a próxima mensagem começa de novo)")

    def _shown(self, effect: Effect) -> Iterator[str]:
        match effect:
            case Say(message=message):
                yield from self._said(message)
            case HandToHuman(reason=reason, summary=summary):
                yield f"  (transbordo: {reason})"
                yield from (f"  ({line})" for line in summary.splitlines() if line.strip())
            case SetContactField(field=name, value=value):
                yield f"  (contato: {name} = {value})"
            case TagContact(tag=tag):
                yield f"  (etiqueta: {tag})"
            case UntagContact(tag=tag):
                yield f"  (sem a etiqueta: {tag})"
            case PlaceDeal(pipeline=pipeline, stage=stage):
                yield f"  (negócio: {pipeline} › {stage or 'primeira etapa'})"
            case StartTimer(at=at):
                yield f"  (espera até {at.astimezone(self._world.now.tzinfo):%d/%m %H:%M}; /esperar adianta o relógio)"
            case EndConversation():
                yield "  (a conversa é arquivada)"

    def _said(self, message: OutgoingMessage) -> Iterator[str]:
        media = f"[{message.media.type}: {message.media.link or message.media.provider_id}]" if message.media else ""
        template = f"[modelo {message.template.name}]" if message.template else ""
        for text in filter(None, (message.header, media, template, message.text, message.footer)):
            yield from (f"bot  │ {line}" for line in text.splitlines())
        for button in message.buttons:
            yield self._option(button.id, button.title)
        for section in message.sections:
            if section.title:
                yield f"     │ {section.title}"
            for row in section.rows:
                more = f" – {row.description}" if row.description else ""
                yield self._option(row.id, row.title) + more

    def _option(self, id_: str, title: str) -> str:
        self._options.append((id_, title))
        return f"     │ [{len(self._options)}] {title}"


def _moment(text: str, now: datetime) -> datetime:
    try:
        return read_span(text).after(now)
    except TimeUnreadable:
        return read_moment(text).after(now)


def _reply(text: str) -> Reply:
    word, _, body = text.partition(" ")
    if not word.isdecimal():
        return Reply(False, {"error": word or "connection", "detail": ""})
    try:
        told = json.loads(body) if body.strip() else None
    except ValueError:
        told = body
    status = int(word[:3])
    return Reply(status in _OK, {"status": status, "headers": {}, "body": told, "ms": 0})


_ENDS = {"ended": "o fluxo terminou", "handed_over": "uma pessoa assume", "failed": "o fluxo falhou"}
