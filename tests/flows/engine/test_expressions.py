"""Do templates say what their author meant, and nothing that a value smuggles in? (T32)"""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recado.flows.engine.advance import advance
from recado.flows.engine.definition import FlowSet
from recado.flows.engine.expressions import Template, TemplateInvalid
from recado.flows.engine.inputs import Contact
from recado.flows.engine.limits import MAX_RENDERED, MAX_TEXT_OPTION
from recado.flows.engine.problems import Code, Problem
from recado.flows.engine.values import Day, Moment, Money
from tests.flows.engine.support import TYPES, arriving, flow_of, said_by, say


def render(source: str, **scope: Any) -> str:
    problems: list[Problem] = []
    return Template(source).render({"now": "n", "today": "t", **scope}, problems)


def problems_of(source: str, **scope: Any) -> list[Code]:
    problems: list[Problem] = []
    Template(source).render(scope, problems)
    return [problem.code for problem in problems]


PAYLOADS = """
{{7*7}}|{{ 7 | times: 7 }}|${7*7}|#{7*7}|<%= 7*7 %>|{{secrets.token}}|{{ contact.phone }}|{{ now }}
{% for i in a %}x{% endfor %}|{% assign x = 1 %}|{% include 'x' %}|{% render 'x' %}|{%|%}|{{|}}|{{{|}}}
{{{{ a }}}}|{# c #}|{{ "a" | append: "b" }}|%s %d %n|{0}|{}|{0.__class__}|{contact.__class__.__mro__}
__class__|{{''.__class__.__mro__[2].__subclasses__()}}|{{config}}|{{self}}|{{request}}
{{ ''.constructor.constructor('return 1')() }}|{{ [].__class__ }}|$(id)|`id`|; ls|' or 1=1 --|" onload="
<script>alert(1)</script>|{{ x | date: '%Y' }}|{% raw %}{{ a }}{% endraw %}|{% comment %}|{% endcomment %}
{% if true %}y{% endif %}|{{-a-}}|{%- a -%}|\\{{ a }}|{{ a.b.c }}|{{ a[0] }}|{{ a['b'] }}|{{ a | map: 'b' }}
%{{a}}|${{a}}|@(1+1)|@contact.name|#set($x=1)|*{T(java.lang.Runtime)}|[[${1}]]|\u202e{{ a }}|{\u200b{ a }}
{{ a }}\u0000|{{\n a \n}}|{{ a }\u200d}|\uff5b\uff5b a \uff5d\uff5d
""".strip()
SEEDS = [piece for line in PAYLOADS.splitlines() for piece in line.split("|") if piece.replace("\x00", "")]
FRAMES = ("{}", "Ana {}", "{} Silva", "{{{{ {} }}}}", "{{% {} %}}", "{{{{ '{}' | upcase }}}}", "({})", "*{}*")


def corpus() -> Iterator[str]:
    for frame, seed in itertools.product(FRAMES, SEEDS):
        before, _, after = frame.replace("{{", "\x01").replace("}}", "\x02").partition("{}")
        yield (before + seed + after).replace("\x01", "{").replace("\x02", "}").replace("\x00", "")


def test_a_value_stands_in_the_text_letter_by_letter() -> None:
    payloads = list(corpus())
    assert len(payloads) >= 500
    flow = flow_of(
        {
            "a": say("Oi, {{ contact.name }}!", next="b"),
            "b": say("{% if contact.name %}[{{ contact.name | append: '' }}]{% endif %}{{ message.text }}"),
        }
    )
    flows = FlowSet.of(flow, types=TYPES)
    for payload in payloads:
        turn = advance(flows, None, arriving(payload, contact=Contact(name=payload)))
        assert said_by(turn) == [f"Oi, {payload}!", f"[{payload}]{payload}".strip()], payload
        assert turn.problems == ()


