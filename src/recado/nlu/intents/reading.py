"""What does the person want, how sure is that, and why?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from recado.nlu.intents.clauses import first_action
from recado.nlu.intents.model import Model, package_model
from recado.nlu.intents.phrases import OUT_OF_SCOPE, OWNER_LABELS
from recado.nlu.intents.prior import Shares, with_context
from recado.nlu.intents.rules import Ruled, ruled
from recado.nlu.intents.vocabulary import own_words
from recado.nlu.intents.words import comparable, words_of
from recado.nlu.models import Context, Intent

LEAST: Final = 0.25
"""Below this probability nothing is understood: the answer is `out_of_scope`."""
_TOLD: Final = 3
_SHARE_OF_FIRST: Final = 0.6


def read_intent(text: str, context: Context, model: Model | None = None) -> tuple[Intent, tuple[str, ...]]:
    """Return what the person wants and why it was read so; nothing is raised. `model` is the package's unless given."""
    model = package_model() if model is None else model
    plain = comparable(text)
    words = words_of(plain)
    rule = ruled(words, text)
    if rule is not None and rule.label in model.labels:
        return _of_rule(rule, context)
    features = model.features(words, own_words(context))
    shares, reasons = with_context(model.probabilities(model.scores(features)), model.labels, context)
    intent, doubt = decide(shares, model.labels)
    first = first_action(plain, intent.label, lambda sentence: _by_itself(model, sentence, context))
    if first:
        intent, doubt = _preferred(intent, first, shares, model.labels), (f"first of two actions: {first}",)
    return intent, (*_weighed(model, features, intent.label), *reasons, *doubt)


def _by_itself(model: Model, words: Sequence[str], context: Context) -> tuple[str, float]:
    shares, _ = with_context(
        model.probabilities(model.scores(model.features(words, own_words(context)))), model.labels, context
    )
    best = int(shares.argmax())
    return model.labels[best], float(shares[best])


def _preferred(intent: Intent, first: str, shares: Shares, labels: Sequence[str]) -> Intent:
    """The first action before the one that the whole message spoke for; the two share what they have."""
    both = intent.probability + float(shares[labels.index(first)])
    return Intent(first, both * _SHARE_OF_FIRST, intent.label, both * (1 - _SHARE_OF_FIRST))


def decide(shares: Shares, labels: tuple[str, ...]) -> tuple[Intent, tuple[str, ...]]:
    """Choose among labels by their probabilities; too little for any of them is `out_of_scope`, with the best as runner-up."""
    second, first = (int(place) for place in np.argsort(shares, kind="stable")[-2:])
    if labels[first] != OUT_OF_SCOPE and shares[first] < LEAST:
        outside = labels.index(OUT_OF_SCOPE) if OUT_OF_SCOPE in labels else -1
        share = float(1 - shares[first]) if outside < 0 else max(float(shares[outside]), float(1 - shares[first]) / 2)
        return Intent(OUT_OF_SCOPE, share, labels[first], float(shares[first])), ("unsure: no intent is likely enough",)
    return Intent(labels[first], float(shares[first]), labels[second], float(shares[second])), ()


def _of_rule(rule: Ruled, context: Context) -> tuple[Intent, tuple[str, ...]]:
    if context.role == "customer" and rule.label in OWNER_LABELS:
        reason = "role: what only the owner may ask is out of scope from a customer"
        return Intent(OUT_OF_SCOPE, rule.probability, rule.label, 0.0), (f"rule: {rule.rule}", reason)
    other = OUT_OF_SCOPE if rule.label != OUT_OF_SCOPE else ""
    return Intent(rule.label, rule.probability, other, 1 - rule.probability if other else 0.0), (f"rule: {rule.rule}",)


def _weighed(model: Model, features: list[str], label: str) -> tuple[str, ...]:
    """The words and concepts that spoke most for the label."""
    told = [feature for feature in dict.fromkeys(features) if feature[0] in "wk" and feature in model.places]
    if not told or label not in model.labels:
        return ()
    places = [model.places[feature] for feature in told]
    spoke = model.weights[places, model.labels.index(label)].astype(np.float32) * model.idf[places]
    best = np.argsort(-spoke, kind="stable")[:_TOLD]
    named = [told[place][1:].strip("^_$").replace("_", " ") for place in best if spoke[place] > 0]
    return (f"words for {label}: {', '.join(named)}",) if named else ()
