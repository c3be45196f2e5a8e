"""Who answers what a person writes, and who keeps silent? (DLV 1, 2, 4, 7; CRM 1, 3)"""

from __future__ import annotations

from datetime import timedelta

import pytest

from recado.app.installed import installed_nodes
from recado.flows.service import publishing as flows
from recado.privacy.models import NO_ID, YES_ID
from tests.pipeline import wire
from tests.pipeline.house import ECHO, House, Organization
from tests.pipeline.wire import somebody


async def test_the_bot_answers_in_order_with_two_bubbles(clinic: Organization) -> None:
    ana = somebody()
    for word in ("oi", "um", "dois"):
        await clinic.hears(ana, word)
    assert clinic.told(ana) == ["Oi", "B .", "A um", "B um.", "A dois", "B dois."]
    lines = await clinic.thread(ana)
    assert [line["text"] for line in lines] == ["oi", "Oi", "B .", "um", "A um", "B um.", "dois", "A dois", "B dois."]
    assert {line["status"] for line in lines if line["direction"] == "out"} == {"accepted"}
    assert (await clinic.conversation(ana))["answerer"] == "flow"


async def test_consent_is_asked_first_and_what_was_said_is_answered_then(house: House) -> None:
    clinic, ana = await house.organization(consent="ask"), somebody()
    await clinic.hears(ana, "quero marcar banho")
    (notice,) = clinic.told(ana)
    assert "Podemos continuar?" in notice
    assert notice.startswith("Olá! Aqui é o atendimento automático de Clínica")
    await clinic.hears(ana, "alô?")
    assert clinic.told(ana) == [notice]
    await clinic.hears(ana, "Sim", tap=YES_ID)
    assert clinic.told(ana) == [notice, "Oi", "B ."]
    await clinic.hears(ana, "banho")
    assert clinic.told(ana)[3:] == ["A banho", "B banho."]
    said = await house.rows("select said from turns where organization_id = %s order by turn_id", clinic.id)
    assert said == [("quero marcar banho",), ("banho",)]
    states = await house.rows("select state from consents where organization_id = %s order by id", clinic.id)
    assert states == [("asked",), ("granted",)]


async def test_a_no_is_respected_and_can_be_taken_back(house: House) -> None:
    clinic, ana = await house.organization(consent="ask"), somebody()
    await clinic.hears(ana, "oi")
    await clinic.hears(ana, "Não", tap=NO_ID)
    refused = clinic.told(ana)
    assert len(refused) == 2
    assert "não vou tratar seus dados" in refused[1]
    await clinic.hears(ana, "e o banho?")
    assert clinic.told(ana) == refused
    await clinic.hears(ana, "falar com atendente")
    assert clinic.told(ana)[2:] == ["Certo, já chamei uma pessoa da equipe. Ela responde por aqui assim que puder."]
    assert (await clinic.conversation(ana))["state"] == "waiting"
    bia = somebody()
    await clinic.hears(bia, "oi")
    await clinic.hears(bia, "não")
    await clinic.hears(bia, "sim, aceito")
    assert clinic.told(bia)[2:] == ["Oi", "B ."]


async def test_a_flow_that_cannot_be_read_stops_no_other_bot(house: House) -> None:
    clinic, ana = await house.organization(), somebody()
    async with house.worker_app().transaction(clinic.id) as tx:
        bot = await flows.create_bot(tx, name="Outro", keywords=("outro",))
        made = await flows.create_flow(tx, bot=bot, name="Outro", draft=ECHO)
        await flows.publish_flow(tx, made, installed_nodes())
    await house.rows("update flow_versions set definition = '{\"format\": 99}' where flow_id = %s", made)
    await clinic.hears(ana, "oi")
    assert clinic.told(ana) == ["Oi", "B ."]
    assert await clinic.dead_letters() == []


async def test_a_yes_or_no_to_a_person_is_no_answer_to_the_notice(house: House) -> None:
    clinic, ana = await house.organization(consent="ask"), somebody()
    await clinic.hears(ana, "oi")
    await clinic.act(ana, "take")
    await clinic.send(ana, "Posso marcar às 15h?")
    told = clinic.told(ana)
    for said in ("sim", "não"):
        await clinic.hears(ana, said)
    conversation = await clinic.conversation(ana)
    assert clinic.told(ana) == told
    assert (conversation["answerer"], conversation["assignee"]["name"]) == ("person", "Pessoa 0")
    await clinic.hears(ana, "Sim", tap=YES_ID)
    assert clinic.told(ana) == told, "the button is an answer, and the person goes on answering"
    states = await house.rows("select state from consents where organization_id = %s order by id", clinic.id)
    assert states == [("asked",), ("granted",)]


