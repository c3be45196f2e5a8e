"""Do bytes come and go whole, within their limits, and without the token straying?"""

from __future__ import annotations

import base64
import hashlib
from typing import Any

import pytest

from recado.channels.adapter import MediaFile, MediaUnavailable
from recado.channels.adapters.whatsapp_cloud import media
from recado.channels.adapters.whatsapp_cloud.adapter import WhatsAppCloud
from recado.channels.models import Json
from tests.channels.whatsapp_cloud.provider import RESET, TOKEN, Provider, account, http

CONTENT = b"\xff\xd8\xff picture"
DIGEST = hashlib.sha256(CONTENT)


def told(provider: Provider, **more: Any) -> bytes:
    described: Json = {
        "messaging_product": "whatsapp",
        "id": "900",
        "url": f"{provider.url}/bytes/900?ext=1",
        "mime_type": "image/jpeg",
        "sha256": DIGEST.hexdigest(),
        "file_size": len(CONTENT),
        **more,
    }
    return http({key: value for key, value in described.items() if value is not None})


def picture(content: bytes = CONTENT, status: int = 200) -> bytes:
    return http(content, status, kind="image/jpeg")


async def unavailable(cloud: WhatsAppCloud, provider: Provider, *answers: bytes | str) -> tuple[str, bool]:
    provider.will(*answers)
    with pytest.raises(MediaUnavailable) as error:
        await cloud.fetch_media(account(provider.url), "900")
    return error.value.code, error.value.gone


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"sha256": base64.b64encode(DIGEST.digest()).decode()},
        {"sha256": DIGEST.hexdigest().upper()},
        {"sha256": None},
        {"file_size": str(len(CONTENT))},
        {"file_size": None},
        {"file_size": "many"},
    ],
)
async def test_fetch(cloud: WhatsAppCloud, provider: Provider, more: Json) -> None:
    provider.will(told(provider, **more), picture())
    file = await cloud.fetch_media(account(provider.url), "900")
    assert (file.content, file.mime_type) == (CONTENT, "image/jpeg")
    asked, fetched = provider.requests
    assert asked.path == "/v25.0/900?phone_number_id=400000000000001"
    assert fetched.path == "/v25.0/bytes/900?ext=1"
    assert asked.headers["authorization"] == fetched.headers["authorization"] == f"Bearer {TOKEN}"
    assert fetched.headers["user-agent"] == "recado"


async def test_an_address_that_ran_out_is_asked_for_again_once(cloud: WhatsAppCloud, provider: Provider) -> None:
    provider.will(told(provider), picture(b"", 404), told(provider), picture())
    assert (await cloud.fetch_media(account(provider.url), "900")).content == CONTENT
    assert len(provider.requests) == 4


async def test_an_address_that_ran_out_twice_is_gone(cloud: WhatsAppCloud, provider: Provider) -> None:
    answers = (told(provider), picture(b"", 404), told(provider), picture(b"", 404))
    assert await unavailable(cloud, provider, *answers) == ("http_404", True)
    assert len(provider.requests) == 4


@pytest.mark.parametrize(
    "url",
    [
        "http://evil.example/900",
        "http://127.0.0.1.evil.example/900",
        "http://user@127.0.0.1/900",
        "https://user:pass@evil.example/900",
        "ftp://127.0.0.1/900",
        "file:///etc/passwd",
        "//evil.example/900",
        "/900",
        "",
        "http://[::1",
        "http://10.0.0.7/900",
    ],
)
async def test_the_token_goes_to_no_other_place(cloud: WhatsAppCloud, provider: Provider, url: str) -> None:
    assert await unavailable(cloud, provider, told(provider, url=url)) == ("unsafe_url", False)
    assert len(provider.requests) == 1


async def test_a_redirect_is_not_followed(cloud: WhatsAppCloud, provider: Provider) -> None:
    moved = http(b"", 302, Location=f"{provider.url}/elsewhere")
    assert await unavailable(cloud, provider, told(provider), moved) == ("http_302", False)
    assert len(provider.requests) == 2


