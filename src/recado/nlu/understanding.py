"""What is understood of a message: what the person wants, what is named, how it was said, how pressing it is, and why?"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from recado.nlu.dates import read_both
from recado.nlu.entities import read_entities
from recado.nlu.intents.model import Model, package_model
from recado.nlu.intents.reading import read_intent
from recado.nlu.models import Context, Entity, Kind, Understanding, When
from recado.nlu.negation import negated_spans
from recado.nlu.runs import Cut, cut
from recado.nlu.sentiment import read_sentiment
from recado.nlu.urgency import read_urgency

READ: Final = 1_900
"""Characters of a message that are read; a novel pasted into a chat is understood by its beginning."""
NO_CONTEXT: Final = Context()


def understand(text: str, context: Context = NO_CONTEXT, *, model: Model | None = None) -> Understanding:
    """Read a message as it was typed, in the situation that `context` tells.

    Pure and deterministic: the same text in the same context gives the same answer; nothing is raised whatever the text holds.
    `model` is an organization's own, the package's unless given.
    """
    shortened = cut(text[:READ])
    read = shortened.text
    local = context.reference.astimezone(context.zone)
    when, whens = read_both(read, context)
    intent, why = read_intent(read, context, model)
    urgency = read_urgency(read, local, when)
    sentiment = read_sentiment(read)
    times = tuple(entity for one in whens for entity in _times(one))
    hidden = replace(when, spans=tuple(span for one in (when, *whens) for span in one.spans))
    entities = tuple(sorted((*read_entities(read, context, hidden), *times), key=lambda one: (one.start, one.end)))
    reasons = (
        *why,
        *(f"time: {one.type} {read[one.start : one.end]!r}" for one in times),
        *(f"urgency: {urgency.level} for {', '.join(urgency.words)}" for _ in urgency.words[:1]),
        *((f"sentiment: {sentiment.label}",) if sentiment.label != "neutral" else ()),
    )
    return Understanding(
        text,
        intent,
        tuple(_put_back(one, shortened) for one in entities),
        sentiment,
        urgency,
        tuple(shortened.before(*span) for span in negated_spans(read)),
        reasons,
        when,
    )


def _put_back(entity: Entity, shortened: Cut) -> Entity:
    """An entity at its place in the text as it was typed."""
    start, end = shortened.before(entity.start, entity.end)
    return entity if (start, end) == (entity.start, entity.end) else replace(entity, start=start, end=end)


def warm_up() -> None:
    """Read what is read once (models, lists), so that the first message is no slower than the others."""
    package_model()
    understand("bom dia, quero marcar um banho amanhã às 15h por 80 reais")


def _times(when: When) -> tuple[Entity, ...]:
    """The time of a message as an entity: `duration` an ISO 8601 text, `datetime` as the evaluation files have it."""
    if when.kind is Kind.NONE:
        return ()
    start = min((span[0] for span in when.spans), default=0)
    end = max((span[1] for span in when.spans), default=0)
    if when.kind is Kind.DURATION:
        return (Entity("duration", when.duration, start, end),)
    value = when.to_json()
    if when.repeats:
        value["repeats"] = when.repeats
    return (Entity("datetime", value, start, end),)
