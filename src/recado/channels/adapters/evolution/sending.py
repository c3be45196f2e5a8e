"""What is known after the gateway was asked to send a message, and what does an error that came later mean?"""

from __future__ import annotations

from typing import Any

from recado.channels.adapters.evolution.gateway import Answer, AnswerLost, NotReached
from recado.channels.adapters.evolution.inbound.identity import read_key
from recado.channels.models import Fault, Json, Outcome, ProviderError, Retry, SendFailure, SendResult

_OK, _REDIRECT, _REFUSED, _TOO_MANY, _SERVER = 200, 300, 400, 429, 500
_UNAUTHORIZED, _NOT_FOUND = (401, 403), 404
_CLOSED = ("connection closed", "not connected", "not open", "instance is closed", "socket closed", "disconnected")
_MOST_WORDS = 500


def judge_answer(answer: Answer) -> SendResult:
    """Tell *accepted* from *surely not* and *not known*. 201 says that the library took it; delivery is told later."""
    if _OK <= answer.status < _REDIRECT:
        return _taken(answer)
    words = words_in(answer.json)
    if code := _channel_problem(answer, words):
        return _not(SendFailure(code, Retry.CHANNEL, Fault.ACCOUNT, details=words))
    if answer.status == _TOO_MANY:
        return _not(SendFailure("http_429", Retry.SOON, Fault.PROVIDER, details=words))
    if answer.status < _SERVER and answer.json is not None:
        return _not(_refusal(answer, words))
    failure = SendFailure(f"http_{answer.status}", Retry.SOON, Fault.PROVIDER, details=words)
    return SendResult(Outcome.UNKNOWN, failure=failure, raw=answer.raw)


def _channel_problem(answer: Answer, words: str) -> str:
    """The code of an answer after which nothing of this channel would go; "" for any other. Nothing has left then."""
    if answer.status in _UNAUTHORIZED:
        return "token_invalid"
    if answer.object.get("code") == "LICENSE_REQUIRED":
        return "license_required"
    if answer.status == _NOT_FOUND:
        return "instance_missing" if "instance" in words.lower() else "http_404"
    if any(word in words.lower() for word in _CLOSED):
        return "closed"
    return f"http_{answer.status}" if _REDIRECT <= answer.status < _REFUSED else ""


def judge_silence(error: NotReached | AnswerLost) -> SendResult:
    """No answer: if the request never left it may be repeated at once, else nobody knows."""
    outcome = Outcome.NOT_ACCEPTED if isinstance(error, NotReached) else Outcome.UNKNOWN
    return SendResult(outcome, failure=SendFailure(error.code, Retry.SOON, Fault.NETWORK))


def not_configured(code: str) -> SendResult:
    """The channel itself is incomplete: its messages wait until somebody mends it."""
    return _not(SendFailure(code, Retry.CHANNEL, Fault.ACCOUNT))


def explain(error: ProviderError) -> SendFailure:
    """Judge an error after 201. 463: WhatsApp restricts whom this account may write to; 479: it refused the kind."""
    known = {
        "463": (Retry.LATER, Fault.ACCOUNT),
        "479": (Retry.NEVER, Fault.OURS),
        "421": (Retry.SOON, Fault.PROVIDER),
    }
    retry, fault = known.get(error.code, (Retry.SOON, Fault.PROVIDER))
    return SendFailure(error.code, retry, fault, error.title, error.details)


def _taken(answer: Answer) -> SendResult:
    key = answer.object.get("key")
    id_ = key.get("id") if isinstance(key, dict) else None
    if isinstance(id_, str) and id_:
        who = read_key(answer.object).who
        return SendResult(Outcome.ACCEPTED, provider_id=id_, wa_id=who.wa_id, bsuid=who.bsuid)
    if answer.object.get("error") is True:
        failure = SendFailure("gateway_error", Retry.SOON, Fault.PROVIDER, details=words_in(answer.json))
        return SendResult(Outcome.UNKNOWN, failure=failure, raw=answer.raw)
    code = "no_id" if answer.json is not None else "garbage"
    return SendResult(Outcome.UNKNOWN, failure=SendFailure(code, Retry.SOON, Fault.PROVIDER), raw=answer.raw)


def _refusal(answer: Answer, words: str) -> SendFailure:
    """A number that is not on WhatsApp is the recipient's matter; what else is refused is worded wrongly by us."""
    if _says_unknown_number(answer.json):
        return SendFailure("not_on_whatsapp", Retry.NEVER, Fault.RECIPIENT, details=words)
    return SendFailure(f"http_{answer.status}", Retry.NEVER, Fault.OURS, details=words)


def _says_unknown_number(value: Any) -> bool:
    if isinstance(value, dict):
        return value.get("exists") is False or any(_says_unknown_number(item) for item in value.values())
    return isinstance(value, list) and any(_says_unknown_number(item) for item in value)


def words_in(value: Any) -> str:
    """The gateway's words: a text, texts in lists of lists, or objects, wherever this version put them."""
    response = value.get("response") if isinstance(value, dict) else None
    told = response.get("message") if isinstance(response, dict) else None
    if told is None and isinstance(value, dict):
        told = value.get("message") or value.get("error")
    return " ".join(_flat(told))[:_MOST_WORDS]


def _flat(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, list):
        return [word for item in value[:20] for word in _flat(item)]
    if isinstance(value, dict):
        return [f"{name}={item}" for name, item in value.items() if isinstance(item, str | bool | int)]
    return []


def _not(failure: SendFailure) -> SendResult:
    return SendResult(Outcome.NOT_ACCEPTED, failure=failure)


def native_list(written: Json, setting: str) -> Json | None:
    """The native list of a worded message, where the channel is set to try it."""
    found = written.get("list")
    return found if setting == "native" and isinstance(found, dict) else None
