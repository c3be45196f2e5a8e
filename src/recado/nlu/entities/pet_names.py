"""What are the pets called, and how old are they?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from recado.nlu.entities.names import Name, everyday, given_names, name_at, pet_names
from recado.nlu.entities.sheet import TAKEN, Sheet
from recado.nlu.entities.units import Quantity, Unit

_NOUN: Final = (
    r"(?:pet|pets|bichinh[oa]|filhot(?:e|inho|inha)s?|bebe|nenem|animal(?:zinho)?|peludinh[oa]|caozinho|"
    r"mascote|paciente|aumigo|aumiga)"
)
_CALLED: Final = re.compile(
    rf"(?:\b(?:o|a)\s+)?(?:\bnome|\bnominho|\bnomezinho)\s+(?:d(?:ele|ela|eles|elas|[oa]s?\s+(?:m(?:eu|"
    rf"inha)\s+)?(?:{_NOUN}|\x00+))|d[oa]s?\s+meus?\s+\x00+)\s*(?:e\b|eh\b|vai\s+ser|:|-|,|sera|"
    rf"sao)?\s*[:-]?\s*(?:[oa]\s+)?(?P<name>)(?=[a-z])|"
    r"(?:\b(?:ele|ela|que|dele|dela|"
    + _NOUN
    + r")|\x00)\s+(?:se\s+)?cham(?:a|ava|ad[oa])(?:-se)?\s+(?P<name2>)(?=[a-z])|\b(?:se\s+chama|chama-se|"
    r"chamad[oa]|apelidad[oa](?:\s+de)?|atende\s+por|de\s+nome)\s+(?P<name3>)(?=[a-z])|"
    r"\bnome\s*(?:d[oe]\s+"
    + _NOUN
    + r"|d[oa]\s+\x00+)?\s*[:-]\s*(?P<name4>)(?=[a-z])|(?<!meu )\bnome\s+(?:e|eh)\s+(?P<name5>)(?=[a-z])|"
    r",\s*nome\s+(?P<name7>)(?=[a-z])|,\s*chama\s+(?P<name8>)(?=[a-z])|\b(?:ele|ela)\s+(?:e|"
    r"eh)\s+[oa]\s+(?P<name6>)(?=[a-z])"
)
_AFTER_PET: Final = re.compile(
    rf"(?:\x00|\b{_NOUN}\b)(?:\s+(?:macho|femea|filhote|mini|toy|anao|castrad[oa]|adult[oa]|idos[oa]|"
    rf"pret[oa]|branc[oa]|caramelo|marrom|cinza|amarel[oa]|frajola|lindo|"
    rf"linda))?\s*(?:[,:-]|\b(?:sao|e|eh|(?:que\s+)?se\s+chamam|chamad[oa]s)\b)?\s*(?:[\"'(]\s*)?(?:[oa]\s+)?"
    rf"(?<![a-z])(?P<name>)(?=[a-z])"
)
_CARE: Final = (
    r"(?:banh\w+|tos\w+|toz\w+|vacin\w+|consult\w+|castr\w+|hosped\w+|creche|hotel\w*|retorno|cirurgia|"
    r"exame\w*|corte|hidrat\w+|vermif\w+|agend\w+|marc\w+|remarc\w+|desmarc\w+|cadastr\w+|"
    r"levar|levei|levo|trazer|trouxe|buscar|busco|pegar|peguei|dona|dono|tutora?|mamae|papai|deixar|deixei|"
    r"adestr\w+|racao|remedio|ficha|carteirinha|prontuario|horario|pacote|taxi\s?dog|internad[oa]|atend\w+|"
    r"registr\w+|cancel\w+|passei\w*|escov\w+|unhas?|limp\w+|dar|passear|vez|consultinha|orelhas?|patas?|"
    r"patinhas?|dente|pelo|aniversario|raio\s?x|ultrassom)"
)
_CARED: Final = re.compile(
    rf"\b{_CARE}\s+(?:\S+\s+){{0,3}}?(?:pr[oa]|para(?:\s+[oa])?|n?[oa]|d[oa]|com\s+[oa]|ao)\s+(?P<name>)(?=[a-z])"
)
_DOES: Final = re.compile(
    r"\b(?:[oa]|minha|meu)\s+(?P<name>)(?=[a-z]{2,}\s+(?:ta|esta|to|tah|nao|n|ja|comeu|vomit\w+|precisa|"
    r"tem|fez|fica|ficou|anda|come|mord\w+|ador\w+|late|latiu|quebr\w+|machuc\w+|engol\w+|"
    r"caiu|ca[gi]\w+|espirr\w+|toss\w+|co[cç]\w+|manc\w+|dorm\w+|so|so\s+quer|parou|comec\w+|pegou|levou|"
    r"toma|tomou|vai|foi|volt\w+|e\s+(?:um|uma)|eh\s+(?:um|uma)|que\s+e|est[ao]u|passou|amanheceu|sumiu|"
    r"fugiu|cheg\w+|ama|gosta|odeia)\b)"
)
_FIRST: Final = re.compile(
    r"(?:^|[,:.!?(\n]|\b(?:e|eh|[oa]|d[oa]|pr[oa]|anota|cadastra|"
    r"registra))\s*(?<![a-z])(?P<name>)(?=[a-z]{2,15}\s*[,(-]\s*(?:e\s+|um\s+|uma\s+|[oa]\s+|minha\s+|"
    r"meu\s+)?\x00)"
)
_IS_A: Final = re.compile(
    r"\b(?:[oa]\s+)?(?P<name>)(?=[a-z]{2,15}(?:\s+[a-z]{3,})?\s*,?\s*(?:e|eh|meu|minha|que\s+e)\s+(?:um\s+|"
    r"uma\s+|[oa]\s+)?(?:meu\s+|minha\s+|mistura\s+de\s+)?\x00)"
)
_AND: Final = re.compile(
    r"(?P<gap>\s*(?:,\s*|\s+e\s+|,\s+e\s+|\s*&\s*)(?:(?:a|o|da|do|pra|pro|"
    r"outr[oa]\s+e\s+[ao])\s+)?)(?P<name>)(?=[a-z])"
)
_AGE_BEFORE: Final = re.compile(
    r"(?:\b(?:ha|faz|fazem|cada|daqui|em|por|durante|ultimos|ultimas|proximos|dentro|mais|apos|depois|"
    r"garantia\s+de|a|nos|trabalh\w+|clientes?|mor\w+|existe|cas\w+|tem|foi)(?:\s+(?:uns|umas|cerca|de|"
    r"quase|os|a|ha|mais))?\s+)$"
)
_AGE_WORDS: Final = re.compile(
    r"(?:\b(?:de|com|tem|tinha|completou|completa|completando|idade(?:\s+de|:|\s+e)?|idade|fez|vai\s+fazer|"
    r"fazer|ja\s+tem|ta\s+com|esta\s+com|sao|so|apenas|uns|quase)[\s,:]+(?:uns\s+|quase\s+|so\s+|"
    r"mais\s+ou\s+menos\s+|apenas\s+|ja\s+|cerca\s+de\s+|aproximadamente\s+)?|[,(\x00-]\s*)$"
)
_SINCE: Final = re.compile(
    r"\s*(?:atras|que\s+(?:nao|n|ele|ela|eu|a\s+gente|moro|sou|esta|ta|comprei)|sem\s+|de\s+(?:garantia|"
    r"contrato|experiencia|casad[oa]|uso|mercado|empresa|prazo|tratamento|atraso|carencia|namoro|antecedencia|"
    r"validade|estrada|formad[oa]|servico)|no\s+maximo\s+pra|consecutivos|seguidos|depois|antes)"
)
_PERSON_AGED: Final = re.compile(
    r"\b(?:filh[oa]s?|net[oa]s?|sobrinh[oa]s?|menin[oa]s?|crianc\w+|irma\w*|marido|esposa|pai|mae|vo|avo|"
    r"eu\s+tenho|sou|homem|mulher|moc[oa]|rapaz|senhora?|funcionari[oa]|client\w+|alun[oa]|amig[oa]|"
    r"prim[oa]|enteada?|afilhad[oa]|bebezinho|namorad[oa]|paciente|eu)\b"
)
_HALF: Final = re.compile(r"\s+e\s+(?:meio|meia)\b")
_AND_MONTHS: Final = re.compile(r"\s*(?:e|,)?\s*")
_OF_LIFE: Final = re.compile(r"\s+(?:de\s+(?:idade|vida|nascid[oa])|nascid[oa])")
_YEAR_AND_HALF: Final = re.compile(r"\b(?:de|com|tem|um|1)\s+(?P<age>ano\s+e\s+meio)\b")
_PER_YEAR: Final = {"ano": 1.0, "mes": 12.0, "sem": 52.18, "dia": 365.25}
_OLDEST: Final = 45


def read_pet_names(sheet: Sheet, *, about_pets: bool, asked: bool) -> None:
    """Take the names of pets: beside an animal, after "se chama", as the one who gets a bath; alone where it was asked for."""
    if asked:
        alone = re.match(r"\s*(?:(?:e|eh|se\s+chama|chama|o\s+nome\s+e|[oa]|ele|ela)\s+){0,4}", sheet.text)
        if alone is not None:
            _name(sheet, alone.end(), sure=True)
    known = about_pets or sheet.has("pet_species", "pet_breed")
    if not known:
        return
    for pattern, sure in (
        (_CALLED, True),
        (_FIRST, False),
        (_IS_A, False),
        (_AFTER_PET, False),
        (_CARED, False),
        (_DOES, False),
    ):
        for match in pattern.finditer(sheet.text):
            if _taken_are_animals(sheet, match):
                _name(sheet, match.end(), sure=sure, beside=pattern is not _DOES and pattern is not _CARED)


def _taken_are_animals(sheet: Sheet, match: re.Match[str]) -> bool:
    """Whether what was taken inside a match is an animal or a breed: a name stands beside those, not beside a price."""
    taken = match.group().find(TAKEN)
    if taken < 0:
        return True
    at = match.start() + taken
    return any(one.start <= at < one.end and one.type in _ANIMALS for one in sheet.found)


def _name(sheet: Sheet, start: int, *, sure: bool, beside: bool = True) -> None:
    """Take the name at `start`, where it may be one, and those joined to it."""
    name = name_at(sheet, start, long=False)
    if name is None or not _may_be_pet(name, sure=sure, beside=beside):
        return
    sheet.take("pet_name", name.value, name.start, name.end, 1.0 if sure else 0.9)
    more = _AND.match(sheet.text, name.end)
    if more is not None:
        other = name_at(sheet, more.end(), long=False)
        if other is not None and (
            (other.first in pet_names() and other.first not in everyday())
            or (other.capital and other.first not in everyday())
        ):
            _name(sheet, more.end(), sure=True)


def _may_be_pet(name: Name, *, sure: bool, beside: bool) -> bool:
    if name.first in everyday():
        return name.capital and name.first in pet_names()
    if name.first in pet_names():
        return sure or beside or name.capital or name.first not in given_names()
    if sure:
        return True
    return name.capital and beside and name.first not in _NO_NAMES


_ANIMALS: Final = frozenset({"pet_species", "pet_breed"})
_NO_NAMES: Final = frozenset(
    {"srd", "pet", "pets", "oi", "ola", "bom", "boa", "dia", "urgente", "obs", "rs", "vet", "dr", "dra"}
)


def read_pet_ages(sheet: Sheet, quantities: Sequence[Quantity], *, about_pets: bool, asked: bool) -> None:
    """Take the ages of pets, in years; the age of a person is blanked."""
    known = about_pets or asked or sheet.has("pet_species", "pet_breed", "pet_name")
    for match in _YEAR_AND_HALF.finditer(sheet.text):
        if known and not match.group().startswith(("um", "1")):
            sheet.take("pet_age", 1.5, *match.span("age"))
    at = 0
    while at < len(quantities):
        one = quantities[at]
        following = quantities[at + 1] if at + 1 < len(quantities) else None
        at += 1
        if not _is_age(sheet, one, asked=asked):
            continue
        years = one.value / _divisor(sheet.text, one)
        end = one.end
        half = _HALF.match(sheet.text, end)
        if half is not None:
            years, end = years + 0.5 / _divisor(sheet.text, one), half.end()
        elif (
            following is not None
            and following.unit is Unit.MONTHS
            and one.unit is Unit.YEARS
            and _AND_MONTHS.fullmatch(sheet.text, end, following.start)
        ):
            years, end, at = years + following.value / 12, following.end, at + 1
        if not known or years > _OLDEST or _of_a_person(sheet, one.start):
            sheet.blank(one.start, end)
        else:
            value = round(years, 2)
            sheet.take("pet_age", int(value) if value == int(value) else value, one.start, end)


def _is_age(sheet: Sheet, one: Quantity, *, asked: bool) -> bool:
    if one.unit not in {Unit.YEARS, Unit.MONTHS, Unit.TIME} or TAKEN in sheet.text[one.start : one.end]:
        return False
    unit = sheet.text[one.amount.end : one.end].strip()
    before = sheet.text[max(0, one.start - 26) : one.start]
    of_life = _OF_LIFE.match(sheet.text, one.end) is not None
    if one.unit is Unit.TIME and not (unit.startswith(("dia", "semana")) and (of_life or _young(before))):
        return False
    if of_life or asked:
        return True
    if _SINCE.match(sheet.text, one.end):
        return False
    told = _AGE_WORDS.search(before)
    if told is None:
        return unit.startswith("aninho") or not before.strip()
    return (
        "tem" in told.group()
        or _AGE_BEFORE.search(before[: told.start() + 1]) is None
        or told.group().strip() in {"de", "com"}
    )


def _young(before: str) -> bool:
    return re.search(r"(?:filhot\w+|\x00|nenem|bebe)\s+(?:de|com|tem)\s+$", before) is not None


def _divisor(text: str, one: Quantity) -> float:
    unit = text[one.amount.end : one.end].strip()
    return next((many for mark, many in _PER_YEAR.items() if unit.startswith(mark[:3])), 1.0)


def _of_a_person(sheet: Sheet, start: int) -> bool:
    """Whether the nearest one named before an age is a person and no pet."""
    before = sheet.text[max(0, start - 40) : start]
    people = [match.end() for match in _PERSON_AGED.finditer(before)]
    if not people:
        return False
    last = max((one.end for one in sheet.found if one.type.startswith("pet_") and one.end <= start), default=-1)
    return max(0, start - 40) + people[-1] > last
