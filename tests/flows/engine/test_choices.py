"""Is the choice found that the person meant, and none where two could be meant?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recado.flows.engine.answers.choices import Choosable, pick
from recado.flows.engine.answers.likeness import distance
from recado.flows.engine.effects import Say
from recado.flows.engine.limits import WHATSAPP, CommonChannel
from recado.flows.engine.wording import Offered, cut, form_of, say_choices

MENU = (
    Choosable("agendar", "Agendar consulta", ("marcar", "consulta")),
    Choosable("vacinas", "💉 Vacinas"),
    Choosable("horarios", "Horários e endereço", ("onde fica", "funcionamento")),
    Choosable("atendente", "Falar com atendente"),
)
YES_NO = (Choosable("s", "Sim, quero"), Choosable("n", "Não, obrigado"))
DAYS = (Choosable("seg", "Segunda"), Choosable("ter", "Terça"), Choosable("qua", "Quarta"))
WEIGHTS = (Choosable("a", "10 kg"), Choosable("b", "5 kg"), Choosable("c", "2 kg"))
AGES = (Choosable("a", "Filhote"), Choosable("b", "Adulto"), Choosable("c", "Não sei"))


@pytest.mark.parametrize(
    ("text", "choices", "found"),
    [
        ("Agendar consulta", MENU, "agendar"),
        ("AGENDAR CONSULTA!!!", MENU, "agendar"),
        ("quero agendar uma consulta por favor", MENU, "agendar"),
        ("agendar", MENU, "agendar"),
        ("quero marcar", MENU, "agendar"),
        ("agend", MENU, "agendar"),
        ("agenda", MENU, "agendar"),
        ("vacina", MENU, "vacinas"),
        ("vacnas", MENU, "vacinas"),
        ("vaicnas", MENU, "vacinas"),
        ("💉", MENU, "vacinas"),
        ("horario", MENU, "horarios"),
        ("endereco", MENU, "horarios"),
        ("Onde fica a clínica?", MENU, "horarios"),
        ("atendente", MENU, "atendente"),
        ("2", MENU, "vacinas"),
        ("2.", MENU, "vacinas"),
        ("2️⃣", MENU, "vacinas"),
        ("opção 2", MENU, "vacinas"),
        ("a segunda", MENU, "vacinas"),
        ("segunda opção por favor", MENU, "vacinas"),
        ("dois", MENU, "vacinas"),
        ("a última", MENU, "atendente"),
        ("o número 4", MENU, "atendente"),
        ("5", MENU, None),
        ("0", MENU, None),
        ("99999", MENU, None),
        ("xyz", MENU, None),
        ("", MENU, None),
        ("agendar vacina", MENU, "vacinas"),
        ("consulta e vacinas", MENU, None),
        ("não quero agendar", MENU, None),
        ("🙃", MENU, None),
        ("sim", YES_NO, "s"),
        ("SIM!", YES_NO, "s"),
        ("s", YES_NO, "s"),
        ("claro, pode ser", YES_NO, "s"),
        ("👍🏽", YES_NO, "s"),
        ("com certeza", YES_NO, "s"),
        ("uhum", YES_NO, "s"),
        ("n", YES_NO, "n"),
        ("não", YES_NO, "n"),
        ("nao quero", YES_NO, "n"),
        ("agora não", YES_NO, "n"),
        ("👎", YES_NO, "n"),
        ("talvez", YES_NO, None),
        ("segunda", DAYS, "seg"),
        ("segunda-feira", DAYS, "seg"),
        ("terca", DAYS, "ter"),
        ("3", DAYS, "qua"),
        ("5", WEIGHTS, "b"),
        ("5kg", WEIGHTS, "b"),
        ("2", WEIGHTS, "c"),
        ("nao sei", AGES, "c"),
        ("1", (), None),
        ("a última", (), None),
    ],
)
def test_words(text: str, choices: tuple[Choosable, ...], found: str | None) -> None:
    picked = pick(text, "", choices)
    assert (picked.id if picked else None) == found


def test_other_words_are_meant_as_they_stand() -> None:
    offered = (
        Choosable("agora", "O quanto antes", ("já",)),
        Choosable("calma", "Só olhando", ("sem pressa", "não sei")),
    )
    for said in ("sem pressa", "Sem pressa!", "não sei..."):
        found = pick(said, "", offered)
        assert found is not None, said
        assert found.id == "calma"


def test_a_tap_goes_before_words() -> None:
    picked = pick("Vacinas", "agendar", MENU)
    assert picked
    assert picked.id == "agendar"
    fallen_back = pick("Vacinas", "gone", MENU)
    assert fallen_back
    assert fallen_back.id == "vacinas"


def test_two_titles_alike_are_told_apart_by_place_only() -> None:
    twins = (Choosable("a", "Gato"), Choosable("b", "Gato"))
    assert pick("gato", "", twins) is None
    second = pick("2", "", twins)
    assert second
    assert second.id == "b"


@given(
    text=st.text(max_size=300),
    titles=st.lists(st.text(max_size=30), max_size=8),
    also=st.lists(st.text(max_size=10), max_size=2),
)
def test_picking_is_total(text: str, titles: list[str], also: list[str]) -> None:
    pick(text, "", [Choosable(str(at), title, tuple(also)) for at, title in enumerate(titles)])


@given(titles=st.lists(st.text(alphabet="abcdefgh ", min_size=3, max_size=12), min_size=1, max_size=6, unique=True))
def test_its_own_title_always_finds_a_choice(titles: list[str]) -> None:
    choices = [Choosable(str(at), title) for at, title in enumerate(titles)]
    for choice in choices:
        if (
            choice.title.strip()
            and [" ".join(one.split()) for one in titles].count(" ".join(choice.title.split())) == 1
        ):
            assert pick(choice.title, "", choices) == choice


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [("gato", "gato", 0), ("gato", "gaot", 1), ("gato", "gat", 1), ("gato", "rata", 2), ("", "ab", 2)],
)
def test_distance(one: str, other: str, slips: int) -> None:
    assert distance(one, other) == distance(other, one) == slips


@given(text=st.text(max_size=400), limit=st.integers(1, 50))
def test_a_cut_text_keeps_every_word(text: str, limit: int) -> None:
    pieces = cut(text, limit)
    assert all(0 < len(piece) <= limit and piece.strip() for piece in pieces)
    assert "".join("".join(pieces).split()) == "".join(text.split())


@given(
    text=st.text(max_size=3_000),
    choices=st.lists(st.builds(Offered, st.text(min_size=1), st.text(max_size=30), st.text(max_size=80)), max_size=15),
    channel=st.sampled_from(
        [WHATSAPP, CommonChannel(buttons=0, list_rows=0), CommonChannel(text=40, interactive_body=20)]
    ),
)
def test_whatever_is_said_fits_the_channel(text: str, choices: list[Offered], channel: CommonChannel) -> None:
    for effect in say_choices(text, choices, label="Ver", node="n", channel=channel):
        assert isinstance(effect, Say)
        message = effect.message
        rows = [row for section in message.sections for row in section.rows]
        assert len(message.text) <= (channel.interactive_body if rows or message.buttons else channel.text)
        assert message.text.strip()
        assert len(message.buttons) <= channel.buttons
        assert all(0 < len(button.title) <= channel.button_title for button in message.buttons)
        assert len(rows) <= channel.list_rows
        assert all(0 < len(row.title) <= channel.list_row_title for row in rows)
        assert all(len(row.description) <= channel.list_row_description for row in rows)


def test_forms() -> None:
    short = [Offered("1", "A"), Offered("2", "B")]
    assert form_of(short, "Ver", WHATSAPP) == "buttons"
    assert form_of(short, "Ver", CommonChannel(buttons=0)) == "list"
    assert form_of(short, "x" * 21, CommonChannel(buttons=0)) == "numbered"
