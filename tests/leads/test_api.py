"""May a caller do that to pipelines and deals, and what comes of it?"""

from __future__ import annotations

from recado.organizations.models import Role
from tests.leads.shop import Shop, titles


async def test_a_stranger_is_asked_who_they_are(house: Shop) -> None:
    stranger = house.office.browser()

    assert (await stranger.get("/pipelines")).status_code == 401
    assert (await stranger.post("/deals", {})).status_code == 401


async def test_an_agent_sets_up_no_pipeline_and_a_viewer_moves_nothing(house: Shop) -> None:
    await house.office.person("olha@exemplo.test", {house.organization: Role.VIEWER})
    viewer = await house.office.signed_in("olha@exemplo.test")
    deal = await house.deal()

    assert (await house.agent.post("/pipelines", {"name": "Minha"})).status_code == 403
    assert (await house.move(deal, "Proposta", by=viewer)).status_code == 403
    assert titles((await house.board(viewer))["Novo"]) == ["Um negócio"]


async def test_another_organization_finds_nothing(house: Shop) -> None:
    other = await house.office.organization("outra")
    await house.office.person("fora@exemplo.test", {other: Role.ORG_ADMIN})
    outside = await house.office.signed_in("fora@exemplo.test")
    deal = await house.deal()
    own = (await outside.post("/pipelines", {"name": "Vendas"})).json()

    assert (await outside.get(f"/deals/{deal['id']}")).json()["code"] == "deal_not_found"
    assert (await outside.get(f"/pipelines/{house.pipeline['id']}/board")).json()["code"] == "pipeline_not_found"
    assert (await house.move(deal, "Proposta", by=outside)).status_code == 404
    assert (await outside.delete(f"/stages/{house.stage('Proposta')}")).json()["code"] == "stage_not_found"
    stolen = {"pipeline_id": own["id"], "contact_id": deal["contact"]["id"]}
    assert (await outside.post("/deals", stolen)).json()["code"] == "contact_not_found"


async def test_a_deal_goes_from_its_beginning_to_its_end(house: Shop) -> None:
    deal = await house.deal(
        "Site novo", value_cents=1_250_000, origin=" Instagram ", name="Ana", expected_on="2026-12-24"
    )
    assert (deal["kind"], deal["origin"], deal["contact"]["name"], deal["revision"]) == ("open", "Instagram", "Ana", 1)

    offered = await house.moved(deal, "Proposta")
    refused = await house.move(offered, "Perdido")
    assert (refused.status_code, refused.json()["code"]) == (422, "reason_needed")
    lost = await house.moved(offered, "Perdido", reason_note="Fechou com o primo")
    assert (lost["kind"], lost["reason"]["note"], lost["closed_at"] is not None) == ("lost", "Fechou com o primo", True)
    again = await house.moved(lost, "Negociação")
    assert (again["kind"], again["reason"], again["closed_at"]) == ("open", None, None)
    won = await house.moved(again, "Ganho")

    history = (await house.operator.get(f"/deals/{won['id']}")).json()["history"]
    assert [(one["was"], one["became"]) for one in history] == [
        ("Negociação", "Ganho"), ("Perdido", "Negociação"), ("Proposta", "Perdido"), ("Novo", "Proposta"), ("", "Novo"),
    ]  # fmt: skip
    assert {(one["actor"], one["actor_name"]) for one in history} == {("person", "operator")}
    assert history[2]["reason"] == "Fechou com o primo"


async def test_reasons_come_from_the_list_of_their_kind(house: Shop) -> None:
    reasons = (await house.operator.get("/deal-reasons")).json()["items"]
    price = {one["kind"]: one["id"] for one in reasons if one["name"] == "Preço"}
    deal = await house.deal()

    wrong = await house.move(deal, "Perdido", reason_id=price["won"])
    assert (wrong.status_code, wrong.json()["code"]) == (404, "deal_reason_not_found")
    lost = await house.moved(deal, "Perdido", reason_id=price["lost"])
    assert lost["reason"]["name"] == "Preço"
    twice = await house.admin.post("/deal-reasons", {"kind": "lost", "name": "PREÇO"})
    assert (twice.status_code, twice.json()["code"]) == (409, "name_taken")
    assert (await house.admin.delete(f"/deal-reasons/{price['lost']}")).status_code == 204
    assert (await house.operator.get(f"/deals/{deal['id']}")).json()["reason"]["name"] == "Preço"


