"""What looks like a time and is none?"""

from __future__ import annotations

import re
from typing import Final

from recado.nlu.numerals import alternatives

_N: Final = rf"(?:\d+(?:[.,]\d+)*|{alternatives(1, 100)})"
_STREET: Final = (
    r"(?:rua|r\.|av\.?|avenida|alameda|al\.|praca|pca\.?|pc\.|travessa|largo|rodovia|estrada|bairro|vila|colegio|escola|"
    r"edificio|condominio)"
)
_ORDINAL_NOUNS: Final = (
    r"(?:vez(?:es)?|via|vias|porta|portas|opcao|opcoes|parcela|parcelas|rua|ruas|pergunta|mensagem|tentativa|dose|doses|etapa|pessoa|"
    r"filha|casa|parte|serie|turma|edicao|fase|camada|linha|coluna|fila|loja|unidade|avenida|posicao|marcha|chance|mao|guerra|"
    r"colocad[ao]|prestacao|geracao|temporada|instancia|sessao|camisa|cachorra|gata|pagina|prova|janela|mesa|entrada|reuniao|"
    r"consulta|opiniao|categoria|classe|vacina|lugar|alternativa|faixa|estacao|esquina|quadra|travessa|cota|lingua|cor)"
)
_MASKS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        r"https?://\S+|www\.\S+|\S+@\S+\.\S+",
        rf"\b(?:cachorr\w+|gat\w+|pets?|filhote\w*|poodle|shih\s?tzu|pinscher|labrador|golden|vira-?lata|yorkshire|pug|bulldog|calopsita|coelh\w+|spitz|lhasa|persa|siames)\b[^.!?]{{0,30}}?\bde\s+{_N}\s+(?:anos?|meses|mes|semanas|dias)\b",
        r"r\$\s*[\d.,]*\d(?:\s*(?:mil|k|reais|milhoes|milhao))?",
        rf"{_N}\s*(?:mil|milhao|milhoes|k)?\s*(?:de\s+)?(?:reais|real|conto|contos|pila|pilas|mangos|pratas|centavos?|dolares|euros)\b",
        rf"\b{_N}\s*(?:mil|milhao|milhoes)\b|\b\d+(?:[.,]\d+)?\s?k\b",
        rf"{_N}\s*(?:%|por\s?cento|pct)",
        rf"\b{_N}\s*(?:km/h|km|kms|quilometros?|metros?|m2|cm|mm|litros?|lts?|ml|kg|kgs|quilos?|kilos?|gramas?|gr?|graus|cv|cavalos|gb|mb|mg)\b",
        r"\b\d{1,3}\s?x\b(?:\s*(?:de\s+)?[\d.,]+)?|\bem\s+\d{1,3}\s*(?:vezes|parcelas|prestacoes)",
        rf"\b{_N}\s*(?:vezes|parcelas?|prestacoes|prestacao|pessoas|unidades?|cotas|caixas|pacotes|itens|doses|comprimidos|"
        r"cachorros?|gatos?|pets?|filhotes?|carros?|clientes|contratos|convidados|alunos|funcionarios|bilhetes|pontos|estrelas|portas|lugares|andar(?:es)?|quartos?(?!\s+de\s+hora)|caes|filhos?|vagas?|fotos?|pecas?|sessoes|aulas)\b",
        r"\b(?:parcelas?|prestacao|boletos?|fatura|nota|pedido|protocolo|numero|num|n[o.]|apto|ap|apartamento|sala|casa|lote|quadra|bloco|andar|km|codigo|placa|processo|contrato|os|cep|cpf|cnpj|rg)\s*(?:n[o.]?|numero|de|:|#)?\s*\d[\d./-]*",
        r"\+?\(?\d{2,3}\)?[\s-]*9?\s?\d{4}[-\s]?\d{4}\b|\b\d{4,5}-\d{4}\b|\b\d{8,}\b|\b\d{5}-\d{3}\b",
        r"\b\d{3}\.\d{3}\.\d{3}-?\d{2}\b|\b[a-z0-9]{2}\.[a-z0-9]{3}\.[a-z0-9]{3}/[a-z0-9]{4}-\d{2}\b|\b\d{6,}\b|\b[a-z]{3}-?\d[a-z0-9]\d{2}\b",
        r"\b\d[.,]\d\b(?!\s*(?:h|horas?|anos?|dias?|meses|semanas?))(?:\s*(?:turbo|flex|16v|8v|tsi|mpi))?",
        r"\b(?:ano|modelo|ano/modelo)\s*(?:de\s+)?\d{4}(?:\s*/\s*\d{2,4})?|\b(?:19|20)\d{2}\s*/\s*(?:19|20)?\d{2}\b",
        rf"{_STREET}\s+(?:[a-z.]+\s+){{0,3}}?(?:\d{{1,2}}|primeiro|{alternatives(2, 31)})\s+de\s+[a-z]+",
        r"\b(?:mor[ao]\w*|fic[ao]|resid\w+|esquina|entreg\w+)\s+(?:n[ao]|com\s+a)\s+\d{1,2}\s+de\s+(?:janeiro|maio|julho|setembro|outubro|novembro|marco|abril)\b",
        rf"{_STREET}\s+(?:(?:d[aeo]s?|dona?|doutor|dr|general|padre|sao|santa|santo)\s+)*[a-z]+(?:\s*,\s*|\s+)\d+",
        rf"{_STREET}\s+(?:d[aeo]s?\s+)?(?:domingos?|natal|ano\s+novo|sexta|quinta|abril|maio|agosto|janeiro)\b",
        rf"\b(?:primeir[ao]|segund[ao]|terceir[ao]|quart[ao]|quint[ao]|sext[ao])\s+{_ORDINAL_NOUNS}\b",
        rf"\b[2-6][ao]\s+{_ORDINAL_NOUNS}\b",
        r"\b(?:em\s+)?(?:primeiro|segundo|terceiro|quarto|quinto|sexto)\s+lugar",
        r"\b(?:abert[oa]s?|abrem?|atend\w+|atendimento|funciona\w*|plantao|emergencia|servico|suporte|hospital|clinica|farmacia|e|sao)"
        r"\s+(?:(?:por|as|de)\s+)?24\s?(?:h|hs|hrs|horas)\b(?!\s+(?:antes|depois|atras))",
        r"\b24\s?(?:/|por|x)\s?7\b|\b24\s?hrs?\b(?=\s*$)",
        r"\b(?:muito\s+)?(?:bom|boa|otimo|otima|excelente)\s+(?:dia|tarde|noite|fim\s+de\s+semana|final\s+de\s+semana|semana|feriado|natal|domingo|sabado)\b(?:\s+(?:a|pra|para)\s+(?:todos|vc|voce|voces|vcs|tod[ao]s))?",
        r"\b(?:ate\s+(?:mais|logo|breve|ja)(?:\s+tarde)?|feliz\s+(?:natal|ano\s+novo|pascoa|dia\s+das?\s+\w+))\b",
        r"\b(?:mais\s+tarde|tarde\s+demais|mais\s+cedo|cedo\s+demais|muito\s+(?:tarde|cedo)|(?:ja\s+)?(?:e|esta|ta|ficou|sera)\s+tarde)\b",
        r"\b(?:dia\s+a\s+dia|hoje\s+em\s+dia|o\s+dia\s+todo|um\s+dia\s+desses|qualquer\s+dia|todo\s+santo\s+dia|nos\s+dias\s+de\s+hoje|daqui\s+a\s+pouco|agora\s+ha\s+pouco|segundo\s+(?:o|a|ele|ela|eles|me|informa)\w*)\b",
        r"\b(?:ao\s+meio|no\s+meio\s+(?:da|do)|meio\s+(?:termo|ambiente|a\s+meio)|dividir\s+ao\s+meio)\b(?!\s*-?\s*dia)",
        rf"\b(?:tem|tenho|com|fez|completou|completa|completando|idade\s+de|tinha)\s+(?:uns\s+|quase\s+|so\s+|apenas\s+|cerca\s+de\s+)?{_N}\s+(?:aninhos?|anos?|meses|mesinhos|semanas|dias)(?:\s+e\s+(?:meio|{_N}\s+(?:meses|mes)))?(?:\s+(?:de\s+(?:idade|vida)|d[ea]\s+nascid[ao]))?\b",
        rf"\b{_N}\s+(?:aninhos?|anos?|meses|mesinhos|mes)\s+(?:e\s+meio\s+)?de\s+(?:idade|vida)\b|\b{_N}\s+aninhos?\b",
        r"\b(?:dona|dom|seu|sra?\.?|dr\.?a?)\s+(?:domingos|janeiro|abril|natal|julho)\b|\bme\s+chamo\s+\w+|\b(?:cidade\s+de|em|de)\s+natal\s*[,/-]?\s*rn\b|\bporto\s+velho\b",
        r"\b(?:hb20|c3|c4|s10|hr-?v|cr-?v|i30|x1|x3|206|207|208|308|307|408|2008|3008|500|gol\s+g\d|onix\s+\d[\d.,]*)\b",
    )
)


def masked(text: str) -> str:
    """Return `text` with what is no time made unreadable, every character still in its place."""
    for pattern in _MASKS:
        text = pattern.sub(lambda found: "#" * len(found.group()), text)
    return text
