"""How does an HTTP request of a bot become an API call of ours?"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from recado.flows.engine.answer_path import PathUnreadable, read_path
from recado.flows.engine.json_body import JsonBodyUnreadable, read_json_body
from recado.flows.engine.web_address import AddressUnreadable, read_address
from recado.flows.imports.typebot.export import Block, list_of, number_of, object_of, text_of
from recado.flows.imports.typebot.kinds import kind_name
from recado.flows.imports.typebot.placeholders import hold_place
from recado.flows.imports.typebot.work import ERROR, NEXT, Link, Work

_METHODS = frozenset({"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"})
_WITHOUT_BODY = frozenset({"GET", "HEAD"})
_HEADER = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]{1,80}")
_OURS = frozenset(
    {
        "host", "content-length", "transfer-encoding", "connection", "keep-alive", "te", "trailer", "upgrade", "expect",
        "accept-encoding", "proxy-authorization", "proxy-authenticate", "proxy-connection",
    }
)  # fmt: skip
"""Headers that `api_call` refuses, because the client sets them itself."""
_SECRETS = re.compile(r"(?i)authori[sz]ation|api[-_]?key|token|secret|cookie|password|senha")
_MOST = {"query": 30, "headers": 20, "results": 30}
_LONGEST = {"query": 4_000, "headers": 2_000}
_LONGEST_WAIT, _USUAL_WAIT = 10, 10
_LONGEST_BODY = 8_000
_LONGEST_ADDRESS = 1_900
_LONGEST_PATH = 300
_STEP = re.compile(r"""\.([A-Za-z_$][\w$]*)|\[([0-9]{1,6})\]|\[(?:"([^"\]]*)"|'([^'\]]*)')\]""")


def call(work: Work, block: Block, onward: Link) -> Link:
    """The call; whether it goes well or not, the bot goes on at the same place."""
    request = object_of(block.options.get("webhook"))
    url = text_of(request.get("url")).strip()
    if not url:
        known = block.options.get("webhookId")
        work.tell(block, "call_no_address", why=" (só uma referência a ele)" if known else "")
        return hold_place(work, block, onward, f"Refazer: {kind_name(block.type)}")
    method = text_of(request.get("method")).upper() or "POST"
    if method not in _METHODS:
        work.tell(block, "call_method", method=method)
        return hold_place(work, block, onward, f"Refazer: chamada {method[:20]}")
    address = work.text(block, url)
    if not _is_address(address):
        work.tell(block, "call_bad_address", url=url)
        return hold_place(work, block, onward, "Refazer: chamada HTTP")
    if block.options.get("proxyCredentialsId"):
        work.tell(block, "call_proxy")
    if method in _WITHOUT_BODY and request.get("body") and block.options.get("isCustomBody") is True:
        work.tell(block, "call_body_left", method=method)
    options: dict[str, Any] = {
        "method": method.lower(),
        "url": address,
        "query": list(_pairs(work, block, request.get("queryParams"), "query")),
        "headers": list(_headers(work, block, request.get("headers"))),
        **(_body(work, block, text_of(request.get("body"))) if method not in _WITHOUT_BODY else {}),
        **_timeout(work, block),
        "results": list(_results(work, block)),
    }
    kept = {key: value for key, value in options.items() if value not in ([], "")}
    return work.add(block.at.group, "api_call", kept, {NEXT: onward, ERROR: onward})


def _is_address(address: str) -> bool:
    try:
        read_address(address)
    except AddressUnreadable:
        return False
    return len(address) <= _LONGEST_ADDRESS


def _pairs(work: Work, block: Block, raw: object, what: str) -> Iterator[dict[str, str]]:
    found = [one for one in map(object_of, list_of(raw)) if text_of(one.get("key")).strip()]
    if len(found) > _MOST[what]:
        names = {"query": "parâmetros", "headers": "cabeçalhos"}
        work.tell(block, "call_too_many", what=names[what], limit=_MOST[what])
    for one in found[: _MOST[what]]:
        name, value = text_of(one.get("key")).strip()[:120], work.text(block, one.get("value"))
        yield {"name": name, "value": value if len(value) <= _LONGEST[what] else ""}


