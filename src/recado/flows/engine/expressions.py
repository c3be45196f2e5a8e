"""What does a text with `{{ }}`, written by the flow's author, say in this session?

Only the author's text is ever parsed. Values are written where their name stands and never looked at again, so a
customer called `{{ secrets }}` is greeted with exactly these letters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, ClassVar

from liquid import Environment
from liquid.ast import Node as Piece
from liquid.builtin import content, illegal, output
from liquid.builtin.expressions import FilteredExpression, Path
from liquid.builtin.expressions.primitive import RangeLiteral
from liquid.builtin.tags import (
    assign_tag,
    capture_tag,
    case_tag,
    comment_tag,
    for_tag,
    if_tag,
    unless_tag,
)
from liquid.context import RenderContext
from liquid.exceptions import ResourceLimitError
from liquid.expression import Expression
from liquid.output import LimitedStringIO
from liquid.template import BoundTemplate
from liquid.undefined import Undefined
from liquid.utils import ReadOnlyChainMap

from recado.flows.engine.filters import FILTERS, TooCostly
from recado.flows.engine.limits import (
    MAX_BLOCK_NESTING,
    MAX_LOCALS,
    MAX_LOOKUPS,
    MAX_LOOP_ITERATIONS,
    MAX_RENDERED,
)
from recado.flows.engine.problems import Code, Problem, warning
from recado.flows.engine.values import Value, as_text, clean

_SPECIAL = frozenset({"size", "first", "last"})
"""Segments that Liquid answers itself; a template with one takes the long way."""


class TemplateInvalid(ValueError):
    """A text is no template: the sentence of the parser, for the author."""


class Template:
    """A text of the author, parsed once. Equal to another with the same source."""

    __slots__ = ("_bound", "_parts", "source")

    def __init__(self, source: str) -> None:
        """Parse `source`; raises TemplateInvalid."""
        self.source = source
        self._bound: BoundTemplate | None = None
        self._parts: tuple[str | tuple[str, ...], ...] = (source,) if source else ()
        if "{{" in source or "{%" in source:
            self._bound = _parse_again(source) if len(source) <= _KEPT_LENGTH else _parse(source)
            self._parts = _plain_parts(self._bound.nodes)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Template) and self.source == other.source

    def __hash__(self) -> int:
        return hash(self.source)

    def __repr__(self) -> str:
        return f"Template({self.source!r})"

    def __bool__(self) -> bool:
        return bool(self.source)

    @property
    def is_plain(self) -> bool:
        """Is it a text without anything to fill in?"""
        return self._bound is None

    def names(self) -> frozenset[str]:
        """The names it reads from outside itself: variables, `contact`, `now` …"""
        if self._bound is None:
            return frozenset()
        return _names_again(self.source) if len(self.source) <= _KEPT_LENGTH else _names(self._bound)

    def render(self, scope: Mapping[str, object], problems: list[Problem]) -> str:
        """The text in this scope. Never raises: what is undefined or fails is empty, and a problem is added."""
        if self._bound is None:
            return self.source
        if not self._parts:
            return self._render_slowly(self._bound, scope, problems)
        said = [part if isinstance(part, str) else as_text(_look_up(scope, part, problems)) for part in self._parts]
        return _within("".join(said), problems)

    def value(self, scope: Mapping[str, object], problems: list[Problem]) -> Value:
        """The value itself where the whole template is one name (`{{ price }}`), else its text."""
        if len(self._parts) == 1 and isinstance(self._parts[0], tuple):
            return clean(_look_up(scope, self._parts[0], problems))
        return self.render(scope, problems)

    def _render_slowly(self, bound: BoundTemplate, scope: Mapping[str, object], problems: list[Problem]) -> str:
        context = _Context(bound, globals=scope)
        # Without `newline` a StringIO would write a value's carriage returns as line feeds.
        buffer = LimitedStringIO(limit=MAX_RENDERED * 4, newline="")
        try:
            bound.render_with_context(context, buffer)
        except (ResourceLimitError, TooCostly):
            problems.append(warning(Code.EXPRESSION_TOO_COSTLY, template=self.source[:200]))
            return ""
        except Exception as fault:  # A library between the author and us: whatever it raises is the author's problem.
            problems.append(warning(Code.EXPRESSION_FAILED, template=self.source[:200], fault=str(fault)[:200]))
            return ""
        problems.extend(warning(Code.UNDEFINED_VARIABLE, variable=name) for name in context.missing)
        return _within(buffer.getvalue(), problems)


def _within(text: str, problems: list[Problem]) -> str:
    if len(text) <= MAX_RENDERED:
        return text
    problems.append(warning(Code.TEXT_TOO_LONG, length=len(text), limit=MAX_RENDERED))
    return text[:MAX_RENDERED]


def _look_up(scope: Mapping[str, object], path: tuple[str, ...], problems: list[Problem]) -> Any:
    found: Any = scope
    for segment in path:
        try:
            found = found[segment]
        except (KeyError, TypeError, IndexError):
            problems.append(warning(Code.UNDEFINED_VARIABLE, variable=".".join(path)))
            return None
    return found


def _plain_parts(pieces: Iterable[Piece]) -> tuple[str | tuple[str, ...], ...]:
    """The template as literal texts and paths, or nothing where it holds more than that.

    Nine of ten templates are `Olá, {{ name }}!`; reading those ourselves costs a tenth of a render context.
    """
    parts: list[str | tuple[str, ...]] = []
    for piece in pieces:
        if isinstance(piece, content.ContentNode):
            parts.append(piece.text)
            continue
        path = _plain_path(piece)
        if not path:
            return ()
        parts.append(path)
    return tuple(parts)


def _plain_path(piece: Piece) -> tuple[str, ...]:
    expression = piece.expression if isinstance(piece, output.OutputNode) else None
    if not isinstance(expression, FilteredExpression) or expression.filters:
        return ()
    if not isinstance(expression.left, Path):
        return ()
    segments = tuple(segment for segment in expression.left.path if isinstance(segment, str))
    whole = len(segments) == len(expression.left.path) and not _SPECIAL.intersection(segments)
    return segments if whole else ()


class _Missing(Undefined):
    """A name without a value: empty, and noted only if it is written out (`{% if name %}` may ask freely)."""

    __slots__ = ("noted",)
    noted: list[str]

    def __str__(self) -> str:
        if self.name not in self.noted:
            self.noted.append(self.name)
        return ""


class _Context(RenderContext):
    """A render context that counts what it is asked to do, in loops and out of them."""

    __slots__ = ("cost", "iterations", "missing")

    def __init__(self, template: BoundTemplate, *, globals: Mapping[str, object]) -> None:
        super().__init__(template, globals=globals)
        # The library's own names `now` and `today` read the clock.
        self.scope = ReadOnlyChainMap(self.locals, self.globals, self.counters)
        self.missing: list[str] = []
        self.cost = 0
        self.iterations = 0

    def get(self, path: list[object], **rest: Any) -> object:
        self._count()
        found = super().get(path, **rest)
        if isinstance(found, _Missing):
            found.name = ".".join(map(str, path))
            found.noted = self.missing
        return found

    def filter(self, name: str, token: Any) -> Any:
        self._count()
        return super().filter(name, token)

    def raise_for_loop_limit(self, length: int = 1) -> None:
        # The library multiplies the loops that stand inside one another; a hundred in a row would go unnoticed.
        self.iterations += length
        if self.iterations > MAX_LOOP_ITERATIONS:
            raise TooCostly

    def _count(self) -> None:
        self.cost += 1
        if self.cost > MAX_LOOKUPS:
            raise TooCostly


class _OutputPiece(output.OutputNode):
    """Writes values as Brazilians read them: `1,5`, `sim`, `R$ 10,00`."""

    def render_to_output(self, context: RenderContext, buffer: Any) -> int:
        value = self.expression.evaluate(context)
        return int(buffer.write(value if isinstance(value, str) else as_text(value)))  # type: ignore[arg-type]


class _Output(output.Output):
    node_class = _OutputPiece


_TAGS = (
    content.Literal,
    _Output,
    illegal.Illegal,
    if_tag.IfTag,
    unless_tag.UnlessTag,
    case_tag.CaseTag,
    for_tag.ForTag,
    for_tag.BreakTag,
    for_tag.ContinueTag,
    assign_tag.AssignTag,
    capture_tag.CaptureTag,
    comment_tag.CommentTag,
)


class _Language(Environment):
    """Liquid with these tags and filters, no loader, and limits. `include`, `render` and the rest do not exist."""

    block_nesting_limit: ClassVar[int] = MAX_BLOCK_NESTING
    context_depth_limit: ClassVar[int] = MAX_BLOCK_NESTING
    local_namespace_limit: ClassVar[int | None] = MAX_LOCALS
    output_stream_limit: ClassVar[int | None] = MAX_RENDERED * 4
    """In bytes, where our ceiling counts characters."""

    def setup_tags_and_filters(self, *, extra: bool = False) -> None:
        for tag in _TAGS:
            self.add_tag(tag)
        for name, function in FILTERS.items():
            self.add_filter(name, function)


_LANGUAGE = _Language(undefined=_Missing)


def _parse(source: str) -> BoundTemplate:
    try:
        bound = _LANGUAGE.from_string(source)
        if any(isinstance(expression, RangeLiteral) for expression in _expressions(bound.nodes, bound)):
            # `(1..100000000) reversed` is built whole before any loop limit looks at it.
            raise TemplateInvalid("ranges are not part of this language")
        unknown = set(bound.analyze().filters) - set(FILTERS)
        if unknown:
            raise TemplateInvalid(f"unknown filter: {', '.join(sorted(unknown))}")
    except TemplateInvalid:
        raise
    except Exception as fault:  # Recursion and library errors alike mean: this text cannot be read.
        raise TemplateInvalid(str(fault)[:200]) from fault
    return bound


_KEPT, _KEPT_LENGTH = 1_024, 1_000
"""An editor checks a flow at every stroke, and all its texts but one are as they were. Long ones are not kept: what is
parsed of a text takes two hundred times its room."""


def _names(bound: BoundTemplate) -> frozenset[str]:
    return frozenset(str(name) for name in bound.analyze().globals)


@lru_cache(_KEPT)
def _parse_again(source: str) -> BoundTemplate:
    """Parsed once: nothing that is rendered is kept in it."""
    return _parse(source)


@lru_cache(_KEPT)
def _names_again(source: str) -> frozenset[str]:
    return _names(_parse_again(source))


def _expressions(pieces: Iterable[Piece], bound: BoundTemplate) -> Iterator[Expression]:
    context = RenderContext(bound)
    for piece in pieces:
        for expression in piece.expressions():
            yield from _with_children(expression)
        yield from _expressions(piece.children(context), bound)


def _with_children(expression: Expression) -> Iterator[Expression]:
    yield expression
    for child in expression.children():
        yield from _with_children(child)
