"""What is the person told when an answer was not understood and the author wrote nothing for it?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

NOT_UNDERSTOOD: Mapping[str, str] = {
    "text": "Não consegui entender. Pode escrever de novo, por favor?",
    "name": "Não consegui entender o nome. Pode me mandar só o nome, por favor?",
    "number": "Preciso de um número, por exemplo: 12. Pode tentar de novo?",
    "money": "Preciso de um valor, por exemplo: R$ 150,00. Pode tentar de novo?",
    "email": "Esse e-mail não parece completo. Pode conferir? Exemplo: nome@exemplo.com.br",
    "cpf": "Esse CPF não confere. Pode conferir os 11 números, por favor?",
    "cnpj": "Esse CNPJ não confere. Pode conferir, por favor?",
    "phone": "Esse telefone não parece completo. Pode mandar com DDD? Exemplo: (11) 98765-4321",
    "date": "Não consegui entender a data. Pode mandar como 25/12/2026, ou dizer “amanhã”, “sexta”…?",
    "media": "Preciso de uma foto, um áudio, um vídeo ou um documento. Pode mandar por aqui?",
    "choice": "Não encontrei essa opção. Pode escolher uma destas?",
}
NOT_TEXT = "Por aqui eu só consigo ler mensagens escritas. Pode escrever, por favor?"
OLD_CHOICE = "Essa opção era de uma pergunta anterior. Vamos continuar daqui:"
TOO_SMALL = "O mínimo é {limit}. Pode tentar de novo?"
TOO_LARGE = "O máximo é {limit}. Pode tentar de novo?"
TOO_SHORT = "Ficou curtinho demais. Pode escrever um pouco mais?"
TOO_LONG = "Ficou comprido demais. Pode resumir, por favor?"
IN_THE_PAST = "Essa data já passou. Pode mandar uma data daqui para a frente?"
IN_THE_FUTURE = "Essa data ainda não chegou. Pode conferir, por favor?"
_MEDIA = {
    "image": "uma foto", "audio": "um áudio", "video": "um vídeo", "document": "um documento",
    "location": "a sua localização",
}  # fmt: skip


def media_wanted(kinds: Sequence[str]) -> str:
    """`Preciso de uma foto ou um documento. …`"""
    names = [_MEDIA[kind] for kind in kinds if kind in _MEDIA]
    if not names:
        return NOT_UNDERSTOOD["media"]
    listed = f"{', '.join(names[:-1])} ou {names[-1]}" if len(names) > 1 else names[0]
    return f"Preciso de {listed}. Pode mandar por aqui?"


CALLING_PERSON = "Certo! Vou chamar alguém da equipe para falar com você. 🙂"
GIVING_UP = "Vou chamar alguém da equipe para te ajudar com isso. Só um momento!"
