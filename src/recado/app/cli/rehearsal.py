"""What does a conversation with the engine look like as lines of text?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta

from recado.channels.models import OutgoingMessage
from recado.flows.engine.advance import advance
from recado.flows.engine.definition import FlowSet
from recado.flows.engine.effects import Effect, EndConversation, HandToHuman, Say, SetContactField
from recado.flows.engine.inputs import Contact, Input, Message
from recado.flows.engine.session import Session
from recado.flows.engine.values import Value

_WAIT = re.compile(r"/esperar\s+(\d{1,6})\s*(min|m|h|d)?", re.IGNORECASE)
_UNITS = {"m": timedelta(minutes=1), "min": timedelta(minutes=1), "h": timedelta(hours=1), "d": timedelta(days=1)}
_READS_S = 5
PHONE = "5511900000000"


class Rehearsal:
    """One person's talk with a bot under a clock of its own. `hear` gives the lines that answer a line."""

    def __init__(self, flows: FlowSet, zone: str, *, name: str, now: datetime) -> None:
        self._flows = flows
        self._zone = zone
        self._now = now
        self._given: dict[str, Value] = {}
        self._name = name
        self._session: Session | None = None
        self._options: list[tuple[str, str]] = []
        self._heard = 0

    def hear(self, line: str) -> list[str]:
        """Answer what the person typed: a command, the number of an option, or words."""
        if line.startswith("/"):
            return [self._command(line)]
        self._heard += 1
        self._now += timedelta(seconds=_READS_S)
        arrived = Input(self._message(line), self._now, self._zone, self._contact(), self._heard)
        turn = advance(self._flows, self._session, arrived)
        self._session = turn.session
        self._options = []
        lines = [line for effect in turn.effects for line in self._shown(effect)]
        lines += [f"  (problema: {one.code.value}{f' em {one.node}' if one.node else ''})" for one in turn.problems]
        if turn.session.is_over():
            lines.append(f"  (fim: {_ENDS[turn.session.state.value]}; a próxima mensagem começa de novo)")
        return lines

    def _command(self, line: str) -> str:
        if line.lower() == "/recomecar":
            self._session, self._options, self._given = None, [], {}
            return "  (tudo de novo)"
        waited = _WAIT.fullmatch(line)
        if waited is None:
            return "  (não conheço esse comando)"
        self._now += int(waited[1]) * _UNITS[(waited[2] or "h").lower()]
        return f"  (agora é {self._now:%d/%m %H:%M} UTC)"

    def _message(self, line: str) -> Message:
        if line.isascii() and line.isdigit() and 0 < int(line[:4]) <= len(self._options):
            id_, title = self._options[int(line[:4]) - 1]
            return Message(text=title, type="interactive", choice_id=id_)
        return Message(text=line)

    def _contact(self) -> Contact:
        name = str(self._given.get("name") or self._name)
        return Contact(name=name, phone=PHONE, email=str(self._given.get("email") or ""), custom=self._given)

    def _shown(self, effect: Effect) -> Iterator[str]:
        match effect:
            case Say(message=message):
                yield from self._said(message)
            case HandToHuman(reason=reason, summary=summary):
                yield f"  (transbordo: {reason})"
                yield from (f"  ({line})" for line in summary.splitlines() if line.strip())
            case SetContactField(field=name, value=value):
                self._given[name] = value
                yield f"  (contato: {name} = {value})"
            case EndConversation():
                yield "  (a conversa é arquivada)"
            case other:
                yield f"  ({type(other).__name__})"

    def _said(self, message: OutgoingMessage) -> Iterator[str]:
        media = f"[{message.media.type}: {message.media.link or message.media.provider_id}]" if message.media else ""
        for text in filter(None, (message.header, media, message.text, message.footer)):
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


_ENDS = {"ended": "o fluxo terminou", "handed_over": "uma pessoa assume", "failed": "o fluxo falhou"}
