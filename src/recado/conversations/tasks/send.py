"""How does one message leave through its adapter?"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, field
from uuid import UUID

import msgspec

from recado.channels import service as channels
from recado.channels.adapter import LATE, Account, Adapter, MediaUnavailable, MessageRefused
from recado.channels.models import Fault, Json, Outcome, OutgoingMessage, Recipient, Retry, SendFailure, SendResult
from recado.conversations.service.ports import Ports
from recado.conversations.tasks.outgoing_media import OutgoingFiles
from recado.foundation.clock import monotonic
from recado.foundation.database import Database
from recado.foundation.http import leaving_by
from recado.foundation.identifiers import OrganizationId
from recado.foundation.lanes.hold import Hold
from recado.foundation.lanes.models import Attempt, End, Outgoing

_ACCOUNT_KEPT_S = 5.0
"""Opening an account decrypts its secrets; a changed token is in use after this at the latest."""
_LATER_S = 3600.0
_log = logging.getLogger(__name__)

_body = msgspec.json.Decoder(OutgoingMessage)
_recipient = msgspec.json.Decoder(Recipient)


@dataclass(slots=True)
class Delivery:
    """The outbox lane's call to the outside. No transaction is open while it waits."""

    database: Database
    ports: Ports
    files: OutgoingFiles
    _accounts: dict[UUID, tuple[float, str, Account]] = field(default_factory=dict)
    _opening: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def __call__(self, row: Outgoing, hold: Hold) -> Attempt:
        """Make one attempt; what cannot even be worded is refused with the field that is wrong.

        Making it ready (an account, an upload) may take long; only then is asked whether the row is still ours.
        """
        try:
            adapter, account, body = await self._worded(row)
        except MediaUnavailable as unavailable:
            retry = Retry.NEVER if unavailable.gone else Retry.SOON
            return attempt_of(_not_sent(SendFailure(unavailable.code, retry, Fault.OURS)), row.failures)
        except MessageRefused as refused:
            return attempt_of(_not_sent(SendFailure(refused.code, Retry.NEVER, Fault.OURS, details=refused.field)), 0)
        except Exception as error:
            # Nothing has left yet, whatever it was; to call that "not known" would cost a campaign its message.
            _log.exception("a message could not be made ready")
            failure = SendFailure("not_ready", Retry.SOON, Fault.OURS, details=type(error).__name__)
            return attempt_of(_not_sent(failure), row.failures)
        moment = await hold.leave_by()
        if moment is None:
            return Attempt(End.STALE)
        with leaving_by(moment):
            result = await adapter.deliver(account, body)
        if result.failure is not None and result.failure.retry is Retry.CHANNEL:
            self._accounts.pop(row.channel, None)
        return attempt_of(result, row.failures)

    async def _worded(self, row: Outgoing) -> tuple[Adapter, Account, Json]:
        key, account = await self._account(row.organization, row.channel)
        adapter = self.ports.adapters[key]
        message = await self.files.ready(
            _body.decode(row.body), organization=row.organization, message_id=row.id, channel=row.channel,
            adapter=adapter, account=account,
        )  # fmt: skip
        return adapter, account, adapter.write(message, _recipient.decode(row.recipient), row.token)

    async def _account(self, organization: OrganizationId, channel: UUID) -> tuple[str, Account]:
        kept = self._accounts.get(channel)
        if kept is not None and monotonic() - kept[0] < _ACCOUNT_KEPT_S:
            return kept[1], kept[2]
        async with self._opening:
            # One opens it, the others wait: sixty-four sends at once must not take every connection there is.
            kept = self._accounts.get(channel)
            if kept is not None and monotonic() - kept[0] < _ACCOUNT_KEPT_S:
                return kept[1], kept[2]
            async with self.database.transaction(organization) as tx:
                key, account = await channels.open_account(tx, channel, self.ports.key)
            self._accounts[channel] = (monotonic(), key, account)
            return key, account


def _not_sent(failure: SendFailure) -> SendResult:
    return SendResult(Outcome.NOT_ACCEPTED, failure=failure)


def attempt_of(result: SendResult, failures: int) -> Attempt:
    """Read the end of an attempt for the lane: again when, parked, over, or not known."""
    if result.outcome is Outcome.ACCEPTED:
        return Attempt(End.ACCEPTED, result)
    failure = result.failure
    if result.outcome is Outcome.UNKNOWN or failure is None:
        return Attempt(End.UNKNOWN, result)
    if failure.code == LATE:
        return Attempt(End.STALE)
    match failure.retry:
        case Retry.SOON:
            return Attempt(End.AGAIN, result, failure.retry_after, failure.attempts)
        case Retry.PAIR:
            # The provider's own rule for a pair that wrote too fast: 4^n seconds, this person only.
            return Attempt(End.AGAIN, result, failure.retry_after or float(4 ** (failures + 1)), failure.attempts)
        case Retry.LATER:
            return Attempt(End.AGAIN, result, failure.retry_after or _LATER_S, failure.attempts)
        case Retry.CHANNEL:
            return Attempt(End.PARKED, result)
        case _:
            return Attempt(End.FAILED, result)
