"""Does the adapter connect, send, tick, fetch and log out at a gateway over real HTTP?"""

from __future__ import annotations

import base64
from datetime import UTC, datetime, timedelta

import pytest

from recado.channels.adapter import Account, AccountUnavailable, MediaUnavailable
from recado.channels.adapters.evolution.inbound import read
from recado.channels.models import (
    Button,
    Fault,
    InboundMessage,
    Outcome,
    OutgoingMedia,
    OutgoingMessage,
    Recipient,
    Retry,
    Row,
    Section,
    SendResult,
    StatusUpdate,
)
from tests.channels.evolution.conftest import SECRET, Desk, until

ANA = Recipient(wa_id="5511990000001")


async def _send(
    desk: Desk, message: OutgoingMessage, to: Recipient = ANA, account: Account | None = None
) -> SendResult:
    return await desk.adapter.deliver(account or desk.account, desk.adapter.write(message, to, "t"))


async def test_a_number_is_connected_by_qr(desk: Desk) -> None:
    assert await desk.adapter.check(desk.account) == "instance_missing"
    found = await desk.adapter.connect(desk.account, webhook=desk.url, phone="")
    assert found.state == "connecting"
    assert found.qr.startswith("2@")
    assert found.expires_at is not None
    assert "2@" not in repr(found)
    assert await desk.adapter.check(desk.account) == "connecting"
    again = await desk.adapter.connect(desk.account, webhook=desk.url, phone="")
    assert again.qr == found.qr
    await desk.instance("scan", phone="5511990000009")
    await until(lambda: "open" in desk.states())
    assert await desk.adapter.check(desk.account) == ""
    assert (await desk.adapter.connect(desk.account, webhook=desk.url, phone="")).state == "connected"
    assert all(headers["x-recado-secret"] == SECRET for headers, _ in desk.heard)


async def test_a_number_is_connected_by_pairing_code(desk: Desk) -> None:
    found = await desk.adapter.connect(desk.account, webhook=desk.url, phone="5511990000009")
    assert len(found.pairing_code) == 8
    assert (await desk.instance("code", code="WRONG123"))["status"] == 409
    await desk.instance("code", code=found.pairing_code)
    await until(lambda: "open" in desk.states())
    assert await desk.adapter.check(desk.account) == ""


async def test_a_code_is_given_although_a_qr_was_shown_before(desk: Desk) -> None:
    await desk.adapter.connect(desk.account, webhook=desk.url, phone="")
    found = await desk.adapter.connect(desk.account, webhook=desk.url, phone="5511990000009")
    assert len(found.pairing_code) == 8


async def test_a_number_is_logged_out_and_twice_is_fine(desk: Desk) -> None:
    await desk.pair()
    await desk.adapter.log_out(desk.account)
    await desk.adapter.log_out(desk.account)
    assert await desk.adapter.check(desk.account) == "logged_out"


@pytest.mark.parametrize(("code", "reason"), [(401, "logged_out"), (403, "account_blocked"), (406, "account_banned")])
async def test_a_final_end_is_told_with_its_reason(desk: Desk, code: int, reason: str) -> None:
    await desk.pair()
    await desk.instance("close", code=code)
    await until(lambda: desk.states()[-1] == "close")
    assert await desk.adapter.check(desk.account) == reason


async def test_a_dead_socket_that_says_nothing_is_seen(desk: Desk) -> None:
    await desk.pair()
    before = len(desk.heard)
    await desk.instance("close", code=440)
    assert await desk.adapter.check(desk.account) == "replaced"
    assert len(desk.heard) == before


async def test_wrong_keys_and_strange_addresses_are_told(desk: Desk) -> None:
    wrong = Account("loja", desk.account.settings, {"api_key": "wrong", "webhook_secret": "x"})
    assert await desk.adapter.check(wrong) == "token_invalid"
    with pytest.raises(AccountUnavailable) as refused:
        await desk.adapter.connect(wrong, webhook=desk.url, phone="")
    assert refused.value.code == "token_invalid"
    for url in ("", "ftp://x", "http://gateway.example.com", "http://user:pw@127.0.0.1", "http://169.254.169.254"):
        strange = Account("loja", {"base_url": url}, desk.account.secrets)
        assert await desk.adapter.check(strange) == "base_url"
    await desk.pair()
    await desk.instance("ways", licensed=False)
    assert await desk.adapter.check(desk.account) == "license_required"


