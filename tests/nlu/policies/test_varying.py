"""Is a feeling acted on only where it is sure and there is something to say to it?"""

from __future__ import annotations

from recado.nlu.models import Sentiment
from recado.nlu.policies import variant_for


def test_variants() -> None:
    angry = Sentiment("negative", -0.9, 0.95)

    assert variant_for(angry, {"neutral", "negative"}) == "negative"
    assert variant_for(angry, {"neutral", "positive"}) == "neutral"
    assert variant_for(angry, ()) == "neutral"
    assert variant_for(Sentiment("negative", -0.3, 0.5), {"neutral", "negative"}) == "neutral"
    assert variant_for(Sentiment("positive", 0.8, 0.9), {"positive"}) == "positive"
    assert variant_for(Sentiment(), {"positive"}) == "neutral"
