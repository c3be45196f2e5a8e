"""Do automations act on what happens, once, within their limits, and say why they did or did not?"""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from recado.automations.rules.deciding import MOST_IN_HOUR
from recado.automations.tasks.rounds import AutomationRounds
from recado.foundation import failpoints
from tests.pipeline.house import House, Organization
from tests.pipeline.wire import somebody

RECEIVED = "conversations.message_received"


def rule(*actions: Any, when: Any = (), **more: Any) -> dict[str, Any]:
    tests = [{"kind": "test", "field": field, "op": op, "value": value} for field, op, value in when]
    return {"conditions": {"kind": "group", "join": "all", "tests": tests}, "actions": list(actions), **more}


async def put_on(clinic: Organization, *actions: Any, trigger: str = RECEIVED, name: str = "A", **more: Any) -> str:
    """Write an automation and put it into service."""
    body = {"name": name, "triggers": [trigger], "rule": rule(*actions, **more)}
    made = await clinic.api("POST", "/automations", body, expect=201)
    await clinic.api("PUT", f"/automations/{made['id']}/state", {"state": "on"})
    return str(made["id"])


async def act(house: House, clinic: Organization) -> None:
    """Let automations hear and act until nothing is due, and what they wrote leave."""
    rounds = AutomationRounds(house.worker, house.built.ports)
    for _ in range(20):
        if not await rounds.visit(clinic.id):
            break
    await house.settle()


async def runs(clinic: Organization, automation: str, state: str = "") -> list[Any]:
    query = f"?state={state}" if state else ""
    return list((await clinic.api("GET", f"/automations/{automation}/runs{query}"))["items"])


SAY = {"do": "send_text", "text": "Oi {{ contact.first_name }}, já vimos sua mensagem."}
TAG = {"do": "tags", "add": ["Preço"], "remove": []}


async def test_it_answers_tags_and_tells_why(house: House, clinic: Organization) -> None:
    id_ = await put_on(clinic, SAY, TAG, when=[("message.text", "word", ["preço", "valor"])])
    who = somebody("Maria Souza")
    await clinic.hears(who, "Qual o VALOR da consulta?")
    await clinic.hears(who, "obrigada")
    await act(house, clinic)

    assert "Oi Maria, já vimos sua mensagem." in clinic.told(who)
    not_run, ran = await runs(clinic, id_)
    assert (ran["state"], ran["reason"], ran["contact_name"]) == ("ran", "", "Maria Souza")
    assert [one["state"] for one in ran["outcomes"]] == ["done", "done"]
    assert ran["outcomes"][1]["about"] == {"added": ["Preço"], "removed": []}
    assert (not_run["state"], not_run["reason"]) == ("skipped", "conditions")
    (seen,) = not_run["trace"]["tests"]
    assert (seen["held"], seen["seen"], seen["value"]) == (False, "obrigada", ["preço", "valor"])
    line = next(one for one in await clinic.thread(who) if one["author"] == "system" and one["direction"] == "out")
    assert line["text"].startswith("Oi Maria")


async def test_nobody_is_told_the_same_twice_before_they_have_written_again(house: House, clinic: Organization) -> None:
    id_ = await put_on(clinic, SAY, TAG, per_hour=50)
    who = somebody("Rosa")
    for text in ("oi", "alguém?", "por favor"):
        await clinic.hears(who, text)
    await act(house, clinic)
    assert clinic.told(who).count("Oi Rosa, já vimos sua mensagem.") == 1
    said = [one["outcomes"][0] for one in await runs(clinic, id_)]
    assert [(one["state"], one["code"]) for one in reversed(said)] == [
        ("done", ""),
        ("refused", "said_already"),
        ("refused", "said_already"),
    ]
    await clinic.hears(who, "continuo aqui")
    await act(house, clinic)
    assert clinic.told(who).count("Oi Rosa, já vimos sua mensagem.") == 2


async def test_what_happened_before_it_was_put_into_service_is_none_of_its_business(
    house: House, clinic: Organization
) -> None:
    who = somebody()
    await clinic.hears(who, "oi")
    id_ = await put_on(clinic, TAG)
    await act(house, clinic)
    assert await runs(clinic, id_) == []
    await clinic.api("PUT", f"/automations/{id_}/state", {"state": "off"})
    await clinic.hears(who, "de novo")
    await act(house, clinic)
    await clinic.api("PUT", f"/automations/{id_}/state", {"state": "on"})
    await act(house, clinic)
    assert await runs(clinic, id_) == []


