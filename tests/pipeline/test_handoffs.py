"""Does a transbordo live its life: opened with a target, told to colleagues, taken, late, resolved, given up?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from recado.conversations.service.handoffs import NOTIFY
from recado.conversations.tasks.late_handoffs import LateHandoffs
from recado.conversations.tasks.notify_handoff import NotifyHandoff
from recado.foundation.jobs import GiveUp, RetryLater
from recado.foundation.mail import Mailer
from tests.pipeline import wire
from tests.pipeline.house import House, Organization
from tests.pipeline.post_office import PostOffice, open_office
from tests.pipeline.wire import Person, somebody
from tests.support.access import ORIGIN

ASKS = "quero falar com um atendente"
NOTICES = """
select n.id, n.medium, n.kind, n.state, n.reason, n.recipient from handoff_notices n
join handoffs h on h.organization_id = n.organization_id and h.id = n.handoff_id
where n.organization_id = %s order by n.id
"""
JOBS = "select count(*) from pgqueuer where entrypoint = %s and convert_from(payload, 'utf8') like %s"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PostOffice]:
    with open_office(tmp_path_factory.mktemp("post")) as opened:
        yield opened


async def called(clinic: Organization, name: str = "Maria Souza") -> Person:
    """Somebody who has asked for a person."""
    who = somebody(name)
    await clinic.hears(who, "oi")
    await clinic.hears(who, ASKS)
    return who


async def listed(clinic: Organization, state: str = "open", **more: Any) -> list[Any]:
    query = "".join(f"&{name}={value}" for name, value in more.items())
    return list((await clinic.api("GET", f"/handoffs?state={state}{query}"))["items"])


async def settings(clinic: Organization, **given: Any) -> Any:
    return await clinic.api("PUT", "/handoffs/settings", given)


async def notices(house: House, clinic: Organization) -> list[tuple[UUID, str, str, str, str, str]]:
    return [(*row,) for row in await house.rows(NOTICES, clinic.id)]


async def tell(house: House, clinic: Organization, notice: UUID, mailer: Mailer) -> None:
    """Run one notice's job."""
    job = NotifyHandoff(house.built.ports, mailer, ORIGIN)
    await job(house.worker, clinic.id, {"notice_id": str(notice)})


async def told_late(house: House, clinic: Organization) -> int:
    query = "select count(late_told_at) from handoffs where organization_id = %s"
    return int((await house.rows(query, clinic.id))[0][0])


def nobody() -> Mailer:
    return Mailer("", 25, "", "", "none", "")


async def test_a_person_who_asks_opens_one_with_a_target(house: House, clinic: Organization) -> None:
    who = await called(clinic)
    await clinic.hears(who, "alô?")
    (one,) = await listed(clinic)
    assert (one["state"], one["reason"], one["lead_class"], one["late"]) == (
        "open",
        "asked_for_person",
        "unrated",
        False,
    )
    assert one["contact_name"] == "Maria Souza"
    assert _minutes(one) == pytest.approx(30)
    page = await clinic.api("GET", "/handoffs")
    assert page["counts"] | {"oldest": None} == {"open": 1, "late": 0, "taken": 0, "oldest": None}
    assert (await clinic.conversation(who))["state"] == "waiting"


async def test_the_class_of_the_lead_decides_the_target(house: House, clinic: Organization) -> None:
    await settings(clinic, high_minutes=2, medium_minutes=20)
    for fields, minutes in (('{"lead_score": 72}', 2), ('{"classe_lead": "Média"}', 20), ('{"lead_score": 3}', 60)):
        who = somebody()
        await clinic.hears(who, "oi")
        await house.rows(
            "update contacts ct set fields = %s from conversations c where c.contact_id = ct.id and c.reply_wa_id = %s",
            fields, who.phone,
        )  # fmt: skip
        await clinic.hears(who, ASKS)
        history = (await clinic.api("GET", f"/conversations/{who.phone}/handoffs"))["items"]
        assert [_minutes(one) for one in history] == [pytest.approx(minutes)]
    assert [round(_minutes(one)) for one in await listed(clinic)] == [2, 20, 60], "the nearest target first"
    assert len(await listed(clinic, lead_class="high")) == 1