@pytest.mark.parametrize("said", ["falar com atendente", "quero voltar a receber", "sim", "não"])
async def test_words_that_always_work_work_late_too_but_nothing_answers_them_by_itself(house: House, said: str) -> None:
    clinic, ana = await house.organization(consent="ask"), somebody()
    await clinic.hears(ana, "sair" if "voltar" in said else "oi")
    told = clinic.told(ana)
    await clinic.hears(ana, said, at=house.clock() - timedelta(hours=2))
    assert clinic.told(ana) == told
    conversation = await clinic.conversation(ana)
    assert conversation["state"] == "waiting"
    assert not conversation["contact"]["opted_out"]


@pytest.mark.parametrize("setting", ["on_reply", "off"])
async def test_consent_that_is_not_asked_for(house: House, setting: str) -> None:
    clinic, ana = await house.organization(consent=setting), somebody()
    await clinic.hears(ana, "oi")
    assert clinic.told(ana) == ["Oi", "B ."]


@pytest.mark.parametrize("setting", ["ask", "on_reply", "off"])
@pytest.mark.parametrize("word", ["SAIR", "parar", "S\u200bAI\u2060R", "não quero mais receber mensagens!", "ＳＡＩＲ"])
async def test_opting_out_always_works_and_is_final(house: House, setting: str, word: str) -> None:
    clinic, ana = await house.organization(consent=setting), somebody()
    await clinic.hears(ana, word)
    before = clinic.told(ana)
    assert (await clinic.conversation(ana))["contact"]["opted_out"]
    for said in ("oi", "tem alguém?"):
        await clinic.hears(ana, said)
    assert clinic.told(ana) == before
    assert (await clinic.conversation(ana))["state"] == "waiting"
    refused = await clinic.act(ana, "send", {"text": "Olá"}, expect=409, headers={"Idempotency-Key": "k"})
    assert refused["code"] == "opted_out"


async def test_t65_g10_nothing_leaves_after_an_opt_out_was_stored(house: House, clinic: Organization) -> None:
    ana = somebody()
    await clinic.hears(ana, "oi")
    told = clinic.told(ana)
    queued = await clinic.send(ana, "Sua consulta é amanhã", settle=False)
    await clinic.hears(ana, "sair", settle=False)
    assert await house.inbox.run_once(), "the word is taken in before anything is sent"
    await house.settle()
    assert [text for text in clinic.told(ana) if "consulta" in text] == []
    message = await clinic.message(ana, queued)
    assert (message["status"], message["failure"]["code"]) == ("failed", "opted_out")
    assert told == clinic.told(ana)[:2]


async def test_somebody_who_left_comes_back_by_their_own_word(clinic: Organization) -> None:
    ana = somebody()
    await clinic.hears(ana, "sair")
    await clinic.hears(ana, "quero voltar a receber")
    assert clinic.told(ana)[-1] == "Pronto! Você voltou a receber nossas mensagens."
    assert not (await clinic.conversation(ana))["contact"]["opted_out"]


async def test_t03_a_message_of_six_days_ago_is_answered_by_nobody_but_a_person(
    house: House, clinic: Organization
) -> None:
    ana = somebody()
    await clinic.hears(ana, "oi, tem vaga?", at=house.clock() - timedelta(days=6))
    assert clinic.told(ana) == []
    conversation = await clinic.conversation(ana)
    assert (conversation["state"], conversation["handoff"]["reason"]) == ("waiting", "stale")
    assert conversation["window"]["open"] is False
    bia = somebody()
    await clinic.hears(bia, "oi", at=house.clock() - timedelta(minutes=9))
    assert clinic.told(bia) == ["Oi", "B ."]


async def test_a_person_who_takes_over_silences_the_bot_until_it_is_handed_back(clinic: Organization) -> None:
    ana = somebody()
    await clinic.hears(ana, "oi")
    await clinic.act(ana, "take")
    await clinic.hears(ana, "e agora?")
    assert clinic.told(ana) == ["Oi", "B ."]
    await clinic.send(ana, "Sou a Pessoa 0")
    await clinic.hears(ana, "obrigada")
    assert clinic.told(ana) == ["Oi", "B .", "Sou a Pessoa 0"]
    await clinic.act(ana, "hand-back")
    await clinic.hears(ana, "mais uma")
    assert clinic.told(ana)[3:] == ["A mais uma", "B mais uma."]


async def test_a_colleague_is_told_who_answers(house: House) -> None:
    clinic, ana = await house.organization(people=2), somebody()
    await clinic.hears(ana, "oi")
    await clinic.act(ana, "take")
    refused = await clinic.act(ana, "take", person=1, expect=409)
    assert (refused["code"], refused["data"]["name"]) == ("taken_by_other", "Pessoa 0")
    refused = await clinic.act(ana, "send", {"text": "x"}, person=1, expect=409, headers={"Idempotency-Key": "k"})
    assert refused["code"] == "taken_by_other"