async def test_a_crash_before_the_commit_neither_loses_nor_doubles(house: House, clinic: Organization) -> None:
    id_ = await put_on(clinic, SAY)
    who = somebody("Bia")
    await clinic.hears(who, "oi")
    for name in ("automations.heard", "automations.before_commit"):
        failpoints.configure(f"{name}:raise")
        rounds = AutomationRounds(house.worker, house.built.ports)
        try:
            await rounds.visit(clinic.id)
        except failpoints.FailpointHit:
            pass
        finally:
            failpoints.configure("")
    house.clock.passes(minutes=2)
    await act(house, clinic)
    await act(house, clinic)
    assert sum("já vimos" in text for text in clinic.told(who)) == 1
    assert [one["state"] for one in await runs(clinic, id_)] == ["ran"]


async def test_if_nobody_answers_within_half_an_hour(house: House, clinic: Organization) -> None:
    note = {"do": "add_note", "text": "Ninguém respondeu {{ contact.first_name }} em 30 minutos."}
    id_ = await put_on(
        clinic, note, wait_minutes=30, again_after_minutes=60, when=[("since.person_answered", "is", "false")]
    )
    waits, answered = somebody("Ana"), somebody("Caio")
    await clinic.hears(waits, "alguém?")
    await clinic.hears(waits, "oi?")
    await clinic.hears(answered, "olá")
    await act(house, clinic)
    assert {one["state"] for one in await runs(clinic, id_)} == {"waiting"}
    await clinic.act(answered, "take")
    await clinic.send(answered, "Bom dia, Caio")
    house.clock.passes(minutes=31)
    await act(house, clinic)

    assert [line["text"] for line in await clinic.thread(waits, direction="note")] == [
        "Ninguém respondeu Ana em 30 minutos."
    ]
    assert await clinic.thread(answered, direction="note") == []
    found = {(one["contact_name"], one["state"], one["reason"]) for one in await runs(clinic, id_)}
    assert found == {("Ana", "ran", ""), ("Ana", "skipped", "too_soon"), ("Caio", "skipped", "conditions")}


async def test_no_automation_acts_on_its_own_doing_and_chains_end(house: House, clinic: Organization) -> None:
    """Each message that one writes is a fact that it waits for; four of them would set one another off for ever."""
    queued = "conversations.message_queued"
    names = ["um", "dois", "três", "quatro", "cinco"]
    ids = [
        await put_on(clinic, {"do": "send_text", "text": f"({name})"}, trigger=queued, name=name) for name in names
    ]  # fmt: skip
    who = somebody()
    await clinic.hears(who, "oi")
    for _ in range(6):
        await act(house, clinic)
    reasons = [one["reason"] for id_ in ids for one in await runs(clinic, id_)]
    assert reasons.count("own_effect") > 0
    said = [text for text in clinic.told(who) if text.startswith("(")]
    assert 0 < len(said) <= MOST_IN_HOUR
    depths = {one["fact"]["name"]: one["depth"] for id_ in ids for one in await runs(clinic, id_, "ran")}
    assert max(depths.values()) < 3
    before = len(clinic.told(who))
    await act(house, clinic)
    assert len(clinic.told(who)) == before


async def test_receipts_of_its_message_are_its_doing(house: House, clinic: Organization) -> None:
    """A failed send tells of itself in a transaction of its own; an answer to that would fail again, and again."""
    changed = "conversations.message_status_changed"
    id_ = await put_on(
        clinic,
        {"do": "send_text", "text": "Tentando de novo"},
        trigger=changed,
        when=[("message.status", "is", "failed")],
    )
    who = somebody()
    await clinic.hears(who, "oi")
    house.graph.refuse(131026)
    await clinic.act(who, "take")
    await clinic.send(who, "vai falhar")
    house.graph.refuse(131026)
    await act(house, clinic)
    await act(house, clinic)
    await act(house, clinic)
    found = await runs(clinic, id_)
    assert [one["state"] for one in found].count("ran") == 1
    assert "own_effect" in {one["reason"] for one in found}


async def test_limits_per_conversation_and_hour(house: House, clinic: Organization) -> None:
    id_ = await put_on(clinic, {"do": "add_note", "text": "nota"}, per_hour=2)
    who, other = somebody(), somebody()
    for text in ("a", "b", "c"):
        await clinic.hears(who, text)
    await clinic.hears(other, "a")
    await act(house, clinic)
    found = [(one["state"], one["reason"]) for one in await runs(clinic, id_)]
    assert sorted(found) == [("ran", ""), ("ran", ""), ("ran", ""), ("skipped", "hourly_limit")]
    house.clock.passes(hours=1, minutes=1)
    await clinic.hears(who, "d")
    await act(house, clinic)
    assert (await runs(clinic, id_))[0]["state"] == "ran"


