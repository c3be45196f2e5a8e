"""Do texts, names and formulas come over as they read in the original?"""

from __future__ import annotations

from typing import Any

import pytest

from recado.flows.engine.expressions import Template
from recado.flows.imports.typebot.calls import path_of
from recado.flows.imports.typebot.conditions import pattern_of
from recado.flows.imports.typebot.export import Variable
from recado.flows.imports.typebot.findings import Report
from recado.flows.imports.typebot.formulas import (
    Applied,
    Code,
    Items,
    Name,
    Number,
    Quoted,
    Sum,
    Written,
    read_expression,
    worked_out,
)
from recado.flows.imports.typebot.names import Names
from recado.flows.imports.typebot.questions import date_form
from recado.flows.imports.typebot.rich_text import text_of_bubble
from recado.flows.imports.typebot.templates import Rewriter, split_template


def p(*children: Any) -> dict[str, Any]:
    return {"type": "p", "children": [one if isinstance(one, dict) else {"text": one} for one in children]}


def rich(*nodes: Any) -> str:
    return text_of_bubble({"richText": list(nodes)})


def test_marks_touch_the_words_and_do_not_cut_names() -> None:
    bold = {"text": "Olá {{Nome ", "bold": True}
    assert rich(p(bold, {"text": "do pet}}!"})) == "*Olá {{Nome do pet}}*!"
    assert rich(p({"text": " oi ", "bold": True, "italic": True}, "tudo")) == " *_oi_* tudo"
    assert rich(p({"text": "a", "bold": True}, {"text": "b", "bold": True}, {"text": "", "bold": True}, "c")) == "*ab*c"
    assert rich(p({"text": "x", "underline": True}, {"text": "y", "strikethrough": True})) == "x~y~"


def test_lines_lists_and_links() -> None:
    link = {"type": "a", "url": "https://x.example", "children": [{"text": "site"}]}
    same = {"type": "a", "url": "https://x.example", "children": [{"text": "https://x.example"}]}
    items = [{"type": "li", "children": [{"type": "lic", "children": [{"text": one}]}]} for one in ("um", "dois")]
    assert rich(p("Veja: ", link), p(""), p(same)) == "Veja: site (https://x.example)\n\nhttps://x.example"
    assert rich({"type": "ul", "children": items}, {"type": "ol", "children": items}) == "- um\n- dois\n1. um\n2. dois"
    assert rich({"type": "novidade", "children": [p("a"), p("b")]}, {"text": "solta"}) == "a\nb\nsolta"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ({"html": "<div>Oi <b>você</b></div><div>tudo&nbsp;bem?</div>"}, "Oi *você*\ntudo bem?"),
        ({"html": '<p>Veja <a href="https://x.example">aqui</a><br>agora</p>'}, "Veja aqui (https://x.example)\nagora"),
        ({"plainText": " só texto "}, "só texto"),
        ({"richText": [], "plainText": "antigo"}, "antigo"),
        ({"richText": "lixo", "html": []}, ""),
        ({}, ""),
    ],
)
def test_old_texts(content: dict[str, Any], said: str) -> None:
    assert text_of_bubble(content) == said


def rewriter() -> Rewriter:
    variables = [Variable("1", "Nome do pet"), Variable("2", "contact"), Variable("3", "ação")]
    return Rewriter(Names(variables, Report()), Report())


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Oi {{Nome do pet}}!", "Oi Rex!"),
        ("${{Nome do pet}} {{{ação}}}", "$Rex {agir}"),
        ("{{ Nome do pet}}|{{nome do pet}}|{{nada}}", "||"),
        ("{{=1 + {{ação}}=}}.", "."),
        ("100% {% if %} {# x #} {{ aberto", "100% {% if %} {# x #} {{ aberto"),
        ("{{contact}}", "alguém"),
        ('{"a": "{{ação}}", "b": {{ação}}}', '{"a": "agir", "b": agir}'),
        ("{{ação}}{{ação}}{", "agiragir{"),
    ],
)
def test_only_known_names_are_filled_in(written: str, said: str) -> None:
    scope = {"nome_do_pet": "Rex", "contact_2": "alguém", "acao": "agir"}
    assert Template(rewriter().text(written, "aqui")).render(scope, []) == said


def test_a_long_template_is_cut_outside_of_its_names() -> None:
    text = "palavra " * 30 + "{{ nome_com_espaços_em_volta }} " * 10
    pieces = split_template(text, 60)
    assert all(len(piece) <= 60 and piece.count("{{") == piece.count("}}") for piece in pieces)
    assert " ".join(pieces).split() == text.split()


