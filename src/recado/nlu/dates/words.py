"""Which words name days, months and parts of the day?"""

from __future__ import annotations

from typing import Final

from recado.nlu.numerals import alternatives

NUMBER: Final = rf"(?:\d{{1,3}}|{alternatives(1, 100)})"
DAY_NUMBER: Final = r"(?:0?[1-9]|[12]\d|3[01])"
MONTHS: Final = {
    "janeiro": 1, "jan": 1, "fevereiro": 2, "fev": 2, "marco": 3, "mar": 3, "abril": 4, "abr": 4, "maio": 5, "mai": 5,
    "junho": 6, "jun": 6, "julho": 7, "jul": 7, "agosto": 8, "ago": 8, "setembro": 9, "set": 9, "outubro": 10, "out": 10,
    "novembro": 11, "nov": 11, "dezembro": 12, "dez": 12,
}  # fmt: skip
MONTH: Final = r"(?:janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro)"
ANY_MONTH: Final = rf"(?:{MONTH}|jan|fev|mar|abr|mai|jun|jul|ago|set|out|nov|dez)"
_WEEKDAYS: Final = (
    ("segunda", "seg", "2a"), ("terca", "ter", "3a"), ("quarta", "qua", "4a"), ("quinta", "qui", "5a"), ("sexta", "sex", "6a"),
    ("sabado", "sab", ""), ("domingo", "dom", ""),
)  # fmt: skip
_FEIRA: Final = r"(?:\s*-?\s*f(?:eira)?\b)"
WEEKDAY: Final = (
    rf"(?:(?:segunda|terca|quarta|quinta|sexta){_FEIRA}?|[2-6]a{_FEIRA}|\b[2-6]a\b|sabad(?:o|ao|inho)|domingo(?:u|zinho|zao)?|"
    r"(?:seg|ter|qua|qui|sex|sab|dom)\b\.?)"
)


def weekday_of(word: str) -> int:
    """Return 0 for Monday to 6 for Sunday."""
    for number, (name, short, ordinal) in enumerate(_WEEKDAYS):
        if word.startswith((name[:5], short)) or (ordinal and word.startswith(ordinal)):
            return number
    raise ValueError(word)


HOLIDAYS: Final = (
    (r"vespera\s+de\s+natal", (24, 12)),
    (r"vespera\s+d[eo]\s+ano\s+novo|reveillon|virada\s+do\s+ano|noite\s+da\s+virada", (31, 12)),
    (r"natal", (25, 12)),
    (r"ano\s+novo|confraternizacao\s+universal", (1, 1)),
    (r"tiradentes", (21, 4)),
    (r"dia\s+d[oe]s?\s+trabalh(?:o|ador(?:es)?)", (1, 5)),
    (r"dia\s+d[oe]s\s+namorados", (12, 6)),
    (r"(?:festa\s+de\s+|dia\s+de\s+)?sao\s+joao", (24, 6)),
    (r"(?:dia\s+de\s+)?sao\s+pedro", (29, 6)),
    (r"dia\s+d[ae]\s+independencia|feriado\s+d[ao]\s+independencia|independencia\s+do\s+brasil", (7, 9)),
    (r"(?:dia\s+d[ae]\s+)?nossa\s+senhora\s+aparecida|dia\s+d[ae]s\s+criancas", (12, 10)),
    (r"(?:dia\s+d[eo]s?\s+)?finados", (2, 11)),
    (r"(?:dia\s+d[ae]\s+)?proclamacao\s+da\s+republica", (15, 11)),
    (r"(?:dia\s+d[ae]\s+)?consciencia\s+negra", (20, 11)),
    (r"dia\s+(?:internacional\s+)?d[ae]s?\s+mulher(?:es)?", (8, 3)),
    (r"halloween|dia\s+das\s+bruxas", (31, 10)),
    (r"dia\s+d[eo]s?\s+reis", (6, 1)),
    (r"dia\s+d[eo]s?\s+professor(?:es)?", (15, 10)),
)
"""Holidays on a fixed date: (pattern, (day, month))."""
PARTS: Final = (
    (r"(?:d[ae]\s+|na\s+|pela\s+|a\s+|durante\s+a\s+|essa\s+|esta\s+|nessa\s+)?madrugada", "madrugada", (0, 6)),
    (r"(?:(?:d[eo]|n[oa]|pel[oa])\s+)?(?:depois|apos|dps)\s+d?[eo]?\s*o?\s*almoco", "depois_almoco", (13, 15)),
    (r"(?:n[ao]|d[ae]|pel[ao]|em)?\s*(?:hora|horario)\s+d[eo]\s+almoco|\bn[oa]\s+almoco", "almoco", (12, 14)),
    (
        r"(?:n?[oa]\s+|de\s+|pel[oa]\s+)?(?:fim|final|finzinho|finalzinho)\s+d[aeo]\s+(?:tarde|dia|expediente)\b|\b(?:a\s+|de\s+)?tardinha",
        "fim_tarde",
        (16, 18),
    ),
    (r"(?:n[oa]\s+)?(?:comeco|inicio)\s+da\s+(?=manha)", "", (0, 0)),
    (
        r"(?:logo\s+)?(?:pel[ao]s?\s+|d[ae]\s+|n[oa]\s+(?:parte\s+da\s+|periodo\s+da\s+)?|(?:no\s+)?periodo\s+da\s+|(?:essa|esta|nessa|nesta)\s+)?manha(?:zinha|zita)?\b",
        "manha",
        (6, 12),
    ),
    (r"(?:bem\s+|logo\s+|mais\s+)?\bced(?:o|inho)\b", "manha", (6, 12)),
    (
        r"(?:pel[ao]\s+|d[ae]\s+|n[oa]\s+(?:parte\s+da\s+|periodo\s+da\s+)?|(?:no\s+)?periodo\s+da\s+|\ba\s+|(?:essa|esta|nessa|nesta)\s+)?\btarde(?:zinha)?\b",
        "tarde",
        (12, 18),
    ),
    (
        r"(?:pel[ao]\s+|d[ae]\s+|n[oa]\s+(?:parte\s+da\s+|periodo\s+da\s+)?|(?:no\s+)?periodo\s+da\s+|\ba\s+|(?:essa|esta|nessa|nesta)\s+)?\b(?:noite|noitinha|noitao)\b",
        "noite",
        (18, 24),
    ),
)
"""Parts of the day: (pattern, name, (first hour, hour it ends))."""
PAST_VERBS: Final = (
    r"\b(?:paguei|fui|comprei|liguei|mandei|enviei|recebi|marquei|agendei|levei|falei|conversei|estive|vim|fiz|deixei|passei|entreguei|"
    r"pedi|cancelei|remarquei|fechei|assinei|quitei|depositei|transferi|chegou|chegaram|foi|foram|pagou|comprou|ligou|mandou|enviou|"
    r"recebeu|marcou|levou|veio|vieram|fez|deixou|passou|comecou|terminou|aconteceu|atendeu|atenderam|caiu|nasceu|morreu|vomitou|operou|"
    r"tomou|tomei|comeu|saiu|sai|perdi|perdeu|esqueci|vacinei|vacinou|venceu|vencia|abri|abriu|paramos|fizemos|fomos|falamos|compramos|"
    r"marcamos|pagamos\s+(?:no|na|em)|trouxe|busquei|buscou|usei|vi|viu|tive|teve|estava|estavam|era|tava|tinha|quebrou|adoeceu|fugiu)\b"
)