async def test_outside_the_hours_it_waits_for_the_next_opening(house: House, clinic: Organization) -> None:
    week: list[list[dict[str, str]]] = [[] for _ in range(7)]
    today = house.clock().astimezone(ZoneInfo("America/Sao_Paulo")).weekday()
    week[(today + 1) % 7] = [{"opens": "08:00", "closes": "18:00"}]
    await clinic.api("PUT", "/organization/hours", {"week": week, "national_holidays": False, "holiday_state": ""})
    later = await put_on(clinic, TAG, hours="next_opening", name="depois")
    never = await put_on(clinic, TAG, hours="open", name="aberto")
    who = somebody()
    await clinic.hears(who, "oi")
    await act(house, clinic)
    assert [one["reason"] for one in await runs(clinic, never)] == ["closed_now"]
    (waiting,) = await runs(clinic, later)
    assert waiting["state"] == "waiting"
    opens = datetime.fromisoformat(waiting["due_at"])
    assert opens.astimezone(ZoneInfo("America/Sao_Paulo")).hour == 8
    house.clock.ahead += opens - house.clock() + timedelta(minutes=1)
    await act(house, clinic)
    assert [one["state"] for one in await runs(clinic, later)] == ["ran"]


async def test_a_refused_action_is_undone_alone_and_the_next_goes_on(house: House, clinic: Organization) -> None:
    id_ = await put_on(clinic, SAY, TAG)
    who = somebody()
    await clinic.hears(who, "oi")
    await clinic.hears(who, "pare de me mandar mensagens")
    await house.rows("update contacts set opted_out_at = now() where organization_id = %s", clinic.id)
    await act(house, clinic)
    last = (await runs(clinic, id_))[0]
    assert (last["state"], last["reason"]) == ("ran", "some_refused")
    assert [(one["state"], one["code"]) for one in last["outcomes"]] == [("refused", "opted_out"), ("done", "")]


async def test_it_hands_over_to_a_team_opens_a_handoff_and_archives(house: House, clinic: Organization) -> None:
    team = (await clinic.api("POST", "/teams", {"name": "Vendas"}, expect=201))["id"]
    handoff = {"do": "open_handoff", "reason": "Cliente pediu orçamento", "priority": "high", "team_id": team}
    await put_on(clinic, handoff, when=[("message.text", "contains", "orçamento")], name="orçamento")
    await put_on(clinic, {"do": "resolve"}, when=[("message.text", "is", "encerrar")], name="encerrar")
    who, leaves = somebody(), somebody()
    await clinic.hears(who, "quero um ORCAMENTO")
    await clinic.hears(leaves, "Encerrar")
    await act(house, clinic)
    asked = await clinic.conversation(who)
    assert (asked["state"], asked["answerer"], asked["team"]["name"]) == ("waiting", "person", "Vendas")
    assert (await clinic.conversation(leaves))["state"] == "archived"


async def test_it_begins_and_moves_a_deal(house: House, clinic: Organization) -> None:
    pipeline = await clinic.api("POST", "/pipelines", {"name": "Vendas"}, expect=201)
    stages = {one["name"]: one["id"] for one in pipeline["stages"]}
    second = list(stages)[1]
    create = {"do": "create_deal", "pipeline_id": pipeline["id"], "title": "Plano de {{ contact.first_name }}"}
    id_ = await put_on(clinic, create, name="cria")
    move = {"do": "move_deal", "pipeline_id": pipeline["id"], "stage_id": stages[second]}
    await put_on(clinic, move, trigger="leads.deal_created", name="move")
    who = somebody("Rita Lima")
    await clinic.hears(who, "quero contratar")
    await clinic.hears(who, "ainda quero")
    await act(house, clinic)
    await act(house, clinic)
    (deal,) = (await clinic.api("GET", f"/deals?conversation_ref={who.phone}"))["items"]
    assert (deal["title"], deal["stage_id"]) == ("Plano de Rita", stages[second])
    codes = {one["outcomes"][0]["code"] for one in await runs(clinic, id_)}
    assert codes == {"", "deal_is_open"}
    history = (await clinic.api("GET", f"/deals/{deal['id']}"))["history"]
    assert {one["actor"] for one in history} == {"automation"}


async def test_a_bot_begins_its_flow_though_nobody_wrote_to_it(house: House, clinic: Organization) -> None:
    bots = (await clinic.api("GET", "/bots"))["items"]
    who = somebody()
    await clinic.hears(who, "oi")
    await clinic.act(who, "take")
    await clinic.act(who, "hand-back")
    before = len(clinic.told(who))
    await put_on(
        clinic, {"do": "start_flow", "bot_id": bots[0]["id"]}, trigger="conversations.note_added", name="começa"
    )
    await clinic.act(who, "notes", {"text": "liga o bot"}, expect=201)
    await act(house, clinic)
    await house.settle()
    assert len(clinic.told(who)) > before