async def test_a_text_is_taken_and_its_ticks_follow(desk: Desk) -> None:
    await desk.pair()
    result = await _send(desk, OutgoingMessage(text="Olá!", reply_to="3AX"))
    assert result.outcome is Outcome.ACCEPTED
    assert result.wa_id == "5511990000001"
    await until(lambda: len(desk.events("messages.update")) == 3)
    told = [reading.arrival for _, raw in desk.heard for reading in read(raw)]
    ticks = [one for one in told if isinstance(one, StatusUpdate)]
    assert {one.provider_id for one in ticks} == {result.provider_id}
    assert {one.status for one in ticks} == {"sent", "delivered", "read"}
    assert (await desk.messages())[0]["sent"]["quoted"] == {"key": {"id": "3AX"}}


async def test_201_is_not_delivery(desk: Desk) -> None:
    await desk.pair()
    await desk.instance("ways", acks="error", updates="nested")
    result = await _send(desk, OutgoingMessage(text="Olá!"))
    assert result.outcome is Outcome.ACCEPTED
    await until(lambda: desk.events("messages.update"))
    (tick,) = [one.arrival for _, raw in desk.heard for one in read(raw) if isinstance(one.arrival, StatusUpdate)]
    assert (tick.status, tick.provider_id) == ("failed", result.provider_id)


async def test_choices_leave_as_numbered_text(desk: Desk) -> None:
    await desk.pair()
    rows = (Row("b", "Banho", "R$ 60"), Row("t", "Tosa"))
    listed = OutgoingMessage(text="O que deseja?", sections=(Section("Serviços", rows),), list_label="Ver")
    assert (await _send(desk, listed)).outcome is Outcome.ACCEPTED
    await _send(desk, OutgoingMessage(text="Certo?", buttons=(Button("s", "Sim"), Button("n", "Não"))))
    texts = [line["text"] for line in await desk.messages()]
    assert texts[0] == "O que deseja?\n\n_Serviços_\n*1.* Banho – R$ 60\n*2.* Tosa"
    assert texts[1] == "Certo?\n\n*1.* Sim\n*2.* Não"
    native = Account("loja", {**desk.account.settings, "lists": "native"}, desk.account.secrets)
    await _send(desk, listed, account=native)
    assert (await desk.messages())[-1]["kind"] == "listMessage"
    much = OutgoingMessage(text="Qual?", sections=(Section("", rows),), list_label="")
    await _send(desk, much, account=native)
    assert (await desk.messages())[-1]["kind"] == "listMessage"


async def test_files_places_cards_and_reactions_leave(desk: Desk) -> None:
    await desk.pair()
    inline = f"data:image/png;base64,{base64.b64encode(b'hello').decode()}"
    card = {"name": {"formatted_name": "Bia"}, "phones": [{"phone": "+55 21 98000-0002"}]}
    shapes = {
        "imageMessage": OutgoingMessage(text="veja", media=OutgoingMedia("image", link=inline)),
        "documentMessage": OutgoingMessage(media=OutgoingMedia("document", link=inline, filename="x.pdf")),
        "audioMessage": OutgoingMessage(media=OutgoingMedia("audio", link=inline, voice=True)),
        "locationMessage": OutgoingMessage(location={"latitude": -23.5, "longitude": -46.6}),
        "contactMessage": OutgoingMessage(contacts=(card,)),
        "reactionMessage": OutgoingMessage(reaction="👍", about="3AX"),
    }  # fmt: skip
    for kind, message in shapes.items():
        assert (await _send(desk, message)).outcome is Outcome.ACCEPTED, kind
    lines = await desk.messages()
    assert [line["kind"] for line in lines] == list(shapes)
    assert lines[0]["bytes"] == len(b"hello")
    assert lines[4]["sent"]["contact"][0]["wuid"] == "5521980000002"
    assert lines[5]["sent"]["key"]["remoteJid"] == "5511990000001@s.whatsapp.net"


async def test_somebody_known_by_a_hidden_id_alone_is_answered(desk: Desk) -> None:
    await desk.pair()
    await desk.instance("ways", addressing="lid")
    await desk.instance("messages", phone="5511990000001", text="oi")
    await until(lambda: desk.events("messages.upsert"))
    (arrival,) = [one.arrival for _, raw in desk.heard for one in read(raw) if isinstance(one.arrival, InboundMessage)]
    assert arrival.sender.wa_id == ""
    await _send(desk, OutgoingMessage(text="Olá!"), Recipient(bsuid=arrival.sender.bsuid))
    assert (await desk.messages())[-1]["phone"] == "5511990000001"


