"""What comes back to a session from the outside, and what is sent there in its name?"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from recado.flows.answerers.outside import Outcome, call_outside, secret_names
from recado.flows.engine.advance import advance
from recado.flows.engine.asks import Ask
from recado.flows.engine.definition import FlowSet
from recado.flows.engine.inputs import Contact, Input, Message, Trigger
from recado.foundation.egress.models import Secret
from recado.foundation.egress.policy import Policy
from recado.foundation.egress.signatures import is_signed
from tests.flows.engine.support import NOW, TYPES, ZONE, flow_of
from tests.foundation.egress.hostile_urls import everything
from tests.foundation.egress.support import Server, ok, serving, walled
from tests.foundation.egress.test_t33_addresses import Gullible, dialled


def asked(kind: str, options: Mapping[str, Any], **variables: Any) -> Ask | None:
    """The ask of a node with these options, by the engine itself."""
    nodes = {"n": {"type": kind, "options": dict(options), "exits": {"next": "f", "error": "f"}}, "f": {"type": "end"}}
    arrived = Input(Message("oi"), NOW, ZONE, Contact("Ana"), seed=1, trigger=Trigger(variables=variables))
    return advance(FlowSet.of(flow_of(nodes), types=TYPES), None, arrived).ask


def request_of(kind: str, **options: Any) -> Mapping[str, Any]:
    ask = asked(kind, options)
    assert ask is not None
    return ask.request


async def outcome(answer: bytes, **options: Any) -> tuple[Outcome, Server]:
    """What an api_call to a server that answers so comes to."""
    async with serving(answer) as server, walled(Policy(exceptions=frozenset({server.origin}))) as wall:
        request = request_of("api_call", url=f"{server.origin}/v1", **options)
        return await call_outside(wall, request, ask_id="ask-1", secrets={}), server


async def test_a_json_answer_is_what_the_engine_expects() -> None:
    came, server = await outcome(ok(b'{"itens":[{"nome":"Jos\xc3\xa9"}],"total":1.5}', X_Pagina="2"))
    assert came.ok
    assert (came.again, came.sent) == (False, True)
    assert came.value["status"] == 200
    assert came.value["body"] == {"itens": [{"nome": "José"}], "total": 1.5}
    assert came.value["headers"] == {"content-type": "application/json", "content-length": "40", "x-pagina": "2"}
    assert json.loads(json.dumps(came.value)) == came.value
    head = server.heads[0].lower()
    assert b"idempotency-key: ask-1\r\n" in head
    assert b"user-agent: recado\r\n" in head


@pytest.mark.parametrize(
    ("body", "kind", "read"),
    [
        (b'{"a":1}', "application/json", {"a": 1}),
        (b'{"a":1}', "application/problem+json; charset=utf-8", {"a": 1}),
        (b'{"a":1}', "text/html; charset=UTF-8", {"a": 1}),
        (b'\xef\xbb\xbf{"a":1}', "application/json", {"a": 1}),
        (b"[1,2]", "", [1, 2]),
        (b'"so texto"', "application/json", "so texto"),
        (b"12", "application/json", 12),
        (b"12", "text/plain", "12"),
        (b"<html>500</html>", "application/json", "<html>500</html>"),
        (b"{not json", "application/json", "{not json"),
        (b'{"a":1,"a":2}', "application/json", '{"a":1,"a":2}'),
        ("São Paulo".encode("latin-1"), "text/plain; charset=ISO-8859-1", "São Paulo"),
        ("“São”".encode("cp1252"), 'text/html; charset="windows-1252"', "“São”"),
        ("São".encode(), "text/plain; charset=ISO-8859-1", "São"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "image/png", ""),
        (b"\xff\xfe\x00a", "text/plain", ""),
        (b"a\x00b", "text/plain", "ab"),
        (b"", "application/json", ""),
        (b'"\\ud800x"', "application/json", "\ufffdx"),
        (b'{"a":NaN}', "application/json", '{"a":NaN}'),
    ],
)
async def test_bodies_are_read_for_what_they_are(body: bytes, kind: str, read: Any) -> None:
    came, _ = await outcome(ok(body, Content_Type=kind))
    assert came.ok
    assert came.value["body"] == read


@pytest.mark.parametrize(
    ("body", "detail"), [(b"[" * 40 + b"]" * 40, "json_depth"), (b"[" + b"1," * 30_000 + b"1]", "json_nodes")]
)
async def test_t35_json_beyond_depth_or_size_is_no_answer(body: bytes, detail: str) -> None:
    came, _ = await outcome(ok(body))
    assert not came.ok
    assert (came.value["error"], came.value["detail"]) == ("bad_response", detail)
    assert "body" not in came.value


async def test_t35_a_mebibyte_of_brackets_is_refused_in_no_time() -> None:
    started = time.monotonic()
    came, _ = await outcome(ok(b"[" * 262_000))
    assert came.value["detail"] in ("json_depth", "json_nodes")
    assert time.monotonic() - started < 1


async def test_credentials_of_an_answer_are_not_told() -> None:
    came, _ = await outcome(ok(b"{}", Set_Cookie="sessao=canario", Authorization="Bearer canario", X_Ok="1"))
    assert "canario" not in str(came.value)
    assert came.value["headers"]["x-ok"] == "1"  # type: ignore[index,call-overload]


@pytest.mark.parametrize(
    ("status", "again"),
    [
        (400, False),
        (401, False),
        (404, False),
        (408, True),
        (409, False),
        (425, True),
        (429, True),
        (500, True),
        (503, True),
    ],
)
async def test_which_answers_are_worth_another_attempt(status: int, again: bool) -> None:
    answer = f"HTTP/1.1 {status} X\r\nContent-Length: 2\r\nRetry-After: 30\r\n\r\n{{}}".encode()
    came, _ = await outcome(answer)
    assert (came.ok, came.again, came.sent, came.wait_s) == (False, again, True, 30.0)
    assert came.value["status"] == status


async def test_a_strange_retry_after_is_nothing() -> None:
    for text in ("Wed, 21 Oct 2026 07:28:00 GMT", "-5", "1e9", "²"):
        answer = f"HTTP/1.1 503 X\r\nContent-Length: 0\r\nRetry-After: {text}\r\n\r\n".encode()
        came, _ = await outcome(answer)
        assert came.wait_s == 0.0


async def test_bodies_go_with_their_types() -> None:
    for kind, more, body, word in (
        ("json", {"body": '{"a": "é"}'}, '{"a":"é"}', "application/json; charset=utf-8"),
        ("form", {"form": [{"name": "a", "value": "é"}]}, "a=%C3%A9", "application/x-www-form-urlencoded"),
        ("text", {"body": "é"}, "é", "text/plain; charset=utf-8"),
    ):
        _, server = await outcome(ok(), method="POST", body_kind=kind, **more)
        head, _, sent = server.heads[0].partition(b"\r\n\r\n")
        assert f"Content-Type: {word}".encode() in head
        assert sent == body.encode()
    own = [{"name": "content-type", "value": "application/xml"}, {"name": "Idempotency-Key", "value": "minha"}]
    _, server = await outcome(ok(), method="POST", body_kind="text", body="<a/>", headers=own)
    assert server.heads[0].lower().count(b"content-type:") == 1
    assert b"application/xml" in server.heads[0]
    assert b"ask-1" not in server.heads[0]


async def test_t34_a_secret_is_added_outside_and_never_comes_back() -> None:
    async with serving(ok()) as server, walled(Policy(exceptions=frozenset({server.origin}))) as wall:
        headers = [{"name": "Authorization", "value": "Bearer ", "secret": "token_erp"}]
        request = request_of("api_call", url=f"{server.origin}/", headers=headers)
        assert secret_names(request) == {"token_erp"}
        assert "canario" not in str(request)
        kept = {"token_erp": Secret("token_erp", "canario", frozenset({server.origin}))}
        came = await call_outside(wall, request, ask_id="1", secrets=kept)
        assert came.ok
        assert b"Authorization: Bearer canario\r\n" in server.heads[0]
        assert "canario" not in str(came)

        gone = await call_outside(wall, request, ask_id="1", secrets={})
        assert (gone.ok, gone.again, gone.sent) == (False, False, False)
        assert gone.value == {"error": "secret_elsewhere", "detail": "token_erp", "ms": 0}
        assert server.connections == 1


async def test_t34_a_variable_that_is_an_address_takes_no_secret_elsewhere() -> None:
    """`{{ base }}/x` with a secret, and a base that a customer chose."""
    async with serving(ok()) as home, serving(ok()) as thief:
        policy = Policy(exceptions=frozenset({home.origin, thief.origin}))
        headers = [{"name": "Authorization", "value": "", "secret": "token"}]
        ask = asked("api_call", {"url": "{{ base }}/x", "headers": headers}, base=str(thief.origin))
        assert ask is not None
        async with walled(policy) as wall:
            kept = {"token": Secret("token", "canario", frozenset({home.origin}))}
            came = await call_outside(wall, ask.request, ask_id="1", secrets=kept)
        assert came.value["error"] == "secret_elsewhere"
        assert (home.connections, thief.connections) == (0, 0)


async def test_a_webhook_is_signed_with_the_new_secret_and_the_old() -> None:
    async with serving(ok()) as server, walled(Policy(exceptions=frozenset({server.origin}))) as wall:
        data = [{"name": "total", "value": 12.5}]
        request = request_of("webhook", url=f"{server.origin}/", event="pedido.feito", data=data, secret="assinatura")
        kept = {"assinatura": Secret("assinatura", "whsec_bm92bw==", frozenset({server.origin}), "whsec_dmVsaG8=")}
        for _ in range(2):
            assert (await call_outside(wall, request, ask_id="ask-9", secrets=kept)).ok
    for head in server.heads:
        lines, _, body = head.partition(b"\r\n\r\n")
        pairs = (line.split(": ", 1) for line in lines.decode().split("\r\n")[1:])
        headers = {name.lower(): value for name, value in pairs}
        now = int(time.time())
        assert headers["webhook-id"] == "ask-9"
        assert "idempotency-key" not in headers
        assert len(headers["webhook-signature"].split()) == 2
        for secret in ("whsec_bm92bw==", "whsec_dmVsaG8="):
            assert is_signed(headers, body, secrets=[secret], now=now)
        assert not is_signed(headers, body + b" ", secrets=["whsec_bm92bw=="], now=now)
        assert not is_signed(headers, body, secrets=["whsec_b3V0cm8="], now=now)
        assert not is_signed(headers, body, secrets=["whsec_bm92bw=="], now=now + 301)
        assert not is_signed({**headers, "webhook-id": "outro"}, body, secrets=["whsec_bm92bw=="], now=now)
        assert json.loads(body)["data"] == {"total": 12.5}


async def test_t33_every_way_out_of_a_flow_ends_at_the_wall() -> None:
    """The whole corpus as the address of a call, of a webhook, and as what a customer wrote into a variable."""
    passed: list[object] = []
    ways: tuple[tuple[str, Callable[[str], tuple[dict[str, str], dict[str, str]]]], ...] = (
        ("api_call", lambda url: ({"url": url}, {})),
        ("webhook", lambda url: ({"url": url}, {})),
        ("api_call", lambda url: ({"url": "{{ endereco }}"}, {"endereco": url})),
        ("webhook", lambda url: ({"url": "{{ endereco }}"}, {"endereco": url})),
        ("api_call", lambda url: ({"url": "https://{{ endereco }}/"}, {"endereco": url.removeprefix("https://")})),
    )
    with dialled() as seen:
        async with walled(resolver=Gullible()) as wall:
            for url in everything():
                for kind, way in ways:
                    options, variables = way(url)
                    if not options["url"].strip() or "\x00" in url or len(url) > 2_000:
                        continue  # no definition can hold that
                    ask = asked(kind, options, **variables)
                    if ask is None:
                        continue  # refused before it was asked
                    came = await call_outside(wall, ask.request, ask_id="1", secrets={})
                    if came.value.get("error") not in ("bad_address", "refused_address") or came.again or came.sent:
                        passed.append((kind, url, came.value))
    assert passed == []
    assert seen == []
