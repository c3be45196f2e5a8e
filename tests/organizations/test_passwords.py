"""Are passwords kept as they were typed, expensively, and refused when everybody would guess them? (T79)"""

from __future__ import annotations

import asyncio
import threading
import time
from typing import Any

import argon2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recado.foundation.secrets import MasterKey
from recado.organizations.errors import SignInBusy, WeakPassword
from recado.organizations.models import Role
from recado.organizations.rules.passwords import check_password, common_words
from recado.organizations.service.passwords import Parameters, Passwords
from tests.support.access import CHEAP, PASSWORD, Office
from tests.support.jobs import rows

KEY = MasterKey(bytes(range(32)))
TEXT = st.text(min_size=8, max_size=128)
LONG = "a" * 72


def hashes() -> Passwords:
    return Passwords(KEY, CHEAP)


@given(first=TEXT, second=TEXT)
@settings(max_examples=60, deadline=None)
async def test_t79_two_different_passwords_never_open_for_each_other(first: str, second: str) -> None:
    passwords = hashes()
    try:
        stored = await passwords.hash(first)
        assert (await passwords.verify(stored, first)).right
        assert (await passwords.verify(stored, second)).right == (first == second)
    finally:
        passwords.close()


@pytest.mark.parametrize(
    ("typed", "other"),
    [
        (LONG + "1", LONG + "2"),
        (LONG, LONG + "1"),
        ("x" * 127 + "a", "x" * 127 + "b"),
        ("Senha-Boa-1", "senha-boa-1"),
        (" espaços dos lados ", "espaços dos lados"),
        ("caf\u00e9-com-leite", "cafe\u0301-com-leite"),
        ("nulo\x00depois-a", "nulo\x00depois-b"),
        ("💥" * 127 + "🐱", "💥" * 127 + "🐶"),
        ("solto-\ud800-aqui", "solto-\udfff-aqui"),
    ],
)
async def test_t79_nothing_is_cut_folded_or_trimmed(typed: str, other: str) -> None:
    passwords = hashes()
    stored = await passwords.hash(typed)
    assert (await passwords.verify(stored, typed)).right
    assert not (await passwords.verify(stored, other)).right
    passwords.close()


def test_t79_the_shipped_cost_is_the_floor() -> None:
    passwords = Passwords(KEY)
    stored = asyncio.run(passwords.hash("caneta-quadrada"))
    parameters = argon2.extract_parameters(stored)
    assert (parameters.type, parameters.time_cost, parameters.parallelism) == (argon2.Type.ID, 2, 1)
    assert parameters.memory_cost >= 19 * 1024
    passwords.close()


async def test_t79_the_database_alone_is_not_enough_to_guess() -> None:
    stored = await hashes().hash("caneta-quadrada")
    with pytest.raises(argon2.exceptions.VerifyMismatchError):
        argon2.PasswordHasher().verify(stored, "caneta-quadrada")
    assert not (await Passwords(MasterKey(bytes(32)), CHEAP).verify(stored, "caneta-quadrada")).right


async def test_t79_an_older_hash_is_made_anew_at_sign_in(house: Office) -> None:
    clinic = await house.organization("clinica")
    await house.person("ana@clinica.test", {clinic: Role.AGENT})
    before = rows(house.clone, "select password_hash, password_changed_at from users")
    house.change_access(passwords=Passwords(house.clone.key, Parameters(passes=2, memory_kib=128)))
    assert (await house.browser().sign_in("ana@clinica.test", "senha-errada-99")).status_code == 401
    assert rows(house.clone, "select password_hash, password_changed_at from users") == before
    assert (await house.browser().sign_in("ana@clinica.test")).status_code == 200
    after = rows(house.clone, "select password_hash, password_changed_at from users")
    assert argon2.extract_parameters(after[0][0]).memory_cost == 128
    assert after[0][1] == before[0][1], "the password did not change, its hash did"
    assert (await house.browser().sign_in("ana@clinica.test")).status_code == 200


