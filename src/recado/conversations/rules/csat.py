"""How is satisfaction asked for, and what does an answer mean?

A score is read only from what can be nothing else: a tap, a number or rating word by itself. A greeting or a new request
must open a new conversation, not vanish as somebody's opinion.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from recado.channels.models import InboundMessage, MessageType, OutgoingMessage, Row, Section
from recado.conversations.csat_models import Commented, CsatSettings, Rated, Style, Survey
from recado.foundation.text import words

ANSWER_WITHIN: Final = timedelta(days=3)
COMMENT_WITHIN: Final = timedelta(minutes=30)
LONGEST_COMMENT: Final = 2_000
_LABELS: Final = ("Péssimo", "Ruim", "Regular", "Bom", "Ótimo")
_FACES: Final = ("😡", "🙁", "😐", "🙂", "😍")
_PREFIX: Final = "csat:"
_LIST_LABEL: Final = "Avaliar"

_PHRASES: Final = {
    ("muito", "ruim"): 1, ("nao", "gostei"): 2, ("mais", "ou", "menos"): 3, ("muito", "bom"): 5, ("muito", "boa"): 5,
    ("gostei", "muito"): 5, ("nota", "dez"): 5, ("nota", "10"): 5, ("nota", "mil"): 5, ("nota", "0"): 1, ("nota", "zero"): 1,
}  # fmt: skip
_WORDS: Final = {
    **dict.fromkeys(("1", "um", "pessimo", "pessima", "horrivel", "terrivel", "odiei"), 1),
    **dict.fromkeys(("2", "dois", "duas", "ruim", "fraco", "fraca"), 2),
    **dict.fromkeys(("3", "tres", "regular", "razoavel", "mediano", "ok"), 3),
    **dict.fromkeys(("4", "quatro", "bom", "boa", "gostei", "legal"), 4),
    **dict.fromkeys(
        ("5", "cinco", "10", "otimo", "otima", "excelente", "perfeito", "perfeita", "maravilhoso", "maravilhosa", "incrivel",
         "sensacional", "amei", "adorei", "top", "show"), 5),
}  # fmt: skip
_FILLERS: Final = frozenset(
    ["foi", "o", "a", "atendimento", "servico", "muito", "obrigado", "obrigada", "obg", "valeu", "e", "de", "do", "da", "minha",
     "nota", "dou", "eu", "estrela", "estrelas", "achei", "super", "avaliacao"]
)  # fmt: skip
_SIGNS: Final = {
    **dict.fromkeys("😡😠🤬👎", 1), **dict.fromkeys("🙁☹😞😟😕", 2), **dict.fromkeys("😐😑", 3),
    **dict.fromkeys("🙂😊👍", 4), **dict.fromkeys("😍🤩😁😄😀❤🥰", 5),
}  # fmt: skip
_STARS: Final = "⭐🌟★"
_UNSEEN: Final = re.compile("[\ufe0f\u200d\u20e3\U0001f3fb-\U0001f3ff\\s]")
# "5, muito bom", "nota 4 porque demorou": a number said to be the score, with words behind it.
_LEADING: Final = re.compile(
    r"^\s*(?:(?:dou\s+)?nota\s+([1-5])\b|([1-5])\s*[,.;:!–—-])\s*(.*)$", re.IGNORECASE | re.DOTALL
)
_MOST_WORDS: Final = 6
_GREETINGS: Final = frozenset(
    {"oi", "ola", "bom", "boa", "opa", "alo", "hey", "preciso", "quero", "queria", "gostaria"}
)


def question(settings: CsatSettings, survey: UUID) -> OutgoingMessage:
    """The question with its five answers as a list, worst first: numbered text has the numbers of the scores then."""
    rows = tuple(
        Row(f"{_PREFIX}{survey.hex}:{score}", _option(settings.style, score)) for score in range(1, len(_LABELS) + 1)
    )
    return OutgoingMessage(text=settings.question, sections=(Section("Sua nota", rows),), list_label=_LIST_LABEL)


def tapped(message: InboundMessage) -> tuple[UUID, int] | None:
    """The question and the score of a tap; None for anything else."""
    if message.choice is None or not message.choice.id.startswith(_PREFIX):
        return None
    survey, _, score = message.choice.id.removeprefix(_PREFIX).partition(":")
    try:
        return UUID(hex=survey), min(5, max(1, int(score)))
    except ValueError:
        return None


def may_answer(message: InboundMessage) -> bool:
    """Could this be an answer at all? Only short words and taps are."""
    return message.type in (MessageType.TEXT, MessageType.INTERACTIVE) and len(message.text) <= LONGEST_COMMENT


def read(message: InboundMessage, survey: Survey, now: datetime, *, comments: bool) -> Rated | Commented | None:
    """What a message says to a question; None where it is about something else, or came too late."""
    if now - survey.asked_at > ANSWER_WITHIN:
        return None
    if (rated := read_score(message.text)) is not None:
        return rated
    if not comments or survey.state != "scored" or survey.scored_at is None or now - survey.scored_at > COMMENT_WITHIN:
        return None
    said = words(message.text)
    if not said or "?" in message.text or said[0] in _GREETINGS:
        return None
    return Commented(message.text.strip())


def read_score(text: str) -> Rated | None:
    """The score of a number, rating word or sign by itself, or of a number that is said to be one; None for all else."""
    if (sign := _read_signs(text)) is not None:
        return Rated(sign)
    if (leading := _LEADING.match(text)) is not None:
        return Rated(int(leading.group(1) or leading.group(2)), leading.group(3).strip()[:LONGEST_COMMENT])
    said = words(_UNSEEN.sub(" ", text))
    if not said or len(said) > _MOST_WORDS or "?" in text:
        return None
    return _read_words(said)


def _read_words(said: list[str]) -> Rated | None:
    found: set[int] = set()
    at = 0
    while at < len(said):
        phrase = next((one for one in _PHRASES if tuple(said[at : at + len(one)]) == one), None)
        if phrase is not None:
            found.add(_PHRASES[phrase])
            at += len(phrase)
        elif said[at] in _WORDS:
            found.add(_WORDS[said[at]])
            at += 1
        elif said[at] in _FILLERS:
            at += 1
        else:
            return None
    return Rated(found.pop()) if len(found) == 1 else None


def _read_signs(text: str) -> int | None:
    signs = _UNSEEN.sub("", text)
    if not signs:
        return None
    if all(sign in _STARS for sign in signs):
        return min(len(signs), len(_LABELS))
    scores = {_SIGNS[sign] for sign in signs if sign in _SIGNS}
    return scores.pop() if len(scores) == 1 and all(sign in _SIGNS for sign in signs) else None


def _option(style: Style, score: int) -> str:
    label = _LABELS[score - 1]
    if style is Style.STARS:
        return "⭐" * score
    return f"{_FACES[score - 1]} {label}" if style is Style.EMOJIS else f"{score} - {label}"
