"""Which people are named in a text: who introduces himself, who is asked for, whom the organization knows?"""

from __future__ import annotations

import re
from enum import IntEnum
from typing import Final

from recado.nlu.entities.gazetteer import Gazetteer, words_of
from recado.nlu.entities.names import Name, everyday, given_names, is_given, name_at, pet_names, surnames
from recado.nlu.entities.sheet import Sheet

_TITLE: Final = (
    r"(?:seu|sr\.?|sra\.?|dona|dna\.?|d\.|doutora?|dr\.?a?\.?|senhora?|prof(?:essor)?a?\.?|tia|tio|padre|"
    r"pastora?|vo)"
)
_ARTICLE: Final = rf"(?:(?:[oa]|ao|aos)\s+)?(?:{_TITLE}\s+)?"
_INTRODUCED: Final = re.compile(
    rf"\b(?:(?:eu\s+)?me\s+chamo\b|meu\s+nome(?:\s+completo)?\s*(?:e\b|eh\b|:)|nome(?:\s+completo)?\s*:|"
    rf"pode\s+me\s+chamar\s+de\b)\s*{_ARTICLE}(?P<name>)(?=[a-z])"
)
_PRESENTED: Final = re.compile(
    rf"\b(?:(?:aqui|aq|ki|quem\s+(?:fala|escreve)|quem\s+ta\s+falando|aqui\s+quem\s+fala)\s+(?:e|eh|"
    rf"fala)\b|(?:eu\s+)?sou(?=\s)|em\s+nome\s+d[eoa]\b|no\s+nome\s+d[eoa]\b|"
    rf"(?:^|[,.!?\n] {{{{0,3}}}}|\boi\s+|\bola\s+)(?:e|eh)(?=\s+[oa]\s)|assinado\s*:|ass\.?:|"
    rf"att\.?,?)\s+{_ARTICLE}(?P<name>)(?=[a-z])"
)
_ASKED_FOR: Final = re.compile(
    rf"\b(?:(?:fal\w+|convers\w+|tratar|trato|agend\w+|marc\w+|atendid[oa]|horario|corte|reuniao|combin\w+|"
    rf"resolv\w+|negoci\w+|fech\w+|consulta|vaga|encaixe|passar|mao|unha|barba|sessao|visita|"
    rf"call)\s+(?:\S+\s+){{0,2}}?com|"
    rf"(?:pede|pedir|peca|avis\w+|diga|diz|fal[ae]|pergunt\w+|mand\w+|envi\w+|encaminh\w+|repass\w+|passa|"
    rf"passe|transf\w+|liga|ligue|ligar|respond\w+|lembr\w+|confirm\w+|cobr\w+|entreg\w+|inform\w+|"
    rf"escrev\w+|marc\w+|agend\w+|manda|contato|chama)(?:\s+\S+){{0,4}}?\s+(?:pr[oa]|para|ao?|com|d[oa])|"
    rf"(?:chama|chame|chamar|avisa|avise|avisar|lembra|lembre|lembrar|conhec\w+|procur\w+|cobra|cobre|"
    rf"cobrar|informa|informar|cadastr\w+|bloqueia|add|adiciona))\s+(?:pra\s+|pro\s+|"
    rf"para\s+)?{_ARTICLE}(?P<name>)(?=[a-z])"
)
_TITLED: Final = re.compile(
    r"\b(?:seu|sr\.?|sra\.?|dona|doutora?|dr\.?a?\.?|senhora?|prof(?:essor)?a\.?|tia|"
    r"tio)\s+(?P<name>)(?=[a-z])"
)
_OF: Final = re.compile(
    r"\b(?:cliente|nome|contrato|cadastro|dados|ficha|pedido|orcamento|agenda|processo|telefone|numero|contato|"
    r"cpf|lead|atendente|vendedora?|corretora?|gerente|consultora?|recepcionista|secretaria|dentista|"
    r"veterinari[oa]|manicure|cabeleireir[oa]|barbeiro|filh[oa]|espos[oa]|marido|mae|pai|irma|irmao|prim[oa]|sobrinh[oa]|net[oa]|ti[oa]|cunhad[oa]|vizinh[oa]|colega|namorad[oa]|noiv[oa]|padrasto|madrasta|sogr[oa]|avo|vo|paciente|"
    r"amig[oa]|soci[oa]|aniversario|proposta|imovel|boleto|debito|divida|parcela|funcionari[oa]|"
    r"advogad[oa]|medic[oa]|tutora?|don[oa])\s+(?:,\s+)?(?:d[oa]\s+|o\s+|a\s+|e\s+[oa]\s+)?(?:seu\s+|"
    r"dona\s+)?(?P<name>)(?=[a-z])"
)
_GREETED: Final = re.compile(
    r"(?:^|[.!?\n,] {0,3})(?:oi+e?|ola|opa|bom\s+dia|boa\s+(?:tarde|noite)|obrigad[oa]|valeu|brigad[oa]|obg|obgd[oa]?|vlw|e\s+ai|"
    r"tchau|hey|fala)\s*,?\s+(?P<name>)(?=[a-z]{3,}\s*(?:[,.!?\n]|$|tudo|td|bom|boa|como|aqui|queria|vc|voce|"
    r"[a-z]))"
)
_ARTICLED: Final = re.compile(r"\b(?:[oa]|d[oa]|pr[oa]|com|c/|ao|pel[oa]|por|para|com\s+[oa])\s+(?P<name>)(?=[a-z])")
_HERE: Final = re.compile(r"(?:^|[.!?,\n] {0,3})(?P<name>)(?=[a-z]{3,}(?:\s+[a-z]{2,}){0,2}\s+(?:aqui|falando)\b)")
_SIGNED: Final = re.compile(
    r"(?:att|abs|abracos|atenciosamente|obrigad[oa]|grat[oa]|bjs|"
    r"beijos)[\s,.!-]{1,4}(?P<name>)(?=[a-z]{3,}(?:\s+[a-z]{2,}){0,3}\s*[.!]?\s*$)"
)


