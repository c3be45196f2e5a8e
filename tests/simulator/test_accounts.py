"""Are businesses registered, proved, separated and managed as the provider does it?"""

from __future__ import annotations

import asyncio

import pytest

from tests.simulator.business import APP, NUMBER, PHONE, SECRET, TOKEN, WABA, Business, Desk, account, until

SECOND = {
    "phone_number_id": "400000000000002",
    "waba_id": "300000000000002",
    "display_phone_number": "+55 31 4000-0002",
}


async def test_declaring_twice_changes_nothing_and_secrets_stay_inside(desk: Desk, business: Business) -> None:
    for _ in range(2):
        status, answer = await desk.control("POST", "accounts", account(business))
        assert status == 200
        assert answer["verified"] is True
        assert not {"app_secret", "access_token", "verify_token"} & set(answer)
    _, listed = await desk.control("GET", "accounts")
    assert len(listed["accounts"]) == 1
    assert SECRET not in str(listed)
    assert TOKEN not in str(listed)


async def test_a_missing_setting_is_named(desk: Desk, business: Business) -> None:
    wanted = account(business, phone_number_id="400000000000003")
    del wanted["app_secret"]
    assert await desk.control("POST", "accounts", wanted) == (400, {"error": "app_secret is missing"})


async def test_a_callback_that_answers_wrongly_is_not_believed(desk: Desk, business: Business) -> None:
    wanted = account(business, **SECOND, verify_token="errado")
    await desk.control("POST", "accounts", wanted)
    world = desk.simulator.parts.world
    await until(lambda: "403" in world.accounts.choose("400000000000002").callback_state)
    assert not world.accounts.choose("400000000000002").verified
    await desk.say({"text": "oi", "account": "400000000000002"})
    await asyncio.sleep(0.1)
    assert business.raw == []
    await desk.control("POST", "accounts", {**wanted, "verify_token": "verifique"})
    await business.until(business.messages)


async def test_several_accounts_have_own_threads_and_must_be_named(desk: Desk, business: Business) -> None:
    await desk.control("POST", "accounts", account(business, **SECOND, name="Auto Center"))
    await until(lambda: desk.simulator.parts.world.accounts.choose("400000000000002").verified)
    status, answer = await desk.control("POST", f"phones/{PHONE}/messages", {"text": "oi"})
    assert status == 409
    assert NUMBER in answer["error"]
    await desk.say({"text": "oi, clínica", "account": NUMBER})
    await desk.say({"text": "oi, oficina", "account": "400000000000002"})
    await desk.say("de novo")
    await business.until(lambda: len(business.messages()) == 3)
    ids = {value["metadata"]["phone_number_id"]: value["messages"][0]["from_user_id"] for value in business.values()}
    assert len(set(ids.values())) == 2
    assert [one["text"] for one in await desk.on_phone(query=f"?account={NUMBER}")] == ["oi, clínica"]
    assert len(await desk.on_phone()) == 3


async def test_facts_of_a_number_come_as_asked(desk: Desk) -> None:
    _, row = await desk.graph("GET", f"{NUMBER}?fields=verified_name,whatsapp_business_manager_messaging_limit")
    assert row == {
        "id": NUMBER,
        "verified_name": "Clínica Bicho Feliz",
        "whatsapp_business_manager_messaging_limit": "TIER_2K",
    }
    _, listed = await desk.graph("GET", f"{WABA}/phone_numbers")
    assert listed["data"][0]["display_phone_number"] == "+55 11 4000-0001"


async def test_register_profile_and_deregister(desk: Desk) -> None:
    pin = {"messaging_product": "whatsapp", "pin": "123456"}
    assert (await desk.graph("POST", f"{NUMBER}/register", {**pin, "pin": "12"}))[1]["error"]["code"] == 100
    assert await desk.graph("POST", f"{NUMBER}/register", pin) == (200, {"success": True})
    assert (await desk.graph("POST", f"{NUMBER}/register", {**pin, "pin": "654321"}))[1]["error"]["code"] == 133005
    await desk.graph("POST", f"{NUMBER}/deregister")
    await desk.say("oi")
    assert (await desk.send_text("olá"))[1]["error"]["code"] == 133010
    await desk.graph("POST", f"{NUMBER}/register", pin)
    assert (await desk.send_text("olá"))[0] == 200
    about = {"messaging_product": "whatsapp", "about": "Aberto até as 19h", "websites": ["https://a.example"]}
    assert await desk.graph("POST", f"{NUMBER}/whatsapp_business_profile", about) == (200, {"success": True})
    _, profile = await desk.graph("GET", f"{NUMBER}/whatsapp_business_profile?fields=about")
    assert profile == {"data": [{"messaging_product": "whatsapp", "about": "Aberto até as 19h"}]}
    long = {"messaging_product": "whatsapp", "about": "x" * 140}
    assert (await desk.graph("POST", f"{NUMBER}/whatsapp_business_profile", long))[0] == 400


