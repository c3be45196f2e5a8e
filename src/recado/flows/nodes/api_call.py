"""Ask an address of the author's for something, and keep parts of its answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from recado.flows.engine import fields
from recado.flows.engine.answer_path import NOTHING, PathUnreadable, at_path, read_path
from recado.flows.engine.asks import Ask
from recado.flows.engine.expressions import Template
from recado.flows.engine.inputs import Answer, Input
from recado.flows.engine.json_body import JsonBodyUnreadable, read_json_body
from recado.flows.engine.limits import ChannelLimits
from recado.flows.engine.node_type import ERROR, NEXT, Exit, Node, NodeManifest, Step, View
from recado.flows.engine.problems import Code, Problem, error, warning
from recado.flows.engine.values import Value
from recado.flows.engine.web_address import MAX_ADDRESS, AddressUnreadable, encode_pairs, read_address, with_query

NOT_FOUND, REFUSED, BROKEN, SILENT = "not_found", "refused", "broken", "silent"
_HEADER_NAME = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]{1,80}")
_HEADER_VALUE = re.compile(r"[\t\x20-\x7e\x80-\U0010ffff]*")
_OURS = frozenset(
    (
        *("host", "content-length", "transfer-encoding", "connection", "keep-alive", "te", "trailer", "upgrade"),
        *("expect", "accept-encoding", "proxy-authorization", "proxy-authenticate", "proxy-connection"),
    )
)
"""Headers that the client sets itself; an author's would break the request or mislead whoever reads it."""
_MISSING, _SERVER = (404, 410), 500
_METHODS = {"get": "GET", "post": "POST", "put": "PUT", "patch": "PATCH", "delete": "DELETE", "head": "HEAD"}
_BODIES = {"none": "Sem corpo", "json": "JSON", "form": "Formulário", "text": "Texto"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A name and its value in the query or in a form."""

    name: str = fields.text(label="Nome", max_length=120, required=True)
    value: Template = fields.template(label="Valor", max_length=4_000)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeaderOption:
    """A header. What is sent is the value with the secret's behind it: "Bearer " and the secret `token_erp`."""

    name: str = fields.text(label="Cabeçalho", max_length=80, required=True, pattern=_HEADER_NAME)
    value: Template = fields.template(label="Valor", max_length=2_000)
    secret: str = fields.secret(label="Segredo", help="Vai depois do valor; só sai para os endereços dele")


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """A part of the answer and the variable that shall hold it."""

    path: str = fields.text(
        label="Parte da resposta", help="Ex.: body.itens[0].nome, status, headers.etag", max_length=300, required=True
    )
    variable: str = fields.variable(label="Guardar em", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What is asked, and what of the answer is kept."""

    method: str = fields.one_of(_METHODS, label="Método", default="get")
    url: Template = fields.template(
        label="Endereço", help="https://… Valores de {{ }} são codificados", max_length=2_000, required=True
    )
    query: tuple[Pair, ...] = fields.items(Pair, label="Parâmetros do endereço", maximum=30)
    headers: tuple[HeaderOption, ...] = fields.items(HeaderOption, label="Cabeçalhos", maximum=20)
    body_kind: str = fields.one_of(_BODIES, label="Corpo", default="none")
    body: Template = fields.template(
        label="Conteúdo", help='Em JSON: {"nome": "{{ contact.name }}", "idade": {{ idade }}}', rows=8
    )
    form: tuple[Pair, ...] = fields.items(Pair, label="Campos do formulário", maximum=50)
    timeout_s: int = fields.whole(label="Esperar no máximo (segundos)", minimum=1, maximum=10, default=10)
    retries: int = fields.whole(
        label="Tentar de novo", help="Quantas vezes, se não houver resposta", minimum=0, maximum=5, default=0
    )
    results: tuple[Result, ...] = fields.items(Result, label="Guardar da resposta", maximum=30)
    by_status: bool = fields.flag(label="Uma saída para cada tipo de falha")


def _more_exits(options: Options) -> Iterable[Exit]:
    if options.by_status:
        yield Exit(NOT_FOUND, "Não encontrado (404)", optional=True)
        yield Exit(REFUSED, "Recusado (4xx)", optional=True)
        yield Exit(BROKEN, "Erro de lá (5xx)", optional=True)
        yield Exit(SILENT, "Sem resposta", optional=True)


def _check(options: Options, channel: ChannelLimits) -> Iterable[Problem]:
    try:
        read_address(options.url.source)
    except AddressUnreadable as fault:
        yield error(Code.BAD_ADDRESS, path="url", reason=str(fault))
    if options.body_kind == "json":
        try:
            read_json_body(options.body.source)
        except JsonBodyUnreadable as fault:
            yield error(Code.BAD_JSON, path="body", fault=str(fault))
    for place, header in enumerate(options.headers):
        if header.name.lower() in _OURS:
            yield error(Code.BAD_HEADER, path=f"headers.{place}.name", name=header.name)
    for place, result in enumerate(options.results):
        try:
            read_path(result.path)
        except PathUnreadable:
            yield error(Code.BAD_PATH, path=f"results.{place}.path", value=result.path)


manifest = NodeManifest(
    key="api_call",
    label="Chamada de API",
    description="Chama um endereço na internet e guarda partes da resposta.",
    icon="globe",
    group="integração",
    options=Options,
    exits=(Exit(NEXT, "Deu certo"), Exit(ERROR, "Falhou")),
    more_exits=_more_exits,
    assigns=lambda options: tuple(result.variable for result in options.results),
    check=_check,
    waits=lambda node: True,
)


def run(node: Node, session: View, arrived: Input | None) -> Step:
    """Ask and wait; what the person writes meanwhile changes nothing. Then keep what was wanted and leave."""
    if arrived is None:
        return _ask(node, session)
    if not isinstance(arrived.what, Answer):
        return Step(wait=True, waiting_for=session.waiting_for)
    told = arrived.what.value
    return _leave(node, arrived.what, told if isinstance(told, Mapping) else {})


def _ask(node: Node, session: View) -> Step:
    options: Options = node.options
    try:
        address = read_address(options.url.source).render(session.value)
        body = _body(options, session)
    except AddressUnreadable as fault:
        return Step(leave_by=ERROR, problems=(error(Code.BAD_ADDRESS, path="url", reason=str(fault)),))
    except JsonBodyUnreadable as fault:
        return Step(leave_by=ERROR, problems=(error(Code.BAD_JSON, path="body", fault=str(fault)),))
    url = with_query(address, [(pair.name, session.render(pair.value)) for pair in options.query])
    if len(url) > MAX_ADDRESS:
        return Step(leave_by=ERROR, problems=(error(Code.BAD_ADDRESS, path="url", reason="too_long"),))
    headers = [(one.name, session.render(one.value), one.secret) for one in options.headers]
    for place, (name, value, _) in enumerate(headers):
        if name.lower() in _OURS or not _HEADER_VALUE.fullmatch(value):
            return Step(leave_by=ERROR, problems=(error(Code.BAD_HEADER, path=f"headers.{place}", name=name),))
    request: dict[str, Value] = {
        "method": options.method.upper(),
        "url": url,
        "headers": [{"name": name, "value": value, "secret": secret} for name, value, secret in headers],
        "body": body,
        "body_kind": options.body_kind,
        "timeout_s": options.timeout_s,
        "retries": options.retries,
    }
    return Step(wait=True, ask=Ask("http", session.key_for(node), request))


def _body(options: Options, session: View) -> str | None:
    if options.body_kind == "json":
        return read_json_body(options.body.source).render(session.value, session.render)
    if options.body_kind == "form":
        return encode_pairs([(pair.name, session.render(pair.value)) for pair in options.form])
    return session.render(options.body) if options.body_kind == "text" else None


def _leave(node: Node, answer: Answer, told: Mapping[str, Any]) -> Step:
    options: Options = node.options
    if not answer.ok:
        exit, problem = _failure(told)
        known = exit in node.exits and options.by_status
        return Step(leave_by=exit if known else ERROR, changes=_kept(options, told, []), problems=(problem,))
    missing: list[Problem] = []
    return Step(leave_by=NEXT, changes=_kept(options, told, missing), problems=tuple(missing))


def _kept(options: Options, told: Mapping[str, Any], missing: list[Problem]) -> dict[str, Value]:
    """The wanted parts; what the answer does not hold is nothing, so that no value of an earlier call is taken for new."""
    kept: dict[str, Value] = {}
    for place, result in enumerate(options.results):
        try:
            found = at_path(told, read_path(result.path))
        except PathUnreadable:
            found = NOTHING
        if found is NOTHING:
            missing.append(warning(Code.ANSWER_PATH_MISSING, path=f"results.{place}.path", value=result.path))
        kept[result.variable] = None if found is NOTHING else found
    return kept


def _failure(told: Mapping[str, Any]) -> tuple[str, Problem]:
    status = told.get("status")
    if not isinstance(status, int):
        code, detail = str(told.get("error", ""))[:40], str(told.get("detail", ""))[:200]
        return SILENT, warning(Code.CALL_FAILED, reason=code, detail=detail)
    problem = warning(Code.CALL_FAILED, reason=f"http_{status}", detail="")
    if status in _MISSING:
        return NOT_FOUND, problem
    return (BROKEN if status >= _SERVER else REFUSED), problem
