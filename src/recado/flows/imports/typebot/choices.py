"""How do buttons, pictures and cards become the choices of a question, each with its own way out?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from recado.flows.engine.choices import MAX_CHOICES
from recado.flows.imports.typebot.asking import Question, ask
from recado.flows.imports.typebot.bubbles import media_steps
from recado.flows.imports.typebot.conditions import condition_of
from recado.flows.imports.typebot.export import Block, Item, list_of, object_of, text_of
from recado.flows.imports.typebot.names import slug
from recado.flows.imports.typebot.several import ask_dynamic, ask_several
from recado.flows.imports.typebot.templates import split_template
from recado.flows.imports.typebot.work import Link, Work

CHOOSE = "Escolha uma opção:"
_LONGEST = 200
_MOST_PICTURES = 10
"""A turn may say 20 messages, and the question and what led to it are some of them."""
_TAKEN = frozenset({"next", "invalid", "person", "other", "error"})
_CARD_FIELDS = {"Image URL": "imageUrl", "Title": "title", "Description": "description"}


@dataclass(frozen=True, slots=True)
class Offer:
    """A choice under way. Texts are the original's; `changes` are set when it is chosen."""

    title: str
    way: Link
    description: str = ""
    value: str = ""
    also: str = ""
    shown_when: Mapping[str, Any] | None = None
    changes: tuple[tuple[str, str], ...] = ()


def ask_choice(work: Work, block: Block, onward: Link) -> Link:
    """Buttons: one, several, or from a list."""
    if block.options.get("isSearchable") is True:
        work.tell(block, "choice_search")
    dynamic = block.options.get("dynamicVariableId")
    if dynamic:
        return ask_dynamic(work, block, onward, titles=dynamic)
    offers = list(_offers(work, block, onward, "content"))
    return _ask(work, block, onward, offers, [])


def ask_picture(work: Work, block: Block, onward: Link) -> Link:
    """Pictures with a title: the pictures first, then their titles to choose from."""
    dynamic = object_of(block.options.get("dynamicItems"))
    if dynamic.get("isEnabled") is True:
        return ask_dynamic(
            work,
            block,
            onward,
            titles=dynamic.get("titlesVariableId"),
            descriptions=dynamic.get("descriptionsVariableId"),
            pictures=bool(dynamic.get("pictureSrcsVariableId")),
        )
    offers = list(_offers(work, block, onward, "title"))
    pictures = [(one.raw.get("pictureSrc"), text_of(one.raw.get("title")), "") for one in block.items]
    return _ask(work, block, onward, offers, _pictures(work, block, pictures))


def ask_cards(work: Work, block: Block, onward: Link) -> Link:
    """Each card as a message with its picture; then a question with a choice for each of their buttons."""
    if not block.items:
        return _ask(work, block, onward, [], [])
    work.tell(block, "cards_as_choices")
    cards = [
        (one.raw.get("imageUrl"), text_of(one.raw.get("title")).strip(), text_of(one.raw.get("description")).strip())
        for one in block.items
    ]
    return _ask(work, block, onward, _card_offers(work, block, onward), _pictures(work, block, cards))


def _ask(work: Work, block: Block, onward: Link, offers: list[Offer], before: list[Any]) -> Link:
    if not offers:
        work.tell(block, "no_choices")
        return ask(work, block, Question({}, CHOOSE), onward, before)
    if len(offers) > MAX_CHOICES:
        names = ", ".join(one.title for one in offers[MAX_CHOICES:])
        work.tell(block, "too_many_choices", count=len(offers), limit=MAX_CHOICES, names=names)
        offers = offers[:MAX_CHOICES]
    if block.options.get("isMultipleChoice") is True:
        if any(item.edge for item in block.items):
            work.tell(block, "several_edges")
        return ask_several(work, block, onward, [(one.title, one.value or one.title) for one in offers], before)
    return _ask_one(work, block, onward, offers, before)