async def test_an_app_takes_a_callback_only_after_its_challenge(desk: Desk, business: Business) -> None:
    _, granted = await desk.graph("GET", f"oauth/access_token?client_id={APP}&client_secret={SECRET}", token="")
    token = granted["access_token"]
    wanted = {
        "object": "whatsapp_business_account",
        "callback_url": f"{business.url}/nada",
        "verify_token": "verifique",
    }
    status, answer = await desk.graph("POST", f"{APP}/subscriptions", wanted, token=token)
    assert (status, answer["error"]["code"]) == (400, 2200)
    wanted["callback_url"] = f"{business.url}/webhooks/whatsapp?versao=2"
    assert (await desk.graph("POST", f"{APP}/subscriptions", wanted, token=token))[0] == 200
    _, listed = await desk.graph("GET", f"{APP}/subscriptions", token=token)
    assert listed["data"][0]["callback_url"] == wanted["callback_url"]
    assert listed["data"][0]["active"] is True


async def test_a_token_can_be_examined(desk: Desk) -> None:
    _, good = await desk.graph("GET", f"debug_token?input_token={TOKEN}")
    assert good["data"]["is_valid"] is True
    assert good["data"]["granular_scopes"][0]["target_ids"] == [WABA]
    _, bad = await desk.graph("GET", "debug_token?input_token=nada")
    assert bad["data"]["is_valid"] is False


async def test_management_calls_are_limited(desk: Desk) -> None:
    await desk.control("POST", "limits", {"management_per_hour": 3})
    codes = [(await desk.graph("GET", f"{WABA}/message_templates"))[0] for _ in range(4)]
    assert codes == [200, 200, 200, 400]
    _, answer = await desk.graph("GET", f"{WABA}/message_templates")
    assert answer["error"]["code"] == 80007


@pytest.mark.parametrize("path", ["123456", "123456/messages", f"{NUMBER}/nada", f"{WABA}/messages", "me"])
async def test_what_does_not_exist(desk: Desk, path: str) -> None:
    status, answer = await desk.graph("POST", path, {"messaging_product": "whatsapp"})
    assert (status, answer["error"]["code"], answer["error"]["error_subcode"]) == (400, 100, 33)


async def test_any_version_is_served_and_echoed(desk: Desk) -> None:
    for version in ("v17.0", "v26.0"):
        url = f"{desk.simulator.url}/{version}/{NUMBER}"
        async with desk.http.get(url, headers={"Authorization": f"Bearer {TOKEN}"}) as answer:
            assert answer.status == 200
            assert answer.headers["facebook-api-version"] == version


async def test_trouble_and_quality_are_told(desk: Desk, business: Business) -> None:
    for change in ({"state": "restricted"}, {"state": "locked"}, {"state": "ok"}, {"quality": "RED"}):
        await desk.control("POST", "accounts", account(business, **change))
    await business.until(lambda: len(business.values("account_update")) == 3)
    events = [value["event"] for value in business.values("account_update")]
    assert sorted(events) == ["ACCOUNT_RESTRICTION", "DISABLED_UPDATE", "DISABLED_UPDATE"]
    quality = (await business.until(lambda: business.values("phone_number_quality_update")))[0]
    assert quality["event"] == "FLAGGED"
    _, row = await desk.graph("GET", f"{NUMBER}?fields=quality_rating")
    assert row["quality_rating"] == "RED"


async def test_declaring_again_delivers_what_was_missed(desk: Desk, business: Business) -> None:
    await desk.control("POST", "habits", {"retry_gaps_s": [60]})
    business.statuses_to_answer = [502]
    await desk.say("alguém aí?")
    await business.until(business.raw.copy)
    await desk.control("POST", "accounts", account(business))
    await business.until(lambda: len(business.raw) == 2)
    assert len(set(business.raw)) == 1


async def test_an_example_file_gets_a_handle(desk: Desk) -> None:
    _, session = await desk.graph("POST", f"{APP}/uploads?file_name=a.png&file_length=3&file_type=image/png")
    url = f"{desk.simulator.url}/v25.0/{session['id']}"
    headers = {"Authorization": f"OAuth {TOKEN}", "file_offset": "0"}
    async with desk.http.post(url, data=b"abc", headers=headers) as answer:
        assert answer.status == 200
        assert (await answer.json())["h"].startswith("4::")
    assert (await desk.graph("POST", f"{APP}/uploads?file_name=a.png"))[0] == 400
