"""Is what a flow wants done with a contact done, and does the next flow know of it?"""

from __future__ import annotations

from typing import Any

from tests.pipeline.house import House
from tests.pipeline.wire import somebody

FLOW: dict[str, Any] = {
    "format": 1,
    "id": "etiquetas",
    "name": "Etiquetas",
    "entry": "start",
    "variables": {"nome": {"label": "Nome"}, "valor": {"label": "Valor"}},
    "nodes": {
        "start": {"type": "start", "exits": {"next": "known"}},
        "known": {
            "type": "condition",
            "options": {
                "branches": [
                    {"id": "vip", "when": {"left": "{{ contact.tags | join: ' ' }}", "op": "contains", "right": "VIP"}}
                ]
            },
            "exits": {"vip": "again", "else": "label"},
        },
        "label": {
            "type": "tag",
            "options": {"add": [{"name": "Vip"}, {"name": "Já comprou"}, {"name": "VIP"}]},
            "exits": {"next": "ask"},
        },
        "ask": {
            "type": "question",
            "options": {"text": "Quanto?", "kind": "money", "variable": "valor"},
            "exits": {"next": "keep"},
        },
        "keep": {
            "type": "set_contact",
            "options": {"fields": [{"field": "ultima_compra", "value": "{{ valor }}"}]},
            "exits": {"next": "end"},
        },
        "end": {"type": "end"},
        "again": {
            "type": "message",
            "options": {"text": "Olá de novo: {{ contact.tags | join: ', ' }}, {{ contact.ultima_compra }}"},
            "exits": {"next": "off"},
        },
        "off": {"type": "tag", "options": {"remove": [{"name": "já  COMPROU"}]}},
    },
}


async def test_tags_and_fields_stay_with_the_contact_and_are_read_by_the_next_session(house: House) -> None:
    clinic, ana, bia = await house.organization(flow=FLOW), somebody(), somebody()
    await clinic.hears(ana, "oi")
    await clinic.hears(ana, "R$ 1.234,50")
    await clinic.hears(bia, "oi")
    assert await house.rows("select name, key from tags where organization_id = %s order by key", clinic.id) == [
        ("Já comprou", "ja comprou"),
        ("Vip", "vip"),
    ], "another case makes no other tag"
    await clinic.hears(ana, "oi")
    assert clinic.told(ana)[-1] == "Olá de novo: Já comprou, Vip, R$ 1.234,50"
    rows = await house.rows(
        "select t.key, count(*) from contact_tags c join tags t on t.id = c.tag_id"
        " where c.organization_id = %s group by 1 order by 1",
        clinic.id,
    )
    assert rows == [("ja comprou", 1), ("vip", 2)], "one was taken off Ana, and Bia keeps hers"
