"""What can be put into a flow, and what can its texts read?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from recado.flows.engine.expressions import Template
from recado.flows.engine.filters import FILTERS
from recado.flows.engine.inputs import Contact, Input, Message, Trigger
from recado.flows.engine.node_type import NodeTypes
from recado.flows.engine.problems import Problem
from recado.flows.engine.scope import Scope
from recado.flows.models import BotId, FlowId
from recado.flows.store import reading
from recado.foundation.database import Transaction

VARIABLES: Sequence[tuple[str, str]] = (
    ("contact.first_name", "Primeiro nome do contato"),
    ("contact.name", "Nome do contato"),
    ("contact.phone", "Telefone do contato"),
    ("contact.email", "E-mail do contato"),
    ("message.text", "O que a pessoa acabou de escrever"),
    ("message.type", "Tipo da última mensagem"),
    ("trigger.kind", "O que começou a conversa"),
    ("trigger.value", "Palavra-chave que começou a conversa"),
    ("bot.name", "Nome do bot"),
    ("today", "Data de hoje"),
    ("now", "Data e hora de agora"),
)
"""Names that every template reads, beside the flow's own variables."""

EXAMPLES: Sequence[tuple[str, str]] = (
    ("abs", "{{ -5 | abs }}"),
    ("append", "{{ 'bom' | append: ' dia' }}"),
    ("at_least", "{{ 3 | at_least: 5 }}"),
    ("at_most", "{{ 9 | at_most: 5 }}"),
    ("capitalize", "{{ 'ana' | capitalize }}"),
    ("ceil", "{{ 1.2 | ceil }}"),
    ("date", "{{ now | date: '%d/%m' }}"),
    ("decimal", "{{ 2.5 | decimal: 2 }}"),
    ("default", "{{ apelido | default: 'amigo' }}"),
    ("digits", "{{ contact.phone | digits }}"),
    ("divided_by", "{{ 10 | divided_by: 4 }}"),
    ("downcase", "{{ 'OI' | downcase }}"),
    ("first", "{{ 'a,b' | split: ',' | first }}"),
    ("first_name", "{{ contact.name | first_name }}"),
    ("floor", "{{ 1.8 | floor }}"),
    ("fold", "{{ 'São João' | fold }}"),
    ("join", "{{ 'a,b' | split: ',' | join: ' e ' }}"),
    ("last", "{{ 'a,b' | split: ',' | last }}"),
    ("map", "{{ itens | map: 'nome' | join: ', ' }}"),
    ("minus", "{{ 10 | minus: 4 }}"),
    ("modulo", "{{ 10 | modulo: 4 }}"),
    ("money", "{{ 1234.5 | money }}"),
    ("phone", "{{ contact.phone | phone }}"),
    ("plus", "{{ 10 | plus: 4 }}"),
    ("plus_days", "{{ now | plus_days: 2 | date: '%d/%m' }}"),
    ("prepend", "{{ 'dia' | prepend: 'bom ' }}"),
    ("remove", "{{ '12.345' | remove: '.' }}"),
    ("replace", "{{ 'sim' | replace: 'sim', 'claro' }}"),
    ("reverse", "{{ 'a,b' | split: ',' | reverse | join: ',' }}"),
    ("round", "{{ 2.567 | round: 1 }}"),
    ("sentence", "{{ 'banho,tosa,vacina' | split: ',' | sentence }}"),
    ("size", "{{ 'abc' | size }}"),
    ("slice", "{{ 'abcdef' | slice: 1, 3 }}"),
    ("sort", "{{ 'b,a' | split: ',' | sort | join: ',' }}"),
    ("split", "{{ 'a,b' | split: ',' }}"),
    ("strip", "{{ '  oi  ' | strip }}"),
    ("times", "{{ 10 | times: 4 }}"),
    ("title", "{{ 'ana de souza' | title }}"),
    ("truncate", "{{ 'um texto comprido' | truncate: 10 }}"),
    ("truncatewords", "{{ 'um texto comprido' | truncatewords: 2 }}"),
    ("uniq", "{{ 'a,a,b' | split: ',' | uniq | join: ',' }}"),
    ("upcase", "{{ 'oi' | upcase }}"),
    ("url_encode", "{{ 'bom dia' | url_encode }}"),
)
"""An example of every filter."""


@dataclass(frozen=True, slots=True)
class FilterExample:
    """A filter, a template that uses it, and what that gives."""

    name: str
    example: str
    result: str


def manifests(types: NodeTypes) -> list[dict[str, Any]]:
    """Return the manifests of the installed node types, in the order of the palette."""
    return [kind.manifest.to_json() for kind in types.values()]


def filters() -> list[FilterExample]:
    """Return every filter with an example that was just run."""
    given = dict(EXAMPLES)
    return [FilterExample(name, given.get(name, ""), _rendered(given.get(name, ""))) for name in sorted(FILTERS)]


async def list_flows(tx: Transaction) -> list[tuple[FlowId, BotId | None, str]]:
    """Return what a node may call: id, bot (None: shared) and name."""
    return await reading.list_names(tx)


def _rendered(example: str) -> str:
    arrived = Input(
        Message(text="oi"), _MOMENT, "America/Sao_Paulo", Contact("Ana Souza", "5511987654321"), 0, Trigger()
    )
    noted: list[Problem] = []
    variables: dict[str, Any] = {"itens": [{"nome": "banho"}, {"nome": "tosa"}], "apelido": ""}
    return Template(example).render(Scope(variables, arrived, now=_MOMENT, bot="Recepção"), noted)


_MOMENT = datetime(2026, 3, 2, 12, 30, tzinfo=UTC)
