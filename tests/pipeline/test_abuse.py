"""Does what strangers throw at the webhook reach nothing, and does it hold nobody up? (T01, T04, T05, T08)"""

from __future__ import annotations

import asyncio
import gzip
import hashlib
import hmac
import os
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import aiohttp
import pytest
import pytest_asyncio

from tests.pipeline import wire
from tests.pipeline.house import House, Organization
from tests.pipeline.served import Served, serving
from tests.pipeline.wire import somebody

BODY = b'{"object":"whatsapp_business_account","entry":[]}'
WRITTEN = (
    "select (select count(*) from inbox), (select count(*) from deliveries), (select count(*) from messages),"
    " (select count(*) from quarantined_deliveries), (select count(*) from dead_letters)"
)


@pytest.fixture(scope="module")
def served(opened: House, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder: Path = tmp_path_factory.mktemp("served")
    with serving(opened.clone, folder) as found:
        yield found


@pytest_asyncio.fixture(loop_scope="module")
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(auto_decompress=False, connector=aiohttp.TCPConnector(limit=0)) as session:
        yield session


def signature_variants(secret: str) -> list[list[tuple[str, str]]]:
    """Forty-two ways not to have signed."""
    right = hmac.new(secret.encode(), BODY, hashlib.sha256).hexdigest()
    sha1 = hmac.new(secret.encode(), BODY, hashlib.sha1).hexdigest()
    other = hmac.new(b"outro", BODY, hashlib.sha256).hexdigest()
    name = "X-Hub-Signature-256"
    values = [
        "", " ", "sha256=", "sha256", "=", f"={right}", right, right.upper(), f"sha256:{right}", f"sha256 {right}",
        f"sha256={right[:-1]}", f"sha256={right[:-2]}", f"sha256={right[:32]}", f"sha256={right}0", f"sha256={right}{right}",
        f"sha256={right[1:]}", f"sha256=0{right[:-1]}", f"sha256={'0' * 64}", f"sha256={'f' * 64}", f"sha256={'g' * 64}",
        f"sha256={other}", f"sha1={sha1}", f"sha1={right}", f"sha256={sha1}", f"sha512={right}", f"md5={right}",
        f"SHA512={right}", f"sha256={right},sha256={right}", f"sha256={other},sha256={right}", f"[\"sha256={right}\"]",
        f"sha256=['{right}']", f"sha256={right};v=1", f"none={right}", "null", "true", "sha256=null", f"Bearer {right}",
        f"sha256={right[::-1]}",
    ]  # fmt: skip
    return [
        [],
        [("X-Hub-Signature", f"sha1={sha1}")],
        [(name, f"sha256={other}"), (name, f"sha256={right}")],
        [("X-Hub-Signature-512", f"sha256={right}")],
        *([(name, value)] for value in values),
    ]


async def test_t01_forty_ways_not_to_have_signed(
    served: Served, http: aiohttp.ClientSession, house: House, clinic: Organization
) -> None:
    variants = signature_variants(clinic.secrets["app_secret"])
    assert len(variants) >= 40
    before = await house.rows(WRITTEN)
    for path in (f"/webhooks/{clinic.channel}", "/webhook/whatsapp", "/api/v1/whatsapp/webhook"):
        for headers in variants:
            async with http.post(f"{served.url}{path}", data=BODY, headers=headers) as answer:
                assert answer.status == 401, (path, headers)
    assert await house.rows(WRITTEN) == before
    right = {"X-Hub-Signature-256": wire.signature(clinic.secrets["app_secret"], BODY)}
    async with http.post(f"{served.url}/webhooks/{clinic.channel}", data=BODY, headers=right) as answer:
        assert answer.status == 200


async def test_t01_nothing_is_parsed_before_the_signature(
    served: Served, http: aiohttp.ClientSession, clinic: Organization
) -> None:
    """What would cost a parser seconds or its life is refused as cheaply as anything else."""
    for raw in (b"[" * 1_000_000, b"9" * 1_000_000, b'{"a":' * 200_000, b"\xff" * 1_000_000):
        before = served.processor_s()
        async with http.post(f"{served.url}/webhooks/{clinic.channel}", data=raw) as answer:
            assert answer.status == 401
        assert served.processor_s() - before < 0.5


def head(path: str, *lines: str) -> bytes:
    return "\r\n".join([f"POST {path} HTTP/1.1", "Host: a", *lines, "", ""]).encode()


async def test_t04_what_is_too_large_or_too_slow_is_cut_off_and_normal_posts_go_on(
    served: Served, http: aiohttp.ClientSession, clinic: Organization, house: House
) -> None:
    path = f"/webhooks/{clinic.channel}"
    chunk = b"%x\r\n" % 65536 + b"x" * 65536 + b"\r\n"
    slow_body = [head(path, "Content-Length: 1000"), *([b"x"] * 40)]

    async def attack() -> list[tuple[int, float]]:
        return list(
            await asyncio.gather(
                served.raw(head(path, f"Content-Length: {4 * 1024 * 1024 + 1}")),
                served.raw(head(path, "Transfer-Encoding: chunked"), *([chunk] * 200)),
                served.raw(head(path, "Content-Length: 5000000000"), b"x" * 1000),
                served.raw(head(path, "Content-Length: 100"), b"x" * 50),
                *(served.raw(*slow_body, pause=0.5) for _ in range(30)),
                *(
                    served.raw(*(bytes([byte]) for byte in head(path, "A: b")), pause=1.0, patience=20)
                    for _ in range(10)
                ),
            )
        )

    async def normal(seconds: float) -> list[float]:
        taken: list[float] = []
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            raw = wire.delivery(clinic.account, wire.text(somebody(), "oi"))
            signed = {"X-Hub-Signature-256": wire.signature(clinic.secrets["app_secret"], raw)}
            began = time.monotonic()
            async with http.post(f"{served.url}{path}", data=raw, headers=signed) as answer:
                assert answer.status == 200
            taken.append(time.monotonic() - began)
            await asyncio.sleep(0.02)
        return sorted(taken)

    calm = await normal(1.5)
    attacked, pressed = await asyncio.gather(attack(), normal(9))
    statuses = [status for status, _ in attacked]
    assert statuses[:2] == [413, 413]
    assert statuses[2] == 413
    assert statuses[3] == 408
    assert set(statuses[4:34]) == {408}
    assert all(8 < after < 20 for _, after in attacked[3:34])
    assert set(statuses[34:]) <= {0, 408}
    # Who had to wait for an attacker would wait for most of its ten seconds; a busy machine delays both alike.
    assert pressed[-1] < 5, f"{pressed[-1]:.1f} s at most under attack"
    middle = calm[len(calm) // 2], pressed[len(pressed) // 2]
    assert middle[1] < max(0.2, 5 * middle[0]), f"median {middle[0]:.3f} s when calm, {middle[1]:.3f} s under attack"
    await house.rows("delete from inbox")


async def test_large_bodies_hold_nobody_up(
    served: Served, http: aiohttp.ClientSession, clinic: Organization, house: House
) -> None:
    """A true delivery of 3 MB takes long to read; small ones that come meanwhile do not wait for it."""
    values = [wire.text(somebody(), "x" * 3000) for _ in range(900)]
    raw = wire.delivery(clinic.account, *values)
    assert 2_900_000 < len(raw) < 4 * 1024 * 1024
    small = wire.delivery(clinic.account, wire.text(somebody(), "oi"))

    async def post(body: bytes) -> float:
        began = time.monotonic()
        signed = {"X-Hub-Signature-256": wire.signature(clinic.secrets["app_secret"], body)}
        async with http.post(f"{served.url}/webhooks/{clinic.channel}", data=body, headers=signed) as answer:
            assert answer.status == 200
        return time.monotonic() - began

    large = asyncio.ensure_future(post(raw))
    await asyncio.sleep(0.02)
    waits = []
    while not large.done():
        waits.append(await post(small))
    took = await large
    # Were it read where the others are, one of them would wait for all of it and no other would be answered meanwhile.
    assert len(waits) >= 2
    assert max(waits) < max(0.5, 0.9 * took), f"large {took:.2f} s, small up to {max(waits):.2f} s"
    stored = await house.rows("select count(*) from inbox where organization_id = %s", clinic.id)
    assert stored[0][0] >= 900
    await house.rows("delete from inbox")


@pytest.mark.parametrize("encoding", ["gzip", "br", "zstd", "deflate", "gzip, identity", "x-gzip", "compress"])
async def test_t05_nothing_is_ever_unpacked(
    served: Served, http: aiohttp.ClientSession, clinic: Organization, encoding: str
) -> None:
    bomb = gzip.compress(bytes(200_000_000), 1)
    bomb = bomb[:4_000_000]
    signed = {
        "X-Hub-Signature-256": wire.signature(clinic.secrets["app_secret"], bomb),
        "Content-Encoding": encoding,
    }
    before = served.resident()
    for _ in range(3):
        async with http.post(f"{served.url}/webhooks/{clinic.channel}", data=bomb, headers=signed) as answer:
            assert answer.status == 415
    assert served.resident() - before < 5_000_000


async def test_t08_the_handshake(served: Served, http: aiohttp.ClientSession, clinic: Organization) -> None:
    token, url = clinic.secrets["verify_token"], f"{served.url}/webhooks/{clinic.channel}"

    async def shake(address: str = url, **more: str) -> tuple[int, str, str]:
        asked = {"hub.mode": "subscribe", "hub.verify_token": token, "hub.challenge": "1158201444", **more}
        async with http.get(address, params=asked) as answer:
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
            return answer.status, await answer.text(), answer.headers["Content-Type"]

    for address in (url, f"{served.url}/webhook/whatsapp", f"{served.url}/api/v1/whatsapp/webhook"):
        assert await shake(address) == (200, "1158201444", "text/plain; charset=utf-8")
    for challenge in ("<script>alert(1)</script>", "1" * 21, "-1", "1.5", "", "１２３", "12a"):
        status, said, _ = await shake(**{"hub.challenge": challenge})
        assert status == 400
        assert "script" not in said
    assert (await shake(**{"hub.mode": "unsubscribe"}))[0] == 403
    statuses = [(await shake(**{"hub.verify_token": os.urandom(8).hex()}))[0] for _ in range(1000)]
    assert set(statuses) == {403, 429}
    assert statuses.count(403) <= 25
    assert (await shake(**{"hub.verify_token": ""}))[0] in (403, 429)


async def test_paths_and_verbs_that_are_none(served: Served, http: aiohttp.ClientSession, clinic: Organization) -> None:
    async with http.post(f"{served.url}/webhooks/01a1f000-0000-7000-8000-000000000000", data=BODY) as answer:
        assert answer.status == 404
    for path in ("/webhooks/nada", "/webhooks/", "/webhooks/..%2f..%2fetc"):
        async with http.post(f"{served.url}{path}", data=BODY) as answer:
            assert answer.status == 404
    for verb in ("PUT", "DELETE", "PATCH"):
        async with http.request(verb, f"{served.url}/webhooks/{clinic.channel}", data=BODY) as answer:
            assert answer.status == 405
