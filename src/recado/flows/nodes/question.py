"""Ask something, read the answer as what it should be, and keep it in a variable."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from recado.flows.engine import fields
from recado.flows.engine.answers import sentences
from recado.flows.engine.answers.media import received
from recado.flows.engine.answers.person import asks_for_person
from recado.flows.engine.answers.reading import Expected, NotUnderstood, Reading, Understood, read_answer
from recado.flows.engine.choices import MAX_CHOICES, Choice, check_choices, choice_exits, chosen, offered
from recado.flows.engine.effects import Effect, HandToHuman, Priority, Say, SetContactField
from recado.flows.engine.expressions import Template
from recado.flows.engine.inputs import Input, Message
from recado.flows.engine.limits import ChannelLimits
from recado.flows.engine.node_type import NEXT, Exit, Node, NodeManifest, Step, View
from recado.flows.engine.patterns import Pattern
from recado.flows.engine.problems import Code, Problem, error, warning
from recado.flows.engine.session import State
from recado.flows.engine.values import Value
from recado.flows.engine.wording import LIST_LABEL, say_choices, say_text

INVALID = "invalid"
PERSON = "person"

_KINDS = {
    "text": "Texto",
    "name": "Nome",
    "number": "Número",
    "money": "Valor em reais",
    "email": "E-mail",
    "cpf": "CPF",
    "cnpj": "CNPJ",
    "phone": "Telefone",
    "date": "Data",
    "choice": "Escolha",
    "media": "Mídia",
}
_MEDIA = {
    "image": "Foto", "audio": "Áudio", "video": "Vídeo", "document": "Documento", "location": "Localização",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What is asked, what counts as an answer, and what happens when none comes."""

    text: Template = fields.template(label="Pergunta", rows=4, required=True)
    kind: str = fields.one_of(_KINDS, label="Tipo de resposta", default="text")
    variable: str = fields.variable(label="Guardar em")
    choices: tuple[Choice, ...] = fields.items(Choice, label="Opções", maximum=MAX_CHOICES)
    list_label: str = fields.text(label="Botão da lista", max_length=60, default=LIST_LABEL)
    media: tuple[str, ...] = fields.several_of(_MEDIA, label="Mídias aceitas", help="Nenhuma marcada: qualquer uma")
    attempts: int = fields.whole(label="Tentativas", minimum=1, maximum=10, default=3)
    invalid_text: Template = fields.template(label="Se não entender, dizer", rows=2)
    minimum: float | None = fields.number(label="Mínimo", help="Do número, do valor em reais ou do tamanho do texto")
    maximum: float | None = fields.number(label="Máximo")
    whole: bool = fields.flag(label="Só números inteiros")
    when: str = fields.one_of(
        {"any": "Qualquer data", "future": "De hoje em diante", "past": "Até hoje"},
        label="Datas aceitas",
        default="any",
    )
    pattern: Pattern | None = fields.pattern(label="Formato (expressão regular)")
    contact_field: str = fields.text(
        label="Guardar também no contato", help="name, email ou um campo seu", max_length=60
    )


def _more_exits(options: Options) -> Iterable[Exit]:
    if options.kind == "choice":
        yield from choice_exits(options.choices)


def _check(options: Options, channel: ChannelLimits) -> Iterable[Problem]:
    if options.kind == "choice":
        if not options.choices:
            yield error(Code.TOO_FEW, path="choices", count=0, limit=1)
        yield from check_choices(options.choices, options.list_label, options.text, channel)
    elif options.choices:
        yield warning(Code.UNKNOWN_OPTION, path="choices", value="choices", known=options.kind)
    if options.text.is_plain and len(options.text.source) > channel.text:
        yield warning(Code.CHANNEL_LIMIT, path="text", length=len(options.text.source), limit=channel.text)
    if options.minimum is not None and options.maximum is not None and options.minimum > options.maximum:
        yield error(Code.OUT_OF_RANGE, path="minimum", minimum=options.minimum, maximum=options.maximum)


manifest = NodeManifest(
    key="question",
    label="Pergunta",
    description="Pergunta, confere a resposta e guarda.",
    icon="help",
    group="conversa",
    options=Options,
    exits=(
        Exit(NEXT, "Respondida"),
        Exit(INVALID, "Não entendida", optional=True),
        Exit(PERSON, "Pediu atendente", optional=True),
    ),
    more_exits=_more_exits,
    assigns=lambda options: (options.variable,) if options.variable else (),
    check=_check,
    waits=lambda node: True,
    listens=lambda node: True,
    writes_freely=lambda options: True,
)


