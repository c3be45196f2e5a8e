"""Wait for a while, or until a day and a time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from recado.flows.engine import fields, moments
from recado.flows.engine.answers import sentences
from recado.flows.engine.answers.dates import read_date, read_iso_date
from recado.flows.engine.answers.numbers import read_number
from recado.flows.engine.answers.person import asks_for_person
from recado.flows.engine.conditions import Literal, Operand
from recado.flows.engine.effects import HandToHuman, StartTimer
from recado.flows.engine.expressions import Template
from recado.flows.engine.inputs import Input, Message, Timer
from recado.flows.engine.limits import MAX_WAIT_DAYS, ChannelLimits
from recado.flows.engine.node_type import ERROR, NEXT, Exit, Node, NodeManifest, Step, View
from recado.flows.engine.problems import Code, Problem, error
from recado.flows.engine.session import State
from recado.flows.engine.values import Day, Moment, Value
from recado.flows.engine.wording import say_text

REPLIED = "replied"
PAST = "past"
PERSON = "person"
_MORNING = time(9)
_UNITS = {
    "seconds": "segundos", "minutes": "minutos", "hours": "horas", "days": "dias", "weeks": "semanas", "months": "meses",
}  # fmt: skip
_DAYS_OF = {"seconds": 1 / 86_400, "minutes": 1 / 1_440, "hours": 1 / 24, "days": 1, "weeks": 7, "months": 31}
_WEEKDAYS = dict(
    zip(moments.WEEKDAYS, ("segunda", "terça", "quarta", "quinta", "sexta", "sábado", "domingo"), strict=True)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How long, or until when, and what a message meanwhile does."""

    mode: str = fields.one_of({"for": "Por um tempo", "until": "Até um dia ou horário"}, label="Esperar", default="for")
    amount: Operand = fields.literal(label="Quanto", help="Um número, ou uma variável: {{ dias }}", default=Literal(1))
    unit: str = fields.one_of(_UNITS, label="Unidade", default="hours")
    date: Template = fields.template(
        label="Dia", help="25/12/2026, amanhã ou {{ consulta }}; vazio: o próximo", max_length=200
    )
    offset_days: int = fields.whole(
        label="Dias depois desse dia", help="-1 é a véspera", minimum=-MAX_WAIT_DAYS, maximum=MAX_WAIT_DAYS, default=0
    )
    weekdays: tuple[str, ...] = fields.several_of(_WEEKDAYS, label="Só nestes dias", help="Nenhum: qualquer dia")
    time: Template = fields.template(label="Horário", help="21:30 ou {{ hora }}; vazio: 09:00", max_length=200)
    earliest: str = fields.text(label="Não antes das", help="Se cair antes, espera até este horário", max_length=5)
    latest: str = fields.text(label="Nem depois das", help="Se cair depois, espera até o dia seguinte", max_length=5)
    on_message: str = fields.one_of(
        {"keep": "Continua esperando, em silêncio", "leave": "Continua dali, sem esperar mais"},
        label="Se a pessoa escrever",
        help="Ligar a saída “Respondeu antes” vale mais do que isto",
        default="keep",
    )


def _check(options: Options, channel: ChannelLimits) -> Iterable[Problem]:
    if options.mode == "for" and isinstance(options.amount, Literal):
        amount = options.amount.literal
        if isinstance(amount, bool) or not isinstance(amount, int | float) or amount <= 0:
            yield error(Code.NO_MOMENT, path="amount")
        elif amount * _DAYS_OF[options.unit] > MAX_WAIT_DAYS:
            yield error(Code.WAIT_TOO_LONG, path="amount", limit=MAX_WAIT_DAYS)
    for path, written in (("time", options.time), ("earliest", options.earliest), ("latest", options.latest)):
        plain = written if isinstance(written, str) else written.source if written.is_plain else ""
        if plain.strip() and moments.read_clock(plain) is None:
            yield error(Code.NO_MOMENT, path=path)


def _silence(options: Options) -> timedelta:
    """Until a weekday or a date it may be minutes or months; a day is what such a wait is for."""
    if options.mode == "until":
        return timedelta(days=1) if options.date or options.weekdays else timedelta(0)
    amount = options.amount.literal if isinstance(options.amount, Literal) else None
    if (
        isinstance(amount, bool)
        or not isinstance(amount, int | float)
        or amount * _DAYS_OF[options.unit] > MAX_WAIT_DAYS
    ):
        return timedelta(0)
    return timedelta(days=max(amount, 0) * _DAYS_OF[options.unit])


