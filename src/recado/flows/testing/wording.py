"""How is a message, or what one should be, shown in a sentence?"""

from __future__ import annotations

from collections.abc import Iterable

from recado.channels.models import OutgoingMessage
from recado.flows.engine.problems import Problem
from recado.flows.testing.models import Wanted
from recado.flows.testing.world import choices_of

_MEDIA = {"image": "imagem", "video": "vídeo", "audio": "áudio", "document": "documento", "sticker": "figurinha"}


def text_of(message: OutgoingMessage) -> str:
    """What a person reads: header, text and footer."""
    return "\n".join(part for part in (message.header, message.text, message.footer) if part)


def message_in_words(message: OutgoingMessage) -> str:
    """A message on one line: `[imagem] “texto” (opções: A, B)`."""
    parts = []
    if message.media is not None:
        parts.append(f"[{_MEDIA.get(message.media.type, message.media.type)}]")
    if message.template is not None:
        parts.append(f"[modelo {message.template.name}]")
    text = text_of(message)
    if text or not parts:
        parts.append(f"“{text}”")
    choices = choices_of(message)
    if choices:
        parts.append(f"(opções: {', '.join(choices)})")
    return " ".join(parts)


def messages_in_words(messages: Iterable[OutgoingMessage]) -> str:
    """Several messages on one line."""
    return " e ".join(map(message_in_words, messages)) or "nada"


def wanted_in_words(wanted: Wanted) -> str:
    """What a message should be, on one line."""
    parts = []
    if wanted.media:
        parts.append(f"[{_MEDIA.get(wanted.media, wanted.media)}]")
    if wanted.template:
        parts.append(f"[modelo {wanted.template}]")
    if wanted.text is not None:
        parts.append(f"“{wanted.text.strip()}”")
    if wanted.contains:
        parts.append("algo com " + " e ".join(f"“{part}”" for part in wanted.contains))
    if wanted.lacks:
        parts.append("algo sem " + " nem ".join(f"“{part}”" for part in wanted.lacks))
    if wanted.pattern is not None:
        parts.append(f"algo no formato /{wanted.pattern.source}/")
    if wanted.any_of:
        parts.append(" ou ".join(map(wanted_in_words, wanted.any_of)))
    if wanted.choices is not None:
        parts.append(f"(opções: {', '.join(wanted.choices) or 'nenhuma'})")
    return " ".join(parts)


def problem_in_words(problem: Problem) -> str:
    """A problem of a turn, for somebody who knows the flow."""
    data = ", ".join(f"{key}: {value}" for key, value in problem.data.items())
    return f"{problem.code.value}{f' em “{problem.node}”' if problem.node else ''}{f' ({data})' if data else ''}"