async def test_t79_at_most_four_hashes_at_once_and_a_queue_with_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    passwords, lock = hashes(), threading.Lock()
    running, most = 0, 0

    def slow(*_args: Any) -> str:
        nonlocal running, most
        with lock:
            running += 1
            most = max(most, running)
        time.sleep(0.002)
        with lock:
            running -= 1
        return "hash"

    monkeypatch.setattr(argon2.PasswordHasher, "hash", slow)
    found = await asyncio.gather(*(passwords.hash(f"senha-{n}") for n in range(300)), return_exceptions=True)
    assert most == 4
    assert found.count("hash") == 260
    assert sum(isinstance(one, SignInBusy) for one in found) == 40
    assert await passwords.hash("depois") == "hash"
    passwords.close()


async def test_t79_two_hundred_sign_ins_leave_room_for_everything_else() -> None:
    passwords = Passwords(KEY)
    stored = await passwords.hash("caneta-quadrada")
    waits: list[float] = []
    done = asyncio.Event()

    async def something_else() -> None:
        while not done.is_set():
            began = time.perf_counter()
            await asyncio.sleep(0.001)
            waits.append(time.perf_counter() - began)

    watcher = asyncio.create_task(something_else())
    await asyncio.gather(*(passwords.verify(stored, f"palpite-{n}") for n in range(200)))
    done.set()
    await watcher
    assert sorted(waits)[int(len(waits) * 0.99)] < 0.2
    passwords.close()


@pytest.mark.parametrize(
    ("password", "reason"),
    [
        ("a1B2c3D", "too_short"),
        ("x" * 64 + "y" * 65, "too_long"),
        ("12345678", "common"),
        ("123456789012", "common"),
        ("00000000000", "common"),
        ("abababab", "common"),
        ("qwertyuiop", "common"),
        ("1q2w3e4r5t", "common"),
        ("Qwerty123!", "common"),
        ("asdfghjkl", "common"),
        ("zxcvbnm123", "common"),
        ("abcdefgh", "common"),
        ("password", "common"),
        ("P@ssw0rd2024", "common"),
        ("Senha@123", "common"),
        ("senha123456", "common"),
        ("$enh4Segura", "common"),
        ("Flamengo#1981", "common"),
        ("CORINTHIANS2012", "common"),
        ("Brasil2026!", "common"),
        ("mudar123", "common"),
        ("jesusteama", "common"),
        ("DeusÉFiel!!", "common"),
        ("gabriel2010", "common"),
        ("silva1234", "common"),
        ("minhasenha", "common"),
        ("senhasenha", "common"),
        ("amorzinho", "common"),
        ("16/07/1990", "common"),
        ("11987654321", "common"),
        ("Margarida88", "personal"),
        ("margarida.prado", "personal"),
        ("clinicavila!", "personal"),
        ("Cl1n1cavila2026", "personal"),
    ],
)
def test_t79_what_everybody_would_guess_is_refused(password: str, reason: str) -> None:
    about = ("Margarida Prado", "margarida.prado@clinicavila.test", "Clínica Vila")
    with pytest.raises(WeakPassword) as refused:
        check_password(password, about=about)
    assert refused.value.data["reason"] == reason


@pytest.mark.parametrize(
    "password",
    [
        PASSWORD,
        "correto cavalo bateria grampo",
        "xK9#mPq2vL",
        "tomada azul no telhado",
        "Zarabatana-47-Vulto",
        "ção~ãê§ºª#7",
        "💥🐱🐶🍕🚀🎈🎉🎲",
        "a" * 3 + "fjwoqz" + "b" * 119,
        "o sapo não lava o pé",
    ],
)
def test_t79_a_good_password_is_accepted(password: str) -> None:
    check_password(password, about=("Margarida Prado", "margarida.prado@clinicavila.test"))


@given(password=st.text(max_size=140))
def test_t79_judging_never_fails(password: str) -> None:
    accepted = True
    try:
        check_password(password, about=("", "x@y.test"))
    except WeakPassword:
        accepted = False
    assert not accepted or 8 <= len(password) <= 128


def test_the_list_is_there() -> None:
    assert len(common_words()) > 600
    assert {"senha", "flamengo", "password"} <= common_words()
