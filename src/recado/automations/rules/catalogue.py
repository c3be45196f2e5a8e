"""Which facts can set an automation off, which fields can it look at, and how may each be compared?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

FieldKind = Literal["text", "choice", "ref", "number", "money", "flag", "tags"]


@dataclass(frozen=True, slots=True)
class Trigger:
    """A fact that can set an automation off, as the screen names it, and what it is about."""

    fact: str
    label: str
    about: Literal["conversation", "person", "deal", "channel"]


@dataclass(frozen=True, slots=True)
class Field:
    """Something that a condition can look at. `refers` says of what an id is; `choices` are words with their labels."""

    key: str
    label: str
    kind: FieldKind
    group: str
    choices: tuple[tuple[str, str], ...] = ()
    refers: str = ""


TRIGGERS: Final = (
    Trigger("conversations.conversation_opened", "Uma conversa começou", "conversation"),
    Trigger("conversations.message_received", "Uma mensagem chegou", "conversation"),
    Trigger("conversations.message_queued", "Uma mensagem foi escrita para sair", "conversation"),
    Trigger("conversations.message_status_changed", "O recibo de uma mensagem mudou", "conversation"),
    Trigger("conversations.state_changed", "Uma conversa mudou de estado", "conversation"),
    Trigger("conversations.answerer_changed", "Quem responde mudou (bot ou pessoa)", "conversation"),
    Trigger("conversations.assigned", "Uma conversa foi atribuída", "conversation"),
    Trigger("conversations.handoff_opened", "Um transbordo foi aberto", "conversation"),
    Trigger("conversations.handoff_changed", "Um transbordo mudou ou atrasou", "conversation"),
    Trigger("conversations.note_added", "Uma nota foi escrita", "conversation"),
    Trigger("conversations.csat_answered", "A pesquisa de satisfação foi respondida", "conversation"),
    Trigger("contacts.created", "Um contato foi criado", "person"),
    Trigger("contacts.changed", "Um contato mudou (campos, etiquetas)", "person"),
    Trigger("leads.deal_created", "Um negócio foi criado", "deal"),
    Trigger("leads.deal_moved", "Um negócio mudou de etapa", "deal"),
    Trigger("leads.deal_changed", "Um negócio foi alterado", "deal"),
    Trigger("whatsapp:disconnected", "Um canal caiu ou foi desligado", "channel"),
)
BY_FACT: Final[Mapping[str, Trigger]] = {one.fact: one for one in TRIGGERS}

_STATES = (("active", "Ativa"), ("waiting", "Aguardando"), ("archived", "Arquivada"))
_ANSWERERS = (("flow", "Bot"), ("agent", "Agente"), ("person", "Pessoa"))
_TYPES = (
    ("text", "Texto"), ("image", "Imagem"), ("video", "Vídeo"), ("audio", "Áudio"), ("document", "Documento"),
    ("sticker", "Figurinha"), ("location", "Localização"), ("contacts", "Contato"), ("interactive", "Botão ou lista"),
    ("template", "Modelo"), ("reaction", "Reação"),
)  # fmt: skip
_RECEIPTS = (
    ("queued", "Na fila"), ("unconfirmed", "Não confirmada"), ("accepted", "Aceita"), ("sent", "Enviada"),
    ("delivered", "Entregue"), ("read", "Lida"), ("played", "Ouvida"), ("failed", "Falhou"),
)  # fmt: skip
_KINDS = (("open", "Em aberto"), ("won", "Ganho"), ("lost", "Perdido"))
_DAYS = (
    ("0", "Segunda"), ("1", "Terça"), ("2", "Quarta"), ("3", "Quinta"), ("4", "Sexta"), ("5", "Sábado"), ("6", "Domingo"),
)  # fmt: skip
_YES_NO = (("true", "Sim"), ("false", "Não"))

CUSTOM: Final = "contact.fields."
"""What the keys of custom fields begin with."""
_MESSAGE, _TALK, _PERSON, _DEAL, _TIME = "Mensagem", "Conversa", "Contato", "Negócio", "Momento"

FIELDS: Final = (
    Field("message.text", "Texto da mensagem", "text", _MESSAGE),
    Field("message.type", "Tipo da mensagem", "choice", _MESSAGE, _TYPES),
    Field("message.status", "Recibo da mensagem", "choice", _MESSAGE, _RECEIPTS),
    Field("message.failure", "Código da falha", "text", _MESSAGE),
    Field("conversation.state", "Estado da conversa", "choice", _TALK, _STATES),
    Field("conversation.answerer", "Quem responde", "choice", _TALK, _ANSWERERS),
    Field("conversation.channel", "Canal", "ref", _TALK, refers="channels"),
    Field("conversation.team", "Equipe", "ref", _TALK, refers="teams"),
    Field("conversation.assignee", "Responsável", "ref", _TALK, refers="members"),
    Field("conversation.is_first", "É a primeira conversa da pessoa", "flag", _TALK, _YES_NO),
    Field("conversation.waiting_minutes", "Minutos aguardando uma pessoa", "number", _TALK),
    Field("conversation.unread", "Mensagens não lidas", "number", _TALK),
    Field("since.answered", "Alguém respondeu depois do gatilho", "flag", _TALK, _YES_NO),
    Field("since.person_answered", "Uma pessoa da equipe respondeu depois do gatilho", "flag", _TALK, _YES_NO),
    Field("since.wrote", "O cliente escreveu depois do gatilho", "flag", _TALK, _YES_NO),
    Field("window.open", "Janela de 24 horas aberta", "flag", _TALK, _YES_NO),
    Field("csat.score", "Nota da pesquisa", "number", _TALK),
    Field("csat.comment", "Comentário da pesquisa", "text", _TALK),
    Field("contact.name", "Nome do contato", "text", _PERSON),
    Field("contact.phone", "Telefone", "text", _PERSON),
    Field("contact.tags", "Etiquetas", "tags", _PERSON, refers="tags"),
    Field("contact.opted_out", "Pediu para não receber mensagens", "flag", _PERSON, _YES_NO),
    Field("deal.pipeline", "Funil do negócio", "ref", _DEAL, refers="pipelines"),
    Field("deal.stage", "Etapa do negócio", "ref", _DEAL, refers="stages"),
    Field("deal.kind", "Situação do negócio", "choice", _DEAL, _KINDS),
    Field("deal.value_cents", "Valor do negócio", "money", _DEAL),
    Field("deal.origin", "Origem do negócio", "text", _DEAL),
    Field("deal.owner", "Dono do negócio", "ref", _DEAL, refers="members"),
    Field("deal.title", "Título do negócio", "text", _DEAL),
    Field("channel.reason", "Motivo da queda do canal", "text", _TIME),
    Field("time.open", "Dentro do horário de atendimento", "flag", _TIME, _YES_NO),
    Field("time.hour", "Hora do dia (0 a 23)", "number", _TIME),
    Field("time.weekday", "Dia da semana", "choice", _TIME, _DAYS),
)  # fmt: skip
BY_KEY: Final[Mapping[str, Field]] = {one.key: one for one in FIELDS}

OPS: Final[Mapping[str, tuple[tuple[str, str], ...]]] = {
    "text": (
        ("contains", "contém"), ("not_contains", "não contém"), ("word", "tem a palavra"), ("is", "é igual a"),
        ("is_not", "é diferente de"), ("starts", "começa com"), ("filled", "está preenchido"), ("empty", "está vazio"),
    ),
    "choice": (("is", "é"), ("is_not", "não é")),
    "ref": (("is", "é"), ("is_not", "não é"), ("filled", "está definido"), ("empty", "não está definido")),
    "number": (
        ("eq", "é igual a"), ("gt", "é maior que"), ("gte", "é pelo menos"), ("lt", "é menor que"), ("lte", "é no máximo"),
    ),
    "money": (("gte", "é pelo menos"), ("gt", "é maior que"), ("lte", "é no máximo"), ("lt", "é menor que")),
    "flag": (("is", "é"),),
    "tags": (("has", "tem"), ("has_not", "não tem"), ("filled", "tem alguma"), ("empty", "não tem nenhuma")),
}  # fmt: skip
NEEDS_NOTHING: Final = frozenset({"filled", "empty"})
"""Comparisons without anything to compare with."""


def field_of(key: str) -> Field | None:
    """Return a field by its key; a custom one is a text, whatever the organization says it holds."""
    if key.startswith(CUSTOM) and len(key) > len(CUSTOM):
        return Field(key, key.removeprefix(CUSTOM), "text", _PERSON)
    return BY_KEY.get(key)
