"""Which expressions of a bot can be worked out here, without running any of its code?

`{{Score}} * 2 + 1`, a number, a quoted text, texts put together with `+`: a small grammar of our own, which becomes filters.
Whatever is code beyond that is refused, and whatever is not code at all is a text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from recado.flows.imports.typebot.templates import only_name

_LONGEST = 500
_DEEPEST = 20
_TOKEN = re.compile(
    r"""\s*(?:
        (?P<number>(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,9})?(?![\w.]))
      | \{\{(?P<name>[^{}=][^{}]*)\}\}
      | (?P<text>"[^"\\\n]*"|'[^'\\\n]*'|`[^`\\$]*`)
      | (?P<method>\.(?:toUpperCase|toLowerCase|trim|toString)\(\s*\)|\.length\b)
      | (?P<call>(?:Math\.(?:round|floor|ceil|abs)|Number|parseInt|parseFloat|String)\()
      | (?P<sign>[-+*/()%])
    )""",
    re.VERBOSE,
)
_CODE = re.compile(
    r"""[\w\]}]\.?\w*\(                                     # a call
      | =>|^\s*return\b|\b(?:const|let|var)\s+\w+\s*=[^=]|\btypeof\s|\bawait\s+\w+[.(]
      | \bnew\s+(?:Date|Array|Map|Set|Object|RegExp)\b
      | [\w}\])"']\s*(?:[!=]==?|&&|\|\||\?\?)\s*[\w{"'(\[!]  # a comparison, a choice of two
      | \?\s*(?:["'`\d]|\{\{|true|false|null)[^:]*:\s*(?:["'`\d]|\{\{|true|false|null)
      | \w\s*[-+*/]=\s*[\w{]
      | \A\s*\{(?!\{)[^{}]*:                                  # an object
      | \}\}\s*(?:\.\s*(?:length\b|\w+\s*\()|\[\s*[\d"'{])|\$\{
      | \}\}\s*[<>]=?\s*[\w{"']
    """,
    re.VERBOSE | re.MULTILINE,
)
_RETURN = re.compile(r"^\s*return\b(.*?);?\s*$", re.DOTALL)
_ITEM = re.compile(r""""([^"\\\n]*)"|'([^'\\\n]*)'|(-?[0-9]{1,15}(?:\.[0-9]{1,9})?)|(\{\{[^{}=][^{}]*\}\})""")
_LIST = re.compile(rf"\[\s*(?:(?:{_ITEM.pattern})\s*(?:,\s*|(?=\])))*\]")
_FILTERS = {"+": "plus", "-": "minus", "*": "times", "/": "divided_by", "%": "modulo"}
_METHODS = {".toUpperCase": "upcase", ".toLowerCase": "downcase", ".trim": "strip", ".toString": "", ".length": "size"}
_CALLS = {
    "Math.round": "round", "Math.floor": "floor", "Math.ceil": "ceil", "Math.abs": "abs",
    "Number": "plus: 0", "parseFloat": "plus: 0", "parseInt": "plus: 0 | floor", "String": "",
}  # fmt: skip
_GIVE_TEXT = frozenset({"upcase", "downcase", "strip", ""})
_ORDER = {"+": 1, "-": 1, "*": 2, "/": 2, "%": 2}


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it is written."""

    source: str


@dataclass(frozen=True, slots=True)
class Name:
    """A variable by the original's name."""

    name: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """A text between quotes."""

    text: str


@dataclass(frozen=True, slots=True)
class Sum:
    """Two of these and a sign between them."""

    left: Expression
    sign: str
    right: Expression


@dataclass(frozen=True, slots=True)
class Applied:
    """What one of our filters makes of a value."""

    filter: str
    inner: Expression


@dataclass(frozen=True, slots=True)
class Items:
    """A list of texts or numbers."""

    items: tuple[str, ...]


Expression = Number | Name | Quoted | Sum | Applied


@dataclass(frozen=True, slots=True)
class Written:
    """No code at all: a text with names in it."""

    text: str


@dataclass(frozen=True, slots=True)
class Code:
    """Code that is not run here."""

    source: str


def read_expression(source: str, *, is_code: bool) -> Expression | Items | Written | Code:
    """What an expression of a Set variable block is. Where `is_code`, what cannot be read is no text but code."""
    if not is_code and only_name(source) is not None:
        return Name(str(only_name(source)))
    returned = _RETURN.match(source)
    body = returned[1] if returned else source
    if len(body) <= _LONGEST:
        found = _Parser(body.strip().removesuffix(";")).whole() or _items(body.strip().removesuffix(";"))
        if found is not None:
            return found
    return Code(source) if is_code or returned or _CODE.search(source[:_LONGEST]) else Written(source)


def _items(source: str) -> Items | None:
    """A list that is written out: `["Dog", "{{Other}}", 3]`."""
    if not _LIST.fullmatch(source):
        return None
    found = [one[0] or one[1] or one[2] or one[3] for one in _ITEM.findall(source)]
    return Items(tuple(found))


def names_of(expression: Expression) -> list[str]:
    """The variables an expression reads."""
    if isinstance(expression, Sum):
        return [*names_of(expression.left), *names_of(expression.right)]
    if isinstance(expression, Applied):
        return names_of(expression.inner)
    return [expression.name] if isinstance(expression, Name) else []


def joins_texts(expression: Expression) -> bool:
    """Does a text take part for certain? Then `+` puts texts together."""
    if isinstance(expression, Sum):
        return joins_texts(expression.left) or joins_texts(expression.right)
    if isinstance(expression, Applied):
        return expression.filter in _GIVE_TEXT
    return isinstance(expression, Quoted)


def holds_numbers(expression: Expression) -> bool:
    """Does a number take part for certain?"""
    if isinstance(expression, Sum):
        return holds_numbers(expression.left) or holds_numbers(expression.right)
    if isinstance(expression, Applied):
        return expression.filter not in _GIVE_TEXT
    return isinstance(expression, Number)


def only_adds(expression: Expression) -> bool:
    """Is `+` its only sign?"""
    return not isinstance(expression, Sum) or (
        expression.sign == "+" and only_adds(expression.left) and only_adds(expression.right)
    )


class _Parser:
    """Precedence climbing over the tokens of one expression; None as soon as anything else stands in it."""

    def __init__(self, source: str) -> None:
        self.tokens: list[tuple[str, str]] = []
        at = 0
        while at < len(source):
            found = _TOKEN.match(source, at)
            if found is None:
                self.tokens = []
                return
            kind = str(found.lastgroup)
            self.tokens.append((kind, found[kind]))
            at = found.end()
        self.at = 0

    def whole(self) -> Expression | None:
        if not self.tokens:
            return None
        found = self._sum(0, 0)
        return found if self.at == len(self.tokens) else None

    def _peek(self) -> tuple[str, str]:
        return self.tokens[self.at] if self.at < len(self.tokens) else ("", "")

    def _sum(self, least: int, depth: int) -> Expression | None:
        left = self._operand(depth)
        while left is not None:
            kind, sign = self._peek()
            if kind != "sign" or _ORDER.get(sign, 0) <= least:
                return left
            self.at += 1
            right = self._sum(_ORDER[sign], depth + 1)
            left = None if right is None else Sum(left, sign, right)
        return None

    def _operand(self, depth: int) -> Expression | None:
        """A value with the methods that are called on it."""
        found = self._value(depth)
        while self._peek()[0] == "method":
            method = self._peek()[1].partition("(")[0]
            self.at += 1
            found = None if found is None or isinstance(found, Quoted) else Applied(_METHODS[method], found)
        return found

    def _value(self, depth: int) -> Expression | None:
        kind, value = self._peek()
        self.at += 1
        if depth > _DEEPEST:
            return None
        if kind == "number":
            return Number(value)
        if kind == "name":
            return Name(value)
        if kind == "text":
            return Quoted(value[1:-1])
        if value == "-":
            operand = self._operand(depth + 1)
            return Number(f"-{operand.source}") if isinstance(operand, Number) and operand.source[0] != "-" else None
        if value == "(":
            return self._closed(depth)
        if kind == "call":
            inner = self._closed(depth)
            return None if inner is None or isinstance(inner, Quoted) else Applied(_CALLS[value[:-1]], inner)
        return None

    def _closed(self, depth: int) -> Expression | None:
        inner = self._sum(0, depth + 1)
        closed = self._peek() == ("sign", ")")
        self.at += 1
        return inner if closed else None


def worked_out(expression: Expression, safe: dict[str, str]) -> str:
    """The template that gives the result of a sum; `safe` names the variables. Unset ones count as 0."""
    steps: list[str] = []
    chain = _chain(expression, safe, steps)
    return "".join(steps) + f"{{{{ {chain} }}}}"


def _chain(expression: Expression, safe: dict[str, str], steps: list[str]) -> str:
    """A value with its filters; what stands to the right of a sign and is a sum itself is worked out before."""
    if isinstance(expression, Applied):
        inner = _chain(expression.inner, safe, steps)
        return f"{inner} | {expression.filter}" if expression.filter else inner
    if not isinstance(expression, Sum):
        return _atom(expression, safe)
    left = _chain(expression.left, safe, steps)
    right = _atom(expression.right, safe)
    if isinstance(expression.right, Sum | Applied):
        chain = _chain(expression.right, safe, steps)
        right = f"_v{len(steps)}"
        steps.append(f"{{% assign {right} = {chain} %}}")
    return f"{left} | {_FILTERS[expression.sign]}: {right}"


def _atom(expression: Expression, safe: dict[str, str]) -> str:
    if isinstance(expression, Name):
        return safe.get(expression.name) or '""'
    return expression.source if isinstance(expression, Number) else '""'
