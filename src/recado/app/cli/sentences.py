"""How is a refusal said in one Portuguese sentence?"""

from __future__ import annotations

from collections.abc import Mapping

from recado.foundation.errors import DomainError

_SENTENCES: Mapping[str, str] = {
    "slug_taken": "Já existe uma organização com esse nome curto.",
    "bad_setting": "O valor de {field} não serve.",
    "bad_email": "Isso não é um endereço de e-mail.",
    "email_taken": "Já existe uma pessoa com esse e-mail.",
    "already_member": "Essa pessoa já está na organização.",
    "weak_password": "A senha é fraca demais ({reason}): use ao menos 8 caracteres que não sejam palavras conhecidas.",
    "channel_exists": "A organização já tem um canal para {external_id}.",
    "unknown_adapter": "Não há canal desse tipo; os instalados são: {known}.",
    "incomplete_channel": "Falta dizer: {missing}.",
    "dead_letter_not_found": "Não há mensagem morta com esse número.",
    "cannot_retry": "Não dá para tentar de novo: {why}.",
    "flow_not_found": "Não há fluxo com esse nome ou número.",
    "flow_version_not_found": "Esse fluxo não tem a versão {number}.",
    "flow_unreadable": "O rascunho não pode ser lido; veja os problemas no editor.",
    "flow_ambiguous": "Mais de um fluxo serve: diga qual, pelo nome ou número, como em Recepção:3.",
    "flow_has_problems": "O rascunho tem problemas e não pode ser publicado; veja-os com `recado flows check`.",
    "draft_changed": "Alguém mudou o rascunho neste momento; tente de novo.",
    "definition_refused": "O fluxo não pode ser guardado: grande demais, com níveis demais, ou com um número enorme.",
    "conversation_not_found": "Não há conversa com esse número ou telefone.",
    "database_busy": "O banco de dados está ocupado; tente de novo em instantes.",
}
_SETTINGS = {
    "slug": "--slug (letras minúsculas, números e hifens)",
    "time_zone": "--time-zone (um nome como America/Sao_Paulo)",
}
_REASONS = {
    "too_short": "curta",
    "too_long": "longa demais",
    "common": "fácil de adivinhar",
    "personal": "parecida com os seus dados",
    "message_gone": "a mensagem não existe mais",
    "delivery_gone": "a entrega não existe mais",
}


def sentence_of(refusal: DomainError) -> str:
    """Return the sentence of a refusal; one that is not known here is told by its code."""
    text = _SENTENCES.get(refusal.code)
    if text is None:
        return f"Recusado: {refusal.code}."
    return text.format_map(_Told({name: _word(value) for name, value in refusal.data.items()}))


class _Told(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return "?"


def _word(value: object) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    return _SETTINGS.get(str(value)) or _REASONS.get(str(value)) or str(value)
