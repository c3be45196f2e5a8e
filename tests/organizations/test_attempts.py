"""How many guesses does an attacker get, and can they lock the owner out? (T27, T77)"""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator
from dataclasses import replace
from ipaddress import IPv6Address

import pytest

from recado.foundation.networks import UNKNOWN, client_address, network_of
from recado.organizations.models import Role
from recado.organizations.rules.attempts import AttemptLimits, sign_in_ceilings
from tests.support.access import Browser, Office, office
from tests.support.jobs import change, rows
from tests.support.postgres import Clone

WRONG = "senha-errada-1234"


@pytest.fixture
async def guarded(database: Clone) -> AsyncIterator[Office]:
    """The application with the limits that are shipped."""
    async with office(database, limits=AttemptLimits()) as found:
        clinic = await found.organization("clinica")
        await found.person("ana@clinica.test", {clinic: Role.AGENT})
        yield found


async def codes(browser: Browser, count: int, email: str = "ana@clinica.test") -> list[int]:
    return [(await browser.sign_in(email, WRONG)).status_code for _ in range(count)]


async def test_t27_a_spread_attack_gets_ten_guesses_a_minute_and_the_owner_stays_in(guarded: Office) -> None:
    home = await guarded.signed_in("ana@clinica.test", "203.0.113.7")
    verified = 0
    real = guarded.access.passwords.verify

    async def counting(stored: str | None, password: str):  # type: ignore[no-untyped-def]
        nonlocal verified
        verified += 1
        return await real(stored, password)

    guarded.access.passwords.verify = counting  # type: ignore[method-assign]
    rng = random.Random(27)  # noqa: S311  # invented addresses
    addresses = [f"{rng.randrange(1, 223)}.{rng.randrange(256)}.{rng.randrange(256)}.9" for _ in range(500)]
    attackers = [guarded.browser(address) for address in addresses]
    gate = asyncio.Semaphore(8)

    async def attack(index: int) -> int:
        async with gate:
            return (await attackers[index % 500].sign_in("ana@clinica.test", f"palpite-{index:05}")).status_code

    answers = await asyncio.gather(*(attack(index) for index in range(1000)))
    assert answers.count(401) == verified <= 10, "what was counted against the account was evaluated, and no more"
    assert set(answers) == {401, 429}
    refused = await attackers[0].sign_in("ana@clinica.test", WRONG)
    assert refused.json()["code"] == "too_many_attempts"
    assert 1 <= refused.json()["data"]["retry_after_s"] <= 60
    assert refused.headers["retry-after"] == str(refused.json()["data"]["retry_after_s"])
    home.token = ""
    assert (await home.sign_in("ana@clinica.test")).status_code == 200, "the owner's device is known"
    stranger = guarded.browser("203.0.113.7")
    assert (await stranger.sign_in("ana@clinica.test")).status_code == 429


async def test_t27_a_known_device_is_limited_too_and_only_for_its_own_account(guarded: Office) -> None:
    garage = await guarded.organization("garagem")
    await guarded.person("rui@garagem.test", {garage: Role.AGENT})
    device = await guarded.signed_in("ana@clinica.test")
    device.token = ""
    assert (await codes(device, 12)).count(401) == 10
    other = await codes(device, 8, "rui@garagem.test")
    assert other.count(401) == 5, "an account that this device never entered: account and network together"


async def test_t27_one_network_cannot_try_everybody(guarded: Office) -> None:
    browser = guarded.browser("198.51.100.1")
    answers = [(await browser.sign_in(f"p{n}@clinica.test", WRONG)).status_code for n in range(40)]
    assert answers.count(401) == 30
    assert (await guarded.browser("198.51.100.200").sign_in("x@clinica.test", WRONG)).status_code == 429
    assert (await guarded.browser("198.51.101.1").sign_in("x@clinica.test", WRONG)).status_code == 401


async def test_t28_limits_do_not_tell_who_has_an_account(guarded: Office) -> None:
    known = await codes(guarded.browser("198.51.100.1"), 9, "ana@clinica.test")
    unknown = await codes(guarded.browser("198.51.101.1"), 9, "ninguem@clinica.test")
    assert known == unknown


