"""Can what the provider's API says about a file lead us, and its token, somewhere inside? (T33)"""

from __future__ import annotations

import aiohttp
import pytest

from recado.channels.adapter import MediaUnavailable
from recado.channels.adapters.whatsapp_cloud.adapter import WhatsAppCloud
from recado.foundation.egress.models import Origin
from recado.foundation.egress.policy import Policy
from tests.channels.whatsapp_cloud.provider import TOKEN, Provider, account, http, running
from tests.foundation.egress.hostile_urls import everything, providers
from tests.foundation.egress.support import Names, authority, ok, serving, walled
from tests.foundation.egress.test_t33_addresses import Gullible, dialled


def told(provider: Provider, url: str) -> bytes:
    return http({"id": "900", "url": url, "mime_type": "image/jpeg"})


async def test_t33_no_address_of_the_corpus_is_dialled_for_a_file() -> None:
    passed: list[object] = []
    async with running() as provider, aiohttp.ClientSession() as session, walled(resolver=Gullible()) as wall:
        cloud = WhatsAppCloud(session, wall)
        for url in [*everything(), *providers()]:
            if "\ud800" in url or len(url) > 4_000:
                continue
            provider.will(told(provider, url))
            with dialled() as seen:
                try:
                    await cloud.fetch_media(account(provider.url), "900")
                    passed.append((url, "fetched"))
                except MediaUnavailable as refused:
                    if refused.code != "unsafe_url":
                        passed.append((url, refused.code))
            if [address for address in seen if address != "127.0.0.1"] or len(seen) > 1:
                passed.append((url, seen[:]))  # one connect is the API's own
    assert passed == []


async def test_a_file_on_the_providers_other_host_is_fetched_through_the_wall() -> None:
    ours = authority()
    async with running() as provider, serving(ok(b"bytes"), tls=ours.server("lookaside.fbsbx.com")) as files:
        origin = Origin("https", "lookaside.fbsbx.com", files.port)
        names = Names({"lookaside.fbsbx.com": ["127.0.0.1"]})
        async with (
            aiohttp.ClientSession() as session,
            walled(Policy(exceptions=frozenset({origin})), resolver=names, tls=ours.trusting()) as wall,
        ):
            provider.will(told(provider, f"{origin}/whatsapp_business/attachments/?mid=1&ext=2&hash=a%2Db"))
            file = await WhatsAppCloud(session, wall).fetch_media(account(provider.url), "900")
        assert file.content == b"bytes"
        assert files.heads[0].startswith(b"GET /whatsapp_business/attachments/?mid=1&ext=2&hash=a%2Db HTTP/1.1\r\n")
        assert f"Authorization: Bearer {TOKEN}\r\n".encode() in files.heads[0]
        assert b"Host: lookaside.fbsbx.com:" in files.heads[0]
        assert names.asked == ["lookaside.fbsbx.com"]


async def test_without_a_way_out_nothing_elsewhere_is_fetched() -> None:
    async with running() as provider, aiohttp.ClientSession() as session:
        provider.will(told(provider, "https://lookaside.fbsbx.com/x"))
        with pytest.raises(MediaUnavailable) as refused:
            await WhatsAppCloud(session).fetch_media(account(provider.url), "900")
    assert (refused.value.code, refused.value.gone) == ("unsafe_url", False)
