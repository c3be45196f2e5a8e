"""Is it told what is wrong with a number, what Meta thinks of it, and which templates it has?"""

from __future__ import annotations

import dataclasses

import pytest

from recado.channels.adapter import AccountUnavailable
from recado.channels.adapters.whatsapp_cloud.adapter import WhatsAppCloud
from recado.channels.models import Json
from tests.channels.whatsapp_cloud.provider import RESET, Provider, account, http

NUMBER: Json = {
    "id": "400000000000001",
    "display_phone_number": "+55 11 4000-0001",
    "verified_name": "Clínica Rex",
    "name_status": "APPROVED",
    "quality_rating": "GREEN",
    "status": "CONNECTED",
    "platform_type": "CLOUD_API",
    "throughput": {"level": "STANDARD"},
    "whatsapp_business_manager_messaging_limit": "TIER_2K",
}


async def test_a_number_that_works(cloud: WhatsAppCloud, provider: Provider) -> None:
    provider.will(http(NUMBER))
    assert await cloud.check(account(provider.url)) == ""
    number = await cloud.phone_number(account(provider.url))
    assert (number.display, number.name, number.quality) == ("+55 11 4000-0001", "Clínica Rex", "GREEN")
    assert (number.throughput, number.messaging_limit, number.coexistence) == ("STANDARD", "TIER_2K", False)
    assert provider.requests[0].path.startswith("/v25.0/400000000000001?fields=id")


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (http({"error": {"code": 190}}, 401), "token_invalid"),
        (http({"error": {"code": 0}}, 401), "token_invalid"),
        (http({"error": {"code": 10}}, 403), "permission_missing"),
        (http({"error": {"code": 200}}, 403), "permission_missing"),
        (http({"error": {"code": 100, "error_subcode": 33}}, 400), "number_unknown"),
        (http({"error": {"code": 133010}}, 400), "number_unregistered"),
        (http({"error": {"code": 131031}}, 403), "account_restricted"),
        (http({"error": {"code": 131042}}, 400), "payment_missing"),
        (http({"error": {"code": 2}}, 503), "provider"),
        (http({"error": {"code": 77}}, 401), "token_invalid"),
        (http(b"<html>", 502), "provider"),
        (http(b"", 200), "provider"),
        (RESET, "network"),
    ],
)
async def test_what_is_wrong(cloud: WhatsAppCloud, provider: Provider, answer: bytes | str, code: str) -> None:
    provider.will(answer)
    assert await cloud.check(account(provider.url)) == code


@pytest.mark.parametrize(
    ("secret", "code"),
    [
        ("app_secret", "app_secret_missing"),
        ("verify_token", "verify_token_missing"),
        ("access_token", "token_missing"),
    ],
)
async def test_what_was_not_filled_in(cloud: WhatsAppCloud, provider: Provider, secret: str, code: str) -> None:
    whole = account(provider.url)
    secrets = {name: value for name, value in whole.secrets.items() if name != secret}
    assert await cloud.check(dataclasses.replace(whole, secrets=secrets)) == code
    assert provider.requests == []


async def test_templates_of_all_pages(cloud: WhatsAppCloud, provider: Provider) -> None:
    def page(name: str, after: str = "") -> bytes:
        paging: Json = {"cursors": {"after": after or "end"}}
        if after:
            # The address that Meta writes down is another host here: it must not be followed.
            paging["next"] = "https://evil.example/next"
        row = {"id": name, "name": name, "language": "pt_BR", "status": "APPROVED", "components": []}
        return http({"data": [row], "paging": paging})

    provider.will(page("um", "c1"), page("dois", "c2"), page("tres"))
    templates = await cloud.list_templates(account(provider.url))
    assert [template.name for template in templates] == ["um", "dois", "tres"]
    paths = [request.path for request in provider.requests]
    assert all(path.startswith("/v25.0/300000000000001/message_templates?") for path in paths)
    assert "parameter_format" in paths[0]
    assert "after=c1" in paths[1]
    assert "after=c2" in paths[2]


async def test_a_cursor_that_does_not_move_ends_the_listing(cloud: WhatsAppCloud, provider: Provider) -> None:
    provider.will(http({"data": [], "paging": {"cursors": {"after": "same"}, "next": "x"}}))
    assert await cloud.list_templates(account(provider.url)) == ()
    assert len(provider.requests) == 2


async def test_templates_that_cannot_be_had(cloud: WhatsAppCloud, provider: Provider) -> None:
    provider.will(http({"error": {"code": 10}}, 403))
    with pytest.raises(AccountUnavailable) as error:
        await cloud.list_templates(account(provider.url))
    assert error.value.code == "permission_missing"
    with pytest.raises(AccountUnavailable) as error:
        await cloud.list_templates(account(provider.url, waba_id="../me"))
    assert error.value.code == "waba_id"
