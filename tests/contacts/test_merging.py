"""Are two rows one person after a merge, and exactly two again after it was undone? (product CON 1)"""

from __future__ import annotations

from typing import Any
from uuid import UUID

import psycopg
import pytest

from recado.app.holders import holders_of_people
from recado.contacts import service
from recado.contacts.models import ContactId
from recado.foundation.identifiers import OrganizationId
from recado.organizations.models import Role
from tests.contacts.conftest import channel, conversation, created, seen
from tests.support.access import Browser, Office
from tests.support.jobs import change, rows
from tests.support.postgres import Clone

TABLES = {
    "contacts": "id, name, given_name, opted_out_at, marketing_stopped_at, fields, merged_into",
    "contact_addresses": "kind, value, contact_id, sealed, source, evidence",
    "contact_tags": "contact_id, tag_id",
    "contact_notes": "id, contact_id, text",
    "conversations": "id, contact_id, state, state_reason, state_since, waiting_since, archived_at, unread",
    "handoffs": "id, state, resolved_at",
    "consents": "id, contact_id, state",
}


def everything(clone: Clone) -> dict[str, list[Any]]:
    return {
        table: sorted(rows(clone, f"select {columns} from {table}"), key=repr)  # noqa: S608
        for table, columns in TABLES.items()
    }


async def two_people(house: Office, clinic: OrganizationId, ana: Browser) -> tuple[str, str]:
    """A person by BSUID and a person by phone, each with everything a person can have, both in talk on one channel."""
    first = await seen(house, clinic, bsuid="BR.1", name="Maria")
    second = await seen(house, clinic, phone="5511988887777", name="Maria S.")
    zap, other = channel(house, clinic), channel(house, clinic)
    conversation(house, clinic, zap, first, state="waiting", unread=3, waiting_since="2026-11-01T10:00:00Z")
    open_too = conversation(house, clinic, zap, second)
    conversation(house, clinic, other, second)
    change(
        house.clone,
        "insert into handoffs (organization_id, id, conversation_id, state, reason) "
        "values (%s, gen_random_uuid(), %s, 'open', 'x')",
        clinic, open_too,
    )  # fmt: skip
    change(
        house.clone,
        "insert into consents (organization_id, id, contact_id, purpose, state) "
        "values (%s, gen_random_uuid(), %s, 'service', 'granted')",
        clinic, second,
    )  # fmt: skip
    await ana.post("/contacts/fields", {"label": "Cidade", "type": "text"})
    await ana.patch(f"/contacts/{second}", {"name": "Maria Souza", "fields": {"cidade": "Olinda"}})
    await ana.request("PUT", f"/contacts/{first}/tags", json={"tags": ["VIP"]})
    await ana.request("PUT", f"/contacts/{second}/tags", json={"tags": ["vip", "Plano"]})
    await ana.post(f"/contacts/{second}/notes", {"text": "liga de manhã"})
    await ana.post(f"/contacts/{second}/identifiers", {"kind": "cpf", "value": "529.982.247-25"})
    change(house.clone, "update contacts set opted_out_at = now() where id = %s", second)
    return first, second


async def test_one_payload_with_both_proposes_and_merges_nothing_by_itself(
    house: Office, clinic: OrganizationId, ana: Browser
) -> None:
    first = await seen(house, clinic, bsuid="BR.1", name="Maria")
    second = await seen(house, clinic, phone="551188887777", name="Maria")
    assert await seen(house, clinic, phone="5511988887777", bsuid="BR.1") == second, "the message goes by the phone"
    (found,) = (await ana.get("/contacts/proposals")).json()["items"]
    assert {found["first"]["id"], found["second"]["id"]} == {first, second}
    assert found["evidence"] == {"reason": "one_payload", "kinds": ["bsuid", "phone"]}
    assert (await ana.get(f"/contacts/{first}")).json()["proposals"][0]["id"] == found["id"]


async def test_a_lid_and_a_phone_of_one_payload_are_one_person(house: Office, clinic: OrganizationId) -> None:
    both = await seen(house, clinic, lid="123456789012345", phone="551188887777", name="Rui")
    assert await seen(house, clinic, lid="123456789012345") == both
    assert await seen(house, clinic, phone="5511988887777", bsuid="BR.9") == both
    assert await seen(house, clinic, bsuid="BR.9") == both
    assert await seen(house, clinic, phone="123456789012345") != both, "digits of a LID are no phone"