@pytest.mark.parametrize(
    ("answers", "code", "gone"),
    [
        ([http({"error": {"code": 100, "error_subcode": 33}}, 400)], "100", True),
        ([http({"error": {"code": 190}}, 401)], "190", False),
        ([http({"error": {"code": 131016}}, 500)], "131016", False),
        ([http(b"", 404)], "http_404", True),
        ([http(b"x", 200)], "http_200", False),
        ([RESET], "cut", False),
        (["told", RESET], "cut", False),
        (["told", picture(CONTENT, 500)], "http_500", False),
        (["told", picture(b"other bytes")], "sha256_mismatch", False),
        (["told", http(CONTENT, length=5_000)], "cut", False),
    ],
)
async def test_unavailable(
    cloud: WhatsAppCloud, provider: Provider, answers: list[bytes | str], code: str, gone: bool
) -> None:
    ready = [told(provider) if answer == "told" else answer for answer in answers]
    assert await unavailable(cloud, provider, *ready) == (code, gone)


async def test_too_large_is_told_before_and_while_fetching(
    cloud: WhatsAppCloud, provider: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(media, "DOWNLOAD_CAPS", {"image": 100})
    assert await unavailable(cloud, provider, told(provider, file_size=101)) == ("too_large", True)
    assert await unavailable(cloud, provider, told(provider), picture(b"x" * 101)) == ("too_large", True)
    # A body that never said how long it is ends at the cap as well.
    endless = b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + b"x" * 300_000
    assert (await unavailable(cloud, provider, told(provider), endless))[0] == "cut"


async def test_upload(cloud: WhatsAppCloud, provider: Provider) -> None:
    provider.will(http({"id": "901"}))
    file = MediaFile(b"OggS voice", "audio/ogg; codecs=opus", 'vo"z\r\n.ogg')
    assert await cloud.upload_media(account(provider.url), file) == "901"
    (request,) = provider.requests
    assert (request.method, request.path) == ("POST", "/v25.0/400000000000001/media")
    assert request.headers["content-type"].startswith("multipart/form-data")
    for part in (b'name="messaging_product"', b"whatsapp", b'name="type"', b"audio/ogg", b"OggS voice", b"voz.ogg"):
        assert part in request.body


async def test_upload_without_a_name_gets_one(cloud: WhatsAppCloud, provider: Provider) -> None:
    provider.will(http({"id": "901"}))
    await cloud.upload_media(account(provider.url), MediaFile(b"x", "image/jpeg"))
    assert b'filename="arquivo.jpg"' in provider.requests[0].body


@pytest.mark.parametrize(
    ("file", "code"),
    [
        (MediaFile(b"", "image/jpeg"), "empty"),
        (MediaFile(b"x", ""), "type_not_allowed"),
        (MediaFile(b"x", "image/gif"), "type_not_allowed"),
        (MediaFile(b"x", "video/quicktime"), "type_not_allowed"),
        (MediaFile(b"x", "audio/wav"), "type_not_allowed"),
        (MediaFile(b"x" * (5 * media.MEGABYTE + 1), "image/png"), "too_large"),
        (MediaFile(b"x" * (500 * 1024 + 1), "image/webp"), "too_large"),
        (MediaFile(b"x" * (16 * media.MEGABYTE + 1), "video/mp4"), "too_large"),
    ],
)
async def test_upload_refused_without_asking(
    cloud: WhatsAppCloud, provider: Provider, file: MediaFile, code: str
) -> None:
    provider.will(http({"id": "901"}))
    with pytest.raises(MediaUnavailable) as error:
        await cloud.upload_media(account(provider.url), file)
    assert (error.value.code, error.value.gone) == (code, True)
    assert provider.requests == []


@pytest.mark.parametrize(
    ("answer", "code", "gone"),
    [
        (http({}), "no_id", False),
        (http({"error": {"code": 131053}}, 400), "131053", False),
        (http({"error": {"code": 131009}}, 400), "131009", True),
        (RESET, "cut", False),
    ],
)
async def test_upload_that_failed(
    cloud: WhatsAppCloud, provider: Provider, answer: bytes | str, code: str, gone: bool
) -> None:
    provider.will(answer)
    with pytest.raises(MediaUnavailable) as error:
        await cloud.upload_media(account(provider.url), MediaFile(b"x", "application/pdf", "a.pdf"))
    assert (error.value.code, error.value.gone) == (code, gone)


async def test_incomplete_channel_has_no_media(cloud: WhatsAppCloud) -> None:
    with pytest.raises(MediaUnavailable) as error:
        await cloud.fetch_media(account("http://graph.example"), "900")
    assert (error.value.code, error.value.gone) == ("graph_url", False)
