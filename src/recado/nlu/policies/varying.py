"""In which of its wordings is something said to somebody who is pleased, displeased or neither?"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from recado.nlu.models import Feeling, Sentiment

_SURE: Final = 0.6
"""Below this a feeling is not acted on: who is not angry must not be consoled."""


def variant_for(sentiment: Sentiment, available: Collection[Feeling]) -> Feeling:
    """Return the variant to use: that of the feeling where it is sure and there is one, else the neutral one."""
    return sentiment.label if sentiment.confidence >= _SURE and sentiment.label in available else "neutral"