def _ask_one(work: Work, block: Block, onward: Link, offers: Sequence[Offer], before: list[Any]) -> Link:
    variable = work.names.of(block.options.get("variableId"))
    choices: list[dict[str, Any]] = []
    exits: dict[str, Link] = {}
    flags: list[tuple[str, Mapping[str, Any]]] = []
    for offer in offers:
        id = _fresh_id(offer.title, {one["id"] for one in choices})
        choice = {"id": id, "title": _title(work, block, offer, len(choices) + 1, flags)}
        description = work.text(block, offer.description).strip()
        if description:
            choice["description"] = _cut(description)
        if offer.also:
            choice["also"] = offer.also
        way = _with_changes(work, block, offer, variable, choice)
        if way != onward:
            exits[id] = way
        choices.append(choice)
    question = Question({"kind": "choice", "choices": choices}, CHOOSE, exits=exits)
    return _decided_first(work, block, flags, ask(work, block, question, onward, before))


def _title(work: Work, block: Block, offer: Offer, number: int, flags: list[tuple[str, Mapping[str, Any]]]) -> str:
    """The title; one that is shown only at times stands behind a variable that is decided before the question."""
    title = work.text(block, offer.title).strip()
    if not title:
        # Only names stood in it that no variable has.
        title = f"Opção {number}"
        work.tell(block, "choice_unnamed", title=title)
    if offer.shown_when is None:
        short = _cut(title)
        if short != title:
            work.tell(block, "choice_cut", title=offer.title)
        return short
    flag = work.names.fresh(slug(f"mostrar {offer.title}", fallback="mostrar"), label=f"Mostrar “{offer.title}”?")
    flags.append((flag, offer.shown_when))
    return f"{{% if {flag} %}}{_cut(title, _LONGEST - len(flag) - 25)}{{% endif %}}"


def _decided_first(work: Work, block: Block, flags: list[tuple[str, Mapping[str, Any]]], question: Link) -> Link:
    for flag, when in reversed(flags):
        shown = work.assign(block.at.group, {flag: "sim"}, question)
        hidden = work.assign(block.at.group, {flag: None}, question)
        branch = {"id": "mostrar", "label": work.names.label(flag)[:100], "when": when}
        exits: dict[str, Link] = {"mostrar": shown, "else": hidden}
        question = work.add(block.at.group, "condition", {"branches": [branch]}, exits)
    return question


def _with_changes(work: Work, block: Block, offer: Offer, variable: str, choice: dict[str, Any]) -> Link:
    """What is stored for the choice: with it where it is a plain text, else by a step behind it."""
    changes = {name: work.text(block, value) for name, value in offer.changes}
    if offer.value and variable:
        value = work.text(block, offer.value)
        if value == offer.value and len(value) <= _LONGEST:
            choice["value"] = value
        else:
            changes = {variable: value, **changes}
    return work.assign(block.at.group, changes, offer.way) if changes else offer.way


def _offers(work: Work, block: Block, onward: Link, title: str) -> Iterator[Offer]:
    several = block.options.get("isMultipleChoice") is True
    for number, item in enumerate(block.items, 1):
        yield Offer(
            title=_named(work, block, text_of(item.raw.get(title)).strip(), number),
            way=onward if several else work.way_of(block, item, onward),
            description=text_of(item.raw.get("description")),
            value=text_of(item.raw.get("value")).strip(),
            shown_when=_shown_when(
                work, block, item.raw.get("displayCondition"), text_of(item.raw.get(title)), several
            ),
        )


def _named(work: Work, block: Block, title: str, number: int) -> str:
    if title:
        return title
    work.tell(block, "choice_unnamed", title=f"Opção {number}")
    return f"Opção {number}"


def _shown_when(work: Work, block: Block, raw: object, title: str, several: bool) -> Mapping[str, Any] | None:
    shown = object_of(raw)
    condition = object_of(shown.get("condition"))
    if shown.get("isEnabled") is not True or not list_of(condition.get("comparisons")):
        return None
    if several:
        work.tell(block, "choice_condition_left", title=title)
        return None
    work.tell(block, "choice_condition", title=title)
    return condition_of(work, block, condition)


