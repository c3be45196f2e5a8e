"""Does every code lead to the right decision?"""

from __future__ import annotations

from typing import Any

import pytest

from recado.channels.adapters.whatsapp_cloud.adapter import WhatsAppCloud
from recado.channels.adapters.whatsapp_cloud.errors import error_in, judge
from recado.channels.models import Fault, Json, ProviderError, Retry

RETRIES: dict[Retry, tuple[int, ...]] = {
    Retry.CHANNEL: (0, 3, 10, 33, 190, 200, 230, 299, 368, 131005, 131031, 131037, 131042, 131044, 131045, 133005,
                    133006, 133010, 134011),
    Retry.SOON: (1, 2, 4, 17, 613, 80007, 130429, 131000, 131016, 131053, 131057, 133000, 133004, 133015, 135000,
                 139102, 139103, 2494100),
    Retry.LATER: (131048, 131049, 131064, 132015, 132069, 133008, 133009, 133016, 134101),
    Retry.PAIR: (131056,),
    Retry.TEMPLATE: (131047,),
    Retry.NEVER: (100, 130403, 130472, 130497, 131008, 131009, 131014, 131020, 131021, 131026, 131030, 131041, 131050,
                  131051, 131052, 131055, 131059, 131062, 131063, 131201, 131215, 132000, 132001, 132005, 132007,
                  132008, 132012, 132016, 132018, 132068, 134100, 134102, 137000, 138000, 138018, 139000, 139004,
                  139100, 139101, 147001, 147005, 200005, 200007, 2388012, 2388073, 2388299, 2593107, 2593108),
}  # fmt: skip
PAIRS = [(code, retry) for retry, codes in RETRIES.items() for code in codes]


def answer(code: object, **more: Any) -> Json:
    return {"error": {"message": "(#1) x", "type": "OAuthException", "code": code, "fbtrace_id": "A", **more}}


def judged(code: object, status: int = 400, **more: Any) -> tuple[Any, bool]:
    error = error_in(answer(code, **more))
    assert error is not None
    return judge(error, status)


@pytest.mark.parametrize(("code", "retry"), PAIRS)
def test_policy(code: int, retry: Retry) -> None:
    failure, unknown = judged(code)
    assert failure.retry is retry
    assert failure.code == str(code)
    assert unknown is (code in (1, 2, 131000, 131016))
    assert failure.suppress is (code in (131049, 131050))
    # A status webhook that brings the same code is judged alike.
    assert WhatsAppCloud().explain(ProviderError(str(code))).retry is retry


@pytest.mark.parametrize(
    ("status", "retry", "fault", "unknown"),
    [
        (400, Retry.NEVER, Fault.OURS, False),
        (404, Retry.NEVER, Fault.OURS, False),
        (401, Retry.CHANNEL, Fault.ACCOUNT, False),
        (403, Retry.CHANNEL, Fault.ACCOUNT, False),
        (429, Retry.SOON, Fault.PROVIDER, False),
        (500, Retry.SOON, Fault.PROVIDER, True),
        (503, Retry.SOON, Fault.PROVIDER, True),
        (200, Retry.NEVER, Fault.OURS, False),
    ],
)
def test_code_of_tomorrow(status: int, retry: Retry, fault: Fault, unknown: bool) -> None:
    failure, maybe_sent = judged(987654, status)
    assert (failure.retry, failure.fault, maybe_sent) == (retry, fault, unknown)


def test_code_of_tomorrow_that_will_pass() -> None:
    assert judged(987654, 400, is_transient=True)[0].retry is Retry.SOON


def test_unknown_number_stops_the_channel() -> None:
    """100 with subcode 33: the number itself does not exist for this token, so no message would go."""
    assert judged(100, error_subcode=33)[0].retry is Retry.CHANNEL
    assert judged(100, error_subcode=2494010)[0].retry is Retry.NEVER


@pytest.mark.parametrize(
    ("error", "title", "details"),
    [
        ({"error_data": {"details": "why"}}, "(#1) x", "why"),
        ({"error_data": "why"}, "(#1) x", "why"),
        ({"error_data": None}, "(#1) x", ""),
        ({"error_data": ["why"]}, "(#1) x", ""),
        ({"error_user_msg": "por quê"}, "(#1) x", "por quê"),
        ({"message": None, "error_user_title": "t"}, "t", ""),
        ({"message": "m" * 900, "error_data": "d" * 9000}, "m" * 500, "d" * 2000),
    ],
)
def test_words_of_the_provider(error: Json, title: str, details: str) -> None:
    failure, _ = judged(131009, **error)
    assert (failure.title, failure.details) == (title, details)


@pytest.mark.parametrize("code", ["131047", 131047])
def test_code_as_text(code: object) -> None:
    assert judged(code)[0].retry is Retry.TEMPLATE


@pytest.mark.parametrize("code", [None, True, "x", [], {}, 1.5, "9" * 40])
def test_no_code(code: object) -> None:
    failure, unknown = judged(code, 500)
    assert (failure.code, unknown) == ("http_500", True)


def test_error_that_is_a_word_and_none() -> None:
    assert error_in({}) is None
    assert error_in({"error": None}) is None
    assert error_in({"error": {}}) is None
    said = error_in({"error": "boom"})
    assert said is not None
    assert (said.code, said.title) == (None, "boom")


def test_unknown_code_of_a_status_is_final() -> None:
    failure = WhatsAppCloud().explain(ProviderError("470", "old API", "window"))
    assert (failure.retry, failure.code, failure.details) == (Retry.NEVER, "470", "window")
    assert WhatsAppCloud().explain(ProviderError("")).retry is Retry.NEVER


def test_waits_and_attempts() -> None:
    waits = {code: judged(code)[0].retry_after for code in (4, 80007, 131049, 131056, 131057, 133015, 133016)}
    assert waits == {4: 60, 80007: 60, 131049: 86_400, 131056: None, 131057: 60, 133015: 300, 133016: 259_200}
    assert {code: judged(code)[0].attempts for code in (131053, 135000, 1, 131016)} == {
        131053: 2, 135000: 2, 1: 3, 131016: None}  # fmt: skip
