"""Can anything that a person writes as an address reach what is ours? (T33, G20)"""

from __future__ import annotations

import re
import socket
import ssl
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from ipaddress import IPv4Network, ip_address

import pytest

from recado.app.way_out import policy_of
from recado.foundation.egress import networks
from recado.foundation.egress.connecting import connector_to
from recado.foundation.egress.failures import Attempt, Refused
from recado.foundation.egress.models import Failure, FailureCode, Response
from recado.foundation.egress.networks import Address, may_be_called
from recado.foundation.egress.policy import Policy, read_policy
from recado.foundation.egress.resolving import Resolver
from recado.foundation.egress.urls import UrlRefused, read_url
from recado.foundation.settings import BadSetting, Settings
from tests.foundation.egress.hostile_urls import ALSO_PRIVATE, PRIVATE_6, TARGETS, everything
from tests.foundation.egress.support import (
    Authority,
    Names,
    authority,
    get,
    naming,
    ok,
    serving,
    walled,
)

_DIALLED: list[str] = []
_WATCHING: list[bool] = []


def _watch(event: str, args: tuple[object, ...]) -> None:
    """Python's own audit events: every connect of the process, whichever library makes it."""
    if _WATCHING and event in ("socket.connect", "socket.sendto") and isinstance(args[1], tuple):
        _DIALLED.append(str(args[1][0]))


@contextmanager
def dialled() -> Iterator[list[str]]:
    """The IP addresses that anything in this process dials meanwhile."""
    if not _DIALLED and "recado-egress-watch" not in sys.modules:
        sys.modules["recado-egress-watch"] = sys
        sys.addaudithook(_watch)
    _DIALLED.clear()
    _WATCHING.append(True)
    try:
        yield _DIALLED
    finally:
        _WATCHING.clear()


_REFUSALS = (FailureCode.BAD_ADDRESS, FailureCode.REFUSED_ADDRESS)


class Gullible(Resolver):
    """The worst name service there is: it makes an address of anything, and everything else is this machine."""

    async def resolve(self, host: str) -> tuple[Address, ...]:
        try:
            return (ip_address(socket.inet_aton(host.rstrip("."))),)
        except OSError:
            return (ip_address("127.0.0.1"),)

    def close(self) -> None:
        return None


def test_the_corpus_is_large() -> None:
    assert len(everything()) >= 300


async def test_t33_no_address_of_the_corpus_is_dialled() -> None:
    policy = policy_of(Settings())
    passed: list[object] = []
    with dialled() as seen:
        async with walled(policy, resolver=Gullible()) as wall:
            for url in everything():
                came = await get(wall, url)
                if isinstance(came, Response) or came.code not in _REFUSALS or came.sent:
                    passed.append((url, came))
    assert passed == []
    assert seen == []


