"""Is the model the one that the sentences teach, and would it read sentences that it has not seen?"""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from recado.nlu.normal import normalise
from recado.nlu.sentiment import model as models
from recado.nlu.sentiment.features import features_of
from recado.nlu.sentiment.model import LABELS, WrongFormat, from_bytes, package_model
from recado.nlu.sentiment.training import Sentence, fingerprint, held_out, package_file, package_sentences, train

FEW = tuple(
    Sentence(f"{opening} {said}", label)
    for opening in ("olha", "oi", "gente", "bom")
    for label, said in (("positive", "amei muito"), ("negative", "que coisa péssima"), ("neutral", "qual o horário"))
)


def test_the_model_is_current() -> None:
    """Whoever changes sentences, lexicon or abbreviations teaches the model anew."""
    assert package_model().fingerprint == fingerprint(package_sentences())


def test_there_are_many_sentences_and_none_has_two_labels() -> None:
    said = package_sentences()
    counted = Counter(sentence.label for sentence in said)
    by_text: dict[str, set[str]] = {}
    for sentence in said:
        by_text.setdefault(normalise(sentence.text).text, set()).add(sentence.label)

    assert all(counted[label] >= 700 for label in LABELS)
    assert {text: labels for text, labels in by_text.items() if len(labels) > 1} == {}


def test_a_model_is_the_same_after_its_file_and_after_training_again() -> None:
    taught = train(FEW)
    stored = from_bytes(taught.to_bytes())

    assert train(FEW).to_bytes() == taught.to_bytes()
    assert stored.to_bytes() == taught.to_bytes()
    for text in ("amei", "que péssima", "horário?", "nunca dito"):
        assert np.array_equal(stored.probabilities(features_of(text)), taught.probabilities(features_of(text)))


@pytest.mark.parametrize("content", [b"", b"PK", b"nonsense" * 100])
def test_another_file_is_no_model(content: bytes) -> None:
    with pytest.raises(WrongFormat):
        from_bytes(content)


def test_another_format_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    content = train(FEW).to_bytes()
    monkeypatch.setattr(models, "FORMAT", 99)

    with pytest.raises(WrongFormat, match="format 1"):
        from_bytes(content)


def test_the_file_is_small() -> None:
    assert package_file().stat().st_size < 600_000


@pytest.mark.nightly
def test_sentences_that_were_not_taught_are_read() -> None:
    """By three folds: each sentence is read by a model of the others. They are harder than most messages: none is there twice."""
    said = package_sentences()
    wanted = np.array([LABELS.index(sentence.label) for sentence in said])
    read = held_out(said, folds=3).argmax(axis=1)

    assert (read == wanted).mean() > 0.85
    assert min((read[wanted == label] == label).mean() for label in range(len(LABELS))) > 0.82
