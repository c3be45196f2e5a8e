"""Does a secret go in and never come out again, and open only in its own organization, for its own origins? (T34)"""

from __future__ import annotations

from typing import Any

import pytest

from recado.foundation.egress.models import Origin
from recado.foundation.egress.signatures import new_signing_secret
from recado.foundation.identifiers import OrganizationId
from recado.foundation.secrets import SealBroken
from recado.organizations.errors import BadSecret
from recado.organizations.models import Role
from recado.organizations.rules.secrets import check_name, check_origins, check_value
from recado.organizations.service.secrets import open_secrets
from tests.support.access import Browser, Office
from tests.support.jobs import change, rows

VALUE = "sk-canario-9f31c2"
API = "https://api.exemplo.com.br"


async def admin_of(house: Office, slug: str = "clinica") -> tuple[Browser, OrganizationId]:
    found = await house.organization(slug)
    await house.person(f"ana@{slug}.test", {found: Role.ORG_ADMIN})
    return await house.signed_in(f"ana@{slug}.test"), found


async def kept(ana: Browser, **more: Any) -> dict[str, Any]:
    answer = await ana.post("/secrets", {"name": "token_erp", "value": VALUE, "origins": [API], **more})
    assert answer.status_code == 201, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def test_t34_a_secret_comes_out_nowhere(house: Office) -> None:
    ana, _ = await admin_of(house)
    made = await kept(ana)
    assert made["made"] is None
    turned = await ana.post(f"/secrets/{made['secret']['id']}/rotate", {"value": f"{VALUE}-2"})
    assert turned.status_code == 200, turned.text
    listed = await ana.get("/secrets")
    assert [(one["name"], one["origins"]) for one in listed.json()["items"]] == [("token_erp", [API])]
    assert listed.json()["items"][0]["previous_until"] is not None

    trail = await ana.get("/audit")
    dump = "".join(str(rows(house.clone, f"select t::text from {t} t")) for t in ("secrets", "audit_entries"))  # noqa: S608
    for text in (listed.text, turned.text, trail.text, dump):
        assert VALUE not in text
        assert VALUE.encode().hex() not in text
    acts = [one["action"] for one in trail.json()["items"] if one["action"].startswith("secrets.")]
    assert acts == ["secrets.rotated", "secrets.created"]


async def test_it_opens_for_its_origins_and_signs_with_both_while_it_changes(house: Office) -> None:
    ana, clinic = await admin_of(house)
    id_ = (await kept(ana, origins=["HTTPS://Api.Exemplo.com.br/", "https://padaria-são-josé.com.br:8443"]))["secret"][
        "id"
    ]
    async with house.database.transaction(clinic) as tx:
        opened = await open_secrets(tx, house.access.key, {"token_erp", "outro"})
    assert set(opened) == {"token_erp"}
    assert opened["token_erp"].value == VALUE
    assert opened["token_erp"].origins == {
        Origin("https", "api.exemplo.com.br", 443),
        Origin("https", "xn--padaria-so-jos-yhb5h.com.br", 8443),
    }
    assert VALUE not in repr(opened)

    await ana.post(f"/secrets/{id_}/rotate", {"value": "novo-valor", "keep_previous_hours": 1})
    async with house.database.transaction(clinic) as tx:
        both = (await open_secrets(tx, house.access.key, {"token_erp"}))["token_erp"]
    assert (both.value, both.previous) == ("novo-valor", VALUE)

    change(house.clone, "update secrets set previous_until = now() - interval '1 second'")
    async with house.database.transaction(clinic) as tx:
        late = (await open_secrets(tx, house.access.key, {"token_erp"}))["token_erp"]
    assert (late.value, late.previous) == ("novo-valor", "")


async def test_other_origins_never_see_the_old_value(house: Office) -> None:
    ana, clinic = await admin_of(house)
    id_ = (await kept(ana))["secret"]["id"]
    body = {"value": "novo", "origins": ["https://outro.exemplo.com.br"], "keep_previous_hours": 48}
    turned = await ana.post(f"/secrets/{id_}/rotate", body)
    assert turned.json()["secret"]["origins"] == ["https://outro.exemplo.com.br"]
    async with house.database.transaction(clinic) as tx:
        opened = (await open_secrets(tx, house.access.key, {"token_erp"}))["token_erp"]
    assert (opened.value, opened.previous) == ("novo", "")
    # There is no way to change origins and keep the value: that would be a way to read it.
    without = await ana.post(f"/secrets/{id_}/rotate", {"origins": ["https://ladrao.exemplo.com.br"]})
    assert without.json()["made"].startswith("whsec_")
    async with house.database.transaction(clinic) as tx:
        assert (await open_secrets(tx, house.access.key, {"token_erp"}))["token_erp"].value == without.json()["made"]


