"""Do spreadsheets become people, each row with its outcome, and do people leave as harmless text? (CON 2, T42)"""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recado.contacts.errors import BadSheet
from recado.contacts.rules.exporting import harmless, lines
from recado.contacts.service.importing import read_sheet
from recado.contacts.tasks.run_import import RunImport
from recado.foundation.files import Files
from recado.foundation.identifiers import OrganizationId
from recado.organizations.models import Role
from tests.contacts.conftest import created, seen
from tests.support.access import Browser, Office
from tests.support.jobs import change, connected, rows

_SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{}</worksheet>'


def workbook(sheet: str, strings: str = "") -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", sheet if sheet.startswith("<") else _SHEET.format(sheet))
        if strings:
            archive.writestr("xl/sharedStrings.xml", strings)
    return packed.getvalue()


async def imported(
    house: Office, organization: OrganizationId, ana: Browser, content: bytes, tmp_path: Path, **plan: Any
) -> dict[str, Any]:
    """Upload, start with the suggested targets, let the job run, and return how it ended."""
    answer = await ana.request("POST", "/contacts/imports", content=content, headers={"content-type": "text/csv"})
    assert answer.status_code == 201, answer.text
    id_ = answer.json()["imported"]["id"]
    body = {"targets": answer.json()["targets"], "legal_basis": "contract", **plan}
    begun = await ana.post(f"/contacts/imports/{id_}/start", body)
    assert begun.status_code == 200, begun.text
    async with connected(house.clone.worker_dsn) as worker:
        run = RunImport(Files(tmp_path), house.access.key, house.access.clock)
        await run(worker, organization, {"import_id": id_})
        await run(worker, organization, {"import_id": id_})
    found: dict[str, Any] = (await ana.get(f"/contacts/imports/{id_}")).json()
    return found


async def test_every_row_has_an_outcome_and_a_reason(
    house: Office, clinic: OrganizationId, ana: Browser, tmp_path: Path
) -> None:
    known = await seen(house, clinic, phone="551188887777", name="Maria")
    gone = await seen(house, clinic, phone="5511977776666")
    change(house.clone, "update contacts set opted_out_at = now() where id = %s", gone)
    await ana.post("/contacts/fields", {"label": "Nascimento", "type": "date"})
    text = (
        "Nome;Celular;CPF;E-mail;Nascimento;Etiquetas\r\n"
        "João Antônio;(11) 95555-4444;529.982.247-25;joao@exemplo.com.br;31/12/1980;VIP, Plano\r\n"
        "Maria da Conceição;+55 11 98888-7777;;;;VIP\r\n"
        ";11 97777-6666;;;;\r\n"
        "\r\n"
        "Sem nada;;;;;\r\n"
        "Curto;5,51199E+12;;;;\r\n"
        "Ruim;11955554443;111.111.111-11;;;\r\n"
        "Data;11955554442;;;ontem;\r\n"
    )
    done = await imported(house, clinic, ana, text.encode("cp1252"), tmp_path)
    assert (done["state"], done["total"], done["done"]) == ("done", 7, 7)
    assert (done["created"], done["updated"], done["unchanged"], done["refused"]) == (1, 1, 1, 4)
    listed = (await ana.get(f"/contacts/imports/{done['id']}/rows")).json()["items"]
    assert [(one["number"], one["outcome"], one["reason"]) for one in listed] == [
        (2, "created", ""), (3, "updated", ""), (4, "unchanged", ""), (6, "refused", "no_identifier"),
        (7, "refused", "bad_phone"), (8, "refused", "bad_cpf"), (9, "refused", "bad_field:nascimento"),
    ]  # fmt: skip
    joao = (await ana.get(f"/contacts/{listed[0]['contact_id']}")).json()
    assert joao["person"]["name"] == "João Antônio"
    assert joao["person"]["fields"] == {"nascimento": "1980-12-31"}
    assert {one["value"] for one in joao["identifiers"]} == {"5511955554444", "52998224725", "joao@exemplo.com.br"}
    assert listed[1]["contact_id"] == known, "thirteen digits typed are the twelve that WhatsApp answered"
    maria = (await ana.get(f"/contacts/{known}")).json()
    assert maria["person"]["phone"] == "551188887777"
    assert rows(house.clone, "select count(*) from contacts where opted_out_at is not null") == [(1,)]
    dump = str(rows(house.clone, "select a::text from contact_addresses a"))
    assert "52998224725" not in dump
    assert "joao@" not in dump
    for said in ("529.982.247-25", "JOAO@exemplo.com.br", "conceicao", "11955554444"):
        assert len((await ana.get("/contacts", params={"q": said})).json()["items"]) == 1, said