async def test_a_name_alone_proposes_nothing(house: Office, clinic: OrganizationId, ana: Browser) -> None:
    for number in ("5511988887777", "5511977776666"):
        await seen(house, clinic, phone=number, name="Maria Souza")
    assert (await ana.post("/contacts/proposals/search")).json() == {"found": 0}
    assert (await ana.get("/contacts/proposals")).json()["items"] == []


async def test_everything_follows_and_undoing_leaves_exactly_what_was(
    house: Office, clinic: OrganizationId, ana: Browser
) -> None:
    first, second = await two_people(house, clinic, ana)
    before = everything(house.clone)
    made = await ana.post(f"/contacts/{first}/merge", {"contact_id": second})
    assert made.status_code == 200, made.text
    one = (await ana.get(f"/contacts/{first}")).json()
    assert {(each["kind"], each["value"]) for each in one["identifiers"]} == {
        ("bsuid", "BR.1"), ("phone", "5511988887777"), ("cpf", "52998224725"),
    }  # fmt: skip
    assert (one["person"]["name"], one["person"]["fields"]) == ("Maria Souza", {"cidade": "Olinda"})
    assert one["person"]["tags"] == ["Plano", "VIP"]
    assert one["person"]["opted_out_at"] is not None, "a refusal of either is the person's"
    open_ones = rows(house.clone, "select contact_id::text, state from conversations where state <> 'archived'")
    assert sorted(open_ones) == [(first, "active"), (first, "waiting")], "one open conversation a channel"
    assert rows(house.clone, "select count(*) from consents where contact_id = %s", first) == [(1,)]
    assert await seen(house, clinic, phone="5511988887777") == first
    assert (await ana.get(f"/contacts/{second}")).json()["person"]["merged_into"] == first
    listed = (await ana.get("/contacts")).json()["items"]
    assert [each["id"] for each in listed] == [first]
    lines = (await ana.get(f"/contacts/{first}/timeline")).json()["items"]
    assert {"merged", "note", "state"} <= {line["kind"] for line in lines}

    undone = await ana.post(f"/contacts/merges/{made.json()['id']}/undo")
    assert undone.status_code == 200, undone.text
    assert everything(house.clone) == before
    assert await seen(house, clinic, phone="5511988887777") == second
    again = await ana.post(f"/contacts/merges/{made.json()['id']}/undo")
    assert (again.status_code, again.json()["code"]) == (409, "cannot_undo")
    acts = [one["action"] for one in (await ana.get("/audit")).json()["items"]]
    assert {"contacts.merged", "contacts.merge_undone"} <= set(acts)


async def test_what_changed_since_the_merge_stays_changed(house: Office, clinic: OrganizationId, ana: Browser) -> None:
    first, second = await two_people(house, clinic, ana)
    change(house.clone, "update contacts set opted_out_at = null")
    made = (await ana.post(f"/contacts/{first}/merge", {"contact_id": second})).json()
    await ana.patch(f"/contacts/{first}", {"fields": {"cidade": "Recife"}})
    async with house.database.transaction(clinic) as tx:
        await service.opt_out(tx, [ContactId(UUID(first))], house.access.clock())
    await ana.post(f"/contacts/merges/{made['id']}/undo")
    one = (await ana.get(f"/contacts/{first}")).json()["person"]
    other = (await ana.get(f"/contacts/{second}")).json()["person"]
    assert (one["fields"], other["fields"]) == ({"cidade": "Recife"}, {"cidade": "Olinda"})
    assert one["opted_out_at"], "who refused after the merge"
    assert other["opted_out_at"], "may have been either: nobody is written to by mistake"


async def test_a_refused_pair_is_never_proposed_again(house: Office, clinic: OrganizationId, ana: Browser) -> None:
    await seen(house, clinic, bsuid="BR.1")
    await seen(house, clinic, phone="5511988887777")
    await seen(house, clinic, phone="5511988887777", bsuid="BR.1")
    (found,) = (await ana.get("/contacts/proposals")).json()["items"]
    assert (await ana.post(f"/contacts/proposals/{found['id']}/refuse")).status_code == 204
    await seen(house, clinic, phone="5511988887777", bsuid="BR.1")
    assert (await ana.get("/contacts/proposals")).json()["items"] == []
    late = await ana.post(f"/contacts/proposals/{found['id']}/accept")
    assert (late.status_code, late.json()["code"]) == (409, "proposal_decided")