@given(name=st.text(max_size=200))
def test_any_value_is_written_once(name: str) -> None:
    assert render("<{{ name }}>", name=name) == f"<{name}>"
    assert render("<{{ name }}>{% if false %}{% endif %}", name=name) == f"<{name}>"
    assert render("<{{ name | default: '' }}>", name=name) == f"<{name}>"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("sem nada", "sem nada"),
        ("{{ name }}", "Ana"),
        ("{{ pet.name }} e {{ name }}", "Thor e Ana"),
        ("{{ pet['name'] }}", "Thor"),
        ("{{ name | upcase }}", "ANA"),
        ("{{ missing | default: 'amigo' }}", "amigo"),
        ("{% if missing %}a{% else %}b{% endif %}", "b"),
        ("{% unless missing %}b{% endunless %}", "b"),
        ("{% case name %}{% when 'Ana' %}é ela{% else %}não{% endcase %}", "é ela"),
        ("{% for one in list %}{{ one }}{% unless forloop.last %}, {% endunless %}{% endfor %}", "1, dois, 3,5"),
        ("{{ list | join: ' / ' }}", "1 / dois / 3,5"),
        ("{{ list | sentence }}", "1, dois e 3,5"),
        ("{{ list }}", "1, dois, 3,5"),
        ("{{ list | size }} {{ list.size }} {{ list | first }} {{ list.last }}", "3 3 1 3,5"),
        ("{{ price }}", "R$ 1.234,50"),
        ("{{ price | times: 2 }}", "R$ 2.469,00"),
        ("{{ price | minus: 234.5 }}", "R$ 1.000,00"),
        ("{{ 1234.5 | money }}", "R$ 1.234,50"),
        ("{{ '60,5' | money }}", "R$ 60,50"),
        ("{{ -5 | money }}", "-R$ 5,00"),
        ("{{ day }}", "25/12/2026"),
        ("{{ day | date: '%d de %B de %Y, %A' }}", "25 de dezembro de 2026, sexta-feira"),
        ("{{ '2026-12-25' | date: '%d/%m' }}", "25/12"),
        ("{{ 'amanhã' | date: '%d/%m' }}", "amanhã"),
        ("{{ at | date: '%H:%M' }}", "09:05"),
        ("{{ day | plus_days: 7 }}|{{ at | plus_days: -25 }}", "01/01/2027|30/11/2026 09:05"),
        ("{{ '2028-02-28' | plus_days }}|{{ 'amanhã' | plus_days: 2 }}", "29/02/2028|amanhã"),
        ("{{ at }}", "25/12/2026 09:05"),
        ("{{ yes }}", "sim"),
        ("{{ 2.0 }}{{ 1.5 }}", "21,5"),
        ("{{ 1234567.891 | decimal: 2 }}", "1.234.567,89"),
        ("{{ 7 | divided_by: 2 }} {{ 6 | divided_by: 2 }} {{ 7 | divided_by: 0 }}", "3,5 3 0"),
        (
            "{{ 7 | modulo: 4 }} {{ 7 | plus: '1,5' }} {{ 2.6 | round }} {{ 2.1 | ceil }} {{ 2.9 | floor }}",
            "3 8,5 3 3 2",
        ),
        ("{{ 5 | at_least: 7 }} {{ 5 | at_most: 3 }} {{ -4 | abs }}", "7 3 4"),
        ("{{ 'MARIA da Silva' | first_name }} {{ 'maria DA silva' | title }}", "Maria Maria da Silva"),
        ("{{ '5511987654321' | phone }} {{ '+55 11 3456-7890' | phone }}", "(11) 98765-4321 (11) 3456-7890"),
        ("{{ '529.982.247-25' | digits }}", "52998224725"),
        ("{{ 'uma frase bem comprida' | truncate: 10 }}", "uma frase…"),
        ("{{ 'uma frase bem comprida' | truncatewords: 2 }}", "uma frase…"),
        ("{{ 'a-b-c' | split: '-' | reverse | join: '' }}", "cba"),
        ("{{ 'abc' | replace: 'b', 'X' | remove: 'c' | append: '!' | prepend: '¡' }}", "¡aX!"),
        ("{{ 'Ação' | slice: 0, 2 }} {{ 'Ação' | slice: -2, 2 }}", "Aç ão"),
        ("{{ ' x ' | strip | upcase | downcase | capitalize }}", "X"),
        ("{{ 'Ação São' | fold }}", "acao sao"),
        ("{{ 'a b&ç' | url_encode }}", "a%20b%26%C3%A7"),
        ("{{ 'b,a,b' | split: ',' | uniq | sort | join: ',' }}", "a,b"),
        ("{{ pets | map: 'name' | sentence }}", "Thor e Mel"),
        ("{% assign x = name | upcase %}{{ x }}{% capture y %}<{{ x }}>{% endcapture %}{{ y }}", "ANA<ANA>"),
        ("{% comment %} nota {% endcomment %}ok", "ok"),
        ("{% for i in list %}{% if i == 'dois' %}{% break %}{% endif %}{{ i }}{% endfor %}", "1"),
        ("{{ now }}{{ today }}", "nt"),
    ],
)
def test_what_an_author_may_write(source: str, text: str) -> None:
    scope = {
        "name": "Ana", "pet": {"name": "Thor"}, "list": [1, "dois", 3.5], "price": Money(123450), "yes": True,
        "day": Day(date(2026, 12, 25)), "at": Moment(datetime(2026, 12, 25, 9, 5)),  # noqa: DTZ001 - only written out
        "pets": [{"name": "Thor"}, {"name": "Mel"}],
    }  # fmt: skip
    assert render(source, **scope) == text


