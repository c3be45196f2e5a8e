"""Is the end of every attempt told rightly: accepted, surely not accepted, or not known?"""

from __future__ import annotations

import asyncio
import dataclasses
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import aiohttp
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from recado.channels.adapters.whatsapp_cloud import graph
from recado.channels.adapters.whatsapp_cloud.adapter import WhatsAppCloud
from recado.channels.models import Fault, Json, Outcome, OutgoingMessage, Recipient, Retry
from tests.channels.whatsapp_cloud.provider import CUT, HANG, RESET, TOKEN, Provider, account, http

BODY = WhatsAppCloud().write(OutgoingMessage(text="olá, ç"), Recipient("5511988887777"), "out:77")
ACCEPTED: Json = {
    "messaging_product": "whatsapp",
    "contacts": [{"input": "5511988887777", "wa_id": "551188887777"}],
    "messages": [{"id": "wamid.OUT1"}],
}
EXPIRED = {"message": "Session expired", "type": "OAuthException", "code": 190, "error_subcode": 463}
HTML = b"<html><body>502 Bad Gateway</body></html>"


@contextmanager
def timeouts(monkeypatch: pytest.MonkeyPatch, **more: float) -> Iterator[None]:
    """The shipped limits are 20 s in all and 3 s to connect; nobody waits for them here."""
    monkeypatch.setattr(graph, "TIMEOUT", aiohttp.ClientTimeout(**{"total": 0.5, "sock_connect": 0.3, **more}))
    yield


def test_shipped_limits() -> None:
    assert (graph.TIMEOUT.total, graph.TIMEOUT.sock_connect) == (20, 3)


async def test_accepted(cloud: WhatsAppCloud, provider: Provider) -> None:
    provider.will(http(ACCEPTED))
    result = await cloud.deliver(account(provider.url), BODY)
    assert result.outcome is Outcome.ACCEPTED
    assert (result.provider_id, result.wa_id, result.bsuid, result.failure) == ("wamid.OUT1", "551188887777", "", None)
    (request,) = provider.requests
    assert (request.method, request.path) == ("POST", "/v25.0/400000000000001/messages")
    assert request.headers["authorization"] == f"Bearer {TOKEN}"
    assert request.json == BODY
    assert request.json["biz_opaque_callback_data"] == "out:77"


async def test_this_machine_may_be_named(cloud: WhatsAppCloud, provider: Provider) -> None:
    provider.will(http(ACCEPTED))
    result = await cloud.deliver(account(f"http://localhost:{provider.port}/v25.0/"), BODY)
    assert result.outcome is Outcome.ACCEPTED
    assert provider.requests[0].path == "/v25.0/400000000000001/messages"


def test_metas_own_address_is_the_default() -> None:
    assert str(graph.base_of("")) == "https://graph.facebook.com/v25.0"


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        ({**ACCEPTED, "contacts": [{"input": "BR.7", "user_id": "BR.7"}]}, ("wamid.OUT1", "", "BR.7")),
        ({**ACCEPTED, "contacts": None}, ("wamid.OUT1", "", "")),
        ({"messages": [None, {"id": "wamid.OUT1"}], "contacts": [None]}, ("wamid.OUT1", "", "")),
        ({"messages": [{"id": "wamid.OUT1", "message_status": "held_for_quality_assessment"}]}, ("wamid.OUT1", "", "")),
        ({**ACCEPTED, "error": None}, ("wamid.OUT1", "551188887777", "")),
    ],
)
async def test_accepted_in_odd_shapes(
    cloud: WhatsAppCloud, provider: Provider, answer: Json, found: tuple[str, str, str]
) -> None:
    provider.will(http(answer, 202))
    result = await cloud.deliver(account(provider.url), BODY)
    assert result.outcome is Outcome.ACCEPTED
    assert (result.provider_id, result.wa_id, result.bsuid) == found


def error(code: int, **more: object) -> Json:
    return {"error": {"message": f"(#{code})", "code": code, "type": "OAuthException", **more}}


