"""Does what is delegated to Viviane become a message, and does its state say what became of that?"""

from __future__ import annotations

import asyncio
from typing import Any
from uuid import uuid4

from tests.pipeline import wire
from tests.pipeline.house import House, Organization
from tests.pipeline.wire import Person, somebody

TEXT = "Olá! A Viviane aqui. Seu contrato já pode ser assinado."


async def ask(clinic: Organization, who: Person | None = None, *, expect: int = 201, key: str = "", **body: Any) -> Any:
    given = {"text": TEXT, **({"conversation": who.phone} if who else {}), **body}
    headers = {"Idempotency-Key": key} if key else {}
    return await clinic.api("POST", "/viva/handoff", given, expect=expect, headers=headers)


async def queue(clinic: Organization, state: str = "") -> Any:
    return await clinic.api("GET", f"/viva/handoff{f'?state={state}' if state else ''}")


async def test_it_is_pending_then_sent_with_the_providers_receipt(house: House, clinic: Organization) -> None:
    ana = somebody("Ana")
    await clinic.hears(ana, "oi")
    before = await clinic.conversation(ana)
    made = await ask(clinic, ana)
    assert (made["state"], made["requested_by"], made["attempts"], made["receipt"]) == ("pending", "Pessoa 0", 1, "")
    assert (await queue(clinic))["counts"] == {"pending": 1, "sent": 0, "failed": 0, "total": 1}
    await house.settle()
    assert clinic.told(ana)[-1] == TEXT
    (done,) = (await queue(clinic))["items"]
    assert (done["state"], done["receipt"]) == ("sent", house.graph.sent[-1].id)
    assert done["contact_name"] == "Ana"
    line = await clinic.message(ana, done["message_id"])
    assert (line["author"], line["author_name"]) == ("agent", "Viviane")
    assert (await clinic.conversation(ana))["answerer"] == before["answerer"], "who answers stays who it was"


async def test_a_failure_after_acceptance_makes_it_failed_and_it_is_tried_again(
    house: House, clinic: Organization
) -> None:
    ana = somebody()
    await clinic.hears(ana, "oi")
    made = await ask(clinic, ana)
    await house.settle()
    (sent,) = (await queue(clinic, "sent"))["items"]
    await clinic.statuses(wire.failed(sent["receipt"], ana, 131026))
    (failed,) = (await queue(clinic, "failed"))["items"]
    assert (failed["failure_code"], failed["state"]) == ("131026", "failed")
    again = await clinic.api("POST", f"/viva/handoff/{made['id']}/retry")
    assert (again["state"], again["attempts"], again["failure_code"]) == ("pending", 2, "")
    await house.settle()
    assert clinic.told(ana).count(TEXT) == 2
    page = await queue(clinic)
    assert page["counts"] == {"pending": 0, "sent": 1, "failed": 0, "total": 1}
    refused = await clinic.api("POST", f"/viva/handoff/{made['id']}/retry", expect=409)
    assert refused["code"] == "delegation_not_failed"


async def test_what_the_provider_refuses_says_why(house: House, clinic: Organization) -> None:
    ana = somebody()
    await clinic.hears(ana, "oi")
    await house.settle()
    house.graph.refuse(131047, title="Re-engagement message")
    await ask(clinic, ana)
    await house.settle()
    (failed,) = (await queue(clinic))["items"]
    assert (failed["state"], failed["failure_code"]) == ("failed", "131047")


async def test_outside_the_window_it_says_so_and_goes_once_the_person_has_written(
    house: House, clinic: Organization
) -> None:
    ana = somebody()
    await clinic.hears(ana, "oi")
    house.clock.passes(hours=25)
    made = await ask(clinic, ana)
    assert (made["state"], made["failure_code"], made["message_id"]) == ("failed", "window_closed", None)
    assert [line["text"] for line in await clinic.thread(ana)].count(TEXT) == 0
    await clinic.hears(ana, "voltei")
    await clinic.api("POST", f"/viva/handoff/{made['id']}/retry")
    await house.settle()
    assert clinic.told(ana).count(TEXT) == 1
    assert (await queue(clinic))["counts"]["sent"] == 1


