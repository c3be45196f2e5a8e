"""What happens to deals when their pipeline is changed under them, and what do figures say of them?"""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

from tests.leads.shop import Shop, titles


async def test_a_pipeline_begins_with_the_usual_stages_and_reasons(house: Shop) -> None:
    assert [(one["name"], one["kind"]) for one in house.pipeline["stages"]] == [
        ("Novo", "open"), ("Qualificação", "open"), ("Proposta", "open"), ("Negociação", "open"), ("Ganho", "won"),
        ("Perdido", "lost"),
    ]  # fmt: skip
    reasons = (await house.operator.get("/deal-reasons")).json()["items"]
    assert {one["kind"] for one in reasons} == {"won", "lost"}
    twice = await house.admin.post("/pipelines", {"name": "VENDÁS"})
    assert (twice.status_code, twice.json()["code"]) == (409, "name_taken")
    half = {"name": "Meio", "stages": [{"name": "Só", "kind": "open", "color": "blue"}]}
    assert (await house.admin.post("/pipelines", half)).json()["code"] == "last_stage_of_kind"


async def test_stages_are_added_renamed_and_put_in_order(house: Shop) -> None:
    made = await house.admin.post(f"/pipelines/{house.pipeline['id']}/stages", {"name": "Visita"})
    assert [one["name"] for one in made.json()["stages"]][3:6] == ["Negociação", "Visita", "Ganho"]
    visit = made.json()["stages"][4]["id"]
    moved = await house.admin.patch(f"/stages/{visit}", {"position": 0, "name": "Visita marcada", "color": "amber"})
    first = moved.json()["stages"][0]
    assert (first["name"], first["color"], first["position"]) == ("Visita marcada", "amber", 0)
    assert [one["position"] for one in moved.json()["stages"]] == list(range(7))


async def test_a_stage_with_deals_asks_where_they_go(house: Shop) -> None:
    for name in ("c", "b", "a"):
        await house.deal(name, stage_id=house.stage("Proposta"))
    stays = await house.deal("já estava", stage_id=house.stage("Negociação"))
    stage = house.stage("Proposta")

    asked = await house.admin.delete(f"/stages/{stage}")
    assert (asked.status_code, asked.json()["code"], asked.json()["data"]["count"]) == (409, "stage_has_deals", 3)
    wrong = await house.admin.delete(f"/stages/{stage}", params={"move_to": house.stage("Ganho")})
    assert wrong.json()["code"] == "wrong_destination"
    done = await house.admin.delete(f"/stages/{stage}", params={"move_to": house.stage("Negociação")})
    assert "Proposta" not in {one["name"] for one in done.json()["stages"]}

    board = await house.board()
    assert titles(board["Negociação"]) == ["já estava", "a", "b", "c"]
    moved = await house.operator.get(f"/deals/{board['Negociação']['deals'][1]['id']}")
    assert [(one["was"], one["became"]) for one in moved.json()["history"]] == [
        ("Proposta", "Negociação"), ("", "Proposta"),
    ]  # fmt: skip
    assert moved.json()["revision"] == 2
    assert (await house.operator.get(f"/deals/{stays['id']}")).json()["revision"] == 1
    between = await house.moved(stays, "Negociação", after_id=board["Negociação"]["deals"][2]["id"])
    assert titles((await house.board())["Negociação"]) == ["a", "b", "já estava", "c"], between


async def test_a_pipeline_keeps_a_stage_of_each_kind_and_does_not_go_with_deals_in_it(house: Shop) -> None:
    refused = await house.admin.delete(f"/stages/{house.stage('Ganho')}")
    assert (refused.status_code, refused.json()["data"]) == (409, {"stage_kind": "won"})
    deal = await house.deal()
    full = await house.admin.delete(f"/pipelines/{house.pipeline['id']}")
    assert (full.status_code, full.json()["code"]) == (409, "pipeline_has_deals")
    await house.operator.delete(f"/deals/{deal['id']}")
    assert (await house.admin.delete(f"/pipelines/{house.pipeline['id']}")).status_code == 204
    assert (await house.operator.get("/pipelines")).json()["items"] == []


async def test_a_deal_goes_on_in_another_pipeline(house: Shop) -> None:
    after = (await house.admin.post("/pipelines", {"name": "Pós-venda"})).json()
    deal = await house.deal("Cliente")
    body = {"stage_id": after["stages"][0]["id"], "revision": 1}
    moved = (await house.operator.post(f"/deals/{deal['id']}/move", body)).json()
    assert moved["pipeline_id"] == after["id"]
    assert (await house.board())["Novo"]["count"] == 0
    found = (await house.operator.get(f"/pipelines/{after['id']}/conversion")).json()
    assert (found["whole"]["entered"], found["steps"][0]["reached"]) == (1, 1)


