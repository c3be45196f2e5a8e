"""Can a secret be sent anywhere but where it belongs? (T34)"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from recado.foundation.egress.models import Failure, FailureCode, Header, Origin, Request, Response, Secret
from recado.foundation.egress.policy import Policy
from recado.foundation.egress.resolving import Resolver
from tests.foundation.egress.hostile_urls import everything
from tests.foundation.egress.support import Names, bearer, get, ok, serving, walled
from tests.foundation.egress.test_t33_addresses import dialled

HOME = Origin("https", "api.exemplo.com.br", 443)
VALUE = "canario-secreto"


def elsewhere() -> Iterator[str]:
    """Addresses that differ from the secret's own by case, port, dot, user, alphabet or anything else."""
    yield from (
        "https://API.exemplo.com.br/",
        "https://Api.Exemplo.Com.Br/",
        "HTTPS://api.exemplo.com.br/",
        "https://api.exemplo.com.br:8443/",
        "https://api.exemplo.com.br:443/",
        "https://api.exemplo.com.br:0443/",
        "https://api.exemplo.com.br:/",
        "https://api.exemplo.com.br./",
        "https://api.exemplo.com.br.ladrao.com.br/",
        "https://api.exemplo.com.brladrao.com.br/",
        "https://api.exemplo.com.br@ladrao.com.br/",
        "https://api.exemplo.com.br:x@ladrao.com.br/",
        "https://ladrao@api.exemplo.com.br/",
        "https://ladrao.com.br/https://api.exemplo.com.br/",
        "https://ladrao.com.br/?https://api.exemplo.com.br/",
        "https://ladrao.com.br#https://api.exemplo.com.br/",
        "https://api.exemplo.com.br\\.ladrao.com.br/",
        "https://api.exemplo.com.br\\@ladrao.com.br/",
        "https://api.exemplo.com.br%2eladrao.com.br/",
        "https://api.exemplo.com.br%00.ladrao.com.br/",
        "https://api.exemplo.com.br\t.ladrao.com.br/",
        "https://api.exemplo.com.br\n.ladrao.com.br/",
        "https://api.exemplo.com.br;ladrao.com.br/",
        "https://api。exemplo。com。br/",
        "https://ａpi.exemplo.com.br/",
        "https://аpi.exemplo.com.br/",
        "https://xn--pi-7kc.exemplo.com.br/",
        "https://exemplo.com.br/",
        "https://outra.exemplo.com.br/",
        "https://www.api.exemplo.com.br/",
        "http://api.exemplo.com.br/",
        "http://api.exemplo.com.br:443/",
        "//api.exemplo.com.br/",
        "api.exemplo.com.br/",
        " https://api.exemplo.com.br/",
        "https:/api.exemplo.com.br/",
        "https:///api.exemplo.com.br/",
        "https://[::1]/",
        "https://127.0.0.1/",
    )
    yield from everything()


async def test_t34_no_address_but_its_own_gets_the_secret() -> None:
    """Not one packet leaves: neither with the secret nor without it."""
    wrong: list[object] = []
    with dialled() as seen:
        async with walled(resolver=_Everywhere()) as wall:
            for url in elsewhere():
                came = await wall.call(Request(method="GET", url=url, headers=(bearer(HOME),)))
                mine = url.startswith("https://api.exemplo.com.br/")
                if not isinstance(came, Failure) or (came.code is not FailureCode.SECRET_ELSEWHERE) != mine:
                    wrong.append((url, came))
                elif VALUE in str(came):
                    wrong.append((url, "says the secret"))
    assert wrong == []
    assert seen == []


class _Everywhere(Names, Resolver):
    """Every name is a documentation address: nothing of it may be dialled."""

    def __init__(self) -> None:
        super().__init__({})

    async def resolve(self, host: str) -> tuple[object, ...]:  # type: ignore[override]
        from ipaddress import ip_address

        return (ip_address("203.0.113.1"),)


