"""What is certain before the model, what the situation changes, and which of two actions counts?"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from recado.nlu.intents.clauses import first_action
from recado.nlu.intents.model import package_model
from recado.nlu.intents.phrases import LABELS, OUT_OF_SCOPE, OWNER_LABELS
from recado.nlu.intents.prior import with_context
from recado.nlu.intents.reading import decide, read_intent
from recado.nlu.intents.rules import ruled
from recado.nlu.intents.vocabulary import own_words
from recado.nlu.intents.words import comparable, words_of
from recado.nlu.models import Context, Role

ANYBODY = Context(role="")


def label_by_rule(text: str) -> str:
    found = ruled(words_of(comparable(text)), text)
    return found.label if found else ""


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("SAIR", "opt_out"),
        ("stop", "opt_out"),
        ("Parem, por favor", "opt_out"),
        ("meu cachorro comeu chumbinho", "pet_health_question"),
        ("a gata tá convulsionando", "pet_health_question"),
        ("guarda isso: " + "na campanha de março sempre usar o logo azul " * 3, "memorize"),
        ("👍", "affirm"),
        ("👎", "deny"),
        ("🙏🙏", "thanks"),
        ("🥵", OUT_OF_SCOPE),
        ("...", OUT_OF_SCOPE),
        ("", OUT_OF_SCOPE),
        ("12345", OUT_OF_SCOPE),
        ("مرحبا كيف حالك", OUT_OF_SCOPE),
        ("pode sair amanhã?", ""),
        ("quanto custa o banho?", ""),
    ],
)
def test_rules(text: str, label: str) -> None:
    assert label_by_rule(text) == label


def shares_of(**given: float) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    rest = (1 - sum(given.values())) / (len(LABELS) - len(given))
    return np.array([given.get(label, rest) for label in LABELS])


def best(shares: np.ndarray[tuple[int], np.dtype[np.float64]]) -> str:
    return LABELS[int(shares.argmax())]


@pytest.mark.parametrize(
    ("role", "label"),
    [("customer", OUT_OF_SCOPE), ("owner", "query_agenda"), ("operator", "query_agenda"), ("", "query_agenda")],
)
def test_what_only_the_owner_asks_is_out_of_scope_from_a_customer(role: Role, label: str) -> None:
    changed, _ = with_context(shares_of(query_agenda=0.5, list_appointments=0.3), LABELS, Context(role=role))
    assert best(changed) == label
    assert changed.sum() == pytest.approx(1)


def test_no_label_of_the_owner_is_ever_read_from_a_customer() -> None:
    changed, _ = with_context(shares_of(memorize=0.9), LABELS, Context())
    assert all(changed[LABELS.index(label)] == 0 for label in OWNER_LABELS)


def test_trade_and_question_move_what_is_close() -> None:
    close = shares_of(register_pet=0.3, car_search=0.32)
    assert best(with_context(close, LABELS, Context(vertical="pet shop"))[0]) == "register_pet"
    assert best(with_context(close, LABELS, Context(vertical="concessionária"))[0]) == "car_search"
    asked = with_context(shares_of(affirm=0.2, interested=0.3), LABELS, Context(asked="confirm"))
    assert (best(asked[0]), asked[1]) == ("affirm", ("asked: confirm",))


def test_what_nothing_speaks_for_is_out_of_scope() -> None:
    intent, why = decide(shares_of(greeting=0.1), LABELS)
    assert (intent.label, intent.runner_up) == (OUT_OF_SCOPE, "greeting")
    assert why


def test_an_organization_s_own_words_are_no_strangers() -> None:
    text, ours = "quero pôr o thermaflux com a Zuleika", Context(role="", services=("Thermaflux",), people=("Zuleika",))
    model, words = package_model(), words_of(comparable(text))
    assert own_words(ours) == {"thermaflux": ("service",), "zuleika": ()}
    assert {"nnovel at least 1", "nnovel at least 2"} <= set(model.features(words))
    assert "nnovel 0" in model.features(words, own_words(ours))
    assert "kservice" in model.features(words, own_words(ours))
    assert not own_words(ANYBODY)


def _judge(words: Sequence[str]) -> tuple[str, float]:
    return ("cancel_appointment", 0.9) if "ir" in words else ("opening_hours", 0.9)


def test_of_two_actions_the_first_counts() -> None:
    assert first_action("nao vou conseguir ir. voces abrem sabado?", "opening_hours", _judge) == "cancel_appointment"
    assert first_action("voces abrem sabado? nao vou conseguir ir", "opening_hours", _judge) == ""
    assert first_action("nao vou conseguir ir", "cancel_appointment", _judge) == ""
    assert first_action("nao vou ir. grava isso", "memorize", _judge) == ""


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("oi, não vou conseguir ir hoje. vcs abrem sábado?", "cancel_appointment"),
        ("quero marcar um banho amanhã às 15h", "book_appointment"),
        ("quanto é a consulta?", "price_question"),
        ("qual a capital da austrália?", OUT_OF_SCOPE),
        ("apaga meu cadastro", "privacy_request"),
        ("para de me mandar mensagem", "opt_out"),
        ("tem horário quinta de manhã?", "check_availability"),
        ("me manda a segunda via do boleto", "duplicate_bill"),
        ("qro fala cm atendente", "human_handoff"),
    ],
)
def test_boundaries_of_the_taxonomy(text: str, label: str) -> None:
    intent, why = read_intent(text, ANYBODY)
    assert (intent.label, bool(why)) == (label, True)
    assert 0 <= intent.runner_up_probability <= 1