@pytest.mark.parametrize(
    "source",
    [
        "{{ name", "{{ name | nope }}", "{{ | }}", "{% if %}", "{% if a %}", "{% nope %}", "{% include 'a' %}",
        "{% render 'a' %}", "{{ 'a' | escape }}",
        "{% tablerow x in y %}{% endtablerow %}", "{% liquid echo 1 %}", "{% increment x %}", "{% cycle 'a', 'b' %}",
        "{{ a b }}",
        "{% for i in (1..100000000) reversed %}x{% endfor %}", "{{ (1..9999999) | join: '' }}",
        "{% if (1..9) contains 3 %}{% endif %}",
        "{% if a %}" * 11 + "{% endif %}" * 11, "{{ a.__class__ | eval }}", "{% raw %}", "{{ 'a' | base64_decode }}",
    ],
)  # fmt: skip
def test_what_an_author_may_not_write(source: str) -> None:
    with pytest.raises(TemplateInvalid):
        Template(source)


@pytest.mark.parametrize(
    "source",
    [
        "{{ s.__class__ }}", "{{ s.upper }}", "{{ d.keys }}", "{{ d.__init__.__globals__ }}", "{{ m.centavos }}",
        "{{ m['__class__'] }}",
        "{{ s[0] }}", "{{ n.real }}", "{{ list.append }}", "{{ list['__class__'] }}",
    ],
)  # fmt: skip
def test_attributes_of_values_are_out_of_reach(source: str) -> None:
    scope: dict[str, Any] = {"s": "abc", "d": {"a": 1}, "m": Money(1), "n": 1, "list": [1]}
    assert render(source, **scope) == ""
    assert problems_of(source, **scope) == [Code.UNDEFINED_VARIABLE]


def test_what_is_undefined_is_empty_and_said() -> None:
    assert render("a{{ x }}b{{ y.z }}c") == "abc"
    assert problems_of("a{{ x }}b{{ y.z }}c") == [Code.UNDEFINED_VARIABLE] * 2
    assert problems_of("{{ x | upcase }}{% if x %}{% endif %}{{ x | default: 'a' }}") == [Code.UNDEFINED_VARIABLE]
    assert problems_of("{% if x %}{% endif %}") == []
    problems: list[Problem] = []
    Template("{{ y.z | upcase }}").render({}, problems)
    assert dict(problems[0].data) == {"variable": "y.z"}


