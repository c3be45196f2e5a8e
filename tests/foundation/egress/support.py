"""A stranger's machines, on loopback: a server that answers as badly as it is told, a name server, a certificate authority."""

from __future__ import annotations

import asyncio
import datetime
import ipaddress
import socket
import ssl
import struct
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from recado.foundation.clock import system_clock
from recado.foundation.egress.client import Wall
from recado.foundation.egress.models import Failure, Header, Origin, Request, Response, Secret
from recado.foundation.egress.networks import Address
from recado.foundation.egress.policy import Policy
from recado.foundation.egress.resolving import NameUnknown, Resolver, SystemResolver

Answer = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@dataclass
class Server:
    """Somebody listening. `heads` are the requests that came, with their bodies; `connections` counts who knocked."""

    port: int
    heads: list[bytes] = field(default_factory=list)
    connections: int = 0

    @property
    def origin(self) -> Origin:
        return Origin("http", "127.0.0.1", self.port)


@asynccontextmanager
async def serving(
    answer: Answer | bytes, *, tls: ssl.SSLContext | None = None, host: str = "127.0.0.1", port: int = 0
) -> AsyncIterator[Server]:
    """Listen on loopback and answer every connection so."""
    server = Server(0)

    async def meet(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        server.connections += 1
        try:
            server.heads.append(await _request(reader))
            if isinstance(answer, bytes):
                writer.write(answer)
                await writer.drain()
            else:
                await answer(reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError, ssl.SSLError):
            pass
        finally:
            writer.close()

    listening = await asyncio.start_server(meet, host, port, ssl=tls)
    server.port = listening.sockets[0].getsockname()[1]
    try:
        yield server
    finally:
        listening.close()


async def _request(reader: asyncio.StreamReader) -> bytes:
    head = await reader.readuntil(b"\r\n\r\n")
    for line in head.split(b"\r\n"):
        if line.lower().startswith(b"content-length:"):
            head += await reader.readexactly(int(line.split(b":")[1]))
    return head


def ok(body: bytes = b"{}", **headers: str) -> bytes:
    """A whole answer, 200."""
    lines = {"Content-Type": "application/json", "Content-Length": str(len(body))}
    lines |= {name.replace("_", "-"): value for name, value in headers.items()}
    return ("HTTP/1.1 200 OK\r\n" + "".join(f"{k}: {v}\r\n" for k, v in lines.items()) + "\r\n").encode() + body


@dataclass
class Names(Resolver):
    """A resolver that knows what it is told, and counts who asks. A list is given out one entry a question."""

    known: Mapping[str, Iterable[str] | list[list[str]]]
    asked: list[str] = field(default_factory=list)

    async def resolve(self, host: str) -> tuple[Address, ...]:
        self.asked.append(host)
        if host not in self.known:
            raise NameUnknown(host)
        return tuple(ipaddress.ip_address(text) for text in self.known[host] if isinstance(text, str))

    def close(self) -> None:
        return None


class DnsServer(asyncio.DatagramProtocol):
    """A name server over UDP that gives another address each time: the one of `turns`, then the last again and again."""

    def __init__(self, turns: list[str]) -> None:
        self.turns, self.questions = turns, 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport

    def resolver(self) -> DnsResolver:
        return DnsResolver(self.transport.get_extra_info("sockname")[1])

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        address = ipaddress.ip_address(self.turns[min(self.questions, len(self.turns) - 1)])
        self.questions += 1
        end = data.index(b"\x00", 12) + 5
        question, kind = data[12:end], struct.unpack("!H", data[end - 4 : end - 2])[0]
        fits = kind == (1 if address.version == 4 else 28)
        head = data[:2] + struct.pack("!HHHHH", 0x8180, 1, int(fits), 0, 0)
        record = b"\xc0\x0c" + struct.pack("!HHIH", kind, 1, 0, len(address.packed)) + address.packed if fits else b""
        self.transport.sendto(head + question + record, addr)  # type: ignore[attr-defined]


@asynccontextmanager
async def naming(turns: list[str]) -> AsyncIterator[DnsServer]:
    """A name server on a free port."""
    loop = asyncio.get_running_loop()
    transport, server = await loop.create_datagram_endpoint(lambda: DnsServer(turns), local_addr=("127.0.0.1", 0))
    try:
        yield server
    finally:
        transport.close()


class DnsResolver(Resolver):
    """Asks a name server over UDP, once for each question, and keeps nothing: what glibc does without a cache."""

    def __init__(self, port: int) -> None:
        self._port = port

    async def resolve(self, host: str) -> tuple[Address, ...]:
        return await asyncio.to_thread(self._ask, host)

    def close(self) -> None:
        return None

    def _ask(self, host: str) -> tuple[Address, ...]:
        name = b"".join(bytes([len(label)]) + label.encode() for label in host.split(".")) + b"\x00"
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as link:
            link.settimeout(2)
            link.sendto(
                struct.pack("!HHHHHH", 7, 0x0100, 1, 0, 0, 0) + name + struct.pack("!HH", 1, 1),
                ("127.0.0.1", self._port),
            )
            answer = link.recv(512)
        count = struct.unpack("!H", answer[6:8])[0]
        return (ipaddress.ip_address(answer[-4:]),) if count else ()


@dataclass(frozen=True)
class Authority:
    """A certificate authority of our own, and what trusts it."""

    folder: Path
    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey

    def trusting(self) -> ssl.SSLContext:
        context = ssl.create_default_context(cadata=self.certificate.public_bytes(serialization.Encoding.PEM).decode())
        return context

    def server(self, *names: str) -> ssl.SSLContext:
        """A server that can prove to be these names."""
        key = ec.generate_private_key(ec.SECP256R1())
        certificate = _certificate(names[0], key, issuer=self.certificate.subject, by=self.key, names=names)
        path = self.folder / f"{names[0]}.pem"
        path.write_bytes(
            certificate.public_bytes(serialization.Encoding.PEM)
            + key.private_bytes(
                serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
            )
        )
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(path)
        return context


def authority() -> Authority:
    """A new one, in a folder of its own."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Teste")])
    return Authority(Path(tempfile.mkdtemp()), _certificate("Teste", key, issuer=name, by=key, names=()), key)


def _certificate(
    common: str,
    key: ec.EllipticCurvePrivateKey,
    *,
    issuer: x509.Name,
    by: ec.EllipticCurvePrivateKey,
    names: Iterable[str],
) -> x509.Certificate:
    now = datetime.datetime.now(datetime.UTC)
    built = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common)]))
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.BasicConstraints(ca=not names, path_length=None), critical=True)
    )
    if names:
        built = built.add_extension(x509.SubjectAlternativeName([x509.DNSName(name) for name in names]), critical=False)
    return built.sign(by, hashes.SHA256())


@asynccontextmanager
async def walled(
    policy: Policy | None = None, *, resolver: Resolver | None = None, tls: ssl.SSLContext | None = None
) -> AsyncIterator[Wall]:
    """The wall as it stands in the product, with its parts exchanged where a test must."""
    wall = Wall(
        policy or Policy(), resolver or SystemResolver(), clock=system_clock, tls=tls or ssl.create_default_context()
    )
    try:
        yield wall
    finally:
        await wall.close()


async def get(wall: Wall, url: str, *, deadline_s: float = 5.0, **more: object) -> Response | Failure:
    return await wall.call(Request(method="GET", url=url, deadline_s=deadline_s, **more))  # type: ignore[arg-type]


def bearer(*origins: Origin, value: str = "canario-secreto") -> Header:
    """An Authorization header whose secret is bound to these origins."""
    return Header("Authorization", "Bearer ", Secret("token", value, frozenset(origins)))
