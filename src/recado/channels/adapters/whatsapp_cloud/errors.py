"""What does an error of the Graph API mean: may the message be tried again, and whose fault is it?

Source: Meta's "Error codes" of the Cloud API, and how its senders behave in the field (courier, pywa). Branch on the
code and its details, never on the HTTP status or the title, which Meta rewords.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from recado.channels.models import Fault, Json, ProviderError, Retry, SendFailure

MINUTE, HOUR, DAY = 60.0, 3_600.0, 86_400.0


@dataclass(frozen=True, slots=True)
class Policy:
    """What a code asks for. `unknown`: the message may have gone nevertheless, so it is verified before a resend."""

    retry: Retry
    fault: Fault
    unknown: bool = False
    suppress: bool = False
    retry_after: float | None = None
    attempts: int | None = None


_OURS = Policy(Retry.NEVER, Fault.OURS)
_RECIPIENT = Policy(Retry.NEVER, Fault.RECIPIENT)
_CHANNEL = Policy(Retry.CHANNEL, Fault.ACCOUNT)
_FORBIDDEN = Policy(Retry.NEVER, Fault.ACCOUNT)
_BUSY = Policy(Retry.SOON, Fault.PROVIDER)
_IN_A_MINUTE = Policy(Retry.SOON, Fault.ACCOUNT, retry_after=MINUTE)
_MAYBE_SENT = Policy(Retry.SOON, Fault.PROVIDER, unknown=True)
_MAYBE_SENT_FEW = Policy(Retry.SOON, Fault.PROVIDER, unknown=True, attempts=3)
_LESS = Policy(Retry.LATER, Fault.ACCOUNT)
_ONCE_MORE = Policy(Retry.SOON, Fault.PROVIDER, attempts=2)

_BY_CODE: Mapping[int, Policy] = {
    0: _CHANNEL,  # authentication failed
    1: _MAYBE_SENT_FEW,  # unknown API error
    2: _MAYBE_SENT,  # service down or overloaded
    3: _CHANNEL,  # capability or permission
    4: _IN_A_MINUTE,  # call limit of the app
    10: _CHANNEL,  # permission missing or removed
    17: _IN_A_MINUTE,  # call limit of the user
    33: _CHANNEL,  # business number deleted
    100: _OURS,  # invalid parameter; subcode 33 below
    190: _CHANNEL,  # token expired or invalid
    368: _CHANNEL,  # restricted for policy
    613: _IN_A_MINUTE,  # custom call limit
    80007: _IN_A_MINUTE,  # call limit of the business account
    130403: _RECIPIENT,  # the business blocked this user
    130429: Policy(Retry.SOON, Fault.ACCOUNT, retry_after=2.0),  # throughput of the number
    130472: _RECIPIENT,  # user in an experiment group: marketing is not delivered
    130497: _FORBIDDEN,  # business may not message this country
    131000: _MAYBE_SENT_FEW,  # something went wrong
    131005: _CHANNEL,  # access denied
    131008: _OURS,  # required parameter missing
    131009: _OURS,  # parameter value invalid
    131014: _OURS,  # a url could not be fetched (older)
    131016: _MAYBE_SENT,  # service unavailable
    131020: _RECIPIENT,  # group with one member
    131021: _OURS,  # recipient is the sender
    131026: _RECIPIENT,  # undeliverable; Meta does not say why
    131030: _RECIPIENT,  # not in the test number's list
    131031: _CHANNEL,  # account locked
    131037: _CHANNEL,  # display name not approved
    131041: _OURS,  # group unknown
    131042: _CHANNEL,  # payment problem
    131044: _CHANNEL,  # payment problem, calls
    131045: _CHANNEL,  # number not registered correctly
    131047: Policy(Retry.TEMPLATE, Fault.RECIPIENT),  # 24-hour window closed
    131048: _LESS,  # spam or quality restriction of the number
    131049: Policy(Retry.LATER, Fault.RECIPIENT, suppress=True, retry_after=DAY),  # marketing limit of this person
    131050: Policy(Retry.NEVER, Fault.RECIPIENT, suppress=True),  # the person stopped marketing
    131051: _OURS,  # unsupported type
    131052: _RECIPIENT,  # media of the person could not be downloaded
    131053: Policy(Retry.SOON, Fault.OURS, attempts=2),  # our media could not be uploaded or fetched
    131055: _OURS,  # listed without a text
    131056: Policy(Retry.PAIR, Fault.RECIPIENT),  # too many to this person: 4^n seconds
    131057: Policy(Retry.SOON, Fault.PROVIDER, retry_after=MINUTE),  # maintenance or throughput upgrade, up to a minute
    131059: _OURS,  # paging cursor
    131062: _OURS,  # BSUID not allowed here: needs the phone
    131063: _FORBIDDEN,  # marketing templates disabled on this API
    131064: Policy(Retry.LATER, Fault.ACCOUNT, retry_after=DAY),  # limit due to misclassified templates
    132000: _OURS,  # number of template parameters
    132001: _OURS,  # template missing in this language, or not approved
    132005: _OURS,  # template too long once filled in
    132007: _OURS,  # content policy
    132008: _OURS,  # parameter format (older)
    132012: _OURS,  # parameter format
    132015: Policy(Retry.LATER, Fault.ACCOUNT, retry_after=3 * HOUR),  # template paused: three hours the first time
    132016: _OURS,  # template disabled
    132018: _OURS,  # template parameters invalid
    132068: _OURS,  # form blocked
    132069: Policy(Retry.LATER, Fault.ACCOUNT, retry_after=HOUR),  # form throttled: ten an hour
    133000: _BUSY,  # incomplete deregistration
    133004: _BUSY,  # server temporarily unavailable
    133005: _CHANNEL,  # two-step PIN mismatch
    133006: _CHANNEL,  # number must be verified
    133008: _LESS,  # too many PIN guesses
    133009: _LESS,  # PIN guesses too fast
    133010: _CHANNEL,  # number not registered
    133015: Policy(Retry.SOON, Fault.ACCOUNT, retry_after=5 * MINUTE),  # number just deleted
    133016: Policy(Retry.LATER, Fault.ACCOUNT, retry_after=3 * DAY),  # too many registrations
    134011: _CHANNEL,  # terms of payments
    134100: _OURS,  # only marketing templates on that API
    134101: Policy(Retry.LATER, Fault.PROVIDER, retry_after=10 * MINUTE),  # template still syncing
    134102: _OURS,  # template unavailable there
    135000: _ONCE_MORE,  # generic
    137000: _RECIPIENT,  # identity key mismatch: the person must be verified again
    139101: _OURS,  # block list full
    139102: _BUSY,  # block list changed concurrently
    139103: _BUSY,  # block list, internal
    2494100: _BUSY,  # maintenance
}

_BY_RANGE: tuple[tuple[int, int, Policy], ...] = (
    (200, 299, _CHANNEL),  # permissions
    (131201, 131215, _OURS),  # groups
    (138000, 138018, _OURS),  # calling
    (139000, 139004, _OURS),  # forms
    (139100, 139103, _OURS),  # block list
    (147001, 147005, _OURS),  # business username
    (200005, 200007, _OURS),  # analytics of templates
    (2388012, 2388299, _OURS),  # management of numbers and templates
    (2593107, 2593109, _OURS),  # history and address-book hand-over
)

_OBJECT_MISSING = 33
_UNAUTHORISED = (401, 403)
_TOO_MANY = 429
_SERVER = 500


@dataclass(frozen=True, slots=True)
class GraphError:
    """The `error` of an answer, in whichever shape it came. `code` is None where it names none."""

    code: int | None
    subcode: int | None
    title: str
    details: str
    transient: bool


def error_in(answer: Json) -> GraphError | None:
    """Find the error of an answer; an answer of HTTP 200 may hold one too."""
    error = answer.get("error")
    if not error:
        return None
    if not isinstance(error, dict):
        return GraphError(None, None, str(error)[:500], "", transient=False)
    data = error.get("error_data")
    details = data.get("details") if isinstance(data, dict) else data
    return GraphError(
        code=_number(error.get("code")),
        subcode=_number(error.get("error_subcode")),
        title=_text(error.get("message")) or _text(error.get("title")) or _text(error.get("error_user_title")),
        details=_text(details) or _text(error.get("error_user_msg")),
        transient=error.get("is_transient") is True,
    )


def policy_of(code: int | None) -> Policy | None:
    """The table's row for a code, None where it has none."""
    if code is None:
        return None
    found = _BY_CODE.get(code)
    if found is not None:
        return found
    return next((policy for first, last, policy in _BY_RANGE if first <= code <= last), None)