def test_numbers_of_a_workbook_are_written_out_and_formulas_are_not_run() -> None:
    strings = "<sst><si><t>Nome</t></si><si><r><t>Tele</t></r><r><t>fone</t></r></si></sst>"
    sheet = (
        "<sheetData><row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c></row>"
        "<row r='3'><c r='B3'><v>5.511988887777E12</v></c>"
        "<c r='A3' t='str'><f>HYPERLINK(\"http://x\")</f><v>Ana</v></c></row></sheetData>"
    )
    found = read_sheet(workbook(sheet, strings))
    assert found.columns == ("Nome", "Telefone")
    assert list(found.rows) == [(3, ["Ana", "5511988887777"])]


_BOMB = "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]><worksheet><c>&b;</c></worksheet>"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (workbook("<dimension ref='A1:C3000000'/><sheetData/>"), "too_many_rows"),
        (workbook("<sheetData>" + "<row/>" * 3_000_000 + "</sheetData>"), "too_many_rows"),
        (workbook("<sheetData>" + " " * 20_000_000 + "</sheetData>"), "grows_too_much"),
        (workbook("<sheetData>" + "<row/>" * 60_000 + "</sheetData>"), "too_many_rows"),
        (workbook("<sheetData><row r='2900000'><c><v>1</v></c></row></sheetData>"), "too_many_rows"),
        (workbook(_BOMB), "not_a_table"),
        (workbook("<sheetData>"), "not_a_table"),
        (b"PK\x03\x04" + bytes(50), "not_a_table"),
        (b"", "empty"),
        (b"nome;telefone\n", "empty"),
        (b";" * 200 + b"\nx", "too_many_columns"),
        (b"nome\n" + b"x\n" * 50_001, "too_many_rows"),
        (b"nome\n" + b"x" * 5_000, "cell_too_long"),
    ],
    ids=lambda value: value if isinstance(value, str) else f"{len(value)} bytes",
)
def test_a_file_that_lies_or_is_none_is_refused(content: bytes, why: str) -> None:
    with pytest.raises(BadSheet) as refused:
        read_sheet(content)
    assert refused.value.data["why"] == why


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b'nome,tel\n"Silva, Ana",1\n', ["Silva, Ana", "1"]),
        ("nome;tel\nÉrica;1\n".encode("cp1252"), ["Érica", "1"]),
        ("nome\ttel\nÉrica\t1\n".encode("utf-16"), ["Érica", "1"]),
        ("\ufeffsep=|\nnome|tel\nÉ|1\n".encode(), ["É", "1"]),
        (b"nome;valor\nAna;1,50\n", ["Ana", "1,50"]),
    ],
)
def test_any_country_wrote_it(content: bytes, expected: list[str]) -> None:
    assert read_sheet(content).rows[0][1] == expected


@given(st.text(min_size=1))
def test_t42_no_text_leaves_as_a_formula(text: str) -> None:
    (row,) = csv.reader(io.StringIO(lines([[text]]), newline=""), delimiter=";")
    assert row == [harmless(text)]
    assert row[0].replace("\u200b", "").lstrip()[:1] not in ("=", "+", "-", "@", "＝", "＋", "－", "＠")


@pytest.mark.parametrize(
    "text", ["=1+1", "+55", "-2", "@x", "\t=1", "\r=1", "\x00=1", "＝1", " =1", "\n=1", "\u200b=1"]
)
def test_t42_what_begins_like_one_is_quoted(text: str) -> None:
    assert harmless(text)[0] == "'"
    assert harmless("Ana = 1") == "Ana = 1"


async def test_people_leave_and_it_is_written_down(house: Office, clinic: OrganizationId, ana: Browser) -> None:
    await created(ana, '=cmd|"/c calc"!A1', ("phone", "11988887777"), ("email", "x@y.com.br"))
    answer = await ana.get("/contacts/export")
    assert answer.headers["content-disposition"].startswith("attachment")
    head, row = csv.reader(io.StringIO(answer.text.removeprefix("\ufeff"), newline=""), delimiter=";")
    assert head[:3] == ["Nome", "Telefone", "E-mail"]
    assert row[:3] == ['\'=cmd|"/c calc"!A1', "5511988887777", "x@y.com.br"]
    assert "contacts.exported" in [one["action"] for one in (await ana.get("/audit")).json()["items"]]
    await house.person("oto@clinica.test", {clinic: Role.OPERATOR})
    oto = await house.signed_in("oto@clinica.test")
    assert (await oto.get("/contacts/export")).status_code == 403
