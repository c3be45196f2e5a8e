"""What does an organization teach, what is put aside for a person, and which model is taken into use?"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from uuid import UUID, uuid4

import pytest

from recado.conversations.rules import understanding as rules
from recado.conversations.rules import understanding_teaching as teaching
from recado.conversations.service.understanding_shelf import Shelf
from recado.conversations.tasks.train_understanding import TrainUnderstanding
from recado.conversations.tasks.understand_messages import UnderstandingRounds, understand_page
from recado.conversations.understanding_models import TRAIN, Labelled, Marks, Method, Verdict
from recado.foundation import facts
from recado.foundation.facts import Fact
from recado.foundation.identifiers import new_id
from recado.nlu.entities import read_entities
from recado.nlu.intents.model import from_bytes
from recado.nlu.intents.phrases import LABELS, Phrase, package_phrases
from recado.nlu.intents.training import train
from recado.nlu.models import Context, Intent, Understanding
from recado.organizations.models import Role
from tests.architecture.sources import ROOT
from tests.support.jobs import change, connected, rows, running
from tests.support.postgres import Clone
from tests.support.team_desk import TeamDesk, team_desk
from tests.support.told import all_told

FEW = {"greeting", "book_appointment", "price_question", "complaint", "out_of_scope"}
EACH = 40


def few_phrases() -> list[Phrase]:
    """A fortieth of the product's phrases: a model is taught them in a second."""
    every = package_phrases()
    return [one for label in sorted(FEW) for one in [p for p in every if p.label == label][:EACH]]


@pytest.fixture
async def desk(database: Clone) -> AsyncIterator[TeamDesk]:
    async with team_desk(database) as found:
        found.office.app.state.understanding = Shelf()
        yield found


def test_a_message_keeps_its_sense_and_loses_what_tells_of_whom() -> None:
    text = "sou a Mariana Alves, cpf 529.982.247-25, fone (11) 98765-4321, m.alves@gmail.com, quero banho"
    masked = rules.masked(text, read_entities(text, Context()))
    for secret in ("529.982", "98765", "m.alves"):
        assert secret not in masked
    assert masked.endswith("quero banho")
    assert "000.000.000-00" in masked
    # A document that fails its check is nobody's entity, and hidden all the same; prices and hours stay.
    assert rules.masked("meu cpf é 123.456.789-00", ()) == "meu cpf é 000.000.000-00"
    assert rules.masked("custa 1.500 às 15h30 dia 10/12", ()) == "custa 1.500 às 15h30 dia 10/12"


def test_lines_are_sifted_and_told_why() -> None:
    kept, refused = rules.sift(["Quero marcar", "  quero   MARCAR ", "", "😀", "x" * 301, "oi"], 300)
    assert list(kept.values()) == ["Quero marcar", "oi"]
    assert [one.why for one in refused] == ["twice", "empty", "no_words", "too_long"]


def test_what_is_not_likely_is_doubted() -> None:
    def read(probability: float) -> Understanding:
        return Understanding("x", Intent("greeting", probability))

    assert rules.is_doubtful(read(0.59), 60)
    assert not rules.is_doubtful(read(0.6), 60)


@pytest.mark.parametrize(
    ("before", "after", "verdict", "promoted"),
    [
        (Marks(), Marks(), Verdict.UNMEASURED, False),
        (Marks(10, 5, 0.5), Marks(10, 6, 0.6), Verdict.BETTER, True),
        (Marks(10, 6, 0.6, (0, 1), 0.5), Marks(10, 6, 0.6, (0, 1), 0.4), Verdict.WORSE, False),
        (Marks(10, 6, 0.6, (0, 1), 0.4), Marks(10, 6, 0.6, (0, 1), 0.4), Verdict.SAME, True),
        (Marks(10, 6, 0.6), Marks(10, 5, 0.5), Verdict.WORSE, False),
    ],
)
def test_a_model_is_taken_into_use_if_it_is_not_worse(
    before: Marks, after: Marks, verdict: Verdict, promoted: bool
) -> None:
    assert rules.compare(before, after) is verdict
    assert rules.may_promote(verdict) is promoted


