"""Do the flows that people begin from work as their cases say, without a problem?"""

from __future__ import annotations

import pytest

from recado.app.installed import installed_nodes
from recado.flows import testing, text
from recado.flows.engine.definition import FlowSet, read_definition
from recado.flows.engine.inspect import check_definition
from recado.flows.engine.limits import WHATSAPP
from recado.flows.errors import TemplateNotFound
from recado.flows.service.templates import get_template, list_templates

KEYS = [one.key for one in list_templates()]


def test_there_are_enough_to_choose_from() -> None:
    assert {"clinica", "lead", "nps", "agendamento", "reativacao", "faq"} <= set(KEYS)
    assert all(one.description.endswith(".") and one.nodes > 5 for one in list_templates())


def test_one_that_is_not_there_is_refused() -> None:
    with pytest.raises(TemplateNotFound):
        get_template("../index")


@pytest.mark.parametrize("key", KEYS)
def test_a_template_has_no_problem_and_stands_in_its_canonical_form(key: str) -> None:
    template = get_template(key)
    assert check_definition(template.definition, installed_nodes(), WHATSAPP) == ()
    assert text.read(text.write(template.definition)) == template.definition
    places = {(node["layout"]["x"], node["layout"]["y"]) for node in template.definition["nodes"].values()}
    assert len(places) == template.nodes, "no two nodes lie on one another"


@pytest.mark.parametrize("key", KEYS)
def test_the_cases_of_a_template_pass_and_see_its_nodes(key: str) -> None:
    template, types = get_template(key), installed_nodes()
    flow = read_definition(template.definition, types, version=1)
    report = testing.run_cases(
        FlowSet.of(flow, types=types, bot_name="Clínica Vida"), testing.read_cases(template.tests)
    )
    assert [case.sentence for case in report.cases if not case.passed] == []
    seen = report.coverage[0]
    assert seen.nodes_seen >= seen.nodes - 1