def test_the_clock_is_out_of_reach() -> None:
    for source in ("{{ now }}", "{{ today | upcase }}", "{% assign x = now %}{{ x }}", "{{ 'now' | date: '%Y' }}"):
        problems: list[Problem] = []
        assert Template(source).render({}, problems) in ("", "now")


def test_a_template_of_one_name_gives_its_value() -> None:
    problems: list[Problem] = []
    assert Template("{{ price }}").value({"price": Money(5)}, problems) == Money(5)
    assert Template("{{price}}").value({"price": [1, 2]}, problems) == [1, 2]
    assert Template(" {{ price }}").value({"price": 5}, problems) == " 5"
    assert Template("5").value({}, problems) == "5"
    assert problems == []


COSTLY = [
    "{% for a in l %}{% for b in l %}{% for c in l %}x{% endfor %}{% endfor %}{% endfor %}",
    "{% for a in l %}x{% endfor %}" * 40,
    "{% assign s = 'aaaaaaaaaa' %}{% for a in l %}{% assign s = s | append: s %}{% endfor %}{{ s }}",
    "{% assign s = t %}{% assign s = s | replace: 'a', t %}{{ s | replace: 'a', s }}",
    "{{ t | replace: '', t }}",
    "{% assign n = 999999999 %}{% for a in l %}{% assign n = n | times: n %}{% endfor %}{{ n }}",
    "{% for a in l %}{{ t }}{% endfor %}",
    "{% for a in l %}" + "{{ x }}" * 200 + "{% endfor %}",
    "{{ l | join: t }}",
]


@pytest.mark.parametrize("source", COSTLY)
def test_what_costs_too_much_is_cut_off_quickly(source: str) -> None:
    scope = {"l": list(range(100)), "t": "a" * 4_000, "x": "y"}
    template = Template(source[:MAX_TEXT_OPTION])
    problems: list[Problem] = []
    began = time.process_time()
    text = template.render(scope, problems)
    assert time.process_time() - began < 0.5
    assert len(text) <= MAX_RENDERED
    assert {problem.code for problem in problems} & {Code.EXPRESSION_TOO_COSTLY, Code.TEXT_TOO_LONG}


def test_long_values_are_cut_at_the_ceiling() -> None:
    assert len(render("{{ a }}{{ a }}", a="x" * 10_000)) == MAX_RENDERED
    assert problems_of("{{ a }}{{ a }}", a="x" * 10_000) == [Code.TEXT_TOO_LONG]


_WORDS = (
    "{{ }} {% %} | : , . ' \" a b list price size first -1 0 1.5 if endif for in endfor else elsif unless endunless"
    " case when endcase assign capture endcapture = == != < > contains and or not nil empty blank true false upcase"
    " times plus join split default date replace append size forloop.index (1..3) [0] break continue comment"
    " endcomment # - %"
)


@given(
    pieces=st.lists(st.sampled_from(tuple(_WORDS.split(" "))), max_size=25),
    value=st.one_of(st.text(), st.integers(), st.lists(st.text()), st.none()),
)
def test_whatever_parses_also_renders(pieces: list[str], value: Any) -> None:
    source = " ".join(pieces)
    try:
        template = Template(source)
    except TemplateInvalid:
        return
    problems: list[Problem] = []
    assert isinstance(template.render({"a": value, "list": [value], "price": Money(1)}, problems), str)
    template.value({"a": value}, problems)
    template.names()


def test_templates_compare_by_their_source() -> None:
    assert Template("{{ a }}") == Template("{{ a }}") != Template("{{a}}")
    assert {Template("{{ a }}"), Template("{{ a }}")} == {Template("{{ a }}")}
    assert Template("{{ a.b }} {{ c | default: d }}{% assign e = 1 %}{{ e }}").names() == {"a", "c", "d"}
    assert not Template("")
    assert repr(Template("x")) == "Template('x')"