def judge(error: GraphError, status: int) -> tuple[SendFailure, bool]:
    """Judge an HTTP answer's error; the flag says that the message may have gone nevertheless."""
    policy = policy_of(error.code)
    if error.code == 100 and error.subcode == _OBJECT_MISSING:  # noqa: PLR2004 - a row of Meta's table
        policy = _CHANNEL  # the number itself is unknown to this token: every message would fail
    if policy is None:
        policy = _by_status(status, transient=error.transient)
    code = str(error.code) if error.code is not None else f"http_{status}"
    return _failure(policy, code, error.title, error.details), policy.unknown


def explain(error: ProviderError) -> SendFailure:
    """Judge an error that a status brought. An unknown code is final: a `failed` status is never resent on a guess."""
    policy = policy_of(_number(error.code)) or Policy(Retry.NEVER, Fault.PROVIDER)
    return _failure(policy, error.code, error.title, error.details)


def _by_status(status: int, *, transient: bool) -> Policy:
    """The rule for codes that Meta invents tomorrow."""
    if status in _UNAUTHORISED:
        return _CHANNEL
    if status == _TOO_MANY:
        return _BUSY
    if status >= _SERVER:
        return _MAYBE_SENT
    return _BUSY if transient else _OURS


def _failure(policy: Policy, code: str, title: str, details: str) -> SendFailure:
    return SendFailure(
        code=code,
        retry=policy.retry,
        fault=policy.fault,
        title=title[:500],
        details=details[:2_000],
        suppress=policy.suppress,
        retry_after=policy.retry_after,
        attempts=policy.attempts,
    )


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _number(value: object) -> int | None:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 10:  # noqa: PLR2004 - 32 bits
        return int(value)
    return None
