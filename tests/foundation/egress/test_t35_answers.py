"""What can the other side do to us with its answer? (T35)"""

from __future__ import annotations

import asyncio
import gzip
import io
import os
import resource
import time
import zlib
from asyncio import StreamReader, StreamWriter

import psutil
import pytest

from recado.foundation.egress.client import Wall
from recado.foundation.egress.models import MAX_ANSWER_BODY, Failure, FailureCode, Request, Response
from recado.foundation.egress.policy import Policy
from tests.foundation.egress.support import Answer, get, ok, serving, walled

MEGABYTE = 1024 * 1024


async def answered(answer: Answer | bytes, *, deadline_s: float = 5.0) -> Response | Failure:
    """What comes of one call to a server that answers so."""
    async with serving(answer) as server, walled(Policy(exceptions=frozenset({server.origin}))) as wall:
        return await get(wall, f"{server.origin}/", deadline_s=deadline_s)


async def failed(answer: Answer | bytes, *, deadline_s: float = 5.0) -> tuple[FailureCode, str]:
    came = await answered(answer, deadline_s=deadline_s)
    assert isinstance(came, Failure), came
    assert came.sent
    return came.code, came.detail


def bomb(megabytes: int) -> bytes:
    """So many megabytes of zeros, a thousand times smaller."""
    packed = io.BytesIO()
    with gzip.GzipFile(fileobj=packed, mode="wb", compresslevel=9) as file:
        for _ in range(megabytes):
            file.write(bytes(MEGABYTE))
    return packed.getvalue()


async def test_t35_a_bomb_stops_at_the_ceiling_and_costs_no_memory() -> None:
    packed = bomb(200)
    assert len(packed) < MAX_ANSWER_BODY
    before = psutil.Process().memory_info().rss
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for encoding, body in (("gzip", packed), ("deflate", zlib.compress(bytes(100 * MEGABYTE), 9))):
        assert await failed(ok(body, Content_Encoding=encoding)) == (FailureCode.TOO_LARGE, "body")
    assert psutil.Process().memory_info().rss - before < 10 * MEGABYTE
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - peak < 110 * 1024  # what this test itself packed


