"""Does signing in let the right ones in, and tell the others nothing? (T28, second factor)"""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from dataclasses import replace

import pyotp
import pytest

from recado.organizations.models import Role
from recado.organizations.service.passwords import Parameters
from tests.support.access import DEVICE, HUGE, PASSWORD, REFRESH, Browser, Office, office
from tests.support.jobs import change, rows
from tests.support.postgres import Clone

DISABLE = "update users set disabled_at = now() where email = 'dora@clinica.test'"


async def people(house: Office) -> None:
    clinic = await house.organization("clinica")
    await house.person("ana@clinica.test", {clinic: Role.ORG_ADMIN})
    await house.person("dora@clinica.test", {clinic: Role.AGENT})
    await house.person("sem@lugar.test")


async def test_the_answer_has_what_the_contract_says(house: Office) -> None:
    await people(house)
    answer = await house.browser().sign_in(" Ana@CLINICA.test ")
    body = answer.json()
    assert body.keys() >= {"access_token", "expires_in", "user", "organization", "role", "permissions", "organizations"}
    assert body["expires_in"] == 600
    assert body["organization"].keys() == {"id", "name", "slug", "time_zone"}
    assert answer.headers["cache-control"] == "no-store"
    cookies = answer.headers.get_list("set-cookie")
    for name in (REFRESH, DEVICE):
        cookie = next(one for one in cookies if one.startswith(f"{name}="))
        attributes = {part.strip().lower() for part in cookie.split(";")[1:]}
        assert {"httponly", "secure", "path=/", "samesite=strict"} <= attributes
        assert not any(part.startswith("domain") for part in attributes)


async def test_t28_unknown_wrong_disabled_and_homeless_get_the_same_answer(house: Office) -> None:
    await people(house)
    change(house.clone, DISABLE)
    answers = [
        await house.browser().sign_in(email, password)
        for email, password in (
            ("ninguem@clinica.test", PASSWORD),
            ("ana@clinica.test", "outra-senha-1234"),
            ("dora@clinica.test", PASSWORD),
            ("dora@clinica.test", "outra-senha-1234"),
            ("sem@lugar.test", PASSWORD),
            ("isto não é e-mail", PASSWORD),
        )
    ]
    shapes = {(one.status_code, one.text, tuple(sorted(one.headers.keys()))) for one in answers}
    assert len(shapes) == 1, shapes
    assert answers[0].json()["code"] == "wrong_credentials"
    assert not any("set-cookie" in one.headers for one in answers)


@pytest.mark.slow
@pytest.mark.nightly
async def test_t28_time_does_not_tell_who_has_an_account(database: Clone) -> None:
    async with office(database, parameters=Parameters(passes=1, memory_kib=8 * 1024)) as house:
        await people(house)
        change(house.clone, DISABLE)
        browser = house.browser()
        emails = ("ana@clinica.test", "dora@clinica.test", "ninguem@clinica.test")
        # A pause of the machine may fall on one side; a difference of the product falls on it each time.
        medians: list[float] = []
        for _ in range(3):
            times = await times_of_refusals(browser, emails)
            known = times.pop("ana@clinica.test")
            if all(mann_whitney_z(known, other) < 3.3 for other in times.values()):
                return
            medians = [statistics.median(one) for one in (known, *times.values())]
        pytest.fail(f"who has an account shows in the time: {medians}")


async def times_of_refusals(browser: Browser, emails: tuple[str, ...]) -> dict[str, list[float]]:
    """Seconds that each of 160 refused sign-ins took, by e-mail."""
    times: dict[str, list[float]] = {email: [] for email in emails}
    for round_ in range(160):
        for email in emails[round_ % 3 :] + emails[: round_ % 3]:
            began = time.perf_counter()
            assert (await browser.sign_in(email, "senha-errada-qualquer")).status_code == 401
            times[email].append(time.perf_counter() - began)
    return times


def mann_whitney_z(first: list[float], second: list[float]) -> float:
    """How many standard deviations the rank sum lies from what two equal distributions give; 3.3 is p = 0.001."""
    ranked = sorted([(value, 0) for value in first] + [(value, 1) for value in second])
    ranks = sum(rank for rank, (_value, group) in enumerate(ranked, 1) if group == 0)
    n, m = len(first), len(second)
    mean, deviation = n * (n + m + 1) / 2, (n * m * (n + m + 1) / 12) ** 0.5
    return float(abs(ranks - mean) / deviation)


