"""Does the GET that registers our address get exactly the answer Meta wants, and a stranger nothing?"""

from __future__ import annotations

import pytest

from recado.channels.webhooks.handshakes import BadHandshake, read_handshake


def query(**more: str) -> dict[str, str]:
    asked = {"hub.mode": "subscribe", "hub.verify_token": "mytoken", "hub.challenge": "1158201444"}
    return {**asked, **{f"hub.{key}": value for key, value in more.items()}}


def test_handshake_is_read() -> None:
    handshake = read_handshake(query())
    assert (handshake.token, handshake.challenge) == ("mytoken", "1158201444")


@pytest.mark.parametrize(
    ("asked", "code", "status"),
    [
        ({}, "mode", 403),
        (query(mode="unsubscribe"), "mode", 403),
        (query(verify_token=""), "token", 403),
        (query(challenge=""), "challenge", 400),
        (query(challenge="<script>alert(1)</script>"), "challenge", 400),
        (query(challenge="1" * 21), "challenge", 400),
        (query(challenge="12\n"), "challenge", 400),
        (query(challenge="\u0661\u0662"), "challenge", 400),
        ({"hub": "x", "mode": "subscribe"}, "mode", 403),
    ],
)
def test_handshake_is_refused(asked: dict[str, str], code: str, status: int) -> None:
    with pytest.raises(BadHandshake) as refused:
        read_handshake(asked)
    assert (refused.value.code, refused.value.status) == (code, status)