_FULL: Final = re.compile(r"(?<![\w@.])(?P<name>)(?=[a-z]{3,}(?:\s+d[aeo]s?)?\s+[a-z]{3,})")


class _Place(IntEnum):
    """How surely a name stands at a place of the sentence."""

    ARTICLE = 0
    ROLE = 1
    ASKED_FOR = 2
    INTRODUCED = 3


_PLACES: Final = (
    (_INTRODUCED, _Place.INTRODUCED), (_PRESENTED, _Place.ASKED_FOR), (_HERE, _Place.ROLE), (_ASKED_FOR, _Place.ASKED_FOR),
    (_TITLED, _Place.ASKED_FOR), (_OF, _Place.ROLE), (_GREETED, _Place.ROLE), (_SIGNED, _Place.ROLE), (_ARTICLED, _Place.ARTICLE),
)  # fmt: skip


def read_people(sheet: Sheet, *, people: tuple[str, ...], asked: bool, about_pets: bool) -> None:
    """Take people: the organization's own by name, then those a sentence introduces or asks for."""
    _read_known(sheet, people)
    if asked:
        lead = re.match(r"\s*(?:(?:e|eh|sou|o|a|meu|nome|me|chamo|aqui|eu)\s+){0,4}", sheet.text)
        if lead is not None:
            _take(sheet, lead.end(), _Place.INTRODUCED, about_pets=about_pets)
    for pattern, place in _PLACES:
        for match in pattern.finditer(sheet.text):
            _take(sheet, match.end(), place, about_pets=about_pets)
    _full_names(sheet)


def _read_known(sheet: Sheet, people: tuple[str, ...]) -> None:
    if not people:
        return
    names: dict[str, str] = {}
    for person in people:
        names.setdefault(person, person)
        first = person.split()[0] if person.split() else ""
        if len(first) > 2:  # noqa: PLR2004
            names.setdefault(first, person)
    own: Gazetteer[str] = Gazetteer(names, fuzzy=[name for name in names if " " not in name], known=everyday())
    for hit in own.find(sheet.text, sheet.words()):
        word = sheet.text[hit.start : hit.end]
        if word not in everyday() or sheet.as_written(hit.start, hit.start + 1).isupper():
            sheet.take("person", hit.entry, hit.start, hit.end, 1.0 if hit.exact else 0.8)


def _take(sheet: Sheet, start: int, place: _Place, *, about_pets: bool) -> None:
    name = name_at(sheet, start, long=True)
    if name is None:
        return
    if _may_be_person(name, place, about_pets=about_pets):
        sheet.take("person", name.value, name.start, name.end, 1.0 if place is _Place.INTRODUCED else 0.9)
    elif (
        name.capital and name.first in pet_names() and name.first not in everyday() and name.first not in given_names()
    ):
        # "retorno do Rex": nobody calls a person that.
        sheet.take("pet_name", name.value, name.start, name.end, 0.7)


def _may_be_person(name: Name, place: _Place, *, about_pets: bool) -> bool:
    listed = name.first in given_names()
    if name.first in words_of("not_people.txt") or (name.first in everyday() and not (listed and name.capital)):
        return False
    if is_given(name.first) and (listed or name.first not in pet_names()):
        return name.capital or _stands_small(name, place, about_pets=about_pets)
    if place is _Place.ARTICLE or (name.first in pet_names() and place is not _Place.INTRODUCED):
        return False
    return (name.capital or place is _Place.INTRODUCED) and len(name.first) > 2  # noqa: PLR2004


def _stands_small(name: Name, place: _Place, *, about_pets: bool) -> bool:
    """Whether a given name without its capital is one here: some are words, some are what pets are called."""
    if place is _Place.INTRODUCED:
        return True
    if about_pets and name.first in pet_names():
        return False
    if name.first not in words_of("names_and_words.txt"):
        return True
    return place is _Place.ASKED_FOR and len(name.first) > 2 and name.first not in words_of("words_first.txt")  # noqa: PLR2004


def _full_names(sheet: Sheet) -> None:
    """A given name and a surname, both with their capitals, need nothing around them."""
    for match in _FULL.finditer(sheet.text):
        name = name_at(sheet, match.end(), long=True)
        if name is None or not name.capital or name.first not in given_names() or name.first in everyday():
            continue
        last = sheet.text[name.start : name.end].split()[-1]
        if last != name.first and (last in surnames() or last in given_names()):
            sheet.take("person", name.value, name.start, name.end, 0.9)
