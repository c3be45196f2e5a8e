"""By when is a transbordo to be taken, who is told of it, and in which words?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from recado.conversations.handoff_models import (
    Due,
    HandoffSettings,
    LeadClass,
    Medium,
    Notice,
    NoticeKind,
    Targets,
)
from recado.foundation.text import clip, fold

MOST_RECIPIENTS = 20
MOST_ATTEMPTS = 6
"""As many as the queue makes of a job that fails; the last one settles the notice."""
_HIGH_SCORE, _MEDIUM_SCORE = 60, 40
_CLASS_FIELDS = ("lead_class", "classe_lead", "classe_do_lead")
_SCORE_FIELDS = ("lead_score", "score", "pontuacao")
_CLASS_WORDS = {
    **dict.fromkeys(("high", "alta", "alto", "quente", "hot"), LeadClass.HIGH),
    **dict.fromkeys(("medium", "media", "medio", "morno", "warm"), LeadClass.MEDIUM),
    **dict.fromkeys(("low", "baixa", "baixo", "frio", "cold"), LeadClass.LOW),
}
_PRIORITIES = {"low": "baixa", "normal": "normal", "high": "alta"}
_REASONS = {
    "asked_for_person": "pediu para falar com uma pessoa",
    "question_given_up": "o robô não entendeu a resposta",
    "flow_failed": "o robô parou por um erro",
    "no_bot": "nenhum robô atende este número",
    "stale": "a mensagem chegou atrasada",
    "opted_out_wrote": "tinha pedido para sair e voltou a escrever",
    "put_to_wait": "a equipe marcou como aguardando",
}
_LINE = 120


def lead_class_of(fields: Mapping[str, Any]) -> LeadClass:
    """Read the class from what is known of a person: a class that somebody or a flow has set, else their score (0 to 100)."""
    for name in _CLASS_FIELDS:
        if (found := _CLASS_WORDS.get(fold(str(fields.get(name) or "")))) is not None:
            return found
    for name in _SCORE_FIELDS:
        score = fields.get(name)
        if isinstance(score, (int, float)) and not isinstance(score, bool):
            return (
                LeadClass.HIGH
                if score >= _HIGH_SCORE
                else LeadClass.MEDIUM
                if score >= _MEDIUM_SCORE
                else LeadClass.LOW
            )
    return LeadClass.UNRATED


def due(lead_class: LeadClass, opened_at: datetime, targets: Targets) -> Due:
    """Return the moments of a transbordo that was opened at `opened_at`; one is never given up before it is late."""
    within = {
        LeadClass.HIGH: targets.high,
        LeadClass.MEDIUM: targets.medium,
        LeadClass.LOW: targets.low,
        LeadClass.UNRATED: targets.unrated,
    }[lead_class]
    return Due(opened_at + within, opened_at + max(within, targets.expires_after))


def recipients(settings: HandoffSettings, kind: NoticeKind) -> list[tuple[Medium, str]]:
    """Return whom to tell by which way, each once; who is told of late ones is told beside those who were told before."""
    emails, numbers = list(settings.email_recipients), list(settings.whatsapp_recipients)
    if kind is NoticeKind.LATE:
        emails += settings.late_email_recipients
        numbers += settings.late_whatsapp_recipients
    return [
        *((Medium.EMAIL, one) for one in dict.fromkeys(emails)),
        *((Medium.WHATSAPP, one) for one in dict.fromkeys(numbers)),
    ]


def reason_in_words(reason: str) -> str:
    """Return a reason for people; what a flow's author wrote stays as it is, in one line."""
    return _REASONS.get(reason) or clip(" ".join(reason.split()), _LINE)


def person_in_words(notice: Notice) -> str:
    """Return the name of who waits in one line: it goes into a subject."""
    return clip(" ".join(notice.person.split()), 80) or "Alguém sem nome"


def subject_of(notice: Notice) -> str:
    """Return the subject of an e-mail."""
    if notice.kind is NoticeKind.LATE:
        return f"Atrasado: {person_in_words(notice)} ainda espera por uma pessoa"
    return f"Transbordo: {person_in_words(notice)} espera por uma pessoa"


def text_of(notice: Notice, link: str) -> str:
    """Return what a colleague is told. Nothing of what was said in the conversation stands in it: it lies behind the link."""
    zone = ZoneInfo(notice.time_zone)
    opened, until = notice.opened_at.astimezone(zone), notice.due_at.astimezone(zone)
    lines = [
        f"{person_in_words(notice)} espera por uma pessoa desde {opened:%d/%m às %H:%M}.",
        f"Motivo: {reason_in_words(notice.reason)}.",
        f"Prioridade: {_PRIORITIES.get(notice.priority, notice.priority)}.",
        f"Prazo para assumir: {until:%d/%m às %H:%M}" + (" (passou)." if notice.kind is NoticeKind.LATE else "."),
        "",
        f"Abrir a conversa: {link}",
    ]
    return "\n".join(lines)


def parameters_of(notice: Notice, link: str, wanted: int) -> list[str] | None:
    """Return the values for a template with `wanted` variables: who, why, where; None where it wants more than there are."""
    values = [person_in_words(notice), reason_in_words(notice.reason), link]
    return values[:wanted] if wanted <= len(values) else None