async def test_taking_resolving_and_asking_again_is_its_history(house: House, clinic: Organization) -> None:
    who = await called(clinic)
    await clinic.act(who, "take")
    (taken,) = await listed(clinic, "taken")
    assert (taken["taken_by"], await listed(clinic)) == ("Pessoa 0", [])
    done = await clinic.api("POST", f"/handoffs/{taken['id']}/resolve")
    assert done["state"] == "resolved"
    refused = await clinic.api("POST", f"/handoffs/{taken['id']}/resolve", expect=409)
    assert refused["code"] == "handoff_over"
    conversation = await clinic.conversation(who)
    assert (conversation["state"], conversation["answerer"], conversation["handoff"]) == ("active", "person", None)
    await clinic.act(who, "hand-back")
    await clinic.hears(who, ASKS)
    history = (await clinic.api("GET", f"/conversations/{who.phone}/handoffs"))["items"]
    assert [one["state"] for one in history] == ["open", "resolved"]
    assert [line["subtype"] for line in await clinic.thread(who, direction="system")].count("handoff_resolved") == 1


@pytest.mark.parametrize(("verb", "ends"), [("hand-back", "resolved"), ("close", "resolved")])
async def test_acts_that_end_it(house: House, clinic: Organization, verb: str, ends: str) -> None:
    who = await called(clinic)
    await clinic.act(who, verb)
    assert [one["state"] for one in await listed(clinic, "ended")] == [ends]


async def test_an_answer_from_the_business_phone_takes_it(house: House, clinic: Organization) -> None:
    who = await called(clinic)
    body = wire.delivery(clinic.account, wire.echo(who, "Oi, é a Carla", "551140000001"), field="smb_message_echoes")
    await clinic.deliver(body)
    assert [one["state"] for one in await listed(clinic, "taken")] == ["taken"]
    assert (await clinic.conversation(who))["state"] == "active"


async def test_the_bot_that_returns_gives_up_what_nobody_took(house: House, clinic: Organization) -> None:
    who = await called(clinic)
    house.clock.passes(minutes=721)
    await clinic.hears(who, "voltei")
    assert [one["state"] for one in await listed(clinic, "ended")] == ["expired"]
    conversation = await clinic.conversation(who)
    assert (conversation["answerer"], conversation["state"]) == ("flow", "active")


async def test_putting_to_wait_asks_for_a_person(house: House, clinic: Organization) -> None:
    who = somebody()
    await clinic.hears(who, "oi")
    await clinic.act(who, "wait")
    assert [one["reason"] for one in await listed(clinic)] == ["put_to_wait"]


async def test_late_ones_stand_first_and_are_told_once(house: House, clinic: Organization) -> None:
    await settings(clinic, unrated_minutes=10, late_email_recipients=["chefe@exemplo.com.br"])
    early = await called(clinic, "Primeira")
    house.clock.passes(minutes=11)
    await called(clinic, "Segunda")
    for _ in range(2):
        await LateHandoffs(house.worker, house.built.ports).run_once()
    found = await listed(clinic)
    assert [(one["contact_name"], one["late"]) for one in found] == [("Primeira", True), ("Segunda", False)]
    assert [one["contact_phone"][-4:] for one in await listed(clinic, "late")] == [early.phone[-4:]]
    assert (await clinic.api("GET", "/handoffs"))["counts"]["late"] == 1
    assert [(kind, medium) for _, medium, kind, *_ in await notices(house, clinic)] == [("late", "email")]


