"""What is known after the Graph API was asked to send a message?"""

from __future__ import annotations

from dataclasses import replace

from recado.channels.adapters.whatsapp_cloud.errors import GraphError, error_in, judge
from recado.channels.adapters.whatsapp_cloud.graph import Answer, AnswerLost, NotReached
from recado.channels.models import Fault, Json, Outcome, Retry, SendFailure, SendResult

_OK, _REDIRECT, _REFUSED, _TIMEOUT, _SERVER = 200, 300, 400, 408, 500
# What a wrong address answers: a web server that is not the Graph API. No message of this channel would go.
_NOT_THE_API = (401, 403, 404, 405)
_TOO_MANY = 429


def judge_answer(answer: Answer) -> SendResult:
    """Tell *accepted* from *surely not* and *not known*: an id, an error with a code, and everything else."""
    error = error_in(answer.json) if answer.json is not None else None
    if error is not None:
        return _refused(error, answer)
    if _OK <= answer.status < _REDIRECT and answer.json is not None:
        accepted = _accepted(answer.json)
        if accepted is not None:
            return accepted
    return _unreadable(answer)


def judge_silence(error: NotReached | AnswerLost) -> SendResult:
    """No answer: if the request never left it may be repeated at once, else nobody knows."""
    failure = SendFailure(code=error.code, retry=Retry.SOON, fault=Fault.NETWORK)
    outcome = Outcome.NOT_ACCEPTED if isinstance(error, NotReached) else Outcome.UNKNOWN
    return SendResult(outcome, failure=failure)


def not_configured(code: str) -> SendResult:
    """The channel itself is incomplete: its messages wait until somebody mends it."""
    return SendResult(Outcome.NOT_ACCEPTED, failure=SendFailure(code, Retry.CHANNEL, Fault.ACCOUNT))


def _accepted(answer: Json) -> SendResult | None:
    """`messages[0].id`; the arrays have been seen with nulls in them."""
    provider_id = _first(answer, "messages", "id")
    if not provider_id:
        return None
    wa_id, bsuid = _first(answer, "contacts", "wa_id"), _first(answer, "contacts", "user_id")
    return SendResult(Outcome.ACCEPTED, provider_id=provider_id, wa_id=wa_id, bsuid=bsuid)


def _first(answer: Json, key: str, name: str) -> str:
    items = answer.get(key)
    for item in items if isinstance(items, list) else ():
        if isinstance(item, dict) and isinstance(found := item.get(name), str) and found:
            return found
    return ""


def _refused(error: GraphError, answer: Answer) -> SendResult:
    failure, maybe_sent = judge(error, answer.status)
    if answer.retry_after is not None:
        failure = replace(failure, retry_after=answer.retry_after)
    outcome = Outcome.UNKNOWN if maybe_sent else Outcome.NOT_ACCEPTED
    return SendResult(outcome, failure=failure, raw=answer.raw if maybe_sent else "")


def _unreadable(answer: Answer) -> SendResult:
    """HTML, garbage, nothing, a success without an id, an error without a code."""
    code = f"http_{answer.status}"
    if _REDIRECT <= answer.status < _REFUSED or answer.status in _NOT_THE_API:
        failure = SendFailure(code, Retry.CHANNEL, Fault.ACCOUNT)
        return SendResult(Outcome.NOT_ACCEPTED, failure=failure, raw=answer.raw)
    if answer.status == _TOO_MANY:
        failure = SendFailure(code, Retry.SOON, Fault.PROVIDER, retry_after=answer.retry_after)
        return SendResult(Outcome.NOT_ACCEPTED, failure=failure, raw=answer.raw)
    if answer.status < _REFUSED:
        code = "no_id" if answer.json is not None else "garbage"
    failure = SendFailure(code, Retry.SOON, Fault.PROVIDER)
    return SendResult(Outcome.UNKNOWN, failure=failure, raw=answer.raw)
