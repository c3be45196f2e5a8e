"""Is a delivery believed only if Meta signed exactly these bytes?"""

from __future__ import annotations

import hashlib
import hmac

import pytest

from recado.channels.adapter import BadSignature
from recado.channels.adapters.whatsapp_cloud import inbound
from recado.channels.adapters.whatsapp_cloud.adapter import WhatsAppCloud

RAW = b'{"object":"whatsapp_business_account","text":"\\u00e7 \\/"}'
SECRET, OTHER = "app-secret-1", "app-secret-2"
NAME = b"x-hub-signature-256"


def sign(raw: bytes = RAW, secret: str = SECRET) -> bytes:
    return b"sha256=" + hmac.new(secret.encode(), raw, hashlib.sha256).hexdigest().encode()


GOOD = sign()
HEX = GOOD[7:]
WRONG: dict[str, bytes] = {
    "empty": b"",
    "one space": b" ",
    "prefix alone": b"sha256=",
    "no prefix": HEX,
    "sha1 prefix": b"sha1=" + HEX,
    "sha1 of the legacy header": b"sha1=" + hmac.new(SECRET.encode(), RAW, "sha1").hexdigest().encode(),
    "sha512 prefix": b"sha512=" + HEX,
    "prefix in capitals": b"SHA256=" + HEX,
    "prefix with a space": b"sha256 =" + HEX,
    "prefix with a colon": b"sha256:" + HEX,
    "prefix twice": b"sha256=sha256=" + HEX,
    "space after the prefix": b"sha256= " + HEX,
    "hex in capitals": b"sha256=" + HEX.upper(),
    "one digit in capitals": b"sha256=" + HEX.replace(b"a", b"A", 1) if b"a" in HEX else b"sha256=" + HEX.upper(),
    "truncated by one": GOOD[:-1],
    "truncated to half": GOOD[:39],
    "one too many": GOOD + b"0",
    "last digit changed": GOOD[:-1] + (b"0" if GOOD[-1:] != b"0" else b"1"),
    "first digit changed": b"sha256=" + (b"0" if HEX[:1] != b"0" else b"1") + HEX[1:],
    "zeros": b"sha256=" + b"0" * 64,
    "no hexadecimal": b"sha256=" + b"g" * 64,
    "leading space": b" " + GOOD,
    "trailing space": GOOD + b" ",
    "trailing newline": GOOD + b"\n",
    "trailing NUL": GOOD + b"\x00",
    "doubled, joined by a comma": GOOD + b"," + GOOD,
    "doubled, joined by comma and space": GOOD + b", " + GOOD,
    "good after bad": sign(secret="x") + b"," + GOOD,
    "list of one": b"[" + GOOD + b"]",
    "quoted": b'"' + GOOD + b'"',
    "base64": b"sha256=" + b"c2hhMjU2" * 8,
    "beyond ASCII": b"sha256=" + b"\xc3\xa7" * 32,
    "full-width digits": b"sha256=" + "０".encode() * 21 + b"0",
    "of another secret": sign(secret="somebody-else"),
    "of an empty secret": sign(secret=""),
    "of another body": sign(RAW + b" "),
    "of the body serialised again": sign(b'{"object": "whatsapp_business_account", "text": "\xc3\xa7 /"}'),
    "of an empty body": sign(b""),
    "unkeyed digest": b"sha256=" + hashlib.sha256(RAW).hexdigest().encode(),
    "endless": b"sha256=" + b"a" * 100_000,
}


@pytest.mark.parametrize("header", WRONG.values(), ids=WRONG)
def test_signature_matrix(header: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    def untouched(*_: object, **__: object) -> None:
        pytest.fail("a body was parsed before its signature was checked")

    monkeypatch.setattr(inbound, "read_json", untouched)
    with pytest.raises(BadSignature) as refused:
        WhatsAppCloud().verify(RAW, {NAME: header}, (SECRET, OTHER, ""))
    assert refused.value.missing is False


def test_matrix_is_as_wide_as_promised() -> None:
    assert len(WRONG) >= 40


@pytest.mark.parametrize("headers", [{}, {b"x-hub-signature": GOOD}, {b"X-Hub-Signature-256": GOOD}])
def test_missing_header_is_told_apart(headers: dict[bytes, bytes]) -> None:
    """Header names arrive in lower case; one that does not is another header."""
    with pytest.raises(BadSignature) as refused:
        WhatsAppCloud().verify(RAW, headers, (SECRET,))
    assert refused.value.missing is True


def test_the_secret_that_signed_is_named() -> None:
    adapter = WhatsAppCloud()
    assert adapter.verify(RAW, {NAME: GOOD}, (SECRET, OTHER)) == 0
    assert adapter.verify(RAW, {NAME: sign(secret=OTHER)}, (SECRET, OTHER)) == 1
    assert adapter.verify(RAW, {NAME: GOOD}, ("", "x" * 200, SECRET)) == 2
    assert adapter.verify(b"", {NAME: sign(b"")}, (SECRET,)) == 0
    assert adapter.verify(RAW, {NAME: sign(secret="çãó")}, ("çãó",)) == 0


@pytest.mark.parametrize("secrets", [(), ("",), ("", "")])
def test_without_a_secret_nothing_is_believed(secrets: tuple[str, ...]) -> None:
    with pytest.raises(BadSignature):
        WhatsAppCloud().verify(RAW, {NAME: sign(secret="")}, secrets)