async def test_successes_are_not_held_against_anybody(guarded: Office) -> None:
    for _ in range(12):
        assert (await guarded.browser().sign_in("ana@clinica.test")).status_code == 200
    assert {row[0] for row in rows(guarded.clone, "select counted from attempt_windows")} == {0}


async def test_a_window_passes(guarded: Office) -> None:
    browser = guarded.browser()
    assert (await codes(browser, 7))[-1] == 429
    change(guarded.clone, "update attempt_windows set ends_at = now() - interval '1 second' where key like 'pair:%%'")
    assert (await codes(browser, 1)) == [401]


async def test_guessing_the_password_from_an_open_screen_is_limited(guarded: Office) -> None:
    ana = await guarded.signed_in("ana@clinica.test")
    tries = [
        (await ana.post("/session/password", {"current": WRONG, "new": "nova-palavra-99"})).status_code
        for _ in range(7)
    ]
    assert tries == [401] * 5 + [429] * 2


async def test_t77_a_forged_forwarding_header_changes_nothing(guarded: Office) -> None:
    answers = []
    for number in range(12):
        browser = guarded.browser("198.51.100.1", **{"x-forwarded-for": f"10.{number}.0.1", "forwarded": "for=1.2.3.4"})
        answers.append((await browser.sign_in("ana@clinica.test", WRONG)).status_code)
    assert answers.count(401) == 5
    guarded.change_access(trusted_proxies=1)
    answers = []
    for number in range(12):
        forged = f"10.{number}.0.1, 172.16.{number}.1, 192.0.2.55"
        browser = guarded.browser("10.0.0.2", **{"x-forwarded-for": forged})
        answers.append((await browser.sign_in("eva@clinica.test", WRONG)).status_code)
    assert answers.count(401) == 5, "behind one proxy its own entry counts, the last one"


async def test_t77_ten_thousand_addresses_of_one_customer_share_a_limit(guarded: Office) -> None:
    answers = []
    for number in range(60):
        browser = guarded.browser(f"2001:db8:1:2:{number:x}::{number + 1:x}")
        answers.append((await browser.sign_in(f"p{number}@clinica.test", WRONG)).status_code)
    assert answers.count(401) == 30
    rng = random.Random(77)  # noqa: S311  # invented addresses
    many = {network_of(str(IPv6Address(0x20010DB800010002 << 64 | rng.getrandbits(64)))) for _ in range(10_000)}
    assert many == {"2001:db8:1:2::/64"}


def test_t77_which_address_counts() -> None:
    for peer, forwarded, proxies, found in (
        ("10.0.0.1", ["1.1.1.1"], 0, "10.0.0.1"),
        ("10.0.0.1", ["1.1.1.1"], 1, "1.1.1.1"),
        ("10.0.0.1", ["6.6.6.6, 1.1.1.1"], 1, "1.1.1.1"),
        ("10.0.0.1", ["6.6.6.6", "1.1.1.1"], 1, "1.1.1.1"),
        ("10.0.0.1", ["6.6.6.6, 1.1.1.1, 10.9.9.9"], 2, "1.1.1.1"),
        ("10.0.0.1", ["1.1.1.1"], 2, "10.0.0.1"),
        ("10.0.0.1", [], 1, "10.0.0.1"),
        ("10.0.0.1", ["1.1.1.1:4711"], 1, "1.1.1.1"),
        ("10.0.0.1", ["[2001:db8::1]:4711"], 1, "2001:db8::1"),
        ("10.0.0.1", ["2001:db8::1"], 1, "2001:db8::1"),
    ):
        assert client_address(peer, forwarded, trusted_proxies=proxies) == found
    for address, network in (
        ("203.0.113.77", "203.0.113.0/24"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("::ffff:203.0.113.77", "203.0.113.0/24"),
        ("2002:cb00:714d::1", "203.0.113.0/24"),
        ("testclient", UNKNOWN),
        ("", UNKNOWN),
        ("1.2.3.4%eth0", UNKNOWN),
        ("unix:", UNKNOWN),
    ):
        assert network_of(address) == network


def test_the_shipped_figures() -> None:
    limits = AttemptLimits()
    assert limits.account_a_minute <= 10
    keys = [one.key for one in sign_in_ceilings("a", "n", None, limits)]
    assert len(keys) == len(set(keys)) == 5
    assert sign_in_ceilings("a", "n", "d", replace(limits, device_a_minute=3))[0].count == 3
