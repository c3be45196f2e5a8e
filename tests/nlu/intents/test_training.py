"""Is a model taught reproducibly, stored without loss, and moved by an organization's own phrases?"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from recado.nlu.intents.kinship import kins_of
from recado.nlu.intents.model import WrongFormat, from_bytes, package_model
from recado.nlu.intents.noise import variants
from recado.nlu.intents.novelty import novelty_of, uses_of
from recado.nlu.intents.phrases import LABELS, OUT_OF_SCOPE, Phrase, fingerprint, package_phrases
from recado.nlu.intents.reading import read_intent
from recado.nlu.intents.training import TooFew, train
from recado.nlu.models import Context

ANYBODY = Context(role="")
FEW = tuple(
    Phrase(text, label)
    for label, texts in {
        "price_question": (
            "quanto custa o banho",
            "qual o preço da tosa",
            "qual o valor da consulta",
            "quanto é a vacina",
        ),
        "location": ("onde vocês ficam", "qual o endereço", "me manda a localização", "em que rua fica a loja"),
        "opening_hours": ("que horas abre", "vocês abrem sábado", "até que horas atendem", "fecham no almoço"),
        OUT_OF_SCOPE: ("me conta uma piada", "quem descobriu o brasil", "vai chover hoje", "que time você torce"),
    }.items()
    for text in texts
)


def test_every_label_has_phrases_enough_and_none_is_taught_as_two() -> None:
    phrases = package_phrases()
    counts = {label: sum(phrase.label == label for phrase in phrases) for label in LABELS}
    assert min(count for label, count in counts.items() if label != OUT_OF_SCOPE) >= 120
    assert counts[OUT_OF_SCOPE] >= 600
    assert len(LABELS) == 47
    labels: dict[str, set[str]] = {}
    for phrase in phrases:
        labels.setdefault(phrase.text.lower().strip(" .!?"), set()).add(phrase.label)
    assert not {text: found for text, found in labels.items() if len(found) > 1}


def test_the_same_phrases_give_the_same_model() -> None:
    one, other = train(FEW), train(FEW)
    assert one.to_bytes() == other.to_bytes()


def test_a_model_survives_its_file() -> None:
    model = train(FEW)
    again = from_bytes(model.to_bytes())
    for text in ("quanto custa", "onde é", "abrem domingo?", "asdf"):
        words = text.split()
        assert np.array_equal(model.scores(model.features(words)), again.scores(again.features(words)))
    assert again.fingerprint == fingerprint(FEW)


@pytest.mark.parametrize("content", [b"", b"PK", b"not a model at all", b"\x93NUMPY\x01\x00"])
def test_what_is_no_model_is_refused(content: bytes) -> None:
    with pytest.raises(WrongFormat):
        from_bytes(content)


def test_an_organization_s_own_phrases_are_learnt() -> None:
    said = "bora de spa day pro totó"
    assert read_intent(said, ANYBODY, train(FEW))[0].label != "opening_hours"
    own = tuple(Phrase(f"{said} {end}", "opening_hours") for end in ("", "hoje", "amanhã", "sexta"))
    assert read_intent(said, ANYBODY, train(FEW, own))[0].label == "opening_hours"


def test_too_little_to_teach_is_said() -> None:
    with pytest.raises(TooFew, match="two labels"):
        train(FEW[:3])
    with pytest.raises(TooFew, match="sing_a_song"):
        train(FEW, (Phrase("canta", "sing_a_song"),))


def test_near_duplicates_are_kin() -> None:
    texts = ("quanto custa o banho?", "qto custa o banho", "quanto custa banho", "aceita pix?")
    first, second, third, other = kins_of([Phrase(text, "price_question") for text in texts])
    assert first == second == third != other


def test_variants_are_the_same_each_time_and_keep_the_sentence() -> None:
    sentence = "você pode me dizer quanto custa a consulta amanhã?"
    found = variants(sentence)
    assert found == variants(sentence)
    assert sentence not in found
    assert all(len(one.split()) == len(sentence.split()) for one in found)


def test_strange_words_are_counted_and_none_vouches_for_itself() -> None:
    uses = uses_of(
        [(["quanto", "custa", "banho"], "price_question", "a"), (["quanto", "custa"], "price_question", "b")]
    )
    assert uses.known_to_others(["custa", "banho"], "a") == {"custa"}
    assert "nnovel all" in novelty_of(["mongolia"], uses.known())
    assert novelty_of(["quanto", "custa"], uses.known()) == ["nnovel 0"]


def test_the_package_s_model_is_taught_from_the_package_s_phrases() -> None:
    assert package_model().fingerprint == fingerprint(package_phrases()), "run: recado nlu train"
    assert package_model().labels == LABELS


@pytest.mark.nightly
def test_teaching_anew_gives_the_same_predictions() -> None:
    anew, kept = train(), package_model()
    for phrase in package_phrases()[::7]:
        assert read_intent(phrase.text, ANYBODY, anew)[0].label == read_intent(phrase.text, ANYBODY, kept)[0].label


def test_reading_needs_no_learner_and_loads_at_once() -> None:
    """In seconds of the processor, and the best of three: what others do on the machine is not the model's."""
    probe = (
        "import sys, time\n"
        "from recado.nlu.intents.model import package_model\n"
        "from recado.nlu.intents.reading import read_intent\n"
        "from recado.nlu.models import Context\n"
        "imported = time.process_time()\n"
        "package_model()\n"
        "print(time.process_time() - imported, 'sklearn' in sys.modules or 'scipy' in sys.modules)"
    )
    took: list[float] = []
    for _ in range(3):
        out = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True, cwd=SOURCE)
        seconds, learner = out.stdout.split()
        assert learner == "False"
        took.append(float(seconds))
    assert min(took) < 0.2, f"{min(took):.2f} s"


SOURCE = Path(__file__).parents[3] / "src"