def _headers(work: Work, block: Block, raw: object) -> Iterator[dict[str, str]]:
    for pair in _pairs(work, block, raw, "headers"):
        name = pair["name"]
        if not _HEADER.fullmatch(name) or name.lower() in _OURS or "\n" in pair["value"]:
            work.tell(block, "call_header", name=name)
            continue
        if _SECRETS.search(name) and pair["value"].strip():
            work.tell(block, "call_secret", name=name)
        yield pair


def _body(work: Work, block: Block, raw: str) -> dict[str, Any]:
    """The author's body where there is one; else all that the flow knows, as the original does with the answers."""
    if block.options.get("isCustomBody") is not True:
        names = [safe for safe in work.names.by_name.values() if safe not in work.names.initial][:40]
        work.tell(block, "call_body_generated")
        fields = (f"{json.dumps(work.names.label(name), ensure_ascii=False)}: {{{{ {name} }}}}" for name in names)
        generated = "{" + ", ".join(dict.fromkeys(fields)) + "}"
        return (
            {"body_kind": "json", "body": generated} if _is_json(generated) and len(generated) <= _LONGEST_BODY else {}
        )
    body = work.text(block, raw)
    if not body.strip() or len(body) > _LONGEST_BODY:
        if body.strip():
            work.tell(block, "call_body_text")
        return {}
    if _is_json(body):
        return {"body_kind": "json", "body": body}
    work.tell(block, "call_body_text")
    return {"body_kind": "text", "body": body}


def _is_json(body: str) -> bool:
    try:
        read_json_body(body)
    except JsonBodyUnreadable:
        return False
    return True


def _timeout(work: Work, block: Block) -> dict[str, int]:
    seconds = number_of(block.options.get("timeout"))
    if seconds is None or seconds == _USUAL_WAIT:
        return {}
    if seconds > _LONGEST_WAIT:
        work.tell(block, "call_timeout", seconds=f"{seconds:g}", limit=_LONGEST_WAIT)
    return {"timeout_s": max(1, min(round(seconds), _LONGEST_WAIT))}


def _results(work: Work, block: Block) -> Iterator[dict[str, str]]:
    mappings = [object_of(one) for one in list_of(block.options.get("responseVariableMapping"))]
    if len(mappings) > _MOST["results"]:
        work.tell(block, "call_too_many", what="partes da resposta", limit=_MOST["results"])
    for mapping in mappings[: _MOST["results"]]:
        source = text_of(mapping.get("bodyPath")).strip()
        variable = work.names.of(mapping.get("variableId"))
        if not source or not variable:
            work.tell(block, "call_mapping")
            continue
        path = path_of(source)
        if path:
            yield {"path": path, "variable": variable}
        else:
            work.tell(block, "call_path", path=source, name=work.names.label(variable))


def path_of(source: str) -> str:
    """A path of JavaScript over `data` and `statusCode` as one of ours over `body` and `status`; empty where it is code."""
    text = source.strip().replace("?.[", "[").replace("?.", ".")
    if text == "statusCode":
        return "status"
    root = re.match(r"data(?![\w$])|[A-Za-z_$][\w$]*", text)
    if root is None:
        return ""
    steps, at = ["body"] if root[0] == "data" else ["body", f".{root[0]}"], root.end()
    while at < len(text):
        found = _STEP.match(text, at)
        if found is None:
            return ""
        name, place, double, single = found.groups()
        key = name if name is not None else double if double is not None else single
        steps.append(f"[{place}]" if place is not None else f".{key}" if str(key).isidentifier() else f'["{key}"]')
        at = found.end()
    path = "".join(steps)
    try:
        read_path(path)
    except PathUnreadable:
        return ""
    return path if len(path) <= _LONGEST_PATH and "$" not in path else ""
