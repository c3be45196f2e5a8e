"""How is a question of any kind put: with which words, how often, and what follows?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from recado.flows.imports.typebot.bubbles import LONGEST_TEXT, prompt_text
from recado.flows.imports.typebot.export import Block, object_of, text_of
from recado.flows.imports.typebot.templates import split_template
from recado.flows.imports.typebot.work import NEXT, Link, Work

ATTEMPTS = 10
"""The original asks again without end; this is the most that a question here may."""
HERE = "👇"
"""What a question says that was put into words before: on several ways, or with a pause in between."""
_GENERIC = frozenset(
    """type your answer...|type your answer…|type a number...|type your email...|type your url...|type a url...|
    type your phone number...|select a date|type your answer""".replace("\n    ", "").split("|")
)
"""Placeholders that nobody wrote."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a converter of a question knows. `hint` is added to the text, unless the text holds `hint_unless`."""

    options: dict[str, Any]
    default: str
    """What is asked where the original says nothing."""
    hint: str = ""
    hint_unless: str = ""
    exits: dict[str, Link] = field(default_factory=dict)


def ask(work: Work, block: Block, question: Question, onward: Link, before: Sequence[Any] = ()) -> str | Link:
    """Make the question's node, what comes before it, and give where it is entered."""
    asked = _text(work, block, question)
    pieces = split_template(asked, LONGEST_TEXT)
    said = [("message", {"text": piece}, "") for piece in pieces[:-1]]
    options = {"text": pieces[-1], **question.options, "attempts": question.options.get("attempts", ATTEMPTS)}
    variable = work.variable(block, block.options.get("variableId")) if "variable" not in options else ""
    if variable:
        options["variable"] = variable
    retry = work.text(block, block.options.get("retryMessageContent")).strip()
    if retry:
        options["invalid_text"] = retry
    if object_of(block.options.get("labels")):
        work.report.add("form_texts", "Perguntas")
    if options["attempts"] == ATTEMPTS:
        work.report.add("attempts", "Perguntas", count=ATTEMPTS)
    first = work.chain(block.at.group, [*said, *before], "")
    id = work.add(block.at.group, "question", options, {NEXT: onward, **question.exits})
    return _entered(work, first, id)


def _entered(work: Work, first: Link, question: str) -> str:
    """Connect what comes before the question to it."""
    if not first:
        return question
    last = str(first)
    while work.nodes[last].exits[NEXT]:
        last = str(work.nodes[last].exits[NEXT])
    work.nodes[last].exits[NEXT] = question
    return str(first)


def _text(work: Work, block: Block, question: Question) -> str:
    bubble = work.prompts.get(block.at)
    if bubble is not None:
        source = work.bot.groups[bubble.group].blocks[bubble.block]
        text = prompt_text(work, source)
        if text.strip():
            if bubble.group != block.at.group or bubble.block + 1 != block.at.block:
                work.tell(block, "prompt_moved")
            return _with_hint(text, question)
    placeholder = text_of(object_of(block.options.get("labels")).get("placeholder")).strip()
    written = "" if placeholder.casefold() in _GENERIC else work.text(block, placeholder).strip()
    if not written and block.at in work.asked and question.options.get("kind") != "choice":
        return _with_hint(HERE, question)
    text = written or question.default
    work.tell(block, "default_prompt", text=text)
    return _with_hint(text, question)


def _with_hint(text: str, question: Question) -> str:
    if not question.hint or (question.hint_unless and question.hint_unless in text):
        return text
    return f"{text}\n{question.hint}"
