"""Where do letters go in a test? Into a real SMTP server on loopback, with STARTTLS, a password, and answers laid ready."""

from __future__ import annotations

import asyncio
import contextlib
import ssl
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from recado.foundation.mail import Mailer

USER, PASSWORD = "avisos", "uma-senha-de-teste"
SENDER = "Recado <avisos@exemplo.com.br>"


@dataclass(slots=True)
class PostOffice:
    """What has arrived. `answers` are given to the next recipients in turn; then every letter is taken."""

    port: int
    ca_file: Path
    letters: list[tuple[str, EmailMessage]] = field(default_factory=list)
    answers: deque[str] = field(default_factory=deque)
    encrypted: list[bool] = field(default_factory=list)

    def mailer(self, **other: Any) -> Mailer:
        """A mailer that this server takes letters from."""
        given: dict[str, Any] = {
            "host": "127.0.0.1", "port": self.port, "user": USER, "password": PASSWORD, "security": "starttls",
            "sender": SENDER, "ca_file": str(self.ca_file), **other,
        }  # fmt: skip
        return Mailer(**given)

    async def handle_RCPT(self, _server: Any, _session: Any, envelope: Any, address: str, _options: Any) -> str:
        if self.answers:
            return self.answers.popleft()
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: Any, session: Any, envelope: Any) -> str:
        letter = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(letter, EmailMessage)
        self.letters.append((envelope.rcpt_tos[0], letter))
        self.encrypted.append(session.ssl is not None)
        return "250 OK"


@contextlib.contextmanager
def open_office(folder: Path) -> Iterator[PostOffice]:
    """Serve until the block ends."""
    certificate, key = _certificate(folder)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate, key)
    office = PostOffice(0, certificate)

    def authenticate(_server: Any, _session: Any, _envelope: Any, _mechanism: str, data: Any) -> AuthResult:
        fits = (data.login, data.password) == (USER.encode(), PASSWORD.encode())
        return AuthResult(success=fits, handled=False)

    controller = Controller(
        office, hostname="127.0.0.1", port=0, tls_context=context, require_starttls=True, authenticator=authenticate,
        auth_required=True,
    )  # fmt: skip
    # It looks for itself under port 0 to see whether it is up; its server says which port it was given.
    with contextlib.suppress(OSError):
        controller.start()
    try:
        assert isinstance(controller.server, asyncio.Server)
        office.port = controller.server.sockets[0].getsockname()[1]
        yield office
    finally:
        controller.stop(no_assert=True)


def _certificate(folder: Path) -> tuple[Path, Path]:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(x509.random_serial_number()).not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    certificate, private = folder / "smtp.pem", folder / "smtp.key"
    certificate.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    private.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return certificate, private