def test_names_are_safe_and_none_is_taken_twice() -> None:
    written = [
        "Nome do pet",
        "nome do pet",
        "Nome do pet",
        "contact",
        "if",
        "2ª via",
        "😀",
        "",
        "é" * 200,
        "now",
        "Ação!",
    ]
    names = Names([Variable(str(place), name) for place, name in enumerate(written)], report := Report())
    assert [names.of(str(place)) for place in range(8)] == [
        "nome_do_pet", "nome_do_pet_2", "nome_do_pet", "contact_2", "if_2", "variavel_2a_via", "variavel", "variavel_2",
    ]  # fmt: skip
    assert len(names.of("8")) <= 60
    assert {one.code for one in report} == {"variable_merged", "variables_renamed"}


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("{{A b}}", Name("A b")),
        (" {{A}} ", Name("A")),
        ("5", Number("5")),
        ("-2.5", Number("-2.5")),
        ("'oi'", Quoted("oi")),
        ("Bom dia {{A}}", Written("Bom dia {{A}}")),
        ("{{A}}, {{B}}", Written("{{A}}, {{B}}")),
        ("Posso ajudar? Responda: sim", Written("Posso ajudar? Responda: sim")),
        ("50%", Written("50%")),
        ("2024-01-05", Written("2024-01-05")),
        ("+55 (11) 98765-4321", Written("+55 (11) 98765-4321")),
        ('["a", {{B}}, 3]', Items(("a", "{{B}}", "3"))),
        ("new Date().getFullYear()", Code("new Date().getFullYear()")),
        ("{{A}}.toUpperCase()", Applied("upcase", Name("A"))),
        ("{{A}}.split(' ')[0]", Code("{{A}}.split(' ')[0]")),
        ("{{A}}.map(x => x)", Code("{{A}}.map(x => x)")),
        ("Math.max({{A}}, 1)", Code("Math.max({{A}}, 1)")),
        ('"a".trim()', Code('"a".trim()')),
        ('{{A}} > 5 ? "x" : "y"', Code('{{A}} > 5 ? "x" : "y"')),
        ("{{A}} === 1", Code("{{A}} === 1")),
        ("const a = 1; return a", Code("const a = 1; return a")),
    ],
)
def test_what_an_expression_is(source: str, found: object) -> None:
    assert read_expression(source, is_code=False) == found


def test_code_is_never_a_text() -> None:
    assert isinstance(read_expression("Bom dia", is_code=True), Code)
    assert isinstance(read_expression("return {{A}} + 1;", is_code=True), Sum)


@pytest.mark.parametrize(
    ("source", "result"),
    [
        ("{{A}} + 1", "8"),
        ("{{A}} - 2 - 1", "4"),
        ("{{A}} * 2 + {{B}} / 4", "16.5".replace(".", ",")),
        ("2 * ({{A}} + {{B}})", "34"),
        ("{{A}} - ({{B}} - ({{A}} + 1))", "5"),
        ("{{A}} * -1", "-7"),
        ("{{A}} % 4", "3"),
        ("{{Nada}} + 3", "3"),
        ("{{A}} / 0", "0"),
        ("Math.round({{B}} / 3) * 2", "6"),
        ("{{A}} + Math.floor({{B}} / 3)", "10"),
        ("Number({{A}}) + parseInt({{B}})", "17"),
        ("10 - {{Palavra}}.length", "5"),
    ],
)
def test_what_a_formula_comes_to(source: str, result: str) -> None:
    found = read_expression(source, is_code=False)
    assert isinstance(found, Sum)
    template = worked_out(found, {"A": "a", "B": "b", "Nada": "nada", "Palavra": "palavra"})
    assert Template(template).render({"a": "7", "b": 10, "nada": None, "palavra": "festa"}, []) == result


@pytest.mark.parametrize(
    ("source", "path"),
    [
        ("data.a.b[0].c", "body.a.b[0].c"),
        ("data", "body"),
        ("data[2]", "body[2]"),
        ('data["nome do pet"].x', 'body["nome do pet"].x'),
        ("data?.a?.[0]", "body.a[0]"),
        ("statusCode", "status"),
        ("resposta.valor", "body.resposta.valor"),
        ("data.map(x => x.a)", ""),
        ("data.a + 1", ""),
        ("data.length > 0", ""),
        ("", ""),
        ("data.", ""),
    ],
)
def test_paths_into_an_answer(source: str, path: str) -> None:
    assert path_of(source) == path


@pytest.mark.parametrize(
    ("written", "pattern"),
    [
        ("^[0-9]+$", "^[0-9]+$"),
        ("/^\\d{2}\\/\\d{2}$/", "^\\d{2}/\\d{2}$"),
        ("/abc/i", "abc"),
        ("abc", "(?-i)abc"),
        ("/a.b/gs", "(?s-i)a.b"),
        ("/^x/mi", "(?m)^x"),
        ("\\u00e9", "(?-i)é"),
        ("", ""),
    ],
)
def test_patterns(written: str, pattern: str) -> None:
    assert pattern_of(written) == pattern


def test_forms_of_dates() -> None:
    assert date_form("yyyy-MM-dd") == "%Y-%m-%d"
    assert date_form("d MMMM yyyy") == "%e %B %Y"
    assert date_form("dd/MM/yyyy HH:mm") is None
    assert date_form("dd 'de' MM") is None
