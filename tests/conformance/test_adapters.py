"""Does every adapter keep the contract of channels?"""

from __future__ import annotations

import json
import pkgutil
import re
from collections.abc import AsyncIterator

import aiohttp
import pytest

from recado.channels import adapters
from recado.channels.adapter import (
    Adapter,
    BadSignature,
    MediaFile,
    MediaUnavailable,
    MessageRefused,
    TemplateAdapter,
    Unreadable,
)
from recado.channels.models import (
    Button,
    ChannelEvent,
    Fault,
    InboundMessage,
    MessageType,
    Outcome,
    OutgoingMedia,
    OutgoingMessage,
    ProviderError,
    Recipient,
    Retry,
    Row,
    Section,
    StatusUpdate,
)
from tests.channels.whatsapp_cloud.provider import CUT, RESET, Provider, running
from tests.conformance.subjects import SUBJECTS, Subject

EVERY = pytest.mark.parametrize("subject", SUBJECTS, ids=[subject.name for subject in SUBJECTS])
CAPABILITIES = {
    "text", "media", "buttons", "list", "template", "reaction", "location", "contacts", "reply", "read", "typing",
    "status", "echo", "history", "edit", "pairing", "inline_media",
    "header_proof",
}  # fmt: skip


@pytest.fixture
async def provider() -> AsyncIterator[Provider]:
    async with running() as started:
        yield started


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as made:
        yield made


def test_no_adapter_is_left_out() -> None:
    folders = {module.name for module in pkgutil.iter_modules(adapters.__path__) if module.ispkg}
    assert folders == {subject.name for subject in SUBJECTS}


@EVERY
def test_manifest(subject: Subject) -> None:
    adapter: Adapter = subject.make(None)
    manifest = adapter.manifest
    assert manifest.key == subject.name
    assert re.fullmatch(r"[a-z][a-z0-9_]*", manifest.key)
    assert manifest.label.strip()
    assert not set(manifest.settings) & set(manifest.secrets)
    assert all(label.strip() for label in (*manifest.settings.values(), *manifest.secrets.values()))
    assert manifest.capabilities <= CAPABILITIES
    assert all(getattr(manifest.limits, name) > 0 for name in manifest.limits.__slots__)
    assert manifest.window_hours is None or manifest.window_hours > 0
    assert 64 * 1024 <= manifest.body_cap <= 64 * 1024 * 1024


@EVERY
def test_only_a_signed_delivery_is_believed(subject: Subject) -> None:
    adapter = subject.make(None)
    raw = subject.deliveries[0]
    right = subject.sign(raw, "right")
    assert adapter.verify(raw, right, ("right",)) == 0
    assert adapter.verify(raw, right, ("other", "right")) == 1
    for headers, secrets in ((right, ("wrong",)), (right, ()), (subject.sign(raw, ""), ("",))):
        with pytest.raises(BadSignature) as refused:
            adapter.verify(raw, headers, secrets)
        assert not refused.value.missing
    if subject.signs_body:
        with pytest.raises(BadSignature):
            adapter.verify(raw + b" ", right, ("right",))
    with pytest.raises(BadSignature) as refused:
        adapter.verify(raw, {}, ("right",))
    assert refused.value.missing
    doubled = {name: value + b"," + value for name, value in right.items()}
    with pytest.raises(BadSignature):
        adapter.verify(raw, doubled, ("right",))


@EVERY
def test_nothing_is_parsed_before_the_signature(subject: Subject) -> None:
    """Even bytes that no parser survives are only compared."""
    hostile = b"[" * 1_000_000 + b"\xff"
    with pytest.raises(BadSignature):
        subject.make(None).verify(hostile, subject.sign(b"x", "wrong"), ("right",))


@EVERY
def test_reading_is_pure_and_whole(subject: Subject) -> None:
    adapter = subject.make(None)
    for raw in subject.deliveries:
        readings = adapter.read(raw)
        assert readings
        assert readings == adapter.read(raw)
        for reading in readings:
            arrival = reading.arrival
            if isinstance(arrival, InboundMessage):
                assert arrival.provider_id
                assert arrival.chat
                assert isinstance(arrival.type, MessageType)
                assert arrival.sent_at is None or arrival.sent_at.tzinfo is not None
                json.dumps(arrival.content, allow_nan=False)
            elif isinstance(arrival, StatusUpdate):
                assert arrival.provider_id
                assert arrival.chat
            elif isinstance(arrival, ChannelEvent):
                assert arrival.key
                json.dumps(arrival.value, allow_nan=False)
            else:
                assert arrival.key
                assert arrival.chat


@EVERY
@pytest.mark.parametrize("raw", [b"", b"{", b"\x00", b"\xff", b"[]", b"null", b'"x"', b"[" * 100_000])
def test_what_cannot_be_read_is_told(subject: Subject, raw: bytes) -> None:
    with pytest.raises(Unreadable):
        subject.make(None).read(raw)