@pytest.mark.parametrize(
    ("answer", "code", "retry", "fault"),
    [
        (http({"error": EXPIRED}, 401), "190", Retry.CHANNEL, Fault.ACCOUNT),
        (http({"error": EXPIRED}, 200), "190", Retry.CHANNEL, Fault.ACCOUNT),
        (http(error(131031), 403), "131031", Retry.CHANNEL, Fault.ACCOUNT),
        (http(error(131009), 400), "131009", Retry.NEVER, Fault.OURS),
        (http(error(131026), 400), "131026", Retry.NEVER, Fault.RECIPIENT),
        (http(error(131047), 400), "131047", Retry.TEMPLATE, Fault.RECIPIENT),
        (http(error(131047), 200), "131047", Retry.TEMPLATE, Fault.RECIPIENT),
        (http(error(131056), 400), "131056", Retry.PAIR, Fault.RECIPIENT),
        (http(error(130429), 429), "130429", Retry.SOON, Fault.ACCOUNT),
        (http(error(131048), 400), "131048", Retry.LATER, Fault.ACCOUNT),
        (http(error(131057), 500), "131057", Retry.SOON, Fault.PROVIDER),
        (http(error(133004), 503), "133004", Retry.SOON, Fault.PROVIDER),
        (http(error(77), 429), "77", Retry.SOON, Fault.PROVIDER),
        (http(error(77), 400), "77", Retry.NEVER, Fault.OURS),
        (http(HTML, 429, kind="text/html"), "http_429", Retry.SOON, Fault.PROVIDER),
        (http(HTML, 404, kind="text/html"), "http_404", Retry.CHANNEL, Fault.ACCOUNT),
        (http(b"", 403), "http_403", Retry.CHANNEL, Fault.ACCOUNT),
        (http(b"", 302, Location="https://evil.example/"), "http_302", Retry.CHANNEL, Fault.ACCOUNT),
    ],
)  # fmt: skip
async def test_surely_not_accepted(
    cloud: WhatsAppCloud, provider: Provider, answer: bytes, code: str, retry: Retry, fault: Fault
) -> None:
    provider.will(answer)
    result = await cloud.deliver(account(provider.url), BODY)
    assert result.outcome is Outcome.NOT_ACCEPTED
    assert result.failure is not None
    assert (result.failure.code, result.failure.retry, result.failure.fault) == (code, retry, fault)
    assert len(provider.requests) == 1


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (HANG, "timeout"),
        (CUT, "cut"),
        (RESET, "cut"),
        (b"HTTP/1.1 200 OK\r\nContent-Le", "cut"),
        (http(ACCEPTED, length=5_000), "cut"),
        (b"SSH-2.0-OpenSSH\r\n\r\n", "cut"),
        (http(b"x" * 2_000_000), "cut"),
        (http(b""), "garbage"),
        (http(b"not json"), "garbage"),
        (http(HTML, kind="text/html"), "garbage"),
        (http(b"[]"), "garbage"),
        (http(b'{"messages":[{"id":NaN}]}'), "garbage"),
        (http(b"\xff\xfe\x00"), "garbage"),
        (http(b"[" * 10_000), "garbage"),
        (http({}), "no_id"),
        (http({"success": True}), "no_id"),
        (http({"messages": []}), "no_id"),
        (http({"messages": [{"id": ""}]}), "no_id"),
        (http({"messages": [{"id": 7}]}), "no_id"),
        (http({"messages": {"id": "x"}}), "no_id"),
        (http(error(1), 400), "1"),
        (http(error(2), 503), "2"),
        (http(error(131000), 500), "131000"),
        (http(error(131016), 200), "131016"),
        (http(error(77), 500), "77"),
        (http(ACCEPTED, 500), "http_500"),
        (http(HTML, 502, kind="text/html"), "http_502"),
        (http(b"", 503), "http_503"),
        (http(b"", 408), "http_408"),
        (http(b"?", 400), "http_400"),
    ],
)
async def test_not_known(
    cloud: WhatsAppCloud, provider: Provider, monkeypatch: pytest.MonkeyPatch, answer: bytes | str, code: str
) -> None:
    provider.will(answer)
    with timeouts(monkeypatch):
        result = await cloud.deliver(account(provider.url), BODY)
    assert result.outcome is Outcome.UNKNOWN
    assert result.failure is not None
    assert result.failure.code == code
    assert len(result.raw) <= 2_000
    assert "\x00" not in result.raw
    # One attempt, whatever happens: only the outbox repeats.
    assert len(provider.requests) == 1