def run(node: Node, session: View, arrived: Input | None) -> Step:
    """Ask and wait; then keep the answer and leave, or ask again."""
    options: Options = node.options
    if arrived is None:
        return Step(wait=True, effects=_ask(node, options, session, session.render(options.text)))
    if not isinstance(arrived.what, Message):
        return Step(wait=True, attempts=session.attempts)
    if options.kind == "choice":
        return _choose(node, options, session, arrived.what)
    if options.kind == "media":
        return _receive(node, options, session, arrived.what)
    return _read(node, options, session, arrived.what)


def _choose(node: Node, options: Options, session: View, said: Message) -> Step:
    found = chosen(node, options.choices, said, session)
    if found is None:
        return _not_understood(node, options, session, said, _refusal(node, session, said, "choice"))
    choice, title = found
    exit = choice.id if choice.id in node.exits else NEXT
    return _keep(options, choice.value or title, exit)


def _receive(node: Node, options: Options, session: View, said: Message) -> Step:
    found = received(said)
    if found is not None and (not options.media or found["type"] in options.media):
        return _keep(options, found, NEXT)
    wanted = sentences.media_wanted(options.media)
    return _not_understood(node, options, session, said, NotUnderstood("not_media", wanted))


def _read(node: Node, options: Options, session: View, said: Message) -> Step:
    reading: Reading
    if session.belongs_elsewhere(said.choice_id, node) or not said.text.strip():
        reading = _refusal(node, session, said, options.kind)
    elif asks_for_person(said.text):
        return _call_person(node, session)
    else:
        expected = Expected(
            options.kind, options.minimum, options.maximum, options.when, options.pattern, options.whole
        )
        reading = read_answer(said.text, expected, today=session.now.date(), own_phone=session.own_phone)
    if isinstance(reading, Understood):
        return _keep(options, reading.value, NEXT)
    return _not_understood(node, options, session, said, reading)


def _keep(options: Options, value: Value, exit: str) -> Step:
    effects: tuple[Effect, ...] = ()
    if options.contact_field:
        effects = (SetContactField(options.contact_field, value),)
    changes = {options.variable: value} if options.variable else {}
    return Step(leave_by=exit, changes=changes, effects=effects)


def _refusal(node: Node, session: View, said: Message, kind: str) -> NotUnderstood:
    if session.belongs_elsewhere(said.choice_id, node):
        return NotUnderstood("old_choice", sentences.OLD_CHOICE)
    if not said.text.strip():
        return NotUnderstood("not_text", sentences.NOT_TEXT)
    return NotUnderstood("unreadable", sentences.NOT_UNDERSTOOD[kind])


def _not_understood(node: Node, options: Options, session: View, said: Message, why: NotUnderstood) -> Step:
    """Ask again in other words, as often as the author allows; then leave by `invalid` or call a person."""
    if asks_for_person(said.text):
        return _call_person(node, session)
    attempts = session.attempts + 1
    if attempts < options.attempts:
        sentence = session.render(options.invalid_text) or why.sentence
        if why.reason == "old_choice":
            sentence = f"{why.sentence}\n\n{session.render(options.text)}"
        return Step(wait=True, attempts=attempts, effects=_ask(node, options, session, sentence))
    given_up = warning(Code.QUESTION_GIVEN_UP, reason=why.reason)
    if INVALID in node.exits:
        return Step(leave_by=INVALID, problems=(given_up,))
    return Step(
        ends=State.HANDED_OVER,
        problems=(given_up,),
        effects=(
            *say_text(sentences.GIVING_UP, node=node.id, channel=session.channel),
            HandToHuman("question_given_up", summary=session.render(options.text)[:500]),
        ),
    )


def _call_person(node: Node, session: View) -> Step:
    if PERSON in node.exits:
        return Step(leave_by=PERSON)
    return Step(
        ends=State.HANDED_OVER,
        effects=(
            *say_text(sentences.CALLING_PERSON, node=node.id, channel=session.channel),
            HandToHuman("asked_for_person", Priority.NORMAL),
        ),
    )


def _ask(node: Node, options: Options, session: View, text: str) -> tuple[Say, ...]:
    if options.kind != "choice":
        return say_text(text, node=node.id, channel=session.channel)
    choices = offered(node, options.choices, session)
    return say_choices(text, choices, label=options.list_label, node=node.id, channel=session.channel)