async def test_two_who_move_one_deal_see_each_other(house: Shop) -> None:
    deal = await house.deal()
    await house.moved(deal, "Proposta", by=house.admin)

    late = await house.move(deal, "Negociação")
    assert (late.status_code, late.json()["code"]) == (409, "deal_changed")
    data = late.json()["data"]
    assert (data["stage"], data["changed_by_name"], data["revision"]) == ("Proposta", "admin", 2)
    overwritten = await house.operator.patch(f"/deals/{deal['id']}", {"revision": 1, "title": "Outro"})
    assert overwritten.status_code == 409


async def test_a_repeated_request_moves_once_and_begins_once(house: Shop) -> None:
    first = await house.deal("Único", key="abc", phone="11987654321")
    second = await house.deal("Único", key="abc", phone="11987654321")
    assert first["id"] == second["id"]

    moved = await house.moved(first, "Proposta", key="m1")
    assert (await house.moved(first, "Proposta", key="m1"))["revision"] == moved["revision"]
    back = await house.moved(moved, "Novo", key="m2")
    # Long after, the network delivers the first one again: it is known, and moves nothing.
    assert (await house.moved(first, "Proposta", key="m1"))["stage_id"] == back["stage_id"]
    assert len((await house.operator.get(f"/deals/{first['id']}")).json()["history"]) == 3


async def test_deals_are_put_in_order_by_hand(house: Shop) -> None:
    c, b, a = [await house.deal(name) for name in ("c", "b", "a")]
    assert titles((await house.board())["Novo"]) == ["a", "b", "c"]

    a = await house.moved(a, "Novo", after_id=b["id"])
    assert titles((await house.board())["Novo"]) == ["b", "a", "c"]
    await house.moved(c, "Novo")
    assert titles((await house.board())["Novo"]) == ["c", "b", "a"]
    await house.moved(b, "Proposta", after_id=c["id"])
    board = await house.board()
    assert (titles(board["Novo"]), titles(board["Proposta"])) == (["c", "a"], ["b"])


async def test_a_long_stage_is_read_page_by_page_under_one_total(house: Shop) -> None:
    for n in range(7):
        await house.deal(f"n{n}", value_cents=100)
    board = await house.board(limit=3)
    column = board["Novo"]
    assert (column["count"], column["value_cents"], titles(column)) == (7, 700, ["n6", "n5", "n4"])

    seen, cursor = titles(column), column["next_cursor"]
    while cursor:
        page = await house.operator.get(f"/stages/{column['id']}/deals", params={"cursor": cursor, "limit": 3})
        seen += titles({"deals": page.json()["items"]})
        cursor = page.json()["next_cursor"]
    assert seen == ["n6", "n5", "n4", "n3", "n2", "n1", "n0"]
    odd = await house.operator.get(f"/stages/{column['id']}/deals", params={"cursor": "';--", "limit": 2})
    assert titles({"deals": odd.json()["items"]}) == ["n6", "n5"]


async def test_filters_and_totals_agree(house: Shop) -> None:
    mine = str(house.members["operator"])
    await house.deal("meu", owner_id=mine, value_cents=5, origin="Instagram")
    await house.deal("de ninguém", value_cents=7, origin="INSTAGRAM")
    await house.deal("indicado", value_cents=11, origin="Indicação")

    assert titles((await house.board(owner=mine))["Novo"]) == ["meu"]
    assert (await house.board(unowned=True))["Novo"]["value_cents"] == 18
    by_origin = (await house.board(origin="instagram"))["Novo"]
    assert (by_origin["count"], by_origin["value_cents"]) == (2, 12)
    assert (await house.board(until="2001-01-01"))["Novo"]["count"] == 0
    board = await house.operator.get(f"/pipelines/{house.pipeline['id']}/board")
    assert [one["key"] for one in board.json()["origins"]] == ["indicacao", "instagram"]