async def test_raw_answer_is_kept_and_cut(cloud: WhatsAppCloud, provider: Provider) -> None:
    provider.will(http(HTML + b"x" * 9_000, 502))
    result = await cloud.deliver(account(provider.url), BODY)
    assert result.raw.startswith("<html>")
    assert len(result.raw) == 2_000


async def test_a_drip_ends_at_the_total_deadline(cloud: WhatsAppCloud, monkeypatch: pytest.MonkeyPatch) -> None:
    async def drip(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        try:
            for byte in http(ACCEPTED):
                writer.write(bytes([byte]))
                await writer.drain()
                await asyncio.sleep(0.05)
        except ConnectionError:
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(drip, "127.0.0.1", 0)
    async with server:
        url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        with timeouts(monkeypatch):
            result = await cloud.deliver(account(url), BODY)
    assert result.outcome is Outcome.UNKNOWN
    assert result.failure is not None
    assert result.failure.code == "timeout"


async def test_retry_after_is_told(cloud: WhatsAppCloud, provider: Provider) -> None:
    provider.will(http(error(130429), 429, Retry_After="17"))
    result = await cloud.deliver(account(provider.url), BODY)
    assert result.failure is not None
    assert result.failure.retry_after == 17
    provider.will(http(error(131057), 500, Retry_After="Wed, 21 Oct 2026 07:28:00 GMT"))
    result = await cloud.deliver(account(provider.url), BODY)
    assert result.failure is not None
    assert result.failure.retry_after == 60


async def unreached(cloud: WhatsAppCloud, url: str) -> str:
    result = await cloud.deliver(account(url), BODY)
    assert result.outcome is Outcome.NOT_ACCEPTED
    assert result.failure is not None
    assert (result.failure.retry, result.failure.fault) == (Retry.SOON, Fault.NETWORK)
    return result.failure.code


async def test_nobody_listens(cloud: WhatsAppCloud) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    assert await unreached(cloud, f"http://127.0.0.1:{port}") == "connect"


async def test_nobody_accepts(cloud: WhatsAppCloud, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full backlog drops the handshake: the connection never comes about."""
    with socket.create_server(("127.0.0.1", 0), backlog=0) as full:
        fillers = [socket.socket() for _ in range(4)]
        try:
            for filler in fillers:
                filler.setblocking(False)
                filler.connect_ex(full.getsockname())
            with timeouts(monkeypatch, total=5.0):
                assert await unreached(cloud, f"http://127.0.0.1:{full.getsockname()[1]}") == "connect_timeout"
        finally:
            for filler in fillers:
                filler.close()


async def test_no_such_name() -> None:
    class Nowhere(aiohttp.abc.AbstractResolver):
        async def resolve(
            self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
        ) -> list[aiohttp.abc.ResolveResult]:
            raise OSError(None, f"no address for {host}")

        async def close(self) -> None:
            return

    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(resolver=Nowhere())) as session:
        assert await unreached(WhatsAppCloud(session), "https://graph.invalid/v25.0") == "dns"


async def test_no_tls(cloud: WhatsAppCloud) -> None:
    async def plain(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
        writer.close()

    server = await asyncio.start_server(plain, "127.0.0.1", 0)
    async with server:
        assert await unreached(cloud, f"https://127.0.0.1:{server.sockets[0].getsockname()[1]}") == "tls"


async def test_no_trust(cloud: WhatsAppCloud, provider: Provider, tmp_path: Path) -> None:
    provider.will(http(ACCEPTED))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(self_signed(tmp_path))
    server = await asyncio.start_server(provider.serve, "127.0.0.1", 0, ssl=context)
    async with server:
        port = server.sockets[0].getsockname()[1]
        assert await unreached(cloud, f"https://127.0.0.1:{port}") == "tls"
    assert provider.requests == []


def self_signed(folder: Path) -> str:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    began = datetime.now(UTC) - timedelta(days=2)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(began)
        .not_valid_after(began + timedelta(days=365))
        .sign(key, hashes.SHA256())
    )
    path = folder / "both.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.write_bytes(private + certificate.public_bytes(serialization.Encoding.PEM))
    return str(path)


@pytest.mark.parametrize(
    ("settings", "token", "code"),
    [
        ({"graph_url": "http://graph.example/v25.0"}, TOKEN, "graph_url"),
        ({"graph_url": "http://127.0.0.1.evil.example/"}, TOKEN, "graph_url"),
        ({"graph_url": "http://127.0.0.1@evil.example/"}, TOKEN, "graph_url"),
        ({"graph_url": "https://user:pass@graph.facebook.com/"}, TOKEN, "graph_url"),
        ({"graph_url": "https://graph.facebook.com/?a=1"}, TOKEN, "graph_url"),
        ({"graph_url": "file:///etc/passwd"}, TOKEN, "graph_url"),
        ({"graph_url": "graph.facebook.com"}, TOKEN, "graph_url"),
        ({"graph_url": "http://[::1"}, TOKEN, "graph_url"),
        ({"phone_number_id": "../me"}, TOKEN, "phone_number_id"),
        ({}, "", "token_missing"),
        ({}, "  ", "token_missing"),
        ({}, "a\r\nX-Evil: 1", "token_malformed"),
        ({}, "tokén", "token_malformed"),
    ],
)
async def test_incomplete_channel_parks_and_asks_nobody(
    cloud: WhatsAppCloud, provider: Provider, settings: dict[str, str], token: str, code: str
) -> None:
    provider.will(http(ACCEPTED))
    base = account(provider.url)
    incomplete = dataclasses.replace(base, settings={**base.settings, **settings}, secrets={"access_token": token})
    result = await cloud.deliver(incomplete, BODY)
    assert result.outcome is Outcome.NOT_ACCEPTED
    assert result.failure is not None
    assert (result.failure.code, result.failure.retry) == (code, Retry.CHANNEL)
    assert provider.requests == []


@pytest.mark.parametrize(("typing", "sent"), [(True, {"typing_indicator": {"type": "text"}}), (False, {})])
async def test_read_and_typing(cloud: WhatsAppCloud, provider: Provider, typing: bool, sent: Json) -> None:
    provider.will(http({"success": True}))
    assert await cloud.mark_read(account(provider.url), "wamid.IN1", typing=typing)
    assert provider.requests[0].json == {
        "messaging_product": "whatsapp", "status": "read", "message_id": "wamid.IN1", **sent}  # fmt: skip


@pytest.mark.parametrize("answer", [http(error(100), 400), http({"success": False}), http(b"x"), RESET, http({}, 500)])
async def test_read_that_failed(cloud: WhatsAppCloud, provider: Provider, answer: bytes | str) -> None:
    provider.will(answer)
    assert not await cloud.mark_read(account(provider.url), "wamid.IN1", typing=False)


async def test_adapter_without_a_session_says_so(provider: Provider) -> None:
    with pytest.raises(RuntimeError):
        await WhatsAppCloud().deliver(account(provider.url), BODY)


def test_secrets_are_never_shown() -> None:
    made = graph.graph_of(account("https://graph.facebook.com/v25.0"))
    assert TOKEN not in repr(made) + repr(account("https://graph.facebook.com/v25.0"))
    assert str(made.url("..", "a/b?c")) == "https://graph.facebook.com/v25.0/%2E%2E/a%2Fb%3Fc"