async def test_an_answer_from_the_phone_itself_silences_the_bot_until_it_went_quiet(house: House) -> None:
    clinic, ana = await house.organization(bot_returns=60), somebody()
    await clinic.hears(ana, "oi")
    value = wire.echo(ana, "Já te respondo", "551140000001", at=house.clock())
    await clinic.deliver(wire.delivery(clinic.account, value, field="smb_message_echoes"))
    (line,) = await clinic.thread(ana, author="phone")
    assert (line["direction"], line["text"], line["status"]) == ("out", "Já te respondo", "sent")
    house.clock.passes(minutes=59)
    await clinic.hears(ana, "e aí?")
    assert clinic.told(ana) == ["Oi", "B ."]
    house.clock.passes(minutes=2)
    await clinic.hears(ana, "alguém?")
    assert clinic.told(ana)[2:] == ["A alguém?", "B alguém?."]
    assert (await clinic.conversation(ana))["answerer"] == "flow"


async def test_the_bot_never_returns_where_the_organization_says_so(house: House) -> None:
    clinic, ana = await house.organization(bot_returns=None), somebody()
    await clinic.hears(ana, "oi")
    await clinic.act(ana, "take")
    house.clock.passes(days=30)
    await clinic.hears(ana, "oi")
    assert clinic.told(ana) == ["Oi", "B ."]


async def test_a_session_ends_24_hours_after_the_last_message(house: House, clinic: Organization) -> None:
    ana, bia = somebody(), somebody()
    for person in (ana, bia):
        await clinic.hears(person, "oi")
    house.clock.passes(hours=23, minutes=50)
    await clinic.hears(ana, "ainda eu")
    assert clinic.told(ana)[2:] == ["A ainda eu", "B ainda eu."]
    house.clock.passes(hours=0, minutes=11)
    await clinic.hears(bia, "voltei")
    assert clinic.told(bia)[2:] == ["Oi", "B ."]
    house.clock.passes(hours=12)
    await clinic.hears(ana, "de novo")
    assert clinic.told(ana)[4:] == ["A de novo", "B de novo."]
    states = await house.rows(
        "select status, count(*) from sessions where organization_id = %s group by 1 order by 1", clinic.id
    )
    assert states == [("expired", 1), ("waiting", 2)]


async def test_the_window_closes_and_the_refusal_says_so(house: House, clinic: Organization) -> None:
    ana = somebody()
    await clinic.hears(ana, "oi")
    house.clock.passes(hours=24)
    conversation = await clinic.conversation(ana)
    assert conversation["window"]["closes_at"] is not None
    refused = await clinic.act(ana, "send", {"text": "Bom dia"}, expect=409, headers={"Idempotency-Key": "k"})
    assert (refused["code"], refused["data"]["hours"]) == ("window_closed", 24)
    assert clinic.told(ana) == ["Oi", "B ."]


async def test_the_window_is_asked_again_when_a_message_leaves(house: House, clinic: Organization) -> None:
    ana = somebody()
    await clinic.hears(ana, "oi")
    queued = await clinic.send(ana, "Bom dia", settle=False)
    house.clock.passes(hours=24)
    await house.settle()
    message = await clinic.message(ana, queued)
    assert (message["status"], message["failure"]["code"]) == ("failed", "window_closed")
    assert clinic.told(ana) == ["Oi", "B ."]


async def test_writing_after_the_archive_opens_a_linked_conversation(house: House, clinic: Organization) -> None:
    ana = somebody()
    await clinic.hears(ana, "oi")
    first = await clinic.conversation(ana)
    await clinic.act(ana, "close")
    await clinic.act(ana, "close")
    refused = await clinic.act(ana, "send", {"text": "x"}, expect=409, headers={"Idempotency-Key": "k"})
    assert refused["code"] == "conversation_archived"
    await clinic.hears(ana, "voltei")
    second = await clinic.conversation(ana)
    assert second["id"] != first["id"]
    assert (second["previous_id"], second["state"]) == (first["id"], "active")
    lines = await clinic.thread(ana)
    assert {line["conversation_id"] for line in lines} == {first["id"], second["id"]}
    assert [line["text"] for line in lines if line["direction"] == "in"] == ["oi", "voltei"]
    moves = await house.rows(
        "select was, became, actor, reason from conversation_moves where organization_id = %s", clinic.id
    )
    assert moves == [("active", "archived", "person", "closed")]


async def test_without_a_bot_a_person_is_called(house: House) -> None:
    clinic, ana = await house.organization(flow=None), somebody()
    await clinic.hears(ana, "oi")
    conversation = await clinic.conversation(ana)
    assert (conversation["state"], conversation["handoff"]["reason"]) == ("waiting", "no_bot")
    assert clinic.told(ana) == []
