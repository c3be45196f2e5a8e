"""Does any token but a genuine, living one open anything? (T23)"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import jwt
import pytest

from recado.foundation.identifiers import new_id
from recado.foundation.secrets import MasterKey
from recado.organizations.errors import SessionEnded
from recado.organizations.models import NOWHERE, Role, SessionId, UserId
from recado.organizations.rules import access_tokens
from recado.organizations.rules.access_tokens import AccessToken
from tests.support.access import Office

HEADER: dict[str, Any] = {"alg": "HS256", "typ": "at+jwt", "kid": "1"}


def b64(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def signed(header: Any, claims: Any, key: bytes, digest: str = "sha256") -> str:
    """A token whose signature is right for its text, whatever the text says."""
    head, body = (part if isinstance(part, str) else b64(json.dumps(part).encode()) for part in (header, claims))
    return f"{head}.{body}.{b64(hmac.new(key, f'{head}.{body}'.encode(), digest).digest())}"


def forgeries(good: str, key: bytes) -> Iterator[tuple[str, str]]:
    """Everything that must not open a session, by name; the key is the real one."""
    head, body, signature = good.split(".")
    claims = jwt.decode(good, options={"verify_signature": False})
    yield "empty", ""
    yield "one part", head
    yield "no signature", f"{head}.{body}."
    yield "no signature, no dot", f"{head}.{body}"
    yield "four parts", f"{good}.{signature}"
    yield "encrypted form", f"{head}.{body}.{signature}.a.b"
    yield "twice", f"{good} {good}"
    yield "padded", f"{good}="
    yield "trailing newline", f"{good}\n"
    yield "leading blank", f" {good}"
    yield "last character's unused bits", good[:-1] + chr(ord(good[-1]) + (1 if good[-1] not in "Zz9_" else -1))
    yield "signature cut", good[:-2]
    yield "signature of another", f"{head}.{body}.{b64(bytes(32))}"
    yield "signature in hex", f"{head}.{body}.{hmac.new(key, f'{head}.{body}'.encode(), 'sha256').hexdigest()}"
    yield "far too long", signed(HEADER, {**claims, "x": "a" * 5000}, key)
    yield "not JSON", signed(b64(b"{"), b64(b"["), key)
    yield "claims are a list", signed(HEADER, [claims], key)
    yield "header is a list", signed([HEADER], claims, key)
    yield "deep", signed(HEADER, b64(b"[" * 400 + b"]" * 400), key)
    yield "not UTF-8", signed(HEADER, b64(b'{"sub": "\xff"}'), key)
    for algorithm in (
        "none",
        "None",
        "NONE",
        "nOnE",
        "",
        "HS384",
        "HS512",
        "RS256",
        "ES256",
        "PS256",
        "EdDSA",
        "hs256",
    ):
        yield f"alg {algorithm!r}", signed({**HEADER, "alg": algorithm}, claims, key)
        yield f"alg {algorithm!r} unsigned", signed({**HEADER, "alg": algorithm}, claims, key).rpartition(".")[0] + "."
    yield "alg missing", signed({"typ": "at+jwt", "kid": "1"}, claims, key)
    yield "alg list", signed({**HEADER, "alg": ["HS256"]}, claims, key)
    yield "really HS512", signed({**HEADER, "alg": "HS512"}, claims, key, "sha512")
    yield "HS512 signature under HS256", signed(HEADER, claims, key, "sha512")
    for kid in ("2", "", "../../../../dev/null", "1' or '1'='1", "1\x00", 1, None, ["1"], "/proc/sys/kernel/hostname"):
        yield f"kid {kid!r}", signed({**HEADER, "kid": kid}, claims, key)
    yield "kid names an empty file", signed({**HEADER, "kid": "/dev/null"}, claims, b"")
    for extra in ("jku", "x5u", "jwk", "x5c", "crit", "b64", "zip", "cty", "exp", "nonce"):
        yield f"header {extra}", signed({**HEADER, extra: "http://evil.test/keys"}, claims, key)
    yield "crit list", signed({**HEADER, "crit": ["exp"]}, claims, key)
    yield "typ JWT", signed({**HEADER, "typ": "JWT"}, claims, key)
    yield "typ missing", signed({"alg": "HS256", "kid": "1"}, claims, key)
    yield from _wrong_claims(claims, key)
    for name, other in (
        ("empty key", b""),
        ("zero key", bytes(32)),
        ("hash of the key", hashlib.sha256(key).digest()),
        ("hex of the key", key.hex().encode()),
        ("another purpose", MasterKey(bytes(32)).derive("access token/1")),
        ("a word", b"secret"),
    ):
        yield name, signed(HEADER, claims, other)


def _wrong_claims(claims: dict[str, Any], key: bytes) -> Iterator[tuple[str, str]]:
    """Rightly signed, wrongly meant."""
    now = claims["iat"]
    for claim, value in claims.items():
        yield f"without {claim}", signed(HEADER, {name: other for name, other in claims.items() if name != claim}, key)
        yield f"{claim} null", signed(HEADER, {**claims, claim: None}, key)
        yield f"{claim} list", signed(HEADER, {**claims, claim: [value]}, key)
        yield f"{claim} object", signed(HEADER, {**claims, claim: {"": value}}, key)
    for claim, wrong in (
        ("iss", "recado "),
        ("iss", "evil"),
        ("iss", ""),
        ("aud", "recado"),
        ("aud", "recado-api-2"),
        ("aud", ["recado-api", "evil"]),
        ("typ", "refresh"),
        ("typ", "Access"),
        ("exp", now),
        ("exp", now - 1),
        ("exp", now + 601),
        ("exp", now + 10**9),
        ("exp", str(now + 600)),
        ("exp", now + 600.0),
        ("exp", True),
        ("exp", 10**30),
        ("iat", now + 3600),
        ("iat", -1),
        ("iat", "now"),
        ("sub", str(uuid4())),
        ("sub", ""),
        ("sub", claims["sub"].upper()),
        ("sub", "{" + claims["sub"] + "}"),
        ("sub", claims["sub"].replace("-", "")),
        ("sid", str(uuid4())),
        ("sid", "' or 1=1 --"),
        ("sid", claims["sid"] + "\x00"),
        ("org", str(uuid4())),
        ("org", str(NOWHERE)),
        ("org", "*"),
    ):
        yield f"{claim} {wrong!r}", signed(HEADER, {**claims, claim: wrong}, key)
    yield "one claim more", signed(HEADER, {**claims, "role": "super_admin"}, key)
    yield "nbf in the future", signed(HEADER, {**claims, "nbf": now + 3600}, key)


@pytest.fixture
async def genuine(house: Office) -> str:
    clinic = await house.organization("clinica")
    await house.person("ana@clinica.test", {clinic: Role.ORG_ADMIN})
    return (await house.signed_in("ana@clinica.test")).token


async def test_t23_no_forged_token_opens_anything(house: Office, genuine: str) -> None:
    corpus = list(forgeries(genuine, house.access.token_key))
    assert len(corpus) >= 120
    assert len({text for _name, text in corpus}) >= 110
    browser = house.browser()
    for name, text in corpus:
        header = f"Bearer {text}".encode("latin-1", "replace")
        for method, path in (("GET", "/me"), ("GET", "/audit"), ("DELETE", "/session")):
            answer = await browser.request(method, path, headers={"authorization": header})
            assert (answer.status_code, answer.json()["code"]) == (401, "session_ended"), name
    assert (await browser.get("/me", headers={"authorization": f"Bearer {genuine}"})).status_code == 200


async def test_t23_the_header_has_one_form(house: Office, genuine: str) -> None:
    browser = house.browser()
    for value in (genuine, f"Basic {genuine}", f"Bearer  {genuine}", f"Bearer,{genuine}", f"Token {genuine}", "Bearer"):
        assert (await browser.get("/me", headers={"authorization": value})).status_code == 401, value
    for path in (f"/me?access_token={genuine}", f"/me?token={genuine}"):
        assert (await browser.get(path)).status_code == 401
    twice = [("authorization", f"Bearer {genuine}"), ("authorization", f"Bearer {genuine}")]
    assert (await browser.http.get("/api/v1/me", headers=twice)).status_code == 401
    assert (await browser.get("/me", headers={"cookie": f"access_token={genuine}"})).status_code == 401
    assert (await browser.get("/me", headers={"authorization": f"bearer {genuine}"})).status_code == 200


def test_a_token_lives_ten_minutes_and_not_a_second_more() -> None:
    token = AccessToken(user=UserId(new_id()), session=SessionId(new_id()), organization=NOWHERE)
    key, born = bytes(range(32)), datetime(2026, 11, 21, 12, tzinfo=UTC)
    text = access_tokens.issue(token, key=key, now=born)
    for seconds in (-5, 0, 1, 599):
        assert access_tokens.read(text, key=key, now=born + timedelta(seconds=seconds)) == token
    for seconds in (-6, 600, 601, 10**8):
        with pytest.raises(SessionEnded):
            access_tokens.read(text, key=key, now=born + timedelta(seconds=seconds))
