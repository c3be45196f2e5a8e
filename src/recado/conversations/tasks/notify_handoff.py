"""How does a colleague learn of a transbordo outside the dashboard: by e-mail, or on WhatsApp through a number of the house?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import msgspec

from recado.channels.models import TemplateCall
from recado.contacts.models import Seen
from recado.conversations.handoff_models import HandoffSettings, Medium, Notice, Refused
from recado.conversations.rules import handoffs as rules
from recado.conversations.service import writing_to
from recado.conversations.service.ports import Ports
from recado.conversations.store import handoffs as handoffs_store
from recado.conversations.store import notices as store
from recado.foundation.database import Database, Transaction
from recado.foundation.failpoints import failpoint
from recado.foundation.identifiers import OrganizationId
from recado.foundation.jobs import GiveUp, RetryLater
from recado.foundation.mail import Letter, Mailer, MailFailed

_VARIABLE = re.compile(r"\{\{\s*\w+\s*\}\}")
_SETTLED = ("sent", "skipped")
_WAITS_S = (5.0, 15.0, 60.0, 180.0, 600.0)


@dataclass(slots=True)
class NotifyHandoff:
    """The handler of `conversations.notify_handoff {notice_id}`; doing it again tells nobody twice."""

    ports: Ports
    mailer: Mailer
    public_url: str

    async def __call__(self, database: Database, organization: OrganizationId, data: Mapping[str, Any]) -> None:
        """Tell one colleague; a notice that came too late, or of which nothing can come, says why and is left."""
        id_ = UUID(str(data["notice_id"]))
        async with database.transaction(organization) as tx:
            notice = await store.read_notice(tx, id_)
            if notice is None or notice.state in _SETTLED:
                return
            if notice.state == "pending" and notice.message is not None:
                return  # it is on its way: its message will tell
            if notice.handoff_state != "open":
                await self._settle(tx, notice, "skipped", "already_taken")
                return
            if notice.medium is Medium.WHATSAPP:
                await self._by_whatsapp(tx, notice)
                return
        await self._by_email(database, organization, notice)

    async def _by_email(self, database: Database, organization: OrganizationId, notice: Notice) -> None:
        letter = Letter(
            notice.id, notice.recipient, rules.subject_of(notice), rules.text_of(notice, self._link(notice)),
            notice.organization,
        )  # fmt: skip
        try:
            await self.mailer.send(letter)
        except MailFailed as failed:
            await self._note_failure(database, organization, notice, failed)
            return
        failpoint("notify_handoff.sent")
        async with database.transaction(organization) as tx:
            await self._settle(tx, notice, "sent", "", tried=1)

    async def _note_failure(
        self, database: Database, organization: OrganizationId, notice: Notice, failed: MailFailed
    ) -> None:
        """Write down why, then have the job run again or, where nothing would come of that, let it die where people see it."""
        if failed.code == "smtp_not_configured":
            async with database.transaction(organization) as tx:
                await self._settle(tx, notice, "skipped", failed.code)
            return
        last = not failed.again or notice.attempts + 1 >= rules.MOST_ATTEMPTS
        async with database.transaction(organization) as tx:
            await self._settle(tx, notice, "failed" if last else "pending", str(failed), tried=1)
        if last:
            raise GiveUp(str(failed)) from failed
        raise RetryLater(_WAITS_S[min(notice.attempts, len(_WAITS_S) - 1)]) from failed

    async def _by_whatsapp(self, tx: Transaction, notice: Notice) -> None:
        settings = await handoffs_store.read_settings(tx)
        if settings.channel is None:
            await self._settle(tx, notice, "skipped", "no_channel")
            return
        wanted = await self._wanted(tx, settings, notice)
        text = rules.text_of(notice, self._link(notice))
        whom = writing_to.Whom(Seen(phone=notice.recipient), settings.channel)
        written = await writing_to.write(tx, whom, self.ports, text=text, template=wanted, persona="Recado")
        if isinstance(written, Refused):
            reason = "window_closed_no_template" if written.code == "window_closed" and wanted is None else written.code
            await self._settle(tx, notice, "failed", reason, tried=1)
        else:
            # It is `sent` once the provider has taken the message; see `service.carried`.
            await self._settle(tx, notice, "pending", "", tried=1, message=written.message)
        failpoint("notify_handoff.before_commit")

    async def _wanted(self, tx: Transaction, settings: HandoffSettings, notice: Notice) -> TemplateCall | None:
        """Return the template that tells it outside the window; None where there is none that could."""
        if not settings.template_name or settings.channel is None:
            return None
        row = await store.template(tx, settings.channel, settings.template_name, settings.template_language)
        components = msgspec.json.decode(row["components"]) if row else []
        body = next((str(one.get("text", "")) for one in components if str(one.get("type", "")).upper() == "BODY"), "")
        values = rules.parameters_of(notice, self._link(notice), len(_VARIABLE.findall(body)) if row else 3)
        if values is None:
            return None
        parameters = [{"type": "text", "text": value} for value in values]
        filled = ({"type": "body", "parameters": parameters},) if parameters else ()
        return TemplateCall(settings.template_name, settings.template_language, filled)

    async def _settle(
        self, tx: Transaction, notice: Notice, state: str, reason: str, *, tried: int = 0, message: UUID | None = None
    ) -> None:
        await store.settle_notice(
            tx, notice.id, state=state, reason=reason, tried=tried, message=message, now=self.ports.clock()
        )

    def _link(self, notice: Notice) -> str:
        return f"{self.public_url}/whatsapp/conversas/{notice.conversation}"
