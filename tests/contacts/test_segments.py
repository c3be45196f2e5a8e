"""Does a filter choose whom it says, and never become SQL? (T78)"""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recado.contacts.errors import BadFilter
from recado.contacts.models import FieldDefinition, FieldType
from recado.contacts.rules.segments import BUILT_IN, BY_TYPE, parse
from recado.contacts.store.choosing import Bound, where
from recado.foundation.identifiers import OrganizationId, new_id
from tests.contacts.conftest import created, seen
from tests.support.access import Browser, Office

KNOWN = {
    type_.value: FieldDefinition(
        new_id(), type_.value, type_.value, type_, ("Ouro",) if type_ is FieldType.CHOICE else ()
    )
    for type_ in FieldType
}
# One sign that no statement of ours holds: wherever it shows up, it came from outside.
_MARK = "\u2603"
_VALUES = st.one_of(
    st.text(max_size=20).map(lambda text: _MARK + text), st.integers(), st.booleans(), st.none(), st.floats(),
    st.sampled_from(["2026-01-01", "Ouro", "11", "10,5", "sim", "ana@x.com.br", "52998224725", "import"]),
)  # fmt: skip
_FIELDS = st.one_of(
    st.sampled_from([*BUILT_IN, *(f"fields.{key}" for key in KNOWN)]),
    st.text(max_size=10).map(lambda text: _MARK + text),
)
_OPERATORS = st.sampled_from(sorted({op for ops in (*BUILT_IN.values(), *BY_TYPE.values()) for op in ops}))
_CONDITIONS = st.fixed_dictionaries({"field": _FIELDS, "op": _OPERATORS}, optional={"value": _VALUES})
_JOINTS = st.sampled_from(["all", "any", "none"])
_TREES = st.recursive(
    _CONDITIONS, lambda inner: st.dictionaries(_JOINTS, st.lists(inner, max_size=4), min_size=1, max_size=1)
)


@given(st.lists(_TREES, max_size=5))
def test_t78_nothing_from_outside_stands_in_the_statement(parts: list[Any]) -> None:
    try:
        group = parse({"all": parts}, KNOWN)
    except BadFilter:
        return
    bound = Bound(lambda _kind, clear: clear, [new_id()])
    statement = where(group, bound)
    assert _MARK not in statement
    assert statement.count("'") == statement.count("''") * 2 + statement.count("'number'") * 2
    assert f"${len(bound.values) + 1}" not in statement


@pytest.mark.parametrize(
    ("tree", "why"),
    [
        ({"all": [{"field": "senha", "op": "is", "value": "x"}]}, "unknown_field"),
        ({"all": [{"field": "fields.x' or 1=1 --", "op": "set"}]}, "unknown_field"),
        ({"all": [{"field": "tag", "op": "= '' or", "value": "x"}]}, "unknown_operator"),
        ({"all": [{"field": "cpf", "op": "is", "value": "' or ''='"}]}, "bad_value"),
        ({"all": [{"field": "tag", "op": "is", "value": "x" * 201}]}, "bad_value"),
        ({"all": [{"field": "tag", "op": "set"}] * 31}, "too_many_conditions"),
        ({"all": [{"any": [{"none": [{"all": [{"any": []}]}]}]}]}, "too_deep"),
        ({"xor": []}, "not_a_group"),
        ({"all": [{"field": "tag", "op": "set", "sql": "1"}]}, "not_a_condition"),
        ([], "not_a_group"),
        ({"all": [7]}, "not_a_group"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_a_code(tree: Any, why: str) -> None:
    with pytest.raises(BadFilter) as refused:
        parse(tree, KNOWN)
    assert refused.value.data["why"] == why


async def test_it_chooses_whom_it_says(house: Office, clinic: OrganizationId, ana: Browser) -> None:
    for body in (
        {"label": "Cidade", "type": "text"},
        {"label": "Dívida", "type": "money"},
        {"label": "Plano", "type": "choice", "choices": ["Ouro", "Prata"]},
        {"label": "Ativo", "type": "boolean"},
    ):
        assert (await ana.post("/contacts/fields", body)).status_code == 201
    maria = await created(ana, "Maria José", ("phone", "11988887777"), ("cpf", "52998224725"))
    rui = await seen(house, clinic, phone="552188887777", name="Rui")
    await ana.request("PUT", f"/contacts/{maria}/tags", json={"tags": ["VIP"]})
    fields = {"cidade": "São Paulo", "divida": "1.234,56", "plano": "ouro", "ativo": "sim"}
    changed = await ana.patch(f"/contacts/{maria}", {"fields": fields})
    assert changed.json()["person"]["fields"] == {
        "cidade": "São Paulo", "divida": 123456, "plano": "Ouro", "ativo": True,
    }  # fmt: skip
    for condition, expected in (
        ({"field": "tag", "op": "is", "value": "vip"}, {maria}),
        ({"field": "tag", "op": "is_not", "value": "VIP"}, {rui}),
        ({"field": "phone", "op": "area", "value": "21"}, {rui}),
        ({"field": "phone", "op": "is", "value": "21 98888-7777"}, {rui}),
        ({"field": "cpf", "op": "is", "value": "529.982.247-25"}, {maria}),
        ({"field": "name", "op": "contains", "value": "jose mar"}, {maria}),
        ({"field": "source", "op": "is", "value": "channel"}, {rui}),
        ({"field": "opted_out", "op": "no"}, {maria, rui}),
        ({"field": "created_at", "op": "within_days", "value": 1}, {maria, rui}),
        ({"field": "fields.divida", "op": "more", "value": "1.000"}, {maria}),
        ({"field": "fields.cidade", "op": "contains", "value": "paulo"}, {maria}),
        ({"field": "fields.cidade", "op": "unset"}, {rui}),
        ({"field": "fields.ativo", "op": "is", "value": True}, {maria}),
        ({"none": [{"field": "tag", "op": "set"}]}, {rui}),
    ):
        tree = {"all": [condition]}
        found = await ana.get("/contacts", params={"filter": json.dumps(tree)})
        assert {one["id"] for one in found.json()["items"]} == expected, (condition, found.text)
        assert (await ana.post("/contacts/segments/count", {"filter": tree})).json() == {"count": len(expected)}
    saved = await ana.post("/contacts/segments", {"name": "VIPs", "filter": {"all": [{"field": "tag", "op": "set"}]}})
    (segment,) = saved.json()["items"]
    listed = (await ana.get("/contacts", params={"segment_id": segment["id"]})).json()["items"]
    assert [one["id"] for one in listed] == [maria]


@pytest.mark.parametrize(
    "fields", [{"plano": "Bronze"}, {"ativo": "talvez"}, {"quando": "31/02/2020"}, {"nao_existe": 1}]
)
async def test_a_value_that_does_not_fit_is_refused(ana: Browser, fields: dict[str, Any]) -> None:
    for body in (
        {"label": "Plano", "type": "choice", "choices": ["Ouro"]},
        {"label": "Ativo", "type": "boolean"},
        {"label": "Quando", "type": "date"},
    ):
        await ana.post("/contacts/fields", body)
    id_ = await created(ana, "Maria", ("phone", "11988887777"))
    answer = await ana.patch(f"/contacts/{id_}", {"fields": fields})
    assert (answer.status_code, answer.json()["code"]) == (422, "bad_field")
