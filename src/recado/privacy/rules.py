"""May this person's message be processed, and what did they wish by a word of theirs?"""

from __future__ import annotations

import re

from recado.foundation.text import fold
from recado.privacy.models import (
    NO_ID,
    YES_ID,
    Allowed,
    ConsentAnswer,
    ConsentSetting,
    ConsentState,
    Decision,
    Denied,
    MustAsk,
    Wish,
)

_NOT_WORDS = re.compile(r"[^a-z0-9]+")

_OPT_OUT = frozenset(
    {
        "sair",
        "parar",
        "pare",
        "para de me mandar mensagem",
        "stop",
        "unsubscribe",
        "descadastrar",
        "descadastre",
        "me descadastre",
        "quero sair",
        "quero parar",
        "sair da lista",
        "me tire da lista",
        "me tira da lista",
        "me remova",
        "remover",
        "remova meu numero",
        "tire meu numero",
        "nao quero mais",
        "nao quero mais receber",
        "nao quero receber",
        "nao quero mais receber mensagens",
        "nao quero receber mensagens",
        "nao quero mais mensagens",
        "nao me mande mais mensagens",
        "nao me mande mais mensagem",
        "nao me mandem mais mensagens",
        "parem de me mandar mensagem",
        "parem de mandar mensagem",
        "pare de mandar mensagem",
        "pare de me mandar mensagem",
        "pare de enviar mensagens",
        "cancelar inscricao",
        "cancelar cadastro",
        "cancelar recebimento",
        "cancelar mensagens",
        "bloquear",
        "revogar consentimento",
        "revogo meu consentimento",
        "optout",
        "opt out",
    }
)
_OPT_OUT_IF_IDLE = frozenset({"cancelar", "cancela", "cancele", "encerrar", "remova"})
_OPT_IN = frozenset(
    {
        "voltar a receber",
        "quero voltar",
        "quero voltar a receber",
        "quero receber",
        "quero receber mensagens",
        "iniciar",
        "start",
        "voltar a receber mensagens",
        "reativar",
        "optin",
        "opt in",
    }
)
_PERSON = re.compile(
    r"^(?:(?:eu )?(?:quero|queria|gostaria de|preciso|posso|pode me|me|da pra|tem como)? ?"
    r"(?:falar|conversar|chamar|transferir|passa|passar|atendimento|ser atendid[oa])(?: com| por| para| pra)? ?"
    r"(?:um|uma|o|a)? ?(?:atendente|pessoa|humano|humana|alguem|ser humano|pessoa real|atendente humano|gente)"
    r"(?: por favor| pfv| pf)?|atendente(?: humano)?(?: por favor)?|atendimento humano|humano|falar com gente)$"
)
_YES = re.compile(r"^(?:s|ss|sim|simm+|claro|aceito|concordo|autorizo|pode|pode sim|ok|okay|blz|beleza|isso|positivo|1|"
                  r"sim aceito|sim concordo|sim autorizo|sim pode|com certeza|de acordo)$")  # fmt: skip
_NO = re.compile(
    r"^(?:n|nao|naoo+|nao aceito|nao concordo|nao autorizo|recuso|negativo|2|nao obrigad[oa]|nunca|de jeito nenhum)$"
)


def may_process(setting: ConsentSetting, state: ConsentState) -> Decision:
    """Decide whether a machine may work on this person's messages, by the organization's setting and the last answer.

    Lei 13.709/2018, art. 7 and 8: consent is asked for, provable, and as easy to take back as to give.
    """
    if state in (ConsentState.REFUSED, ConsentState.REVOKED):
        return Denied(f"consent_{state.value}")
    if setting is ConsentSetting.OFF:
        return Allowed("other_legal_basis")
    if state is ConsentState.GRANTED:
        return Allowed("consent_granted")
    if setting is ConsentSetting.ON_REPLY:
        return Allowed("person_wrote_first")
    if state is ConsentState.ASKED:
        return Denied("consent_not_answered")
    return MustAsk()


def read_wish(text: str) -> Wish:
    """Return what a whole message wishes for; a word inside a longer sentence wishes for nothing."""
    plain = _plain(text)
    if plain in _OPT_OUT:
        return Wish.OPT_OUT
    if plain in _OPT_OUT_IF_IDLE:
        return Wish.OPT_OUT_IF_IDLE
    if plain in _OPT_IN:
        return Wish.OPT_IN
    if _PERSON.match(plain):
        return Wish.PERSON
    return Wish.NONE


def read_consent(text: str, choice_id: str) -> ConsentAnswer:
    """Read an answer to the notice: the tapped button, or the words."""
    if choice_id:
        return {YES_ID: ConsentAnswer.YES, NO_ID: ConsentAnswer.NO}.get(choice_id, ConsentAnswer.UNCLEAR)
    plain = _plain(text)
    if _YES.match(plain):
        return ConsentAnswer.YES
    return ConsentAnswer.NO if _NO.match(plain) else ConsentAnswer.UNCLEAR


def _plain(text: str) -> str:
    # Longer than any wish: not worth folding, and a 64 KB message must not cost anything here.
    return _NOT_WORDS.sub(" ", fold(text[:200])).strip() if len(text) <= 200 else ""  # noqa: PLR2004