def _card_offers(work: Work, block: Block, onward: Link) -> list[Offer]:
    """A choice is called as the button says where only one button says so, else with its card's title."""
    buttons = [(card, path) for card in block.items for path in _paths(card)][: MAX_CHOICES * 2]
    texts = [text_of(path.get("text")).strip() for _, path in buttons]
    # Where "Buy" is the one button of each card, the cards' titles tell them apart.
    of_whole_cards = {
        text for text in texts if all(len(_paths(card)) == 1 for card, path in buttons if _says(path, text))
    }
    offers: list[Offer] = []
    for number, ((card, path), text) in enumerate(zip(buttons, texts, strict=True), 1):
        name = text_of(card.raw.get("title")).strip()
        alone = texts.count(text) == 1 and text != ""
        title = text if alone else name if text in of_whole_cards and name else f"{name} – {text}".strip(" –")
        edge = text_of(path.get("outgoingEdgeId"))
        offers.append(
            Offer(
                title=_named(work, block, title, number),
                way=work.edge(block, edge) or work.way_of(block, card, onward),
                description=name if alone and len(block.items) > 1 and name != title else "",
                also=name.replace(",", " ") if alone and len(_paths(card)) == 1 and "{{" not in name else "",
                shown_when=_card_shown_when(work, block, card, title),
                changes=tuple(_card_changes(work, block, card, text)),
            )
        )
    return offers


def _says(path: Mapping[str, Any], text: str) -> bool:
    return text_of(path.get("text")).strip() == text


def _paths(card: Item) -> list[Mapping[str, Any]]:
    """The buttons of a card; one without any can be chosen as a whole."""
    return [path for path in list_of(card.raw.get("paths"))[:MAX_CHOICES] if isinstance(path, dict)] or [{}]


def _card_shown_when(work: Work, block: Block, card: Item, title: str) -> Mapping[str, Any] | None:
    return _shown_when(work, block, object_of(card.raw.get("options")).get("displayCondition"), title, False)


def _card_changes(work: Work, block: Block, card: Item, button: str) -> Iterator[tuple[str, str]]:
    internal = text_of(object_of(card.raw.get("options")).get("internalValue"))
    for mapping in list_of(block.options.get("saveResponseMapping")):
        field = text_of(object_of(mapping).get("field"))
        variable = work.variable(block, object_of(mapping).get("variableId"))
        if not variable:
            continue
        if field in ("Button", "Internal Value"):
            yield variable, button if field == "Button" else internal
        elif field in _CARD_FIELDS:
            yield variable, text_of(card.raw.get(_CARD_FIELDS[field]))
        else:
            work.tell(block, "card_field", field=field)


def _pictures(work: Work, block: Block, cards: Sequence[tuple[object, str, str]]) -> list[Any]:
    """Messages with the pictures and their words, as many as a turn can carry."""
    steps: list[Any] = []
    left: list[str] = []
    for picture, title, description in cards:
        if not text_of(picture).strip() and not description:
            continue
        if len(steps) >= _MOST_PICTURES:
            left.append(title)
            continue
        words = f"*{title}*\n{description}" if title and description else title or description
        steps.extend(
            media_steps(
                work, block, "image", picture, split_template(work.text(block, words), 1_000)[0] if words else ""
            )
        )
    if steps:
        work.tell(block, "pictures_before")
    if left:
        work.tell(block, "pictures_left", names=", ".join(left))
    return steps


def _fresh_id(title: str, taken: set[str]) -> str:
    base = slug(title, fallback="opcao", longest=40)
    free, number = base, 1
    while free in taken or free in _TAKEN:
        number += 1
        free = f"{base}_{number}"
    return free


def _cut(template: str, limit: int = _LONGEST) -> str:
    return next(iter(split_template(template, limit)), "")
