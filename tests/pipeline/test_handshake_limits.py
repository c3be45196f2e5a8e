"""Whose wrong verify tokens are counted together, in front of and behind a proxy? (T08, ORG 3)"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.pipeline.house import House, Organization

ALLOWED = 20


@pytest.fixture(autouse=True)
def as_configured(house: House) -> Iterator[None]:
    yield
    house.hook.trusted_proxies = 0
    house.hook._wrong_tokens.clear()


async def shake(clinic: Organization, token: str, *forwarded: str) -> int:
    path = f"/webhooks/{clinic.channel}?hub.mode=subscribe&hub.verify_token={token}&hub.challenge=7"
    headers = {"x-forwarded-for": ", ".join(forwarded)} if forwarded else {}
    return (await clinic.house.request("GET", path, b"", headers)).status_code


async def test_behind_a_proxy_a_strangers_guesses_do_not_lock_the_provider_out(
    house: House, clinic: Organization
) -> None:
    house.hook.trusted_proxies = 1
    answers = [await shake(clinic, "errado", f"10.0.0.{n}", "198.51.100.9") for n in range(ALLOWED + 5)]
    assert answers == [403] * ALLOWED + [429] * 5, "what the client wrote in front of the proxy's entry changes nothing"
    assert await shake(clinic, clinic.secrets["verify_token"], "198.51.100.77") == 429, "one network, one limit"
    assert await shake(clinic, clinic.secrets["verify_token"], "173.252.88.1") == 200


async def test_without_a_proxy_the_header_is_not_believed(clinic: Organization) -> None:
    answers = [await shake(clinic, "errado", f"203.0.{n}.1") for n in range(ALLOWED + 5)]
    assert answers == [403] * ALLOWED + [429] * 5
