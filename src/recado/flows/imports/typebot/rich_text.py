"""How does a formatted text of Typebot read as a WhatsApp text?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from recado.flows.imports.typebot.export import list_of, text_of
from recado.flows.imports.typebot.html_text import marked_line, read_html

_DEEPEST = 12
_MARKS = (("bold", "*"), ("italic", "_"), ("strikethrough", "~"), ("code", "```"))
_LINES = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "div", "code_block", "code_line", "lic"})
_LISTS = frozenset({"ul", "ol"})
_NAME = re.compile(r"\{\{[^{}]+\}\}")


@dataclass(frozen=True, slots=True)
class _Run:
    """Text with its marks, in the order of `_MARKS`."""

    text: str
    marks: str = ""


def text_of_bubble(content: Mapping[str, Any]) -> str:
    """A text bubble as WhatsApp text, still with Typebot's `{{Name}}`. Empty where it says nothing."""
    rich = list_of(content.get("richText"))
    lines = list(_lines(rich, 0))
    if any(line.strip() for line in lines):
        return "\n".join(lines).strip("\n").rstrip()
    html = text_of(content.get("html"))
    return read_html(html) if html.strip() else text_of(content.get("plainText")).strip()


def has_underline(node: object, depth: int = 0) -> bool:
    """Is any of it underlined?"""
    if isinstance(node, list):
        return depth < _DEEPEST * 2 and any(has_underline(one, depth + 1) for one in node)
    if not isinstance(node, dict) or depth > _DEEPEST * 2:
        return False
    return node.get("underline") is True or has_underline(node.get("children"), depth + 1)


def _lines(nodes: Sequence[object], depth: int, bullet: str = "") -> Iterator[str]:
    """Lines of block elements; inline ones beside each other make a line together."""
    inline: list[object] = []
    for node in nodes:
        if _is_block(node) and depth < _DEEPEST:
            if inline:
                yield bullet + _written(inline, depth)
                inline = []
            yield from _block_lines(node, depth)
        else:
            inline.append(node)
    if inline:
        yield bullet + _written(inline, depth)


def _is_block(node: object) -> bool:
    return isinstance(node, dict) and "text" not in node and (_kind(node) in _LINES | _LISTS or _holds_blocks(node))


def _holds_blocks(node: Mapping[str, Any]) -> bool:
    return any(isinstance(one, dict) and _kind(one) in _LINES | _LISTS for one in list_of(node.get("children")))


def _kind(node: Mapping[str, Any]) -> str:
    return text_of(node.get("type"))


def _block_lines(node: Any, depth: int) -> Iterator[str]:
    kind, children = _kind(node), list_of(node.get("children"))
    if kind not in _LISTS:
        yield from _lines(children, depth + 1) if _holds_blocks(node) else (_written(children, depth + 1),)
        return
    for number, item in enumerate(children, 1):
        mark = f"{number}. " if kind == "ol" else "- "
        held = list_of(item.get("children")) if isinstance(item, dict) and "text" not in item else [item]
        for place, line in enumerate(_lines(held, depth + 1)):
            yield (mark if place == 0 else "  ") + line


def _written(nodes: Sequence[object], depth: int) -> str:
    """One line: runs with the same marks stand between one pair of them, and no mark cuts a variable's name."""
    runs = _joined([run for node in nodes for run in _runs(node, depth)])
    return "".join(
        _marked("".join(run.text for run in same), marks) for marks, same in groupby(runs, key=lambda run: run.marks)
    )


def _runs(node: object, depth: int) -> Iterator[_Run]:
    if not isinstance(node, dict) or depth > _DEEPEST * 2:
        return
    if "text" in node:
        marks = "".join(str(place) for place, (key, _) in enumerate(_MARKS) if node.get(key) is True)
        yield _Run(text_of(node["text"]), marks)
        return
    runs = [run for one in list_of(node.get("children")) for run in _runs(one, depth + 1)]
    if _kind(node) == "a":
        yield from _link(text_of(node.get("url")).strip(), runs)
    else:
        yield from runs


def _link(url: str, runs: list[_Run]) -> Iterator[_Run]:
    label = "".join(run.text for run in runs).strip()
    if not url or label == url or label == url.removeprefix("mailto:").removeprefix("tel:"):
        yield from runs or [_Run(url)]
    elif not label:
        yield _Run(url)
    else:
        yield from (*runs, _Run(f" ({url})"))


def _joined(runs: list[_Run]) -> list[_Run]:
    """The same runs, with each `{{Name}}` whole in the run that it begins in."""
    whole = "".join(run.text for run in runs)
    inside = [found.span() for found in _NAME.finditer(whole)]
    pieces: list[_Run] = []
    at = 0
    for run in runs:
        start, end = at, at + len(run.text)
        at = end
        for first, last in inside:
            if first < start < last:
                start = min(last, end)
            if first < end < last:
                end = last
        if start < end:
            pieces.append(_Run(whole[start:end], run.marks))
    return pieces


def _marked(text: str, marks: str) -> str:
    """WhatsApp takes a mark for one only where it touches the words and the line does not break."""
    if not marks:
        return text
    signs = "".join(_MARKS[int(place)][1] for place in marks)
    return "\n".join(marked_line(line, signs) for line in text.split("\n"))
