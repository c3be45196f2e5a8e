"""Does inspection see, before a flow is published, which calls to the outside cannot work?"""

from __future__ import annotations

from typing import Any

import pytest

from recado.flows.engine.definition import DefinitionInvalid
from recado.flows.engine.inspect import inspect, may_be_published
from recado.flows.engine.problems import Code
from recado.flows.engine.surroundings import Surroundings
from tests.flows.engine.support import TYPES, flow_of

API = "https://api.exemplo.com.br"
KNOWN = Surroundings(secrets={"token_erp": (API,), "assinatura": (API, "https://b.exemplo.com.br:8443")})


def found(kind: str, around: Surroundings = KNOWN, **options: Any) -> list[tuple[str, str]]:
    nodes = {"n": {"type": kind, "options": options, "exits": {"next": "f", "error": "f"}}, "f": {"type": "end"}}
    problems = inspect(flow_of(nodes, variables={"x": {"default": "1"}}), TYPES, around)
    return [(one.code.value, one.path.removeprefix("nodes.n.options.")) for one in problems]


def bearer(name: str = "token_erp") -> list[dict[str, str]]:
    return [{"name": "X-A", "value": "b"}, {"name": "Authorization", "value": "Bearer ", "secret": name}]


def test_a_sane_call_has_no_problem() -> None:
    body = '{"a": {{ x }}, "b": ["{{ x }}"]}'
    results = [{"path": "body.itens[0].nome", "variable": "nome"}]
    assert (
        found("api_call", url=f"{API}/v1/{{{{ x }}}}", headers=bearer(), body_kind="json", body=body, results=results)
        == []
    )
    assert found("webhook", url=f"{API}/avisos?a=b", secret="assinatura") == []


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        ({"url": "api.exemplo.com.br"}, ("bad_address", "url")),
        ({"url": "ftp://api.exemplo.com.br"}, ("bad_address", "url")),
        ({"url": API + "/{% if x %}a{% endif %}"}, ("bad_address", "url")),
        ({"url": API, "body_kind": "json", "body": '{"a": }'}, ("bad_json", "body")),
        ({"url": API, "body_kind": "json", "body": ""}, ("bad_json", "body")),
        ({"url": API, "headers": [{"name": "Host", "value": "x"}]}, ("bad_header", "headers.0.name")),
        ({"url": API, "headers": [{"name": "content-LENGTH", "value": "1"}]}, ("bad_header", "headers.0.name")),
        ({"url": API, "results": [{"path": "a..b", "variable": "y"}]}, ("bad_path", "results.0.path")),
        ({"url": API, "headers": bearer("nada")}, ("unknown_secret", "headers.1.secret")),
        ({"url": "https://outra.com.br/x", "headers": bearer()}, ("secret_elsewhere", "headers.1.secret")),
        ({"url": API.replace("api", "API"), "headers": bearer()}, ("secret_elsewhere", "headers.1.secret")),
        ({"url": f"{API}:8443/", "headers": bearer()}, ("secret_elsewhere", "headers.1.secret")),
        ({"url": f"{API}.ladrao.com/{{{{ x }}}}", "headers": bearer()}, ("secret_elsewhere", "headers.1.secret")),
    ],
)
def test_what_cannot_work_is_told_at_its_place(options: dict[str, Any], problem: tuple[str, str]) -> None:
    assert found("api_call", **options) == [problem]


def test_an_address_known_only_when_it_runs_is_left_to_the_wall() -> None:
    for url in ("{{ x }}/v1", "https://{{ x }}.exemplo.com.br/", "https://api.exemplo.com.br{{ x }}"):
        assert found("api_call", url=url, headers=bearer()) == []
        assert found("api_call", url=url, headers=bearer("nada")) == [("unknown_secret", "headers.1.secret")]


def test_a_webhook_is_looked_at_as_well() -> None:
    assert found("webhook", url=API, secret="nada") == [("unknown_secret", "secret")]
    assert found("webhook", url="https://c.exemplo.com.br/", secret="assinatura") == [("secret_elsewhere", "secret")]
    assert found("webhook", url="c.exemplo.com.br") == [("bad_address", "url")]


def test_nothing_is_said_of_secrets_that_are_not_known() -> None:
    assert found("api_call", Surroundings(), url=API, headers=bearer("nada")) == []


def test_they_stop_a_publication() -> None:
    nodes = {
        "n": {"type": "webhook", "options": {"url": API, "secret": "x"}, "exits": {"next": "f", "error": "f"}},
        "f": {"type": "end"},
    }
    assert not may_be_published(inspect(flow_of(nodes), TYPES, KNOWN))


@pytest.mark.parametrize("name", ["Maiúscula", "com espaço", "{{ x }}", "../x", "a" * 61, "é"])
def test_no_text_with_names_in_it_can_be_a_secret(name: str) -> None:
    with pytest.raises(DefinitionInvalid) as refused:
        found("api_call", url=API, headers=bearer(name))
    assert {one.code for one in refused.value.problems} <= {Code.BAD_NAME, Code.TOO_LONG}


def test_ways_out_of_a_call_are_offered_where_they_are_asked_for() -> None:
    nodes: dict[str, Any] = {"n": {"type": "api_call", "options": {"url": API}}, "f": {"type": "end"}}
    manifest = TYPES["api_call"].manifest
    plain = [exit.key for exit in manifest.exits_of(flow_of(nodes).nodes["n"].options)]
    nodes["n"]["options"] = {"url": API, "by_status": True}
    many = [exit.key for exit in manifest.exits_of(flow_of(nodes).nodes["n"].options)]
    assert plain == ["next", "error"]
    assert many == ["next", "error", "not_found", "refused", "broken", "silent"]
