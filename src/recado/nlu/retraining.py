"""How does an organization teach the model its own ways, and does that help its own messages?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from recado.nlu.evaluation.reports import Report
from recado.nlu.intents.model import Model, from_bytes, package_model
from recado.nlu.intents.phrases import LABELS, Phrase
from recado.nlu.intents.reading import read_intent
from recado.nlu.intents.training import TooFew, train
from recado.nlu.intents.words import comparable, words_of
from recado.nlu.models import Context

__all__ = [
    "LABELS", "Change", "Model", "Phrase", "TooFew", "compare", "evaluate", "from_bytes", "package_model", "train", "unseen",
]  # fmt: skip
    "LABELS",
    "Change",
    "Model",
    "Phrase",
    "TooFew",
    "compare",
    "evaluate",
    "from_bytes",
    "package_model",
    "train",
    "unseen",
]

ANYBODY = Context(role="")


@dataclass(frozen=True, slots=True)
class Change:
    """What a new model changes on labelled messages: both reports, the messages put right and those put wrong."""

    before: Report
    after: Report
    mended: tuple[Phrase, ...]
    broken: tuple[Phrase, ...]

    @property
    def helps(self) -> bool:
        """Whether more messages are read rightly than before."""
        return self.after.right > self.before.right


def evaluate(model: Model, labelled: Iterable[Phrase], context: Context = ANYBODY) -> Report:
    """Compare what `model` reads in labelled messages with their labels; `context` is the organization's vocabulary and trade."""
    report = Report("intents")
    for phrase in labelled:
        intent, _ = read_intent(phrase.text, context, model)
        report.count(phrase.label, intent.label)
        report.total += 1
        if intent.label == phrase.label:
            report.right += 1
        else:
            got = {"intent": intent.label, "probability": round(intent.probability, 4)}
            report.misses.append({"text": phrase.text, "expect": phrase.label, "got": got})
    return report


def compare(before: Model, after: Model, labelled: Sequence[Phrase], context: Context = ANYBODY) -> Change:
    """Compare two models on labelled messages; give it `unseen` ones, or what was taught is examined."""
    old, new = evaluate(before, labelled, context), evaluate(after, labelled, context)
    wrong_before = {(miss["text"], miss["expect"]) for miss in old.misses}
    wrong_after = {(miss["text"], miss["expect"]) for miss in new.misses}
    return Change(
        old,
        new,
        mended=tuple(one for one in labelled if (one.text, one.label) in wrong_before - wrong_after),
        broken=tuple(one for one in labelled if (one.text, one.label) in wrong_after - wrong_before),
    )


def unseen(labelled: Iterable[Phrase], taught: Iterable[Phrase]) -> tuple[Phrase, ...]:
    """Return the labelled messages whose words are not those of a phrase that was taught."""
    known = {_words(phrase) for phrase in taught}
    return tuple(phrase for phrase in labelled if _words(phrase) not in known)


def _words(phrase: Phrase) -> tuple[str, ...]:
    return tuple(words_of(comparable(phrase.text)))
