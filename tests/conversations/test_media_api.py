"""Who gets which bytes from the media routes, and can anything served there do harm?"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import quote
from uuid import uuid4

import httpx
import pytest

from recado.channels import media_types
from recado.foundation.files import key_of
from recado.organizations.models import Role
from tests.support.access import Browser
from tests.support.jobs import change, rows, until
from tests.support.media_desk import Desk, connected, media_desk, served
from tests.support.postgres import Clone

PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x10\x00\x00\x00\x10\x08\x02\x00\x00\x00" + bytes(range(256)) * 400
)
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@pytest.fixture
async def desk(database: Clone, tmp_path: Path) -> AsyncIterator[Desk]:
    async with media_desk(database, tmp_path / "media") as found:
        yield found


async def put(browser: Browser, content: bytes, name: str = "foto.png", **headers: str) -> httpx.Response:
    return await browser.request("POST", "/media", content=content, headers={"x-filename": quote(name), **headers})


async def test_T45_stranger_wrong_role_other_organization_and_owner(desk: Desk) -> None:
    media = await desk.media(PNG, "image/png", "foto.png")
    stranger = desk.office.browser()
    assert (await stranger.get(f"/media/{media}")).status_code == 401
    assert (await put(stranger, PNG, **{"content-type": "image/png"})).status_code == 401
    viewer = await desk.sign_in("vera", Role.VIEWER)
    assert (await put(viewer, PNG)).status_code == 403
    foreigner = await desk.sign_in("fabio", Role.ORG_ADMIN, desk.other)
    foreign = await foreigner.get(f"/media/{media}")
    absent = await foreigner.get(f"/media/{uuid4()}")
    assert (foreign.status_code, foreign.json()) == (absent.status_code, absent.json())
    assert (foreign.status_code, foreign.json()["code"]) == (404, "media_not_found")
    answer = await viewer.get(f"/media/{media}")
    assert (answer.status_code, answer.content) == (200, PNG)


async def test_T45_a_shared_link_ends_with_the_session_of_whoever_shared_it(desk: Desk) -> None:
    media = await desk.media(PNG, "image/png")
    ana = await desk.sign_in("ana", Role.AGENT)
    assert (await ana.get(f"/media/{media}")).status_code == 200
    token = ana.token
    assert (await ana.delete("/session")).status_code < 300
    await asyncio.sleep(1.0)  # what revocation is given to reach every process
    thief = desk.office.browser()
    thief.token = token
    assert (await thief.get(f"/media/{media}")).status_code == 401
    for query in (f"?access_token={token}", f"?token={token}"):
        assert (await desk.office.browser().get(f"/media/{media}{query}")).status_code == 401


async def test_T45_an_agent_sees_what_is_theirs_or_nobodys(desk: Desk) -> None:
    media = await desk.media(PNG, "image/png")
    agents = [await desk.sign_in(name, Role.AGENT) for name in ("ana", "bia")]
    operator = await desk.sign_in("olga", Role.OPERATOR)
    ((ana,),) = rows(desk.office.clone, "select id from users where email = 'ana@exemplo.test'")
    assert [(await agent.get(f"/media/{media}")).status_code for agent in agents] == [200, 200]
    change(desk.office.clone, "update conversations set assignee_id = %s", ana)
    assert [(await agent.get(f"/media/{media}")).status_code for agent in agents] == [200, 404]
    assert (await operator.get(f"/media/{media}")).status_code == 200


async def test_an_upload_arrives_and_can_be_looked_at_by_whoever_brought_it(desk: Desk) -> None:
    ana, bia = await desk.sign_in("ana", Role.AGENT), await desk.sign_in("bia", Role.AGENT)
    answer = await put(ana, PNG, "../Fotografia do Rex – março.png", **{"content-type": "text/html"})
    assert answer.status_code == 201
    told = answer.json()
    assert (told["mime_type"], told["size"]) == ("image/png", len(PNG))
    assert set(told) == {"media_id", "mime_type", "size"}
    assert rows(desk.office.clone, "select filename from uploads") == [("Fotografia do Rex – março.png",)]
    assert (await ana.get(f"/media/{told['media_id']}")).content == PNG
    assert (await bia.get(f"/media/{told['media_id']}")).status_code == 404


@pytest.mark.parametrize(
    ("content", "status", "code"),
    [
        (SVG, 422, "unsupported_media"),
        (b"<!doctype html><script>alert(1)</script>", 422, "unsupported_media"),
        (b"MZ\x90\x00" + bytes(100), 422, "unsupported_media"),
        (b"GIF89a\x10\x00\x10\x00", 422, "unsupported_media"),
        (b"", 422, "empty_file"),
        (PNG + bytes(5 * 1024 * 1024), 413, "too_large"),
    ],
)
async def test_T44_a_refused_upload_leaves_nothing(desk: Desk, content: bytes, status: int, code: str) -> None:
    ana = await desk.sign_in("ana", Role.AGENT)
    answer = await put(ana, content, **{"content-type": "image/png"})
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert rows(desk.office.clone, "select * from uploads") == []
    assert [path for path in desk.folder.rglob("*") if path.is_file()] == []


async def test_a_body_that_says_it_is_too_large_is_not_read(desk: Desk) -> None:
    ana = await desk.sign_in("ana", Role.AGENT)
    answer = await put(ana, b"x", **{"content-length": str(media_types.LARGEST + 1)})
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")


@pytest.mark.parametrize(
    ("mime", "kind"),
    [
        ("image/png", "inline"),
        ("audio/ogg", "inline"),
        ("video/mp4", "inline"),
        ("application/pdf", "attachment"),
        ("text/plain", "attachment"),
        ("application/octet-stream", "attachment"),
    ],
)
async def test_T44_what_is_served_cannot_run(desk: Desk, mime: str, kind: str) -> None:
    media = await desk.media(SVG, mime, 'nota "fiscal".svg')
    answer = await (await desk.sign_in("ana", Role.AGENT)).get(f"/media/{media}")
    assert answer.content == SVG
    assert answer.headers["content-type"] == mime
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["content-security-policy"] == "sandbox; default-src 'none'"
    assert answer.headers["cache-control"] == "private, no-store"
    said = answer.headers["content-disposition"]
    assert said == f"{kind}; filename=\"nota _fiscal_.svg\"; filename*=UTF-8''nota%20_fiscal_.svg"


async def test_a_file_on_its_way_and_one_that_never_came_say_so(desk: Desk) -> None:
    ana = await desk.sign_in("ana", Role.AGENT)
    pending, failed = (
        await desk.media(PNG, "image/png", state="pending"),
        await desk.media(PNG, "image/png", state="failed"),
    )
    lost = await desk.media(PNG, "image/png")
    await desk.files.remove(key_of(desk.clinic, lost))
    answers = [await ana.get(f"/media/{id_}") for id_ in (pending, failed, lost)]
    assert [(one.status_code, one.json()["code"], one.json()["data"]) for one in answers] == [
        (409, "media_pending", {}),
        (410, "media_gone", {"reason": "http_404"}),
        (410, "media_gone", {"reason": "file_lost"}),
    ]


async def test_a_player_may_ask_for_a_part(desk: Desk) -> None:
    ana = await desk.sign_in("ana", Role.AGENT)
    media = await desk.media(PNG, "video/mp4")
    part = await ana.get(f"/media/{media}", headers={"range": "bytes=10-19"})
    assert (part.status_code, part.content) == (206, PNG[10:20])
    assert (part.headers["content-range"], part.headers["content-length"]) == (f"bytes 10-19/{len(PNG)}", "10")
    end = await ana.get(f"/media/{media}", headers={"range": "bytes=-5"})
    assert end.content == PNG[-5:]
    beyond = await ana.get(f"/media/{media}", headers={"range": f"bytes={len(PNG)}-"})
    assert (beyond.status_code, beyond.headers["content-range"]) == (416, f"bytes */{len(PNG)}")
    for headers in ({"range": "bytes=0-1,3-4"}, {"range": "bytes=5-1"}, {"range": "bytes=0-9", "if-range": '"x"'}, {}):
        whole = await ana.get(f"/media/{media}", headers=headers)
        assert (whole.status_code, whole.content, whole.headers["accept-ranges"]) == (200, PNG, "bytes")


async def test_an_upload_that_breaks_off_leaves_nothing(desk: Desk) -> None:
    """Over a real connection: the client promises a body, sends a part, and is gone."""
    ana = await desk.sign_in("ana", Role.AGENT)
    async with served(desk) as port:
        writer = await connected(port)
        head = (
            f"POST /api/v1/media HTTP/1.1\r\nHost: recado.test\r\nAuthorization: Bearer {ana.token}\r\n"
            f"Content-Type: image/png\r\nContent-Length: 1000000\r\n\r\n"
        )
        writer.write(head.encode() + PNG)
        await writer.drain()
        await until(lambda: rows(desk.office.clone, "select 1 from uploads"))
        writer.transport.abort()
        await until(lambda: not rows(desk.office.clone, "select 1 from uploads"))
        assert [path for path in desk.folder.rglob("*") if path.is_file()] == []


async def test_a_file_that_could_not_be_had_is_asked_for_again(desk: Desk) -> None:
    media = await desk.media(PNG, "image/png")
    ana = await desk.sign_in("ana", Role.AGENT)
    answer = await ana.post(f"/media/{media}/fetch", {})
    assert (answer.status_code, answer.json()["code"]) == (409, "media_not_wanted"), "it is here"
    change(
        desk.office.clone, "update media set state = 'failed', failure = 'x', provider_id = 'm1' where id = %s", media
    )
    assert (await desk.office.browser().post(f"/media/{media}/fetch", {})).status_code == 401
    viewer = await desk.sign_in("vera", Role.VIEWER)
    assert (await viewer.post(f"/media/{media}/fetch", {})).status_code == 403
    foreigner = await desk.sign_in("fabio", Role.ORG_ADMIN, desk.other)
    assert (await foreigner.post(f"/media/{media}/fetch", {})).json()["code"] == "media_not_found"
    assert (await ana.post(f"/media/{media}/fetch", {})).status_code == 202
    assert rows(desk.office.clone, "select state, failure from media where id = %s", media) == [("pending", "")]
    assert rows(desk.office.clone, "select entrypoint from pgqueuer") == [("conversations.fetch_media",)]
    assert rows(desk.office.clone, "select action from audit_entries where action like 'media.%%'") == [
        ("media.fetched_again",)
    ]
    assert (await ana.post(f"/media/{media}/fetch", {})).status_code == 409