async def test_a_rehearsal_shows_all_and_leaves_nothing(house: House, clinic: Organization) -> None:
    who = somebody("Nina")
    await clinic.hears(who, "qual o preço?")
    facts = (await clinic.api("GET", f"/automations/facts?triggers={RECEIVED}"))["items"]
    body = {
        "name": "rascunho", "triggers": [RECEIVED], "fact_seq": facts[0]["seq"],
        "rule": rule(SAY, TAG, {"do": "resolve"}, when=[("message.text", "word", "preço")]),
    }  # fmt: skip
    before = await clinic.thread(who)
    tried = await clinic.api("POST", "/automations/try", body)
    assert (tried["decision"], [one["state"] for one in tried["outcomes"]]) == ("act", ["done"] * 3)
    assert tried["outcomes"][0]["about"]["text"] == "Oi Nina, já vimos sua mensagem."
    await house.settle()
    assert await clinic.thread(who) == before
    assert (await clinic.conversation(who))["state"] == "active"
    body["rule"] = rule(SAY, when=[("message.text", "word", "horário")])
    tried = await clinic.api("POST", "/automations/try", body)
    assert (tried["decision"], tried["reason"], tried["outcomes"]) == ("skip", "conditions", [])


async def test_an_error_of_ours_is_tried_three_times_and_then_said(house: House, clinic: Organization) -> None:
    id_ = await put_on(clinic, TAG)
    who = somebody()
    await clinic.hears(who, "oi")
    for _ in range(4):
        failpoints.configure("automations.before_commit:raise")
        try:
            await AutomationRounds(house.worker, house.built.ports).visit(clinic.id)
        finally:
            failpoints.configure("")
        house.clock.passes(minutes=5)
    (one,) = await runs(clinic, id_)
    assert (one["state"], one["attempts"]) == ("failed", 3)
    assert one["reason"].startswith("error:")


async def test_ten_rounds_at_once_do_everything_once(house: House, clinic: Organization) -> None:
    id_ = await put_on(clinic, {"do": "add_note", "text": "uma vez"}, per_hour=0)
    people = [somebody() for _ in range(8)]
    for who in people:
        await clinic.hears(who, "oi")
    rounds = [AutomationRounds(house.worker, house.built.ports) for _ in range(4)]
    for _ in range(4):
        await asyncio.gather(*(one.visit(clinic.id) for one in rounds))
    for who in people:
        assert len(await clinic.thread(who, direction="note")) == 1
    assert len(await runs(clinic, id_, "ran")) == len(people)


def dealing(**move: Any) -> dict[str, Any]:
    """A flow that begins a deal and, after another message, moves it."""
    begin = {"pipeline": "vendas", "title": "Plano de {{ contact.first_name }}", "value": "R$ 1.500,50"}
    return {
        "format": 1, "id": "funil", "name": "Funil", "entry": "oi",
        "nodes": {
            "oi": {"type": "start", "exits": {"next": "cria"}},
            "cria": {"type": "create_deal", "options": begin, "exits": {"next": "pergunta"}},
            "pergunta": {
                "type": "question", "options": {"text": "Segue?", "kind": "text", "variable": "x"},
                "exits": {"next": "move"},
            },
            "move": {"type": "move_stage", "options": {"pipeline": "Vendas", **move}, "exits": {"next": "fim"}},
            "fim": {"type": "message", "options": {"text": "Pronto."}},
        },
    }  # fmt: skip


async def test_a_flow_begins_a_deal_once_and_moves_it(house: House) -> None:
    clinic = await house.organization(flow=dealing(stage="proposta"))
    await clinic.api("POST", "/pipelines", {"name": "Vendas"}, expect=201)
    who = somebody("Rita Lima")
    await clinic.hears(who, "quero contratar")
    (deal,) = (await clinic.api("GET", f"/deals?conversation_ref={who.phone}"))["items"]
    assert (deal["title"], deal["value_cents"]) == ("Plano de Rita", 150_050)
    await clinic.hears(who, "sim")
    assert "Pronto." in clinic.told(who)
    history = (await clinic.api("GET", f"/deals/{deal['id']}"))["history"]
    assert [(one["became"], one["actor"]) for one in history] == [("Proposta", "flow"), ("Novo", "flow")]
    await clinic.hears(who, "de novo")
    assert len((await clinic.api("GET", f"/deals?conversation_ref={who.phone}"))["items"]) == 1


async def test_what_the_pipeline_refuses_is_a_problem_and_the_conversation_goes_on(house: House) -> None:
    clinic = await house.organization(flow=dealing(stage="Etapa que não existe"))
    await clinic.api("POST", "/pipelines", {"name": "Vendas"}, expect=201)
    who = somebody()
    await clinic.hears(who, "oi")
    await clinic.hears(who, "sim")
    assert "Pronto." in clinic.told(who)
    rows = await house.rows("select problems::text from turns where organization_id = %s order by turn_id", clinic.id)
    assert "deal_refused" in rows[-1][0]
    assert "stage_not_found" in rows[-1][0]
