"""What comes of an ask of the kinds `http` and `webhook` when it is put to the outside once?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from recado.flows.engine.values import Value, clean_text
from recado.foundation.egress.client import Egress
from recado.foundation.egress.models import Failure, FailureCode, Header, Request, Response, Secret
from recado.foundation.untrusted_json import JsonRefused, read_json

MAX_JSON_DEPTH: Final = 32
MAX_JSON_NODES: Final = 20_000
_MAX_HEADERS, _MAX_HEADER_VALUE = 60, 1_000
_MAX_WAIT_S: Final = 3_600.0
_SERVER_ERROR: Final = 500
_TRY_LATER: Final = frozenset({408, 425, 429})
_FOR_GOOD: Final = frozenset(
    {FailureCode.REFUSED_ADDRESS, FailureCode.BAD_ADDRESS, FailureCode.SECRET_ELSEWHERE, FailureCode.TOO_LARGE}
)
_NOT_TOLD: Final = frozenset({"set-cookie", "set-cookie2", "authorization", "proxy-authenticate"})
"""Headers of an answer that are credentials: neither a turn's row nor a replay may hold them."""
_CONTENT_TYPES: Final = {
    "json": "application/json; charset=utf-8",
    "form": "application/x-www-form-urlencoded",
    "text": "text/plain; charset=utf-8",
}
_CHARSETS: Final = {"utf-8": "utf-8", "utf8": "utf-8", "us-ascii": "utf-8"} | dict.fromkeys(
    # Half of the older systems in Brazil answer so; what they call Latin-1 is Windows-1252 where the two differ.
    ("iso-8859-1", "latin1", "latin-1", "windows-1252", "cp1252", "iso-8859-15"),
    "cp1252",
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What goes back to the session, and what whoever owns the retries needs to know.

    `again`: another attempt may help (no answer, 408, 425, 429, 5xx); `sent`: the request may have been carried out
    there; `wait_s` what the other side asks us to wait (Retry-After in seconds), 0 if nothing.
    """

    ok: bool
    value: Mapping[str, Value]
    again: bool
    sent: bool
    wait_s: float = 0.0


def secret_names(request: Mapping[str, Value]) -> frozenset[str]:
    """The organization's secrets that an ask names, to be opened before the call."""
    named = [str(one.get("secret") or "") for one in _headers(request)]
    return frozenset(name for name in (*named, str(request.get("signed_by") or "")) if name)


async def call_outside(
    egress: Egress, request: Mapping[str, Value], *, ask_id: str, secrets: Mapping[str, Secret]
) -> Outcome:
    """Make one attempt. `ask_id` is the same at each: it goes along as `Idempotency-Key`, or as `webhook-id`.

    An ask that names a secret which is not among `secrets` (it was deleted, or never was) leaves nothing and comes
    back as `secret_elsewhere`. Raises `NetworkInTransaction` where a transaction is open.
    """
    missing = sorted(secret_names(request) - set(secrets))
    if missing:
        return _failed(Failure(FailureCode.SECRET_ELSEWHERE, missing[0]))
    answered = await egress.call(_request(request, ask_id, secrets))
    return _failed(answered) if isinstance(answered, Failure) else _answered(answered)


def _request(request: Mapping[str, Value], ask_id: str, secrets: Mapping[str, Secret]) -> Request:
    headers = [
        Header(str(one["name"]), str(one["value"]), secrets.get(str(one.get("secret") or "")))
        for one in _headers(request)
    ]
    named = {header.name.lower() for header in headers}
    body, kind = request.get("body"), str(request.get("body_kind"))
    if body is not None and kind in _CONTENT_TYPES and "content-type" not in named:
        headers.append(Header("Content-Type", _CONTENT_TYPES[kind]))
    signer = secrets.get(str(request.get("signed_by") or ""))
    if signer is None and "idempotency-key" not in named:
        headers.append(Header("Idempotency-Key", ask_id))
    seconds = request.get("timeout_s")
    return Request(
        method=str(request.get("method")),
        url=str(request.get("url")),
        headers=tuple(headers),
        body=b"" if body is None else str(body).encode("utf-8", "replace"),
        deadline_s=float(seconds) if isinstance(seconds, int | float) else 10.0,
        signed_by=signer,
        signed_id=ask_id,
    )


def _headers(request: Mapping[str, Value]) -> list[dict[str, Value]]:
    listed = request.get("headers")
    return [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []


def _failed(failure: Failure) -> Outcome:
    value: dict[str, Value] = {"error": str(failure.code), "detail": failure.detail, "ms": failure.ms}
    return Outcome(ok=False, value=value, again=failure.code not in _FOR_GOOD, sent=failure.sent)


def _answered(response: Response) -> Outcome:
    try:
        body = read_body(response)
    except JsonRefused as fault:
        return Outcome(
            ok=False,
            value={"error": str(FailureCode.BAD_RESPONSE), "detail": f"json_{fault.code}", "ms": response.ms},
            again=False,
            sent=True,
        )
    told = [(name, value) for name, value in response.headers.items() if name not in _NOT_TOLD][:_MAX_HEADERS]
    headers: dict[str, Value] = {clean_text(name): clean_text(value)[:_MAX_HEADER_VALUE] for name, value in told}
    value: dict[str, Value] = {"status": response.status, "headers": headers, "body": body, "ms": response.ms}
    again = response.status >= _SERVER_ERROR or response.status in _TRY_LATER
    return Outcome(ok=response.ok, value=value, again=again, sent=True, wait_s=_retry_after(response))


def read_body(response: Response) -> Any:
    """The body as JSON where it is, else as text; bytes that are neither give an empty text.

    What the server calls it counts little: JSON comes as `text/html`, and error pages as `application/json`. Raises
    `JsonRefused` where it is JSON beyond our depth or size: such a body is an attack or a mistake, and no text.
    """
    kind, _, parameters = response.headers.get("content-type", "").lower().partition(";")
    if _may_be_json(response.body, kind.strip()):
        try:
            return read_json(response.body, max_depth=MAX_JSON_DEPTH, max_nodes=MAX_JSON_NODES)
        except JsonRefused as fault:
            if fault.code in ("depth", "nodes"):
                raise
    return _text(response.body, parameters)


def _may_be_json(body: bytes, kind: str) -> bool:
    return (
        kind == "application/json" or kind.endswith("+json") or body.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[")
    )


def _text(body: bytes, parameters: str) -> str:
    charset = parameters.rpartition("charset=")[2].split(";")[0].strip(" \"'")
    try:
        return clean_text(body.decode("utf-8-sig"))
    except UnicodeDecodeError:
        pass
    if b"\x00" in body or charset not in _CHARSETS:
        return ""
    return clean_text(body.decode(_CHARSETS[charset], "replace"))


def _retry_after(response: Response) -> float:
    text = response.headers.get("retry-after", "")
    return min(float(text), _MAX_WAIT_S) if text.isascii() and text.isdigit() else 0.0