async def test_a_row_moved_to_another_organization_does_not_open(house: Office) -> None:
    ana, _ = await admin_of(house)
    await kept(ana)
    garage = await house.organization("garagem")
    change(house.clone, f"update secrets set organization_id = '{garage}'")  # noqa: S608
    async with house.database.transaction(garage) as tx:
        with pytest.raises(SealBroken):
            await open_secrets(tx, house.access.key, {"token_erp"})


async def test_a_signing_secret_is_made_and_shown_once(house: Office) -> None:
    ana, _ = await admin_of(house)
    made = await kept(ana, name="assinatura", value=None)
    assert made["made"].startswith("whsec_")
    assert made["made"] not in (await ana.get("/secrets")).text
    assert new_signing_secret() != new_signing_secret()


async def test_who_draws_flows_sees_names_and_sets_nothing(house: Office) -> None:
    ana, clinic = await admin_of(house)
    await kept(ana)
    await house.person("oto@clinica.test", {clinic: Role.OPERATOR})
    oto = await house.signed_in("oto@clinica.test")
    assert [one["name"] for one in (await oto.get("/secrets")).json()["items"]] == ["token_erp"]
    refused = await oto.post("/secrets", {"name": "x", "value": "y", "origins": [API]})
    assert refused.status_code == 403


async def test_names_are_once_each_and_what_is_gone_is_gone(house: Office) -> None:
    (ana, _), (rui, _) = await admin_of(house), await admin_of(house, "garagem")
    id_ = (await kept(ana))["secret"]["id"]
    again = await ana.post("/secrets", {"name": "token_erp", "value": "x", "origins": [API]})
    assert (again.status_code, again.json()["code"]) == (409, "name_taken")
    await kept(rui)
    for call in (rui.post(f"/secrets/{id_}/rotate", {"value": "x"}), rui.request("DELETE", f"/secrets/{id_}")):
        assert (await call).status_code == 404
    assert (await ana.request("DELETE", f"/secrets/{id_}")).status_code == 204
    assert (await ana.request("DELETE", f"/secrets/{id_}")).status_code == 404
    assert (await ana.get("/secrets")).json()["items"] == []
    assert len((await rui.get("/secrets")).json()["items"]) == 1


@pytest.mark.parametrize("name", ["", "Maiuscula", "com espaço", "a" * 61, ".ponto", "{{x}}", "a/b", "é"])
def test_a_name_is_an_identifier(name: str) -> None:
    with pytest.raises(BadSecret):
        check_name(name)


@pytest.mark.parametrize("value", ["", " ", "a\r\nX: 1", "a\x00b", "á", "a\x7f", "x" * 4097])
def test_a_value_fits_into_a_header(value: str) -> None:
    with pytest.raises(BadSecret):
        check_value(value)
    assert check_value("  Bearer abc\n") == "Bearer abc"


@pytest.mark.parametrize(
    "origin",
    [
        "http://api.exemplo.com.br",
        "https://api.exemplo.com.br/v1",
        "https://api.exemplo.com.br?x",
        "https://user@api.exemplo.com.br",
        "https://api.exemplo.com.br.",
        "https://*.exemplo.com.br",
        "api.exemplo.com.br",
        "ftp://api.exemplo.com.br",
        "https://0x7f.1",
        "https://",
        "*",
    ],
)
def test_an_origin_is_a_whole_one(origin: str) -> None:
    with pytest.raises(BadSecret):
        check_origins([origin])


def test_origins_are_kept_once_and_as_on_the_wire() -> None:
    assert check_origins([f"{API}/", API.upper(), f"{API}:443", "http://127.0.0.1:9999"]) == (
        "http://127.0.0.1:9999",
        API,
    )
    with pytest.raises(BadSecret):
        check_origins([])
    with pytest.raises(BadSecret):
        check_origins([f"https://a{number}.com.br" for number in range(11)])