async def test_merges_are_undone_from_the_last(house: Office, clinic: OrganizationId, ana: Browser) -> None:
    people = [await seen(house, clinic, phone=f"551198888777{digit}") for digit in range(3)]
    first = (await ana.post(f"/contacts/{people[0]}/merge", {"contact_id": people[1]})).json()
    last = (await ana.post(f"/contacts/{people[2]}/merge", {"contact_id": people[0]})).json()
    refused = await ana.post(f"/contacts/merges/{first['id']}/undo")
    assert (refused.json()["code"], refused.json()["data"]["merge_id"]) == ("cannot_undo", last["id"])
    for merge in (last, first):
        assert (await ana.post(f"/contacts/merges/{merge['id']}/undo")).status_code == 200
    assert [await seen(house, clinic, phone=f"551198888777{digit}") for digit in range(3)] == people


async def test_never_across_organizations(house: Office, clinic: OrganizationId, ana: Browser) -> None:
    garage = await house.organization("garagem")
    mine, theirs = await seen(house, clinic, phone="5511988887777"), await seen(house, garage, phone="5511988887777")
    for kept, gone in ((mine, theirs), (theirs, mine)):
        answer = await ana.post(f"/contacts/{kept}/merge", {"contact_id": gone})
        assert (answer.status_code, answer.json()["code"]) == (404, "contact_not_found")
    same = await ana.post(f"/contacts/{mine}/merge", {"contact_id": mine})
    assert same.json()["code"] == "cannot_merge"


async def test_who_only_reads_merges_nothing(house: Office, clinic: OrganizationId, ana: Browser) -> None:
    one, other = await created(ana, "A", ("phone", "11988887777")), await created(ana, "B", ("email", "b@x.com.br"))
    await house.person("vera@clinica.test", {clinic: Role.VIEWER})
    vera = await house.signed_in("vera@clinica.test")
    assert (await vera.post(f"/contacts/{one}/merge", {"contact_id": other})).status_code == 403
    shown = (await vera.get(f"/contacts/{other}")).json()["identifiers"][0]["value"]
    assert shown == "b…@x.com.br"


async def test_a_taken_document_proposes_with_its_evidence(ana: Browser) -> None:
    one = await created(ana, "Maria", ("cpf", "529.982.247-25"))
    other = await created(ana, "Outra", ("phone", "11 98888-7777"))
    taken = await ana.post(f"/contacts/{other}/identifiers", {"kind": "cpf", "value": "52998224725"})
    assert (taken.status_code, taken.json()["data"]["contact_id"]) == (409, one)
    (found,) = (await ana.get("/contacts/proposals")).json()["items"]
    assert found["evidence"]["reason"] == "same_cpf"
    kept = await ana.post(f"/contacts/proposals/{found['id']}/accept", {"kept_id": other})
    assert kept.json()["kept_id"] == other


def test_every_table_that_points_to_people_follows_in_a_merge(database: Clone) -> None:
    """A new one needs a holder (`app/holders.py`), or a reason to stand here."""
    with psycopg.connect(database.owner_dsn) as db:
        found = {
            str(row[0])
            for row in db.execute("select conrelid::regclass from pg_constraint where confrelid = 'contacts'::regclass")
        }
    stays = {
        "contacts": "who is gone points to who stays",
        "contact_words": "words of a row's own name",
        "contact_acts": "what was done to a row; the merge is told on both",
        "contact_proposals": "pairs of rows",
        "contact_merges": "pairs of rows",
        "contact_import_rows": "which row an import made",
    }
    own = {"contact_addresses", "contact_tags", "contact_notes"}
    assert own <= found
    assert found - stays.keys() - own == {table for holder in holders_of_people() for table in holder.tables}


@pytest.mark.parametrize("number", ["5511988887777", "551188887777", "(11) 98888-7777", "+55 11 8888-7777"])
async def test_a_phone_is_found_in_any_form(house: Office, clinic: OrganizationId, ana: Browser, number: str) -> None:
    id_ = await seen(house, clinic, phone="551188887777", name="João Antônio")
    for said in (number, "joao", "ANTÔNIO jo"):
        found = (await ana.get("/contacts", params={"q": said})).json()["items"]
        assert [(one["id"], one["phone"]) for one in found] == [(id_, "551188887777")], said
    shown = (await ana.get(f"/contacts/{id_}")).json()["person"]
    assert shown["phone"] == "551188887777", "the form that WhatsApp answered with"
