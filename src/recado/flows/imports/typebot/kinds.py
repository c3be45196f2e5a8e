"""What is each type of block called in Portuguese?"""

from __future__ import annotations

from collections.abc import Mapping

KINDS: Mapping[str, str] = {
    "text": "texto",
    "image": "imagem",
    "video": "vídeo",
    "audio": "áudio",
    "embed": "página incorporada",
    "text input": "pergunta de texto",
    "number input": "pergunta de número",
    "email input": "pergunta de e-mail",
    "url input": "pergunta de endereço",
    "phone number input": "pergunta de telefone",
    "date input": "pergunta de data",
    "time input": "pergunta de hora",
    "rating input": "nota",
    "file input": "pedido de arquivo",
    "payment input": "pagamento",
    "choice input": "botões",
    "picture choice input": "opções com imagem",
    "cards": "cartões",
    "Condition": "condição",
    "Set variable": "definir variável",
    "Redirect": "redirecionamento",
    "Code": "código",
    "script": "código",
    "Typebot link": "ligação com outro bot",
    "Wait": "espera",
    "Jump": "salto",
    "Return": "retorno",
    "AB test": "teste A/B",
    "webhook": "espera de chamado externo",
    "Webhook": "chamada HTTP",
    "HTTP request": "chamada HTTP",
    "Email": "envio de e-mail",
    "Google Sheets": "Google Planilhas",
}


def kind_name(type: str) -> str:
    """The name of a type; one without a name here is called what the file calls it."""
    return KINDS.get(type) or type[:40] or "sem tipo"