@pytest.mark.parametrize(
    ("kind", "outcome", "retry", "fault"),
    [
        ("500", Outcome.UNKNOWN, Retry.SOON, Fault.PROVIDER),
        ("429", Outcome.NOT_ACCEPTED, Retry.SOON, Fault.PROVIDER),
        ("token_expired", Outcome.NOT_ACCEPTED, Retry.CHANNEL, Fault.ACCOUNT),
        ("account_locked", Outcome.NOT_ACCEPTED, Retry.CHANNEL, Fault.ACCOUNT),
        ("no_id", Outcome.UNKNOWN, Retry.SOON, Fault.PROVIDER),
        ("garbage", Outcome.UNKNOWN, Retry.SOON, Fault.PROVIDER),
        ("html", Outcome.UNKNOWN, Retry.SOON, Fault.PROVIDER),
    ],
)
async def test_faults_are_judged(desk: Desk, kind: str, outcome: Outcome, retry: Retry, fault: Fault) -> None:
    await desk.pair()
    await desk.control("faults", kind=kind, count=1, direction="send")
    result = await _send(desk, OutgoingMessage(text="Olá!"))
    assert result.outcome is outcome
    assert result.failure is not None
    assert (result.failure.retry, result.failure.fault) == (retry, fault)


async def test_a_closed_connection_parks_and_a_wrong_number_fails(desk: Desk) -> None:
    await desk.pair()
    await desk.instance("ways", on_whatsapp=False)
    unknown = await _send(desk, OutgoingMessage(text="Olá!"))
    assert unknown.failure is not None
    assert (unknown.failure.code, unknown.failure.fault) == ("not_on_whatsapp", Fault.RECIPIENT)
    await desk.instance("close", code=428)
    closed = await _send(desk, OutgoingMessage(text="Olá!"))
    assert closed.failure is not None
    assert (closed.outcome, closed.failure.retry) == (Outcome.NOT_ACCEPTED, Retry.CHANNEL)


async def test_media_is_fetched_and_read_messages_are_ticked(desk: Desk) -> None:
    await desk.pair()
    picture = base64.b64encode(b"\xff\xd8\xff\xe0jpeg").decode()
    said = await desk.instance("messages", phone="5511990000001", type="image", base64=picture, caption="ela")
    await until(lambda: desk.events("messages.upsert"))
    (arrival,) = [one.arrival for _, raw in desk.heard for one in read(raw) if isinstance(one.arrival, InboundMessage)]
    assert arrival.media is not None
    file = await desk.adapter.fetch_media(desk.account, arrival.media.provider_id)
    assert (file.content, file.mime_type) == (b"\xff\xd8\xff\xe0jpeg", "image/jpeg")
    with pytest.raises(MediaUnavailable) as gone:
        await desk.adapter.fetch_media(desk.account, "nobody")
    assert gone.value.gone
    assert await desk.adapter.mark_read(desk.account, said["id"], typing=False)
    assert (await desk.messages())[0]["status"] == "READ"
    assert not await desk.adapter.mark_read(desk.account, "nobody", typing=False)


async def test_a_gap_longer_than_one_look_is_read_from_its_beginning(desk: Desk) -> None:
    await desk.pair()
    began = datetime.now(UTC)
    for n in range(310):
        await desk.instance("messages", phone="5511990000001", text=f"{n}", age_s=3_100 - n * 10, id=f"3A{n}")
    await desk.instance("messages", phone="5511990000001", text="do celular", from_me=True, id="3AMINE")
    sent = await _send(desk, OutgoingMessage(text="da API"))
    since, told, looks = began - timedelta(hours=1), dict[str, str](), 0
    left: list[tuple[str, str, str]] = []
    now = datetime.now(UTC) + timedelta(seconds=1)
    while looks < 5:
        looks += 1
        found = await desk.adapter.held(desk.account, since, now)
        assert found is not None
        arrivals = [one.arrival for one in found.readings]
        told |= {one.provider_id: one.text for one in arrivals if isinstance(one, InboundMessage)}
        left += [(one.provider_id, one.text, one.who.wa_id) for one in found.sent]
        if found.until >= now:
            break
        since = found.until
    assert looks == 2
    assert told == {f"3A{n}": f"{n}" for n in range(310)} | {"3AMINE": "do celular"}
    assert left == [(sent.provider_id, "da API", ANA.wa_id)]
    await desk.instance("ways", keeps=False)
    assert await desk.adapter.held(desk.account, since, now) is None