async def test_t34_its_own_address_gets_it_behind_the_words_of_the_author() -> None:
    async with serving(ok()) as server, walled(Policy(exceptions=frozenset({server.origin}))) as wall:
        for tail in ("", "/", "/v1/pedidos?a=b", "?a=https://x", "#x"):
            came = await get(wall, f"{server.origin}{tail}", headers=(bearer(server.origin),))
            assert isinstance(came, Response), tail
            assert f"Authorization: Bearer {VALUE}\r\n".encode() in server.heads[-1]


async def test_t34_a_redirect_takes_no_secret_along() -> None:
    async with serving(ok()) as thief:
        answer = f"HTTP/1.1 307 Temporary Redirect\r\nLocation: {thief.origin}/\r\nContent-Length: 0\r\n\r\n".encode()
        async with serving(answer) as server:
            policy = Policy(exceptions=frozenset({server.origin, thief.origin}))
            async with walled(policy) as wall:
                came = await get(wall, f"{server.origin}/", headers=(bearer(server.origin, thief.origin),))
        assert isinstance(came, Response)
        assert came.status == 307
        assert thief.connections == 0


async def test_t34_two_secrets_of_different_homes_go_nowhere_together() -> None:
    async with serving(ok()) as server, walled(Policy(exceptions=frozenset({server.origin}))) as wall:
        other = Header("X-Chave", "", Secret("outro", "valor", frozenset({HOME})))
        came = await get(wall, f"{server.origin}/", headers=(bearer(server.origin), other))
        assert isinstance(came, Failure)
        assert (came.code, came.detail) == (FailureCode.SECRET_ELSEWHERE, "outro")
        assert server.connections == 0


async def test_t34_a_signing_secret_is_bound_as_well() -> None:
    async with serving(ok()) as server, walled(Policy(exceptions=frozenset({server.origin}))) as wall:
        request = Request(
            method="POST", url=f"{server.origin}/", body=b"{}", signed_id="a",
            signed_by=Secret("assinatura", "valor", frozenset({HOME})),
        )  # fmt: skip
        came = await wall.call(request)
        assert isinstance(came, Failure)
        assert came.code is FailureCode.SECRET_ELSEWHERE
        assert server.connections == 0


async def test_t34_nothing_is_kept_from_one_call_to_the_next() -> None:
    """No cookie, no connection, no header of an organization reaches the next one's call to the same host."""
    async with serving(ok(Set_Cookie="sessao=da-primeira; Path=/")) as server:
        async with walled(Policy(exceptions=frozenset({server.origin}))) as wall:
            await get(wall, f"{server.origin}/", headers=(bearer(server.origin),))
            await get(wall, f"{server.origin}/")
        assert server.connections == 2
        assert VALUE.encode() not in server.heads[1]
        assert b"cookie" not in server.heads[1].lower()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("X-A", "b\r\nHost: outro"),
        ("X-A", "b\nX-B: c"),
        ("X-A", "b\x00c"),
        ("X-A", "b\x7f"),
        ("X-A\r\nX-B", "c"),
        ("X A", "b"),
        ("", "b"),
        ("Host", "interno"),
        ("Content-Length", "0"),
        ("Transfer-Encoding", "chunked"),
        ("Connection", "upgrade"),
        ("Upgrade", "websocket"),
        ("Expect", "100-continue"),
        ("Proxy-Authorization", "x"),
        ("Accept-Encoding", "br"),
    ],
)
async def test_t34_a_header_cannot_become_two_or_another_request(name: str, value: str) -> None:
    async with serving(ok()) as server, walled(Policy(exceptions=frozenset({server.origin}))) as wall:
        came = await get(wall, f"{server.origin}/", headers=(Header(name, value),))
        assert isinstance(came, Failure)
        assert (came.code, came.detail) == (FailureCode.BAD_ADDRESS, "header")
        assert server.connections == 0


def test_t34_a_secret_is_not_printed() -> None:
    header = bearer(HOME)
    assert VALUE not in f"{header} {header!r} {header.secret} {Request(method='GET', url='x', headers=(header,))!r}"