def _shapes(adapter: Adapter) -> list[OutgoingMessage]:
    """One message of each shape that the manifest says it can."""
    limits = adapter.manifest.limits
    shapes = {
        "text": OutgoingMessage(text="a" * limits.text),
        "buttons": OutgoingMessage(
            text="b" * limits.interactive_body,
            buttons=tuple(Button(str(n), f"{n}" * limits.button_title) for n in range(limits.buttons)),
        ),
        "list": OutgoingMessage(
            text="Qual?",
            list_label="l" * limits.list_label,
            sections=(
                Section("", tuple(
                    Row(str(n), f"{n}".ljust(limits.list_row_title, "t"), "d" * limits.list_row_description)
                    for n in range(limits.list_rows)
                )),
            ),
        ),
        "media": OutgoingMessage(text="c" * limits.caption, media=OutgoingMedia("image", "1")),
        "reaction": OutgoingMessage(reaction="👍", about="1"),
        "location": OutgoingMessage(location={"latitude": 1.0, "longitude": 2.0}),
        "reply": OutgoingMessage(text="oi", reply_to="1"),
    }  # fmt: skip
    return [shape for name, shape in shapes.items() if name in adapter.manifest.capabilities]


@EVERY
def test_writing_is_pure_and_carries_the_token(subject: Subject) -> None:
    adapter = subject.make(None)
    for shape in _shapes(adapter):
        body = adapter.write(shape, subject.recipient, "token-of-ours")
        assert body == adapter.write(shape, subject.recipient, "token-of-ours")
        assert "token-of-ours" in json.dumps(body, allow_nan=False)


@EVERY
def test_limits_of_the_manifest_are_the_ones_enforced(subject: Subject) -> None:
    adapter = subject.make(None)
    limits = adapter.manifest.limits
    button = Button("x", "y")
    beyond = [
        OutgoingMessage(text="a" * (limits.text + 1)),
        OutgoingMessage(text=""),
        OutgoingMessage(text="a" * (limits.interactive_body + 1), buttons=(button,)),
        OutgoingMessage(text="a", buttons=tuple(Button(str(n), str(n)) for n in range(limits.buttons + 1))),
        OutgoingMessage(text="a", buttons=(Button("x", "y" * (limits.button_title + 1)),)),
        OutgoingMessage(text="a" * (limits.caption + 1), media=OutgoingMedia("image", "1")),
    ]
    for shape in beyond:
        with pytest.raises(MessageRefused) as refused:
            adapter.write(shape, subject.recipient, "t")
        assert refused.value.field
    with pytest.raises(MessageRefused):
        adapter.write(OutgoingMessage(text="oi"), Recipient(), "t")


@EVERY
def test_who_says_templates_has_them(subject: Subject) -> None:
    adapter = subject.make(None)
    assert isinstance(adapter, TemplateAdapter) is ("template" in adapter.manifest.capabilities)


@EVERY
async def test_one_attempt_and_its_end(subject: Subject, provider: Provider, session: aiohttp.ClientSession) -> None:
    adapter = subject.make(session)
    body = adapter.write(OutgoingMessage(text="oi"), subject.recipient, "t")
    ends = (
        (subject.accepted, Outcome.ACCEPTED),
        (subject.refused, Outcome.NOT_ACCEPTED),
        (subject.broken, Outcome.UNKNOWN),
        (CUT, Outcome.UNKNOWN),
        (RESET, Outcome.UNKNOWN),
    )
    for answer, outcome in ends:
        provider.will(answer)
        provider.requests.clear()
        result = await adapter.deliver(subject.account(provider.url), body)
        assert result.outcome is outcome
        assert len(provider.requests) == 1
        assert (result.failure is None) is (outcome is Outcome.ACCEPTED)
        if outcome is Outcome.ACCEPTED:
            assert result.provider_id == subject.provider_id


@EVERY
async def test_nobody_there_is_surely_not_accepted(subject: Subject, session: aiohttp.ClientSession) -> None:
    async with running() as provider:
        url = provider.url
    adapter = subject.make(session)
    body = adapter.write(OutgoingMessage(text="oi"), subject.recipient, "t")
    result = await adapter.deliver(subject.account(url), body)
    assert result.outcome is Outcome.NOT_ACCEPTED
    assert result.failure is not None
    assert (result.failure.retry, result.failure.fault) == (Retry.SOON, Fault.NETWORK)


@EVERY
async def test_side_calls_fail_as_promised(
    subject: Subject, provider: Provider, session: aiohttp.ClientSession
) -> None:
    adapter, account = subject.make(session), subject.account(provider.url)
    for answer in (subject.broken, RESET):
        provider.will(answer)
        assert await adapter.mark_read(account, "x", typing=False) is False
        assert await adapter.check(account) != ""
        with pytest.raises(MediaUnavailable):
            await adapter.fetch_media(account, "900")
        with pytest.raises(MediaUnavailable):
            await adapter.upload_media(account, MediaFile(b"x", "image/png", "a.png"))


@EVERY
@pytest.mark.parametrize("code", ["", "0", "1", "x", "131047", "99999999999999999999"])
def test_any_error_of_a_status_is_judged(subject: Subject, code: str) -> None:
    failure = subject.make(None).explain(ProviderError(code, "title", "details"))
    assert isinstance(failure.retry, Retry)
    assert isinstance(failure.fault, Fault)
    assert failure.code == code
