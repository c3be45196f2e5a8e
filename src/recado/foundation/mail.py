"""How does a letter leave: one attempt over SMTP, never from inside a transaction, with a verdict that a job can use?"""

from __future__ import annotations

import ssl
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import formatdate, parseaddr
from uuid import UUID

import aiosmtplib

from recado.foundation.database import inside_transaction
from recado.foundation.http import NetworkInTransaction
from recado.foundation.settings import BadSetting, Settings

_TIMEOUT_S = 20.0
_PERMANENT = 500
_SECURITIES = ("starttls", "tls", "none")


class MailFailed(Exception):
    """The letter did not leave. `code` is stable; `again` says whether a later attempt may do better."""

    def __init__(self, code: str, detail: str = "", *, again: bool) -> None:
        super().__init__(f"{code} {detail}".strip())
        self.code = code
        self.detail = detail
        self.again = again


@dataclass(frozen=True, slots=True)
class Letter:
    """A plain-text letter to one person. The same `id` makes the same Message-ID, by which mailboxes know a repeat."""

    id: UUID
    to: str
    subject: str
    text: str
    sender_name: str = ""


@dataclass(frozen=True, slots=True)
class Mailer:
    """The installation's way out for letters. `security`: starttls (required, not merely tried), tls, or none."""

    host: str
    port: int
    user: str
    password: str
    security: str
    sender: str
    ca_file: str = ""

    @property
    def is_configured(self) -> bool:
        """Has the installation a server and an address to send from?"""
        return bool(self.host and self.sender)

    async def send(self, letter: Letter) -> None:
        """Hand a letter over to the server; raise `MailFailed` where it did not take it."""
        if inside_transaction():
            raise NetworkInTransaction
        if not self.is_configured:
            raise MailFailed("smtp_not_configured", again=False)
        try:
            await aiosmtplib.send(
                self._message(letter),
                sender=parseaddr(self.sender)[1],
                recipients=[letter.to],
                hostname=self.host,
                port=self.port,
                username=self.user or None,
                password=self.password or None,
                use_tls=self.security == "tls",
                start_tls=self.security == "starttls",
                tls_context=self._context(),
                timeout=_TIMEOUT_S,
            )
        except aiosmtplib.SMTPRecipientsRefused as error:
            refused = error.recipients[0]
            raise MailFailed("recipient_refused", _said(refused), again=refused.code < _PERMANENT) from error
        except aiosmtplib.SMTPAuthenticationError as error:
            raise MailFailed("smtp_auth_failed", _said(error), again=error.code < _PERMANENT) from error
        except aiosmtplib.SMTPResponseException as error:
            raise MailFailed("smtp_refused", _said(error), again=error.code < _PERMANENT) from error
        except (aiosmtplib.SMTPException, OSError) as error:
            # TLS that cannot be had, a name that cannot be found, a server that is away: a person can mend each of them.
            raise MailFailed("smtp_unreachable", type(error).__name__, again=True) from error

    def _context(self) -> ssl.SSLContext | None:
        return None if self.security == "none" else ssl.create_default_context(cafile=self.ca_file or None)

    def _message(self, letter: Letter) -> EmailMessage:
        name, address = parseaddr(self.sender)
        message = EmailMessage()
        # The policy of EmailMessage refuses line breaks in headers; names come from people, so they are flattened first.
        shown = " ".join((letter.sender_name or name).replace('"', "").split())
        message["From"] = f'"{shown}" <{address}>' if shown else address
        message["To"] = letter.to
        message["Subject"] = " ".join(letter.subject.split())
        message["Date"] = formatdate(usegmt=True)
        message["Message-ID"] = f"<{letter.id}@{address.rpartition('@')[2] or 'recado.invalid'}>"
        message["Auto-Submitted"] = "auto-generated"  # RFC 3834: no vacation answers, please
        message.set_content(letter.text)
        return message


def mailer_of(settings: Settings) -> Mailer:
    """Return the mailer that the installation describes; raise `BadSetting` where it cannot be meant so."""
    security = settings.recado_smtp_security.lower()
    if security not in _SECURITIES:
        raise BadSetting(f"RECADO_SMTP_SECURITY deve ser starttls, tls ou none, e veio {security!r}.")
    if settings.recado_smtp_host and "@" not in parseaddr(settings.recado_smtp_from)[1]:
        raise BadSetting("RECADO_SMTP_FROM deve ser um endereço de e-mail quando há RECADO_SMTP_HOST.")
    port = settings.recado_smtp_port or {"tls": 465, "none": 25}.get(security, 587)
    return Mailer(
        settings.recado_smtp_host, port, settings.recado_smtp_user, settings.recado_smtp_password, security,
        settings.recado_smtp_from, settings.recado_smtp_ca_file,
    )  # fmt: skip


def _said(error: aiosmtplib.SMTPResponseException) -> str:
    return f"{error.code} {' '.join(str(error.message).split())}"[:300]