async def test_more_time_lets_it_be_late_again(house: House, clinic: Organization) -> None:
    await settings(clinic, low_minutes=40, unrated_minutes=10)
    await called(clinic)
    rounds = LateHandoffs(house.worker, house.built.ports)
    house.clock.passes(minutes=11)
    await rounds.run_once()
    assert await told_late(house, clinic) == 1
    (one,) = await listed(clinic)
    changed = await clinic.api("PATCH", f"/handoffs/{one['id']}", {"lead_class": "low", "priority": "high"})
    assert (changed["late"], changed["priority"], round(_minutes(changed))) == (False, "high", 40)
    assert await told_late(house, clinic) == 0
    house.clock.passes(minutes=30)
    await rounds.run_once()
    assert await told_late(house, clinic) == 1


async def test_what_nobody_takes_is_given_up(house: House, clinic: Organization) -> None:
    await settings(clinic, expires_after_hours=1)
    who = await called(clinic)
    house.clock.passes(hours=2)
    await LateHandoffs(house.worker, house.built.ports).run_once()
    assert [one["state"] for one in await listed(clinic, "expired")] == ["expired"]
    assert (await clinic.conversation(who))["state"] == "waiting", "the person still waits"
    assert "handoff_expired" in [line["subtype"] for line in await clinic.thread(who, direction="system")]


async def test_colleagues_get_one_letter_each(house: House, clinic: Organization, office: PostOffice) -> None:
    await settings(clinic, email_recipients=["Ana@Exemplo.com.br", "bia@exemplo.com.br", "ana@exemplo.com.br"])
    who = await called(clinic, 'Maria\r\nBcc: x@y.z "Souza"')
    office.letters.clear()
    told = await notices(house, clinic)
    assert await house.rows(JOBS, NOTIFY, f"%{clinic.id}%") == [(2,)]
    for notice in [*told, *told]:
        await tell(house, clinic, notice[0], office.mailer())
    assert [to for to, _ in office.letters] == ["ana@exemplo.com.br", "bia@exemplo.com.br"]
    assert all(office.encrypted)
    letter = office.letters[0][1]
    assert letter["Subject"] == 'Transbordo: Maria Bcc: x@y.z "Souza" espera por uma pessoa'
    assert letter["Bcc"] is None
    assert letter["Message-ID"] == f"<{told[0][0]}@exemplo.com.br>"
    conversation = await clinic.conversation(who)
    assert f"{ORIGIN}/whatsapp/conversas/{conversation['id']}" in letter.get_content()
    assert ASKS not in letter.get_content(), "what was said stays behind the sign-in"
    (one,) = await listed(clinic)
    assert [(n["recipient"], n["state"]) for n in one["notices"]] == [
        ("an…@exemplo.com.br", "sent"),
        ("bi…@exemplo.com.br", "sent"),
    ]


async def test_a_full_mailbox_is_tried_again_and_an_unknown_one_dies(
    house: House, clinic: Organization, office: PostOffice
) -> None:
    await settings(clinic, email_recipients=["ana@exemplo.com.br"])
    await called(clinic)
    (notice,) = await notices(house, clinic)
    office.answers.append("452 4.2.2 mailbox full")
    with pytest.raises(RetryLater):
        await tell(house, clinic, notice[0], office.mailer())
    assert (await notices(house, clinic))[0][3:5] == ("pending", "recipient_refused 452 4.2.2 mailbox full")
    office.answers.append("550 5.1.1 no such person")
    with pytest.raises(GiveUp):
        await tell(house, clinic, notice[0], office.mailer())
    assert (await notices(house, clinic))[0][3] == "failed"
    await tell(house, clinic, notice[0], office.mailer())
    assert (await notices(house, clinic))[0][3:5] == ("sent", ""), "put back by hand, it goes"


@pytest.mark.parametrize(
    ("other", "code"),
    [
        ({"password": "errada"}, "smtp_auth_failed"),
        ({"ca_file": ""}, "smtp_unreachable"),
        ({"port": 9}, "smtp_unreachable"),
    ],
)
async def test_what_keeps_letters_from_leaving_is_said(
    house: House, clinic: Organization, office: PostOffice, other: dict[str, Any], code: str
) -> None:
    await settings(clinic, email_recipients=["ana@exemplo.com.br"])
    await called(clinic)
    office.letters.clear()
    (notice,) = await notices(house, clinic)
    with pytest.raises((RetryLater, GiveUp)):
        await tell(house, clinic, notice[0], office.mailer(**other))
    assert (await notices(house, clinic))[0][4].startswith(code)
    assert office.letters == [], "nothing leaves without the encryption that was asked for"