async def test_outside_the_window_a_template_goes(house: House, clinic: Organization) -> None:
    ana = somebody()
    await clinic.hears(ana, "oi")
    house.clock.passes(hours=25)
    await ask(clinic, ana, template={"name": "contrato_pronto", "language": "pt_BR"})
    await house.settle()
    assert house.graph.sent[-1].body["template"]["name"] == "contrato_pronto"
    assert (await queue(clinic))["counts"]["sent"] == 1


async def test_the_window_closes_while_it_waits(house: House, clinic: Organization) -> None:
    ana = somebody()
    await clinic.hears(ana, "oi")
    await house.settle()
    await ask(clinic, ana)
    house.clock.passes(hours=25)
    await house.settle()
    (failed,) = (await queue(clinic))["items"]
    assert (failed["state"], failed["failure_code"]) == ("failed", "window_closed")


async def test_who_opted_out_is_left_alone(house: House, clinic: Organization) -> None:
    ana = somebody()
    await clinic.hears(ana, "oi")
    await clinic.hears(ana, "SAIR")
    made = await ask(clinic, ana)
    assert (made["state"], made["failure_code"]) == ("failed", "opted_out")


async def test_an_archived_conversation_is_followed_by_a_new_one(house: House, clinic: Organization) -> None:
    ana = somebody()
    await clinic.hears(ana, "oi")
    old = await clinic.conversation(ana)
    await clinic.act(ana, "close")
    made = await ask(clinic, None, contact_id=old["contact"]["id"])
    await house.settle()
    new = await clinic.conversation(ana)
    assert new["id"] == made["conversation_id"] != old["id"]
    assert (new["previous_id"], clinic.told(ana)[-1]) == (old["id"], TEXT)
    await clinic.hears(ana, "recebi")
    assert (await clinic.conversation(ana))["id"] == new["id"]


async def test_a_browser_that_repeats_itself_asks_once(house: House, clinic: Organization) -> None:
    ana = somebody()
    await clinic.hears(ana, "oi")
    await clinic.browser()
    made = await asyncio.gather(*(ask(clinic, ana, key="k-1") for _ in range(5)))
    assert len({one["id"] for one in made}) == 1
    await house.settle()
    assert clinic.told(ana).count(TEXT) == 1
    assert (await queue(clinic))["counts"]["total"] == 1


async def test_requests_without_sense_are_refused(house: House, clinic: Organization) -> None:
    ana = somebody()
    await clinic.hears(ana, "oi")
    contact = (await clinic.conversation(ana))["contact"]["id"]
    await ask(clinic, None, expect=422)
    await ask(clinic, ana, expect=422, contact_id=contact)
    assert (await ask(clinic, ana, expect=422, text="  "))["code"] == "nothing_to_send"
    assert (await ask(clinic, None, expect=404, contact_id=str(uuid4())))["code"] == "contact_not_found"
    long = await ask(clinic, ana, text="a" * 5000)
    assert (long["state"], long["failure_code"], long["failure_detail"]) == ("failed", "text_too_long", "4096")


async def test_the_figures_are_those_of_the_overview_and_the_export(house: House, clinic: Organization) -> None:
    ana, bia = somebody(), somebody()
    await clinic.hears(ana, "oi")
    await ask(clinic, ana)
    await house.settle()
    await clinic.hears(bia, "oi")
    house.clock.passes(hours=25)
    await ask(clinic, bia)
    counts = (await queue(clinic))["counts"]
    assert counts == {"pending": 0, "sent": 1, "failed": 1, "total": 2}
    assert (await clinic.api("GET", "/overview"))["delegation"] == counts
    table = (await (await clinic.browser()).request("GET", "/overview/export")).text
    assert "Delegações enviadas;1;" in table
    assert "Delegações, total;2;" in table