def test_hours_are_the_widest_of_the_week() -> None:
    assert rules.hours_of(None) == (8, 18)
    assert rules.hours_of([[(480, 720), (780, 1110)], [], [(540, 600)]]) == (8, 19)
    assert rules.hours_of([[(0, 1440)]]) == (0, 24)


@pytest.mark.nightly
def test_few_labelled_messages_examine_and_are_not_taught() -> None:
    base, labelled = (
        few_phrases(),
        [Labelled("a", "zarpar vexilo", "complaint"), Labelled("b", "oi tudo bem", "greeting")],
    )
    before = train(base)
    taught = teaching.teach(
        base, [Phrase("zarpar o vexilo", "complaint")], labelled, temperature=0.3, before=before, answered={}
    )
    assert taught.method is Method.HELD_OUT
    assert taught.after.total == 2
    assert taught.after.right >= taught.before.right
    assert taught.answers == {}
    # Nothing but the organization's own phrase says so.
    assert teaching.answer("zarpar vexilo", from_bytes(taught.model)) == "complaint"


def test_many_are_taught_each_examined_by_a_fold_that_was_not_taught_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(teaching, "ENOUGH", 12)
    every = [one for one in package_phrases() if one.label in FEW]
    labelled = [Labelled(str(at), one.text, one.label) for at, one in enumerate(every[-15:])]
    # A secret word that only one message has cannot be known to the fold that examines it.
    labelled.append(Labelled("secret", "qwertuvio", "complaint"))
    base = few_phrases()
    taught = teaching.teach(base, [], labelled, temperature=0.3, before=train(base), answered={"0": "greeting"})
    assert taught.method is Method.CROSS_VALIDATED
    assert set(taught.answers) == {one.id for one in labelled}
    assert taught.answers["secret"] != "complaint"
    assert teaching.answer("qwertuvio", from_bytes(taught.model)) == "complaint"
    old = train(base)
    honest = {one.id: teaching.answer(one.text, old) for one in labelled} | {"0": "greeting"}
    assert taught.before == teaching.mark(labelled, honest)


def test_every_intent_has_a_name_at_the_screen() -> None:
    text = (ROOT / "dashboard/src/features/settings/understanding/labels.ts").read_text()
    assert [label for label in LABELS if f"  {label}: {{ name: " not in text] == []


async def test_a_sentence_is_understood_with_the_organizations_words(desk: TeamDesk) -> None:
    olga, ana = await desk.sign_in("olga", Role.ORG_ADMIN), await desk.sign_in("ana", Role.AGENT)
    assert (await ana.post("/understanding/sentence", {"text": "oi"})).status_code == 403
    kept = (
        await olga.post("/understanding/words", {"kind": "service", "texts": ["Tosa Bebê", "tosa bebe", ""]})
    ).json()
    assert (kept["added"], [one["why"] for one in kept["refused"]]) == (1, ["twice", "empty"])
    body = {"text": "quero marcar uma tosa bebê quinta às 3", "at": "2026-03-11T10:00:00-03:00"}
    found = (await olga.post("/understanding/sentence", body)).json()
    assert found["intent"]["label"] == "book_appointment"
    assert found["ranked"][0]["label"] == "book_appointment"
    assert len(found["ranked"]) == 3
    assert found["version"] is None
    named = {one["type"]: one for one in found["entities"]}
    assert named["service"]["value"] == "Tosa Bebê"
    assert body["text"][named["service"]["start"] : named["service"]["end"]] == "tosa bebê"
    assert named["datetime"]["value"]["value"] == "2026-03-12T15:00:00-03:00"
    word = (await olga.get("/understanding/words")).json()["items"][0]
    assert (await olga.delete(f"/understanding/words/{word['id']}")).status_code == 204
    assert (await olga.delete(f"/understanding/words/{word['id']}")).status_code == 404
    assert (await olga.get("/understanding/words")).json()["items"] == []