async def test_t33_what_is_written_is_refused_before_any_name_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the table of networks gone and every name pointing somewhere callable, the text alone still stands in the way."""
    monkeypatch.setattr(networks, "DENIED_4", ())
    names = _Anywhere()
    passed: list[object] = []
    with dialled() as seen:
        async with walled(policy_of(Settings()), resolver=names) as wall:
            for url in everything():
                host = re.split("[/#?:]", url.removeprefix("https://"))[0]
                if url.startswith("https://") and networks.read_address(host) is not None:
                    continue  # a plain IPv4 address: the table's own work
                if isinstance(came := await get(wall, url), Response) or came.code not in _REFUSALS:
                    passed.append((url, came))
    assert passed == []
    assert (names.asked, seen) == ([], [])


class _Anywhere(Names):
    """Every name is 127.0.0.2."""

    def __init__(self) -> None:
        super().__init__({})

    async def resolve(self, host: str) -> tuple[Address, ...]:
        self.asked.append(host)
        return (ip_address("127.0.0.2"),)


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("https://a@api.exemplo.com.br/", "user"),
        ("https://api.exemplo.com.br\\x", "characters"),
        ("https://api.exemplo.com.br/a b", "characters"),
        ("https://api.exemplo.com.br/a\u200bb", "characters"),
        ("https://api.exemplo.com.br/\ud800", "characters"),
        ("https://api.exemplo.com.br:0/", "port"),
        ("https://api.exemplo.com.br:65536/", "port"),
        ("https://api.exemplo.com.br:0443/", "port"),
        ("https://api.exemplo.com.br./", "host"),
        ("https://2130706433/", "host"),
        ("https://127.1/", "host"),
        ("https://0x7f.0.0.1/", "host"),
        ("https://api.0x1/", "host"),
        ("https://[::1%25lo]/", "host"),
        ("https://xn--a.com.br/", "host"),
        ("https://api。exemplo.com.br/", "host"),
        ("ftp://api.exemplo.com.br/", "scheme"),
        ("https:/api.exemplo.com.br/", "shape"),
        ("https://api.exemplo.com.br/%2", "escape"),
        ("https://" + "a" * 5_000, "too_long"),
    ],
)
def test_t33_each_refusal_has_its_word(url: str, reason: str) -> None:
    with pytest.raises(UrlRefused) as refused:
        read_url(url)
    assert refused.value.reason == reason


@pytest.mark.parametrize(
    ("url", "target", "host"),
    [
        ("https://API.Exemplo.com.br", "/", "api.exemplo.com.br"),
        ("https://padaria-são-josé.com.br/pães?q=é#x", "/p%C3%A3es?q=%C3%A9", "xn--padaria-so-jos-yhb5h.com.br"),
        ("https://a.com.br/x/%2e%2e/%C3%A9?a=b&c=%20{d}", "/x/%2e%2e/%C3%A9?a=b&c=%20%7Bd%7D", "a.com.br"),
        ("https://a_b.com.br:8443/?", "/?", "a_b.com.br"),
        ("https://[2606:4700::1111]/", "/", "2606:4700::1111"),
    ],
)
def test_an_honest_address_is_read_as_it_goes_on_the_wire(url: str, target: str, host: str) -> None:
    read = read_url(url)
    assert (read.target, read.host) == (target, host)


async def test_t33_whatever_the_library_dials_is_looked_at_last() -> None:
    """The connector of a call refuses any other address, even if the library were led to one."""
    async with serving(ok()) as inside:
        url = read_url("https://api.exemplo.com.br/")
        attempt = Attempt(0.0)
        async with connector_to(url, [ip_address("192.0.2.1")], attempt, tls=ssl.create_default_context()) as session:
            with pytest.raises(Refused):
                await session.get(f"{inside.origin}/")
        assert inside.connections == 0


async def test_t33_one_denied_address_among_good_ones_refuses_the_name() -> None:
    """Whatever the order: an attacker's name server answers with a public address first and one of ours second."""
    with dialled() as seen:
        for mixed in (["93.184.216.34", "127.0.0.1"], ["10.0.0.1", "93.184.216.34"], ["2600::1", "::ffff:127.0.0.1"]):
            async with walled(resolver=Names({"api.exemplo.com.br": mixed})) as wall:
                came = await get(wall, "https://api.exemplo.com.br/")
                assert isinstance(came, Failure)
                assert (came.code, came.detail) == (FailureCode.REFUSED_ADDRESS, "private")
    assert seen == []


