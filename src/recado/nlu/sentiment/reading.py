"""How is a message said: pleased, displeased or neither?"""

from __future__ import annotations

from typing import Final

from recado.nlu.models import Feeling, Sentiment
from recado.nlu.sentiment.features import Said, features_of_words, polarity, read_words
from recado.nlu.sentiment.lexicon import emoji_senses
from recado.nlu.sentiment.model import LABELS, Model, package_model

_DOUBT: Final = 0.6
"""What is left of the confidence where the words may mean their opposite."""
_LABELS: Final[tuple[Feeling, ...]] = ("negative", "neutral", "positive")


def read_sentiment(text: str, model: Model | None = None) -> Sentiment:
    """Tell how `text` is said, by the package's model unless another is given; nothing is raised.

    `score` goes from -1 (displeased) to 1 (pleased); `confidence` is the probability of the label, lowered where words of praise
    stand beside what displeases, for that is how irony looks.
    """
    if not text.strip():
        return Sentiment()
    known = package_model() if model is None else model
    said = read_words(text)
    chances = known.probabilities(features_of_words(said))
    best = int(chances.argmax())
    score = float(chances[LABELS.index("positive")] - chances[LABELS.index("negative")])
    confidence = float(chances[best]) * (_DOUBT if is_doubtful(said) else 1.0)
    return Sentiment(_LABELS[best], round(score, 4), round(confidence, 4))


def is_doubtful(said: Said) -> bool:
    """Whether the words may mean their opposite: praise beside blame without a "mas", a wink, "parabéns hein"."""
    good, bad = polarity(said)
    sections = {hit.section for hit in said.hits}
    winks = any(emoji_senses().get(sign) == "?" for sign in said.emoji)
    return bool("irony" in sections or (good and ("tag" in sections or winks or (bad and not said.turn))))
