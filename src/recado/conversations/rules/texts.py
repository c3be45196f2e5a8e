"""What does the platform itself say to a person, in Portuguese, when no flow does?"""

from __future__ import annotations

from recado.channels.models import Button, OutgoingMessage
from recado.privacy.models import NO_ID, YES_ID

TOO_MANY = "Recebi suas mensagens. Vou ler tudo com calma e já continuo por aqui. 🙂"
CONSENT_REFUSED = (
    "Tudo bem, não vou tratar seus dados. Se mudar de ideia, é só responder *Sim*. "
    "Para falar com uma pessoa, escreva *falar com atendente*."
)
OPTED_IN = "Pronto! Você voltou a receber nossas mensagens."
PERSON_CALLED = "Certo, já chamei uma pessoa da equipe. Ela responde por aqui assim que puder."


def consent_notice(organization: str) -> OutgoingMessage:
    """The notice of Lei 13.709/2018, art. 9: who, what for, and how to go back on it."""
    return OutgoingMessage(
        text=(
            f"Olá! Aqui é o atendimento automático de {organization}. Para responder, usamos seu nome, seu número e o que você "
            "escrever, só para este atendimento. Você pode parar quando quiser escrevendo *SAIR*, ou pedir uma pessoa escrevendo "
            "*falar com atendente*. Podemos continuar?"
        ),
        buttons=(Button(YES_ID, "Sim"), Button(NO_ID, "Não")),
    )