def test_the_measure_sees_a_difference() -> None:
    def spread(base: float) -> Iterator[float]:
        return (base + (index * 7919 % 100) / 1000 for index in range(160))

    assert mann_whitney_z(list(spread(1.0)), list(spread(1.0))) < 0.5
    assert mann_whitney_z(list(spread(1.0)), list(spread(1.03))) > 3.3


async def switched_on(ana: Browser) -> tuple[str, list[str]]:
    """Set up the second factor; return its secret and the recovery codes."""
    begun = await ana.post("/session/totp", {"password": PASSWORD})
    assert begun.status_code == 200, begun.text
    secret = begun.json()["secret"]
    assert begun.json()["uri"].startswith("otpauth://totp/Recado")
    wrong = await ana.post("/session/totp/confirm", {"code": "000000"})
    assert wrong.json()["code"] == "totp_required"
    confirmed = await ana.post("/session/totp/confirm", {"code": pyotp.TOTP(secret).at(int(time.time()) - 30)})
    assert confirmed.status_code == 200, confirmed.text
    return secret, confirmed.json()["recovery_codes"]


async def test_a_second_factor_is_asked_for_and_its_codes_work_once(house: Office) -> None:
    await people(house)
    ana = await house.signed_in("ana@clinica.test")
    assert (await ana.post("/session/totp", {"password": "errada-errada"})).status_code == 401
    secret, recovery = await switched_on(ana)
    assert (await ana.post("/session/totp", {"password": PASSWORD})).json()["code"] == "totp_already_on"

    missing = await house.browser().sign_in("ana@clinica.test")
    assert (missing.status_code, missing.json()["code"]) == (401, "totp_required")
    assert missing.json()["data"] == {"reason": "missing"}
    code = pyotp.TOTP(secret).now()
    assert (await house.browser().sign_in("ana@clinica.test", "senha-errada-99", totp=code)).json()["code"] == (
        "wrong_credentials"
    )
    assert (await house.browser().sign_in("ana@clinica.test", totp=code)).status_code == 200
    replayed = await house.browser().sign_in("ana@clinica.test", totp=code)
    assert replayed.json()["data"] == {"reason": "wrong"}, "a code that was used opens nothing"
    spare = recovery[0]
    assert (await house.browser().sign_in("ana@clinica.test", totp=spare.upper())).status_code == 200
    assert (await house.browser().sign_in("ana@clinica.test", totp=spare)).status_code == 401
    assert (await ana.post("/session/totp/drop", {"password": PASSWORD})).status_code == 204
    assert (await house.browser().sign_in("ana@clinica.test")).status_code == 200


async def test_guessing_codes_is_stopped_without_locking_the_owner_out_of_their_password(database: Clone) -> None:
    async with office(database, limits=replace(HUGE, codes_a_quarter=5)) as house:
        await people(house)
        ana = await house.signed_in("ana@clinica.test")
        await switched_on(ana)
        seen = [(await house.browser().sign_in("ana@clinica.test", totp=f"{n:06}")).json()["code"] for n in range(8)]
        assert seen.count("totp_required") <= 5
        assert seen[-1] == "too_many_attempts"


async def test_secrets_are_not_readable_in_the_database(house: Office) -> None:
    await people(house)
    ana = await house.signed_in("ana@clinica.test")
    secret, recovery = await switched_on(ana)
    run_dump = _dump(house)
    for clear in (
        PASSWORD,
        secret,
        ana.cookies[REFRESH],
        ana.cookies[DEVICE],
        recovery[0].replace("-", ""),
        "203.0.113",
    ):
        assert clear not in run_dump
        assert clear.encode().hex() not in run_dump


def _dump(house: Office) -> str:
    tables = "users recovery_codes user_sessions refresh_tokens known_devices attempt_windows members audit_entries"
    return "\n".join(str(rows(house.clone, f"select t::text from {table} t")) for table in tables.split())  # noqa: S608
