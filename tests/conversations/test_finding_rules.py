"""Is what was written found by what is typed, and marked where it stands?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recado.conversations.rules.finding import covered, read_query, snippet, terms_of_person, terms_of_text


@given(st.text(max_size=400), st.text(max_size=60))
def test_the_pieces_of_a_snippet_stand_in_the_text_whatever_is_sought(text: str, query: str) -> None:
    pieces = snippet(text, read_query(query))
    assert "".join(piece.text for piece in pieces).removeprefix("…").removesuffix("…") in text or "…" in text


@given(st.text(max_size=200))
def test_a_text_is_found_by_itself_while_it_is_typed(text: str) -> None:
    sought = read_query(text)
    long_runs = any(len(one.beginning) > 14 for one in sought if one.beginning.isdigit())
    if sought and not long_runs and all(len(one.exact[0]) < 40 and not one.exact[0].isdigit() for one in sought):
        assert covered(terms_of_text(text) | terms_of_person((text,), (), ()), sought) == len(sought)


@pytest.mark.parametrize("typed", ["12345678909", "123.456.789-09", "1234567"])
def test_a_document_in_a_field_is_found_by_its_digits(typed: str) -> None:
    assert covered(terms_of_person((), (), ("123.456.789-09",)), read_query(typed)) == 1


def test_a_long_text_is_cut_around_what_was_found() -> None:
    text = "bom dia " * 40 + "quero a castração dele " + "obrigado " * 40
    pieces = snippet(text, read_query("castrar"))
    assert [piece.text for piece in pieces if piece.marked] == ["castração"]
    assert pieces[0].text == "…"
    assert pieces[-1].text == "…"
    assert sum(len(piece.text) for piece in pieces) < 200


def test_small_words_are_sought_only_where_nothing_else_is() -> None:
    assert [one.exact[0] for one in read_query("a consulta de amanhã")] == ["consulta", "amanha"]
    assert [one.exact[0] for one in read_query("de")] == ["de"]