async def test_who_was_taken_meanwhile_is_not_told_of(house: House, clinic: Organization, office: PostOffice) -> None:
    await settings(clinic, email_recipients=["ana@exemplo.com.br"])
    who = await called(clinic)
    await clinic.act(who, "take")
    office.letters.clear()
    (notice,) = await notices(house, clinic)
    await tell(house, clinic, notice[0], office.mailer())
    assert (await notices(house, clinic))[0][3:5] == ("skipped", "already_taken")
    assert office.letters == []


async def test_an_installation_without_a_server_says_so(house: House, clinic: Organization) -> None:
    assert (await settings(clinic, email_recipients=["ana@exemplo.com.br"]))["email_ready"] is False
    await called(clinic)
    (notice,) = await notices(house, clinic)
    await tell(house, clinic, notice[0], nobody())
    assert (await notices(house, clinic))[0][3:5] == ("skipped", "smtp_not_configured")


async def test_a_colleague_with_an_open_window_is_told_on_whatsapp(house: House, clinic: Organization) -> None:
    carla = somebody("Carla")
    await clinic.hears(carla, "oi, sou da equipe")
    await settings(clinic, whatsapp_recipients=[carla.phone], channel_id=str(clinic.channel))
    await called(clinic)
    (notice,) = await notices(house, clinic)
    for _ in range(2):
        await tell(house, clinic, notice[0], nobody())
        await house.settle()
    assert [text for text in clinic.told(carla) if "espera por uma pessoa" in text] == [clinic.told(carla)[-1]]
    assert (await notices(house, clinic))[0][3] == "sent"


async def test_a_colleague_outside_the_window_gets_the_template_or_the_reason(
    house: House, clinic: Organization
) -> None:
    carla = somebody("Carla")
    number = f"({carla.phone[2:4]}) {carla.phone[4:]}"
    await settings(clinic, whatsapp_recipients=[number], channel_id=str(clinic.channel))
    await called(clinic)
    (notice,) = await notices(house, clinic)
    await tell(house, clinic, notice[0], nobody())
    assert (await notices(house, clinic))[0][3:5] == ("failed", "window_closed_no_template")
    await settings(
        clinic, whatsapp_recipients=[carla.phone], channel_id=str(clinic.channel), template_name="aviso_de_transbordo"
    )
    await tell(house, clinic, notice[0], nobody())
    await house.settle()
    sent = house.graph.sent[-1]
    assert sent.to == carla.phone
    assert sent.body["template"]["name"] == "aviso_de_transbordo"
    values = [one["text"] for one in sent.body["template"]["components"][0]["parameters"]]
    assert values[:2] == ["Maria Souza", "pediu para falar com uma pessoa"]
    assert (await notices(house, clinic))[0][3] == "sent"


async def test_settings_are_checked(house: House, clinic: Organization) -> None:
    for wrong in (
        {"email_recipients": ["ana@exemplo"]}, {"email_recipients": ["a@b.co\nBcc: c@d.co"]}, {"whatsapp_recipients": ["12"]},
        {"high_minutes": 0}, {"template_name": "Com Espaço"},
    ):  # fmt: skip
        await clinic.api("PUT", "/handoffs/settings", wrong, expect=422)
    other = await house.organization()
    refused = await clinic.api("PUT", "/handoffs/settings", {"channel_id": str(other.channel)}, expect=422)
    assert refused["code"] == "no_such_channel"
    assert (await clinic.api("GET", "/handoffs/settings"))["unrated_minutes"] == 30


def _minutes(one: Any) -> float:
    span: timedelta = datetime.fromisoformat(one["due_at"]) - datetime.fromisoformat(one["opened_at"])
    return span.total_seconds() / 60
