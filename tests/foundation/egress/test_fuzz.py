"""Does the reader of addresses ever raise anything but a refusal, read one thing twice differently, or let a host out?"""

from __future__ import annotations

import zlib
from ipaddress import IPv6Address, ip_address

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from yarl import URL

from recado.foundation.egress.networks import may_be_called
from recado.foundation.egress.unpacking import BodyTooLarge, BodyUnreadable, Unpacker
from recado.foundation.egress.urls import Url, UrlRefused, read_origin, read_url
from tests.foundation.egress.hostile_urls import everything

# The same lines thousands of times: traced, they take three times as long and cover nothing more.
pytestmark = pytest.mark.no_cover

PIECES = st.sampled_from(
    [
        *(
            "https://",
            "http://",
            "HTTPS://",
            "//",
            ":",
            "/",
            "\\",
            "@",
            "#",
            "?",
            "%",
            "%2e",
            "%00",
            "[",
            "]",
            ".",
            "..",
            "。",
        ),
        *(
            "127.0.0.1",
            "127.1",
            "0x7f",
            "2130706433",
            "::1",
            "::ffff:127.0.0.1",
            "localhost",
            "xn--",
            "xn--a",
            "-",
            "_",
            " ",
        ),
        *(
            "a",
            "com",
            "br",
            "api.exemplo.com.br",
            "é",
            "ß",
            "İ",
            "\u200d",
            "\u00ad",
            "１",
            "443",
            "8443",
            "\x00",
            "\t",
            "\r\n",
        ),
    ]
)
TEXTS = st.lists(PIECES, max_size=12).map("".join) | st.text(max_size=60).map("https://".__add__) | st.text(max_size=40)


def read(text: str) -> Url | None:
    try:
        return read_url(text)
    except UrlRefused:
        return None


@settings(max_examples=1_500, deadline=None)
@given(TEXTS)
@example("https://a@b")
@example("https://[::1%25lo]/")
def test_any_text_is_an_address_or_is_refused(text: str) -> None:
    url = read(text)
    if url is None:
        return
    assert url.origin.scheme in ("https", "http")
    assert url.host.isascii()
    assert url.host == url.host.lower()
    assert not any(mark in url.host for mark in "@/\\?#%[] ")
    assert url.target.startswith("/")
    assert url.target.isascii()
    assert not any(character <= " " or character in '"<>^`{|}\\' for character in url.target)
    # What is written out is read again as the same, by us and by the library that makes the call.
    assert read_url(str(url)) == url
    built = URL(str(url), encoded=True)
    assert (built.raw_host, built.port, built.raw_path_qs) == (url.host, url.origin.port, url.target)


@settings(max_examples=500, deadline=None)
@given(TEXTS)
def test_an_origin_reads_as_itself(text: str) -> None:
    try:
        origin = read_origin(text)
    except UrlRefused:
        return
    assert read_origin(str(origin)) == origin


@settings(max_examples=1_000, deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_an_ipv4_address_inside_an_ipv6_one_is_never_called(number: int) -> None:
    for carrier in (
        (0x20020000 << 96) | (number << 80),  # 6to4: 2002:V4::
        (0xFFFF << 32) | number,  # ::ffff:V4
        number,  # ::V4
        (0x0064FF9B << 96) | number,  # NAT64
        (0x20010000 << 96) | (number ^ 0xFFFFFFFF),  # Teredo
        (0x28000000 << 96) | (0x00005EFE << 32) | number,  # ISATAP
    ):
        assert not may_be_called(IPv6Address(carrier))


@settings(max_examples=1_000, deadline=None)
@given(st.integers(0, 2**32 - 1) | st.integers(0, 2**128 - 1))
def test_whatever_the_library_calls_inside_is_denied_by_ours(number: int) -> None:
    address = ip_address(number)
    if (
        address.is_private
        or address.is_multicast
        or address.is_reserved
        or address.is_link_local
        or address.is_loopback
    ):
        assert not may_be_called(address)


@settings(max_examples=500, deadline=None)
@given(st.binary(max_size=3_000), st.sampled_from(["", "gzip", "deflate", "identity"]), st.integers(1, 64))
def test_any_bytes_unpack_or_are_refused(body: bytes, encoding: str, step: int) -> None:
    for packed in (body, zlib.compress(body), zlib.compress(body) + body):
        unpacker = Unpacker(encoding, limit=2_000)
        try:
            for at in range(0, len(packed), step):
                unpacker.feed(packed[at : at + step])
            assert len(unpacker.finish()) <= 2_000
        except (BodyTooLarge, BodyUnreadable):
            pass


@pytest.mark.parametrize("url", ["https://a.com.br/x?y#z", "https://a.com.br", "https://[2606:4700::1]:8443/é"])
def test_an_honest_address_is_read(url: str) -> None:
    assert read(url) is not None


def test_the_corpus_reads_alike_twice() -> None:
    for text in everything():
        url = read(text)
        assert url is None or read_url(str(url)) == url