manifest = NodeManifest(
    key="wait",
    label="Esperar",
    description="Espera um tempo, ou até um dia e horário, e continua sozinho.",
    icon="clock",
    group="tempo",
    options=Options,
    exits=(
        Exit(NEXT, "Depois"),
        Exit(REPLIED, "Respondeu antes", optional=True),
        Exit(PAST, "Já passou", optional=True),
        Exit(PERSON, "Pediu atendente", optional=True),
    ),
    check=_check,
    waits=lambda node: True,
    silence=_silence,
)


def run(node: Node, session: View, arrived: Input | None) -> Step:
    """Start the timer and wait; leave when it fires, or when the person writes if the author wants that."""
    options: Options = node.options
    if arrived is not None:
        return _go_on(node, options, session, arrived)
    at = _until(options, session) if options.mode == "until" else _for(options, session)
    if at is None:
        return Step(leave_by=ERROR, problems=(error(Code.NO_MOMENT),))
    at = moments.within_hours(
        at, session.now.tzinfo, moments.read_clock(options.earliest), moments.read_clock(options.latest)
    )
    if at <= session.now:
        return Step(leave_by=PAST if PAST in node.exits else NEXT)
    if at - session.now > timedelta(days=MAX_WAIT_DAYS):
        return Step(leave_by=ERROR, problems=(error(Code.WAIT_TOO_LONG, limit=MAX_WAIT_DAYS),))
    key = session.key_for(node)
    return Step(wait=True, waiting_for=key, effects=(StartTimer(key, at),))


def _go_on(node: Node, options: Options, session: View, arrived: Input) -> Step:
    if isinstance(arrived.what, Timer):
        return Step(leave_by=NEXT)
    if isinstance(arrived.what, Message):
        if REPLIED in node.exits or options.on_message == "leave":
            return Step(leave_by=REPLIED if REPLIED in node.exits else NEXT)
        if asks_for_person(arrived.what.text):
            return _call_person(node, session)
    return Step(wait=True, waiting_for=session.waiting_for)


def _call_person(node: Node, session: View) -> Step:
    """Who asks for a person must not wait for days, whatever the author forgot."""
    if PERSON in node.exits:
        return Step(leave_by=PERSON)
    says = say_text(sentences.CALLING_PERSON, node=node.id, channel=session.channel)
    return Step(ends=State.HANDED_OVER, effects=(*says, HandToHuman("asked_for_person")))


def _for(options: Options, session: View) -> datetime | None:
    amount = _amount(session.operand(options.amount, {}))
    return None if amount is None else moments.after(session.now, amount, options.unit)


def _amount(value: Value) -> float | None:
    if isinstance(value, str):
        found = read_number(value)
        value = None if found is None else float(found)
    return None if isinstance(value, bool) or not isinstance(value, int | float) else value


def _until(options: Options, session: View) -> datetime | None:
    written = session.value(options.time)
    clock = moments.read_clock(written) if isinstance(written, str) and written.strip() else None
    if clock is None and written:
        return None
    if not options.date:
        return moments.next_time(session.now, clock or _MORNING, options.weekdays)
    day, own = _day(session.value(options.date), session)
    if day is None:
        return None
    try:
        day += timedelta(days=options.offset_days)
    except OverflowError:
        return None
    return moments.on_day(day, clock or own or _MORNING, session.now.tzinfo, options.weekdays)


def _day(value: Value, session: View) -> tuple[date | None, time | None]:
    """The day that a value means, and the time of day where it is a point in time."""
    if isinstance(value, Moment):
        local = value.at.astimezone(session.now.tzinfo)
        return local.date(), local.time()
    if isinstance(value, Day):
        return value.on, None
    if not isinstance(value, str):
        return None, None
    read = read_iso_date(value)
    if isinstance(read, datetime):
        local = read.astimezone(session.now.tzinfo) if read.tzinfo else read
        return local.date(), local.time()
    return read or read_date(value, session.now.date(), "future"), None