async def test_an_agent_has_their_own_deals_and_nobodys(house: Shop) -> None:
    await house.deal("do operador", owner_id=str(house.members["operator"]), value_cents=100)
    free = await house.deal("de ninguém", value_cents=1)
    theirs = await house.deal("da agente", by=house.agent, owner_id=str(house.members["agent"]), value_cents=10)

    column = (await house.board(house.agent))["Novo"]
    assert (titles(column), column["value_cents"]) == (["da agente", "de ninguém"], 11)
    given = await house.agent.patch(f"/deals/{free['id']}", {"revision": 1, "owner_id": str(house.members["operator"])})
    assert given.status_code == 200
    assert (await house.agent.get(f"/deals/{free['id']}")).status_code == 404
    assert (await house.move(theirs, "Proposta", by=house.agent)).status_code == 200


async def test_a_deal_begins_in_a_conversation(house: Shop) -> None:
    contact = await house.person("Bia", "5511976543210")
    conversation = await house.conversation(contact)
    deal = await house.deal("", phone="", conversation_ref=str(conversation))

    assert (deal["title"], deal["origin"], deal["conversation_id"]) == ("Bia", "WhatsApp", str(conversation))
    found = await house.operator.get("/deals", params={"conversation_ref": "(11) 97654-3210"})
    assert [one["id"] for one in found.json()["items"]] == [deal["id"]]
    taken = await house.conversation(await house.person("Caio", "5511970000000"), house.members["operator"])
    hidden = await house.agent.post("/deals", {"pipeline_id": house.pipeline["id"], "conversation_ref": str(taken)})
    assert (hidden.status_code, hidden.json()["code"]) == (404, "conversation_not_found")


async def test_a_typed_phone_is_the_person_who_has_it_already(house: Shop) -> None:
    contact = await house.person("Duda", "551188887777")
    deal = await house.deal("De novo", phone="+55 11 98888-7777", name="Outro Nome")
    assert (deal["contact"]["id"], deal["contact"]["name"]) == (str(contact), "Duda")

    nobody = {"pipeline_id": house.pipeline["id"]}
    assert (await house.operator.post("/deals", nobody)).json()["code"] == "person_needed"
    assert (await house.operator.post("/deals", {**nobody, "phone": "12"})).json()["code"] == "contact_not_found"


async def test_what_cannot_be_is_refused(house: Shop) -> None:
    base = {"pipeline_id": house.pipeline["id"], "phone": "11987654321"}
    for wrong in (
        {"value_cents": -1}, {"value_cents": 1.5}, {"value_cents": 10**18}, {"title": "a\x00b"}, {"title": "x" * 201},
        {"owner_id": "eu"}, {"surpresa": 1}, {"expected_on": "amanhã"},
    ):  # fmt: skip
        answer = await house.operator.post("/deals", {**base, **wrong})
        assert answer.status_code == 422, wrong
    unknown = {**base, "owner_id": "00000000-0000-7000-8000-000000000000"}
    assert (await house.operator.post("/deals", unknown)).json()["code"] == "owner_not_found"


async def test_a_removed_deal_is_gone_and_said(house: Shop) -> None:
    deal = await house.deal()
    assert (await house.operator.delete(f"/deals/{deal['id']}")).status_code == 204
    assert (await house.operator.get(f"/deals/{deal['id']}")).status_code == 404
    entries = (await house.admin.get("/audit", params={"action": "leads.deal_removed"})).json()["items"]
    assert [one["subject_id"] for one in entries] == [deal["id"]]
    names = await house.db.fetch(
        "select name, data from facts where organization_id = $1 and name like 'leads.deal%' order by seq",
        house.organization,
    )
    assert [one["name"] for one in names] == ["leads.deal_created", "leads.deal_removed"]
    assert deal["id"] in names[1]["data"]