async def test_phrases_have_limits_and_stay_within_the_organization(
    desk: TeamDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    olga = await desk.sign_in("olga")
    stranger = await desk.sign_in("rui", Role.OPERATOR, desk.other)
    add = {"label": "complaint", "texts": ["deu ruim no banho", "que vacilo"]}
    assert (await olga.post("/understanding/phrases", add)).json() == {"added": 2, "refused": []}
    again = (await olga.post("/understanding/phrases", {"label": "greeting", "texts": ["Que  VACILO"]})).json()
    assert again == {"added": 0, "refused": [{"text": "Que VACILO", "why": "taken"}]}
    assert (await olga.post("/understanding/phrases", {**add, "label": "nada"})).json()["code"] == "unknown_label"
    monkeypatch.setattr(rules, "MOST_PHRASES", 3)
    more = await olga.post("/understanding/phrases", {"label": "complaint", "texts": ["um treco", "dois trecos"]})
    assert (more.status_code, more.json()["data"]) == (409, {"limit": 3})
    (newest, *_) = (await olga.get("/understanding/phrases?intent=complaint")).json()["items"]
    assert (await stranger.delete(f"/understanding/phrases/{newest['id']}")).status_code == 404
    assert (await stranger.get("/understanding/phrases?intent=complaint")).json()["items"] == []
    assert (await olga.delete(f"/understanding/phrases/{newest['id']}")).status_code == 204
    acts = rows(desk.office.clone, "select action from audit_entries where action like 'understanding.%%' order by id")
    assert acts == [("understanding.phrases_added",), ("understanding.phrase_removed",)]


async def _say(desk: TeamDesk, conversation: UUID, *texts: str) -> None:
    """Let a customer write, as the turn does it: a message, and the fact that it came."""
    for text in texts:
        id_ = new_id()
        change(
            desk.office.clone,
            "insert into messages (organization_id, id, conversation_id, channel_id, direction, type, text, author, status,"
            " status_rank) values (%s, %s, %s, %s, 'in', 'text', %s, 'contact', 'received', 0)",
            desk.clinic, id_, conversation, desk.channel, text,
        )  # fmt: skip
        async with desk.office.access.database.transaction(desk.clinic) as tx:
            await facts.publish(tx, [Fact("conversations.message_received", conversation, {"message_id": str(id_)})])


async def test_doubts_are_put_aside_once_and_labelled(desk: TeamDesk, database: Clone) -> None:
    olga = await desk.sign_in("olga", Role.ORG_ADMIN)
    conversation = desk.conversation(contact="Mariana")
    await _say(desk, conversation, "frase de antes zyx")
    strange = "quanto fica pra marcar trecos 52998224725 amanha"
    async with connected(database.worker_dsn) as worker:
        assert await understand_page(worker, desk.clinic, Shelf()) == 0  # nobody asked for it
        assert (
            await olga.request("PUT", "/understanding/reading", json={"reading": True, "doubt_below": 95})
        ).status_code == 204
        await _say(desk, conversation, strange, "QUANTO fica pra marcar trecos 52998224725 amanhaaa", "bom dia", "123")
        rounds = UnderstandingRounds(worker)
        await all_told(database.owner_dsn)
        while await rounds.run_once():
            pass
        await _say(desk, conversation, strange)
        await all_told(database.owner_dsn)
        rounds.hear(f"facts/{desk.clinic}")
        while await rounds.run_once():
            pass
    page = (await olga.get("/understanding/doubts")).json()
    (doubt,) = [one for one in page["items"] if "trecos" in one["text"]]
    assert doubt["text"] == "quanto fica pra marcar trecos 00000000000 amanha"
    assert doubt["times"] == 3
    assert doubt["conversation_id"] == str(conversation)
    assert len(doubt["ranked"]) == 3
    assert not any("antes" in one["text"] for one in page["items"])
    path = f"/understanding/doubts/{doubt['id']}"
    assert (await olga.post(f"{path}/label", {"label": "nada"})).json()["code"] == "unknown_label"
    assert (await olga.post(f"{path}/label", {"label": "complaint"})).json()["state"] == "labelled"
    assert (await olga.post(f"{path}/skip")).json()["code"] == "doubt_decided"
    assert (await olga.post(f"{path}/reopen")).json()["state"] == "open"
    assert (await olga.post(f"{path}/skip")).json()["state"] == "skipped"
    assert (await olga.post(f"/understanding/doubts/{uuid4()}/skip")).status_code == 404
    figures = (await olga.get("/understanding/figures?days=2")).json()
    assert figures["total"] == 5
    assert figures["days"][-1]["total"] + figures["days"][-2]["total"] == 5
    assert {"label": "greeting", "n": 1} in figures["top"]
    # With the message goes what was kept of it.
    change(desk.office.clone, "delete from messages where conversation_id = %s", conversation)
    assert rows(desk.office.clone, "select count(*) from understanding_doubts") == [(0,)]


@pytest.mark.nightly
async def test_a_training_is_asked_once_examined_and_taken_back(desk: TeamDesk, database: Clone) -> None:
    olga = await desk.sign_in("olga", Role.ORG_ADMIN)
    assert (await olga.post("/understanding/trainings", headers={"idempotency-key": "a"})).json()[
        "code"
    ] == "nothing_to_teach"
    await olga.post(
        "/understanding/phrases", {"label": "complaint", "texts": ["zarpar o vexilo", "zarpei o vexilo ontem"]}
    )
    first = (await olga.post("/understanding/trainings", headers={"idempotency-key": "a"})).json()
    assert (await olga.post("/understanding/trainings", headers={"idempotency-key": "a"})).json()["id"] == first["id"]
    other = await olga.post("/understanding/trainings", headers={"idempotency-key": "b"})
    assert (other.status_code, other.json()["code"]) == (409, "training_under_way")
    base = [(one.label, one.text) for one in few_phrases()]
    async with connected(database.worker_dsn) as worker:
        train_now = TrainUnderstanding(base=base)
        await train_now(worker, desk.clinic, {"training_id": first["id"]})
        (done,) = (await olga.get("/understanding/trainings")).json()["items"]
        assert (done["state"], done["verdict"], done["in_force"]) == ("done", "unmeasured", False)
        assert (await olga.request("PUT", "/understanding/model", json={"training_id": done["id"]})).status_code == 204
        read = (await olga.post("/understanding/sentence", {"text": "zarpar o vexilo"})).json()
        assert (read["intent"]["label"], read["version"]) == ("complaint", 1)

        change(
            desk.office.clone,
            "insert into understanding_doubts (organization_id, id, normal, text, message_id, conversation_id, ranked, state,"
            " label) select organization_id, %s, 'x', 'vou zarpar o vexilo', id, conversation_id, '[]', 'labelled', 'complaint'"
            " from messages limit 1",
            await _message(desk),
        )  # fmt: skip
        second = (await olga.post("/understanding/trainings", headers={"idempotency-key": "b"})).json()
        newest = second
        async with running(worker, database, {TRAIN: train_now}) as _:
            for _ in range(600):
                newest = (await olga.get("/understanding/trainings")).json()["items"][0]
                if newest["state"] in {"done", "failed"}:
                    break
                await _a_moment()
    assert newest["id"] == second["id"]
    assert (newest["state"], newest["method"], newest["after"]["total"]) == ("done", "held_out", 1)
    assert newest["after"]["accuracy"] >= newest["before"]["accuracy"]
    assert newest["in_force"]
    assert (await olga.request("PUT", "/understanding/model", json={"training_id": None})).status_code == 204
    assert (await olga.get("/understanding")).json()["version"] is None
    told = rows(desk.office.clone, "select count(*) from facts where data ->> 'what' = 'trainings'")
    assert told[0][0] >= 6


async def test_a_process_that_breaks_or_is_slow_fails_the_training_alone(desk: TeamDesk, database: Clone) -> None:
    olga = await desk.sign_in("olga")
    await olga.post("/understanding/phrases", {"label": "complaint", "texts": ["zarpar o vexilo"]})
    asked = (await olga.post("/understanding/trainings")).json()
    async with connected(database.worker_dsn) as worker:
        await TrainUnderstanding(longest_s=0.01)(worker, desk.clinic, {"training_id": asked["id"]})
        (failed,) = (await olga.get("/understanding/trainings")).json()["items"]
        assert (failed["state"], failed["failure"]) == ("failed", "too_slow")
        again = (await olga.post("/understanding/trainings")).json()
        broken = TrainUnderstanding(base=[("no_such_label", "x")])
        await broken(worker, desk.clinic, {"training_id": again["id"]})
    assert (await olga.get("/understanding/trainings")).json()["items"][0]["failure"] == "too_few"


async def _message(desk: TeamDesk) -> UUID:
    await _say(desk, desk.conversation(), "vou zarpar o vexilo")
    return new_id()


async def _a_moment() -> None:
    await asyncio.sleep(0.2)
