"""What is refused to people who teach the house to understand?"""

from __future__ import annotations

from typing import ClassVar

from recado.foundation.errors import DomainError, Kind, NotFound


class UnknownLabel(DomainError):
    """There is no intent of that name; `label` is what was said."""

    code = "unknown_label"


class TooManyPhrases(DomainError):
    """An organization keeps at most `limit` phrases of its own under one intent."""

    kind = Kind.CONFLICT
    code = "too_many_phrases"


class TooManyWords(DomainError):
    """A vocabulary has at most `limit` entries of each kind."""

    kind = Kind.CONFLICT
    code = "too_many_words"


class TrainingUnderWay(DomainError):
    """One training at a time; `number` is the version that is being taught."""

    kind = Kind.CONFLICT
    code = "training_under_way"


class NothingToTeach(DomainError):
    """Neither phrases of its own nor labelled messages: the model would be the product's."""

    kind = Kind.CONFLICT
    code = "nothing_to_teach"


class NoModel(DomainError):
    """The version was not finished, or its model has made room for newer ones."""

    kind = Kind.CONFLICT
    code = "no_model"


class DoubtDecided(DomainError):
    """Somebody else has labelled or skipped it meanwhile; `label` is what they said."""

    kind = Kind.CONFLICT
    code = "doubt_decided"


class PhraseNotFound(NotFound):
    """No phrase of this organization has that id."""

    code: ClassVar[str] = "phrase_not_found"


class WordNotFound(NotFound):
    """No word of this organization's vocabulary has that id."""

    code: ClassVar[str] = "word_not_found"


class DoubtNotFound(NotFound):
    """No doubt of this organization has that id."""

    code: ClassVar[str] = "doubt_not_found"


class TrainingNotFound(NotFound):
    """No training of this organization has that id."""

    code: ClassVar[str] = "training_not_found"