async def test_ten_colleagues_who_move_one_deal_at_once_have_one_winner(house: Shop) -> None:
    for round_ in range(5):
        deal = await house.deal(f"Disputado {round_}")
        stages = ("Qualificação", "Proposta", "Negociação")
        answers = await asyncio.gather(*(house.move(deal, stages[n % 3], by=house.admin) for n in range(10)))
        assert sorted(one.status_code for one in answers) == [200, *[409] * 9]
        won = next(one.json() for one in answers if one.status_code == 200)
        standing = (await house.operator.get(f"/deals/{deal['id']}")).json()
        assert (standing["stage_id"], standing["revision"], len(standing["history"])) == (won["stage_id"], 2, 2)
        assert {one.json()["data"]["revision"] for one in answers if one.status_code == 409} == {2}


async def test_many_who_enter_one_stage_at_once_take_a_place_each(house: Shop) -> None:
    await asyncio.gather(*(house.deal(f"n{n}") for n in range(12)))
    ranks = await house.db.fetch("select rank from deals where organization_id = $1", house.organization)
    assert len({one["rank"] for one in ranks}) == 12


async def test_one_request_that_arrives_five_times_begins_one_deal(house: Shop) -> None:
    made = await asyncio.gather(*(house.deal("Único", key="k", phone="11987650000") for _ in range(5)))
    assert len({one["id"] for one in made}) == 1
    assert (await house.board())["Novo"]["count"] == 1


async def test_conversion_counts_how_far_deals_came(house: Shop) -> None:
    first = await house.deal("ganho direto", origin="Instagram", value_cents=500)
    await house.moved(first, "Ganho")
    second = await house.moved(await house.deal("foi e voltou", origin="instagram"), "Negociação")
    await house.moved(second, "Novo")
    third = await house.moved(await house.deal("perdido na proposta", origin="Indicação"), "Proposta")
    price = next(
        one["id"] for one in (await house.operator.get("/deal-reasons")).json()["items"]
        if (one["kind"], one["name"]) == ("lost", "Preço")
    )  # fmt: skip
    await house.moved(third, "Perdido", reason_id=price)
    await house.deal("parado")

    found = (await house.operator.get(f"/pipelines/{house.pipeline['id']}/conversion")).json()
    steps = [(one["name"], one["reached"], one["standing"]) for one in found["steps"]]
    assert steps == [("Novo", 4, 2), ("Qualificação", 3, 0), ("Proposta", 3, 0), ("Negociação", 2, 0)]
    assert [one["of_previous"] for one in found["steps"]] == [1.0, 0.75, 1.0, 2 / 3]
    whole = found["whole"]
    assert (whole["entered"], whole["open"], whole["won"], whole["lost"], whole["won_cents"]) == (4, 2, 1, 1, 500)
    assert whole["conversion"] == 0.25
    origins = {one["name"].casefold(): (one["entered"], one["won"], one["lost"]) for one in found["origins"]}
    assert origins == {"instagram": (2, 1, 0), "indicação": (1, 0, 1), "": (1, 0, 0)}
    assert found["losses"] == [{"name": "Preço", "count": 1}]


async def test_a_period_is_the_organizations_own_days(house: Shop) -> None:
    deal = await house.deal()
    # 23:30 of the first of March in São Paulo is the second of March in UTC.
    moment = datetime(2026, 3, 2, 2, 30, tzinfo=UTC)
    await house.db.execute("update deals set entered_at = $2 where id = $1", deal["id"], moment)

    async def entered(since: str, until: str) -> int:
        query = {"since": since, "until": until}
        answer = await house.operator.get(f"/pipelines/{house.pipeline['id']}/conversion", params=query)
        return int(answer.json()["whole"]["entered"])

    assert await entered("2026-03-01", "2026-03-01") == 1
    assert await entered("2026-03-02", "2026-03-02") == 0
    assert await entered("0001-01-02", "9999-12-31") == 1


async def test_sheets_open_in_a_brazilian_office_and_run_nothing(house: Shop) -> None:
    deal = await house.deal("=SOMA(A1)", value_cents=123_456, name="José", origin="Indicação", expected_on="2026-12-24")
    await house.moved(deal, "Perdido", reason_note="+55 caro; demais")

    answer = await house.operator.get(f"/pipelines/{house.pipeline['id']}/deals.csv")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.content.startswith(b"\xef\xbb\xbf")
    head, line = answer.content.decode("utf-8-sig").split("\r\n")[:2]
    assert head.startswith("Negócio;Contato;Telefone;Etapa;Situação;Valor (R$)")
    assert line.startswith("'=SOMA(A1);José;'+55 11 9")
    assert ";Perdido;perdido;1234,56;Indicação;;24/12/2026;" in line
    assert line.endswith(';"\'+55 caro; demais"')
    figures = await house.operator.get(f"/pipelines/{house.pipeline['id']}/conversion.csv")
    assert "Indicação;1;0;0;1;0,0;0,00" in figures.content.decode("utf-8-sig")
    audited = (await house.admin.get("/audit", params={"action": "leads.exported"})).json()["items"]
    assert len(audited) == 1