async def test_t35_a_body_beyond_the_ceiling_is_not_read() -> None:
    async def endless(_reader: StreamReader, writer: StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
        while True:
            writer.write(bytes(65_536))
            await writer.drain()

    async def promised(_reader: StreamReader, writer: StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 10737418240\r\n\r\n")
        await writer.drain()
        await asyncio.sleep(60)

    async def chunked(_reader: StreamReader, writer: StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        while True:
            writer.write(b"1\r\nx\r\n" * 1_000)
            await writer.drain()

    before = psutil.Process().memory_info().rss
    for answer in (endless, promised, chunked):
        started = time.monotonic()
        assert await failed(answer) == (FailureCode.TOO_LARGE, "body"), answer.__name__
        assert time.monotonic() - started < 4
    assert psutil.Process().memory_info().rss - before < 10 * MEGABYTE


async def test_t35_exactly_the_ceiling_fits_and_a_byte_more_does_not() -> None:
    for packed in (False, True):
        for size, fits in ((MAX_ANSWER_BODY, True), (MAX_ANSWER_BODY + 1, False)):
            body = os.urandom(64) * (size // 64) + b"x" * (size % 64)
            answer = ok(gzip.compress(body), Content_Encoding="gzip") if packed else ok(body)
            came = await answered(answer)
            assert isinstance(came, Response) == fits, (packed, size)
            assert not isinstance(came, Response) or came.body == body


async def test_t35_a_slow_drip_ends_at_the_deadline() -> None:
    async def head(_reader: StreamReader, writer: StreamWriter) -> None:
        for byte in b"HTTP/1.1 200 OK\r\n" + b"X: " + b"y" * 1_000:
            writer.write(bytes([byte]))
            await writer.drain()
            await asyncio.sleep(0.05)

    async def body(_reader: StreamReader, writer: StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
        while True:
            writer.write(b"x")
            await writer.drain()
            await asyncio.sleep(0.05)

    async def silent(_reader: StreamReader, writer: StreamWriter) -> None:
        await asyncio.sleep(60)

    for answer, code in ((head, FailureCode.TIMEOUT), (body, FailureCode.TOO_SLOW), (silent, FailureCode.TIMEOUT)):
        started = time.monotonic()
        assert await failed(answer, deadline_s=0.6) == (code, ""), answer.__name__
        assert 0.5 < time.monotonic() - started < 2.5


@pytest.mark.nightly
async def test_t35_the_deadline_is_never_longer_than_ten_seconds() -> None:
    async def silent(_reader: StreamReader, writer: StreamWriter) -> None:
        await asyncio.sleep(60)

    started = time.monotonic()
    assert await failed(silent, deadline_s=3_600) == (FailureCode.TIMEOUT, "")
    assert 9.5 < time.monotonic() - started < 13


async def test_t35_headers_without_end() -> None:
    async def million(_reader: StreamReader, writer: StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\n")
        for number in range(1_000_000):
            writer.write(f"X-{number}: y\r\n".encode())
            if number % 1_000 == 0:
                await writer.drain()

    before = psutil.Process().memory_info().rss
    for answer in (
        million,
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 101 + b"Content-Length: 0\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"y" * 9_000 + b"\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X" * 9_000 + b": y\r\n\r\n",
        b"HTTP/1.1 200 " + b"O" * 20_000 + b"\r\n\r\n",
    ):
        code, _ = await failed(answer)
        assert code in (FailureCode.TOO_LARGE, FailureCode.BAD_RESPONSE)
    assert psutil.Process().memory_info().rss - before < 10 * MEGABYTE


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"\r\n\r\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b"HTTP/1.1 OK 200\r\n\r\n",
        b"HTTP/9.9 200 OK\r\n\r\n",
        b"SSH-2.0-OpenSSH_9.6\r\n",
        b"\x15\x03\x01\x00\x02\x02\x50",
        b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab",
        b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc",
        b"HTTP/1.1 200 OK\r\nX Y: z\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nX: a\x00b\r\nContent-Length: 0\r\n\r\n",
        ok(b"no gzip at all", Content_Encoding="gzip"),
        ok(gzip.compress(b"x" * 1_000)[:-12], Content_Encoding="gzip"),
        ok(gzip.compress(gzip.compress(b"x")), Content_Encoding="gzip, gzip"),
        ok(b"x", Content_Encoding="br"),
        ok(b"x", Content_Encoding="zstd"),
        ok(b"x" * 70_000, Content_Encoding="deflate"),
    ],
    ids=lambda answer: repr(answer[:40]),
)
async def test_t35_what_is_no_answer_is_a_failure_with_a_code(answer: bytes) -> None:
    code, _ = await failed(answer)
    assert code is FailureCode.BAD_RESPONSE


async def test_t35_servers_that_pack_differently_are_understood() -> None:
    text = b'{"nome":"Jos\xc3\xa9"}' * 50
    bare = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    for encoding, body in (
        ("gzip", gzip.compress(text)),
        ("x-gzip", gzip.compress(text)),
        ("GZIP", gzip.compress(text[:100]) + gzip.compress(text[100:])),
        ("deflate", zlib.compress(text)),
        ("deflate", bare.compress(text) + bare.flush()),
        ("identity", text),
        ("gzip", b""),
    ):
        came = await answered(ok(body, Content_Encoding=encoding))
        assert isinstance(came, Response), (encoding, came)
        assert came.body == (text if body else b"")


async def test_t35_hostile_servers_do_not_slow_the_others() -> None:
    """Twenty calls that hang, drip and bomb, and beside them an honest one: it does not notice."""

    async def silent(_reader: StreamReader, writer: StreamWriter) -> None:
        await asyncio.sleep(30)

    packed = ok(bomb(100), Content_Encoding="gzip")
    async with serving(silent) as hanging, serving(packed) as bombing, serving(ok(b"{}")) as honest:
        origins = frozenset({hanging.origin, bombing.origin, honest.origin})
        async with walled(Policy(exceptions=origins)) as wall:
            attack = [
                asyncio.create_task(_often(wall, str(one.origin))) for one in (hanging, bombing) for _ in range(10)
            ]
            took = []
            for _ in range(50):
                started = time.monotonic()
                assert isinstance(await get(wall, f"{honest.origin}/"), Response)
                took.append(time.monotonic() - started)
            await asyncio.gather(*attack)
    assert sorted(took)[25] < 0.5


async def _often(wall: Wall, origin: str) -> None:
    for _ in range(3):
        await get(wall, f"{origin}/", deadline_s=1)


async def test_a_request_beyond_its_own_ceilings_is_not_sent() -> None:
    async with serving(ok()) as server, walled(Policy(exceptions=frozenset({server.origin}))) as wall:
        came = await wall.call(Request(method="POST", url=f"{server.origin}/", body=b"x" * 262_145))
        assert isinstance(came, Failure)
        assert (came.code, came.sent) == (FailureCode.TOO_LARGE, False)
        strange = await wall.call(Request(method="CONNECT", url=f"{server.origin}/"))
        assert isinstance(strange, Failure)
        assert server.connections == 0


async def test_a_body_is_sent_whole_with_its_length() -> None:
    async with serving(ok()) as server, walled(Policy(exceptions=frozenset({server.origin}))) as wall:
        came = await wall.call(Request(method="POST", url=f"{server.origin}/x?y=%20", body=b"x" * 262_144))
    assert isinstance(came, Response)
    assert server.heads[0].startswith(b"POST /x?y=%20 HTTP/1.1\r\n")
    assert server.heads[0].endswith(b"\r\n\r\n" + b"x" * 262_144)


async def test_nobody_there_is_said_so() -> None:
    async with serving(ok()) as server:
        gone = server.origin
    async with walled(Policy(exceptions=frozenset({gone}))) as wall:
        came = await get(wall, f"{gone}/")
    assert isinstance(came, Failure)
    assert (came.code, came.sent) == (FailureCode.CONNECTION, False)
