"""Tell an address of the author's that something happened, signed so that it can know who says so."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from recado.flows.engine import fields
from recado.flows.engine.asks import Ask
from recado.flows.engine.conditions import Operand
from recado.flows.engine.expressions import Template
from recado.flows.engine.inputs import Answer, Input
from recado.flows.engine.json_body import as_json
from recado.flows.engine.limits import ChannelLimits
from recado.flows.engine.node_type import ERROR, NEXT, Exit, Node, NodeManifest, Step, View
from recado.flows.engine.problems import Code, Problem, error, warning
from recado.flows.engine.values import Moment, Value
from recado.flows.engine.web_address import MAX_ADDRESS, AddressUnreadable, read_address, with_query

_CONTACT = {key: Template("{{ contact." + key + " }}") for key in ("name", "phone", "email")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Datum:
    """A field of what is told, with its kind: a number stays a number."""

    name: str = fields.text(label="Campo", max_length=80, required=True)
    value: Operand = fields.literal(label="Valor")


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Where it is told, what, and with which secret it is signed."""

    url: Template = fields.template(
        label="Endereço", help="https://… Valores de {{ }} são codificados", max_length=2_000, required=True
    )
    event: str = fields.text(label="Evento", help="Ex.: pedido.confirmado", max_length=80, default="flow.event")
    data: tuple[Datum, ...] = fields.items(Datum, label="Dados", maximum=50)
    with_contact: bool = fields.flag(label="Incluir nome, telefone e e-mail do contato", default=True)
    secret: str = fields.secret(label="Segredo da assinatura", help="Sem ele, o aviso segue sem assinatura")
    timeout_s: int = fields.whole(label="Esperar no máximo (segundos)", minimum=1, maximum=10, default=10)
    retries: int = fields.whole(
        label="Tentar de novo", help="Quantas vezes, se não for aceito", minimum=0, maximum=5, default=3
    )


def _check(options: Options, channel: ChannelLimits) -> Iterable[Problem]:
    try:
        read_address(options.url.source)
    except AddressUnreadable as fault:
        yield error(Code.BAD_ADDRESS, path="url", reason=str(fault))


manifest = NodeManifest(
    key="webhook",
    label="Webhook",
    description="Avisa outro sistema, com assinatura.",
    icon="webhook",
    group="integração",
    options=Options,
    exits=(Exit(NEXT, "Aceito"), Exit(ERROR, "Falhou")),
    check=_check,
    waits=lambda node: True,
)


def run(node: Node, session: View, arrived: Input | None) -> Step:
    """Tell and wait until it was taken; what the person writes meanwhile changes nothing."""
    if arrived is None:
        return _ask(node, session)
    if not isinstance(arrived.what, Answer):
        return Step(wait=True, waiting_for=session.waiting_for)
    if arrived.what.ok:
        return Step(leave_by=NEXT)
    told = arrived.what.value
    return Step(leave_by=ERROR, problems=(_failure(told if isinstance(told, Mapping) else {}),))


def _ask(node: Node, session: View) -> Step:
    options: Options = node.options
    try:
        url = with_query(read_address(options.url.source).render(session.value), [])
    except AddressUnreadable as fault:
        return Step(leave_by=ERROR, problems=(error(Code.BAD_ADDRESS, path="url", reason=str(fault)),))
    if len(url) > MAX_ADDRESS:
        return Step(leave_by=ERROR, problems=(error(Code.BAD_ADDRESS, path="url", reason="too_long"),))
    request: dict[str, Value] = {
        "method": "POST",
        "url": url,
        "headers": [],
        "body": _told(options, session),
        "body_kind": "json",
        "timeout_s": options.timeout_s,
        "retries": options.retries,
        "signed_by": options.secret,
    }
    return Step(wait=True, ask=Ask("webhook", session.key_for(node), request))


def _told(options: Options, session: View) -> str:
    """The body: the event's name, its moment, and its data (the shape of Standard Webhooks)."""
    data: dict[str, Any] = {one.name: as_json(session.operand(one.value, {})) for one in options.data}
    told: dict[str, Any] = {"type": options.event, "timestamp": as_json(Moment(session.now)), "data": data}
    if options.with_contact:
        told["contact"] = {key: as_json(session.value(name)) for key, name in _CONTACT.items()}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def _failure(told: Mapping[str, Any]) -> Problem:
    status = told.get("status")
    reason = f"http_{status}" if isinstance(status, int) else str(told.get("error", ""))[:40]
    return warning(Code.CALL_FAILED, reason=reason, detail=str(told.get("detail", ""))[:200])
