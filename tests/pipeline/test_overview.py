"""Are the figures one truth for the screen, the older clients and the export, also where a row is broken?"""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest

from tests.pipeline.house import House, Organization
from tests.pipeline.wire import somebody

PAIRS = (("active", "conversas_ativas"), ("waiting", "conversas_aguardando"), ("archived", "conversas_arquivadas"),
         ("total", "total"), ("messages_today", "mensagens_hoje"), ("closing_rate", "taxa_fechamento"))  # fmt: skip


async def export(clinic: Organization) -> dict[str, list[str]]:
    answer = await (await clinic.browser()).request("GET", "/overview/export")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert "attachment" in answer.headers["content-disposition"]
    text = answer.content.decode("utf-8-sig")
    return {row[0]: row[1:] for row in csv.reader(io.StringIO(text), delimiter=";") if row}


async def agree(clinic: Organization) -> Any:
    """Read the figures in every way and return them: they are the same, and the parts make the whole."""
    shown = await clinic.api("GET", "/overview")
    older = await clinic.api("GET", "/whatsapp-chat/status")
    figures = shown["figures"]
    assert {name: older[theirs] for name, theirs in PAIRS} == figures
    assert figures["active"] + figures["waiting"] + figures["archived"] == figures["total"]
    table = await export(clinic)
    assert [int(table[name][0]) for name in ("Conversas ativas", "Conversas aguardando", "Conversas arquivadas",
            "Total de conversas", "Mensagens no dia")] == [figures[name] for name, _ in PAIRS[:5]]  # fmt: skip
    rate = table["Taxa de fechamento"][0]
    assert rate == ("–" if figures["closing_rate"] is None else f"{figures['closing_rate']:.4f}".replace(".", ","))
    assert int(table["Transbordos abertos"][0]) == shown["open_handoffs"] == shown["handoffs"]["open"]
    for status, name in (("ativa", "active"), ("aguardando", "waiting"), ("arquivada", "archived")):
        page = await clinic.api("GET", f"/whatsapp-chat/conversas?status={status}&limit=100")
        assert {one["status"] for one in page["items"]} <= {status}
        assert page["total"] == len(page["items"]) == figures[name]
    return shown


async def test_nothing_is_nothing_everywhere(house: House, clinic: Organization) -> None:
    shown = await agree(clinic)
    assert shown["figures"]["closing_rate"] is None
    assert shown["figures"]["total"] == 0


async def test_every_way_of_reading_tells_the_same(house: House, clinic: Organization) -> None:
    people = [somebody(f"Pessoa {n}") for n in range(5)]
    for who in people:
        await clinic.hears(who, "oi")
    await clinic.act(people[0], "close")
    await clinic.hears(people[1], "quero falar com um atendente")
    shown = await agree(clinic)
    assert (shown["figures"]["active"], shown["figures"]["waiting"], shown["figures"]["archived"]) == (3, 1, 1)
    assert shown["handoffs"]["late"] == 0
    house.clock.passes(minutes=31)
    assert (await clinic.api("GET", "/overview"))["handoffs"]["late"] == 1


async def test_the_older_clients_list_reads_on(house: House, clinic: Organization) -> None:
    people = [somebody(f"Pessoa {n}") for n in range(5)]
    for who in people:
        await clinic.hears(who, "oi")
    seen: list[str] = []
    cursor = ""
    while True:
        page = await clinic.api("GET", f"/whatsapp-chat/conversas?limit=2&cursor={cursor}")
        seen += [one["telefone"] for one in page["items"]]
        if not (cursor := page["next_cursor"] or ""):
            break
    assert len(seen) == len(set(seen)) == 5
    assert set(page["items"][0]) == {
        "id", "status", "contato", "telefone", "canal", "atendente", "nao_lidas", "ultima_mensagem", "ultima_mensagem_em",
        "aguardando_desde",
    }  # fmt: skip
    await clinic.api("GET", "/whatsapp-chat/conversas?status=fechada", expect=422)


@pytest.mark.parametrize("word", ["fechada", "EM_ATENDIMENTO", "", "x" * 300])
async def test_a_state_nobody_knows_waits_and_is_listed_for_repair(
    house: House, clinic: Organization, word: str
) -> None:
    ana, bia = somebody("Ana"), somebody("Bia")
    await clinic.hears(ana, "oi")
    await clinic.hears(bia, "oi")
    id_ = (await clinic.conversation(ana))["id"]
    await house.rows("update conversations set state = %s where id = %s", word, id_)
    shown = await agree(clinic)
    assert (shown["figures"]["active"], shown["figures"]["waiting"], shown["to_repair"]) == (1, 1, 1)
    (one,) = (await clinic.api("GET", "/overview/repairs"))["items"]
    assert (one["conversation"]["id"], one["legacy_state"]) == (id_, word[:100] or "?")
    refused = await clinic.act(bia, "repair", {"state": "archived"}, expect=409)
    assert refused["code"] == "nothing_to_repair"
    await clinic.act(ana, "repair", {"state": "archived"})
    shown = await agree(clinic)
    assert (shown["figures"]["archived"], shown["to_repair"]) == (1, 0)


async def test_taking_a_broken_one_does_not_hide_it(house: House, clinic: Organization) -> None:
    ana = somebody()
    await clinic.hears(ana, "oi")
    await house.rows(
        "update conversations set state = 'pendente' where id = %s", (await clinic.conversation(ana))["id"]
    )
    await clinic.act(ana, "take")
    await agree(clinic)
    assert (await clinic.api("GET", "/overview"))["to_repair"] == 1
    await clinic.act(ana, "repair", {"state": "active"})
    assert (await clinic.api("GET", "/overview"))["to_repair"] == 0