async def test_t33_rebinding_finds_no_second_question(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name server answers with a public address first and 127.0.0.1 ever after: what is dialled is what was tested.

    For this test alone 127.0.0.2 counts as public, so that the first answer can be dialled on one machine.
    """
    table = tuple(IPv4Network(text) for text in ("127.0.0.1/32", "10.0.0.0/8"))
    monkeypatch.setattr(networks, "DENIED_4", table)
    ours = authority()
    async with (
        serving(ok(b'{"publico":true}'), tls=ours.server("rebind.exemplo.com.br"), host="127.0.0.2") as public,
        serving(ok(), host="127.0.0.1", port=public.port) as inside,
        naming(["127.0.0.2", "127.0.0.1"]) as names,
        walled(Policy(ports=frozenset({public.port})), resolver=names.resolver(), tls=ours.trusting()) as wall,
    ):
        url = f"https://rebind.exemplo.com.br:{public.port}/"
        with dialled() as seen:
            first = await get(wall, url)
        assert isinstance(first, Response), first
        assert (first.body, names.questions) == (b'{"publico":true}', 1)
        assert set(seen) - {"127.0.0.1"} == {"127.0.0.2"}  # the name server is asked on 127.0.0.1, over UDP
        assert b"Host: rebind.exemplo.com.br:" in public.heads[0]
        second = await get(wall, url)
        assert isinstance(second, Failure)
        assert (second.code, names.questions) == (FailureCode.REFUSED_ADDRESS, 2)
        assert (public.connections, inside.connections) == (1, 0)


async def test_t33_the_name_is_proved_by_tls_and_sent_as_host() -> None:
    ours: Authority = authority()
    async with serving(ok(), tls=ours.server("outra.exemplo.com.br")) as server:
        policy = read_policy(ports="", exceptions=f"https://api.exemplo.com.br:{server.port}", denied="", providers=())
        names = Names({"api.exemplo.com.br": ["127.0.0.1"]})
        async with walled(policy, resolver=names, tls=ours.trusting()) as wall:
            came = await get(wall, f"https://api.exemplo.com.br:{server.port}/")
            assert isinstance(came, Failure)
            assert (came.code, came.detail) == (FailureCode.CONNECTION, "certificate")
            assert server.heads == []
        async with walled(policy, resolver=names) as wall:  # nobody here knows that authority
            came = await get(wall, f"https://api.exemplo.com.br:{server.port}/")
            assert isinstance(came, Failure)
            assert came.code is FailureCode.CONNECTION


async def test_t33_redirects_are_answers() -> None:
    async with serving(ok()) as inside:
        answer = f"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:{inside.port}/\r\nContent-Length: 0\r\n\r\n"
        async with serving(answer.encode()) as server:
            policy = Policy(exceptions=frozenset({server.origin, inside.origin}))
            async with walled(policy) as wall:
                came = await get(wall, f"{server.origin}/")
        assert isinstance(came, Response)
        assert (came.status, came.ok) == (302, False)
        assert inside.connections == 0


async def test_t33_no_proxy_is_taken_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    async with serving(ok(b"proxy")) as proxy, serving(ok(b"direct")) as server:
        for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, f"http://127.0.0.1:{proxy.port}")
        async with walled(Policy(exceptions=frozenset({server.origin}))) as wall:
            came = await get(wall, f"{server.origin}/")
        assert isinstance(came, Response)
        assert came.body == b"direct"
        assert proxy.connections == 0


async def test_t33_an_exception_is_one_origin_and_nothing_beside() -> None:
    async with serving(ok()) as server:
        async with walled(Policy(exceptions=frozenset({server.origin}))) as wall:
            assert isinstance(await get(wall, f"{server.origin}/"), Response)
            for other in (
                f"https://127.0.0.1:{server.port}/",
                f"http://127.0.0.2:{server.port}/",
                f"http://localhost:{server.port}/",
                f"http://[::ffff:127.0.0.1]:{server.port}/",
                f"http://127.1:{server.port}/",
                f"http://127.0.0.1:{server.port - 1}/",
            ):
                assert isinstance(await get(wall, other), Failure), other
        assert server.connections == 1


@pytest.mark.parametrize("text", [*TARGETS, *ALSO_PRIVATE, *PRIVATE_6])
def test_t33_our_own_table_denies(text: str) -> None:
    assert not may_be_called(ip_address(text))


@pytest.mark.parametrize("text", ["fe80::1%eth0", "2800:3f0::1%1"])
def test_t33_a_zone_is_never_global(text: str) -> None:
    assert not may_be_called(ip_address(text))


@pytest.mark.parametrize(
    "text", ["1.1.1.1", "8.8.8.8", "200.160.2.3", "191.252.0.1", "168.63.129.17", "2606:4700:4700::1111", "2800:3f0::1"]
)
def test_the_public_internet_stays_open(text: str) -> None:
    assert may_be_called(ip_address(text))
    assert not may_be_called(ip_address(text), denied=read_policy(
        ports="", exceptions="", denied=f"{text}/{32 if ':' not in text else 128}", providers=()
    ).denied)  # fmt: skip


@pytest.mark.parametrize(
    ("ports", "exceptions", "denied"),
    [("x", "", ""), ("", "127.0.0.1:80", ""), ("", "", "10.0.0.1/8"), ("", "http://", "")],
)
def test_settings_that_cannot_be_read_stop_the_start(ports: str, exceptions: str, denied: str) -> None:
    with pytest.raises(BadSetting, match="RECADO_EGRESS"):
        read_policy(ports=ports, exceptions=exceptions, denied=denied, providers=())
